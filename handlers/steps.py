"""Steps and flows: a step both asks and parses; a flow is a list of steps over a typed, serialisable state.

A step's id and a flow's name are stored in conversation rows: renaming one needs a migration.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from casework.errors import Refused
from casework.words import clean
from handlers import saying
from handlers.button_data import choice_of
from handlers.dates import parse_day, word_day
from handlers.messages import Button, Incoming, Kind, Rows
from handlers.talk import Talk, rows

D = TypeVar("D", bound=msgspec.Struct)


class Mistake(Exception):
    """What was sent does not answer the step; `key` names the text that says why, and what can be done instead."""

    def __init__(self, key: str, **fields: Any) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields


class More(Exception, Generic[D]):
    """What was sent is taken, and the question stands: `data` is the flow's state with it."""

    def __init__(self, data: D) -> None:
        super().__init__()
        self.data = data


class SomethingElse(Exception):
    """What was sent is no answer but a word of its own: the question is left, and the message goes where it would have
    gone without it. A step that may stand open for days raises it, so that it swallows no new matter.
    """


class Step(Protocol[D]):
    """One question: asked by `ask`, and its answer put into the flow's state by `take`."""

    @property
    def id(self) -> str:
        """The stored name of the step."""
        ...

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question."""
        ...

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Return the state with the answer in it.

        Raises Mistake where the message does not answer the question, More where more may follow, SomethingElse where
        it is not meant as an answer.
        """
        ...

    def wanted(self, data: D) -> bool:
        """Return whether the question arises at all, after the answers so far."""
        ...


def always(data: Any) -> bool:
    """Say that a step is wanted whatever was answered before."""
    return True


async def no_facts(talk: Talk, data: Any) -> Mapping[str, Any]:
    """Give no arguments: the question is a text without any."""
    return {}


async def no_last_day(talk: Talk, data: Any) -> date | None:
    """Give no last day: any day may be chosen."""
    return None


def choice_data(talk: Talk, step: str, value: str) -> str:
    """Return what a button of the running flow's step sends back."""
    return f"s.{talk.conversation.run}.{step}.{value}"


@dataclass(frozen=True)
class FreeText(Generic[D]):
    """A question answered in own words. `skip` names the label of a button that leaves the field empty.

    `facts` gives the arguments of the question's text; `cancel` adds the way out as a button.
    """

    id: str
    question: str
    field: str
    limit: int = 2000
    skip: str = ""
    when: Callable[[D], bool] = always
    facts: Callable[[Talk, D], Awaitable[Mapping[str, Any]]] = no_facts
    cancel: bool = False

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question, with a button to skip it where that is allowed."""
        buttons: list[Button] = []
        if self.skip:
            buttons.append(talk.button(self.skip, choice_data(talk, self.id, "skip")))
        if self.cancel:
            buttons.append(talk.button("button-cancel", "m.cancel"))
        talk.reply(talk.say(self.question, **await self.facts(talk, data)), rows(buttons, 2))

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the words. Raises Mistake for an empty, too long or wordless message."""
        if incoming.kind is Kind.TAP and self.skip:
            return msgspec.structs.replace(data, **{self.field: ""})
        if incoming.kind is not Kind.TEXT:
            raise Mistake("mistake-words")
        text = clean(incoming.text)
        if not text:
            raise Mistake("mistake-empty")
        if len(text) > self.limit:
            raise Mistake("mistake-long", limit=self.limit)
        return msgspec.structs.replace(data, **{self.field: text})

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


@dataclass(frozen=True)
class Option:
    """One choice: the value that is stored, and its label as shown."""

    value: str
    label: str


def _yes_or_no(talk: Talk, words: str) -> str:
    """Return "yes" or "no" for words that are nothing else; "" for all others, and for a question."""
    if saying.asks(words):
        return ""
    return saying.meant(talk.language, ("say-yes", "say-no"), words).removeprefix("say-")


