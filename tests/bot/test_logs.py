"""Logs: a line names its case, and nothing of a person, whatever goes wrong."""

import json
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from random import Random
from typing import Any

import msgspec
import pytest

from bot.desk import Desk
from bot.logs import QUIET, JsonLines, of_case, set_up_logs
from bot.sweep import Sweep
from casework.actions import firing
from casework.people import Role
from casework.petitions import Case
from handlers import service
from handlers.messages import Incoming, Kind
from tests.bot.plain import PlainChannel, StandingClock, arrive
from tests.handlers.dialogue import COUNTY, MONDAY, ROADS, Town
from tests.storage.raw import every, select

SECRETS = ("王小明", "13800138000", "seepage", "张翠花", "tg:70")
SAID = (
    "The road at Maple Village is full of holes, seepage everywhere. 我叫王小明，电话13800138000",
    "枫桥村的路坏了，张翠花家漏水。王小明 13800138000",
    "王小明",
    "13800138000",
    "/my",
    "/cases",
    "seepage again, 张翠花 saw it",
)


class Kept(logging.Handler):
    """Keeps the lines as they would stand in the log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines())
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(json.loads(self.format(record)))


@pytest.fixture
def log() -> Iterator[Kept]:
    root, kept = logging.getLogger(), Kept()
    before = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET}
    set_up_logs(logging.DEBUG)
    root.addHandler(kept)
    yield kept
    root.handlers[:], level = before
    root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


def breaks(rng: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let turns and follow-ups fail now and then once they are done, by errors that tell what people wrote."""
    take, fire = service.take, firing.fire

    async def taken(uow: Any, incoming: Incoming) -> Any:
        turn = await take(uow, incoming)
        if rng.random() < 0.2:
            raise ValueError(f"cannot do {incoming.text} {' '.join(SECRETS)}")
        return turn

    async def fired(uow: Any, subject: Any, *due: Any) -> bool:
        found = await fire(uow, subject, *due)
        if rng.random() < 0.2:
            raise LookupError(f"{subject!r} {' '.join(SECRETS)}")
        return found

    monkeypatch.setattr(service, "take", taken)
    monkeypatch.setattr("bot.sweep.fire", fired)


async def anything(town: Town, rng: Random, chat: str) -> Incoming:
    """Return what somebody may do next: say something, or press a button of theirs."""
    async with town.store.reading() as session:
        rows = await select(
            session, f"select buttons from messages where chat = '{chat}' and buttons <> '' order by id"
        )
    shown = [button for (row,) in rows[-4:] for line in msgspec.json.decode(row) for button in line if button["data"]]
    if shown and rng.random() < 0.75:
        return Incoming(Kind.TAP, chat, chat, data=rng.choice(shown)["data"], tap_id="1")
    return Incoming(Kind.TEXT, chat, chat, text=rng.choice(SAID), ref=town.next_ref())


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_fails_no_line_holds_anything_of_a_person_and_cases_are_named(
    town: Town, log: Kept, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = Random(seed)
    clock = StandingClock(MONDAY)
    desk = Desk(town.store, {"plain": PlainChannel()}, clock, clock.now)
    staff = [await town.cadre(), await town.official(Role.HEAD, unit=ROADS)]
    staff.append(await town.official(Role.DISPATCHER, area=COUNTY))
    chats = [town.resident("zh").address for _ in range(4)] + [each.address for each in staff]
    breaks(rng, monkeypatch)
    for _ in range(40):
        await arrive(desk, *[await anything(town, rng, chat) for chat in chats])
        await desk.handle()
        clock.moment += timedelta(hours=rng.choice([0, 1, 30]))
        await Sweep(desk).run()
    async with town.store.reading() as session:
        numbers = {case.label for case in await every(session, [Case])}
    failed = [line for line in log.lines if "failed" in line["text"]]
    assert len({line["text"].split(":")[0] for line in failed}) > 2
    named = {line["case"] for line in failed if "case" in line}
    assert named
    # A number that was rolled back with its turn is nobody's.
    assert named & numbers
    said = json.dumps(log.lines, ensure_ascii=False)
    assert [secret for secret in SECRETS if secret in said] == []
    assert all(line.keys() <= {"time", "level", "from", "text", "case", "error"} for line in log.lines)


def test_a_line_has_the_number_of_its_case_in_a_field_of_its_own(log: Kept) -> None:
    case = Case(7, 7, "260302-0000001", 1, 1, "roads", 1, "/1/", "", "", MONDAY, MONDAY, MONDAY)
    logging.getLogger("bot.test").error("it failed", extra=of_case(case))
    logging.getLogger("bot.test").error("it failed", extra=of_case(None))
    assert [line.get("case") for line in log.lines] == ["260302-0000001", None]


def test_what_libraries_say_at_length_is_not_logged(log: Kept) -> None:
    logging.getLogger("telegram.Bot").critical("王小明")
    assert log.lines == []
