"""News for those who asked for it: what residents choose, and what staff write, let out and follow.

`handlers.service` merges these tables with the others.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.broadcasts import news, notices, steering, writing
from handlers.notices import Renderer
from handlers.router import Command
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {**news.COMMANDS, **steering.COMMANDS}
STAFF_FLOWS: Final[Mapping[str, Flow[Any]]] = {flow.name: flow for flow in (*writing.FLOWS, *steering.FLOWS)}
RESIDENT_FLOWS: Final[Mapping[str, Flow[Any]]] = {flow.name: flow for flow in news.FLOWS}
RENDERERS: Final[Mapping[str, Renderer]] = notices.RENDERERS

__all__ = ["COMMANDS", "RENDERERS", "RESIDENT_FLOWS", "STAFF_FLOWS"]
