"""A button from earlier changes nothing, and says what is true: how its case stands, or where the thing is found."""

import pytest

from handlers.router import _OF_WHAT
from tests.handlers.dialogue import Town
from tests.handlers.staff_scene import at_work, complain

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

OF_NO_CASE = [
    ("m.gone", "/help"),
    ("s.99.what.words", {"en": "That question is over", "zh": "那个问题已经过了"}),
    ("d.gone.1", {"en": "your words are kept", "zh": "您的话还在"}),
    ("a.gone.1", "/sos"),
    ("p.gone.1", "/cases"),
    ("t.gone.1", "/tasks"),
    ("y.gone.1", "/policies"),
    ("r.gone.1", "/reception"),
    ("o.gone.1", "/onsite"),
    ("zzz", "/help"),
]


@LANGUAGES
@pytest.mark.parametrize(("data", "says"), OF_NO_CASE)
async def test_it_says_where_the_thing_is_found(
    town: Town, language: str, data: str, says: str | dict[str, str]
) -> None:
    ann = town.resident(language)
    await ann.says("/start")
    await ann.sends_data(data)
    assert (says if isinstance(says, str) else says[language]) in ann.toast
    assert {"en": "how things stand now", "zh": "给您看现在的情况"}[language] not in ann.toast, "nothing is shown"
    assert len(ann.toast) <= 180
    assert ann.chat.arrived == []


def test_every_scheme_is_tried() -> None:
    assert {data.partition(".")[0] for data, _ in OF_NO_CASE} == {*_OF_WHAT, "zzz"}


@LANGUAGES
async def test_one_of_a_case_shows_how_that_stands(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    for data in (f"c.gone.{case.id}.0", f"c.child.{case.id}.{case.epoch}.nonsense"):
        await ann.sends_data(data)
        assert {"en": "how things stand now", "zh": "给您看现在的情况"}[language] in ann.toast
        assert ann.hears(case.number)


@LANGUAGES
async def test_one_of_a_case_shows_a_stranger_nothing(town: Town, language: str) -> None:
    _, case = await complain(town, language)
    eve = town.resident(language)
    await eve.says("/start")
    await eve.sends_data(f"c.gone.{case.id}.0")
    assert eve.hears_nothing_of(case.number)
    assert eve.hears({"en": "can't find that", "zh": "没找到"}[language])


@LANGUAGES
async def test_what_a_handler_does_not_know_any_more_is_said_in_the_chat_too(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says({"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}[language])
    draft = ann.last.card.partition(":")[2]
    await ann.sends_data(f"d.kind.{draft}.nonsense")
    assert ann.hears({"en": "your words are kept", "zh": "您的话还在"}[language])


@LANGUAGES
async def test_in_a_group_nothing_of_a_case_is_shown(town: Town, language: str) -> None:
    group = await town.group(language=language)
    wang = await town.cadre(language=language)
    _, case = await complain(town, language)
    before = len(town.chats[group].messages) if group in town.chats else 0
    await wang.sends_data(f"c.gone.{case.id}.0", group=group)
    assert {"en": "Write to me alone", "zh": "单独给我发消息"}[language] in wang.toast
    assert (len(town.chats[group].messages) if group in town.chats else 0) == before
