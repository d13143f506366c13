"""The stories of the demo: each beginning plays, in both languages and in turn, and their texts are there."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovedClock, machine_now
from bot.composition import open_store, open_vault
from bot.demo.player import Missing, Player
from bot.demo.scenes import SCENES, TOUR, Scene
from bot.demo.seats import SEATS, SHEETS, address_of
from bot.demo.stage import CLEARED, Stage
from bot.desk import Desk
from bot.jobs import Jobs
from bot.provision import provision, sample_organisation
from bot.secret import Secret
from bot.settings import Settings, Storage
from bot.signing import sign_works
from bot.sweep import Sweep
from bot.web import history
from bot.web.channel import WebChannel
from bot.web.texts import texts
from storage.tables import TABLES

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
STAY = {"people", "addresses", "posts", "groups", "invites"}
"""Tables of those who play, who are there before and after."""


@asynccontextmanager
async def a_stage(folder: Path, language: str) -> AsyncIterator[Stage]:
    """Give a stage as the demo has it, without a page."""
    settings = Settings(storage=Storage(url=Secret(f"sqlite:///{folder}/demo.db"), files=str(folder / "files")))
    store = await open_store(settings)
    try:
        await provision(store, sample_organisation(), machine_now())
        clock = MovedClock()
        desk = Desk(store, {WebChannel.name: WebChannel()}, clock, machine_now)
        works = sign_works(store, await open_vault(settings, store), "http://127.0.0.1:8080")
        stage = await Stage.set(desk, Sweep(desk), clock, language)
        running = [asyncio.ensure_future(each()) for each in (desk.run, Jobs(desk, works, machine_now).run)]
        try:
            yield stage
        finally:
            for each in running:
                each.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await each
    finally:
        await store.close()


async def heard(stage: Stage, seat: str) -> str:
    """Return what stands in a seat's chat."""
    messages, _ = await history.page(stage.desk.store, address_of(seat), history.LAST)
    return "\n".join(each.text for each in messages)


@LANGUAGES
async def test_every_beginning_plays_after_every_other(tmp_path: Path, language: str) -> None:
    last = {
        "late": ("cadre", {"en": "last day today", "zh": "今天到期|最后一天"}),
        "time": ("resident", {"en": "too wet for concrete", "zh": "混凝土还浇不了"}),
        "review": ("resident", {"en": "Rural road rules, article 9", "zh": "农村公路养护办法第九条"}),
        "onsite": ("cadre", {"en": "the resident is coming", "zh": "居民在场"}),
        "brief": ("leader", {"en": "For which days", "zh": "看哪几天"}),
        "joint": ("neighbour", {"en": "Do you sign, too", "zh": "您也签吗|您也签"}),
        "reception": ("resident", {"en": "Your number: 1", "zh": "您是 1 号"}),
    }
    async with a_stage(tmp_path, language) as stage:
        for name in (*last, *reversed(last)):
            await stage.play(name)
            seat, words = last[name]
            said = await heard(stage, seat)
            assert any(each in said for each in words[language].split("|")), f"{name}: {said}"
            assert stage.scene is SCENES[name]
        await stage.play(TOUR)
        assert [await heard(stage, seat) for seat in SEATS] == [""] * len(SEATS)


async def test_the_story_that_was_played_is_remembered(tmp_path: Path) -> None:
    async with a_stage(tmp_path, "en") as stage:
        await stage.play("joint")
        now = stage.clock.now()
    async with a_stage(tmp_path, "en") as stage:
        assert stage.scene.name == "joint"
        # The story is days ahead; its clock stood still between the two.
        assert stage.clock.now() > now - timedelta(minutes=1)


async def test_a_button_that_is_not_there_is_missed(tmp_path: Path) -> None:
    async with a_stage(tmp_path, "en") as stage:
        player = Player(stage.desk, stage.desk.clock.now, "en")  # type: ignore[arg-type]
        with pytest.raises(Missing, match="cadre has no button for accept"):
            await player.taps("cadre", "accept")


def test_starting_over_leaves_nothing_of_what_was_kept() -> None:
    assert {table.name for table in TABLES} - STAY <= set(CLEARED)


@LANGUAGES
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_every_story_has_its_texts(scene: Scene, language: str) -> None:
    text = texts(language)
    keys = [f"demo-scene-{scene.name}", f"demo-begins-{scene.name}"]
    keys += [f"demo-step-{scene.name}-{number}" for number, _ in enumerate(scene.steps, 1)]
    keys += [f"demo-try-{scene.name}-{seat}-{n}" for seat, most in scene.tries.items() for n in range(1, most + 1)]
    assert all(text[key] for key in keys)
    assert len(scene.front) == len(SHEETS)
    assert all(seat in sheet for seat, sheet in zip(scene.front, SHEETS, strict=True))
    assert all(step.after < number for number, step in enumerate(scene.steps, 1))
    assert all(step.act == "clock" or step.act.split()[0] in SEATS for step in scene.steps)
