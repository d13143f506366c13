"""Investigation and research: surveys, notes of home visits, theme tasks, and what was learned.

`handlers.service` merges these tables with the residents' and the staff's.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.notices import Renderer
from handlers.research import lessons, notes, survey_names, survey_taking, survey_writing, surveys, themes
from handlers.router import Command
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {
    **surveys.COMMANDS,
    **survey_names.COMMANDS,
    **notes.COMMANDS,
    **themes.COMMANDS,
    **lessons.COMMANDS,
}
STAFF_FLOWS: Final[Mapping[str, Flow[Any]]] = {
    flow.name: flow for flow in (*survey_writing.FLOWS, *survey_names.FLOWS, *notes.FLOWS, *themes.FLOWS)
}
RESIDENT_FLOWS: Final[Mapping[str, Flow[Any]]] = {survey_taking.TAKE.name: survey_taking.TAKE}
RENDERERS: Final[Mapping[str, Renderer]] = {**surveys.RENDERERS, **survey_names.RENDERERS, **themes.RENDERERS}
