"""Reception days in conversation: residents book and come, the office announces, receives and writes down.

`handlers.service` merges these tables with those of the other packages.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.notices import Renderer
from handlers.reception import (
    announcing,
    booking,
    cancelling,
    changing,
    door,
    notices,
    office,
    own,
    posted,
    recording,
    repeating,
)
from handlers.reception.door import opens
from handlers.router import Command, TapHandler
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {**booking.COMMANDS, **office.COMMANDS, **announcing.COMMANDS}
TAPS: Final[Mapping[str, TapHandler]] = {
    **booking.TAPS,
    **own.TAPS,
    **office.TAPS,
    **door.TAPS,
    **recording.TAPS,
    **cancelling.TAPS,
    **changing.TAPS,
    **repeating.TAPS,
}
RESIDENT_FLOWS: Final[Mapping[str, Flow[Any]]] = {flow.name: flow for flow in (*booking.FLOWS, recording.FIX)}
STAFF_FLOWS: Final[Mapping[str, Flow[Any]]] = {
    flow.name: flow for flow in (*door.FLOWS, recording.RECORD, *announcing.FLOWS, *cancelling.FLOWS, *changing.FLOWS)
}
RENDERERS: Final[Mapping[str, Renderer]] = {**notices.RENDERERS, **posted.RENDERERS, **recording.RENDERERS}

__all__ = ["COMMANDS", "RENDERERS", "RESIDENT_FLOWS", "STAFF_FLOWS", "TAPS", "opens"]
