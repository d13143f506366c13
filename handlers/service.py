"""Everything that Doorstep can say and hear: the tables of both packages, and the two ways in.

`take` answers one message, `tell` puts into words what the schedule has led to.
"""

from collections.abc import Collection, Mapping
from typing import Final, TypeVar

from casework.people import Role
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import (
    briefs,
    broadcasts,
    common,
    files,
    helping,
    ledger,
    outing_calendar,
    papers,
    policies,
    reception,
    research,
    resident,
    staff,
    texts,
)
from handlers.messages import Incoming, Outgoing, Turn
from handlers.notices import Renderer, render
from handlers.router import Routes, converse
from handlers.staff.digest import load_shown
from handlers.talk import Talk

V = TypeVar("V")


def merged(*tables: Mapping[str, V]) -> dict[str, V]:
    """Return the tables as one. Raises ValueError where two of them answer to the same name."""
    whole: dict[str, V] = {}
    for table in tables:
        twice = whole.keys() & table.keys()
        if twice:
            raise ValueError(f"two handlers for {sorted(twice)}")
        whole.update(table)
    return whole


_AT_WORK: Final = merged(
    staff.FLOWS,
    policies.STAFF_FLOWS,
    research.STAFF_FLOWS,
    reception.STAFF_FLOWS,
    briefs.FLOWS,
    ledger.FLOWS,
    broadcasts.STAFF_FLOWS,
)
"""The flows of what staff do at their work: nobody looks through their words for danger."""

_FLOWS: Final = merged(
    _AT_WORK,
    resident.FLOWS,
    policies.RESIDENT_FLOWS,
    research.RESIDENT_FLOWS,
    reception.RESIDENT_FLOWS,
    broadcasts.RESIDENT_FLOWS,
)


async def _watch(talk: Talk, incoming: Incoming, flow: str) -> None:
    """Look for danger in what a resident has sent, whatever took it; but not in what staff write at their work, nor in
    an anonymous answer, which must stand beside nobody's name: its question has said whom to call.
    """
    if flow not in _AT_WORK and not talk.at_work and not talk.nameless:
        await resident.watch(talk, incoming)


ROUTES: Final = Routes(
    commands=merged(
        common.commands(_FLOWS),
        resident.COMMANDS,
        staff.COMMANDS,
        policies.COMMANDS,
        research.COMMANDS,
        reception.COMMANDS,
        briefs.COMMANDS,
        ledger.COMMANDS,
        broadcasts.COMMANDS,
    ),
    group_commands=merged(resident.GROUP_COMMANDS, staff.GROUP_COMMANDS),
    case_taps=merged(common.CASE_TAPS, resident.CASE_TAPS, staff.CASE_TAPS, ledger.CASE_TAPS),
    draft_taps=merged(resident.DRAFT_TAPS, staff.DRAFT_TAPS),
    alarm_taps=merged(resident.ALARM_TAPS, staff.ALARM_TAPS),
    part_taps=staff.PART_TAPS,
    task_taps=staff.TASK_TAPS,
    policy_taps=policies.POLICY_TAPS,
    reception_taps=reception.TAPS,
    outing_taps=merged(resident.OUTING_TAPS, staff.OUTING_TAPS, outing_calendar.OUTING_TAPS),
    flows=_FLOWS,
    fallback=common.listen,
    spoken=resident.button_of,
    show_case=common.show_case,
    watch=_watch,
    group_case_taps=staff.GROUP_CASE_TAPS,
)
RENDERERS: Final[Mapping[str, Renderer]] = merged(
    resident.RENDERERS,
    staff.RENDERERS,
    files.RENDERERS,
    papers.RENDERERS,
    broadcasts.RENDERERS,
    briefs.RENDERERS,
    ledger.RENDERERS,
    policies.RENDERERS,
    research.RENDERERS,
    reception.RENDERERS,
    outing_calendar.RENDERERS,
)


async def take(uow: UnitOfWork, incoming: Incoming) -> Turn:
    """Answer one message: first what is said to the person who wrote, then what others are told."""
    turn = await converse(uow, incoming, ROUTES)
    return replace(turn, outgoing=(*turn.outgoing, *await tell(uow)))


async def tell(uow: UnitOfWork) -> list[Outgoing]:
    """Return the messages for the notices that verbs have left in `uow`."""
    await load_shown(uow, uow.notices)
    return await render(uow, uow.notices, RENDERERS)


def menu(language: str, roles: Collection[Role]) -> list[tuple[str, str]]:
    """Return the commands that a channel offers to someone with `roles`, each with a few words on it."""
    return [(name, texts.plain(language, f"menu-{name}")) for name in helping.offered(roles)]
