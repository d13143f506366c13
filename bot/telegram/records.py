"""What has become of messages, recorded: many results in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.delivery import card_key
from bot.telegram.channel import address
from bot.telegram.queue import Row
from bot.telegram.verdicts import Verdict
from storage.dialects import Database, Session


@dataclass(frozen=True, slots=True)
class Ended:
    """A row whose call has ended, and Telegram's id of the message that now shows it ("" for none)."""

    row: Row
    verdict: Verdict
    ref: str = ""


async def record(database: Database, ended: Sequence[Ended]) -> None:
    """Write all results, or none where the database raises."""
    writes: dict[str, list[dict[str, Any]]] = {"outbox_result": [], "message_sent": [], "card_sent": []}
    moved: dict[str, str] = {}
    for each in ended:
        row, verdict = each.row, each.verdict
        if verdict.moved is not None:
            moved[row.chat] = address(verdict.moved)
            continue
        writes["outbox_result"].append({"state": verdict.state, "not_before": 0, "error": verdict.error, "id": row.id})
        if each.ref and row.message_id is not None:
            writes["message_sent"].append({"ref": each.ref, "id": row.message_id})
            if row.card:
                key = card_key(row.chat, row.card)
                writes["card_sent"].append({"ref": each.ref, "key": key, "message_id": row.message_id})
    # Cards in one order, so that two transactions can't wait for each other.
    writes["card_sent"].sort(key=lambda each: str(each["key"]))
    writes["outbox_chat_moved"] = [{"old": old, "new": new} for old, new in moved.items()]
    async with database.transaction() as session:
        await _write(session, writes)


async def _write(session: Session, writes: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in writes.items():
        if rows:
            await session.write(name, rows)
