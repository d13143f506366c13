"""Supervision in chat: pressing a case, answering whoever has pressed, and judging the answer."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actions import pressing
from casework.petitions import Case
from handlers import case_words
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import notices
from handlers.staff.above_words import press_facts
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done, present
from handlers.steps import Day, FreeText, end_of
from handlers.talk import Talk

_SHORT: Final = 300
_BUTTONS: Final[Mapping[str, tuple[str, ...]]] = {
    "press": ("answer_press", "progress"),
    "press_due": ("answer_press", "progress"),
    "press_late": ("answer_press", "hand_to", "take_over"),
    "press_returned": ("answer_press",),
    "press_answered": ("accept_press", "return_press"),
    "press_accepted": (),
    "press_closed": (),
    "press_merged": ("press",),
}
"""The notices of supervision, and the buttons for what their reader may do."""


class Pressing(OnCase, frozen=True, kw_only=True):
    """What is wanted, and by which ISO day; for an answer that is sent back, why and until when."""

    words: str = ""
    day: str = ""


class Answer(OnCase, frozen=True, kw_only=True):
    """What the unit has found, what is done, and by which ISO day the rest is ("" for nothing left)."""

    found: str = ""
    done: str = ""
    day: str = ""


async def _about(talk: Talk, data: OnCase) -> Mapping[str, Any]:
    case = await talk.uow.get(Case, data.case_id)
    return await about(talk, data) | (press_facts(talk.uow, talk.language, case) if case is not None else {})


async def _press(talk: Talk, data: Pressing) -> None:
    until = end_of(talk, data.day)
    case = await pressing.press(talk.uow, data.case_id, talk.person.id, data.epoch, data.words, until)
    done(talk, "staff-pressed", case, date=case_words.day(talk.uow, talk.language, until))


async def _answer(talk: Talk, data: Answer) -> None:
    ready = end_of(talk, data.day) if data.day else None
    by, epoch = talk.person.id, data.epoch
    case = await pressing.answer_press(talk.uow, data.case_id, by, epoch, data.found, data.done, ready)
    done(talk, "staff-press-answered", case)


async def _return(talk: Talk, data: Pressing) -> None:
    until = end_of(talk, data.day)
    case = await pressing.return_press(talk.uow, data.case_id, talk.person.id, data.epoch, data.words, until)
    done(talk, "staff-press-returned", case, date=case_words.day(talk.uow, talk.language, until))


PRESS: Final = CaseFlow(
    "staff-press",
    Pressing,
    [
        FreeText("words", "staff-ask-press", "words", _SHORT, facts=about, cancel=True),
        Day("day", "staff-ask-press-day", "day", (3, 5, 7, 14), facts=about, cancel=True),
    ],
    _press,
    "press",
)
ANSWER: Final = CaseFlow(
    "staff-answer-press",
    Answer,
    [
        FreeText("found", "staff-ask-press-found", "found", _SHORT, facts=_about, cancel=True),
        FreeText("done", "staff-ask-press-done", "done", _SHORT, cancel=True),
        Day("day", "staff-ask-press-ready", "day", (3, 7, 14), skip="staff-button-ready", cancel=True),
    ],
    _answer,
    "answer_press",
)
RETURN: Final = CaseFlow(
    "staff-return-press",
    Pressing,
    [
        FreeText("words", "staff-ask-press-back", "words", _SHORT, facts=about, cancel=True),
        Day("day", "staff-ask-press-day", "day", (1, 3, 5, 7), facts=about, cancel=True),
    ],
    _return,
    "return_press",
)


async def accept_press(talk: Talk, tap: Tap) -> None:
    """Be content with the unit's answer."""
    case = await pressing.accept_press(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.toast = talk.say("staff-press-accepted")
    await present(talk, case, edit=True)


async def _notice(scene: Scene) -> View:
    """One text about the press, and the buttons for what the reader may do."""
    case, kind = scene.its_case, scene.notice.kind
    key = f"notice-{kind}"
    if kind == "press_answered" and case.press is not None and case.press.ready is not None:
        key = "notice-press_answered-ready"
    words = notices.words_of(scene, case) | press_facts(scene.uow, scene.language, case)
    if "days" in words:
        words |= {"late": scene.say("days-late", days=words["days"])}
    text = notices.with_holder(scene, case, scene.say(key, **words))
    return notices.view(scene, case, text, notices.offered(scene, case, _BUTTONS[kind]))


FLOWS: Final = (PRESS, ANSWER, RETURN)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "press": begins(PRESS),
    "answer_press": begins(ANSWER),
    "return_press": begins(RETURN),
    "accept_press": accept_press,
}
RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(_BUTTONS, _notice)
