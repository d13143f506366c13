"""Dated tasks: given, followed up like a limit, reported with a proof, given time once, and climbing when late."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actions import tasks
from casework.errors import NotYours, Refused
from casework.kinds import PetitionKind
from casework.people import Role
from casework.plans.task import plan_task
from casework.pleas import Decision
from casework.tasks import Milestone, Origin, Task, TaskState, evenly, gap_days, in_order
from casework.unit_of_work import UnitOfWork
from tests.casework.service import CALENDAR, EAST_OFFICE, RIVER, WEST_OFFICE, Service, at, local


class Office(Service):
    """The service with a leader and a supervisor over the county, and a head and a cadre of an office."""

    def __init__(self) -> None:
        super().__init__()
        self.leader, self.supervisor = self.over(Role.LEADER), self.over(Role.SUPERVISOR)
        self.chief, self.wang = self.head(), self.cadre()

    async def given(self, days: int = 10, case_id: int | None = None, **changes: Any) -> Task:
        """Return a task of the cadre's, given by the leader and due in so many days."""
        due_at = changes.pop("due_at", CALENDAR.limit(self.now, days))
        fields: dict[str, Any] = {
            "unit_id": EAST_OFFICE,
            "owner_id": self.wang,
            "residents": (self.resident,),
        } | changes

        async def give(uow: UnitOfWork) -> Task:
            case = await uow.get(type(self.case(case_id)), case_id) if case_id is not None else None
            where: dict[str, Any] = {"origin": Origin.OUTING, "origin_id": 1, "area_id": RIVER, "case": case}
            return await tasks.give(uow, self.leader, "Mend the bridge", due_at, **where, **fields)

        return await self.do(give)

    def task(self, task: Task) -> Task:
        found: Task = self.memory.rows["Task", task.id]
        return found


@pytest.fixture
def office() -> Office:
    return Office()


async def test_its_owner_and_the_residents_hear_of_it_and_the_owner_before_the_day_and_on_it(office: Office) -> None:
    task = await office.given(days=10)  # given on Monday the 3rd, due on Thursday the 13th
    assert office.told(office.wang) == ["task_given"]
    assert office.told(office.resident) == ["task_promised"]
    found = {due.kind: local(due.at) for due in plan_task(task, office.memory.rules)}
    assert found == {"task_soon": "Mon 3-10 08:30", "task_day": "Thu 3-13 08:30", "task_late": "Fri 3-14 08:30"}
    office.listen()
    await office.until(at("3-13", "23:00"))
    assert [kind for kind in office.told(office.wang) if kind != "digest"] == ["task_soon", "task_day"]


async def test_a_day_off_is_reminded_of_on_the_working_day_before_it(office: Office) -> None:
    task = await office.given(due_at=CALENDAR.end_of(at("3-16").date()))  # a Sunday
    found = {due.kind: local(due.at) for due in plan_task(task, office.memory.rules)}
    assert found["task_day"] == "Fri 3-14 08:30"
    assert found["task_late"] == "Mon 3-17 08:30"


async def test_late_it_climbs_the_ladder_and_the_resident_hears_once(office: Office) -> None:
    task = await office.given(days=1)
    office.listen()
    await office.until(at("3-5", "20:00"))
    assert "task_late_own" in office.told(office.wang)
    assert "task_late" in office.told(office.chief)
    assert "task_late" not in office.told(office.supervisor)
    assert office.told(office.resident) == ["task_late_resident"]
    office.listen()
    await office.until(at("3-12", "20:00"))
    assert "task_late" in office.told(office.supervisor)
    assert "task_late" in office.told(office.leader)
    assert office.told(office.resident) == []
    office.listen()
    await office.passes(days=30)
    assert "task_late" in office.told(office.supervisor), "it never ends by itself"
    assert plan_task(office.task(task), office.memory.rules)


