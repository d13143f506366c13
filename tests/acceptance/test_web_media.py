"""Photos, voices, videos and documents at a real browser: chosen, looked at, sent, seen, and never lost on the way."""

import asyncio
import filecmp
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from casework.conversations import Message
from casework.files import LARGEST, File, FileKind, FileState
from storage.codec import Codec
from tests.acceptance.browsers import PHONE, Visitor, visitors
from tests.acceptance.demo_page import demo_page
from tests.acceptance.program import demonstration
from tests.bot.web.samples import HTML, PDF, photo, takes_files, tells_where
from tests.bot.web.service import WebService
from tests.handlers.dialogue import MONDAY

__all__ = ["takes_files"]

pytestmark = pytest.mark.usefixtures("takes_files")

CHANNEL = "The channel at Maple Village has caved in"


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[WebService]:
    """Give a running service."""
    async with WebService.running(f"sqlite:///{tmp_path / 'chat.db'}") as service:
        yield service


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    """Give a photo that says where it was taken."""
    path = tmp_path / "wall.jpg"
    taken = photo(1200, 900)
    assert tells_where(taken)
    path.write_bytes(taken)
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Give a document."""
    path = tmp_path / "与村委会的合同.pdf"
    path.write_bytes(PDF)
    return path


def same(one: str, other: Path) -> bool:
    """Return whether two files hold the same."""
    return filecmp.cmp(one, other, shallow=False)


async def sees(visitor: Visitor, selector: str) -> Any:
    """Return the newest of something in the conversation, once it has come back from the service."""
    found = visitor.part.locator(f"li[data-id] {selector}").last
    await found.wait_for()
    return found


async def is_drawn(image: Any) -> bool:
    """Return whether a picture has come and can be shown."""
    await image.scroll_into_view_if_needed()
    return bool(await image.evaluate("each => each.decode().then(() => each.naturalWidth > 0)"))


async def bytes_at(visitor: Visitor, address: str) -> bytes:
    """Return what the visitor's browser gets at an address."""
    response = await visitor.page.context.request.get(address)
    assert response.status == 200
    return bytes(await response.body())


async def test_a_photo_is_sent_and_seen_without_the_place(service: WebService, wall: Path) -> None:
    async with visitors(service.url, "en", "zh") as (ann, bob):
        await ann.chooses(wall)
        await ann.part.locator(".tray canvas").wait_for()
        await ann.writes(CHANNEL)
        image = await sees(ann, ".photo img")
        assert await is_drawn(image)
        assert await ann.count(".tray li, li.waiting") == 0
        assert CHANNEL in await ann.reads("caved in")
        whole = service.url + await ann.part.locator(".photo a").get_attribute("href")
        assert not tells_where(await bytes_at(ann, whole))
        assert not tells_where(await bytes_at(ann, f"{whole}?small=1"))
        assert (await bob.page.context.request.get(whole)).status == 404
        await image.click()
        assert await is_drawn(ann.page.locator(".viewer img"))
        await ann.page.keyboard.press("Escape")
        await ann.page.locator(".viewer").wait_for(state="detached")
        await ann.page.reload()
        assert await is_drawn(await sees(ann, ".photo img"))
        assert ann.complaints == bob.complaints == []


async def test_several_at_once_one_of_them_taken_away(service: WebService, wall: Path, letter: Path) -> None:
    second = wall.with_name("yard.png")
    second.write_bytes(photo(300, 900, "PNG"))
    async with visitors(service.url, "zh") as (ann,):
        await ann.chooses(wall, letter)
        await ann.chooses(second)
        assert await ann.count(".tray li") == 3
        await ann.part.locator(".tray .drop").first.click()
        await ann.writes("这两样都请看看")
        await sees(ann, ".photo img")
        assert await ann.count("li[data-id] .photo") == 1
        files = ann.part.locator("li.mine[data-id]")
        assert [await files.nth(at).locator(".file").count() for at in range(await files.count())] == [1, 1]
        assert "合同.pdf" in await files.nth(0).inner_text()
        assert "这两样" in await files.nth(0).inner_text()
        assert ann.complaints == []


async def test_a_document_is_an_attachment_with_its_name(service: WebService, letter: Path) -> None:
    page = letter.with_name("evil.html")
    page.write_bytes(HTML)
    async with visitors(service.url, "en") as (ann,):
        await ann.chooses(letter)
        await ann.part.locator(".send:visible").click()
        link = await sees(ann, "a.attachment")
        assert re.search(r"与村委会的合同\.pdf\s+1 KB", await link.inner_text())
        async with ann.page.expect_download() as started:
            await link.click()
        download = await started.value
        assert download.suggested_filename == letter.name
        assert same(await download.path(), letter)
        await ann.chooses(page)
        await ann.part.locator(".send:visible").click()
        await (await sees(ann, "a.attachment:has-text('evil')")).wait_for()
        opened = await ann.page.context.new_page()
        async with opened.expect_download():
            with pytest.raises(Exception, match="Download is starting"):
                await opened.goto(service.url + await ann.part.locator("a.attachment").last.get_attribute("href"))
        assert ann.complaints == []


