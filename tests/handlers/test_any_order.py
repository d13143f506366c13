"""Whatever people do, in whatever order: everything gets an answer, and nothing fails."""

from dataclasses import replace
from random import Random

import pytest

from casework.people import Role
from handlers import service
from tests.casework.history.world import RULES
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, Actor, Town

WORDS = (
    "枫桥村的公路上有个大坑",
    "The road at Maple Village is broken",
    "No water since Monday",
    "新塘村",
    "Newpond Village",
    "谢谢",
    "1",
    "2026-03-20",
    "明天",
    "{ $oops } \u202e<b>",
    "x" * 3000,
    "",
    "枫桥村我家里进水了，老人被困",
    "I want to kill myself",
    "260302-1581765",
    "/",
    "/case 260302-1581765",
    "/start ABCD",
)


async def does_something(actor: Actor, rng: Random) -> str:
    """Do one random thing, and return what it was."""
    labels = [label for shown in actor.chat.messages[-12:] for label in shown.labels]
    taps = [
        button.data
        for shown in actor.chat.messages[-12:]
        for row in shown.buttons
        for button in row
        if button.kind == "tap"
    ]
    match rng.choice(
        ("tap", "tap", "tap", "tap", "words", "words", "command", "edit", "photo", "place", "reply", "forge")
    ):
        case "tap" if taps:
            data = rng.choice(taps)
            await actor.sends_data(data)
            return data
        case "edit" if actor.sent:
            before = rng.choice(actor.sent)[1]
            await actor.edits(before, rng.choice(WORDS))
            return "edit"
        case "photo":
            await actor.sends_photo(rng.choice(("", WORDS[0])))
            return "photo"
        case "place":
            await actor.shares(rng.uniform(26, 28), 118.0)
            return "place"
        case "reply" if actor.chat.messages:
            await actor.says(rng.choice(WORDS), reply_to=rng.choice(actor.chat.messages))
            return "reply"
        case "forge" if taps:
            data = rng.choice(taps)[:-1] + rng.choice("0123456789.x")
            await actor.sends_data(data)
            return data
        case "command":
            command = "/" + rng.choice(sorted(service.ROUTES.commands))
            await actor.says(command)
            return command
        case _:
            words = rng.choice(WORDS)
            await actor.says(words)
            return f"{words[:20]!r} of {len(labels)}"


@pytest.mark.parametrize("seed", range(4))
async def test_everything_gets_an_answer(town: Town, seed: int) -> None:
    rng = Random(seed)
    people = [
        town.resident("en"),
        town.resident("zh"),
        await town.cadre(ROADS, language="en"),
        await town.cadre(ROADS, language="zh"),
        await town.official(Role.HEAD, "zh", unit=ROADS),
        await town.official(Role.HEAD, "en", unit=GOVERNMENT),
        await town.official(Role.DISPATCHER, "zh", area=COUNTY),
        await town.official(Role.DUTY, "en", area=COUNTY),
    ]
    # Alarms that ring slowly, so that days may pass.
    town.store.rules = replace(town.store.rules, profile=RULES.profile)
    done: list[str] = []
    for step in range(150):
        actor = rng.choice(people)
        try:
            done.append(f"{actor.address}: {await does_something(actor, rng)}")
            if step % 10 == 9:
                await town.passes(hours=rng.choice((1, 9, 30, 100)))
        except Exception as error:
            error.add_note("\n".join(done[-12:]))
            raise
        assert actor.chat.arrived or actor.toast or step % 10 == 9, done[-6:]
