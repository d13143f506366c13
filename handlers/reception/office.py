"""The office on the day: the day's card, the list, and the buttons that call, receive and close."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from casework.actions.reception import calling, due
from casework.actions.reception.access import figures, inside, run_by, visits
from casework.actions.reception.arriving import queue
from casework.errors import Refused
from casework.masking import mask
from casework.petitions import Case
from casework.reception.days import Booking, BookingState, DayState, Reception
from casework.reception.rights import OFFICE, reads_names
from casework.reception.series import Series, SeriesState
from casework.relations import relations
from handlers.button_data import number_of
from handlers.case_words import category_label, clock, state_label
from handlers.messages import Button, Rows
from handlers.reception import words
from handlers.router import Command, Tap, TapHandler
from handlers.talk import Talk, rows

_LINES: Final = 25
"""Lines of the list in one message."""

_RECENT: Final = timedelta(days=14)
"""So long a day that was closed is offered beside those ahead."""

_MOST: Final = 8


async def receive(talk: Talk, said: str) -> None:
    """Show the day that is held today, or the next one, and the way to the others. Raises Refused("staff-only")."""
    if not {post.role for post in talk.posts if post.unit_id is None} & OFFICE:
        raise Refused("staff-only" if not talk.posts else "not-allowed")
    days = await talk.uow.receptions_run(talk.person.id, talk.uow.now - _RECENT, _MOST)
    new = talk.button("button-reception-announce", "m.receive_new")
    if not days:
        talk.reply(talk.say("receive-none"), ((new,),))
        return
    await show(talk, days[0])
    others = [
        Button(talk.say("button-reception-day", **words.facts(talk.uow, talk.language, day)), f"r.day.{day.id}")
        for day in days[1:]
    ]
    talk.reply(talk.say("receive-others", count=len(others)), rows([*others, new]))


async def show_day(talk: Talk, tap: Tap) -> None:
    """Show a day."""
    await show(talk, await run_by(talk.uow, tap.subject, talk.person.id))


async def show(talk: Talk, day: Reception, head: str = "") -> None:
    """Show a day's card: how many have booked, are here and were received, who is next; `head` is what was done."""
    uow = talk.uow
    found = await visits(uow, day, talk.person.id)
    waiting = await queue(uow, day, talk.person.id)
    states = [each.state for each in found]
    series = await uow.get(Series, day.series_id) if day.series_id is not None else None
    lines = [head] if head else []
    lines.append(talk.say("receive-card", **words.facts(uow, talk.language, day)))
    if series is not None and series.state is SeriesState.OPEN:
        lines.append(talk.say("receive-repeats", rule=words.rule_text(talk.language, series.rule)))
    if day.state is DayState.CANCELLED:
        lines.append(talk.say("receive-cancelled", reason=day.reason))
    elif day.state is DayState.OVER:
        lines.append(words.figures_text(talk.language, await figures(uow, found)))
    else:
        counts = {
            "booked": states.count(BookingState.BOOKED),
            "here": len(waiting),
            "received": states.count(BookingState.RECEIVED),
        }
        lines.append(talk.say("receive-counts", **counts))
        lines += [
            talk.say("receive-inside", number=str(each.number), room=each.room or day.place) for each in inside(found)
        ]
        lines += [talk.say("receive-next", number=str(each.number)) for each in waiting[:1]]
    talk.reply("\n".join(lines), _buttons(talk, day, found, series), card=f"reception:{day.id}")


