"""A policy in plain words, from its writing to the day on which it holds no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casework.organisation import Organisation
from casework.petitions import Fired


class PolicyState(StrEnum):
    """Where a policy stands. Only one that is SHOWN reaches residents; a REPLACED one has a newer one in its place."""

    WAITING = "waiting"
    RETURNED = "returned"
    SHOWN = "shown"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Words:
    """What a policy says in one language: its title, the matter in plain words, and the full text ("" for none)."""

    title: str = ""
    plain: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What a document of a policy is found by: its title, and its text where it is plain text or Markdown.

    `text` is None until it has been read, and "" for a document of which only the title is searched.
    """

    file_id: int
    title: str
    text: str | None = ""


@dataclass(frozen=True, slots=True)
class Content:
    """All that is written of a policy.

    `words` maps a language ("zh", "en") to what it says in it; there is at least one. `topics` are ids of categories,
    `areas` ids of the areas (and all below them) for which it holds, none for the whole service. `said` are phrases
    that people use for it. It holds from `since` until the end of `until`; None where no day is set. `source` is who
    says so, `link` where the whole document stands, `documents` are the ids of the files that hold it, and `enclosed`
    what those are found by. One that is `public` is posted in the county's public channel as well, once it is approved.
    """

    words: Mapping[str, Words]
    source: str
    topics: tuple[str, ...] = ()
    areas: tuple[int, ...] = ()
    said: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    link: str = ""
    documents: tuple[int, ...] = ()
    public: bool = False
    enclosed: tuple[Enclosed, ...] = ()

    def language(self, wanted: str) -> str:
        """Return the language in which somebody who speaks `wanted` reads it: that one, or the one there is."""
        return wanted if wanted in self.words else next(iter(self.words))

    def in_language(self, wanted: str) -> Words:
        """Return what it says to somebody who speaks `wanted`."""
        return self.words[self.language(wanted)]


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as it is kept. What is approved is never changed: a change is a policy of its own that `replaces` it.

    `key` names the file that it comes from, "" for one written in chat. `written_by` is None for what an administrator
    has loaded at the command line. `why` is what was said when it was sent back or withdrawn.
    `scope` is `scope_of` its areas, None for one that was written before that was noted.
    """

    id: int
    content: Content
    state: PolicyState
    written_by: int | None
    written_at: datetime
    epoch_at: datetime
    key: str = ""
    decided_by: int | None = None
    decided_at: datetime | None = None
    why: str = ""
    replaces: int | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    scope: int | None = None

    def label(self, language: str) -> str:
        """Return the title for somebody who speaks `language`."""
        return self.content.in_language(language).title

    def cited(self, language: str) -> str:
        """Return the title with its source, as a written answer names its basis."""
        title = self.label(language)
        return f"《{title}》（{self.content.source}）" if language == "zh" else f"{title} ({self.content.source})"

    def holds_on(self, day: date) -> bool:
        """Tell whether it is shown on a day: approved, and neither to come nor over."""
        since, until = self.content.since, self.content.until
        return self.state is PolicyState.SHOWN and (since is None or since <= day) and (until is None or day <= until)


def says_the_same(one: Content, other: Content) -> bool:
    """Tell whether two versions say the same in plain words, as far as they share a language: a mended full text, or
    a language that was added, is no news.
    """
    shared = one.words.keys() & other.words.keys()
    return bool(shared) and all(
        (one.words[each].title, one.words[each].plain) == (other.words[each].title, other.words[each].plain)
        for each in shared
    )


def scope_of(content: Content, org: Organisation) -> int | None:
    """Return the smallest area that holds all those of a policy: whoever is over it is over each of them."""
    areas = [org.areas[each] for each in content.areas if each in org.areas]
    if not areas:
        return org.root.id if org.root is not None else None
    return next((above.id for above in org.ancestors(areas[0]) if all(each.within(above) for each in areas)), None)


def concerns(policy: Policy, org: Organisation, area_id: int | None) -> bool:
    """Tell whether a policy concerns an area: it holds there, or somewhere within it. None: nobody said where."""
    if not policy.content.areas or area_id is None:
        return True
    return any(org.within(area_id, each) or org.within(each, area_id) for each in policy.content.areas)
