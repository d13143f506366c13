"""What the office has written down was meant otherwise: the resident puts it right, in words or by voice again."""

from typing import Final

import msgspec

from casework.actions import residents
from casework.errors import NotYours
from casework.permissions import speaks_for
from casework.petitions import Case
from handlers.case_words import unit_label
from handlers.file_steps import NOTHING, Sent, WithFiles, loose
from handlers.router import Tap
from handlers.steps import Flow
from handlers.talk import Talk


class Misheard(msgspec.Struct):
    """How it was meant."""

    case: int = 0
    words: str = ""
    sent: Sent = NOTHING


async def _correct(talk: Talk, data: Misheard) -> None:
    words = talk.say("correction", words=data.sent.with_words(data.words))
    case = await residents.add(talk.uow, data.case, talk.person.id, words, await loose(talk, data.sent))
    unit = unit_label(talk.uow, case, talk.language)
    talk.reply(talk.say("added-correction", number=case.label, unit=unit), case_id=case.id)


FLOW: Final = Flow("misheard", Misheard, (WithFiles[Misheard]("words", "misheard-ask", "words"),), _correct)


async def start(talk: Talk, tap: Tap) -> None:
    """Ask how it was meant. Raises NotYours where the person does not speak for whose case it is."""
    case = await talk.uow.get(Case, tap.subject)
    if case is None or not speaks_for(talk.uow, case, talk.person.id):
        raise NotYours
    await FLOW.start(talk, Misheard(case.id))
