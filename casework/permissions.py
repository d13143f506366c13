"""Who may do what with a case, and when: one table over relations and states.

A person is related to a case by what they are in it (its resident, its cadre) and by the posts they hold. Chats and
buttons give no rights: a verb asks here whoever sent it.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final

from casework.areas import area_ids
from casework.conditions import ONLY_IF
from casework.disputes import OBJECTABLE, may_decide
from casework.errors import NotYours, Refused, Stale
from casework.joining import Supporter, supporter_key
from casework.kinds import FROM_RESIDENTS, PetitionKind
from casework.organisation import Organisation
from casework.paths import path_of
from casework.people import Role
from casework.petitions import Case, State
from casework.pleas import Plea
from casework.relations import INTAKE, OVER, OVER_AREA, WORKS, Relation, relations
from casework.shielding import is_accused, units_above
from casework.staff import Staff
from casework.unit_of_work import UnitOfWork

_RESIDENT: Final = frozenset({Relation.RESIDENT})
_VOICE: Final = frozenset({Relation.RESIDENT, Relation.AGENT})
_VOICES: Final = _VOICE | {Relation.REPRESENTATIVE}
_SUPPORTER: Final = frozenset({Relation.SUPPORTER})
_READS: Final = frozenset(Relation) - {Relation.SUPPORTER, Relation.REPRESENTATIVE, Relation.ASSISTING}
_CADRE: Final = frozenset({Relation.CADRE})
_HEAD: Final = frozenset({Relation.HEAD})
_DECIDER: Final = frozenset({Relation.HEAD, Relation.DISPATCHER})
_UNIT: Final = frozenset({Relation.CADRE, Relation.UNIT, Relation.HEAD})
_ASSISTING: Final = frozenset({Relation.ASSISTING})
_WORK: Final = frozenset({State.WORKING, State.PROMISED})
_OPEN: Final = frozenset(State) - {State.CLOSED}
_BEFORE_OUTCOME: Final = frozenset({State.WAITING, State.WORKING, State.PROMISED})

ALLOWED: Final[Mapping[str, tuple[frozenset[Relation], frozenset[State]]]] = {
    "accept": (_UNIT, frozenset({State.WAITING})),
    "decline": (_CADRE, frozenset({State.WAITING})),
    # Where the unit has no head, those above who are told instead can act as well.
    "hand_to": (_CADRE | _HEAD | {Relation.DISPATCHER, Relation.SUPERVISOR}, _BEFORE_OUTCOME),
    "send_to_unit": (INTAKE, frozenset({State.WAITING, State.WORKING})),
    "write_down": (INTAKE, frozenset({State.WAITING})),
    "ask": (_CADRE, _WORK),
    "progress": (_CADRE, _WORK),
    "visit": (_CADRE, _WORK),
    "wait": (_CADRE, frozenset({State.WORKING})),
    "need_help": (_CADRE, _WORK),
    "explain_late": (_CADRE, _WORK),
    "set_date": (_HEAD, frozenset({State.WORKING})),
    # Where there is no head, or the head is meant, those above are asked (article 34, article 28).
    "ask_extension": (_CADRE, frozenset({State.WORKING})),
    "grant_extension": (_HEAD | INTAKE, frozenset({State.WORKING})),
    "refuse_extension": (_HEAD | INTAKE, frozenset({State.WORKING})),
    "step_aside": (_CADRE, _BEFORE_OUTCOME),
    "ask_another": (_VOICE, _BEFORE_OUTCOME),
    "grant_another": (_HEAD | INTAKE, _BEFORE_OUTCOME),
    "refuse_another": (_HEAD | INTAKE, _BEFORE_OUTCOME),
    "set_kind": (_CADRE | _HEAD | {Relation.DISPATCHER}, frozenset({State.WAITING, State.WORKING})),
    "take_over": (_HEAD, _BEFORE_OUTCOME),
    "propose": (_CADRE, _WORK),
    # Hardship, and what endangers many.
    "flag_hardship": (_CADRE | {Relation.DISPATCHER}, _OPEN),
    "record_help": (_CADRE, _OPEN),
    "report_up": (_UNIT | INTAKE, frozenset(State)),
    "see_upward": (_HEAD | INTAKE, frozenset(State)),
    # A hearing, a mediation, a settlement.
    "announce_meeting": (_CADRE, _WORK),
    "record_meeting": (_CADRE, _WORK),
    "settle": (_CADRE, _WORK),
    "cannot_come": (_VOICE, _WORK),
    "ask_other_side": (_CADRE, frozenset({State.PROPOSED, State.CLOSED})),
    "record_other_side": (_CADRE, frozenset({State.PROPOSED, State.CLOSED})),
    "add": (_VOICES, _OPEN),
    "urge": (_VOICES, _BEFORE_OUTCOME),
    "withdraw": (_VOICE, _OPEN),
    "reset_pin": (frozenset({Relation.DISPATCHER}), frozenset(State)),
    "pressed": (_RESIDENT, frozenset({State.CLOSED})),
    "judge": (_VOICES, frozenset({State.PROPOSED, State.PROMISED})),
    "rate": (_VOICE, frozenset({State.CLOSED})),
    "reopen": (_VOICES, frozenset({State.CLOSED})),
    "keep_kind": (_VOICE, _OPEN),
    "as_request": (_VOICE, frozenset({State.CLOSED})),
    "call_back": (INTAKE, frozenset(State)),
    "answer_call": (_RESIDENT, frozenset(State)),
    "answer_child": (_RESIDENT, frozenset(State)),
    "ask_guardian": (_RESIDENT, _OPEN),
    "guardian_beside": (_RESIDENT, _OPEN),
    "record_guardian": (INTAKE, _OPEN),
    "stars_asked": (_RESIDENT, frozenset({State.CLOSED})),
    # After filing.
    "detail": (_VOICE, _OPEN),
    "earlier": (_VOICE, _OPEN),
    "set_naming": (_RESIDENT, frozenset(State)),
    "see_name": (_UNIT | {Relation.DISPATCHER, Relation.AGENT}, frozenset(State)),
    # Those above: supervision, cases that a leader owns, and the list of an area.
    "press": (OVER, _BEFORE_OUTCOME),
    "answer_press": (_CADRE | _HEAD, _OPEN),
    "accept_press": (OVER, _OPEN),
    "return_press": (OVER, _OPEN),
    "own": (frozenset({Relation.LEADER}), _OPEN),
    "decline_own": (frozenset({Relation.LEADER}), _OPEN),
    "propose_owner": (OVER | {Relation.DISPATCHER}, _OPEN),
    "list": (OVER, _OPEN),
    "unlist": (OVER, _OPEN),
    "hand_up": (INTAKE, _OPEN),
    "to_court": (INTAKE, frozenset({State.WAITING})),
    "not_court": (INTAKE, frozenset({State.WAITING})),
    # The written reply, and what follows from it.
    "carry_out": (_CADRE, frozenset({State.PROMISED})),
    "hand_over": (INTAKE | {Relation.AGENT}, frozenset({State.PROPOSED, State.PROMISED})),
    "ask_review": (_VOICE, frozenset({State.PROMISED, State.CLOSED})),
    "begin_hearing": (_CADRE, frozenset({State.WORKING})),
    "end_hearing": (_CADRE, frozenset({State.WORKING})),
    "ask_outside": (INTAKE, frozenset({State.WAITING, State.CLOSED})),
    "decide_outside": (INTAKE, frozenset({State.WAITING, State.CLOSED})),
    "to_discipline": (INTAKE, frozenset({State.WAITING})),
    # Not accepting: a cadre proposes it, a head decides; where there is no head, the dispatcher (article 23).
    "doubt": (_UNIT, frozenset({State.WAITING})),
    "dismiss_doubt": (_DECIDER, frozenset({State.WAITING})),
    "not_accept": (_DECIDER, frozenset({State.WAITING})),
    "ask_who": (_UNIT | {Relation.DISPATCHER}, frozenset({State.WAITING})),
    "ask_above": (_VOICE, frozenset({State.CLOSED})),
    # Notices on paper.
    "papers": (_READS, frozenset(State)),
    "hand_paper": (frozenset({Relation.AGENT}), frozenset(State)),
    # Cases that belong together.
    "merge": (INTAKE, _BEFORE_OUTCOME),
    "split": (INTAKE, _BEFORE_OUTCOME),
    "gather": (_RESIDENT, _BEFORE_OUTCOME),
    "follow": (_SUPPORTER, frozenset(State)),
    "add_words": (_SUPPORTER, _OPEN),
    "say": (_SUPPORTER, frozenset({State.PROPOSED, State.CLOSED})),
    "leave": (_SUPPORTER, frozenset(State)),
    # Units among themselves.
    "object_to": (_UNIT, OBJECTABLE),
    "decide_objection": (INTAKE | _HEAD, OBJECTABLE),
    "add_unit": (INTAKE | _HEAD, _BEFORE_OUTCOME),
    "drop_unit": (INTAKE | _HEAD, _OPEN),
    "disagree": (WORKS, OBJECTABLE),
    "note": (WORKS | {Relation.DISPATCHER}, _OPEN),
    "accept_part": (_ASSISTING, _OPEN),
    "hand_part": (_ASSISTING, _OPEN),
    "report_part": (_ASSISTING, _OPEN),
    "raise_difficulty": (_CADRE | _HEAD, _BEFORE_OUTCOME),
    # The public ledger: the unit agrees, the resident agrees and may take it back, the intake office reads it.
    "offer_ledger": (_CADRE | _HEAD, frozenset({State.CLOSED})),
    "agree_ledger": (_RESIDENT, frozenset(State)),
    "publish_ledger": (frozenset({Relation.DISPATCHER}), frozenset({State.CLOSED})),
    "take_out_ledger": (frozenset({Relation.DISPATCHER}), frozenset({State.CLOSED})),
}
"""For each verb: the relations of which one is needed, and the states in which the case may be."""

_WITH_REVIEW: Final = frozenset(kind for kind in PetitionKind if path_of(kind).reviews)

FOR_KINDS: Final[Mapping[str, frozenset[PetitionKind]]] = {
    **dict.fromkeys(("set_date", "ask_extension", "grant_extension", "refuse_extension"), _WITH_REVIEW),
    **dict.fromkeys(("announce_meeting", "settle"), _WITH_REVIEW),
    "as_request": frozenset({PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REPORT}),
    "rate": frozenset(kind for kind in PetitionKind if path_of(kind).rated),
    # What staff raise among themselves is nothing that a resident could have meant, and asks for no name. Whoever is
    # named must answer it, and nobody needs it on paper.
    **dict.fromkeys(("doubt", "not_accept", "ask_who", "papers"), frozenset(FROM_RESIDENTS)),
    **dict.fromkeys(("set_kind", "keep_kind", "set_naming", "flag_hardship"), frozenset(FROM_RESIDENTS)),
    **dict.fromkeys(("merge", "gather", "raise_difficulty"), frozenset(FROM_RESIDENTS)),
    **dict.fromkeys(
        ("offer_ledger", "publish_ledger"), frozenset(FROM_RESIDENTS) - {PetitionKind.ACCUSATION, PetitionKind.REPORT}
    ),
}
"""The verbs that are for some kinds only: more time is for requests (article 34), and so are hearings, mediation and
settlement; becoming a request is for what has no review.
An accusation goes to the discipline bodies (article 30), and becomes nothing else.
"""

WHILE_MERGED: Final = frozenset(
    {
        *("split", "add", "urge", "withdraw", "judge", "hand_over", "detail", "set_naming", "see_name", "reset_pin"),
        *("ask_review", "papers", "hand_paper", "call_back", "answer_call", "answer_child", "report_up", "see_upward"),
        *("ask_guardian", "guardian_beside", "record_guardian"),
        *("follow", "add_words", "say", "leave"),
        *("drop_unit", "note", "accept_part", "hand_part", "report_part"),
    }
)
"""What can be done with a case that follows another one: what its resident and those behind it say and are asked, what
endangers many, and letting it go. It is worked, and decided upon, in its master; a part that another unit has of it is
finished.
"""


def _serves_in_its_unit(staff: Staff, org: Organisation, case: Case, person_id: int) -> bool:
    return any(post.unit_id == case.unit_id for post in staff.of(person_id))


def _stands_above_its_unit(staff: Staff, org: Organisation, case: Case, person_id: int) -> bool:
    """Tell whether somebody has a post over the case's area, or leads a unit above its own: its own head does not."""
    above, areas = units_above(org, case.unit_id) - {case.unit_id}, set(area_ids(case.area_path))
    return any(
        (post.role in OVER_AREA and post.area_id in areas)
        if post.unit_id is None
        else (post.role is Role.HEAD and post.unit_id in above)
        for post in staff.of(person_id)
    )


