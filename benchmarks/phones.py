"""People at their phones, as Telegram would show them: residents who write and judge, cadres who work.

Nothing here waits or looks at a clock. What somebody means to say or tap stands in a queue under its moment, and comes
out as an update once that has passed; what the bot sends is read at once, and answered after a human pause.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any, Final

import msgspec

Json = dict[str, Any]
Span = tuple[float, float]

SENDS: Final = frozenset({"sendMessage", "editMessageText"})
LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
WORK: Final = (
    "到现场看过，情况属实，已经安排施工队，今天修好了。",
    "查了记录，走访了三户邻居，和村里一起商量，问题已经解决。",
    "按有关条例第十二条办理，材料已经补齐，钱款月底前到账。",
)
"""What cadres write, whatever they are asked."""

_CHOICES: Final = ("kind.answered", "kind.done", "kind.upheld", "step.skip", "send.yes")
_LAST: Final = (".skip", ".yes")
_GIVEN_UP: Final = timedelta(minutes=30)
_MINUTE, _HOUR = 60.0, 3600.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How long people take, in seconds from the shortest to the longest, and how far they go.

    `solved` is the share of cases that a cadre brings to an answer, `judged` that of answers which residents judge,
    `reported` that of cases of which progress is reported before.
    """

    sends: Span = (10, 2 * _MINUTE)
    accepts: Span = (2 * _MINUTE, 40 * _MINUTE)
    reports: Span = (20 * _MINUTE, 2 * _HOUR)
    solves: Span = (30 * _MINUTE, 5 * _HOUR)
    types: Span = (15, 2 * _MINUTE)
    judges: Span = (5 * _MINUTE, 2 * _HOUR)
    accepted: float = 0.95
    reported: float = 0.25
    solved: float = 0.6
    judged: float = 0.5


@dataclass(slots=True)
class Deeds:
    """What residents and cadres have said and tapped, and how much the bot has sent to them."""

    said: int = 0
    tapped: int = 0
    received: int = 0

    @property
    def updates(self) -> int:
        """How many updates people have caused."""
        return self.said + self.tapped


@dataclass(slots=True)
class _Cadre:
    """One cadre. A chat asks one thing at a time, so what is to be written waits in `todo`: the taps that begin it.

    `busy_until` is when whatever was begun is given up, should its questions not come.
    """

    todo: list[str] = field(default_factory=list)
    busy_until: datetime = LONG_AGO
    offered: set[int] = field(default_factory=set)
    planned: set[int] = field(default_factory=set)


