"""What a resident is told of a review: that it goes on, what came of it, and that the right to it ends."""

from collections.abc import Mapping
from typing import Final

from casework.instances import review_until
from casework.petitions import Instance
from casework.replacing import replace
from handlers import texts
from handlers.case_words import body_above_label, day, instance_label, outcome_text, unit_label
from handlers.notices import Renderer, Scene, View
from handlers.resident import review_words
from handlers.resident.notice_views import button, view_of


async def _begun(scene: Scene) -> View:
    case = scene.its_case
    instance, unit = instance_label(scene.language, case), unit_label(scene.uow, case, scene.language)
    shown = (button(scene, "button-open", "show"),)
    told = view_of(scene, "notice-review_begun", (shown,), instance=instance, body=unit)
    goes_on = review_words.promise(scene.uow, case, scene.language)
    return replace(told, text=texts.sentences(scene.language, told.text, goes_on))


async def contested(scene: Scene) -> View:
    """The right to a review or a re-examination (articles 35 and 36): who is asked, until when, and the tap for it.

    After a re-examination, what is left: new facts, and other remedies.
    """
    case, uow, language = scene.its_case, scene.uow, scene.language
    until = review_until(case, uow.rules)
    ask = review_words.button(uow, case, language)
    if until is None or ask is None:
        return view_of(scene, "notice-contested-final")
    body = body_above_label(uow, case, language)
    key = "notice-contested" if case.instance is Instance.FIRST else "notice-contested-again"
    return view_of(scene, key, ((ask,),), body=body, date=day(uow, language, until))


async def _ends(scene: Scene) -> View:
    case, uow, language = scene.its_case, scene.uow, scene.language
    until = review_until(case, uow.rules) or uow.now
    ask = review_words.button(uow, case, language)
    body = body_above_label(uow, case, language)
    buttons = ((ask,),) if ask is not None else ()
    key = "notice-review_ends-promise" if case.is_open else "notice-review_ends"
    return view_of(scene, key, buttons, body=body, date=day(uow, language, until))


async def _revoked(scene: Scene) -> View:
    """What was decided does not stand: why, and that it is done again, by when."""
    case, uow, language = scene.its_case, scene.uow, scene.language
    decided = replace(case, outcome=case.decisions[-1].outcome)
    head = view_of(
        scene, "notice-revoked", ((button(scene, "button-open", "show"),),), date=day(uow, language, case.limit_at)
    )
    return replace(head, text=f"{head.text}\n{await outcome_text(uow, decided, language)}")


async def _hearing(scene: Scene) -> View:
    case = scene.its_case
    until = day(scene.uow, scene.language, scene.notice.args.get("until") or case.limit_at)
    limit = day(scene.uow, scene.language, case.limit_at)
    return view_of(scene, f"notice-{scene.notice.kind}", until=until, date=limit)


async def _outside_asked(scene: Scene) -> View:
    date = day(scene.uow, scene.language, scene.its_case.limit_at)
    return view_of(scene, "notice-outside_asked", body=scene.notice.args["body"], date=date)


RENDERERS: Final[Mapping[str, Renderer]] = {
    "review_begun": _begun,
    "contested": contested,
    "review_ends": _ends,
    "revoked": _revoked,
    "hearing_begun": _hearing,
    "hearing_ended": _hearing,
    "outside_asked": _outside_asked,
}
