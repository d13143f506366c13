"""Saying yes or no by a link: the other side of a settlement, and the grown-up whom a child has named.

Whoever opens it needs no case here, and learns of none: no number, no name, no words but those that were agreed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import msgspec

from casework.actions import consents
from casework.consents import ASKED
from casework.errors import Refused
from casework.links import Purpose
from casework.numbers import invite_digest
from casework.permissions import possible
from casework.petitions import Case, Petition
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import day, unit_label
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.resident.notice_views import view_of
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Flow, FreeText, Option
from handlers.talk import Talk, rows

_NAME: Final = 40


class Agree(msgspec.Struct, frozen=True):
    """The link that was opened, by its digest, what it asks, and what is said."""

    digest: str = ""
    consent: str = ""
    choice: str = ""


async def opens(talk: Talk, code: str) -> bool:
    """Show what a link asks; False where the code is no link's."""
    digest = invite_digest(code)
    try:
        _, link = await consents.opened(talk.uow, talk.person.id, digest)
    except Refused as refused:
        if refused.code == "link-unknown":
            return False
        raise
    await FLOW.start(talk, Agree(digest, link.purpose))
    return True


async def _asked(talk: Talk, data: Agree) -> Mapping[str, object]:
    case, _ = await consents.opened(talk.uow, talk.person.id, data.digest)
    agreed = case.outcome.found if case.outcome is not None else ""
    return {"unit": unit_label(talk.uow, case, talk.language), "text": agreed}


async def _choices(talk: Talk, data: Agree) -> Sequence[Option]:
    return [Option(each, talk.say(f"button-consent-{data.consent}-{each}")) for each in ("yes", "no")]


async def _said(talk: Talk, data: Agree) -> None:
    purpose = await consents.answer(talk.uow, talk.person.id, data.digest, agreed=data.choice == "yes")
    talk.answer(f"consent-{purpose}-{data.choice}")


def _step(purpose: Purpose) -> Choice[Agree]:
    asks = f"consent-ask-{purpose}"
    return Choice(
        purpose.value,
        asks,
        "choice",
        _choices,
        facts=_asked,
        when=lambda data: data.consent == purpose,
        cancel=True,
        exactly=True,
    )


FLOW: Final = Flow("consent", Agree, [_step(each) for each in ASKED], _said)


async def _ask_guardian(talk: Talk, tap: Tap) -> None:
    """Have a link made that a child gives to the grown-up who knows."""
    await consents.ask_guardian(talk.uow, tap.subject, talk.person.id)
    talk.answer("guardian-link-coming")


# ----- Both have one phone -----


class Beside(msgspec.Struct, frozen=True):
    """What a grown-up says in the child's own chat: their name, and "yes" or "no"."""

    case: int = 0
    name: str = ""
    choice: str = ""


async def ways(uow: UnitOfWork, language: str, case: Case, label: str) -> Rows:
    """Return the ways in which a child's grown-up can say so themselves: a link, with the text `label`; and in this
    chat, but not where the child's words speak of harm.
    """
    found = [Button(texts.plain(language, label), f"c.ask_guardian.{case.id}.{case.epoch}")]
    petition = await uow.get(Petition, case.petition_id)
    here = "guardian_beside" in possible(uow.staff, uow.org, case, case.resident_id)
    if here and petition is not None and not consents.speaks_of_harm(case, petition):
        found.append(Button(texts.plain(language, "button-guardian-beside"), f"c.beside.{case.id}.{case.epoch}"))
    return rows(found)


async def _beside(talk: Talk, tap: Tap) -> None:
    """Have the phone handed to the grown-up, and ask them for their name."""
    case, _ = await consents.beside(talk.uow, tap.subject, talk.person.id)
    await BESIDE.start(talk, Beside(case.id))


async def _their_name(talk: Talk, data: Beside) -> Mapping[str, object]:
    return {"name": data.name}


async def _agrees(talk: Talk, data: Beside) -> Sequence[Option]:
    return [Option(each, talk.say(f"button-beside-{each}")) for each in ("yes", "no")]


async def _said_beside(talk: Talk, data: Beside) -> None:
    agreed = data.choice == "yes"
    await consents.guardian_beside(talk.uow, data.case, talk.person.id, data.name, agreed=agreed)
    talk.answer("beside-yes" if agreed else "consent-guardian-no")


BESIDE: Final = Flow(
    "guardian-beside",
    Beside,
    [
        FreeText("name", "beside-name", "name", _NAME, cancel=True),
        Choice("agree", "beside-ask", "choice", _agrees, facts=_their_name, cancel=True, exactly=True),
    ],
    _said_beside,
)


# ----- What is told -----


async def link(scene: Scene) -> View:
    """The link itself, to be passed on; its picture follows."""
    args = scene.notice.args
    until: datetime = args["until"]
    facts = {"number": scene.its_case.label, "code": args["code"], "addresses": args["addresses"]}
    return View(scene.say(f"notice-{scene.notice.kind}", **facts, date=day(scene.uow, scene.language, until)))


async def _unanswered(scene: Scene) -> View:
    """That the grown-up has not answered yet, and how else they can say so."""
    until = day(scene.uow, scene.language, scene.notice.args["until"])
    buttons = await ways(scene.uow, scene.language, scene.its_case, "button-guardian-link-again")
    return view_of(scene, "notice-guardian_silent", buttons, date=until)


async def _agreed(scene: Scene) -> View:
    return view_of(scene, "notice-other_side_agreed")


async def _plain(scene: Scene) -> View:
    return View(scene.say(f"notice-{scene.notice.kind}", number=scene.its_case.label))


FLOWS: Final = (FLOW, BESIDE)
TAPS: Final[Mapping[str, TapHandler]] = {"ask_guardian": _ask_guardian, "beside": _beside}
RENDERERS: Final[Mapping[str, Renderer]] = {
    **{purpose.job: link for purpose in Purpose},
    "no_consent_link": _plain,
    "other_side_agreed": _agreed,
    "guardian_silent": _unanswered,
}
