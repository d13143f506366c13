"""Holding a predicate in SQL against the rule that says the same, over random worlds."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from casework.unit_of_work import Rules
from storage.store import Store
from tests.casework.service import CALENDAR
from tests.storage.raw import open_store

W = TypeVar("W")

RULES = Rules(CALENDAR)


def agree(
    kind: str, folder: Path, worlds: SearchStrategy[W], compare: Callable[[Store, W], Coroutine[Any, Any, None]]
) -> None:
    """Let `compare` hold each of many worlds to what it asserts, all in one store of a kind."""
    with asyncio.Runner() as runner:
        opened = open_store(kind, folder, RULES)
        store = runner.run(opened.__aenter__())

        @settings(max_examples=max(60, settings().max_examples // 2))
        @given(world=worlds)
        def differ_nowhere(world: W) -> None:
            runner.run(compare(store, world))

        try:
            differ_nowhere()
        finally:
            runner.run(opened.__aexit__(None, None, None))
