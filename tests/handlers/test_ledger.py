"""The public ledger in chat: unit and resident agree, somebody reads it, everybody can; and it can be taken back."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from casework.ledger import LedgerEntry, LedgerState
from casework.people import Role
from casework.petitions import Case, Closing, Outcome, OutcomeKind, Petition, State
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import complain

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {
    "en": {
        "offer": "Into the public ledger",
        "may": "May others read this",
        "yes": "Yes, they may",
        "no": "No",
        "check": "Please read",
        "out": "Let it out",
        "change": "Other words",
        "keep": "Keep it back",
        "stands": "stands in /ledger now",
        "back": "Keep it out of the ledger",
        "gone": "Nobody reads it there",
        "nothing": "Nothing stands here yet",
        "head": "Reported and done: Willow Town, everything",
        "nowhere": "I know no place",
        "over": "nothing to decide",
        "twice": "Nobody is asked twice",
        "betray": "would have told",
        "private": "somebody's own business",
        "skip": "Skip",
        "more": "More",
        "place": "willow town",
        "category": "Roads and transport",
        "blacked": "Blacked out as names of others: 陈大山",
        "take_out": "Out of the public ledger",
        "known": "somebody might be known",
    },
    "zh": {
        "offer": "放进公开账本",
        "may": "让大家也看看",
        "yes": "行，可以看",
        "no": "不要",
        "check": "请您看一看",
        "out": "放进去",
        "change": "换个说法",
        "keep": "不放",
        "stands": "已放进 /ledger",
        "back": "不放公开账本了",
        "gone": "那里谁也看不到",
        "nothing": "还没有",
        "head": "反映的和办了的：柳河镇，全部",
        "nowhere": "没有叫这个名字",
        "over": "没有要定的",
        "twice": "不问第二遍",
        "betray": "会让人看出是谁",
        "private": "人家自己的事",
        "skip": "跳过",
        "more": "再看几条",
        "place": "柳河镇",
        "category": "道路交通",
        "blacked": "当作别人的名字涂掉的：陈大山",
        "take_out": "从公开账本拿掉",
        "known": "认出谁来",
    },
}
DONE = "Filled the hole before the gate of 王秀英, phone 13812345678"


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


async def solved(town: Town, language: str, **changes: object) -> tuple[Actor, Actor, Case]:
    """Return a resident, the cadre, and a case that was solved, as its resident says."""
    wang = await town.cadre(language=language)
    ann, case = await complain(town, language)
    await wang.taps({"en": "Accept", "zh": "我接"}[language])
    (case,) = await ann.cases()
    fields = {
        "state": State.CLOSED,
        "closing": Closing.SOLVED,
        "closed_at": town.now,
        "proposed_at": town.now,
        "outcome": Outcome(OutcomeKind.DONE, "a hole", DONE, "rule", request="路上有坑，我叫李小明"),
    }
    case = replace(case, **{**fields, **changes})  # type: ignore[arg-type]
    async with town.store.turn(town.now) as uow:
        assert await uow.get(Case, case.id) is not None
        petition = await uow.get(Petition, case.petition_id)
        assert petition is not None
        uow.put(case)
        uow.put(replace(petition, name="王秀英"))
    return ann, wang, case


async def offered(town: Town, language: str) -> tuple[Actor, Actor, Actor, Case]:
    """Return resident, cadre, dispatcher and a case that the unit has offered for the ledger."""
    ann, wang, case = await solved(town, language)
    dora = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await wang.sends_data(f"c.offer_ledger.{case.id}.{case.epoch}")
    return ann, wang, dora, case


async def entry(town: Town, case: Case) -> LedgerEntry:
    async with town.store.turn(town.now) as uow:
        found = await uow.get(LedgerEntry, case.id)
        assert found is not None
        return found


async def reads(town: Town, language: str, words: str = "") -> Actor:
    """Return somebody who is nobody here, and has just read the ledger."""
    eve = town.resident(language)
    await eve.says("hello" if language == "en" else "你好")
    await eve.says(f"/ledger {words}".strip())
    return eve


@LANGUAGES
async def test_unit_resident_and_reader_each_say_yes_and_everybody_reads_it(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, wang, dora, case = await offered(town, language)
    assert ann.hears(says["may"])
    assert ann.hears_nothing_of("王秀英|13812345678|李小明"), "the very words, without names"
    eve = await reads(town, language)
    assert eve.hears(says["nothing"]), "two yeses are missing"
    await ann.taps(says["yes"])
    assert dora.hears(says["check"])
    assert (await reads(town, language)).hears(says["nothing"]), "nobody has read it yet"
    await dora.taps(says["out"])
    assert ann.hears(says["stands"])
    eve = await reads(town, language, says["place"])
    assert eve.hears(says["head"])
    assert eve.hears("●●●●●●")
    assert eve.hears_nothing_of(f"王秀英|13812345678|李小明|{case.number}")
    assert (await reads(town, language, says["category"])).hears("Filled the hole")
    wang.chat.arrived.clear()
    await ann.says("/ledger")
    await ann.taps({"en": "Take out", "zh": "拿掉"}[language])
    assert ann.hears(says["gone"])
    assert (await reads(town, language)).hears(says["nothing"])
    assert (await entry(town, case)).state is LedgerState.TAKEN_BACK
    assert wang.hears_nothing_of("."), "the unit is not told"


@LANGUAGES
async def test_a_no_is_a_no_and_is_not_asked_again(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, wang, dora, case = await offered(town, language)
    await ann.taps(says["no"])
    assert ann.hears(says["gone"])
    assert dora.chat.arrived == []
    await ann.sends_data(f"c.ledger_yes.{case.id}.0")
    assert ann.hears(says["over"])
    await wang.sends_data(f"c.offer_ledger.{case.id}.{case.epoch}")
    assert wang.hears(says["twice"])


@LANGUAGES
async def test_silence_is_a_no(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, _, dora, case = await offered(town, language)
    await town.passes(days=15)
    assert (await entry(town, case)).state is LedgerState.LAPSED
    await ann.sends_data(f"c.ledger_yes.{case.id}.0")
    assert ann.hears(says["over"])
    assert all("📖" not in shown.text for shown in dora.chat.messages)


@LANGUAGES
async def test_the_reader_puts_it_into_other_words_or_keeps_it_back(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, _, dora, case = await offered(town, language)
    await ann.taps(says["yes"])
    await dora.taps(says["change"])
    await dora.taps(says["skip"])
    await dora.says("Filled it. 张大山 thanks, 13912345678")
    await dora.taps(says["out"])
    assert ann.hears("Filled it")
    assert ann.hears_nothing_of("13912345678"), "masked again"
    assert (await entry(town, case)).state is LedgerState.PUBLISHED
    _, wang, other = await solved(town, language)
    await wang.sends_data(f"c.offer_ledger.{other.id}.{other.epoch}")
    async with town.store.turn(town.now) as uow:
        found = await uow.get(LedgerEntry, other.id)
        assert found is not None
        uow.put(replace(found, state=LedgerState.CHECKING))
    await dora.sends_data(f"c.ledger_keep.{other.id}.{other.epoch}")
    assert (await entry(town, other)).state is LedgerState.DECLINED


@LANGUAGES
async def test_nobody_else_can_say_yes_or_let_it_out(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, wang, dora, case = await offered(town, language)
    eve = await reads(town, language)
    for actor in (eve, wang, dora):
        for verb in ("ledger_yes", "ledger_no"):
            await actor.sends_data(f"c.{verb}.{case.id}.0")
    assert (await entry(town, case)).state is LedgerState.ASKED
    await ann.taps(says["yes"])
    for actor in (eve, wang, ann):
        for verb in ("ledger_publish", "ledger_keep", "ledger_change"):
            await actor.sends_data(f"c.{verb}.{case.id}.{case.epoch}")
    assert (await entry(town, case)).state is LedgerState.CHECKING


@LANGUAGES
async def test_what_is_somebodys_own_business_is_not_offered(town: Town, language: str) -> None:
    ann, wang, case = await solved(town, language, category="social_security")
    await wang.sends_data(f"c.offer_ledger.{case.id}.{case.epoch}")
    assert wang.hears(WORDS[language]["private"])
    assert ann.chat.arrived == [] or ann.hears_nothing_of(WORDS[language]["may"])


@LANGUAGES
async def test_what_is_taken_up_again_stands_there_no_more(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, _, dora, case = await offered(town, language)
    await ann.taps(says["yes"])
    await dora.taps(says["out"])
    await ann.sends_data(f"c.reopen.{case.id}.{case.epoch}")
    (reopened,) = await ann.cases()
    assert reopened.is_open
    assert (await reads(town, language)).hears(says["nothing"])


@LANGUAGES
async def test_pages_and_words_that_name_nothing(town: Town, language: str) -> None:
    says = WORDS[language]
    for number in range(7):
        _, _, case = await solved(town, language)
        moved = LedgerEntry(
            case.id, case.unit_id, 1, "hole", f"filled {number}", town.now, LedgerState.PUBLISHED, 1, town.now
        )
        async with town.store.turn(town.now) as uow:
            uow.put(moved)
    eve = await reads(town, language)
    assert eve.hears("filled 6")
    assert eve.hears_nothing_of("filled 1$")
    await eve.taps(says["more"])
    assert eve.hears("filled 1")
    assert eve.hears("filled 0")
    for forged in ("@99 roads 1", "@x y z", "@-1", "@", "@5 roads 99999999"):
        await eve.sends_data(f"m.ledger.{forged}")
    await eve.says("/ledger xyzzy")
    assert eve.hears(says["nowhere"])


@LANGUAGES
async def test_whoever_is_erased_is_in_no_ledger(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, _, dora, case = await offered(town, language)
    await ann.taps(says["yes"])
    await dora.taps(says["out"])
    await ann.sends_data("m.mydata_erase_yes")
    found = await entry(town, case)
    assert (found.state, found.reported, found.done) == (LedgerState.TAKEN_BACK, "", "")
    assert (await reads(town, language)).hears(says["nothing"])


async def standing(town: Town, language: str) -> tuple[Actor, Actor, Actor, Case]:
    """Return resident, cadre, dispatcher and a case that stands in the ledger since months."""
    ann, wang, dora, case = await offered(town, language)
    await ann.taps(WORDS[language]["yes"])
    await dora.taps(WORDS[language]["out"])
    town.now += timedelta(days=150)
    return ann, wang, dora, case


@LANGUAGES
async def test_months_later_it_is_taken_back_under_the_case(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, _, _, case = await standing(town, language)
    await ann.says(f"/case {case.number}")
    assert len(ann.buttons) <= 3
    await ann.taps(says["back"])
    assert ann.hears(says["gone"])
    assert (await entry(town, case)).state is LedgerState.TAKEN_BACK
    await ann.says(f"/case {case.number}")
    assert says["back"] not in ann.buttons


@LANGUAGES
async def test_the_intake_office_takes_out_what_tells_too_much_and_nobody_else_does(town: Town, language: str) -> None:
    says = WORDS[language]
    ann, wang, dora, case = await standing(town, language)
    await wang.sends_data(f"c.take_out_ledger.{case.id}.{case.epoch}")
    assert (await entry(town, case)).state is LedgerState.PUBLISHED
    await dora.sends_data(f"c.more.{case.id}.{case.epoch}")
    await dora.taps(says["take_out"])
    assert (await entry(town, case)).state is LedgerState.DECLINED
    assert ann.hears(says["known"])
    assert (await reads(town, language)).hears(says["nothing"])
    await dora.sends_data(f"c.more.{case.id}.{case.epoch}")
    assert says["take_out"] not in dora.buttons
    await dora.sends_data(f"c.take_out_ledger.{case.id}.{case.epoch}")
    assert dora.hears(says["over"])
    await ann.says("/case")
    assert ann.hears({"en": "it was taken out of the public ledger", "zh": "从公开账本拿掉了"}[language])


@LANGUAGES
async def test_names_of_others_are_blacked_out_and_whoever_reads_it_first_sees_which(town: Town, language: str) -> None:
    says = WORDS[language]
    done = Outcome(OutcomeKind.DONE, "a hole", "村民陈大山已把石子移走，张师傅补好了路", "rule", request="路上有坑")
    ann, wang, case = await solved(town, language, outcome=done)
    dora = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await wang.sends_data(f"c.offer_ledger.{case.id}.{case.epoch}")
    assert ann.hears("村民●●已把石子移走，●●师傅补好了路")
    assert ann.hears_nothing_of("陈大山")
    await ann.taps(says["yes"])
    assert dora.hears(says["blacked"])
    await dora.taps(says["out"])
    assert (await reads(town, language)).hears_nothing_of("陈大山|张师傅")