async def test_done_needs_a_proof_and_whoever_gave_it_can_send_it_back(office: Office) -> None:
    task = await office.given()
    with pytest.raises(Refused, match="task-proof"):
        await office.do(tasks.report, task.id, office.wang, "mended", whole=True)
    office.listen()
    done = await office.do(tasks.report, task.id, office.wang, "mended", (), "the camera is broken", whole=True)
    assert done.state is TaskState.DONE
    assert plan_task(done, office.memory.rules) == []
    assert office.told(office.resident) == ["task_done"]
    with pytest.raises(Refused, match="not-allowed"):
        await office.do(tasks.back, task.id, office.wang, "no")
    office.listen()
    again = await office.do(tasks.back, task.id, office.leader, "the rail is missing")
    assert again.is_open
    assert again.due_at == task.due_at
    assert office.told(office.wang) == ["task_back"]
    assert office.told(office.resident) == ["task_again"]


async def test_more_time_is_asked_for_once_and_the_day_stands_until_it_is_given(office: Office) -> None:
    task = await office.given(days=10)
    later = CALENDAR.limit(office.now, 20)
    office.listen()
    asked = await office.do(tasks.more, task.id, office.wang, later, "the cement is late")
    assert asked.due_at == task.due_at
    assert office.told(office.leader) == ["task_more"]
    with pytest.raises(Refused, match="not-allowed"):
        await office.do(tasks.grant, task.id, office.wang)
    office.listen()
    given = await office.do(tasks.grant, task.id, office.leader)
    assert (given.due_at, given.next_at, given.epoch) == (later, later, task.epoch + 1)
    assert given.more is not None
    assert given.more.decision is Decision.GRANTED
    assert office.told(office.resident) == ["task_later"]
    with pytest.raises(Refused, match="task-more-once"):
        await office.do(tasks.more, task.id, office.wang, later + timedelta(days=9), "again")


async def test_nobody_decides_and_those_above_are_asked_each_working_day(office: Office) -> None:
    task = await office.given(days=10)
    await office.do(tasks.more, task.id, office.wang, CALENDAR.limit(office.now, 20), "rain")
    office.listen()
    await office.until(at("3-5", "12:00"))
    assert office.told(office.leader).count("task_more") == 2, "the giver, then the leaders over the place"
    await office.do(tasks.refuse, task.id, office.supervisor)
    office.listen()
    await office.passes(days=2)
    assert "task_more" not in office.told(office.leader)
    assert office.task(task).due_at == task.due_at


async def test_a_leader_decides_on_no_wish_of_their_own(office: Office) -> None:
    head_too = office.serve(Role.HEAD, unit=EAST_OFFICE, person=office.leader)
    task = await office.given(owner_id=head_too)
    await office.do(tasks.more, task.id, office.leader, CALENDAR.limit(office.now, 20), "rain")
    with pytest.raises(Refused, match="not-allowed"):
        await office.do(tasks.grant, task.id, office.leader)
    assert (await office.do(tasks.grant, task.id, office.supervisor)).due_at > task.due_at


async def test_a_long_task_gets_milestones_and_each_is_followed_like_its_day(office: Office) -> None:
    task = await office.given(days=150)
    assert len(task.milestones) == 2
    first = task.milestones[0].due_at
    assert task.next_at == first
    step = await office.do(tasks.report, task.id, office.wang, "pillars stand", whole=False)
    assert step.is_open
    assert step.next_at == task.milestones[1].due_at
    assert step.milestones[0].words == "pillars stand"
    with pytest.raises(Refused, match="task-milestones"):
        await office.given(days=150, milestones=(Milestone(CALENDAR.limit(office.now, 20)),))


async def test_more_time_for_a_milestone_ends_before_the_next_one(office: Office) -> None:
    task = await office.given(days=150)
    with pytest.raises(Refused, match="date-too-late"):
        await office.do(tasks.more, task.id, office.wang, task.milestones[1].due_at, "rain")
    until = task.milestones[1].due_at - timedelta(days=2)
    await office.do(tasks.more, task.id, office.wang, until, "rain")
    given = await office.do(tasks.grant, task.id, office.leader)
    assert given.milestones[0].due_at == given.next_at == until
    assert given.due_at == task.due_at


