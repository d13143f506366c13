"""The demo as somebody new sees it: stories, people to play, a clock to move, steps to tick."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from tests.acceptance.browsers import DESK, LOCALES, Visitor, chromium, new_context

SEATS = ("resident", "neighbour", "cadre", "reviewer", "head", "supervisor", "leader")
WORDS = {
    "en": {
        "Send": "Send",
        "Accept": "Accept",
        "Propose outcome": "Propose outcome",
        "Done": "Done",
        "Send it": "Send it",
        "found": "Forty metres of the surface are broken",
        "done": "Filled and rolled on Friday",
        "no photo": "It was dark when we were ready",
        "rule": "Rural road rules, article 9",
    },
    "zh": {
        "Send": "交上去",
        "Accept": "我接",
        "Propose outcome": "写答复",
        "Done": "办好了",
        "Send it": "发给居民",
        "found": "路面坏了四十米，两处涵洞堵了",
        "done": "涵洞疏通了，路面周五填平压实",
        "no photo": "完工时天黑了",
        "rule": "农村公路养护办法第九条",
    },
}


class Demo:
    """The page, with a visitor for each of its people."""

    def __init__(self, page: Any, language: str) -> None:
        self.page = page
        self.words = WORDS[language]
        self.everybody = Visitor(page)
        self.seats = {seat: Visitor(page, f"#pane-{seat}") for seat in SEATS}
        self.resident, self.cadre = self.seats["resident"], self.seats["cadre"]

    async def plays(self, seat: str) -> Visitor:
        """Sit down on a chair: its conversation comes to the front. Return who is played.

        On a phone the tab of its sheet is tapped first.
        """
        if await self.page.is_visible("#tabs"):
            sheet = await self.page.locator(".sheet", has=self.page.locator(f"#chair-{seat}")).get_attribute(
                "data-sheet"
            )
            await self.page.click(f"#tab-{sheet}")
        await self.page.click(f"#chair-{seat}")
        return self.seats[seat]

    async def begins(self, scene: str) -> None:
        """Choose a story, and mean it where something was said before; return once its beginning was played."""
        asked = await self.everybody.count("#people li[data-id]")
        async with self.page.expect_navigation():
            await self.page.click(f'.titles [data-scene="{scene}"]')
            if asked:
                await self.page.click('#reset-ask [value="yes"]')
        await standing(self.page)
        await self.page.wait_for_selector(f'.titles [data-scene="{scene}"][aria-pressed="true"]')

    async def tries(self, number: int, seat: str = "resident") -> None:
        """Say one of the lines that are offered to a seat, and wait until it was answered."""
        part = self.seats[seat].part
        before = await part.locator("li[data-id]").count()
        await part.locator(".chip").nth(number).click()
        await part.locator("li[data-id]").nth(before + 1).wait_for()

    async def moves(self, step: str) -> None:
        """Move the clock, and wait until it stands again."""
        await self.page.click(f'[data-step="{step}"]')
        await self.page.wait_for_selector(f'[data-step="{step}"]:not([disabled])')

    async def ticked(self) -> int:
        """Return how many of the steps are ticked."""
        return int((await self.page.inner_text("#guide-tally")).partition("/")[0])

    async def ticks(self, count: int, of: int = 6) -> None:
        """Wait until so many steps are ticked."""
        await self.page.wait_for_selector(f"#guide-tally:has-text('{count}/{of}')")

    async def fell_due(self) -> str:
        """Return what the ribbon says has fallen due so far."""
        return str(await self.page.inner_text("#due-log"))

    async def answers(self) -> None:
        """Let the cadre write the outcome, and send it."""
        await self.cadre.taps(self.words["Propose outcome"])
        await self.cadre.taps(self.words["Done"])
        for key in ("found", "done", "no photo", "rule"):
            before = await self.cadre.count("li.message")
            await self.cadre.writes(self.words[key])
            while await self.cadre.count("li.message") < before + 2:
                await asyncio.sleep(0.05)
        await self.cadre.taps(self.words["Send it"])
        await self.resident.reads(re.escape(self.words["found"]))


@asynccontextmanager
async def demo_page(
    url: str, language: str, motion: str = "reduce", screen: Mapping[str, int] = DESK
) -> AsyncIterator[Demo]:
    """Open the demo, and let its people speak a language. `motion` is "reduce" for one who wants the clock to jump."""
    async with chromium() as browser:
        context = await new_context(browser, viewport=screen, locale=LOCALES[language], reduced_motion=motion)
        demo = Demo(await context.new_page(), language)
        await demo.page.goto(f"{url}/demo")
        await standing(demo.page)
        if await demo.page.get_attribute(f'[data-language="{language}"]', "aria-pressed") != "true":
            await speaks(demo, language)
        yield demo


async def speaks(demo: Demo, language: str) -> None:
    """Let everybody speak another language."""
    await demo.page.click(f'[data-language="{language}"]')
    await demo.page.wait_for_selector(f'html[lang^="{language}"]', state="attached")
    await standing(demo.page)
    demo.words = WORDS[language]


async def starts_over(demo: Demo) -> None:
    """Press Start over, and mean it."""
    await demo.page.click("#reset")
    async with demo.page.expect_navigation():
        await demo.page.click('#reset-ask [value="yes"]')
    await standing(demo.page)


async def standing(page: Any) -> None:
    """Wait until the conversations are there."""
    for seat in SEATS:
        await page.wait_for_selector(f'#pane-{seat} [data-part="log"][aria-busy="false"]', state="attached")
    await page.wait_for_selector(".chip", state="attached")
