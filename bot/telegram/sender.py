"""The sender: the one place that sends for Telegram. It takes the outbox rows in order, paced, as few at a time as will
do, and records what became of them in batches.

What comes of a call is jotted down before the next one goes out. A row of which nothing is known (the process died
during the call) is sent again by whoever holds the lease next: so one kill sends one message twice, as a rule, and in a
rush as many as are under way.
"""

import asyncio
import contextlib
import logging
import math
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from bot.delivery import card_key
from bot.desk import Desk, describe
from bot.files.vault import Vault
from bot.pacing import Pacing
from bot.telegram.api import Result, TelegramApi
from bot.telegram.channel import NAME, address, chat_id, is_group
from bot.telegram.lease import Lease
from bot.telegram.outcomes import Kind, classify
from bot.telegram.queue import BROADCAST, Queue, Row
from bot.telegram.records import Ended, jot, recall, record
from bot.telegram.uploads import Call, SentFile, Uploads
from bot.telegram.verdicts import EDIT, SEND, Patience, Verdict, judge, puts_out
from bot.telegram.window import Window
from casework.actions import membership
from casework.people import Address
from casework.unit_of_work import UnitOfWork
from storage.codec import to_micros
from storage.store import Store

log = logging.getLogger(__name__)

# Rows read at a time, and results that may wait for a database that does not answer.
READ = 500
UNRECORDED = 2000
# Seconds: between two readings, between two recordings, until the outbox is read without a bell (another process may
# have written), for calls under way at the end, and between probes while Telegram is out of reach.
READ_EVERY = 0.005
RECORD_EVERY = 0.03
LOOK_EVERY = 1.0
FAREWELL = 8.0
PROBES = (1.0, 60.0)
# Cards whose message is remembered, beside what their rows say.
_CARDS = 20_000


class _Sent(msgspec.Struct):
    message_id: int = 0


_SENT = msgspec.json.Decoder(_Sent)
_PARAMS = msgspec.json.Decoder(dict[str, Any])


