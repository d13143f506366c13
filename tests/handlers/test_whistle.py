"""A township whistles in chat, and the department answers it as it must a resident."""

import pytest

from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Closing
from storage.codec import to_micros
from tests.handlers.dialogue import ROADS, Actor, Town
from tests.handlers.staff_scene import at_work
from tests.handlers.unit_scene import TOWN_OFFICE, chief, hears, taps, township, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def villager(town: Town, language: str) -> Actor:
    """Return a cadre of the township's office."""
    await township(town)
    return await town.official(Role.CADRE, language, unit=TOWN_OFFICE, title="镇干部", title_en="Township officer")


async def whistled(town: Town, language: str) -> tuple[Actor, Actor]:
    """Return a township's cadre who has whistled for the roads bureau, and that one's cadre."""
    li, wang = await villager(town, language), await town.cadre(language=language)
    await li.says("/whistle")
    assert hears(li, "Which unit can solve it", "哪个单位解决得了")
    await taps(li, "Egret Roads Bureau")
    await li.says("The bridge needs an inspection, and we may not do it")
    assert hears(li, "answer within 15 days", "15天内答复")
    await taps(li, "Raise it")
    return li, wang


async def answered(wang: Actor) -> None:
    """Let the department say that it is done."""
    await taps(wang, "Propose outcome", "Done")
    for words in ("A crack", "Inspected and closed", "It was at night", "Bridge rules, article 7"):
        await wang.says(words)
    await taps(wang, "Send it")


@LANGUAGES
async def test_from_the_whistle_to_solved(town: Town, language: str) -> None:
    li, wang = await whistled(town, language)
    assert hears(li, "is with Egret Roads Bureau", "到白鹭县交通局了")
    assert hears(wang, "Raised by Willow Town Office", "柳河镇综合办吹的哨")
    assert hears(wang, "The bridge needs an inspection", "The bridge needs")
    await taps(wang, "Accept")
    assert hears(li, "Road officer of Egret Roads Bureau is on it", "由白鹭县交通局路政员来办")
    await answered(wang)
    assert hears(li, "Is it solved", "解决了吗")
    await li.taps("Done" if language == "en" else "办好了")
    assert hears(li, "is settled. Thank you", "了结。谢谢您")
    assert not any("⭐" in label for label in li.buttons), "nobody gives stars among offices"
    assert hears(wang, "solved, says whoever raised it", "吹哨的人说解决了")
    (case,) = await li.cases()
    assert (case.kind, case.closing, case.unit_id) == (PetitionKind.DIFFICULTY, Closing.SOLVED, ROADS)


@LANGUAGES
async def test_not_solved_it_goes_to_whoever_stands_above_both(town: Town, language: str) -> None:
    mayor = await chief(town, language)
    li, wang = await whistled(town, language)
    await taps(wang, "Accept")
    await answered(wang)
    await li.taps("Not done" if language == "en" else "没办")
    assert hears(li, "those above both of you know", "两家的上级也知道了")
    assert hears(
        mayor, "Willow Town Office says that Egret Roads Bureau has not solved it", "柳河镇综合办说白鹭县交通局没解决"
    )
    await taps(mayor, "I'll take it")
    assert (await li.cases())[0].cadre_id == (await mayor.person()).id


@LANGUAGES
async def test_late_it_climbs(town: Town, language: str) -> None:
    mayor = await chief(town, language)
    li, wang = await whistled(town, language)
    await taps(wang, "Accept")
    await town.passes(days=22)
    assert hears(li, "is late at Egret Roads Bureau", "在白鹭县交通局晚了")
    assert hears(mayor, "owes Willow Town Office an answer", "欠柳河镇综合办一个答复")


@LANGUAGES
async def test_about_a_case_from_its_own_card(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await wang.says(f"/case {case.number}")
    await taps(wang, "More", "Whistle for help", "Egret Water Bureau")
    await wang.says("The pipe under the road is yours")
    await taps(wang, "Raise it")
    (raised,) = await wang.cases()
    assert raised.raised is not None
    assert raised.raised.case_id == case.id
    await wang.says(f"/case {case.number}")
    assert hears(wang, f"as {raised.number}", f"号码{raised.number}")
    assert not ann.chat.arrived
    await ann.says(f"/case {case.number}")
    assert ann.hears_nothing_of(raised.number)


@LANGUAGES
async def test_nobody_whistles_down_to_a_township(town: Town, language: str) -> None:
    await township(town)
    wang = await town.cadre(language=language)
    await wang.says("/whistle")
    assert word(wang, "Willow Town Office") not in wang.buttons
    await wang.says("Willow" if language == "en" else "柳河")
    await wang.says("Sweep the county road")
    await taps(wang, "Raise it")
    assert hears(wang, "never down or to a neighbour", "不能向下")


@LANGUAGES
async def test_it_is_for_those_who_serve_in_a_unit(town: Town, language: str) -> None:
    ann, over = town.resident(language), await town.official(Role.SUPERVISOR, language, area=1)
    await ann.says("/whistle")
    assert hears(ann, "That is for staff", "这是给工作人员用的")
    await over.says("/whistle")
    assert hears(over, "those who serve in a unit", "单位里的同志")


@LANGUAGES
async def test_residents_are_never_offered_that_kind(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("The lamp on the bridge is dark" if language == "en" else "枫桥村的路灯坏了")
    draft = ann.last.buttons[0][0].data.split(".")[2]
    await ann.sends_data(f"d.kind.{draft}.difficulty")
    assert ann.toast or hears(ann, "earlier", "早先")
    await ann.taps("Change" if language == "en" else "改一改")
    await ann.taps("Question, suggestion" if language == "en" else "改种类")
    assert hears(ann, "What is it", "这算什么")
    assert ann.hears_nothing_of("difficulty|难题")
    assert not any("难题" in label or "difficulty" in label for label in ann.buttons)


async def test_no_figure_of_residents_counts_it(town: Town) -> None:
    await whistled(town, "zh")
    await at_work(town, "zh")
    span = {"since": 0, "before": to_micros(town.now) + 1, "now": to_micros(town.now)}
    async with town.store.reading() as session:
        rows = await session.rows("cases_by_end", **span)
    assert [(row[0], row[4]) for row in rows] == [(PetitionKind.REQUEST, 1)]
