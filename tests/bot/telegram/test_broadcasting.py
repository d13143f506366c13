"""Broadcasts over Telegram: handed over some at a time, to everybody once, stopped at once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.broadcasting import Broadcasting
from bot.delivery import deliver
from bot.pacing import Pacing
from bot.telegram.queue import Row
from bot.telegram.records import Ended, jot, record
from bot.telegram.verdicts import Verdict
from casework.actions import broadcasting
from casework.areas import Area
from casework.broadcasts.broadcast import WORDS, Audience, Broadcast, BroadcastState, Tally
from casework.broadcasts.subscriptions import Subscription, Topic, subscription_key
from casework.profile import Broadcasts
from handlers.messages import Outgoing, Priority
from storage.snapshot import AREA
from tests.bot.telegram.office import TOKEN, Office, open_office, texts, until, wall
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

COUNTY = 1
MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Nine o'clock in the county."""


@dataclass
class Clock:
    moment: datetime = MORNING

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        yield standin


@pytest.fixture
async def office(database_url: str, telegram: Standin) -> AsyncIterator[Office]:
    async with open_office(database_url, telegram) as office:
        office.desk.clock = Clock()
        async with office.store.batch() as batch:
            area = Area(COUNTY, "990101", "白鹭县", "county", None, "/1/", name_en="Egret County")
            await batch.session.write("area_insert", [AREA.encode(area)])
            await batch.session.write("organisation_changed", [{"id": 1}])
        yield office


async def subscribe(office: Office, *people: int) -> None:
    for person in people:
        office.telegram.world.says(person, "Hello")
        await office.know(person)
    async with office.store.turn(wall()) as uow:
        for person in people:
            key = subscription_key(person, Topic.NOTICE, COUNTY)
            uow.put(Subscription(key, person, Topic.NOTICE, COUNTY, wall()))


async def begin(office: Office, **others: Any) -> int:
    """Let a broadcast out; return its id."""
    async with office.store.turn(office.desk.clock.now()) as uow:
        to = Audience(COUNTY, (Topic.NOTICE,), **others)
        broadcast = await broadcasting.announce(uow, "notice:1", WORDS, to, None, {"zh": "停水"})
    return broadcast.id


async def change(office: Office, id_: int, **others: Any) -> None:
    async with office.store.turn(office.desk.clock.now()) as uow:
        broadcast = await uow.get(Broadcast, id_)
        assert broadcast is not None
        uow.put(replace(broadcast, **others))


async def standing(office: Office, id_: int) -> tuple[BroadcastState, Tally]:
    async with office.store.turn(wall()) as uow:
        broadcast = await uow.get(Broadcast, id_)
        assert broadcast is not None
        return broadcast.state, await uow.tally(broadcast)


async def is_over(office: Office, mine: Broadcasting, id_: int) -> Tally:
    """Let a broadcast come to its end; return what came of it."""

    async def over() -> bool:
        await mine.step()
        return (await standing(office, id_))[0] is BroadcastState.DONE

    await until(over)
    return (await standing(office, id_))[1]


async def test_everybody_gets_it_once_and_it_is_counted(office: Office, telegram: Standin) -> None:
    people = range(100, 130)
    await subscribe(office, *people)
    office.start(office.sender().run())
    mine = Broadcasting(office.desk)
    id_ = await begin(office)
    assert await is_over(office, mine, id_) == Tally(handed=30, sent=30)
    for person in people:
        assert len(texts(telegram, person)) == 1
    assert telegram.violations == []


async def test_what_waits_in_the_outbox_stays_few(office: Office) -> None:
    await subscribe(office, *range(100, 130))
    office.store.rules = replace(
        office.store.rules, profile=replace(office.store.rules.profile, broadcasts=Broadcasts(depth=10))
    )
    mine = Broadcasting(office.desk)
    await begin(office)
    for _ in range(5):
        await mine.step()
    assert len(await office.outbox()) == 10


