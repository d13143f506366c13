"""What is told by itself to those who asked for news: reception days, policies, surveys; once, and while they hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from casework.actions import policies, surveys
from casework.actions.reception.cancelling import call_off
from casework.people import Role
from casework.policies.policy import Content, Policy
from casework.profile import Broadcasts, Profile, Together
from casework.reception.days import Reception
from casework.surveys.model import Survey
from tests.handlers import survey_scene
from tests.handlers.broadcast_scene import Offices, offices
from tests.handlers.dialogue import COUNTY, HILL, RIVER, Actor, Town
from tests.handlers.policy_scene import ALLOWANCE, shown
from tests.handlers.reception_scene import announced, at, bookings, hears, stored, taps
from tests.handlers.staff_scene import complain
from tests.storage.raw import every

PROFILE = Profile(together=Together(offers_a_day=0), broadcasts=Broadcasts(depth=4))
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
PLACE = {"zh": "枫桥村", "en": "Maple Village"}


async def listener(town: Town, language: str, topic: str = "", place: str = "") -> Actor:
    """Return a resident who hears of a topic there; of all without one."""
    actor = town.resident(language)
    await subscribes(actor, topic, place)
    return actor


async def subscribes(actor: Actor, topic: str = "", place: str = "") -> None:
    await actor.says("/news")
    await actor.sends_data("m.news.choose" if topic else "m.news.all")
    await actor.says(place or PLACE[actor.language])
    if topic:
        await actor.sends_data(next(b.data for row in actor.last.buttons for b in row if f".{topic}." in b.data))


def told(actor: Actor, words: str) -> int:
    """Return how often somebody has been told of it."""
    return [words in each.text and "🔕" in "".join(each.labels) for each in actor.chat.messages].count(True)


# Reception days.


@LANGUAGES
async def test_a_reception_day_is_told_to_those_who_asked_and_booked_by_its_button(town: Town, language: str) -> None:
    its = await offices(town, language)
    ann, county = await listener(town, language, "reception"), await listener(town, language)
    policy, elsewhere = await listener(town, language, "policy"), await listener(town, language, place="云居村")
    silent = town.resident(language)
    await silent.says("/my")
    day = await announced(town, its.second)
    await its.goes_out()
    expected = {
        "en": r"🪑 Thursday 5 March, 09:00 to 10:00: County leader receives whoever comes, at town hall",
        "zh": r"🪑 3月5日（周四）09:00到10:00，县长在town hall（柳河镇）接访，谁来都行",
    }
    for reader in (ann, county):
        assert reader.hears(expected[language])
        assert len(reader.last.labels) == 2, "the day, and no more of these"
        assert len(reader.last.text) < 300
    for other in (policy, elsewhere, silent):
        assert other.chat.arrived == []
    await taps(ann, "Book a visit")
    await ann.taps("09:20")
    await taps(ann, "Book it")
    assert hears(ann, "Your number: 2")
    assert [booking.person_id for booking in await bookings(town, day)] == [(await ann.person()).id]


@LANGUAGES
async def test_nobody_hears_of_a_day_twice_nor_does_its_announcer_hear_that_all_was_sent(
    town: Town, language: str
) -> None:
    its = await offices(town, language)
    ann = await listener(town, language)
    await subscribes(ann, place={"zh": "柳河镇", "en": "Willow Town"}[language])
    await announced(town, its.second)
    for _ in range(3):
        await its.goes_out()
    assert told(ann, "town hall") == 1
    assert its.second.hears_nothing_of("✅")
    await its.second.says("/broadcast")
    assert (
        its.second.last.labels[0]
        == {
            "en": "done · meeting leaders: town hall",
            "zh": "发完 · 领导接访、上门办公：town hall",
        }[language]
    )
    await its.second.taps(its.second.last.labels[0])
    assert its.second.hears({"en": "1 have it", "zh": "1人收到了"}[language])


@LANGUAGES
async def test_a_day_that_is_called_off_in_the_night_is_told_to_nobody_else(town: Town, language: str) -> None:
    its = await offices(town, language)
    ann = await listener(town, language)
    await _until(town, 22)
    day = await announced(town, its.second)
    await its.goes_out()
    assert ann.chat.arrived == [], "never at night"
    await _called_off(town, its, day)
    await _until(town, 9)
    await its.goes_out()
    assert told(ann, "town hall") == 0
    await its.second.says("/broadcast")
    assert its.second.last.labels[0].startswith({"en": "ended", "zh": "中止"}[language])
    assert (await stored(town, day)).reason == "the leader is ill"


async def test_what_was_handed_over_and_held_for_the_night_is_called_off_too(town: Town) -> None:
    """The last of it rests in the outbox when the night begins: it does not go out in the morning."""
    its = await offices(town)
    readers = [await listener(town, "zh") for _ in range(9)]
    day = await announced(town, its.second)
    await its.broadcasting.step()
    await _until(town, 22)
    await its.broadcasting.step()
    await _called_off(town, its, day)
    await _until(town, 9)
    await its.goes_out()
    async with town.store.reading() as session:
        handed = await session.rows("broadcast_states", id=(await _newest(town)))
    assert {state for state, _ in handed} <= {"superseded"}
    assert sum(told(reader, "town hall") for reader in readers) <= 4


async def _called_off(town: Town, its: Offices, day: Reception) -> None:
    by = (await its.second.person()).id
    async with town.store.turn(town.now) as uow:
        await call_off(uow, day.id, by, "the leader is ill")


async def _newest(town: Town) -> int:
    async with town.store.turn(town.now) as uow:
        (broadcast, *_) = await uow.broadcasts_for([RIVER], 5)
    return broadcast.id


async def _until(town: Town, hour: int) -> None:
    """Let time pass until the next such hour, local time."""
    calendar = town.store.rules.calendar
    moment = calendar.at(calendar.day(town.now), time(hour))
    moment += timedelta(days=moment <= town.now)
    await town.passes(minutes=(moment - town.now).total_seconds() / 60)


# Policies.


@LANGUAGES
async def test_a_policy_is_told_once_it_is_approved_and_not_before(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, other = await listener(town, language, "policy"), await listener(town, language, "notice")
    by = (await writer.person()).id
    async with town.store.turn(town.now) as uow:
        policy = await policies.write(uow, by, ALLOWANCE)
    await its.goes_out()
    assert ann.chat.arrived == []
    await its.second.sends_data(f"y.approve.{policy.id}.{policy.epoch}")
    assert its.second.hears({"en": "Whoever asked for such news hears of it", "zh": "白天会收到"}[language])
    await its.goes_out()
    assert ann.hears(
        {
            "en": "📖 Old-age allowance: From eighty on, 100 yuan a month; register at the village office",
            "zh": "📖 高龄津贴：满八十岁的老人，每月领一百元，到村里登记",
        }[language]
    )
    assert other.chat.arrived == []
    await ann.taps({"en": "Read it all", "zh": "看全文"}[language])
    assert ann.hears({"en": "Bring the identity card", "zh": "带身份证到村委会登记"}[language])


async def _approved(town: Town, its: Offices, content: Content, replaces: int | None = None) -> Policy:
    writer = await town.official(Role.DISPATCHER, area=COUNTY)
    return await shown(town, writer, its.second, content, replaces)


@pytest.mark.parametrize("areas", [(RIVER, HILL), (RIVER, RIVER + 1, HILL)])
async def test_a_policy_of_several_places_is_told_once_in_each(town: Town, areas: Sequence[int]) -> None:
    its = await offices(town)
    river, hill = await listener(town, "zh"), await listener(town, "zh", place="云居村")
    county = await listener(town, "zh", place="白鹭县")
    await _approved(town, its, replace(ALLOWANCE, areas=tuple(areas)))
    await its.goes_out()
    assert [told(each, "高龄津贴") for each in (river, hill, county)] == [1, 1, 1]


async def test_a_version_that_says_the_same_is_told_to_those_alone_who_have_not_heard_of_it(town: Town) -> None:
    its = await offices(town)
    river, hill = await listener(town, "zh"), await listener(town, "zh", place="云居村")
    first = await _approved(town, its, replace(ALLOWANCE, areas=(RIVER,)))
    await its.goes_out()
    wider = replace(ALLOWANCE, areas=(), source="白鹭县民政局〔2026〕4号")
    second = await _approved(town, its, wider, first.id)
    await its.goes_out()
    assert (told(river, "高龄津贴"), told(hill, "高龄津贴")) == (1, 1)
    zh = replace(ALLOWANCE.words["zh"], plain="满八十岁的老人，每月领两百元。")
    await _approved(town, its, replace(wider, words={"zh": zh}), second.id)
    await its.goes_out()
    assert (told(river, "两百元"), told(hill, "两百元")) == (1, 1)


async def test_a_version_that_is_mended_in_the_night_takes_the_others_place(town: Town) -> None:
    its = await offices(town)
    ann = await listener(town, "zh")
    await _until(town, 22)
    first = await _approved(town, its, ALLOWANCE)
    second = await _approved(town, its, replace(ALLOWANCE, source="白鹭县民政局"), first.id)
    await _until(town, 9)
    await its.goes_out()
    assert told(ann, "高龄津贴") == 1
    assert ann.chat.messages[-1].buttons[0][0].data == f"y.show.{second.id}"


async def test_a_policy_that_begins_later_says_from_when(town: Town) -> None:
    its = await offices(town)
    ann = await listener(town, "en")
    zh = {"zh": ALLOWANCE.words["zh"]}
    await _approved(town, its, replace(ALLOWANCE, words=zh, since=date(2026, 5, 1)))
    await its.goes_out()
    assert ann.hears("From Friday 1 May")
    assert ann.hears("in Chinese only")


# Surveys.


async def _survey(town: Town) -> Survey:
    survey = await survey_scene.out(town)
    await town.passes(minutes=1)
    return survey


@LANGUAGES
async def test_a_survey_is_told_to_those_who_asked_and_to_nobody_whom_it_asked_itself(
    town: Town, language: str
) -> None:
    its = await offices(town, language)
    asked, _ = await complain(town, language)
    await subscribes(asked)
    ann = await listener(town, language, "survey")
    await _survey(town)
    await its.goes_out()
    question = {"en": "We have a few questions: Water", "zh": "有几个问题想问您：Water"}[language]
    assert [question in each.text for each in asked.chat.messages].count(True) == 1
    assert told(asked, "Water") == 0
    assert ann.hears(question)
    assert told(ann, "Water") == 1
    await survey_scene.answers(ann)
    assert survey_scene.hears(ann, "everything is put away")
    await its.goes_out()
    await town.passes(days=12)
    assert told(ann, "Water") == 1


async def test_who_answers_by_themselves_before_is_not_told(town: Town) -> None:
    its = await offices(town)
    ann = await listener(town, "en")
    survey = await survey_scene.out(town)
    await ann.sends_data(f"m.surveys.take.{survey.id}")
    await town.passes(minutes=1)
    await its.goes_out()
    assert told(ann, "Water") == 0


async def test_a_survey_that_is_over_is_told_to_nobody(town: Town) -> None:
    its = await offices(town)
    ann = await listener(town, "en")
    await _survey(town)
    await town.passes(days=15)
    await its.goes_out()
    assert told(ann, "Water") == 0
    assert (await _survey_state(town)) == "closed"


async def _survey_state(town: Town) -> str:
    async with town.store.reading() as session:
        (survey,) = await every(session, [Survey])
    return str(survey.state)


async def test_approving_says_that_those_who_asked_hear_of_it(town: Town) -> None:
    author = await town.official(Role.DISPATCHER, "en", area=COUNTY)
    second = await town.official(Role.SUPERVISOR, "en", area=COUNTY)
    by = (await author.person()).id
    async with town.store.turn(town.now) as uow:
        survey = await surveys.write(uow, by, COUNTY, "Water", anonymous=True)
    async with town.store.turn(town.now) as uow:
        await surveys.add_question(uow, survey.id, by, survey_scene.QUESTIONS[0])
    async with town.store.turn(town.now) as uow:
        await surveys.hand_in(uow, survey.id, by, at(town, date(2026, 3, 20), time(12)))
    await second.sends_data(f"m.surveys.approve.{survey.id}")
    assert second.hears("Whoever asked for surveys hears of it, too")
