"""The demo in a real browser, as somebody new goes through it."""

from pathlib import Path

import pytest

from tests.acceptance.browsers import DESK, PHONE
from tests.acceptance.demo_page import demo_page, speaks, starts_over
from tests.acceptance.demo_stories import STORIES, Walker
from tests.acceptance.program import demonstration


@pytest.mark.parametrize(("language", "motion"), [("en", "reduce"), ("zh", "no-preference")])
async def test_the_six_steps_show_everything_within_two_minutes(tmp_path: Path, language: str, motion: str) -> None:
    said = {
        "en": {
            "assigned": "Accept or decline",
            "reminded": "Still waiting for your yes or no",
            "escalated": "Nobody at",
            "accepted": "is on it",
            "nudged": "What's in the way",
            "status": "not forgotten",
            "asked": "Was it done",
            "stars": "How many stars",
            "solved": "Four weeks ago",
        },
        "zh": {
            "assigned": "接不接",
            "reminded": "这件还等您一句话",
            "escalated": "没人接",
            "accepted": "来办，最晚",
            "nudged": "卡在哪",
            "status": "没忘",
            "asked": "办好了吗",
            "stars": "打几颗星",
            "solved": "四个星期",
        },
    }[language]
    async with demonstration(tmp_path) as program, demo_page(program.url, language, motion) as demo:
        begun = program.worked()
        await demo.tries(1)
        await demo.ticks(1)
        await demo.resident.taps(demo.words["Send"])
        await demo.ticks(2)
        await demo.cadre.reads(said["assigned"])
        # Nobody accepts: the cadre is reminded, then it goes up. Staff are asked on working days, so that a weekend may
        # lie between.
        for _ in range(5):
            await demo.moves("day")
        await demo.cadre.reads(said["reminded"])
        await demo.seats["head"].reads(said["escalated"])
        await demo.cadre.taps(demo.words["Accept"])
        await demo.resident.reads(said["accepted"])
        await demo.ticks(4)
        # A week without news, and another. It is asked in the morning: begun at night, that is still to come.
        await demo.moves("week")
        await demo.moves("day")
        await demo.cadre.reads(said["nudged"])
        await demo.moves("week")
        await demo.resident.reads(said["status"])
        await demo.answers()
        await demo.ticks(5)
        await demo.resident.reads(said["asked"])
        await demo.resident.taps(demo.words["Done"])
        await demo.ticks(6)
        await demo.resident.reads(said["stars"])
        await demo.resident.taps("5⭐")
        # Four weeks later: is it still solved?
        for _ in range(4):
            await demo.moves("week")
        await demo.moves("day")
        await demo.resident.reads(said["solved"])
        assert program.worked() - begun < 30, "somebody new reads, too: most of the two minutes are theirs"
        due = await demo.fell_due()
        for kind in {
            "en": ("Nobody has accepted", "A week without news", "still solved"),
            "zh": ("还没人接", "一周没消息", "四周回访"),
        }[language]:
            assert kind in due
        assert demo.everybody.complaints == []
        assert await program.stop() == 0
        assert "Traceback" not in program.errors


async def test_words_that_stand_on_a_button_tick_a_step_as_the_button_does(tmp_path: Path) -> None:
    async with demonstration(tmp_path) as program, demo_page(program.url, "zh") as demo:
        await demo.tries(1)
        await demo.resident.writes(demo.words["Send"])
        await demo.cadre.taps(demo.words["Accept"])
        await demo.answers()
        await demo.resident.reads("办好了吗")
        await demo.resident.writes(demo.words["Done"])
        await demo.resident.reads("打几颗星")
        await demo.ticks(5)  # all but the clock
        assert demo.everybody.complaints == []
        assert await program.stop() == 0


async def test_a_case_that_nobody_takes_climbs_to_the_supervisor(tmp_path: Path) -> None:
    async with demonstration(tmp_path, "en") as program, demo_page(program.url, "en", "no-preference") as demo:
        for number in range(3):
            await demo.tries(number)
            if number:
                await demo.resident.taps("A new matter")
            await demo.resident.taps("Send")
            await demo.resident.page.wait_for_function(
                "count => [...document.querySelectorAll('#pane-resident .text')]"
                ".filter(each => each.textContent.includes('We have it')).length === count",
                arg=number + 1,
            )
        begun = program.worked()
        for _ in range(4):
            await demo.moves("week")
        assert program.worked() - begun < 10, "a week passes while one looks on"
        await (await demo.plays("supervisor")).reads("late")
        await demo.resident.reads("late, and those above know")
        assert "Past the limit" in await demo.fell_due()
        await demo.seats["supervisor"].writes("/overdue")
        await demo.seats["supervisor"].reads("3 cases are late")
        longest = await demo.page.evaluate(
            "Math.max(...[...document.querySelectorAll('#pane-supervisor .buttons')]"
            ".map(each => each.querySelectorAll('button').length))"
        )
        assert longest <= 8
        assert demo.everybody.complaints == []