_MEANT_FOR: Final[Mapping[str, Callable[[Staff, Organisation, Case, int], bool]]] = {
    "object_to": _serves_in_its_unit,
    "decide_objection": may_decide,
    "add_unit": _stands_above_its_unit,
    "drop_unit": _stands_above_its_unit,
}
"""Whom else of those in the right relation a verb is for."""


def _decides(case: Case, plea: Plea | None, by: int, found: frozenset[Relation]) -> bool:
    """Tell whether somebody decides what is asked: a head, or whoever was asked in the head's place.

    Never who asked, nor the cadre of the case, nor who steps aside in it.
    """
    if plea is None or by in {plea.by, case.cadre_id, *case.aside}:
        return False
    return Relation.HEAD in found or by in plea.asked


def _decides_extension(case: Case, by: int, found: frozenset[Relation]) -> bool:
    return _decides(case, case.extension.waits if case.extension is not None else None, by, found)


def _decides_recusal(case: Case, by: int, found: frozenset[Relation]) -> bool:
    return _decides(case, case.recusal.plea if case.recusal is not None else None, by, found)


def _is_not_own(case: Case, by: int, found: frozenset[Relation]) -> bool:
    return by != case.cadre_id and by not in case.aside


def _calls(case: Case, by: int, found: frozenset[Relation]) -> bool:
    """Tell whether somebody calls back: who has come to serve in the unit since is not outside of it any more."""
    return by == case.caller_id and not found & _UNIT


