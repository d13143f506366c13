"""Who stands above a case. A vacant or absent post is climbed past, so that somebody is always named and told."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from casework.actions.telling import tell
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.petitions import Case, Held
from casework.shielding import hidden_from
from casework.unit_of_work import UnitOfWork

_LADDER: Final = (Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)


def is_present(person: Person, now: datetime) -> bool:
    """Tell whether a person can be asked: not away, and reachable where they were last heard."""
    return person.unreachable_at is None and (person.away_until is None or person.away_until <= now)


@dataclass(frozen=True, slots=True)
class Footing:
    """From where one looks upwards: from the heads of a unit (None for none), and from the posts over an area.

    `own` are the ids of those whose matter it is, or who work it: they do not stand above it. `hidden` must not hear of
    it. `clerk_id` has entered it for somebody, and is not its head.
    """

    unit_id: int | None
    area_id: int | None
    own: frozenset[int | None] = frozenset()
    hidden: frozenset[int] = frozenset()
    clerk_id: int | None = None


def footing_of(uow: UnitOfWork, case: Case) -> Footing:
    """Return the footing of a case."""
    return Footing(
        case.unit_id,
        case.seen_from or _from_where(uow, case),
        frozenset({case.resident_id, case.cadre_id}),
        hidden_from(uow.staff, uow.org, case),
        case.clerk_id,
    )


@dataclass(frozen=True, slots=True)
class Gap:
    """A post that was asked for and climbed past: in the unit `unit_id`, or over the case's area where that is None.

    It is `vacant`, or whoever holds it is absent.
    """

    role: Role
    unit_id: int | None
    vacant: bool


async def above(uow: UnitOfWork, case: Case, first: Role, without: Collection[int] = ()) -> list[Person]:
    """Return those above a case, as `climb` finds them."""
    people, _ = await climb(uow, case, first, without)
    return people


async def climb(
    uow: UnitOfWork, case: Case, first: Role, without: Collection[int] = ()
) -> tuple[list[Person], Gap | None]:
    """Return who stands above a case, and whose post was climbed past, as `climb_from` does."""
    return await climb_from(uow, footing_of(uow, case), first, without)


async def climb_from(
    uow: UnitOfWork, footing: Footing, first: Role, without: Collection[int] = ()
) -> tuple[list[Person], Gap | None]:
    """Return the people of the nearest rung that has someone present, from `first` upwards, then downwards; and the
    gap where that is not the post asked for.

    Where everyone is absent, those of the nearest rung that has anyone. Whose own it is, such as a case's resident and
    cadre, are not above it, unless no other post covers it at all: then they must know that somebody has to be
    appointed. A head who has entered it for its resident is not above it either. From whom it is shielded never hears
    of it, whatever else is vacant.
    """
    absent: list[Person] = []
    themselves: list[Person] = []
    asked_for = held = away = False
    for role, unit_id, posts in _rungs(uow, footing, first):
        ids = dict.fromkeys(post.person_id for post in posts if post.person_id not in {*without, *footing.hidden})
        people = await uow.get_all(Person, list(ids)) if ids else []
        others = [person for person in people if person.id not in footing.own]
        present = [person for person in others if is_present(person, uow.now)]
        if role is first and unit_id in {None, footing.unit_id}:
            if present:
                return present, None
            asked_for, held, away = True, held or bool(posts), away or bool(others)
        if present:
            # Whose post is held by those who must not hear of it, or have it themselves, is left unsaid.
            return present, _gap(footing, first, vacant=not held) if asked_for and (away or not held) else None
        absent = absent or others
        themselves = themselves or people
    return absent or themselves, _gap(footing, first, vacant=True) if asked_for and not held else None


def _gap(footing: Footing, role: Role, *, vacant: bool) -> Gap:
    return Gap(role, footing.unit_id if role is Role.HEAD else None, vacant)


async def tell_above(
    uow: UnitOfWork,
    case: Case,
    first: Role,
    kind: str,
    urgency: Urgency,
    *,
    without: Collection[int] = (),
    follow_up: bool = False,
    who: int | None = None,
    **args: Any,
) -> list[int]:
    """Tell those above a case, and return their ids. Where all of them are absent they are told all the same."""
    people = await above(uow, case, first, without)
    for person in people:
        due = urgency if is_present(person, uow.now) else Urgency.LIMIT
        await tell(uow, person.id, kind, due, case, follow_up, who=who, **args)
    return [person.id for person in people]


async def on_case(uow: UnitOfWork, case: Case) -> Person | None:
    """Return who can be asked as the case's cadre: the cadre, else a colleague who stands in for them; None where
    neither is there, and for whoever must not learn of the case.
    """
    hidden = hidden_from(uow.staff, uow.org, case)
    deputies = [post.person_id for post in uow.staff.acting_for(case.cadre_id, case.unit_id)]
    for person_id in ([case.cadre_id] if case.cadre_id is not None else []) + deputies:
        person = await uow.get(Person, person_id)
        if person is not None and is_present(person, uow.now) and person_id not in {*hidden, case.resident_id}:
            return person
    return None


async def tell_cadre(
    uow: UnitOfWork, case: Case, kind: str, urgency: Urgency, *, follow_up: bool = False, **args: Any
) -> None:
    """Tell the case's cadre, or who stands in; where nobody does, or the cadre is accused by now, those above."""
    working = await on_case(uow, case)
    if working is not None:
        await tell(uow, working.id, kind, urgency, case, follow_up, **args)
        return
    cadre = await uow.get(Person, case.cadre_id) if case.cadre_id is not None else None
    if cadre is not None and cadre.id in hidden_from(uow.staff, uow.org, case):
        cadre = None
    first = Role.HEAD if case.unit_id is not None else Role.DISPATCHER
    told = await tell_above(uow, case, first, kind, urgency, follow_up=follow_up, **args)
    if cadre is not None and not told:
        await tell(uow, cadre.id, kind, Urgency.LIMIT, case, follow_up, **args)


