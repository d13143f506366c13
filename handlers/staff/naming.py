"""Who sent a petition, and for whom: shown to those who may know, at a tap that is recorded; in private alone."""

from collections.abc import Mapping
from typing import Final

from casework.actions.naming import of_other
from casework.actions.naming import see_name as seen
from casework.permissions import relations
from casework.petitions import Case
from handlers.router import Tap, TapHandler
from handlers.talk import Talk


async def see_name(talk: Talk, tap: Tap) -> None:
    """Show name and telephone number. Its writer finds in the case's history who looked."""
    petition = await seen(talk.uow, tap.subject, talk.person.id, tap.epoch)
    case = await talk.uow.get(Case, tap.subject)
    label = case.label if case is not None else petition.number
    lines = []
    if who := f"{petition.name} {petition.phone}".strip():
        lines.append(talk.say(f"staff-name-{petition.naming.value}", number=label, who=who))
    found = relations(talk.uow.staff, talk.uow.org, case, talk.person.id) if case is not None else frozenset()
    if other := of_other(petition, found):
        lines.append(talk.say("staff-name-other", number=label, name=other))
    talk.reply("\n".join(lines), case_id=tap.subject)


CASE_TAPS: Final[Mapping[str, TapHandler]] = {"see_name": see_name}
