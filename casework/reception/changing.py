"""An announced day is changed: which place each of those has who have booked it. Pure, over the row of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casework.calendar import Calendar
from casework.reception.days import Reception
from casework.reception.hours import Span
from casework.replacing import replace


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be changed of a day: where, what about, in which rooms, and the times, in order, of `minutes` each. One
    that falls on a holiday is held later: `moved_from` is when it would have been.
    """

    place: str
    topics: str
    rooms: tuple[str, ...]
    starts: tuple[datetime, ...]
    minutes: int
    moved_from: date | None = None


def plan_of(reception: Reception) -> Plan:
    """Return a day's plan as it stands."""
    known = (reception.place, reception.topics, reception.rooms, reception.starts, reception.minutes)
    return Plan(*known, reception.moved_from)


def changed(reception: Reception, plan: Plan, calendar: Calendar) -> Reception:
    """Return a day by another plan, with everybody in it who had a place or waited for one.

    Whoever can keeps their time of day, also on another date; where all times are moved alike, everybody moves with
    them. Whoever can't has the free place nearest to it, in order. Those for whom none is left come first on the
    waiting list. Places that are free then stay so: whether somebody can still come is asked by `may_be_filled`.
    """
    slots = _same_slots(reception, plan, calendar)
    most = len(plan.rooms)
    places = [""] * (len(plan.starts) * most)
    late: list[tuple[str, int]] = []
    for place, key in enumerate(reception.places):
        if not key:
            continue
        slot, room = divmod(place, len(reception.rooms))
        same = slots[slot]
        free = [] if same is None else [each for each in range(same * most, (same + 1) * most) if not places[each]]
        if same is None or not free:
            late.append((key, slot))
        else:
            wanted = same * most + room
            places[wanted if wanted in free else free[0]] = key
    near = _nearest([reception.starts[slot] for _, slot in late], places, plan, calendar)
    for (key, _), place in zip(late, near, strict=False):
        places[place] = key
    left = [key for key, _ in late[len(near) :]]
    return replace(
        reception,
        place=plan.place,
        topics=plan.topics,
        rooms=plan.rooms,
        starts=plan.starts,
        minutes=plan.minutes,
        begins_at=plan.starts[0],
        ends_at=plan.starts[-1] + timedelta(minutes=plan.minutes),
        places=tuple(places),
        waiting=(*left, *reception.waiting),
        moved_from=plan.moved_from,
    )


def spans_of(reception: Reception, calendar: Calendar) -> tuple[Span, ...]:
    """Return the hours of a day, as its times show them: what follows without a gap is one span."""
    step = timedelta(minutes=reception.minutes)
    spans: list[tuple[datetime, datetime]] = []
    for start in reception.starts:
        begin = spans.pop()[0] if spans and spans[-1][1] == start else start
        spans.append((begin, start + step))
    zone = calendar.zone
    return tuple((begin.astimezone(zone).time(), end.astimezone(zone).time()) for begin, end in spans)


def overlap(starts: Sequence[datetime], minutes: int, other: Reception | Plan) -> bool:
    """Tell whether anybody who receives at these times would also have to receive on another day at the same moment."""
    length, its_length = timedelta(minutes=minutes), timedelta(minutes=other.minutes)
    return any(start < its + its_length and its < start + length for start in starts for its in other.starts)


def _same_slots(reception: Reception, plan: Plan, calendar: Calendar) -> list[int | None]:
    """Return for each time of the day which of the new ones is the same: by its order where there are as many, else by
    its time of day.
    """
    if len(plan.starts) == len(reception.starts):
        return list(range(len(plan.starts)))
    known = {_clock(calendar, start): slot for slot, start in enumerate(plan.starts)}
    return [known.get(_clock(calendar, start)) for start in reception.starts]


def _nearest(starts: Sequence[datetime], places: Sequence[str], plan: Plan, calendar: Calendar) -> list[int]:
    """Return the free places nearest to these times of day, the later of two, in the order of the day: nobody goes
    before whoever was before them. Fewer where there are no more.
    """
    clocks, most = [_clock(calendar, each) for each in plan.starts], len(plan.rooms)
    free = [place for place, key in enumerate(places) if not key]
    chosen: list[int] = []
    for wanted in (_clock(calendar, start) for start in starts[: len(free)]):
        _, _, best = min((abs(clocks[each // most] - wanted), -clocks[each // most], each) for each in free)
        free.remove(best)
        chosen.append(best)
    return sorted(chosen)


def _clock(calendar: Calendar, moment: datetime) -> timedelta:
    """Return a moment's local time of day."""
    local = moment.astimezone(calendar.zone)
    return timedelta(hours=local.hour, minutes=local.minute)
