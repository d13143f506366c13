"""An alarm: somebody may be in danger, and a person has to be found who takes it. And who that may be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from casework.danger import Danger, suspect
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.petitions import Fired
from casework.reach import over
from casework.shielding import is_accused
from casework.staff import Staff

RUNGS: Final = (Role.DUTY, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)
"""Who is rung, in this order: each over the nearest area that has one, then over those above it."""

MOST_WORDS: Final = 1200
"""Characters of the writer's words that an alarm shows."""

_SENTENCE: Final = re.compile(r"[^。！？!?\n]+")


class AlarmState(StrEnum):
    """Where an alarm stands."""

    ASKED = "asked"  # the writer was asked whether somebody is in danger
    UNANSWERED = "unanswered"  # and gave no answer: on top of the dispatchers' list until somebody looks at it
    DENIED = "denied"  # nobody is, says the writer
    RINGING = "ringing"  # somebody is: people are rung until one takes it
    TAKEN = "taken"  # a person is on it
    OVER = "over"  # that person has said how it ended


OPEN: Final = frozenset(AlarmState) - {AlarmState.DENIED, AlarmState.OVER}
"""The states in which something is still to come."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One occasion on which somebody may be in danger, from the question to the end.

    `danger` is what the words point to; None where the writer asked for a person without being asked. The words
    themselves stand in the draft; `words` are those that stand in none, such as an addition to a case. `area_id` and
    `place` are where it is, as far as that is known, `lat` and `lon` a point in degrees.

    As with a case, posts see it from the last area of `area_path` upwards, and a `shielded` one is hidden from the
    units in `accused` and those below them. `rung` are the people who have been told of it, `tried` those who took it
    and gave it back. `ending` is how it ended, in the words of who took it. `fired` belongs to the running epoch, which
    each new state begins at `epoch_at`.
    """

    id: int
    person_id: int
    conversation: str
    danger: Danger | None
    area_id: int | None
    area_path: str
    asked_at: datetime
    epoch_at: datetime
    state: AlarmState = AlarmState.ASKED
    shielded: bool = False
    accused: tuple[int, ...] = ()
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    draft_id: int | None = None
    case_id: int | None = None
    words: str = ""
    answered_at: datetime | None = None
    rung: tuple[int, ...] = ()
    tried: tuple[int, ...] = ()
    taken_by: int | None = None
    taken_at: datetime | None = None
    ending: str = ""
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in OPEN

    @property
    def is_overheard(self) -> bool:
        """Whether its writer was never asked: the intake office has heard it in a voice message, and has to look.

        A question is the first epoch of an alarm, so the silence after one is a later one.
        """
        return self.state is AlarmState.UNANSWERED and not self.epoch

    @property
    def is_heard(self) -> bool:
        """Whether what the writer sends now goes on at once to whoever is rung, or is on it."""
        return self.state in {AlarmState.RINGING, AlarmState.TAKEN}


def is_news(last: Alarm | None, danger: Danger, now: datetime, again: timedelta) -> bool:
    """Tell whether a suspicion has to be asked about, where `last` is the alarm before it in that chat.

    After an answer, or silence, the same is asked again only when `again` is over; another one at once.
    """
    if last is None or last.state is AlarmState.OVER:
        return True
    if last.is_heard:
        return False
    return danger is not last.danger or now - last.asked_at >= again


def may_take(staff: Staff, org: Organisation, alarm: Alarm, person_id: int) -> bool:
    """Tell whether somebody may see an alarm and take it, once it is more than a question."""
    return may_take_by(staff.of(person_id), org, alarm, person_id)


def may_take_by(posts: Sequence[Post], org: Organisation, alarm: Alarm, person_id: int) -> bool:
    """Tell whether somebody with these posts may take an alarm.

    One of them is a post of RUNGS over its area; they have not written it themselves, and it does not accuse them
    (articles 28, 30 and 46).
    """
    if person_id == alarm.person_id or is_accused(org, alarm, posts):
        return False
    return over(posts, RUNGS, alarm.area_path)


def telling_part(text: str) -> str:
    """Return what of a text an alarm shows: all of a short one, else the words around what gave rise to it."""
    if len(text) <= MOST_WORDS:
        return text
    found = next((each.start() for each in _SENTENCE.finditer(text) if suspect(each[0])), 0)
    start = min(max(found - MOST_WORDS // 4, 0), len(text) - MOST_WORDS)
    end = start + MOST_WORDS
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
