"""The named queries, loaded once from `queries/*.sql` and adapted to a database's dialect."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import aiosql

FOLDER = Path(__file__).parent / "queries"

_PART = re.compile(r"\{\{(\w+)(?: for ([\w.]+))?\}\}")
_PERSON = re.compile(r"(?<![:\w]):person\b")
_SHOWN = ("bookings", "canned_replies", "cases", "files", "policies", "receptions", "surveys", "themes")
"""Tables whose rows are also read without a lock, by `NAME_read`: many are shown them at once."""
_LOCK = " for update"
_PARAMETER = re.compile(r"(?<![:\w]):([a-z]\w*)")
_ASSIGNED = re.compile(r"\b(\w+) = :\1,\s+")
"""A column that an update by key sets, as `rows.sql` has it; the version, which comes last, is raised by itself."""


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """Return every query's SQL by name, `:name` parameters as written, shared parts (`{{visible}}`) put in.

    `{{visible for c.cadre_id}}` is a part in which a column stands for `:person`: so one query asks for many people.
    """
    loaded: Any = aiosql.from_path(FOLDER, "sqlite3", mandatory_parameters=False)
    names = {name for name in loaded.available_queries if not name.endswith("_cursor")}
    raw = {name: str(getattr(loaded, name).sql) for name in names}
    parts = {part for sql in raw.values() for part, _ in _PART.findall(sql)}

    def whole(sql: str) -> str:
        return _PART.sub(filled, sql)

    def filled(part: re.Match[str]) -> str:
        sql = whole(raw[part[1]])
        return _PERSON.sub(part[2], sql) if part[2] else sql

    found = {name: whole(sql) for name, sql in raw.items() if name not in parts}
    return found | {f"{name}_read": found[f"{name}_by_key"].removesuffix(_LOCK) for name in _SHOWN}


def narrowed(sql: str, columns: Collection[str]) -> str:
    """Return an update by key that sets these columns alone, and raises the version.

    To set a column to what it holds is no small thing: SQLite writes its entry in each index anew.
    """
    return _ASSIGNED.sub(lambda assigned: assigned[0] if assigned[1] in columns else "", sql)


@dataclass(frozen=True, slots=True)
class Query:
    """One query for one database: its SQL, and how a mapping of parameters becomes its positional arguments."""

    name: str
    sql: str
    names: tuple[str, ...]
    arguments: Callable[[Mapping[str, Any]], tuple[Any, ...]]


def positional(name: str, sql: str, mark: Callable[[int], str], *, repeat: bool) -> Query:
    """Return a query with numbered or bare marks for its `:name` parameters.

    `mark(n)` gives the mark of the n-th argument (from 1). With `repeat` a parameter used twice is passed twice.
    """
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        if repeat or match[1] not in names:
            names.append(match[1])
            return mark(len(names))
        return mark(names.index(match[1]) + 1)

    return Query(name, _PARAMETER.sub(numbered, sql), tuple(names), _getter(names))


def _getter(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    match names:
        case []:
            return lambda _: ()
        case [one]:
            return lambda parameters: (parameters[one],)
        case _:
            return itemgetter(*names)
