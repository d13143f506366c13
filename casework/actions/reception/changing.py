"""An announced day is changed: everybody who has booked or waits hears of it once, and nobody loses their turn."""

from datetime import time
from typing import Any

from casework.actions.reception.access import run_by
from casework.actions.reception.announcing import refuse_times
from casework.actions.reception.visitors import tell_visitor
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.reception.booking import filled, seated
from casework.reception.changing import Plan, changed, plan_of
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.plan import told_by_change
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def changeable(uow: UnitOfWork, reception_id: int, by: int, epoch: int | None = None) -> Reception:
    """Return a day that somebody's office may still change: it is announced, and nobody has come yet.

    Raises NotYours, Refused("reception-over"), Refused("reception-begun"), and Refused("reception-changed") where it is
    not the one of that `epoch` any more: somebody else has changed it meanwhile.
    """
    reception = await run_by(uow, reception_id, by)
    if reception.state is not DayState.OPEN or reception.ends_at <= uow.now:
        raise Refused("reception-over")
    visits = await uow.get_all(Booking, reception.keys)
    if reception.begins_at <= uow.now or reception.walk_ins or any(not each.state.is_ahead for each in visits):
        raise Refused("reception-begun")
    if epoch is not None and reception.epoch != epoch:
        raise Refused("reception-changed")
    return reception


async def change(uow: UnitOfWork, reception_id: int, by: int, plan: Plan, epoch: int) -> Reception:
    """Change a day, and tell everybody for whom something that they were told is another now, with the old and the new.

    Whoever no longer fits has the nearest free place, else comes first on the waiting list; places that are new go to
    who waits. Raises as `changeable` and `refuse_times` do, and Refused("reception-same") where nothing is another.
    """
    before = await changeable(uow, reception_id, by, epoch)
    if plan == plan_of(before):
        raise Refused("reception-same")
    await refuse_times(uow, before.host_id, plan.starts, plan.minutes, but=before.id)
    after = replaced(uow, before, plan)
    uow.put(after)
    places = {key: place for place, key in enumerate(after.places) if key}
    for booking in await uow.get_all(Booking, [*(key for key in before.places if key), *before.waiting]):
        await _moved(uow, before, after, booking, places.get(booking.key))
    for person_id in dict.fromkeys((after.host_id, after.published_by)):
        if person_id != by:
            await tell(uow, person_id, "reception_day_changed", Urgency.NOW, reception_id=after.id)
    return after


def replaced(uow: UnitOfWork, before: Reception, plan: Plan) -> Reception:
    """Return a day as it becomes by another plan, now: what an office is shown before it says yes, and what is put."""
    after = changed(before, plan, uow.rules.calendar)
    after = filled(after, uow.now, uow.rules.profile.reception.fill_hours)
    calendar = uow.rules.calendar
    same_day = calendar.day(after.begins_at) == calendar.day(before.begins_at)
    return replace(
        after,
        epoch=before.epoch + 1,
        fired=told_by_change(after, uow.rules, uow.now),
        moved_from=before.moved_from if same_day else None,
    )


async def _moved(uow: UnitOfWork, before: Reception, after: Reception, booking: Booking, place: int | None) -> None:
    """Put a booking as it stands after a change of its day, and tell its visitor what is another for them."""
    told = _told(uow, before, booking)
    had_place = booking.state is BookingState.BOOKED
    if place is None:
        booking = replace(booking, state=BookingState.WAITING, number=0)
        kind = "reception_displaced" if had_place else "reception_changed"
    else:
        kind = "reception_changed" if had_place else "reception_filled"
        booking = seated(after, booking, place)
    uow.put(booking)
    if had_place != (place is not None) or _told(uow, after, booking) != told:
        # The reader compares: so the notice holds what was, and the rows hold what is.
        await tell_visitor(uow, booking, kind, **told)


def _told(uow: UnitOfWork, reception: Reception, booking: Booking) -> dict[str, Any]:
    """Return what a visitor was told of their visit: when (who waits: on which day), where, what about, and the number
    by which they are called.
    """
    calendar = uow.rules.calendar
    has_place = booking.state is BookingState.BOOKED
    day = calendar.at(calendar.day(reception.begins_at), time())
    return {
        "was_at": reception.start_of(booking.number - 1) if has_place else day,
        "was_place": reception.place,
        "was_topics": reception.topics,
        "was_number": booking.number,
    }
