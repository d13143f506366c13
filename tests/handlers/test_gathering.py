"""Together with neighbours: the consent, the link, the signatures, those who speak for the others."""

import pytest

from casework.petitions import Closing, State
from tests.handlers.dialogue import WATER, Actor, Town
from tests.handlers.together_scene import LAMP, NEIGHBOURS, answered, files, makes_links, one_case

PROFILE = NEIGHBOURS
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SHOWN = {"en": "Before they sign, neighbours read these words", "zh": "签名以前会看到下面这段话"}
SIGN = {"en": "I sign", "zh": "我签名"}
SPEAK = {"en": "I sign, and speak for it", "zh": "我签名，当代表"}


async def gathered(town: Town, language: str) -> tuple[Actor, int, str]:
    """Return an initiator, the case, and the code of its link."""
    ann = town.resident(language)
    case = await files(ann, LAMP)
    await ann.says("/together")
    assert ann.hears(SHOWN[language])
    await ann.taps({"en": "Show these words", "zh": "就给他们看这段"}[language])
    (code,) = await makes_links(town, case)
    assert ann.hears(f"#join={code}")
    assert [shown.text for shown in ann.chat.arrived if shown.file is not None] == [f"{case.label} · 📷"]
    return ann, case.id, code


@LANGUAGES
async def test_neighbours_read_sign_and_withdraw(town: Town, language: str) -> None:
    ann, case_id, code = await gathered(town, language)
    bob = town.resident(language)
    await bob.says(f"/start {code}")
    assert bob.hears(LAMP[language][:20])
    await bob.taps(SIGN[language])
    case = await one_case(town, case_id)
    assert bob.hears(case.number)
    assert case.supporters == 1
    await bob.says(f"/join {code}")
    await bob.taps(SIGN[language])
    assert "signed" in bob.toast or "签过" in bob.toast or bob.hears("signed|签过")
    await ann.says("/my")
    await ann.sends_data(f"c.gather.{case_id}.{case.epoch}")
    assert ann.hears({"en": "1 person is with you, 1 speaks for it", "zh": "已经有1个人一起，1位代表"}[language])
    await bob.taps({"en": "Withdraw my name", "zh": "撤回签名"}[language])
    await bob.taps({"en": "Yes, leave it", "zh": "对，不跟了"}[language])
    assert (await one_case(town, case_id)).supporters == 0


@LANGUAGES
async def test_the_initiator_shows_other_words(town: Town, language: str) -> None:
    ann, bob = town.resident(language), town.resident(language)
    case = await files(ann, LAMP)
    await ann.says("/together")
    await ann.taps({"en": "I'll write others", "zh": "我另写一段"}[language])
    await ann.says("SHOWN TO ALL")
    (code,) = await makes_links(town, case)
    await bob.says(f"/start {code}")
    assert bob.hears("SHOWN TO ALL")
    assert bob.hears_nothing_of("well|桥头")
    await bob.taps({"en": "Not now", "zh": "先不签"}[language])
    assert (await one_case(town, case.id)).supporters == 0


@LANGUAGES
async def test_many_hear_the_answer_some_at_a_time_and_once(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    _, case_id, code = await gathered(town, language)
    signers = [town.resident(language) for _ in range(7)]
    for each in signers:
        await each.says(f"/start {code}")
        await each.taps(SIGN[language])
        each.chat.messages.clear()
    await answered(town, wang, case_id)
    for each in signers:
        assert each.chat.arrived == []
    await town.passes(minutes=5)
    for each in signers:
        (told,) = each.chat.messages
        assert {"en": "has its answer", "zh": "有答复了"}[language] in told.text
        assert "13800138000" not in told.text
    case = await one_case(town, case_id)
    assert (case.telling, case.state) == (None, State.PROPOSED)


@LANGUAGES
async def test_whoever_is_asked_speaks_for_all_and_five_at_most(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    ann, case_id, _ = await gathered(town, language)
    speakers: list[Actor] = []
    case = await one_case(town, case_id)
    for _ in range(4):
        await ann.sends_data(f"c.speaker.{case_id}.{case.epoch}")
        (code,) = await makes_links(town, case)
        speakers.append(town.resident(language))
        await speakers[-1].says(f"/start {code}")
        await speakers[-1].taps(SPEAK[language])
        assert ann.hears({"en": "has agreed to speak for it", "zh": "答应当代表了"}[language])
        late = town.resident(language)
        await late.says(f"/start {code}")
        assert late.hears_nothing_of(LAMP[language][:20])
    await ann.sends_data(f"c.speaker.{case_id}.{case.epoch}")
    assert "5" in ann.toast
    await answered(town, wang, case_id)
    await town.passes(minutes=1)
    await speakers[0].taps({"en": "Done", "zh": "办好了"}[language])
    assert (await one_case(town, case_id)).closing is Closing.SOLVED
    assert ann.hears({"en": "a representative has said for all", "zh": "代表替大家说了"}[language])


@LANGUAGES
async def test_a_link_ends_and_a_wrong_one_says_nothing(town: Town, language: str) -> None:
    ann, case_id, code = await gathered(town, language)
    await ann.says(f"/start {code}")
    assert case_id
    bob = town.resident(language)
    await bob.says("/start 0000000000000000")
    wrong = bob.last.text
    await town.passes(days=61)
    await bob.says(f"/start {code}")
    assert bob.last.text == wrong


@LANGUAGES
async def test_what_is_protected_gathers_no_names(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "Officials of the Roads Bureau took bribes", "zh": "交通局的干部收受贿赂"}[language])
    await ann.taps({"en": "Send", "zh": "交上去"}[language])
    await ann.says("/together")
    assert ann.hears({"en": "not protected", "zh": "没有保护起来的"}[language])
    (case,) = await ann.cases()
    await ann.sends_data(f"c.gather.{case.id}.{case.epoch}")
    assert (await one_case(town, case.id)).joint is None
