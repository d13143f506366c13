"""The desk: takes what has come in, batch by batch, and writes state, history and answers in one commit each.

A batch holds messages of many conversations, in order within each. A turn that fails drops its own changes only; a
flush that fails repeats the messages one by one, unless the database is at fault: that is waited out. A message that
fails alone three times is set aside, its person gets an answer, and the conversation goes on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from traceback import walk_tb
from types import FrameType
from typing import Final, TypeVar

from bot.channel import Channel
from bot.clock import Clock
from bot.delivery import card_key, deliver, deliver_menu
from bot.logs import of_case
from casework.alarms import Alarm
from casework.conversations import Card, Conversation, Message
from casework.files import Job
from casework.people import Address, Person
from casework.petitions import Case, Draft, Petition
from casework.replacing import replace
from casework.unit_of_work import COMMAND, UnitOfWork
from handlers import ahead, service, texts
from handlers.language import first_language
from handlers.messages import Incoming, Kind, Outgoing, Turn
from storage.batch import Batch
from storage.dialects import Conflict, ends_batch, is_outage
from storage.store import Store
from storage.unit_of_work import BatchUnitOfWork, foresee_running

log = logging.getLogger(__name__)

SAID = frozenset({Kind.TEXT, Kind.EDITED, Kind.PLACE, Kind.MEDIA})
"""What stands in the history of a chat."""

FORGOTTEN = "●●●●"
"""What stands in the history in place of what must not be kept."""

_OURS: Final = frozenset({"bot", "handlers", "casework", "storage"})

BATCH = 100
AHEAD = 4 * BATCH
"""How far several processes look for messages that are nobody's yet."""
TRIES = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One inbox row, with what its body says (None: nothing to us) or why it cannot be understood."""

    id: int
    channel: str
    conversation: str
    tries: int
    received_at: int
    incoming: Incoming | None = None
    unreadable: str = ""


@dataclass
class Handled:
    """What a batch has led to, told after the commit: chats with news, taps to answer, and jobs."""

    chats: set[str] = field(default_factory=set)
    taps: list[tuple[str, str, str]] = field(default_factory=list)  # channel, tap id, text
    jobs: bool = False  # whether some were put, or may go on
    rows: int = 0
    done: list[int] = field(default_factory=list)  # ids of inbox rows that need nothing more
    received: list[tuple[str, int]] = field(default_factory=list)  # of those: channel, and machine time in microseconds


class Desk:
    """Handles the inbox of all channels over one store. `looked_at` is when it last did so, by machine time."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        clock: Clock,
        wall: Callable[[], datetime],
    ) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self.inbox_bell = asyncio.Event()
        self.outbox_bell = asyncio.Event()
        self.jobs_bell = asyncio.Event()
        self.listeners: list[Callable[[Handled], None]] = []
        self.wall = wall
        self.looked_at: datetime | None = None

    async def run(self) -> None:
        """Handle the inbox until cancelled. An outage of the database is waited out; nothing is lost meanwhile."""
        pause = 0.1
        while True:
            self.inbox_bell.clear()
            try:
                handled = await self.handle()
                self.looked_at = self.wall()
            except Exception as error:
                log.error("the inbox could not be handled: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 10)
                continue
            pause = 0.1
            if not handled:
                try:
                    # Another process may have stored something: look without a bell, too.
                    # (asyncio.wait_for of Python 3.11 loses a cancellation that comes with the bell.)
                    async with asyncio.timeout(1):
                        await self.inbox_bell.wait()
                except TimeoutError:
                    continue

    async def handle(self) -> int:
        """Handle one batch of the inbox; return how many messages it held. Not to be cut off by cancellation."""
        return await asyncio.shield(asyncio.ensure_future(self._handle()))

    async def act(self, verb: Callable[[UnitOfWork], Awaitable[T]], channel: str = COMMAND) -> T:
        """Run a verb in a turn of its own, and deliver what it has to tell. `channel` is by which way it came."""
        return await asyncio.shield(asyncio.ensure_future(self._act(verb, channel)))

    async def _handle(self) -> int:
        try:
            handled = await self._batch(BATCH)
        except Exception as error:
            if is_outage(error):
                raise
            log.info("a batch is repeated message by message: %s", describe(error))
            handled = Handled()
            for _ in range(BATCH):
                one = await self._alone()
                if not one.rows:
                    break
                handled.rows += one.rows
        self.tell(handled)
        return handled.rows

    async def _alone(self) -> Handled:
        try:
            handled = await self._batch(1)
        except Exception as error:
            if is_outage(error):
                raise
            log.warning("a message fails alone: %s", describe(error))
            handled = await self._failed_alone(type(error).__name__)
        self.tell(handled)
        return handled

    async def _failed_alone(self, error: str) -> Handled:
        handled = Handled()
        async with self._claiming(1) as batch:
            for arrival in await self._arrivals(batch, 1):
                handled.rows += 1
                await self._set_back(batch, arrival, error, handled)
        return handled

    async def _batch(self, most: int) -> Handled:
        handled = Handled()
        async with self._claiming(most) as batch:
            arrivals = await self._arrivals(batch, most)
            await self._load(batch, [each.incoming for each in arrivals if each.incoming is not None])
            stuck: set[str] = set()
            for arrival in arrivals:
                handled.rows += 1
                if arrival.conversation in stuck:
                    continue
                if not await self._turn(batch, arrival, handled):
                    stuck.add(arrival.conversation)
            if handled.done:
                batch.write("inbox_done", {"ids": handled.done})
                batch.join()
        handled.jobs = batch.touched(Job)
        return handled

    def _claiming(self, most: int) -> AbstractAsyncContextManager[Batch]:
        """Run a batch over conversations of the inbox that no other process has in a batch of its own."""
        return self.store.batch("inbox_claim", most=most, ahead=AHEAD)

    async def _arrivals(self, batch: Batch, most: int) -> list[Arrival]:
        """Return the oldest messages of the conversations that the batch has claimed."""
        if not batch.claimed:
            return []
        conversations = [row[0] for row in batch.claimed]
        rows = await batch.session.rows("inbox_new", conversations=conversations, most=most)
        arrivals = []
        for id_, channel, conversation, body, tries, received_at in rows:
            incoming, unreadable = None, ""
            try:
                incoming = self.channels[channel].parse(body)
            except (ValueError, KeyError) as error:
                unreadable = type(error).__name__
            except Exception as error:
                # A defect of ours: it stops this message, not everybody's.
                log.error("a message could not be read: %s", describe(error))
                unreadable = type(error).__name__
            arrivals.append(Arrival(id_, channel, conversation, tries, received_at, incoming, unreadable))
        return arrivals

    async def _load(self, batch: Batch, incoming: Sequence[Incoming]) -> None:
        """Load what the turns are known to need: by list, not message by message."""
        await batch.load(Address, [each.sender for each in incoming])
        await batch.load(Conversation, [each.conversation for each in incoming])
        addresses = [(each, batch.known(Address, each.sender)) for each in incoming]
        senders = [(each, address.person_id) for each, address in addresses if address is not None]
        talks = [(each, batch.known(Conversation, each.conversation)) for each in incoming]
        spoken_of = {(each.chat, case_id) for each, talk in talks if (case_id := ahead.case_of(each, talk)) is not None}
        cases = await self._load_cases(batch, spoken_of)
        await batch.load(Person, [person_id for _, person_id in senders] + [case.resident_id for case in cases])
        known = [(each.chat, talk) for each, talk in talks if talk is not None]
        drafts = [(chat, talk.draft_id) for chat, talk in known if talk.draft_id is not None]
        await batch.load(Draft, [draft_id for _, draft_id in drafts])
        cards = [(chat, f"draft:{draft_id}") for chat, draft_id in drafts]
        cards += [(chat, f"case:{case_id}") for chat, case_id in spoken_of]
        await batch.load(Card, [card_key(chat, card) for chat, card in cards])
        await batch.load(Alarm, [talk.alarm_id for _, talk in known if talk.alarm_id is not None])
        await foresee_running(batch, [person_id for each, person_id in senders if ahead.sends_draft(each)])

    async def _load_cases(self, batch: Batch, spoken_of: Collection[tuple[str, int]]) -> list[Case]:
        """Load the cases that chats speak of, with their petitions; return them."""
        await batch.load(Case, [case_id for _, case_id in spoken_of])
        found = [batch.known(Case, case_id) for _, case_id in spoken_of]
        cases = [case for case in found if case is not None]
        await batch.load(Petition, [case.petition_id for case in cases])
        return cases

    async def _turn(self, batch: Batch, arrival: Arrival, handled: Handled) -> bool:
        """Decide one turn; return whether the conversation may go on in this batch."""
        incoming = arrival.incoming
        if arrival.unreadable:
            aside = {"id": arrival.id, "state": "aside", "error": arrival.unreadable}
            batch.write("inbox_failed", aside)
            batch.join()
            return True
        if incoming is not None:
            uow = self.store.unit_of_work(batch, self.clock.now(), arrival.channel)
            try:
                turn = await self._answer(batch, uow, incoming, handled)
            except Exception as error:
                if ends_batch(error):
                    raise
                # A defect of ours: the traceback names lines, never what people wrote.
                log.error("a turn failed: %s", describe(error), extra=of_case(uow.about))
                batch.drop()
                await self._set_back(batch, arrival, type(error).__name__, handled)
                return False
            if turn.forget:
                batch.write("inbox_forget", {"id": arrival.id})
        handled.done.append(arrival.id)
        handled.received.append((arrival.channel, arrival.received_at))
        batch.join()
        return True

    async def _answer(self, batch: Batch, uow: BatchUnitOfWork, incoming: Incoming, handled: Handled) -> Turn:
        now = uow.now
        turn = await service.take(uow, incoming)
        if incoming.kind in SAID:
            heard = replace(incoming, text=FORGOTTEN) if turn.forget else incoming
            for line in _heard(batch, heard, turn.files, now):
                batch.put(line)
            handled.chats.add(incoming.chat)
        handled.chats.update(await deliver(batch, self.channels, turn.outgoing, now, self.wall()))
        if turn.menu is not None:
            handled.chats.add(deliver_menu(batch, self.channels, turn.menu, self.wall()))
        if incoming.kind is Kind.TAP:
            handled.taps.append((incoming.chat.partition(":")[0], incoming.tap_id, turn.toast))
        return turn

    async def _set_back(self, batch: Batch, arrival: Arrival, error: str, handled: Handled) -> None:
        """Count a failure; after the third one set the message aside and say so to its person."""
        last = arrival.tries + 1 >= TRIES
        state = "aside" if last else "new"
        batch.write("inbox_failed", {"id": arrival.id, "state": state, "error": error})
        batch.join()
        if last and arrival.incoming is not None and arrival.incoming.private:
            await self._apologise(batch, arrival.incoming, handled)

    async def _apologise(self, batch: Batch, incoming: Incoming, handled: Handled) -> None:
        """Tell a person that their message was set aside; where that fails, too, it is set aside all the same."""
        try:
            language = await self._language(batch, incoming)
            sorry = Outgoing(incoming.chat, texts.plain(language, "failed-kept"))
            handled.chats.update(await deliver(batch, self.channels, [sorry], self.clock.now(), self.wall()))
        except Exception as error:
            if ends_batch(error):
                raise
            log.error("nobody could be told that a message was set aside: %s", describe(error))
            batch.drop()
        batch.join()

    async def _language(self, batch: Batch, incoming: Incoming) -> str:
        address = await batch.get(Address, incoming.sender)
        person = await batch.get(Person, address.person_id) if address is not None else None
        if person is not None:
            return str(person.language)
        return first_language(incoming.language, incoming.text, self.store.rules.languages)

    async def _act(self, verb: Callable[[UnitOfWork], Awaitable[T]], channel: str) -> T:
        handled = Handled()
        now = self.clock.now()
        async with self.store.batch() as batch:
            uow: BatchUnitOfWork = self.store.unit_of_work(batch, now, channel)
            result = await verb(uow)
            outgoing = await service.tell(uow)
            handled.chats.update(await deliver(batch, self.channels, outgoing, now, self.wall()))
            batch.join()
        handled.jobs = batch.touched(Job)
        self.tell(handled)
        return result

    def tell(self, handled: Handled) -> None:
        """After the commit: ring the sender's bell, and let web chats and taps know."""
        if handled.chats:
            self.outbox_bell.set()
        if handled.jobs:
            self.jobs_bell.set()
        for listener in self.listeners:
            listener(handled)


def _heard(batch: Batch, incoming: Incoming, files: Sequence[int], now: datetime) -> Iterator[Message]:
    """Yield what a person sent as lines of the chat's history: one for each file, the first of them with the words."""
    text = incoming.text
    if incoming.kind is Kind.PLACE and incoming.place is not None:
        text = f"📍 {incoming.place[0]:.5f}, {incoming.place[1]:.5f}"
    for file_id in files or (None,):
        yield Message(batch.ids.take(), incoming.chat, True, now, text, ref=incoming.ref, file_id=file_id)
        text = ""


def describe(error: BaseException) -> str:
    """Return an error's type and where it came from, without its words: they may hold what people wrote. Those of a
    Conflict never do.

    Where it came from what others wrote, the last place of ours before it is said, too.
    """
    if isinstance(error, Conflict):
        return f"Conflict: {error}"
    frames = list(walk_tb(error.__traceback__))
    if not frames:
        return type(error).__name__
    ours = [each for each in frames if each[0].f_globals.get("__name__", "").partition(".")[0] in _OURS]
    places = dict.fromkeys(_place(*each) for each in (frames[-1], *ours[-1:]))
    return f"{type(error).__name__} in {', from '.join(places)}"


def _place(frame: FrameType, line: int) -> str:
    code = frame.f_code
    return f"{code.co_filename.rsplit('/', 1)[-1]}:{line} ({code.co_name})"
