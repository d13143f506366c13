"""Whoever accepts a case reads how others like it were solved: without names, nothing of what is shielded."""

from dataclasses import replace
from typing import Any

import pytest

from casework.kinds import PetitionKind
from casework.likeness import is_example
from casework.petitions import Case, Closing
from tests.handlers.dialogue import ROADS, Actor, Town
from tests.handlers.kind_scene import REQUEST, answers, case_of, filed, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {
    "en": "Maple Village road: the street lamps beside the bridge stay dark every night, my name is Li Ming",
    "zh": "枫桥村公路边大桥旁的路面塌陷出大坑，摩托车摔倒好几次，我叫李小明",
}
SOLVED = {"en": "Cases like this one that residents call solved", "zh": "以前这样办成过"}
DONE = {
    "en": "Filled the hole (填平压实) at Li Ming's door, phone 13800138000",
    "zh": "给李小明家门口填平压实，电话13800138000",
}
NAME = {"en": "Li Ming", "zh": "李小明"}


async def solved(town: Town, language: str) -> tuple[Actor, Case]:
    """Return a cadre who has solved a case, and the case."""
    wang = await town.cadre(ROADS, language=language)
    ann, _ = await filed(town, language, REQUEST, WORDS[language])
    await taps(wang, "Accept")
    assert wang.hears_nothing_of(SOLVED[language])
    await answers(wang, "Done", "查到塌陷", DONE[language], "天黑了，没拍照", "公路法")
    case = await case_of(ann)
    await ann.sends_data(f"c.judge.{case.id}.{case.epoch}.done")
    return wang, await case_of(ann)


@LANGUAGES
async def test_what_was_done_is_told_without_names(town: Town, language: str) -> None:
    wang, _ = await solved(town, language)
    await filed(town, language, REQUEST, WORDS[language])
    await taps(wang, "Accept")
    assert wang.hears(SOLVED[language])
    (told,) = [shown.text for shown in wang.chat.arrived if SOLVED[language] in shown.text]
    assert "填平压实" in told
    assert NAME[language] not in told
    assert "13800138000" not in told
    assert {"en": "Maple", "zh": "枫桥"}[language] not in told


@LANGUAGES
async def test_what_is_shielded_is_never_told(town: Town, language: str) -> None:
    wang, case = await solved(town, language)
    async with town.store.turn(town.now) as uow:
        known = await uow.get(Case, case.id)
        assert known is not None
        uow.put(replace(known, shielded=True))
    await filed(town, language, REQUEST, WORDS[language])
    await taps(wang, "Accept")
    assert wang.hears_nothing_of(SOLVED[language])


@LANGUAGES
async def test_another_matter_is_no_example(town: Town, language: str) -> None:
    wang, _ = await solved(town, language)
    other = {
        "en": "A truck has bent the road sign at Maple Village",
        "zh": "枫桥村公路上的指示牌被货车撞歪了",
    }
    await filed(town, language, REQUEST, other[language])
    await taps(wang, "Accept")
    assert wang.hears_nothing_of(SOLVED[language])


@pytest.mark.parametrize(
    "changed",
    [
        {"shielded": True},
        {"accused": (1,)},
        {"kind": PetitionKind.ACCUSATION},
        {"kind": PetitionKind.QUESTION},
        {"closing": Closing.NO_ANSWER},
        {"merged_into": 7},
    ],
)
async def test_only_what_its_resident_calls_solved_and_hides_nothing_is_an_example(
    town: Town, changed: dict[str, Any]
) -> None:
    _, case = await solved(town, "zh")
    assert is_example(case)
    assert not is_example(replace(case, **changed))
