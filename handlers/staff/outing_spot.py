"""On the spot, in chat: an item is opened, noted, decided, agreed to, and who does what by when.

Reception is poor in the hills: messages come in bursts and out of order. A note belongs to the item that it answers,
else to the one that its sender had open when it was sent; and notes stand in the order in which they were sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec

from casework.actions import outings_spot
from casework.errors import NotYours, Refused
from casework.onsite.outings import Note, OutingItem, OutingState
from handlers import media
from handlers.messages import Incoming, Kind
from handlers.router import Tap, TapHandler
from handlers.staff import cards, outing_cards, task_cards
from handlers.staff.flows import ending
from handlers.staff.unit_lines import unit_name
from handlers.steps import Choice, Day, Flow, FreeText, Mistake, More, Option, end_of
from handlers.talk import Talk

_LONG: Final = 1000
_SHORT: Final = 300
_MOST_OPENED: Final = 20


class Opened(msgspec.Struct, frozen=True):
    """Which item somebody opened, and when."""

    item_id: int
    at: datetime


class OnItem(msgspec.Struct, frozen=True, kw_only=True):
    """The state of what is done with an item: which were opened before, when the question was put, and the answers."""

    item_id: int = 0
    opened: tuple[Opened, ...] = ()
    asked_at: datetime | None = None
    words: str = ""
    unit: str = ""
    day: str = ""


def _sent_at(talk: Talk, incoming: Incoming) -> datetime:
    """Return when a message was sent: a phone's clock that runs ahead is not believed."""
    return min(incoming.sent_at or talk.uow.now, talk.uow.now)


async def _item_of(talk: Talk, data: OnItem, incoming: Incoming) -> int:
    """Return the item to which a message belongs: the one that it answers, else the one that was open then."""
    if incoming.reply_to:
        case_id = await talk.uow.case_of_message(incoming.chat, incoming.reply_to)
        for item in await talk.uow.get_all(OutingItem, [each.item_id for each in data.opened]):
            if case_id is not None and item.case_id == case_id:
                return item.id
    sent_at = _sent_at(talk, incoming)
    before = [each.item_id for each in data.opened if each.at <= sent_at]
    return before[-1] if before else data.opened[0].item_id if data.opened else data.item_id


async def _keep(talk: Talk, data: OnItem, incoming: Incoming) -> None:
    """Keep a message as a note of its item, and say that it is there. Raises Mistake for an empty one."""
    item_id = await _item_of(talk, data, incoming)
    await outings_spot.item_seen(talk.uow, item_id, talk.person.id)
    lat, lon = incoming.place or (None, None)
    said = media.take(talk, incoming)
    if not said and incoming.place is None:
        raise Mistake("mistake-empty")
    files = tuple(file.id for file in said.files)
    note = Note(_sent_at(talk, incoming), talk.person.id, said.words[:_LONG], files, lat, lon)
    item = await outings_spot.note(talk.uow, item_id, talk.person.id, note)
    _, item, case = await outings_spot.item_seen(talk.uow, item.id, talk.person.id)
    words = cards.names(talk.uow, talk.language, case) | {"count": len(item.notes)}
    decide = talk.button("outing-button-decide", f"o.decide.{item.id}")
    talk.reply(talk.say("outing-noted", **words), ((decide,),), case_id=case.id, card=f"notes:{item.id}", edit=True)


@dataclass(frozen=True)
class Notes:
    """The open question on the spot: whatever is sent is a note, until something else is tapped."""

    id: str = "notes"

    async def ask(self, talk: Talk, data: OnItem) -> None:
        """Say what can be sent."""
        _, item, case = await outings_spot.item_seen(talk.uow, data.item_id, talk.person.id)
        decide = talk.button("outing-button-decide", f"o.decide.{item.id}")
        words = cards.names(talk.uow, talk.language, case)
        talk.reply(talk.say("outing-ask-notes", **words), ((decide,),), case_id=case.id)

    async def take(self, talk: Talk, data: OnItem, incoming: Incoming) -> OnItem:
        """Keep a note. Always raises: More, or Mistake for what is no note."""
        if incoming.kind not in {Kind.TEXT, Kind.MEDIA, Kind.PLACE}:
            raise Mistake("mistake-words")
        await _keep(talk, data, incoming)
        raise More(data)

    def wanted(self, data: OnItem) -> bool:
        """Return that it always arises."""
        return True


@dataclass(frozen=True)
class Decision(FreeText[OnItem]):
    """The question what is decided. What was sent before it was put, and what is no word, is a note still."""

    async def take(self, talk: Talk, data: OnItem, incoming: Incoming) -> OnItem:
        """Take the decision. Raises More for a note, Mistake for neither."""
        late = data.asked_at is not None and _sent_at(talk, incoming) < data.asked_at
        if incoming.kind in {Kind.MEDIA, Kind.PLACE} or (incoming.kind is Kind.TEXT and late):
            await _keep(talk, data, incoming)
            raise More(data)
        return await super().take(talk, data, incoming)


async def _running(talk: Talk, item_id: int) -> None:
    """Raise NotYours for an item that the person has no part in, and Refused("outing-over") once its day is closed."""
    outing, *_ = await outings_spot.item_seen(talk.uow, item_id, talk.person.id)
    if outing.state is not OutingState.PLANNED:
        raise Refused("outing-over")


