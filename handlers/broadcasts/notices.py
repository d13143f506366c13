"""What those are told who write broadcasts and let them out."""

from collections.abc import Mapping
from typing import Final

from casework.broadcasts.broadcast import Broadcast, Tally
from handlers.broadcasts.cards import tally_facts
from handlers.broadcasts.words import audience_facts, label
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View

_FIRST: Final = 60


async def _notice(scene: Scene) -> View:
    """Say what has become of a broadcast, or that it waits, with a button that opens it."""
    kind, args = scene.notice.kind, scene.notice.args
    broadcast = await scene.uow.get(Broadcast, args["broadcast"])
    if broadcast is None:
        raise LookupError(f"a notice {kind} without its broadcast")
    facts = audience_facts(scene.uow, scene.language, broadcast.audience)
    facts |= {"words": await label(scene.uow, scene.language, broadcast, _FIRST), "why": args["why"]}
    text = scene.say(f"notice-{kind}", **facts, **tally_facts(scene.language, broadcast.tally or Tally()))
    return View(text, ((Button(scene.say("button-broadcast-look"), f"m.broadcast.show.{broadcast.id}"),),), text)


RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(
    ("broadcast_asked", "broadcast_approved", "broadcast_refused", "broadcast_done", "broadcast_waits"), _notice
)
