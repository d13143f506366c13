"""A unit's group chat: one card, one button, one winner; and nothing of what the resident wrote."""

import pytest

from casework.actions import membership
from casework.people import Role
from casework.petitions import State
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Town
from tests.handlers.staff_scene import COMPLAINT, complain, head, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
async def test_the_card_names_number_category_township_and_date_and_no_more(town: Town, language: str) -> None:
    group = await town.group(language=language)
    ann, case = await complain(town, language)
    card = town.chats[group].messages[-1]
    expected = {
        "en": f"📥 {case.number} · Roads and transport · Willow Town · filed Monday 2 March. Who takes it?",
        "zh": f"📥 {case.number} · 道路交通 · 柳河镇 · 3月2日（周一）交来。谁来接？",
    }
    assert card.text == expected[language]
    assert card.labels == [word(ann, "Accept")]
    assert COMPLAINT[language] not in card.text


@LANGUAGES
async def test_the_first_tap_wins_and_the_second_is_told_who_has_it(town: Town, language: str) -> None:
    group = await town.group(language=language)
    wang = await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    ann, case = await complain(town, language)
    button = town.chats[group].messages[-1].buttons[0][0]

    await li.sends_data(button.data, group=group)
    assert word(li, "It's yours") in li.toast
    assert li.last.labels[0] == word(li, "Progress"), "the details are in the private chat"
    card = town.chats[group].messages[-1]
    assert len(town.chats[group].messages) == 1, "the card is changed"
    assert word(li, "Second clerk") in card.text
    assert card.labels == []

    await wang.sends_data(button.data, group=group)
    assert word(wang, "Second clerk") in wang.toast
    assert word(wang, "has already taken it") in wang.toast
    person = await li.person()
    assert (await ann.cases())[0].cadre_id == person.id
    assert case.number in card.text


@LANGUAGES
async def test_the_winner_s_second_tap_changes_nothing(town: Town, language: str) -> None:
    group = await town.group(language=language)
    li = await town.cadre(language=language)
    await complain(town, language)
    button = town.chats[group].messages[-1].buttons[0][0]
    await li.sends_data(button.data, group=group)
    before = town.chats[group].messages[-1].text
    await li.sends_data(button.data, group=group)
    assert word(li, "You have it already") in li.toast
    assert [shown.text for shown in town.chats[group].messages] == [before]


@LANGUAGES
async def test_somebody_of_another_unit_is_answered_so(town: Town, language: str) -> None:
    group = await town.group(language=language)
    guest = await town.cadre(WATER, language=language)
    ann, _ = await complain(town, language)
    await taps(guest, "Accept", group=group)
    assert word(guest, "This one is for members of the unit") in guest.toast
    assert guest.chat.messages == []
    assert (await ann.cases())[0].state is State.WAITING


@LANGUAGES
async def test_no_other_button_works_in_a_group(town: Town, language: str) -> None:
    group = await town.group(language=language)
    await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    _, case = await complain(town, language)
    await taps(li, "Accept", group=group)
    before = len(town.chats[group].messages)
    for verb in ("show", "history", "full", "progress", "propose"):
        await li.sends_data(f"c.{verb}.{case.id}.{case.epoch + 1}", group=group)
        assert len(town.chats[group].messages) == before, verb


@LANGUAGES
async def test_words_in_a_group_are_left_alone(town: Town, language: str) -> None:
    group = await town.group(language=language)
    wang = await town.cadre(language=language)
    await wang.says("Who has the key of the van?", group=group)
    assert town.chats.get(group) is None or town.chats[group].messages == []


@LANGUAGES
async def test_a_head_binds_the_group_without_a_code(town: Town, language: str) -> None:
    chief = await head(town, language)
    await chief.says("/bind", group="tg:-5")
    assert word(chief, "This chat now belongs to") in town.chats["tg:-5"].messages[-1].text
    _, case = await complain(town, language)
    assert case.number in town.chats["tg:-5"].messages[-1].text


@LANGUAGES
async def test_a_group_is_bound_by_its_code_once(town: Town, language: str) -> None:
    async with town.store.turn(town.now) as uow:
        code = await membership.invite(uow, None, ROADS, None, "", "")
    somebody = town.resident(language)
    await somebody.says(f"/bind {code}", group="tg:-5")
    assert word(somebody, "This chat now belongs to") in town.chats["tg:-5"].messages[-1].text
    await somebody.says(f"/start@doorstep_bot {code}", group="tg:-6")
    assert word(somebody, "That code is not valid any more") in town.chats["tg:-6"].messages[-1].text


@LANGUAGES
async def test_nobody_binds_a_group_without_post_or_code(town: Town, language: str) -> None:
    somebody = town.resident(language)
    await somebody.says("/bind", group="tg:-5")
    await complain(town, language)
    assert len(town.chats["tg:-5"].messages) == 1, "the refusal, and no case"


@LANGUAGES
async def test_a_case_that_goes_to_another_unit_leaves_the_group(town: Town, language: str) -> None:
    group = await town.group(language=language)
    other = await town.group(WATER, language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    _, case = await complain(town, language)
    await office.says(f"/case {case.number}")
    await office.sends_data(f"c.send_to_unit.{case.id}.{case.epoch}.{WATER}")
    assert town.chats[group].messages[-1].labels == []
    assert word(office, "has gone to") in town.chats[group].messages[-1].text
    assert town.chats[other].messages[-1].labels == [word(office, "Accept")]
