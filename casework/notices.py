"""What people are told, as data: who, what, how urgently. Words come later, in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Urgency(StrEnum):
    """How a notice reaches someone.

    NOW: to a resident, or an answer to what the person just did; always sent. LIMIT: a limit or a resident's new
    message; always sent. PUSH: sent while the person has had fewer than three that day, else it waits for the digest.
    DIGEST: waits for the one digest a day.
    """

    NOW = "now"
    LIMIT = "limit"
    PUSH = "push"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person, or one group chat.

    `kind` names the text (`notice-KIND`) and the buttons; `args` are plain values that stand in it. `files` among them
    are ids of files of the case, which follow the text. What speaks of an alarm rings a bell at night, too, and goes
    before all else.
    """

    kind: str
    person_id: int | None = None
    group: str = ""
    case_id: int | None = None
    args: Mapping[str, Any] = field(default_factory=dict)
    follow_up: bool = False  # came from the schedule: several for one person become one message
    alarm_id: int | None = None
