"""Who may know who sent it: the intake office by a tap that is recorded, the unit if allowed, nobody if so wished."""

import json

import pytest

from casework.people import Role
from casework.petitions import Naming
from tests.handlers.after_scene import (
    ALL_RIGHT,
    HOLE,
    INTAKE_ONLY,
    LAMP,
    NAME,
    NEW_MATTER,
    NOBODY,
    SKIP,
    TAP,
    THEY_MAY,
    filed,
    petition_of,
    skips_to,
)
from tests.handlers.dialogue import COUNTY, WATER, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ASKED = {"en": "know who you are", "zh": "知道您是谁"}
CALL = {"en": "To call back", "zh": "给居民回电话"}
SHOW = {"en": "Show the name", "zh": "看姓名"}
WHO = {"en": "Ann Lee, 13800001234", "zh": "王小红 13800001234"}
CALLED = {"en": "Ann Lee", "zh": "王小红"}
PHONE = "13800001234"


async def named(town: Town, language: str, choice: dict[str, str]) -> tuple[Actor, Actor, Actor]:
    """Return somebody who has told their name, the cadre who has the case, and the dispatcher."""
    wang = await town.cadre(WATER, language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Intake officer")
    ann, _ = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await skips_to(ann, ASKED)
    await ann.taps(choice[language])
    await ann.says(WHO[language])
    return ann, wang, office


@LANGUAGES
async def test_the_name_is_the_intake_offices_alone_and_whoever_looks_is_recorded(town: Town, language: str) -> None:
    ann, wang, office = await named(town, language, INTAKE_ONLY)
    assert ann.hears({"en": "Only the intake office can see", "zh": "只有受理办公室能看"}[language])
    assert ann.hears(CALLED[language])
    petition, (case,) = await petition_of(ann), await ann.cases()
    assert (petition.naming, petition.name, petition.phone) == (Naming.INTAKE, CALLED[language], PHONE)
    await wang.says(f"/case {case.number}")
    assert SHOW[language] not in wang.buttons
    await wang.sends_data(f"c.see_name.{case.id}.{case.epoch}")
    assert wang.hears({"en": "does not let your office see", "zh": "没有让您这边看"}[language])
    await office.says(f"/case {case.number}")
    assert office.hears_nothing_of(CALLED[language])
    await office.taps(SHOW[language])
    assert office.hears({"en": "why do you need the name", "zh": "为什么要看姓名"}[language])
    assert office.hears_nothing_of(CALLED[language])
    reason = {"en": "She left her umbrella here", "zh": "她的伞忘在窗口了"}[language]
    await office.says(reason)
    assert office.hears(f"{CALLED[language]} {PHONE}")
    await office.says(f"/case {case.number}")
    await office.taps({"en": "History", "zh": "经过"}[language])
    assert office.hears(reason)
    # Its writer learns which office has looked, and how often; the reason is the office's own.
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of(reason)
    await ann.says("/mydata")
    once = {"en": "The intake office of Egret County looked at your name once", "zh": "白鹭县受理办公室看过您的姓名1次"}
    assert ann.hears(once[language])
    await office.taps(SHOW[language])
    await office.taps(CALL[language])
    await ann.says("/mydata")
    assert ann.hears({"en": "looked at your name 2 times", "zh": "看过您的姓名2次"}[language])
    assert ann.hears_nothing_of(reason)


@LANGUAGES
async def test_without_a_reason_no_name_is_shown_and_nothing_is_recorded(town: Town, language: str) -> None:
    ann, _, office = await named(town, language, INTAKE_ONLY)
    (case,) = await ann.cases()
    await office.says(f"/case {case.number}")
    await office.taps(SHOW[language])
    await office.sends_sticker()
    assert office.hears_nothing_of(CALLED[language])
    await office.taps({"en": "Cancel", "zh": "取消"}[language])
    assert office.hears_nothing_of(CALLED[language])
    await ann.says("/mydata")
    assert ann.hears_nothing_of({"en": "looked at your name", "zh": "看过您的姓名"}[language])


@LANGUAGES
async def test_the_unit_sees_it_only_where_its_writer_says_so(town: Town, language: str) -> None:
    ann, wang, _ = await named(town, language, THEY_MAY)
    (case,) = await ann.cases()
    await wang.says(f"/case {case.number}")
    await wang.taps(SHOW[language])
    await wang.taps(CALL[language])
    assert wang.hears(f"{CALLED[language]} {PHONE}")
    await ann.says("/mydata")
    assert ann.hears(
        {"en": "Egret Water Bureau looked at your name once", "zh": "白鹭县水务局看过您的姓名1次"}[language]
    )
    # A word later nobody sees it any more, and nothing is left of it.
    await ann.says(f"/case {case.number}")
    await ann.taps({"en": "Add details", "zh": "补充几句"}[language])
    await skips_to(ann, ASKED)
    await ann.taps(NOBODY[language])
    assert ann.hears({"en": "wiped out", "zh": "都抹掉了"}[language])
    petition = await petition_of(ann)
    assert (petition.naming, petition.name, petition.phone) == (Naming.ANONYMOUS, "", "")
    for actor in (wang,):
        await actor.sends_data(f"c.see_name.{case.id}.{case.epoch}")
        assert actor.hears_nothing_of(CALLED[language])


@LANGUAGES
async def test_anonymous_is_not_asked_for_a_name_and_not_even_intake_sees_one(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann, case = await filed(town, language, TAP)
    await ann.taps(ALL_RIGHT[language])
    await skips_to(ann, ASKED)
    await ann.taps(NOBODY[language])
    assert ann.hears({"en": "Nobody knows who you are", "zh": "谁也不知道您是谁"}[language])
    await office.says(f"/case {case.number}")
    assert SHOW[language] not in office.buttons
    await office.sends_data(f"c.see_name.{case.id}.{case.epoch}")
    assert office.hears({"en": "does not let your office see", "zh": "没有让您这边看"}[language])


@LANGUAGES
async def test_a_case_that_asks_nothing_else_lets_its_writer_say_who_may_know(town: Town, language: str) -> None:
    ann, case = await filed(town, language, HOLE)
    await ann.says(f"/case {case.number}")
    assert len(ann.buttons) == 3
    await ann.taps(NAME[language])
    assert ann.hears(ASKED[language])
    assert ann.buttons == [INTAKE_ONLY[language], THEY_MAY[language], NOBODY[language]]
    await ann.says(THEY_MAY[language])
    await ann.taps(SKIP[language])
    assert (await petition_of(ann)).naming is Naming.OPEN
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    await ann.says(f"/case {case.number}")
    await ann.taps(NAME[language])
    await ann.taps(NOBODY[language])
    assert (await petition_of(ann)).naming is Naming.ANONYMOUS


@LANGUAGES
async def test_a_matter_typed_for_a_name_is_no_name(town: Town, language: str) -> None:
    ann, case = await filed(town, language, HOLE)
    await ann.says(f"/case {case.number}")
    await ann.taps(NAME[language])
    await ann.taps(INTAKE_ONLY[language])
    await ann.says(LAMP[language])
    assert NEW_MATTER[language] in ann.buttons
    assert (await petition_of(ann)).name == ""


@LANGUAGES
async def test_whoever_does_not_want_to_say_is_not_asked_again(town: Town, language: str) -> None:
    for words in ({"en": "no, thanks", "zh": "不想说"}, {"en": "No", "zh": "没有"}):
        ann, case = await filed(town, language, HOLE)
        await ann.says(f"/case {case.number}")
        await ann.taps(NAME[language])
        await ann.taps(INTAKE_ONLY[language])
        await ann.says(words[language])
        assert ann.hears({"en": "goes on", "zh": "照样办"}[language])
        assert (await petition_of(ann)).name == ""


@LANGUAGES
async def test_no_event_no_group_and_no_list_has_the_name(town: Town, language: str) -> None:
    group = await town.group(WATER, language)
    ann, wang, office = await named(town, language, THEY_MAY)
    (case,) = await ann.cases()
    for command in ("/cases", "/overdue"):
        for actor in (wang, office):
            await actor.says(command)
            assert actor.hears_nothing_of(CALLED[language])
    await wang.says(f"/case {case.number}")
    await wang.taps(SHOW[language])
    await town.passes(days=3)
    assert not any(CALLED[language] in shown.text for shown in town.chats[group].messages)
    await wang.sends_data(f"c.see_name.{case.id}.{case.epoch}", group=group)
    assert not any(CALLED[language] in shown.text for shown in town.chats[group].messages)
    async with town.store.turn(town.now) as uow:
        events = await uow.events_of(case.id, public=False)
    told = json.dumps([dict(event.data) for event in events], ensure_ascii=False)
    assert CALLED[language] not in told
    assert PHONE not in told
