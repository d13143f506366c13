"""What was promised goes on while those above look at it: as a dated task of the unit that promised it."""

from datetime import timedelta

import pytest

from casework.actions import merging, outcomes, reviews, tasks
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import OutcomeKind, State, Verdict
from casework.tasks import NOBODY, Origin, Task, TaskState
from tests.casework.review_scene import decide, service
from tests.casework.service import EAST_OFFICE, Service, at, local


async def contested(made: Service, day: str = "4-10", asked: str = "3-5") -> tuple[int, int, Task]:
    """Return a case with a promise that those above look at since `asked`, who promised it, and the task."""
    case_id = await made.accepted()
    await made.propose(case_id, OutcomeKind.PROMISED, at(day, "00:00"))
    cadre = made.case(case_id).cadre_id
    assert cadre is not None
    await made.until(at(asked))
    made.listen()
    await made.do(reviews.ask_review, case_id, made.resident, None)
    return case_id, cadre, the_task(made)


def the_task(made: Service) -> Task:
    (task,) = made.memory.of(Task)
    assert isinstance(task, Task)
    return task


async def test_whoever_promised_has_it_as_a_task_by_the_promised_day() -> None:
    made = service()
    case_id, cadre, task = await contested(made)
    assert (task.origin, task.case_id, task.unit_id, task.owner_id) == (Origin.PROMISE, case_id, EAST_OFFICE, cadre)
    assert (task.what, local(task.due_at), task.given_by) == ("done", "Thu 4-10 00:00", NOBODY)
    assert made.case(case_id).decisions[-1].task_id == task.id
    assert made.told(cadre) == ["promise_goes_on", "review_asked"]
    assert "task_given" in made.timeline(case_id)


async def test_its_days_are_followed_while_others_look_at_it() -> None:
    made = service()
    head = made.head()
    _, cadre, _ = await contested(made)
    made.listen()
    await made.until(at("4-9", "23:00"))
    assert [kind for kind in made.told(cadre) if kind.startswith("task")] == ["task_soon", "task_day"]
    await made.until(at("4-10", "12:00"))
    assert "task_late_own" in made.told(cadre)
    assert "task_late" in made.told(head)
    assert made.told(made.resident).count("task_late_resident") == 1


async def test_what_was_late_before_goes_on_from_the_step_it_had_come_to() -> None:
    made = service()
    head, supervisor = made.head(), made.over(Role.SUPERVISOR)
    _, cadre, task = await contested(made, day="3-11", asked="3-12")
    assert task.fired["task_late"].count == 1, "the cadre and the head have been told"
    made.listen()
    await made.until(at("3-20"))
    told = made.told(made.resident), made.told(cadre), made.told(head), made.told(supervisor)
    assert [each.count("task_late_resident") + each.count("task_late_own") for each in told] == [0, 0, 0, 0]
    assert "task_late" in made.told(supervisor)


async def test_who_decides_hears_that_it_is_carried_out_and_so_does_the_resident() -> None:
    made = service()
    case_id, cadre, task = await contested(made)
    reviewer = made.case(case_id).cadre_id
    assert reviewer is not None
    made.listen()
    await made.do(tasks.report, task.id, cadre, "mended", unproved="dark", whole=True)
    assert the_task(made).state is TaskState.DONE
    assert "promise_kept" in made.told(reviewer)
    assert "task_done" in made.told(made.resident)
    await decide(made, case_id, OutcomeKind.UPHELD)
    assert made.case(case_id).state is State.PROMISED, "the resident has the word on it once it is answered"


