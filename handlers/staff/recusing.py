"""Stepping aside in chat: a cadre's own word, and the head's on a resident's wish (article 28)."""

from collections.abc import Mapping
from typing import Final

from casework.actions import recusing
from handlers.notices import Renderer
from handlers.router import TapHandler
from handlers.staff import notices
from handlers.staff.flows import begins, does
from handlers.staff.working import because

ASIDE: Final = because("step_aside", "staff-aside", "staff-ask-aside", recusing.step_aside, "staff-stepped-aside")
REFUSE: Final = because(
    "refuse_another", "staff-another-no", "staff-ask-another-no", recusing.refuse_another, "staff-another-refused"
)

FLOWS: Final = (ASIDE, REFUSE)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "step_aside": begins(ASIDE),
    "grant_another": does(recusing.grant_another, "staff-another-granted"),
    "refuse_another": begins(REFUSE),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "stepped_aside": notices.telling("hand_to", "take_over"),
    "another_asked": notices.telling("grant_another", "refuse_another"),
}
