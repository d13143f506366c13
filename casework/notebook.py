"""Notes of home visits and talks: what cadres have heard, by place and topic, for those who plan.

Names and numbers are taken out before a note is kept. It is found by its place, its topic and its words, and read by
its author, the heads of the author's unit, and whoever holds a post over the place.
"""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.likeness import content
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Case
from casework.reach import over
from casework.relations import OVER_AREA
from casework.shielding import is_accused, units_above
from casework.staff import Staff

MOST_TERMS: Final = 400
"""Terms that are kept of a note: all that anybody writes in one."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: where, about what (`topic`: a category's id), in which words, with which photos (ids of files), and the
    case that it belongs to, where there is one.
    """

    id: int
    author_id: int
    area_id: int
    area_path: str
    topic: str
    words: str
    at: datetime
    case_id: int | None = None
    files: tuple[int, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class NoteTerm:
    """One term by which a note is found."""

    id: int
    term: int
    note_id: int


def note_terms(words: str) -> list[int]:
    """Return the terms of words that are kept or sought: checksums of pairs of characters, and of English words."""
    return sorted({zlib.crc32(each.encode()) for each in content(words)})[:MOST_TERMS]


def may_read(staff: Staff, org: Organisation, person_id: int, note: Note, case: Case | None) -> bool:
    """Tell whether somebody may read a note: its author while they serve, heads of the author's unit and of those above
    it, and posts over its place.

    `case` is the one that it belongs to: nobody of a unit that a shielded one accuses reads of it (articles 30 and 46),
    nor does its resident. The predicate `note_visible` of storage says the same.
    """
    posts = staff.of(person_id)
    if case is not None and (person_id == case.resident_id or is_accused(org, case, posts)):
        return False
    if person_id == note.author_id:
        return bool(posts)
    units = {unit for post in staff.of(note.author_id) for unit in units_above(org, post.unit_id)}
    leads = any(post.role is Role.HEAD and post.unit_id in units for post in posts)
    return leads or over(posts, OVER_AREA, note.area_path)
