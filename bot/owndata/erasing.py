"""The job "erase": removes what was said in a person's chats, and masks what others were shown of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from bot.clock import Clock
from bot.jobs import Verb, Work, nothing
from casework.actions import owndata
from casework.masking import mask
from casework.people import Person
from casework.unit_of_work import JOB
from storage.codec import to_json, to_micros
from storage.dialects import Session, Write
from storage.store import Store

_SHOWN: Final = frozenset({"text", "caption"})
"""The parameters of a call that hold words."""


def erasing(store: Store, clock: Clock) -> Work:
    """Return the work of erasing: the subject is the person. It may be repeated: what is gone is gone.

    What its person has said since they asked for it is a new matter, and stays; then the chat leads to them still.

    The lines of a timeline that lose words lose their salt, too, and the trail says in the same transaction which
    ones they are: else it would not be whole any more.
    """

    async def erase(person_id: int) -> Verb:
        async with store.batch() as batch:
            session = batch.session
            person: Person | None = await batch.get(Person, person_id)
            asked = person.erased_at if person is not None else None
            before = to_micros(asked or clock.now())
            chats = [row[0] for row in await session.rows("own_addresses", person=person_id)]
            ((running,),) = await session.rows("own_open_cases", person=person_id)
            ((since,),) = await session.rows("own_messages_since", chats=chats, before=before)
            stays = bool(running or since)
            lines = await _masked_lines(session, person_id)
            uow = store.unit_of_work(batch, clock.now(), JOB)
            for case_id, ids in lines.of_case.items():
                await owndata.note_erased(uow, case_id, ids)
            batch.join()
            await session.write_all(await _writes(session, person_id, chats, lines.rows, before, forget=not stays))
        if stays:
            return nothing
        return lambda uow: owndata.forget(uow, person_id, chats)

    return Work(erase, lambda person_id: nothing)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of timelines in which masking changes something: what they hold then, and their ids by case."""

    rows: list[dict[str, Any]]
    of_case: Mapping[int, list[int]]


async def _masked_lines(session: Session, person_id: int) -> _Lines:
    rows: list[dict[str, Any]] = []
    of_case: dict[int, list[int]] = defaultdict(list)
    for id_, case_id, before in await session.rows("own_words", person=person_id):
        after = _masked_data(before)
        if after != before:
            rows.append({"id": id_, "data": after})
            of_case[case_id].append(id_)
    return _Lines(rows, of_case)


async def _writes(
    session: Session, person_id: int, chats: list[str], lines: list[dict[str, Any]], before: int, *, forget: bool
) -> list[Write]:
    conversations = [f"{chat}|{chat}" for chat in chats]
    told = await _masked_messages(session, person_id)
    waiting = await _masked_calls(session, person_id)
    masked = (("event_mask", lines), ("message_mask", told), ("outbox_mask", waiting))
    writes = [Write(name, rows) for name, rows in masked if rows]
    writes += [
        Write("own_messages_erase", [{"chats": chats, "before": before}]),
        Write("own_outbox_erase", [{"chats": chats}]),
        Write("told_outbox_erase", [{"person": person_id}]),
        Write("own_inbox_erase", [{"conversations": conversations}]),
        Write("own_drafts_erase", [{"person": person_id, "before": before}]),
        Write("own_alarms_erase", [{"person": person_id}]),
        Write("own_files_erase", [{"person": person_id, "before": before}]),
        Write("own_alike_erase", [{"person": person_id}]),
        Write("own_survey_answers_erase", [{"person": person_id}]),
        Write("own_survey_names_erase", [{"person": person_id}]),
        Write("own_subscriptions_erase", [{"person": person_id, "before": before}]),
        Write("own_told_erase", [{"person": person_id}]),
    ]
    if forget:
        writes.append(Write("own_conversations_erase", [{"conversations": conversations}]))
        writes.append(Write("own_sessions_erase", [{"chats": chats}]))
    return writes


async def _masked_messages(session: Session, person_id: int) -> list[dict[str, Any]]:
    found = [(id_, text, mask(text)) for id_, text in await session.rows("told_words", person=person_id)]
    return [{"id": id_, "text": after} for id_, before, after in found if after != before]


async def _masked_calls(session: Session, person_id: int) -> list[dict[str, Any]]:
    """Return the calls that are still to be made, as they show to others what has been masked in the history."""
    found = [
        (id_, params, _masked_params(params)) for id_, params in await session.rows("told_waiting", person=person_id)
    ]
    return [{"id": id_, "params": after} for id_, before, after in found if after != before]


def _masked_params(params: str) -> str:
    fields: Mapping[str, Any] = msgspec.json.decode(params)
    return to_json({name: mask(value) if name in _SHOWN else value for name, value in fields.items()})


def _masked_data(data: str) -> str:
    fields: Mapping[str, Any] = msgspec.json.decode(data)
    return to_json({name: mask(value) if isinstance(value, str) else value for name, value in fields.items()})
