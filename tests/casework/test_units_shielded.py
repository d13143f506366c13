"""Whatever units do about a shielded case, nobody of an accused unit hears of it (articles 30 and 46)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from casework.actions import accepting, noting, objecting, parts, raising
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import Case, DigestItem, Shield
from casework.shielding import hidden_from
from tests.casework.service import BUREAU, EAST, EAST_OFFICE, WEST_OFFICE, at
from tests.casework.units import Offices

TOP, SIDE = 60, 70


@pytest.fixture
def offices() -> Offices:
    """The offices, with the county's government above the bureau and another bureau beside it."""
    offices = Offices()
    offices.above_the_bureau(TOP)
    org = offices.memory.org
    side = replace(org.units[BUREAU], id=SIDE, code="side", superior_id=TOP)
    offices.memory.org = type(org)(org.areas, {**org.units, SIDE: side}, org.routes, org.version + 1)
    for unit in (TOP, SIDE):
        offices.cadre(unit)
        offices.head(unit)
    return offices


async def shielded(offices: Offices, accused: int) -> Case:
    """Return a case of the eastern office that accuses a unit and is kept from it."""
    case = await offices.do(accepting.accept, (await offices.assigned()).id, offices.east, None)
    hidden: Case = offices.memory.add(replace(case, shielded=True, accused=(accused,)))
    offices.memory.add(Shield(9000 + accused, case.id, accused))
    return hidden


async def tried(offices: Offices, verb: Callable[..., Awaitable[Any]], *arguments: Any) -> None:
    """Do a verb, or have it refused."""
    try:
        await offices.do(verb, *arguments)
    except (Refused, NotYours):
        return


@pytest.mark.parametrize("accused", [WEST_OFFICE, SIDE])
async def test_neither_verb_nor_time_tells_the_accused(offices: Offices, accused: int) -> None:
    # A head of the accused unit serves over the area as well.
    offices.serve(Role.LEADER, area=EAST, person=next(iter(_of(offices, accused))))
    case = await shielded(offices, accused)
    hidden = hidden_from(offices.memory.staff, offices.memory.org, case)
    assert hidden >= _of(offices, accused)
    offices.listen()
    staff = sorted({post.person_id for post in offices.memory.staff.all()})
    units = (EAST_OFFICE, WEST_OFFICE, SIDE, BUREAU)
    for day in ("3-4", "3-6", "3-11"):
        for by in staff:
            for unit in units:
                await tried(offices, parts.add_unit, case.id, by, None, unit, "look", at("3-20"))
                await tried(offices, objecting.disagree, case.id, by, None, unit, "no")
            await tried(offices, noting.note, case.id, by, "when?")
            await tried(offices, objecting.object_to, case.id, by, None, "not ours", SIDE)
            await tried(offices, objecting.decide_objection, case.id, by, None, EAST_OFFICE, "it stays")
            await tried(offices, raising.raise_difficulty, by, TOP, "a bridge", (), case.id)
        await offices.until(at(day))
    await offices.until(at("5-20"))
    told = {notice.person_id for notice in offices.since() if notice.case_id is not None}
    told |= {item.person_id for item in offices.memory.of(DigestItem)}
    assert not told & hidden
    kinds = {notice.kind for notice in offices.since()}
    assert {"noted", "part_added", "objection", "part_late"} <= kinds, "it did happen"
    after = offices.case(case.id)
    assert accused not in {after.unit_id, *(each.unit_id for each in after.assisting)}


def _of(offices: Offices, unit: int) -> set[int]:
    return {post.person_id for post in offices.memory.staff.all() if post.unit_id == unit}


async def test_an_accused_unit_is_never_named(offices: Offices) -> None:
    case = await shielded(offices, WEST_OFFICE)
    with pytest.raises(Refused, match="unit-accused"):
        await offices.do(objecting.object_to, case.id, offices.east, None, "theirs", WEST_OFFICE)
    with pytest.raises(Refused, match="unit-accused"):
        await offices.do(parts.add_unit, case.id, offices.dispatcher, None, WEST_OFFICE, "look", at("3-20"))
    await offices.do(objecting.object_to, case.id, offices.east, None, "not ours")
    with pytest.raises(Refused, match="unit-accused"):
        await offices.do(objecting.decide_objection, case.id, offices.dispatcher, None, WEST_OFFICE)


async def test_whoever_has_a_part_and_comes_to_serve_the_accused_hears_no_more_of_it(offices: Offices) -> None:
    case = await shielded(offices, SIDE)
    part = await offices.do(parts.add_unit, case.id, offices.dispatcher, None, WEST_OFFICE, "look", at("3-20"))
    await offices.do(parts.accept_part, part.id, offices.west)
    offices.serve(Role.CADRE, unit=SIDE, person=offices.west)
    offices.listen()
    await offices.until(at("3-19", "09:00"))
    assert "part_due" not in offices.told(offices.west)
    assert "part_due" in offices.told(offices.west_head), "the head of the unit is asked instead"