async def test_two_broadcasts_go_on_side_by_side(office: Office) -> None:
    await subscribe(office, *range(100, 130))
    office.store.rules = replace(
        office.store.rules, profile=replace(office.store.rules.profile, broadcasts=Broadcasts(depth=10))
    )
    mine = Broadcasting(office.desk)
    first = await begin(office)
    async with office.store.turn(MORNING) as uow:
        second = await broadcasting.announce(uow, "notice:2", WORDS, Audience(COUNTY), None, {"zh": "洪水"})
    await mine.step()
    assert [(await standing(office, id_))[1].waiting for id_ in (first, second.id)] == [5, 5]


async def test_an_answer_that_was_lost_keeps_it_from_nobody(office: Office, telegram: Standin) -> None:
    await subscribe(office, *range(100, 105))
    telegram.fail("sendMessage", "reset", chat=102)
    telegram.fail("sendMessage", "500", chat=103)
    office.start(office.sender().run())
    mine = Broadcasting(office.desk)
    assert await is_over(office, mine, await begin(office)) == Tally(handed=5, sent=5)
    assert [len(texts(telegram, person)) for person in range(100, 105)] == [1] * 5


async def test_what_was_sent_and_jotted_down_before_the_death_is_not_sent_again(
    office: Office, telegram: Standin
) -> None:
    await subscribe(office, *range(100, 110))
    mine = Broadcasting(office.desk)
    id_ = await begin(office)
    await mine.step()
    async with office.store.database.reading() as session:
        rows = [Row.read(each) for each in await session.rows("outbox_ready", channel="tg", held=[], most=3)]
    for row in rows:
        await jot(office.store.database, Ended(row, Verdict("sent")))
    # It was stopped in the very moment: what is held was sent all the same.
    await change(office, id_, state=BroadcastState.STOPPED)
    await mine.step()
    office.start(office.sender().run())

    async def known() -> bool:
        return (await office.states()).count("sent") == 3

    await until(known)
    await change(office, id_, state=BroadcastState.RUNNING)
    assert await is_over(office, mine, id_) == Tally(handed=10, sent=10)
    assert sum(len(texts(telegram, person)) for person in range(100, 110)) == 7


async def test_what_is_to_be_repeated_stays_held_where_it_was_stopped(office: Office, telegram: Standin) -> None:
    await subscribe(office, 100)
    mine = Broadcasting(office.desk)
    id_ = await begin(office)
    await mine.step()
    async with office.store.database.reading() as session:
        ((row),) = [Row.read(each) for each in await session.rows("outbox_ready", channel="tg", held=[], most=3)]
    await change(office, id_, state=BroadcastState.STOPPED)
    await mine.step()
    await record(office.store.database, [Ended(row, Verdict("pending", "500"))])
    assert await office.states() == ["held"]


async def test_what_was_surely_not_sent_is_given_back_and_sent(office: Office, telegram: Standin) -> None:
    await subscribe(office, *range(100, 105))
    telegram.fail("sendMessage", "429", seconds=1, chat=102)
    office.start(office.sender().run())
    mine = Broadcasting(office.desk)
    assert await is_over(office, mine, await begin(office)) == Tally(handed=5, sent=5)
    assert len(texts(telegram, 102)) == 1


async def test_who_has_blocked_the_bot_meanwhile_is_counted_and_known(office: Office, telegram: Standin) -> None:
    await subscribe(office, *range(100, 105))
    telegram.fail("sendMessage", "403", chat=103)
    office.start(office.sender().run())
    mine = Broadcasting(office.desk)
    assert await is_over(office, mine, await begin(office)) == Tally(handed=5, sent=4, blocked=1)

    async def known() -> bool:
        return (await office.person(103)).unreachable_at is not None

    await until(known)


