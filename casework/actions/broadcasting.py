"""Broadcasts: written, let out by a second person, stopped and let go on; and what others have to tell by one.

What sends is `bot.broadcasting`: it hands a broadcast to its people some at a time, as long as it is `RUNNING`.
"""

from collections.abc import Mapping

from casework.actions.above import is_present
from casework.actions.telling import tell
from casework.areas import area_ids
from casework.broadcasts import rights
from casework.broadcasts.broadcast import WORDS, Audience, Broadcast, BroadcastState, Tally
from casework.broadcasts.public import tells_who
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Fired, times_fired
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

WAITS = "broadcast_waits"
"""The follow-up of a broadcast that waits for somebody's decision."""


async def write(uow: UnitOfWork, by: int, audience: Audience, words: Mapping[str, str]) -> Broadcast:
    """Write a broadcast in one language or more; whom it reaches is counted now, and once. Nobody gets it before a
    second person has let it out.

    Raises Refused("broadcast-not-yours") for an area for which the person may not speak, and Refused("public-names")
    where it is for the public channel and names somebody.
    """
    if not rights.may_write(uow.org, uow.staff.of(by), audience.area_id):
        raise Refused("broadcast-not-yours")
    refuse_named(words, public=audience.public)
    reach = await uow.reach(audience)
    id_ = uow.new_id()
    to = (audience.area_id, audience.topics, audience.public)
    broadcast = Broadcast(id_, f"broadcast:{id_}", WORDS, *to, dict(words), by, uow.now, reach=reach)
    return _put(uow, broadcast)


def refuse_named(words: Mapping[str, str], *, public: bool) -> None:
    """Refuse words that name somebody where they are for the public channel. Raises Refused("public-names")."""
    if public and any(map(tells_who, words.values())):
        raise Refused("public-names")


async def announce(
    uow: UnitOfWork, thing: str, kind: str, audience: Audience, by: int | None, words: Mapping[str, str] | None = None
) -> Broadcast:
    """Tell an audience of a `thing` ("reception:7") that was decided upon by its own rules already: nobody else is
    asked. Whoever has heard of it before does not hear of it again.

    `kind` is who puts it into words (`handlers.broadcasts.words`), or WORDS with the words themselves. Nobody is told
    once it is done, for it was nobody's message: /broadcast shows it to those who answer for the area.
    """
    broadcast = _of_thing(uow, thing, kind, audience, by, words)
    return _put(uow, replace(broadcast, state=BroadcastState.RUNNING, approved_at=uow.now))


async def propose(
    uow: UnitOfWork, thing: str, kind: str, audience: Audience, by: int | None, words: Mapping[str, str] | None = None
) -> Broadcast:
    """Ask those who answer for the area to let a `thing` out, of which whoever wanted to hear of it hears anyway: for
    the county's public channel. Where nobody is there to be asked it waits, and those above are asked by and by.
    """
    broadcast = _of_thing(uow, thing, kind, audience, by, words)
    broadcast = replace(broadcast, state=BroadcastState.WAITING, asked_at=uow.now)
    uow.put(broadcast)
    await _tell(uow, broadcast, "broadcast_asked", await _approvers(uow, broadcast, 0))
    return broadcast


async def refuse_alone(uow: UnitOfWork, area_id: int, by: int) -> None:
    """Raise Refused("broadcast-nobody") where there is no second person who could let out what somebody proposes."""
    if not await _approvers(uow, _of_thing(uow, "", WORDS, Audience(area_id), by), 0):
        raise Refused("broadcast-nobody")


def _of_thing(
    uow: UnitOfWork, thing: str, kind: str, to: Audience, by: int | None, words: Mapping[str, str] | None = None
) -> Broadcast:
    return Broadcast(uow.new_id(), thing, kind, to.area_id, to.topics, to.public, dict(words or {}), by, uow.now)


