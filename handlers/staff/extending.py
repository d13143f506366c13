"""An extension in chat: the cadre asks for it, and the head says yes by one tap, or no and why (article 34)."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import extending
from handlers import case_words
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import notices
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done, present
from handlers.staff.working import because
from handlers.steps import Choice, FreeText, Option
from handlers.talk import Talk

_LINE: Final = 200
_OFFERED: Final = (7, 15, 30)


class Longer(OnCase, frozen=True, kw_only=True):
    """How many days more, as text, and why."""

    days: str = ""
    why: str = ""


async def _days(talk: Talk, data: Longer) -> Sequence[Option]:
    """Return the lengths that are offered: none beyond what the law allows, and that one itself."""
    most = talk.uow.rules.profile.limits.extension_days
    lengths = sorted({min(days, most) for days in _OFFERED})
    return [Option(str(days), talk.say("days-more", days=days)) for days in lengths if days]


async def _ask(talk: Talk, data: Longer) -> None:
    case = await extending.ask_extension(talk.uow, data.case_id, talk.person.id, data.epoch, int(data.days), data.why)
    done(talk, "staff-extension-asked", case)


async def _grant(talk: Talk, tap: Tap) -> None:
    case = await extending.grant_extension(talk.uow, tap.subject, talk.person.id, tap.epoch)
    date = case_words.day(talk.uow, talk.language, case.limit_at)
    talk.toast = talk.say("staff-date-set", number=case.label, date=date)
    await present(talk, case, edit=True)


ASK: Final = CaseFlow(
    "staff-extension",
    Longer,
    [
        Choice("days", "staff-ask-extension", "days", _days, width=3, facts=about, cancel=True),
        FreeText("why", "staff-ask-extension-why", "why", _LINE, cancel=True),
    ],
    _ask,
    "ask_extension",
)
REFUSE: Final = because(
    "refuse_extension",
    "staff-extension-no",
    "staff-ask-extension-no",
    extending.refuse_extension,
    "staff-extension-refused",
)


async def _extended(scene: Scene) -> View:
    """The new last day."""
    case = scene.its_case
    date = case_words.day(scene.uow, scene.language, scene.notice.args["until"])
    text = scene.say("notice-extended_cadre", **notices.words_of(scene, case) | {"date": date})
    return notices.view(scene, case, text, notices.offered(scene, case, ("progress",)))


FLOWS: Final = (ASK, REFUSE)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "ask_extension": begins(ASK),
    "grant_extension": _grant,
    "refuse_extension": begins(REFUSE),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "extension_asked": notices.telling("grant_extension", "refuse_extension"),
    "extension_refused": notices.telling("progress", "need_help"),
    "extended_cadre": _extended,
}
