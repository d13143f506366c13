"""Lists of policies: cut after what they are for, so that nothing of one's own is pushed out by what is others'."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.actions import policies
from casework.people import Role
from casework.policies.policy import Content, Policy, PolicyState, scope_of
from tests.handlers.dialogue import COUNTY, HILL, RIVER, Town
from tests.handlers.policy_scene import ALLOWANCE, person_of

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
MANY = 120
TITLE = {"en": "Old-age allowance", "zh": "高龄津贴"}


def many(content: Content) -> dict[str, Content]:
    return {f"other-{number}": content for number in range(MANY)}


@LANGUAGES
async def test_whoever_decides_for_one_township_sees_it_behind_many_of_another(town: Town, language: str) -> None:
    here, elsewhere = replace(ALLOWANCE, areas=(RIVER,)), replace(ALLOWANCE, areas=(HILL,))
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    leader = await town.official(Role.LEADER, language, area=RIVER)
    by = await person_of(writer)
    async with town.store.turn(town.now) as uow:
        await policies.write(uow, by, here)
    async with town.store.turn(town.now) as uow:
        await policies.load(uow, many(elsewhere))
    await leader.says("/approve")
    assert leader.hears({"en": r"Policies that wait \(1\)", "zh": "等着的政策（1）"}[language])
    assert leader.buttons == [TITLE[language]]
    await writer.says("/approve")
    assert writer.buttons == [TITLE[language]], "one's own is not pushed out either"


@LANGUAGES
async def test_what_is_over_hides_nothing_that_holds(town: Town, language: str) -> None:
    day = town.store.rules.calendar.day(town.now)
    over = replace(ALLOWANCE, until=day - timedelta(days=1))
    async with town.store.turn(town.now) as uow:
        for content in (ALLOWANCE, *many(over).values()):
            uow.put(Policy(uow.new_id(), content, PolicyState.SHOWN, None, uow.now, uow.now))
    ann = town.resident(language)
    await ann.says("/policies")
    assert ann.buttons == [TITLE[language]]
    async with town.store.turn(town.now) as uow:
        (listed,) = await uow.policies_newest(day, 20)
        kept = await uow.get(Policy, listed.id)
        assert kept is not None
        uow.put(replace(kept, state=PolicyState.WITHDRAWN))
    async with town.store.turn(town.now) as uow:
        assert await uow.policies_newest(day, 20) == [], "what is withdrawn leaves the list"


async def test_the_scope_is_the_smallest_area_with_all_of_them(town: Town) -> None:
    async with town.store.turn(town.now) as uow:
        org = uow.org
    village = next(area for area in org.areas.values() if area.parent_id == RIVER)
    expected = {(): COUNTY, (RIVER,): RIVER, (RIVER, village.id): RIVER, (village.id, HILL): COUNTY, (999,): COUNTY}
    assert {areas: scope_of(replace(ALLOWANCE, areas=areas), org) for areas in expected} == expected
