"""People, the posts they hold, and the addresses under which they write."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person may be besides a resident; each is held with a scope (a unit, or an area and all below it)."""

    CADRE = "cadre"
    HEAD = "head"
    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    LEADER = "leader"
    ADMIN = "admin"
    DUTY = "duty"  # is rung where somebody is in danger, at any hour


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who writes to the service.

    `home` is the chat where the person was last heard, and where notices go. `open_cases`, `open_parts`, `pushes` and
    `away_until` are numbers in this row, loaded by key, because rules about load and "at most n" must never count rows.

    Somebody whom a clerk entered has no chat: `home` is "", `phone` is how they are reached, and `agent_id` the clerk
    who passes on what they are told. `pin_digest` locks one's own cases on a shared phone, `pin_until` is how long
    they stay open. `looks` counts how often alike cases of others were shown to them on the day `looks_day`.

    `deputy_id` is the colleague who stands in while the person is away, `deputy_asked` one who was asked and has not
    said yes or no.
    """

    id: int
    name: str
    language: str
    home: str
    created_at: datetime
    version: int = 0
    unreachable_at: datetime | None = None
    away_until: datetime | None = None
    open_cases: int = 0
    push_day: date | None = None
    pushes: int = 0
    digest_since: datetime | None = None
    drafts_day: date | None = None
    drafts: int = 0
    code_since: datetime | None = None
    code_tries: int = 0
    phone: str = ""
    agent_id: int | None = None
    pin_digest: str = ""
    pin_since: datetime | None = None
    pin_tries: int = 0
    pin_until: datetime | None = None
    erased_at: datetime | None = None
    exported_at: datetime | None = None
    looks_day: date | None = None
    looks: int = 0
    deputy_id: int | None = None
    deputy_asked: int | None = None
    open_parts: int = 0

    @property
    def load(self) -> int:
        """How much somebody has in hand: open cases as their cadre, and open parts of cases in which others lead."""
        return self.open_cases + self.open_parts


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a person: `key` is channel and account, as in `tg:4711` or `web:9Q2M`."""

    key: str
    person_id: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A role that a person holds in a unit or over an area.

    `grid` holds the ids of the areas that a cadre looks after; a case there goes to this cadre first. With
    `acting_for` it is held in the stead of that person, who is away, and ends when they are back.
    """

    id: int
    person_id: int
    role: Role
    unit_id: int | None
    area_id: int | None
    title: str
    title_en: str
    grid: tuple[int, ...] = ()
    active: bool = True
    version: int = 0
    acting_for: int | None = None

    def label(self, language: str) -> str:
        """Return the title of the post in `language`: what others see instead of a name."""
        return self.title_en if language == "en" and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class Group:
    """A unit's group chat: `key` is the chat's, as in `tg:-100123`."""

    key: str
    unit_id: int
    language: str
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation to a post (or, for a group, to a unit), kept by the digest of its code and used once."""

    digest: str
    role: Role | None
    unit_id: int | None
    area_id: int | None
    title: str
    title_en: str
    grid: tuple[int, ...]
    expires_at: datetime
    used_by: int | None = None
    version: int = 0
