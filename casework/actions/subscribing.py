"""Asking for news, and leaving again: at one tap, and for whatever reason."""

from collections.abc import Collection
from itertools import product

from casework.broadcasts.broadcast import Broadcast
from casework.broadcasts.subscriptions import Subscription, Wishes, subscription_key, wishes
from casework.broadcasts.topics import ids_of
from casework.errors import NotYours, Refused
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def wish(uow: UnitOfWork, person_id: int, wanted: Wishes) -> Wishes:
    """Let somebody hear of every topic in each of the areas, and of nothing else; return what they hear of.

    What they have asked for and is not offered any more stays as it is: it may be offered again. Whoever wishes nothing
    leaves that, too. Raises Refused("place-gone") for an area that is out of service, and Refused("news-places") for
    too many.
    """
    before = {each.key: each for each in await uow.subscriptions_of(person_id)}
    had = wishes(before.values())
    offered = set(ids_of(uow.rules.profile.policies.topics))
    for area_id in wanted.areas:
        area = uow.org.areas.get(area_id)
        if area_id not in had.areas and (area is None or not area.active):
            raise Refused("place-gone")
    most = uow.rules.profile.broadcasts.places
    if len(wanted.areas) > max(most, len(had.areas)):
        raise Refused("news-places", most=most)
    after = {
        subscription_key(person_id, topic, area_id): (topic, area_id)
        for topic, area_id in product(sorted(wanted.topics), wanted.areas)
    }
    for key, (topic, area_id) in after.items():
        known = before.get(key)
        if known is None:
            uow.put(Subscription(key, person_id, topic, area_id, uow.now))
        elif not known.is_live:
            uow.put(replace(known, at=uow.now, left_at=None, left_by=None))
    for key, known in before.items():
        if known.is_live and key not in after and (known.topic in offered or not wanted.topics):
            uow.put(replace(known, left_at=uow.now, left_by=None))
    return wanted


async def leave(uow: UnitOfWork, person_id: int, broadcast_id: int) -> Collection[str]:
    """Let somebody hear no more of what a broadcast is about, by the button under it; return its topics, none for all.

    Raises NotYours for a broadcast that there is not.
    """
    found = await uow.subscriptions_of(person_id)
    broadcast = await uow.get(Broadcast, broadcast_id)
    if broadcast is None:
        raise NotYours
    for each in found:
        if each.is_live and (not broadcast.topics or each.topic in broadcast.topics):
            uow.put(replace(each, left_at=uow.now, left_by=broadcast_id))
    return broadcast.topics


async def stay(uow: UnitOfWork, person_id: int, broadcast_id: int) -> None:
    """Take back a `leave`: it was a slip of the thumb."""
    for each in await uow.subscriptions_of(person_id):
        if each.left_by == broadcast_id:
            uow.put(replace(each, left_at=None, left_by=None))
