"""What has become of messages, recorded: many results in one transaction.

Until then each is jotted down, which waits for no disk: whoever takes over from a process that was killed knows nearly
all that it knew.

A batch of the desk holds cards in the order in which its turns come to them, and a transaction that waited for several
cards could wait for a batch that waits for it. So this one waits for none: what concerns a card that is held comes
with the next recording.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from bot.delivery import card_key
from bot.telegram.channel import address
from bot.telegram.queue import Row
from bot.telegram.uploads import SentFile
from bot.telegram.verdicts import Verdict
from casework.replacing import replace
from storage.dialects import Database, Session, Write


@dataclass(frozen=True, slots=True)
class Ended:
    """A row whose call has ended, Telegram's id of the message that now shows it ("" for none), and of its file."""

    row: Row
    verdict: Verdict
    ref: str = ""
    file: SentFile | None = None


_ENDED: Final = msgspec.json.Decoder(Ended)


async def jot(database: Database, ended: Ended) -> None:
    """Jot a result down, without what the message says."""
    row = replace(ended.row, params="", upload="")
    await database.jottings.keep(row.id, msgspec.json.encode(replace(ended, row=row)).decode())


async def recall(database: Database) -> list[Ended]:
    """Return the results that were jotted down and never recorded; forget the other jottings.

    One that cannot be read, such as an older version's, is one of which nothing is known.
    """
    noted = await database.jottings.all()
    if not noted:
        return []
    jotted: dict[int, Ended] = {}
    for number, text in noted.items():
        with contextlib.suppress(msgspec.MsgspecError):
            jotted[number] = _ENDED.decode(text)
    async with database.reading() as session:
        pending = {tuple(row) for row in await session.rows("outbox_pending_among", ids=sorted(jotted))}
    # By both: in a database that was taken from a backup, a number may be another message's.
    found = [each for each in jotted.values() if (each.row.id, each.row.created_at) in pending]
    await database.jottings.drop(noted.keys() - {each.row.id for each in found})
    return sorted(found, key=lambda each: each.row.id)


async def record(database: Database, ended: Sequence[Ended]) -> list[Ended]:
    """Write the results; return those that have to wait for their card, and what comes after them in their chats.

    Writes nothing where the database raises.
    """
    async with database.transaction() as session:
        held = await _held(session, {key for each in ended if (key := _key(each.row))})
        waiting: list[Ended] = []
        now: list[Ended] = []
        chats: set[str] = set()
        for each in ended:
            if each.row.chat in chats or _key(each.row) in held:
                # In order within a chat: were we to die now, what is not recorded is sent again.
                chats.add(each.row.chat)
                waiting.append(each)
            else:
                now.append(each)
        await session.write_all(_writes(now))
    return waiting


def _key(row: Row) -> str:
    return card_key(row.chat, row.card) if row.card else ""


async def _held(session: Session, keys: set[str]) -> set[str]:
    """Lock the cards that are free; return those that somebody else holds. A card may also not exist (any more)."""
    if not keys:
        return set()
    free = {key for (key,) in await session.rows("cards_free", keys=sorted(keys))}
    left = sorted(keys - free)
    return {key for key, _ in await session.rows("card_refs", keys=left)} if left else set()


def _writes(ended: Sequence[Ended]) -> list[Write]:
    sent: list[int] = []
    results: list[dict[str, Any]] = []
    messages: list[dict[str, Any]] = []
    cards: list[dict[str, Any]] = []
    moved: dict[str, str] = {}
    over = [each.row.id for each in ended if each.verdict.state != "pending"]
    files = {(each.file.digest, each.file.field): each.file.file_id for each in ended if each.file is not None}
    for each in ended:
        row, verdict = each.row, each.verdict
        if verdict.moved is not None:
            moved[row.chat] = address(verdict.moved)
            continue
        if verdict.state == "sent" and not verdict.error:
            sent.append(row.id)
        else:
            results.append({"state": verdict.state, "not_before": 0, "error": verdict.error, "id": row.id})
        if each.ref and row.message_id is not None:
            messages.append({"ref": each.ref, "id": row.message_id})
            if row.card:
                cards.append({"ref": each.ref, "key": _key(row), "message_id": row.message_id})
    writes = (
        Write("outbox_sent", [{"ids": sent}] if sent else []),
        Write("outbox_result", results),
        Write("message_sent", messages),
        Write("card_sent", cards),
        Write("sent_file_keep", [{"digest": d, "field": field, "file_id": id_} for (d, field), id_ in files.items()]),
        Write("outbox_erased", [{"ids": over}] if over else []),
        Write("outbox_chat_moved", [{"old": old, "new": new} for old, new in moved.items()]),
    )
    return [each for each in writes if each.parameters]
