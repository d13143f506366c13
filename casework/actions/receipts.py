"""How a written reply comes to its resident, and when it counts as received: the days for a review run from there.

In chat a reply is received once its resident has tapped anything on it, has opened the case, or has said a word on it.
Who only reads taps nothing: so it also counts some days (`receipt_days`) after it was sent, but only where the channel
has confirmed that it arrived. Arrival would do by law; the days are for an old phone that lies in a drawer, and they
are the resident's gain alone, since every right runs from the later day. Nothing is ever presumed of a reply that did
not arrive: it goes by phone, by post or by hand, and a clerk records to whom, how, and when.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from casework.actions.above import tell_above
from casework.actions.changing import change
from casework.actions.entering import messenger
from casework.actions.telling import tell
from casework.errors import Refused
from casework.ladder import FROM_INTAKE, in_turn
from casework.masking import mask
from casework.notices import Urgency
from casework.people import Person
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Fired, Receipt, Reply
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

BY_HAND: Final = frozenset({Receipt.PHONE, Receipt.POST, Receipt.VISIT})
"""The ways in which a reply is handed over where the chat does not carry it."""


async def sending(uow: UnitOfWork, case: Case) -> Reply:
    """Return the reply that is sent now. A resident without a chat, or who has stopped it, gets it by hand."""
    resident = await uow.get(Person, case.resident_id)
    reaches = resident is not None and bool(resident.home) and resident.unreachable_at is None
    return Reply(uow.now, by_hand_at=None if reaches else uow.now)


async def sent(uow: UnitOfWork, case: Case) -> None:
    """Tell who has to hand over a reply that no chat carries. Whoever passes it on to somebody without a chat has just
    been given it, with the way to record it.
    """
    resident = await uow.get(Person, case.resident_id)
    passed_on = resident is not None and resident.agent_id is not None and not resident.home
    if case.reply is not None and case.reply.waits_for_hand and not passed_on:
        await _tell_by_hand(uow, case, 0, follow_up=False)


async def opened(uow: UnitOfWork, case_id: int, by: int) -> None:
    """Note that the resident has touched the reply of a case. Nothing where somebody else did, or it is known."""
    case = await uow.get(Case, case_id)
    waits = case is not None and case.reply is not None and case.reply.received_at is None
    if case is not None and waits and case.resident_id == by and case.is_open:
        uow.put(with_word(uow, case, by))


def with_word(uow: UnitOfWork, case: Case, by: int) -> Case:
    """Return the case, still to be put, with its reply received by whoever has just said something on it."""
    return _received(uow, case, Receipt.OPENED, uow.now, by=by, role=voice(case, by))


async def presume(uow: UnitOfWork, case: Case, fired: Mapping[str, Fired]) -> None:
    """After some days an untouched reply counts as received where it arrived; else it goes by hand."""
    arrived = await uow.reply_arrived(case)
    case = await change(uow, case, fired=fired)
    if arrived:
        uow.put(_received(uow, case, Receipt.DELIVERED, uow.now, by=None, role="system"))
    else:
        await by_hand(uow, case, follow_up=True)


async def by_hand(uow: UnitOfWork, case: Case, *, follow_up: bool = False) -> None:
    """Have a reply handed over that the chat does not carry, unless it is received or known to go so.

    As a `follow_up` it is told with whatever else falls due.
    """
    reply = case.reply
    if reply is None or reply.received_at is not None or reply.by_hand_at is not None:
        return
    event(uow, case, "reply_undelivered", actor=None, role="system", public=False)
    case = await change(uow, case, reply=replace(reply, by_hand_at=uow.now))
    await _tell_by_hand(uow, case, 0, follow_up=follow_up)


async def remind(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Ask again who has to hand it over, and those above, one rung higher each time."""
    await _tell_by_hand(uow, case, round_, follow_up=True)


async def hand_over(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, how: Receipt, to: str, at: datetime
) -> Case:
    """Record that a reply was handed over: how (one of BY_HAND), to whom, and when. The clocks run from then.

    Raises Refused("date-ahead") and Refused("before-reply", date) for a day on which it was not written yet.
    """
    case = await allowed(uow, "hand_over", case_id, by, epoch)
    calendar = uow.rules.calendar
    if at > uow.now:
        raise Refused("date-ahead")
    if case.reply is not None and calendar.day(at) < calendar.day(case.reply.sent_at):
        raise Refused("before-reply", date=calendar.day(case.reply.sent_at))
    return await change(uow, _received(uow, case, how, at, by=by, role=role_in(uow, case, by), to=to))


def _received(
    uow: UnitOfWork, case: Case, how: Receipt, at: datetime, *, by: int | None, role: str, to: str = ""
) -> Case:
    if case.reply is None or case.reply.received_at is not None:
        return case
    data = {"how": how.value, "words": mask(to), "at": at.isoformat()}
    event(uow, case, "reply_received", actor=by, role=role, public=how in BY_HAND, **data)
    return replace(case, reply=replace(case.reply, received_at=at, how=how, to=to))


async def _tell_by_hand(uow: UnitOfWork, case: Case, round_: int, *, follow_up: bool) -> None:
    """Tell whoever speaks for a resident without a chat, else the dispatcher; later the supervisor, the leader."""
    resident = await uow.get(Person, case.resident_id)
    if round_ == 0 and resident is not None and resident.agent_id is not None and not resident.home:
        speaker = await messenger(uow, resident, case)
        if speaker is not None:
            await tell(uow, speaker.id, "reply_by_hand", Urgency.LIMIT, case, follow_up)
            return
    await tell_above(uow, case, in_turn(FROM_INTAKE, round_), "reply_by_hand", Urgency.LIMIT, follow_up=follow_up)
