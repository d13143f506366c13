"""Whoever tries /policies in the demo finds the samples, in both languages and marked as such, after every story."""

from pathlib import Path

import pytest

from bot.demo.player import Player
from bot.demo.scenes import TOUR
from bot.demo.stage import Stage
from tests.bot.demo.test_scenes import a_stage, heard

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def looks(stage: Stage, language: str, words: str) -> str:
    """Let the resident look for a policy; return what stands in the chat then."""
    player = Player(stage.desk, stage.desk.clock.now, language)  # type: ignore[arg-type]
    await player.writes("resident", f"/policies {words}")
    return await heard(stage, "resident")


@LANGUAGES
async def test_a_newcomer_finds_samples_that_say_that_they_are(tmp_path: Path, language: str) -> None:
    async with a_stage(tmp_path, language) as stage:
        await stage.speak(language)
        said = await looks(stage, language, {"en": "money for old people", "zh": "八十岁老人有补贴吗"}[language])
        assert {"en": "Old-age allowance (sample)", "zh": "高龄津贴（样例）"}[language] in said
        await stage.play(TOUR)
        said = await looks(stage, language, {"en": "my house is unsafe", "zh": "房子要塌了有补助吗"}[language])
        assert {"en": "Aid for unsafe houses (sample)", "zh": "危房改造补助（样例）"}[language] in said


async def test_they_are_there_once_however_often_it_starts(tmp_path: Path) -> None:
    for _ in range(2):
        async with a_stage(tmp_path, "en") as stage, stage.desk.store.turn(stage.clock.now()) as uow:
            day = uow.rules.calendar.day(uow.now)
            assert len(await uow.policies_newest(day, 20)) == 3
            assert await uow.broadcasts_for(list(uow.org.areas), 20) == []
