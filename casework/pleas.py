"""What somebody above is asked to decide: more time (article 34), and whether another cadre takes it (article 28)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Plea:
    """Who asked for a decision, why and when; `asked` are the people who were asked for it, `reminded` how often since.

    Until it is decided everything runs on as it did.
    """

    why: str
    by: int
    at: datetime
    asked: tuple[int, ...] = ()
    reminded: int = 0


class Decision(StrEnum):
    """What became of an extension."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Extension:
    """The one extension of a case's limit by so many days (article 34). `plea` is how the cadre asked for it; None
    where the head has granted it unasked.
    """

    days: int
    decision: Decision
    plea: Plea | None = None

    @property
    def waits(self) -> Plea | None:
        """What is still to be decided; None for nothing."""
        return self.plea if self.decision is Decision.OPEN else None


@dataclass(frozen=True, slots=True)
class Recusal:
    """A resident's wish that another cadre than this one takes the case (article 28)."""

    cadre_id: int
    plea: Plea
