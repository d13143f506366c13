"""The figures of reception days are settings: how many wait, and how many visits one books for others."""

from typing import Final

from tests.handlers.dialogue import Town
from tests.handlers.reception_scene import announced, books, leader, profile

PROFILE: Final = profile(for_others=0, waiting_most=1)


async def test_the_settings_hold(town: Town) -> None:
    await announced(town, await leader(town, "en"), hours="9:00-9:20")
    people = [town.resident("en") for _ in range(3)]
    await books(people[0])
    for each in people[1:]:
        await each.says("/reception")
        await each.taps("on the list")
        await each.taps("Book it")
    people[1].hears("number 1 on the waiting list")
    people[2].hears("No place is free")
    await people[0].says("/reception book")
    await people[0].taps("on the list")
    await people[0].taps("For a neighbour")
    await people[0].says("Old Chen")
    await people[0].taps("Skip")
    people[0].hears("no visits for others")
