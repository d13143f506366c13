"""What is kept for a time only: which rows, how long, and how they are removed.

What the law makes an office keep stands in no line here: petitions and cases, their record, what was answered and on
paper, and figures. So nothing that is counted changes by any of this: see docs/privacy.md.

Rows go a page at a time, each in a short transaction of its own, so that nobody waits for them.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.settings import Retention
from storage.codec import to_micros
from storage.dialects import Conflict, Session
from storage.store import Store

log = logging.getLogger(__name__)

ROWS: Final = 1000
"""The most rows that are removed in one transaction."""

Keys = list[Any]
Forget = Callable[[Session, Keys, int], Awaitable[int]]
"""Removes rows by their keys, as far as they are older than a moment (microseconds); returns how many it changed."""


@dataclass(frozen=True, slots=True)
class Keep:
    """One kind of rows: the query `keep_NAME` gives the keys of what may be old enough, page by page.

    `days` is how long they are kept, by case time, or by that of the `machine`. `first` is what every key comes after.
    A row that `forget` leaves alone (its case is open) is looked at again the next time.
    """

    name: str
    days: Callable[[Retention], int]
    forget: Forget
    first: int | str = 0
    machine: bool = False


def by(*queries: str) -> Forget:
    """Return what removes rows by some queries, in this order and in one transaction."""

    async def forget(session: Session, keys: Keys, before: int) -> int:
        parameters = [{"ids": keys, "before": before, "most": ROWS}]
        return sum([await session.write(name, parameters) for name in queries])

    return forget


async def forget_messages(session: Session, keys: Keys, before: int) -> int:
    """Remove messages; with the last one of a chat its open question goes, and its address where nothing else is known
    of whose it is.
    """
    chats = [row[0] for row in await session.rows("chats_of_messages", ids=keys)]
    removed = await session.write("messages_forget", [{"ids": keys, "before": before}])
    if removed:
        people = [row[0] for row in await session.rows("people_of_addresses", chats=chats)]
        rows = [{"chat": chat, "key": f"{chat}|{chat}", "people": people} for chat in chats]
        for name in ("conversation_forget", "address_forget", "person_forget"):
            await session.write(name, rows)
    return removed


KEPT: Final = (
    Keep("outbox", lambda retention: retention.sent_days, by("outbox_forget"), machine=True),
    Keep("messages", lambda retention: retention.history_days, forget_messages),
    Keep("drafts", lambda retention: retention.draft_days, by("draft_files_forget", "drafts_forget")),
    Keep("files", lambda retention: retention.file_days, by("files_forget")),
    Keep("copies", lambda retention: retention.copy_days, by("copies_forget")),
    Keep("alarms", lambda retention: retention.alarm_days, by("alarms_forget")),
    Keep("bookings", lambda retention: retention.visit_days, by("bookings_forget")),
    Keep("told", lambda retention: retention.told_days, by("told_forget")),
    Keep("subscriptions", lambda retention: retention.told_days, by("subscriptions_forget"), first=""),
    Keep("guests", lambda retention: retention.survey_days, by("guests_forget")),
    Keep("digest_items", lambda retention: retention.sent_days, by("digest_items_forget")),
    Keep("jobs", lambda retention: retention.sent_days, by("jobs_forget")),
    Keep("links", lambda retention: retention.sent_days, by("links_forget"), first=""),
    Keep("invites", lambda retention: retention.sent_days, by("invites_forget"), first=""),
)


async def purge_old(
    store: Store, now: Callable[[], datetime], wall: Callable[[], datetime], retention: Retention
) -> dict[str, int]:
    """Remove what has been kept for its time; return how many rows that has changed, by kind.

    `now` is case time, `wall` machine time.
    """
    removed = {}
    for keep in KEPT:
        moment = wall() if keep.machine else now()
        before = to_micros(moment - timedelta(days=keep.days(retention)))
        try:
            removed[keep.name] = await _purge(store, keep, before)
        except Conflict as conflict:
            log.info("the rest goes the next time: %s", conflict)
    return removed


async def _purge(store: Store, keep: Keep, before: int) -> int:
    removed = 0
    after = keep.first
    while keys := await _page(store, keep, before, after):
        changed = ROWS
        # One key may stand for more rows than go at once.
        while changed >= ROWS:
            async with store.database.transaction() as session:
                changed = await keep.forget(session, keys, before)
            removed += changed
        after = keys[-1]
    return removed


async def _page(store: Store, keep: Keep, before: int, after: int | str) -> Keys:
    async with store.reading() as session:
        rows = await session.rows(f"keep_{keep.name}", before=before, after=after, most=ROWS)
    return [row[0] for row in rows]
