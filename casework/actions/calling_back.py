"""Call-backs: who is drawn and who calls, how the resident is reached, and what their answer leads to."""

from collections.abc import Collection
from typing import Final

from casework.actions.above import above, tell_unless_hidden
from casework.actions.reporting import report
from casework.actions.telling import tell
from casework.callbacks import Answer, Callback, Drawn
from casework.errors import Refused
from casework.ladder import FROM_INTAKE, up_to_last
from casework.notices import Urgency
from casework.people import Person
from casework.permissions import allowed, voice
from casework.petitions import Case
from casework.relations import IN_UNIT, relations
from casework.replacing import replace
from casework.shielding import hidden_from, units_above
from casework.unit_of_work import UnitOfWork, event

_STARS: Final = frozenset({Drawn.LOW_STARS, Drawn.FIVE_STARS})


async def draw(uow: UnitOfWork, case: Case, drawn: Drawn | None) -> Case:
    """Draw a case for a call-back, or not, by the share of what it is drawn from; return it as it is then.

    Chance decides, so that nobody can know beforehand. A case has one call-back at a time. Where nobody outside of the
    unit is there to call, none is drawn.
    """
    settings = uow.rules.profile.callbacks
    if drawn is None or case.callback_id is not None or uow.rng.random() * 100 >= settings.percent(drawn):
        return case
    caller_id = await _caller(uow, case, 0)
    if caller_id is None:
        return case
    due_at = uow.rules.calendar.limit(uow.now, settings.working_days, working=True)
    callback = Callback(uow.new_id(), case.id, drawn, case.unit_id, caller_id, uow.now, due_at, uow.now)
    uow.put(callback)
    case = replace(case, callback_id=callback.id, caller_id=caller_id)
    uow.put(case)
    await tell(uow, caller_id, "callback", Urgency.DIGEST, case)
    return case


async def ask_in_chat(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Ask the resident in chat. Raises Refused("callback-phone") where they have none, or can't be reached there.

    Nobody passes it on: whoever speaks for the resident may be of the unit.
    """
    case, callback = await _called(uow, case_id, by, epoch)
    resident = await uow.get(Person, case.resident_id)
    if resident is None or not resident.home or resident.unreachable_at is not None:
        raise Refused("callback-phone")
    uow.put(replace(callback, asked_at=uow.now, epoch=callback.epoch + 1, epoch_at=uow.now, fired={}))
    await tell(uow, resident.id, "callback_form", Urgency.NOW, case)
    return case


async def call_back(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, answer: Answer) -> Case:
    """Record what the resident said on the telephone, or that nobody answered."""
    case, callback = await _called(uow, case_id, by, epoch)
    case = await _answered(uow, case, callback, answer, by=by, role="caller")
    resident = await uow.get(Person, case.resident_id)
    if answer is Answer.NOT_SOLVED and resident is not None and resident.home:
        await tell(uow, resident.id, "callback_not_solved", Urgency.NOW, case)
    return case


async def answer_call(uow: UnitOfWork, case_id: int, by: int, answer: Answer) -> Case:
    """Take the resident's own answer. Raises Refused("callback-over") where nobody asks any more."""
    case = await allowed(uow, "answer_call", case_id, by)
    callback = await uow.get(Callback, case.callback_id) if case.callback_id is not None else None
    if callback is None or not callback.is_open:
        raise Refused("callback-over")
    return await _answered(uow, case, callback, answer, by=by, role=voice(case, by))


async def stars_asked(uow: UnitOfWork, case_id: int, by: int) -> None:
    """Take a resident's word that somebody asked them for stars: it goes past the unit. Once for a case is enough."""
    case = await allowed(uow, "stars_asked", case_id, by)
    if not await uow.events_of_kinds(case.id, ["stars_asked"]):
        await report(uow, case, "stars_asked", by=by, role=voice(case, by))


async def late(uow: UnitOfWork, callback: Callback, round_: int) -> None:
    """Remind the caller on the last day; after it somebody else calls, one rung higher each time, and at once where the
    case has come to accuse the caller's unit, or the caller to serve in the unit of the case.

    What runs again needs no call-back any more, unless it was drawn while it ran.
    """
    case = await uow.get(Case, callback.case_id)
    if case is None:
        return
    if case.is_open and callback.drawn is not Drawn.KIND:
        _drop(uow, case, callback)
        return
    inside = bool(relations(uow.staff, uow.org, case, callback.caller_id) & IN_UNIT)
    if round_ or inside or callback.caller_id in hidden_from(uow.staff, uow.org, case):
        other = await _caller(uow, case, round_, {callback.caller_id})
        if other is None and inside:
            _drop(uow, case, callback)
            return
        if other is not None:
            callback = replace(callback, caller_id=other)
            case = replace(case, caller_id=other)
            uow.put(case)
    uow.put(callback)
    await tell_unless_hidden(uow, case, callback.caller_id, "callback_due", Urgency.LIMIT, follow_up=True)


def _drop(uow: UnitOfWork, case: Case, callback: Callback) -> None:
    uow.put(replace(callback, dropped=True))
    uow.put(replace(case, callback_id=None, caller_id=None))


async def unanswered(uow: UnitOfWork, callback: Callback) -> None:
    """The form got no answer: the caller has the same time again, to telephone."""
    settings, calendar = uow.rules.profile.callbacks, uow.rules.calendar
    due_at = calendar.limit(uow.now, settings.working_days, working=True)
    uow.put(replace(callback, asked_at=None, due_at=due_at, epoch=callback.epoch + 1, epoch_at=uow.now, fired={}))
    case = await uow.get(Case, callback.case_id)
    if case is not None:
        await tell_unless_hidden(uow, case, callback.caller_id, "callback_unanswered", Urgency.PUSH, follow_up=True)


async def _called(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> tuple[Case, Callback]:
    case = await allowed(uow, "call_back", case_id, by, epoch)
    callback = await uow.get(Callback, case.callback_id) if case.callback_id is not None else None
    if callback is None or not callback.is_open:
        raise Refused("callback-over")
    return case, callback


async def _answered(uow: UnitOfWork, case: Case, callback: Callback, answer: Answer, *, by: int, role: str) -> Case:
    # The line says that somebody called and not what was said: those of the unit read the history, too.
    event(uow, case, "called_back", actor=by, role=role, public=False)
    uow.put(replace(callback, answer=answer, recorded_by=by, answered_at=uow.now))
    case = replace(case, callback_id=None, caller_id=None)
    uow.put(case)
    if answer is Answer.PRESSED:
        await report(uow, case, "stars_asked" if callback.drawn in _STARS else "pressed", by=by, role=role)
    return case


async def _caller(uow: UnitOfWork, case: Case, round_: int, others: Collection[int] = ()) -> int | None:
    """Return who calls: somebody over the area, never of the unit or a unit above it, nor who speaks for the resident.

    None where nobody is there.
    """
    units = units_above(uow.org, case.unit_id)
    near = {post.person_id for post in uow.staff.all() if post.unit_id in units}
    own = {each for each in (case.resident_id, case.cadre_id, case.clerk_id) if each is not None}
    found = await above(uow, case, up_to_last(FROM_INTAKE, round_), near | own | set(others))
    return uow.rng.choice(found).id if found else None