@dataclass(frozen=True)
class Choice(Generic[D]):
    """A question answered by a button, its number, or its label typed. `options` may read the unit of work.

    `facts` and `cancel` as in FreeText. What is given in somebody's name has to be said in full (`exactly`): "all
    right" is no such word.
    """

    id: str
    question: str
    field: str
    options: Callable[[Talk, D], Awaitable[Sequence[Option]]]
    width: int = 1
    when: Callable[[D], bool] = always
    facts: Callable[[Talk, D], Awaitable[Mapping[str, Any]]] = no_facts
    cancel: bool = False
    exactly: bool = False

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question with one button an option."""
        buttons = [
            Button(option.label, choice_data(talk, self.id, option.value)) for option in await self.options(talk, data)
        ]
        layout = rows(buttons, self.width)
        if self.cancel:
            layout += ((talk.button("button-cancel", "m.cancel"),),)
        talk.reply(talk.say(self.question, **await self.facts(talk, data)), layout)

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the tapped or typed option. Raises Mistake for anything else."""
        options = await self.options(talk, data)
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            chosen = [option for option in options if option.value == value]
        else:
            typed = "" if self.exactly and saying.asks(incoming.text) else saying.plain(incoming.text)
            said = typed if self.exactly else _yes_or_no(talk, incoming.text) or typed
            chosen = [
                option
                for number, option in enumerate(options, 1)
                if typed
                and (typed in {str(number), saying.plain(option.label)} or option.value.casefold() in {typed, said})
            ]
        if not chosen:
            raise Mistake("mistake-choice")
        return msgspec.structs.replace(data, **{self.field: chosen[0].value})

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


@dataclass(frozen=True)
class Day(Generic[D]):
    """A question answered by a date, offered as buttons (`offers`, in days from today) or typed in any common form.

    The field holds the day as ISO text. `skip` names the label of a button that leaves it empty. `last` gives the last
    day that may be chosen. `facts` and `cancel` as in FreeText.
    """

    id: str
    question: str
    field: str
    offers: tuple[int, ...] = (1, 3, 7, 14)
    most_days: int = 400
    skip: str = ""
    when: Callable[[D], bool] = always
    facts: Callable[[Talk, D], Awaitable[Mapping[str, Any]]] = no_facts
    cancel: bool = False
    last: Callable[[Talk, D], Awaitable[date | None]] = no_last_day

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question with likely days as buttons, working days only."""
        calendar = talk.uow.rules.calendar
        today = calendar.day(talk.uow.now)
        last = await self.last(talk, data)
        offered: dict[date, None] = {}
        for days in self.offers:
            day = date.fromordinal(today.toordinal() + days)
            offered[day if calendar.is_working(day) else calendar.next_working(day)] = None
        buttons = [
            Button(word_day(talk.language, day, today), choice_data(talk, self.id, day.isoformat()))
            for day in offered
            if last is None or day <= last
        ]
        layout = rows(buttons, 2)
        others: list[Button] = []
        if self.skip:
            others.append(talk.button(self.skip, choice_data(talk, self.id, "skip")))
        if self.cancel:
            others.append(talk.button("button-cancel", "m.cancel"))
        talk.reply(talk.say(self.question, **await self.facts(talk, data)), (*layout, *rows(others, 2)))

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the day. Raises Mistake for what is no date, a day that has passed, or one too far off."""
        typed = choice_of(incoming) if incoming.kind is Kind.TAP else clean(incoming.text)
        if self.skip and typed == "skip":
            return msgspec.structs.replace(data, **{self.field: ""})
        today = talk.uow.rules.calendar.day(talk.uow.now)
        day = parse_day(typed, today)
        if day is None:
            raise Mistake("mistake-day")
        if day < today:
            raise Mistake("mistake-day-past")
        last = await self.last(talk, data)
        if last is not None and day > last:
            raise Mistake("refused-date-too-late", date=word_day(talk.language, last, today))
        if (day - today).days > self.most_days:
            raise Mistake("mistake-day-far", days=self.most_days)
        return msgspec.structs.replace(data, **{self.field: day.isoformat()})

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


