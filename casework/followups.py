"""The plan: what is due for a case, a draft, a person, or whatever else has a life of its own, and when.

`plan` is pure: the same object gives the same plan. Storage keeps one row for each `Due` and reconciles the rows after
every change; a sweep fires what is due and still in the plan. At most one round of a kind is due at a time; `fired` of
the object tells which rounds are over.

Nothing from the schedule reaches anyone in the quiet hours, and staff are asked on working days; but for alarms, which
wait for no morning.
"""

from datetime import timedelta

from casework.alarms import Alarm, AlarmState
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Broadcast
from casework.callbacks import Callback
from casework.ledger import LedgerEntry
from casework.onsite.outings import Outing
from casework.parts import Part, PartState
from casework.people import Person
from casework.petitions import Case, Draft, DraftState, times_fired
from casework.plans.case import plan_case
from casework.plans.due import Due, any_day, climb, latest, morning_of, working_day
from casework.plans.outing import plan_outing
from casework.plans.policy import plan_policy
from casework.plans.published import plan_brief, plan_entry
from casework.plans.surveys import plan_survey
from casework.plans.task import plan_task
from casework.plans.themes import plan_theme
from casework.policies.policy import Policy
from casework.reception.days import Reception
from casework.reception.plan import plan_reception, plan_series
from casework.reception.series import Series
from casework.surveys.model import Survey
from casework.tasks import Task
from casework.themes import Theme
from casework.unit_of_work import Rules

Subject = (
    Case
    | Draft
    | Person
    | Alarm
    | Part
    | Callback
    | Task
    | Broadcast
    | Policy
    | Survey
    | Theme
    | Reception
    | Series
    | Outing
    | Brief
    | LedgerEntry
)


def plan(subject: Subject, rules: Rules) -> list[Due]:
    """Return what is due for `subject`, at most one round of each kind. Empty when nothing more is to come."""
    match subject:
        case Case():
            return plan_case(subject, rules)
        case Draft():
            return plan_draft(subject, rules)
        case Person():
            return plan_person(subject, rules)
        case Alarm():
            return plan_alarm(subject, rules)
        case Part():
            return plan_part(subject, rules)
        case Callback():
            return plan_callback(subject, rules)
        case Task():
            return plan_task(subject, rules)
        case Policy():
            return plan_policy(subject, rules)
        case Survey():
            return plan_survey(subject, rules)
        case Theme():
            return plan_theme(subject, rules)
        case Reception():
            return plan_reception(subject, rules)
        case Series():
            return plan_series(subject, rules)
        case Outing():
            return plan_outing(subject, rules)
        case Brief():
            return plan_brief(subject, rules)
        case LedgerEntry():
            return plan_entry(subject, rules)
        case Broadcast():
            return plan_broadcast(subject, rules)


def plan_draft(draft: Draft, rules: Rules) -> list[Due]:
    """Return a draft's plan: left alone, it is brought to mind once, and put away after some days."""
    if draft.state is not DraftState.OPEN:
        return []
    times = rules.profile.times
    wanted = [any_day(rules, "draft_shelved", 0, draft.touched_at + timedelta(days=times.draft_days))]
    if "draft_left" not in draft.fired:
        wanted.append(any_day(rules, "draft_left", 0, draft.touched_at + timedelta(hours=times.draft_hours)))
    return wanted


def plan_person(person: Person, rules: Rules) -> list[Due]:
    """Return a person's plan: what concerns them comes as one digest, on the next working morning they are there; and
    where somebody stands in, or is asked to, the end of their absence.

    Staff always have one to come, others where something waits. A person has no epochs: the day itself is the round,
    so that no day brings two digests.
    """
    calendar = rules.calendar
    wanted = []
    if person.away_until is not None and (person.deputy_id is not None or person.deputy_asked is not None):
        wanted.append(Due("back", calendar.day(person.away_until).toordinal(), calendar.awake(person.away_until)))
    if person.digest_since is not None:
        since = max(person.digest_since, person.away_until or person.digest_since)
        at = calendar.awake(calendar.next_morning(since, rules.profile.times.digest_at))
        wanted.append(Due("digest", calendar.day(at).toordinal(), at))
    return wanted


