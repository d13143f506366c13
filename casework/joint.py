"""What units have to do with one another about a case, as the case itself knows it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """What a unit says against its assignment, or among units at joint work, until somebody above decides (articles 23
    and 24).

    `by` of `unit_id` objects; `to_unit` is whose it is as they think (None where they don't know). A `final` one
    waits for the common superior of the units in dispute, whose word ends it. `joint`: not the assignment is in
    dispute, but who of the units at joint work leads, or does what.
    """

    unit_id: int
    by: int
    why: str
    at: datetime
    to_unit: int | None = None
    final: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Assisting:
    """A part of a case, and whose it is (`casework.parts`): so no query is needed to tell who may see the case."""

    part_id: int
    unit_id: int


@dataclass(frozen=True, slots=True)
class Raised:
    """Of a difficulty: the unit that can't solve it, and the case that it is about, where there is one."""

    unit_id: int
    case_id: int | None = None
