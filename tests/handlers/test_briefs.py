"""Briefs in chat: asked for, sent each week, read before the public has them; in both languages, on both databases."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from casework.briefs.brief import Brief, BriefState
from casework.people import Post, Role
from casework.petitions import Case, Closing, Rating, Shield, State
from casework.tasks import Origin, Task, TaskState
from tests.handlers.brief_scene import does_jobs, plans
from tests.handlers.dialogue import ALONE, COUNTY, GOVERNMENT, HILL, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import complain
from tests.storage.raw import select

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
CHANNEL = "tg:-1001234567890"
DAY = timedelta(days=1)
SAYS = {
    "en": {
        "which days": "For which days",
        "week": "Last week",
        "own": "Other days",
        "until": "Until which day",
        "coming": "pictures come here in a moment",
        "head": r"Egret County, 2 to 8 March 2026\nCame in: 3 · ended: 2 · open: 1, of them late: 0",
        "rates": r"Solved, as residents say: 100% \(of 1 who said it\)",
        "apart": "Counted apart, not as solved: no answer from the resident 1",
        "silent": r"from 3 of 4 villages: Newpond Village, Willow Town; Newpond Village, Pine Township; Cloudrest",
        "not yours": "for those who are over an area",
        "no place": "no place or unit of that name",
        "no day": "no day I know",
        "to come": "20 March is still to come",
        "order": "before Saturday 28 February, your first day",
        "long": "more than 366 days",
        "public": "That is the brief for the public",
        "out": "Let it out",
        "back": "Keep it back",
        "gone": "goes out to the public channel",
        "decided": "has been decided already",
        "waits": "still waits for somebody to read it",
        "read": "Read it",
        "stays": "stays here",
        "task": r"task of Egret Roads Bureau · Willow Town · Wednesday 11 March",
        "unit": r"Egret Roads Bureau, 2 to 8 March 2026\nCame in: 2 · ended: 1 · open: 1",
        "replaced": "2 to 8 March 2026: the next one has come",
        "kept": "Beside these, kept from somebody and visible to you: came in 1, ended 0, open 1",
    },
    "zh": {
        "which days": "看哪几天",
        "week": "上一周",
        "own": "别的日子",
        "until": "到哪天为止",
        "coming": "图一会儿就到",
        "head": r"白鹭县2026年3月2日至8日\n新来 3 件 · 办结 2 件 · 在办 1 件，其中过期 0 件",
        "rates": r"居民说办好了：100%（1 位说了话）",
        "apart": "另外记，不算办好：居民没回音 1",
        "silent": r"4 个村里有 3 个半年没一点声音：柳河镇新塘村、松岗乡新塘村",
        "not yours": "给管一方的同志和单位负责人看",
        "no place": "没有叫这个名字的地方或单位",
        "no day": "看不出是哪一天",
        "to come": "3月20日（周五）还没到",
        "order": "在头一天（2月28日（周六））前面",
        "long": "超过366天",
        "public": "这是给公众的简报",
        "out": "发出去",
        "back": "不发",
        "gone": "这就发到公众频道",
        "decided": "已经定了",
        "waits": "还等人看",
        "read": "看一看",
        "stays": "外面谁也看不到",
        "task": r"白鹭县交通局的任务 · 柳河镇 · 3月11日（周三）",
        "unit": r"白鹭县交通局2026年3月2日至8日\n新来 2 件 · 办结 1 件 · 在办 1 件",
        "replaced": "2026年3月2日至8日：新的一期已经来了",
        "kept": "另有需要保密、您能看的件：新来 1，办结 0，在办 1",
    },
}


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url, replace(ALONE, public_channel=CHANNEL))
    yield town
    await town.close()


async def a_week(town: Town) -> list[Case]:
    """Let three cases come in: one is solved, one ends in silence, one is open. A week is over then."""
    await town.cadre()
    cases = [(await complain(town, "en"))[1] for _ in range(3)]
    ended = {"state": State.CLOSED, "proposed_at": town.now + DAY, "closed_at": town.now + 2 * DAY}
    await puts(
        town,
        replace(cases[0], closing=Closing.SOLVED, **ended),  # type: ignore[arg-type]
        replace(cases[1], closing=Closing.NO_ANSWER, **ended),  # type: ignore[arg-type]
    )
    town.now += 7 * DAY
    return cases


async def puts(town: Town, *rows: Case | Rating) -> None:
    async with town.store.turn(town.now) as uow:
        for row in rows:
            if isinstance(row, Case):
                assert await uow.get(Case, row.id) is not None
            uow.put(row)


async def briefs(town: Town) -> list[Brief]:
    """Return all briefs, in the order in which they came."""
    async with town.store.reading() as session:
        ids = [row[0] for row in await select(session, "select id from briefs order by id")]
    async with town.store.turn(town.now) as uow:
        return await uow.get_all(Brief, ids)


async def leader(town: Town, language: str, area: int = COUNTY) -> Actor:
    return await town.official(Role.LEADER, language, area=area, title="县长", title_en="County head")


@LANGUAGES
async def test_a_leader_asks_for_last_week(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    await a_week(town)
    li = await leader(town, language)
    await li.says("/brief")
    assert li.hears(says["which days"])
    await li.taps(says["week"])
    assert li.hears(says["coming"])
    assert await does_jobs(town, tmp_path) == 1
    for each in ("head", "rates", "apart", "silent"):
        assert li.hears(says[each])
    assert [file.mime for file in li.shown_files] == ["image/png"] * 3
    assert li.hears_nothing_of("🔒"), "nothing is kept from anybody"


@LANGUAGES
async def test_any_days_of_a_place_below(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    await a_week(town)
    li = await leader(town, language)
    await li.says("/brief " + {"en": "pine township", "zh": "松岗乡"}[language])
    await li.taps(says["own"])
    await li.says("soon")
    assert li.hears(says["no day"])
    await li.says("2026-03-20")
    assert li.hears(says["to come"])
    await li.says("2026-03-02")
    await li.says({"en": "2026-03-08", "zh": "3月8日"}[language])
    assert li.hears(says["coming"]), "without a year it is the one that was"
    await does_jobs(town, tmp_path)
    assert li.hears({"en": "Pine Township, 2 to 8", "zh": "松岗乡2026年3月2日"}[language])


@LANGUAGES
async def test_days_that_cannot_be_counted_are_named_and_the_question_stands(
    town: Town, language: str, tmp_path: Path
) -> None:
    says = SAYS[language]
    li = await leader(town, language)
    await li.says("/brief")
    await li.taps(says["own"])
    await li.says("2026-02-28")
    await li.says("2026-02-01")
    assert li.hears(says["order"])
    assert li.hears(says["until"])
    # Too many days: another last one, or by /back another first one.
    await li.says("/back")
    await li.says("2024-01-01")
    await li.says("2026-02-28")
    assert li.hears(says["long"])
    assert await does_jobs(town, tmp_path) == 0
    await li.says("2024-03-01")
    assert li.hears(says["coming"])
    assert await does_jobs(town, tmp_path) == 1


@LANGUAGES
async def test_whoever_is_over_nothing_gets_nothing(town: Town, language: str) -> None:
    says = SAYS[language]
    for actor in (town.resident(language), await town.cadre(language=language)):
        await actor.says("hello")
        await actor.says("/brief")
        assert actor.hears(says["not yours"])
    below = await leader(town, language, HILL)
    await below.says("/brief " + {"en": "Willow Town", "zh": "柳河镇"}[language])
    assert below.hears(says["no place"]), "not yours and not existing are the same"
    await below.says("/brief nowhere")
    assert below.hears(says["no place"])


@LANGUAGES
async def test_each_week_leaders_have_it_on_the_first_working_morning(
    town: Town, language: str, tmp_path: Path
) -> None:
    says = SAYS[language]
    li = await leader(town, language)
    await plans(town)
    await plans(town)
    await a_week(town)
    town.now -= 7 * DAY
    await town.passes(days=7)
    assert await does_jobs(town, tmp_path) == 2, "theirs, and the one for the public"
    assert li.hears(says["head"])
    assert li.hears(says["public"])


@LANGUAGES
async def test_the_public_one_goes_out_when_it_was_read(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    other = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    await plans(town)
    await a_week(town)
    town.now -= 7 * DAY
    await town.passes(days=7)
    await does_jobs(town, tmp_path)
    assert supervisor.hears(says["public"])
    assert supervisor.hears_nothing_of(r"260\d{3}-"), "no numbers of cases"
    assert CHANNEL not in town.chats
    await supervisor.taps(says["out"])
    assert supervisor.hears(says["gone"])
    channel = town.chats[CHANNEL]
    assert re.search("新来 – 件", channel.messages[-1].text), "three are a small group"
    assert [shown.file is not None for shown in channel.messages] == [True, True, True, False]
    await other.taps(says["out"])
    assert other.hears(says["decided"])
    assert len(town.chats[CHANNEL].messages) == 4
    (public,) = [brief for brief in await briefs(town) if brief.state is BriefState.PUBLISHED]
    assert public.decided_by == (await supervisor.person()).id


@LANGUAGES
async def test_one_that_nobody_lets_out_is_brought_to_mind_and_stays(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    supervisor = await town.official(Role.SUPERVISOR, language, area=COUNTY)
    await plans(town)
    await town.passes(days=7)
    await does_jobs(town, tmp_path)
    supervisor.chat.arrived.clear()
    await town.passes(days=2)
    assert supervisor.hears(says["waits"])
    await supervisor.taps(says["read"])
    assert supervisor.hears(says["public"])
    await town.passes(days=5)
    await does_jobs(town, tmp_path)
    await town.passes(hours=1)
    first, second = [brief for brief in await briefs(town) if brief.public and brief.texts]
    assert (first.state, second.state) == (BriefState.LAPSED, BriefState.WAITING)
    await supervisor.sends_data(f"m.brief_publish.{first.id}")
    assert supervisor.hears(says["decided"])
    await supervisor.sends_data(f"m.brief_decline.{second.id}")
    assert supervisor.hears(says["stays"])
    assert CHANNEL not in town.chats


@LANGUAGES
async def test_a_forged_button_lets_nothing_out(town: Town, language: str, tmp_path: Path) -> None:
    await town.official(Role.SUPERVISOR, language, area=COUNTY)
    dispatcher = await town.official(Role.DISPATCHER, language, area=COUNTY)
    resident = town.resident(language)
    await resident.says("hello")
    await plans(town)
    await town.passes(days=7)
    await does_jobs(town, tmp_path)
    (public,) = [brief for brief in await briefs(town) if brief.state is BriefState.WAITING]
    for actor in (resident, dispatcher):
        for verb in ("publish", "decline", "read"):
            for number in (str(public.id), "1", "x", "9" * 30):
                await actor.sends_data(f"m.brief_{verb}.{number}")
    assert CHANNEL not in town.chats
    assert (await briefs(town))[-1].state is not BriefState.PUBLISHED


@LANGUAGES
async def test_what_is_kept_from_somebody_is_told_apart_and_only_to_whoever_may_see_it(
    town: Town, language: str, tmp_path: Path
) -> None:
    says = SAYS[language]
    cases = await a_week(town)
    kept = replace(cases[2], shielded=True, accused=(WATER,), area_path="/1/", seen_from=COUNTY, unit_id=ROADS)
    await puts(town, kept)
    async with town.store.turn(town.now) as uow:
        uow.put(Shield(uow.new_id(), kept.id, WATER))
    li, accused = await leader(town, language), await leader(town, language)
    person = await accused.person()
    async with town.store.turn(town.now) as uow:
        uow.put(Post(uow.new_id(), person.id, Role.HEAD, WATER, None, "局长", "Head"))
    for actor in (li, accused):
        await actor.says("/brief")
        await actor.taps(says["week"])
        await does_jobs(town, tmp_path)
        shown = "Came in: 2" if language == "en" else "新来 2"
        assert actor.hears(shown)
        assert actor.hears_nothing_of("🔒") is (actor is accused)
        assert actor is accused or actor.hears(says["kept"])


@LANGUAGES
async def test_tasks_whose_day_is_near_are_named_but_none_of_what_is_kept_from_somebody(
    town: Town, language: str, tmp_path: Path
) -> None:
    says = SAYS[language]
    cases = await a_week(town)
    await puts(town, replace(cases[2], shielded=True, accused=(WATER,), area_path="/1/", seen_from=COUNTY))
    at = town.now + 2 * DAY
    task = Task(
        901,
        "mend it",
        ROADS,
        None,
        at,
        at,
        Origin.OUTING,
        1,
        11,
        "/1/2/11/",
        1,
        town.now,
        town.now,
        case_id=cases[0].id,
    )
    async with town.store.turn(town.now) as uow:
        uow.put(task)
        uow.put(replace(task, id=902, unit_id=WATER, case_id=cases[2].id))
        uow.put(replace(task, id=903, unit_id=WATER, next_at=at + 30 * DAY))
        uow.put(replace(task, id=904, unit_id=WATER, state=TaskState.DONE))
    li = await leader(town, language)
    await li.says("/brief")
    await li.taps(says["week"])
    await does_jobs(town, tmp_path)
    assert li.hears(says["task"])
    assert li.hears_nothing_of("mend it|task of Egret Water Bureau|水务局的任务"), "no words, and only what is near"


async def a_week_of_units(town: Town) -> list[Case]:
    """Let one of the three cases lie with another unit, and a fourth be kept from somebody."""
    cases = await a_week(town)
    _, hidden = await complain(town, "en")
    await puts(
        town,
        replace(cases[1], state=State.WORKING, closing=None, closed_at=None, unit_id=WATER),
        replace(hidden, filed_at=cases[0].filed_at, shielded=True, accused=(WATER,), area_path="/1/", seen_from=COUNTY),
    )
    return cases


@LANGUAGES
async def test_a_head_asks_for_the_figures_of_their_unit_and_of_no_other(
    town: Town, language: str, tmp_path: Path
) -> None:
    says = SAYS[language]
    await a_week_of_units(town)
    boss = await town.official(Role.HEAD, language, unit=ROADS)
    await boss.says("/brief")
    await boss.taps(says["week"])
    await does_jobs(town, tmp_path)
    assert boss.hears(says["unit"])
    assert boss.hears_nothing_of("🔒|🔇"), "nothing of what is kept from somebody, and no villages"
    assert [file.mime for file in boss.shown_files] == ["image/png"] * 3
    for name in (
        {"en": "Egret Water Bureau", "zh": "水务局"}[language],
        {"en": "Egret County", "zh": "白鹭县"}[language],
    ):
        await boss.says(f"/brief {name}")
        assert boss.hears(says["no place"])


@LANGUAGES
async def test_a_head_above_names_a_unit_below(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    await a_week_of_units(town)
    mayor = await town.official(Role.HEAD, language, unit=GOVERNMENT)
    await mayor.says("/brief " + {"en": "egret roads bureau", "zh": "交通局"}[language])
    await mayor.taps(says["week"])
    await does_jobs(town, tmp_path)
    assert mayor.hears(says["unit"])
    await mayor.says("/brief")
    await mayor.taps(says["week"])
    await does_jobs(town, tmp_path)
    assert mayor.hears({"en": "Came in: 3", "zh": "新来 3"}[language]), "with all units below"


@LANGUAGES
async def test_heads_have_it_each_week_where_the_settings_say_so(town: Town, language: str, tmp_path: Path) -> None:
    boss = await town.official(Role.HEAD, language, unit=ROADS)
    await plans(town)
    assert [brief.public for brief in await briefs(town)] == [True]
    profile = town.store.rules.profile
    town.store.rules = replace(
        town.store.rules, profile=replace(profile, briefs=replace(profile.briefs, to_heads=True))
    )
    await plans(town)
    await a_week_of_units(town)
    town.now -= 7 * DAY
    await town.passes(days=7)
    await does_jobs(town, tmp_path)
    assert boss.hears(SAYS[language]["unit"])
    assert [brief.unit_id for brief in await briefs(town) if not brief.public] == [ROADS, ROADS], "and the next one"


@LANGUAGES
async def test_only_the_latest_weekly_brief_stands(town: Town, language: str, tmp_path: Path) -> None:
    says = SAYS[language]
    li = await leader(town, language)
    await plans(town)
    for _ in range(3):
        await town.passes(days=7)
        await does_jobs(town, tmp_path)
    made = [brief for brief in await briefs(town) if brief.texts]
    states = [[brief.state for brief in made if brief.public is public] for public in (False, True)]
    assert states[0] == [BriefState.REPLACED, BriefState.REPLACED, BriefState.TOLD]
    assert states[1][-1] is BriefState.WAITING
    assert BriefState.WAITING not in states[1][:-1], "of the public ones, too, only the latest waits"
    shown = [message.text for message in li.chat.messages]
    own = [brief.texts[language] for brief in made if not brief.public]
    assert sum(bool(re.search(says["replaced"], text)) for text in shown) == 1, "a line in the place of the first"
    assert own[-1] in shown
    assert own[0] not in shown
    await li.sends_data(f"m.brief_read.{made[0].id}")
    assert li.hears({"en": "2 to 8 March 2026", "zh": "2026年3月2日至8日"}[language])
    stranger = await leader(town, language, HILL)
    await stranger.sends_data(f"m.brief_read.{made[0].id}")
    assert stranger.hears_nothing_of("📊")


async def test_of_briefs_from_before_one_line_is_left_and_what_is_later_stands(town: Town, tmp_path: Path) -> None:
    """A version before replaced none: its briefs all stand, and no card says where. A job may also come late."""
    li = await leader(town, "en")
    reader = (await li.person()).id
    await plans(town)
    (weekly,) = [brief for brief in await briefs(town) if not brief.public]
    async with town.store.turn(town.now) as uow:
        for weeks in (-3, -2, -1, 2):
            days = weekly.first + weeks * 7 * DAY, weekly.last + weeks * 7 * DAY
            made = replace(weekly, id=uow.new_id(), first=days[0], last=days[1], texts={"en": f"brief {weeks}"})
            uow.put(replace(made, state=BriefState.TOLD, readers=(reader,)))
    await town.passes(days=7)
    await does_jobs(town, tmp_path)
    states = {brief.first: brief.state for brief in await briefs(town) if not brief.public and brief.texts}
    assert [states[first] for first in sorted(states)] == [BriefState.REPLACED] * 3 + [BriefState.TOLD] * 2
    lines = [message.text for message in li.chat.messages if "the next one has come" in message.text]
    assert len(lines) == 1
