"""Hardship in chat: a cadre or the intake office flags it, and records the visit at home and the help given."""

from collections.abc import Mapping
from typing import Final

from casework.actions import hardship
from handlers import case_words
from handlers.notices import Renderer, Scene, View
from handlers.router import TapHandler
from handlers.staff import notices
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.staff.working import Because, one_line
from handlers.steps import FreeText
from handlers.talk import Talk

_LINE: Final = 200


class Helped(OnCase, frozen=True, kw_only=True):
    """What was given on a visit at home, how much, and by whom; all "" for nothing."""

    what: str = ""
    amount: str = ""
    giver: str = ""


def _was_given(data: Helped) -> bool:
    return bool(data.what)


async def _flag(talk: Talk, data: Because) -> None:
    case = await hardship.flag_hardship(talk.uow, data.case_id, talk.person.id, data.epoch, data.words)
    date = case_words.day(talk.uow, talk.language, case.hardship.visit_by) if case.hardship is not None else ""
    done(talk, "staff-hardship-flagged", case, date=date)


async def _help(talk: Talk, data: Helped) -> None:
    case = await hardship.record_help(
        talk.uow, data.case_id, talk.person.id, data.epoch, data.what, data.amount, data.giver
    )
    done(talk, "staff-help-recorded", case)


FLAG: Final = CaseFlow("staff-hardship", Because, one_line("staff-ask-hardship", _LINE), _flag, "flag_hardship")
HELP: Final = CaseFlow(
    "staff-helped",
    Helped,
    [
        FreeText("what", "staff-ask-helped", "what", _LINE, skip="button-nothing-given", facts=about, cancel=True),
        FreeText(
            "amount", "staff-ask-helped-amount", "amount", _LINE, skip="button-skip", when=_was_given, cancel=True
        ),
        FreeText("giver", "staff-ask-helped-giver", "giver", _LINE, when=_was_given, cancel=True),
    ],
    _help,
    "record_help",
)


async def _due(scene: Scene) -> View:
    """A visit that is not recorded yet: to the cadre, or past its day to those above."""
    case = scene.its_case
    date = case_words.day(scene.uow, scene.language, case.hardship.visit_by) if case.hardship is not None else ""
    words = notices.words_of(scene, case) | {"date": date}
    text = notices.with_holder(scene, case, scene.say(f"notice-{scene.notice.kind}", **words))
    verbs = ("record_help", "visit") if scene.notice.kind == "hardship_due" else ("hand_to", "take_over")
    return notices.view(scene, case, text, notices.offered(scene, case, verbs))


FLOWS: Final = (FLAG, HELP)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"flag_hardship": begins(FLAG), "record_help": begins(HELP)}
RENDERERS: Final[Mapping[str, Renderer]] = {"hardship_due": _due, "hardship_late": _due}
