"""What residents may ask to hear of: the service's own topics, and those that a county names itself."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from casework.broadcasts.subscriptions import Topic
from casework.categories import CATEGORY_BY_ID

MOST: Final = 12
NAME: Final = 24
"""Topics that are offered, and the characters of a name: each is a button."""

_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,19}")


@dataclass(frozen=True, slots=True)
class NewsTopic:
    """A topic that is offered. One of `Topic` may go without names: then it has the service's own.

    Whoever follows it hears of the policies about one of its `categories`, too. What is stored is the `id`.
    """

    id: str
    name: str = ""
    name_en: str = ""
    categories: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Return the county's own name of it; "" where it has the service's."""
        return self.name if language == "zh" else self.name_en


DEFAULT: Final = tuple(NewsTopic(each.value) for each in Topic)


def ids_of(offered: Iterable[NewsTopic]) -> list[str]:
    """Return the ids of topics, in their order."""
    return [each.id for each in offered]


def about(offered: Iterable[NewsTopic], categories: Iterable[str]) -> list[str]:
    """Return the ids of the topics that a county has named for one of these categories."""
    wanted = set(categories)
    return [each.id for each in offered if wanted & set(each.categories)]


def problem_of(offered: Sequence[NewsTopic]) -> str:
    """Return what is wrong with the topics of a county, "" for nothing."""
    ids = ids_of(offered)
    if not ids or len(ids) > MOST:
        return f"needs one topic at least, and {MOST} at most"
    if len(set(ids)) < len(ids):
        return "names a topic twice"
    return next((problem for each in offered if (problem := _problem(each))), "")


def _problem(topic: NewsTopic) -> str:
    names: Mapping[str, str] = {"name": topic.name, "name_en": topic.name_en}
    if not _ID.fullmatch(topic.id):
        return f"{topic.id!r} is no id: small letters, digits and _, beginning with a letter, 20 at most"
    own = topic.id not in set(Topic)
    for key, name in names.items():
        if (own or any(names.values())) and not name.strip():
            return f"{topic.id!r} needs a {key}: residents choose by it"
        if len(name) > NAME:
            return f"{topic.id!r}: {key} has {len(name)} characters, {NAME} at most"
    for category in topic.categories:
        if category not in CATEGORY_BY_ID:
            return f"{topic.id!r}: {category!r} is no category; there are {', '.join(CATEGORY_BY_ID)}"
    return ""
