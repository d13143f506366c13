"""What the intake office is told of a child that has written alone."""

from collections.abc import Mapping
from typing import Final

from handlers.notices import Renderer, Scene, View
from handlers.staff import notices


async def _alone(scene: Scene) -> View:
    """Somebody has to call: the card has what the child wrote, and the name where it was told."""
    case = scene.its_case
    text = scene.say("notice-child_alone", **notices.words_of(scene, case))
    return notices.view(scene, case, text, notices.offered(scene, case, ("see_name", "ask")))


RENDERERS: Final[Mapping[str, Renderer]] = {"child_alone": _alone}
