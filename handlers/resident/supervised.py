"""What a resident hears of those above: that a supervisor has taken a case up, and which leader answers for it."""

from collections.abc import Mapping
from typing import Final

from handlers.case_words import day
from handlers.notices import Renderer, Scene, View
from handlers.resident.notice_views import button, view_of


async def _told(scene: Scene) -> View:
    args = scene.notice.args
    leader = args.get("person") or scene.say("staff-a-leader")
    until = day(scene.uow, scene.language, args["until"]) if "until" in args else ""
    show = ((button(scene, "button-open", "show"),),)
    return view_of(scene, f"notice-{scene.notice.kind}", show, leader=leader, until=until)


RENDERERS: Final[Mapping[str, Renderer]] = {"taken_up": _told, "owned": _told, "owner_gone": _told}
