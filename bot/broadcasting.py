"""Broadcasts on their way: each running one is handed to its people some at a time, as fast as they go out.

What waits in the outbox stays within a few seconds' worth, so an answer never waits behind it, and stopping or the
night holds it at once. Who has been handed it stands in `told`, in the same transaction as the message: nobody is
handed the same thing twice, whatever dies when.
"""

import asyncio
import logging
from typing import Final

from bot.delivery import URGENCY, deliver
from bot.desk import Desk, Handled, describe
from casework.actions import announcements, broadcasting
from casework.broadcasts import pace
from casework.broadcasts.broadcast import Broadcast, BroadcastState
from casework.replacing import replace
from casework.unit_of_work import SCHEDULE
from handlers import service
from handlers.broadcasts.words import told_as
from handlers.messages import Outgoing, Priority
from storage.batch import Batch
from storage.codec import to_micros
from storage.dialects import Conflict
from storage.unit_of_work import BatchUnitOfWork

log = logging.getLogger(__name__)

LOOK_EVERY: Final = 1.0
"""Seconds from one look at the broadcasts to the next."""

REFILL: Final = 0.75
"""A broadcast of which more than this share waits is not filled up yet."""

LIVE: Final = frozenset({BroadcastState.RUNNING, BroadcastState.STOPPED, BroadcastState.ENDED})

PUBLIC: Final = 0
"""As whom the county's public channel stands in `told`."""


