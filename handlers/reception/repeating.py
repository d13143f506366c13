"""The office lets a day repeat, and ends its series."""

from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Final

from casework.actions.reception import repeating
from casework.actions.reception.access import run_by
from casework.actions.reception.repeating import repeatable
from casework.errors import NotYours, Refused
from casework.reception.days import Reception
from casework.reception.series import Rule, days_after, held_on, rules_of
from handlers.button_data import number_of
from handlers.dates import word_day
from handlers.messages import Button
from handlers.reception import office, words
from handlers.router import Tap, TapHandler
from handlers.talk import Talk, rows

_SHOWN: Final = 3
"""Days that are shown before somebody says yes."""


async def repeat(talk: Talk, tap: Tap) -> None:
    """Ask how a day repeats: each week, or by its place in the month."""
    first = await repeatable(talk.uow, tap.subject, talk.person.id)
    buttons = [
        Button(words.rule_text(talk.language, rule), f"r.repeat_by.{first.id}.{rule.weekday}.{rule.nth}")
        for rule in rules_of(_day(talk, first))
    ]
    talk.reply(talk.say("receive-repeat-how"), rows([*buttons, talk.button("button-cancel", "m.cancel")], 1))


async def repeat_by(talk: Talk, tap: Tap) -> None:
    """Show the next days by a rule, with those that move for a holiday, and ask once more."""
    first, rule = await repeatable(talk.uow, tap.subject, talk.person.id), _rule(tap)
    day = _day(talk, first)
    if rule not in rules_of(day):
        raise Refused("stale")
    calendar = talk.uow.rules.calendar
    today = calendar.day(talk.uow.now)
    lines = [talk.say("receive-repeat-sure", rule=words.rule_text(talk.language, rule))]
    for each in islice(days_after(rule, day), _SHOWN):
        held = held_on(calendar, each)
        key = "receive-repeat-day" if held == each else "receive-repeat-moved"
        known = {"date": word_day(talk.language, held, today), "holiday": word_day(talk.language, each, today)}
        lines.append(talk.say(key, **known))
    lines.append(talk.say("receive-repeat-ahead", days=talk.uow.rules.profile.reception.series_days))
    yes = talk.button("button-receive-repeat-yes", f"r.repeat_yes.{first.id}.{rule.weekday}.{rule.nth}")
    talk.reply("\n".join(lines), rows([yes, talk.button("button-cancel", "m.cancel")], 1))


async def repeat_yes(talk: Talk, tap: Tap) -> None:
    """Let a day repeat."""
    await repeating.repeat(talk.uow, tap.subject, talk.person.id, _rule(tap))
    await office.show(talk, await run_by(talk.uow, tap.subject, talk.person.id), talk.say("receive-repeats-now"))


async def end_series(talk: Talk, tap: Tap) -> None:
    """Ask once more before a series ends."""
    await run_by(talk.uow, tap.subject, talk.person.id)
    yes = talk.button("button-receive-series-yes", f"r.end_yes.{tap.subject}")
    talk.reply(talk.say("receive-series-sure"), rows([yes, talk.button("button-cancel", "m.cancel")], 1))


async def end_yes(talk: Talk, tap: Tap) -> None:
    """End the series that a day is of."""
    day = await run_by(talk.uow, tap.subject, talk.person.id)
    if day.series_id is None:
        raise NotYours
    await repeating.end(talk.uow, day.series_id, talk.person.id)
    await office.show(talk, day, talk.say("receive-series-over"))


def _day(talk: Talk, first: Reception) -> date:
    return talk.uow.rules.calendar.day(first.begins_at)


def _rule(tap: Tap) -> Rule:
    """Return the rule that a button names. Raises Refused("stale") for what is none."""
    match [number_of(part, 1) for part in tap.argument.split(".")]:
        case [int(weekday), int(nth)]:
            return Rule(weekday, nth)
    raise Refused("stale")


TAPS: Final[Mapping[str, TapHandler]] = {
    "repeat": repeat,
    "repeat_by": repeat_by,
    "repeat_yes": repeat_yes,
    "end_series": end_series,
    "end_yes": end_yes,
}
