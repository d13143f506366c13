"""The demo's stage: begins a story, moves the clock from one due moment to the next, and tells whoever watches."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.clock import MovedClock
from bot.demo.player import Player
from bot.demo.samples import show_policies
from bot.demo.scenes import SCENES, TOUR
from bot.demo.seats import Seat, expect_digests, speak, take_seats
from bot.desk import Desk
from bot.sweep import Sweep
from casework.unit_of_work import UnitOfWork
from storage.codec import from_micros, to_micros

STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
CLOCK = "demo_clock"
SCENE = "demo_scene"
CLEARED = (
    "followups",
    "outbox",
    "inbox",
    "cards",
    "messages",
    "conversations",
    "digest_items",
    "ratings",
    "events",
    "trails",
    "seal_heads",
    "seals",
    "jobs",
    "files",
    "alarms",
    "shields",
    "supporters",
    "links",
    "alike",
    "policy_terms",
    "policy_parts",
    "policy_days",
    "policies",
    "canned_replies",
    "papers",
    "callbacks",
    "survey_named",
    "survey_answers",
    "survey_guests",
    "surveys",
    "note_terms",
    "notes",
    "themes",
    "tasks",
    "bookings",
    "receptions",
    "reception_series",
    "outing_items",
    "outings",
    "outing_places",
    "subscriptions",
    "broadcasts",
    "told",
    "parts",
    "briefs",
    "ledger",
    "cases",
    "petitions",
    "drafts",
    "people",
)
DAILY = {"digest"}
"""What is due every morning, whether or not there is anything to tell: no moment is made of it."""

MOMENTS = 50
MOST_STEPS = 2000


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of case time, and the kinds of what fell due then (none where the clock only arrived)."""

    at: datetime
    kinds: tuple[str, ...] = ()


class Stage:
    """One demo: its people, its clock, the story that is played, and the log of what fell due."""

    def __init__(self, desk: Desk, sweep: Sweep, clock: MovedClock, seats: list[Seat], language: str) -> None:
        self.desk = desk
        self.clock = clock
        self.seats = seats
        self.language = language
        self.scene = SCENES[TOUR]
        self.log: deque[Moment] = deque(maxlen=MOMENTS)
        self.watchers: list[Callable[[Moment], None]] = []
        self._sweep = sweep
        self._moving = asyncio.Lock()

    @classmethod
    async def set(cls, desk: Desk, sweep: Sweep, clock: MovedClock, language: str) -> "Stage":
        """Take the seats, and put the clock and the story where they were left."""
        async with desk.store.reading() as session:
            left = await session.rows("fact_read", key=CLOCK)
            played = await session.rows("fact_read", key=SCENE)
        if left:
            clock.move_to(from_micros(int(left[0][0])))
        seats = await desk.act(lambda uow: take_seats(uow, language))
        stage = cls(desk, sweep, clock, seats, language)
        await show_policies(desk.store, clock.now())
        if played:
            stage.scene = SCENES.get(played[0][0], stage.scene)
        return stage

    async def move(self, step: str) -> datetime:
        """Move the clock by a step, stopping at each due moment in order; return where it stands. KeyError: no step."""
        async with self._moving:
            await self._run_to(self.clock.now() + STEPS[step])
            await self._keep()
            return self.clock.now()

    async def play(self, name: str) -> None:
        """Start afresh, at the machine's time, and play the beginning of a story. KeyError: none of that name."""
        scene = SCENES[name]
        async with self._moving:
            async with self.desk.store.database.transaction() as session:
                for table in CLEARED:
                    await session.write(f"demo_clear_{table}", [{}])
            self.clock.reset()
            await show_policies(self.desk.store, self.clock.now())
            self.log.clear()
            self.scene = scene
            await self.desk.act(lambda uow: expect_digests(uow, self.seats))
            await scene.begin(Player(self.desk, self._run_to, self.language))
            await self._keep()

    async def speak(self, language: str) -> None:
        """Let everybody on the stage speak `language` from now on."""

        async def verb(uow: UnitOfWork) -> None:
            await speak(uow, self.seats, language)

        await self.desk.act(verb)
        self.language = language

    async def _run_to(self, target: datetime) -> None:
        """Move the clock to a moment, stopping at each due one in order."""
        for _ in range(MOST_STEPS):
            due_at = await self._sweep.next_due()
            if due_at is None or due_at > target:
                break
            self.clock.move_to(due_at)
            fired: list[str] = []
            await self._sweep.run(fired=fired)
            if kinds := tuple(kind for kind in fired if kind not in DAILY):
                self._tell(Moment(self.clock.now(), kinds))
        self.clock.move_to(target)
        self._tell(Moment(self.clock.now()))

    async def _keep(self) -> None:
        kept = {CLOCK: str(to_micros(self.clock.now().astimezone(UTC))), SCENE: self.scene.name}
        async with self.desk.store.database.transaction() as session:
            await session.write("fact_write", [{"key": key, "value": value} for key, value in kept.items()])

    def _tell(self, moment: Moment) -> None:
        if moment.kinds:
            self.log.append(moment)
        for watcher in list(self.watchers):
            watcher(moment)
