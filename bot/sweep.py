"""The sweep: fires what is due now and still wanted, and puts what one person has to hear into one message.

What a stop of some days has left comes in batches, each a short transaction, and not before the quiet hours are over:
only alarms know no night.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.delivery import deliver
from bot.desk import Desk, Handled, describe
from bot.logs import of_case
from casework.actions.digests import Ahead, look_ahead
from casework.actions.firing import fire
from casework.notices import Notice
from casework.people import Person
from casework.petitions import Case, Petition
from casework.trail import Trail
from casework.unit_of_work import SCHEDULE
from handlers import service
from storage.batch import SUBJECTS, Batch
from storage.codec import from_micros, to_micros
from storage.dialects import ends_batch, is_outage

log = logging.getLogger(__name__)

MOST = 1000
PARTS = (1, 1, 10, 100, MOST)
"""Into how many parts a batch is cut after so many failures: into none at first, for somebody may have acted on a
subject at the same moment; in the end the one to blame is alone.
"""
LATER = 3600 * 1_000_000
"""A follow-up that failed is tried again in an hour (microseconds), so that it cannot keep the others waiting."""
SOON = 60 * 1_000_000
"""One of an alarm in a minute."""

DIGEST = "digest"
RECEIPT = "receipt"
NOTHING: Mapping[int, Ahead] = MappingProxyType({})


class Sweep:
    """Fires follow-ups over a desk's store, and delivers what they tell."""

    def __init__(self, desk: Desk, most: int = MOST) -> None:
        self._desk = desk
        self._most = most

    async def run(self, fired: list[str] | None = None) -> int:
        """Fire everything that is due by now; return how many follow-ups fired, and add their kinds to `fired`.

        Not to be cut off by cancellation.
        """
        count = failures = suspects = 0
        while True:
            most = max(1, self._most // PARTS[failures])
            try:
                due, kinds = await asyncio.shield(asyncio.ensure_future(self._batch(most)))
            except Exception as error:
                if is_outage(error):
                    raise
                log.warning("a sweep of up to %d has failed: %s", most, describe(error))
                failures += 1
                suspects = most
                if failures == len(PARTS):
                    await asyncio.shield(asyncio.ensure_future(self._put_off()))
                    failures = 0
                continue
            count += len(kinds)
            if fired is not None:
                fired += kinds
            if due < most:
                return count
            suspects -= due
            if suspects <= 0:
                # All that was in the batch that failed has gone: nobody was to blame.
                failures = 0

    async def next_due(self) -> datetime | None:
        """Return when the next follow-up fires, now where it is late; None while there is none. An alarm's moment is
        the one that was planned.
        """
        store, now = self._desk.store, self._desk.clock.now()
        async with store.reading() as session:
            ((alarm, other),) = await session.rows("followups_next")
        moments = [from_micros(alarm)] if alarm is not None else []
        if other is not None:
            moments.append(store.rules.calendar.awake(max(from_micros(other), now)))
        return min(moments, default=None)

    async def _batch(self, most: int) -> tuple[int, list[str]]:
        """Fire a batch; return how many rows were due, and the kinds of those that fired."""
        desk = self._desk
        now = desk.clock.now()
        handled = Handled()
        async with self._claiming(now, most) as batch:
            found = batch.claimed
            due = _whole(found) if len(found) == most else found
            await _load(batch, due)
            replies = [_key(row) for row in due if row[1] == RECEIPT]
            await desk.store.unit_of_work(batch, now, SCHEDULE).look_for_replies(replies)
            notices: list[Notice] = []
            others = [row for row in due if row[1] != DIGEST]
            fired = [row[1] for row in others if await self._fire(batch, row, now, notices)]
            # Digests gather what has fallen due at the same moment; what they say is looked up for all of them.
            digests = [row for row in due if row[1] == DIGEST]
            ahead = await self._look_ahead(batch, digests, now)
            fired += [row[1] for row in digests if await self._fire(batch, row, now, notices, ahead)]
            if notices:
                uow = desk.store.unit_of_work(batch, now, SCHEDULE)
                uow.notices.extend(notices)
                outgoing = await service.tell(uow)
                handled.chats.update(await deliver(batch, desk.channels, outgoing, now, desk.wall()))
                batch.join()
        desk.tell(handled)
        return len(found), fired

    def _claiming(self, now: datetime, most: int) -> AbstractAsyncContextManager[Batch]:
        """Run a batch over the first of what is due."""
        store = self._desk.store
        night = store.rules.calendar.awake(now) != now
        return store.batch("followups_due_at_night" if night else "followups_due", now=to_micros(now), most=most)

    async def _put_off(self) -> None:
        """Put off the first of what is due: whatever it leads to can be neither told nor written."""
        now = self._desk.clock.now()
        async with self._claiming(now, 1) as batch:
            for row in batch.claimed:
                log.error("the follow-up %s of %s is put off", row[1], row[0].partition(":")[0])
                _move(batch, row, now)

    async def _look_ahead(self, batch: Batch, digests: Sequence[Sequence[Any]], now: datetime) -> dict[int, Ahead]:
        """Return what stands in the digests of these rows, by person; nothing where that fails: each one's is looked up
        by itself then, so that the one to blame stops nobody else's.
        """
        found = [batch.known(Person, _key(row)) for row in digests]
        people = [person for person in found if person is not None]
        try:
            return await look_ahead(self._desk.store.unit_of_work(batch, now, SCHEDULE), people) if people else {}
        except Exception as error:
            if ends_batch(error):
                raise
            log.error("the digests of a sweep are put together one by one: %s", describe(error))
            return {}

    async def _fire(
        self,
        batch: Batch,
        row: Sequence[Any],
        now: datetime,
        notices: list[Notice],
        ahead: Mapping[int, Ahead] = NOTHING,
    ) -> bool:
        """Fire one row if the plan still has it; return whether it did. Its row is reconciled either way."""
        name, kind, epoch, round_, *_ = row
        prefix, key = name.partition(":")[0], _key(row)
        subject = await batch.get(SUBJECTS[prefix], key)
        uow = self._desk.store.unit_of_work(batch, now, SCHEDULE)
        try:
            known = ahead.get(key)
            if (
                subject is None
                or getattr(subject, "epoch", 0) != epoch
                or not await fire(uow, subject, kind, round_, known)
            ):
                batch.replan(name)
                return False
        except Exception as error:
            if ends_batch(error):
                raise
            case = subject if isinstance(subject, Case) else uow.about
            log.error("the follow-up %s of %s failed: %s", kind, prefix, describe(error), extra=of_case(case))
            batch.drop()
            _move(batch, row, now)
            return False
        notices.extend(uow.notices)
        batch.join()
        return True


def _move(batch: Batch, row: Sequence[Any], now: datetime) -> None:
    """Let a row that has failed wait."""
    wait = SOON if row[0].startswith("alarm:") else LATER
    batch.write("followups_move", {"id": row[4], "due_at": to_micros(now) + wait})
    batch.join()


def _key(row: Sequence[Any]) -> int:
    """Return the key of a row's subject."""
    return int(row[0].partition(":")[2])


def _whole(due: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
    """Return a full batch without the last cadre's rows: the next one has all of them, and the cadre one message."""
    last = due[-1][-1]
    return [row for row in due if last is None or row[-1] != last] or due


async def _load(batch: Batch, due: Sequence[Sequence[Any]]) -> None:
    """Load the subjects by list, and what nearly each firing of a case needs: who is told, its words and its trail."""
    keys: dict[str, list[int]] = defaultdict(list)
    for row in due:
        keys[row[0].partition(":")[0]].append(_key(row))
    for prefix, found in keys.items():
        await batch.load(SUBJECTS[prefix], sorted(found))
    cases = [case for key in sorted(keys["case"]) if (case := batch.known(Case, key)) is not None]
    people = {person for case in cases for person in (case.resident_id, case.cadre_id) if person is not None}
    await batch.load(Person, sorted(people))
    await batch.load(Petition, sorted({case.petition_id for case in cases}))
    await batch.load(Trail, sorted(case.id for case in cases))
