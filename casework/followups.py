"""The plan: what is due for a case, a draft, a person, an alarm or a call-back, and when.

`plan` is pure: the same object gives the same plan. Storage keeps one row for each `Due` and reconciles the rows after
every change; a sweep fires what is due and still in the plan. At most one round of a kind is due at a time; `fired` of
the object tells which rounds are over.

Nothing from the schedule reaches anyone in the quiet hours, and staff are asked on working days; but for alarms, which
wait for no morning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from casework import ladder
from casework.alarms import Alarm, AlarmState
from casework.callbacks import Callback
from casework.instances import review_until
from casework.parts import Part, PartState
from casework.paths import path_of
from casework.people import Person
from casework.petitions import Case, Closing, Draft, DraftState, Press, State, times_fired
from casework.pleas import Plea
from casework.unit_of_work import Rules

EVENING: Final = time(17, 30)
"""When a visit of the next day is brought to mind."""

DETAILS_AFTER: Final = timedelta(minutes=15)
"""How long nothing more must have come before a resident's answers are told, all at once."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up that the plan wants: `round` counts from 0 within an epoch."""

    kind: str
    round: int
    at: datetime


Subject = Case | Draft | Person | Alarm | Part | Callback


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


def plan_draft(draft: Draft, rules: Rules) -> list[Due]:
    """Return a draft's plan: left alone, it is brought to mind once, and put away after some days."""
    if draft.state is not DraftState.OPEN:
        return []
    times = rules.profile.times
    wanted = [_any_day(rules, "draft_shelved", 0, draft.touched_at + timedelta(days=times.draft_days))]
    if "draft_left" not in draft.fired:
        wanted.append(_any_day(rules, "draft_left", 0, draft.touched_at + timedelta(hours=times.draft_hours)))
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


def plan_part(part: Part, rules: Rules) -> list[Due]:
    """Return the plan of an assisting unit's part: somebody accepts it, its day comes near, it is late."""
    if not part.is_open:
        return []
    calendar, times = rules.calendar, rules.profile.times
    wanted = [_climb("part_late", part.due_at, part, rules)]
    if part.state is PartState.ASKED:
        step = timedelta(hours=times.part_accept_hours)
        at = _last(part, "part_accept") + step
        wanted.append(_working_day(rules, "part_accept", times_fired(part, "part_accept"), at))
    day_before = calendar.add_working_days(calendar.last_day(part.due_at), -1)
    due = _morning(rules, "part_due", 0, calendar.at(day_before, time()))
    if "part_due" not in part.fired and part.asked_at <= due.at < part.due_at:
        wanted.append(due)
    return wanted


def _from_last(alarm: Alarm, kind: str, step: timedelta) -> Due:
    """One step after the last firing, or after the state began."""
    fired = alarm.fired.get(kind)
    if fired is None:
        return Due(kind, 0, alarm.epoch_at + step)
    return Due(kind, fired.count, fired.at + step)


def plan_callback(callback: Callback, rules: Rules) -> list[Due]:
    """Return a call-back's plan. Never empty while it is open.

    The caller is reminded on the morning of the last day; after it somebody else calls. Asked in chat, the resident has
    some days to answer.
    """
    if not callback.is_open:
        return []
    if callback.asked_at is not None:
        at = callback.asked_at + timedelta(days=rules.profile.callbacks.answer_days)
        return [_working_day(rules, "callback_unanswered", 0, at)]
    calendar, digest_at = rules.calendar, rules.profile.times.digest_at
    fired = callback.fired.get("callback_late")
    if fired is None:
        at = calendar.at(calendar.last_day(callback.due_at), digest_at)
        return [_working_day(rules, "callback_late", 0, at)]
    # The first one falls on the last day: what comes after it comes when that is over, and then every working day.
    at = calendar.next_morning(max(fired.at, callback.due_at), digest_at)
    return [_working_day(rules, "callback_late", fired.count, at)]


def plan_case(case: Case, rules: Rules) -> list[Due]:
    """Return a case's plan in its present state. Never empty while the case is open."""
    return [*_by_state(case, rules), *_news(case, rules), *_upward(case, rules), *_child(case, rules)]


