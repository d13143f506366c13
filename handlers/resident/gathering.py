"""Together with neighbours: letting them sign one's case by a link, and signing somebody else's."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from casework.actions import gathering
from casework.errors import Refused
from casework.links import Purpose
from casework.marks import unmarked
from casework.masking import mask
from casework.numbers import invite_digest
from casework.permissions import allowed, possible
from casework.petitions import Case, Petition
from casework.words import summary
from handlers import texts
from handlers.case_words import day
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.resident import cases
from handlers.resident.joined_words import facts, opener
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Choice, Flow, FreeText, Option
from handlers.talk import Talk, rows

OWN: Final = "own"
"""The choice to show other words than those that were sent."""


class Gather(msgspec.Struct, frozen=True):
    """Which case neighbours may sign, and what they read: the `shown` words, or `other` ones."""

    case: int = 0
    epoch: int = 0
    shown: str = ""
    choice: str = ""
    other: str = ""


async def _shown(talk: Talk, data: Gather) -> Mapping[str, str]:
    return {"text": data.shown}


async def _choices(talk: Talk, data: Gather) -> Sequence[Option]:
    return [Option("these", talk.say("button-show-these")), Option(OWN, talk.say("button-show-others"))]


async def _gathered(talk: Talk, data: Gather) -> None:
    text = data.other if data.choice == OWN else data.shown
    case = await gathering.gather(talk.uow, data.case, talk.person.id, data.epoch, text)
    talk.answer("gather-coming", number=case.label)


FLOW: Final = Flow(
    "gather",
    Gather,
    [
        Choice("consent", "gather-consent", "choice", _choices, facts=_shown, cancel=True),
        FreeText(
            "other",
            "gather-other",
            "other",
            limit=gathering.LONGEST,
            when=lambda data: data.choice == OWN,
            cancel=True,
        ),
    ],
    _gathered,
)


async def together(talk: Talk, words: str) -> None:
    """Begin with one's only case that can be signed, or offer those that can."""
    running = [] if talk.new or talk.locked else await talk.uow.cases_of_resident(talk.person.id)
    fit = [case for case in running if possible(talk.uow.staff, talk.uow.org, case, talk.person.id, ["gather"])]
    if not fit:
        talk.answer("gather-none")
    elif len(fit) == 1:
        await _begin(talk, fit[0])
    else:
        offered = [Button(case.label, f"c.gather.{case.id}.{case.epoch}") for case in fit[: cases.MOST_BUTTONS]]
        talk.reply(talk.say("gather-which"), rows(offered))


async def start(talk: Talk, tap: Tap) -> None:
    """Ask what neighbours may read; where they sign already, show how many do, and offer more links."""
    case = await allowed(talk.uow, "gather", tap.subject, talk.person.id)
    if case.joint is None or tap.argument == "again":
        await _begin(talk, case)
        return
    again = talk.button("button-sign-link", f"c.gather.{case.id}.{case.epoch}.again")
    speaker = talk.button("button-speaker-link", f"c.speaker.{case.id}.{case.epoch}")
    known = {
        "number": case.label,
        "count": case.supporters,
        "speakers": len(case.joint.representatives) + 1,
        "date": day(talk.uow, talk.language, case.joint.until),
    }
    talk.reply(talk.say("gather-stands", **known), rows([again, speaker]), case_id=case.id)


async def _begin(talk: Talk, case: Case) -> None:
    """Ask for the consent to show words. Who sent them is taken out of the words that are proposed."""
    await allowed(talk.uow, "gather", case.id, talk.person.id)
    petition = await talk.uow.get(Petition, case.petition_id)
    words = case.text or (petition.text if petition is not None else "")
    shown = case.joint.text if case.joint is not None else summary(mask(unmarked(words)), gathering.LONGEST)
    await FLOW.start(talk, Gather(case.id, case.epoch, shown or cases.standing(talk.uow, case, talk.language)))


async def speaker(talk: Talk, tap: Tap) -> None:
    """Ask for a link for somebody who is to speak for the petition."""
    case = await gathering.ask_representative(talk.uow, tap.subject, talk.person.id)
    talk.answer("gather-coming", number=case.label)


# ----- Signing -----


class Sign(msgspec.Struct, frozen=True):
    """The link that was opened, by its digest, and whether its petition is signed."""

    digest: str = ""
    choice: str = ""


async def opens(talk: Talk, code: str) -> bool:
    """Show the petition of a link before it is signed; False where the code is no link's."""
    digest = invite_digest(code)
    try:
        await gathering.opened(talk.uow, talk.person.id, digest)
    except Refused as refused:
        if refused.code == "link-unknown":
            return False
        raise
    await SIGN.start(talk, Sign(digest))
    return True


async def _petition(talk: Talk, data: Sign) -> Mapping[str, object]:
    case, joint, _ = await gathering.opened(talk.uow, talk.person.id, data.digest)
    return {**facts(talk.uow, talk.language, case), "text": joint.text}


async def _may_sign(talk: Talk, data: Sign) -> Sequence[Option]:
    _, _, link = await gathering.opened(talk.uow, talk.person.id, data.digest)
    key = "button-speak-for-it" if link.purpose is Purpose.SPEAK else "button-sign"
    return [Option("yes", talk.say(key)), Option("no", talk.say("button-not-now"))]


async def _signed(talk: Talk, data: Sign) -> None:
    if data.choice != "yes":
        talk.answer("sign-not")
        return
    case = await gathering.sign(talk.uow, talk.person.id, data.digest)
    joint = case.joint
    key = "signed-speaks" if joint is not None and talk.person.id in joint.representatives else "signed"
    known = facts(talk.uow, talk.language, case) | {"most": talk.uow.rules.profile.together.representatives}
    shown = (opener(talk.language, case), talk.button("button-unsign", f"c.leave.{case.id}.{case.epoch}"))
    talk.reply(talk.say(key, **known), (shown,), case_id=case.id)


SIGN: Final = Flow(
    "sign", Sign, [Choice("sign", "sign-ask", "choice", _may_sign, facts=_petition, exactly=True)], _signed
)


# ----- What the initiator is told -----


async def _plain(scene: Scene) -> View:
    case = scene.its_case
    return View(scene.say(f"notice-{scene.notice.kind}", number=case.label, count=scene.notice.args.get("count", 0)))


async def _spoken_for(scene: Scene) -> View:
    case = scene.its_case
    verdict = texts.plain(scene.language, f"verdict-{scene.notice.args['verdict']}")
    shown = (opener(scene.language, case),)
    return View(scene.say("notice-spoken_for", number=case.label, verdict=verdict), (shown,))


COMMANDS: Final[Mapping[str, Command]] = {"together": together}
TAPS: Final[Mapping[str, TapHandler]] = {"gather": start, "speaker": speaker}
FLOWS: Final = (FLOW, SIGN)
RENDERERS: Final[Mapping[str, Renderer]] = {
    "no_link": _plain,
    "representative": _plain,
    "spoken_for": _spoken_for,
}
