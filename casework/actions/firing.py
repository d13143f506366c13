"""Carrying out what is due: one follow-up of whatever has a plan.

Whether it is still needed is asked again of the plan, not of the row that woke us; what is not due is left alone.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from casework.actions import announcements, calling_back, consents, receipts
from casework.actions.above import is_present, tell_above, tell_cadre
from casework.actions.absence import back
from casework.actions.alarms_due import fire_alarm
from casework.actions.assigning import barred, next_candidate
from casework.actions.briefs import fire_brief
from casework.actions.changing import change, close
from casework.actions.children import tell_alone
from casework.actions.climbing import Kinds, tell_step
from casework.actions.digests import Ahead, digest
from casework.actions.ledger import fire_entry
from casework.actions.news import tell_news
from casework.actions.objecting import climb
from casework.actions.outings_due import fire_outing
from casework.actions.parts_due import fire_part
from casework.actions.pleas import remind
from casework.actions.policies import fire_policy
from casework.actions.pressing import pressed
from casework.actions.reception.due import fire_reception
from casework.actions.reception.repeating import fire_series
from casework.actions.superiors import tell_superior
from casework.actions.surveys_due import fire_survey
from casework.actions.tasks_due import fire_task
from casework.actions.telling import tell, tell_groups, tell_resident
from casework.actions.themes import fire_theme
from casework.actions.upward import climb_upward
from casework.alarms import Alarm
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Broadcast
from casework.callbacks import Callback
from casework.followups import Subject, plan
from casework.instances import review_until
from casework.ladder import FROM_HEAD, FROM_INTAKE, in_turn, up_to_last
from casework.ledger import LedgerEntry
from casework.notices import Urgency
from casework.onsite.outings import Outing
from casework.parts import Part
from casework.paths import is_settlement
from casework.people import Person, Role
from casework.petitions import Case, Closing, Draft, DraftState, State, fired_again, times_fired
from casework.policies.policy import Policy
from casework.reception.days import Reception
from casework.reception.series import Series
from casework.replacing import replace
from casework.surveys.model import Survey
from casework.tasks import Task
from casework.themes import Theme
from casework.unit_of_work import UnitOfWork, event

S = TypeVar("S", Draft, Alarm, Part, Callback, Task, Policy, Outing)

LATE: Final = Kinds("late_cadre", "late_head", "late_supervisor", "late_leader")
PROMISE_LATE: Final = Kinds("promise_late_cadre", "promise_late_head", "late_supervisor", "late_leader")


async def fire(
    uow: UnitOfWork, subject: Subject, kind: str, round_: int | None = None, ahead: Ahead | None = None
) -> bool:
    """Carry out the follow-up `kind` of `subject` if its plan has it due by now, and count it as fired.

    Return whether the plan has it: this round of it, where one is given. `ahead` is what was looked up for a digest.
    """
    key = subject.case_id if isinstance(subject, LedgerEntry) else subject.id
    its_kind: type[Any] = type(subject)
    current: Subject | None = await uow.get(its_kind, key)
    if current is None or not _is_due(uow, current, kind, round_):
        return False
    await _carry_out(uow, current, kind, ahead)
    return True


def _is_due(uow: UnitOfWork, subject: Subject, kind: str, round_: int | None) -> bool:
    return any(
        due.kind == kind and due.at <= uow.now and round_ in {None, due.round} for due in plan(subject, uow.rules)
    )


async def _carry_out(uow: UnitOfWork, subject: Subject, kind: str, ahead: Ahead | None) -> None:
    match subject:
        case Case():
            await _fire_case(uow, subject, kind)
        case Draft():
            await _fire_draft(uow, subject, kind)
        case Person():
            await (back(uow, subject) if kind == "back" else digest(uow, subject, ahead))
        case Alarm():
            await fire_alarm(uow, _fired(uow, subject, kind), kind, times_fired(subject, kind))
        case Part():
            await fire_part(uow, _fired(uow, subject, kind), kind, times_fired(subject, kind))
        case Callback():
            await _fire_callback(uow, subject, kind)
        case Task():
            await fire_task(uow, _fired(uow, subject, kind), kind, times_fired(subject, kind))
        case Policy():
            await fire_policy(uow, _fired(uow, subject, kind), kind, times_fired(subject, kind))
        case Survey():
            await fire_survey(uow, subject, kind)
        case Theme():
            await fire_theme(uow, subject, kind)
        case Reception():
            await fire_reception(uow, subject, kind)
        case Series():
            await fire_series(uow, subject)
        case Outing():
            await fire_outing(uow, _fired(uow, subject, kind), kind, times_fired(subject, kind))
        case Brief():
            await fire_brief(uow, subject, kind)
        case LedgerEntry():
            await fire_entry(uow, subject, kind)
        case Broadcast():
            await announcements.remind(uow, subject, fired_again(subject, kind, uow.now))


def _fired(uow: UnitOfWork, subject: S, kind: str) -> S:
    return replace(subject, fired=fired_again(subject, kind, uow.now))


async def _fire_draft(uow: UnitOfWork, draft: Draft, kind: str) -> None:
    draft = _fired(uow, draft, kind)
    if kind == "draft_shelved":
        draft = replace(draft, state=DraftState.SHELVED, epoch=draft.epoch + 1)
    uow.put(draft)
    await tell(uow, draft.person_id, kind, Urgency.NOW, None, True, draft_id=draft.id)


async def _fire_callback(uow: UnitOfWork, callback: Callback, kind: str) -> None:
    round_ = times_fired(callback, kind)
    callback = _fired(uow, callback, kind)
    if kind == "callback_unanswered":
        await calling_back.unanswered(uow, callback)
    else:
        await calling_back.late(uow, callback, round_)


async def _fire_case(uow: UnitOfWork, case: Case, kind: str) -> None:
    if kind == "news":
        # Looks for who is to hear it, and so comes before any change.
        await tell_news(uow, case, fired_again(case, kind, uow.now))
        return
    round_ = times_fired(case, kind)
    if kind == "receipt":
        await receipts.presume(uow, case, fired_again(case, kind, uow.now))
        return
    case = await change(uow, case, fired=fired_again(case, kind, uow.now))
    await _CASE_KINDS[kind](uow, case, round_)


# ----- Nobody has accepted -----


async def _accept(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Remind, then ask the next cadre, then the head, then each working day the dispatcher of the area."""
    if case.unit_id is None:
        await tell_above(uow, case, Role.DISPATCHER, "needs_unit", Urgency.PUSH, follow_up=True)
        return
    if case.doubted:
        # A head has to decide; the cadre has said what there was to say.
        first = Role.HEAD if round_ <= 2 else Role.DISPATCHER
        await tell_above(uow, case, first, "doubted", Urgency.PUSH, follow_up=True)
        return
    cadre = await uow.get(Person, case.cadre_id) if case.cadre_id is not None else None
    if round_ == 0 and cadre is not None and is_present(cadre, uow.now):
        await tell(uow, cadre.id, "accept_reminder", Urgency.PUSH, case, True)
    elif round_ == 0 and case.cadre_id is None:
        await _remind_unit(uow, case)
    elif round_ <= 1 and await next_candidate(uow, case) is not None:
        # A cadre who is away is not waited for: the next one is asked a day earlier.
        return
    else:
        first = Role.HEAD if round_ <= 2 else Role.DISPATCHER
        await tell_above(uow, case, first, "nobody_accepts", Urgency.PUSH, follow_up=True)


