"""Policies in chat: found and read by anybody, written and approved by staff. `handlers.service` takes these tables."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.policies import changing, deciding, looking, reading, writing
from handlers.policies.notices import RENDERERS
from handlers.router import Command, TapHandler
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {
    **looking.COMMANDS,
    **writing.COMMANDS,
    **deciding.COMMANDS,
}
POLICY_TAPS: Final[Mapping[str, TapHandler]] = {
    **reading.POLICY_TAPS,
    **writing.POLICY_TAPS,
    **changing.POLICY_TAPS,
    **deciding.POLICY_TAPS,
}
STAFF_FLOWS: Final[Mapping[str, Flow[Any]]] = {
    flow.name: flow for flow in (*writing.FLOWS, *changing.FLOWS, *deciding.FLOWS)
}
RESIDENT_FLOWS: Final[Mapping[str, Flow[Any]]] = {flow.name: flow for flow in looking.FLOWS}

__all__ = ["COMMANDS", "POLICY_TAPS", "RENDERERS", "RESIDENT_FLOWS", "STAFF_FLOWS"]