async def test_without_an_owner_the_head_names_one_and_one_who_left_is_climbed_past(office: Office) -> None:
    task = await office.given(owner_id=None)
    assert office.told(office.chief) == ["task_given"]
    await office.do(tasks.hand, task.id, office.chief, office.wang)
    assert office.told(office.wang)[-1] == "task_given"
    with pytest.raises(Refused, match="not-in-unit"):
        await office.do(tasks.hand, task.id, office.chief, office.supervisor)


async def test_strangers_and_other_units_do_not_see_it(office: Office) -> None:
    task = await office.given()
    for stranger in (office.cadre(WEST_OFFICE), office.head(WEST_OFFICE), office.resident, office.cadre()):
        with pytest.raises(NotYours):
            await office.do(tasks.seen, task.id, stranger)
    with pytest.raises(NotYours):
        await office.do(tasks.seen, 999999, office.leader)
    with pytest.raises(Refused, match="not-in-unit"):
        await office.given(owner_id=office.cadre(WEST_OFFICE))
    with pytest.raises(Refused, match="date-past"):
        await office.given(due_at=office.now - timedelta(days=1))


async def test_of_a_case_it_stands_in_its_timeline_and_its_resident_hears(office: Office) -> None:
    case_id = await office.accepted()
    office.listen()
    task = await office.given(case_id=case_id, residents=())
    assert office.told(office.resident) == ["task_promised"]
    await office.do(tasks.drop, task.id, office.leader, "somebody else did it")
    assert office.timeline(case_id)[-2:] == ["task_given", "task_dropped"]


async def test_of_a_shielded_case_nothing_reaches_the_accused_unit(office: Office) -> None:
    case_id = await office.file("东镇综合办的人收了钱才盖章。", kind=PetitionKind.ACCUSATION)
    case = office.case(case_id)
    assert case.shielded
    assert EAST_OFFICE in case.accused
    with pytest.raises(Refused, match="unit-accused"):
        await office.given(case_id=case_id)


DAYS = st.integers(1, 1500)


@given(days=DAYS, most=st.integers(5, 90))
def test_milestones_at_even_distances_leave_no_longer_gap(days: int, most: int) -> None:
    start: datetime = at("3-3")
    due_at = CALENDAR.limit(start, days)
    found = evenly(CALENDAR, start, due_at, most)
    assert in_order(start, due_at, found)
    assert gap_days(CALENDAR, start, due_at, found) <= most
    assert bool(found) == (days > most)


async def test_steps_are_dated_once_by_whoever_promises_and_never_after_the_first_day(office: Office) -> None:
    task = await office.given(days=150)
    until = [CALENDAR.limit(office.now, days) for days in (40, 90, 130)]
    named = [Milestone(day, f"step {number}") for number, day in enumerate(until)]
    for other in (office.leader, office.supervisor):
        with pytest.raises(Refused, match="not-allowed"):
            await office.do(tasks.steps, task.id, other, named)
    for wrong in ([], named[:1], [named[1], named[0]], [Milestone(CALENDAR.limit(office.now, 160), "later")]):
        with pytest.raises(Refused, match="task-milestones"):
            await office.do(tasks.steps, task.id, office.wang, wrong)
    assert office.task(task).milestones == task.milestones
    dated = await office.do(tasks.steps, task.id, office.wang, named)
    assert (dated.next_at, dated.news_at, dated.due_at) == (until[0], office.now, task.due_at)
    with pytest.raises(Refused, match="task-steps-named"):
        await office.do(tasks.steps, task.id, office.wang, named)
    late = await office.given(days=150)
    office.now = late.next_at + timedelta(hours=1)
    later = [Milestone(CALENDAR.limit(office.now, days), "later") for days in (3, 50, 90)]
    with pytest.raises(Refused, match="task-steps-late"):
        await office.do(tasks.steps, late.id, office.wang, later)