def _was_told(case: Case, by: int, found: frozenset[Relation]) -> bool:
    return case.upward is not None and by in case.upward.told


_ONLY_BY: Final[Mapping[str, Callable[[Case, int, frozenset[Relation]], bool]]] = {
    "set_date": _is_not_own,
    "grant_extension": _decides_extension,
    "refuse_extension": _decides_extension,
    "grant_another": _decides_recusal,
    "refuse_another": _decides_recusal,
    "call_back": _calls,
    "see_upward": _was_told,
}
"""Who of those whose relation would do may not do a verb all the same: nobody decides in a matter of their own."""


async def allowed(uow: UnitOfWork, verb: str, case_id: int, by: int, epoch: int | None = None) -> Case:
    """Return the case if `by` may do `verb` with it now.

    Raises NotYours for a stranger as for a case that does not exist, Stale where `epoch` is of an earlier state,
    Refused("not-allowed"), Refused("wrong-state", state) and Refused("wrong-kind").
    """
    case = await uow.get(Case, case_id)
    found = relations(uow.staff, uow.org, case, by) if case is not None else frozenset()
    if case is not None and not found & ALLOWED[verb][0]:
        found |= await behind(uow, case, by)
    if case is None or not found:
        raise NotYours
    if epoch is not None and epoch != case.epoch:
        raise Stale(case.id)
    if not found & ALLOWED[verb][0]:
        raise Refused("not-allowed")
    if not _has_time(verb, case):
        raise Refused("wrong-state", state=case.state.value)
    if not _fits(verb, case):
        raise Refused("wrong-kind")
    if not _is_for(verb, uow.staff, uow.org, case, by, found):
        raise Refused("not-allowed")
    return case


