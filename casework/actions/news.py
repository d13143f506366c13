"""News of a case for those who have joined or signed it: gathered, told some people at a time, never a storm."""

from collections.abc import Mapping
from typing import Final

from casework.actions.changing import change
from casework.actions.telling import tell, with_news
from casework.joining import Telling
from casework.notices import Urgency
from casework.people import Person
from casework.petitions import Case, Event, Fired
from casework.replacing import replace
from casework.shielding import hidden_from
from casework.unit_of_work import UnitOfWork

SHOWN: Final = frozenset({"assigned", "accepted", "progress", "handed", "taken", "promised", "proposed", "reopened"})
"""The kinds of events that are a case's public progress: what the offices do, and nothing that its resident says."""


async def tell_news(uow: UnitOfWork, case: Case, fired: Mapping[str, Fired]) -> None:
    """Tell the next of a case's supporters what there is to tell; the plan has the others next.

    Whom the case accuses by now hears nothing of it any more (articles 30 and 46).
    """
    telling = case.telling
    if telling is None:
        return
    most = uow.rules.profile.together.told_at_once
    found = await uow.supporters_after(case.id, telling.after, most)
    events = [each for each in await uow.events_of_kinds(case.id, SHOWN) if is_progress(each)]
    await uow.get_all(Person, [each.person_id for each in found])
    if len(found) == most:
        left: Telling | None = replace(telling, after=found[-1].person_id, at=uow.now)
    elif telling.again is not None:
        left = with_news(uow, replace(case, telling=None), soon=not case.is_open).telling
    else:
        left = None
    case = await change(uow, case, telling=left, fired=fired)
    hidden = hidden_from(uow.staff, uow.org, case)
    for supporter in found:
        if supporter.person_id not in hidden:
            since = max(telling.since, supporter.at)
            news = [each for each in events if each.at >= since]
            await tell(uow, supporter.person_id, "news", Urgency.NOW, case, True, events=news, supporter=supporter)


def is_progress(event: Event) -> bool:
    """Tell whether an event is what others than the case's own resident may read of it."""
    return event.public and event.kind in SHOWN
