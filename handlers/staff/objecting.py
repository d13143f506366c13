"""A unit says that a case is not its own, or that units can't agree; and whoever decides says whose it is."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import objecting
from casework.disputes import common_superior, in_dispute
from casework.organisation import Unit
from casework.petitions import Case
from casework.relations import relations
from casework.replacing import replace
from casework.shielding import units_above
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.case_facts import CaseFacts
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import cards, dispatcher
from handlers.staff.dispatcher import WHICH, Send, UnitNamed
from handlers.staff.flows import CaseFlow, OnCase, about, begins, check, done
from handlers.staff.notices import view, words_of
from handlers.staff.unit_lines import unit_name
from handlers.steps import FreeText
from handlers.talk import Talk, rows

_LINE: Final = 300


class Object(Send, frozen=True, kw_only=True):
    """Why a case is not the unit's; `unit_id` is whose it is as they think, 0 where they don't know."""

    why: str = ""


class Why(OnCase, frozen=True, kw_only=True):
    """A reason in a line."""

    why: str = ""


# ----- Saying so -----


async def object_to(talk: Talk, tap: Tap) -> None:
    """Ask why a case is not the unit's, and whose it is; where it is too late say so at once."""
    case = await check(talk, "object_to", tap.subject, tap.epoch)
    objecting.refuse_late(talk.uow, case)
    await OBJECT.start(talk, Object(case_id=case.id, epoch=case.epoch))


async def _object(talk: Talk, data: Object) -> None:
    uow, named = talk.uow, data.unit_id or None
    case = await objecting.object_to(uow, data.case_id, talk.person.id, data.epoch, data.why, named)
    final = case.objection is not None and case.objection.final
    by = _deciders(uow, case, talk.language)
    done(talk, "staff-objected-final" if final else "staff-objected", case, by=by)


async def _disagree(talk: Talk, data: Why) -> None:
    case = await check(talk, "disagree", data.case_id, data.epoch)
    own = {post.unit_id for post in talk.posts}
    units = [case.unit_id, *(each.unit_id for each in case.assisting)]
    speaks_for = next((unit_id for unit_id in units if unit_id in own), None) or 0
    case = await objecting.disagree(talk.uow, case.id, talk.person.id, data.epoch, speaks_for, data.why)
    done(talk, "staff-disagreed", case, by=_deciders(talk.uow, case, talk.language))


