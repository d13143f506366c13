"""The commands for everyone, and the lists and texts that they rest on."""

import re
from pathlib import Path

import pytest

from casework.people import Role
from handlers import service, texts
from tests.handlers.dialogue import COUNTY, ROADS, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
HOLE = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}


@LANGUAGES
async def test_start_greets_in_three_lines(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/start")
    assert ann.hears({"en": "Just write it here", "zh": "直接写在这里"}[language])
    assert ann.last.text.count("\n") == 2


@LANGUAGES
async def test_start_with_a_wrong_invite_says_so(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/start ABCDEFGH12345678")
    assert ann.hears({"en": "invit", "zh": "邀请"}[language])


@LANGUAGES
async def test_help_is_short_for_residents_and_has_more_for_staff(town: Town, language: str) -> None:
    ann, wang = town.resident(language), await town.cadre(language=language)
    await ann.says("/help")
    assert ann.hears("/my")
    assert len(ann.last.text) < 300
    await wang.says("/help")
    assert len(wang.last.text) > len(ann.last.text)


@LANGUAGES
async def test_the_language_is_changed_by_a_tap_and_by_a_command(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/language")
    assert sorted(ann.buttons) == ["English", "中文"]
    await ann.taps("English")
    assert ann.hears("English it is")
    await ann.says("/zh")
    assert ann.hears("说中文")
    await ann.says("/language en")
    assert ann.hears("English it is")
    await ann.says("/my")
    assert ann.hears("You have no matters")
    assert (await ann.person()).language == "en"


@LANGUAGES
async def test_cancel_and_back_with_nothing_open_say_so_kindly(town: Town, language: str) -> None:
    ann = town.resident(language)
    for command in ("/cancel", "/back"):
        await ann.says(command)
        assert ann.hears({"en": "Nothing is open", "zh": "没有要停的"}[language])


@LANGUAGES
async def test_cancel_with_a_draft_keeps_it_for_seven_days_or_throws_it_away(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.says("/cancel")
    assert ann.hears({"en": "stays here for 7 days", "zh": "留7天"}[language])
    await ann.taps({"en": "Go on", "zh": "接着写"}[language])
    assert ann.hears({"en": "You're telling us", "zh": "您说的是"}[language])
    await ann.says("/cancel")
    await ann.taps({"en": "Throw it away", "zh": "不要了"}[language])
    await ann.says("/cancel")
    assert ann.hears({"en": "Nothing is open", "zh": "没有要停的"}[language])


@LANGUAGES
async def test_cancel_in_the_middle_of_a_question_changes_nothing(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "The words", "zh": "改话"}[language])
    await ann.says("/back")
    assert ann.hears({"en": "What shall we change", "zh": "改哪里"}[language])
    await ann.says("/cancel")
    await ann.says("/back")
    assert ann.hears({"en": "You're telling us: The road at Maple", "zh": "您说的是：枫桥村"}[language])
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])


@LANGUAGES
async def test_an_unknown_command_is_answered(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/dance")
    assert ann.hears("/help")


@LANGUAGES
async def test_a_stranger_can_ask_for_everything_at_once(town: Town, language: str) -> None:
    for command in ("/my", "/case", "/case 260302-0000000", "/help", "/language", "/zh", "/cancel", "/back"):
        ann = town.resident(language)
        await ann.says(command)
        assert ann.chat.arrived, command


@LANGUAGES
async def test_whoever_blocked_the_service_and_comes_back_is_served(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    await ann.blocks()
    assert (await ann.person()).unreachable_at is not None
    await ann.says("/my")
    assert ann.hears("2603")
    assert (await ann.person()).unreachable_at is None


@LANGUAGES
@pytest.mark.parametrize("role", list(Role))
def test_every_command_of_a_menu_exists_and_is_described(language: str, role: Role) -> None:
    offered = service.menu(language, {role})
    assert {name for name, _ in offered} <= service.ROUTES.commands.keys()
    assert len({name for name, _ in offered}) == len(offered)
    assert all(0 < len(description) < 257 for _, description in offered)
    assert len(service.menu(language, set())) < len(offered)


def test_every_notice_that_a_verb_leaves_has_a_renderer() -> None:
    actions = Path(__file__).parents[2] / "casework" / "actions"
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted(actions.glob("*.py")))
    kinds = set(re.findall(r'tell\w*\([^()]*?"([a-z_]+)"', source))
    assert len(kinds) > 20
    assert kinds - {"push", "digest"} <= service.RENDERERS.keys()


@LANGUAGES
def test_every_refusal_of_a_verb_has_words(language: str) -> None:
    casework = Path(__file__).parents[2] / "casework"
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted(casework.rglob("*.py")))
    codes = set(re.findall(r'Refused\("([a-z-]+)"', source))
    assert len(codes) > 8
    assert [code for code in codes if not texts.has(language, f"refused-{code}")] == []


async def test_somebody_with_several_posts_gets_each_line_of_help_once(town: Town) -> None:
    head = await town.official(Role.HEAD, "en", unit=ROADS)
    await head.says("/help")
    supervisor = await town.official(Role.SUPERVISOR, "en", area=COUNTY)
    await supervisor.says("/help")
    assert head.last.text != supervisor.last.text
