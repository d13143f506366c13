"""How a case must stand for a verb besides its state: nothing here asks who does it."""

from collections.abc import Callable, Mapping
from typing import Final

from casework.children import Said
from casework.consents import Means
from casework.instances import is_reviewable, reopens
from casework.kinds import PetitionKind
from casework.ledger import may_be_told
from casework.paths import is_settlement
from casework.petitions import Case, Closing, Held, Instance, State


def _waits_for_court(case: Case) -> bool:
    return case.held is Held.COURT and case.unit_id is None


def _waits_for_discipline(case: Case) -> bool:
    return case.held is Held.ACCUSATION and case.unit_id is None


def _undoubted(case: Case) -> bool:
    return not case.doubted


def _is_doubted(case: Case) -> bool:
    return case.doubted


def _may_be_refused(case: Case) -> bool:
    """What is asked of a unit above is a review, and decided as one."""
    return not case.to_be_written and _is_first(case)


def _may_be_doubted(case: Case) -> bool:
    return _undoubted(case) and _is_first(case)


def _was_accepted(case: Case) -> bool:
    return case.closing is not Closing.NOT_ACCEPTED


def _was_not_accepted(case: Case) -> bool:
    return case.closing is Closing.NOT_ACCEPTED


def _waits_to_go_up(case: Case) -> bool:
    return bool(case.addressed) and case.handed_up is None


def _waits_to_be_written(case: Case) -> bool:
    return case.to_be_written


def _may_be_extended(case: Case) -> bool:
    return case.extension is None and _is_first(case)


def _extension_waits(case: Case) -> bool:
    return case.extension is not None and case.extension.waits is not None


def _has_cadre(case: Case) -> bool:
    return case.cadre_id is not None and case.recusal is None


def _recusal_waits(case: Case) -> bool:
    return case.recusal is not None


def _is_called(case: Case) -> bool:
    return case.callback_id is not None


def _meeting_is_ahead(case: Case) -> bool:
    return case.meeting is not None and case.meeting.is_ahead


def _is_no_hardship(case: Case) -> bool:
    return case.hardship is None


def _is_hardship(case: Case) -> bool:
    return case.hardship is not None


def _is_not_reported(case: Case) -> bool:
    return case.upward is None


def _is_unseen(case: Case) -> bool:
    return case.upward is not None and case.upward.seen_by is None


def _asked_as_child(case: Case) -> bool:
    return case.child is not None and case.child.said is None


def waits_for_guardian(case: Case) -> bool:
    """Tell whether a child has named a grown-up who has not said yes yet by a link of their own, or to the office.

    What was said in the child's own chat ends nothing: nobody can tell who tapped.
    """
    child = case.child
    if child is None or child.said is not Said.GUARDIAN:
        return False
    return child.guardian is None or not child.guardian.agreed or child.guardian.way is Means.BESIDE


def _may_say_beside(case: Case) -> bool:
    """Whoever has said no by a link of their own is not overruled from the child's chat; of what is shielded the phone
    may come into the wrong hands.
    """
    return waits_for_guardian(case) and case.child is not None and case.child.guardian is None and not case.shielded


def waits_for_other_side(case: Case) -> bool:
    """Tell whether the other side has said nothing yet to words that both agreed to; of a shielded case nobody asks."""
    stands = case.state is State.PROPOSED or case.closing is Closing.SETTLED
    recorded = case.meeting is not None and case.meeting.other is None
    return is_settlement(case) and stands and recorded and not case.shielded


def _is_first(case: Case) -> bool:
    return case.instance is Instance.FIRST


def _waits_for_hand(case: Case) -> bool:
    return case.reply is not None and case.reply.waits_for_hand


def _may_hear(case: Case) -> bool:
    return case.instance is Instance.REEXAMINATION and case.hearing is None


def _hears(case: Case) -> bool:
    return case.hearing is not None and not case.hearing.over


def _may_reopen(case: Case) -> bool:
    return _was_accepted(case) and reopens(case)


def _may_go_outside(case: Case) -> bool:
    return is_reviewable(case) or (case.held is Held.REVIEW and case.unit_id is None and case.state is State.WAITING)


