"""Alarms in the running program: one batch, one winner; no query where there is none; to the minute, at any hour."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.files.vault import Vault
from bot.owndata.works import own_works
from bot.sweep import SOON, Sweep
from casework.actions import alarms_due
from casework.actions.owndata import ERASE
from casework.alarms import Alarm, AlarmState
from casework.areas import Area
from casework.people import Address, Person, Post, Role
from casework.unit_of_work import Row
from handlers.messages import Incoming, Kind
from storage.codec import Codec, to_micros
from tests.bot.plain import StandingClock, arrive, note_queries, open_desk, says
from tests.storage.raw import every

NIGHT = datetime(2026, 3, 7, 18, 30, tzinfo=UTC)
"""Half past two on a Sunday morning."""

COUNTY = Area(1, "99", "白鹭县", "county", None, "/1/", lat=27.0, lon=118.0)
FLOOD = "我家里进水了，老人被困在屋里，电话13912345678"


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    desk = await open_desk(database_url, NIGHT)
    async with desk.store.batch() as batch:
        await batch.session.write("area_insert", [Codec(Area).encode(COUNTY)])
        await batch.session.write("organisation_changed", [{"id": 1}])
    yield desk
    await desk.store.close()


async def put(desk: Desk, *rows: Row) -> None:
    async with desk.store.turn(NIGHT) as uow:
        for row in rows:
            uow.put(row)


async def serve(desk: Desk, name: str, number: int, role: Role = Role.DUTY) -> None:
    """Give a post over the county to somebody whose chat is known."""
    chat = f"plain:{name}"
    person = Person(10**9 + number, "", "zh", chat, NIGHT)
    post = Post(10**9 + 100 + number, person.id, role, None, 1, f"值班员{number}", f"Officer {number}")
    await put(desk, person, Address(chat, person.id), post)


def tap(person: str, data: str) -> Incoming:
    return Incoming(Kind.TAP, f"plain:{person}", f"plain:{person}", data=data, tap_id=data)


def later(desk: Desk, **time: float) -> None:
    assert isinstance(desk.clock, StandingClock)
    desk.clock.moment += timedelta(**time)


async def handled(desk: Desk, *bodies: Incoming) -> None:
    await arrive(desk, *bodies)
    while await desk.handle():
        pass


async def the_alarm(desk: Desk) -> Alarm:
    async with desk.store.reading() as session:
        (alarm,) = await every(session, [Alarm])
    assert isinstance(alarm, Alarm)
    return alarm


async def outbox(desk: Desk) -> list[tuple[str, int, str]]:
    """What waits to be sent: chat, priority and text, as a sender takes it."""
    async with desk.store.reading() as session:
        rows = await session.rows("outbox_ready", channel="plain", held=[], most=1000)
    return [(row[1], row[6], json.loads(row[3])["text"]) for row in rows]


async def in_danger(desk: Desk) -> Alarm:
    await handled(desk, says("ann", FLOOD))
    alarm = await the_alarm(desk)
    await handled(desk, tap("ann", f"a.yes.{alarm.id}"))
    return await the_alarm(desk)


async def test_two_who_tap_in_one_batch_meet_and_one_wins(desk: Desk) -> None:
    for number, name in enumerate(("bo", "cy")):
        await serve(desk, name, number)
    alarm = await in_danger(desk)
    answers: list[str] = []
    desk.listeners.append(lambda handled: answers.extend(text for _, _, text in handled.taps))
    await arrive(desk, tap("cy", f"a.take.{alarm.id}"), tap("bo", f"a.take.{alarm.id}"))
    assert await desk.handle() == 2
    taken = await the_alarm(desk)
    assert (taken.state, taken.taken_by) == (AlarmState.TAKEN, 10**9 + 1)
    assert answers == ["归您了，居民知道了。", "值班员1已经去了，谢谢您。"]


async def test_an_alarm_goes_before_all_else_that_waits(desk: Desk) -> None:
    await serve(desk, "bo", 0)
    await handled(desk, *(says(f"resident{number}", "/help") for number in range(30)))
    await in_danger(desk)
    waiting = await outbox(desk)
    assert waiting[0][0] == "plain:bo"
    assert waiting[0][1] < min(priority for chat, priority, _ in waiting[2:] if chat.startswith("plain:resident"))


async def test_most_chats_have_no_alarm_to_look_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = note_queries(monkeypatch)
    await handled(desk, says("ann", "路灯坏了三天了"), says("bo", "水管漏了"))
    await handled(desk, says("ann", "在村口"), says("bo", "谢谢"))
    assert asked
    assert not [name for name in asked if "alarm" in name]
    await handled(desk, says("ann", FLOOD))
    await handled(desk, says("ann", "水还在涨"), says("bo", "在河边"))
    assert asked.count("alarms_by_key") == 1


async def test_the_sweep_rings_again_to_the_minute_and_every_ring_is_a_message_of_its_own(desk: Desk) -> None:
    await serve(desk, "bo", 0)
    await serve(desk, "office", 1, Role.DISPATCHER)
    await in_danger(desk)
    sweep = Sweep(desk)
    later(desk, minutes=4, seconds=59)
    assert await sweep.run() == 0
    later(desk, seconds=1)
    fired: list[str] = []
    assert await sweep.run(fired) == 1
    assert fired == ["alarm_ring"]
    assert len([chat for chat, _, _ in await outbox(desk) if chat == "plain:office"]) == 1
    assert await sweep.next_due() == NIGHT + timedelta(minutes=15)


async def test_a_ring_that_failed_is_tried_again_in_a_minute(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await serve(desk, "bo", 0)
    await in_danger(desk)
    sweep = Sweep(desk)

    async def failing(*arguments: object) -> None:
        raise ZeroDivisionError

    later(desk, minutes=5)
    with monkeypatch.context() as patched:
        patched.setitem(alarms_due._KINDS, "alarm_ring", failing)
        assert await sweep.run() == 0
    due = await sweep.next_due()
    assert due is not None
    assert to_micros(due) == to_micros(desk.clock.now()) + SOON
    later(desk, minutes=1)
    assert await sweep.run() == 1


async def test_erasing_forgets_the_words_of_what_is_over_but_not_of_what_still_rings(
    desk: Desk, tmp_path: Path
) -> None:
    await serve(desk, "bo", 0)
    alarm = await in_danger(desk)
    await handled(desk, tap("bo", f"a.take.{alarm.id}"))
    await handled(desk, Incoming(Kind.PLACE, "plain:ann", "plain:ann", place=(27.0, 118.0)))
    await handled(desk, says("ann", "打我哥电话13912345678"))

    async def erase() -> str:
        verb = await own_works(desk.store, Vault(tmp_path), desk.clock)[ERASE].do(alarm.person_id)
        await desk.act(verb)
        async with desk.store.reading() as session:
            return "\n".join(row[4] for row in await session.rows("messages_after", chat="plain:bo", after=0, most=99))

    assert "13912345678" not in await erase()
    assert (await the_alarm(desk)).lat == 27.0
    await handled(desk, tap("bo", f"a.done.{alarm.id}"))
    await handled(desk, says("bo", "送到学校了"))
    await erase()
    left = await the_alarm(desk)
    assert (left.state, left.words, left.place, left.lat) == (AlarmState.OVER, "", "", None)
