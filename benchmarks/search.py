"""`python -m benchmarks.search`: is the reply found that belongs to a message, among 1,400?

Each reply of the real data becomes a policy that is shown, and 200 of the messages are asked as questions: over the
program's own verbs and both databases, beside BM25 of the library bm25s over the same texts, cut into words of two
characters as ours are, with its usual figures. The figures of our ranking were found on the other 1,200 messages.
"""

import argparse
import asyncio
import os
import re
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

import bm25s

from benchmarks import databases
from benchmarks.letters import FIRST, Letter, Recall, content, letters, recall
from benchmarks.measure import ROOT
from casework.actions.finding_policies import find
from casework.calendar import Calendar
from casework.policies.policy import Policy, PolicyState
from casework.unit_of_work import Rules
from storage.store import Store

REPLIES: Final = ROOT.parent / "shared" / "data" / "complaints-zh" / "replies.jsonl"

_NOW: Final = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
_AT_ONCE: Final = 200
_RUN: Final = re.compile("[\u4e00-\u9fff]+|[a-z0-9]+")


def by_library(corpus: Sequence[Letter], asked: Sequence[Letter]) -> Recall:
    """Return the recall of bm25s over the same texts."""
    ranking = bm25s.BM25()
    ranking.index([_bigrams(each.reply) for each in corpus], show_progress=False)
    places, _ = ranking.retrieve([_bigrams(each.words) for each in asked], k=FIRST, show_progress=False)
    return recall(asked, [[corpus[place].id for place in row] for row in places])


def _bigrams(text: str) -> list[str]:
    runs = _RUN.findall(text.lower())
    return [word for run in runs for word in ([run] if run.isascii() else map("".join, pairwise(run)))]


async def by_doorstep(server: str, corpus: Sequence[Letter], asked: Sequence[Letter]) -> tuple[Recall, float]:
    """Return our recall over a fresh database of `server`, and the median seconds of a search."""
    calendar = Calendar(databases.ZONE, frozenset(), frozenset(), 2030)
    with tempfile.TemporaryDirectory() as folder:
        async with databases.fresh(server, Path(folder)) as url:
            store = await Store.open(url, Rules(calendar, secret=b"bench"), Random(1))
            try:
                await _fill(store, corpus)
                return await _ask(store, asked)
            finally:
                await store.close()


async def _fill(store: Store, corpus: Sequence[Letter]) -> None:
    for start in range(0, len(corpus), _AT_ONCE):
        async with store.turn(_NOW) as uow:
            for letter in corpus[start : start + _AT_ONCE]:
                uow.put(Policy(letter.id, content(letter), PolicyState.SHOWN, None, _NOW, _NOW, decided_at=_NOW))


async def _ask(store: Store, asked: Sequence[Letter]) -> tuple[Recall, float]:
    found: list[list[int]] = []
    seconds: list[float] = []
    for letter in asked:
        async with store.turn(_NOW) as uow:
            began = time.perf_counter()
            found.append([each.policy.id for each in await find(uow, letter.words)])
            seconds.append(time.perf_counter() - began)
    return recall(asked, found), statistics.median(seconds)


def main() -> int:
    """Measure, and print a line each; return 1 where the library finds more."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--replies", type=Path, default=REPLIES, help="messages with their replies, as JSON lines")
    parser.add_argument("--postgres", default=os.environ.get("DOORSTEP_TEST_PG", ""), help="URL of a server")
    given = parser.parse_args()
    corpus, asked = letters(given.replies)
    library = by_library(corpus, asked)
    _say("bm25s", library)
    missed = False
    for name, server in {"SQLite": "", **({"PostgreSQL": given.postgres} if given.postgres else {})}.items():
        ours, median = asyncio.run(by_doorstep(server, corpus, asked))
        _say(f"Doorstep on {name}", ours, f", {median * 1000:.0f} ms a search (median)")
        missed |= ours.first < library.first or ours.five < library.five
    return int(missed)


def _say(name: str, found: Recall, more: str = "") -> None:
    print(f"{name}: first {found.first:.1f} %, among five {found.five:.1f} %{more}")


if __name__ == "__main__":
    raise SystemExit(main())
