"""A resident books a visit: the day, the time, and done; also for a neighbour, and also to move one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from casework.actions.reception import booking
from casework.actions.reception.access import read_day, shown_day
from casework.actions.reception.booking import Wish
from casework.errors import NotYours, Refused
from casework.numbers import looks_like_number, parse_number
from casework.petitions import Case
from casework.reception.booking import free_slots
from casework.reception.days import Booking, Reception
from casework.words import clean
from handlers.button_data import choice_of, number_of
from handlers.case_words import clock
from handlers.messages import Button, Incoming, Kind
from handlers.phone_step import Telephone
from handlers.reception import own, words
from handlers.reception.steps import FewAtATime
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Flow, FreeText, Mistake, Option, choice_data
from handlers.talk import Talk, rows

_NAME: Final = 40
_WORDS: Final = 200
"""Characters that say beforehand what a visit is about."""

_WAIT: Final = "wait"
_OTHER: Final = "other"
_YES: Final = "yes"


class Book(msgspec.Struct, frozen=True):
    """The day and the time, as text ("3": the fourth; "3-1" in the day's epoch 1); what it is about (a case's id,
    OTHER for a neighbour's visit, or `words`); for whom; and, of a visit that is moved, its day and which it is
    ("12.0").
    """

    day: str = ""
    slot: str = ""
    offset: int = 0
    about: str = ""
    words: str = ""
    name: str = ""
    phone: str = ""
    moving: str = ""


# ----- Which day, and which time -----


async def _days(talk: Talk, data: Book) -> Sequence[Option]:
    language, uow = talk.language, talk.uow
    return [
        Option(str(day.id), talk.say("button-reception-day", **words.facts(uow, language, day)))
        for day in await uow.receptions_ahead()
    ]


async def _day_question(talk: Talk, data: Book) -> str:
    return "reception-which-day"


async def _time_question(talk: Talk, data: Book) -> str:
    return "reception-which-time" if free_slots(await _day(talk, data), talk.uow.now) else "reception-all-taken"


async def _time_facts(talk: Talk, data: Book) -> Mapping[str, Any]:
    day = await _day(talk, data)
    known = words.facts(talk.uow, talk.language, day)
    topics = talk.say("reception-topics", **known) if day.topics else ""
    return known | {"about": topics, "waiting": len(day.waiting)}


async def _times(talk: Talk, data: Book) -> Sequence[Option]:
    """Return the free times, as they are spread over the day: the first of each half come first."""
    day = await _day(talk, data)
    slots = free_slots(day, talk.uow.now)
    if not slots:
        return [Option(_WAIT, talk.say("button-reception-wait"))]
    middle = len(slots) // 2
    spread = [each for pair in zip(slots[:middle], slots[middle:], strict=False) for each in pair]
    spread += [each for each in slots if each not in spread]
    epoch = f"-{day.epoch}" if day.epoch else ""
    return [Option(f"{slot}{epoch}", clock(talk.uow, day.starts[slot])) for slot in spread]


async def _day(talk: Talk, data: Book) -> Reception:
    """Return the day that is booked, to be shown: nobody waits for that."""
    day = await read_day(talk.uow, int(data.day))
    if day is None:
        raise NotYours
    return day


def _slot(data: Book) -> int:
    """Return the time that was chosen; the first one for whoever waits for any."""
    return int(data.slot.partition("-")[0]) if data.slot != _WAIT else 0


def _epoch(data: Book) -> int | None:
    """Return the epoch of the day among whose times one was chosen; None for whoever waits for any."""
    return int(data.slot.partition("-")[2] or 0) if data.slot != _WAIT else None


# ----- What it is about, and the last tap -----


@dataclass(frozen=True)
class About:
    """The last question: one tap books; a few words instead of it say what the visit is about, and book, too."""

    id: str = "about"

    async def ask(self, talk: Talk, data: Book) -> None:
        """Show the day and the time, with the cases that run, the neighbour, and the tap that books."""
        day = await _day(talk, data)
        known = words.facts(talk.uow, talk.language, day)
        key = "reception-last-wait" if data.slot == _WAIT else "reception-last"
        text = talk.say(key, **known, time=clock(talk.uow, day.starts[min(_slot(data), len(day.starts) - 1)]))
        cases = await _running(talk)
        buttons = [
            Button(talk.say("button-reception-case", number=case.label), choice_data(talk, self.id, str(case.id)))
            for case in cases
        ]
        yes = "button-reception-else" if cases else "button-reception-book"
        buttons.append(talk.button(yes, choice_data(talk, self.id, _YES)))
        buttons.append(talk.button("button-reception-neighbour", choice_data(talk, self.id, _OTHER)))
        talk.reply(text, rows(buttons, 1))

    async def take(self, talk: Talk, data: Book, incoming: Incoming) -> Book:
        """Take the tap, the number of a case, or the words. Raises Mistake for what is neither, or too long."""
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            if value not in {_YES, _OTHER, *(str(case.id) for case in await _running(talk))}:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, about=value, words="")
        if incoming.kind is not Kind.TEXT or not (said := clean(incoming.text)):
            raise Mistake("mistake-words")
        if len(said) > _WORDS:
            raise Mistake("mistake-long", limit=_WORDS)
        if looks_like_number(said):
            case = await _by_number(talk, said)
            return msgspec.structs.replace(data, about=str(case.id), words="")
        return msgspec.structs.replace(data, about=_YES, words=said)

    def wanted(self, data: Book) -> bool:
        """Return whether the question arises: whoever moves a visit has said what it is about."""
        return not data.moving


async def _running(talk: Talk) -> list[Case]:
    """Return the latest case of one's own that runs, where a button may show its number on this phone."""
    return [] if talk.new or talk.locked else await talk.uow.running_of(talk.person.id, 1)


async def _by_number(talk: Talk, said: str) -> Case:
    """Return the own case of a typed number, concluded or not. Raises Mistake where there is none."""
    number = parse_number(said)
    found = await talk.uow.visible_by_number(talk.person.id, number.petition) if number and not talk.new else []
    own_ones = [case for case in found if case.resident_id == talk.person.id]
    if number is None or not own_ones:
        raise Mistake("number-none")
    return next((case for case in own_ones if case.suffix == number.suffix), own_ones[0])


# ----- For a neighbour -----


def _for_other(data: Book) -> bool:
    return data.about == _OTHER


async def _finish(talk: Talk, data: Book) -> None:
    """Book, or move, and show what it has become: the time that was wished for, another one, or the waiting list.

    Where the office has changed the day meanwhile, the time is asked for again.
    """
    try:
        booked = await _booked(talk, data)
    except Refused as refused:
        if refused.code != "reception-times-changed":
            raise
        talk.answer("refused-reception-times-changed")
        await BOOK.start(talk, msgspec.structs.replace(data, slot="", offset=0))
        return
    talk.end()
    await own.booked(talk, booked, wished=None if data.slot == _WAIT else _slot(data))


async def _booked(talk: Talk, data: Book) -> Booking:
    uow, by, day_id, slot, epoch = talk.uow, talk.person.id, int(data.day), _slot(data), _epoch(data)
    if data.moving:
        before, _, which = data.moving.partition(".")
        return await booking.move(uow, int(before), int(which), by, day_id, slot, epoch)
    wish = Wish(slot, number_of(data.about), data.words, data.name, data.phone, _for_other(data), epoch)
    return await booking.book(uow, day_id, by, wish)


BOOK: Final = Flow(
    "reception-book",
    Book,
    (
        FewAtATime("day", _day_question, "day", _days, "button-reception-other-days", when=lambda data: not data.day),
        FewAtATime("time", _time_question, "slot", _times, "button-reception-other-times", _time_facts),
        About(),
        FreeText("name", "reception-name", "name", _NAME, skip="button-skip", when=_for_other),
        Telephone("phone", "reception-phone", "phone", _NAME, skip="button-skip", when=_for_other),
    ),
    _finish,
)


async def reception(talk: Talk, said: str) -> None:
    """Show the visits that one has booked; where there are none, or with "book", begin to book one."""
    ahead = await talk.uow.receptions_ahead()
    if not ahead:
        talk.answer("reception-none")
        return
    mine = await own.visits(talk, ahead) if said != "book" else []
    if mine:
        for day, visit in mine:
            await own.show(talk, day, visit)
        talk.reply(talk.say("reception-another"), ((talk.button("button-reception-another", "m.reception.book"),),))
        return
    await BOOK.start(talk, Book(day=str(ahead[0].id) if len(ahead) == 1 else ""))


async def book_day(talk: Talk, tap: Tap) -> None:
    """Begin to book a visit of a certain day, as its announcement offers it."""
    await BOOK.start(talk, Book(day=str((await shown_day(talk.uow, tap.subject)).id)))


async def move(talk: Talk, tap: Tap) -> None:
    """Begin to move a visit to another time."""
    await own.visit_of(talk, tap)
    ahead = await talk.uow.receptions_ahead()
    moving = f"{tap.subject}.{own.which(tap)}"
    await BOOK.start(talk, Book(day=str(ahead[0].id) if len(ahead) == 1 else "", moving=moving))


FLOWS: Final = (BOOK,)
COMMANDS: Final[Mapping[str, Command]] = {"reception": reception}
TAPS: Final[Mapping[str, TapHandler]] = {"book": book_day, "move": move}
