"""A hearing in a re-examination: its beginning with its last day, and its end."""

from collections.abc import Mapping
from typing import Final

from casework.actions import hearings
from handlers import case_words
from handlers.router import TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, does, done
from handlers.steps import Day, end_of
from handlers.talk import Talk


class Until(OnCase, frozen=True, kw_only=True):
    """The last ISO day of a hearing that begins today."""

    day: str = ""


async def _begin(talk: Talk, data: Until) -> None:
    until = end_of(talk, data.day)
    case = await hearings.begin_hearing(talk.uow, data.case_id, talk.person.id, data.epoch, until)
    done(talk, "staff-hearing-begun", case, date=case_words.day(talk.uow, talk.language, until))


HEARING: Final = CaseFlow(
    "staff-hearing",
    Until,
    [Day[Until]("day", "staff-ask-hearing-day", "day", (1, 3, 7), facts=about, cancel=True)],
    _begin,
    "begin_hearing",
)

FLOWS: Final = (HEARING,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "begin_hearing": begins(HEARING),
    "end_hearing": does(hearings.end_hearing, "staff-hearing-ended"),
}
