"""An entry for a calendar (iCalendar, RFC 5545): one visit, with an alarm two hours before."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

MIME: Final = "text/calendar"
NAME: Final = "reception.ics"

_LONGEST: Final = 75
"""Bytes of a line, without its end (section 3.1)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One visit: `uid` is the same wherever it is moved, `sequence` higher each time, so that a calendar moves it, too
    (sections 3.8.4.7 and 3.8.7.4); moments are aware.
    """

    uid: str
    begins: datetime
    ends: datetime
    title: str
    place: str
    alarm_hours: int
    sequence: int = 0


def calendar_file(entry: Entry, now: datetime) -> bytes:
    """Return the entry as a file: lines end in CRLF and are folded, times are UTC, words are escaped."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Doorstep//Reception day//EN",
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.uid)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART:{_moment(entry.begins)}",
        f"DTEND:{_moment(entry.ends)}",
        f"SUMMARY:{_escaped(entry.title)}",
        f"LOCATION:{_escaped(entry.place)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(entry.title)}",
        f"TRIGGER:-PT{entry.alarm_hours}H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> str:
    """Return a line folded so that no piece is longer than allowed, and no character is cut."""
    pieces, piece, length = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if length + size > _LONGEST:
            pieces.append(piece)
            piece, length = " ", 1
        piece, length = piece + sign, length + size
    return "\r\n".join([*pieces, piece])
