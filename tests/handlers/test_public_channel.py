"""Reception days and surveys in the county's public channel: asked for, let out by a second person, once, nameless."""

from datetime import timedelta

import pytest

from casework.actions import surveys
from casework.actions.reception.announcing import Announced, announce
from casework.broadcasts.broadcast import Broadcast, BroadcastState
from casework.errors import Refused
from casework.people import Role
from casework.profile import Broadcasts, Profile, Together
from casework.reception.days import Reception
from casework.reception.hours import parse_hours, starts_of
from casework.surveys.model import Survey
from tests.handlers import survey_scene
from tests.handlers.broadcast_scene import Offices
from tests.handlers.dialogue import COUNTY, RIVER, Actor, Chat, Town
from tests.handlers.reception_scene import THURSDAY, clerk, hears, leader, stored, taps
from tests.handlers.test_announcements import listener, told
from tests.handlers.test_reception_repeating import repeats
from tests.storage.raw import every

CHANNEL = "tg:-1007"
PROFILE = Profile(together=Together(offers_a_day=0), broadcasts=Broadcasts(depth=4), public_channel=CHANNEL)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
YES = {"en": "Yes, there too", "zh": "也发"}
NO = {"en": "No", "zh": "不发"}
NAMED = {"en": "Roads. My name is Zhang Wei, ask me", "zh": "修路，联系人：李小明"}
TITLE = {"en": "Water", "zh": "用水"}


async def announces(office: Actor, topics: str = "", public: str | None = None) -> None:
    """Announce Thursday morning in Willow Town, up to the last look."""
    language = office.language
    await office.says("/receive_new")
    await office.says({"en": "Willow Town", "zh": "柳河镇"}[language])
    await taps(office, "Deputy head")
    await office.says("town hall")
    await office.says(THURSDAY.isoformat())
    await office.says("9:00-10:00")
    await taps(office, "15 minutes")
    await taps(office, "One room")
    await (office.says(topics) if topics else taps(office, "Any topic"))
    assert office.hears({"en": "public channel, too", "zh": "公开频道也发吗"}[language])
    await office.taps(public or YES[language])


async def posted(its: Offices) -> list[str]:
    """Let go out what is on its way; return what stands in the channel."""
    its.town.chats.setdefault(CHANNEL, Chat())
    await its.goes_out()
    return [each.text for each in its.town.chats[CHANNEL].messages]


async def only_day(town: Town) -> Reception:
    """Return the only reception day."""
    async with town.store.reading() as session:
        day: Reception
        (day,) = await every(session, [Reception])
        return day


async def states(town: Town) -> list[BroadcastState]:
    """Return how far all broadcasts are, the oldest first."""
    async with town.store.reading() as session:
        return [each.state for each in sorted(await every(session, [Broadcast]), key=lambda each: each.id)]


# ----- Reception days -----


