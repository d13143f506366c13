"""A child has written: it is asked kindly about a grown-up of the family, after what it said is safely filed."""

from collections.abc import Mapping
from typing import Final

import msgspec

from casework import permissions
from casework.actions import children
from casework.children import Said
from casework.errors import Refused
from casework.petitions import Case
from handlers.resident import consents
from handlers.router import Tap, TapHandler
from handlers.steps import Flow, FreeText
from handlers.talk import Talk

_NAME: Final = 40


class Guardian(msgspec.Struct):
    """The name of the grown-up with whom a child files a case."""

    case: int = 0
    name: str = ""


def ask(talk: Talk, case: Case) -> None:
    """Ask whether a grown-up knows."""
    buttons = tuple((talk.button(f"button-child-{each}", f"c.child.{case.id}.{case.epoch}.{each}"),) for each in Said)
    talk.reply(talk.say("child-ask", under=talk.uow.rules.profile.care.guardian_under), buttons, case_id=case.id)


async def _said(talk: Talk, tap: Tap) -> None:
    """Take the answer; of a grown-up who knows the name is asked."""
    if tap.argument not in set(Said):
        raise Refused("stale")
    said = Said(tap.argument)
    if said is Said.GUARDIAN:
        case = await permissions.allowed(talk.uow, "answer_child", tap.subject, talk.person.id)
        await FLOW.start(talk, Guardian(case.id))
        return
    case = await children.answer_child(talk.uow, tap.subject, talk.person.id, said)
    talk.reply(talk.say(f"child-{said}", **_numbers(talk)), case_id=case.id)


async def _named(talk: Talk, data: Guardian) -> None:
    case = await children.answer_child(talk.uow, data.case, talk.person.id, Said.GUARDIAN, data.name)
    buttons = await consents.ways(talk.uow, talk.language, case, "button-guardian-link")
    talk.reply(talk.say("child-guardian"), buttons, case_id=case.id)


def _numbers(talk: Talk) -> dict[str, str]:
    return {"police": talk.uow.rules.profile.emergency.police}


FLOW: Final = Flow(
    "guardian", Guardian, (FreeText("name", "child-guardian-name", "name", _NAME, skip="button-skip"),), _named
)
TAPS: Final[Mapping[str, TapHandler]] = {"child": _said}
