"""The office changes a day that is announced, or it and all that follow it in its series, by buttons and short
questions; everybody who has booked is told once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from casework.actions.reception import changing
from casework.actions.reception.access import run_by, visits
from casework.actions.reception.changing import becoming, changeable
from casework.actions.reception.following import following, is_followed, its_series
from casework.reception.changes import Change, Changes
from casework.reception.changing import spans_of
from casework.reception.days import Reception
from casework.reception.hours import parse_hours
from casework.reception.series import Rule, Shift
from handlers.button_data import choice_of
from handlers.case_words import clock
from handlers.checked_step import Checked
from handlers.messages import Incoming
from handlers.reception import announcing, office, words
from handlers.reception.steps import ALL, which_days
from handlers.refusals import as_mistake
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Day, Flow, FreeText, Mistake, More, Option, choice_data
from handlers.talk import Talk, rows

_WHATS: Final = ("day", "hours", "length", "place", "rooms", "topics")
_YES, _MORE = "yes", "more"


class Asked(msgspec.Struct, frozen=True):
    """Which day, as it was in its `epoch`, and what becomes another: as it was typed, None or "" for what stays.

    Of a day that others follow (`followed`) it is asked `which` change; their series was in its epoch `series`, 0 for
    none, and its days came by the `rule`, a weekday and which of a month.
    """

    id: int = 0
    epoch: int = 0
    what: str = ""
    day: str = ""
    hours: str = ""
    minutes: str = ""
    place: str = ""
    rooms: str | None = None
    topics: str | None = None
    followed: bool = False
    which: str = ""
    series: int = 0
    rule: tuple[int, int] | None = None
    weekday: str = ""


async def _whats(talk: Talk, data: Asked) -> Sequence[Option]:
    whats = _WHATS
    if data.which == ALL:
        whats = (*(("weekday",) if data.rule is not None else ()), *_WHATS[1:])
    return [Option(each, talk.say(f"receive-change-{each}")) for each in whats]


async def _weekdays(talk: Talk, data: Asked) -> Sequence[Option]:
    shifts = [shift for each in range(7) if (shift := _shift(data, str(each))) is not None]
    return [
        Option(str(each.after.weekday), words.rule_text(talk.language, each.after))
        for each in shifts
        if each.after != each.before
    ]


def _shift(data: Asked, weekday: str) -> Shift | None:
    """Return what a weekday makes of the rule of a series; None where there is none, and for ""."""
    if data.rule is None or not weekday:
        return None
    before = Rule(*data.rule)
    return Shift(before, Rule(int(weekday), before.nth))


def _asks(what: str) -> Callable[[Asked], bool]:
    """Return whether a question arises: where that is what is changed."""
    return lambda data: data.what == what


def _changes(data: Asked) -> Changes:
    """Return what was answered."""
    return Changes(
        place=data.place or None,
        topics=data.topics,
        rooms=None if data.rooms is None else announcing.rooms_in(data.rooms) or ("",),
        day=date.fromisoformat(data.day) if data.day else None,
        spans=parse_hours(data.hours) or None,
        minutes=int(data.minutes) if data.minutes else None,
        shift=_shift(data, data.weekday),
    )


async def _days(talk: Talk, data: Asked) -> list[Reception]:
    """Return the day that is changed, with those that follow it where all are."""
    day = await changeable(talk.uow, data.id, talk.person.id, data.epoch)
    return [day, *(await following(talk.uow, day) if data.which == ALL else ())]


async def _check(talk: Talk, data: Asked) -> None:
    """Raise Mistake for times at which nobody can be received, and a name that everybody would read: the question
    stands, and all that was changed so far.
    """
    days = await _days(talk, data)
    with as_mistake(talk):
        await becoming(talk.uow, days, _changes(data))


@dataclass(frozen=True)
class Sure:
    """The last look: what was, what becomes of it, and for whom; or something else, too, so that people hear once."""

    id: str = "sure"

    async def ask(self, talk: Talk, data: Asked) -> None:
        """Show the old and the new, and how many keep their time."""
        days = await _days(talk, data)
        found = await becoming(talk.uow, days, _changes(data))
        lines = [await self._all(talk, days)] if data.which == ALL else []
        lines += [*self._rule(talk, data), *self._differences(talk, found), await self._counts(talk, found)]
        buttons = [
            talk.button("button-receive-change-yes", choice_data(talk, self.id, _YES)),
            talk.button("button-receive-change-more", choice_data(talk, self.id, _MORE)),
            talk.button("button-cancel", "m.cancel"),
        ]
        talk.reply("\n".join(lines), rows(buttons, 1))

    async def take(self, talk: Talk, data: Asked, incoming: Incoming) -> Asked:
        """Take the yes; with "more" the first question is put again. Raises Mistake for anything else."""
        chosen = choice_of(incoming)
        if chosen == _YES:
            return data
        if chosen == _MORE:
            await CHANGE.start(talk, data)
            raise More(data)
        raise Mistake("mistake-choice")

    def wanted(self, data: Asked) -> bool:
        """Return whether the question arises: always."""
        return True

    async def _all(self, talk: Talk, days: Sequence[Reception]) -> str:
        """Say which days are changed, and whether further ones will be opened so."""
        goes_on = await its_series(talk.uow, days[0]) is not None
        return talk.say("receive-change-all", days=words.dates(talk.uow, talk.language, days), further=int(goes_on))

    def _rule(self, talk: Talk, data: Asked) -> list[str]:
        """Say by which rule further days come from now on, where it is another."""
        shift = _shift(data, data.weekday)
        if shift is None:
            return []
        old, new = (words.rule_text(talk.language, each) for each in (shift.before, shift.after))
        return [talk.say("receive-change-line", what=talk.say("receive-change-weekday"), old=old, new=new)]

    def _differences(self, talk: Talk, found: Sequence[Change]) -> list[str]:
        """Return what was and what becomes of it, a line each."""
        olds = [_in_words(talk, each.before) for each in found]
        news = [_in_words(talk, each.after) for each in found]
        lines = []
        for what in _WHATS:
            pairs = [(old[what], new[what]) for old, new in zip(olds, news, strict=True) if old[what] != new[what]]
            if pairs:
                old, new = (" / ".join(dict.fromkeys(each)) for each in zip(*pairs, strict=True))
                lines.append(talk.say("receive-change-line", what=talk.say(f"receive-change-{what}"), old=old, new=new))
        return lines

    async def _counts(self, talk: Talk, found: Sequence[Change]) -> str:
        """Say for how many visits what becomes another, as far as the reader may know of them."""
        booked = kept = waiting = 0
        for each in found:
            numbers = {key: number for number, key in enumerate(each.after.places, 1) if key}
            for visit in await visits(talk.uow, each.before, talk.person.id):
                booked += 1
                if visit.key not in numbers:
                    waiting += 1
                else:
                    now, before = numbers[visit.key] - 1, visit.number - 1
                    at, was_at = each.after.start_of(now), each.before.start_of(before)
                    kept += clock(talk.uow, at) == clock(talk.uow, was_at)
        counts = {"kept": kept, "moved": booked - kept - waiting, "waiting": waiting}
        return talk.say("receive-change-counts", booked=booked, **counts)


def _in_words(talk: Talk, day: Reception) -> Mapping[str, str]:
    """Return what can be changed of a day in words."""
    known = words.facts(talk.uow, talk.language, day)
    spans = spans_of(day, talk.uow.rules.calendar)
    among = talk.say("reception-and")
    return {
        "day": known["date"],
        "hours": among.join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in spans),
        "length": talk.say("receive-minutes", count=day.minutes),
        "place": day.place,
        "rooms": among.join(each for each in day.rooms if each) or talk.say("button-receive-one-room"),
        "topics": day.topics or talk.say("button-receive-any-topic"),
    }


async def _finish(talk: Talk, data: Asked) -> None:
    by, changes = talk.person.id, _changes(data)
    if data.which == ALL:
        found = await changing.change_all(talk.uow, data.id, by, changes, data.epoch, data.series)
        goes_on = await its_series(talk.uow, await run_by(talk.uow, data.id, by)) is not None
        head = talk.say("receive-changed-all", count=len(found), further=int(goes_on))
    else:
        await changing.change(talk.uow, data.id, by, changes, data.epoch)
        head = talk.say("receive-changed")
    talk.end()
    await office.show(talk, await run_by(talk.uow, data.id, by), head)


CHANGE: Final = Flow(
    "reception-change",
    Asked,
    (
        which_days("receive-which-change"),
        Choice("what", "receive-change-what", "what", _whats, 2, cancel=True),
        Checked(
            Choice("weekday", "receive-weekday", "weekday", _weekdays, 2, when=_asks("weekday"), cancel=True), _check
        ),
        Checked(Day("day", "receive-day", "day", (1, 7, 14, 28), when=_asks("day"), cancel=True), _check),
        Checked(
            announcing.Hours("hours", "receive-hours", "hours", announcing.PLACE, when=_asks("hours"), cancel=True),
            _check,
        ),
        Checked(
            Choice("length", "receive-length", "minutes", announcing.lengths, 2, when=_asks("length"), cancel=True),
            _check,
        ),
        Checked(
            FreeText("place", "receive-place", "place", announcing.PLACE, when=_asks("place"), cancel=True), _check
        ),
        FreeText(
            "rooms",
            "receive-rooms",
            "rooms",
            announcing.PLACE,
            skip="button-receive-one-room",
            when=_asks("rooms"),
            cancel=True,
        ),
        Checked(
            FreeText(
                "topics",
                "receive-topics",
                "topics",
                announcing.PLACE,
                skip="button-receive-any-topic",
                when=_asks("topics"),
                cancel=True,
            ),
            _check,
        ),
        Sure(),
    ),
    _finish,
)


async def change(talk: Talk, tap: Tap) -> None:
    """Begin to change a day."""
    day = await changeable(talk.uow, tap.subject, talk.person.id)
    series = await its_series(talk.uow, day)
    followed = await is_followed(talk.uow, day)
    asked = Asked(day.id, day.epoch, followed=followed)
    if series is not None:
        rule = (series.rule.weekday, series.rule.nth)
        asked = msgspec.structs.replace(asked, series=series.epoch, rule=rule)
    await CHANGE.start(talk, asked)


FLOWS: Final = (CHANGE,)
TAPS: Final[Mapping[str, TapHandler]] = {"change": change}
