"""Residents who each send one message, by the whole way: inbox, desk, handlers, and a tap on the Send that they see."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Final

import msgspec

from bot.replay.files import Complaint
from bot.replay.phone import SHOWN, Phone
from bot.replay.service import ThrowAway
from bot.telegram.channel import NAME
from casework.categories import OTHER
from casework.marks import unmarked
from casework.petitions import Draft, DraftState, Petition
from handlers import texts

TOGETHER: Final = 500
"""Residents who write at the same time. They stay within a block of ids, and their answers in memory."""

_SEND: Final = ("d.send.", "d.thank.")
_ASK: Final = "d.ask."
_GET_HELP: Final = "a.yes."
_EVER: Final = 2**62

# What may be answered to somebody who then has nothing to send.
_KNOWN_ANSWERS: Final = (
    "small-hello-answer",
    "small-thanks-answer",
    "words-none",
    "words-only",
    "thanked-office",
    "unknown-command",
    "failed-kept",
)


@dataclass
class Resident:
    """Somebody with one message, and what came of it.

    `actions` counts what they did (wrote, shared the place, tapped). `found` is the area that the words alone gave.
    `answer` is the key of the last answer, "another" for one with words of its own, "" while nothing came. `kind`,
    `matters`, `accuses` and `danger` are what was proposed, or asked; `held` and `units` are of the cases in the end.
    Whoever is offered to send several matters apart does so, and whoever is shown an answer asks the office all the
    same. Thanks are passed on.
    """

    complaint: Complaint
    phone: Phone
    actions: int = 0
    answer: str = ""
    send: str = ""
    ask: str = ""
    found: int | None = None
    filed: bool = False
    whole: bool = False
    category: str = ""
    kind: str = ""
    matters: int = 1
    accuses: bool = False
    danger: bool = False
    held: tuple[str, ...] = ()
    units: tuple[int | None, ...] = ()

    @property
    def draft(self) -> int | None:
        """The id of the draft that the Send button names."""
        _, _, number = self.send.split(".")[:3] if self.send else ("", "", "")
        return int(number) if number.isdecimal() else None

    @property
    def lost(self) -> bool:
        """Whether the message was neither filed nor answered."""
        return not self.filed and not self.answer


@dataclass
class Pace:
    """Updates that were stored, handled and answered, and the seconds that it took, for each kind."""

    updates: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, kind: str, updates: int, seconds: float) -> None:
        """Count some more."""
        self.updates[kind] = self.updates.get(kind, 0) + updates
        self.seconds[kind] = self.seconds.get(kind, 0) + seconds


async def play(service: ThrowAway, complaints: Sequence[Complaint]) -> tuple[list[Resident], Pace]:
    """Let a new resident send each message: words, or a photo where there are none; the place; Send. Return all."""
    residents = [Resident(each, Phone(number, each.language)) for number, each in enumerate(complaints, 1)]
    pace = Pace()
    _ = service.organisation.gazetteer  # Built by the first message otherwise, which a running service has behind it.
    player = _Player(service, pace)
    for start in range(0, len(residents), TOGETHER):
        await player.round(residents[start : start + TOGETHER])
    return residents, pace


class _Player:
    def __init__(self, service: ThrowAway, pace: Pace) -> None:
        self._service = service
        self._pace = pace
        self._updates = 0
        self._answers = {texts.plain(language, key): key for language in ("zh", "en") for key in _KNOWN_ANSWERS}

    async def round(self, residents: Sequence[Resident]) -> None:
        await self._do("words", residents, lambda each: each.phone.words(each.complaint.words), _has_words)
        await self._do("photos", residents, lambda each: [each.phone.photo()], _has_no_words)
        await self._do("asks", residents, lambda each: [each.phone.tap(each.ask)], _can_ask)
        await self._note_places(residents)
        await self._do(
            "places", residents, lambda each: [each.phone.place(*(each.complaint.place or (0, 0)))], _has_place
        )
        await self._do("taps", residents, lambda each: [each.phone.tap(each.send)], _can_send)
        await self._note_outcomes(residents)

    async def _do(
        self,
        kind: str,
        residents: Iterable[Resident],
        deed: Callable[[Resident], list[dict[str, Any]]],
        does: Callable[[Resident], bool],
    ) -> None:
        """Let some residents do something at the same time, and read what they are shown then."""
        doing = [resident for resident in residents if does(resident)]
        updates = [self._numbered(update) for resident in doing for update in deed(resident)]
        for resident in doing:
            resident.actions += 1
        started = perf_counter()
        if updates:
            await self._service.inbox.put(updates)
        while await self._service.desk.handle():
            pass
        self._pace.add(kind, len(updates), perf_counter() - started)
        await self._read({resident.phone.address: resident for resident in doing})
        self._service.clock.pass_a_minute()

    def _numbered(self, update: dict[str, Any]) -> tuple[int, bytes]:
        self._updates += 1
        return self._updates, msgspec.json.encode({"update_id": self._updates, **update})

    async def _read(self, residents: dict[str, Resident]) -> None:
        """Take what would be posted now, as the sender does, and let the residents see it."""
        database = self._service.desk.store.database
        async with database.transaction() as session:
            posts = await session.rows("outbox_pending", channel=NAME, now=_EVER, most=_EVER)
            done = [{"id": row[0], "state": "done", "not_before": 0, "error": ""} for row in posts]
            if done:
                await session.write("outbox_result", done)
        for _, address, _, params, *_ in posts:
            resident = residents.get(address)
            if resident is None:
                continue
            shown = SHOWN.decode(params)
            resident.answer = self._answers.get(shown.text, "another")
            resident.danger |= any(data.startswith(_GET_HELP) for data in shown.buttons)
            resident.send = next((data for data in shown.buttons if data.startswith(_SEND)), resident.send)
            resident.ask = next((data for data in shown.buttons if data.startswith(_ASK)), resident.ask)

    async def _note_places(self, residents: Iterable[Resident]) -> None:
        """Note which area the words alone have given, before anybody shares a place."""
        drafting = {each.draft: each for each in residents if each.draft is not None}
        async with self._service.desk.store.turn(self._service.clock.now()) as uow:
            for draft in await uow.get_all(Draft, list(drafting)):
                drafting[draft.id].found = draft.area_id

    async def _note_outcomes(self, residents: Iterable[Resident]) -> None:
        drafting = {each.draft: each for each in residents if each.draft is not None}
        async with self._service.desk.store.turn(self._service.clock.now()) as uow:
            for draft in await uow.get_all(Draft, list(drafting)):
                resident = drafting[draft.id]
                resident.kind, resident.accuses = draft.kind.value if draft.kind is not None else "", draft.accuses
                if draft.state is not DraftState.FILED or draft.petition_id is None:
                    continue
                petition = await uow.get(Petition, draft.petition_id)
                cases = await uow.cases_of_petition(draft.petition_id)
                resident.filed = True
                resident.category = draft.category or OTHER
                resident.matters = len(cases)
                resident.held = tuple(case.held.value for case in cases)
                resident.units = tuple(case.unit_id for case in cases)
                kept = unmarked(petition.text) if petition is not None else ""
                # Spaces at the ends of lines and pieces are not kept.
                resident.whole = "".join(kept.split()) == "".join(resident.complaint.words.split())


def _has_words(resident: Resident) -> bool:
    return bool(resident.complaint.words)


def _has_no_words(resident: Resident) -> bool:
    """A report of a place alone came with a picture, which the data does not have."""
    return not resident.complaint.words


def _has_place(resident: Resident) -> bool:
    return resident.complaint.place is not None


def _can_ask(resident: Resident) -> bool:
    return bool(resident.ask) and not resident.send


def _can_send(resident: Resident) -> bool:
    return bool(resident.send)
