"""Opening a case as staff: its card, its history, all that the resident wrote, and the files."""

from collections.abc import Mapping
from typing import Final

from casework.errors import NotYours, Refused
from casework.petitions import Case
from casework.words import split_message
from handlers import reading
from handlers.button_data import number_of
from handlers.media import messages
from handlers.router import Tap, TapHandler
from handlers.staff import cards, group
from handlers.staff.flows import present
from handlers.talk import Talk

AT_ONCE: Final = 10
"""Files that are sent at once: each is a message."""


async def show_case(talk: Talk, case_id: int, *, whole: bool = False) -> None:
    """Show a case as it stands now, with `whole` its history first. In a group the group's card is brought up to date.

    Raises NotYours for whoever may not see it.
    """
    case = await _seen(talk, case_id)
    if not talk.incoming.private:
        await group.refresh(talk, case)
        return
    if whole:
        talk.reply(await cards.history(talk.uow, talk.language, case, talk.person.id), case_id=case.id)
    await present(talk, case, edit=False)


async def _more(talk: Talk, tap: Tap) -> None:
    await present(talk, await _seen(talk, tap.subject), edit=True, more=True)


async def _less(talk: Talk, tap: Tap) -> None:
    await present(talk, await _seen(talk, tap.subject), edit=True)


async def _history(talk: Talk, tap: Tap) -> None:
    case = await _seen(talk, tap.subject)
    talk.reply(await cards.history(talk.uow, talk.language, case, talk.person.id), case_id=case.id)


async def _full(talk: Talk, tap: Tap) -> None:
    """Send all that the resident wrote, as this reader may read it, in as many messages as it takes."""
    case = await _seen(talk, tap.subject)
    for piece in split_message(await reading.words_of(talk.uow, case, talk.person.id)):
        talk.reply(piece, case_id=case.id)


async def _files(talk: Talk, tap: Tap) -> None:
    """Send the files of a case, as many as one look takes, and offer the rest."""
    case = await _seen(talk, tap.subject)
    files = await talk.uow.files_of_case(case, public=False)
    start = number_of(tap.argument, 3) or 0
    page = files[start : start + AT_ONCE]
    if not page:
        raise Refused("no-files")
    talk.outgoing += await messages(talk.uow, talk.person, talk.incoming.chat, case, page)
    if left := len(files) - start - len(page):
        more = talk.button("staff-button-files", f"c.files.{case.id}.{case.epoch}.{start + AT_ONCE}", count=left)
        talk.reply(talk.say("staff-files-left", number=case.label, count=left), ((more,),), case_id=case.id)


async def _seen(talk: Talk, case_id: int) -> Case:
    case = await talk.uow.visible_case(talk.person.id, case_id) if not talk.new else None
    if case is None or (talk.incoming.private and case.resident_id == talk.person.id):
        raise NotYours
    return case


CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "history": _history,
    "full": _full,
    "files": _files,
    "more": _more,
    "less": _less,
}