@dataclass(frozen=True)
class SpotFlow(Flow[OnItem]):
    """A flow about an item: every answer checks that its day still runs and that the person takes part."""

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take an answer. Raises as `ending` for who does not take part any more, and Refused("outing-over")."""
        with ending(talk):
            await _running(talk, talk.data(self.kind).item_id)
        await super().resume(talk, incoming)


async def listen(talk: Talk, incoming: Incoming, case_id: int) -> bool:
    """Keep what answers a message about a case as a note, where its sender works that case on the spot today; return
    whether it was one.
    """
    if not talk.posts or incoming.kind not in {Kind.TEXT, Kind.MEDIA}:
        return False
    item = await talk.uow.item_of_case(case_id)
    if item is None:
        return False
    try:
        outing, *_ = await outings_spot.item_seen(talk.uow, item.id, talk.person.id)
    except NotYours:
        return False
    calendar = talk.uow.rules.calendar
    if calendar.day(outing.at) != calendar.day(talk.uow.now) or talk.person.id not in outing.team:
        return False
    await _keep(talk, OnItem(item_id=item.id), incoming)
    return True


# ----- What the flows ask and do -----


async def _about(talk: Talk, data: OnItem) -> dict[str, Any]:
    _, item, case = await outings_spot.item_seen(talk.uow, data.item_id, talk.person.id)
    return cards.names(talk.uow, talk.language, case) | {"decided": item.decided}


async def _units(talk: Talk, data: OnItem) -> Sequence[Option]:
    outing, item, _ = await outings_spot.item_seen(talk.uow, data.item_id, talk.person.id)
    first = [unit for unit in item.units if unit in outing.units]
    units = dict.fromkeys((*first, *outing.units))
    return [Option(str(unit), unit_name(talk.uow, talk.language, unit)) for unit in units]


async def _nothing(talk: Talk, data: OnItem) -> None:
    """Never comes: notes end by another tap."""


async def _decide(talk: Talk, data: OnItem) -> None:
    item = await outings_spot.decide(talk.uow, data.item_id, talk.person.id, data.words)
    await _present(talk, item.id)


async def _step_days(talk: Talk, data: OnItem) -> dict[str, Any]:
    return {"days": talk.uow.rules.profile.times.task_step_days}


async def _give(talk: Talk, data: OnItem) -> None:
    due_at = end_of(talk, data.day)
    task = await outings_spot.give(talk.uow, data.item_id, talk.person.id, data.words, int(data.unit), due_at)
    talk.answer("outing-said-given", **task_cards.facts(talk.uow, talk.language, task))
    await _present(talk, data.item_id)


NOTES: Final = SpotFlow("outing-notes", OnItem, [Notes()], _nothing)
DECIDE: Final = SpotFlow(
    "outing-decide",
    OnItem,
    [Decision("words", "outing-ask-decided", "words", _LONG, facts=_about, cancel=True)],
    _decide,
)
GIVE: Final = SpotFlow(
    "outing-give",
    OnItem,
    [
        FreeText("what", "outing-ask-what", "words", _SHORT, facts=_about, cancel=True),
        Choice("unit", "outing-ask-who", "unit", _units, cancel=True),
        Day("day", "outing-ask-by", "day", (7, 14, 30, 60), facts=_step_days, cancel=True),
    ],
    _give,
)


# ----- Taps -----


async def _present(talk: Talk, item_id: int) -> None:
    outing, item, case = await outings_spot.item_seen(talk.uow, item_id, talk.person.id)
    text, buttons = await outing_cards.item_card(talk.uow, talk.language, outing, item, case, talk.person.id)
    talk.reply(text, buttons, case_id=case.id, card=f"item:{item.id}")


def _opened(talk: Talk, item_id: int) -> OnItem:
    """Return the state with an item opened now, after those that were opened before in this conversation."""
    on_spot = talk.conversation.flow in {NOTES.name, DECIDE.name, GIVE.name}
    before = talk.data(OnItem).opened if on_spot else ()
    if not before or before[-1].item_id != item_id:
        before = (*before, Opened(item_id, talk.uow.now))[-_MOST_OPENED:]
    return OnItem(item_id=item_id, opened=before, asked_at=talk.uow.now)


async def show_item(talk: Talk, tap: Tap) -> None:
    """Show an item; on its day, whatever is sent from now on is a note of it."""
    await _present(talk, tap.subject)
    outing, *_ = await outings_spot.item_seen(talk.uow, tap.subject, talk.person.id)
    calendar = talk.uow.rules.calendar
    if outing.state is OutingState.PLANNED and calendar.day(outing.at) == calendar.day(talk.uow.now):
        await NOTES.start(talk, _opened(talk, tap.subject))


def _begins(flow: SpotFlow) -> TapHandler:
    async def begin(talk: Talk, tap: Tap) -> None:
        await _running(talk, tap.subject)
        await flow.start(talk, _opened(talk, tap.subject))

    return begin


async def agree(talk: Talk, tap: Tap) -> None:
    """Give one's unit's word."""
    await outings_spot.agree(talk.uow, tap.subject, talk.person.id)
    talk.toast = talk.say("outing-said-agreed")
    await _present(talk, tap.subject)


FLOWS: Final = (NOTES, DECIDE, GIVE)
OUTING_TAPS: Final[Mapping[str, TapHandler]] = {
    "item": show_item,
    "note": _begins(NOTES),
    "decide": _begins(DECIDE),
    "give": _begins(GIVE),
    "agree": agree,
}
