"""What a resident is told at the beginning: accepted, on which path, until when, what else there is; or not accepted,
why, where it belongs, and what can be done about that.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from casework.actions import not_accepting
from casework.actions.advising import path_of_case, remedies_of
from casework.instances import reopen_until
from casework.remedies import Way
from casework.replacing import replace
from handlers.advice_words import path_line, remedy_lines
from handlers.case_words import day, unit_label
from handlers.not_accepted_words import not_accepted_words
from handlers.notices import Renderer, Scene, View
from handlers.resident.cases import can_ask_above
from handlers.resident.notice_views import button, view_of
from handlers.router import Tap
from handlers.talk import Talk


async def _accepted(scene: Scene) -> View:
    """Who has it and until when, the path, and arbitration with its day. What else there is was told on the first day,
    and stands on the paper.
    """
    case, today = scene.its_case, scene.uow.rules.calendar.day(scene.uow.now)
    opens = button(scene, "button-open", "show")
    if case.raised is not None:
        return view_of(scene, "notice-accepted", ((opens,),))
    papers, other = button(scene, "button-papers", "papers"), button(scene, "button-other-cadre", "another")
    head = view_of(scene, "notice-accepted", ((opens, papers), (other,)))
    found = [each for each in await remedies_of(scene.uow, case) if each.way is Way.ARBITRATION]
    lines = [head.text, path_line(scene.language, await path_of_case(scene.uow, case))]
    return replace(head, text="\n".join([*lines, *remedy_lines(scene.language, found, today)]))


async def _not_accepted(scene: Scene) -> View:
    """Why not, by which article, where it belongs; and the unit above, which may be asked."""
    case = scene.its_case
    lines = [not_accepted_words(scene.language, case)]
    buttons = [button(scene, "button-papers", "papers")]
    if can_ask_above(scene.uow, case):
        until = day(scene.uow, scene.language, reopen_until(case, scene.uow.rules))
        lines.append(scene.say("no-ask-above", date=until))
        buttons.insert(0, button(scene, "button-ask-above", "ask_above"))
    return View("\n".join(lines), (tuple(buttons),))


async def ask_above(talk: Talk, tap: Tap) -> None:
    """Take what was not accepted to the unit above."""
    case = await not_accepting.ask_above(talk.uow, tap.subject, talk.person.id)
    talk.toast = talk.say("asked-above", unit=unit_label(talk.uow, case, talk.language))


TAPS: Final[dict[str, Callable[[Talk, Tap], Awaitable[None]]]] = {"ask_above": ask_above}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "accepted": _accepted,
    "not_accepted": _not_accepted,
}
