"""What may be done about danger: ask, answer, ring somebody, take it, write to whoever is in it, say how it ended.

A person in danger gets a person. Once somebody has been rung, no word of the writer's ends an alarm any more: someone
may hold the phone for them. Only whoever took it does, and says how.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from casework.actions.ringing import aim, ring, tell_of
from casework.actions.telling import title_for
from casework.actions.upward import propose_upward
from casework.alarms import Alarm, AlarmState, is_news, may_take, telling_part
from casework.conversations import Conversation
from casework.danger import Danger
from casework.errors import NotYours, Refused
from casework.people import Person, Role
from casework.petitions import Case, Draft, times_fired
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event

_WAITS: Final = frozenset({AlarmState.RINGING, AlarmState.UNANSWERED})


# ----- Whoever may be in danger -----


async def ask(
    uow: UnitOfWork,
    person_id: int,
    conversation: str,
    last: Alarm | None,
    danger: Danger,
    words: str,
    *,
    draft: Draft | None = None,
    case_id: int | None = None,
) -> Alarm | None:
    """Note that `words` point to danger; return the alarm whose question is to be put, None where none is.

    `last` is the chat's alarm before it. Where that is open still, it goes on with the new words, and the time in which
    an answer is waited for runs on. `draft` and `case_id` are what the words have become part of.
    """
    again = timedelta(hours=uow.rules.profile.times.alarm_again_hours)
    if not is_news(last, danger, uow.now, again):
        return None
    alarm = _with_words(_begun(uow, person_id, conversation, last, danger), words, draft, case_id)
    alarm = replace(await aim(uow, alarm), danger=danger, asked_at=uow.now)
    uow.put(alarm)
    return alarm


async def call(
    uow: UnitOfWork, person_id: int, conversation: str, last: Alarm | None, draft: Draft | None = None
) -> Alarm:
    """Ring somebody because a resident wishes it, asked or not. One that rings already, or is taken, goes on."""
    if last is not None and last.is_heard:
        return await _still_wanted(uow, last)
    return await _ring(uow, _with_words(_begun(uow, person_id, conversation, last, None), "", draft, None))


async def confirm(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Ring the duty officers: somebody is in danger, says the writer; or whoever looks at an unanswered question.

    They are rung already, or somebody is on it: then nobody else is. Raises NotYours, Refused("alarm-over").
    """
    alarm = await uow.get(Alarm, alarm_id)
    own = alarm is not None and alarm.person_id == by
    if alarm is None or not own:
        alarm = await seen(uow, alarm_id, by)
    if alarm.state is AlarmState.OVER or (alarm.state is AlarmState.DENIED and not own):
        raise Refused("alarm-over")
    if not alarm.is_heard:
        return await _ring(uow, alarm)
    return await _still_wanted(uow, alarm) if own else alarm


