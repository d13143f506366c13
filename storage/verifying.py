"""Reading the record to check it, beside the running service: page by page, so that its size does not matter."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import date
from hmac import compare_digest
from itertools import groupby
from typing import Final

from casework.audit import Fault, Flaw, SealedHead, check
from casework.trail import NOTHING, Trail, key_name, signature
from storage.codec import Codec
from storage.dialects import Database, Session
from storage.seals import FIRST, SEAL, Seal, sealed

PAGE: Final = 500
_TRAIL: Final = Codec(Trail)
_TRAIL_COLUMNS: Final = len(_TRAIL.names)
_COLUMNS: Final = (
    *("id", "case_id", "at", "actor_id", "role", "kind", "data", "public", "channel"),
    *("position", "salt", "digest", "link"),
)


class Verifying:
    """One look through the whole record; `cases`, `lines` and `seals` count what was read so far.

    `keys` are those that sign seals, or have signed them; without any, signatures are not looked at. Every seal of the
    day `signed_from`, or of a later one, has to bear a signature.
    """

    def __init__(self, database: Database, keys: Sequence[bytes] = (), signed_from: date = date.max) -> None:
        self._database = database
        self._keys = {key_name(key): key for key in keys if key}
        self._signed_from = signed_from
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
        for made in map(SEAL.decode, await session.rows("seals_all")):
            number = made.number
            if number != expected:
                # What it was made over is gone with the seal before it.
                yield Flaw(Fault.NO_SEAL, seal=expected)
            else:
                found = await sealed(session, before, number, made.day)
                if (found.heads, found.digest()) != (made.heads, made.digest):
                    yield Flaw(Fault.SEAL, seal=number)
            if (fault := self._of_signature(made)) is not None:
                yield Flaw(fault, seal=number)
            before, expected = made.digest, number + 1
            self.seals.append(made)
        for (number,) in await session.rows("seals_gone"):
            if number >= expected:  # Else it was missed already.
                yield Flaw(Fault.NO_SEAL, seal=number)

    def _of_signature(self, made: Seal) -> Fault | None:
        """Return what is wrong with a seal's signature; None where nothing is, and where there is no key to tell."""
        if not self._keys:
            return None
        if not made.signature:
            return Fault.UNSIGNED if made.day >= self._signed_from else None
        if made.signed_by not in self._keys:
            return Fault.NO_KEY
        wanted = signature(self._keys[made.signed_by], made.number, made.day, made.heads, made.digest)
        return None if compare_digest(wanted, made.signature) else Fault.SIGNATURE

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
