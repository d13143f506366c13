"""Opening a case as staff: its card, its history, and all that the resident wrote."""

from collections.abc import Mapping
from typing import Final

from casework.errors import NotYours
from casework.petitions import Case, Petition
from casework.words import split_message
from handlers.router import Tap, TapHandler
from handlers.staff import cards, group
from handlers.staff.flows import present
from handlers.talk import Talk


async def show_case(talk: Talk, case_id: int, *, whole: bool = False) -> None:
    """Show a case as it stands now, with `whole` its history first. In a group the group's card is brought up to date.

    Raises NotYours for whoever may not see it.
    """
    case = await _seen(talk, case_id)
    if not talk.incoming.private:
        await group.refresh(talk, case)
        return
    if whole:
        talk.reply(await cards.history(talk.uow, talk.language, case), case_id=case.id)
    await present(talk, case, edit=False)


async def _history(talk: Talk, tap: Tap) -> None:
    case = await _seen(talk, tap.subject)
    talk.reply(await cards.history(talk.uow, talk.language, case), case_id=case.id)


async def _full(talk: Talk, tap: Tap) -> None:
    """Send all that the resident wrote, in as many messages as it takes."""
    case = await _seen(talk, tap.subject)
    petition = await talk.uow.get(Petition, case.petition_id)
    for piece in split_message(petition.text if petition is not None else case.summary):
        talk.reply(piece, case_id=case.id)


async def _seen(talk: Talk, case_id: int) -> Case:
    case = await talk.uow.visible_case(talk.person.id, case_id) if not talk.new else None
    if case is None or (talk.incoming.private and case.resident_id == talk.person.id):
        raise NotYours
    return case


CASE_TAPS: Final[Mapping[str, TapHandler]] = {"history": _history, "full": _full}
