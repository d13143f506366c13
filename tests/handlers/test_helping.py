"""/help and the menus: calm for an old resident, grouped for staff, each thing once."""

from itertools import combinations

import pytest

from casework.people import Role
from handlers import helping, service, staff
from tests.handlers.dialogue import COUNTY, ROADS, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
MORE = {"en": "What else is here", "zh": "还能做什么"}


@LANGUAGES
async def test_a_resident_is_shown_three_buttons_and_the_rest_behind_one_of_them(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/help")
    assert (
        ann.buttons
        == {
            "en": ["🆘 Someone is in danger", "📄 My matters", "What else is here"],
            "zh": ["🆘 有人有危险", "📄 我的事", "还能做什么"],
        }[language]
    )
    assert len(ann.last.text) < 300
    await ann.taps(MORE[language])
    assert (
        ann.buttons
        == {
            "en": ["🪑 Talk to a leader in person", "📖 Look up a policy", "🔔 News of my place"],
            "zh": ["🪑 约领导当面谈", "📖 查政策", "🔔 想听什么消息"],
        }[language]
    )
    assert len(ann.last.text) < 300
    for command in helping.MORE:
        assert ann.last.text.count(f"/{command} ") == 1


@LANGUAGES
@pytest.mark.parametrize("at", range(3))
async def test_each_button_under_more_opens_something(town: Town, language: str, at: int) -> None:
    ann = town.resident(language)
    await ann.says("/help")
    await ann.taps(MORE[language])
    button = ann.buttons[at]
    await ann.taps(button)
    assert ann.hears("")
    assert button not in ann.buttons


@LANGUAGES
async def test_staff_read_their_commands_by_what_they_are_for_and_each_once(town: Town, language: str) -> None:
    chief = await town.official(Role.HEAD, language, unit=ROADS)
    await chief.says("/help")
    text = chief.last.text
    assert [text.count(f"/{name} ") for name in staff.MENU[Role.HEAD]] == [1] * len(staff.MENU[Role.HEAD])
    parts = text.split("\n\n")
    assert parts[0].startswith({"en": "📌 Each day\n/today - ", "zh": "📌 每天\n/today "}[language])
    assert len(parts) == 6
    assert "/my" not in text
    await chief.taps({"en": "What everyone can do", "zh": "大家都能做的"}[language])
    assert chief.hears("/my")
    assert MORE[language] in chief.buttons


@LANGUAGES
async def test_what_comes_with_a_post_and_is_no_command_is_said_too(town: Town, language: str) -> None:
    officer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await officer.says("/help")
    assert officer.hears(
        {"en": "Cases that no unit covers come to you", "zh": "没有单位对得上的案子会发给您"}[language]
    )
    assert officer.hears_nothing_of("/unit")


@LANGUAGES
def test_the_menu_of_a_resident_is_short_and_begins_with_the_most_needed(language: str) -> None:
    assert [name for name, _ in service.menu(language, ())] == [
        *("my", "sos", "reception", "policies", "news", "help", "language", "cancel")
    ]


@pytest.mark.parametrize("roles", [set(pair) for pair in combinations(Role, 2)])
def test_the_menu_of_staff_has_each_command_once_in_the_order_of_the_help(roles: set[Role]) -> None:
    names = helping.offered(roles)
    order = [name for group in helping.GROUPS.values() for name in group] + list(helping.EVERYONE)
    assert names == sorted(set(names), key=order.index)
    assert {name for role in roles for name in staff.MENU[role]} <= set(names)


def test_every_command_of_a_post_has_its_group() -> None:
    grouped = [name for names in helping.GROUPS.values() for name in names]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) == {name for names in staff.MENU.values() for name in names}