def _deciders(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return who decides, by name: the intake office, the common superior, or the leader where there is none."""
    if case.objection is None or not case.objection.final:
        return texts.plain(language, "intake-office")
    superior = common_superior(uow.org, in_dispute(case))
    return superior.label(language) if superior is not None else texts.plain(language, "staff-leader-over-area")


# ----- Deciding -----


async def decide(talk: Talk, tap: Tap) -> None:
    """Show what was said, and what can be decided."""
    case = await check(talk, "decide_objection", tap.subject, tap.epoch)
    text, buttons = _asked(talk.uow, talk.language, case)
    talk.reply(text, rows(buttons, 2), case_id=case.id)


async def goes(talk: Talk, tap: Tap) -> None:
    """Send the case to the unit on the button; without one, ask which."""
    if tap.argument.isdecimal():
        await check(talk, "decide_objection", tap.subject, tap.epoch)
        await _decided(talk, Send(case_id=tap.subject, epoch=tap.epoch or 0, unit_id=int(tap.argument)))
        return
    await GOES.start(talk, Send(case_id=tap.subject, epoch=tap.epoch or 0))


async def _decided(talk: Talk, data: Send) -> None:
    case = await objecting.decide_objection(talk.uow, data.case_id, talk.person.id, data.epoch, data.unit_id)
    done(talk, "staff-sent", case)


async def _stays(talk: Talk, data: Why) -> None:
    case = await check(talk, "decide_objection", data.case_id, data.epoch)
    unit_id = case.unit_id or 0
    case = await objecting.decide_objection(talk.uow, case.id, talk.person.id, data.epoch, unit_id, data.why)
    done(talk, "staff-stays", case)


def _asked(uow: UnitOfWork, language: str, case: Case, key: str = "notice-objection") -> tuple[str, list[Button]]:
    """Return what a unit says, and the buttons to decide: those it may go to, another one, or that it stays."""
    objection = case.objection
    if objection is None:
        return texts.say(language, "staff-undisputed", cards.facts(uow, language, case)), []
    words = _words(uow, language, case)
    lines = [texts.say(language, f"{key}-joint" if objection.joint else key, words)]
    if objection.to_unit is not None:
        lines.append(texts.say(language, "staff-objection-names", words))
    if objection.final:
        lines.append(texts.plain(language, "staff-objection-final"))
    buttons = [
        Button(dispatcher.short(unit, language), f"c.objection_goes.{case.id}.{case.epoch}.{unit.id}")
        for unit in _others(uow, case)
    ]
    if not objection.joint:
        buttons.append(cards.button(language, "objection_goes", case))
    return "\n".join(lines), [*buttons, cards.button(language, "objection_stays", case)]


def _others(uow: UnitOfWork, case: Case) -> Sequence[Unit]:
    """Return the units to which the case may be sent at once: whom they name; of joint work those that assist."""
    objection = case.objection
    if objection is None:
        return ()
    ids = [each.unit_id for each in case.assisting] if objection.joint else [objection.to_unit]
    hidden = set(case.accused) if case.shielded else set()
    units = [uow.org.units[id_] for id_ in dict.fromkeys(ids) if id_ is not None and id_ in uow.org.units]
    return [unit for unit in units if unit.active and not units_above(uow.org, unit.id) & hidden]


def _words(uow: UnitOfWork, language: str, case: Case) -> CaseFacts:
    objection = case.objection
    facts = cards.facts(uow, language, case)
    if objection is None:
        return facts
    return facts | {
        "by": unit_name(uow, language, objection.unit_id),
        "why": objection.why,
        "named": unit_name(uow, language, objection.to_unit),
        "since": case_words.day(uow, language, objection.at),
    }


# ----- Being told -----


async def _to_decide(scene: Scene) -> View:
    case = scene.its_case
    text, buttons = _asked(scene.uow, scene.language, case, f"notice-{scene.notice.kind}")
    return view(scene, case, text, buttons)


async def _answered(scene: Scene) -> View:
    """What was decided, to whoever objected."""
    case, args = scene.its_case, scene.notice.args
    decided = unit_name(scene.uow, scene.language, args["unit_id"])
    lines = [scene.say(f"notice-{scene.notice.kind}", **words_of(scene, case) | {"decided": decided})]
    if args["why"]:
        lines.append(scene.say("notice-judged-words", words=args["why"]))
    if args["final"]:
        lines.append(scene.say("staff-objection-ended"))
    shown = view(scene, case, "\n".join(lines), ())
    reader = scene.reader.id if scene.reader is not None else 0
    # Where it goes to another unit, whoever objected can open it no longer.
    return shown if relations(scene.uow.staff, scene.uow.org, case, reader) else replace(shown, buttons=())


async def _climbed(scene: Scene) -> View:
    case = scene.its_case
    asked = {"person": scene.notice.args.get("person") or scene.say("staff-those-above")}
    return view(scene, case, scene.say("notice-objection_climbed", words_of(scene, case) | asked), ())


OBJECT: Final = CaseFlow(
    "staff-object",
    Object,
    [
        FreeText[Object]("why", "staff-ask-object", "why", _LINE, facts=about, cancel=True),
        UnitNamed[Object](question="staff-ask-whose", skip="staff-button-unknown"),
        UnitNamed[Object](WHICH),
    ],
    _object,
    "object_to",
)
DISAGREE: Final = CaseFlow(
    "staff-disagree",
    Why,
    [FreeText[Why]("why", "staff-ask-disagree", "why", _LINE, facts=about, cancel=True)],
    _disagree,
    "disagree",
)
GOES: Final = CaseFlow("staff-goes", Send, [UnitNamed(), UnitNamed(WHICH)], _decided, "decide_objection")
STAYS: Final = CaseFlow(
    "staff-stays",
    Why,
    [FreeText[Why]("why", "staff-ask-stays", "why", _LINE, facts=about, cancel=True)],
    _stays,
    "decide_objection",
)
FLOWS: Final = (OBJECT, DISAGREE, GOES, STAYS)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "object_to": object_to,
    "disagree": begins(DISAGREE),
    "decide_objection": decide,
    "objection_goes": goes,
    "objection_stays": begins(STAYS),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "objection": _to_decide,
    "objection_waits": _to_decide,
    "objection_refused": _answered,
    "objection_approved": _answered,
    "objection_climbed": _climbed,
}
