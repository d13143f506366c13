"""What goes elsewhere: matters of a court, and petitions addressed to a body above."""

import pytest

from casework.people import Role
from casework.petitions import Closing, Held, OutcomeKind, State
from tests.handlers.after_scene import HOLE, OFFER, SEND, filed
from tests.handlers.dialogue import COUNTY, RIVER, ROADS, Actor, Town

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
JUDGED = {
    "en": "The court ruling about the road at Maple Village is not carried out",
    "zh": "枫桥村公路的事法院判了，判决书下来一直不执行",
}
GOVERNOR = {
    "en": "Dear Governor, the road at Maple Village has a deep hole",
    "zh": "省长您好：枫桥村的公路上有个大坑，没人修",
}
TO_COURT = {"en": "To the court", "zh": "转法院"}
NOT_COURT = {"en": "Not a court matter", "zh": "不是法院的事"}
HAND_UP = {"en": "Handed up", "zh": "转上级"}
COURT = {"en": "Egret County Court", "zh": "白鹭县人民法院"}
PROVINCE = {"en": "Provincial Petition Office", "zh": "省信访局"}
TODAY = {"en": "Monday 2 March", "zh": "3月2日（周一）"}


async def dispatcher(town: Town, language: str, area: int = COUNTY) -> Actor:
    """Return the intake officer of an area."""
    return await town.official(Role.DISPATCHER, language, area=area, title="受理员", title_en="Intake officer")


