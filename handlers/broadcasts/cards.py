"""A broadcast as those see it who write it, let it out and follow it: a preview, how far it is, what may be done."""

from typing import Any, Final

from casework.broadcasts import pace, rights
from casework.broadcasts.broadcast import WORDS, Broadcast, BroadcastState, Reach, Tally
from handlers import texts
from handlers.broadcasts.words import audience_facts, label, reach_facts, told_as
from handlers.messages import Button, Outgoing
from handlers.talk import Talk, rows

_FIRST: Final = 40
"""Characters of a broadcast that a list shows of it."""


async def preview(talk: Talk, broadcast: Broadcast) -> None:
    """Show a broadcast exactly as its people get it, in each language that its people may have; one that waits for the
    public channel alone as it will stand there.
    """
    seen: list[str] = []
    languages = talk.uow.rules.languages
    public = _for_channel(broadcast)
    for language in languages[:1] if public else languages:
        view = await told_as(talk.uow, broadcast, language, public=public)
        if view.text not in seen:
            seen.append(view.text)
            talk.outgoing.append(Outgoing(talk.incoming.chat, view.text, view.buttons))


def show(talk: Talk, broadcast: Broadcast, reach: Reach, *, edit: bool = False) -> None:
    """Show whom a broadcast reaches and how long it takes, with what its reader may do: before it is let out."""
    facts = audience_facts(talk.uow, talk.language, broadcast.audience) | reach_facts(talk.uow, talk.language, reach)
    key = "broadcast-waiting-public" if _for_channel(broadcast) else f"broadcast-{broadcast.state.value}"
    _reply(talk, broadcast, talk.say(key, **facts), edit=edit)


def _for_channel(broadcast: Broadcast) -> bool:
    """Tell whether a broadcast waits to be let out into the public channel: whoever asked for such news has it."""
    return broadcast.kind != WORDS and broadcast.state is BroadcastState.WAITING


def show_progress(talk: Talk, broadcast: Broadcast, tally: Tally, reach: Reach, *, edit: bool = False) -> None:
    """Show how far a broadcast is, of how many people; or what has become of it."""
    uow, language = talk.uow, talk.language
    people = max(reach.reached, tally.handed)
    left = reach_facts(uow, language, Reach(people - tally.sent, 0))
    state = broadcast.state.value
    if broadcast.state is BroadcastState.RUNNING and not pace.may_run(uow.rules.calendar, uow.now):
        state = "resting"
    facts = (
        audience_facts(uow, language, broadcast.audience)
        | tally_facts(language, tally)
        | {
            "all": people,
            "minutes": left["minutes"],
            "over": left["over"],
        }
    )
    _reply(talk, broadcast, talk.say(f"broadcast-{state}", **facts), edit=edit)


def tally_facts(language: str, tally: Tally) -> dict[str, Any]:
    """Return what has become of a broadcast, as texts need it."""
    others = {name: getattr(tally, name) for name in ("failed", "blocked", "left")}
    return {"sent": tally.sent, "became": texts.say(language, "broadcast-became", others)}


async def opener(talk: Talk, broadcast: Broadcast) -> Button:
    """Return the button that opens a broadcast of a list: how it stands, and how it begins."""
    state = talk.say(f"broadcast-state-{broadcast.state.value}")
    name = await label(talk.uow, talk.language, broadcast, _FIRST)
    return Button(f"{state} · {name}", f"m.broadcast.show.{broadcast.id}")


def _reply(talk: Talk, broadcast: Broadcast, text: str, *, edit: bool) -> None:
    offered = [
        talk.button(f"button-broadcast-{deed}", f"m.broadcast.{deed}.{broadcast.id}")
        for deed in _deeds(talk, broadcast)
    ]
    talk.reply(text, rows(offered, 2), card=f"broadcast:{broadcast.id}", edit=edit)


def _deeds(talk: Talk, broadcast: Broadcast) -> list[str]:
    """Return what the reader may do with a broadcast as it stands."""
    own = broadcast.by == talk.person.id
    match broadcast.state:
        case BroadcastState.DRAFT:
            return ["ask", "drop"] if own else []
        case BroadcastState.WAITING:
            if rights.may_approve(talk.uow.org, talk.posts, talk.person.id, broadcast):
                return ["approve", "refuse"]
            return ["drop"] if own else []
        case BroadcastState.RUNNING:
            return ["stop", "look"]
        case BroadcastState.STOPPED:
            return ["on", "end"]
    return []
