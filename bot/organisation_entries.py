"""The entries of an organisation file, as written: they name each other by code."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

import msgspec

from casework.people import Role


class OrganisationFileError(Exception):
    """An organisation can't be read. `problems` are sentences that name file, line, entry and key, one each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class AreaEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An area: `level` is one of casework.areas.LEVELS, `parent` the code of the area above, lat and lon degrees.

    `mark` is that of the intake office, given for the area of the whole service.
    """

    code: str
    name: str
    level: str
    name_en: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    active: bool = True
    travel_minutes: int | None = None
    people: int | None = None
    mark: str = ""


class UnitEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A unit: `area` is the code of the area it serves, `superior` that of the unit above; `short` fits a button.

    `mark` stands before the year in the numbers of its notices.
    """

    code: str
    name: str
    area: str
    name_en: str = ""
    superior: str | None = None
    short: str = ""
    active: bool = True
    mark: str = ""


class RouteEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Cases of `category` in the area with code `area` go to the unit with code `unit`."""

    category: str
    area: str
    unit: str


class AnswerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An answer that the service has: `words` are phrases that people ask with, `source` is who says so.

    With a `category` or an `area` (a code) it is for questions of that category or from there only.
    """

    title: str
    text: str
    words: tuple[str, ...]
    title_en: str = ""
    text_en: str = ""
    source: str = ""
    category: str | None = None
    area: str | None = None


class PostEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A post without its person: a role in a unit or over an area; `grid` are the areas that a cadre looks after."""

    role: Role
    title: str
    title_en: str = ""
    unit: str | None = None
    area: str | None = None
    grid: tuple[str, ...] = ()


class OrganisationFile(msgspec.Struct, frozen=True):
    """A whole organisation as it stands in its files, checked. Areas come parents first."""

    areas: tuple[AreaEntry, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    routes: tuple[RouteEntry, ...] = ()
    posts: tuple[PostEntry, ...] = ()
    answers: tuple[AnswerEntry, ...] = ()


E = TypeVar("E")


class Placed(NamedTuple, Generic[E]):
    """An entry and where it was written: "organisation.toml, line 12, [[area]] 3"."""

    entry: E
    where: str


class Draft:
    """What has been read so far and is not checked yet."""

    def __init__(self) -> None:
        self.areas: list[Placed[AreaEntry]] = []
        self.units: list[Placed[UnitEntry]] = []
        self.routes: list[Placed[RouteEntry]] = []
        self.posts: list[Placed[PostEntry]] = []
        self.answers: list[Placed[AnswerEntry]] = []
        self.problems: list[str] = []
