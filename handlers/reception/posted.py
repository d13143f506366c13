"""What the county's public channel reads of reception days that stand there, and were changed or called off since."""

from collections.abc import Mapping
from typing import Any, Final

from casework.reception.days import Reception
from handlers.case_words import clock
from handlers.notices import Renderer, Scene, View
from handlers.reception import words


async def _changed(scene: Scene) -> View:
    """What was and what is now, of each day."""
    said = scene.notice.args["days"]
    parts = [scene.say("notice-reception_public_changed", count=len(said))]
    for was in said:
        day = await scene.uow.get(Reception, was["reception_id"])
        if day is not None:
            parts.append("\n".join(_difference(scene, day, was)))
    parts.append(scene.say("broadcast-public-reception"))
    return View("\n\n".join(parts))


def _difference(scene: Scene, day: Reception, was: Mapping[str, Any]) -> list[str]:
    now = words.facts(scene.uow, scene.language, day)
    before = now | {
        "date": words.date_of(scene.uow, scene.language, was["from"]),
        "from": clock(scene.uow, was["from"]),
        "to": clock(scene.uow, was["to"]),
        "place": was["place"],
    }
    lines = [scene.say("reception-public-was", **before), scene.say("reception-public-now", **now)]
    if day.topics != was["topics"]:
        lines.append(scene.say("reception-topics-now" if day.topics else "reception-topics-any", **now))
    return lines


async def _off(scene: Scene) -> View:
    """The days that are not held, and what can be done instead."""
    days = await scene.uow.get_all(Reception, [each["reception_id"] for each in scene.notice.args["days"]])
    lines = [scene.say("notice-reception_public_off", count=len(days))]
    lines += [scene.say("reception-public-day", **words.facts(scene.uow, scene.language, day)) for day in days]
    lines.append(scene.say("reception-public-instead"))
    return View("\n".join(lines))


RENDERERS: Final[Mapping[str, Renderer]] = {"reception_public_changed": _changed, "reception_public_off": _off}
