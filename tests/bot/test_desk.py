"""The desk: what comes in is answered once, in order, and nothing is lost when a turn or a batch fails."""

import asyncio
import json
import re
import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest

from bot.channel import Post as Call
from bot.desk import TRIES, Desk, describe
from casework.actions import membership
from casework.followups import Subject, plan
from casework.people import Post, Role
from casework.petitions import Draft
from casework.plans.due import Due
from casework.replacing import replace
from casework.unit_of_work import Rules, UnitOfWork
from casework.words import summary
from handlers import service
from handlers.messages import Incoming, Outgoing, Turn
from storage.dialects import Conflict, Session, Write
from storage.tables import TABLE_OF
from tests.bot.plain import NOW, PlainChannel, arrive, note_queries, says, taps
from tests.patience import PATIENCE
from tests.storage.raw import select


async def counts(desk: Desk) -> dict[str, int]:
    async with desk.store.reading() as session:
        return {str(row[0]): int(row[1]) for row in await session.rows("inbox_counts")}


async def history(desk: Desk, person: str) -> list[str]:
    async with desk.store.reading() as session:
        rows = await session.rows("messages_after", chat=f"plain:{person}", after=0, most=100)
    return [("> " if row[2] else "") + row[4] for row in rows]


async def sent(desk: Desk, person: str) -> list[str]:
    async with desk.store.reading() as session:
        rows = await session.rows("outbox_pending", channel="plain", now=0, most=1000)
    return [row[3] for row in rows if row[1] == f"plain:{person}"]


async def test_a_batch_answers_everybody_and_keeps_the_history(desk: Desk) -> None:
    await arrive(desk, says("ann", "/help"), says("bo", "/help"), says("ann", "/my"))
    assert await desk.handle() == 3
    assert await counts(desk) == {"done": 3}
    ann = await history(desk, "ann")
    assert [line for line in ann if line.startswith("> ")] == ["> /help", "> /my"]
    assert len(await sent(desk, "ann")) == 2
    assert len(await sent(desk, "bo")) == 1
    assert await desk.handle() == 0


async def test_what_cannot_be_understood_is_set_aside_and_blocks_nobody(desk: Desk) -> None:
    await arrive(desk, "{", says("ann", "/help"), "null")
    assert await desk.handle() == 3
    assert await counts(desk) == {"aside": 1, "done": 2}
    assert len(await sent(desk, "ann")) == 1


async def test_a_channel_that_fails_to_read_a_message_blocks_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = desk.channels["plain"]
    parse = channel.parse

    def breaks(body: str) -> Incoming | None:
        if "lamp" in body:
            raise OverflowError("timestamp out of range for platform time_t")
        return parse(body)

    monkeypatch.setattr(channel, "parse", breaks)
    await arrive(desk, says("bo", "a lamp"), says("ann", "/help"))
    assert await desk.handle() == 2
    assert await counts(desk) == {"aside": 1, "done": 1}
    assert len(await sent(desk, "ann")) == 1


