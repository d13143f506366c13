"""What a case asks of somebody now: what waits for their word, by what they are to it and may do with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from casework.organisation import Organisation
from casework.permissions import is_in_order, may
from casework.petitions import Case, State
from casework.relations import Relation, relations
from casework.staff import Staff


@dataclass(frozen=True, slots=True)
class _Asked:
    """Somebody before a case, and what they are to it."""

    staff: Staff
    org: Organisation
    case: Case
    person_id: int
    found: frozenset[Relation]

    def may(self, verb: str) -> bool:
        """Tell whether they may do a verb with the case as it stands."""
        return may(verb, self.staff, self.org, self.case, self.person_id, self.found)

    def headless(self) -> bool:
        """Tell whether nobody heads its unit, or one above."""
        return not self.staff.heads_above(self.org, self.org.units.get(self.case.unit_id or 0))


def _is_offered(asked: _Asked) -> bool:
    case, found = asked.case, asked.found
    if case.state is not State.WAITING or case.doubted:
        return False
    if case.unit_id is None:
        return Relation.DISPATCHER in found
    return Relation.CADRE in found or (case.cadre_id is None and Relation.HEAD in found)


def _wants_answer(asked: _Asked) -> bool:
    return asked.may("answer_press")


def _is_answered(asked: _Asked) -> bool:
    press = asked.case.press
    return press is not None and press.answered_at is not None and press.by == asked.person_id


def _is_proposed(asked: _Asked) -> bool:
    return asked.case.owner_asked == asked.person_id


def _wants_time(asked: _Asked) -> bool:
    return asked.may("grant_extension")


def _wants_other_hands(asked: _Asked) -> bool:
    return asked.may("grant_another")


def _is_doubted(asked: _Asked) -> bool:
    """A head decides; the intake office only where there is none (`casework.actions.not_accepting`)."""
    return asked.may("dismiss_doubt") and (Relation.HEAD in asked.found or asked.headless())


def _is_disputed(asked: _Asked) -> bool:
    """The intake office decides once; the last word has who heads what stands above the units, else the leader."""
    objection = asked.case.objection
    if objection is None or not asked.may("decide_objection"):
        return False
    decides = {Relation.HEAD, Relation.LEADER} if objection.final else {Relation.DISPATCHER}
    return not decides.isdisjoint(asked.found)


ASKS: Final[Mapping[str, Callable[[_Asked], bool]]] = {
    "press": _wants_answer,
    "press_answered": _is_answered,
    "extension": _wants_time,
    "recusal": _wants_other_hands,
    "doubt": _is_doubted,
    "objection": _is_disputed,
    "own": _is_proposed,
    "accept": _is_offered,
}
"""What a case may ask of somebody who stands to it so, the most urgent first. What is asked must also stand in the
named query part `asks` of storage, by which such cases are found, and in `asks_anybody`.
"""

_DECIDED: Final = ("answer_press", "grant_extension", "grant_another", "dismiss_doubt", "decide_objection")
"""The verbs by which is answered what a case may ask."""


def asks_anybody(case: Case) -> bool:
    """Tell whether a case may ask anything of anybody as it stands: if not, `asked_of` is "" for everyone."""
    if not case.is_open:
        return False
    if case.state is State.WAITING or case.press is not None or case.owner_asked is not None:
        return True
    return any(is_in_order(verb, case) for verb in _DECIDED)


def asked_of(staff: Staff, org: Organisation, case: Case, person_id: int) -> str:
    """Return what a case asks of a person, by its name in ASKS; "" for nothing."""
    if not case.is_open:
        return ""
    asked = _Asked(staff, org, case, person_id, relations(staff, org, case, person_id))
    return next((name for name, asks in ASKS.items() if asks(asked)), "")
