"""Areas from CSV tables, such as a statistics office publishes: one row an area, with the codes of those above.

Columns: code, name; the area above as parent or parent_code, or as town_code or county_code with its name in
town or county; and, if wanted, name_en, level, aliases (parted by ; or 、), lat, lon, travel_minutes, people. What
isn't written follows from the statistical code, whose length tells the level (6 digits a county, 9 a township, 12 a
village) and whose beginning is the code of the area above.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from bot.organisation_entries import AreaEntry, Draft, Placed

_LEVEL_BY_LENGTH: Final = {2: "province", 4: "city", 6: "county", 9: "town", 12: "village"}
_LENGTHS: Final = tuple(_LEVEL_BY_LENGTH)
_PARENT_COLUMNS: Final = ("parent", "parent_code", "town_code", "county_code")
_FIGURES: Final = ("travel_minutes", "people")
_COLUMNS: Final = {
    *_PARENT_COLUMNS,
    "code",
    "name",
    "name_en",
    "level",
    "town",
    "county",
    "aliases",
    "lat",
    "lon",
    *_FIGURES,
}
_BETWEEN_ALIASES: Final = re.compile(r"[;；、|]")


def read_areas(paths: Iterable[Path], draft: Draft) -> None:
    """Add the areas of all tables to the draft; those that are only named as a parent are added, too."""
    rows: list[tuple[dict[str, str], str]] = []
    for path in paths:
        rows.extend(_rows(path, draft))
    written = {row["code"] for row, _ in rows} | {placed.entry.code for placed in draft.areas}
    implied: dict[str, Placed[AreaEntry]] = {}
    found: list[Placed[AreaEntry]] = []
    for row, where in rows:
        for above in _implied_by(row):
            if above.code not in written:
                implied.setdefault(above.code, Placed(above, where))
    known = written | implied.keys()
    for row, where in rows:
        entry = _area(row, where, known, draft.problems)
        if entry is not None:
            found.append(Placed(entry, where))
    draft.areas.extend(implied.values())
    draft.areas.extend(found)


def _rows(path: Path, draft: Draft) -> list[tuple[dict[str, str], str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Spreadsheet programs on Chinese systems save CSV in the national encoding.
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as error:
            draft.problems.append(f"{path}: neither UTF-8 nor GB 18030 text (byte {error.start})")
            return []
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = [column.strip() for column in reader.fieldnames or ()]
    reader.fieldnames = columns
    missing = [column for column in ("code", "name") if column not in columns]
    unknown = [column for column in columns if column not in _COLUMNS]
    if missing or unknown:
        draft.problems += [f"{path}, line 1: column {column!r} is missing" for column in missing]
        draft.problems += [f"{path}, line 1: column {column!r} is not known" for column in unknown]
        return []
    rows = []
    for row in reader:
        where = f"{path}, line {reader.line_num}"
        if None in row or None in row.values():
            draft.problems.append(f"{where}: {len(columns)} columns are needed")
        elif any(value.strip() for value in row.values()):
            rows.append(({key: value.strip() for key, value in row.items()}, where))
    return rows


def _implied_by(row: Mapping[str, str]) -> list[AreaEntry]:
    """The township and county that a row names besides its own area."""
    town_code, town = row.get("town_code", ""), row.get("town", "")
    county_code, county = row.get("county_code", "") or town_code[:6], row.get("county", "")
    implied = []
    if county_code and county:
        implied.append(AreaEntry(county_code, county, "county"))
    if town_code and town:
        implied.append(AreaEntry(town_code, town, "town", parent=county_code or None))
    return implied


def _area(row: Mapping[str, str], where: str, known: set[str], problems: list[str]) -> AreaEntry | None:
    code = row["code"]
    level = row.get("level") or _level(row)
    if level is None:
        problems.append(f"{where}: level: {code!r} has {len(code)} digits, so the level must be written")
        return None
    try:
        lat, lon = (float(row[key]) if row.get(key) else None for key in ("lat", "lon"))
    except ValueError:
        problems.append(f"{where}: lat, lon: degrees are needed, such as 26.66 and 119.53")
        return None
    try:
        travel_minutes, people = (int(row[key]) if row.get(key) else None for key in _FIGURES)
    except ValueError:
        problems.append(f"{where}: travel_minutes, people: whole numbers are needed, such as 90 and 1200")
        return None
    return AreaEntry(
        code=code,
        name=row["name"],
        level=level,
        name_en=row.get("name_en", ""),
        parent=_parent(row, known),
        aliases=tuple(each.strip() for each in _BETWEEN_ALIASES.split(row.get("aliases", "")) if each.strip()),
        lat=lat,
        lon=lon,
        travel_minutes=travel_minutes,
        people=people,
    )


def _level(row: Mapping[str, str]) -> str | None:
    if row.get("town_code"):
        return "village"
    if row.get("county_code"):
        return "town"
    return _LEVEL_BY_LENGTH.get(len(row["code"])) if row["code"].isdigit() else None


def _parent(row: Mapping[str, str], known: set[str]) -> str | None:
    """The code of the area above: written, or the longest beginning of the area's own code that is known."""
    for column in _PARENT_COLUMNS:
        if row.get(column):
            return row[column]
    code = row["code"]
    return next((code[:length] for length in reversed(_LENGTHS) if length < len(code) and code[:length] in known), None)
