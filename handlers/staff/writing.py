"""Writing down what was spoken: the intake office listens, and puts it in writing; then it goes its way."""

from collections.abc import Mapping
from typing import Final

from casework.actions import transcribing
from handlers.router import TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import FreeText
from handlers.talk import Talk

_LONG: Final = 4000


class Heard(OnCase, frozen=True, kw_only=True):
    """What was heard."""

    words: str = ""


async def _write_down(talk: Talk, data: Heard) -> None:
    """Write it down, and say where it has gone."""
    case = await transcribing.write_down(talk.uow, data.case_id, talk.person.id, data.epoch, data.words)
    done(talk, "staff-written" if case.unit_id is not None else "staff-written-held", case)


WRITE: Final = CaseFlow(
    "staff-write-down",
    Heard,
    [FreeText[Heard]("words", "staff-ask-heard", "words", _LONG, facts=about, cancel=True)],
    _write_down,
    "write_down",
)
FLOWS: Final = (WRITE,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"write_down": begins(WRITE)}
