"""The messages to play, from JSON-lines files: Chinese letters to the authorities, English reports with a place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

_WORD_FIELDS: Final = ("text", "title", "description", "summary")


class FileProblem(Exception):
    """A file that can't be played; says file and line, and nothing of what stands in it."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One message as its writer would send it: `words` ("" for none), then `place` (lat, lon in degrees) if known.

    `language` is "zh" or "en"; `label` is what people filed it under.
    """

    id: str
    language: str
    words: str
    label: str = ""
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """A file's name and its messages; `wordless` counts rows that hold nothing anybody could send."""

    name: str
    complaints: tuple[Complaint, ...]
    wordless: int


def read_complaints(path: Path, limit: int | None = None) -> ComplaintFile:
    """Return the first `limit` messages of a JSON-lines file; all without it. Raises FileProblem.

    A Chinese row has `text`, with `id`, `title`, `label`; an English one `description` or `summary`, with `id`,
    `address`, `lat`, `lon` (or `lng`), `category`. A row without any of these fields for own words is a record about
    a complaint, in which nobody says anything: it is counted and left out.
    """
    rows = _rows(path)
    forms = _words_of_the_form(rows)
    read = (_complaint(row, forms) for row in rows)
    found = [complaint for complaint in read if complaint is not None]
    return ComplaintFile(path.name, tuple(found[:limit]), len(rows) - len(found))


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise FileProblem(f"{path.name}: {error.strerror}") from None
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows.append(msgspec.json.decode(line, type=dict[str, Any]))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            # The error's own words may quote the line.
            raise FileProblem(f"{path.name}, line {number}: is no JSON object") from None
    return rows


def _complaint(row: dict[str, Any], forms: frozenset[str]) -> Complaint | None:
    """Return what somebody could send of a row: words, or at least a place; None where there is nothing."""
    if not any(name in row for name in _WORD_FIELDS):
        return None
    complaint = _chinese(row) if "text" in row else _english(row, forms)
    return complaint if complaint.words or complaint.place is not None else None


def _chinese(row: dict[str, Any]) -> Complaint:
    words = "\n".join(filter(None, (_said(row, "title"), _said(row, "text"))))
    return Complaint(_said(row, "id"), "zh", words, _said(row, "label"))


def _english(row: dict[str, Any], forms: frozenset[str]) -> Complaint:
    summary, place = _said(row, "summary"), _place(row)
    said = [summary if summary not in forms else "", _said(row, "description")]
    if any(said) and place is None:
        said.append(_said(row, "address"))
    return Complaint(_said(row, "id"), "en", "\n".join(filter(None, said)), _said(row, "category"), place)


def _words_of_the_form(rows: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Return the headings that several reports share: they were chosen from a list, and are nobody's own words."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update({_said(row, "summary"), _said(row, "category")})
    return frozenset(heading for heading, count in counts.items() if count > 1)


def _place(row: dict[str, Any]) -> tuple[float, float] | None:
    try:
        lat, lon = float(row.get("lat") or ""), float(row.get("lon") or row.get("lng") or "")
    except (TypeError, ValueError):
        return None
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None


def _said(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value).strip()
