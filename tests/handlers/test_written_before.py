"""Written before: the number, a photo of the reply or a few words; a contested answer goes to somebody else."""

import pytest

from casework.people import Role
from casework.petitions import Closing, State
from tests.handlers.after_scene import (
    ALL_RIGHT,
    HOLE,
    LAMP,
    NEW_MATTER,
    OFFER,
    SKIP,
    contested,
    file,
    filed,
    petition_of,
)
from tests.handlers.dialogue import ROADS, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
AGAIN = {
    "en": "The road at Maple Village has a deep hole again, I reported it before",
    "zh": "枫桥村的公路上又有大坑，去年反映过没人管",
}
ASKED = {"en": "Type the number of then", "zh": "把那时的号码打给我"}
NOTED = {"en": "Whoever works on it sees that", "zh": "办的人看得到"}


async def asked(ann: Actor) -> None:
    """Take up the offer until it is asked whether one has written before."""
    assert ann.hears(OFFER[ann.language])
    await ann.taps(ALL_RIGHT[ann.language])
    assert ann.hears(ASKED[ann.language])
    assert ann.buttons == [SKIP[ann.language]]


@LANGUAGES
async def test_an_own_number_shows_how_it_stood_and_links_both(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, old = await filed(town, language, HOLE)
    await wang.taps({"en": "Accept", "zh": "我接"}[language])
    new = await file(ann, AGAIN[language])
    await asked(ann)
    await ann.says(old.number)
    assert ann.hears(f"{old.number}.*" + {"en": "sent Monday 2 March", "zh": "3月2日（周一）交来"}[language])
    assert ann.hears({"en": "Egret Roads Bureau", "zh": "白鹭县交通局"}[language])
    assert (await petition_of(ann)).earlier == old.number
    await wang.says(f"/case {new.number}")
    assert wang.hears({"en": f"Written before: {old.number}", "zh": f"以前反映过：{old.number}"}[language])
    await wang.says(f"/case {old.number}")
    assert wang.hears({"en": f"about it again: {new.number}", "zh": f"居民又反映了：{new.number}"}[language])
    await ann.says(f"/case {new.number}")
    assert ann.hears({"en": f"you wrote before: {old.number}", "zh": f"您说以前反映过：{old.number}"}[language])


@LANGUAGES
async def test_a_contested_answer_goes_to_somebody_else(town: Town, language: str) -> None:
    wang, li = await town.cadre(language=language), await town.cadre(title="二号", title_en="Second", language=language)
    ann, _ = await filed(town, language, HOLE)
    old = await contested(town, ann, wang)
    assert old.closing is Closing.CONTESTED
    new = await file(ann, AGAIN[language])
    if new.cadre_id != old.cadre_id:  # Whoever has fewer cases was asked first.
        new = await file(ann, AGAIN[language])
    assert new.cadre_id == old.cadre_id
    await asked(ann)
    await ann.says(old.number)
    assert ann.hears({"en": "somebody else takes it this time", "zh": "这回换一位同志来办"}[language])
    assert li.hears(new.number)
    moved = next(case for case in await ann.cases() if case.id == new.id)
    assert (moved.cadre_id, moved.aside) == ((await li.person()).id, (old.cadre_id,))
    await li.says(f"/case {new.number}")
    assert li.hears({"en": "Somebody else this time", "zh": "换了人"}[language])
    # Nor can the first one take it, from an old card or the unit's list.
    await wang.sends_data(f"c.accept.{new.id}.{moved.epoch}")
    refusal = {"en": "somebody else takes this one", "zh": "要由别的同志来办"}[language]
    assert refusal in wang.last.text
    assert next(case for case in await ann.cases() if case.id == new.id).state is State.WAITING


@LANGUAGES
async def test_where_the_same_cadre_works_on_it_already_the_head_decides(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    chief = await town.official(Role.HEAD, language, unit=ROADS, title="局长", title_en="Head of Roads")
    ann, _ = await filed(town, language, HOLE)
    old = await contested(town, ann, wang)
    new = await file(ann, AGAIN[language])
    await wang.taps({"en": "Accept", "zh": "我接"}[language])
    await ann.says(f"/case {new.number}")
    await ann.taps({"en": "Add details", "zh": "补充几句"}[language])
    await ann.says(old.number)
    assert ann.hears({"en": "Their head has been told", "zh": "由负责人定"}[language])
    assert chief.hears({"en": "somebody else\\?", "zh": "换不换人"}[language])
    assert chief.buttons[0] == {"en": "Reassign", "zh": "换人"}[language]
    assert (await ann.cases())[0].cadre_id == old.cadre_id


@LANGUAGES
async def test_a_number_of_another_office_and_a_strangers_number_are_kept_as_words(town: Town, language: str) -> None:
    bob, others = await filed(town, language, HOLE)
    answers = []
    for words in ("JX20240001234", others.number, {"en": "They said it was mended", "zh": "回复说修好了"}[language]):
        ann, case = await filed(town, language, AGAIN)
        await asked(ann)
        await ann.says(words)
        answers.append([shown.text.replace(case.number, "") for shown in ann.chat.arrived])
        assert ann.hears(NOTED[language])
        assert (await petition_of(ann)).earlier == words
    assert answers[0] == answers[1] == answers[2], "nobody learns whose number it is"
    async with town.store.turn(town.now) as uow:
        kinds = [event.kind for event in await uow.events_of(others.id, public=False)]
    assert "came_again" not in kinds
    assert bob.chat.arrived[-1].text.count(others.number) == 0


@LANGUAGES
async def test_a_photo_of_the_reply_is_taken_and_a_slip_in_a_number_is_said(town: Town, language: str) -> None:
    ann, case = await filed(town, language, AGAIN)
    await asked(ann)
    await ann.says(case.number[:-1] + str((int(case.number[-1]) + 1) % 10))
    assert ann.hears({"en": "One digit", "zh": "有一位不对"}[language])
    await ann.sends_album(2)
    assert ann.hears(NOTED[language])
    assert sum(NOTED[language] in shown.text for shown in ann.chat.arrived) == 1
    assert (await petition_of(ann)).earlier == "📷1"
    assert (await ann.cases())[0].files == 2


@LANGUAGES
async def test_skipping_and_another_matter_leave_nothing_behind(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, AGAIN)
    await asked(ann)
    await ann.taps(SKIP[language])
    assert (await petition_of(ann)).earlier == ""
    eve, case = await filed(town, language, AGAIN)
    await asked(eve)
    await eve.says(LAMP[language])
    assert NEW_MATTER[language] in eve.buttons
    assert eve.hears(case.number)
    assert (await petition_of(eve)).earlier == ""
