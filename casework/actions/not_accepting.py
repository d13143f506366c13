"""Not accepting a matter: a cadre proposes it, a head decides, and the resident is told why and where it belongs.

Nobody simply passes a case on: while a decision waits the limit of fifteen days runs (article 23), and whoever decides
is reminded. What was not accepted counts apart, never as solved, and its resident may ask the unit above.
"""

from casework.actions.above import head_of, tell_above, tell_cadre
from casework.actions.assigning import assign
from casework.actions.changing import change, close, new_epoch
from casework.actions.outcomes import refuse_too_late
from casework.actions.papers import issue
from casework.actions.telling import tell, tell_groups, tell_resident, title_for
from casework.errors import Refused
from casework.not_accepting import NoReason, NotAccepted
from casework.notices import Urgency
from casework.papers import PaperKind
from casework.people import Role
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Closing, State
from casework.relations import Relation, relations
from casework.shielding import units_above
from casework.unit_of_work import UnitOfWork, event


async def doubt(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, reason: NoReason, body: str, words: str
) -> Case:
    """Propose that a case is not accepted, with the reason and the words that its resident is to read.

    The nearest head who is there decides, else those above. The case stays where it is, and its limit runs on.
    """
    case = await allowed(uow, "doubt", case_id, by, epoch)
    role = role_in(uow, case, by)
    event(uow, case, "doubted", actor=by, role=role, public=False, no=reason.value, body=body, why=words)
    case = await new_epoch(uow, case, not_accepted=NotAccepted(reason, body, words, by, uow.now))
    await tell_above(uow, case, Role.HEAD, "doubted", Urgency.PUSH, who=by)
    return case


async def dismiss_doubt(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> Case:
    """Find that a case is to be accepted after all: whoever doubted it is told, and it waits as before.

    Raises Refused("head-decides") as `not_accept` does.
    """
    case = await allowed(uow, "dismiss_doubt", case_id, by, epoch)
    await _refuse_before_head(uow, case, by)
    doubted = case.not_accepted
    event(uow, case, "doubt_dismissed", actor=by, role=role_in(uow, case, by), public=False)
    case = await new_epoch(uow, case, not_accepted=None)
    await tell_cadre(uow, case, "doubt_dismissed", Urgency.LIMIT)
    if doubted is not None and doubted.by not in {case.cadre_id, by}:
        await tell(uow, doubted.by, "doubt_dismissed", Urgency.PUSH, case)
    return case


async def not_accept(
    uow: UnitOfWork, case_id: int, by: int, epoch: int | None, reason: NoReason, body: str, words: str
) -> Case:
    """Decide that a case is not accepted (article 23; 36 for what is final), and tell its resident.

    A head's word; where no head of the unit or above it is there, and for what has no unit, the dispatcher's: else
    Refused("head-decides", person).
    """
    case = await allowed(uow, "not_accept", case_id, by, epoch)
    await _refuse_before_head(uow, case, by)
    asked = case.cadre_id
    found = NotAccepted(reason, body, words, by, uow.now, decided=True)
    role = role_in(uow, case, by)
    event(uow, case, "not_accepted", actor=by, role=role, no=reason.value, body=body, why=words)
    case = await close(uow, case, Closing.NOT_ACCEPTED, by=by, role=role)
    case = await change(uow, case, not_accepted=found)
    await issue(uow, case, PaperKind.NOT_ACCEPTED, reason=reason.value, body=body, words=words)
    tell_groups(uow, case, "group_closed")
    if asked not in {None, by}:
        await tell(uow, asked, "not_accepted_staff", Urgency.DIGEST, case)
    return await tell_resident(uow, case, "not_accepted")


async def ask_who(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, question: str) -> Case:
    """Ask a resident whose name or address is unclear. No notice is owed then (article 23), but the case goes on and
    its clock runs: whoever is in a chat can be told all the same.
    """
    case = await allowed(uow, "ask_who", case_id, by, epoch)
    event(uow, case, "asked", actor=by, role=role_in(uow, case, by), question=question)
    case = await change(uow, case, question=question, asked_at=uow.now)
    return await tell_resident(uow, case, "asked", question=question)


async def ask_above(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Take a case that was not accepted to the unit above, at its resident's word; where there is none, to the intake
    office. Never back to whoever decided.

    Raises Refused("reopen-too-late", date) as `reopen` does.
    """
    case = await allowed(uow, "ask_above", case_id, by)
    refuse_too_late(uow, case)
    decided = case.not_accepted
    event(uow, case, "asked_above", actor=by, role=voice(case, by))
    case = await new_epoch(
        uow,
        case,
        state=State.WAITING,
        closing=None,
        closed_at=None,
        not_accepted=None,
        cadre_id=None,
        clock_from=uow.now,
        limit_at=uow.rules.calendar.limit(uow.now, uow.rules.profile.limits.notice_days),
        reopened=case.reopened + 1,
        late_why="",
        tried=(),
        aside=tuple(dict.fromkeys((*case.aside, *([decided.by] if decided is not None else ())))),
    )
    case = await assign(uow, case, _unit_above(uow, case), by=None, saying="asked_above_ok")
    return case if case.told_at == uow.now else await tell_resident(uow, case, "asked_above_ok")


def _unit_above(uow: UnitOfWork, case: Case) -> int | None:
    """Return the nearest unit above that is in service and that the case does not accuse."""
    unit = uow.org.units.get(case.unit_id) if case.unit_id is not None else None
    above = uow.org.superior(unit) if unit is not None else None
    hidden = set(case.accused) if case.shielded else set()
    while above is not None and (not above.active or units_above(uow.org, above.id) & hidden):
        above = uow.org.superior(above)
    return above.id if above is not None else None


async def _refuse_before_head(uow: UnitOfWork, case: Case, by: int) -> None:
    """Raise Refused("head-decides") where a head is there, and it is not they who decide."""
    if Relation.HEAD in relations(uow.staff, uow.org, case, by):
        return
    head = await head_of(uow, case, case.unit_id, without={by})
    if head is not None:
        raise Refused("head-decides", person=await title_for(uow, head, by, case.unit_id))