def _buttons(talk: Talk, day: Reception, found: Sequence[Booking], series: Series | None) -> Rows:
    """Return what can be done with a day now; each number that is in a room has its own row."""
    shown = talk.button("button-receive-list", f"r.list.{day.id}")
    repeats = series is not None and series.state is SeriesState.OPEN
    again = talk.button("button-receive-end-series", f"r.end_series.{day.id}") if repeats else None
    if day.state is not DayState.OPEN:
        return ((shown,), (again,)) if again is not None else ((shown,),)
    calendar = talk.uow.rules.calendar
    change = talk.button("button-receive-change", f"r.change.{day.id}")
    if calendar.day(talk.uow.now) < calendar.day(day.begins_at):
        off = talk.button("button-receive-off", f"r.off.{day.id}")
        again = again or talk.button("button-receive-repeat", f"r.repeat.{day.id}")
        return ((shown, change), (again, off))
    layout = [
        tuple(
            talk.button(f"button-receive-{verb}", f"r.{verb}.{day.id}.{each.number}", number=str(each.number))
            for verb in ("write", "received", "missed")
        )
        for each in inside(found)
    ]
    layout.append((talk.button("button-receive-call", f"r.call.{day.id}"), shown))
    layout.append(
        tuple(talk.button(f"button-receive-{verb}", f"r.{verb}.{day.id}") for verb in ("check", "walk_in", "close"))
    )
    if talk.uow.now < day.begins_at and not any(each.state.has_come for each in found):
        layout.append((change,))
    return tuple(layout)


async def show_list(talk: Talk, tap: Tap) -> None:
    """List the visits of a day by number: the time, what it is about, and where it stands."""
    day = await run_by(talk.uow, tap.subject, talk.person.id)
    found = await visits(talk.uow, day, talk.person.id)
    if not found:
        talk.answer("receive-list-none")
        return
    ids = sorted({each.case_id for each in found if each.case_id is not None})
    cases = {case.id: case for case in (await talk.uow.get_all(Case, ids) if ids else [])}
    lines = [_line(talk, day, each, cases.get(each.case_id or 0)) for each in found]
    for start in range(0, len(lines), _LINES):
        talk.reply("\n".join(lines[start : start + _LINES]))


def _line(talk: Talk, day: Reception, visit: Booking, case: Case | None) -> str:
    """Return a visit as one line. Names are for the intake office only, and so are words as they were written."""
    intake = reads_names(talk.posts, day)
    parts = [talk.say("receive-line", number=str(visit.number), state=talk.say(f"receive-state-{visit.state.value}"))]
    if visit.number <= len(day.places):
        parts.append(clock(talk.uow, day.start_of(visit.number - 1)))
    if visit.people > 1:
        parts.append(talk.say("receive-people", count=visit.people))
    if visit.name and intake:
        parts.append(visit.name)
    if case is not None and relations(talk.uow.staff, talk.uow.org, case, talk.person.id):
        category, state = category_label(talk.language, case.category), state_label(talk.language, case)
        parts.append(f"{case.label} ({category}, {state})")
    if visit.words:
        parts.append(visit.words if intake else mask(visit.words))
    return " · ".join(parts)


async def call(talk: Talk, tap: Tap) -> None:
    """Call the next one."""
    visit = await calling.call(talk.uow, tap.subject, talk.person.id)
    await _shown(talk, tap, talk.say("receive-called", number=str(visit.number)))


async def received(talk: Talk, tap: Tap) -> None:
    """Note that a number has been received."""
    visit = await calling.receive(talk.uow, tap.subject, called(tap), talk.person.id)
    key = "receive-done" if visit.matters else "receive-done-nothing"
    await _shown(talk, tap, talk.say(key, number=str(visit.number)))


async def missed(talk: Talk, tap: Tap) -> None:
    """Note that a number does not come in."""
    visit = await calling.miss(talk.uow, tap.subject, called(tap), talk.person.id)
    await _shown(talk, tap, talk.say("receive-missed", number=str(visit.number)))


async def close(talk: Talk, tap: Tap) -> None:
    """Close the day, and show its figures."""
    await due.close_day(talk.uow, tap.subject, talk.person.id)
    await _shown(talk, tap, talk.say("receive-closed"))


async def _shown(talk: Talk, tap: Tap, head: str) -> None:
    await show(talk, await run_by(talk.uow, tap.subject, talk.person.id), head)


def called(tap: Tap) -> int:
    """Return the number that a button means. Raises Refused("stale") for what is none."""
    number = number_of(tap.argument.partition(".")[0], 6)
    if number is None:
        raise Refused("stale")
    return number


COMMANDS: Final[Mapping[str, Command]] = {"receive": receive}
TAPS: Final[Mapping[str, TapHandler]] = {
    "day": show_day,
    "list": show_list,
    "call": call,
    "received": received,
    "missed": missed,
    "close": close,
}
