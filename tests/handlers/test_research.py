"""Notes of home visits, theme tasks, and what was learned: as conversations, in both languages."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk import Desk
from bot.themes import look_for_themes
from casework.actions import themes
from casework.actions.digests import digest
from casework.actions.telling import expect_digest
from casework.areas import Area
from casework.notebook import Note
from casework.people import Person, Role
from casework.petitions import Case, Closing, Outcome, OutcomeKind, Petition, Shield
from casework.tasks import Task
from casework.themes import Theme, ThemeState
from casework.unit_of_work import SCHEDULE
from storage.snapshot import AREA
from tests.bot.plain import PlainChannel, StandingClock, note_queries
from tests.handlers.dialogue import COUNTY, HILL, RIVER, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import complain, head
from tests.storage.raw import every

both = pytest.mark.parametrize("language", ["en", "zh"])

HOLES = {
    "en": (
        "There is a deep hole in the road in Maple Village, and carts get stuck in the hole",
        "A deep hole in the road in Maple Village, carts get stuck there every day",
        "Carts get stuck in the deep hole of the road in Maple Village",
    ),
    "zh": (
        "枫桥村的路上有个大坑，车子老是陷进坑里",
        "枫桥村路面大坑没人补，车子陷进坑里出不来",
        "枫桥村路上大坑，昨天又有车子陷进坑里",
    ),
}
WORDS = {
    "Keep it": "留下",
    "Water, power, lighting": "水电路灯",
    "Maple Village": "枫桥村",
    "Plan it": "定个打算",
    "No common root": "没有共同的根子",
    "Kept, without names": "留下了，没有人名",
    "Nothing found": "没找到",
    "I can't find that here": "这里没找到",
    "Alike cases: 5": "差不多的案子：5件",
    "it is a dated task now": "成了一个有日子的任务",
    "What you and others wrote about": "您和大家反映的事",
    "What helped last month": "上个月居民说办好了的事",
    "There is nothing to tell": "没有可说的",
    "The pump is rusty": "水泵锈了",
}


def said(actor: Actor, english: str) -> str:
    return english if actor.language == "en" else WORDS[english]


def hears(actor: Actor, text: str) -> bool:
    return actor.hears(re.escape(said(actor, text)))


# ----- Notes -----


async def jots(town: Town, cadre: Actor, words: str) -> Note:
    """Write a note about the water of Maple Village, with a photo."""
    await cadre.says("/note")
    await cadre.sends_photo()
    await cadre.says(words)
    await cadre.taps(said(cadre, "Maple Village"))
    await cadre.taps(said(cadre, "Water, power, lighting"))
    await cadre.taps(said(cadre, "Keep it"))
    assert hears(cadre, "Kept, without names")
    async with town.store.reading() as session:
        notes: list[Note] = await every(session, [Note])
    return notes[-1]


@both
async def test_a_note_is_written_and_found_by_those_who_plan(town: Town, language: str) -> None:
    cadre = await town.cadre(language=language)
    planner = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    words = {"en": "Maple Village: the pump is rusty", "zh": "枫桥村：抽水机锈了，水发黄"}[language]
    phone = {"en": " My phone is 13912345678", "zh": "，电话13912345678"}[language]
    note = await jots(town, cadre, words + phone)
    assert "13912345678" not in note.words
    assert len(note.files) == 1
    for search in (said(cadre, "Maple Village"), said(cadre, "Water, power, lighting"), words[-10:], ""):
        await planner.says(f"/notes {search}")
        await planner.taps("1")
        assert planner.hears(re.escape(words[-6:])), search
        assert planner.hears_nothing_of("13912345678")
        assert len(planner.shown_files) == 1
    await planner.says({"en": "/notes Pine Township", "zh": "/notes 松岗乡"}[language])
    assert hears(planner, "Nothing found")


async def test_others_neither_find_nor_open_a_note(town: Town) -> None:
    cadre = await town.cadre(language="en")
    note = await jots(town, cadre, "Maple Village: the pump is rusty")
    elsewhere = await town.official(Role.SUPERVISOR, "en", area=HILL)
    other = await town.cadre(WATER, language="en")
    boss, chief = await head(town, "en"), await town.official(Role.LEADER, "en", area=RIVER)
    ann, _ = await complain(town, "en")
    for stranger in (elsewhere, other):
        await stranger.says("/notes pump")
        assert stranger.hears("Nothing found")
        await stranger.sends_data(f"m.notes.show.{note.id}")
        assert stranger.hears("I can't find that here")
    await ann.says("/notes pump")
    assert ann.hears_nothing_of("pump is rusty")
    for reader in (boss, chief, cadre):
        await reader.says("/notes pump")
        assert reader.hears("pump is rusty")


async def test_a_note_of_a_shielded_case_is_kept_from_whom_it_accuses(town: Town) -> None:
    cadre, boss = await town.cadre(language="en"), await head(town, "en")
    leader = await town.official(Role.LEADER, "en", area=COUNTY)
    _, case = await complain(town, "en")
    await cadre.says(f"/note {case.number}")
    await cadre.says("The foreman sold the gravel, I hear")
    await cadre.taps("Keep it")
    await boss.says("/notes gravel")
    assert boss.hears("gravel")
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Case, case.id)
        assert found is not None
        uow.put(replace(found, shielded=True, accused=(ROADS,), seen_from=COUNTY))
        uow.put(Shield(uow.new_id(), case.id, ROADS))
    for accused in (boss, cadre):
        await accused.says("/notes gravel")
        assert accused.hears("Nothing found")
    await leader.says("/notes gravel")
    assert leader.hears("gravel")


async def test_a_note_belongs_only_to_a_case_that_its_author_sees(town: Town) -> None:
    stranger = await town.cadre(WATER, language="en")
    _, case = await complain(town, "en")
    await stranger.says(f"/note {case.number}")
    assert stranger.hears("I can't find that here")


# ----- Themes -----


async def crowd(town: Town, language: str, count: int = 5) -> list[Actor]:
    """Let several residents of Maple Village say alike things, each in their own words."""
    found = []
    for number in range(count):
        actor, _ = await complain(town, language, HOLES[language][number % 3])
        found.append(actor)
    return found


async def looks(town: Town) -> list[Theme]:
    """Look for themes as the schedule does, and return all there are."""
    desk = Desk(town.store, {"tg": PlainChannel()}, StandingClock(town.now), lambda: town.now)
    await look_for_themes(desk)
    async with town.store.reading() as session:
        found: list[Theme] = await every(session, [Theme])
    return found


@both
async def test_many_alike_cases_open_one_theme_and_residents_hear_what_is_done(town: Town, language: str) -> None:
    boss = await head(town, language)
    residents = await crowd(town, language)
    (theme,) = await looks(town)
    assert len(theme.cases) == 5
    assert (await looks(town)) == [theme], "one theme, however often it is looked for"
    before = [(await actor.cases())[0] for actor in residents]
    await boss.says("/themes")
    await boss.taps(said(boss, "Maple Village"))
    assert hears(boss, "Alike cases: 5")
    await boss.taps(said(boss, "Plan it"))
    await boss.says({"en": "A new bed of gravel for the road", "zh": "给这条路重新铺砂石"}[language])
    await boss.says("25.3.")
    assert hears(boss, "it is a dated task now")
    for actor in residents:
        assert hears(actor, "What you and others wrote about")
    async with town.store.reading() as session:
        (task,) = await every(session, [Task])
        (planned,) = await every(session, [Theme])
    assert (task.origin_id, planned.tasks, planned.state) == (theme.id, (task.id,), ThemeState.PLANNED)
    assert task.owner_id == (await boss.person()).id
    after = [(await actor.cases())[0] for actor in residents]
    assert [(case.state, case.limit_at, case.epoch) for case in after] == [
        (case.state, case.limit_at, case.epoch) for case in before
    ], "the cases stay what they are"


SCATTERED = {
    "en": (
        "There is a deep hole in the road in Maple Village, and carts get stuck in the hole",
        "A deep hole in the road in Newpond Village of Willow Town, carts get stuck there every day",
        "Carts get stuck in the deep hole of the road in Poplar Village",
    ),
    "zh": (
        "枫桥村的路上有个大坑，车子老是陷进坑里",
        "柳河镇新塘村路面大坑没人补，车子陷进坑里出不来",
        "白杨村路上大坑，昨天又有车子陷进坑里",
    ),
}
POPLAR = Area(15, "990101100203", "白杨村", "village", RIVER, "/1/2/15/", name_en="Poplar Village")


async def third_village(town: Town) -> None:
    async with town.store.database.transaction() as session:
        await session.write("area_insert", [AREA.encode(POPLAR)])
        await session.write("organisation_changed", [{"id": 1}])


async def scattered(town: Town, language: str, count: int) -> None:
    """Let so many residents, village by village of Willow Town, say alike things."""
    await third_village(town)
    cases = [(await complain(town, language, SCATTERED[language][number % 3]))[1] for number in range(count)]
    assert len({case.area_id for case in cases}) == min(count, 3), [case.area_id for case in cases]


@both
async def test_villages_of_one_township_open_one_theme_together(town: Town, language: str) -> None:
    boss = await head(town, language)
    await scattered(town, language, 5)
    (theme,) = await looks(town)
    assert (theme.area_id, len(theme.cases)) == (RIVER, 5)
    assert await looks(town) == [theme]
    await boss.says("/themes")
    await boss.taps({"en": "Willow Town", "zh": "柳河镇"}[language])
    assert hears(boss, "Alike cases: 5")


async def test_a_village_that_has_enough_has_a_theme_of_its_own(town: Town) -> None:
    await head(town, "zh")
    await crowd(town, "zh", 5)
    await scattered(town, "zh", 5)
    (theme,) = await looks(town)
    assert theme.area_id == 11
    assert await looks(town) == [theme], "and its township none in the same month"


async def test_few_villages_open_nothing_together(town: Town) -> None:
    await head(town, "en")
    await third_village(town)
    for number in (0, 1, 0, 1, 0):
        await complain(town, "en", SCATTERED["en"][number])
    _, other = await complain(town, "en", "The bus to Poplar Village comes two hours late each morning")
    assert (other.area_id, other.category) == (POPLAR.id, "roads")
    assert await looks(town) == [], "what the third village says is not like it"


async def test_few_or_unlike_cases_open_nothing(town: Town) -> None:
    await head(town, "en")
    await crowd(town, "en", 4)
    await complain(town, "en", "The bus to Maple Village comes two hours late each morning")
    assert await looks(town) == []


async def test_a_theme_that_nobody_plans_climbs(town: Town) -> None:
    boss = await head(town, "en")
    above = await town.official(Role.SUPERVISOR, "en", area=COUNTY)
    await crowd(town, "en")
    await looks(town)
    boss.chat.arrived.clear()
    await town.passes(days=7)
    assert boss.hears("still wait for a plan")
    above.chat.arrived.clear()
    await town.passes(days=7)
    assert above.hears("no plan about their root yet")
    await boss.says("/themes")
    await boss.taps("Maple Village")
    await boss.taps("No common root")
    await boss.says("Three roads, three reasons")
    assert above.hears("Three roads, three reasons")


async def test_whom_a_case_accuses_by_now_learns_nothing_of_it_by_a_theme(town: Town) -> None:
    boss = await head(town, "en")
    residents = await crowd(town, "en")
    (theme,) = await looks(town)
    case = (await residents[0].cases())[0]
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Case, case.id)
        assert found is not None
        uow.put(replace(found, shielded=True, accused=(ROADS,), seen_from=COUNTY))
    await boss.says("/themes")
    await boss.taps("Maple Village")
    assert boss.hears("Alike cases: 4")
    assert case.number not in "".join(boss.buttons)
    person = await boss.person()
    async with town.store.turn(town.now) as uow:
        await themes.set_plan(uow, theme.id, person.id, "Gravel", town.now + timedelta(days=20))
    async with town.store.reading() as session:
        (task,) = await every(session, [Task])
    assert len(task.residents) == 4


async def test_strangers_see_no_theme(town: Town) -> None:
    await head(town, "en")
    await crowd(town, "en")
    (theme,) = await looks(town)
    for stranger in (await town.cadre(WATER, language="en"), await town.official(Role.LEADER, "en", area=HILL)):
        await stranger.says("/themes")
        assert stranger.hears("There is no theme task")
        for verb in ("show", "plan", "dismiss"):
            await stranger.sends_data(f"m.themes.{verb}.{theme.id}")
            assert stranger.hears("I can't find that here")


# ----- What was learned -----


async def solved(town: Town, case: Case, **fields: object) -> None:
    outcome = Outcome(
        OutcomeKind.DONE, "The drain was full of leaves, says Li Wei", "It was cleaned and a grate was put on", ""
    )
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Case, case.id)
        assert found is not None
        changed = {"closing": Closing.SOLVED, "closed_at": town.now, "outcome": outcome, **fields}
        uow.put(replace(found, **changed))  # type: ignore[arg-type]


@both
async def test_cadres_read_once_a_month_what_helped_and_nobody_is_compared(town: Town, language: str) -> None:
    cadre = await town.cadre(WATER, language=language)
    _, case = await complain(town, language)
    await solved(town, case)
    await cadre.says("/learned")
    assert hears(cadre, "There is nothing to tell")
    person = await cadre.person()
    async with town.store.turn(town.now) as uow:
        await expect_digest(uow, person.id)
    await town.passes(days=30)
    assert sum("/learned" in shown.text for shown in cadre.chat.messages) == 1, "once a month"


async def test_what_a_month_taught_is_looked_up_once_for_all_of_a_batch(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    cadres = [await (await town.cadre(WATER, language="en")).person() for _ in range(3)]
    _, case = await complain(town, "en")
    await solved(town, case)
    town.now += timedelta(days=31)
    async with town.store.turn(town.now) as uow:
        for each in cadres:
            person = await uow.get(Person, each.id)
            assert person is not None
            uow.put(replace(person, digest_since=town.now - timedelta(days=31)))
    asked = note_queries(monkeypatch)
    async with town.store.batch() as batch:
        for each in cadres:
            uow = town.store.unit_of_work(batch, town.now, SCHEDULE)
            person = await uow.get(Person, each.id)
            assert person is not None
            await digest(uow, person)
            assert uow.notices[-1].args["learned"]
            batch.join()
    assert (asked.count("solved_cases"), asked.count("cases_read")) == (1, 1)


async def test_lessons_name_no_unit_no_person_and_no_number(town: Town) -> None:
    cadre = await town.cadre(WATER, language="en")
    _, case = await complain(town, "en")
    _, hidden = await complain(town, "en")
    await solved(town, case)
    await solved(town, hidden, shielded=True, accused=(WATER,), seen_from=COUNTY)
    await town.passes(days=31)
    await cadre.says("/learned")
    assert cadre.hears("a grate was put on")
    assert cadre.last.text.count("a grate was put on") == 1
    for told in (case.number, "Bureau", "Maple Village"):
        assert cadre.hears_nothing_of(told)
    assert cadre.hears("Willow Town")
    ann = town.resident("en")
    await ann.says("/learned")
    assert ann.hears_nothing_of("grate")


async def test_lessons_do_not_name_the_resident_wherever_the_name_stands(town: Town) -> None:
    cadre = await town.cadre(WATER, language="en")
    _, case = await complain(town, "en")
    async with town.store.turn(town.now) as uow:
        petition = await uow.get(Petition, case.petition_id)
        assert petition is not None
        uow.put(replace(petition, name="Bluebell"))
    await solved(town, case, outcome=Outcome(OutcomeKind.DONE, "The drain was full", "Bluebell got a new grate", ""))
    await town.passes(days=31)
    await cadre.says("/learned")
    assert cadre.hears("got a new grate")
    assert cadre.hears_nothing_of("Bluebell")


async def test_what_was_merged_is_one_lesson(town: Town) -> None:
    cadre = await town.cadre(WATER, language="en")
    _, case = await complain(town, "en")
    _, other = await complain(town, "en")
    await solved(town, case)
    await solved(town, other, merged_into=case.id, merged_at=town.now)
    await town.passes(days=31)
    await cadre.says("/learned")
    assert cadre.last.text.count("a grate was put on") == 1