async def deny(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Note the writer's word that nobody is in danger.

    Whoever was rung is told so, and has to look all the same. Raises NotYours, Refused("alarm-over").
    """
    alarm = await uow.get(Alarm, alarm_id)
    if alarm is None or alarm.person_id != by:
        raise NotYours
    if not alarm.is_open:
        raise Refused("alarm-over")
    if alarm.is_heard:
        await _tell_those_on_it(uow, alarm, "alarm_calm")
        return alarm
    denied = move_on(uow, alarm, AlarmState.DENIED, answered_at=uow.now)
    uow.put(denied)
    if alarm.state is AlarmState.UNANSWERED:
        await _tell_those_on_it(uow, denied, "alarm_off")
    return denied


async def heard(
    uow: UnitOfWork,
    alarm_id: int,
    by: int,
    words: str = "",
    point: tuple[float, float] | None = None,
    files: Sequence[int] = (),
    *,
    draft: Draft | None = None,
) -> Alarm:
    """Take what the writer of an open alarm sends besides an answer: words, a shared point, files by their ids.

    Whoever is rung, or is on it, gets it at once; and where the place is another now, so do those who answer for that.
    `draft` is what the writer is writing: that of the alarm, where it has none yet.
    """
    alarm = await uow.get(Alarm, alarm_id)
    if alarm is None or alarm.person_id != by:
        raise NotYours
    if point is not None:
        alarm = replace(alarm, lat=point[0], lon=point[1])
    if alarm.draft_id is None and draft is not None:
        alarm = replace(alarm, draft_id=draft.id)
    before, alarm = alarm.area_path, await aim(uow, alarm)
    uow.put(alarm)
    if alarm.is_heard:
        if words:
            await _tell_those_on_it(uow, alarm, "alarm_words", words=words)
        if point is not None:
            await _tell_those_on_it(uow, alarm, "alarm_place", lat=point[0], lon=point[1])
        for file in files:
            await _tell_those_on_it(uow, alarm, "alarm_file", file=file)
    if alarm.state is AlarmState.RINGING and alarm.area_path != before:
        alarm, _ = await ring(uow, alarm, rungs=1 + times_fired(alarm, "alarm_ring"), new_only=True)
    return alarm


async def attach(uow: UnitOfWork, draft: Draft, case: Case) -> None:
    """Let the alarm of a draft know the case that the draft has become, or was added to."""
    conversation = await uow.get(Conversation, draft.conversation)
    alarm_id = conversation.alarm_id if conversation is not None else None
    alarm = await uow.get(Alarm, alarm_id) if alarm_id is not None else None
    if alarm is not None and alarm.draft_id == draft.id:
        alarm = await aim(uow, replace(alarm, case_id=case.id))
        uow.put(alarm)
        await _propose(uow, alarm)


async def overheard(uow: UnitOfWork, case: Case, danger: Danger, words: str) -> None:
    """Put on top of the dispatchers' list what somebody has said by voice, and what points to danger.

    The writer is asked nothing: it was said a while ago. Whoever looks at it decides whether the duty officers are
    rung. An alarm of theirs that is open already goes on instead.
    """
    person = await uow.get(Person, case.resident_id)
    chat = person.home if person is not None else ""
    conversation = await uow.get(Conversation, f"{chat}|{chat}") if chat else None
    if conversation is None:
        return
    last = await uow.get(Alarm, conversation.alarm_id) if conversation.alarm_id is not None else None
    if last is not None and last.is_open:
        return
    alarm = _begun(uow, case.resident_id, conversation.key, None, danger)
    alarm = replace(_with_words(alarm, words, None, case.id), state=AlarmState.UNANSWERED)
    uow.put(replace(conversation, alarm_id=alarm.id))
    await ring(uow, await aim(uow, alarm), first=Role.DISPATCHER)


# ----- Whoever is rung -----


async def take(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Take an alarm: exactly one wins. The resident is told at once, and everybody else who was rung.

    Whoever wins gets what was sent with the words before. Looks for it: so it comes before any other change of its
    turn. Whoever comes second gets Refused("alarm-taken", person) with the title of the first. Raises NotYours,
    Refused("alarm-over").
    """
    alarm = await seen(uow, alarm_id, by)
    if alarm.state is AlarmState.TAKEN:
        if alarm.taken_by == by:
            return alarm
        raise Refused("alarm-taken", person=await title_for(uow, alarm.taken_by, by))
    if alarm.state not in _WAITS:
        raise Refused("alarm-over")
    draft = await uow.get(Draft, alarm.draft_id) if alarm.draft_id is not None else None
    files = await uow.files_of_draft(draft.id) if draft is not None and draft.files else []
    alarm = move_on(uow, alarm, AlarmState.TAKEN, taken_by=by, taken_at=uow.now)
    uow.put(alarm)
    for file in files:
        await tell_of(uow, alarm, by, "alarm_file", file=file.id)
    await tell_of(uow, alarm, alarm.person_id, "danger_taken", who=by)
    for person_id in alarm.rung:
        # Some may have been accused since they were rung: then they must read no more of it.
        if person_id != by and may_take(uow.staff, uow.org, alarm, person_id):
            await tell_of(uow, alarm, person_id, "alarm_taken", who=by)
    return alarm


async def give_back(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Give back an alarm that one has taken and can't see to: the others are rung again. Raises as `taken` does."""
    return await rung_again(uow, await taken(uow, alarm_id, by))


async def rung_again(uow: UnitOfWork, alarm: Alarm) -> Alarm:
    """Ring the others for an alarm whose taker can't see to it any more."""
    tried = (*alarm.tried, *([alarm.taken_by] if alarm.taken_by is not None else []))
    return await _ring(uow, replace(alarm, tried=tuple(dict.fromkeys(tried)), taken_by=None, taken_at=None))


async def write(uow: UnitOfWork, alarm_id: int, by: int, words: str, files: Sequence[int] = ()) -> Alarm:
    """Write to the resident of an alarm that one has taken, or send files by their ids.

    Neither sees the other's account. Raises as `taken` does, and Refused("alarm-unreachable") where the resident has
    stopped the service.
    """
    alarm = await taken(uow, alarm_id, by)
    resident = await uow.get(Person, alarm.person_id)
    if resident is None or resident.unreachable_at is not None:
        raise Refused("alarm-unreachable")
    if words:
        await tell_of(uow, alarm, alarm.person_id, "danger_words", who=by, words=words)
    for file in files:
        await tell_of(uow, alarm, alarm.person_id, "danger_file", who=by, file=file)
    return alarm


async def done(uow: UnitOfWork, alarm_id: int, by: int, ending: str) -> Alarm:
    """End an alarm that one has taken, and say how it ended: recorded, also in the case if there is one.

    Raises as `taken` does.
    """
    alarm = await taken(uow, alarm_id, by)
    case = await uow.get(Case, alarm.case_id) if alarm.case_id is not None else None
    alarm = move_on(uow, alarm, AlarmState.OVER, ending=ending)
    uow.put(alarm)
    if case is not None:
        event(uow, case, "alarm_over", actor=by, role="duty", public=False, words=ending)
    await tell_of(uow, alarm, alarm.person_id, "danger_over", who=by)
    return alarm


async def taken(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Return an alarm that this person has taken.

    Raises NotYours, Refused("alarm-over"), and Refused("alarm-take-first") where they have not.
    """
    alarm = await seen(uow, alarm_id, by)
    if not alarm.is_open:
        raise Refused("alarm-over")
    if alarm.state is not AlarmState.TAKEN or alarm.taken_by != by:
        raise Refused("alarm-take-first")
    return alarm


async def seen(uow: UnitOfWork, alarm_id: int, by: int) -> Alarm:
    """Return an alarm for somebody of the staff, as its words are now: they may accuse somebody since.

    Raises NotYours, also for what is but a question to its writer.
    """
    alarm = await uow.get(Alarm, alarm_id)
    alarm = await aim(uow, alarm) if alarm is not None else None
    if alarm is None or alarm.state is AlarmState.ASKED or not may_take(uow.staff, uow.org, alarm, by):
        raise NotYours
    return alarm


# ----- Between them -----


def _begun(uow: UnitOfWork, person_id: int, conversation: str, last: Alarm | None, danger: Danger | None) -> Alarm:
    """Return the chat's open alarm, or a new one."""
    if last is not None and last.is_open:
        return last
    return Alarm(uow.new_id(), person_id, conversation, danger, None, "", uow.now, uow.now)


def _with_words(alarm: Alarm, words: str, draft: Draft | None, case_id: int | None) -> Alarm:
    """Return an alarm that shows these words: by the draft in which they stand, else by themselves."""
    if case_id is not None:
        alarm = replace(alarm, case_id=case_id)
    if draft is not None and words in draft.text:
        return replace(alarm, draft_id=draft.id)
    return replace(alarm, words=telling_part(words)) if words else alarm


def move_on(uow: UnitOfWork, alarm: Alarm, state: AlarmState, **fields: Any) -> Alarm:
    """Return an alarm in another state: a new epoch, in which its follow-ups begin afresh."""
    return replace(alarm, state=state, epoch=alarm.epoch + 1, epoch_at=uow.now, fired={}, **fields)


async def _ring(uow: UnitOfWork, alarm: Alarm) -> Alarm:
    """Begin to ring, and tell the resident who is rung; or plainly that nobody can be, and whom to call."""
    alarm = move_on(uow, await aim(uow, alarm), AlarmState.RINGING, answered_at=alarm.answered_at or uow.now)
    alarm, told = await ring(uow, alarm)
    if told:
        await tell_of(uow, alarm, alarm.person_id, "danger_ringing", who=told[0])
    else:
        await tell_of(uow, alarm, alarm.person_id, "danger_nobody")
    await _propose(uow, alarm)
    return alarm


async def _propose(uow: UnitOfWork, alarm: Alarm) -> None:
    """Propose that the case of an alarm that rings is reported upward (article 26); despair, or harm to a child,
    does not endanger many.
    """
    case = await uow.get(Case, alarm.case_id) if alarm.case_id is not None else None
    if case is not None and alarm.is_heard and alarm.danger not in {Danger.DESPAIR, Danger.CHILD}:
        await propose_upward(uow, case, "danger")


async def _still_wanted(uow: UnitOfWork, alarm: Alarm) -> Alarm:
    """Let whoever has taken an alarm know that its writer asks for help: it may have been but a question to them."""
    if alarm.state is AlarmState.TAKEN:
        await _tell_those_on_it(uow, alarm, "alarm_yes")
    return alarm


async def _tell_those_on_it(uow: UnitOfWork, alarm: Alarm, kind: str, **args: Any) -> None:
    """Tell whoever has taken the alarm; while nobody has, all who were rung and may still see it."""
    people = alarm.rung if alarm.taken_by is None else (alarm.taken_by,)
    for person_id in people:
        if may_take(uow.staff, uow.org, alarm, person_id):
            await tell_of(uow, alarm, person_id, kind, **args)
