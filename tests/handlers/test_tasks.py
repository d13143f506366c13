"""Dated tasks in chat: the card, the list, more time, a proof, and what residents hear."""

from typing import Any

import pytest

from casework.actions import tasks
from casework.actions.telling import expect_digest
from casework.people import Role
from casework.petitions import Case
from casework.tasks import Origin, Task
from tests.handlers.dialogue import COUNTY, ROADS, Actor, Town
from tests.handlers.staff_scene import at_work, head
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
MAPLE = 11


def word(actor: Actor, en: str, zh: str) -> str:
    return en if actor.language == "en" else zh


async def given(town: Town, leader: Actor, owner: Actor | None, days: int, **fields: Any) -> Task:
    """Return a task that the leader has given, for the roads bureau in Maple Village."""
    by, who = (await leader.person()).id, (await owner.person()).id if owner is not None else None
    case_id = fields.pop("case_id", None)
    async with town.store.batch() as batch:
        uow = town.store.unit_of_work(batch, town.now, "tg")
        case = await uow.get(Case, case_id) if case_id is not None else None
        due_at = uow.rules.calendar.limit(town.now, days)
        where: dict[str, Any] = {"unit_id": ROADS, "origin": Origin.OUTING, "origin_id": 1, "area_id": MAPLE}
        task = await tasks.give(uow, by, "修好枫桥 Mend the bridge", due_at, owner_id=who, case=case, **where, **fields)
        batch.join()
    return task


async def tasks_of(town: Town) -> list[Task]:
    """Return the tasks as stored."""
    async with town.store.reading() as session:
        return await every(session, (Task,))