def _by_state(case: Case, rules: Rules) -> list[Due]:
    if case.merged_into is not None and case.state in {State.WAITING, State.WORKING, State.PROMISED}:
        # Who works it, and by when, is asked of its master; its own resident hears of it all the same.
        return [_status(case, rules), *_receipt(case, rules), *_details(case, rules)]
    match case.state:
        case State.WAITING:
            return [
                _taken_up(case, rules),
                *_last_day_coming(case, rules),
                _late(case, rules),
                _status(case, rules),
                *_question(case, rules),
                *_details(case, rules),
                *_hardship(case, rules),
                *_recusal(case, rules),
                *_pressed(case, rules),
            ]
        case State.WORKING:
            return [
                _progress(case, rules),
                *_limit_coming(case, rules),
                _late(case, rules),
                _status(case, rules),
                *_question(case, rules),
                *_visit(case, rules),
                *_meeting(case, rules),
                *_hearing(case, rules),
                *_details(case, rules),
                *_objection(case, rules),
                *_hardship(case, rules),
                *_extension(case, rules),
                *_recusal(case, rules),
                *_pressed(case, rules),
            ]
        case State.PROMISED:
            # The written answer is given, so the limit of article 34 is kept; what runs now is the promise.
            return [
                *_receipt(case, rules),
                *_promise(case, rules),
                _status(case, rules),
                *_question(case, rules),
                *_visit(case, rules),
                *_meeting(case, rules),
                *_details(case, rules),
                *_hardship(case, rules),
                *_recusal(case, rules),
                *_pressed(case, rules),
            ]
        case State.PROPOSED:
            return [
                *_receipt(case, rules),
                *_confirm(case, rules),
                *_details(case, rules),
                *_hardship(case, rules),
                *_pressed(case, rules),
            ]
        case State.CLOSED:
            return [*_after_care(case, rules), *_review(case, rules)]


def evening_before(moment: datetime, rules: Rules) -> datetime:
    """Return when something that happens at `moment` is brought to mind: in the evening of the day before."""
    return rules.calendar.at(rules.calendar.day(moment) - _DAY, EVENING)


