"""The plan: what is due for a case, a draft or a person, and when.

`plan_case`, `plan_draft` and `plan_person` are pure: the same object gives the same plan. Storage keeps one row for
each `Due` and reconciles the rows after every change; a sweep fires what is due and still in the plan. At most one
round of a kind is due at a time; `fired` of the object tells which rounds of the running epoch are over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.calendar import Calendar
from casework.people import Person
from casework.petitions import Case, Closing, Draft, DraftState, Fired, State
from casework.profile import FollowUpTimes
from casework.unit_of_work import Rules

NEVER = Fired(0, datetime.min)


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up that the plan wants: `round` counts from 0 within an epoch."""

    kind: str
    round: int
    at: datetime


def plan(subject: Case | Draft | Person, rules: Rules) -> list[Due]:
    """Return what is due for `subject`, at most one round of each kind. Empty when nothing more is to come."""
    match subject:
        case Case():
            return plan_case(subject, rules)
        case Draft():
            return plan_draft(subject, rules)
        case Person():
            return plan_person(subject, rules)


def plan_draft(draft: Draft, rules: Rules) -> list[Due]:
    """A draft left alone is reminded once, and put away after some days."""
    if draft.state is not DraftState.OPEN:
        return []
    times = rules.profile.times
    wanted = [_due(rules, "draft_shelved", 0, draft.touched_at + timedelta(days=times.draft_days))]
    if "draft_left" not in draft.fired:
        wanted.append(_due(rules, "draft_left", 0, draft.touched_at + timedelta(hours=times.draft_hours)))
    return wanted


def plan_person(person: Person, rules: Rules) -> list[Due]:
    """Whoever has something waiting gets one digest, on the next working morning."""
    if person.digest_since is None:
        return []
    at = rules.calendar.next_morning(person.digest_since, rules.profile.times.digest_at)
    return [Due("digest", 0, at)]


def plan_case(case: Case, rules: Rules) -> list[Due]:
    """Return what is due for a case in its present state. Never empty while the case is open."""
    match case.state:
        case State.WAITING:
            return [*_accept(case, rules), *_late(case, rules), *_status(case, rules)]
        case State.WORKING:
            return [
                *_progress(case, rules),
                *_limit_coming(case, rules),
                *_late(case, rules),
                *_status(case, rules),
                *_question(case, rules),
                *_visit(case, rules),
            ]
        case State.PROMISED:
            return [*_promise(case, rules), *_status(case, rules), *_question(case, rules), *_visit(case, rules)]
        case State.PROPOSED:
            return _confirm(case, rules)
        case State.CLOSED:
            return _after_care(case, rules)


