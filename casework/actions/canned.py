"""The replies that a unit keeps: written, and put away, by whoever serves in it."""

from casework.canned import LONGEST, MOST, CannedReply, units_of, unknown_places
from casework.errors import NotYours, Refused
from casework.masking import mask
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def kept(uow: UnitOfWork, by: int) -> list[CannedReply]:
    """Return the replies of the units in which somebody serves, by title; none for anybody else."""
    units = units_of(uow.staff.of(by))
    return await uow.canned_of(units, MOST) if units else []


async def offered(uow: UnitOfWork, by: int, most: int) -> list[CannedReply]:
    """Return the first replies that somebody may answer with. So often is this asked that it must flush no batch."""
    units = units_of(uow.staff.of(by))
    return await uow.canned_read(units, most) if units else []


async def keep(uow: UnitOfWork, by: int, title: str, words: str) -> CannedReply:
    """Keep a reply for the first unit in which somebody serves.

    Raises Refused("canned-unit") for who serves in none, "canned-full" with the `limit`, "canned-long" likewise,
    "canned-place" with the `name` of a place that nothing fills, and "canned-names" where it names a person: what is
    kept is sent to many.
    """
    units = units_of(uow.staff.of(by))
    if not units:
        raise Refused("canned-unit")
    if len(words) > LONGEST:
        raise Refused("canned-long", limit=LONGEST)
    if unknown := unknown_places(words):
        raise Refused("canned-place", name=unknown[0])
    if mask(words) != words:
        raise Refused("canned-names")
    if len(await uow.canned_of(units[:1], MOST)) >= MOST:
        raise Refused("canned-full", limit=MOST)
    reply = CannedReply(uow.new_id(), units[0], title, words, by, uow.now)
    uow.put(reply)
    return reply


async def read(uow: UnitOfWork, reply_id: int, by: int) -> CannedReply:
    """Return a reply of somebody's own unit. Raises NotYours for any other, and for one that was put away."""
    reply = await uow.get(CannedReply, reply_id)
    if reply is None or reply.dropped_at is not None or reply.unit_id not in units_of(uow.staff.of(by)):
        raise NotYours
    return reply


async def drop(uow: UnitOfWork, reply_id: int, by: int) -> CannedReply:
    """Put a reply away. Raises as `read` does."""
    reply = replace(await read(uow, reply_id, by), dropped_at=uow.now)
    uow.put(reply)
    return reply
