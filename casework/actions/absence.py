"""Being away: a colleague of the unit stands in, by their own yes, and all goes back when the absent one is back.

A deputy holds the post in the stead of whoever is away (`Post.acting_for`): what is asked of the one reaches the other,
who may do what the other may. Case and part keep their cadre, and the timeline says who acted for whom. A long absence
hands all of them over for good.
"""

from datetime import datetime, timedelta
from typing import Any

from casework.actions.handing_over import InHand, hand_over, in_hand, pass_on
from casework.actions.parts import release_parts
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_IN_UNIT = frozenset({Role.CADRE, Role.HEAD})


def own_posts(uow: UnitOfWork, person_id: int) -> list[Post]:
    """Return the posts in units that somebody holds in their own right: those that a deputy can hold for them."""
    return [post for post in uow.staff.of(person_id) if post.role in _IN_UNIT and post.acting_for is None]


def colleagues(uow: UnitOfWork, person_id: int) -> list[Post]:
    """Return the posts of those who may stand in for somebody: who serves in one of their units in their own right."""
    units = {post.unit_id for post in own_posts(uow, person_id)}
    return [
        post
        for post in uow.staff.all()
        if post.unit_id in units
        and post.unit_id is not None
        and post.role in _IN_UNIT
        and post.acting_for is None
        and post.person_id != person_id
    ]


def is_long(uow: UnitOfWork, until: datetime) -> bool:
    """Tell whether somebody who is away until then hands over their cases for good."""
    return until - uow.now > timedelta(days=uow.rules.profile.times.absence_days)


async def away(
    uow: UnitOfWork,
    person_id: int,
    until: datetime | None,
    deputy_id: int | None = None,
    *,
    decided: bool = True,
) -> None:
    """Note until when a person is away, None for "back again". No new case and no reminder goes to them meanwhile.

    `deputy_id` is the colleague who is asked to stand in; without one the head is told, once that is `decided`. Where
    the absence is long and nobody is asked, the open cases are handed over at once. Raises Refused("no-colleague") for
    who is none.
    """
    held = await in_hand(uow, person_id)
    person = await uow.get(Person, person_id)
    if person is None:
        raise NotYours
    if deputy_id is not None and deputy_id not in {post.person_id for post in colleagues(uow, person_id)}:
        raise Refused("no-colleague")
    person = await _back(uow, person)
    uow.put(replace(person, away_until=until, deputy_asked=deputy_id if until is not None else None))
    if until is None or not decided:
        return
    if deputy_id is not None:
        await tell(uow, deputy_id, "deputy_asked", Urgency.LIMIT, None, absent=person_id, until=until, who=person_id)
    else:
        await _without_deputy(uow, person_id, until, held)
        if is_long(uow, until):
            await _hand_over(uow, held, None)


async def answer_deputy(
    uow: UnitOfWork, person_id: int, by: int, yes: bool, title: str = "", title_en: str = ""
) -> bool:
    """Say whether one stands in for `person_id`; the absent one is told, and after a no the head.

    `title` and `title_en` are put before the titles of the posts that are held in their stead. Returns whether their
    cases were handed over for good, as the absence is long. Raises Refused("deputy-gone") where it is not asked any
    more.
    """
    held = await in_hand(uow, person_id)
    person = await uow.get(Person, person_id)
    if person is None or person.deputy_asked != by or person.away_until is None or person.away_until <= uow.now:
        raise Refused("deputy-gone")
    until, long = person.away_until, is_long(uow, person.away_until)
    uow.put(replace(person, deputy_asked=None, deputy_id=by if yes and not long else None))
    await tell(uow, person_id, "deputy_yes" if yes else "deputy_no", Urgency.LIMIT, None, who=by)
    if not yes:
        await _without_deputy(uow, person_id, until, held)
    if long:
        await _hand_over(uow, held, by if yes else None)
    elif yes:
        units = {post.unit_id for post in own_posts(uow, by)}
        for post in own_posts(uow, person_id):
            if post.unit_id in units:
                english = f"{title_en}{post.title_en}" if post.title_en else ""
                stead = replace(post, id=uow.new_id(), person_id=by, title=f"{title}{post.title}", title_en=english)
                uow.put(replace(stead, acting_for=person_id, version=0))
    return long


async def back(uow: UnitOfWork, person: Person) -> None:
    """End an absence whose day has come: what was held in the person's stead goes back to them."""
    person = await _back(uow, person)
    uow.put(replace(person, away_until=None, deputy_asked=None))


async def _back(uow: UnitOfWork, person: Person) -> Person:
    """End the posts that a deputy holds in somebody's stead, and tell the deputy; what they have by these alone, as the
    head of another unit's superior, passes on. It looks for that, and so comes before any change.
    """
    if person.deputy_id is None:
        return person
    held = await in_hand(uow, person.deputy_id)
    posts = uow.staff.of(person.deputy_id)
    ended = [post for post in posts if post.acting_for == person.id]
    for post in ended:
        uow.put(replace(post, active=False))
    if ended:
        await pass_on(uow, held, ended[0], [post for post in posts if post not in ended])
    await tell(uow, person.deputy_id, "deputy_over", Urgency.LIMIT, None, who=person.id)
    return replace(person, deputy_id=None)


async def _hand_over(uow: UnitOfWork, held: InHand, to: int | None) -> None:
    """Hand over for good the cases, and parts of cases, of somebody who is away for long."""
    posts = own_posts(uow, held.person_id)
    if posts:
        handed = await hand_over(uow, held.cases, leaving=held.person_id, by=None, to=to)
        await handed.tell(uow, posts[0])
        await release_parts(uow, held.parts, held.person_id, to)


async def _without_deputy(uow: UnitOfWork, person_id: int, until: datetime, held: InHand) -> None:
    """Tell those who lead the units of somebody who is away that nobody stands in."""
    told: set[int] = {person_id}
    counts: dict[str, Any] = {"count": len(held.cases), "parts": len(held.parts)}
    for post in own_posts(uow, person_id):
        unit = uow.org.units[post.unit_id] if post.unit_id is not None else None
        for each in uow.staff.heads_above(uow.org, unit):
            if each.person_id not in told:
                told.add(each.person_id)
                await tell(uow, each.person_id, "away_alone", Urgency.PUSH, None, who=person_id, until=until, **counts)
