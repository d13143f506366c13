"""Surveys as conversations: written, approved by a second person, answered once, left and gone on with, closed."""

from datetime import timedelta

import pytest

from casework.alarms import Alarm
from casework.people import Role
from casework.surveys.answers import LONGEST_TITLE
from casework.surveys.model import Guest, Survey, SurveyState, guest_key
from casework.themes import Theme
from handlers import texts
from tests.handlers.dialogue import COUNTY, RIVER, ROADS, Actor, Town
from tests.handlers.staff_scene import complain
from tests.handlers.survey_scene import answers, hears, out, said, taps
from tests.storage.raw import every

both = pytest.mark.parametrize("language", ["en", "zh"])


async def guest(town: Town, survey: Survey, actor: Actor) -> Guest:
    person = await actor.person()
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Guest, guest_key(survey.id, person.id))
        assert found is not None
        return found


async def ballots(town: Town, survey: Survey) -> list[tuple[int, str]]:
    async with town.store.reading() as session:
        rows = await session.rows("survey_counts", survey=survey.id)
    return sorted((ask, value) for ask, value, _, _, people in rows for _ in range(people))


async def stored(town: Town, survey_id: int) -> Survey:
    async with town.store.turn(town.now) as uow:
        survey = await uow.get(Survey, survey_id)
        assert survey is not None
        return survey


@both
async def test_a_survey_is_written_in_chat_and_goes_out_by_a_second_person(town: Town, language: str) -> None:
    author = await town.official(Role.DISPATCHER, language, area=COUNTY)
    second = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann, _ = await complain(town, language)

    await author.says("/survey")
    await taps(author, "Egret County")
    await author.says("Water in the villages")
    await taps(author, "Anonymous")
    await taps(author, "Skip")
    await taps(author, "A question")
    await author.says("Where is your water from?")
    await taps(author, "One of several")
    await author.says("Tap\nWell")
    assert author.hears("Tap / Well")
    await taps(author, "A question")
    await author.says("What would help?")
    assert said(author, "A photo") not in author.buttons, "a photo shows who took it"
    await taps(author, "In own words")
    await taps(author, "Hand it in")
    await author.says("25.3.")
    assert hears(author, "handed in")
    assert hears(second, "waits for your word")
    assert ann.hears_nothing_of("Water in the villages")

    await author.says("/surveys")
    await author.taps("Water in the villages")
    assert said(author, "Let it go out") not in author.buttons, "nobody approves their own"
    await second.taps(second.last.labels[0])
    await taps(second, "Let it go out")
    assert hears(second, "goes out now")
    await town.passes(minutes=1)
    assert ann.hears("Water in the villages")
    assert hears(ann, "without your name")


@both
async def test_a_survey_that_is_given_back_can_be_mended(town: Town, language: str) -> None:
    author = await town.cadre(language=language)
    second = await town.official(Role.LEADER, language, area=COUNTY)
    await author.says("/survey")
    await taps(author, "Egret County")
    await author.says("Roads")
    await author.says(said(author, "With names"))
    await taps(author, "Skip")
    await taps(author, "A question")
    await author.says("What is wrong?")
    await taps(author, "A photo")
    await taps(author, "Hand it in")
    await author.says("25.3.")
    await second.taps(second.last.labels[0])
    await taps(second, "Give it back")
    await second.says("Ask about the bridge, too")
    assert author.hears("Ask about the bridge, too")
    assert hears(author, "gives your survey")
    await author.taps(author.last.labels[0])
    assert said(author, "A question") in "".join(author.buttons)


@both
async def test_an_anonymous_survey_is_answered_once(town: Town, language: str) -> None:
    ann, _ = await complain(town, language)
    survey = await out(town)
    await town.passes(minutes=1)
    await answers(ann)
    assert hears(ann, "everything is put away")
    assert await ballots(town, survey) == [
        (0, "1"),
        (1, "yes"),
        (2, "no"),
        (3, "4"),
        (4, "6"),
        (5, "A new pump"),
    ]
    assert await guest(town, survey, ann) == Guest(
        guest_key(survey.id, (await ann.person()).id),
        survey.id,
        (await ann.person()).id,
        step=6,
        done=True,
        version=(await guest(town, survey, ann)).version,
    )
    await ann.sends_data(f"m.surveys.take.{survey.id}")
    assert hears(ann, "You have answered that one already")
    assert len(await ballots(town, survey)) == 6


@both
async def test_it_goes_on_where_it_was_left_and_there_is_no_way_back(town: Town, language: str) -> None:
    ann, _ = await complain(town, language)
    survey = await out(town)
    await town.passes(minutes=1)
    await taps(ann, "Answer now")
    assert hears(ann, "without your name")
    await taps(ann, "Pine Township")
    await ann.taps("Tap")
    await ann.says("/back")
    assert hears(ann, "There is no way back here")
    await ann.says("/cancel")
    assert hears(ann, "Put aside")
    assert (await guest(town, survey, ann)).step == 1
    await ann.says("/surveys")
    await ann.taps("Water")
    assert hears(ann, "we go on where you stopped")
    assert ann.hears("2/6")
    await taps(ann, "Yes")
    assert await ballots(town, survey) == [(0, "0"), (1, "yes")]


@both
async def test_a_new_matter_is_not_swallowed_by_an_open_question(town: Town, language: str) -> None:
    ann, _ = await complain(town, language)
    survey = await out(town)
    await town.passes(minutes=1)
    await taps(ann, "Answer now")
    await taps(ann, "Willow Town")
    await ann.says("The bridge at Newpond Village is broken, and the children can't get to school")
    assert (await guest(town, survey, ann)).step == 0
    assert await ballots(town, survey) == []
    assert ann.hears("bridge")


