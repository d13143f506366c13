"""What people write instead of tapping: the words on a button, or what everybody says in its place.

All is read narrowly: only a message that is nothing else. The phrases stand in the texts, parted by "|".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from handlers import texts

_SIGNS: Final = frozenset("👍👌🙏👏🤝👋💪✌☺😀😃😄😁😊🙂❤🌹💐✅")
_MARKS: Final = frozenset(
    ["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sk", "Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"]
)
"""Categories of Unicode that are no words: punctuation, spaces, and what only changes the sign before it."""

_LONGEST: Final = 100
"""Characters of a phrase with all marks around it; whoever writes more has more to say."""

_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")


def plain(words: str) -> str:
    """Return words as they are compared: wide letters and digits as narrow ones, small letters, nothing around them."""
    return _EDGES.sub("", unicodedata.normalize("NFKC", words).casefold().replace("’", "'"))


def is_same(name: str, words: str) -> bool:
    """Tell whether words are a name, but for what `plain` takes away."""
    # Most words are a whole complaint: no name is looked for in that.
    return len(words) <= len(name) + _LONGEST and plain(words) == plain(name)


def says(language: str, key: str, words: str) -> bool:
    """Tell whether words are one of the phrases of the text `key`, and nothing else."""
    return bool(meant(language, [key], words))


def meant(language: str, keys: Iterable[str], words: str) -> str:
    """Return the first of the texts `keys` of whose phrases the words are one; "" for any other words."""
    if len(words) > _LONGEST:
        return ""
    said = plain(words)
    return next((key for key in keys if said in _phrases(language, key)), "")


def asks(words: str) -> bool:
    """Tell whether words are put as a question: "done?" says nothing of the kind."""
    return "?" in unicodedata.normalize("NFKC", words)


def only_marks(words: str) -> bool:
    """Tell whether words are but marks, and signs of thanks or assent: "?", "……" or a thumb. Another picture may tell
    something to who can't write: a flame.
    """
    return all(each in _SIGNS or unicodedata.category(each) in _MARKS for each in words)


@lru_cache(maxsize=64)
def _phrases(language: str, key: str) -> frozenset[str]:
    return frozenset(map(plain, texts.plain(language, key).split("|")))
