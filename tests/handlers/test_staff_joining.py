"""Joining by an invite, and being away."""

import pytest

from casework.actions import membership
from casework.people import Role
from tests.handlers.dialogue import COUNTY, ROADS, Town
from tests.handlers.staff_scene import complain, head, hears, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def invitation(town: Town, role: Role = Role.CADRE) -> str:
    unit, area = (ROADS, None) if role in {Role.CADRE, Role.HEAD} else (None, COUNTY)
    async with town.store.turn(town.now) as uow:
        return await membership.invite(uow, role, unit, area, "新路政员", "New road officer")


@LANGUAGES
@pytest.mark.parametrize("command", ["/start", "/join"])
async def test_an_invite_makes_a_cadre_who_gets_the_next_case(town: Town, language: str, command: str) -> None:
    wang = town.resident(language)
    await wang.says(f"{command} {await invitation(town)}")
    assert hears(wang, "Welcome")
    assert wang.hears({"en": "New road officer at Egret Roads Bureau", "zh": "白鹭县交通局的新路政员"}[language])
    _, case = await complain(town, language)
    assert case.number in wang.last.text
    await taps(wang, "Accept")
    assert word(wang, "It's yours") in wang.toast


@LANGUAGES
async def test_a_post_over_an_area_is_welcomed_too(town: Town, language: str) -> None:
    boss = town.resident(language)
    await boss.says(f"/start {await invitation(town, Role.SUPERVISOR)}")
    assert boss.hears({"en": "for Egret County", "zh": "白鹭.*新路政员"}[language])
    await boss.says("/overdue")
    assert hears(boss, "Nothing is late")


@LANGUAGES
async def test_wrong_and_used_codes_are_said_kindly(town: Town, language: str) -> None:
    code = await invitation(town)
    wang, eve = town.resident(language), town.resident(language)
    await wang.says(f"/start {code}")
    await eve.says(f"/start {code}")
    assert hears(eve, "This invitation is not valid any more")
    await eve.says("/join ABCD-EFGH")
    assert hears(eve, "This invitation is not valid any more")
    await eve.says("/cases")
    assert eve.hears("/join"), "no post came of it"


@LANGUAGES
async def test_an_expired_code_is_said_kindly(town: Town, language: str) -> None:
    code = await invitation(town)
    await town.passes(days=8)
    eve = town.resident(language)
    await eve.says(f"/start {code}")
    assert hears(eve, "This invitation is not valid any more")


@LANGUAGES
async def test_join_without_a_code_says_how(town: Town, language: str) -> None:
    eve = town.resident(language)
    await eve.says("/join")
    assert eve.hears("/join ")


@LANGUAGES
@pytest.mark.parametrize("typed", ["until 2026-03-09", "2026-03-09", "到3月9日"])
async def test_away_until_a_day_sends_new_cases_to_colleagues(town: Town, language: str, typed: str) -> None:
    wang = await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    await wang.says(f"/away {typed}")
    await taps(wang, "Nobody")
    assert hears(wang, "Away until")
    assert wang.hears("Monday 9 March|3月9日（周一）")
    _, case = await complain(town, language)
    assert case.number in li.last.text
    assert wang.hears_nothing_of(case.number)


@LANGUAGES
async def test_away_alone_asks_until_when_and_off_ends_it(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    await wang.says("/away")
    await taps(wang, "Thursday 5 March")
    assert hears(wang, "Away until")
    assert (await wang.person()).away_until is not None
    await wang.says("/away off")
    assert hears(wang, "Welcome back")
    assert (await wang.person()).away_until is None


@LANGUAGES
async def test_coming_back_is_one_tap_where_the_day_is_asked(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    await wang.says("/away until 2026-03-09")
    await wang.says("/away")
    await taps(wang, "I'm back at work")
    assert (await wang.person()).away_until is None


@LANGUAGES
async def test_a_day_that_is_over_or_no_day_is_asked_again(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    await wang.says("/away until 2026-02-01")
    assert hears(wang, "That day is over")
    await wang.says("/away until doomsday")
    await wang.says("2026-03-09")
    assert hears(wang, "Away until")


@LANGUAGES
async def test_residents_have_no_staff_commands(town: Town, language: str) -> None:
    ann = town.resident(language)
    for command in ("/cases", "/overdue", "/unit", "/away", "/away off"):
        await ann.says(command)
        assert ann.hears("/join"), command


@LANGUAGES
async def test_bind_in_private_says_where_it_belongs(town: Town, language: str) -> None:
    chief = await head(town, language)
    await chief.says("/bind")
    assert chief.hears("group chat|群里")


@LANGUAGES
async def test_help_tells_staff_what_comes_with_their_posts(town: Town, language: str) -> None:
    chief = await head(town, language)
    await chief.says("/help")
    assert chief.hears("/unit")
    wang = await town.cadre(language=language)
    await wang.says("/help")
    assert wang.hears("/cases")
    assert wang.hears_nothing_of("/unit")
