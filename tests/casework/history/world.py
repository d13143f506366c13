"""Where random histories happen: one service, and the ways to do something in it."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from casework.alarms import Alarm
from casework.errors import Refused
from casework.parts import Part
from casework.people import Post, Role
from casework.permissions import possible
from casework.petitions import Case
from casework.profile import Callbacks, Care, FollowUpTimes, Profile
from casework.unit_of_work import Rules
from tests.casework.beginnings import BEGINNINGS
from tests.casework.memory import key_of
from tests.casework.service import BUREAU, CALENDAR, EAST, EAST_OFFICE, RIVER, TEXT, WEST_OFFICE, Service

RULES = Rules(
    CALENDAR,
    Profile(
        times=FollowUpTimes(
            alarm_asked_minutes=10 * 60,
            alarm_unseen_minutes=24 * 60,
            alarm_ring_minutes=(5 * 60, 24 * 60),
            alarm_taken_hours=30,
        ),
        callbacks=Callbacks(silence=50, withdrawn=50, refused=50, kind=50, low_stars=50, five_stars=50),
        care=Care(seen_hours=20),
    ),
    secret=b"secret",
)
"""Alarms that ring slowly, so that weeks may pass; and every other case is called about."""

UNITS = (BUREAU, EAST_OFFICE, WEST_OFFICE)

Step = Coroutine[Any, Any, Any]
Verb = tuple[Callable[..., Step], tuple[Any, ...]]


def able_to(verb: str) -> Callable[["World"], bool]:
    """Return the precondition that somebody may do `verb` now."""
    return lambda machine: bool(machine.able(verb))


class World(RuleBasedStateMachine):
    """One service, a few residents and staff; whoever may do something is asked to.

    The rules are in the other modules of this folder, one topic each.
    """

    beginnings: ClassVar[Sequence[str]] = tuple(BEGINNINGS)

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.asked_of = -1
        self.may: dict[str, list[tuple[int, int]]] = {}

    # The first of each choice is the first that is tried: a service where everyone is there.
    @initialize(
        cadres=st.sampled_from([3, 3, 2, 1, 0]),
        head=st.sampled_from([True, False]),
        over_head=st.sampled_from([True, True, False]),
        dispatcher=st.sampled_from([True, True, False]),
        group=st.booleans(),
        duty=st.sampled_from([0, 1, 2]),
        data=st.data(),
    )
    def open(
        self,
        cadres: int,
        head: bool,
        over_head: bool,
        dispatcher: bool,
        group: bool,
        duty: int,
        data: st.DataObject,
    ) -> None:
        self.service = self.begin()
        self.seen: dict[int, Case] = {}
        self.rang: dict[int, Alarm] = {}
        self.heard = 0
        for _ in range(duty):
            self.service.over(Role.DUTY, EAST)
        for number in range(cadres):
            self.service.cadre(grid=(RIVER,) if number == 2 else ())
        self.service.cadre(unit=BUREAU)
        if head:
            self.service.head()
        if over_head:
            self.service.head(unit=BUREAU)
        if dispatcher:
            self.service.over(Role.DISPATCHER)
        if over_head:
            self.service.over(Role.SUPERVISOR)
            self.service.over(Role.LEADER)
        # A service has an administrator: whoever invites the others.
        self.service.over(Role.ADMIN)
        if group:
            self.service.group()
        begin, _ = BEGINNINGS[data.draw(st.sampled_from(self.beginnings))]
        if begin is not None:
            begin(self)

    def begin(self) -> Service:
        """Return an empty service."""
        return Service(RULES)

    def fire_next(self, end: datetime) -> bool:
        """Fire what is due next, at its moment; return False where nothing more is due by `end`."""
        fired = self.runner.run(self.service.memory.fire_next(end, self.service.now))
        self.service.now = fired or self.service.now
        return fired is not None

    def teardown(self) -> None:
        self.runner.close()

    def run(self, step: Step) -> None:
        """Run a verb. A refusal is an answer like another; that it changes nothing, the unit of work checks."""

        async def refused() -> None:
            try:
                await step
            except Refused:
                return

        self.runner.run(refused())

    def do(self, verb: Callable[..., Step], *arguments: Any) -> None:
        self.run(self.service.do(verb, *arguments))

    def cases(self) -> list[Case]:
        return list(self.service.memory.of(Case))

    def all_alarms(self) -> list[Alarm]:
        return list(self.service.memory.of(Alarm))

    def all_parts(self) -> list[Part]:
        return list(self.service.memory.of(Part))

    def staff(self) -> list[int]:
        return sorted({post.person_id for post in self.service.memory.of(Post)})

    def able(self, verb: str) -> list[tuple[int, int]]:
        """Return the id of every case with everyone who may do `verb` with it now.

        Each rule asks before each step, so what anybody may do is computed anew only where something has changed.
        """
        memory = self.service.memory
        if self.asked_of != memory.changes:
            self.asked_of, self.may, staff = memory.changes, {}, memory.staff
            for case in self.cases():
                for person in dict.fromkeys((case.resident_id, *self.staff())):
                    for each in possible(staff, memory.org, case, person):
                        self.may.setdefault(each, []).append((case.id, person))
        return self.may.get(verb, [])

    def pick(self, data: st.DataObject, verb: str) -> tuple[int, int]:
        return data.draw(st.sampled_from(self.able(verb)))

    def filed(self, text: str = TEXT) -> int:
        """File a petition of somebody new, and return its case's id."""
        known = {case.id for case in self.cases()}
        self.run(self.service.file(text, self.service.person()))
        return next(case.id for case in self.cases() if case.id not in known)

    def somebody(self, verb: Callable[..., Step], case_id: int, *arguments: Any) -> None:
        """Have the first one who may do a verb do it, if anybody may."""
        for by in [by for each, by in self.able(verb.__name__) if each == case_id][:1]:
            self.do(verb, case_id, by, *arguments)

    def pick_case(self, data: st.DataObject) -> Case:
        """Return any case at all. What is drawn is an id: a failing history is read by people."""
        return self.service.case(data.draw(st.sampled_from([case.id for case in self.cases()])))

    def pick_row(self, data: st.DataObject, kind: type[Any]) -> Any:
        """Return any row of a kind."""
        rows = {key_of(row): row for row in self.service.memory.of(kind)}
        return rows[data.draw(st.sampled_from([*rows]))]

    def work(self, data: st.DataObject, verb: Callable[..., Step], *arguments: Any) -> None:
        """Have somebody who may do something to a case do it, by a fresh button."""
        case_id, by = self.pick(data, verb.__name__)
        self.do(verb, case_id, by, self.service.case(case_id).epoch, *arguments)

    def own(self, data: st.DataObject, verb: Callable[..., Step], *arguments: Any) -> None:
        """Have a resident do something to an own case."""
        self.do(verb, *self.pick(data, verb.__name__), *arguments)