@LANGUAGES
async def test_a_day_is_posted_once_a_second_person_has_seen_it(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    its = Offices(town, office, host)
    ann = await listener(town, language, "reception")
    await announces(office)
    assert office.hears({"en": "a second person is asked", "zh": "请第二个人点头"}[language])
    await taps(office, "Announce it")
    assert host.hears({"en": "waits for your yes", "zh": "等您点头"}[language])
    # Whoever asked for such news waits for nobody.
    assert await posted(its) == []
    assert told(ann, "town hall") == 1
    await host.taps({"en": "Look", "zh": "看看"}[language])
    assert host.hears({"en": "how it would stand in the public channel", "zh": "发到公开频道就是这个样子"}[language])
    assert host.hears_nothing_of("🔕")
    await host.taps({"en": "Send it", "zh": "✅ 发"}[language])
    assert office.hears({"en": "was let out", "zh": "有人点头了"}[language])
    (text,) = await posted(its)
    # The channel speaks the county's first language, and has no buttons.
    assert "副县长" in text
    assert "/reception" in text
    assert "🔕" not in text
    assert await posted(its) == [text]
    assert told(ann, "town hall") == 1


@LANGUAGES
async def test_with_no_it_is_told_to_those_who_asked_alone(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    await announces(office, public=NO[language])
    await taps(office, "Announce it")
    assert not (await only_day(town)).public
    assert len(await states(town)) == 1
    assert await posted(Offices(town, office, host)) == []


@LANGUAGES
async def test_topics_that_name_somebody_are_not_posted_and_nothing_typed_is_lost(town: Town, language: str) -> None:
    await leader(town, language)
    office = await clerk(town, language)
    await announces(office, NAMED[language])
    assert office.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await office.taps(NO[language])
    await taps(office, "Announce it")
    assert hears(office, "Announced")
    assert not (await only_day(town)).public


@LANGUAGES
async def test_a_change_brings_no_name_into_the_channel_either(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    await announces(office)
    await taps(office, "Announce it")
    day = await only_day(town)
    await office.sends_data(f"r.change.{day.id}")
    await taps(office, "Topics")
    await office.says(NAMED[language])
    assert office.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await office.says("Roads")
    await taps(office, "Change it, and tell them")
    assert (await stored(town, day)).topics == "Roads"
    await host.taps({"en": "Look", "zh": "看看"}[language])
    assert host.hears("Roads")


@LANGUAGES
async def test_where_nobody_else_could_let_it_out_it_is_said_at_once(town: Town, language: str) -> None:
    host = await leader(town, language)
    await announces(host)
    assert host.hears({"en": "There is no second person", "zh": "没有第二个人"}[language])
    await host.taps(NO[language])
    await taps(host, "Announce it")
    assert hears(host, "Announced")


async def test_what_is_called_off_while_it_waits_is_asked_no_more(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    await announces(office)
    await taps(office, "Announce it")
    await office.sends_data(f"r.off.{(await only_day(town)).id}")
    await office.says("Flood watch")
    host.chat.arrived.clear()
    await town.passes(days=3)
    assert host.hears_nothing_of("waits for your yes|still waits for you")
    assert (await states(town))[1] is BroadcastState.ENDED


async def test_nobody_lets_out_their_own(town: Town) -> None:
    await leader(town, "en")
    office = await clerk(town, "en")
    await announces(office)
    await taps(office, "Announce it")
    async with town.store.reading() as session:
        waiting = max(await every(session, [Broadcast]), key=lambda each: each.id)
    await office.sends_data(f"m.broadcast.approve.{waiting.id}")
    assert office.hears("a second person has to let it out")
    assert (await states(town))[1] is BroadcastState.WAITING


async def test_each_day_of_a_series_waits_for_a_word_of_its_own(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    its = Offices(town, office, host)
    await announces(office)
    await taps(office, "Announce it")
    await repeats(office, await only_day(town))
    await town.passes(minutes=1)
    assert (await states(town)).count(BroadcastState.WAITING) == 4
    assert host.hears("waits for your yes")
    assert await posted(its) == []
    await host.taps("Look")
    await host.taps("Send it")
    assert len(await posted(its)) == 1


async def test_the_verb_refuses_what_names_somebody(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    by, host_id = (await office.person()).id, (await host.person()).id
    starts = starts_of(town.store.rules.calendar, THURSDAY, parse_hours("9-10"), 20)
    with pytest.raises(Refused, match="public-names"):
        async with town.store.turn(town.now) as uow:
            await announce(uow, by, Announced(RIVER, host_id, "hall", starts, 20, (), NAMED["zh"], public=True))


# ----- Surveys -----


async def writes(author: Actor, title: str, public: str) -> None:
    """Begin a survey for the county."""
    language = author.language
    await author.says("/survey")
    await author.says({"en": "Egret County", "zh": "白鹭县"}[language])
    await author.says(title)
    await survey_scene.taps(author, "Anonymous")
    await survey_scene.taps(author, "Skip")
    assert author.hears({"en": "public channel, too", "zh": "公开频道也发吗"}[language])
    await author.taps(public)


async def only_survey(town: Town) -> Survey:
    """Return the only survey."""
    async with town.store.reading() as session:
        survey: Survey
        (survey,) = await every(session, [Survey])
        return survey


@LANGUAGES
async def test_a_survey_is_posted_after_the_approver_has_seen_that_it_will_be(town: Town, language: str) -> None:
    author = await town.official(Role.DISPATCHER, language, area=COUNTY)
    second = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    its = Offices(town, author, second)
    goes_public = {"en": "posted in the public channel, too", "zh": "也会发到公开频道"}[language]
    await writes(author, TITLE[language], YES[language])
    assert author.hears(goes_public)
    survey = await only_survey(town)
    by = (await author.person()).id
    async with town.store.turn(town.now) as uow:
        await surveys.add_question(uow, survey.id, by, survey_scene.QUESTIONS[0])
    async with town.store.turn(town.now) as uow:
        await surveys.hand_in(uow, survey.id, by, town.now + timedelta(days=14))
    assert await posted(its) == []
    await second.sends_data(f"m.surveys.show.{survey.id}")
    assert second.hears(goes_public)
    await survey_scene.taps(second, "Let it go out")
    await town.passes(minutes=1)
    (text,) = await posted(its)
    assert TITLE[language] in text
    assert "白鹭县" in text
    assert "/surveys" in text
    await second.sends_data(f"m.surveys.show.{survey.id}")
    assert second.hears_nothing_of(goes_public)
    # Once: closing and reminding post nothing.
    await town.passes(days=15)
    assert await posted(its) == [text]


@LANGUAGES
async def test_a_title_that_names_somebody_is_not_posted(town: Town, language: str) -> None:
    author = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await town.official(Role.SUPERVISOR, language, area=COUNTY)
    await writes(author, NAMED[language], YES[language])
    assert author.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await author.taps(NO[language])
    assert not (await only_survey(town)).public


async def test_a_survey_that_nobody_asked_to_post_is_not_posted(town: Town) -> None:
    author = await town.official(Role.DISPATCHER, "en", area=COUNTY)
    second = await town.official(Role.SUPERVISOR, "en", area=COUNTY)
    await survey_scene.out(town)
    await town.passes(minutes=1)
    assert await posted(Offices(town, author, second)) == []
    by = (await author.person()).id
    with pytest.raises(Refused, match="public-names"):
        async with town.store.turn(town.now) as uow:
            await surveys.write(uow, by, COUNTY, NAMED["en"], anonymous=True, public=True)