class Phones:
    """Everybody. `due` gives the updates up to a moment, `call` takes what the bot sends."""

    def __init__(self, rng: Random, manner: Manner, cadres: Sequence[int] = ()) -> None:
        self.deeds = Deeds()
        self.now = LONG_AGO
        self._rng = rng
        self._manner = manner
        self._cadres = {number: _Cadre() for number in cadres}
        self._queue: list[tuple[datetime, int, Json | _Cadre, int]] = []
        self._order = count(1)
        self._updates = count(100_000)
        self._messages = count(1)
        self._judged: set[int] = set()

    def writes(self, at: datetime, person: int, text: str) -> None:
        """Let somebody begin to complain at a moment."""
        self._says(at, person, text)

    def due(self, now: datetime) -> list[tuple[int, bytes]]:
        """Return the updates up to a moment, in order, each with its id."""
        found = []
        while self._queue and self._queue[0][0] <= now:
            self.now, _, what, person = heapq.heappop(self._queue)
            if isinstance(what, _Cadre):
                self._works(person, what)
                continue
            if "callback_query" in what:
                self.deeds.tapped += 1
            else:
                self.deeds.said += 1
            number = next(self._updates)
            found.append((number, msgspec.json.encode({"update_id": number, **what})))
        self.now = now
        return found

    @property
    def next_at(self) -> datetime | None:
        """The moment of what is done next; None where nobody has anything to do."""
        return self._queue[0][0] if self._queue else None

    def call(self, method: str, params: Mapping[str, Any]) -> Json | bool:
        """Take what the bot posts, and return Telegram's result."""
        if method not in SENDS:
            return True
        self.deeds.received += 1
        chat = int(params["chat_id"])
        shown = int(params.get("message_id") or next(self._messages))
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", ())
        buttons = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        if chat in self._cadres:
            self._cadre_reads(chat, self._cadres[chat], shown, buttons)
        elif buttons:
            self._resident_reads(chat, shown, buttons)
        return {"message_id": shown, "date": 0, "chat": {"id": chat, "type": "private"}}

    # Residents.

    def _resident_reads(self, person: int, shown: int, buttons: Sequence[str]) -> None:
        manner = self._manner
        if answer := _first(buttons, "d.send.", "a.no.", "s.stars."):
            self._taps(person, shown, answer, manner.sends)
        elif (judge := _first(buttons, "c.judge.")) and person not in self._judged:
            self._judged.add(person)
            if self._rng.random() < manner.judged:
                self._taps(person, shown, judge, manner.judges)

    # Cadres.

    def _cadre_reads(self, person: int, cadre: _Cadre, shown: int, buttons: Sequence[str]) -> None:
        manner = self._manner
        if "m.cancel" in buttons:
            self._goes_on(person, cadre, shown, buttons)
        elif (accept := _first(buttons, "c.accept.")) and _case_of(accept) not in cadre.offered:
            cadre.offered.add(_case_of(accept))
            if self._rng.random() < manner.accepted:
                self._taps(person, shown, accept, manner.accepts)
        elif (propose := _first(buttons, "c.propose.")) and _case_of(propose) not in cadre.planned:
            cadre.planned.add(_case_of(propose))
            if self._rng.random() < manner.reported:
                self._plans(person, cadre, propose.replace("propose", "progress"), manner.reports)
            if self._rng.random() < manner.solved:
                self._plans(person, cadre, propose, manner.solves)

    def _plans(self, person: int, cadre: _Cadre, begin: str, span: Span) -> None:
        """Let a cadre take up something later, once what was begun before is done."""
        cadre.todo.append(begin)
        heapq.heappush(self._queue, (self._pause(span), next(self._order), cadre, person))

    def _works(self, person: int, cadre: _Cadre) -> None:
        """Begin what has waited longest, or look again in a while."""
        if self.now < cadre.busy_until:
            heapq.heappush(self._queue, (cadre.busy_until, next(self._order), cadre, person))
            return
        cadre.busy_until = self.now + _GIVEN_UP
        # The message under which the button stood is of no matter to the bot: it asks what the case allows now.
        self._taps(person, 1, cadre.todo.pop(0), self._manner.types)

    def _goes_on(self, person: int, cadre: _Cadre, shown: int, buttons: Sequence[str]) -> None:
        """Answer the next question of what was begun: choose, skip, send, or write."""
        cadre.busy_until = self.now + _GIVEN_UP
        if choice := next(filter(None, (_answer(buttons, each) for each in _CHOICES)), ""):
            self._taps(person, shown, choice, self._manner.types)
            if choice.endswith(_LAST):
                cadre.busy_until = self.now + timedelta(seconds=self._manner.types[1])
        else:
            self._says(self._pause(self._manner.types), person, self._rng.choice(WORK))

    # The queue.

    def _pause(self, span: Span) -> datetime:
        return self.now + timedelta(seconds=self._rng.uniform(*span))

    def _says(self, at: datetime, person: int, text: str) -> None:
        content = {"message_id": next(self._messages), "date": 0, **_whose(person), "text": text}
        heapq.heappush(self._queue, (at, next(self._order), {"message": content}, person))

    def _taps(self, person: int, shown: int, data: str, span: Span) -> None:
        order = next(self._order)
        whose = _whose(person)
        message = {"message_id": shown, "date": 0, "chat": whose["chat"]}
        query = {"id": str(order), "from": whose["from"], "chat_instance": "1", "message": message, "data": data}
        heapq.heappush(self._queue, (self._pause(span), order, {"callback_query": query}, person))


def _whose(person: int) -> Json:
    name = f"Person {person}"
    sender = {"id": person, "is_bot": False, "first_name": name, "language_code": "zh-hans"}
    return {"from": sender, "chat": {"id": person, "first_name": name, "type": "private"}}


def said(person: int, text: str) -> bytes:
    """Return the update of a text that somebody writes, as JSON."""
    return msgspec.json.encode(
        {"update_id": 0, "message": {"message_id": 1, "date": 0, **_whose(person), "text": text}}
    )


def tapped(person: int, data: str) -> bytes:
    """Return the update of a tap on a button, as JSON."""
    whose = _whose(person)
    message = {"message_id": 1, "date": 0, "chat": whose["chat"]}
    query = {"id": "1", "from": whose["from"], "chat_instance": "1", "message": message, "data": data}
    return msgspec.json.encode({"update_id": 0, "callback_query": query})


def _first(buttons: Sequence[str], *beginnings: str) -> str:
    """Return the data of the first button that begins in one of these ways; "" where there is none."""
    return next((data for data in buttons if data.startswith(beginnings)), "")


def _answer(buttons: Sequence[str], answer: str) -> str:
    """Return the data of the button of a question that gives this answer; "" where there is none."""
    return next((data for data in buttons if data.startswith("s.") and data.endswith(f".{answer}")), "")


def _case_of(data: str) -> int:
    return int(data.split(".")[2])
