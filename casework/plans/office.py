"""What a case has due for those who work it, and for those above them."""

from datetime import datetime, timedelta
from typing import Final

from casework.petitions import Case, Press, times_fired
from casework.plans.due import Due, any_day, climb, latest, morning, morning_of, working_day
from casework.pleas import Plea
from casework.unit_of_work import Rules

DETAILS_AFTER: Final = timedelta(minutes=15)
"""How long nothing more must have come before a resident's answers are told, all at once."""


def taken_up(case: Case, rules: Rules) -> Due:
    """What a case waits for until somebody takes it: whoever objects to it is not asked meanwhile to accept it."""
    if case.to_be_written:
        return _write_down(case, rules)
    objected = objection(case, rules)
    return objected[0] if objected else _accept(case, rules)


def objection(case: Case, rules: Rules) -> list[Due]:
    """What a unit says against its assignment is decided in some working days; else it climbs, again and again."""
    if case.objection is None:
        return []
    calendar, times = rules.calendar, rules.profile.times
    fired = case.fired.get("objection")
    since = fired.at if fired is not None else case.objection.at
    day = calendar.add_working_days(calendar.day(since), times.objection_decided_working_days)
    return [morning_of(rules, "objection", times_fired(case, "objection"), day)]


def _accept(case: Case, rules: Rules) -> Due:
    """Nobody has accepted: remind, then the next cadre, the head, the dispatcher, and so on once a working day."""
    at = latest(case, "accept") + timedelta(hours=rules.profile.times.accept_hours)
    # A body outside of this service decides until then: nobody here can take it.
    return working_day(rules, "accept", times_fired(case, "accept"), max(at, case.wait_until or at))


def _write_down(case: Case, rules: Rules) -> Due:
    """What was spoken is not written down yet: the dispatcher, the supervisor, the leader, and so on."""
    calendar, times = rules.calendar, rules.profile.times
    day = calendar.add_working_days(calendar.day(latest(case, "write_down")), times.written_working_days)
    return morning_of(rules, "write_down", times_fired(case, "write_down"), day)


def _silenced_until(case: Case, rules: Rules) -> datetime | None:
    """Return until when "wait until DATE" silences a case: that day's morning, and never beyond its limit."""
    if case.wait_until is None:
        return None
    that_morning = rules.calendar.at(rules.calendar.last_day(case.wait_until), rules.profile.times.digest_at)
    return min(that_morning, case.limit_at)


def progress(case: Case, rules: Rules) -> Due:
    """Without news the cadre is asked each week; after waiting, on the day that the cadre named."""
    last = latest(case, "progress", case.news_at)
    silenced = _silenced_until(case, rules)
    due = last + timedelta(days=rules.profile.times.progress_days)
    at = silenced if silenced is not None and silenced > last else due
    return morning(rules, "progress", times_fired(case, "progress"), at)


def limit_coming(case: Case, rules: Rules) -> list[Due]:
    """Half of the time, 80 % of it, and the morning of the last working day before the limit's last day.

    Each comes once, and not where it lay behind already when the epoch began.
    """
    calendar = rules.calendar
    start = case.clock_from or case.epoch_at
    span = case.limit_at - start
    day_before = calendar.add_working_days(calendar.last_day(case.limit_at), -1)
    days = (
        ("limit_half", calendar.day(start + span / 2)),
        ("limit_most", calendar.day(start + span * 4 / 5)),
        ("limit_day", day_before),
    )
    silenced = _silenced_until(case, rules)
    wanted = []
    for kind, day in days:
        if kind in case.fired:
            continue
        due = morning_of(rules, kind, 0, day)
        silent = silenced is not None and due.at < silenced and kind != "limit_day"
        if not silent and case.epoch_at <= due.at < case.limit_at:
            wanted.append(due)
    return wanted


def last_day_coming(case: Case, rules: Rules) -> list[Due]:
    """Nobody has accepted, or forwarded, and the limit of articles 22 and 23 is near: told on the working day before
    its last day.
    """
    return [due for due in limit_coming(case, rules) if due.kind == "limit_day"]