def _is_merged(case: Case) -> bool:
    return case.merged_into is not None


def _may_be_shown(case: Case) -> bool:
    """Tell whether neighbours may be asked to sign a case: one that hides nothing, of somebody with a chat, in its
    first instance.
    """
    plain = not case.shielded and case.kind is not PetitionKind.ACCUSATION
    return plain and case.clerk_id is None and case.instance is Instance.FIRST


def _has_unit(case: Case) -> bool:
    return case.unit_id is not None


def _undisputed(case: Case) -> bool:
    return case.unit_id is not None and case.objection is None


def _is_disputable(case: Case) -> bool:
    """Whoever looks at a decision again is named by law, and can't object to it."""
    return _undisputed(case) and _is_first(case)


def _is_joint(case: Case) -> bool:
    return bool(case.assisting)


def _can_be_pressed(case: Case) -> bool:
    return case.press is None and case.unit_id is not None


def _press_waits_for_unit(case: Case) -> bool:
    return case.press is not None and case.press.answered_at is None


def _press_is_answered(case: Case) -> bool:
    return case.press is not None and case.press.answered_at is not None


def _can_be_owned(case: Case) -> bool:
    return case.owner_id is None or case.owner_asked is not None


def _waits_for_owner(case: Case) -> bool:
    return case.owner_asked is not None


def _is_listed(case: Case) -> bool:
    return case.listed_until is not None


ONLY_IF: Final[Mapping[str, Callable[[Case], bool]]] = {
    "set_date": _is_first,
    "set_kind": _is_first,
    "keep_kind": _is_first,
    "offer_ledger": may_be_told,
    "publish_ledger": may_be_told,
    "carry_out": lambda case: case.outcome is not None,
    "hand_over": _waits_for_hand,
    "reopen": _may_reopen,
    "ask_review": is_reviewable,
    "begin_hearing": _may_hear,
    "end_hearing": _hears,
    "ask_outside": _may_go_outside,
    "decide_outside": _may_go_outside,
    "write_down": _waits_to_be_written,
    "hand_up": _waits_to_go_up,
    "press": _can_be_pressed,
    "answer_press": _press_waits_for_unit,
    "accept_press": _press_is_answered,
    "return_press": _press_is_answered,
    "own": _can_be_owned,
    "decline_own": _waits_for_owner,
    "unlist": _is_listed,
    "to_court": _waits_for_court,
    "not_court": _waits_for_court,
    "ask_extension": _may_be_extended,
    "grant_extension": _extension_waits,
    "refuse_extension": _extension_waits,
    "ask_another": _has_cadre,
    "grant_another": _recusal_waits,
    "refuse_another": _recusal_waits,
    "call_back": _is_called,
    "record_meeting": _meeting_is_ahead,
    "announce_meeting": _is_first,
    "settle": _is_first,
    "cannot_come": _meeting_is_ahead,
    "flag_hardship": _is_no_hardship,
    "record_help": _is_hardship,
    "report_up": _is_not_reported,
    "see_upward": _is_unseen,
    "answer_child": _asked_as_child,
    "ask_guardian": waits_for_guardian,
    "guardian_beside": _may_say_beside,
    "record_guardian": waits_for_guardian,
    "ask_other_side": waits_for_other_side,
    "record_other_side": waits_for_other_side,
    "to_discipline": _waits_for_discipline,
    "decline": _undoubted,
    "doubt": _may_be_doubted,
    "dismiss_doubt": _is_doubted,
    "not_accept": _may_be_refused,
    "ask_who": _may_be_refused,
    # Nobody works it here: what was not accepted goes to the unit above, and to nobody below.
    "as_request": _was_accepted,
    "ask_above": _was_not_accepted,
    "split": _is_merged,
    "gather": _may_be_shown,
    "object_to": _is_disputable,
    "decide_objection": lambda case: case.objection is not None,
    "add_unit": _has_unit,
    "drop_unit": _is_joint,
    "disagree": lambda case: _is_joint(case) and _undisputed(case),
    "note": _is_joint,
}
"""For each verb that asks more of a case than its state: what else must hold."""
