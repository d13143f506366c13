"""A broadcast: one thing told once to everybody who has asked for such news, and what has become of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.organisation import Organisation
from casework.petitions import Fired

WORDS: Final = "words"
"""The kind of a broadcast that says what somebody has written."""

SUBJECT: Final = "subject"
"""Under which of its `words` a broadcast of another kind has the id of what it tells of."""


class BroadcastState(StrEnum):
    """How far a broadcast is. Stored: a value never changes."""

    DRAFT = "draft"  # its writer looks at it
    WAITING = "waiting"  # a second person is to look at it
    RUNNING = "running"
    STOPPED = "stopped"  # by hand, and may go on
    DONE = "done"
    ENDED = "ended"  # by hand, for good: whoever has not got it gets it no more
    DROPPED = "dropped"  # thrown away, or not approved: nobody has got it


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is told: whoever has asked for one of the `topics` (none: for anything), in the area, in one below it, or in
    one around it; and the county's public channel with `public`.
    """

    area_id: int
    topics: tuple[str, ...] = ()
    public: bool = False

    def of(self, offered: Iterable[str]) -> list[str]:
        """Return the topics, each named, out of those that are offered: nobody hears of what is not, any more."""
        return [each for each in offered if not self.topics or each in self.topics]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people an audience has; `blocked` of them can't be reached."""

    people: int
    blocked: int

    @property
    def reached(self) -> int:
        """How many will get it."""
        return self.people - self.blocked


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody of an audience: where they are reached, in which language, and whether they have been `told` before."""

    person_id: int
    home: str
    language: str
    reachable: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What has become of a broadcast, in people.

    `handed` were handed to their channel, with the public one; of them `sent` have it, `waiting` do not have it yet,
    and `failed` did not get it. `blocked` could not be reached, before or now; `left` have left since it began.
    """

    handed: int = 0
    sent: int = 0
    waiting: int = 0
    failed: int = 0
    blocked: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One thing that is told to an audience.

    `thing` names what is told ("policy:12"): nobody hears of the same thing twice, by whichever broadcast. `kind` says
    who puts it into words; with WORDS they are `words`, by language, else those say what the thing is called, and its
    SUBJECT. `area_id`, `topics` and `public` are its audience. `by` wrote it, when it had that `reach`; `approved_by`
    let it out.

    Everyone up to the person `after` was handed to their channel, or passed over; `blocked` of them could not be
    reached. It is `exhausted` once nobody is left to hand it to. What is with the channel and has not gone out is
    `held` while it is stopped, and at night. `tally` is what came of it, once it is over. `epoch` and
    `fired` as of a case.
    """

    id: int
    thing: str
    kind: str
    area_id: int
    topics: tuple[str, ...]
    public: bool
    words: Mapping[str, str]
    by: int | None
    at: datetime
    state: BroadcastState = BroadcastState.DRAFT
    asked_at: datetime | None = None
    approved_by: int | None = None
    approved_at: datetime | None = None
    ended_at: datetime | None = None
    after: int = 0
    handed: int = 0
    blocked: int = 0
    exhausted: bool = False
    held: bool = False
    tally: Tally | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    reach: Reach | None = None

    @property
    def audience(self) -> Audience:
        """Who is told."""
        return Audience(self.area_id, self.topics, self.public)

    @property
    def subject(self) -> int:
        """The id of what it tells of; 0 for what somebody has written."""
        return int(self.words.get(SUBJECT, 0))

    @property
    def waits_since(self) -> datetime | None:
        """Since when it waits for somebody's decision; None where it waits for nobody."""
        return self.asked_at if self.state in {BroadcastState.WAITING, BroadcastState.STOPPED} else None

    def text(self, language: str) -> str:
        """Return its words in a language; where nobody has put them into it, those that there are."""
        return self.words.get(language) or next(iter(self.words.values()), "")


def tally_of(broadcast: Broadcast, states: Mapping[str, int], left: int) -> Tally:
    """Return what has become of a broadcast: from the states of its messages in the outbox, and how many have left.

    Who reads in the web chat has no row there, and has it as soon as it is handed over.
    """
    paced = sum(states.values())
    return Tally(
        handed=broadcast.handed,
        sent=states.get("sent", 0) + max(0, broadcast.handed - paced),
        waiting=sum(states.get(each, 0) for each in ("pending", "held")),
        failed=sum(states.get(each, 0) for each in ("refused", "failed", "superseded")),
        blocked=broadcast.blocked + states.get("unreachable", 0),
        left=left,
    )


def areas_of(org: Organisation, audience: Audience) -> list[int]:
    """Return the areas whose subscribers an audience has: its own, all below it, and those around it.

    Whoever asked for a whole township asked for each village of it, too.
    """
    own = org.areas.get(audience.area_id)
    if own is None:
        return []
    above = {each.id for each in org.ancestors(own)}
    return sorted(above | {area.id for area in org.areas.values() if area.within(own)})