@pytest.mark.parametrize(("language", "screen"), [("en", DESK), ("zh", PHONE)], ids=["en-desk", "zh-phone"])
@pytest.mark.parametrize("name", STORIES)
async def test_a_story_can_be_clicked_through_to_its_end(
    tmp_path: Path, name: str, language: str, screen: dict[str, int]
) -> None:
    story, steps = STORIES[name]
    async with (
        demonstration(tmp_path, language) as program,
        demo_page(program.url, language, screen=screen) as demo,
    ):
        await demo.tries(0)
        await demo.begins(name)
        assert await demo.ticked() == 0, "a story begins with its first step"
        assert await demo.page.locator(".chairs .turn, .clock.turn").count() == 1, "and says whose turn it is"
        async for _ in story(Walker(demo, language)):
            pass
        await demo.ticks(steps, of=steps)
        assert await demo.page.locator(".turn").count() == 0
        assert await demo.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert demo.everybody.complaints == []
        assert "Traceback" not in program.errors


async def test_whoever_is_not_in_sight_is_counted_and_caught_up_with(tmp_path: Path) -> None:
    async with demonstration(tmp_path, "en") as program, demo_page(program.url, "en") as demo:
        await demo.begins("late")
        await demo.moves("day")
        await demo.page.wait_for_selector("#chair-leader .badge:not([hidden])")
        # By keyboard: from the head to the leader, whose conversation comes to the front and is read.
        await demo.page.focus("#chair-head")
        await demo.page.keyboard.press("ArrowLeft")
        assert await demo.page.evaluate("document.activeElement.id") == "chair-leader"
        await demo.seats["leader"].reads("1 day late")
        await demo.page.wait_for_selector("#chair-leader .badge", state="hidden")
        assert not await demo.page.is_visible("#pane-head")
        await demo.page.reload()
        await demo.seats["leader"].reads("1 day late")
        assert demo.everybody.complaints == []


async def test_the_language_changes_for_everybody_and_starting_over_clears_the_stage(tmp_path: Path) -> None:
    async with demonstration(tmp_path) as program, demo_page(program.url, "zh") as demo:
        await demo.tries(0)
        await demo.resident.taps("交上去")
        await demo.cadre.reads("接不接")
        await demo.moves("day")
        await speaks(demo, "en")
        # What was said stays as it was; what comes now is English.
        await demo.cadre.reads("接不接")
        await demo.cadre.writes("/cases")
        await demo.cadre.reads("No open case is yours|open case")
        assert await demo.ticked() == 3, "the steps done are remembered"
        before = await demo.page.get_attribute("#now", "datetime")
        await starts_over(demo)
        assert sum([await each.count("li.message") for each in demo.seats.values()]) == 0
        assert await demo.ticked() == 0
        after = await demo.page.get_attribute("#now", "datetime")
        assert before is not None
        assert after is not None
        assert after < before
        await demo.tries(0)
        await demo.resident.reads("You're telling us")
        assert demo.everybody.complaints == []


async def test_the_demo_fits_every_screen(tmp_path: Path) -> None:
    async with demonstration(tmp_path, "en") as program, demo_page(program.url, "en") as demo:
        for width, height in ((390, 844), (320, 568), (900, 1100), (1280, 720), (1920, 1080)):
            await demo.page.set_viewport_size({"width": width, "height": height})
            await starts_over(demo)
            assert await demo.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            await demo.tries(1)
            await demo.resident.taps("Send")
            await demo.resident.reads("We have it")
            await demo.moves("day")
            if width < 860:
                await demo.page.click("#tab-cadre")
            await demo.cadre.taps("Accept")
            await demo.cadre.reads("being worked on")
            assert await demo.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            if width >= 1160:
                assert await demo.page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
        assert demo.everybody.complaints == []