async def _remind_unit(uow: UnitOfWork, case: Case) -> None:
    """Remind everyone who could take a case that bears nobody's name, and whoever stands above."""
    tell_groups(uow, case, "group_case", follow_up=True)
    out = barred(uow, case)
    for post in uow.staff.in_unit(case.unit_id, Role.CADRE):
        if post.person_id not in out:
            await tell(uow, post.person_id, "accept_reminder", Urgency.PUSH, case, True)
    await tell_above(uow, case, Role.HEAD, "nobody_accepts", Urgency.PUSH, follow_up=True)


async def _write_down(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Somebody has to write down what was spoken: the dispatcher, then the supervisor, the leader, and round again."""
    first = in_turn(FROM_INTAKE, round_)
    kind, urgency = ("needs_words", Urgency.PUSH) if first is Role.DISPATCHER else ("unwritten", Urgency.LIMIT)
    await tell_above(uow, case, first, kind, urgency, follow_up=True)


# ----- The cadre is reminded -----


async def _progress(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_cadre(uow, case, "progress_due", Urgency.PUSH, follow_up=True)


async def _limit(uow: UnitOfWork, case: Case, round_: int) -> None:
    days = uow.rules.calendar.days_left(case.limit_at, uow.now)
    if days < 0:  # Told too late, it would contradict the ladder of lateness.
        return
    if case.state is State.WAITING and (case.unit_id is None or case.doubted):
        first = Role.DISPATCHER if case.unit_id is None else Role.HEAD
        await tell_above(uow, case, first, "notice_due", Urgency.LIMIT, follow_up=True, days=days)
    else:
        kind = "notice_due" if case.state is State.WAITING else "limit"
        await tell_cadre(uow, case, kind, Urgency.LIMIT, follow_up=True, days=days)


async def _visit_tomorrow(uow: UnitOfWork, case: Case, round_: int) -> None:
    await _tomorrow(uow, case, case.visit_at, "visit_tomorrow")


async def _visit_over(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_cadre(uow, case, "visit_over", Urgency.PUSH, follow_up=True)


async def _meeting_tomorrow(uow: UnitOfWork, case: Case, round_: int) -> None:
    await _tomorrow(uow, case, case.meeting.at if case.meeting is not None else None, "meeting_tomorrow")


async def _tomorrow(uow: UnitOfWork, case: Case, at: datetime | None, kind: str) -> None:
    """Remind both sides of what is on the next day; told late, it would speak of another one."""
    calendar = uow.rules.calendar
    if at is not None and calendar.day(at) - calendar.day(uow.now) == timedelta(days=1):
        await tell_resident(uow, case, kind, follow_up=True)
        await tell_cadre(uow, case, f"{kind}_cadre", Urgency.LIMIT, follow_up=True)


async def _meeting_over(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_cadre(uow, case, "meeting_over", Urgency.LIMIT, follow_up=True)


async def _promise(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_cadre(uow, case, "promise_due", Urgency.LIMIT, follow_up=True)


async def _details(uow: UnitOfWork, case: Case, round_: int) -> None:
    case = await change(uow, case, details_at=None)
    await tell_cadre(uow, case, "details", Urgency.LIMIT, follow_up=True)


async def _hardship(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Nobody has recorded a visit: the cadre on the last day, then the head, the supervisor, the leader."""
    if not round_:
        await tell_cadre(uow, case, "hardship_due", Urgency.LIMIT, follow_up=True)
        return
    await tell_above(uow, case, up_to_last(FROM_HEAD, round_ - 1), "hardship_late", Urgency.LIMIT, follow_up=True)


async def _child(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_alone(uow, case, follow_up=True)


async def _upward(uow: UnitOfWork, case: Case, round_: int) -> None:
    await climb_upward(uow, case)


# ----- Somebody above has to decide -----


async def _extension(uow: UnitOfWork, case: Case, round_: int) -> None:
    extension = case.extension
    if extension is not None and extension.plea is not None:
        asked = {"who": extension.plea.by, "days": extension.days, "why": extension.plea.why}
        plea = await remind(uow, case, extension.plea, "extension_asked", **asked)
        await change(uow, case, extension=replace(extension, plea=plea))


async def _recusal(uow: UnitOfWork, case: Case, round_: int) -> None:
    if case.recusal is not None:
        plea = await remind(uow, case, case.recusal.plea, "another_asked", words=case.recusal.plea.why)
        await change(uow, case, recusal=replace(case.recusal, plea=plea))


# ----- The limit, or a promise, has passed -----


async def _late(uow: UnitOfWork, case: Case, round_: int) -> None:
    await _climb(uow, case, round_, case.limit_at, LATE)


async def _promise_late(uow: UnitOfWork, case: Case, round_: int) -> None:
    await _climb(uow, case, round_, case.promise_at or case.limit_at, PROMISE_LATE)


async def _climb(uow: UnitOfWork, case: Case, round_: int, passed: datetime, kinds: Kinds) -> None:
    """One step up the ladder; the resident hears of the first one."""
    days = -uow.rules.calendar.days_left(passed, uow.now)
    told = await tell_step(uow, case, round_, kinds, days=days)
    if round_ == 0:
        await tell_resident(uow, case, "late_resident", follow_up=True)
        return
    if case.raised is not None and case.unit_id is not None and round_ == 1:
        units = {case.raised.unit_id, case.unit_id}
        await tell_superior(uow, case, units, "difficulty_late", Urgency.LIMIT, follow_up=True)
    event(uow, case, "supervisor_told", actor=None, role="system", people=told, days=days)


# ----- The resident hears of it -----


async def _status(uow: UnitOfWork, case: Case, round_: int) -> None:
    told = case.told_at or case.filed_at
    moments = (case.assigned_at, case.accepted_at, case.news_at)
    changed = any(moment is not None and moment > told for moment in moments)
    event(uow, case, "status_told", actor=None, role="system", public=False)
    await tell_resident(uow, case, "status", follow_up=True, changed=changed)


async def _question(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_resident(uow, case, "question_again", follow_up=True)


async def _confirm(uow: UnitOfWork, case: Case, round_: int) -> None:
    kind = "reminded_settlement" if is_settlement(case) else "reminded_confirm"
    await tell_resident(uow, case, kind, follow_up=True)


async def _silence(uow: UnitOfWork, case: Case, round_: int) -> None:
    """Nobody has answered: set aside and counted apart; it is not the resident's word that it is solved."""
    case = await close(uow, case, Closing.NO_ANSWER, by=None, role="system")
    case = await tell_resident(uow, case, "closed_no_answer", follow_up=True)
    await tell(uow, case.cadre_id, "closed_no_answer_cadre", Urgency.DIGEST, case, True)


async def _review_ends(uow: UnitOfWork, case: Case, round_: int) -> None:
    until = review_until(case, uow.rules)
    if until is not None and uow.now < until:  # Told too late, it would speak of a right that is gone.
        await tell_resident(uow, case, "review_ends", follow_up=True)


async def _hearing_over(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_cadre(uow, case, "hearing_over", Urgency.LIMIT, follow_up=True)
    if round_:
        await tell_above(uow, case, Role.HEAD, "hearing_over", Urgency.PUSH, follow_up=True)


async def _stars(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_resident(uow, case, "stars_again", follow_up=True)


async def _still_solved(uow: UnitOfWork, case: Case, round_: int) -> None:
    await tell_resident(uow, case, "still_solved", follow_up=True)


_CASE_KINDS: Final[Mapping[str, Callable[[UnitOfWork, Case, int], Awaitable[Any]]]] = {
    "accept": _accept,
    "objection": climb,
    "write_down": _write_down,
    "progress": _progress,
    "limit_half": _limit,
    "limit_most": _limit,
    "limit_day": _limit,
    "late": _late,
    "status": _status,
    "question": _question,
    "details": _details,
    "visit_tomorrow": _visit_tomorrow,
    "visit_over": _visit_over,
    "meeting_tomorrow": _meeting_tomorrow,
    "meeting_over": _meeting_over,
    "hardship": _hardship,
    "upward": _upward,
    "child": _child,
    "extension": _extension,
    "recusal": _recusal,
    "promise": _promise,
    "promise_late": _promise_late,
    "by_hand": receipts.remind,
    "pressed": pressed,
    "confirm": _confirm,
    "silence": _silence,
    "stars": _stars,
    "still_solved": _still_solved,
    "review_soon": _review_ends,
    "review_last": _review_ends,
    "hearing_over": _hearing_over,
    "other_side_silent": consents.remind_other_side,
    "guardian_silent": consents.remind_guardian,
}