async def test_a_voice_message_is_spoken_heard_and_sent(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.page.context.grant_permissions(["microphone"], origin=service.url)
        await ann.part.locator('[data-part="voice"]').click()
        time = ann.part.locator('[data-part="voice-time"]')
        await time.filter(has_text="0:02").wait_for()
        assert not await ann.part.locator("textarea").is_visible()
        await ann.part.locator('[data-part="voice-stop"]').click()
        own = ann.part.locator('[data-part="voice-player"]')
        await own.evaluate("each => { each.muted = true; return each.play().catch(() => each.play()); }")
        await ann.part.locator('[data-part="voice-send"]').click()
        sound = await sees(ann, "audio")
        await sound.evaluate("each => { each.muted = true; return each.play().catch(() => each.play()); }")
        await ann.page.wait_for_function("each => each.currentTime > 0.2", arg=await sound.element_handle())
        assert await ann.part.locator("textarea").is_visible()
        assert await ann.count("li.waiting") == 0
        (row,) = [each for each in (await files_of(service)) if each.kind is FileKind.VOICE]
        assert 2 <= row.seconds <= 4
        assert ann.complaints == []


async def files_of(service: WebService) -> list[File]:
    """Return all files that were taken."""
    taken = []
    async with service.store.reading() as session:
        for row in await session.rows("files_read", keys=list(range(200))):
            taken.append(Codec(File).decode(row))
    return taken


async def test_a_voice_message_is_thrown_away(service: WebService) -> None:
    async with visitors(service.url, "zh") as (ann,):
        await ann.page.context.grant_permissions(["microphone"], origin=service.url)
        for stop in (True, False):
            await ann.part.locator('[data-part="voice"]').click()
            await ann.part.locator('[data-part="voice-time"]').filter(has_text="0:01").wait_for()
            if stop:
                await ann.part.locator('[data-part="voice-stop"]').click()
                await ann.part.locator('[data-part="voice-discard"]').click()
            else:
                await ann.page.keyboard.press("Escape")
            await ann.part.locator("textarea").wait_for()
        await ann.writes("/help")
        await ann.reads("/my")
        assert await ann.count("li.mine") == 1
        assert service.kept() == []
        assert ann.complaints == []


async def test_who_does_not_let_us_hear_is_told_to_write(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.page.evaluate(
            "navigator.mediaDevices.getUserMedia = () => { throw new DOMException('', 'NotAllowedError'); }; 0"
        )
        await ann.part.locator('[data-part="voice"]').click()
        await ann.part.locator('[role="alert"]', has_text="just write it").wait_for()
        await ann.writes("/help")
        await ann.reads("/my")
        assert await ann.count('[role="alert"]:visible') == 0


async def test_a_browser_that_cannot_record_offers_no_voice(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.page.add_init_script("delete window.MediaRecorder")
        await ann.page.reload()
        await ann.page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        assert await ann.count('[data-part="voice"]:visible') == 0
        assert await ann.count(".send:visible") == 1


async def test_what_is_too_large_or_empty_is_said_before_it_is_sent(service: WebService, wall: Path) -> None:
    large, empty = wall.with_name("yard.mp4"), wall.with_name("empty.pdf")
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    empty.touch()
    async with visitors(service.url, "en") as (ann,):
        await ann.chooses(large, wall, empty)
        said = await ann.part.locator('[role="alert"]').inner_text()
        assert "yard.mp4, 20 MB\nThat's too large; we can take 20 MB." in said
        assert "empty.pdf\nThere's nothing in that file." in said
        assert await ann.count(".tray li") == 1
        await ann.chooses(*[wall] * 11)
        assert "Ten at a time" in await ann.part.locator('[role="alert"]').inner_text()
        assert await ann.count(".tray li") == 10
        assert service.kept() == []
        assert ann.complaints == []


async def test_a_file_that_is_pasted_or_dropped_is_taken(service: WebService) -> None:
    drop = """(type) => {
      const data = new DataTransfer();
      data.items.add(new File(["words of a note"], type + ".txt", {type: "text/plain"}));
      const event = type === "paste"
        ? new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})
        : new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true});
      document.querySelector(type === "paste" ? "textarea" : ".scroller").dispatchEvent(event);
      return event.defaultPrevented;
    }"""
    async with visitors(service.url, "en") as (ann,):
        assert await ann.page.evaluate(drop, "dragover")
        assert await ann.count(".pane.dropping") == 1
        assert await ann.page.evaluate(drop, "drop")
        assert await ann.page.evaluate(drop, "paste")
        assert await ann.count(".pane.dropping") == 0
        assert await ann.count(".tray li") == 2
        await ann.writes("Two notes")
        await sees(ann, "a.attachment:has-text('paste.txt')")
        assert ann.complaints == []


async def test_words_that_are_pasted_stay_words(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        taken = await ann.page.evaluate(
            """() => {
              const data = new DataTransfer();
              data.items.add(new File(["x"], "copy.png", {type: "image/png"}));
              data.setData("text/plain", "The words that were copied");
              const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
              document.querySelector("textarea").dispatchEvent(event);
              return event.defaultPrevented;
            }"""
        )
        assert not taken
        assert await ann.count(".tray li") == 0


async def test_files_of_a_time_without_connection_are_sent_again_and_arrive_once(
    service: WebService, wall: Path, letter: Path
) -> None:
    async with visitors(service.url, "en") as (ann,):
        await service.end()
        await ann.chooses(wall, letter)
        await ann.writes(CHANNEL)
        # Not by a condition in words: the page's own rules let nothing be evaluated.
        await ann.part.locator("li.waiting.failed").nth(1).wait_for()
        await service.start()
        assert await is_drawn(await sees(ann, ".photo img"))
        await sees(ann, "a.attachment")
        assert await ann.count("li.waiting") == 0
        assert await ann.count("li.mine .file") == 2
        assert len(await files_of(service)) == 2


async def test_a_file_that_waits_is_taken_away_and_its_words_come_back(service: WebService, wall: Path) -> None:
    async with visitors(service.url, "en") as (ann,):
        await service.end()
        await ann.chooses(wall)
        await ann.writes(CHANNEL)
        await ann.part.locator("li.failed .retry", has_text="Take away").click()
        assert await ann.page.input_value("textarea") == CHANNEL
        assert await ann.count("li.waiting") == 0


async def test_a_cry_for_help_does_not_wait_for_a_video(service: WebService, wall: Path) -> None:
    async with visitors(service.url, "en") as (ann,):
        go = asyncio.Event()

        async def hold(route: Any) -> None:
            await go.wait()
            await route.continue_()

        await ann.page.route("**/files", hold)
        await ann.chooses(wall)
        await ann.part.locator(".send:visible").click()
        await ann.part.locator("li.waiting progress").wait_for()
        await ann.writes("/help")
        await ann.reads("/my")
        assert await ann.count("li.waiting") == 1
        go.set()
        await sees(ann, ".photo img")


async def test_words_with_a_file_survive_a_reload(service: WebService, wall: Path) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.page.route("**/files", lambda route: route.abort())
        await ann.chooses(wall)
        await ann.writes(CHANNEL)
        await ann.part.locator("li.failed").wait_for()
        asked = []

        async def leaves(dialog: Any) -> None:
            asked.append(dialog.type)
            await dialog.accept()

        ann.page.on("dialog", leaves)
        await ann.page.reload()
        await ann.page.wait_for_selector('[data-part="log"][aria-busy="false"]', state="attached")
        assert asked == ["beforeunload"], "the browser asks before a photo is lost"
        assert await ann.page.input_value("textarea") == CHANNEL
        assert await ann.count("li.waiting") == 0


async def test_what_others_sent_is_shown_once_it_has_come(service: WebService) -> None:
    async with visitors(service.url, "en") as (ann,):
        await ann.writes("/help")
        await ann.reads("/my")
        ((address,),) = {(each[1],) for each in await service.rows("messages_by_key", keys=list(range(50)))}
        kept = await service.vault.keep(photo())
        files = [
            File(9001, 1, FileKind.PHOTO, 1, MONDAY, mime=kept.mime, state=FileState.WANTED),
            File(9002, 1, FileKind.VOICE, 2, MONDAY, seconds=75, state=FileState.LOST),
            File(9003, 1, FileKind.VIDEO, 3, MONDAY, "", "", "y.mp4", "video/mp4", 9, 65, kept.digest, FileState.KEPT),
        ]
        messages = [Message(9100 + at, address, False, MONDAY, "", file_id=file.id) for at, file in enumerate(files)]
        async with service.store.database.transaction() as session:
            await session.write("files_insert", [Codec(File).encode(file) for file in files])
            await session.write("messages_insert", [Codec(Message).encode(message) for message in messages])
        assert "On its way" in await (await sees(ann, ".photo")).inner_text()
        assert "It did not arrive" in await (await sees(ann, ".voice")).inner_text()
        assert "1:05" in await (await sees(ann, ".video")).inner_text()
        row = Codec(File).encode(files[0]) | {"state": "kept", "digest": kept.digest, "size": kept.size}
        async with service.store.database.transaction() as session:
            await session.write("files_update", [row])
        assert await is_drawn(await sees(ann, ".photo img"))
        # What is no video, whatever it is called, can still be saved.
        await ann.page.locator("video").evaluate("each => { each.play().catch(() => {}); }")
        await sees(ann, ".video a.attachment")


async def test_the_whole_way_by_keyboard_alone(service: WebService, wall: Path, letter: Path) -> None:
    async with visitors(service.url, "en") as (ann,):
        keyboard = ann.page.keyboard
        # From here on no dialog of the system opens: the one below would sometimes be too fast for Playwright.
        ann.page.on("filechooser", lambda _: None)

        async def reaches(name: str) -> None:
            for _ in range(15):
                await keyboard.press("Tab")
                if name in await ann.page.evaluate(
                    "document.activeElement.ariaLabel ?? document.activeElement.textContent"
                ):
                    return
            raise AssertionError(f"{name} is not reached")

        await reaches("Photo, video or file")
        async with ann.page.expect_file_chooser() as chooser:
            await keyboard.press("Enter")
        await (await chooser.value).set_files([str(wall), str(letter)])
        await ann.part.locator(".tray canvas").wait_for()
        assert await ann.page.evaluate("document.activeElement.tagName") == "TEXTAREA"
        await keyboard.press("Shift+Tab")
        await keyboard.press("Shift+Tab")
        assert letter.name in await ann.page.evaluate("document.activeElement.ariaLabel")
        await keyboard.press("Enter")
        assert await ann.count(".tray li") == 1
        assert wall.name in await ann.page.evaluate("document.activeElement.ariaLabel")
        await keyboard.press("Enter")
        assert await ann.page.evaluate("document.activeElement.tagName") == "TEXTAREA", "the focus is not lost"
        await ann.chooses(wall)
        await keyboard.press("Enter")
        await sees(ann, ".photo img")
        for _ in range(10):
            await keyboard.press("Shift+Tab")
            if await ann.page.evaluate("document.activeElement.matches('.photo a')"):
                break
        await keyboard.press("Enter")
        await ann.page.locator(".viewer").wait_for()
        assert await ann.page.evaluate("document.activeElement.textContent") == "Close"
        await keyboard.press("Enter")
        assert await ann.page.evaluate("document.activeElement.matches('.photo a')")
        assert ann.complaints == []


async def test_the_demo_has_the_same(tmp_path: Path, wall: Path) -> None:
    async with demonstration(tmp_path, "en") as program, demo_page(program.url, "en") as demo:
        for seat in ("cadre", "supervisor", "resident"):
            person = await demo.plays(seat)
            await person.chooses(wall)
            await person.part.locator(".tray canvas").wait_for()
        await demo.resident.writes("The channel at Shaiguping has caved in")
        await demo.ticks(1)
        await demo.resident.reads("caved in")
        assert await demo.resident.count(".tray li") == 0
        assert await demo.cadre.count(".tray li") == 1
        assert demo.everybody.complaints == []


@pytest.mark.parametrize("width", [320, PHONE["width"], 1440])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_nothing_is_cut_off_and_a_thumb_finds_it(
    service: WebService, wall: Path, letter: Path, language: str, width: int
) -> None:
    async with visitors(service.url, language, viewport={"width": width, "height": 640}) as (ann,):
        await ann.page.context.grant_permissions(["microphone"], origin=service.url)

        async def fits(selector: str) -> None:
            assert await ann.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            for button in await ann.part.locator(f"{selector} button:visible").all():
                box = await button.bounding_box()
                assert min(box["height"], box["width"]) >= 44, await button.evaluate("each => each.outerHTML")
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= width

        await fits(".composer")
        await ann.chooses(wall, letter)
        await fits(".tray")
        await fits(".composer")
        assert await ann.part.locator("textarea").evaluate("each => each.clientWidth") >= 100
        await ann.part.locator(".send:visible").click()
        await sees(ann, "a.attachment")
        await ann.part.locator('[data-part="voice"]').click()
        await ann.part.locator('[data-part="voice-stop"]').wait_for()
        await fits(".recorder")
        await ann.part.locator('[data-part="voice-stop"]').click()
        await ann.part.locator('[data-part="voice-send"]').wait_for()
        await fits(".recorder")
        await ann.part.locator('[data-part="voice-send"]').click()
        await sees(ann, "audio")
        assert await ann.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        wide = await ann.page.evaluate(
            "[...document.querySelectorAll('.file')].filter(each => each.scrollWidth > each.clientWidth + 1).length"
        )
        assert wide == 0
        assert ann.complaints == []
