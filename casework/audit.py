"""Checking the record: whether a trail is as it was written, and what is wrong where it is not.

Pure: what stands in the database is handed in, and what is wrong with it comes out. Nothing is mended.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from casework.trail import LINES_ERASED, NOTHING, Trail, commitment, link

Row = Mapping[str, Any]
"""A line of a timeline by its columns, as it is stored."""


class Fault(StrEnum):
    """What can be wrong with the record."""

    CHANGED = "changed"  # a line is not what was written there, or has another place
    WORDS = "words"  # who and when are right, the words are others
    MISSING = "missing"  # lines were taken out
    ADDED = "added"  # a line was put in
    HEAD = "head"  # the head of the trail was changed
    OLDER = "older"  # lines from before the chain were put in or taken out
    NO_CASE = "no_case"  # a trail whose case is gone
    NO_TRAIL = "no_trail"  # a case, or lines, whose trail is gone
    SEALED = "sealed"  # a line is not the one that a seal covered
    UNSEALED = "unsealed"  # a seal covered the trail, and what it covered is gone
    SEAL = "seal"  # a seal, or what it covers, was changed
    NO_SEAL = "no_seal"  # a seal is gone
    SIGNATURE = "signature"  # a seal's signature is not that of its key
    NO_KEY = "no_key"  # a seal is signed with a key that is not known
    UNSIGNED = "unsigned"  # a seal is not signed, and was made after seals are signed


@dataclass(frozen=True, slots=True)
class SealedHead:
    """The head of a trail as the seal of that number covered it."""

    number: int
    length: int
    link: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong: with the lines `first` to `last` of a case (0: none in particular), or with a seal.

    Lines count from the first that is chained. `case` is the case's label as people read it ("" for none known).
    """

    fault: Fault
    case_id: int | None = None
    case: str = ""
    first: int = 0
    last: int = 0
    seal: int | None = None


def check(
    trail: Trail, rows: Sequence[Row], sealed: Collection[SealedHead] = (), covered: int | None = None, case: str = ""
) -> Iterator[Flaw]:
    """Yield what is wrong with a case's trail, line by line.

    `rows` are all lines of the case, in any order, `sealed` its heads as seals covered them, and `covered` the length
    of the longest of these (None for none). A line without a salt has lost its words by erasing: then a later line
    says so.
    """

    def flaw(fault: Fault, first: int = 0, last: int | None = None, seal: int | None = None) -> Flaw:
        return Flaw(fault, trail.case_id, case, first, first if last is None else last, seal)

    chained = sorted((row for row in rows if row["position"] > 0), key=lambda row: (row["position"], row["id"]))
    if len(rows) - len(chained) != trail.unchained:
        yield flaw(Fault.OLDER)
    erased = _erased(chained)
    lines: dict[int, Row] = {}
    before: str | None = NOTHING
    last = 0
    for position, group in groupby(chained, key=lambda row: int(row["position"])):
        there = list(group)
        if position > trail.length:
            yield flaw(Fault.ADDED, position)
            continue
        if position > last + 1:
            yield flaw(Fault.MISSING, last + 1, position - 1)
            before = None
        row = next((each for each in there if _follows(each, before)), there[0])
        if len(there) > 1:
            yield flaw(Fault.ADDED, position)
        if not _follows(row, before):
            yield flaw(Fault.CHANGED, position)
        elif not _has_its_words(row, erased):
            yield flaw(Fault.WORDS, position)
        lines[position], before, last = row, row["link"], position
    if last < trail.length:
        yield flaw(Fault.MISSING, last + 1, trail.length)
    elif before != trail.link:
        yield flaw(Fault.HEAD, last)
    for head in sealed:
        line = lines.get(head.length)
        if line is None or line["link"] != head.link:
            yield flaw(Fault.SEALED, head.length, seal=head.number)
    if trail.sealed != (covered or 0):
        yield flaw(Fault.UNSEALED, trail.sealed)


def _erased(rows: Sequence[Row]) -> frozenset[int]:
    """Return the ids of the lines of which the trail itself says that their words were erased."""
    found: set[int] = set()
    for row in rows:
        if row["kind"] == LINES_ERASED and _keeps_its_word(row):
            found.update(json.loads(row["data"])["lines"])
    return frozenset(found)


def _follows(row: Row, before: str | None) -> bool:
    """Tell whether a line is tied to the one before it; where that is gone (None), nobody can tell."""
    return before is None or link(before, row) == row["link"]


def _has_its_words(row: Row, erased: Collection[int]) -> bool:
    if not row["salt"]:
        return row["id"] in erased
    return _keeps_its_word(row)


def _keeps_its_word(row: Row) -> bool:
    return commitment(row["salt"], row["data"]) == str(row["digest"])