async def tell_unless_hidden(
    uow: UnitOfWork,
    case: Case,
    person_id: int,
    kind: str,
    urgency: Urgency,
    *,
    follow_up: bool = False,
    who: int | None = None,
    **args: Any,
) -> None:
    """Tell somebody who has had to do with a case, unless it has come to accuse their unit since (articles 30, 46)."""
    if person_id not in hidden_from(uow.staff, uow.org, case):
        await tell(uow, person_id, kind, urgency, case, follow_up, who=who, **args)


async def head_of(uow: UnitOfWork, case: Case, unit_id: int | None, without: Collection[int]) -> int | None:
    """Return the nearest head of a unit, upwards, who is present and not in `without`; None where there is none."""
    hidden = hidden_from(uow.staff, uow.org, case)
    for _, posts in _heads(uow, unit_id, case.clerk_id):
        ids = [post.person_id for post in posts if post.person_id not in {*without, *hidden}]
        for person in await uow.get_all(Person, ids) if ids else []:
            if person.id != case.resident_id and is_present(person, uow.now):
                return person.id
    return None


def _rungs(uow: UnitOfWork, footing: Footing, first: Role) -> Iterator[tuple[Role, int | None, Sequence[Post]]]:
    """Yield the posts of each rung, with its role, and with the unit that it is of for heads."""
    start = _LADDER.index(first)
    for role in (*_LADDER[start:], *reversed(_LADDER[:start])):
        if role is Role.HEAD:
            heads = _heads(uow, footing.unit_id, footing.clerk_id)
            yield from ((role, unit_id, posts) for unit_id, posts in heads)
            continue
        area = uow.org.areas.get(footing.area_id) if footing.area_id is not None else None
        for each in uow.org.ancestors(area) if area is not None else ():
            yield role, None, uow.staff.over(each, role)


def _from_where(uow: UnitOfWork, case: Case) -> int:
    """Return the area from which upwards posts are asked: for a review that no unit has, above whoever decided."""
    decided = case.decisions[-1].unit_id if case.held is Held.REVIEW and case.decisions else None
    unit = uow.org.units.get(decided) if decided is not None else None
    area = uow.org.areas.get(unit.area_id) if unit is not None else None
    above = (area.parent_id or area.id) if area is not None else None
    return above if above is not None and uow.org.within(case.area_id, above) else case.area_id


def _heads(uow: UnitOfWork, unit_id: int | None, clerk_id: int | None) -> Iterator[tuple[int, Sequence[Post]]]:
    unit = uow.org.units.get(unit_id) if unit_id is not None else None
    while unit is not None:
        yield unit.id, [post for post in uow.staff.in_unit(unit.id, Role.HEAD) if post.person_id != clerk_id]
        unit = uow.org.superior(unit)
