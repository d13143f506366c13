"""Giving a case to somebody: chosen by place and load, offered to the next one, handed on within or between units."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from casework.actions.above import head_of, is_present, tell_above
from casework.actions.changing import new_epoch
from casework.actions.enclosing import as_told
from casework.actions.part_ends import without_units
from casework.actions.telling import tell, tell_groups, tell_resident
from casework.areas import area_ids
from casework.errors import Refused
from casework.files import File
from casework.instances import may_review, set_apart
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Instance, State
from casework.shielding import hidden_from, units_above
from casework.unit_of_work import UnitOfWork, event


def choose(
    candidates: Sequence[Person], posts: Sequence[Post], area_path: str, now: datetime, tried: Collection[int]
) -> tuple[Post | None, str]:
    """Return the post to which a case goes, and why: "grid" (looks after that place), "load" (has the fewest cases
    and parts of cases in hand), or None and "nobody".

    The nearest grid wins: a village's before its township's. Whoever is absent or in `tried` is left out.
    """
    people = {person.id: person for person in candidates}
    free = [
        post
        for post in posts
        if post.person_id in people and post.person_id not in tried and is_present(people[post.person_id], now)
    ]
    nearness = {area_id: depth for depth, area_id in enumerate(area_ids(area_path), 1)}

    def near(post: Post) -> int:
        return max((nearness.get(area_id, 0) for area_id in post.grid), default=0)

    free.sort(key=lambda post: (-near(post), people[post.person_id].load, post.id))
    if not free:
        return None, "nobody"
    return free[0], "grid" if near(free[0]) else "load"


def barred(uow: UnitOfWork, case: Case) -> frozenset[int]:
    """Return who may never be given a case: whom it concerns, and those who stand aside."""
    return concerned(uow, case) | aside(uow, case)


def concerned(uow: UnitOfWork, case: Case) -> frozenset[int]:
    """Return whose own matter a case is: whoever sent it, or entered it for somebody, and those it accuses."""
    own = {case.resident_id} if case.clerk_id is None else {case.resident_id, case.clerk_id}
    return hidden_from(uow.staff, uow.org, case) | own


def aside(uow: UnitOfWork, case: Case) -> frozenset[int]:
    """Return who stands aside: they gave a contested answer of before, have an interest (article 28), or belong to
    those whose decision is looked at again (articles 35 and 36).
    """
    return set_apart(uow.staff, uow.org, case) | {*case.aside}


def refuse_aside(uow: UnitOfWork, case: Case, by: int) -> None:
    """Raise Refused("stands-aside") where `by` stands aside and must not work the case."""
    if by in aside(uow, case):
        raise Refused("stands-aside")


async def assign(
    uow: UnitOfWork,
    case: Case,
    unit_id: int | None,
    *,
    by: int | None,
    cadre_id: int | None = None,
    why: str | None = None,
    first_time: bool = True,
    without: Collection[int] = (),
    files: Sequence[File] = (),
    saying: str = "reassigned",
    quietly: bool = False,
) -> Case:
    """Give a case to a unit and there to a cadre, to whom it is offered; nobody has accepted it then.

    Without `cadre_id` one is chosen, else the head; where a unit has neither, those above are told. Without a unit
    the area's dispatcher is told. A unit that has the case for the first time must say within fifteen days that it
    has received it, and how it proceeds (article 23): `first_time` False leaves the limit as it runs, so that sending
    a case to and fro gains nobody time. `without` are people who are left out. `files` go to a dispatcher at once:
    what was spoken has to be written down first. `saying` is the notice by which the resident hears that it is
    elsewhere now; "" where it is told otherwise. With `quietly` the resident alone is told: its caller tells the staff
    of many cases at once.
    """
    moved = unit_id != case.unit_id
    tried = () if moved else case.tried
    found_why = why or ""
    if cadre_id is None and unit_id is not None:
        cadre_id, found_why = await find_cadre(uow, case, unit_id, {*tried, *without})
    limits = uow.rules.profile.limits
    limit_at = uow.rules.calendar.limit(uow.now, limits.notice_days) if moved and unit_id and first_time else None
    was = case
    if moved and unit_id is not None:
        # Whoever has it does not assist itself.
        case = await without_units(uow, case, {unit_id}, by)
    case = await _offer(uow, case, unit_id, cadre_id, why or found_why, by=by, tried=tried, limit_at=limit_at)
    if moved:
        tell_groups(uow, was, "group_moved")
        tell_groups(uow, case, "group_case")
    if not quietly:
        await _tell_holder(uow, case, without, files)
    if not quietly and was.cadre_id not in {None, cadre_id, by, *without}:
        await tell(uow, was.cadre_id, "taken", Urgency.DIGEST, case, who=cadre_id or by)
    if saying and was.assigned_at is not None and (moved or was.state is not State.WAITING):
        case = await tell_resident(uow, case, saying)
    return case


async def hand_to(uow: UnitOfWork, case_id: int, by: int, cadre_id: int, epoch: int | None) -> Case:
    """Give a case to another cadre of its unit. Where it is worked on already, its clock runs on.

    Raises Refused("not-in-unit") where `cadre_id` holds no post there, sent the petition, or must not learn of it, and
    Refused("stands-aside") where they must not work it.
    """
    case = await allowed(uow, "hand_to", case_id, by, epoch)
    refuse_aside(uow, case, cadre_id)
    posts = [*uow.staff.in_unit(case.unit_id, Role.CADRE), *uow.staff.in_unit(case.unit_id, Role.HEAD)]
    if cadre_id in barred(uow, case) or cadre_id not in {post.person_id for post in posts}:
        raise Refused("not-in-unit")
    if cadre_id == case.cadre_id:
        return case
    if case.state is State.WAITING:
        return await assign(uow, case, case.unit_id, by=by, cadre_id=cadre_id, why="handed")
    return await pass_to(uow, case, cadre_id, by=by, kind="handed")


async def pass_to(
    uow: UnitOfWork, case: Case, cadre_id: int, *, by: int | None, kind: str, quietly: bool = False
) -> Case:
    """Put a case that is worked on, or answered, into other hands as it stands; everyone concerned is told.

    `kind` is the timeline's word: "handed" or "taken"; `quietly` as in `assign`.
    """
    was = case.cadre_id
    case = await new_epoch(uow, case, cadre_id=cadre_id, wait_until=None, wait_why="")
    event(uow, case, kind, actor=by, role=role_in(uow, case, by), cadre=cadre_id)
    if cadre_id != by and not quietly:
        await tell(uow, cadre_id, "handed", Urgency.PUSH, case, who=by)
    if was is not None and was != by and not quietly:
        await tell(uow, was, "taken", Urgency.PUSH, case, who=cadre_id)
    return await tell_resident(uow, case, "reassigned")


async def send_to_unit(uow: UnitOfWork, case_id: int, by: int, unit_id: int, epoch: int | None) -> Case:
    """Send a case to the unit that is to work it. The dispatcher's word, or that of those above.

    Raises Refused("unit-unknown") for a unit out of service, Refused("unit-accused") for one that the case accuses, or
    one below it, and Refused("decided-before") for one whose decision is to be looked at again.
    """
    case = await allowed(uow, "send_to_unit", case_id, by, epoch)
    refuse_lead(uow, case, unit_id)
    return await assign(uow, case, unit_id, by=by, first_time=await first_time_at(uow, case, unit_id))


def refuse_unfit(uow: UnitOfWork, case: Case, unit_id: int) -> None:
    """Raise Refused where a unit can have nothing of a case: "unit-unknown" for one out of service, "unit-accused" for
    one that the case accuses, or one below it.
    """
    unit = uow.org.units.get(unit_id)
    if unit is None or not unit.active:
        raise Refused("unit-unknown")
    if case.shielded and units_above(uow.org, unit_id) & set(case.accused):
        raise Refused("unit-accused")


def refuse_lead(uow: UnitOfWork, case: Case, unit_id: int) -> None:
    """Raise Refused where a unit can't be given a case: as `refuse_unfit` does, and "decided-before" for one whose
    decision is to be looked at again.
    """
    refuse_unfit(uow, case, unit_id)
    if case.instance is not Instance.FIRST and not may_review(uow.org, case, uow.org.units[unit_id]):
        raise Refused("decided-before")


async def first_time_at(uow: UnitOfWork, case: Case, unit_id: int) -> bool:
    """Tell whether a unit has never had the case: then it has its fifteen days. Reads the timeline, so it comes before
    any change of its turn.
    """
    earlier = await uow.events_of_kinds(case.id, ["assigned"]) if case.unit_id is not None else []
    had_it = any(each.data.get("unit") == unit_id for each in earlier)
    return not had_it and not case.decisions


async def next_candidate(uow: UnitOfWork, case: Case, *, climbing: bool = True) -> Case | None:
    """Offer a case to the next cadre of its unit, or return None where all of them have been asked.

    With `climbing` the ladder of reminders goes on where it was: after silence a new name must not keep those above
    from hearing of it. Whoever is asked because a colleague declined is reminded first, like anybody.
    """
    tried = (*case.tried, *([case.cadre_id] if case.cadre_id is not None else []))
    posts = uow.staff.in_unit(case.unit_id, Role.CADRE)
    people = await uow.get_all(Person, [post.person_id for post in posts])
    post, why = choose(people, posts, case.area_path, uow.now, {*tried, *barred(uow, case)})
    if post is None:
        return None
    was, keep = case.cadre_id, {"accept"} if climbing else set()
    tried = tuple(dict.fromkeys(tried))
    case = await _offer(uow, case, case.unit_id, post.person_id, why, by=None, tried=tried, keep=keep)
    await tell(uow, post.person_id, "assigned", Urgency.PUSH, case)
    if climbing:
        await tell(uow, was, "taken", Urgency.DIGEST, case, who=post.person_id)
    return case


async def hand_on(
    uow: UnitOfWork,
    case: Case,
    *,
    by: int | None,
    to: int | None = None,
    without: Collection[int] = (),
    quietly: bool = False,
) -> Case:
    """Put an open case that its cadre leaves into other hands: those of `to` where they may have it, else the next
    cadre's, else the head's, else those above.

    A case that is worked on or answered keeps its state where somebody takes its place. `quietly` as in `assign`.
    """
    left_out = {*without, *({case.cadre_id} if case.cadre_id is not None else ())}
    if to is not None and (to in left_out | barred(uow, case) or not _serves_in(uow, to, case.unit_id)):
        to = None
    if case.state is State.WAITING or case.unit_id is None:
        return await assign(uow, case, case.unit_id, by=by, cadre_id=to, without=left_out, quietly=quietly)
    cadre_id = to if to is not None else (await find_cadre(uow, case, case.unit_id, left_out))[0]
    if cadre_id is not None:
        return await pass_to(uow, case, cadre_id, by=by, kind="handed", quietly=quietly)
    if case.state is not State.PROPOSED:
        return await assign(uow, case, case.unit_id, by=by, without=left_out, quietly=quietly)
    # The resident has the word: nobody need accept anything now, but somebody must know.
    event(uow, case, "left_open", actor=by, role=role_in(uow, case, by))
    if not quietly:
        await tell_above(uow, case, Role.HEAD, "nobody_accepts", Urgency.PUSH, without=left_out)
    return await new_epoch(uow, case, cadre_id=None)


def _serves_in(uow: UnitOfWork, person_id: int, unit_id: int | None) -> bool:
    return any(post.unit_id == unit_id for post in uow.staff.of(person_id) if post.role in {Role.CADRE, Role.HEAD})


async def find_cadre(uow: UnitOfWork, case: Case, unit_id: int, left_out: Collection[int]) -> tuple[int | None, str]:
    """Return who of a unit is offered a case, or a part of it, and why: a cadre, else its head, else nobody."""
    posts = uow.staff.in_unit(unit_id, Role.CADRE)
    people = await uow.get_all(Person, [post.person_id for post in posts]) if posts else []
    post, why = choose(people, posts, case.area_path, uow.now, {*left_out, *barred(uow, case)})
    if post is not None:
        return post.person_id, why
    head = await head_of(uow, case, unit_id, {*left_out, *aside(uow, case)})
    return head, "head" if head is not None else why


async def _offer(
    uow: UnitOfWork,
    case: Case,
    unit_id: int | None,
    cadre_id: int | None,
    why: str,
    *,
    by: int | None,
    tried: tuple[int, ...],
    limit_at: datetime | None = None,
    keep: Collection[str] = (),
) -> Case:
    fields: dict[str, Any] = {"limit_at": limit_at, "clock_from": uow.now} if limit_at is not None else {}
    case = await new_epoch(
        uow,
        case,
        keep=keep,
        state=State.WAITING,
        unit_id=unit_id,
        cadre_id=cadre_id,
        assigned_why=why,
        assigned_at=uow.now,
        accepted_at=None,
        promise_at=None,
        outcome=None,
        reply=None,
        not_accepted=None,
        visit_at=None,
        wait_until=None,
        wait_why="",
        tried=tried,
        **fields,
    )
    event(
        uow,
        case,
        "assigned",
        actor=by,
        role=role_in(uow, case, by),
        public=unit_id is not None,
        unit=unit_id,
        cadre=cadre_id,
        by_rule=why,
    )
    return case


async def _tell_holder(uow: UnitOfWork, case: Case, without: Collection[int], files: Sequence[File]) -> None:
    if case.cadre_id is not None:
        await tell(uow, case.cadre_id, "assigned", Urgency.PUSH, case)
    elif case.unit_id is not None:
        await tell_above(uow, case, Role.HEAD, "nobody_accepts", Urgency.PUSH, without=without)
    else:
        kind = "needs_words" if case.to_be_written else "needs_unit"
        await tell_above(uow, case, Role.DISPATCHER, kind, Urgency.PUSH, without=without, **as_told(files))
