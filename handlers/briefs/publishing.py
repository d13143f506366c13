"""Briefs as they come: to those above, and to the public channel once one of them has read and let it out."""

from collections.abc import Mapping
from typing import Final

from casework.actions import briefs
from casework.briefs.brief import Brief, BriefState
from casework.errors import NotYours
from casework.files import File
from handlers.briefs.words import title_of
from handlers.button_data import number_of
from handlers.media import enclosed
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.router import Command
from handlers.talk import Talk


async def _picture(scene: Scene) -> View:
    """One picture of a brief, with its title and its place among them under it."""
    args = scene.notice.args
    brief = await scene.uow.get(Brief, args["brief"])
    pages = brief.pictures.get(args["language"], ()) if brief is not None else ()
    file = await scene.uow.get(File, pages[args["page"]]) if pages else None
    if brief is None or file is None:
        return View("")
    title = title_of(scene.uow.org, scene.language, brief)
    return View(scene.say("brief-page", title=title, page=args["page"] + 1, pages=len(pages)), file=enclosed(file))


async def _brief(scene: Scene) -> View:
    """The text of a brief, with a line of what is kept from somebody, for whoever may see it."""
    args = scene.notice.args
    text = await _text(scene)
    if args["came"] or args["ended"] or args["open"]:
        text = "\n\n".join((text, scene.say("brief-kept", came=args["came"], ended=args["ended"], open=args["open"])))
    return View(text, card=_card(args["brief"]))


async def _public(scene: Scene) -> View:
    id_ = scene.notice.args["brief"]
    return View(scene.say("notice-brief-public", words=await _text(scene)), _decide(scene, id_), card=_card(id_))


async def _replaced(scene: Scene) -> View:
    """One line in the place of a brief after which another one has come: only the latest stands."""
    brief = await scene.uow.get(Brief, scene.notice.args["brief"])
    if brief is None:
        return View("")
    title = title_of(scene.uow.org, scene.language, brief)
    read = Button(scene.say("button-brief-read"), f"m.brief_read.{brief.id}")
    return View(scene.say("notice-brief-replaced", title=title), ((read,),), card=_card(brief.id), edit=True)


def _card(brief_id: int) -> str:
    """Return the card of a brief: what the next one is put in the place of."""
    return f"brief:{brief_id}"


async def _published(scene: Scene) -> View:
    return View(await _text(scene))


async def _waits(scene: Scene) -> View:
    brief = await scene.uow.get(Brief, scene.notice.args["brief"])
    title = title_of(scene.uow.org, scene.language, brief) if brief is not None else ""
    read = Button(scene.say("button-brief-read"), f"m.brief_read.{scene.notice.args['brief']}")
    text = scene.say("notice-brief-waits", title=title)
    return View(text, ((read,),), text)


async def _failed(scene: Scene) -> View:
    return View(scene.say("notice-brief-failed"))


async def _text(scene: Scene) -> str:
    """Return the words of a brief in the reader's language, or in the one that it was made in."""
    brief = await scene.uow.get(Brief, scene.notice.args["brief"])
    texts = brief.texts if brief is not None else {}
    return texts.get(scene.language) or next(iter(texts.values()), "")


def _decide(scene: Scene | Talk, brief_id: int) -> Rows:
    return (
        (
            Button(scene.say("button-brief-publish"), f"m.brief_publish.{brief_id}"),
            Button(scene.say("button-brief-decline"), f"m.brief_decline.{brief_id}"),
        ),
    )


async def read(talk: Talk, words: str) -> None:
    """Show a brief again to its readers, with what can be decided of one that waits."""
    brief = await talk.uow.get(Brief, _id(words))
    if brief is None or not brief.texts or not briefs.may_read(talk.uow, brief, talk.person.id):
        raise NotYours
    text = brief.texts.get(talk.language) or next(iter(brief.texts.values()), "")
    if brief.state is BriefState.WAITING:
        talk.reply(talk.say("notice-brief-public", words=text), _decide(talk, brief.id))
    else:
        talk.reply(text)


async def publish(talk: Talk, words: str) -> None:
    """Let a public brief out."""
    await briefs.publish(talk.uow, _id(words), talk.person.id)
    talk.answer("brief-published")


async def decline(talk: Talk, words: str) -> None:
    """Keep a public brief back."""
    await briefs.decline(talk.uow, _id(words), talk.person.id)
    talk.answer("brief-declined")


def _id(words: str) -> int:
    """Return the id that a button carries. Raises NotYours for what no row can have."""
    found = number_of(words)
    if found is None:
        raise NotYours
    return found


COMMANDS: Final[Mapping[str, Command]] = {
    "brief_read": read,
    "brief_publish": publish,
    "brief_decline": decline,
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "brief_picture": _picture,
    "brief": _brief,
    "brief_public": _public,
    "brief_published": _published,
    "brief_waits": _waits,
    "brief_failed": _failed,
    "brief_replaced": _replaced,
}
