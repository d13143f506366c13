"""What a resident hears of those above: that a supervisor has taken a case up, and which leader answers for it."""

from collections.abc import Mapping
from typing import Final

from handlers.case_words import day
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.resident.notices import facts


async def _told(scene: Scene) -> View:
    case, args = scene.case, scene.notice.args
    if case is None:
        raise ValueError(f"the notice {scene.notice.kind} needs a case")
    known = facts(scene, case) | {"leader": args.get("person") or scene.say("staff-a-leader"), "until": ""}
    if until := args.get("until"):
        known["until"] = day(scene.uow, scene.language, until)
    what = scene.say(f"resident-short-{scene.notice.kind}", **known)
    show = Button(scene.say("button-open"), f"c.show.{case.id}.{case.epoch}")
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    return View(text, ((show,),), scene.say("resident-line", **known | {"what": what}))


RENDERERS: Final[Mapping[str, Renderer]] = {"taken_up": _told, "owned": _told, "owner_gone": _told}
