"""The job "export": a person's own data as one ZIP file: a text to read, JSON to take elsewhere, and the files."""

import asyncio
import contextlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from bot.files.vault import Vault
from bot.jobs import Verb, Work, nothing
from casework.actions import owndata
from casework.people import Person
from handlers import texts
from storage.codec import from_micros
from storage.store import Store

MOST_BYTES: Final = 15 * 1024 * 1024
"""Bytes of files in a copy, so that every channel carries it; what goes beyond is named, and can be had in the chat."""

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "petitions": (
        *("id", "number", "text", "language", "filed_at", "way", "naming", "name", "phone", "behalf", "earlier"),
        "guardian",
    ),
    "cases": (
        *("id", "petition_id", "number", "suffix", "kind", "category", "place", "text", "state", "closing"),
        *("filed_at", "limit_at", "outcome", "reply", "decisions"),
    ),
    "events": ("case_id", "at", "role", "kind", "data"),
    "messages": ("at", "mine", "text"),
    "files": ("id", "at", "kind", "name", "mime", "size", "digest", "petition_id", "case_id", "person_id"),
    "drafts": ("created_at", "text", "state"),
    "supporters": ("case_id", "kind", "at", "left_at", "answered"),
    "survey_answers": ("survey_id", "ask", "value", "name"),
    "bookings": ("place", "begins_at", "state", "number", "words", "name", "phone"),
    "subscriptions": ("topic", "area_id", "at", "left_at"),
    "alarms": ("asked_at", "answered_at", "taken_at", "state", "place", "words"),
}
_MOMENTS: Final = frozenset(
    {"at", "filed_at", "limit_at", "created_at", "asked_at", "answered_at", "taken_at", "left_at", "begins_at"}
)
_JSON: Final = frozenset({"behalf", "outcome", "reply", "decisions", "data"})
_INSIDE: Final = frozenset({"person_id", "digest"})
"""What says something of the service and nothing of the person."""

Rows = dict[str, list[dict[str, Any]]]


def exporting(store: Store, vault: Vault) -> Work:
    """Return the work of putting a copy together: the subject is the person."""

    async def export(person_id: int) -> Verb:
        person, addresses, rows = await _read(store, person_id)
        files, left_out = _within(rows["files"])
        text = _as_text(person, rows, left_out, store.rules.calendar.zone)
        data = {"addresses": addresses, "language": person.language if person is not None else ""} | _plain(rows)
        kept = await vault.keep(await asyncio.to_thread(_zip, vault, files, text, data))
        return lambda uow: owndata.exported(uow, person_id, kept)

    return Work(export, lambda person_id: nothing)


async def _read(store: Store, person_id: int) -> tuple[Person | None, list[str], Rows]:
    async with store.turn(from_micros(0)) as uow:
        person = await uow.get(Person, person_id)
    async with store.reading() as session:
        addresses = [row[0] for row in await session.rows("own_addresses", person=person_id)]
        rows: Rows = {}
        for name, columns in _COLUMNS.items():
            wanted = {"chats": addresses} if name == "messages" else {"person": person_id}
            rows[name] = [_row(columns, row) for row in await session.rows(f"own_{name}", **wanted)]
    return person, addresses, rows


def _row(columns: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in zip(columns, row, strict=True)}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _MOMENTS:
        return from_micros(value)
    return msgspec.json.decode(value) if name in _JSON else value


def _plain(rows: Rows) -> Rows:
    return {
        name: [{key: value for key, value in row.items() if key not in _INSIDE} for row in found]
        for name, found in rows.items()
    }


def _within(files: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """Return the files that fit into a copy, the oldest first, and how many do not."""
    room, taken = MOST_BYTES, []
    for file in files:
        if file["digest"] and file["size"] <= room:
            room -= file["size"]
            taken.append(file)
    return taken, len(files) - len(taken)


def _as_text(person: Person | None, rows: Rows, left_out: int, zone: ZoneInfo) -> str:
    """Return everything as a text that its person can read."""
    language = person.language if person is not None else "zh"

    def say(key: str, **arguments: Any) -> str:
        return texts.say(language, key, arguments)

    def moment(at: datetime) -> str:
        return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"

    lines = [say("mydata-file-head"), ""]
    for petition in rows["petitions"]:
        lines += [say("mydata-file-petition", number=petition["number"], date=moment(petition["filed_at"]))]
        lines += [petition["text"], ""]
    lines += [say("mydata-file-messages"), ""]
    for message in rows["messages"]:
        who = "mydata-file-you" if message["mine"] else "mydata-file-us"
        lines.append(f"{moment(message['at'])} {say(who)}: {message['text']}")
    if left_out:
        lines += ["", say("mydata-file-left-out", count=left_out)]
    return "\n".join(lines) + "\n"


def _zip(vault: Vault, files: Sequence[dict[str, Any]], text: str, data: dict[str, Any]) -> bytes:
    """Return the archive. Runs in a thread. Names inside are ours: no name that anybody gave leads anywhere."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("doorstep.txt", text)
        packed.writestr("doorstep.json", msgspec.json.format(msgspec.json.encode(data), indent=2))
        for file in files:
            ending = file["mime"].rpartition("/")[2].rpartition(".")[2] or "bin"
            # One that lies nowhere any more must not keep the rest from its person.
            with contextlib.suppress(FileNotFoundError), vault.open(file["digest"]) as content:
                packed.writestr(f"files/{file['id']}.{ending}", content.read())
    return archive.getvalue()
