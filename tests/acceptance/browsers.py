"""People at real browsers: Debian's Chromium, driven by Playwright. Without them the tests skip, and say why."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--use-fake-device-for-media-stream",
)
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
LOCALES = {"en": "en-GB", "zh": "zh-CN"}


@asynccontextmanager
async def chromium() -> AsyncIterator[Any]:
    """Give a browser. Skips where there is none."""
    playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed")
    if not shutil.which(CHROMIUM):
        pytest.skip(f"{CHROMIUM} is missing")
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


async def new_context(browser: Any, **options: Any) -> Any:
    """Return a browser profile of its own, patient with a busy machine."""
    context = await browser.new_context(**options)
    context.set_default_timeout(1000 * PATIENCE)
    return context


class Visitor:
    """Somebody at a page. What the browser complains about, broken policies among it, is kept in `complaints`.

    With `within`, a selector, only that part of the page is meant.
    """

    def __init__(self, page: Any, within: str = "body") -> None:
        self.page = page
        self.part = page.locator(within)
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._console)

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    async def writes(self, text: str) -> None:
        """Type something, and send it by Enter."""
        await self.part.locator("textarea").fill(text)
        await self.part.locator("textarea").press("Enter")

    async def chooses(self, *files: Path) -> None:
        """Choose files to be sent."""
        await self.part.locator('[data-part="files"]').set_input_files([str(each) for each in files])

    async def reads(self, pattern: str) -> str:
        """Return the newest message that has `pattern`, once it is there."""
        message = self.part.locator("li[data-id] .text", has_text=re.compile(pattern)).last
        await message.wait_for()
        return str(await message.inner_text())

    async def taps(self, label: str) -> None:
        """Press the newest button of that label."""
        await self.part.locator("button.tap", has_text=re.compile(f"^{label}$")).last.click()

    async def count(self, selector: str) -> int:
        """Return how many of something the page shows."""
        return int(await self.part.locator(selector).count())


@asynccontextmanager
async def visitors(url: str, *languages: str, viewport: dict[str, int] | None = None) -> AsyncIterator[list[Visitor]]:
    """Give people at the chat page, each with a browser profile of their own, one for each language."""
    async with AsyncExitStack() as stack:
        browser = await stack.enter_async_context(chromium())
        people = []
        for language in languages:
            context = await new_context(browser, viewport=viewport or PHONE, locale=LOCALES[language])
            people.append(Visitor(await context.new_page()))
            await people[-1].page.goto(url)
            await people[-1].page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        yield people