@LANGUAGES
async def test_a_task_is_reported_with_a_photo_and_sent_back(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    ann, wang, case = await at_work(town, language)
    reader = await leader.person()
    async with town.store.turn(town.now) as uow:
        await expect_digest(uow, reader.id)
    await given(town, leader, wang, 10, case_id=case.id)
    await wang.says("/tasks")
    assert wang.hears("Mend the bridge")
    await town.passes(hours=1)
    await wang.taps("🗓")
    assert wang.hears(word(wang, "from an on-site day", "现场办公时定的"))
    await wang.taps(word(wang, "✅ Done", "✅ 办好了"))
    assert wang.hears(word(wang, "what was done", "办了什么"))
    await wang.sends_photo(word(wang, "new rails", "装了栏杆"))
    await wang.taps("✅")
    assert wang.hears(word(wang, "Thank you", "辛苦了"))
    assert ann.hears(word(ann, "says that this is done", "说办好了"))
    assert ann.shown_files, "the proof comes with it"
    await leader.says("/tasks")
    assert leader.hears(word(leader, "Nothing with a day is open", "没有定了日子还没办的事"))
    await town.passes(days=1)
    assert leader.hears("Mend the bridge"), "whoever gave it reads of it in the morning"
    await leader.taps("🗓")
    assert leader.hears(word(leader, "1 photo", "1张照片"))
    await leader.taps(word(leader, "Not done yet", "还没办好"))
    await leader.says(word(leader, "The rail is missing", "栏杆还没装"))
    assert wang.hears(word(wang, "open again", "接着办"))
    assert ann.hears(word(ann, "wasn't done after all", "其实没办好"))
    await ann.says(f"/case {case.number}")
    assert ann.hears(word(ann, "was sent back", "退回来了"))


@LANGUAGES
async def test_more_time_is_asked_for_once_and_the_leader_gives_it(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    ann, wang, case = await at_work(town, language)
    task = await given(town, leader, wang, 5, case_id=case.id)
    await wang.sends_data(f"t.show.{task.id}")
    await wang.taps(word(wang, "More time", "要延期"))
    await wang.says("2026-03-20")
    await wang.says(word(wang, "The cement is late", "水泥没到"))
    assert leader.hears(word(leader, "asks for time until Friday 20 March", "想延到3月20日"))
    await leader.taps(word(leader, "Give the time", "同意延"))
    assert wang.hears(word(wang, "You have time until Friday 20 March", "可以办到3月20日"))
    assert ann.hears(word(ann, "The cement is late", "水泥没到"))
    await wang.sends_data(f"t.more.{task.id}")
    assert word(wang, "can be asked for once", "只能延一次") in wang.toast or wang.hears(word(wang, "once", "只能"))


@LANGUAGES
async def test_late_the_head_hears_and_hands_it_to_somebody_else(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    ann, wang, _ = await at_work(town, language)
    chief = await head(town, language)
    other = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    resident = (await ann.person()).id
    await given(town, leader, wang, 1, residents=(resident,))
    await town.passes(days=2)
    assert chief.hears(word(chief, "was to do this by", "本该"))
    assert ann.hears(word(ann, "On the on-site day|The on-site day", "现场办公定的事"))
    await chief.taps(word(chief, "Assign to", "转给同事"))
    await chief.taps(word(chief, "Second clerk", "二号办事员"))
    assert other.hears(word(other, "This is yours to do", "由您来办"))
    assert wang.hears(word(wang, "is with Second clerk now", "由二号办事员办"))


@LANGUAGES
async def test_strangers_learn_nothing_of_it(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    _, wang, _ = await at_work(town, language)
    task = await given(town, leader, wang, 5)
    for stranger in (town.resident(language), await town.cadre(title="三号", title_en="Third", language=language)):
        for verb in ("show", "done", "step", "more", "hand", "grant", "refuse", "back", "drop"):
            await stranger.sends_data(f"t.{verb}.{task.id}")
            assert stranger.hears_nothing_of("Mend the bridge"), verb
        await stranger.says("/tasks")
        assert stranger.hears_nothing_of("Mend the bridge")


@LANGUAGES
async def test_whoever_promises_names_the_steps_and_their_days_once(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    _, wang, case = await at_work(town, language)
    task = await given(town, leader, wang, 150, case_id=case.id)
    await wang.sends_data(f"t.show.{task.id}")
    await wang.taps(word(wang, "Name the steps", "分几步办"))
    await wang.says(word(wang, "soon", "很快"))
    assert wang.hears(word(wang, "Which day is that", "这一行是哪天"))
    await wang.says("2026-03-25: stones 材料\n2026-05-10 wall 渠墙\n2026-06-20，water 通水")
    assert wang.hears(word(wang, "Wednesday 25 March.*stones", "3月25日（周三）.*材料"))
    (named,) = await tasks_of(town)
    assert [each.what for each in named.milestones] == ["stones 材料", "wall 渠墙", "water 通水"]
    assert named.next_at == named.milestones[0].due_at
    assert word(wang, "Name the steps", "分几步办") not in wang.buttons, "once"
    await wang.sends_data(f"t.steps.{task.id}")
    assert wang.hears(word(wang, "stand already", "都定好了"))


@LANGUAGES
async def test_steps_too_far_apart_change_nothing(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    _, wang, case = await at_work(town, language)
    task = await given(town, leader, wang, 150, case_id=case.id)
    await wang.sends_data(f"t.steps.{task.id}")
    await wang.says("2026-07-01: stones 材料")
    assert wang.hears(word(wang, "longer than 60 days", "超过60天"))
    assert (await tasks_of(town))[0].milestones == task.milestones
    assert wang.hears(word(wang, "which steps, by which days", "分几步，各到哪天")), "the question stands"


@LANGUAGES
async def test_steps_are_read_as_the_question_shows_them(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    _, wang, case = await at_work(town, language)
    task = await given(town, leader, wang, 150, case_id=case.id)
    await wang.sends_data(f"t.steps.{task.id}")
    shown = word(wang, "25 March: the stones are there", "3月25日 材料进场")
    assert wang.hears(shown)
    await wang.says("\n".join((shown, word(wang, "Wed 20 May: the wall", "5月20日（周三）：渠墙"))))
    assert wang.hears(word(wang, "longer than 60 days", "超过60天"))
    more = word(wang, "May 20 wall|Friday 10 July, water", "5月20日（周三） 渠墙|7月10日通水")
    await wang.says("\n".join((shown, *more.split("|"))))
    (named,) = await tasks_of(town)
    whats = word(wang, "the stones are there|wall|water", "材料进场|渠墙|通水").split("|")
    assert [each.what for each in named.milestones] == whats


@LANGUAGES
async def test_once_the_first_day_has_passed_no_button_offers_to_name_steps(town: Town, language: str) -> None:
    leader = await town.official(Role.LEADER, language, area=COUNTY)
    _, wang, case = await at_work(town, language)
    task = await given(town, leader, wang, 150, case_id=case.id)
    await town.passes(days=52)
    await wang.sends_data(f"t.show.{task.id}")
    assert word(wang, "Name the steps", "分几步办") not in wang.buttons
    assert word(wang, "Step done", "这步办了") in wang.buttons
