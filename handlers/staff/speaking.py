"""Speaking for somebody without a chat: their case as they would see it, and their words as they say them."""

from collections.abc import Mapping
from typing import Final

from casework.actions import residents
from casework.errors import NotYours
from casework.permissions import speaks_for
from casework.petitions import Case
from handlers import passing
from handlers.file_steps import NOTHING, Sent, WithFiles, loose
from handlers.resident import after, cases
from handlers.router import Tap, TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.talk import Talk


class Said(OnCase, frozen=True, kw_only=True):
    """What the person says now, or a photo of what they have written."""

    words: str = ""
    sent: Sent = NOTHING


async def _note(talk: Talk, data: Said) -> None:
    words, files = data.sent.with_words(data.words), await loose(talk, data.sent)
    case = await residents.add(talk.uow, data.case_id, talk.person.id, words, files)
    done(talk, "staff-noted", case)


SAYS: Final = CaseFlow(
    "staff-says", Said, [WithFiles[Said]("words", "staff-ask-says", "words", facts=about, cancel=True)], _note, "add"
)


async def show(talk: Talk, case: Case) -> None:
    """Show a case as the person sees it for whom one speaks, with what they could tap.

    Raises NotYours where one does not speak for them.
    """
    if not speaks_for(talk.uow, case, talk.person.id):
        raise NotYours
    uow, language, reader = talk.uow, talk.language, talk.person.id
    head = talk.say("staff-speaks-for", who=await passing.who(uow, language, case, reader))
    own = cases.buttons(uow, case, language, more=await after.button_key(talk, case))
    lines = [head, *await cases.seen(talk, case)]
    talk.reply("\n".join(lines), passing.buttons(uow, language, case, reader, own), case_id=case.id)


async def _speak(talk: Talk, tap: Tap) -> None:
    case = await talk.uow.visible_case(talk.person.id, tap.subject)
    if case is None:
        raise NotYours
    await show(talk, case)


FLOWS: Final = (SAYS,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"says": begins(SAYS), "speak": _speak}