@dataclass(frozen=True)
class Confirm(Generic[D]):
    """The last look: shows what was gathered, and is answered by "yes" or by changing one's mind (/back, /cancel)."""

    id: str
    text: Callable[[Talk, D], Awaitable[str]]
    yes: str
    when: Callable[[D], bool] = always

    async def ask(self, talk: Talk, data: D) -> None:
        """Show what was gathered, with Yes, Back and Cancel."""
        buttons: Rows = (
            (talk.button(self.yes, choice_data(talk, self.id, "yes")),),
            (talk.button("button-back", "m.back"), talk.button("button-cancel", "m.cancel")),
        )
        talk.reply(await self.text(talk, data), buttons)

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the yes. Raises Mistake for anything else."""
        if incoming.kind is Kind.TAP and incoming.data.endswith(".yes"):
            return data
        typed = saying.plain(incoming.text)
        if typed in {saying.plain(talk.say(self.yes)), "1"} or _yes_or_no(talk, incoming.text) == "yes":
            return data
        raise Mistake("mistake-choice")

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


@dataclass(frozen=True)
class Flow(Generic[D]):
    """A named list of steps over a state of type `kind`; `finish` does the verb when all are answered.

    Where something is refused on the way the flow is over: a question that can't be put any more must not stay open,
    and swallow what is written next. What can be answered anew is a Mistake.

    `cancelled` names the text that says that the flow was stopped.
    """

    name: str
    kind: type[D]
    steps: Sequence[Step[D]]
    finish: Callable[[Talk, D], Awaitable[None]]
    cancelled: str = field(default="cancelled", kw_only=True)

    async def start(self, talk: Talk, data: D) -> None:
        """Begin: put the first question that arises."""
        talk.move(flow=self.name, step="", data="", trail=(), run=talk.conversation.run + 1)
        with _over_where_refused(talk):
            await self._advance(talk, data, 0)

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take the answer to the open question and go on. A mistake is said, and the question stands."""
        with _over_where_refused(talk):
            await self._take(talk, incoming)

    async def _take(self, talk: Talk, incoming: Incoming) -> None:
        data = talk.data(self.kind)
        at = self._position(talk.conversation.step)
        step = self.steps[at]
        try:
            data = await step.take(talk, data, incoming)
        except Mistake as mistake:
            talk.answer(mistake.key, **mistake.fields)
            await step.ask(talk, data)
            return
        except More as more:
            talk.keep(more.data)
            return
        talk.move(trail=(*talk.conversation.trail, step.id))
        await self._advance(talk, data, at + 1)

    async def back(self, talk: Talk) -> None:
        """Put the question before the open one again; at the first one, that one."""
        data = talk.data(self.kind)
        trail = talk.conversation.trail
        step = self.steps[self._position(trail[-1] if trail else talk.conversation.step)]
        talk.move(step=step.id, trail=trail[:-1])
        with _over_where_refused(talk):
            await step.ask(talk, data)

    async def _advance(self, talk: Talk, data: D, start: int) -> None:
        for step in self.steps[start:]:
            if step.wanted(data):
                talk.move(step=step.id)
                talk.keep(data)
                await step.ask(talk, data)
                return
        # The verb comes first: where it fails, the conversation still stands where it was.
        run = talk.conversation.run
        await self.finish(talk, data)
        if talk.conversation.run == run:
            talk.end()

    def _position(self, step_id: str) -> int:
        for position, step in enumerate(self.steps):
            if step.id == step_id:
                return position
        return 0


@contextmanager
def _over_where_refused(talk: Talk) -> Iterator[None]:
    try:
        yield
    except Refused:
        talk.end()
        raise


Flows = Mapping[str, Flow[Any]]


def end_of(talk: Talk, day: str) -> datetime:
    """Return the end of an ISO day of a flow's state, in the service's time zone."""
    return talk.uow.rules.calendar.end_of(date.fromisoformat(day))