async def test_words_long_after_the_question_are_something_else(town: Town) -> None:
    ann, _ = await complain(town, "en")
    survey = await out(town)
    await town.passes(minutes=1)
    await answers(ann, words="/cancel")
    await ann.says("/surveys")
    await ann.taps("Water")
    await town.passes(hours=2)
    await ann.says("The bridge at Newpond Village is broken, and the children can't get to school")
    assert len(await ballots(town, survey)) == 5
    assert ann.hears("bridge")


@both
async def test_whoever_is_not_through_is_reminded_once_and_what_is_left_counts_as_no_answer(
    town: Town, language: str
) -> None:
    ann, _ = await complain(town, language)
    ben, _ = await complain(town, language)
    cid, _ = await complain(town, language)
    survey = await out(town)
    await town.passes(minutes=1)
    await taps(ben, "Not for me")
    await taps(ann, "Answer now")
    await taps(ann, "Willow Town")
    await ann.taps("River")
    assert (await guest(town, survey, ann)).area_id == RIVER
    for actor in (ann, ben, cid):
        actor.chat.arrived.clear()
    await town.passes(days=12)
    assert hears(ann, "A reminder, the only one")
    assert hears(cid, "A reminder, the only one")
    assert ben.hears_nothing_of("Water")
    ann.chat.arrived.clear()
    await town.passes(days=3)
    assert ann.hears_nothing_of("Water")
    assert (await stored(town, survey.id)).state is SurveyState.CLOSED
    assert await ballots(town, survey) == [(0, "2"), (1, ""), (2, ""), (3, ""), (4, ""), (5, "")]
    left = await guest(town, survey, ann)
    assert (left.done, left.area_id, left.team) == (True, None, None)
    await ann.sends_data(f"m.surveys.take.{survey.id}")
    assert hears(ann, "That survey is over")


@both
async def test_named_answers_can_be_changed(town: Town, language: str) -> None:
    ann, _ = await complain(town, language)
    survey = await out(town, anonymous=False)
    await town.passes(minutes=1)
    await answers(ann, name="Ann")
    assert hears(ann, "You can change your answers until")
    await taps(ann, "Change my answers")
    assert hears(ann, "read who said what")
    await taps(ann, "Pine Township")
    await ann.taps("River")
    await ann.says("/back")
    await ann.taps("Tap")
    assert (0, "0") in await ballots(town, survey)
    assert len(await ballots(town, survey)) == 6
    async with town.store.reading() as session:
        own = await session.rows("own_survey_answers", person=(await ann.person()).id)
    assert len(own) == 6


async def test_strangers_see_nothing_of_a_survey_that_is_not_out(town: Town) -> None:
    author = await town.official(Role.DISPATCHER, "en", area=RIVER)
    await author.says("/survey")
    await author.taps("Willow Town")
    await author.says("Water")
    await author.taps("Anonymous")
    await author.taps("Skip")
    number = author.last.buttons[0][0].data.rpartition(".")[2]
    elsewhere = await town.official(Role.SUPERVISOR, "en", area=3)
    ann = town.resident("en")
    await ann.says("/start")
    for stranger in (elsewhere, ann):
        for verb in ("show", "take", "approve", "results", "drop", "hand_in", "photos"):
            await stranger.sends_data(f"m.surveys.{verb}.{number}")
            assert stranger.hears("I can't find that here"), verb
    await elsewhere.says("/survey")
    await elsewhere.says("Willow Town")
    await elsewhere.says("Water")
    await elsewhere.taps("Anonymous")
    await elsewhere.taps("Skip")
    assert elsewhere.hears("only where you hold a post")


@both
async def test_many_surveys_and_themes_elsewhere_hide_nothing_of_ones_own(town: Town, language: str) -> None:
    reader = await town.official(Role.SUPERVISOR, language, area=RIVER)
    later = town.now + timedelta(days=7)
    async with town.store.turn(town.now) as uow:
        for number in range(100):
            area, path, title = (RIVER, "/1/2/", "Wells") if not number else (3, "/1/3/", "Roads")
            uow.put(
                Survey(uow.new_id(), area, path, title, True, (), (), None, uow.now, later, uow.now, SurveyState.OPEN)
            )
            uow.put(Theme(uow.new_id(), area, path, "roads", (), ROADS, None, uow.now, uow.now))
    await reader.says("/surveys")
    assert reader.last.labels[0] == "Wells", "what one sees oneself is not crowded out by the surveys of others"
    await reader.says("/themes")
    assert reader.hears({"en": "Willow Town", "zh": "柳河镇"}[language])


async def test_whoever_writes_of_danger_is_told_whom_to_call_and_stays_unknown(town: Town) -> None:
    ann, _ = await complain(town, "en")
    await out(town)
    await town.passes(minutes=1)
    await answers(ann, words="I can't go on, I want to kill myself")
    assert ann.hears("120")
    async with town.store.reading() as session:
        assert await every(session, [Alarm]) == []


@both
@pytest.mark.parametrize("how", ["anonymous", "named", "names"])
def test_what_a_resident_is_asked_fits_a_small_phone_with_the_longest_title(language: str, how: str) -> None:
    facts = {
        "title": "字" * LONGEST_TITLE,
        "count": 20,
        "date": "Wednesday 30 September",
        "promise": texts.plain(language, f"survey-promise-{how}"),
    }
    for key in ("survey-begins", "survey-goes-on", "notice-survey_asked", "notice-survey_reminded"):
        assert len(texts.say(language, key, facts)) < 300, key
