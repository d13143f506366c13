"""Call-backs told as conversations: the caller asks here or telephones, the resident answers by one tap."""

from dataclasses import replace

import pytest

from casework.people import Role
from casework.petitions import Case, State
from casework.profile import Callbacks
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work, head

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ALL = Callbacks(withdrawn=100, low_stars=100)


def draws_all(town: Town) -> None:
    """Let every withdrawal and low rating be drawn."""
    rules = town.store.rules
    town.store.rules = replace(rules, profile=replace(rules.profile, callbacks=ALL))


async def called(town: Town, language: str) -> tuple[Actor, Actor, Actor, Case]:
    """Return a resident who has withdrawn, the cadre, and the dispatcher who is to call back, and has opened it."""
    draws_all(town)
    caller = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, wang, case = await at_work(town, language)
    await ann.says(f"/case {case.number}")
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes", "zh": "撤回"}[language])
    await town.passes(days=1)
    assert caller.hears({"en": "please call back", "zh": "请回访"}[language])
    await caller.taps(case.number)
    await caller.taps({"en": "Call back", "zh": "回访"}[language])
    return ann, wang, caller, case


@LANGUAGES
async def test_asked_in_chat_a_resident_says_it_is_not_solved_and_takes_it_up_again(town: Town, language: str) -> None:
    ann, wang, caller, case = await called(town, language)
    wang.chat.arrived.clear()
    await caller.taps({"en": "Ask in chat", "zh": "在聊天里问"}[language])
    assert ann.hears({"en": "they can't see what you say", "zh": "看不到您怎么说"}[language])
    assert len(ann.last.labels) == 3
    await ann.taps({"en": "It's not", "zh": "没办好"}[language])
    assert wang.chat.arrived == []
    await ann.taps(ann.last.labels[0])
    assert (await ann.cases())[0].state is State.WORKING
    await wang.says(f"/case {case.number}")
    shown = "\n".join(each.text for each in wang.chat.arrived)
    assert {"en": "call", "zh": "回访"}[language] not in shown, "the unit reads of no call-back"


@LANGUAGES
async def test_by_telephone_the_caller_notes_the_answer(town: Town, language: str) -> None:
    ann, _, caller, case = await called(town, language)
    await caller.taps({"en": "I have phoned", "zh": "打过电话了"}[language])
    await caller.taps({"en": "It's solved", "zh": "办好了"}[language])
    assert caller.hears({"en": "is noted", "zh": "记下了"}[language])
    await caller.says(f"/case {case.number}")
    assert {"en": "Call back", "zh": "回访"}[language] not in caller.last.labels
    assert (await ann.cases())[0].state is State.CLOSED


@LANGUAGES
async def test_somebody_pressed_and_the_supervisor_hears_and_not_the_unit(town: Town, language: str) -> None:
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    chief = await head(town, language)
    ann, wang, caller, _ = await called(town, language)
    await caller.taps({"en": "Ask in chat", "zh": "在聊天里问"}[language])
    wang.chat.arrived.clear()
    chief.chat.arrived.clear()
    await ann.taps({"en": "Someone pressed me", "zh": "有人逼我"}[language])
    assert supervisor.hears({"en": "pressed", "zh": "撤回|逼|施压|压力"}[language])
    assert wang.chat.arrived == chief.chat.arrived == []


@LANGUAGES
async def test_the_form_stands_with_the_case_until_it_is_answered(town: Town, language: str) -> None:
    ann, _, caller, case = await called(town, language)
    await caller.taps({"en": "Ask in chat", "zh": "在聊天里问"}[language])
    await ann.says(f"/case {case.number}")
    await ann.taps({"en": "It's solved", "zh": "办好了"}[language])
    assert ann.hears({"en": "noted as solved", "zh": "记下了：办好了"}[language])
    await ann.sends_data(f"c.called.{case.id}.{case.epoch}.solved")
    assert {"en": "This call-back is over", "zh": "已经结束了"}[language] in ann.last.text


@LANGUAGES
async def test_a_resident_says_that_somebody_asked_for_stars(town: Town, language: str) -> None:
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    ann, wang, case = await at_work(town, language)
    await wang.sends_data(f"c.propose.{case.id}.{case.epoch}")
    await wang.taps({"en": "Question answered", "zh": "答复了"}[language])
    for words in ("It is planned", "We wrote", "Road rules"):
        await wang.says(words)
    await wang.taps({"en": "Send it", "zh": "发给居民"}[language])
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    await ann.taps("5⭐")
    wang.chat.arrived.clear()
    await ann.taps({"en": "Someone asked me for stars", "zh": "有人要我打好评"}[language])
    assert supervisor.hears({"en": "somebody asked for stars", "zh": "要他打好评"}[language])
    assert wang.chat.arrived == []
