"""Hearings, mediations and settlements: both sides are invited, and who took part and what came of it is recorded.

What was agreed binds nobody until the resident has read it back and said yes: it waits as an outcome of its own.
"""

from collections.abc import Sequence
from datetime import datetime

from casework.actions.above import tell_cadre
from casework.actions.changing import change
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.outcomes import answer
from casework.actions.telling import tell_resident
from casework.errors import Refused
from casework.files import File
from casework.meetings import Meeting, MeetingKind
from casework.notices import Urgency
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Outcome, OutcomeKind, fired_again
from casework.plans.appointments import evening_before
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def announce_meeting(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, kind: MeetingKind, at: datetime, place: str
) -> Case:
    """Invite both sides to a hearing or a mediation, or move the one that is announced. No clock stops by it.

    Raises Refused("date-past"), and Refused("wrong-kind") for a settlement, which needs no meeting.
    """
    case = await allowed(uow, "announce_meeting", case_id, by, epoch)
    if kind is MeetingKind.SETTLEMENT:
        raise Refused("wrong-kind")
    refuse_past(uow, at)
    event(
        uow,
        case,
        "meeting_set",
        actor=by,
        role=role_in(uow, case, by),
        meeting=kind.value,
        at=at.isoformat(),
        place=place,
    )
    case = await change(uow, case, meeting=Meeting(kind, at, place))
    if evening_before(at, uow.rules) <= uow.now:
        # Told just now; the reminder of the evening before would only repeat it.
        case = replace(case, fired=fired_again(case, "meeting_tomorrow", uow.now))
    return await tell_resident(uow, case, "meeting")


async def cannot_come(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Take the resident's word that they can't come; the cadre hears it at once and can name another time.

    Raises Refused("meeting-over") once the time has come.
    """
    case = await allowed(uow, "cannot_come", case_id, by)
    if case.meeting is None or not case.meeting.is_ahead or case.meeting.at <= uow.now:
        raise Refused("meeting-over")
    if case.meeting.cannot:
        return case
    event(uow, case, "cannot_come", actor=by, role=voice(case, by), meeting=case.meeting.kind.value)
    case = await change(uow, case, meeting=replace(case.meeting, cannot=True))
    await tell_cadre(uow, case, "cannot_come", Urgency.LIMIT)
    return case


async def record_meeting(
    uow: UnitOfWork,
    case_id: int,
    by: int,
    epoch: int | None,
    ended: datetime,
    took_part: str,
    result: str,
    *,
    agreed: bool = False,
    files: Sequence[int] = (),
) -> Case:
    """Record the announced meeting, which began as announced: who took part by role, the result, and files to it.

    With `agreed` the result of a mediation are the words that both sides agreed to; the resident confirms them.

    Raises Refused("meeting-ahead") before it, Refused("date-past") where it would have ended before it began, or is not
    over, and Refused("wrong-kind") for what was agreed in a hearing.
    """
    case = await allowed(uow, "record_meeting", case_id, by, epoch)
    if case.meeting is None:
        raise Refused("meeting-over")
    if case.meeting.at > uow.now:
        raise Refused("meeting-ahead")
    if not case.meeting.at < ended <= uow.now:
        raise Refused("date-past")
    if agreed and case.meeting.kind is not MeetingKind.MEDIATION:
        raise Refused("wrong-kind")
    held = replace(case.meeting, began=case.meeting.at, ended=ended)
    sent = await sent_by(uow, by, files)
    _record(uow, case, by, held, took_part, result, sent)
    if agreed:
        return await _agreed(uow, case, by, held, result, sent)
    case = await change(uow, enclose(uow, case, sent), meeting=held, news_at=uow.now)
    return await tell_resident(uow, case, "meeting_held", words=result, **as_told(sent))


async def settle(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, took_part: str, terms: str, files: Sequence[int] = ()
) -> Case:
    """Record a settlement in writing: its terms wait for the resident's yes."""
    case = await allowed(uow, "settle", case_id, by, epoch)
    held = Meeting(MeetingKind.SETTLEMENT, uow.now, began=uow.now, ended=uow.now)
    sent = await sent_by(uow, by, files)
    _record(uow, case, by, held, took_part, terms, sent)
    return await _agreed(uow, case, by, held, terms, sent)


def _record(
    uow: UnitOfWork, case: Case, by: int, held: Meeting, took_part: str, result: str, files: Sequence[File]
) -> None:
    if held.began is None or held.ended is None:
        raise ValueError("a meeting that was held has a beginning and an end")
    event(
        uow,
        case,
        "meeting_held",
        actor=by,
        role=role_in(uow, case, by),
        meeting=held.kind.value,
        began=held.began.isoformat(),
        ended=held.ended.isoformat(),
        place=held.place,
        parties=took_part,
        result=result,
        **as_data(files),
    )


async def _agreed(uow: UnitOfWork, case: Case, by: int, held: Meeting, terms: str, files: Sequence[File]) -> Case:
    outcome = Outcome(OutcomeKind.SETTLED, terms, "", "", files=tuple(file.id for file in files))
    return await answer(uow, replace(case, meeting=held), by, outcome, files, "settlement")
