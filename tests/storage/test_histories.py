"""The random histories of tests/casework over the real storage: desk, sweep, rows, on both databases.

After each step the rows are read back, and what has to hold is asked of them and not of what the verbs returned.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from bot.desk import Desk
from bot.sweep import Sweep
from casework.actions import accepting, outcomes, residents, working
from casework.alarms import Alarm
from casework.callbacks import Callback
from casework.errors import Refused
from casework.followups import plan
from casework.joining import Supporter
from casework.links import Link
from casework.parts import Part
from casework.people import Group, Invite, Person, Post
from casework.petitions import Case, DigestItem, Draft, Event, FollowUp, Petition, Rating, Verdict
from casework.unit_of_work import UnitOfWork
from storage.batch import SUBJECTS
from storage.codec import Codec
from storage.store import Store
from storage.verifying import Verifying
from tests.bot.plain import PlainChannel, StandingClock
from tests.casework.history.machine import Histories
from tests.casework.history.world import RULES
from tests.casework.memory import Memory, key_of
from tests.casework.service import MONDAY, Service, organisation
from tests.databases import KINDS
from tests.storage.raw import begin_afresh, every, open_store, select

T = TypeVar("T")

FOLLOW_UP = Codec(FollowUp)
READ_BACK = {
    *(Person, Post, Group, Invite, Draft, Petition, Case, Event, Rating, DigestItem, Alarm),
    *(Part, Callback, Supporter, Link),
}
COUNTED = ("messages", "cards", "outbox", "ratings")
# Far from the ids that the database gives out.
OWN_IDS = 10**9

TALK: dict[str, Callable[[UnitOfWork, int, int, str], Awaitable[Any]]] = {
    "accept": lambda uow, case_id, by, word: accepting.accept(uow, case_id, by, None),
    "decline": lambda uow, case_id, by, word: accepting.decline(uow, case_id, by, None, word),
    "ask": lambda uow, case_id, by, word: working.ask(uow, case_id, by, None, word),
    "progress": lambda uow, case_id, by, word: working.progress(uow, case_id, by, None, word),
    "need_help": lambda uow, case_id, by, word: working.need_help(uow, case_id, by, None, word),
    "add": residents.add,
    "judge": lambda uow, case_id, by, word: outcomes.judge(uow, case_id, by, None, Verdict.HALF, word),
}
"""Verbs that leave a word in the timeline, by which it is seen whether their turn was kept."""


class Errors(logging.Handler):
    """Keeps what the program logs as an error: it goes on then, but a test must not."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Stored(Memory):
    """The rows of a database, read back after each step; what tests add is written before the next one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(organisation(), RULES)
        self.ids = OWN_IDS
        self.follow_ups: list[FollowUp] = []
        self.counts: tuple[int, ...] = ()
        self._desk = desk
        self.unsaved: list[Any] = []

    def add(self, row: Any) -> Any:
        self.unsaved.append(row)
        return super().add(row)

    async def save(self) -> None:
        if self.unsaved:
            async with self._desk.store.turn(self._desk.clock.now()) as uow:
                for row in self.unsaved:
                    uow.put(row)
            self.unsaved.clear()

    async def read_back(self) -> None:
        async with self._desk.store.reading() as session:
            rows = await every(session, READ_BACK)
            found = await select(session, f"select {', '.join(FOLLOW_UP.names)} from followups order by id")
            counts = ", ".join(f"(select count(*) from {name})" for name in COUNTED)
            (self.counts,) = [tuple(row) for row in await select(session, f"select {counts}")]
        self.changes += 1
        self.rows = {key_of(row): row for row in rows if not isinstance(row, Event)}
        self.events = [row for row in rows if isinstance(row, Event)]
        self.follow_ups = [FOLLOW_UP.decode(row) for row in found]


class StoredService(Service):
    """A service whose verbs go through the desk."""

    memory: Stored

    def __init__(self, desk: Desk, clock: StandingClock) -> None:
        self.desk = desk
        self._clock = clock
        super().__init__(memory=Stored(desk))
        clock.moment = self.now

    async def do(self, verb: Callable[..., Awaitable[T]], *arguments: Any, **named: Any) -> T:
        await self.memory.save()
        self._clock.moment = self.now

        async def noted(uow: UnitOfWork) -> T:
            result = await verb(uow, *arguments, **named)
            self.memory.notices += [(self.now, notice) for notice in uow.notices]
            return result

        try:
            return await self.desk.act(noted)
        finally:
            await self.memory.read_back()


class StoredHistories(Histories):
    """The histories over a store; follow-ups are fired by the sweep."""

    service: StoredService

    def __init__(self, runner: asyncio.Runner, store: Store) -> None:
        super().__init__()
        self.runner.close()
        self.runner = runner
        self.clock = StandingClock(MONDAY)
        self.desk = Desk(store, {"tg": PlainChannel()}, self.clock, self.clock.now)
        self.sweep = Sweep(self.desk)
        self.errors = Errors()
        self.words = 0
        self.before: dict[Any, Any] = {}
        self.counts: tuple[int, ...] = ()
        logging.getLogger("bot").addHandler(self.errors)

    def teardown(self) -> None:
        logging.getLogger("bot").removeHandler(self.errors)
        if hasattr(self, "service"):
            self.runner.run(self._the_record_is_whole())

    async def _the_record_is_whole(self) -> None:
        """Assert that the audit finds nothing: each line of each case stands in its chain (`casework.trail`)."""
        verifying = Verifying(self.desk.store.database)
        assert [flaw async for flaw in verifying.flaws()] == []
        assert verifying.lines == len(self.service.memory.events)

    def begin(self) -> StoredService:
        self.runner.run(begin_afresh(self.desk.store, organisation()))
        self.desk.store.rng.seed(1)  # Chance draws call-backs: the same history has to draw the same ones.
        self.before, self.counts = {}, ()
        return StoredService(self.desk, self.clock)

    def fire_next(self, end: datetime) -> bool:
        return self.runner.run(self._fire_next(end))

    async def _fire_next(self, end: datetime) -> bool:
        stored = self.service.memory
        await stored.save()
        due = await self.sweep.next_due()
        if due is None or due > end:
            return False
        self.service.now = self.clock.moment = max(due, self.service.now)
        assert await self.sweep.run(), "a row was due that the plan does not have"
        await stored.read_back()
        return True

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data(), many=st.integers(2, 5))
    def crowd(self, data: st.DataObject, many: int) -> None:
        """Several turns in one batch; one of them fails when its verb has changed everything it changes."""
        able = [(verb, case_id, by) for verb in TALK for case_id, by in self.able(verb)]
        if able:
            turns = [data.draw(st.sampled_from(able)) for _ in range(many)]
            failing = data.draw(st.integers(0, many - 1))
            self.runner.run(self._crowd(turns, failing))

    async def _crowd(self, turns: list[tuple[str, int, int]], failing: int) -> None:
        stored, store = self.service.memory, self.desk.store
        await stored.save()
        kept, dropped = set(), set()
        accepted: list[int] = []
        async with store.batch() as batch:
            for at, (verb, case_id, by) in enumerate(turns):
                uow = store.unit_of_work(batch, self.service.now)
                self.words += 1
                word = f"<{self.words}>"
                try:
                    await TALK[verb](uow, case_id, by, word)
                    if at == failing:
                        raise ZeroDivisionError
                except (Refused, ZeroDivisionError):
                    batch.drop()
                    dropped.add(word)
                    continue
                batch.join()
                stored.notices += [(self.service.now, notice) for notice in uow.notices]
                if verb == "accept":
                    accepted.append(case_id)
                else:
                    kept.add(word)
        await stored.read_back()
        said = {word for event in stored.events for word in event.data.values() if isinstance(word, str)}
        assert kept <= said
        assert not dropped & said
        assert len(accepted) == len(set(accepted)), "two have accepted one case"

    def check(self) -> None:
        super().check()
        assert not self.errors.lines
        if not self.service.memory.unsaved:
            self._follow_ups_equal_the_plan(self.service.memory)
            self._nothing_goes_back(self.service.memory)

    def _follow_ups_equal_the_plan(self, stored: Stored) -> None:
        pending = [row for row in stored.follow_ups if row.state == "pending"]
        assert max(Counter((row.subject, row.kind) for row in pending).values(), default=0) <= 1
        assert sorted((row.subject, row.kind, row.epoch, row.round, row.due_at) for row in pending) == sorted(
            (f"{prefix}:{subject.id}", due.kind, getattr(subject, "epoch", 0), due.round, due.at)
            for prefix, kind in SUBJECTS.items()
            for subject in stored.of(kind)
            for due in plan(subject, RULES)
        )

    def _nothing_goes_back(self, stored: Stored) -> None:
        """No row is lost; whatever changes gets a higher version; what has fired never waits again."""
        rows: dict[Any, Any] = {
            **stored.rows,
            **{("Event", event.id): event for event in stored.events},
            **{("FollowUp", row.id): row for row in stored.follow_ups},
        }
        assert rows.keys() >= self.before.keys()
        for key, before in self.before.items():
            after = rows[key]
            if isinstance(before, FollowUp):
                assert before.state != "fired" or after.state == "fired"
            elif hasattr(before, "version"):
                assert after.version > before.version or after == before, f"{key[0]} changed under its old version"
            else:
                assert after == before, f"{key[0]} was written twice"
        assert all(now >= then for now, then in zip(stored.counts, self.counts, strict=False))
        self.before, self.counts = rows, stored.counts


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_happens_the_rows_say_so(kind: str, tmp_path: Path) -> None:
    # A history is not made shorter when it fails: that takes minutes over a database.
    most = max(20, settings().max_examples // 5)
    chosen = settings(max_examples=most, stateful_step_count=40, phases=[Phase.generate])
    with asyncio.Runner() as runner:
        opened = open_store(kind, tmp_path, RULES)
        store = runner.run(opened.__aenter__())
        try:
            run_state_machine_as_test(
                lambda: StoredHistories(runner, store),  # type: ignore[arg-type]
                settings=chosen,
            )
        finally:
            runner.run(opened.__aexit__(None, None, None))
