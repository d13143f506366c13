"""What does not answer who and where somebody is, in a survey: it is asked anew, and no line is taken for a name."""

import pytest

from casework.surveys.answers import is_no_name
from casework.surveys.model import Guest
from tests.handlers.dialogue import Actor, Town
from tests.handlers.staff_scene import complain
from tests.handlers.survey_scene import out, taps
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ELSEWHERE = {"en": "Brigadoon", "zh": "桃花源"}
UNKNOWN = {"en": "I don't know that place", "zh": "没听过这个地方"}
ASKED = {"en": "Where do you live", "zh": "您住哪儿"}
DOUBT = {"en": "doesn't look like a name", "zh": "不太像名字"}
YES = {"en": "Yes, that is the name", "zh": "是，就写这个"}
QUESTION = {"en": "When will the road be done?", "zh": "路什么时候修好？"}


async def taking(town: Town, language: str, *, anonymous: bool, groups: tuple[str, ...] = ()) -> Actor:
    """Return a resident who has begun to answer a survey."""
    actor, _ = await complain(town, language)
    await out(town, anonymous=anonymous, groups=groups, language=language)
    await town.passes(minutes=1)
    await taps(actor, "Answer now")
    return actor


async def guest(town: Town) -> Guest:
    """Return the only one who takes part."""
    async with town.store.reading() as session:
        found: Guest
        (found,) = await every(session, [Guest])
        return found


@LANGUAGES
async def test_an_unknown_place_is_asked_for_anew(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=True)
    await ann.says(ELSEWHERE[language])
    assert ann.hears(UNKNOWN[language])
    assert ann.hears(ASKED[language])
    await ann.says({"en": "Willow Town", "zh": "柳河镇"}[language])
    assert ann.hears("How do you get your water")
    assert (await guest(town)).area_id == 2


@LANGUAGES
async def test_a_place_that_was_mistyped_is_forgotten_in_an_anonymous_survey(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=True)
    await ann.says(ELSEWHERE[language])
    async with town.store.reading() as session:
        history = await session.rows("own_messages", chats=[ann.address])
    assert not any(ELSEWHERE[language] in text for _, _, text in history)


@LANGUAGES
async def test_a_matter_is_still_none_of_the_survey(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=True)
    matter = {"en": "The lamp on the bridge in Maple Village is dark", "zh": "枫桥村桥头的路灯不亮了"}[language]
    await ann.says(matter)
    assert ann.hears_nothing_of(UNKNOWN[language])
    assert ann.hears(matter)


@LANGUAGES
async def test_an_unknown_group_is_asked_for_anew(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=True, groups=("Farmers", "Others"))
    await taps(ann, "Willow Town")
    await ann.says("Fishers")
    assert "Farmers" in ann.buttons
    await ann.says("farmers")
    assert ann.hears("How do you get your water")
    assert (await guest(town)).team == 0


@LANGUAGES
async def test_a_question_is_not_taken_for_a_name(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=False)
    await ann.says(QUESTION[language])
    assert ann.hears(DOUBT[language])
    assert (await guest(town)).name == ""
    # A name is typed instead.
    await ann.says({"en": "Ann Reed", "zh": "老李"}[language])
    assert ann.hears(ASKED[language])
    assert (await guest(town)).name == {"en": "Ann Reed", "zh": "老李"}[language]


@LANGUAGES
async def test_whoever_is_called_so_says_so_with_a_tap(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=False)
    called = {"en": "Ann Reed, house 7", "zh": "7组老李"}[language]
    await ann.says(called)
    await ann.taps(YES[language])
    assert ann.hears(ASKED[language])
    assert (await guest(town)).name == called


@LANGUAGES
async def test_after_a_doubt_one_may_still_say_nothing(town: Town, language: str) -> None:
    ann = await taking(town, language, anonymous=False)
    await ann.says(QUESTION[language])
    await taps(ann, "I'd rather not say")
    assert ann.hears(ASKED[language])
    assert (await guest(town)).name == ""


async def test_an_old_tap_takes_no_line_for_a_name(town: Town) -> None:
    """The yes means the line that was doubted last, and none where none was."""
    ann = await taking(town, "en", anonymous=False)
    asked = ann.last.buttons[0][0].data
    await ann.sends_data(f"{asked}sure")
    assert (await guest(town)).name == ""
    assert ann.hears(ASKED["en"])


@pytest.mark.parametrize(
    "name",
    [
        "Ann",
        "Ann Reed",
        "J. R. Reed",
        "Mary Ann van Dyke",
        "老李",
        "欧阳娜娜",
        "村东头老李家的",
        "古丽·买买提",
        "O'Neill-Reed",
    ],
)
def test_names_are_names(name: str) -> None:
    assert not is_no_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "When will the road be done?",
        "I would like the road mended soon",
        "Not telling you.",
        "13512345678",
        "ann@example.org",
        "路什么时候修好？",
        "没什么好说的。",
        "不用了，谢谢",
        "3组",
    ],
)
def test_what_is_plainly_no_name_is_known(words: str) -> None:
    assert is_no_name(words)
