"""The trail of a case: its events as a chain in which none can be changed, taken out or put in unseen.

A line commits to its content by `commitment` (the digest of a salt and the words), and `link` ties that, with who, when
and by which way, to the line before it. What is chained is the commitment and not the words: erasing somebody's data
drops salt and words of a line, and its link still follows from the one before. Without the salt nobody can try out
which words a commitment belongs to. A day's seal ties the heads of all trails together, and itself to the seal before;
a key that is kept outside of the database signs it.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from operator import itemgetter
from typing import Any, Final

NOTHING: Final = ""
"""The link before the first line, and the digest before the first seal."""

LINES_ERASED: Final = "lines_erased"
"""The kind of the event that says which lines of a trail have lost their words: `lines` in its data are their ids."""

_NAME: Final = 12

_FACTS: Final = ("id", "case_id", "position", "at", "actor_id", "role", "kind", "channel", "public", "digest")
_facts = itemgetter(*_FACTS)


@dataclass(frozen=True, slots=True)
class Trail:
    """The head of a case's trail: how many lines are chained, and the link of the last of them.

    `unchained` counts the lines that are older than the chain; `sealed` the chained ones that the last seal covered.
    """

    case_id: int
    length: int = 0
    link: str = NOTHING
    unchained: int = 0
    sealed: int = 0
    version: int = 0


def commitment(salt: str, content: str) -> str:
    """Return what a line commits to its content by: the digest of its salt and of the content as it is stored."""
    return sha256(f"{salt}\n{content}".encode()).hexdigest()


def link(before: str, row: Mapping[str, Any]) -> str:
    """Return the link of a line, given the link before it and the line's columns as they are stored.

    None of the columns holds a line break, so no two lines come to the same text.
    """
    return sha256("\n".join((before, *map(str, _facts(row)))).encode()).hexdigest()


def signature(key: bytes, number: int, day: date, heads: int, digest: str) -> str:
    """Return the signature of a seal: who can write to the database alone can't make it.

    The digest covers the seals before, so a signature vouches for all of them, too.
    """
    return hmac.digest(key, f"{number}\n{day.isoformat()}\n{heads}\n{digest}".encode(), "sha256").hex()


def key_name(key: bytes) -> str:
    """Return what names a key beside a signature, and gives nothing of it away; "" for no key."""
    return sha256(b"doorstep seal key\n" + key).hexdigest()[:_NAME] if key else ""


class Sealing:
    """The digest of a seal, taken in piece by piece: a day may have more heads than fit into memory."""

    def __init__(self, before: str, number: int, day: date) -> None:
        """Begin the seal of a `day`, after the seal whose digest is `before` (NOTHING for the first)."""
        self._digest = sha256(f"{before}\n{number}\n{day.isoformat()}\n".encode())
        self.heads = 0

    def add(self, case_id: int, length: int, link: str) -> None:
        """Add the head of a trail that has changed since the seal before; by case, in order."""
        self._digest.update(f"{case_id}\n{length}\n{link}\n".encode())
        self.heads += 1

    def digest(self) -> str:
        """Return the digest of all that was added."""
        return self._digest.hexdigest()