def late(case: Case, rules: Rules) -> Due:
    """Past the limit: the head at once, the supervisor after working days, the leader, and so on until it is done."""
    return climb("late", case.limit_at, case, rules)


def pressed(case: Case, rules: Rules) -> list[Due]:
    """What a supervisor wants answered: brought to mind on the last working day, and climbing when it is missed.

    Whoever has answered waits for the supervisor's word, and is not asked again.
    """
    press = case.press
    if press is None or press.answered_at is not None:
        return []
    reminder = reminder_of(press, rules)
    if reminder is not None and times_fired(case, "pressed") == press.rounds:
        return [working_day(rules, "pressed", press.rounds, reminder)]
    return [climb("pressed", press.until, case, rules, press.rounds + (reminder is not None))]


def reminder_of(press: Press, rules: Rules) -> datetime | None:
    """Return when a supervisor's date is brought to mind: in the morning of its last working day; None where it was
    set later than that.
    """
    calendar = rules.calendar
    last = calendar.last_day(press.until)
    day = last if calendar.is_working(last) else calendar.add_working_days(last, -1)
    at = calendar.at(day, rules.profile.times.digest_at)
    return at if at > press.at else None


def details(case: Case, rules: Rules) -> list[Due]:
    """What the resident has answered to the questions of the category is told once no more has come for a while."""
    if case.details_at is None:
        return []
    return [working_day(rules, "details", times_fired(case, "details"), case.details_at + DETAILS_AFTER)]


def extension(case: Case, rules: Rules) -> list[Due]:
    """An extension that is asked for: the head is asked again, and those above, until one decides."""
    return _plea("extension", case.extension.waits if case.extension is not None else None, case, rules)


def hardship(case: Case, rules: Rules) -> list[Due]:
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
        at = calendar.next_morning(latest(case, "hardship", hardship.visit_by), digest_at)
    return [working_day(rules, "hardship", times_fired(case, "hardship"), at)]


def upward(case: Case, rules: Rules) -> list[Due]:
    """What was reported upward climbs on any day until somebody has seen it, also where the case is over by then."""
    if case.upward is None or case.upward.seen_by is not None:
        return []
    step = timedelta(hours=rules.profile.care.seen_hours)
    fired = case.fired.get("upward")
    last = max(case.upward.at, fired.at) if fired is not None else case.upward.at
    return [any_day(rules, "upward", times_fired(case, "upward"), last + step)]


def child(case: Case, rules: Rules) -> list[Due]:
    """A child gave no answer about a grown-up: the office is told once."""
    if case.child is None or case.child.said is not None or "child" in case.fired or not case.is_open:
        return []
    return [working_day(rules, "child", 0, case.child.asked_at + timedelta(hours=rules.profile.care.child_hours))]


def recusal(case: Case, rules: Rules) -> list[Due]:
    """A wish for another cadre: likewise."""
    return _plea("recusal", case.recusal.plea if case.recusal is not None else None, case, rules)


def _plea(kind: str, plea: Plea | None, case: Case, rules: Rules) -> list[Due]:
    """What is to be decided is asked on the next working morning, and then each, one rung higher."""
    if plea is None:
        return []
    fired = case.fired.get(kind)
    last = max(plea.at, fired.at) if fired is not None else plea.at
    at = rules.calendar.next_morning(last, rules.profile.times.digest_at)
    return [working_day(rules, kind, times_fired(case, kind), at)]


def promise(case: Case, rules: Rules) -> list[Due]:
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
        due = working_day(rules, "promise", count, at)
        if due.at < case.promise_at:
            wanted.append(due)
    wanted.append(climb("promise_late", case.promise_at, case, rules))
    return wanted


def hearing(case: Case, rules: Rules) -> list[Due]:
    """After the last day of a hearing, and each week, its end is asked for: it is recorded (article 36)."""
    if case.hearing is None or case.hearing.over:
        return []
    count, fired = times_fired(case, "hearing_over"), case.fired.get("hearing_over")
    weeks = timedelta(days=rules.profile.times.progress_days)
    at = case.hearing.until if fired is None else fired.at + weeks
    return [morning(rules, "hearing_over", count, at)]
