"""What a case has due for its resident, and for those who have joined it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from casework.instances import review_until
from casework.paths import path_of
from casework.petitions import Case, Closing, times_fired
from casework.plans.due import Due, any_day, latest, morning_of, told_since
from casework.unit_of_work import Rules

_DAY: Final = timedelta(days=1)


def status(case: Case, rules: Rules) -> Due:
    """The resident hears of the case at least every two weeks."""
    told = case.told_at or case.filed_at
    at = told + timedelta(days=rules.profile.times.status_days)
    return any_day(rules, "status", times_fired(case, "status"), at)


def news(case: Case, rules: Rules) -> list[Due]:
    """News on their way to the supporters of a case, some people at a time."""
    if case.telling is None:
        return []
    return [any_day(rules, "news", times_fired(case, "news"), case.telling.at)]


def question(case: Case, rules: Rules) -> list[Due]:
    """A question is repeated once."""
    if not case.question or case.asked_at is None or told_since(case, "question", case.asked_at):
        return []
    at = case.asked_at + timedelta(days=rules.profile.times.question_days)
    return [any_day(rules, "question", times_fired(case, "question"), at)]


def receipt(case: Case, rules: Rules) -> list[Due]:
    """Whether the written reply has come to its resident: looked at after some days. One that the chat does not carry
    is to be handed over, and those above hear where nobody records it.
    """
    reply, calendar, times = case.reply, rules.calendar, rules.profile.times
    if reply is None or reply.received_at is not None:
        return []
    if reply.by_hand_at is None:
        at = reply.sent_at + timedelta(days=times.receipt_days)
        return [any_day(rules, "receipt", times_fired(case, "receipt"), at)]
    last = latest(case, "by_hand", reply.by_hand_at)
    day = calendar.add_working_days(calendar.day(last), times.by_hand_working_days)
    return [morning_of(rules, "by_hand", times_fired(case, "by_hand"), day)]


def confirm(case: Case, rules: Rules) -> list[Due]:
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
        return [any_day(rules, "confirm", count, at)]
    if reply is not None and reply.received_at is None:
        return []
    return [any_day(rules, "silence", 0, at)]


def review(case: Case, rules: Rules) -> list[Due]:
    """The right to a review, before it runs out (articles 35 and 36): told twice to whom has not said "done"."""
    until = review_until(case, rules)
    if until is None or (not case.is_open and case.closing not in {Closing.CONTESTED, Closing.NO_ANSWER}):
        return []
    calendar, times = rules.calendar, rules.profile.times
    last_day = calendar.last_day(until)
    wanted = []
    for kind, days in (("review_soon", times.review_soon_days), ("review_last", times.review_last_days)):
        due = any_day(rules, kind, 0, calendar.at(last_day - days * _DAY, times.digest_at))
        if kind not in case.fired and case.epoch_at <= due.at < until:
            wanted.append(due)
    return wanted


def after_care(case: Case, rules: Rules) -> list[Due]:
    """After "done": the stars once more, and four weeks later whether it is still solved, where the kind is so."""
    if case.closed_at is None or case.closing not in {Closing.SOLVED, Closing.ANSWERED, Closing.SETTLED}:
        return []
    times = rules.profile.times
    wanted = []
    if path_of(case.kind).rated and not case.stars and "stars" not in case.fired:
        wanted.append(any_day(rules, "stars", 0, case.closed_at + timedelta(days=times.stars_days)))
    asked_again = case.closing is not Closing.ANSWERED and path_of(case.kind).asked_again
    if asked_again and "still_solved" not in case.fired:
        wanted.append(any_day(rules, "still_solved", 0, case.closed_at + timedelta(days=times.still_solved_days)))
    return wanted