def _any_day(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Residents are reached on any day, outside of the quiet hours."""
    return Due(kind, round_, rules.calendar.awake(at))


def _working_day(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """Offices are asked when they are open: at the same hour of the next working day.

    Awake comes first: a Friday night's end of quiet hours is a Saturday.
    """
    calendar = rules.calendar
    at = calendar.awake(at)
    day = calendar.day(at)
    if not calendar.is_working(day):
        at = calendar.at(calendar.next_working(day), at.astimezone(calendar.zone).time())
    return Due(kind, round_, at)


def _morning(rules: Rules, kind: str, round_: int, at: datetime) -> Due:
    """What hurries nobody is asked in the morning of its day, or of the next working day, all in one message."""
    return _working_day(rules, kind, round_, rules.calendar.at(rules.calendar.day(at), rules.profile.times.digest_at))


def _last(case: Case | Part, kind: str, *others: datetime | None) -> datetime:
    """Return the latest of: the epoch's beginning, the last firing of `kind`, and the other moments known."""
    fired = case.fired.get(kind)
    known = [case.epoch_at, fired.at if fired is not None else None, *others]
    return max(moment for moment in known if moment is not None)


def _taken_up(case: Case, rules: Rules) -> Due:
    """What a case waits for until somebody takes it: whoever objects to it is not asked meanwhile to accept it."""
    if case.to_be_written:
        return _write_down(case, rules)
    objected = _objection(case, rules)
    return objected[0] if objected else _accept(case, rules)


def _objection(case: Case, rules: Rules) -> list[Due]:
    """What a unit says against its assignment is decided in some working days; else it climbs, again and again."""
    if case.objection is None:
        return []
    calendar, times = rules.calendar, rules.profile.times
    fired = case.fired.get("objection")
    since = fired.at if fired is not None else case.objection.at
    day = calendar.add_working_days(calendar.day(since), times.objection_decided_working_days)
    return [_working_day(rules, "objection", times_fired(case, "objection"), calendar.at(day, times.digest_at))]


def _accept(case: Case, rules: Rules) -> Due:
    """Nobody has accepted: remind, then the next cadre, the head, the dispatcher, and so on once a working day."""
    at = _last(case, "accept") + timedelta(hours=rules.profile.times.accept_hours)
    # A body outside of this service decides until then: nobody here can take it.
    return _working_day(rules, "accept", times_fired(case, "accept"), max(at, case.wait_until or at))


def _write_down(case: Case, rules: Rules) -> Due:
    """What was spoken is not written down yet: the dispatcher, the supervisor, the leader, and so on."""
    calendar, times = rules.calendar, rules.profile.times
    day = calendar.add_working_days(calendar.day(_last(case, "write_down")), times.written_working_days)
    return _working_day(rules, "write_down", times_fired(case, "write_down"), calendar.at(day, times.digest_at))


def _silenced_until(case: Case, rules: Rules) -> datetime | None:
    """Return until when "wait until DATE" silences a case: that day's morning, and never beyond its limit."""
    if case.wait_until is None:
        return None
    morning = rules.calendar.at(rules.calendar.last_day(case.wait_until), rules.profile.times.digest_at)
    return min(morning, case.limit_at)


def _progress(case: Case, rules: Rules) -> Due:
    """Without news the cadre is asked each week; after waiting, on the day that the cadre named."""
    last = _last(case, "progress", case.news_at)
    silenced = _silenced_until(case, rules)
    due = last + timedelta(days=rules.profile.times.progress_days)
    at = silenced if silenced is not None and silenced > last else due
    return _morning(rules, "progress", times_fired(case, "progress"), at)


def _limit_coming(case: Case, rules: Rules) -> list[Due]:
    """Half of the time, 80 % of it, and the morning of the last working day before the limit's last day.

    Each comes once, and not where it lay behind already when the epoch began.
    """
    calendar = rules.calendar
    start = case.clock_from or case.epoch_at
    span = case.limit_at - start
    day_before = calendar.add_working_days(calendar.last_day(case.limit_at), -1)
    moments = (
        ("limit_half", start + span / 2),
        ("limit_most", start + span * 4 / 5),
        ("limit_day", calendar.at(day_before, time())),
    )
    silenced = _silenced_until(case, rules)
    wanted = []
    for kind, at in moments:
        due = _morning(rules, kind, 0, at)
        silent = silenced is not None and due.at < silenced and kind != "limit_day"
        if kind not in case.fired and not silent and case.epoch_at <= due.at < case.limit_at:
            wanted.append(due)
    return wanted


def _last_day_coming(case: Case, rules: Rules) -> list[Due]:
    """Nobody has accepted, or forwarded, and the limit of articles 22 and 23 is near: told on the working day before
    its last day.
    """
    return [due for due in _limit_coming(case, rules) if due.kind == "limit_day"]


def _late(case: Case, rules: Rules) -> Due:
    """Past the limit: the head at once, the supervisor after working days, the leader, and so on until it is done."""
    return _climb("late", case.limit_at, case, rules)


def _climb(kind: str, limit_at: datetime, case: Case | Part, rules: Rules, below: int = 0) -> Due:
    """What has passed is told on the next working morning, and climbs the ladder from there.

    A limit ends at 24:00, so the day of `limit_at` is the first late one. `below` rounds came before the first step.
    """
    calendar, times = rules.calendar, rules.profile.times
    count = times_fired(case, kind)
    day = ladder.day_of(times.ladder, calendar, calendar.day(limit_at), count - below)
    if day is None:
        day = calendar.add_working_days(calendar.day(_last(case, kind)), times.ladder_again_working_days)
    return _working_day(rules, kind, count, calendar.at(day, times.digest_at))


def _pressed(case: Case, rules: Rules) -> list[Due]:
    """What a supervisor wants answered: brought to mind on the last working day, and climbing when it is missed.

    Whoever has answered waits for the supervisor's word, and is not asked again.
    """
    press = case.press
    if press is None or press.answered_at is not None:
        return []
    reminder = reminder_of(press, rules)
    if reminder is not None and times_fired(case, "pressed") == press.rounds:
        return [_working_day(rules, "pressed", press.rounds, reminder)]
    return [_climb("pressed", press.until, case, rules, press.rounds + (reminder is not None))]


def reminder_of(press: Press, rules: Rules) -> datetime | None:
    """Return when a supervisor's date is brought to mind: in the morning of its last working day; None where it was
    set later than that.
    """
    calendar = rules.calendar
    last = calendar.last_day(press.until)
    day = last if calendar.is_working(last) else calendar.add_working_days(last, -1)
    at = calendar.at(day, rules.profile.times.digest_at)
    return at if at > press.at else None


def _status(case: Case, rules: Rules) -> Due:
    """The resident hears of the case at least every two weeks."""
    told = case.told_at or case.filed_at
    at = told + timedelta(days=rules.profile.times.status_days)
    return _any_day(rules, "status", times_fired(case, "status"), at)


def _news(case: Case, rules: Rules) -> list[Due]:
    """News on their way to the supporters of a case, some people at a time."""
    if case.telling is None:
        return []
    return [_any_day(rules, "news", times_fired(case, "news"), case.telling.at)]


def _question(case: Case, rules: Rules) -> list[Due]:
    """A question is repeated once."""
    if not case.question or case.asked_at is None or _told_since(case, "question", case.asked_at):
        return []
    at = case.asked_at + timedelta(days=rules.profile.times.question_days)
    return [_any_day(rules, "question", times_fired(case, "question"), at)]


def _details(case: Case, rules: Rules) -> list[Due]:
    """What the resident has answered to the questions of the category is told once no more has come for a while."""
    if case.details_at is None:
        return []
    return [_working_day(rules, "details", times_fired(case, "details"), case.details_at + DETAILS_AFTER)]


def _extension(case: Case, rules: Rules) -> list[Due]:
    """An extension that is asked for: the head is asked again, and those above, until one decides."""
    return _plea("extension", case.extension.waits if case.extension is not None else None, case, rules)


def _hardship(case: Case, rules: Rules) -> list[Due]:
    """A household in hardship: the cadre on the morning of the last day, then those above every working day, until a
    visit is recorded.
    """
    hardship = case.hardship
    if hardship is None or hardship.helped:
        return []
    calendar, digest_at = rules.calendar, rules.profile.times.digest_at
    fired = case.fired.get("hardship")
    last_day = calendar.last_day(hardship.visit_by)
    if fired is None and case.epoch_at < hardship.visit_by:
        at = max(calendar.at(last_day, digest_at), case.epoch_at)
    else:
        at = calendar.next_morning(_last(case, "hardship", hardship.visit_by), digest_at)
    return [_working_day(rules, "hardship", times_fired(case, "hardship"), at)]


def _upward(case: Case, rules: Rules) -> list[Due]:
    """What was reported upward climbs on any day until somebody has seen it, also where the case is over by then."""
    if case.upward is None or case.upward.seen_by is not None:
        return []
    step = timedelta(hours=rules.profile.care.seen_hours)
    fired = case.fired.get("upward")
    last = max(case.upward.at, fired.at) if fired is not None else case.upward.at
    return [_any_day(rules, "upward", times_fired(case, "upward"), last + step)]


def _child(case: Case, rules: Rules) -> list[Due]:
    """A child gave no answer about a grown-up: the office is told once."""
    if case.child is None or case.child.said is not None or "child" in case.fired or not case.is_open:
        return []
    return [_working_day(rules, "child", 0, case.child.asked_at + timedelta(hours=rules.profile.care.child_hours))]


def _recusal(case: Case, rules: Rules) -> list[Due]:
    """A wish for another cadre: likewise."""
    return _plea("recusal", case.recusal.plea if case.recusal is not None else None, case, rules)


def _plea(kind: str, plea: Plea | None, case: Case, rules: Rules) -> list[Due]:
    """What is to be decided is asked on the next working morning, and then each, one rung higher."""
    if plea is None:
        return []
    fired = case.fired.get(kind)
    last = max(plea.at, fired.at) if fired is not None else plea.at
    at = rules.calendar.next_morning(last, rules.profile.times.digest_at)
    return [_working_day(rules, kind, times_fired(case, kind), at)]


def _visit(case: Case, rules: Rules) -> list[Due]:
    """A visit: the evening before both sides are reminded; the morning after the cadre is asked how it was."""
    return _appointment("visit", case.visit_at, case, rules)


def _meeting(case: Case, rules: Rules) -> list[Due]:
    """A hearing or a mediation: likewise, until it is recorded."""
    ahead = case.meeting is not None and case.meeting.is_ahead
    return _appointment("meeting", case.meeting.at if case.meeting is not None and ahead else None, case, rules)


def _appointment(kind: str, at: datetime | None, case: Case, rules: Rules) -> list[Due]:
    if at is None:
        return []
    calendar = rules.calendar
    before = evening_before(at, rules)
    after = calendar.next_morning(calendar.end_of(calendar.day(at)), rules.profile.times.digest_at)
    tomorrow, over = f"{kind}_tomorrow", f"{kind}_over"
    wanted = []
    if not _told_since(case, tomorrow, before):
        wanted.append(_any_day(rules, tomorrow, times_fired(case, tomorrow), before))
    if not _told_since(case, over, after):
        wanted.append(_working_day(rules, over, times_fired(case, over), after))
    return wanted


def _told_since(case: Case, kind: str, moment: datetime) -> bool:
    """Tell whether a kind has fired at or after the moment that it speaks of: a visit moved is another visit."""
    fired = case.fired.get(kind)
    return fired is not None and fired.at >= moment


def _promise(case: Case, rules: Rules) -> list[Due]:
    """A promise: a word on the working day before and on its day, and the ladder when it is broken."""
    if case.promise_at is None:
        return []
    calendar = rules.calendar
    last_day = calendar.last_day(case.promise_at)
    mornings = (calendar.add_working_days(last_day, -1), last_day)
    wanted = []
    count = times_fired(case, "promise")
    if count < len(mornings):
        at = max(calendar.at(mornings[count], rules.profile.times.digest_at), case.epoch_at)
        due = _working_day(rules, "promise", count, at)
        if due.at < case.promise_at:
            wanted.append(due)
    wanted.append(_climb("promise_late", case.promise_at, case, rules))
    return wanted


def _receipt(case: Case, rules: Rules) -> list[Due]:
    """Whether the written reply has come to its resident: looked at after some days. One that the chat does not carry
    is to be handed over, and those above hear where nobody records it.
    """
    reply, calendar, times = case.reply, rules.calendar, rules.profile.times
    if reply is None or reply.received_at is not None:
        return []
    if reply.by_hand_at is None:
        at = reply.sent_at + timedelta(days=times.receipt_days)
        return [_any_day(rules, "receipt", times_fired(case, "receipt"), at)]
    last = _last(case, "by_hand", reply.by_hand_at)
    day = calendar.add_working_days(calendar.day(last), times.by_hand_working_days)
    return [_working_day(rules, "by_hand", times_fired(case, "by_hand"), calendar.at(day, times.digest_at))]


def _confirm(case: Case, rules: Rules) -> list[Due]:
    """Was it done? Asked again on some days, and closed as "no answer" in the end, but never before the last asking.

    After each asking the resident has the whole time until the next step, even where it went out late. Nobody is asked
    of a reply that has to be handed over, and silence on a reply that was not received closes nothing.
    """
    reply = case.reply
    if reply is not None and reply.waits_for_hand:
        return []
    times = rules.profile.times
    steps: Sequence[int] = (0, *times.confirm_days, times.silence_days)
    fired = case.fired.get("confirm")
    count = times_fired(case, "confirm")
    proposed = case.proposed_at or case.epoch_at
    if reply is not None and reply.by_hand_at is not None and reply.received_at is not None:
        proposed = max(proposed, reply.received_at)
    at = proposed + timedelta(days=steps[count + 1])
    if fired is not None:
        at = max(at, fired.at + timedelta(days=steps[count + 1] - steps[count]))
    if count < len(times.confirm_days):
        return [_any_day(rules, "confirm", count, at)]
    if reply is not None and reply.received_at is None:
        return []
    return [_any_day(rules, "silence", 0, at)]


def _hearing(case: Case, rules: Rules) -> list[Due]:
    """After the last day of a hearing, and each week, its end is asked for: it is recorded (article 36)."""
    if case.hearing is None or case.hearing.over:
        return []
    count, fired = times_fired(case, "hearing_over"), case.fired.get("hearing_over")
    weeks = timedelta(days=rules.profile.times.progress_days)
    at = case.hearing.until if fired is None else fired.at + weeks
    return [_morning(rules, "hearing_over", count, at)]


def _review(case: Case, rules: Rules) -> list[Due]:
    """The right to a review, before it runs out (articles 35 and 36): told twice to whom has not said "done"."""
    until = review_until(case, rules)
    if until is None or case.closing not in {Closing.CONTESTED, Closing.NO_ANSWER}:
        return []
    calendar, times = rules.calendar, rules.profile.times
    last_day = calendar.last_day(until)
    wanted = []
    for kind, days in (("review_soon", times.review_soon_days), ("review_last", times.review_last_days)):
        due = _any_day(rules, kind, 0, calendar.at(last_day - days * _DAY, times.digest_at))
        if kind not in case.fired and case.epoch_at <= due.at < until:
            wanted.append(due)
    return wanted


def _after_care(case: Case, rules: Rules) -> list[Due]:
    """After "done": the stars once more, and four weeks later whether it is still solved, where the kind is so."""
    if case.closed_at is None or case.closing not in {Closing.SOLVED, Closing.ANSWERED, Closing.SETTLED}:
        return []
    times = rules.profile.times
    wanted = []
    if path_of(case.kind).rated and not case.stars and "stars" not in case.fired:
        wanted.append(_any_day(rules, "stars", 0, case.closed_at + timedelta(days=times.stars_days)))
    asked_again = case.closing is not Closing.ANSWERED and path_of(case.kind).asked_again
    if asked_again and "still_solved" not in case.fired:
        wanted.append(_any_day(rules, "still_solved", 0, case.closed_at + timedelta(days=times.still_solved_days)))
    return wanted
