"""Briefs and the public ledger: what they say, and the conversations that ask for them and let them out.

`handlers.service` merges these tables with the others.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.briefs import asking, publishing
from handlers.notices import Renderer
from handlers.router import Command
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {**asking.COMMANDS, **publishing.COMMANDS}
FLOWS: Final[Mapping[str, Flow[Any]]] = {flow.name: flow for flow in asking.FLOWS}
RENDERERS: Final[Mapping[str, Renderer]] = publishing.RENDERERS

__all__ = ["COMMANDS", "FLOWS", "RENDERERS"]
