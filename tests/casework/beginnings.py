"""Where random histories begin: few of them would come so far by themselves. What follows is random all the same."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

from casework.actions import (
    absence,
    accepting,
    assigning,
    extending,
    gathering,
    meeting,
    merging,
    not_accepting,
    objecting,
    outcomes,
    owning,
    parts,
    pressing,
    recusing,
    reviews,
)
from casework.links import Link, Purpose
from casework.not_accepting import NoReason
from casework.people import Role
from casework.petitions import Outcome, OutcomeKind, Verdict
from tests.casework.service import BUREAU, EAST_OFFICE, WEST_OFFICE, Service


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
    for purpose in (Purpose.SIGN, Purpose.SPEAK):
        link: Link = doing.service.memory.add(Link(purpose, case_id, purpose, until))
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


def _extended(doing: Doing) -> int:
    case_id = _asked_for(doing)
    doing.somebody(extending.grant_extension, case_id, None)
    return case_id


def _in_other_hands(doing: Doing) -> int:
    case_id = _asked_for(doing)
    doing.somebody(recusing.grant_another, case_id, None)
    return case_id


def _settled(doing: Doing) -> int:
    case_id = _accepted(doing)
    doing.somebody(meeting.settle, case_id, None, "both", "he mends the wall")
    return case_id


def _agreed(doing: Doing) -> int:
    case_id = _settled(doing)
    doing.somebody(outcomes.judge, case_id, None, Verdict.AGREED)
    return case_id


def _objected(doing: Doing) -> int:
    case_id = doing.filed()
    doing.somebody(objecting.object_to, case_id, None, "not ours", None)
    return case_id


def _assisted(doing: Doing) -> int:
    case_id = _accepted(doing)
    due_at = doing.service.memory.rules.calendar.limit(doing.service.now, 9)
    doing.somebody(parts.add_unit, case_id, None, WEST_OFFICE, "look at the ditch", due_at)
    return case_id


def _doubted(doing: Doing) -> int:
    case_id = doing.filed()
    doing.somebody(not_accepting.doubt, case_id, None, NoReason.OTHER_BODY, "the county", "not ours")
    return case_id


def _not_accepted(doing: Doing) -> int:
    case_id = _doubted(doing)
    doing.somebody(not_accepting.not_accept, case_id, None, NoReason.OTHER_BODY, "the county", "not ours")
    return case_id


def _away(doing: Doing) -> int:
    case_id = _accepted(doing)
    absent = doing.service.case(case_id).cadre_id
    others = [post.person_id for post in doing.service.memory.staff.in_unit(EAST_OFFICE, Role.CADRE)]
    for deputy in [each for each in others if each != absent][:1]:
        doing.do(absence.away, absent, doing.service.now + timedelta(days=9), deputy)
        doing.do(absence.answer_deputy, absent, deputy, True)
    return case_id


def _accused(doing: Doing) -> int:
    case_id = doing.filed("东镇综合办主任贪污")
    doing.somebody(assigning.send_to_unit, case_id, BUREAU, None)
    doing.somebody(accepting.accept, case_id, None)
    return case_id


BEGINNINGS: Mapping[str, tuple[Callable[[Doing], int] | None, frozenset[str]]] = {
    "nothing": (None, frozenset()),
    "accepted": (_accepted, frozenset({"accepted"})),
    "answered": (_answered, frozenset({"proposed"})),
    "promised": (_promised, frozenset({"promised"})),
    "reviewed": (_reviewed, frozenset({"review_asked review"})),
    "examined again": (_examined_again, frozenset({"review_asked reexamination"})),
    "merged": (_merged, frozenset({"merged"})),
    "joint": (_joint, frozenset({"gathered", "signed", "representative"})),
    "pressed": (_pressed, frozenset({"press", "owned"})),
    "extended": (_extended, frozenset({"extension_asked", "date_set"})),
    "in other hands": (_in_other_hands, frozenset({"another_asked", "another_granted"})),
    "settled": (_settled, frozenset({"meeting_held"})),
    "agreed": (_agreed, frozenset({"closed settled"})),
    "doubted": (_doubted, frozenset({"doubted"})),
    "not accepted": (_not_accepted, frozenset({"closed not_accepted"})),
    "objected": (_objected, frozenset({"objected"})),
    "assisted": (_assisted, frozenset({"part_added"})),
    "accused": (_accused, frozenset({"accepted"})),
    "away": (_away, frozenset({"away", "deputy"})),
}
"""How a history may begin, by its name; and what has happened then, in a service where everyone is there."""
