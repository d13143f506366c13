"""Announced days are changed: everybody who has booked or waits hears of it once, and nobody loses their turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from casework.actions.broadcasting import refuse_named
from casework.actions.reception.access import run_by
from casework.actions.reception.announcing import refuse_times
from casework.actions.reception.entries import take_back
from casework.actions.reception.following import following, its_series
from casework.actions.reception.posted import correct
from casework.actions.reception.visitors import tell_visitor
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.reception.booking import filled, seated
from casework.reception.changes import Change, Changes, clashing, continued, planned
from casework.reception.changing import Plan, changed, plan_of
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.plan import told_by_change
from casework.reception.rights import answering
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


async def change(uow: UnitOfWork, reception_id: int, by: int, changes: Changes, epoch: int) -> Reception:
    """Change a day, and tell everybody for whom something that they were told is another now, with the old and the new.

    Whoever no longer fits has the nearest free place, else comes first on the waiting list; places that are new go to
    who waits. Raises as `changeable` and `becoming` do, and Refused("reception-same") where nothing is another.
    """
    found = await becoming(uow, [await changeable(uow, reception_id, by, epoch)], changes)
    if not found:
        raise Refused("reception-same")
    await _put(uow, found)
    after = found[0].after
    await _tell_office(uow, after, by, "reception_day_changed")
    return after


async def change_all(
    uow: UnitOfWork, reception_id: int, by: int, changes: Changes, epoch: int, series_epoch: int
) -> list[Change]:
    """Change a day, all announced ones that follow it in its series, and those that are opened later; return those
    announced ones for which anything is another. What is not changed stays as each of them has it.

    As `change` does; whoever has visits on several days hears of all in one message. Raises
    Refused("reception-changed") where the series is not as it was in its `series_epoch`, 0 where it had ended.
    """
    first = await changeable(uow, reception_id, by, epoch)
    series = await its_series(uow, first)
    if (series.epoch if series is not None else 0) != series_epoch:
        raise Refused("reception-changed")
    found = await becoming(uow, [first, *await following(uow, first)], changes)
    later = continued(series, changes) if series is not None else None
    if not found and later == series:
        raise Refused("reception-same")
    if later is not None and later != series:
        uow.put(replace(later, epoch=later.epoch + 1))
    await _put(uow, found)
    after = next((each.after for each in found if each.before.id == first.id), first)
    further = int(later is not None)
    await _tell_office(uow, after, by, "reception_days_changed", count=len(found), further=further)
    return found


async def becoming(uow: UnitOfWork, days: Sequence[Reception], changes: Changes) -> list[Change]:
    """Return what becomes of days of one leader, without those of which nothing is another: what an office is shown
    before it says yes, and what is put. Raises as `refuse_times` does, and is a finder as that is;
    Refused("public-names") where a day of the public channel would name somebody, and Refused("reception-shift-past",
    date) where the other weekday of a week has passed.
    """
    calendar = uow.rules.calendar
    plans = [planned(day, changes, calendar) for day in days]
    ids = {day.id for day in days}
    for day, plan in zip(days, plans, strict=True):
        if changes.shift is not None and plan.starts and plan.starts[0] <= uow.now:
            raise Refused("reception-shift-past", date=calendar.day(plan.starts[0]))
        await refuse_times(uow, day.host_id, plan.starts, plan.minutes, but=ids)
        refuse_named({"place": plan.place, "topics": plan.topics}, public=day.public)
    if (twice := clashing(plans)) is not None:
        raise Refused("reception-overlap", date=calendar.day(twice.starts[0]), place=twice.place)
    return [
        Change(day, replaced(uow, day, plan)) for day, plan in zip(days, plans, strict=True) if plan != plan_of(day)
    ]


def replaced(uow: UnitOfWork, before: Reception, plan: Plan) -> Reception:
    """Return a day as it becomes by another plan, now."""
    after = changed(before, plan, uow.rules.calendar)
    after = filled(after, uow.now, uow.rules.profile.reception.fill_hours)
    return replace(after, epoch=before.epoch + 1, fired=told_by_change(after, uow.rules, uow.now))


@dataclass(frozen=True, slots=True)
class _News:
    """What a visitor hears of one visit, by the kind of the notice; `was` is what they had been told of it."""

    booking: Booking
    kind: str
    was: Mapping[str, Any]


async def _put(uow: UnitOfWork, changes: Sequence[Change]) -> None:
    """Put days as they are changed with all their visits; tell each visitor once, and the public channel."""
    news: dict[int, list[_News]] = {}
    for each in changes:
        uow.put(each.after)
        places = {key: place for place, key in enumerate(each.after.places) if key}
        keys = [*(key for key in each.before.places if key), *each.before.waiting]
        for booking in await uow.get_all(Booking, keys):
            told = _moved(uow, each, booking, places.get(booking.key))
            if told is not None:
                news.setdefault(booking.person_id, []).append(told)
    for person_id, found in news.items():
        if len(found) == 1:
            await tell_visitor(uow, found[0].booking, found[0].kind, **found[0].was)
            continue
        visits = [{"reception_id": each.booking.reception_id, "key": each.booking.key, **each.was} for each in found]
        await tell(uow, person_id, "reception_several_changed", Urgency.NOW, visits=visits)
    correct(uow, changes)


def _moved(uow: UnitOfWork, change: Change, booking: Booking, place: int | None) -> _News | None:
    """Put a booking as it stands after a change of its day; return what is another for its visitor, None for
    nothing.
    """
    told = _told(uow, change.before, booking)
    had_place = booking.state is BookingState.BOOKED
    if place is None:
        waits = replace(booking, state=BookingState.WAITING, number=0)
        booking = take_back(uow, waits, change.before.start_of(booking.number - 1)) if had_place else waits
        kind = "reception_displaced" if had_place else "reception_changed"
    else:
        kind = "reception_changed" if had_place else "reception_filled"
        booking = seated(change.after, booking, place)
    uow.put(booking)
    if had_place == (place is not None) and _told(uow, change.after, booking) == told:
        return None
    # The reader compares: so the notice holds what was, and the rows hold what is.
    return _News(booking, kind, told)


async def _tell_office(uow: UnitOfWork, day: Reception, by: int, kind: str, **args: Any) -> None:
    """Tell the leader, and whoever has announced a day, that somebody else has changed it."""
    for person_id in answering(uow.staff, day):
        if person_id != by:
            await tell(uow, person_id, kind, Urgency.NOW, reception_id=day.id, **args)


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
