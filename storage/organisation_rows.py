"""An organisation as an import brings it and an export gives it: entries that name each other by code."""

from dataclasses import dataclass, field

from casework.people import Role


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area: `level` is one of casework.areas.LEVELS, `parent` the code of the area above, lat and lon degrees."""

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


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that serves the area with code `area`; `superior` is the code of the unit above."""

    code: str
    name: str
    area: str
    name_en: str = ""
    superior: str | None = None
    short: str = ""
    active: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class RouteRow:
    """Cases of `category` in the area with code `area` go to the unit with code `unit`."""

    category: str
    area: str
    unit: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that the service has, as in casework.answers.Answer; `area` is the code of the area that it is for."""

    title: str
    text: str
    words: tuple[str, ...]
    title_en: str = ""
    text_en: str = ""
    source: str = ""
    category: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post without its person: a role in a unit, or over an area; `grid` are codes of areas."""

    role: Role
    title: str
    title_en: str = ""
    unit: str | None = None
    area: str | None = None
    grid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationRows:
    """A whole organisation. Codes are unique within areas and within units, titles within answers."""

    areas: tuple[AreaRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    routes: tuple[RouteRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of one table an import changes. Retired areas and units stay, inactive; routes and answers go."""

    added: int = 0
    changed: int = 0
    retired: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import changes. `cases` are those whose area moved to another place in the tree."""

    areas: Counts = field(default_factory=Counts)
    units: Counts = field(default_factory=Counts)
    routes: Counts = field(default_factory=Counts)
    answers: Counts = field(default_factory=Counts)
    cases: int = 0

    def __bool__(self) -> bool:
        return bool(self.areas or self.units or self.routes or self.answers or self.cases)