async def test_a_turn_that_fails_drops_its_own_changes_and_is_set_aside_after_three_times(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = service.take

    async def failing(uow: UnitOfWork, incoming: Incoming) -> Turn:
        turn = await take(uow, incoming)
        if incoming.text == "/boom":
            raise ZeroDivisionError
        return turn

    monkeypatch.setattr(service, "take", failing)
    await arrive(desk, says("ann", "/boom"), says("bo", "/help"), says("ann", "/help"))
    for _ in range(TRIES + 1):
        await desk.handle()
    assert await counts(desk) == {"aside": 1, "done": 2}
    assert len(await sent(desk, "bo")) == 1
    ann = await history(desk, "ann")
    assert len(await sent(desk, "ann")) == 2
    assert [line for line in ann if line.startswith("> ")] == ["> /help"]


async def test_a_batch_in_conflict_is_repeated_message_by_message(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    take = service.take
    seen: list[str] = []

    async def conflicting(uow: UnitOfWork, incoming: Incoming) -> Turn:
        seen.append(incoming.sender)
        if incoming.sender == "plain:bo":
            raise Conflict("cases: changed by somebody else")
        return await take(uow, incoming)

    monkeypatch.setattr(service, "take", conflicting)
    await arrive(desk, says("ann", "/help"), says("bo", "/help"), says("cy", "/help"))
    for _ in range(2):
        await desk.handle()
    assert await counts(desk) == {"aside": 1, "done": 2}
    assert len(await sent(desk, "ann")) == len(await sent(desk, "cy")) == 1
    assert len(await sent(desk, "bo")) == 1
    assert seen.count("plain:bo") >= TRIES


@pytest.mark.parametrize("outage", [OSError("disk I/O error"), sqlite3.OperationalError("database or disk is full")])
async def test_an_outage_in_the_middle_of_a_turn_keeps_the_whole_batch_for_later(
    desk: Desk, outage: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later turn looks something up, and what the earlier ones have decided can't be written before that."""
    await arrive(desk, says("bo", "/help"))
    await desk.handle()
    session = type(await _session_of(desk))
    write_all, failures = session.write_all, [outage]

    async def failing(self: Session, writes: Sequence[Write]) -> None:
        if failures:
            raise failures.pop()
        await write_all(self, writes)

    monkeypatch.setattr(session, "write_all", failing)
    await arrive(desk, says("ann", "The street lamp in front of the school is broken"), says("bo", "/my"))
    with pytest.raises(type(outage)):
        await desk.handle()
    assert await counts(desk) == {"done": 1, "new": 2}
    await desk.handle()
    assert await counts(desk) == {"done": 3}
    assert (len(await sent(desk, "ann")), len(await sent(desk, "bo"))) == (1, 2)
    async with desk.store.reading() as reading:
        assert {row[0] for row in await select(reading, "select tries from inbox")} == {0}, "a message was blamed"


async def test_a_query_that_the_database_can_not_run_is_a_defect_of_ours_and_stops_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements: Any = (await _session_of(desk))._statements  # type: ignore[attr-defined]
    spoilt = replace(statements["migrations_done"], sql="select nothing from nowhere")
    monkeypatch.setitem(statements, "cases_of_resident", spoilt)
    await arrive(desk, says("ann", "/help"), says("bo", "/help"))
    await desk.handle()
    await arrive(desk, says("ann", "/my"), says("bo", "/help"))
    for _ in range(TRIES):
        await desk.handle()
    assert await counts(desk) == {"aside": 1, "done": 3}


async def test_what_can_not_be_written_is_set_aside_and_stops_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = plan

    def failing(subject: Subject, rules: Rules) -> Sequence[Due]:
        if isinstance(subject, Draft) and "spoilt" in subject.text:
            raise ZeroDivisionError
        return planned(subject, rules)

    monkeypatch.setattr("storage.batch.plan", failing)
    await arrive(desk, says("ann", "The spoilt lamp is broken"), says("bo", "The road is full of holes"))
    for _ in range(TRIES):
        await desk.handle()
    assert await counts(desk) == {"aside": 1, "done": 1}
    assert len(await sent(desk, "bo")) == 1
    assert len(await sent(desk, "ann")) == 1


async def test_who_can_not_even_be_told_so_stops_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    encode = PlainChannel.encode

    def failing(self: PlainChannel, outgoing: Outgoing) -> Sequence[Call]:
        if outgoing.chat == "plain:ann":
            raise ZeroDivisionError
        return encode(self, outgoing)

    monkeypatch.setattr(PlainChannel, "encode", failing)
    await arrive(desk, says("ann", "/help"), says("bo", "/help"))
    for _ in range(TRIES):
        await desk.handle()
    assert await counts(desk) == {"aside": 1, "done": 1}


async def _session_of(desk: Desk) -> Session:
    async with desk.store.database.transaction() as session:
        return session


async def test_the_cards_of_open_drafts_are_looked_up_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = ("ann", "bo", "cy")
    await arrive(desk, *(says(person, "村口的路灯坏了三天了") for person in people))
    await desk.handle()
    asked = note_queries(monkeypatch)
    await arrive(desk, *(says(person, "灯杆也歪了") for person in people))
    await desk.handle()
    assert [len(await sent(desk, person)) for person in people] == [1, 1, 1]  # In place of the card before.
    assert asked.count("cards_by_key") == 1


async def test_what_taps_are_about_is_looked_up_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = ("ann", "bo", "cy")
    await arrive(desk, *(says(person, "村口的路灯坏了三天了") for person in people))
    await desk.handle()
    async with desk.store.reading() as session:
        drafts = [row[0] for row in await select(session, "select id from drafts order by id")]
    asked = note_queries(monkeypatch)
    await arrive(desk, *(taps(person, f"d.send.{draft}") for person, draft in zip(people, drafts, strict=True)))
    assert await desk.handle() == 3
    assert asked.count("running_of") == 1
    await arrive(desk, *(taps(person, f"c.show.{case}.0") for case, person in enumerate(people, start=1)))
    assert await desk.handle() == 3
    assert asked.count("cases_by_key") == 1


async def test_an_update_that_comes_twice_is_answered_once(desk: Desk) -> None:
    await arrive(desk, says("ann", "/help"))
    async with desk.store.database.transaction() as session:
        ((id_,),) = await select(session, "select id from inbox where state = 'new'")
        again = {"id": id_ + 10**9, "channel": "plain", "bot": "1", "update_id": id_, "conversation": ""}
        again |= {"received_at": 0, "body": "null", "state": "new", "error": ""}
        assert await session.write("inbox_store", [again]) == 0
    assert await desk.handle() == 1


async def test_whoever_takes_up_a_post_gets_its_menu(desk: Desk) -> None:
    async with desk.store.turn(NOW) as uow:
        code = await membership.invite(uow, Role.SUPERVISOR, None, 1, "督查员", "Supervisor")
    await arrive(desk, says("ann", f"/join {code}"), says("bo", "/join 0000-0000-0000-0000"))
    await desk.handle()
    async with desk.store.reading() as session:
        rows = await session.rows("outbox_pending", channel="plain", now=0, most=100)
    menus = [(row[1], json.loads(row[3])["roles"]) for row in rows if row[2] == "menu"]
    assert menus == [("plain:ann", ["supervisor"])]


async def test_a_verb_of_its_own_delivers_what_it_tells(desk: Desk) -> None:
    await arrive(desk, says("ann", "/help"))
    await desk.handle()

    async def nothing(uow: UnitOfWork) -> str:
        return "done"

    assert await desk.act(nothing) == "done"


@pytest.mark.parametrize("ticks", range(4))
async def test_it_ends_when_it_is_told_to_at_the_very_moment_that_its_bell_rings(desk: Desk, ticks: int) -> None:
    running = asyncio.ensure_future(desk.run())
    await asyncio.sleep(0.2)
    desk.inbox_bell.set()
    for _ in range(ticks):
        await asyncio.sleep(0)
    running.cancel()
    done, _ = await asyncio.wait({running}, timeout=PATIENCE)
    assert done, "the cancellation is not lost"


def test_an_error_is_described_by_its_places_and_by_none_of_its_words() -> None:
    post = TABLE_OF[Post].codec
    row = ["no such role" if name == "role" else 1 for name in post.names]
    with pytest.raises(ValueError, match="no such role") as raised:
        post.decode(row)
    # The place, and the last one of ours before it.
    assert re.fullmatch(
        r"ValueError in enum\.py:\d+ \(__new__\), from codec\.py:\d+ \(decode\)", describe(raised.value)
    )
    with pytest.raises(ValueError, match="at least one character") as raised:
        summary("what somebody wrote", 0)
    assert re.fullmatch(r"ValueError in words\.py:\d+ \(summary\)", describe(raised.value))
    assert describe(ValueError("what somebody wrote")) == "ValueError"
