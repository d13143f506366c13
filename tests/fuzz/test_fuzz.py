"""Random updates and requests, valid and broken: no unhandled error, no conversation stuck, memory flat.

The long runs, by hand: make fuzz
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.databases import KINDS, fresh_database
from tests.fuzz import course, web_course

UPDATES = {"sqlite": 13_000, "postgres": 7_000}
MOST_GROWN = 40
"""Megabytes that a short run may still take after its first quarter: caches fill, and a leak shows in the long run."""
REQUESTS = {"sqlite": 13_000, "postgres": 7_000}
SEED = 1988


@pytest.mark.timeout(600)
# The library warns of its own attribute when it reads an update of that type.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
async def test_no_update_whatever_it_holds_breaks_anything(
    kind: str, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    async with fresh_database(kind, tmp_path) as url:
        found = await course.run(url, UPDATES[kind], SEED)
    record_property("figures", f"{kind}: {found.report()}")
    assert found.wrong == {}
    assert found.grown < MOST_GROWN
    # Nothing wrong with nothing done would prove nothing.
    assert found.handled > UPDATES[kind] / 2
    assert found.aside > UPDATES[kind] / 10
    assert found.cases > 20
    assert found.fired > 200


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", KINDS)
async def test_no_request_whatever_it_holds_breaks_the_web_chat(
    kind: str, tmp_path: Path, record_property: Callable[[str, str], None]
) -> None:
    async with fresh_database(kind, tmp_path) as url:
        found = await web_course.run(url, REQUESTS[kind], SEED)
    record_property("figures", f"{kind}: {found.report()}")
    assert found.wrong == {}
    assert found.grown < MOST_GROWN
    assert found.statuses[202] > REQUESTS[kind] / 4
    assert found.refused > REQUESTS[kind] / 4
