"""The organisation in files: areas, units, routes, posts and answers as TOML, or areas alone as CSV."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from bot.organisation_check import check
from bot.organisation_csv import read_areas
from bot.organisation_entries import (
    AnswerEntry,
    AreaEntry,
    Draft,
    OrganisationFile,
    OrganisationFileError,
    Placed,
    PostEntry,
    RouteEntry,
    UnitEntry,
)
from bot.settings_errors import explain
from casework.areas import LEVELS

_TABLES: Final = ("area", "unit", "route", "post", "answer")
_HEADER: Final = re.compile(r"^[ \t]*\[\[\s*(\w+)\s*\]\]", re.MULTILINE)

E = TypeVar("E")


def read_organisation(path: Path) -> OrganisationFile:
    """Read a TOML file, a CSV file of areas, or a folder of both, and check it as a whole.

    Raises OrganisationFileError with every problem found, each with file, line, entry and key.
    """
    if not path.is_dir():
        return read_files([path])
    files = sorted(each for each in path.iterdir() if each.suffix in {".csv", ".toml"})
    if not files:
        raise OrganisationFileError([f"{path}: holds no .toml or .csv file"])
    return read_files(files)


def read_files(paths: Iterable[Path]) -> OrganisationFile:
    """Read several files as one organisation: areas may stand in one and units in another."""
    draft = Draft()
    tables: list[Path] = []
    for path in paths:
        if not path.is_file():
            draft.problems.append(f"{path}: no such file")
        elif path.suffix == ".csv":
            tables.append(path)
        else:
            _read_toml(path, draft)
    read_areas(tables, draft)
    problems = check(draft)
    if problems:
        raise OrganisationFileError(problems)
    areas = sorted((placed.entry for placed in draft.areas), key=lambda area: LEVELS.index(area.level))
    return OrganisationFile(
        areas=tuple(areas),
        units=tuple(placed.entry for placed in draft.units),
        routes=tuple(placed.entry for placed in draft.routes),
        posts=tuple(placed.entry for placed in draft.posts),
        answers=tuple(placed.entry for placed in draft.answers),
    )


def write_organisation(organisation: OrganisationFile) -> str:
    """The organisation as TOML that reads back as the same; what has its default is left out."""
    rows = msgspec.to_builtins(organisation)
    entries = [(table, row) for table in _TABLES for row in rows[f"{table}s"]]
    return "\n".join(
        "\n".join([f"[[{table}]]", *(f"{key} = {_toml(value)}" for key, value in row.items()), ""])
        for table, row in entries
    )


def _read_toml(path: Path, draft: Draft) -> None:
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except UnicodeDecodeError as error:
        draft.problems.append(f"{path}: not UTF-8 text (byte {error.start})")
        return
    except tomllib.TOMLDecodeError as error:
        draft.problems.append(f"{path}: {error}")
        return
    draft.problems += [f"{path}: [[{key}]]: is none of {', '.join(_TABLES)}" for key in raw if key not in _TABLES]
    lines: dict[str, list[int]] = {}
    for header in _HEADER.finditer(text):
        lines.setdefault(header[1], []).append(text.count("\n", 0, header.start()) + 1)

    def entries(table: str, kind: type[E]) -> list[Placed[E]]:
        return _entries(path, table, kind, raw.get(table, []), lines.get(table, []), draft.problems)

    draft.areas += entries("area", AreaEntry)
    draft.units += entries("unit", UnitEntry)
    draft.routes += entries("route", RouteEntry)
    draft.posts += entries("post", PostEntry)
    draft.answers += entries("answer", AnswerEntry)


def _entries(
    path: Path, table: str, kind: type[E], rows: Any, lines: list[int], problems: list[str]
) -> list[Placed[E]]:
    """The entries of one table, each converted alone, so that every wrong one is named at once."""
    if not isinstance(rows, list):
        problems.append(f"{path}: {table}: entries are written as [[{table}]]")
        return []
    found = []
    for index, row in enumerate(rows):
        line = f", line {lines[index]}" if index < len(lines) else ""
        where = f"{path}{line}, [[{table}]] {index + 1}"
        try:
            found.append(Placed(msgspec.convert(row, kind), where))
        except msgspec.ValidationError as error:
            problems.append(f"{where}: {explain(str(error), kind)}")
    return found


def _toml(value: Any) -> str:
    """A text, number, flag or list in TOML; JSON writes all of these the same way but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