class Broadcasting:
    """Hands broadcasts to their people, over a desk's store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures = desk.store.rules.profile.broadcasts

    async def run(self) -> None:
        """Look at the broadcasts each second until cancelled; an outage of the database is waited out."""
        while True:
            try:
                await self.step()
            except Exception as error:
                log.error("the broadcasts could not be read: %s", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)

    async def step(self) -> int:
        """Do for each broadcast what is to be done now; return to how many chats one was handed."""
        async with self._desk.store.reading() as session:
            found = await session.rows("broadcasts_under_way")
            waiting = {id_: int((await session.rows("broadcast_waiting", id=id_))[0][0]) for id_, *_ in found}
        running = sum(state == BroadcastState.RUNNING for _, state, _ in found)
        share = max(1, self._figures.depth // max(1, running))
        handed = 0
        for id_, state, held in found:
            if state == BroadcastState.RUNNING and self._is_idle(waiting[id_], share, held=bool(held)):
                continue
            try:
                handed += await asyncio.shield(asyncio.ensure_future(self._serve(id_, share)))
            except Conflict as conflict:
                log.info("a broadcast is looked at again: %s", conflict)
            except Exception as error:
                # A defect in one must not keep the others back.
                log.error("a broadcast could not go on: %s", describe(error))
        return handed

    def _is_idle(self, waiting: int, share: int, *, held: bool) -> bool:
        """Tell whether nothing is to be done for a running broadcast: it rests at night, or enough of it waits."""
        return waiting > share * REFILL and not held if self._may_run() else held

    def _may_run(self) -> bool:
        return pace.may_run(self._desk.store.rules.calendar, self._desk.clock.now())

    async def _serve(self, id_: int, share: int) -> int:
        desk, now, handled = self._desk, self._desk.clock.now(), Handled()
        outgoing: list[Outgoing] = []
        async with desk.store.batch("broadcast_claim", id=id_) as batch:
            broadcast: Broadcast | None = await batch.get(Broadcast, id_) if batch.claimed else None
            if broadcast is not None and broadcast.state in LIVE:
                ((waiting,),) = await batch.rows("broadcast_waiting", id=id_)
                uow = desk.store.unit_of_work(batch, now, SCHEDULE)
                if broadcast.state is not BroadcastState.RUNNING or not self._may_run():
                    self._hold(batch, broadcast)
                elif await self._is_overtaken(uow, broadcast, int(waiting)):
                    broadcasting.overtaken(uow, broadcast)
                elif broadcast.held:
                    self._let_go(batch, broadcast)
                else:
                    outgoing = await self._hand_over(uow, batch, broadcast, int(waiting), share)
                handled.chats.update(await deliver(batch, desk.channels, outgoing, now, desk.wall()))
                told = await service.tell(uow)
                handled.chats.update(await deliver(batch, desk.channels, told, now, desk.wall()))
                batch.join()
        desk.tell(handled)
        # What was let go belongs to no chat of this turn.
        desk.outbox_bell.set()
        return len(outgoing)

    async def _is_overtaken(self, uow: BatchUnitOfWork, broadcast: Broadcast, waiting: int) -> bool:
        """Tell whether somebody is still to be told of what does not hold any more."""
        unfinished = not broadcast.exhausted or broadcast.held or waiting
        return bool(unfinished) and not await announcements.is_current(uow, broadcast)

    def _hold(self, batch: Batch, broadcast: Broadcast) -> None:
        """Keep back what has not gone out; for good where the broadcast has ended. What is being sent at this moment
        arrives, and is counted so.
        """
        if broadcast.state is BroadcastState.ENDED:
            self._move(batch, broadcast, "held", "superseded")
            self._move(batch, broadcast, "pending", "superseded")
        else:
            self._move(batch, broadcast, "pending", "held")
        batch.put(replace(broadcast, held=True))

    def _let_go(self, batch: Batch, broadcast: Broadcast) -> None:
        """Let what was held go out."""
        self._move(batch, broadcast, "held", "pending")
        batch.put(replace(broadcast, held=False))

    def _move(self, batch: Batch, broadcast: Broadcast, before: str, after: str) -> None:
        at = to_micros(self._desk.wall())
        moved = {
            "id": broadcast.id,
            "priority": URGENCY[Priority.BROADCAST],
            "before": before,
            "after": after,
            "at": at,
        }
        batch.write("outbox_move", moved)

    async def _hand_over(
        self, uow: BatchUnitOfWork, batch: Batch, broadcast: Broadcast, waiting: int, share: int
    ) -> list[Outgoing]:
        """Fill up what waits to the broadcast's share; where nobody is left and nothing waits, it is done."""
        if broadcast.exhausted:
            if not waiting:
                await broadcasting.done(uow, broadcast, await uow.tally(broadcast))
            return []
        most = max(0, share - waiting)
        found = await uow.audience_after(broadcast, most)
        public = await self._public(uow, batch, broadcast)
        known = await announcements.knowing(uow, broadcast, (each.person_id for each in found))
        new = [each for each in found if not (each.told or each.person_id in known)]
        fit = [each for each in new if each.reachable and each.home]
        outgoing = [await self._for(uow, broadcast, each.home, each.language) for each in fit]
        if public:
            outgoing.append(await self._for(uow, broadcast, public, uow.rules.languages[0], public=True))
        for person_id in (*(each.person_id for each in fit), *([PUBLIC] if public else ())):
            batch.write("told_insert", {"thing": broadcast.thing, "person_id": person_id})
        uow.put(
            replace(
                broadcast,
                after=found[-1].person_id if found else broadcast.after,
                handed=broadcast.handed + len(outgoing),
                blocked=broadcast.blocked + len(new) - len(fit),
                exhausted=len(found) < most,
            )
        )
        return outgoing

    async def _public(self, uow: BatchUnitOfWork, batch: Batch, broadcast: Broadcast) -> str:
        """Return the public channel's chat where it is to be told now, at the beginning; else "". Changes the turn."""
        chat = uow.rules.profile.public_channel
        if not (broadcast.public and chat) or broadcast.after:
            return ""
        ((told,),) = await batch.rows("told_of", thing=broadcast.thing, person=PUBLIC)
        return chat if not told and await announcements.post(uow, broadcast) else ""

    async def _for(
        self, uow: BatchUnitOfWork, broadcast: Broadcast, chat: str, language: str, *, public: bool = False
    ) -> Outgoing:
        view = await told_as(uow, broadcast, language, public=public)
        # In the channel nothing may overtake it that comes later, such as a correction: there it is not held either.
        priority = Priority.ANSWER if public else Priority.BROADCAST
        return Outgoing(chat, view.text, view.buttons, priority=priority, broadcast_id=broadcast.id)
