"""Takes the pictures of demo and web chat that README and docs show: python -m tests.acceptance.pictures docs/pictures

Names behind the folder, such as demo-late-en, take these alone.
Each is looked at before it goes in; nothing here compares them.
"""

import asyncio
import io
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image

from tests.acceptance.browsers import visitors
from tests.acceptance.demo_page import Demo, demo_page
from tests.acceptance.demo_stories import STORIES, Walker
from tests.acceptance.drawing import caved_in_channel
from tests.acceptance.program import demonstration, office

MOST_KIB = 300
PAPER = {"width": 900, "height": 600}
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


async def of_the_brief(language: str, path: Path) -> None:
    """Take the first chart of a brief, as the leader has it in the chat."""
    async with the_figures(language) as (demo, _):
        link = demo.seats["leader"].part.locator("li[data-id] .photo").first
        source = await link.evaluate(
            "each => (each.closest('a') ?? each.querySelector('a'))?.href ?? each.querySelector('img').src"
        )
        answer = await demo.page.context.request.get(source)
        await keep(await answer.body(), path)


async def of_the_ledger(language: str, path: Path) -> None:
    """Take the page of the public ledger, with the entry of the story."""
    async with the_figures(language) as (demo, url):
        await demo.page.set_viewport_size(PAPER)
        await demo.page.goto(f"{url}/ledger?lang={language}")
        await take(demo.page, path)


@asynccontextmanager
async def the_figures(language: str) -> AsyncIterator[tuple[Demo, str]]:
    """Give the demo with its service's address, once the story of the figures was told to its end."""
    story, _ = STORIES["brief"]
    with tempfile.TemporaryDirectory() as folder:
        async with demonstration(Path(folder), language) as program, demo_page(program.url, language) as demo:
            await demo.begins("brief")
            async for _ in story(Walker(demo, language)):
                pass
            yield demo, program.url


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
    """Take a picture of what the page shows."""
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    await settled(page)
    await keep(await page.screenshot(), path)


async def keep(shot: bytes, path: Path) -> None:
    """Write a picture with few colours, and say how large it is."""
    with Image.open(io.BytesIO(shot)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    content = io.BytesIO()
    few.save(content, "PNG", optimize=True)
    await asyncio.to_thread(path.write_bytes, content.getvalue())
    size = len(content.getvalue()) // 1024
    assert size <= MOST_KIB, f"{path} has {size} KiB"
    print(f"{path}: {size} KiB")


def shots() -> Mapping[str, Callable[[str, Path], Awaitable[None]]]:
    """Return how each picture is taken, by the beginning of its name."""
    stories = {f"demo-{name}": partial(of_a_story, name) for name in STORIES}
    others = {"chat-phone": of_the_chat, "chat-files": of_the_files, "brief": of_the_brief, "ledger": of_the_ledger}
    return {"demo": of_the_demo} | stories | others


async def main(folder: Path, *names: str) -> None:
    """Take all pictures, or those of some names, into a folder that is there."""
    for beginning, shot in shots().items():
        for language in ("zh", "en"):
            name = f"{beginning}-{language}"
            if not names or name in names:
                await shot(language, folder / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