async def test_the_unit_may_hand_it_on_but_nobody_who_promised_takes_it_back_or_moves_its_day() -> None:
    made = service()
    case_id, cadre, task = await contested(made)
    other = next(
        post.person_id for post in made.memory.staff.in_unit(EAST_OFFICE, Role.CADRE) if post.person_id != cadre
    )
    head, supervisor = made.head(), made.over(Role.SUPERVISOR)
    for verb in (tasks.drop, tasks.back):
        with pytest.raises(Refused, match="not-allowed"):
            await made.do(verb, task.id, cadre, "enough")
    await made.do(tasks.more, task.id, cadre, at("4-20", "00:00"), "rain")
    with pytest.raises(Refused, match="not-allowed"):
        await made.do(tasks.grant, task.id, cadre)
    assert "task_more" in made.told(supervisor)
    await made.do(tasks.hand, task.id, head, other)
    assert the_task(made).owner_id == other
    with pytest.raises(NotYours):
        await made.do(tasks.report, task.id, made.case(case_id).cadre_id, "mine", whole=True, unproved="x")


async def test_upheld_it_is_followed_with_the_day_that_counts_now_and_the_resident_hears_it_once() -> None:
    made = service()
    case_id, cadre, task = await contested(made, day="3-20", asked="3-10")
    await made.until(at("3-25"))
    made.listen()
    case = await decide(made, case_id, OutcomeKind.UPHELD)
    moved = the_task(made)
    assert moved.is_open
    assert moved.due_at == case.promise_at
    assert moved.due_at > task.due_at
    assert "promise_moved" in made.told(cadre)
    made.listen()
    await made.until(moved.due_at + timedelta(days=3))
    told = made.told(made.resident)
    assert told.count("late_resident") == 1
    assert "task_late_resident" not in told
    assert "task_late_own" in made.told(cadre)


@pytest.mark.parametrize("kind", [OutcomeKind.CHANGED, OutcomeKind.REVOKED])
async def test_what_is_decided_otherwise_is_over(kind: OutcomeKind) -> None:
    made = service()
    case_id, cadre, _ = await contested(made)
    made.listen()
    await decide(made, case_id, kind)
    assert the_task(made).state is TaskState.DROPPED
    assert "promise_over" in made.told(cadre)
    assert "promise_over" in made.timeline(case_id)
    assert "promise_over" not in made.told(made.resident)


async def test_it_ends_with_the_case_but_not_by_going_one_unit_further_up() -> None:
    made = service()
    case_id, _, task = await contested(made)
    await decide(made, case_id, OutcomeKind.UPHELD)
    await made.do(reviews.ask_review, case_id, made.resident, None)
    assert the_task(made).is_open, "the same promise has no second task"
    assert made.case(case_id).decisions[-1].task_id == task.id
    await decide(made, case_id, OutcomeKind.UPHELD)
    assert the_task(made).id == task.id
    await made.do(outcomes.carry_out, case_id, made.case(case_id).cadre_id, None, "done")
    assert the_task(made).is_open
    await made.judge(case_id, Verdict.DONE)
    assert the_task(made).state is TaskState.DROPPED


async def test_who_left_the_unit_owes_nothing_and_its_head_names_somebody() -> None:
    made = service()
    head = made.head()
    case_id = await made.accepted()
    await made.propose(case_id, OutcomeKind.PROMISED, at("4-10", "00:00"))
    cadre = made.case(case_id).cadre_id or 0
    (post,) = made.memory.staff.of(cadre)
    del made.memory.rows["Post", post.id]
    await made.do(reviews.ask_review, case_id, made.resident, None)
    assert the_task(made).owner_id is None
    assert "promise_goes_on" in made.told(head)


async def test_what_is_not_looked_at_or_goes_on_with_others_makes_no_task() -> None:
    made = service()
    refused = await made.accepted()
    await made.propose(refused, OutcomeKind.REFUSED)
    await made.judge(refused, Verdict.DISAGREE)
    await made.do(reviews.ask_review, refused, made.resident, None)
    master = await made.accepted()
    own = await made.file(by=made.person())
    await made.do(merging.merge, own, made.over(Role.DISPATCHER), None, master)
    await made.propose(master, OutcomeKind.PROMISED, at("5-20", "00:00"))
    await made.do(reviews.ask_review, own, made.case(own).resident_id, None)
    assert made.memory.of(Task) == []
