"""A reception day is called off, or it and all that follow it in its series: whoever has booked hears of it once, and
so does the public channel.
"""

from collections.abc import Sequence

from casework.actions.reception.access import run_by
from casework.actions.reception.entries import take_back
from casework.actions.reception.following import end_series, following, its_series
from casework.actions.reception.posted import take_off
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.rights import answering
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def call_off(uow: UnitOfWork, reception_id: int, by: int, reason: str) -> Reception:
    """Call a day off; whoever has booked or waits hears why, and may book another.

    Raises NotYours, and Refused("reception-over").
    """
    return (await _called_off(uow, [await _open(uow, reception_id, by)], by, reason))[0]


async def call_off_all(uow: UnitOfWork, reception_id: int, by: int, reason: str) -> list[Reception]:
    """Call a day off and all announced ones that follow it in its series, which ends; return them. Raises as `call_off`
    does.
    """
    first = await _open(uow, reception_id, by)
    series = await its_series(uow, first)
    days = [first, *await following(uow, first)]
    if series is not None:
        end_series(uow, series)
    return await _called_off(uow, days, by, reason, ends=series is not None)


async def _open(uow: UnitOfWork, reception_id: int, by: int) -> Reception:
    reception = await run_by(uow, reception_id, by)
    if reception.state is not DayState.OPEN:
        raise Refused("reception-over")
    return reception


async def _called_off(
    uow: UnitOfWork, days: Sequence[Reception], by: int, reason: str, *, ends: bool = False
) -> list[Reception]:
    """Call days off; each of those who have booked, also for others, is told once of all that concern them. The office
    hears, too, where their series `ends` with them.
    """
    concerned: dict[int, dict[int, None]] = {}
    for day in days:
        for booking in await uow.get_all(Booking, [*(key for key in day.places if key), *day.waiting]):
            if booking.state.is_ahead:
                off = replace(booking, state=BookingState.CANCELLED, number=0)
                uow.put(take_back(uow, off, day.start_of(booking.number - 1)) if booking.number else off)
                concerned.setdefault(booking.person_id, {})[day.id] = None
    called_off = [replace(day, state=DayState.CANCELLED, reason=reason, epoch=day.epoch + 1) for day in days]
    for day in called_off:
        uow.put(day)
    for person_id, its in concerned.items():
        await tell(uow, person_id, "reception_off", Urgency.NOW, days=tuple(its))
    for person_id in answering(uow.staff, called_off[0]):
        if person_id != by and person_id not in concerned:
            ids = tuple(day.id for day in called_off)
            await tell(uow, person_id, "reception_day_off", Urgency.NOW, days=ids, ends=int(ends))
    take_off(uow, called_off)
    return called_off
