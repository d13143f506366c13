"""Who sent a petition: shown to those who may know, at an explicit tap that is recorded; in private alone."""

from collections.abc import Mapping
from typing import Final

from casework.actions.naming import see_name as seen
from casework.petitions import Case
from handlers.router import Tap, TapHandler
from handlers.talk import Talk


async def see_name(talk: Talk, tap: Tap) -> None:
    """Show name and telephone number. Its writer finds in the case's history who looked."""
    petition = await seen(talk.uow, tap.subject, talk.person.id, tap.epoch)
    case = await talk.uow.get(Case, tap.subject)
    label = case.label if case is not None else petition.number
    who = f"{petition.name} {petition.phone}".strip()
    talk.reply(talk.say(f"staff-name-{petition.naming.value}", number=label, who=who), case_id=tap.subject)


CASE_TAPS: Final[Mapping[str, TapHandler]] = {"see_name": see_name}
