"""Joining by an invite, and binding a group."""

from collections.abc import Mapping
from typing import Final

from casework.actions import membership
from casework.people import Role
from handlers.router import Command
from handlers.talk import Talk


async def join(talk: Talk, code: str) -> None:
    """Take up the post of an invite, and say what comes now. A code typed by hand is read generously."""
    if not code:
        talk.answer("staff-join-how")
        return
    post = await membership.join(talk.uow, talk.person.id, code)
    talk.offer_menu(post.role)
    unit = talk.uow.org.units.get(post.unit_id) if post.unit_id is not None else None
    area = talk.uow.org.areas.get(post.area_id) if post.area_id is not None else None
    place = unit or area
    words = {"title": post.label(talk.language), "place": place.label(talk.language) if place else ""}
    talk.answer("staff-joined-work" if post.role in {Role.CADRE, Role.HEAD} else "staff-joined", **words)


async def bind_where(talk: Talk, words: str) -> None:
    """Say where /bind belongs: into the unit's group chat."""
    talk.answer("staff-bind-where")


COMMANDS: Final[Mapping[str, Command]] = {"bind": bind_where}
