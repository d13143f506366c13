"""The job "erase": removes what was said in a person's chats, and masks what others were shown of it."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from bot.jobs import Verb, Work, nothing
from casework.actions import owndata
from casework.masking import mask
from storage.codec import to_json
from storage.dialects import Session, Write
from storage.store import Store


def erasing(store: Store) -> Work:
    """Return the work of erasing: the subject is the person. It may be repeated: what is gone is gone."""

    async def erase(person_id: int) -> Verb:
        async with store.database.transaction() as session:
            chats = [row[0] for row in await session.rows("own_addresses", person=person_id)]
            ((running,),) = await session.rows("own_open_cases", person=person_id)
            await session.write_all(await _writes(session, person_id, chats, forget=not running))
        if running:
            return nothing
        return lambda uow: owndata.forget(uow, person_id, chats)

    return Work(erase, lambda person_id: nothing)


async def _writes(session: Session, person_id: int, chats: list[str], *, forget: bool) -> list[Write]:
    conversations = [f"{chat}|{chat}" for chat in chats]
    masked = [
        ("event_mask", await _masked(session, "own_words", person_id, "data", _masked_data)),
        ("message_mask", await _masked(session, "told_words", person_id, "text", mask)),
    ]
    writes = [Write(name, rows) for name, rows in masked if rows]
    writes += [
        Write("own_messages_erase", [{"chats": chats}]),
        Write("own_outbox_erase", [{"chats": chats}]),
        Write("told_outbox_erase", [{"person": person_id}]),
        Write("own_inbox_erase", [{"conversations": conversations}]),
        Write("own_drafts_erase", [{"person": person_id}]),
        Write("own_alarms_erase", [{"person": person_id}]),
        Write("own_files_erase", [{"person": person_id}]),
        Write("own_alike_erase", [{"person": person_id}]),
    ]
    if forget:
        writes.append(Write("own_conversations_erase", [{"conversations": conversations}]))
        writes.append(Write("own_sessions_erase", [{"chats": chats}]))
    return writes


async def _masked(
    session: Session, query: str, person_id: int, column: str, masking: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return the rows of a query of (id, text) in which masking changes something."""
    found = [(id_, text, masking(text)) for id_, text in await session.rows(query, person=person_id)]
    return [{"id": id_, column: after} for id_, before, after in found if after != before]


def _masked_data(data: str) -> str:
    fields: Mapping[str, Any] = msgspec.json.decode(data)
    return to_json({name: mask(value) if isinstance(value, str) else value for name, value in fields.items()})
