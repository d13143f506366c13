"""A question answered on a keypad of buttons: four digits that stand in no chat, no log and no stored message.

What a button sends means another digit each time that a flow begins, and what came is not kept once it is handled.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from casework.pins import LENGTH, typed
from handlers.button_data import choice_of
from handlers.messages import Button, Incoming, Kind, Rows
from handlers.steps import Mistake, More, choice_data
from handlers.talk import Talk

DIGITS: Final = "0123456789"
CARD: Final = "pin"
_BACK: Final = "back"
_ROWS: Final = ("123", "456", "789")


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """The state of every flow with a keypad: which digit each number of a button means (`keys`, ten digits), and what
    stands for the digits so far.
    """

    keys: str = DIGITS
    so_far: tuple[str, ...] = ()


K = TypeVar("K", bound=Keys)


def shuffled(talk: Talk) -> str:
    """Return the ten digits in an order that nobody knows."""
    return "".join(talk.uow.rng.sample(DIGITS, len(DIGITS)))


@dataclass(frozen=True)
class Keypad(Generic[K]):
    """The question for a PIN: `field` holds what stands for its four digits. `others` are buttons below the keys, as
    pairs of a label's key and what it sends. A keypad that comes `instead` takes the place of the one before.
    """

    id: str
    question: str
    field: str
    others: tuple[tuple[str, str], ...] = ()
    instead: bool = False

    async def ask(self, talk: Talk, data: K) -> None:
        """Put the question with a keypad."""
        self._show(talk, data, edit=self.instead)

    async def take(self, talk: Talk, data: K, incoming: Incoming) -> K:
        """Take a digit, or the last one back. Raises More until there are four, Mistake for anything typed."""
        talk.forget = True
        if incoming.kind is not Kind.TAP:
            raise Mistake("mistake-pin-typed")
        value = choice_of(incoming)
        if value == _BACK:
            so_far = data.so_far[:-1]
        elif value in set(DIGITS):
            before = data.so_far[-1] if data.so_far else ""
            digit = data.keys[int(value)]
            so_far = (*data.so_far, typed(talk.uow.rules.secret, talk.person.id, before, digit))
        else:
            raise Mistake("mistake-choice")
        if len(so_far) < LENGTH:
            data = msgspec.structs.replace(data, so_far=so_far)
            self._show(talk, data, edit=True)
            raise More(data)
        return msgspec.structs.replace(data, so_far=(), **{self.field: so_far[-1]})

    def wanted(self, data: K) -> bool:
        """Return that it is always asked."""
        return True

    def _show(self, talk: Talk, data: K, *, edit: bool) -> None:
        dots = "● " * len(data.so_far) + "○ " * (LENGTH - len(data.so_far))
        talk.reply(f"{talk.say(self.question)}\n{dots.rstrip()}", self._buttons(talk, data), card=CARD, edit=edit)

    def _buttons(self, talk: Talk, data: K) -> Rows:
        def key(digit: str) -> Button:
            return Button(digit, choice_data(talk, self.id, str(data.keys.index(digit))))

        last = (
            Button("⌫", choice_data(talk, self.id, _BACK)),
            key("0"),
            talk.button("button-pin-cancel", "m.cancel"),
        )
        others = tuple((talk.button(label, sends),) for label, sends in self.others)
        return (*(tuple(map(key, row)) for row in _ROWS), last, *others)


def put_away(talk: Talk, key: str) -> None:
    """Put a word in place of the keypad."""
    talk.reply(talk.say(key), card=CARD, edit=True)
