"""A resident at a real browser: writes, taps, reloads, loses the connection, and is answered all the same."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance import program
from tests.acceptance.browsers import PHONE, Visitor, visitors
from tests.bot.web.service import WebService


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[WebService]:
    """Give a running service."""
    async with WebService.running(f"sqlite:///{tmp_path / 'chat.db'}") as service:
        yield service


async def test_a_complaint_is_written_checked_and_sent(service: WebService) -> None:
    async with visitors(service.url, "en", "zh") as (ann, bob):
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
    async with visitors(service.url, "zh") as (ann,):
        mark = "<img src=x onerror=alert(1)><b>枫桥村</b>路灯坏了"
        await ann.writes(mark)
        assert mark in await ann.reads("onerror")
        assert await ann.count(".log img, .log b") == 0
        await ann.reads("您说的是")
        assert ann.complaints == []


async def test_the_language_is_changed_on_the_page(service: WebService) -> None:
    async with visitors(service.url, "zh") as (ann,):
        await ann.writes("/help")
        await ann.reads("/my")
        await ann.page.click('a[hreflang="en"]')
        await ann.page.wait_for_selector('html[lang="en"]', state="attached")
        await ann.reads("English it is")
        assert ann.page.url == f"{service.url}/"
        assert ann.complaints == []


async def test_what_is_written_while_the_service_is_away_arrives_once(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.writes("/help")
        await ann.reads("/my")
        await service.end()
        await ann.writes("The well at Newpond Village is dry")
        await ann.page.wait_for_selector("li.waiting.failed")
        await ann.page.wait_for_selector('[data-part="offline"]')
        await service.start()
        # Neither by a tap nor by a reload: with the stream, what was written has come back by itself.
        await ann.reads("well at Newpond")
        await ann.reads("You're telling us")
        assert await ann.count("li.waiting") == 0
        assert await ann.page.locator("li.mine", has_text="well at Newpond").count() == 1
        await ann.page.wait_for_selector('[data-part="offline"]', state="hidden")


async def test_a_text_that_is_too_long_comes_back_to_be_changed(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.writes("a" * 20_001)
        await ann.page.wait_for_selector("li.waiting.refused")
        assert "two or three parts" in await ann.page.inner_text("li.waiting .note")
        await ann.page.click("li.waiting .retry")
        assert len(await ann.page.input_value("textarea")) == 20_001
        assert await ann.count("li.waiting") == 0


async def test_an_old_button_is_answered_below_its_message(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
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
    async with visitors(service.url, "en") as (ann,):
        await ann.page.context.grant_permissions(["geolocation"], origin=service.url)
        await ann.page.context.set_geolocation({"latitude": 27.01, "longitude": 118.0})
        await ann.writes("The lamp is dark")
        await ann.reads("Where is it")
        await ann.page.locator("button.tap", has_text="Share where I am").last.click()
        await ann.reads("27.01000, 118.00000")


async def test_many_windows_of_one_person_all_hear_the_answer(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        windows = [ann, Visitor(await ann.page.context.new_page()), Visitor(await ann.page.context.new_page())]
        for window in windows[1:]:
            await window.page.goto(service.url)
            await window.page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        await ann.writes("/help")
        await asyncio.gather(*(window.reads("/my") for window in windows))
        assert [await window.count("li[data-id]") for window in windows] == [2, 2, 2]


async def test_the_whole_way_by_keyboard_alone(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        keyboard = ann.page.keyboard
        for _ in range(10):
            await keyboard.press("Tab")
            if await ann.page.evaluate("document.activeElement.tagName") == "TEXTAREA":
                break
        await keyboard.type("The road lamp on the bridge at Maple Village has been dark for a month")
        await keyboard.press("Enter")
        await ann.reads("You're telling us")
        for _ in range(10):
            await keyboard.press("Shift+Tab")
            if await ann.page.evaluate("document.activeElement.textContent") == "Send":
                break
        await keyboard.press("Enter")
        await ann.reads(r"Your number: \d{6}-\d{7}")
        assert await ann.page.evaluate("document.activeElement !== document.body"), "the focus is not lost"
        assert ann.complaints == []


async def test_who_does_not_share_a_place_is_told_to_type_it(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.page.context.clear_permissions()
        await ann.writes("The lamp is dark")
        await ann.reads("Where is it")
        await ann.page.locator("button.tap", has_text="Share where I am").last.click()
        await ann.page.wait_for_selector("li[data-id] .remark:has-text('type the place')")
        await ann.writes("Maple Village")
        await ann.reads("Place: Maple Village")


# 180: a phone with everything at double size.
@pytest.mark.parametrize("width", [180, 320, PHONE["width"], 1440])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_nothing_is_cut_off_on_a_narrow_phone_or_a_wide_screen(
    service: WebService, language: str, width: int
) -> None:
    async with visitors(service.url, language, viewport={"width": width, "height": 640}) as (ann,):
        await ann.writes({"en": "No water in Newpond Village for two days", "zh": "新塘村停水两天了"}[language])
        await ann.reads({"en": "Newpond", "zh": "新塘村"}[language])
        await ann.page.locator("button.tap").last.wait_for()
        wide = await ann.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
        for button in await ann.page.locator("button.tap").all():
            box = await button.bounding_box()
            assert box["height"] >= 44, "a thumb finds it"
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert await button.evaluate("each => each.scrollWidth <= each.clientWidth"), "its words fit"
        assert (await ann.page.locator("textarea").bounding_box())["width"] >= 130, "there is room to write in"
        skip = await ann.page.locator(".skip").bounding_box()
        assert skip["y"] + skip["height"] <= 0, "out of sight until it is reached by keyboard"
        assert ann.complaints == []


async def test_the_page_of_a_running_program(tmp_path: Path) -> None:
    words = "晒谷坪村的公路被大车压坏了，隔几米一个深坑"
    async with program.office(tmp_path, f"sqlite:///{tmp_path}/test.db") as office:
        async with visitors(office.url, "zh", "en") as (ann, bob):
            await ann.writes(words)
            await ann.reads("您说的是")
            await ann.taps("交上去")
            number = re.search(r"\d{6}-\d{7}", await ann.reads("收到了"))
            assert number
            await bob.writes(f"/case {number[0]}")
            await bob.reads("I can't find that here")
            window = Visitor(await ann.page.context.new_page())
            await window.page.goto(office.url)
            assert number[0] in await window.reads("收到了")
            await window.writes("/my")
            assert number[0] in await ann.reads("您的")
            assert ann.complaints == bob.complaints == window.complaints == []
        assert await office.stop() == 0
        assert office.keeps_quiet_about([words, "/case"])
