"""Reading the record to check it, beside the running service: page by page, so that its size does not matter."""

from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import date
from itertools import groupby
from typing import Final

from casework.audit import Fault, Flaw, SealedHead, check
from casework.trail import NOTHING, Trail
from storage.codec import Codec, from_micros
from storage.dialects import Database, Session
from storage.seals import FIRST, Seal, sealed

PAGE: Final = 500
_TRAIL: Final = Codec(Trail)
_TRAIL_COLUMNS: Final = len(_TRAIL.names)
_COLUMNS: Final = (
    *("id", "case_id", "at", "actor_id", "role", "kind", "data", "public", "channel"),
    *("position", "salt", "digest", "link"),
)


class Verifying:
    """One look through the whole record; `cases`, `lines` and `seals` count what was read so far."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.cases = 0
        self.lines = 0
        self.seals: list[Seal] = []

    async def total(self) -> int:
        """Return how many trails there are to check."""
        async with self._database.reading() as session:
            ((count,),) = await session.rows("trails_count")
        return int(count)

    async def flaws(self) -> AsyncIterator[Flaw]:
        """Yield what is wrong: with the seals, with whole cases, then with the lines of each."""
        async with self._database.reading() as session:
            async for flaw in self._of_seals(session):
                yield flaw
            async for flaw in _of_cases(session):
                yield flaw
            after = -1
            while page := await session.rows("trails_page", after=after, most=PAGE):
                ids = [row[0] for row in page]
                for flaw in await self._of_trails(session, ids):
                    yield flaw
                after = ids[-1]

    async def _of_seals(self, session: Session) -> AsyncIterator[Flaw]:
        before, expected = NOTHING, FIRST
        for number, day, made_at, heads, digest in await session.rows("seals_all"):
            if number != expected:
                # What it was made over is gone with the seal before it.
                yield Flaw(Fault.NO_SEAL, seal=expected)
            else:
                found = await sealed(session, before, number, date.fromisoformat(day))
                if (found.heads, found.digest()) != (heads, digest):
                    yield Flaw(Fault.SEAL, seal=number)
            before, expected = digest, number + 1
            self.seals.append(Seal(number, date.fromisoformat(day), from_micros(made_at), heads, digest))
        for (number,) in await session.rows("seals_gone"):
            if number >= expected:  # Else it was missed already.
                yield Flaw(Fault.NO_SEAL, seal=number)

    async def _of_trails(self, session: Session, ids: list[int]) -> list[Flaw]:
        # The seals' heads come first: what is read after them can have more lines, never fewer.
        heads: dict[int, list[SealedHead]] = defaultdict(list)
        for case_id, number, length, link in await session.rows("trail_heads", ids=ids):
            heads[case_id].append(SealedHead(number, length, link))
        found: list[Flaw] = []
        for case_id, group in groupby(await session.rows("trail_lines", ids=ids), key=lambda row: row[0]):
            rows = list(group)
            trail = _TRAIL.decode(rows[0][:_TRAIL_COLUMNS])
            covered, number, suffix, shared = rows[0][_TRAIL_COLUMNS : _TRAIL_COLUMNS + 4]
            lines = [dict(zip(_COLUMNS, row[_TRAIL_COLUMNS + 4 :], strict=True)) for row in rows]
            lines = [line for line in lines if line["id"] is not None]
            if number is None:
                found.append(Flaw(Fault.NO_CASE, case_id))
            found += check(trail, lines, heads[case_id], covered, _label(number, suffix, shared))
            self.cases += 1
            self.lines += len(lines)
        return found


async def _of_cases(session: Session) -> AsyncIterator[Flaw]:
    for case_id, number, suffix, shared in await session.rows("trails_gone"):
        yield Flaw(Fault.NO_TRAIL, case_id, _label(number, suffix, shared))
    for (case_id,) in await session.rows("lines_astray"):
        yield Flaw(Fault.NO_TRAIL, case_id)


def _label(number: str | None, suffix: int, shared: int) -> str:
    """Return a case's number as people read it; "" for a case that is gone."""
    if number is None:
        return ""
    return f"{number}-{suffix}" if shared else number
