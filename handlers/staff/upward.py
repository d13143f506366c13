"""Reporting upward in chat: somebody says what is known, a leader taps that they have seen it (article 26)."""

from collections.abc import Mapping
from typing import Final

from casework.actions import upward
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import notices
from handlers.staff.flows import begins, present
from handlers.staff.working import because
from handlers.talk import Talk

_LINE: Final = 500


async def _seen(talk: Talk, tap: Tap) -> None:
    case = await upward.see_upward(talk.uow, tap.subject, talk.person.id)
    talk.toast = talk.say("staff-upward-seen")
    await present(talk, case, edit=False)


REPORT: Final = because(
    "report_up", "staff-report-up", "staff-ask-report-up", upward.report_up, "staff-reported-up", _LINE
)


async def _proposed(scene: Scene) -> View:
    """That a case may have to be reported upward, and why."""
    case = scene.its_case
    words = notices.words_of(scene, case) | {"people": case.people}
    text = scene.say(f"notice-propose_upward-{scene.notice.args['why']}", **words)
    return notices.view(scene, case, text, notices.offered(scene, case, ("report_up",)))


FLOWS: Final = (REPORT,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"report_up": begins(REPORT), "see_upward": _seen}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "reported_up": notices.telling("see_upward"),
    "upward_seen": notices.telling(),
    "propose_upward": _proposed,
}
