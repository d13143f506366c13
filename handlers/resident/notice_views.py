"""What the renderers of a resident's notices share: a case's facts, texts about it, a button."""

from casework.petitions import Case
from handlers import texts
from handlers.case_facts import CaseFacts
from handlers.case_words import own_facts
from handlers.messages import Button, Rows
from handlers.notices import Scene, View


def facts(scene: Scene, case: Case) -> CaseFacts:
    """Return what the texts may name of a case: who has it, where it stands, and the running limit."""
    return own_facts(scene.uow, scene.language, case)


def view_of(scene: Scene, key: str, buttons: Rows = (), **arguments: object) -> View:
    """Return the text `key` about the notice's case, and the same in one line, which begins with the number.

    Both are put as the case's kind has them.
    """
    case = scene.its_case
    known = facts(scene, case) | arguments
    text = scene.say(texts.of_kind(scene.language, key, case.kind), known)
    return View(text, buttons, _line(scene, known))


def _line(scene: Scene, known: CaseFacts) -> str:
    """Return a follow-up in one line, from what is `known` of its case: the kind's own words, else where the case
    stands. "" for any other notice, which is never one of several.
    """
    if not scene.notice.follow_up:
        return ""
    short = texts.of_kind(scene.language, f"resident-short-{scene.notice.kind}", scene.its_case.kind)
    what = scene.say(short, known) if texts.has(scene.language, short) else known["state"]
    return scene.say("resident-line", known | {"what": what})


def button(scene: Scene, key: str, verb: str, argument: str = "") -> Button:
    """Return the button of a verb on the notice's case, with the text `key` for its label."""
    case = scene.its_case
    return Button(scene.say(key), f"c.{verb}.{case.id}.{case.epoch}{'.' + argument if argument else ''}")