async def behind(uow: UnitOfWork, case: Case, person_id: int) -> frozenset[Relation]:
    """Return what somebody is to a case by having joined or signed it; empty for whom it accuses by now."""
    if not case.supporters or is_accused(uow.org, case, uow.staff.of(person_id)):
        return frozenset()
    supporter = await uow.get(Supporter, supporter_key(case.id, person_id))
    if supporter is None or supporter.left_at is not None:
        return frozenset()
    return _SUPPORTER | ({Relation.REPRESENTATIVE} if supporter.representative else frozenset())


def possible(staff: Staff, org: Organisation, case: Case, person_id: int, among: Iterable[str] = ALLOWED) -> list[str]:
    """Return the verbs, of all or `among` some, that a person may do with a case as it stands, for buttons to offer."""
    found = relations(staff, org, case, person_id)
    fitting = _fitting(found, case.state, case.kind)
    return [verb for verb in among if verb in fitting and may(verb, staff, org, case, person_id, found)]


@lru_cache(maxsize=4096)
def _fitting(found: frozenset[Relation], state: State, kind: PetitionKind) -> frozenset[str]:
    """Return the verbs for which relation, state and kind would do: the few that the case itself decides."""
    return frozenset(
        verb
        for verb, (needed, states) in ALLOWED.items()
        if found & needed and state in states and (verb not in FOR_KINDS or kind in FOR_KINDS[verb])
    )


