"""The office changes a day that is announced, by buttons and short questions; everybody who has booked is told once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from casework.actions.reception import changing
from casework.actions.reception.access import visits
from casework.actions.reception.announcing import refuse_times
from casework.actions.reception.changing import changeable, replaced
from casework.reception.changing import Plan, spans_of
from casework.reception.days import Reception
from casework.reception.hours import parse_hours, starts_of
from handlers.button_data import choice_of
from handlers.case_words import clock
from handlers.checked_step import Checked
from handlers.messages import Incoming
from handlers.reception import announcing, office, words
from handlers.refusals import as_mistake
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Day, Flow, FreeText, Mistake, More, Option, choice_data
from handlers.talk import Talk, rows

_WHATS: Final = ("day", "hours", "length", "place", "rooms", "topics")
_YES, _MORE = "yes", "more"


class Change(msgspec.Struct, frozen=True):
    """Which day, as it was in its `epoch`, and what becomes another: as it was typed, None or "" for what stays."""

    id: int = 0
    epoch: int = 0
    what: str = ""
    day: str = ""
    hours: str = ""
    minutes: str = ""
    place: str = ""
    rooms: str | None = None
    topics: str | None = None


async def _whats(talk: Talk, data: Change) -> Sequence[Option]:
    return [Option(each, talk.say(f"receive-change-{each}")) for each in _WHATS]


def _asks(what: str) -> Callable[[Change], bool]:
    """Return whether a question arises: where that is what is changed."""
    return lambda data: data.what == what


async def _day_of(talk: Talk, data: Change) -> Reception:
    return await changeable(talk.uow, data.id, talk.person.id, data.epoch)


def _plan(talk: Talk, day: Reception, data: Change) -> Plan:
    """Return the day's plan with what was answered in it."""
    calendar = talk.uow.rules.calendar
    on = date.fromisoformat(data.day) if data.day else calendar.day(day.begins_at)
    spans = parse_hours(data.hours) or spans_of(day, calendar)
    minutes = int(data.minutes or day.minutes)
    starts = starts_of(calendar, on, spans, minutes)
    rooms = day.rooms if data.rooms is None else announcing.rooms_in(data.rooms) or ("",)
    topics = day.topics if data.topics is None else data.topics
    return Plan(data.place or day.place, topics, rooms, starts, minutes)


async def _check(talk: Talk, data: Change) -> None:
    """Raise Mistake for times at which nobody can be received: the question stands, and all that was changed so far."""
    day = await _day_of(talk, data)
    plan = _plan(talk, day, data)
    with as_mistake(talk):
        await refuse_times(talk.uow, day.host_id, plan.starts, plan.minutes, but=day.id)


@dataclass(frozen=True)
class Sure:
    """The last look: what was, what becomes of it, and for whom; or something else, too, so that people hear once."""

    id: str = "sure"

    async def ask(self, talk: Talk, data: Change) -> None:
        """Show the old and the new, and how many keep their time."""
        day = await _day_of(talk, data)
        text = await self._text(talk, day, replaced(talk.uow, day, _plan(talk, day, data)))
        buttons = [
            talk.button("button-receive-change-yes", choice_data(talk, self.id, _YES)),
            talk.button("button-receive-change-more", choice_data(talk, self.id, _MORE)),
            talk.button("button-cancel", "m.cancel"),
        ]
        talk.reply(text, rows(buttons, 1))

    async def take(self, talk: Talk, data: Change, incoming: Incoming) -> Change:
        """Take the yes; with "more" the first question is put again. Raises Mistake for anything else."""
        chosen = choice_of(incoming)
        if chosen == _YES:
            return data
        if chosen == _MORE:
            await CHANGE.start(talk, data)
            raise More(data)
        raise Mistake("mistake-choice")

    def wanted(self, data: Change) -> bool:
        """Return whether the question arises: always."""
        return True

    async def _text(self, talk: Talk, before: Reception, after: Reception) -> str:
        old, new = _in_words(talk, before), _in_words(talk, after)
        lines = [
            talk.say("receive-change-line", what=talk.say(f"receive-change-{what}"), old=old[what], new=new[what])
            for what in _WHATS
            if old[what] != new[what]
        ]
        seen = await visits(talk.uow, before, talk.person.id)
        numbers = {key: number for number, key in enumerate(after.places, 1) if key}
        kept = sum(
            each.key in numbers
            and clock(talk.uow, after.start_of(numbers[each.key] - 1))
            == clock(talk.uow, before.start_of(each.number - 1))
            for each in seen
        )
        waiting = sum(each.key not in numbers for each in seen)
        counts = {"kept": kept, "moved": len(seen) - kept - waiting, "waiting": waiting}
        lines.append(talk.say("receive-change-counts", booked=len(seen), **counts))
        return "\n".join(lines)


def _in_words(talk: Talk, day: Reception) -> Mapping[str, str]:
    """Return what can be changed of a day in words."""
    known = words.facts(talk.uow, talk.language, day)
    spans = spans_of(day, talk.uow.rules.calendar)
    return {
        "day": known["date"],
        "hours": ", ".join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in spans),
        "length": talk.say("receive-minutes", count=day.minutes),
        "place": day.place,
        "rooms": ", ".join(each for each in day.rooms if each) or talk.say("button-receive-one-room"),
        "topics": day.topics or talk.say("button-receive-any-topic"),
    }


async def _finish(talk: Talk, data: Change) -> None:
    day = await _day_of(talk, data)
    after = await changing.change(talk.uow, day.id, talk.person.id, _plan(talk, day, data), data.epoch)
    talk.end()
    await office.show(talk, after, talk.say("receive-changed"))


CHANGE: Final = Flow(
    "reception-change",
    Change,
    (
        Choice("what", "receive-change-what", "what", _whats, 2, cancel=True),
        Checked(Day("day", "receive-day", "day", (1, 7, 14, 28), when=_asks("day"), cancel=True), _check),
        Checked(
            announcing.Hours("hours", "receive-hours", "hours", announcing.PLACE, when=_asks("hours"), cancel=True),
            _check,
        ),
        Checked(
            Choice("length", "receive-length", "minutes", announcing.lengths, 2, when=_asks("length"), cancel=True),
            _check,
        ),
        FreeText("place", "receive-place", "place", announcing.PLACE, when=_asks("place"), cancel=True),
        FreeText(
            "rooms",
            "receive-rooms",
            "rooms",
            announcing.PLACE,
            skip="button-receive-one-room",
            when=_asks("rooms"),
            cancel=True,
        ),
        FreeText(
            "topics",
            "receive-topics",
            "topics",
            announcing.PLACE,
            skip="button-receive-any-topic",
            when=_asks("topics"),
            cancel=True,
        ),
        Sure(),
    ),
    _finish,
)


async def change(talk: Talk, tap: Tap) -> None:
    """Begin to change a day."""
    day = await changeable(talk.uow, tap.subject, talk.person.id)
    await CHANGE.start(talk, Change(day.id, day.epoch))


FLOWS: Final = (CHANGE,)
TAPS: Final[Mapping[str, TapHandler]] = {"change": change}
