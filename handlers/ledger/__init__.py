"""The public ledger in chat: how entries come into it, and how everybody reads it.

`handlers.service` merges these tables with the others.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.ledger import agreeing, reading
from handlers.notices import Renderer
from handlers.resident import pin
from handlers.router import Command, TapHandler
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = reading.COMMANDS
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    **{verb: pin.behind_pin(handler) for verb, handler in agreeing.RESIDENT_TAPS.items()},
    **agreeing.STAFF_TAPS,
}
FLOWS: Final[Mapping[str, Flow[Any]]] = {agreeing.CHANGE.name: agreeing.CHANGE}
RENDERERS: Final[Mapping[str, Renderer]] = agreeing.RENDERERS

__all__ = ["CASE_TAPS", "COMMANDS", "FLOWS", "RENDERERS"]
