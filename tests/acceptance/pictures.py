"""Takes the pictures of demo and web chat that README and docs show: python -m tests.acceptance.pictures docs/pictures

Each is looked at before it goes in; nothing here compares them.
"""

import asyncio
import io
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

from tests.acceptance.browsers import visitors
from tests.acceptance.demo_page import demo_page
from tests.acceptance.demo_stories import STORIES, Walker
from tests.acceptance.drawing import caved_in_channel
from tests.acceptance.program import demonstration, office

MOST_KIB = 300
COLOURS = 256
"""As many as a picture of few colours needs: it has a third of the bytes then."""

STORY = {
    "en": {
        "matter": "A new matter",
        "late": "late",
        "ask": "Ask the resident",
        "question": "How wide is the gap, and is there water in the channel above it?",
        "answer": "As long as a cart; above it the channel is full",
        "channel": "The irrigation channel at Huanxiwan Village has caved in, no water reaches our fields",
        "water": "No tap water in Shaiguping for two days, and nobody says when it will be back",
        "card": "You're telling us",
        "filed": "Your number",
        "photo": "The channel at Huanxiwan Village has caved in",
    },
    "zh": {
        "matter": "是新的事",
        "late": "过期",
        "ask": "问居民",
        "question": "塌了多长？上面还有水吗？",
        "answer": "有一辆板车那么长，上面的水是满的",
        "channel": "浣溪湾村的水渠塌了一段，田里进不了水",
        "water": "晒谷坪村停水两天了，没人说什么时候来",
        "card": "您说的是",
        "filed": "号码",
        "photo": "浣溪湾村的水渠塌了一段，田里进不了水",
    },
}


async def of_the_demo(language: str, path: Path) -> None:
    """Take the demo in the middle of a story: a case that was left lying climbs, and another is asked about."""
    said = STORY[language]
    with tempfile.TemporaryDirectory() as folder:
        async with demonstration(Path(folder)) as program, demo_page(program.url, language) as demo:
            await demo.tries(0)
            await demo.resident.taps(demo.words["Send"])
            await demo.cadre.taps(demo.words["Accept"])
            await demo.cadre.reads("⏰")
            for _ in range(8):
                await demo.moves("week")
            head = demo.seats["head"].part.locator(".log")
            while (await head.inner_text()).count(said["late"]) < 2:
                await demo.moves("day")
            await demo.resident.writes(said["channel"])
            await demo.resident.taps(said["matter"])
            await demo.resident.reads(said["card"])
            await demo.resident.taps(demo.words["Send"])
            await demo.cadre.reads(re.escape(said["channel"]))
            await demo.cadre.taps(demo.words["Accept"])
            await settled(demo.page)
            await demo.cadre.taps(said["ask"])
            await settled(demo.page)
            await demo.cadre.writes(said["question"])
            await demo.resident.reads(re.escape(said["question"]))
            await demo.resident.writes(said["answer"])
            await demo.cadre.reads(re.escape(said["answer"]))
            await take(demo.page, path)


async def of_a_story(name: str, language: str, path: Path) -> None:
    """Take one of the demo's stories where most of it can be seen."""
    story, _ = STORIES[name]
    with tempfile.TemporaryDirectory() as folder:
        async with demonstration(Path(folder), language) as program, demo_page(program.url, language) as demo:
            await demo.begins(name)
            async for _ in story(Walker(demo, language)):
                await take(demo.page, path)


async def of_the_chat(language: str, path: Path) -> None:
    """Take the web chat on a phone: the card, the number, and the next matter."""
    said = STORY[language]
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/chat.db"
        async with office(Path(folder), database) as service, visitors(service.url, language) as (ann,):
            await ann.writes(said["channel"])
            await ann.reads(said["card"])
            await ann.taps({"en": "Send", "zh": "交上去"}[language])
            await ann.reads(said["filed"])
            await ann.writes(said["water"])
            await ann.taps(said["matter"])
            await ann.reads(said["card"])
            await take(ann.page, path)


async def of_the_files(language: str, path: Path) -> None:
    """Take the web chat on a phone: a photo has come, and what is still to be said is being spoken."""
    said = STORY[language]
    with tempfile.TemporaryDirectory() as folder:
        photo = written(Path(folder, "IMG_2031.jpg"), caved_in_channel())
        database = f"sqlite:///{folder}/chat.db"
        async with office(Path(folder), database) as service, visitors(service.url, language) as (ann,):
            await ann.page.context.grant_permissions(["microphone"], origin=service.url)
            await ann.chooses(photo)
            await ann.writes(said["photo"])
            await ann.reads(said["card"])
            await ann.part.locator("li[data-id] .photo img").wait_for()
            await ann.part.locator('[data-part="voice"]').click()
            await ann.part.locator('[data-part="voice-time"]').filter(has_text="0:07").wait_for()
            await take(ann.page, path)


def written(path: Path, content: bytes) -> Path:
    """Write a file, and return its path."""
    path.write_bytes(content)
    return path


async def settled(page: Any) -> None:
    """Wait until what moves has come to rest."""
    await page.wait_for_timeout(1_500)


async def take(page: Any, path: Path) -> None:
    """Take a picture, and say how large it is."""
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    await settled(page)
    with Image.open(io.BytesIO(await page.screenshot())) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    content = io.BytesIO()
    few.save(content, "PNG", optimize=True)
    await asyncio.to_thread(path.write_bytes, content.getvalue())
    size = len(content.getvalue()) // 1024
    assert size <= MOST_KIB, f"{path} has {size} KiB"
    print(f"{path}: {size} KiB")


async def main(folder: Path) -> None:
    """Take all pictures into a folder that is there."""
    for language in ("zh", "en"):
        await of_the_demo(language, folder / f"demo-{language}.png")
        for name in STORIES:
            await of_a_story(name, language, folder / f"demo-{name}-{language}.png")
        await of_the_chat(language, folder / f"chat-phone-{language}.png")
        await of_the_files(language, folder / f"chat-files-{language}.png")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