def plan_alarm(alarm: Alarm, rules: Rules) -> list[Due]:
    """Return an alarm's plan, to the minute. Never empty while it is open: it ends when a person says so."""
    times = rules.profile.times
    match alarm.state:
        case AlarmState.ASKED:
            return [_from_last(alarm, "alarm_asked", timedelta(minutes=times.alarm_asked_minutes))]
        case AlarmState.UNANSWERED:
            return [_from_last(alarm, "alarm_unseen", timedelta(minutes=times.alarm_unseen_minutes))]
        case AlarmState.RINGING:
            steps = times.alarm_ring_minutes
            step = steps[min(times_fired(alarm, "alarm_ring"), len(steps) - 1)]
            return [_from_last(alarm, "alarm_ring", timedelta(minutes=step))]
        case AlarmState.TAKEN:
            return [_from_last(alarm, "alarm_taken", timedelta(hours=times.alarm_taken_hours))]
        case AlarmState.DENIED | AlarmState.OVER:
            return []


def _from_last(alarm: Alarm, kind: str, step: timedelta) -> Due:
    """One step after the last firing, or after the state began."""
    fired = alarm.fired.get(kind)
    if fired is None:
        return Due(kind, 0, alarm.epoch_at + step)
    return Due(kind, fired.count, fired.at + step)


def plan_part(part: Part, rules: Rules) -> list[Due]:
    """Return the plan of an assisting unit's part: somebody accepts it, its day comes near, it is late."""
    if not part.is_open:
        return []
    calendar, times = rules.calendar, rules.profile.times
    wanted = [climb("part_late", part.due_at, part, rules)]
    if part.state is PartState.ASKED:
        step = timedelta(hours=times.part_accept_hours)
        at = latest(part, "part_accept") + step
        wanted.append(working_day(rules, "part_accept", times_fired(part, "part_accept"), at))
    day_before = calendar.add_working_days(calendar.last_day(part.due_at), -1)
    due = morning_of(rules, "part_due", 0, day_before)
    if "part_due" not in part.fired and part.asked_at <= due.at < part.due_at:
        wanted.append(due)
    return wanted


def plan_callback(callback: Callback, rules: Rules) -> list[Due]:
    """Return a call-back's plan. Never empty while it is open.

    The caller is reminded on the morning of the last day; after it somebody else calls. Asked in chat, the resident has
    some days to answer.
    """
    if not callback.is_open:
        return []
    if callback.asked_at is not None:
        at = callback.asked_at + timedelta(days=rules.profile.callbacks.answer_days)
        return [working_day(rules, "callback_unanswered", 0, at)]
    calendar, digest_at = rules.calendar, rules.profile.times.digest_at
    fired = callback.fired.get("callback_late")
    if fired is None:
        at = calendar.at(calendar.last_day(callback.due_at), digest_at)
        return [working_day(rules, "callback_late", 0, at)]
    # The first one falls on the last day: what comes after it comes when that is over, and then every working day.
    at = calendar.next_morning(max(fired.at, callback.due_at), digest_at)
    return [working_day(rules, "callback_late", fired.count, at)]


def plan_broadcast(broadcast: Broadcast, rules: Rules) -> list[Due]:
    """Return a broadcast's plan: while somebody has to decide upon it, they are reminded each working morning."""
    since = broadcast.waits_since
    if since is None:
        return []
    fired = broadcast.fired.get("broadcast_waits")
    at = rules.calendar.next_morning(fired.at if fired is not None else since, rules.profile.times.digest_at)
    return [working_day(rules, "broadcast_waits", times_fired(broadcast, "broadcast_waits"), at)]
