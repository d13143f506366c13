"""Handing over all that somebody has in hand, in one step: nothing is left without a name, and everyone is told once.

Residents hear who is responsible for their own case now; the staff read of many cases in one message.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casework.actions.above import above
from casework.actions.assigning import hand_on
from casework.actions.changing import change
from casework.actions.telling import tell, tell_resident
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.permissions import Relation, relations
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork, event

_OVER = frozenset({Relation.SUPERVISOR, Relation.LEADER})


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
        if case.press is not None and case.press.by == leaving and not found & _OVER:
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
    heirs = await _heirs(uow, case, Role.SUPERVISOR, _OVER, leaving, to)
    if case.press is not None and heirs:
        await change(uow, case, press=replace(case.press, by=heirs[0]))
        handed.to[heirs[0]].append(case.id)


async def _heirs(
    uow: UnitOfWork, case: Case, first: Role, needed: Collection[Relation], leaving: int, to: int | None
) -> list[int]:
    people = [person.id for person in await above(uow, case, first, without={leaving})]
    people = [to, *people] if to is not None else people
    return [each for each in people if relations(uow.staff, uow.org, case, each) & set(needed)]