@LANGUAGES
async def test_a_matter_of_a_court_is_forwarded_and_its_resident_has_the_last_word(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    ann, case = await filed(town, language, JUDGED)
    assert case.held is Held.COURT
    assert ann.hears_nothing_of(OFFER[language])
    assert office.hears({"en": "Is it for the court", "zh": "该转法院吗"}[language])
    assert office.buttons[:2] == [TO_COURT[language], NOT_COURT[language]]
    await office.taps(TO_COURT[language])
    await office.says(COURT[language])
    await office.says({"en": "tomorrow", "zh": "明天"}[language])
    assert office.hears({"en": "a day that is over", "zh": "已经过去的日子"}[language])
    await office.taps(TODAY[language])
    assert office.hears(COURT[language])
    assert ann.hears(f"{case.number}.*{COURT[language]}.*12348")
    assert len(ann.last.text) < 300
    (case,) = await ann.cases()
    assert case.outcome is not None
    assert (case.state, case.outcome.kind, case.outcome.body) == (
        State.PROPOSED,
        OutcomeKind.PASSED,
        COURT[language],
    )
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": f"Gone to {COURT['en']}", "zh": f"已转{COURT['zh']}"}[language])
    await ann.taps({"en": "I see", "zh": "知道了"}[language])
    assert (await ann.cases())[0].closing is Closing.ANSWERED


@LANGUAGES
async def test_a_resident_who_says_that_it_should_not_go_there_is_heard(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    ann, _ = await filed(town, language, JUDGED)
    await office.taps(TO_COURT[language])
    await office.says(COURT[language])
    await office.says("1.3." if language == "en" else "3月1日")
    await ann.taps({"en": "It shouldn't go there", "zh": "不该转过去"}[language])
    (case,) = await ann.cases()
    assert (case.state, case.unit_id, case.closing) == (State.WAITING, None, None)
    assert office.hears({"en": "Is it for the court", "zh": "该转法院吗"}[language])


@LANGUAGES
async def test_silence_about_a_court_counts_apart_and_never_as_solved(town: Town, language: str) -> None:
    office = await dispatcher(town, language)
    ann, _ = await filed(town, language, JUDGED)
    await office.taps(TO_COURT[language])
    await office.says(COURT[language])
    await office.taps(TODAY[language])
    await town.passes(days=15)
    assert (await ann.cases())[0].closing is Closing.NO_ANSWER


@LANGUAGES
async def test_what_is_none_of_a_courts_goes_its_way(town: Town, language: str) -> None:
    wang, office = await town.cadre(language=language), await dispatcher(town, language)
    words = {
        "en": "The road at Maple Village has a deep hole; after the court ruling they paid, and still nobody mends it",
        "zh": "枫桥村的公路上有个大坑，法院判决下来已经赔了，这条路还是没人修",
    }
    ann, _ = await filed(town, language, words)
    assert wang.chat.messages == []
    await office.taps(NOT_COURT[language])
    assert ann.hears({"en": "no matter for a court. Egret Roads", "zh": "不是法院的事。由白鹭县交通局"}[language])
    assert len(ann.chat.arrived) == 3, "and nothing else of the same"
    (case,) = await ann.cases()
    assert (case.held, case.unit_id, case.state) == (Held.NO_ROUTE, ROADS, State.WAITING)
    assert wang.hears(case.number)


@LANGUAGES
async def test_nobody_of_a_unit_and_no_stranger_forwards(town: Town, language: str) -> None:
    wang, eve = await town.cadre(language=language), town.resident(language)
    head = await town.official(Role.HEAD, language, unit=ROADS)
    ann, case = await filed(town, language, JUDGED)
    other, running = await filed(town, language, HOLE)
    office = await dispatcher(town, language)
    for actor, number in ((wang, case), (eve, case), (head, case), (ann, case), (office, running), (other, running)):
        for verb in ("to_court", "not_court", "hand_up"):
            await actor.sends_data(f"c.{verb}.{number.id}.{number.epoch}")
            assert actor.hears_nothing_of({"en": "did it go to", "zh": "转给了"}[language])
    assert (await ann.cases())[0] == case
    assert (await other.cases())[0].epoch == running.epoch


@LANGUAGES
async def test_a_petition_to_a_body_above_says_who_has_it_and_is_handed_up(town: Town, language: str) -> None:
    wang, office = await town.cadre(language=language), await dispatcher(town, language)
    near = await dispatcher(town, language, RIVER)
    ann, case = await filed(town, language, GOVERNOR)
    assert (case.addressed, case.unit_id) == ("province", ROADS)
    assert ann.hears({"en": "You wrote to the province", "zh": "您写给省里的"}[language])
    assert len(ann.chat.arrived[0].text) < 400
    assert office.chat.messages == [], "it waits for the digest"
    assert wang.hears({"en": "Written to the province", "zh": "写给省里的"}[language])
    await town.passes(days=1)
    assert office.hears({"en": "hand it up", "zh": "请转上去"}[language])
    assert near.chat.messages == []
    await office.taps(case.number)
    await office.taps(HAND_UP[language])
    await office.says(PROVINCE[language])
    await office.taps(TODAY[language])
    await office.says("SX-2026-77")
    assert ann.hears(f"{case.number}.*{PROVINCE[language]}.*SX-2026-77")
    (case,) = await ann.cases()
    assert case.handed_up is not None
    assert (case.handed_up.body, case.handed_up.number) == (PROVINCE[language], "SX-2026-77")
    assert (case.state, case.cadre_id) == (State.WAITING, (await wang.person()).id)
    await office.says(f"/case {case.number}")
    assert office.hears(PROVINCE[language])
    assert HAND_UP[language] not in office.buttons
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "written to the province", "zh": "写给省里"}[language])


async def test_a_petition_to_an_office_of_the_service_is_told_to_that_office_alone(town: Town) -> None:
    office, near = await dispatcher(town, "zh"), await dispatcher(town, "zh", RIVER)
    ann, case = await filed(town, "zh", {"zh": "镇长您好：枫桥村的公路上有个大坑，没人修"})
    assert case.addressed == ""
    assert ann.hears_nothing_of("您写给")
    await town.passes(days=1)
    assert near.hears(case.number)
    assert office.chat.messages == []


@LANGUAGES
async def test_the_accused_office_hears_nothing_of_whom_it_was_written_to(town: Town, language: str) -> None:
    near = await dispatcher(town, language, RIVER)
    words = {
        "en": "Dear Governor, the director of the Egret Roads Bureau takes bribes for the road at Maple Village",
        "zh": "省长您好：白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚",
    }
    ann = town.resident(language)
    await ann.says(words[language])
    await ann.taps(SEND[language])
    assert ann.hears(OFFER[language]), "who may know the name matters now"
    (case,) = await ann.cases()
    assert case.shielded
    await town.passes(days=1)
    assert near.chat.messages == []
