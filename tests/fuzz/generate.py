"""Random updates of Telegram: every type and field that the Bot API describes, as it describes them, or broken."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any, Final

from tests.standin.spec import Spec

_ARRAY: Final = "Array of "
DEEPEST: Final = 5
"""Objects within objects, beyond which only what is required is there."""

PEOPLE: Final = range(1, 25)
GROUPS: Final = range(-1_000_000_000_005, -1_000_000_000_000)
LANGUAGES: Final = ("zh-hans", "en", "de", "", "xx-XX-very-long-and-odd")

TEXTS: Final = (
    "枫桥村的公路上有个大坑，孩子老摔跤，没有人管",
    "The street lamp on the bridge has been dark for weeks",
    "昨天交来的事情办得怎么样了？",
    "局长收受贿赂",
    "Somebody is drowning, help",
    "我不想活了",
    "是",
    "no",
    "3",
    "芦汀镇",
    "/start",
    "/help",
    "/my",
    "/cases",
    "/new",
    "/cancel",
    "/mydata",
    "/pin 1234",
    "/pin",
    "/sos",
    "/case 260302-0000001",
    "/join AAAA-BBBB-CCCC",
    "/away 2026-04-01",
    "/enter",
    "/waiting",
    "/unknown command with words",
    "/start " + "x" * 64,
    "/help@somebody_else",
    "",
    " ",
    "\n\n",
    "\u200b",
    "\u202etxet desrever",
    "e" + "\u0301" * 50,
    "👨‍👩‍👧‍👦" * 30,
    "%s %d {0} { $x } </b> '; drop table cases; --",
    "x" * 4096,
    "字" * 4096,
    "\u0000",
    "2026-13-45",
    "-1",
    "9" * 40,
)
DATA: Final = ("c.accept.1.0", "d.send.1.0", "s", "", "x" * 64, "c.show.99999999999999999999.0", "👍", "....", "a.b")
NUMBERS: Final = (0, 1, -1, 7, 2**31 - 1, 1_770_000_000)
LONG: Final = (2**31, -(2**31), 2**52 - 1, -(2**52))
"""Identifiers have more than 32 bits, says the description, and 52 at most."""


class Updates:
    """A source of updates. `shown` are buttons as the caller has seen them: their chat, and what they carry."""

    def __init__(self, rng: Random, spec: Spec | None = None) -> None:
        self._rng = rng
        self._spec = spec or Spec.load()
        self._kinds = [field.name for field in self._spec.types["Update"].fields if not field.required]
        self._number = rng.randrange(10**6)
        self.shown: list[tuple[int, str]] = []

    def valid(self) -> tuple[int, bytes]:
        """Return the number of an update and its JSON, as the description has it."""
        number, update = self._update()
        return number, json.dumps(update, ensure_ascii=self._rng.random() < 0.3).encode()

    def broken(self) -> tuple[int, bytes]:
        """Return an update that no description allows: cut off, of wrong types, without what has to be there."""
        number, update = self._update()
        spoil: Callable[[Any], Any] = self._rng.choice((self._without, self._changed, self._nested, self._more))
        raw = json.dumps(spoil(update), ensure_ascii=False).encode("utf-8", "surrogatepass")
        match self._rng.randrange(8):
            case 0:
                raw = raw[: self._rng.randrange(len(raw) + 1)]
            case 1:
                at = self._rng.randrange(len(raw))
                raw = raw[:at] + bytes([self._rng.randrange(256)]) + raw[at + 1 :]
            case 2:
                raw += self._rng.choice((b"}", b"\0", b"null", b"\xff"))
        return number, raw

    def _update(self) -> tuple[int, dict[str, Any]]:
        self._number += 1
        update: dict[str, Any] = {"update_id": self._number}
        # Mostly what we ask Telegram for, and now and then what we do not.
        ours = ("message", "message", "message", "edited_message", "callback_query", "callback_query", "my_chat_member")
        kind = self._rng.choice(ours if self._rng.random() < 0.9 else self._kinds)
        types = next(field.types for field in self._spec.types["Update"].fields if field.name == kind)
        update[kind] = self._value(types, kind, 0)
        if kind in {"message", "edited_message"}:
            self._spoken(update[kind])
        elif kind == "callback_query":
            self._tapped(update[kind])
        return self._number, update

    def _spoken(self, message: dict[str, Any]) -> None:
        """Make a message one of somebody in a chat of theirs, with a text more often than not."""
        person = self._person()
        private = self._rng.random() < 0.85
        message["from"] = person
        message["chat"] = self._chat(person["id"] if private else self._rng.choice(GROUPS))
        for name in ("sender_chat", "migrate_to_chat_id", "reply_to_message", "via_bot"):
            if self._rng.random() < 0.9:
                message.pop(name, None)
        if self._rng.random() < 0.7:
            message["text"] = self._rng.choice(TEXTS)

    def _tapped(self, tap: dict[str, Any]) -> None:
        tap["from"] = self._person()
        tap["data"] = self._rng.choice(DATA)
        if self.shown and self._rng.random() < 0.9:
            owner, tap["data"] = self._rng.choice(self.shown)
            if owner > 0 and self._rng.random() < 0.9:
                tap["from"]["id"] = owner
        chat = self._chat(tap["from"]["id"] if self._rng.random() < 0.9 else self._rng.choice(GROUPS))
        if self._rng.random() < 0.95:
            tap["message"] = {"message_id": self._rng.randrange(1, 200), "date": 1_770_000_000, "chat": chat}

    def _person(self) -> dict[str, Any]:
        return {
            "id": self._rng.choice(PEOPLE),
            "is_bot": self._rng.random() < 0.02,
            "first_name": self._rng.choice(TEXTS)[:64],
            "language_code": self._rng.choice(LANGUAGES),
        }

    def _chat(self, id_: int) -> dict[str, Any]:
        return {"id": id_, "type": "private" if id_ > 0 else self._rng.choice(("group", "supergroup", "channel"))}

    def _value(self, types: Sequence[str], name: str, depth: int) -> Any:
        kind = self._rng.choice(types)
        if kind.startswith(_ARRAY):
            count = self._rng.choice((0, 1, 1, 2, 3)) if depth < DEEPEST else 0
            return [self._value([kind.removeprefix(_ARRAY)], name, depth + 1) for _ in range(count)]
        match kind:
            case "Integer" if name.endswith("date"):
                return 1_770_000_000 + self._rng.randrange(10**6)
            case "Integer" if name.endswith("id") and self._rng.random() < 0.2:
                return self._rng.choice(LONG)
            case "Integer":
                return self._rng.choice(NUMBERS) if self._rng.random() < 0.5 else self._rng.randrange(2000)
            case "Float":
                return self._rng.choice((0.0, -1.5, 27.01, 118.0, 90.0, -180.0, 1e9))
            case "Boolean":
                return self._rng.random() < 0.5
            case "String" | "InputFile":
                return self._rng.choice(TEXTS)
        described = self._spec.types[kind]
        if described.subtypes:
            return self._value([self._rng.choice(described.subtypes)], name, depth)
        return self._object(kind, depth)

    def _object(self, kind: str, depth: int) -> dict[str, Any]:
        if kind == "User":
            return self._person()
        if kind == "Chat":
            return self._chat(self._rng.choice((self._rng.choice(PEOPLE), self._rng.choice(GROUPS))))
        fields = self._spec.types[kind].fields
        share = 0.0 if depth >= DEEPEST else self._rng.choice((0.02, 0.1, 0.4)) / (depth + 1)
        return {
            field.name: self._value(field.types, field.name, depth + 1)
            for field in fields
            if field.required or self._rng.random() < share
        }

    # What breaks an update.

    def _places(self, value: Any) -> list[tuple[Any, Any]]:
        """Return every container in a value with a key of it."""
        found: list[tuple[Any, Any]] = []
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in items:
            found.append((value, key))
            found += self._places(inner)
        return found

    def _without(self, update: dict[str, Any]) -> Any:
        for _ in range(self._rng.randrange(1, 4)):
            places = self._places(update)
            if places:
                container, key = self._rng.choice(places)
                del container[key]
        return update

    def _changed(self, update: dict[str, Any]) -> Any:
        others: tuple[Any, ...] = (None, True, [], {}, "", "x", -1, 1.5, 10**30, [[]], {"id": {}})
        for _ in range(self._rng.randrange(1, 4)):
            container, key = self._rng.choice(self._places(update))
            container[key] = deepcopy(self._rng.choice(others))
        return update

    def _nested(self, update: dict[str, Any]) -> Any:
        deep: Any = update
        for _ in range(self._rng.choice((3, 50, 400))):
            deep = {"message": deep} if self._rng.random() < 0.5 else [deep]
        return deep if self._rng.random() < 0.5 else update | {"message": deep}

    def _more(self, update: dict[str, Any]) -> Any:
        container, _ = self._rng.choice(self._places(update))
        if isinstance(container, dict):
            name = self._rng.choice(("$ref", "__proto__", "new_field_of_next_year", "text", ""))
            container[name] = self._rng.choice((*TEXTS, "\ud83d"))
        return update
