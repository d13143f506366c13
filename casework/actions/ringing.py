"""Whom an alarm rings: the duty officers over the place, then those above, until one of them takes it.

Alarms know no quiet hours, no digest and no measure of the day. A post that is vacant, or whose holder is absent, is
climbed past, so that somebody is rung as long as anybody is there.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from casework.actions.above import is_present
from casework.actions.telling import tell
from casework.alarms import RUNGS, Alarm, AlarmState, may_take
from casework.areas import area_ids
from casework.notices import Urgency
from casework.people import Person, Post, Role
from casework.petitions import Case, Draft
from casework.replacing import replace
from casework.shielding import watch_area
from casework.unit_of_work import UnitOfWork


async def tell_of(
    uow: UnitOfWork, alarm: Alarm, person_id: int | None, kind: str, *, who: int | None = None, **args: Any
) -> None:
    """Tell one person something of an alarm, at any hour; `who` as in `tell`."""
    await tell(uow, person_id, kind, Urgency.LIMIT, who=who, alarm_id=alarm.id, **args)


async def ring(
    uow: UnitOfWork, alarm: Alarm, *, first: Role = Role.DUTY, rungs: int = 1, new_only: bool = False
) -> tuple[Alarm, list[int]]:
    """Ring the lowest `rungs` of an alarm's ladder, from `first` upwards; return the alarm as it is put, and whom.

    With `new_only` nobody is rung twice. The list is empty where nobody at all is there.
    """
    kind = "alarm_ring" if alarm.state is AlarmState.RINGING else "alarm_unanswered"
    people = [person.id for rung in (await ladder(uow, alarm, first))[:rungs] for person in rung]
    told = [each for each in people if not new_only or each not in alarm.rung]
    for person_id in told:
        await tell_of(uow, alarm, person_id, kind)
    alarm = replace(alarm, rung=tuple(dict.fromkeys((*alarm.rung, *told))))
    uow.put(alarm)
    return alarm, told


async def ladder(uow: UnitOfWork, alarm: Alarm, first: Role = Role.DUTY) -> list[list[Person]]:
    """Return who may be rung, rung by rung: `first` upwards, then what lies below it, and the absent at last.

    Nobody stands on it twice. Whoever gave the alarm back is left out where anybody else is there.
    """
    return await _ladder(uow, alarm, first, alarm.tried) or await _ladder(uow, alarm, first, ())


async def aim(uow: UnitOfWork, alarm: Alarm) -> Alarm:
    """Return an alarm with the place, and with those who must not hear of it, as its draft and case have them now."""
    draft = await uow.get(Draft, alarm.draft_id) if alarm.draft_id is not None else None
    case = await uow.get(Case, alarm.case_id) if alarm.case_id is not None else None
    if alarm.lat is None and draft is not None:
        alarm = replace(alarm, lat=draft.lat, lon=draft.lon)
    area_id = _area_id(uow, alarm, draft, case)
    shielded, seen_from = False, area_id
    accused: tuple[int, ...] = ()
    if case is not None and case.shielded:
        shielded, accused, seen_from = True, case.accused, case.seen_from
    elif draft is not None and draft.accuses and draft.hide:
        shielded, accused, seen_from = True, draft.accused, watch_area(uow.org, draft.accused)
    area = uow.org.areas.get(seen_from) if seen_from is not None else None
    area = area or uow.org.root
    return replace(
        alarm,
        area_id=area_id,
        area_path=area.path if area is not None else "",
        place=next((each.place for each in (draft, case) if each is not None and each.place), alarm.place),
        shielded=shielded,
        accused=accused,
    )


def _area_id(uow: UnitOfWork, alarm: Alarm, draft: Draft | None, case: Case | None) -> int | None:
    """Return where it is: as the draft says, else by the point that was shared, else where the case lies."""
    if draft is not None and draft.area_id is not None:
        return draft.area_id
    near = uow.org.gazetteer.nearest(alarm.lat, alarm.lon) if alarm.lat is not None and alarm.lon is not None else None
    if near is not None:
        return near.id
    return case.area_id if case is not None else None


async def _ladder(uow: UnitOfWork, alarm: Alarm, first: Role, without: Collection[int]) -> list[list[Person]]:
    rungs: list[list[Person]] = []
    absent: list[Person] = []
    seen = set(without)
    for posts in _posts(uow, alarm, first):
        ids = [each.person_id for each in posts if each.person_id not in seen]
        ids = [each for each in dict.fromkeys(ids) if may_take(uow.staff, uow.org, alarm, each)]
        seen |= {*ids}
        people = [each for each in await uow.get_all(Person, ids) if each.home] if ids else []
        present = [each for each in people if is_present(each, uow.now)]
        # Whoever is away has a telephone all the same; whoever has blocked us can't be rung.
        absent += [each for each in people if each not in present and each.unreachable_at is None]
        if present:
            rungs.append(present)
    return [*rungs, absent] if absent else rungs


def _posts(uow: UnitOfWork, alarm: Alarm, first: Role) -> Iterator[Sequence[Post]]:
    ids = area_ids(alarm.area_path)
    area = uow.org.areas.get(ids[-1]) if ids else None
    start = RUNGS.index(first)
    for role in (*RUNGS[start:], *reversed(RUNGS[:start])):
        for each in uow.org.ancestors(area) if area is not None else ():
            yield uow.staff.over(each, role)
