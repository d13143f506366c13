"""An on-site day in one's calendar: asked for by a tap, by staff who come and residents who are there; handed over."""

from collections.abc import Mapping
from typing import Final

from casework.actions import outings
from casework.actions.outing_entries import ENTRY, OFF
from casework.files import File
from casework.onsite.outings import Outing
from handlers import texts
from handlers.case_words import area_label, clock, day
from handlers.media import enclosed
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.talk import Talk


def calendar_button(language: str, outing_id: int) -> Button:
    """Return the button that asks for the entry."""
    return Button(texts.plain(language, "outing-button-calendar"), f"o.calendar.{outing_id}")


async def calendar(talk: Talk, tap: Tap) -> None:
    """Ask for the entry."""
    await outings.ask_entry(talk.uow, tap.subject, talk.person.id)
    talk.answer("outing-entry-coming")


async def _file(scene: Scene) -> View:
    outing = await scene.uow.get(Outing, scene.notice.args["outing_id"])
    file = await scene.uow.get(File, scene.notice.args["file"])
    if outing is None or file is None:
        return View("")
    text = scene.say(
        f"notice-{scene.notice.kind}",
        place=area_label(scene.uow, outing.area_id, scene.language),
        date=day(scene.uow, scene.language, outing.at),
        time=clock(scene.uow, outing.at),
    )
    return View(text, file=enclosed(file))


OUTING_TAPS: Final[Mapping[str, TapHandler]] = {"calendar": calendar}
RENDERERS: Final[Mapping[str, Renderer]] = {ENTRY: _file, OFF: _file}
