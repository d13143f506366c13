"""Questions of a booking: few buttons at a time, however many times and days there are."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

import msgspec

from casework.words import clean
from handlers.button_data import choice_of
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Choice, Mistake, More, Option, always, choice_data, no_facts
from handlers.talk import Talk, rows

SHOWN: Final = 3
"""Buttons between which a resident decides; where there are more, the last one shows the next."""

_MORE: Final = "more"

ONE: Final = "one"
ALL: Final = "all"
"""Whether an office means one day of a series, or that one and all that follow."""


D = TypeVar("D", bound=msgspec.Struct)


@dataclass(frozen=True)
class FewAtATime(Generic[D]):
    """A question answered by a button, its label typed, or its number among those shown: three at a time.

    `options` may read the unit of work, `facts` gives the arguments of the question's text. The flow's state has an
    `offset`.
    """

    id: str
    question: Callable[[Talk, D], Awaitable[str]]
    field: str
    options: Callable[[Talk, D], Awaitable[Sequence[Option]]]
    more: str
    facts: Callable[[Talk, D], Awaitable[Mapping[str, Any]]] = no_facts
    when: Callable[[D], bool] = always

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question with the next choices, and the way to those after them."""
        options = await self.options(talk, data)
        buttons = [
            Button(option.label, choice_data(talk, self.id, option.value)) for option in _shown(options, _offset(data))
        ]
        if len(options) > SHOWN:
            buttons.append(talk.button(self.more, choice_data(talk, self.id, _MORE)))
        talk.reply(talk.say(await self.question(talk, data), **await self.facts(talk, data)), rows(buttons, SHOWN))

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the tapped or typed choice. Raises Mistake for anything else, More where further ones are shown."""
        options = await self.options(talk, data)
        shown = _shown(options, _offset(data))
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            if value == _MORE:
                await self._more(talk, data, len(options), len(shown))
            chosen = [option for option in options if option.value == value]
        else:
            typed = clean(incoming.text).casefold()
            chosen = [each for number, each in enumerate(shown, 1) if typed == str(number)]
            chosen += [each for each in options if typed == each.label.casefold()]
        if not chosen:
            raise Mistake("mistake-choice")
        return msgspec.structs.replace(data, **{self.field: chosen[0].value, "offset": 0})

    async def _more(self, talk: Talk, data: D, most: int, shown: int) -> None:
        offset = _offset(data) + shown
        data = msgspec.structs.replace(data, offset=offset if offset < most else 0)
        await self.ask(talk, data)
        raise More(data)

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)


def _offset(data: msgspec.Struct) -> int:
    """Return how many choices were shown before, as the flow's state has it."""
    return int(getattr(data, "offset", 0))


def _shown(options: Sequence[Option], offset: int) -> Sequence[Option]:
    """Return the choices that are shown now: all where they are few, else two and the way to the next."""
    return options if len(options) <= SHOWN else options[offset : offset + SHOWN - 1]


async def _whiches(talk: Talk, data: Any) -> Sequence[Option]:
    return [Option(each, talk.say(f"receive-which-{each}")) for each in (ONE, ALL)]


def _asks_which(data: Any) -> bool:
    return bool(data.followed) and not data.which


def which_days(question: str) -> Choice[Any]:
    """Return the question whether one day is meant, or all that follow it, too: put once, and of a day that is
    `followed`.
    """
    return Choice("which", question, "which", _whiches, when=_asks_which, cancel=True)
