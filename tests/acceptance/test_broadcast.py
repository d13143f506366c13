"""A broadcast to some thousands, killed while it runs: everybody has it, and twice only what was under way.

By hand, to a hundred thousand: python -m tests.acceptance.broadcast
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.broadcast_run import run
from tests.databases import KINDS, fresh_database

SUBSCRIBERS = 2_000
KILLS = 4
ASKING = 40
SPEED = 10
SEED = 2022


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", KINDS)
async def test_everybody_has_it_once_however_often_the_program_is_killed(
    kind: str, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    async with fresh_database(kind, tmp_path) as url:
        course = await run(tmp_path, url, SUBSCRIBERS, KILLS, SPEED, ASKING, SEED)
    record_property("figures", course.report())
    assert course.wrong() == {}
    assert course.kills == KILLS
    assert course.deepest <= 100
