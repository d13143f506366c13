"""What the doctor finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold, and what to do. Both are sentences for an administrator who is no programmer."""

    wrong: str
    do: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked at, in a few words, and what is wrong with it: nothing where `findings` is empty."""

    at: str
    findings: Sequence[Finding] = ()


def some(ids: Iterable[object], most: int = 5) -> str:
    """Return the first few of what was found, as a list in a sentence."""
    shown = [str(each) for each in ids]
    more = f" and {len(shown) - most} more" if len(shown) > most else ""
    return ", ".join(shown[:most]) + more
