"""The sweep: fires what is due now and still wanted, and puts what one person has to hear into one message.

What a stop of some days has left comes in batches, each a short transaction, and not before the quiet hours are over:
only alarms know no night.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.delivery import deliver
from bot.desk import Desk, Handled, describe
from bot.logs import of_case
from casework.actions.firing import fire
from casework.notices import Notice
from casework.people import Person
from casework.petitions import Case, Petition
from casework.trail import Trail
from casework.unit_of_work import SCHEDULE
from handlers import service
from storage.batch import SUBJECTS, Batch
from storage.codec import from_micros, to_micros
from storage.dialects import Conflict

log = logging.getLogger(__name__)

MOST = 1000
LATER = 3600 * 1_000_000
"""A follow-up that failed is tried again in an hour (microseconds), so that it cannot keep the others waiting."""
SOON = 60 * 1_000_000
"""One of an alarm in a minute."""


class Sweep:
    """Fires follow-ups over a desk's store, and delivers what they tell."""

    def __init__(self, desk: Desk, most: int = MOST) -> None:
        self._desk = desk
        self._most = most

    async def run(self, fired: list[str] | None = None) -> int:
        """Fire everything that is due by now; return how many follow-ups fired, and add their kinds to `fired`.

        Not to be cut off by cancellation.
        """
        count = 0
        while True:
            due, kinds = await asyncio.shield(asyncio.ensure_future(self._batch()))
            count += len(kinds)
            if fired is not None:
                fired += kinds
            if due < self._most:
                return count

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

    async def _batch(self) -> tuple[int, list[str]]:
        """Fire a batch; return how many rows were due, and the kinds of those that fired."""
        desk = self._desk
        now = desk.clock.now()
        handled = Handled()
        night = desk.store.rules.calendar.awake(now) != now
        query = "followups_due_at_night" if night else "followups_due"
        try:
            async with desk.store.batch(query, now=to_micros(now), most=self._most) as batch:
                found = batch.claimed
                due = _whole(found) if len(found) == self._most else found
                await _load(batch, due)
                notices: list[Notice] = []
                fired = [row[1] for row in due if await self._fire(batch, row, now, notices)]
                if notices:
                    uow = desk.store.unit_of_work(batch, now, SCHEDULE)
                    uow.notices.extend(notices)
                    outgoing = await service.tell(uow)
                    handled.chats.update(await deliver(batch, desk.channels, outgoing, now, desk.wall()))
                    batch.join()
        except Conflict as conflict:
            # Somebody acted on a subject at the same moment: the next sweep finds what is left.
            log.info("a sweep is repeated: %s", conflict)
            return 0, []
        desk.tell(handled)
        return len(found), fired

    async def _fire(self, batch: Batch, row: Sequence[Any], now: datetime, notices: list[Notice]) -> bool:
        """Fire one row if the plan still has it; return whether it did. Its row is reconciled either way."""
        name, kind, epoch, round_, id_, _ = row
        prefix, _, key = name.partition(":")
        subject = await batch.get(SUBJECTS[prefix], int(key))
        uow = self._desk.store.unit_of_work(batch, now, SCHEDULE)
        try:
            if subject is None or getattr(subject, "epoch", 0) != epoch or not await fire(uow, subject, kind, round_):
                batch.replan(name)
                return False
        except Conflict:
            raise
        except Exception as error:
            case = subject if isinstance(subject, Case) else uow.about
            log.error("the follow-up %s of %s failed: %s", kind, prefix, describe(error), extra=of_case(case))
            batch.drop()
            wait = SOON if prefix == "alarm" else LATER
            batch.write("followups_move", {"id": id_, "due_at": to_micros(now) + wait})
            batch.join()
            return False
        notices.extend(uow.notices)
        batch.join()
        return True


def _whole(due: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
    """Return a full batch without the last cadre's rows: the next one has all of them, and the cadre one message."""
    last = due[-1][-1]
    return [row for row in due if last is None or row[-1] != last] or due


async def _load(batch: Batch, due: Sequence[Sequence[Any]]) -> None:
    """Load the subjects by list, and what nearly each firing of a case needs: who is told, its words and its trail."""
    keys: dict[str, list[int]] = defaultdict(list)
    for row in due:
        prefix, _, key = row[0].partition(":")
        keys[prefix].append(int(key))
    for prefix, found in keys.items():
        await batch.load(SUBJECTS[prefix], sorted(found))
    cases = [case for key in sorted(keys["case"]) if (case := batch.known(Case, key)) is not None]
    people = {person for case in cases for person in (case.resident_id, case.cadre_id) if person is not None}
    await batch.load(Person, sorted(people))
    await batch.load(Petition, sorted({case.petition_id for case in cases}))
    await batch.load(Trail, sorted(case.id for case in cases))