def may(verb: str, staff: Staff, org: Organisation, case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    """Tell whether a person who stands so to a case (`found`) may do a verb with it as it stands."""
    return (
        bool(found & ALLOWED[verb][0]) and is_in_order(verb, case) and _is_for(verb, staff, org, case, person_id, found)
    )


def is_in_order(verb: str, case: Case) -> bool:
    """Tell whether a verb makes sense for a case as it stands, and for its kind, whoever does it."""
    return _has_time(verb, case) and _fits(verb, case)


def _has_time(verb: str, case: Case) -> bool:
    """Tell whether the case stands so that a verb makes sense."""
    if case.merged_into is not None and case.is_open and verb not in WHILE_MERGED:
        return False
    return case.state in ALLOWED[verb][1] and (verb not in ONLY_IF or ONLY_IF[verb](case))


def _fits(verb: str, case: Case) -> bool:
    """Tell whether a verb is for the case's kind."""
    return verb not in FOR_KINDS or case.kind in FOR_KINDS[verb]


def _is_for(verb: str, staff: Staff, org: Organisation, case: Case, person_id: int, found: frozenset[Relation]) -> bool:
    """Tell whether a verb is for this one of those whose relation to the case would do."""
    if verb in _MEANT_FOR and not _MEANT_FOR[verb](staff, org, case, person_id):
        return False
    return verb not in _ONLY_BY or _ONLY_BY[verb](case, person_id, found)


def speaks_for(uow: UnitOfWork, case: Case, person_id: int) -> bool:
    """Tell whether somebody has the resident's word: their own, or that of somebody without a chat."""
    return bool(relations(uow.staff, uow.org, case, person_id) & _VOICE)


def voice(case: Case, by: int) -> str:
    """Return the role under which the resident's word stands in the timeline: "clerk" where somebody passes it on,
    "representative" where somebody speaks for a joint petition (which no clerk can have entered).
    """
    if by == case.resident_id:
        return Relation.RESIDENT.value
    return Relation.AGENT.value if case.clerk_id is not None else Relation.REPRESENTATIVE.value


def role_in(uow: UnitOfWork, case: Case, person_id: int | None) -> str:
    """Return the word under which somebody's own deed stands in the timeline; "system" for the schedule.

    A word that they pass on stands under that of `voice`.
    """
    if person_id is None:
        return "system"
    found = relations(uow.staff, uow.org, case, person_id) - {Relation.AGENT}
    return next((each.value for each in Relation if each in found), "staff")
