"""The public ledger: offered by the unit, agreed to by the resident, read by the intake office, open to everybody.

Each of the three has to say yes, one after the other; nobody's silence is one. What becomes public are the words of the
outcome, without names and what tells of them, and the resident has read just these before saying yes. Names of third
persons are blacked out as far as they are found: who reads the words first sees which ones, and mends what was missed.
"""

from casework.actions.naming import without_names
from casework.actions.outcomes import REQUEST_LENGTH
from casework.actions.telling import tell
from casework.errors import Refused
from casework.ledger import LedgerEntry, LedgerState, may_be_told
from casework.notices import Urgency
from casework.people import Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Outcome, fired_again
from casework.replacing import replace
from casework.third_names import third_names, without_third
from casework.unit_of_work import UnitOfWork, event
from casework.words import summary

LONGEST = 500
"""Characters of what was done, as an entry has it."""

TAKEN_BACK_FROM = frozenset({LedgerState.CHECKING, LedgerState.PUBLISHED})
"""The states in which a resident has said yes, and can take it back."""

_SHOWN = TAKEN_BACK_FROM | {LedgerState.ASKED}


async def offer(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> LedgerEntry:
    """Agree for the unit that a case may stand in the public ledger, and ask its resident.

    Raises Refused("ledger-asked") where that has been asked before: nobody is asked twice; Refused("ledger-private")
    for what is somebody's own business, such as care, wages or aid: a village knows whose it is.
    """
    case = await allowed(uow, "offer_ledger", case_id, by, epoch)
    if await uow.get(LedgerEntry, case.id) is not None:
        raise Refused("ledger-asked")
    if not uow.rules.profile.together.near(case.category).radius_km or case.outcome is None:
        raise Refused("ledger-private")
    reported, done = [without_third(await without_names(uow, case, each)) for each in _told(case, case.outcome)]
    reported, done = summary(reported, REQUEST_LENGTH), summary(done, LONGEST)
    entry = LedgerEntry(case.id, case.unit_id, by, reported, done, uow.now)
    uow.put(entry)
    event(uow, case, "ledger_offered", actor=by, role=role_in(uow, case, by), public=False)
    await tell(uow, case.resident_id, "ledger_asked", Urgency.NOW, case, reported=reported, done=done)
    return entry


def _told(case: Case, outcome: Outcome) -> tuple[str, str]:
    """Return what the ledger says of a case: what was reported, and what was done."""
    return outcome.request or case.summary, outcome.done or outcome.found


async def blacked_out(uow: UnitOfWork, case: Case) -> list[str]:
    """Return the names of third persons that were blacked out in what the ledger is to say: for whoever reads it."""
    if case.outcome is None:
        return []
    words = [await without_names(uow, case, each) for each in _told(case, case.outcome)]
    return list(dict.fromkeys(name for each in words for name in third_names(each)))


async def state_of(uow: UnitOfWork, case: Case) -> LedgerState | None:
    """Return where a case's entry stands; None where there is none."""
    entry = await uow.get(LedgerEntry, case.id) if not case.is_open else None
    return entry.state if entry is not None else None


async def agree(uow: UnitOfWork, case_id: int, by: int) -> LedgerEntry:
    """Take the resident's yes: the intake office reads the words then. Raises Refused("ledger-over") too late."""
    case, entry = await _own(uow, case_id, by)
    if entry.state is not LedgerState.ASKED:
        raise Refused("ledger-over")
    entry = _now(uow, entry, LedgerState.CHECKING)
    event(uow, case, "ledger_agreed", actor=by, role="resident")
    for person in _readers(uow, case):
        await tell(uow, person, "ledger_check", Urgency.PUSH, case, reported=entry.reported, done=entry.done)
    return entry


async def refuse(uow: UnitOfWork, case_id: int, by: int) -> LedgerEntry:
    """Take the resident's no, or their yes back: what stood in the ledger stands there no more.

    The unit does not learn of it: nobody is to be asked why. Raises Refused("ledger-over") where there is nothing.
    """
    case, entry = await _own(uow, case_id, by)
    if entry.state not in _SHOWN:
        raise Refused("ledger-over")
    asked = entry.state is LedgerState.ASKED
    event(uow, case, "ledger_refused" if asked else "ledger_taken_back", actor=by, role="resident", public=False)
    return _now(uow, entry, LedgerState.DECLINED if asked else LedgerState.TAKEN_BACK)


async def publish(uow: UnitOfWork, case_id: int, by: int, reported: str, done: str) -> LedgerEntry:
    """Let an entry stand in the ledger, in the words as whoever has read them leaves them; they are masked again.

    Raises Refused("ledger-over") where it does not wait for that, and Refused("not-allowed") for the case's cadre and
    for whoever has agreed for the unit: what one has done oneself somebody else reads.
    """
    case, entry = await _to_check(uow, case_id, by)
    reported = await without_names(uow, case, reported)
    done = await without_names(uow, case, done)
    event(uow, case, "ledger_published", actor=by, role=role_in(uow, case, by))
    entry = replace(entry, reported=reported, done=done, checked_by=by, published_at=uow.now)
    await tell(uow, case.resident_id, "ledger_published", Urgency.NOW, case, reported=reported, done=done)
    return _now(uow, entry, LedgerState.PUBLISHED)


async def keep_back(uow: UnitOfWork, case_id: int, by: int) -> LedgerEntry:
    """Keep an entry out of the ledger, since it would still tell who it is about. Raises as `publish` does."""
    case, entry = await _to_check(uow, case_id, by)
    event(uow, case, "ledger_kept_back", actor=by, role=role_in(uow, case, by), public=False)
    await tell(uow, case.resident_id, "ledger_kept_back", Urgency.NOW, case)
    return _now(uow, replace(entry, checked_by=by), LedgerState.DECLINED)


async def take_out(uow: UnitOfWork, case_id: int, by: int, epoch: int | None) -> LedgerEntry:
    """Take an entry that stands in the ledger out of it, for the intake office: somebody is known by it after all.

    Its resident is told. Raises Refused("ledger-over") where nothing stands there.
    """
    case = await allowed(uow, "take_out_ledger", case_id, by, epoch)
    entry = await uow.get(LedgerEntry, case.id)
    if entry is None or entry.state is not LedgerState.PUBLISHED:
        raise Refused("ledger-over")
    event(uow, case, "ledger_taken_out", actor=by, role=role_in(uow, case, by))
    await tell(uow, case.resident_id, "ledger_taken_out", Urgency.NOW, case)
    return _now(uow, replace(entry, checked_by=by), LedgerState.DECLINED)


async def forget(uow: UnitOfWork, case: Case) -> None:
    """Take the entry of somebody who is erased out of the ledger, with its words."""
    entry = await uow.get(LedgerEntry, case.id)
    if entry is not None:
        _now(uow, replace(entry, reported="", done=""), LedgerState.TAKEN_BACK)


async def fire_entry(uow: UnitOfWork, entry: LedgerEntry, kind: str) -> None:
    """Carry out what is due for an entry: it waits to be read, or nobody has answered."""
    case = await uow.get(Case, entry.case_id)
    if kind == "ledger_lapsed" or case is None:
        _now(uow, entry, LedgerState.LAPSED)
        return
    uow.put(replace(entry, fired=fired_again(entry, kind, uow.now)))
    for person in _readers(uow, case):
        await tell(
            uow, person, "ledger_check", Urgency.PUSH, case, follow_up=True, reported=entry.reported, done=entry.done
        )


def _readers(uow: UnitOfWork, case: Case) -> list[int]:
    """Return whoever reads entries of a case's place before all others do: the dispatchers nearest to it."""
    area = uow.org.areas.get(case.area_id)
    posts = uow.staff.over(area, Role.DISPATCHER) if area is not None else []
    return list(dict.fromkeys(post.person_id for post in posts))


async def _own(uow: UnitOfWork, case_id: int, by: int) -> tuple[Case, LedgerEntry]:
    case = await allowed(uow, "agree_ledger", case_id, by)
    entry = await uow.get(LedgerEntry, case.id)
    if entry is None:
        raise Refused("ledger-over")
    return case, entry


async def _to_check(uow: UnitOfWork, case_id: int, by: int) -> tuple[Case, LedgerEntry]:
    case = await allowed(uow, "publish_ledger", case_id, by)
    entry = await uow.get(LedgerEntry, case.id)
    if entry is None or entry.state is not LedgerState.CHECKING or not may_be_told(case):
        raise Refused("ledger-over")
    if by in {case.cadre_id, entry.unit_by}:
        raise Refused("not-allowed")
    return case, entry


def _now(uow: UnitOfWork, entry: LedgerEntry, state: LedgerState) -> LedgerEntry:
    entry = replace(entry, state=state, epoch=entry.epoch + 1, epoch_at=uow.now, fired={})
    uow.put(entry)
    return entry
