"""A resident at a real browser: writes, taps, reloads, loses the connection, and is answered all the same."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.bot.web.service import WebService

playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing"),
    pytest.mark.timeout(120),
]


class Visitor:
    """Somebody at a browser of their own. What the browser complains about is kept in `complaints`."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.extend([message.text] * (message.type == "error")))

    async def writes(self, text: str) -> None:
        """Type something, and send it by Enter."""
        await self.page.fill("textarea", text)
        await self.page.press("textarea", "Enter")

    async def reads(self, pattern: str) -> str:
        """Return the newest message that has `pattern`, once it is there."""
        message = self.page.locator("li[data-id] .text", has_text=re.compile(pattern)).last
        await message.wait_for(timeout=10_000)
        return str(await message.inner_text())

    async def taps(self, label: str) -> None:
        """Press the newest button of that label."""
        await self.page.locator("button.tap", has_text=re.compile(f"^{label}$")).last.click()

    async def count(self, selector: str) -> int:
        """Return how many of something the page shows."""
        return int(await self.page.locator(selector).count())


@asynccontextmanager
async def visitors(service: WebService, *languages: str) -> AsyncIterator[list[Visitor]]:
    """Give people at browsers, one for each language, on the page."""
    async with AsyncExitStack() as stack:
        driver = await stack.enter_async_context(playwright.async_playwright())
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        stack.push_async_callback(browser.close)
        people = []
        for language in languages:
            context = await browser.new_context(viewport=PHONE, locale={"en": "en-GB", "zh": "zh-CN"}[language])
            people.append(Visitor(await context.new_page()))
            await people[-1].page.goto(service.url)
            await people[-1].page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        yield people


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[WebService]:
    """Give a running service."""
    async with WebService.running(f"sqlite:///{tmp_path / 'chat.db'}") as service:
        yield service


async def test_a_complaint_is_written_checked_and_sent(service: WebService) -> None:
    async with visitors(service, "en", "zh") as (ann, bob):
        await ann.writes("The road lamp on the bridge at Maple Village has been dark for a month")
        await ann.reads("You're telling us")
        await ann.taps("Send")
        number = re.search(r"\d{6}-\d{7}", await ann.reads(r"\d{6}-\d{7}"))
        assert number
        await ann.page.reload()
        assert number[0] in await ann.reads(number[0])
        assert await bob.count("li.message") == 0
        assert ann.complaints == bob.complaints == []


async def test_words_are_words_whatever_they_look_like(service: WebService) -> None:
    async with visitors(service, "zh") as (ann,):
        mark = "<img src=x onerror=alert(1)><b>枫桥村</b>路灯坏了"
        await ann.writes(mark)
        assert mark in await ann.reads("onerror")
        assert await ann.count(".log img, .log b") == 0
        await ann.reads("您说的是")
        assert ann.complaints == []


async def test_the_language_is_changed_on_the_page(service: WebService) -> None:
    async with visitors(service, "zh") as (ann,):
        await ann.writes("/help")
        await ann.reads("/my")
        await ann.page.click('a[hreflang="en"]')
        await ann.page.wait_for_selector('html[lang="en"]', state="attached")
        await ann.reads("English it is")
        assert ann.page.url == f"{service.url}/"
        assert ann.complaints == []


async def test_what_is_written_while_the_service_is_away_arrives_once(service: WebService) -> None:
    async with visitors(service, "en") as (ann,):
        await ann.writes("/help")
        await ann.reads("/my")
        await service.end()
        await ann.writes("The well at Newpond Village is dry")
        await ann.page.wait_for_selector("li.waiting.failed")
        await ann.page.wait_for_selector('[data-part="offline"]', timeout=10_000)
        await service.start()
        await ann.page.click("li.waiting .retry")
        await ann.reads("well at Newpond")
        # Not by a reload: the stream has come back by itself.
        await ann.reads("You're telling us")
        assert await ann.count("li.waiting") == 0
        assert await ann.page.locator("li.mine", has_text="well at Newpond").count() == 1
        await ann.page.wait_for_selector('[data-part="offline"]', state="hidden")


async def test_a_text_that_is_too_long_comes_back_to_be_changed(service: WebService) -> None:
    async with visitors(service, "en") as (ann,):
        await ann.writes("a" * 20_001)
        await ann.page.wait_for_selector("li.waiting.refused")
        assert "two or three parts" in await ann.page.inner_text("li.waiting .note")
        await ann.page.click("li.waiting .retry")
        assert len(await ann.page.input_value("textarea")) == 20_001
        assert await ann.count("li.waiting") == 0


async def test_an_old_button_is_answered_below_its_message(service: WebService) -> None:
    async with visitors(service, "en") as (ann,):
        await ann.writes("/language")
        await ann.reads("Which language")
        await ann.page.evaluate(
            """() => {
              const fetched = window.fetch;
              window.fetch = (path, options) =>
                fetched(path, {...options, body: options.body?.replace('"m.zh"', '"s.9.old.x"')});
            }"""
        )
        await ann.taps("中文")
        await ann.page.wait_for_selector("li[data-id] .remark")
        assert await ann.page.inner_text("li[data-id] .remark")


async def test_a_place_is_shared(service: WebService) -> None:
    async with visitors(service, "en") as (ann,):
        await ann.page.context.grant_permissions(["geolocation"], origin=service.url)
        await ann.page.context.set_geolocation({"latitude": 27.01, "longitude": 118.0})
        await ann.writes("The lamp is dark")
        await ann.reads("Where is it")
        await ann.page.locator("button.tap:has(svg)").last.click()
        await ann.reads("27.01000, 118.00000")


async def test_many_windows_of_one_person_all_hear_the_answer(service: WebService) -> None:
    async with visitors(service, "en") as (ann,):
        windows = [ann, Visitor(await ann.page.context.new_page()), Visitor(await ann.page.context.new_page())]
        for window in windows[1:]:
            await window.page.goto(service.url)
            await window.page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        await ann.writes("/help")
        await asyncio.gather(*(window.reads("/my") for window in windows))
        assert [await window.count("li[data-id]") for window in windows] == [2, 2, 2]
