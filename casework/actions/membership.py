"""Who serves: invitations, posts, groups; and who can't be reached."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from casework.actions import receipts
from casework.actions.alarms import rung_again
from casework.actions.handing_over import in_hand, pass_on
from casework.actions.telling import expect_digest, tell
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.numbers import invite_digest, new_invite
from casework.people import Group, Invite, Person, Post, Role
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_INVITE_BYTES: Final = 10
_ALL: Final = 100_000
_IN_UNIT: Final = frozenset({Role.CADRE, Role.HEAD})


async def invite(
    uow: UnitOfWork,
    role: Role | None,
    unit_id: int | None,
    area_id: int | None,
    title: str,
    title_en: str,
    grid: tuple[int, ...] = (),
    days: int = 7,
) -> str:
    """Make an invitation to a post, or with `role` None of a group chat to a unit, and return its code.

    The code is shown once; only its digest is kept. It is good for `days` days and one use. Cadres and heads need a
    unit, all others an area: else ValueError.
    """
    if (role is None or role in _IN_UNIT) and unit_id is None:
        raise ValueError("cadres, heads and groups belong to a unit")
    if role is not None and role not in _IN_UNIT and area_id is None:
        raise ValueError("a post outside of a unit is held over an area")
    code = new_invite(uow.rng.randbytes(_INVITE_BYTES))
    expires_at = uow.now + timedelta(days=days)
    uow.put(Invite(invite_digest(code), role, unit_id, area_id, title, title_en, grid, expires_at))
    return code


async def join(uow: UnitOfWork, person_id: int, code: str) -> Post:
    """Take up the post that an invitation offers. One already held is renewed, not doubled.

    Whoever comes to serve in a unit that one of their own cases accuses hands that on at once (articles 30 and 46).

    Raises Refused("invite-unknown") for codes that are wrong, used, expired, or meant for a group.
    """
    offer = await _offered(uow, code)
    if offer.role is None:
        raise Refused("invite-unknown")
    before = uow.staff.of(person_id)
    held_now = await in_hand(uow, person_id) if before else None
    uow.put(replace(offer, used_by=person_id))
    scope = (offer.role, offer.unit_id, offer.area_id)
    known = next((post for post in before if (post.role, post.unit_id, post.area_id) == scope), None)
    held = await uow.get(Post, known.id) if known is not None else None
    if held is not None:
        post = replace(held, title=offer.title, title_en=offer.title_en, grid=offer.grid)
    else:
        post = Post(uow.new_id(), person_id, *scope, offer.title, offer.title_en, offer.grid)
    uow.put(post)
    if held_now is not None:
        await pass_on(uow, held_now, before[0], [*before, post])
    await expect_digest(uow, person_id)
    return post


async def bind(uow: UnitOfWork, person_id: int, group_key: str, code: str | None, language: str) -> Group:
    """Make a group chat that of a unit: by an invitation for groups, else of the unit whose head the person is.

    Raises Refused("invite-unknown"); without a code Refused("not-allowed") for whoever is not the head of just one
    unit.
    """
    if code:
        offer = await _offered(uow, code)
        if offer.role is not None or offer.unit_id is None:
            raise Refused("invite-unknown")
        uow.put(replace(offer, used_by=person_id))
        unit_id = offer.unit_id
    else:
        units = {post.unit_id for post in uow.staff.of(person_id) if post.role is Role.HEAD}
        only = units.pop() if len(units) == 1 else None
        if only is None:
            raise Refused("not-allowed")
        unit_id = only
    group = await uow.get(Group, group_key)
    if group is None:
        group = Group(group_key, unit_id, language)
    group = replace(group, unit_id=unit_id, language=language, active=True)
    uow.put(group)
    return group


async def unbind(uow: UnitOfWork, group_key: str) -> None:
    """Take a group chat away from its unit: the bot was put out of it, or told to leave it alone."""
    group = await uow.get(Group, group_key)
    if group is not None and group.active:
        uow.put(replace(group, active=False))


async def migrate_group(uow: UnitOfWork, old_key: str, new_key: str) -> None:
    """Follow a group chat to its new address."""
    group = await uow.get(Group, old_key)
    if group is None or old_key == new_key:
        return
    known = await uow.get(Group, new_key)
    if known is None:
        uow.put(Group(new_key, group.unit_id, group.language, group.active))
    uow.put(replace(group, active=False))


async def remove(uow: UnitOfWork, person_id: int, *post_ids: int, by: int | None = None, to: int | None = None) -> int:
    """End posts, and hand over in one step all that their holder had by them: open cases and parts of cases to `to` who
    can have them, else by place and load; owned cases, presses and alarms to others. Return how many cases there
    were.

    Everyone concerned is told once; residents hear who has their case now. Raises NotYours.
    """
    held_now = await in_hand(uow, person_id)
    posts = await uow.get_all(Post, post_ids)
    if len(posts) < len(post_ids) or any(post.person_id != person_id for post in posts):
        raise NotYours
    posts = [post for post in posts if post.active]
    if not posts:
        return 0
    left = [each for each in uow.staff.of(person_id) if each.id not in post_ids]
    lost = [each for each in left if _stands_in_no_more(each, left)]
    stood_in = [each for post in posts for each in _deputies(uow, post)]
    deputies = {each.person_id: await in_hand(uow, each.person_id) for each in stood_in}
    for post in posts:
        uow.put(replace(post, active=False))
        await _end_deputy(uow, post)
    for each in (*lost, *stood_in):
        uow.put(replace(each, active=False))
    left = [each for each in left if each not in lost]
    count = await pass_on(uow, held_now, posts[0], left, by=by, to=to)
    for deputy_id, held in deputies.items():
        kept = [each for each in uow.staff.of(deputy_id) if each not in stood_in]
        await pass_on(uow, held, posts[0], kept)
    return count


async def _end_deputy(uow: UnitOfWork, post: Post) -> None:
    """Let whoever is away have no deputy any more, where the post by which one stood in for them has ended."""
    absent = await uow.get(Person, post.acting_for) if post.acting_for is not None else None
    if absent is not None and absent.deputy_id == post.person_id:
        uow.put(replace(absent, deputy_id=None))


def _deputies(uow: UnitOfWork, post: Post) -> list[Post]:
    """Return the posts by which colleagues stand in for the holder of a post: they end with it."""
    return [each for each in uow.staff.acting_for(post.person_id, post.unit_id) if each.role is post.role]


def _stands_in_no_more(post: Post, left: Sequence[Post]) -> bool:
    """Tell whether a post held in another's stead falls: a deputy is a colleague, and without a post of their own in
    the unit they stand in for nobody there.
    """
    own = [each for each in left if each.unit_id == post.unit_id and each.acting_for is None]
    return post.acting_for is not None and not own


async def unreachable(uow: UnitOfWork, person_id: int) -> None:
    """Note that a person has stopped the service; the cadres of their open cases are told once.

    Alarms that they have taken ring again.
    """
    person = await uow.get(Person, person_id)
    if person is None or person.unreachable_at is not None:
        return
    cases = await uow.cases_of_resident(person_id, limit=_ALL)
    alarms = await uow.alarms_waiting(person_id, limit=_ALL)
    uow.put(replace(person, unreachable_at=uow.now))
    for case in cases:
        if case.is_open:
            await tell(uow, case.cadre_id, "unreachable_resident", Urgency.DIGEST, case)
            await receipts.by_hand(uow, case)
    for alarm in alarms:
        if alarm.taken_by == person_id:
            await rung_again(uow, alarm)


async def reachable(uow: UnitOfWork, person_id: int) -> None:
    """Note that a person can be reached again."""
    person = await uow.get(Person, person_id)
    if person is not None and person.unreachable_at is not None:
        uow.put(replace(person, unreachable_at=None))


async def _offered(uow: UnitOfWork, code: str) -> Invite:
    """Return an invitation that is still good. Two who use it at once: storage lets one change of the row through."""
    offer = await uow.get(Invite, invite_digest(code))
    if offer is None or offer.used_by is not None or offer.expires_at <= uow.now:
        raise Refused("invite-unknown")
    return offer
