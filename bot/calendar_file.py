"""An entry for a calendar (iCalendar, RFC 5545): an appointment, with an alarm before it; or that it is cancelled."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.files.vault import Vault
from casework.files import Kept
from casework.replacing import replace

MIME: Final = "text/calendar"

_LONGEST: Final = 75
"""Bytes of a line, without its end (section 3.1)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One appointment: `uid` is the same wherever it is moved, `sequence` higher each time, so that a calendar moves
    it, too (sections 3.8.4.7 and 3.8.7.4); moments are aware, `ends` is None where nobody has said when it does. With
    `cancelled` the calendar takes it out (RFC 5546, section 3.2.5; without an organizer, for no mailbox answers for the
    service).
    """

    uid: str
    begins: datetime
    ends: datetime | None
    title: str
    place: str
    alarm_hours: int
    sequence: int = 0
    cancelled: bool = False


def calendar_file(entry: Entry, now: datetime) -> bytes:
    """Return the entry as a file: lines end in CRLF and are folded, times are UTC, words are escaped."""
    alarm = (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(entry.title)}",
        f"TRIGGER:-PT{entry.alarm_hours}H",
        "END:VALARM",
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Doorstep//Appointments//EN",
        *(("METHOD:CANCEL",) if entry.cancelled else ()),
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.uid)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART:{_moment(entry.begins)}",
        *((f"DTEND:{_moment(entry.ends)}",) if entry.ends is not None else ()),
        f"SUMMARY:{_escaped(entry.title)}",
        f"LOCATION:{_escaped(entry.place)}",
        *(("STATUS:CANCELLED",) if entry.cancelled else alarm),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


async def keep(vault: Vault, entry: Entry, now: datetime) -> Kept:
    """Keep an entry as a file; return how it is kept."""
    return replace(await vault.keep(calendar_file(entry, now)), mime=MIME)


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
