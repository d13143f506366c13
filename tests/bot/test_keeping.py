"""What is kept for a time only goes after it; the record and the figures stay, on both databases."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot import keeping
from bot.keeping import KEPT, purge_old
from bot.owndata.erasing import erasing
from bot.settings import Retention
from casework.actions import owndata
from casework.alarms import Alarm, AlarmState
from casework.briefs.periods import Period
from casework.broadcasts.broadcast import Broadcast, BroadcastState
from casework.broadcasts.subscriptions import Subscription, Topic
from casework.conversations import Conversation, Message
from casework.danger import Danger
from casework.files import File, FileKind, FileState, Job, JobState
from casework.links import Link, Purpose
from casework.people import Address, Invite, Person, Role
from casework.petitions import Case, Closing, DigestItem, Draft, DraftState, Petition, State
from casework.reception.days import Booking, BookingState, Reception
from casework.surveys.model import Answer, Guest, NamedAnswer, Survey, SurveyState
from casework.unit_of_work import Row, event
from storage.codec import to_micros
from storage.dialects import Write
from storage.verifying import Verifying
from tests.bot.plain import StandingClock
from tests.handlers.dialogue import COUNTY, MONDAY, ROADS, Town
from tests.storage.raw import every, select
from tests.storage.test_briefs import DAY, a_case, brief, filled

WORDS = "我叫王小明，电话13800138000。路坏了。"
ANN, BEN, STRANGER = 1, 2, 9
OPEN, CLOSED = 51, 52
LONG = timedelta(days=365 * 20)
OPEN_PHOTO, CLOSED_PHOTO, COPY, LEFT_PHOTO = 61, 62, 63, 64


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


def a_petition(number: int, *, state: State) -> list[Row]:
    closed = state is State.CLOSED
    return [
        Petition(number, f"n{number}", ANN, WORDS, "zh", MONDAY, f"d{number}", open_cases=int(not closed)),
        Case(
            number, number, f"n{number}", 1, ANN, "roads", 11, "/1/2/11/", "", WORDS, MONDAY, MONDAY + DAY, MONDAY,
            state=state, closing=Closing.SOLVED if closed else None, closed_at=MONDAY + DAY if closed else None,
            unit_id=ROADS, files=1,
        ),
    ]  # fmt: skip


def a_file(id_: int, **where: Any) -> File:
    return File(
        id_, ANN, FileKind.PHOTO, 1, MONDAY, ref="r", name="路", digest=f"{id_:064}", state=FileState.KEPT, **where
    )


def an_alarm(id_: int, state: AlarmState) -> Alarm:
    at = MONDAY
    return Alarm(id_, ANN, "tg:1|tg:1", Danger.DANGER, 11, "/1/2/11/", at, at, state, place="桥头", words=WORDS)


async def live(town: Town) -> None:
    """Leave something of each kind behind, and two cases: one is open for ever, one was closed."""
    rows: list[Row] = [
        *a_petition(OPEN, state=State.WORKING),
        *a_petition(CLOSED, state=State.CLOSED),
        Person(ANN, "", "zh", "tg:1", MONDAY),
        Address("tg:1", ANN),
        Conversation("tg:1|tg:1", ANN, flow="naming", step="name", data='{"name":"王小明"}'),
        Person(STRANGER, "王小明", "zh", "tg:9", MONDAY),
        Address("tg:9", STRANGER),
        Conversation("tg:9|tg:9", STRANGER, draft_id=71),
        a_file(OPEN_PHOTO, case_id=OPEN),
        a_file(CLOSED_PHOTO, petition_id=CLOSED),
        a_file(LEFT_PHOTO, draft_id=71),
        File(COPY, ANN, FileKind.DOCUMENT, 0, MONDAY, name="doorstep.zip", digest="c" * 64, state=FileState.KEPT),
        Draft(71, STRANGER, "tg:9|tg:9", WORDS, MONDAY, MONDAY, state=DraftState.SHELVED),
        Draft(72, ANN, "tg:1|tg:1", WORDS, MONDAY, MONDAY, state=DraftState.FILED, petition_id=OPEN),
        an_alarm(81, AlarmState.OVER),
        an_alarm(82, AlarmState.TAKEN),
        Reception(91, COUNTY, "/1/", BEN, "", "", (), (), 15, MONDAY, MONDAY, BEN, MONDAY, ()),
        Booking("91:1:0", 91, ANN, BookingState.RECEIVED, MONDAY, words=WORDS, name="王小明", phone="13800138000"),
        Broadcast(
            101, "policy:5", "policy", COUNTY, (Topic.POLICY,), False, {}, BEN, MONDAY,
            state=BroadcastState.DONE, ended_at=MONDAY,
        ),
        Subscription("1:policy:1", ANN, Topic.POLICY, COUNTY, MONDAY, left_at=MONDAY),
        Subscription("2:policy:1", BEN, Topic.POLICY, COUNTY, MONDAY),
        Survey(111, COUNTY, "/1/", "", True, (), (), BEN, MONDAY, MONDAY, MONDAY, state=SurveyState.CLOSED),
        Guest("111:1", 111, ANN, done=True),
        Answer(112, 111, 0, "1", None, None),
        NamedAnswer("111:1:0", 111, ANN, 0, "1", None, None),
        DigestItem(121, BEN, CLOSED, "thanks", MONDAY, sent_at=MONDAY, words="谢谢"),
        DigestItem(122, BEN, CLOSED, "thanks", MONDAY, words="谢谢"),
        Job(131, "fetch", 61, MONDAY, MONDAY, JobState.DONE),
        Job(132, "fetch", 61, MONDAY, MONDAY),
        Link("c" * 64, CLOSED, Purpose.SETTLEMENT, MONDAY, MONDAY),
        Invite("i" * 64, Role.CADRE, ROADS, None, "", "", (), MONDAY, used_by=BEN),
    ]  # fmt: skip
    async with town.store.batch() as batch:
        uow = town.store.unit_of_work(batch, MONDAY)
        for row in rows:
            uow.put(row)
        for case_id in (OPEN, CLOSED):
            case = await uow.get(Case, case_id)
            assert case is not None
            event(uow, case, "added", actor=ANN, role="resident", words=WORDS)
        said = [(141, "tg:1", None), (142, "tg:1", OPEN), (143, "tg:1", CLOSED), (144, "tg:9", None)]
        for id_, chat, about in said:
            batch.put(Message(id_, chat, about is None, MONDAY, WORDS, case_id=about))
        batch.join()
        sent = {
            "channel": "tg", "chat": "tg:1", "method": "sendMessage", "params": WORDS, "message_id": 141, "card": "",
            "person_id": ANN, "edit": 0, "priority": 1, "created_at": to_micros(MONDAY), "upload": "",
            "broadcast_id": None,
        }  # fmt: skip
        told = [{"thing": "policy:5", "person_id": person} for person in range(1, 8)]
        writes = [Write("outbox_insert", [{"id": id_, **sent} for id_ in (151, 152)]), Write("told_insert", told)]
        await batch.session.write_all([*writes, Write("outbox_sent", [{"ids": [151]}])])


async def figures(town: Town) -> list[Any]:
    """Return everything that is counted: what `doorstep stats` reads, ratings, surveys, and a brief."""
    span = {"since": 0, "before": to_micros(MONDAY + LONG), "now": to_micros(MONDAY)}
    async with town.store.reading() as session:
        found: list[Any] = [
            await session.rows("cases_by_end", **span),
            await session.rows("callbacks_by_answer", **span),
            await session.rows("survey_counts", survey=111),
            await select(session, "select count(*), sum(people), sum(number) from bookings where state = 'received'"),
            await select(session, "select state, count(*) from alarms group by state order by state"),
        ]
    last = town.store.rules.calendar.day(MONDAY) - DAY
    kinds = [[tuple(row) for row in rows] for rows in found]
    return [*kinds, await brief(town, COUNTY, Period(last - DAY * 30, last))]


async def purged(town: Town, now: datetime) -> dict[str, int]:
    return await purge_old(town.store, lambda: now, lambda: now, Retention())


async def left(town: Town, kind: type[Any]) -> list[Any]:
    async with town.store.reading() as session:
        return await every(session, [kind])


async def test_after_many_years_what_is_personal_is_gone_and_record_and_figures_are_whole(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROWS", 2)
    rng = Random(5)
    await filled(town, [a_case(number, rng) for number in range(1_000, 1_120)])
    await live(town)
    before = await figures(town)
    found = await purged(town, MONDAY + LONG)
    assert set(found) == {keep.name for keep in KEPT}
    assert [name for name, count in found.items() if not count] == []
    assert await figures(town) == before
    assert [flaw async for flaw in Verifying(town.store.database).flaws() if flaw.case_id in {OPEN, CLOSED}] == []
    # What is open, or waits, is there.
    assert [message.id for message in await left(town, Message)] == [142]
    assert [draft.id for draft in await left(town, Draft)] == [72]
    assert {file.id: file.state for file in await left(town, File)} == {
        OPEN_PHOTO: FileState.KEPT,
        CLOSED_PHOTO: FileState.GONE,
        COPY: FileState.GONE,
    }
    assert {alarm.id: alarm.words for alarm in await left(town, Alarm)} == {81: "", 82: WORDS}
    assert [item.id for item in await left(town, DigestItem)] == [122]
    assert [job.id for job in await left(town, Job)] == [132]
    assert [each.key for each in await left(town, Subscription)] == ["2:policy:1"]
    assert [each.key for each in await left(town, Address)] == ["tg:1"]
    assert {person.id: (person.name, person.home) for person in await left(town, Person)} == {
        ANN: ("", "tg:1"),
        STRANGER: ("", ""),
    }
    async with town.store.reading() as session:
        assert [row[0] for row in await select(session, "select id from outbox")] == [152]
        assert await select(session, "select * from told") == []
    # The petition's words are the record.
    assert {petition.text for petition in await left(town, Petition)} == {WORDS}
    assert {name: count for name, count in (await purged(town, MONDAY + LONG)).items() if count} == {}


async def test_nothing_goes_before_its_time(town: Town) -> None:
    await live(town)
    shortest = min(keep.days(Retention()) for keep in KEPT)
    found = await purged(town, MONDAY + timedelta(days=shortest))
    assert set(found.values()) == {0}


@pytest.mark.parametrize("keep", KEPT, ids=lambda keep: keep.name)
async def test_each_kind_goes_the_day_after_its_days_and_no_other_that_is_kept_longer(
    town: Town, keep: keeping.Keep
) -> None:
    await live(town)
    days = keep.days(Retention())
    # Files count from the end of their case, a day later.
    now = MONDAY + timedelta(days=days + 1, seconds=1)
    found = await purged(town, now)
    assert found[keep.name] > 0
    longer = [each.name for each in KEPT if each.days(Retention()) > days + 1]
    assert {name: found[name] for name in longer} == dict.fromkeys(longer, 0)


async def test_what_was_said_in_an_empty_chat_again_is_from_somebody_new(town: Town) -> None:
    stranger = town.resident("en")
    await stranger.says("/help")
    known = await left(town, Person)
    await purged(town, MONDAY + LONG)
    assert await left(town, Address) == await left(town, Conversation) == []
    town.now = MONDAY + LONG
    await stranger.says("The lamp on the bridge in Maple Village is dark")
    assert stranger.hears("You're telling us")
    people = await left(town, Person)
    assert len(people) == len(known) + 1


async def test_erasing_leaves_the_figures_whole(town: Town) -> None:
    rng = Random(6)
    await filled(town, [a_case(number, rng) for number in range(1_000, 1_060)])
    await live(town)
    before = await figures(town)
    async with town.store.turn(MONDAY) as uow:
        await owndata.erase(uow, ANN)
    verb = await erasing(town.store, StandingClock(MONDAY)).do(ANN)
    async with town.store.turn(MONDAY) as uow:
        await verb(uow)
    assert WORDS not in {petition.text for petition in await left(town, Petition)}
    after = await figures(town)
    # Answers in a survey with names are the person's own, and go with them; all else is as it was.
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]
