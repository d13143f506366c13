"""What a resident answers to a call-back, and that somebody asked them for stars."""

from collections.abc import Mapping
from typing import Final

from casework.actions import calling_back
from casework.callbacks import Answer
from casework.errors import Refused
from handlers.notices import Renderer, Scene, View
from handlers.resident import callback_form
from handlers.resident.cases import again
from handlers.router import Tap, TapHandler
from handlers.talk import Talk, rows


async def _called(talk: Talk, tap: Tap) -> None:
    """Take one of the three answers. Whose matter is not solved may take it up again by one tap more."""
    if tap.argument not in set(Answer) - {Answer.UNREACHED}:
        raise Refused("stale")
    answer = Answer(tap.argument)
    case = await calling_back.answer_call(talk.uow, tap.subject, talk.person.id, answer)
    offered = again(talk.uow, case, talk.language) if answer is not Answer.SOLVED else []
    key = f"callback-{answer}" if offered or answer is not Answer.NOT_SOLVED else "callback-not_solved-noted"
    talk.reply(talk.say(key, number=case.label), rows(offered, 2), case_id=case.id)


async def _stars_asked(talk: Talk, tap: Tap) -> None:
    await calling_back.stars_asked(talk.uow, tap.subject, talk.person.id)
    talk.answer("stars-asked")


async def _form(scene: Scene) -> View:
    case = scene.its_case
    return View(callback_form.text(scene.language, case), callback_form.buttons(scene.language, case))


async def _not_solved(scene: Scene) -> View:
    """What was said on the telephone, and the way to take the case up again."""
    case = scene.its_case
    offered = again(scene.uow, case, scene.language)
    key = "notice-callback_not_solved" if offered else "callback-not_solved-noted"
    return View(scene.say(key, number=case.label), rows(offered, 2))


TAPS: Final[Mapping[str, TapHandler]] = {"called": _called, "stars_asked": _stars_asked}
RENDERERS: Final[Mapping[str, Renderer]] = {"callback_form": _form, "callback_not_solved": _not_solved}
