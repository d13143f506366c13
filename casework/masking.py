"""Masking what tells who a person is: identity and phone numbers, accounts, and the names of those who write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from casework.marks import blanked
from casework.masked_names import COVER, names
from casework.masked_numbers import numbers

What = Literal["identity", "phone", "name", "account"]

# Round and dark, in no language, and the same length whatever stood there.
_NUMBER_MARK: Final = "●●●●●●"
NAME_MARK: Final = "●●"
"""What stands for a name."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A part of a text, text[start:end], that tells who somebody is. E-mail addresses and chat ids are accounts."""

    start: int
    end: int
    what: What


def traces(text: str) -> list[Trace]:
    """What in a text tells who its writer is, from left to right, none overlapping.

    Petition numbers, dates, amounts and house numbers are none, nor are the names of the people complained of.
    """
    text = blanked(text)
    found = [Trace(*each) for each in numbers(text)]
    covered = text
    for trace in found:
        covered = covered[: trace.start] + COVER * (trace.end - trace.start) + covered[trace.end :]
    found += [Trace(start, end, "name") for start, end in names(covered)]
    found.sort(key=lambda trace: (trace.start, -trace.end))
    apart: list[Trace] = []
    for trace in found:
        if not apart or trace.start >= apart[-1].end:
            apart.append(trace)
        elif trace.end > apart[-1].end:
            apart[-1] = Trace(apart[-1].start, trace.end, apart[-1].what)
    return apart


def mask(text: str, also: Iterable[str] = ()) -> str:
    """The text with black circles for its traces: six for a number, two for a name. Masking again changes nothing.

    `also` are names and numbers that are known otherwise, and are traces wherever they stand.
    """
    for known in sorted(filter(None, also), key=len, reverse=True):
        text = text.replace(known, NAME_MARK)
    # Once more where something was masked: "Name" after a digit is no word of its own, after a circle it is.
    while found := traces(text):
        text = _with_circles(text, found)
    return text


def _with_circles(text: str, found: Sequence[Trace]) -> str:
    pieces: list[str] = []
    done = 0
    for trace in found:
        pieces += (text[done : trace.start], NAME_MARK if trace.what == "name" else _NUMBER_MARK)
        done = trace.end
    return "".join((*pieces, text[done:]))