async def test_stopping_holds_what_the_sender_has_read_already(office: Office, telegram: Standin) -> None:
    people = range(100, 120)
    await subscribe(office, *people)
    office.start(office.sender(Pacing(2, 0, 0)).run())
    mine = Broadcasting(office.desk)
    id_ = await begin(office)
    await mine.step()
    await telegram.wait_called("sendMessage", 2)
    await change(office, id_, state=BroadcastState.STOPPED)

    async def held() -> bool:
        await mine.step()
        states = await office.states()
        return "pending" not in states and states.count("sent") == len(telegram.calls("sendMessage"))

    await until(held)
    sent = len(telegram.calls("sendMessage"))
    assert sent < len(people)
    assert (await standing(office, id_))[1] == Tally(handed=20, sent=sent, waiting=20 - sent)
    # What comes after it goes out, and nothing of what was to go before.
    later = 200
    telegram.world.says(later, "Hello")
    await office.know(later)
    await office.say(Outgoing(f"tg:{later}", "Later", priority=Priority.BROADCAST))
    await telegram.wait_called("sendMessage", sent + 1)
    assert texts(telegram, later) == ["Later"]
    await change(office, id_, state=BroadcastState.ENDED, held=False)
    await mine.step()
    assert (await standing(office, id_))[1] == Tally(handed=20, sent=sent, failed=20 - sent)


async def test_the_night_holds_what_waits_and_the_morning_lets_it_go(office: Office, telegram: Standin) -> None:
    await subscribe(office, *range(100, 110))
    mine = Broadcasting(office.desk)
    id_ = await begin(office)
    await mine.step()
    clock = office.desk.clock
    assert isinstance(clock, Clock)
    clock.moment = MORNING + timedelta(hours=12, minutes=29, seconds=30)
    await mine.step()
    assert set(await office.states()) == {"held"}
    office.start(office.sender().run())
    clock.moment = MORNING + timedelta(hours=22, minutes=59)
    await mine.step()
    assert set(await office.states()) == {"held"}
    assert telegram.calls("sendMessage") == []
    clock.moment = MORNING + timedelta(hours=23, minutes=1)
    assert await is_over(office, mine, id_) == Tally(handed=10, sent=10)


async def test_a_public_channel_that_has_moved_gets_it_at_its_new_place(office: Office, telegram: Standin) -> None:
    telegram.world.group(-1007)
    telegram.world.group(-100999)
    telegram.world.group(-1007).migrated_to = -100999
    profile = replace(office.store.rules.profile, public_channel="tg:-1007")
    office.store.rules = replace(office.store.rules, profile=profile)
    office.start(office.sender().run())
    mine = Broadcasting(office.desk)
    assert await is_over(office, mine, await begin(office, public=True)) == Tally(handed=1, sent=1)
    assert texts(telegram, -100999) == ["📢 停水"]


async def test_what_comes_later_in_the_channel_never_overtakes_what_was_posted(
    office: Office, telegram: Standin
) -> None:
    """A correction behind an outage and a night: what it corrects comes first, and is not held until the morning."""
    telegram.world.group(-1007)
    profile = replace(office.store.rules.profile, public_channel="tg:-1007")
    office.store.rules = replace(office.store.rules, profile=profile)
    await subscribe(office, 100)
    mine = Broadcasting(office.desk)
    id_ = await begin(office, public=True)
    await mine.step()
    clock = office.desk.clock
    assert isinstance(clock, Clock)
    clock.moment = MORNING + timedelta(hours=13)
    await mine.step()
    async with office.store.batch() as batch:
        await deliver(batch, office.desk.channels, [Outgoing("tg:-1007", "更正")], clock.moment, wall())
        batch.join()
    office.start(office.sender().run())

    async def both() -> bool:
        return len(texts(telegram, -1007)) == 2

    await until(both)
    assert texts(telegram, -1007) == ["📢 停水", "更正"]
    assert texts(telegram, 100) == []
    clock.moment = MORNING + timedelta(hours=24)
    assert await is_over(office, mine, id_) == Tally(handed=2, sent=2)
    assert len(texts(telegram, 100)) == 1
