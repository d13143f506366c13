"""What residents hear of an on-site day on whose agenda their case stands, and what they say to it."""

from collections.abc import Mapping
from typing import Final

from casework.actions import outings
from casework.onsite.outings import Outing, OutingItem
from casework.tasks import Task
from handlers import texts
from handlers.case_words import clock, day
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.outing_calendar import calendar_button
from handlers.resident.notice_views import button, view_of
from handlers.router import Tap, TapHandler
from handlers.talk import Talk

_ASKED: Final = frozenset({"outing_invited", "outing_moved_resident"})
"""What asks whether its reader will be there."""


async def _told(scene: Scene) -> View:
    """One text about the case and the day; an invitation with the two answers to it."""
    outing = await scene.uow.get(Outing, scene.notice.args["outing_id"])
    if outing is None:
        raise LookupError(f"a notice {scene.notice.kind} without an on-site day")
    known = {
        "day": day(scene.uow, scene.language, outing.at),
        "time": clock(scene.uow, outing.at),
        "why": scene.notice.args.get("why", ""),
    }
    if (was := scene.notice.args.get("was_at")) is not None:
        known["was"] = day(scene.uow, scene.language, was)
        known["before"] = clock(scene.uow, was)
    buttons = [button(scene, "button-open", "show")]
    if scene.notice.kind in _ASKED:
        item = scene.notice.args["item_id"]
        buttons = [
            Button(scene.say("outing-button-coming"), f"o.coming.{item}.yes"),
            Button(scene.say("outing-button-not-coming"), f"o.coming.{item}.no"),
        ]
    return view_of(scene, f"notice-{scene.notice.kind}", (tuple(buttons),), **known)


async def _result(scene: Scene) -> View:
    """What was found and decided, and who does what by when."""
    item = await scene.uow.get(OutingItem, scene.notice.args["item_id"])
    if item is None:
        raise LookupError(f"a notice {scene.notice.kind} without an item")
    head = view_of(
        scene,
        "notice-outing_result",
        ((button(scene, "button-open", "show"),),),
        found=item.found or scene.say("outing-found-nothing"),
        decided=item.decided,
    )
    lines = [head.text]
    for task in await scene.uow.get_all(Task, list(item.tasks)) if item.tasks else []:
        unit = scene.uow.org.units[task.unit_id].label(scene.language)
        until = day(scene.uow, scene.language, task.due_at)
        lines.append(scene.say("outing-result-task", what=task.what, by=unit, until=until))
    return View("\n".join(lines), head.buttons, head.line)


async def coming(talk: Talk, tap: Tap) -> None:
    """Take whether the resident is coming; then ask whether the name may be known."""
    await outings.answer(talk.uow, tap.subject, talk.person.id, coming=tap.argument == "yes")
    buttons = (
        talk.button("outing-button-named", f"o.named.{tap.subject}.yes"),
        talk.button("outing-button-unnamed", f"o.named.{tap.subject}.no"),
    )
    key = "outing-coming" if tap.argument == "yes" else "outing-not-coming"
    talk.reply(texts.sentences(talk.language, talk.say(key), talk.say("outing-ask-name")), (buttons,))


async def named(talk: Talk, tap: Tap) -> None:
    """Take whether those who come may know the name; whoever will be there is offered the day for their calendar."""
    item = await outings.answer(talk.uow, tap.subject, talk.person.id, named=tap.argument == "yes")
    said = talk.say("outing-named" if tap.argument == "yes" else "outing-unnamed")
    talk.reply(said, ((calendar_button(talk.language, item.outing_id),),) if item.coming else ())


RENDERERS: Final[Mapping[str, Renderer]] = {
    **dict.fromkeys((*_ASKED, "outing_off_resident", "outing_tomorrow_resident", "outing_not_reached"), _told),
    "outing_result": _result,
}
OUTING_TAPS: Final[Mapping[str, TapHandler]] = {"coming": coming, "named": named}
