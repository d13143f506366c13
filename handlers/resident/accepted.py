"""What a resident is told at the beginning: accepted, on which path, until when, what else there is; or not accepted,
why, where it belongs, and what can be done about that.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from casework.actions import not_accepting
from casework.actions.advising import path_of_case, remedies_of
from casework.instances import reopen_until
from casework.paths import path_of
from casework.petitions import Case, Verdict
from casework.remedies import Way
from handlers.advice_words import path_line, remedy_lines
from handlers.case_words import day, unit_label
from handlers.messages import Button
from handlers.not_accepted_words import not_accepted_words
from handlers.notices import Renderer, Scene, View
from handlers.resident.cases import can_ask_above
from handlers.resident.notice_views import facts
from handlers.router import Tap
from handlers.talk import Talk


async def _accepted(scene: Scene) -> View:
    """Who has it and until when, the path, and arbitration with its day. What else there is was told on the first day,
    and stands on the paper.
    """
    case, today = scene.its_case, scene.uow.rules.calendar.day(scene.uow.now)
    known = facts(scene, case)
    if case.raised is not None:
        said = scene.say("notice-accepted-difficulty", **known)
        return View(said, ((_button(scene, case, "button-open", "show"),),), _line(scene, case))
    lines = [scene.say("notice-accepted", **known), path_line(scene.language, await path_of_case(scene.uow, case))]
    found = [each for each in await remedies_of(scene.uow, case) if each.way is Way.ARBITRATION]
    lines += remedy_lines(scene.language, found, today)
    buttons = (_button(scene, case, "button-open", "show"), _button(scene, case, "button-papers", "papers"))
    other = _button(scene, case, "button-other-cadre", "another")
    return View("\n".join(lines), (buttons, (other,)), _line(scene, case))


async def _not_accepted(scene: Scene) -> View:
    """Why not, by which article, where it belongs; and the unit above, which may be asked."""
    case = scene.its_case
    lines = [not_accepted_words(scene.language, case)]
    buttons = [_button(scene, case, "button-papers", "papers")]
    if can_ask_above(scene.uow, case):
        lines.append(
            scene.say("no-ask-above", date=day(scene.uow, scene.language, reopen_until(case, scene.uow.rules)))
        )
        buttons.insert(0, _button(scene, case, "button-ask-above", "ask_above"))
    return View("\n".join(lines), (tuple(buttons),), _line(scene, case))


async def _asked_above(scene: Scene) -> View:
    case = scene.its_case
    text = scene.say("notice-asked_above_ok", **facts(scene, case))
    return View(text, ((_button(scene, case, "button-open", "show"),),), _line(scene, case))


async def _to_discipline(scene: Scene) -> View:
    """To which inspection it went; whether rightly is the resident's word, as of any outcome."""
    case = scene.its_case
    settled, *others = path_of(case.kind).verdicts
    wrong = [verdict for verdict in others if verdict is not Verdict.DISAGREE][-1]
    when = day(scene.uow, scene.language, scene.notice.args["at"])
    body = case.outcome.body if case.outcome is not None else ""
    buttons = (
        _button(scene, case, "button-court-yes", "judge", f".{settled.value}"),
        _button(scene, case, "button-court-no", "judge", f".{wrong.value}"),
    )
    text = scene.say("notice-to_discipline", number=case.label, body=body, when=when)
    return View(text, (buttons,), _line(scene, case))


async def ask_above(talk: Talk, tap: Tap) -> None:
    """Take what was not accepted to the unit above."""
    case = await not_accepting.ask_above(talk.uow, tap.subject, talk.person.id)
    talk.toast = talk.say("asked-above", unit=unit_label(talk.uow, case, talk.language))


def _button(scene: Scene, case: Case, key: str, verb: str, argument: str = "") -> Button:
    return Button(scene.say(key), f"c.{verb}.{case.id}.{case.epoch}{argument}")


def _line(scene: Scene, case: Case) -> str:
    known = facts(scene, case)
    return scene.say("resident-line", **known | {"what": known["state"]})


TAPS: Final[dict[str, Callable[[Talk, Tap], Awaitable[None]]]] = {"ask_above": ask_above}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "accepted": _accepted,
    "not_accepted": _not_accepted,
    "asked_above_ok": _asked_above,
    "to_discipline": _to_discipline,
}
