"""How an entry comes into the public ledger: the unit offers it, its resident says yes or no, the office reads it."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actions import ledger
from casework.ledger import LedgerEntry
from casework.petitions import Case
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import notices
from handlers.staff.flows import CaseFlow, OnCase, done
from handlers.steps import Confirm, FreeText
from handlers.talk import Talk

_REPORTED: Final = 200


class Checked(OnCase, frozen=True, kw_only=True):
    """The words as whoever reads an entry leaves them; "" for what stays as it is."""

    reported: str = ""
    done: str = ""


# ----- The unit, and the resident -----


async def offer(talk: Talk, tap: Tap) -> None:
    """Agree for the unit, and ask the resident."""
    await ledger.offer(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.answer("ledger-offered")


async def yes(talk: Talk, tap: Tap) -> None:
    """Take the resident's yes."""
    await ledger.agree(talk.uow, tap.subject, talk.person.id)
    talk.reply(talk.say("ledger-yes"), ((_no(talk, tap.subject, "ledger-button-back"),),))


async def no(talk: Talk, tap: Tap) -> None:
    """Take the resident's no, or their yes back."""
    await ledger.refuse(talk.uow, tap.subject, talk.person.id)
    talk.answer("ledger-no")


async def _asked(scene: Scene) -> View:
    """Ask the resident, with the very words that others would read."""
    case, args = scene.its_case, scene.notice.args
    text = scene.say("notice-ledger-asked", number=case.label, reported=args["reported"], done=args["done"])
    yes = Button(scene.say("ledger-button-yes"), f"c.ledger_yes.{case.id}.{case.epoch}")
    return View(text, ((yes, _no(scene, case.id, "ledger-button-no")),))


async def _published(scene: Scene) -> View:
    case, args = scene.its_case, scene.notice.args
    text = scene.say("notice-ledger-published", number=case.label, reported=args["reported"], done=args["done"])
    return View(text, ((_no(scene, case.id, "ledger-button-back"),),))


async def _kept_back(scene: Scene) -> View:
    case = scene.its_case
    key = scene.notice.kind.replace("_", "-")
    return View(scene.say(f"notice-{key}", number=case.label))


def _no(said: Scene | Talk, case_id: int, label: str) -> Button:
    return Button(said.say(label), f"c.ledger_no.{case_id}.0")


# ----- Whoever reads it first -----


async def _check(scene: Scene) -> View:
    case, args = scene.its_case, scene.notice.args
    text = scene.say("notice-ledger-check", number=case.label, reported=args["reported"], done=args["done"])
    if names := await ledger.blacked_out(scene.uow, case):
        text = f"{text}\n\n{scene.say('ledger-blacked-out', names=' · '.join(names))}"
    return notices.view(scene, case, text, _decisions(scene, case))


def _decisions(scene: Scene, case: Case) -> list[Button]:
    return [
        Button(scene.say(f"ledger-button-{each}"), f"c.ledger_{each}.{case.id}.{case.epoch}")
        for each in ("publish", "change", "keep")
    ]


async def publish(talk: Talk, tap: Tap) -> None:
    """Let an entry out as it was read."""
    entry = await talk.uow.get(LedgerEntry, tap.subject)
    words = (entry.reported, entry.done) if entry is not None else ("", "")
    await ledger.publish(talk.uow, tap.subject, talk.person.id, *words)
    talk.answer("ledger-published")


async def keep(talk: Talk, tap: Tap) -> None:
    """Keep an entry back."""
    await ledger.keep_back(talk.uow, tap.subject, talk.person.id)
    talk.answer("ledger-kept")


async def take_out(talk: Talk, tap: Tap) -> None:
    """Take an entry out again, months later as well."""
    await ledger.take_out(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.answer("ledger-taken-out")


async def change(talk: Talk, tap: Tap) -> None:
    """Begin to put an entry into words that betray nobody."""
    await CHANGE.start(talk, Checked(case_id=tap.subject, epoch=tap.epoch or 0))


async def _words(talk: Talk, data: Checked) -> Mapping[str, Any]:
    entry = await talk.uow.get(LedgerEntry, data.case_id)
    return {
        "reported": data.reported or (entry.reported if entry is not None else ""),
        "done": data.done or (entry.done if entry is not None else ""),
    }


async def _shown(talk: Talk, data: Checked) -> str:
    return talk.say("ledger-ask-send", **await _words(talk, data))


async def _publish(talk: Talk, data: Checked) -> None:
    words = await _words(talk, data)
    await ledger.publish(talk.uow, data.case_id, talk.person.id, words["reported"], words["done"])
    case = await talk.uow.get(Case, data.case_id)
    if case is not None:
        done(talk, "ledger-published", case)


CHANGE: Final = CaseFlow(
    "ledger-change",
    Checked,
    [
        FreeText[Checked](
            "reported", "ledger-ask-reported", "reported", _REPORTED, "button-skip", facts=_words, cancel=True
        ),
        FreeText[Checked]("done", "ledger-ask-done", "done", ledger.LONGEST, "button-skip", facts=_words, cancel=True),
        Confirm[Checked]("send", _shown, "ledger-button-publish"),
    ],
    _publish,
    verb="publish_ledger",
)

RESIDENT_TAPS: Final[Mapping[str, TapHandler]] = {"ledger_yes": yes, "ledger_no": no}
STAFF_TAPS: Final[Mapping[str, TapHandler]] = {
    "offer_ledger": offer,
    "ledger_publish": publish,
    "ledger_change": change,
    "ledger_keep": keep,
    "take_out_ledger": take_out,
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "ledger_asked": _asked,
    "ledger_published": _published,
    "ledger_kept_back": _kept_back,
    "ledger_taken_out": _kept_back,
    "ledger_check": _check,
}
