"""What residents write and tap: complaints, the card, running cases, outcomes; and what they are told.

`handlers.service` merges these tables with the staff's.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers import papers
from handlers.resident import (
    about,
    accepted,
    after,
    behalf,
    callbacks,
    change,
    children,
    consents,
    danger,
    filing,
    final,
    gathering,
    joined,
    meetings,
    misheard,
    nearby,
    notices,
    outcome,
    outings,
    owndata,
    pin,
    questions,
    recusing,
    review,
    supervised,
    tasks,
    thanks,
)
from handlers.resident.about import add as add_to_case
from handlers.resident.danger import ALARM_TAPS, watch
from handlers.resident.filing import listen
from handlers.resident.pin import show_case, show_joined, show_latest
from handlers.resident.spoken import button_of
from handlers.router import Command, TapHandler
from handlers.steps import Flow
from handlers.talk import Talk

COMMANDS: Final[Mapping[str, Command]] = {**pin.COMMANDS, **behalf.COMMANDS, **danger.COMMANDS, **gathering.COMMANDS}
GROUP_COMMANDS: Final[Mapping[str, Command]] = {}
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    verb: pin.behind_pin(review.seen(handler))
    for verb, handler in {
        **outcome.TAPS,
        **review.TAPS,
        **after.TAPS,
        **accepted.TAPS,
        **papers.TAPS,
        **joined.TAPS,
        **gathering.TAPS,
        **consents.TAPS,
        **recusing.TAPS,
        **callbacks.TAPS,
        **meetings.TAPS,
        **children.TAPS,
        "other": about.something_else,
        "misheard": misheard.start,
    }.items()
}
DRAFT_TAPS: Final[Mapping[str, TapHandler]] = {
    "send": filing.send,
    final.ANOTHER: filing.send,
    "anew": final.anew,
    "drop": filing.drop,
    "kind": filing.set_kind,
    "hide": filing.set_hide,
    "show": filing.show,
    "new": filing.show,
    "change": change.start,
    "area": change.choose_area,
    "join": about.join,
    "which": about.which,
    "reopen": about.reopen,
    "answered": questions.answered,
    "ask": questions.ask,
    "thank": thanks.pass_on,
    "near": nearby.which,
    "metoo": nearby.me_too,
    "words": nearby.words_too,
}
FLOWS: Final[Mapping[str, Flow[Any]]] = {
    flow.name: flow
    for flow in (
        change.FLOW,
        behalf.FLOW,
        outcome.MISSING,
        review.WHY,
        final.NEW,
        misheard.FLOW,
        after.FLOW,
        *joined.FLOWS,
        *gathering.FLOWS,
        *consents.FLOWS,
        recusing.FLOW,
        children.FLOW,
        *pin.FLOWS,
    )
}


async def opens(talk: Talk, code: str) -> bool:
    """Open what a link's code leads to, a joint petition or what somebody is to agree to; False for no link's."""
    return await gathering.opens(talk, code) or await consents.opens(talk, code)


RENDERERS: Final = {
    **notices.RENDERERS,
    **accepted.RENDERERS,
    **owndata.RENDERERS,
    **pin.RENDERERS,
    **danger.RENDERERS,
    **joined.RENDERERS,
    **gathering.RENDERERS,
    **consents.RENDERERS,
    **callbacks.RENDERERS,
    **supervised.RENDERERS,
    **tasks.RENDERERS,
    **outings.RENDERERS,
}

OUTING_TAPS: Final = outings.OUTING_TAPS

__all__ = [
    "ALARM_TAPS",
    "CASE_TAPS",
    "COMMANDS",
    "DRAFT_TAPS",
    "FLOWS",
    "GROUP_COMMANDS",
    "OUTING_TAPS",
    "RENDERERS",
    "add_to_case",
    "button_of",
    "listen",
    "opens",
    "show_case",
    "show_joined",
    "show_latest",
    "watch",
]