class Sender:
    """Sends for one bot while it holds the lease "send:tg". `holder` names this process and start.

    `counts` are the calls by what came of them, for the metrics.
    """

    def __init__(
        self,
        store: Store,
        api: TelegramApi,
        pacing: Pacing,
        desk: Desk,
        vault: Vault,
        holder: str,
        monotonic: Callable[[], float],
        wall: Callable[[], datetime],
        patience: Patience | None = None,
    ) -> None:
        self._store = store
        self._api = api
        self._pacing = pacing
        self._desk = desk
        self._monotonic = monotonic
        self._wall = wall
        self._patience = patience or Patience()
        self._uploads = Uploads(vault)
        self._lease = Lease(store.database, "send:tg", holder, monotonic, wall)
        self._queue = Queue(pacing)
        self._window = Window()
        self._wake = asyncio.Event()
        self._ended: list[Ended] = []
        self._has_ended = asyncio.Event()
        self._recorded = asyncio.Event()
        self._calls: set[asyncio.Task[None]] = set()
        self._errands: set[asyncio.Task[None]] = set()
        self._refs: dict[str, str] = {}
        self._setbacks: Counter[str] = Counter()
        self._throttled: tuple[str, float] = ("", 0.0)
        self._next_read = self._wakes_at = 0.0
        self._in_doubt = False
        self._closing = False
        self._wrong_token = False
        self.counts: Counter[str] = Counter()

    async def run(self) -> None:
        """Send until cancelled. Returns only where the token is wrong, which no repeating can mend."""
        helpers = [asyncio.create_task(self._hear_bell()), asyncio.create_task(self._record_all())]
        try:
            async with self._lease.kept():
                try:
                    while not self._wrong_token:
                        await self._lease.wait()
                        await self._recall()
                        await self._serve()
                        await self._finish()
                finally:
                    self._closing = True
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(FAREWELL):
                            await self._finish()
        finally:
            left = [*helpers, *self._errands, *self._calls]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    # Reading and launching.

    async def _serve(self) -> None:
        """Send as long as the lease is held. What another process has done meanwhile is read anew."""
        self._queue = Queue(self._pacing)
        self._refs.clear()
        self._next_read = next_look = self._monotonic()
        while self._lease.held and not self._wrong_token:
            now = self._monotonic()
            if now >= next_look:
                self._queue.needs_read = True
            if self._queue.needs_read and now >= self._next_read:
                await self._read()
                now = self._monotonic()
                self._next_read, next_look = now + READ_EVERY, now + LOOK_EVERY
            self._launch()
            now = self._monotonic()
            self._wakes_at = min(next_look, self._next_step(now))
            # A wait of nothing would keep everybody else from the loop.
            await self._sleep(max(self._wakes_at - now, 0.001))

    def _next_step(self, now: float) -> float:
        """Return when there is something to do without being woken."""
        room = self._window.wake_at(now)
        at = self._queue.wake_at(now, sending=self._may_send(), room=room == math.inf)
        read = self._next_read if self._queue.needs_read else None
        return min((each for each in (at, read, room) if each is not None), default=math.inf)

    async def _sleep(self, seconds: float) -> None:
        # Not asyncio.wait_for: in Python 3.11 it loses a cancellation that comes while it is being woken.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        self._wake.clear()

    async def _read(self) -> None:
        held = self._queue.begin_read()
        most = READ + self._queue.busy
        try:
            async with self._store.reading() as session:
                found = await session.rows("outbox_ready", channel=NAME, held=held, most=most)
                rows = [Row.read(columns) for columns in found]
                edited = (card_key(row.chat, row.card) for row in rows if row.method == EDIT)
                keys = {key for key in edited if key not in self._refs}
                refs = await session.rows("card_refs", keys=sorted(keys)) if keys else []
                unknown = self._uploads.unknown(rows)
                files = await session.rows("sent_files", digests=unknown) if unknown else []
        except Exception as error:
            log.error("the outbox could not be read: %s", type(error).__name__)
            return
        for key, ref in refs:
            # What was sent in the meantime is known better here.
            self._refs.setdefault(key, ref)
        self._uploads.learn(files)
        self._queue.load(rows, self._monotonic(), more=len(rows) == most)

    def _launch(self) -> None:
        """Start calls while there are rows that may go and room for them."""
        while self._may_send():
            now = self._monotonic()
            waiting = self._queue.waiting(now)
            if waiting and not self._window.has_room(waiting, now):
                break
            row = self._queue.next(now)
            if row is None or row.priority >= BROADCAST:
                self._window.emptied()
            if row is None:
                break
            if row.priority < BROADCAST:
                # Broadcasts have a limit of their own: an answer does not wait for one of them.
                self._window.begin(row.id, now)
            call = asyncio.create_task(self._send(row))
            self._calls.add(call)
            call.add_done_callback(partial(self._launch_next, row.id))

    def _may_send(self) -> bool:
        stopped = self._in_doubt or self._closing or self._wrong_token
        return not stopped and len(self._ended) < UNRECORDED and self._lease.held

    def _launch_next(self, row: int, call: asyncio.Task[None]) -> None:
        self._calls.discard(call)
        self._window.end(row)
        self._queue.settle(row)
        if not call.cancelled():
            self._launch()
            if self._next_step(self._monotonic()) < self._wakes_at:
                self._wake.set()

    # One message.

    async def _send(self, row: Row) -> None:
        try:
            ended = await self._exchange(row)
        except Exception as error:
            # A defect of ours: it must not hold up what comes after it.
            log.error("an outbox row could not be sent: %s", describe(error))
            ended = self._end(row, Verdict("failed", type(error).__name__))
        if ended is None:
            return
        try:
            await jot(self._store.database, ended)
        except Exception as error:
            log.warning("a result could not be jotted down: %s", type(error).__name__)
        self._ended.append(ended)
        self._has_ended.set()

    async def _exchange(self, row: Row) -> Ended | None:
        """Make the call; return what is to be recorded, None where the row stays as it is."""
        if row.created_at < to_micros(self._wall() - self._patience.oldest):
            return self._end(row, Verdict("failed", "too old"))
        sent = await self._uploads.send(self._api, row, self._call_for(row))
        if sent is None:
            return self._end(row, Verdict("failed", "no file"))
        call, result = sent
        outcome = classify(result)
        self.counts[outcome.kind.value] += 1
        if outcome.kind is not Kind.DONE:
            log.info("%s: %s (%s)", call.method, outcome.kind.value, result.error_code or result.description)
        verdict = judge(row, call.method, result, outcome, self._setbacks[row.chat], self._patience)
        if outcome.kind is Kind.REFUSED and self._uploads.other_way(row, call):
            verdict = Verdict()
        return self._apply(row, call, result, verdict)

    def _call_for(self, row: Row) -> Call:
        """Return method and parameters as they go out: to where the chat is now, and to the card's message."""
        params = _PARAMS.decode(row.params)
        if "chat_id" in params:
            params["chat_id"] = chat_id(row.chat)
        if row.method != EDIT:
            return Call(row.method, params)
        ref = self._refs.get(card_key(row.chat, row.card), "")
        if not ref:
            # Never shown, or gone: it is shown anew.
            return Call(SEND, params)
        params["message_id"] = int(ref)
        return Call(EDIT, params)

    def _apply(self, row: Row, call: Call, result: Result, verdict: Verdict) -> Ended | None:
        """Let a verdict take effect in memory; return what is to be recorded."""
        now = self._monotonic()
        if verdict.stop:
            self._stop(result)
        if verdict.doubt:
            self._doubt()
        if verdict.pause:
            self._pause(row.chat, verdict, now)
        elif verdict.state != "pending":
            self._setbacks.pop(row.chat, None)
        if verdict.anew:
            self._refs[card_key(row.chat, row.card)] = ""
        if not verdict.state:
            self._queue.again(row, now)
            self._wake.set()
            return None
        if verdict.state != "sent":
            return self._end(row, verdict)
        return self._end(row, verdict, self._ref_of(row, call.params, result), self._uploads.sent(call, result))

    def _ref_of(self, row: Row, params: dict[str, Any], result: Result) -> str:
        """Return Telegram's id of the message that a successful call shows, remembered for the card's edits."""
        number = params.get("message_id", 0)
        if not number:
            with contextlib.suppress(msgspec.MsgspecError):
                number = _SENT.decode(result.result).message_id
        ref = str(number) if number else ""
        if ref and row.card:
            self._refs[card_key(row.chat, row.card)] = ref
            if len(self._refs) > _CARDS:
                del self._refs[next(iter(self._refs))]
        return ref

    def _end(self, row: Row, verdict: Verdict, ref: str = "", file: SentFile | None = None) -> Ended:
        if verdict.state != "pending":
            self._uploads.forget(row)
            self._queue.end(row, self._monotonic())
        return Ended(row, verdict, ref, file)

    # When sending goes badly.

    def _pause(self, chat: str, verdict: Verdict, now: float) -> None:
        until = now + verdict.pause
        self._pacing.hold(chat, until)
        if not verdict.throttled:
            self._setbacks[chat] += 1
            return
        # Telegram does not say whether the chat or the bot is too fast. If a second chat is turned away while the
        # first one waits, it is the bot.
        other, waits_until = self._throttled
        if other not in {"", chat} and waits_until > now:
            log.warning("Telegram asks the whole bot to wait %.0f s", verdict.pause)
            self._pacing.hold(None, until)
        self._throttled = (chat, until)

    def _doubt(self) -> None:
        """Send nothing more until Telegram answers a call that costs nothing: an outage must not use up messages."""
        if not self._in_doubt:
            self._in_doubt = True
            self._run_errand(self._probe())

    async def _probe(self) -> None:
        pause, longest = PROBES
        while True:
            result = await self._api.call("getMe", {}, timeout=10)
            outcome = classify(result)
            if result.ok or outcome.kind is Kind.WRONG_TOKEN:
                break
            log.warning("Telegram is out of reach: %s", result.error_code or result.description)
            await asyncio.sleep(max(pause, outcome.seconds))
            pause = min(pause * 2, longest)
        if not result.ok:
            self._stop(result)
        self._in_doubt = False
        self._wake.set()

    def _stop(self, result: Result) -> None:
        if not self._wrong_token:
            log.error("Telegram does not know this token (%s): sending has stopped", result.error_code)
        self._wrong_token = True
        self._wake.set()

    # What has become of them.

    async def _record_all(self) -> None:
        pause = RECORD_EVERY
        while True:
            await self._has_ended.wait()
            await asyncio.sleep(pause)
            pause = RECORD_EVERY if await self._record() else min(pause * 2, 10)

    async def _record(self) -> bool:
        self._has_ended.clear()
        ended, queue = list(self._ended), self._queue
        database = self._store.database
        try:
            waiting = await record(database, ended)
        except Exception as error:
            log.error("results could not be recorded: %s", type(error).__name__)
            self._has_ended.set()
            return False
        self._ended[: len(ended)] = waiting
        if waiting:
            self._has_ended.set()
        self._recorded.set()
        left = {each.row.id for each in waiting}
        await self._drop_jottings({each.row.id for each in ended} - left)
        for each in ended:
            if each.row.id in left:
                continue
            if each.verdict.state == "pending":
                queue.again(each.row, self._monotonic())
            else:
                queue.forget(each.row)
            self._tell_casework(each)
        self._wake.set()
        return True

    async def _drop_jottings(self, rows: set[int]) -> None:
        try:
            await self._store.database.jottings.drop(rows)
        except Exception as error:
            # Whoever reads them finds that they are recorded.
            log.warning("jottings could not be dropped: %s", type(error).__name__)

    async def _recall(self) -> None:
        """Record what the process before us knew, before anything is read: or it would be sent again."""
        while self._lease.held:
            try:
                self._ended += await recall(self._store.database)
            except Exception as error:
                log.error("jottings could not be read: %s", type(error).__name__)
                await asyncio.sleep(LOOK_EVERY)
            else:
                break
        if self._ended:
            self._has_ended.set()
            await self._finish()

    def _tell_casework(self, ended: Ended) -> None:
        """Let casework know of people who have stopped us, and of groups that put us out or moved."""
        chat, verdict = ended.row.chat, ended.verdict
        if verdict.moved is not None:
            new = address(verdict.moved)
            self._run_errand(self._act(lambda uow: membership.migrate_group(uow, chat, new)))
        elif verdict.closed and not is_group(chat):
            self._run_errand(self._act(lambda uow: _unreachable(uow, chat)))
        elif verdict.closed and puts_out(verdict.error):
            self._run_errand(self._act(lambda uow: membership.unbind(uow, chat)))

    async def _act(self, verb: Callable[[UnitOfWork], Awaitable[None]]) -> None:
        for pause in (0.1, 1.0, 5.0):
            try:
                await self._desk.act(verb)
            except Exception as error:
                log.warning("casework could not be told of a chat: %s", type(error).__name__)
                await asyncio.sleep(pause)
            else:
                return

    # The rest of the machinery.

    async def _hear_bell(self) -> None:
        while True:
            await self._desk.outbox_bell.wait()
            self._desk.outbox_bell.clear()
            self._queue.needs_read = True
            self._wake.set()

    def _run_errand(self, errand: Awaitable[None]) -> None:
        task = asyncio.ensure_future(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _finish(self) -> None:
        """Wait until all calls under way have ended and their results are recorded."""
        while self._calls:
            await asyncio.wait(list(self._calls))
        while self._ended:
            self._recorded.clear()
            await self._recorded.wait()


async def _unreachable(uow: UnitOfWork, chat: str) -> None:
    found = await uow.get(Address, chat)
    if found is not None:
        await membership.unreachable(uow, found.person_id)
