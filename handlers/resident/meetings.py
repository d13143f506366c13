"""What a resident can say to an invitation to a hearing or a mediation."""

from collections.abc import Mapping
from typing import Final

from casework.actions import meeting
from handlers.case_words import unit_label
from handlers.router import Tap, TapHandler
from handlers.talk import Talk


async def _cannot_come(talk: Talk, tap: Tap) -> None:
    case = await meeting.cannot_come(talk.uow, tap.subject, talk.person.id)
    unit = unit_label(talk.uow, case, talk.language)
    talk.reply(talk.say("cannot-come", number=case.label, unit=unit), case_id=case.id)


TAPS: Final[Mapping[str, TapHandler]] = {"cannot_come": _cannot_come}
