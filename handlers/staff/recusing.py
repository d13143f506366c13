"""Stepping aside in chat: a cadre's own word, and the head's on a resident's wish (article 28)."""

from collections.abc import Mapping
from typing import Final

from casework.actions import recusing
from handlers.notices import Renderer
from handlers.router import Tap, TapHandler
from handlers.staff import notices
from handlers.staff.flows import CaseFlow, begins, done
from handlers.staff.working import Because, one_line
from handlers.talk import Talk

_LINE: Final = 200


async def _step_aside(talk: Talk, data: Because) -> None:
    case = await recusing.step_aside(talk.uow, data.case_id, talk.person.id, data.epoch, data.words)
    done(talk, "staff-stepped-aside", case)


async def _refuse(talk: Talk, data: Because) -> None:
    case = await recusing.refuse_another(talk.uow, data.case_id, talk.person.id, data.epoch, data.words)
    done(talk, "staff-another-refused", case)


async def _grant(talk: Talk, tap: Tap) -> None:
    case = await recusing.grant_another(talk.uow, tap.subject, talk.person.id, tap.epoch)
    done(talk, "staff-another-granted", case)


ASIDE: Final = CaseFlow(
    "staff-aside",
    Because,
    one_line("why", "staff-ask-aside", _LINE),
    _step_aside,
    "step_aside",
)
REFUSE: Final = CaseFlow(
    "staff-another-no",
    Because,
    one_line("why", "staff-ask-another-no", _LINE),
    _refuse,
    "refuse_another",
)


FLOWS: Final = (ASIDE, REFUSE)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "step_aside": begins(ASIDE),
    "grant_another": _grant,
    "refuse_another": begins(REFUSE),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "stepped_aside": notices.telling("hand_to", "take_over"),
    "another_asked": notices.telling("grant_another", "refuse_another"),
}
