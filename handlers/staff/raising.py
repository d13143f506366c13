"""A cadre whistles: what can't be solved on one's own authority is raised with the unit that can."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import raising
from casework.disputes import reaches_up
from casework.errors import Refused
from casework.organisation import Unit
from casework.petitions import Case
from casework.replacing import replace
from handlers import case_words
from handlers.case_facts import CaseFacts
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.notices import Renderer, Scene, View
from handlers.router import Command, Tap, TapHandler
from handlers.staff.dispatcher import WHICH, Send, UnitNamed
from handlers.staff.flows import check
from handlers.staff.notices import offered, view, words_of
from handlers.staff.unit_lines import unit_name
from handlers.steps import Confirm, Flow
from handlers.talk import Talk

_WORDS: Final = 1000
_MOST_OFFERED: Final = 6


class Whistle(Send, frozen=True, kw_only=True):
    """With which unit, in what words; `case_id` is what it is about, 0 for no case."""

    words: str = ""
    sent: Sent = NOTHING


async def whistle(talk: Talk, words: str) -> None:
    """Begin with a difficulty that is about no case. Raises Refused("staff-only") for whoever serves in no unit."""
    if raising.raising_unit(talk.uow, talk.person.id, None) is None:
        raise Refused("staff-only" if not talk.posts else "unit-staff-only")
    await WHISTLE.start(talk, Whistle())


async def about_case(talk: Talk, tap: Tap) -> None:
    """Begin with a difficulty about a case."""
    case = await check(talk, "raise_difficulty", tap.subject, tap.epoch)
    if raising.raising_unit(talk.uow, talk.person.id, case) is None:
        raise Refused("unit-staff-only")
    await WHISTLE.start(talk, Whistle(case_id=case.id, epoch=case.epoch))


async def _above(talk: Talk, data: Whistle) -> Sequence[Unit]:
    """Return units with which one may raise something: where there is a case, those with a route for it first."""
    uow = talk.uow
    case = await uow.get(Case, data.case_id) if data.case_id else None
    own = raising.raising_unit(uow, talk.person.id, case) or 0
    routed = {unit_id for (category, _), unit_id in uow.org.routes.items() if case and category == case.category}
    fit = [unit for unit in uow.org.units.values() if unit.active and reaches_up(uow.org, own, unit.id)]
    return sorted(fit, key=lambda unit: (unit.id not in routed, unit.id))[:_MOST_OFFERED]


async def _shown(talk: Talk, data: Whistle) -> str:
    days = talk.uow.rules.profile.limits.difficulty_days
    unit = unit_name(talk.uow, talk.language, data.unit_id)
    return talk.say("staff-difficulty-shown", unit=unit, words=data.sent.with_words(data.words), days=days)


async def _raise(talk: Talk, data: Whistle) -> None:
    words, about = data.sent.with_words(data.words), data.case_id or None
    case = await raising.raise_difficulty(talk.uow, talk.person.id, data.unit_id, words, data.sent.files, about)
    unit = unit_name(talk.uow, talk.language, data.unit_id)
    date = case_words.day(talk.uow, talk.language, case.limit_at)
    talk.reply(talk.say("staff-difficulty-raised", number=case.label, unit=unit, date=date), case_id=case.id)


def _facts(scene: Scene, case: Case) -> CaseFacts:
    by = unit_name(scene.uow, scene.language, case.raised.unit_id) if case.raised is not None else ""
    return words_of(scene, case) | {"by": by}


async def _to_superior(scene: Scene) -> View:
    """A difficulty that is late, or not solved, to the common superior: who can put it into other hands."""
    case = scene.its_case
    text = scene.say(f"notice-{scene.notice.kind}", **_facts(scene, case))
    shown = view(scene, case, text, offered(scene, case, ("hand_to", "take_over")))
    return replace(shown, instead_of=frozenset({"late_supervisor", "late_leader"}))


WHISTLE: Final = Flow(
    "staff-whistle",
    Whistle,
    [
        UnitNamed[Whistle](question="staff-ask-whistle-unit", among=_above),
        UnitNamed[Whistle](WHICH),
        WithFiles[Whistle]("words", "staff-ask-whistle", "words", _WORDS, cancel=True, alone=False),
        Confirm[Whistle]("send", _shown, "staff-button-whistle"),
    ],
    _raise,
)
FLOWS: Final = (WHISTLE,)
COMMANDS: Final[Mapping[str, Command]] = {"whistle": whistle}
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"raise_difficulty": about_case}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "difficulty_unsolved": _to_superior,
    "difficulty_late": _to_superior,
}
