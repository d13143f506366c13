"""What is due for a case as it stands: by its state, and whatever its state."""

from casework.petitions import Case, State
from casework.plans import appointments, consents, office, resident
from casework.plans.due import Due
from casework.unit_of_work import Rules


def plan_case(case: Case, rules: Rules) -> list[Due]:
    """Return a case's plan in its present state. Never empty while the case is open."""
    return [
        *_by_state(case, rules),
        *resident.news(case, rules),
        *office.upward(case, rules),
        *office.child(case, rules),
        *consents.unanswered(case, rules),
    ]


def _by_state(case: Case, rules: Rules) -> list[Due]:
    if case.merged_into is not None and case.state in {State.WAITING, State.WORKING, State.PROMISED}:
        # Who works it, and by when, is asked of its master; its own resident hears of it all the same.
        return [resident.status(case, rules), *resident.receipt(case, rules), *office.details(case, rules)]
    match case.state:
        case State.WAITING:
            return [
                office.taken_up(case, rules),
                *office.last_day_coming(case, rules),
                office.late(case, rules),
                resident.status(case, rules),
                *resident.question(case, rules),
                *office.details(case, rules),
                *office.hardship(case, rules),
                *office.recusal(case, rules),
                *office.pressed(case, rules),
            ]
        case State.WORKING:
            return [
                office.progress(case, rules),
                *office.limit_coming(case, rules),
                office.late(case, rules),
                resident.status(case, rules),
                *resident.question(case, rules),
                *appointments.visit(case, rules),
                *appointments.meeting(case, rules),
                *office.hearing(case, rules),
                *office.details(case, rules),
                *office.objection(case, rules),
                *office.hardship(case, rules),
                *office.extension(case, rules),
                *office.recusal(case, rules),
                *office.pressed(case, rules),
            ]
        case State.PROMISED:
            # The written answer is given, so the limit of article 34 is kept; what runs now is the promise.
            return [
                *resident.receipt(case, rules),
                *office.promise(case, rules),
                *resident.review(case, rules),
                resident.status(case, rules),
                *resident.question(case, rules),
                *appointments.visit(case, rules),
                *appointments.meeting(case, rules),
                *office.details(case, rules),
                *office.hardship(case, rules),
                *office.recusal(case, rules),
                *office.pressed(case, rules),
            ]
        case State.PROPOSED:
            return [
                *resident.receipt(case, rules),
                *resident.confirm(case, rules),
                *office.details(case, rules),
                *office.hardship(case, rules),
                *office.pressed(case, rules),
            ]
        case State.CLOSED:
            return [*resident.after_care(case, rules), *resident.review(case, rules)]