async def ask(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Ask those who answer for the area to let a broadcast out.

    Raises NotYours, Refused("broadcast-over") where that was done before, and Refused("broadcast-nobody") where there
    is no second person.
    """
    broadcast = await seen(uow, broadcast_id, by)
    if broadcast.by != by:
        raise NotYours
    _expect(broadcast, BroadcastState.DRAFT)
    approvers = await _approvers(uow, broadcast, 0)
    if not approvers:
        raise Refused("broadcast-nobody")
    broadcast = replace(broadcast, state=BroadcastState.WAITING, asked_at=uow.now)
    uow.put(broadcast)
    await _tell(uow, broadcast, "broadcast_asked", approvers)
    return broadcast


async def approve(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Let a broadcast out. Raises NotYours, Refused("broadcast-second") for its own writer, and
    Refused("broadcast-over") where somebody has decided before.
    """
    broadcast = await to_decide(uow, broadcast_id, by)
    broadcast = replace(broadcast, state=BroadcastState.RUNNING, approved_by=by, approved_at=uow.now)
    uow.put(broadcast)
    await _tell(uow, broadcast, "broadcast_approved", [broadcast.by])
    return broadcast


async def refuse(uow: UnitOfWork, broadcast_id: int, by: int, why: str) -> Broadcast:
    """Do not let a broadcast out; its writer reads why. Raises as `approve` does."""
    broadcast = await to_decide(uow, broadcast_id, by)
    broadcast = replace(broadcast, state=BroadcastState.DROPPED, ended_at=uow.now)
    uow.put(broadcast)
    await _tell(uow, broadcast, "broadcast_refused", [broadcast.by], why=why)
    return broadcast


async def drop(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Throw away a broadcast of one's own that nobody has let out yet.

    Raises NotYours, and Refused("broadcast-over") where somebody has.
    """
    broadcast = await seen(uow, broadcast_id, by)
    if broadcast.by != by:
        raise NotYours
    _expect(broadcast, BroadcastState.DRAFT, BroadcastState.WAITING)
    return _put(uow, replace(broadcast, state=BroadcastState.DROPPED, ended_at=uow.now))


async def stop(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Stop a broadcast, within a second: what has not gone out waits. Raises NotYours and Refused("broadcast-over")."""
    broadcast = await seen(uow, broadcast_id, by)
    _expect(broadcast, BroadcastState.RUNNING)
    return _put(
        uow, replace(broadcast, state=BroadcastState.STOPPED, asked_at=uow.now, epoch=broadcast.epoch + 1, fired={})
    )


async def go_on(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Let a stopped broadcast go on. Raises NotYours and Refused("broadcast-over")."""
    broadcast = await seen(uow, broadcast_id, by)
    _expect(broadcast, BroadcastState.STOPPED)
    return _put(uow, replace(broadcast, state=BroadcastState.RUNNING))


async def end(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """End a stopped broadcast for good: whoever has not got it gets it no more. Raises as `go_on` does."""
    broadcast = await seen(uow, broadcast_id, by)
    _expect(broadcast, BroadcastState.STOPPED)
    return overtaken(uow, broadcast)


def overtaken(uow: UnitOfWork, broadcast: Broadcast) -> Broadcast:
    """End a broadcast for good, also because what it tells of does not hold any more."""
    return _put(uow, replace(broadcast, state=BroadcastState.ENDED, ended_at=uow.now, held=False))


async def done(uow: UnitOfWork, broadcast: Broadcast, tally: Tally) -> None:
    """Note that nobody is left to be told, and what came of it; tell those who wrote it and let it go out."""
    broadcast = replace(broadcast, state=BroadcastState.DONE, ended_at=uow.now, tally=tally)
    uow.put(broadcast)
    if broadcast.kind == WORDS:
        await _tell(uow, broadcast, "broadcast_done", [broadcast.by, broadcast.approved_by])


async def seen(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Return a broadcast that somebody may look at and steer. Raises NotYours, also where there is none."""
    broadcast = await uow.get(Broadcast, broadcast_id)
    if broadcast is None or not rights.may_steer(uow.org, uow.staff.of(by), by, broadcast):
        raise NotYours
    return broadcast


async def remind(uow: UnitOfWork, broadcast: Broadcast, fired: Mapping[str, Fired]) -> None:
    """Remind whoever has to decide upon a broadcast that waits: each time one area higher, too."""
    round_ = times_fired(broadcast, WAITS)
    broadcast = replace(broadcast, fired=fired)
    uow.put(broadcast)
    people: list[int | None] = list(await _approvers(uow, broadcast, round_))
    if broadcast.state is BroadcastState.STOPPED:
        people = [broadcast.by, *people]
    await _tell(uow, broadcast, WAITS, people, follow_up=True)


async def to_decide(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Return a broadcast that waits for somebody's word. Raises as `approve` does."""
    broadcast = await seen(uow, broadcast_id, by)
    if broadcast.by == by:
        raise Refused("broadcast-second")
    if not rights.may_approve(uow.org, uow.staff.of(by), by, broadcast):
        raise NotYours
    _expect(broadcast, BroadcastState.WAITING)
    return broadcast


async def _approvers(uow: UnitOfWork, broadcast: Broadcast, higher: int) -> list[int]:
    """Return those who may let a broadcast out, of the nearest area that has somebody present, and of so many areas
    above that one, too.
    """
    area = uow.org.areas.get(broadcast.area_id)
    found: dict[int, None] = {}
    for area_id in reversed(area_ids(area.path)) if area is not None else ():
        holders = {
            post.person_id: None
            for post in uow.staff.all()
            if post.area_id == area_id and rights.may_approve(uow.org, [post], post.person_id, broadcast)
        }
        people = await uow.get_all(Person, list(holders))
        present = [person.id for person in people if is_present(person, uow.now)]
        found.update(dict.fromkeys(present))
        if present and higher <= 0:
            break
        higher -= bool(present)
    return list(found)


async def _tell(
    uow: UnitOfWork,
    broadcast: Broadcast,
    kind: str,
    people: list[int] | list[int | None],
    *,
    why: str = "",
    follow_up: bool = False,
) -> None:
    for person_id in dict.fromkeys(people):
        await tell(uow, person_id, kind, Urgency.NOW, None, follow_up, broadcast=broadcast.id, why=why)


def _expect(broadcast: Broadcast, *states: BroadcastState) -> None:
    if broadcast.state not in states:
        raise Refused("broadcast-over")


def _put(uow: UnitOfWork, broadcast: Broadcast) -> Broadcast:
    uow.put(broadcast)
    return broadcast
