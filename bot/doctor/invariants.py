"""What has to hold in the database whatever has happened: plans, numbers in rows, files, and what was set aside."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any, Final

from bot.doctor.findings import Finding, some
from bot.files.vault import Vault
from casework.followups import plan
from casework.petitions import FollowUp
from storage import bulk
from storage.batch import SUBJECTS
from storage.codec import Codec
from storage.dialects import Session
from storage.store import Store
from storage.tables import TABLE_OF

CHUNK: Final = 1000
"""Subjects that are looked at together."""

_FOLLOW_UP: Final = Codec(FollowUp)
_NUMBERS: Final = (
    ("people_miscounted", "people's open cases or parts", "who gets the next case depends on it"),
    ("petitions_miscounted", "petitions' open cases", "when a petition is over depends on it"),
)


async def look_at_plans(store: Store, url: str, *, repair: bool = False) -> list[Finding]:
    """Hold the follow-ups that wait against the plan of each case, draft, person and so on.

    With `repair` those that differ are planned again.
    """
    wrong: list[str] = []
    for prefix in SUBJECTS:
        async for ids in _ids(url, prefix):
            async with store.reading() as session:
                found = [subject async for subject in _unplanned(store, session, prefix, ids)]
            if found and repair:
                await _plan_again(store, prefix, found)
            wrong += [f"{prefix}:{subject}" for subject in found]
    if not wrong:
        return []
    done = "They have been planned again." if repair else "Plan them again: doorstep doctor --repair."
    return [Finding(f"Follow-ups are not as planned for: {some(wrong)}.", done)]


async def _ids(url: str, prefix: str) -> AsyncIterator[list[int]]:
    table = TABLE_OF[SUBJECTS[prefix]]
    async with bulk.source(url) as source:
        async for rows in source.rows(table.name, [table.key]):
            for start in range(0, len(rows), CHUNK):
                yield [id_ for (id_,) in rows[start : start + CHUNK]]


async def _unplanned(store: Store, session: Session, prefix: str, ids: Sequence[int]) -> AsyncIterator[int]:
    """Yield the ids of those subjects whose rows are not their plan."""
    table = TABLE_OF[SUBJECTS[prefix]]
    names = [f"{prefix}:{id_}" for id_ in ids]
    pending = {name: set[tuple[str, int, int, Any]]() for name in names}
    for each in map(_FOLLOW_UP.decode, await session.rows("followups_pending", subjects=names)):
        pending[each.subject].add((each.kind, each.epoch, each.round, each.due_at))
    for row in await session.rows(f"{table.name}_by_key", keys=list(ids)):
        subject = table.codec.decode(row)
        epoch = getattr(subject, "epoch", 0)
        wanted = {(due.kind, epoch, due.round, due.at) for due in plan(subject, store.rules)}
        key = getattr(subject, table.key)
        if wanted != pending[f"{prefix}:{key}"]:
            yield key


async def _plan_again(store: Store, prefix: str, ids: Sequence[int]) -> None:
    async with store.batch() as batch:
        await batch.load(SUBJECTS[prefix], ids)
        for id_ in ids:
            batch.replan(f"{prefix}:{id_}")
        batch.join()


async def look_at_numbers(store: Store, *, repair: bool = False) -> list[Finding]:
    """Hold the numbers that stand in rows against what is counted. With `repair` they are counted again."""
    findings = []
    for query, what, why in _NUMBERS:
        async with store.reading() as session:
            wrong = [row[0] for row in await session.rows(query)]
        if not wrong:
            continue
        if repair:
            async with store.database.transaction() as session:
                await session.write(query.replace("miscounted", "count_again"), [{"id": id_} for id_ in wrong])
        done = "They have been counted again." if repair else "Count them again: doorstep doctor --repair."
        findings.append(Finding(f"The number of {what} is wrong for {len(wrong)} ({why}).", done))
    return findings


async def look_at_cases(store: Store) -> list[Finding]:
    """Find open cases that are with somebody who serves no more."""
    async with store.reading() as session:
        left = [row[0] for row in await session.rows("cases_left_behind")]
    if not left:
        return []
    return [
        Finding(
            f"Open cases are with people who hold no post any more: {some(left)}.",
            "Assign them to somebody: their unit's head opens them by /case NUMBER.",
        )
    ]


async def look_at_traffic(store: Store) -> list[Finding]:
    """Find updates that could not be handled, and messages that Telegram has refused."""
    async with store.reading() as session:
        states = dict(map(tuple, await session.rows("inbox_counts")))
        sent = dict(map(tuple, await session.rows("outbox_counts")))
    return list(_traffic(states, sent))


def _traffic(inbox: dict[str, int], outbox: dict[str, int]) -> Iterator[Finding]:
    if aside := inbox.get("aside", 0):
        yield Finding(
            f"{aside} updates of the last two days could not be handled.",
            "Look into the log for “a turn failed” and report it. Who wrote them was told that it is kept.",
        )
    if refused := sum(count for state, count in outbox.items() if state in {"refused", "failed"}):
        yield Finding(
            f"{refused} messages were refused by Telegram, or it is not known whether they arrived.",
            "Look into the log. The history of each chat has them.",
        )


async def look_at_files(url: str, vault: Vault) -> list[Finding]:
    """Find files that the database names and the folder has not."""
    missing: list[str] = []
    async with bulk.source(url) as source:
        async for rows in source.rows("files", ["digest", "state"]):
            digests = [digest for digest, state in rows if digest and state == "kept"]
            missing += await asyncio.to_thread(_missing, vault, digests)
    if not missing:
        return []
    return [
        Finding(
            f"{len(set(missing))} files are missing in the folder of files.",
            "Take them from a backup: its folder “files” has the same form. See [storage] files.",
        )
    ]


def _missing(vault: Vault, digests: Sequence[str]) -> list[str]:
    return [digest for digest in digests if not vault.path(digest).is_file()]
