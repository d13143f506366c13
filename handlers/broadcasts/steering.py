"""/broadcast: what is on its way and what was sent; looking at one, letting it out, stopping it, letting it go on."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import msgspec

from casework.actions import announcements, broadcasting
from casework.broadcasts import rights
from casework.broadcasts.broadcast import Broadcast, BroadcastState
from casework.errors import NotYours, Refused
from casework.reach import areas_below
from casework.unit_of_work import UnitOfWork
from handlers.broadcasts import cards, writing
from handlers.button_data import number_of
from handlers.router import Command
from handlers.steps import Flow, FreeText
from handlers.talk import Talk, rows

MOST: Final = 8
_BEFORE: Final = frozenset({BroadcastState.DRAFT, BroadcastState.WAITING})

Verb = Callable[[UnitOfWork, int, int], Awaitable[Broadcast]]


class Why(msgspec.Struct, frozen=True):
    """Which broadcast is not let out, and why."""

    id: int = 0
    why: str = ""


async def broadcast(talk: Talk, words: str) -> None:
    """List the broadcasts of one's areas and begin a new one, or do what a button's `words` say: "stop.ID" and so on.

    Raises Refused("broadcast-not-yours") for whoever speaks for no area.
    """
    name, _, rest = words.partition(".")
    id_ = number_of(rest) or 0
    if name == "new":
        await writing.begin(talk)
    elif id_ and name == "show":
        await _look(talk, id_, whole=True)
    elif id_ and name == "look":
        await _look(talk, id_, edit=True)
    elif id_ and name == "refuse":
        await _may_decide(talk, id_)
        await REFUSE.start(talk, Why(id_))
    elif id_ and name in _VERBS:
        await _do(talk, id_, name)
    else:
        await _list(talk)


async def _list(talk: Talk) -> None:
    uow = talk.uow
    mine = rights.writes_for(uow.org, talk.posts)
    if not mine:
        raise Refused("broadcast-not-yours")
    found = [
        each
        for each in await uow.broadcasts_for(areas_below(uow.org, mine), MOST)
        if rights.may_steer(uow.org, talk.posts, talk.person.id, each)
    ]
    if not found:
        await writing.begin(talk)
        return
    openers = [await cards.opener(talk, each) for each in found]
    new = talk.button("button-broadcast-new", "m.broadcast.new")
    talk.reply(talk.say("broadcast-list", count=len(found)), (*rows(openers), (new,)))


async def _look(talk: Talk, id_: int, *, whole: bool = False, edit: bool = False) -> None:
    """Show a broadcast: how far it is; `whole`, with the message itself."""
    seen = await broadcasting.seen(talk.uow, id_, talk.person.id)
    if seen.state is BroadcastState.DROPPED:
        raise Refused("broadcast-over")
    if seen.state in _BEFORE:
        await announcements.refuse_overtaken(talk.uow, seen)
    reach = seen.reach or await talk.uow.reach(seen.audience)
    tally = await talk.uow.tally(seen)
    if whole:
        await cards.preview(talk, seen)
    if seen.state in _BEFORE:
        cards.show(talk, seen, reach, edit=edit)
    else:
        cards.show_progress(talk, seen, tally, reach, edit=edit)


async def _do(talk: Talk, id_: int, name: str) -> None:
    await _VERBS[name](talk.uow, id_, talk.person.id)
    talk.reply(
        talk.say(f"broadcast-did-{name}"),
        rows([talk.button("button-broadcast-look", f"m.broadcast.show.{id_}")]) if name not in _LAST else (),
    )


async def _may_decide(talk: Talk, id_: int) -> None:
    seen = await broadcasting.seen(talk.uow, id_, talk.person.id)
    if not rights.may_approve(talk.uow.org, talk.posts, talk.person.id, seen):
        raise NotYours


async def _refused(talk: Talk, data: Why) -> None:
    await broadcasting.refuse(talk.uow, data.id, talk.person.id, data.why)
    talk.answer("broadcast-did-refuse")


REFUSE: Final = Flow(
    "broadcast-refuse", Why, [FreeText("why", "broadcast-ask-why", "why", limit=300, cancel=True)], _refused
)
_VERBS: Final[Mapping[str, Verb]] = {
    "ask": broadcasting.ask,
    "drop": broadcasting.drop,
    "approve": announcements.approve,
    "stop": broadcasting.stop,
    "on": broadcasting.go_on,
    "end": broadcasting.end,
}
_LAST: Final = frozenset({"drop", "end"})
COMMANDS: Final[Mapping[str, Command]] = {"broadcast": broadcast}
FLOWS: Final[tuple[Flow[Any], ...]] = (REFUSE,)
