"""Recording a review that a body outside of this service decides: that it was asked there, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import outside
from casework.instances import DECISIONS
from casework.petitions import Outcome, OutcomeKind
from handlers import case_words
from handlers.file_steps import NOTHING, Document, Sent, WithFiles
from handlers.router import TapHandler
from handlers.staff.days_gone import DayGone, moment_gone
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import Choice, Day, FreeText, Option, end_of
from handlers.talk import Talk

_BODY: Final = 100
_LONG: Final = 1000


class Elsewhere(OnCase, frozen=True, kw_only=True):
    """Which body looks at it, until which ISO day it has to answer, and the papers."""

    body: str = ""
    day: str = ""
    words: str = ""
    sent: Sent = NOTHING


class Decided(OnCase, frozen=True, kw_only=True):
    """Which body has decided what, with its reasons and its document, and on which ISO day it was received."""

    body: str = ""
    kind: str = ""
    found: str = ""
    words: str = ""
    sent: Sent = NOTHING
    day: str = ""


async def _results(talk: Talk, data: Decided) -> Sequence[Option]:
    return [Option(kind.value, talk.say(f"staff-outcome-{kind.value}")) for kind in DECISIONS]


async def _asked(talk: Talk, data: Elsewhere) -> None:
    until = end_of(talk, data.day)
    case = await outside.ask_outside(
        talk.uow, data.case_id, talk.person.id, data.epoch, data.body, until, data.sent.files
    )
    done(talk, "staff-outside-asked", case, body=data.body, date=case_words.day(talk.uow, talk.language, until))


async def _decided(talk: Talk, data: Decided) -> None:
    outcome = Outcome(OutcomeKind(data.kind), data.found, "", "", data.body, files=data.sent.files)
    at = moment_gone(talk, data.day)
    case = await outside.decide_outside(talk.uow, data.case_id, talk.person.id, data.epoch, outcome, at)
    key = "staff-revoked" if outcome.kind is OutcomeKind.REVOKED else "staff-outside-decided"
    done(talk, key, case, body=data.body)


ASKED: Final = CaseFlow(
    "staff-outside-asked",
    Elsewhere,
    [
        FreeText("body", "staff-ask-outside-body", "body", _BODY, facts=about, cancel=True),
        Day("day", "staff-ask-outside-day", "day", (7, 14, 30), cancel=True),
        WithFiles("papers", "staff-ask-outside-papers", "words", skip="button-skip", cancel=True),
    ],
    _asked,
    "ask_outside",
)
DECIDED: Final = CaseFlow(
    "staff-outside-decided",
    Decided,
    [
        FreeText("body", "staff-ask-outside-by", "body", _BODY, facts=about, cancel=True),
        Choice("kind", "staff-ask-outside-result", "kind", _results, cancel=True),
        FreeText("found", "staff-ask-outside-found", "found", _LONG, cancel=True),
        Document("document", "staff-ask-outside-document", "words", cancel=True),
        DayGone("day", "staff-ask-outside-received"),
    ],
    _decided,
    "decide_outside",
)

FLOWS: Final = (ASKED, DECIDED)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"ask_outside": begins(ASKED), "decide_outside": begins(DECIDED)}
