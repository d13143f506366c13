"""What the renderers of a resident's notices share: a case's facts, texts about it, a button."""

from collections.abc import Mapping
from typing import Any

from casework.petitions import Case
from handlers import texts
from handlers.case_words import cadre_label, category_label, day, days_left_words, place_label, state_label, unit_label
from handlers.messages import Button, Rows
from handlers.notices import Scene, View


def facts(scene: Scene, case: Case) -> dict[str, Any]:
    """Return what the texts may name of a case: who has it, where it stands, and the running limit."""
    uow, language = scene.uow, scene.language
    return {
        "number": case.label,
        "category": category_label(language, case.category),
        "place": place_label(uow, case, language),
        "unit": unit_label(uow, case, language),
        "person": cadre_label(uow, case, language),
        "state": state_label(language, case, resident=True),
        "date": day(uow, language, case.promise_at or case.limit_at),
        "left": days_left_words(uow, language, case.limit_at),
        "question": case.question,
        "now": day(uow, language, uow.now),
    }


def view_of(scene: Scene, key: str, buttons: Rows = (), **arguments: object) -> View:
    """Return the text `key` about the notice's case, and the same in one line, which begins with the number.

    Both are put as the case's kind has them.
    """
    case = scene.its_case
    known = facts(scene, case) | arguments
    text = scene.say(texts.of_kind(scene.language, key, case.kind), **known)
    return View(text, buttons, _line(scene, known))


def _line(scene: Scene, known: Mapping[str, Any]) -> str:
    """Return a follow-up in one line, from what is `known` of its case: the kind's own words, else where the case
    stands. "" for any other notice, which is never one of several.
    """
    if not scene.notice.follow_up:
        return ""
    short = texts.of_kind(scene.language, f"resident-short-{scene.notice.kind}", scene.its_case.kind)
    what = scene.say(short, **known) if texts.has(scene.language, short) else known["state"]
    return scene.say("resident-line", **{**known, "what": what})


def button(scene: Scene, key: str, verb: str, argument: str = "") -> Button:
    """Return the button of a verb on the notice's case, with the text `key` for its label."""
    case = scene.its_case
    return Button(scene.say(key), f"c.{verb}.{case.id}.{case.epoch}{'.' + argument if argument else ''}")
