"""One's own data: a copy of it, and erasing it, with what the law keeps said before."""

from collections.abc import Mapping
from typing import Final

from casework.actions import owndata
from casework.actions.naming import Looks, looks
from casework.errors import Refused
from casework.files import File
from handlers import case_words
from handlers.media import enclosed
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Command
from handlers.talk import Talk

_MOST_LOOKS: Final = 5


async def mydata(talk: Talk, words: str) -> None:
    """Say what is kept, and which offices have looked at the name; offer a copy or erasing."""
    buttons = (
        talk.button("button-mydata-copy", "m.mydata_copy"),
        talk.button("button-mydata-erase", "m.mydata_erase"),
    )
    lines = [talk.say("mydata")]
    if not talk.new:
        lines += [_look(talk, each) for each in (await looks(talk.uow, talk.person.id))[:_MOST_LOOKS]]
    talk.reply("\n".join(lines), (buttons,))


def _look(talk: Talk, each: Looks) -> str:
    """Return as a line how often an office has looked at the person's name."""
    date = case_words.day(talk.uow, talk.language, each.last_at)
    unit = talk.uow.org.units.get(each.unit_id) if each.unit_id is not None else None
    area = talk.uow.org.areas.get(each.area_id) if each.area_id is not None else None
    place = area.label(talk.language) if area is not None else ""
    if each.survey:
        office = unit.label(talk.language) if unit is not None else place
        return talk.say("mydata-name-survey", office=office, count=each.count, date=date)
    if unit is not None:
        return talk.say("mydata-name-unit", unit=unit.label(talk.language), count=each.count, date=date)
    return talk.say("mydata-name-intake", place=place, count=each.count, date=date)


async def copy(talk: Talk, words: str) -> None:
    """Ask for a copy: it comes as a file."""
    if talk.new:
        raise Refused("not-found")
    await owndata.request_export(talk.uow, talk.person.id)
    talk.answer("mydata-copy-coming")


async def erase(talk: Talk, words: str) -> None:
    """Say what goes and what the law keeps, and ask once more."""
    buttons = (
        talk.button("button-mydata-erase-yes", "m.mydata_erase_yes"),
        Button(talk.say("button-mydata-erase-no"), "m.mydata"),
    )
    talk.reply(talk.say("mydata-erase-sure"), (buttons,))


async def erase_yes(talk: Talk, words: str) -> None:
    """Erase. Posts that somebody holds are the administrator's to end."""
    if talk.new:
        raise Refused("not-found")
    if talk.posts:
        raise Refused("erase-staff")
    erased = await owndata.erase(talk.uow, talk.person.id)
    # A question that is open holds words, too; answered without them it would fail.
    talk.end()
    talk.move(data="", draft_id=None)
    key = "mydata-erased-running" if erased.running else "mydata-erased"
    talk.answer(key, count=erased.running)


async def _copy_came(scene: Scene) -> View:
    file = await scene.uow.get(File, scene.notice.args["file"])
    return View(scene.say("notice-own_data"), file=enclosed(file) if file is not None else None)


COMMANDS: Final[Mapping[str, Command]] = {
    "mydata": mydata,
    "mydata_copy": copy,
    "mydata_erase": erase,
    "mydata_erase_yes": erase_yes,
}
RENDERERS: Final[Mapping[str, Renderer]] = {"own_data": _copy_came}
