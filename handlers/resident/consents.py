"""Saying yes or no by a link: the other side of a settlement, and the grown-up whom a child has named.

Whoever opens it needs no case here, and learns of none: no number, no name, no words but those that were agreed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import msgspec

from casework.actions import consents
from casework.consents import Consent
from casework.errors import Refused
from casework.numbers import invite_digest
from handlers.case_words import day, unit_label
from handlers.notices import Renderer, Scene, View
from handlers.resident.notice_views import button, view_of
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Flow, Option
from handlers.talk import Talk


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
    await FLOW.start(talk, Agree(digest, link.consent))
    return True


async def _asked(talk: Talk, data: Agree) -> Mapping[str, object]:
    case, _ = await consents.opened(talk.uow, talk.person.id, data.digest)
    agreed = case.outcome.found if case.outcome is not None else ""
    return {"unit": unit_label(talk.uow, case, talk.language), "text": agreed}


async def _choices(talk: Talk, data: Agree) -> Sequence[Option]:
    return [Option(each, talk.say(f"button-consent-{data.consent}-{each}")) for each in ("yes", "no")]


async def _said(talk: Talk, data: Agree) -> None:
    consent = await consents.answer(talk.uow, talk.person.id, data.digest, agreed=data.choice == "yes")
    talk.answer(f"consent-{consent}-{data.choice}")


def _step(consent: Consent) -> Choice[Agree]:
    asks = f"consent-ask-{consent}"
    return Choice(
        consent.value,
        asks,
        "choice",
        _choices,
        facts=_asked,
        when=lambda data: data.consent == consent,
        cancel=True,
    )


FLOW: Final = Flow("consent", Agree, [_step(each) for each in Consent], _said)


async def _ask_guardian(talk: Talk, tap: Tap) -> None:
    """Have a link made that a child gives to the grown-up who knows."""
    await consents.ask_guardian(talk.uow, tap.subject, talk.person.id)
    talk.answer("guardian-link-coming")


async def link(scene: Scene) -> View:
    """The link itself, to be passed on; its picture follows."""
    args = scene.notice.args
    until: datetime = args["until"]
    facts = {"number": scene.its_case.label, "code": args["code"], "addresses": args["addresses"]}
    return View(scene.say(f"notice-{scene.notice.kind}", **facts, date=day(scene.uow, scene.language, until)))


async def _unanswered(scene: Scene) -> View:
    """That the grown-up has not answered yet, and how else they can say so."""
    until = day(scene.uow, scene.language, scene.notice.args["until"])
    again = ((button(scene, "button-guardian-link-again", "ask_guardian"),),)
    return view_of(scene, "notice-guardian_silent", again, date=until)


async def _agreed(scene: Scene) -> View:
    return view_of(scene, "notice-other_side_agreed")


async def _plain(scene: Scene) -> View:
    return View(scene.say(f"notice-{scene.notice.kind}", number=scene.its_case.label))


TAPS: Final[Mapping[str, TapHandler]] = {"ask_guardian": _ask_guardian}
RENDERERS: Final[Mapping[str, Renderer]] = {
    **dict.fromkeys(consents.LINKS.values(), link),
    "no_consent_link": _plain,
    "other_side_agreed": _agreed,
    "guardian_silent": _unanswered,
}
