"""A village put into each text: whether it is found, however people name it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bot.replay.files import Complaint
from casework.areas import Area
from casework.organisation import Organisation
from casework.words import clean

FORMS: Final = ("bare", "with township", "with county")
"""How a village is named: by its name with its suffix alone, or beside the township or the county it lies in."""

_SENTENCES: Final[Mapping[str, Sequence[str]]] = {
    "zh": ("我家住{}。", "地点在{}，请看看。", "反映{}的问题。", "{}这边一直没人管。", "我是{}的居民。"),
    "en": ("This is in {}. ", "I live in {}. ", "It happened near {}, please have a look. ", "{} needs help. "),
}
_ENDS: Final = re.compile(r"[。！？\n]|[.!?]\s")


@dataclass
class Finds:
    """What became of the villages of one kind of name, in one form."""

    right: int = 0
    offered: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.right + self.offered + self.wrong + self.missed


Counts = dict[tuple[str, bool], Finds]
"""By form, and whether several villages share the name."""


def put_villages(organisation: Organisation, complaints: Iterable[Complaint], seed: int = 1) -> Counts:
    """Put a village, drawn by lot, into each text in each form, and look for it as a draft does.

    It is right where it is taken for certain, wrong where another place is, offered where it is among the places that
    may be meant. Texts in English take villages that have an English name; where none has, they are left out.
    """
    rng = Random(seed)  # noqa: S311 - repeatable on purpose
    villages = [area for area in organisation.areas.values() if area.level == "village" and area.active]
    named = {"zh": villages, "en": [village for village in villages if village.name_en]}
    shared = {language: Counter(village.label(language) for village in those) for language, those in named.items()}
    counts: Counts = {(form, is_shared): Finds() for form in FORMS for is_shared in (False, True)}
    for complaint in complaints:
        language = complaint.language
        if not complaint.words or not named[language]:
            continue
        village = rng.choice(named[language])
        sentence, share = rng.choice(_SENTENCES[language]), rng.random()
        for form in FORMS:
            name = _called(organisation, village, form, language)
            if name:
                text = clean(_put_in(complaint.words, sentence.format(name), share))
                key = (form, shared[language][village.label(language)] > 1)
                _look(organisation, text, village, counts[key])
    return counts


def _called(organisation: Organisation, village: Area, form: str, language: str) -> str:
    """Return what a village is called in a form; "" where nothing is known to lie above it."""
    name = village.label(language)
    if form == "bare":
        return name
    level = "town" if form == "with township" else "county"
    above = next((area for area in organisation.ancestors(village) if area.level == level), None)
    if above is None:
        return ""
    return f"{name}, {above.label(language)}" if language == "en" else above.label(language) + name


def _put_in(words: str, sentence: str, share: float) -> str:
    """Put a sentence where another one begins, about as far into the text as `share` says."""
    beginnings = [0, *(end.end() for end in _ENDS.finditer(words))]
    at = beginnings[int(share * len(beginnings))]
    return words[:at] + sentence + words[at:]


def _look(organisation: Organisation, text: str, village: Area, finds: Finds) -> None:
    found = organisation.gazetteer.find(text)
    if found.certain:
        if found.area == village:
            finds.right += 1
        else:
            finds.wrong += 1
    elif village in found.candidates:
        finds.offered += 1
    else:
        finds.missed += 1