def _due(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Nothing from the schedule reaches anyone in the quiet hours."""
    return Due(kind, round_, rules.calendar.awake(at))


def _working(calendar: Calendar, moment: datetime) -> datetime:
    """Shift a moment on a day off to the same hour of the next working day: offices are asked when they are open."""
    day = calendar.day(moment)
    if calendar.is_working(day):
        return moment
    local = moment.astimezone(calendar.zone)
    return calendar.at(calendar.next_working(day), local.time().replace(tzinfo=None))


def _fired(case: Case, kind: str) -> Fired:
    return case.fired.get(kind, NEVER)


def _accept(case: Case, rules: Rules) -> list[Due]:
    """Nobody has accepted: remind, then the next cadre, the head, the dispatcher, and so on once a working day."""
    fired = _fired(case, "accept")
    step = timedelta(hours=rules.profile.times.accept_hours)
    since = fired.at if fired.count else case.epoch_at
    return [_due(rules, "accept", fired.count, _working(rules.calendar, since + step))]


def _silenced_until(case: Case) -> datetime | None:
    """ "Wait until DATE, because" silences a case, but never beyond its limit."""
    if case.wait_until is None:
        return None
    return min(case.wait_until, case.limit_at)


def _progress(case: Case, rules: Rules) -> list[Due]:
    fired = _fired(case, "progress")
    last = max(each for each in (case.epoch_at, case.news_at, fired.at if fired.count else None) if each is not None)
    at = last + timedelta(days=rules.profile.times.progress_days)
    silenced = _silenced_until(case)
    if silenced is not None:
        at = max(at, silenced)
    return [_due(rules, "progress", fired.count, _working(rules.calendar, at))]


def _limit_coming(case: Case, rules: Rules) -> list[Due]:
    """Half of the time, 80 % of it, and the last day's morning; each once, and only those still ahead."""
    start = case.clock_from or case.epoch_at
    span = case.limit_at - start
    last_morning = rules.calendar.at(
        rules.calendar.day(case.limit_at - timedelta(microseconds=1)) - timedelta(days=1), rules.profile.times.digest_at
    )
    moments = (("limit_half", start + span / 2), ("limit_most", start + span * 4 / 5), ("limit_day", last_morning))
    silenced = _silenced_until(case)
    wanted = []
    for kind, at in moments:
        if kind in case.fired or at < case.epoch_at or (silenced is not None and at < silenced and kind != "limit_day"):
            continue
        wanted.append(_due(rules, kind, 0, at))
    return wanted


def _late(case: Case, rules: Rules) -> list[Due]:
    """Past the limit: the head at once, the supervisor after working days, the leader, and so on until it is done."""
    fired = _fired(case, "late")
    return [_due(rules, "late", fired.count, _ladder(case.limit_at, fired, rules))]


def _ladder(limit_at: datetime, fired: Fired, rules: Rules) -> datetime:
    calendar, times = rules.calendar, rules.profile.times
    steps = (0, times.supervisor_after_working_days, times.leader_after_working_days)
    # The limit ends at 24:00: it is told on the next working morning.
    day = calendar.day(limit_at)
    if fired.count < len(steps):
        day = calendar.add_working_days(day, steps[fired.count])
    else:
        day = calendar.add_working_days(calendar.day(fired.at), times.late_every_working_days)
    if not calendar.is_working(day):
        day = calendar.next_working(day)
    return calendar.at(day, times.digest_at)


def _status(case: Case, rules: Rules) -> list[Due]:
    """The resident hears of the case at least every two weeks."""
    told = case.told_at or case.filed_at
    return [_due(rules, "status", _fired(case, "status").count, told + timedelta(days=rules.profile.times.status_days))]


def _question(case: Case, rules: Rules) -> list[Due]:
    if not case.question or case.asked_at is None:
        return []
    fired = _fired(case, "question")
    if fired.count and fired.at > case.asked_at:
        return []
    at = case.asked_at + timedelta(days=rules.profile.times.question_days)
    return [_due(rules, "question", fired.count, at)]


def _visit(case: Case, rules: Rules) -> list[Due]:
    """The evening before a visit both sides are reminded; the morning after it the cadre is asked how it was."""
    if case.visit_at is None:
        return []
    calendar = rules.calendar
    day = calendar.day(case.visit_at)
    before = calendar.at(day - timedelta(days=1), rules.profile.times.digest_at.replace(hour=17))
    after = calendar.next_morning(calendar.end_of(day), rules.profile.times.digest_at)
    fired_before, fired_after = _fired(case, "visit_tomorrow"), _fired(case, "visit_over")
    wanted = []
    if before > case.epoch_at and not (fired_before.count and fired_before.at >= before):
        wanted.append(_due(rules, "visit_tomorrow", fired_before.count, before))
    wanted.append(_due(rules, "visit_over", fired_after.count, after))
    return wanted


def _promise(case: Case, rules: Rules) -> list[Due]:
    """A promise: a word the day before, the question when it is due, and the ladder when it is broken."""
    if case.promise_at is None:
        return []
    calendar, times = rules.calendar, rules.profile.times
    last_day = calendar.day(case.promise_at - timedelta(microseconds=1))
    wanted = []
    if "promise" not in case.fired:
        at = max(calendar.at(last_day - timedelta(days=1), times.digest_at), case.epoch_at)
        wanted.append(_due(rules, "promise", 0, at))
    broken = _fired(case, "promise_late")
    wanted.append(_due(rules, "promise_late", broken.count, _ladder(case.promise_at, broken, rules)))
    return wanted


def _confirm(case: Case, rules: Rules) -> list[Due]:
    """Was it done? Asked again, and closed as "no answer" in the end."""
    times = rules.profile.times
    fired = _fired(case, "confirm")
    proposed = case.proposed_at or case.epoch_at
    wanted = [_due(rules, "silence", 0, proposed + timedelta(days=times.silence_days))]
    if fired.count < len(times.confirm_days):
        wanted.append(_due(rules, "confirm", fired.count, proposed + timedelta(days=times.confirm_days[fired.count])))
    return wanted


def _after_care(case: Case, rules: Rules) -> list[Due]:
    """After "done": the stars once more, and four weeks later whether it is still solved."""
    if case.closed_at is None or case.closing not in {Closing.SOLVED, Closing.ANSWERED}:
        return []
    times = rules.profile.times
    wanted = []
    if not case.stars and "stars" not in case.fired:
        wanted.append(_due(rules, "stars", 0, case.closed_at + timedelta(days=times.stars_days)))
    if case.closing is Closing.SOLVED and "still_solved" not in case.fired:
        wanted.append(_due(rules, "still_solved", 0, case.closed_at + timedelta(days=times.still_solved_days)))
    return wanted
