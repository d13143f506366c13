"""What a message says besides its matter: that it was written before, of a court, to whom, for whom, with whom.

Hints propose a question or a mark and decide nothing.
"""

from __future__ import annotations

import re
from typing import Final

from casework import hint_patterns as words

_BEFORE, _AFTER = 24, 14
_SENTENCE_END: Final = re.compile(r".*[。！？!?；;\n]", re.DOTALL)
# A message whose first relative stands here, or that speaks of relatives this often, is about them.
_OPENING, _OFTEN = 70, 5
_SIGNATURE: Final = 40
_LETTERS_FOR_A_SPACE: Final = 12


def wrote_before(text: str) -> bool:
    """Whether the writer says that they complained, petitioned, wrote or called about it before, or were answered."""
    return any(_is_earlier(text, match) for match in words.CONTACT.finditer(text)) or (
        _is_english(text) and bool(words.BEFORE_IN_ENGLISH.search(text))
    )


def names_court(text: str) -> bool:
    """Whether it touches a proceeding: a court, an arbitration, a judgment. A mere threat of one is none."""
    if any(not words.MAYBE.search(_before(text, match)) for match in words.COURT.finditer(text)):
        return True
    found = words.COURT_IN_ENGLISH.search(text) if _is_english(text) else None
    return found is not None and not words.MAYBE_IN_ENGLISH.search(text[: found.start()])


def addressed_to(text: str) -> str:
    """The level that the greeting addresses: "town", "county", "city", "province", "state", or "" for none.

    The highest where it addresses several.
    """
    greeting = words.GREETING.match(text)
    if greeting is None:
        return ""
    return next((level for level, titles in words.LEVELS if titles.search(greeting[0])), "")


def for_other(text: str) -> bool:
    """Whether someone writes for another grown-up: a parent, a neighbour, whoever asked them to."""
    if words.ON_BEHALF.search(text) or words.OF_OTHER.search(text, 0, _OPENING):
        return True
    if words.OF_OTHER.search(text) and len(words.OTHER.findall(text)) >= _OFTEN:
        return True
    return _is_english(text) and bool(words.ON_BEHALF_IN_ENGLISH.search(text))


def collective(text: str) -> bool:
    """Whether several people write together, or one for many."""
    if words.TOGETHER.search(text) or words.SIGNED_TOGETHER.search(text, max(0, len(text) - _SIGNATURE)):
        return True
    return _is_english(text) and bool(words.TOGETHER_IN_ENGLISH.search(text))


def _is_earlier(text: str, match: re.Match[str]) -> bool:
    """Whether a word of contact tells of one that was made, or of a reply that was given."""
    word = match[0]
    if word in words.ALONE:
        return True
    before = _before(text, match)
    after = text[match.end() : match.end() + _AFTER]
    if word in words.REPLIES:
        return not words.WISHED.search(before) and bool(words.GIVEN.search(before) or words.SAYS.match(after))
    if words.AGAIN.search(before):
        return True
    if word in words.ONLY_AGAIN or words.NOT_MADE.search(before):
        return False
    return bool(words.EARLIER.search(before) or words.OVER.match(after))


def _before(text: str, match: re.Match[str]) -> str:
    """What stands before a match in its sentence."""
    return _SENTENCE_END.sub("", text[max(0, match.start() - _BEFORE) : match.start()])


def _is_english(text: str) -> bool:
    """Whether it is worth a look for English words: they stand between spaces."""
    return text.count(" ") * _LETTERS_FOR_A_SPACE > len(text)
