"""/brief: the figures of a place, or of a unit, for some days, asked for by whoever is over it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import msgspec

from casework.actions import briefs
from casework.areas import Area
from casework.briefs.periods import Period, last_days, last_month, last_week
from casework.briefs.rights import READS, headed, may
from casework.errors import Refused
from casework.reach import areas_over, heads
from casework.words import clean
from handlers.checked_step import Checked
from handlers.dates import parse_day, word_day
from handlers.messages import Incoming, Kind
from handlers.refusals import as_mistake
from handlers.router import Command
from handlers.steps import Choice, Flow, FreeText, Mistake, Option
from handlers.talk import Talk

OWN: Final = "own"
_DAYS: Final = 90


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The place or the unit (0: none), which days ("week", "month", "90", "own"), and for own days the first and last,
    ISO.
    """

    area_id: int = 0
    unit_id: int = 0
    when: str = ""
    first: str = ""
    last: str = ""


class PastDay(FreeText[Asked]):
    """A day that has come, typed in any common form; without a year it is the latest one."""

    async def take(self, talk: Talk, data: Asked, incoming: Incoming) -> Asked:
        """Take the day. Raises Mistake for what is none, or is still to come."""
        today = talk.uow.rules.calendar.day(talk.uow.now)
        day = _latest(clean(incoming.text), today) if incoming.kind is Kind.TEXT else None
        if day is None:
            raise Mistake("mistake-past-day")
        if day > today:
            raise Mistake("mistake-day-to-come", date=word_day(talk.language, day, today))
        return msgspec.structs.replace(data, **{self.field: day.isoformat()})


def _latest(words: str, today: date) -> date | None:
    """Return the day that words name, the latest one where they name no year; None for what is no day."""
    day = parse_day(words, today)
    if day is not None and day > today and str(day.year) not in words:
        return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else None
    return day


async def brief(talk: Talk, words: str) -> None:
    """Ask for which days; `words` may name a place in one's area, or a unit that one heads or that is below it.

    Raises Refused("brief-staff") for others.
    """
    areas, units = areas_over(talk.uow.org, talk.posts, READS), headed(talk.uow.org, talk.posts)
    if not areas and not units:
        raise Refused("brief-staff")
    area = _named(talk, words) if words else next(iter(areas), None)
    unit_id = _unit_named(talk, words) if words else next(iter(units), 0)
    if area is None and not unit_id:
        talk.answer("brief-which")
        return
    await FLOW.start(talk, Asked(area_id=area.id) if area is not None else Asked(unit_id=unit_id))


def _unit_named(talk: Talk, words: str) -> int:
    """Return the id of the unit that words name, if the person may look at it, else 0."""
    typed = clean(words).casefold()
    org, posts = talk.uow.org, talk.posts
    found = (
        unit
        for unit in org.units.values()
        if typed in {unit.short.casefold(), unit.label("zh").casefold(), unit.label("en").casefold()}
        and heads(org, posts, unit.id)
    )
    return min((unit.id for unit in found), default=0)


def _named(talk: Talk, words: str) -> Area | None:
    """Return the place that words name, if it lies where the person may look: "not yours" and "none" are the same."""
    typed = clean(words).casefold()
    org, posts = talk.uow.org, talk.posts
    found = [
        area
        for area in org.areas.values()
        if typed
        in {area.name.casefold(), area.label("zh").casefold(), area.label("en").casefold()}
        | {org.place_label(area, language).casefold() for language in ("zh", "en")}
        and may(org, posts, area.id)
    ]
    return min(found, key=lambda area: (len(area.path), area.id), default=None)


async def _periods(talk: Talk, data: Asked) -> Sequence[Option]:
    return [
        Option("week", talk.say("brief-last-week")),
        Option("month", talk.say("brief-last-month")),
        Option(str(_DAYS), talk.say("brief-last-90")),
        Option(OWN, talk.say("brief-own-days")),
    ]


async def _facts(talk: Talk, data: Asked) -> Mapping[str, Any]:
    place = talk.uow.org.units.get(data.unit_id) or talk.uow.org.areas.get(data.area_id)
    return {"place": place.label(talk.language) if place is not None else ""}


def _own(data: Asked) -> bool:
    return data.when == OWN


def _period(data: Asked, today: date) -> Period:
    match data.when:
        case "week":
            return last_week(today)
        case "month":
            return last_month(today)
        case "own":
            return Period(date.fromisoformat(data.first), date.fromisoformat(data.last))
        case _:
            return last_days(today, _DAYS)


async def _check(talk: Talk, data: Asked) -> None:
    """Raise Mistake for own days that can't be counted: another last day may be named, or by /back another first."""
    with as_mistake(talk):
        briefs.refuse_days(talk.uow, _period(data, talk.uow.rules.calendar.day(talk.uow.now)))


async def _ask(talk: Talk, data: Asked) -> None:
    today = talk.uow.rules.calendar.day(talk.uow.now)
    period, unit_id = _period(data, today), data.unit_id or None
    await briefs.ask(talk.uow, talk.person.id, data.area_id, period, unit_id)
    talk.answer("brief-coming")


FLOW: Final = Flow(
    "brief",
    Asked,
    [
        Choice[Asked]("when", "brief-ask-when", "when", _periods, 2, facts=_facts, cancel=True),
        PastDay("first", "brief-ask-first", "first", when=_own, cancel=True),
        Checked(PastDay("last", "brief-ask-last", "last", when=_own, cancel=True), _check),
    ],
    _ask,
)
FLOWS: Final = (FLOW,)
COMMANDS: Final[Mapping[str, Command]] = {"brief": brief}
