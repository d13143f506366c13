"""A resident's wish that somebody else takes the case (article 28)."""

from typing import Any, Final

import msgspec

from casework import permissions
from casework.actions import recusing
from casework.petitions import Case
from handlers.case_words import cadre_label
from handlers.router import Tap, TapHandler
from handlers.steps import Flow, FreeText
from handlers.talk import Talk

_LINE: Final = 300


class Another(msgspec.Struct):
    """Which case, and why somebody else is wished for."""

    case: int = 0
    why: str = ""


async def _facts(talk: Talk, data: Another) -> dict[str, Any]:
    case = await talk.uow.get(Case, data.case)
    return {"person": cadre_label(talk.uow, case, talk.language) if case is not None else ""}


async def _finish(talk: Talk, data: Another) -> None:
    case = await recusing.ask_another(talk.uow, data.case, talk.person.id, data.why)
    talk.reply(talk.say("another-asked", number=case.label), case_id=case.id)


FLOW: Final = Flow(
    "another", Another, (FreeText("why", "another-why", "why", _LINE, facts=_facts, cancel=True),), _finish
)


async def start(talk: Talk, tap: Tap) -> None:
    """Ask why, where the wish can be said now."""
    case = await permissions.allowed(talk.uow, "ask_another", tap.subject, talk.person.id)
    await FLOW.start(talk, Another(case.id))


TAPS: Final[dict[str, TapHandler]] = {"another": start}
