"""A reception day is announced."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casework.actions import announcements
from casework.actions.broadcasting import refuse_alone, refuse_named
from casework.actions.dates import refuse_past
from casework.actions.telling import tell
from casework.errors import Refused
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.reception.changing import overlap
from casework.reception.days import Reception
from casework.reception.hours import MOST_STARTS
from casework.reception.rights import may_announce
from casework.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Announced:
    """What is announced: who receives, where and when; `starts` in order, each for `minutes`. No rooms are one. It is
    `public` where it is meant for the county's public channel, too.
    """

    area_id: int
    host_id: int
    place: str
    starts: tuple[datetime, ...]
    minutes: int
    rooms: tuple[str, ...] = ()
    topics: str = ""
    public: bool = False


async def announce(uow: UnitOfWork, by: int, day: Announced) -> Reception:
    """Announce a reception day, that residents can book; whoever asked for such news is told.

    Raises Refused("not-allowed") where the area is not the announcer's, Refused("no-host") for whoever leads nothing
    there, and as `refuse_times` and `refuse_public` do.
    """
    area = uow.org.areas.get(day.area_id)
    if area is None or not may_announce(uow.staff.of(by), area):
        raise Refused("not-allowed")
    if not leads(uow, day.host_id, day.area_id):
        raise Refused("no-host")
    await refuse_times(uow, day.host_id, day.starts, day.minutes)
    await refuse_public(uow, by, day)
    reception = await publish(uow, by, day)
    if day.host_id != by:
        await tell(uow, day.host_id, "reception_host", Urgency.NOW, reception_id=reception.id)
    return reception


async def publish(
    uow: UnitOfWork, by: int, day: Announced, series_id: int | None = None, moved_from: date | None = None
) -> Reception:
    """Put a day that was checked, perhaps one of a series, and tell of it. `moved_from` is the holiday in whose place
    it is held.
    """
    area = uow.org.areas[day.area_id]
    rooms = day.rooms or ("",)
    reception = Reception(
        uow.new_id(),
        area.id,
        area.path,
        day.host_id,
        day.place,
        day.topics,
        rooms,
        day.starts,
        day.minutes,
        day.starts[0],
        day.starts[-1] + timedelta(minutes=day.minutes),
        by,
        uow.now,
        ("",) * (len(day.starts) * len(rooms)),
        series_id=series_id,
        moved_from=moved_from,
        public=day.public,
    )
    uow.put(reception)
    await announcements.of_reception(uow, reception)
    return reception


async def refuse_times(
    uow: UnitOfWork, host_id: int, starts: Sequence[datetime], minutes: int, but: Collection[int] = ()
) -> None:
    """Refuse times at which nobody can be received. `but` are days that are changed: their times of now do not count.

    Raises Refused("reception-no-times", most) where there are none or too many, Refused("date-past"), and
    Refused("reception-overlap", date, place) where the leader receives elsewhere then. Looks for the leader's other
    days: so it comes before any change of its turn.
    """
    if not starts or len(starts) > MOST_STARTS:
        raise Refused("reception-no-times", most=MOST_STARTS)
    refuse_past(uow, starts[0])
    await uow.get(Person, host_id)  # Held until the end: whoever puts another day of theirs down meanwhile waits.
    for other in await uow.receptions_of_host(host_id, starts[0], starts[-1] + timedelta(minutes=minutes)):
        if other.id not in but and overlap(starts, minutes, other):
            raise Refused("reception-overlap", date=uow.rules.calendar.day(other.begins_at), place=other.place)


async def refuse_public(uow: UnitOfWork, by: int, day: Announced) -> None:
    """Refuse for the county's public channel what can't be posted there: Refused("public-names") where it names
    somebody, and Refused("broadcast-nobody") where there is no second person to let it out.
    """
    titles = {language: uow.staff.title(day.host_id, language) for language in uow.rules.languages}
    refuse_named({**titles, "place": day.place, "topics": day.topics}, public=day.public)
    if day.public:
        await refuse_alone(uow, day.area_id, by)


def leads(uow: UnitOfWork, host_id: int, area_id: int) -> bool:
    """Tell whether somebody is a leader who may receive in an area."""
    return any(post.person_id == host_id for post in hosts(uow, area_id))


def hosts(uow: UnitOfWork, area_id: int) -> list[Post]:
    """Return the posts of the leaders who may receive in an area: those over it, and over the areas above it."""
    area = uow.org.areas.get(area_id)
    above = {each.id for each in uow.org.ancestors(area)} | {area_id} if area is not None else set()
    return [post for post in uow.staff.all() if post.role is Role.LEADER and post.area_id in above]
