"""The daily seal: one digest over the heads of all trails that have changed since the seal before, and over that."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from casework.replacing import replace
from casework.trail import NOTHING, Sealing, key_name, signature
from storage.codec import Codec
from storage.dialects import Database, Session

PAGE: Final = 5000
FIRST: Final = 1


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal as it is kept: its number, the day that it ends, how many heads it adds, and its digest.

    `signature` is that of the key that `signed_by` names (casework.trail.key_name); both "" without one.
    """

    number: int
    day: date
    made_at: datetime
    heads: int
    digest: str
    signature: str = ""
    signed_by: str = ""


SEAL: Final = Codec(Seal)


async def seal(database: Database, day: date, now: datetime, key: bytes = b"") -> Seal | None:
    """Seal the trails as they stand, as the end of a local `day`; None where that day, or a later one, has its seal.

    With a `key` the seal is signed. What was sealed before that gets no signature afterwards: nobody could tell it from
    what was written anew.

    What it costs follows from what has changed, not from how many cases there are. Where two programs seal at once,
    the second gets storage.dialects.Conflict and has changed nothing.
    """
    async with database.transaction() as session:
        last = await session.rows("seal_last")
        number, before = FIRST, NOTHING
        if last:
            if date.fromisoformat(last[0][1]) >= day:
                return None
            number, before = last[0][0] + 1, last[0][2]
        await session.write("seal_take", [{"number": number}])
        digest = await sealed(session, before, number, day)
        made = Seal(number, day, now, digest.heads, digest.digest())
        if key:
            signed = signature(key, number, day, made.heads, made.digest)
            made = replace(made, signature=signed, signed_by=key_name(key))
        await session.write("seal_insert", [SEAL.encode(made)])
        await session.write("seal_mark", [{"number": number}])
    return made


async def sealed(session: Session, before: str, number: int, day: date) -> Sealing:
    """Return the digest of what the seal of this number covers, as it stands in the database."""
    sealing, after = Sealing(before, number, day), -1
    while page := await session.rows("seal_heads_page", number=number, after=after, most=PAGE):
        for case_id, length, link in page:
            sealing.add(case_id, length, link)
        after = page[-1][0]
    return sealing
