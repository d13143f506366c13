"""Where random histories begin: few of them would come so far by themselves. What follows is random all the same."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

from casework.actions import (
    accepting,
    assigning,
    extending,
    gathering,
    meeting,
    merging,
    not_accepting,
    outcomes,
    owning,
    pressing,
    recusing,
    reviews,
)
from casework.joining import SignLink
from casework.not_accepting import NoReason
from casework.petitions import Outcome, OutcomeKind, Verdict
from tests.casework.service import BUREAU, Service


class Doing(Protocol):
    """What a beginning is made with: whoever may do a verb does it, if anybody may."""

    service: Service

    def filed(self, text: str = ...) -> int:
        """File a petition and return its case's id."""
        ...

    def somebody(self, verb: Callable[..., Any], case_id: int, *arguments: Any) -> None:
        """Have the first one who may do a verb do it."""
        ...

    def do(self, verb: Callable[..., Any], *arguments: Any) -> None:
        """Run a verb, whoever may."""
        ...


def _accepted(doing: Doing) -> int:
    case_id = doing.filed()
    doing.somebody(accepting.accept, case_id, None)
    return case_id


def _answered(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(outcomes.propose, case_id, None, Outcome(OutcomeKind.REFUSED, "found", "done", "basis"))
    return case_id


def _promised(doing: Doing) -> int:
    case_id = _accepted(doing)
    by = doing.service.memory.rules.calendar.limit(doing.service.now, 20)
    doing.somebody(outcomes.propose, case_id, None, Outcome(OutcomeKind.PROMISED, "found", "done", "basis", by=by))
    return case_id


def _reviewed(doing: Doing) -> int:
    case_id = _answered(doing)
    doing.somebody(outcomes.judge, case_id, None, Verdict.DISAGREE)
    doing.somebody(reviews.ask_review, case_id, None)
    return case_id


def _examined_again(doing: Doing) -> int:
    case_id = _reviewed(doing)
    doing.somebody(accepting.accept, case_id, None)
    doing.somebody(outcomes.propose, case_id, None, Outcome(OutcomeKind.UPHELD, "found", "done", "basis"))
    doing.somebody(outcomes.judge, case_id, None, Verdict.DISAGREE)
    doing.somebody(reviews.ask_review, case_id, None)
    return case_id


def _merged(doing: Doing) -> int:
    case_id, master = doing.filed(), _accepted(doing)
    doing.somebody(merging.merge, case_id, None, master)
    return master


def _joint(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(gathering.gather, case_id, None, "the road")
    until = doing.service.now + timedelta(days=60)
    for representative in (False, True):
        link: SignLink = doing.service.memory.add(SignLink(f"{representative}", case_id, until, representative))
        doing.do(gathering.sign, doing.service.person(), link.digest)
    return case_id


def _pressed(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(pressing.press, case_id, None, "why is it open?", doing.service.now + timedelta(days=9))
    doing.somebody(owning.own, case_id, None)
    return case_id


def _asked_for(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(extending.ask_extension, case_id, None, 20, "frost")
    doing.somebody(recusing.ask_another, case_id, "he is rude")
    return case_id


def _settled(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(meeting.settle, case_id, None, "both", "he mends the wall")
    return case_id


def _doubted(doing: Doing) -> int:
    case_id = doing.filed()
    doing.somebody(not_accepting.doubt, case_id, None, NoReason.OTHER_BODY, "the county", "not ours")
    return case_id


def _accused(doing: Doing) -> int:
    case_id = doing.filed("东镇综合办主任贪污")
    doing.somebody(assigning.send_to_unit, case_id, BUREAU, None)
    doing.somebody(accepting.accept, case_id, None)
    return case_id


BEGINNINGS: Mapping[str, Callable[[Doing], int] | None] = {
    "nothing": None,
    "accepted": _accepted,
    "answered": _answered,
    "promised": _promised,
    "reviewed": _reviewed,
    "examined again": _examined_again,
    "merged": _merged,
    "joint": _joint,
    "pressed": _pressed,
    "asked for": _asked_for,
    "settled": _settled,
    "doubted": _doubted,
    "accused": _accused,
}
"""How a history may begin, by the name that a failing one shows."""
