"""What is told of files, to residents and staff alike."""

from collections.abc import Mapping
from typing import Final

from handlers.notices import Renderer, Scene, View


async def _lost(scene: Scene) -> View:
    return View(scene.say("notice-file_lost", what=scene.notice.args["what"]))


RENDERERS: Final[Mapping[str, Renderer]] = {"file_lost": _lost}
