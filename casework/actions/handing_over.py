"""Handing over all that somebody has in hand, in one step: nothing is left without a name, and everyone is told once.

Residents hear who is responsible for their own case now; the staff read of many cases in one message.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from casework.actions.above import above
from casework.actions.alarms import rung_again
from casework.actions.assigning import hand_on
from casework.actions.changing import change
from casework.actions.parts import release_parts
from casework.actions.telling import tell, tell_resident
from casework.alarms import Alarm, may_take_by
from casework.notices import Urgency
from casework.parts import Part, serves_by
from casework.people import Person, Post, Role
from casework.petitions import Case
from casework.relations import IN_UNIT, OVER, Relation, relations, relations_by
from casework.replacing import replace
from casework.shielding import is_accused
from casework.unit_of_work import UnitOfWork, event

_ALL = 100_000


@dataclass
class HandedOver:
    """What went where: the ids of the cases that each person has now, and of those that nobody has, by who is told."""

    to: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    left_open: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    async def tell(self, uow: UnitOfWork, post: Post) -> None:
        """Tell everyone who has something now, or has to see to it, once; it was in hand by `post`."""
        for kind, people in (("handed_over", self.to), ("left_open", self.left_open)):
            for person_id, ids in people.items():
                person = await uow.get(Person, person_id)
                who = post.label(person.language) if person is not None else ""
                await tell(uow, person_id, kind, Urgency.PUSH, None, cases=tuple(dict.fromkeys(ids)), person=who)


@dataclass(frozen=True, slots=True)
class InHand:
    """What somebody has by their posts: open cases as their cadre, cases as one of those above, alarms, and parts."""

    person_id: int
    cases: Sequence[Case]
    from_above: Sequence[Case]
    alarms: Sequence[Alarm]
    parts: Sequence[Part]


async def in_hand(uow: UnitOfWork, person_id: int) -> InHand:
    """Return what somebody has in hand now. It looks for it, and so comes before any change."""
    return InHand(
        person_id,
        await uow.cases_of_cadre(person_id, limit=_ALL),
        await uow.cases_from_above(person_id),
        await uow.alarms_waiting(person_id, limit=_ALL),
        await uow.parts_of_cadre(person_id, limit=_ALL),
    )


async def pass_on(
    uow: UnitOfWork, found: InHand, was: Post, posts: Sequence[Post], *, by: int | None = None, to: int | None = None
) -> int:
    """Hand over what somebody had by the post `was` and may not have by the `posts` that are theirs now; return how
    many cases that were. Cases and parts go to `to` where they may have them, else by place and load.
    """
    person_id = found.person_id
    rights = {case.id: relations_by(posts, uow.org, case, person_id) for case in (*found.cases, *found.from_above)}
    going = [case for case in found.cases if not rights[case.id] & IN_UNIT]
    handed = await hand_over(uow, going, leaving=person_id, by=by, to=to, rights=rights)
    await hand_over_above(uow, found.from_above, rights, handed, leaving=person_id, to=to)
    await handed.tell(uow, was)
    parts = [part for part in found.parts if not await _keeps(uow, part, posts)]
    await release_parts(uow, parts, person_id, to)
    for alarm in found.alarms:
        if alarm.taken_by == person_id and not may_take_by(posts, uow.org, alarm, person_id):
            await rung_again(uow, alarm)
    return len(going)


async def _keeps(uow: UnitOfWork, part: Part, posts: Sequence[Post]) -> bool:
    case = await uow.get(Case, part.case_id)
    return serves_by(posts, uow.org, part) and case is not None and not is_accused(uow.org, case, posts)


async def hand_over(
    uow: UnitOfWork,
    cases: Sequence[Case],
    *,
    leaving: int,
    by: int | None,
    to: int | None = None,
    rights: Mapping[int, frozenset[Relation]] | None = None,
) -> HandedOver:
    """Put open cases of a cadre who leaves them into other hands: those of `to` where they may have a case, else by
    place and load. Where a unit has nobody else, those above it are to see to it, and so is who leaves by the `rights`
    that are left to them.
    """
    handed = HandedOver()
    for case in cases:
        now = await hand_on(uow, case, by=by, to=to, without={leaving}, quietly=True)
        if now.cadre_id is not None:
            handed.to[now.cadre_id].append(now.id)
            continue
        first = Role.HEAD if now.unit_id is not None else Role.DISPATCHER
        people = [person.id for person in await above(uow, now, first, without={leaving})]
        for person_id in [*people, leaving] if rights and rights[now.id] else people:
            handed.left_open[person_id].append(now.id)
    return handed


async def hand_over_above(
    uow: UnitOfWork,
    cases: Sequence[Case],
    rights: Mapping[int, frozenset[Relation]],
    handed: HandedOver,
    *,
    leaving: int,
    to: int | None,
) -> None:
    """Pass on what somebody who leaves had as one of those above: owned cases to another leader, presses to whoever
    judges their answers now. `cases` are those of `UnitOfWork.cases_from_above`, `rights` what is left to who leaves.
    """
    for each in cases:
        case = await uow.get(Case, each.id) or each
        found = rights[case.id]
        if case.owner_asked == leaving and Relation.LEADER not in found:
            case = await change(uow, case, owner_asked=None)
        if case.owner_id == leaving and Relation.LEADER not in found:
            case = await _other_owner(uow, case, handed, leaving, to)
        if case.press is not None and case.press.by == leaving and not found & OVER:
            await _other_judge(uow, case, handed, leaving, to)


async def _other_owner(uow: UnitOfWork, case: Case, handed: HandedOver, leaving: int, to: int | None) -> Case:
    heirs = await _heirs(uow, case, Role.LEADER, frozenset({Relation.LEADER}), leaving, to)
    if heirs:
        event(uow, case, "owned", actor=heirs[0], role="system")
        case = await change(uow, case, owner_id=heirs[0], owned_at=uow.now, owner_asked=None)
        handed.to[heirs[0]].append(case.id)
        return await tell_resident(uow, case, "owned", who=heirs[0])
    event(uow, case, "owner_gone", actor=None, role="system")
    case = await change(uow, case, owner_id=None, owned_at=None)
    for person in await above(uow, case, Role.SUPERVISOR, without={leaving}):
        handed.left_open[person.id].append(case.id)
    return await tell_resident(uow, case, "owner_gone")


async def _other_judge(uow: UnitOfWork, case: Case, handed: HandedOver, leaving: int, to: int | None) -> None:
    heirs = await _heirs(uow, case, Role.SUPERVISOR, OVER, leaving, to)
    if case.press is not None and heirs:
        event(uow, case, "press_passed", actor=heirs[0], role="system", public=False)
        await change(uow, case, press=replace(case.press, by=heirs[0]))
        handed.to[heirs[0]].append(case.id)


async def _heirs(
    uow: UnitOfWork, case: Case, first: Role, needed: Collection[Relation], leaving: int, to: int | None
) -> list[int]:
    people = [person.id for person in await above(uow, case, first, without={leaving})]
    people = [to, *people] if to is not None else people
    return [each for each in people if relations(uow.staff, uow.org, case, each) & set(needed)]
