"""Real messages to a government with its replies, as questions with the one answer that belongs to each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from casework.policies.policy import Content, Words

SEED, CORPUS, ASKED = 1988, 1400, 200
FIRST: Final = 5
"""Answers that are looked at."""


@dataclass(frozen=True)
class Letter:
    """A message to a government, and what it replied."""

    id: int
    words: str
    reply: str


@dataclass(frozen=True)
class Recall:
    """How many in a hundred questions have their own reply as the first one, and among the first five."""

    first: float
    five: float


def letters(path: Path) -> tuple[list[Letter], list[Letter]]:
    """Return the 1,400 letters whose replies are searched, and the 200 of them that are asked."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rng = Random(SEED)
    corpus = [Letter(row["id"], f"{row['title']}\n{row['text']}", row["reply"]) for row in rng.sample(rows, CORPUS)]
    return corpus, rng.sample(corpus, ASKED)


def content(letter: Letter) -> Content:
    """Return a reply as a policy that has nothing but a text."""
    return Content({"zh": Words("", "", letter.reply)}, "-")


def recall(asked: Sequence[Letter], found: Sequence[Sequence[int]]) -> Recall:
    """Return the recall of answers, which are ids, the best first."""
    pairs = list(zip(asked, found, strict=True))
    first = sum(ids[:1] == [each.id] for each, ids in pairs)
    five = sum(each.id in ids[:FIRST] for each, ids in pairs)
    return Recall(100 * first / len(pairs), 100 * five / len(pairs))
