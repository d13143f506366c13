"""A leader or their office announces a reception day, and calls one off."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec

from casework.actions.reception import announcing
from casework.actions.reception.announcing import Announced
from casework.areas import Area
from casework.errors import Refused
from casework.people import Post
from casework.reception.hours import parse_hours, starts_of
from casework.reception.rights import may_announce
from casework.words import clean
from handlers.broadcasts.public_step import YES, publics, unasked
from handlers.checked_step import Checked
from handlers.dates import word_day
from handlers.messages import Incoming, Kind
from handlers.place_step import Placed, PlaceStep
from handlers.reception import office
from handlers.refusals import as_mistake
from handlers.router import Command
from handlers.steps import Choice, Confirm, D, Day, Flow, FreeText, Mistake, Option
from handlers.talk import Talk

_MINUTES: Final = (10, 15, 20, 30)
PLACE: Final = 100
"""Characters of where it is, of rooms, topics and hours."""

_REASON: Final = 200
_MOST_OFFERED: Final = 12
_COMMA: Final = re.compile(r"[,，、;；]")


class New(Placed, frozen=True, kw_only=True):
    """The day as it is put together: ids, minutes and the ISO day as text, the rest as it was typed."""

    host: str = ""
    place: str = ""
    day: str = ""
    hours: str = ""
    minutes: str = ""
    rooms: str = ""
    topics: str = ""
    public: str = ""


def _may_announce(talk: Talk, area: Area) -> bool:
    return may_announce(talk.posts, area)


async def _own_areas(talk: Talk, data: New) -> Sequence[Area]:
    """Return where the announcer may announce a day, the widest areas first."""
    own = [area for area in talk.uow.org.areas.values() if area.active and _may_announce(talk, area)]
    return sorted(own, key=lambda area: (area.path.count("/"), area.id))


async def _hosts(talk: Talk, data: New) -> Sequence[Option]:
    found: dict[int, Post] = {post.person_id: post for post in announcing.hosts(talk.uow, data.area_id)}
    offered = list(found.values())[:_MOST_OFFERED]
    return [Option(str(post.person_id), post.label(talk.language)) for post in offered]


@dataclass(frozen=True)
class Hours(FreeText[D]):
    """The question for the hours, as in "9:00-11:30, 14:00-16:00"."""

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the hours. Raises Mistake for what are none."""
        if incoming.kind is Kind.TEXT and not parse_hours(clean(incoming.text)):
            raise Mistake("mistake-reception-hours")
        return await super().take(talk, data, incoming)


async def lengths(talk: Talk, data: msgspec.Struct) -> Sequence[Option]:
    """Return how long a visit may be: the usual length among the common ones."""
    usual = talk.uow.rules.profile.reception.minutes
    return [Option(str(each), talk.say("receive-minutes", count=each)) for each in sorted({*_MINUTES, usual})]


def _announced(talk: Talk, data: New) -> Announced:
    minutes = int(data.minutes)
    starts = starts_of(talk.uow.rules.calendar, date.fromisoformat(data.day), parse_hours(data.hours), minutes)
    rooms, public = rooms_in(data.rooms), data.public == YES
    return Announced(data.area_id, int(data.host), data.place, starts, minutes, rooms, data.topics, public)


def rooms_in(typed: str) -> tuple[str, ...]:
    """Return the rooms that somebody has typed, without any twice; () for none."""
    return tuple(dict.fromkeys(room for each in _COMMA.split(typed) if (room := each.strip())))


async def _check(talk: Talk, data: New) -> None:
    """Raise Mistake for times at which nobody can be received, before more is asked."""
    day = _announced(talk, data)
    with as_mistake(talk):
        await announcing.refuse_times(talk.uow, day.host_id, day.starts, day.minutes)


async def _check_public(talk: Talk, data: New) -> None:
    """Raise Mistake for what can't be posted in the public channel: "no" can still be chosen."""
    with as_mistake(talk):
        await announcing.refuse_public(talk.uow, talk.person.id, _announced(talk, data))


async def _sure(talk: Talk, data: New) -> str:
    day = _announced(talk, data)
    today = talk.uow.rules.calendar.day(talk.uow.now)
    known: Mapping[str, Any] = {
        "date": word_day(talk.language, date.fromisoformat(data.day), today),
        "hours": data.hours,
        "host": talk.uow.staff.title(day.host_id, talk.language),
        "place": data.place,
        "area": talk.uow.org.areas[day.area_id].label(talk.language),
        "places": len(day.starts) * max(1, len(day.rooms)),
        "minutes": day.minutes,
        "public": talk.say("receive-goes-public") if day.public else "",
    }
    return talk.say("receive-sure", **known)


async def _finish(talk: Talk, data: New) -> None:
    reception = await announcing.announce(talk.uow, talk.person.id, _announced(talk, data))
    talk.end()
    await office.show(talk, reception, talk.say("receive-announced"))


NEW: Final = Flow[New](
    "reception-new",
    New,
    (
        PlaceStep("receive-area", _own_areas, _may_announce, "mistake-reception-area", id="area"),
        Choice("host", "receive-host", "host", _hosts, cancel=True),
        FreeText("place", "receive-place", "place", PLACE, cancel=True),
        Day("day", "receive-day", "day", (7, 14, 21, 28), cancel=True),
        Hours("hours", "receive-hours", "hours", PLACE, cancel=True),
        Checked(Choice("minutes", "receive-length", "minutes", lengths, 2, cancel=True), _check),
        FreeText("rooms", "receive-rooms", "rooms", PLACE, skip="button-receive-one-room", cancel=True),
        FreeText("topics", "receive-topics", "topics", PLACE, skip="button-receive-any-topic", cancel=True),
        Checked(
            Choice("public", "receive-public", "public", publics, when=lambda data: not data.public, cancel=True),
            _check_public,
        ),
        Confirm("sure", _sure, "button-receive-announce"),
    ),
    _finish,
)


async def receive_new(talk: Talk, said: str) -> None:
    """Begin to announce a day. Raises Refused("staff-only") for whoever announces none anywhere."""
    if not await _own_areas(talk, New()):
        raise Refused("staff-only" if not talk.posts else "not-allowed")
    await NEW.start(talk, New(public=unasked(talk)))


FLOWS: Final = (NEW,)
COMMANDS: Final[Mapping[str, Command]] = {"receive_new": receive_new}
