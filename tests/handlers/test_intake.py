"""What a message is: its kind, how many matters it has, and whether those it speaks of may know."""

import pytest

from casework.kinds import PetitionKind
from casework.people import Post, Role
from casework.petitions import Closing, Held, State
from tests.handlers.dialogue import COUNTY, GOVERNMENT, RIVER, ROADS, WATER, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
SUGGESTION = {
    "en": "I suggest putting benches and lamps along the river at Maple Village for old people",
    "zh": "建议在枫桥村河边多装几张长椅和路灯，方便老人散步",
}
SEVERAL = {
    "en": "1. The road at Maple Village has been full of holes for months and children fall.\n"
    "2. The tap water is brown each morning and nobody can drink it.\n"
    "3. The wages of the building site have not been paid to us since June.",
    "zh": "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。\n"
    "二、自来水每天早上都是黄的，没法喝。\n"
    "三、工地上拖欠我们的工资，六月份到现在都没发。",
}
BRIBED = {
    "en": "The director of the Egret Roads Bureau is corrupt and takes bribes for the road at Maple Village",
    "zh": "白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚",
}


@LANGUAGES
async def test_the_kind_is_shown_and_one_tap_mends_it(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(SUGGESTION[language])
    assert ann.hears({"en": "We take it as a suggestion", "zh": "当成一个建议"}[language])
    await ann.taps({"en": "Something is to be done", "zh": "是要办的事"}[language])
    assert ann.hears_nothing_of({"en": "We take it as", "zh": "当成"}[language])
    assert len(ann.chat.messages) == 1
    await ann.taps({"en": "It is a suggestion", "zh": "是提个建议"}[language])
    await ann.says({"en": "There must be a rail, too.", "zh": "栏杆也要修。"}[language])
    assert ann.hears({"en": "We take it as a suggestion", "zh": "当成一个建议"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert case.kind is PetitionKind.SUGGESTION


@LANGUAGES
async def test_any_kind_can_be_chosen_from_the_list(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(SUGGESTION[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "Question, suggestion", "zh": "改种类"}[language])
    await ann.taps({"en": "a report of a violation", "zh": "举报"}[language])
    await ann.taps(SEND[language])
    assert [case.kind for case in await ann.cases()] == [PetitionKind.REPORT]


@LANGUAGES
async def test_several_matters_become_cases_of_one_petition_once_their_writer_says_so(
    town: Town, language: str
) -> None:
    ann = town.resident(language)
    await ann.says(SEVERAL[language])
    assert ann.hears({"en": "You're telling us 3 things", "zh": "您说了3件事"}[language])
    assert len(ann.buttons) == 3
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    assert ann.hears({"en": "It has 3 parts", "zh": "分成3件办"}[language])
    cases = sorted(await ann.cases(), key=lambda case: case.suffix)
    assert [case.label for case in cases] == [f"{cases[0].number}-{suffix}" for suffix in (1, 2, 3)]
    assert [case.unit_id for case in cases] == [ROADS, WATER, GOVERNMENT]
    assert all(case.text in SEVERAL[language] and case.text for case in cases)
    (petition, *_) = await ann.petitions()
    assert (petition.cases, petition.open_cases, petition.text) == (3, 3, SEVERAL[language])


@LANGUAGES
async def test_several_matters_stay_one_case_where_their_writer_wants_it(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(SEVERAL[language])
    await ann.taps({"en": "Send as one", "zh": "当一件交"}[language])
    (case,) = await ann.cases()
    assert (case.text, case.shared) == ("", False)


@LANGUAGES
async def test_a_petition_is_over_with_the_last_of_its_cases(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(SEVERAL[language])
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    over = {"en": "All 3 parts of", "zh": "3件事，都有结果了"}[language]
    for left in (2, 1, 0):
        case = next(case for case in await ann.cases() if case.is_open)
        await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
        (petition, *_) = await ann.petitions()
        assert petition.open_cases == left
        assert ann.hears(over) if not left else ann.hears_nothing_of(over)
    assert {case.closing for case in await ann.cases()} == {Closing.WITHDRAWN}


@LANGUAGES
async def test_an_accusation_is_kept_from_those_it_accuses_and_waits_above_them(town: Town, language: str) -> None:
    cadre, head = await town.cadre(), await town.official(Role.HEAD, unit=ROADS)
    both = await town.official(Role.DISPATCHER, area=COUNTY)
    person = await both.person()
    async with town.store.turn(town.now) as uow:
        uow.put(Post(uow.new_id(), person.id, Role.CADRE, ROADS, None, "路政员", "Road officer"))
    office = await town.official(Role.DISPATCHER, area=COUNTY)
    near = await town.official(Role.DISPATCHER, area=RIVER)
    group = await town.group(ROADS)
    ann = town.resident(language)
    await ann.says(BRIBED[language])
    assert ann.hears({"en": "We keep it from them, all right", "zh": "不让他们知道，好吗"}[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "can't see it", "zh": "看不到这件事"}[language])
    (case,) = await ann.cases()
    assert (case.held, case.shielded, case.unit_id, case.state) == (Held.ACCUSATION, True, None, State.WAITING)
    assert case.accused == (ROADS,)
    assert office.hears(case.number)
    for stranger in (cadre, head, both, near):
        assert stranger.chat.messages == []
        await stranger.says(case.number)
        assert stranger.hears_nothing_of(case.summary)
        await stranger.sends_data(f"c.show.{case.id}.{case.epoch}")
        assert stranger.hears_nothing_of(case.summary)
    assert group not in town.chats
    await office.sends_data(f"c.send_to_unit.{case.id}.{case.epoch}.{ROADS}")
    assert (await ann.cases())[0].unit_id is None
    assert office.hears("about that very unit|反映的就是这个单位")


@LANGUAGES
async def test_what_only_seemed_to_accuse_goes_its_way_at_its_writers_word(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(BRIBED[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "Question, suggestion", "zh": "改种类"}[language])
    await ann.taps({"en": "something to be done", "zh": "一件要办的事"}[language])
    await ann.taps({"en": "They may know", "zh": "让他们知道"}[language])
    assert ann.hears({"en": "may know of this", "zh": "可以知道这件事"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert (case.held, case.shielded, case.unit_id) == (Held.NO_ROUTE, False, ROADS)
