"""What staff say and tap: joining, cards, the work on a case, heads, dispatchers, groups and digests.

`handlers.service` merges these tables with the residents'. Three functions are for it to call: `join` for an invite
that came with /start, `show_case` for the case as staff see it, `listen` for an answer to a message about a case.
"""

from collections.abc import Mapping
from typing import Any, Final

from handlers.router import Command, TapHandler
from handlers.staff import (
    absence,
    alarm_cards,
    alarms,
    calling,
    canned,
    digest,
    dispatcher,
    entering,
    extending,
    forwarding,
    group,
    hardship,
    heads,
    hearings,
    joining,
    joint,
    kinds,
    lists,
    meetings,
    merging,
    naming,
    not_accepting,
    notices,
    objecting,
    outcome,
    outing_cards,
    outing_spot,
    outings,
    outside,
    owning,
    part_cards,
    pin_resets,
    raising,
    ratings,
    reading_back,
    receipts,
    recusing,
    replies,
    speaking,
    supervision,
    task_cards,
    tasks,
    thread,
    upward,
    views,
    working,
    writing,
)
from handlers.staff.joining import join
from handlers.staff.lists import MENU
from handlers.staff.replies import listen
from handlers.staff.views import show_case
from handlers.steps import Flow

COMMANDS: Final[Mapping[str, Command]] = {
    **joining.COMMANDS,
    **lists.COMMANDS,
    **entering.COMMANDS,
    **raising.COMMANDS,
    **ratings.COMMANDS,
    **owning.COMMANDS,
    **digest.COMMANDS,
    **absence.COMMANDS,
    **tasks.COMMANDS,
    **canned.COMMANDS,
    **outings.COMMANDS,
}
GROUP_COMMANDS: Final = group.GROUP_COMMANDS
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    **working.CASE_TAPS,
    **outcome.CASE_TAPS,
    **receipts.CASE_TAPS,
    **outside.CASE_TAPS,
    **hearings.CASE_TAPS,
    **heads.CASE_TAPS,
    **dispatcher.CASE_TAPS,
    **writing.CASE_TAPS,
    **kinds.CASE_TAPS,
    **forwarding.CASE_TAPS,
    **merging.CASE_TAPS,
    **naming.CASE_TAPS,
    **not_accepting.CASE_TAPS,
    **speaking.CASE_TAPS,
    **pin_resets.CASE_TAPS,
    **objecting.CASE_TAPS,
    **joint.CASE_TAPS,
    **thread.CASE_TAPS,
    **raising.CASE_TAPS,
    **extending.CASE_TAPS,
    **calling.CASE_TAPS,
    **hardship.CASE_TAPS,
    **upward.CASE_TAPS,
    **meetings.CASE_TAPS,
    **recusing.CASE_TAPS,
    **supervision.CASE_TAPS,
    **owning.CASE_TAPS,
    **views.CASE_TAPS,
}
GROUP_CASE_TAPS: Final = group.GROUP_CASE_TAPS
RENDERERS: Final = {
    **notices.RENDERERS,
    **not_accepting.RENDERERS,
    **alarm_cards.RENDERERS,
    **objecting.RENDERERS,
    **part_cards.RENDERERS,
    **thread.RENDERERS,
    **raising.RENDERERS,
    **extending.RENDERERS,
    **calling.RENDERERS,
    **hardship.RENDERERS,
    **upward.RENDERERS,
    **meetings.RENDERERS,
    **recusing.RENDERERS,
    **supervision.RENDERERS,
    **owning.RENDERERS,
    **absence.RENDERERS,
    **task_cards.RENDERERS,
    **outing_cards.RENDERERS,
}
DRAFT_TAPS: Final[Mapping[str, TapHandler]] = reading_back.DRAFT_TAPS
ALARM_TAPS: Final = alarms.ALARM_TAPS
PART_TAPS: Final = joint.PART_TAPS
TASK_TAPS: Final = tasks.TASK_TAPS
OUTING_TAPS: Final[Mapping[str, TapHandler]] = {**outings.OUTING_TAPS, **outing_spot.OUTING_TAPS}
FLOWS: Final[Mapping[str, Flow[Any]]] = {
    flow.name: flow
    for flow in (
        *absence.FLOWS,
        *canned.FLOWS,
        *working.FLOWS,
        *outcome.FLOWS,
        *receipts.FLOWS,
        *outside.FLOWS,
        *hearings.FLOWS,
        *heads.FLOWS,
        *dispatcher.FLOWS,
        *writing.FLOWS,
        *kinds.FLOWS,
        *forwarding.FLOWS,
        *merging.FLOWS,
        *not_accepting.FLOWS,
        *naming.FLOWS,
        *entering.FLOWS,
        *speaking.FLOWS,
        *pin_resets.FLOWS,
        *extending.FLOWS,
        *calling.FLOWS,
        *hardship.FLOWS,
        *upward.FLOWS,
        *meetings.FLOWS,
        *recusing.FLOWS,
        *supervision.FLOWS,
        *owning.FLOWS,
        *replies.FLOWS,
        *alarms.FLOWS,
        *objecting.FLOWS,
        *joint.FLOWS,
        *thread.FLOWS,
        *raising.FLOWS,
        *tasks.FLOWS,
        *outings.FLOWS,
        *outing_spot.FLOWS,
    )
}

__all__ = [
    "ALARM_TAPS",
    "CASE_TAPS",
    "COMMANDS",
    "DRAFT_TAPS",
    "FLOWS",
    "GROUP_CASE_TAPS",
    "GROUP_COMMANDS",
    "MENU",
    "OUTING_TAPS",
    "PART_TAPS",
    "RENDERERS",
    "TASK_TAPS",
    "join",
    "listen",
    "show_case",
]
