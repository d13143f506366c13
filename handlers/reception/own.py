"""The visits that somebody has booked: shown, cancelled, and their passes."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions.reception import booking, passes
from casework.actions.reception.about import cases_before
from casework.errors import NotYours, Refused
from casework.reception.days import Booking, BookingState, Reception, booking_key
from handlers import texts
from handlers.button_data import number_of
from handlers.case_words import clock
from handlers.messages import Button, Rows
from handlers.reception import words
from handlers.router import Tap, TapHandler
from handlers.talk import Talk


async def visits(talk: Talk, days: Sequence[Reception]) -> list[tuple[Reception, Booking]]:
    """Return somebody's visits of these days that are still to come, each with its day."""
    most = talk.uow.rules.profile.reception.for_others
    by_id = {day.id: day for day in days}
    keys = [booking_key(day.id, talk.person.id, each) for day in days for each in range(most + 1)]
    found = await talk.uow.bookings_read(keys)
    return [(by_id[each.reception_id], each) for each in found if each.state.is_ahead]


async def show(talk: Talk, day: Reception, visit: Booking, head: str = "") -> None:
    """Show a visit with what can be done with it; `head` is what has become of it just now."""
    lines = [head] if head else []
    lines.append(words.visit_text(talk.uow, talk.language, day, visit))
    if not talk.locked:
        cases = await cases_before(talk.uow, talk.person.id, visit.case_id) if not (talk.new or visit.for_other) else []
        lines += words.state_lines(talk.uow, talk.language, cases)
    talk.reply("\n".join(lines), buttons(talk.language, visit))


def buttons(language: str, visit: Booking) -> Rows:
    """Return what can be done with a visit that is to come: the pass and the calendar, another time, not at all."""
    which_ = f"{visit.reception_id}.{visit.key.rpartition(':')[2]}"
    found = [] if visit.state is BookingState.WAITING else [("pass", "button-reception-pass")]
    found += [("move", "button-reception-move"), ("cancel", "button-reception-cancel")]
    return tuple((Button(texts.plain(language, key), f"r.{verb}.{which_}"),) for verb, key in found)


def choices(language: str, visit: Booking) -> Rows:
    """Return what can be done at once with a visit that the office has changed: keep it, another time, not at all."""
    which_ = f"{visit.reception_id}.{visit.key.rpartition(':')[2]}"
    found = (("keep", "keep"), ("move", "move"), ("give_up", "cancel"))
    return tuple(
        (Button(texts.plain(language, f"button-reception-{name}"), f"r.{verb}.{which_}"),) for verb, name in found
    )


async def booked(talk: Talk, visit: Booking, wished: int | None) -> None:
    """Say what a booking has become: the time that was `wished` for, the nearest one, or a place on the list."""
    day = await talk.uow.get(Reception, visit.reception_id)
    if day is None:
        raise NotYours
    head = "reception-done"
    if visit.state is BookingState.WAITING:
        head = "reception-on-list"
    elif wished is not None and day.slot_of(visit.number - 1) != wished:
        head = "reception-nearest"
    time = clock(talk.uow, day.starts[wished or 0])
    await show(talk, day, visit, talk.say(head, time=time))


def which(tap: Tap) -> int:
    """Return which of one's visits of a day a button means. Raises Refused("stale") for what is none."""
    found = number_of(tap.argument, 4)
    if found is None:
        raise Refused("stale")
    return found


async def visit_of(talk: Talk, tap: Tap) -> Booking:
    """Return one's own visit that a button means, if it is still to come. Raises NotYours and Refused."""
    return await booking.ahead(talk.uow, booking_key(tap.subject, talk.person.id, which(tap)))


async def cancel(talk: Talk, tap: Tap) -> None:
    """Ask once more, and cancel with "yes" behind it."""
    visit = await visit_of(talk, tap)
    key = "reception-leave-sure" if visit.state is BookingState.WAITING else "reception-cancel-sure"
    yes = talk.button("button-reception-cancel-yes", f"r.give_up.{tap.subject}.{tap.argument}")
    talk.reply(talk.say(key, number=str(visit.number)), ((yes,),))


async def give_up(talk: Talk, tap: Tap) -> None:
    """Cancel a visit."""
    await booking.cancel(talk.uow, tap.subject, which(tap), talk.person.id)
    another = talk.button("button-reception-another", "m.reception.book")
    talk.reply(talk.say("reception-cancelled"), ((another,),))


async def keep(talk: Talk, tap: Tap) -> None:
    """Keep a visit as the office has changed it; an entry in a calendar that speaks of before is made again."""
    visit = await passes.keep(talk.uow, tap.subject, which(tap), talk.person.id)
    day = await talk.uow.get(Reception, visit.reception_id)
    if day is None:
        raise NotYours
    await show(talk, day, visit, talk.say("reception-kept"))


async def ask_pass(talk: Talk, tap: Tap) -> None:
    """Have the pass and the entry for a calendar made."""
    visit = await passes.ask_pass(talk.uow, tap.subject, which(tap), talk.person.id)
    talk.answer("reception-pass-coming", number=str(visit.number))


TAPS: Final[Mapping[str, TapHandler]] = {"pass": ask_pass, "cancel": cancel, "give_up": give_up, "keep": keep}
