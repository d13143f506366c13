"""What is told of files, to residents and staff alike."""

from collections.abc import Mapping
from typing import Final

from casework.files import File
from handlers.messages import Enclosed
from handlers.notices import Renderer, Scene, View


def enclosed(file: File) -> Enclosed:
    """Return a file as a message shows it."""
    return Enclosed(file.id, file.kind, file.name, file.mime, file.source, file.digest)


async def _lost(scene: Scene) -> View:
    return View(scene.say("notice-file_lost", what=scene.notice.args["what"]))


RENDERERS: Final[Mapping[str, Renderer]] = {"file_lost": _lost}
