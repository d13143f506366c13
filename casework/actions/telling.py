"""Telling people: at once, while the day's measure lasts, or in the one digest a day.

What is not a limit, a danger or a resident's new message must not chase anyone: it is counted, and waits.
"""

from dataclasses import replace
from typing import Any

from casework.notices import Notice, Urgency
from casework.people import Person
from casework.petitions import Case, DigestItem
from casework.shielding import is_accused, units_above
from casework.unit_of_work import UnitOfWork


async def tell(
    uow: UnitOfWork,
    person_id: int | None,
    kind: str,
    urgency: Urgency,
    case: Case | None = None,
    follow_up: bool = False,
    *,
    who: int | None = None,
    alarm_id: int | None = None,
    **args: Any,
) -> None:
    """Tell one person, as urgently as `urgency` says. Nobody is told where `person_id` is None or unknown, and nobody
    of a case from whom it is shielded, whoever meant to tell them (articles 30 and 46).

    `who` is a person named in the text: their title, in the reader's language, stands in it as `person`.
    Whoever is away gets neither pushes nor a digest.
    """
    person = await uow.get(Person, person_id) if person_id is not None else None
    if person is None or (case is not None and _is_kept_from(uow, case, person.id)):
        return
    if urgency in {Urgency.PUSH, Urgency.DIGEST} and case is not None:
        if person.away_until is not None and person.away_until > uow.now:
            return
        if urgency is Urgency.DIGEST or not _counted(uow, person):
            into_digest(uow, person, case.id, kind)
            return
    if who is not None:
        args["person"] = uow.staff.title(who, person.language, case.unit_id if case is not None else None)
    case_id = case.id if case is not None else None
    uow.notices.append(
        Notice(kind, person_id=person.id, case_id=case_id, args=args, follow_up=follow_up, alarm_id=alarm_id)
    )


async def tell_resident(
    uow: UnitOfWork, case: Case, kind: str, *, follow_up: bool = False, who: int | None = None, **args: Any
) -> Case:
    """Tell the resident something of the case, and return the case with `told_at` set to now."""
    case = replace(case, told_at=uow.now)
    uow.put(case)
    await tell(uow, case.resident_id, kind, Urgency.NOW, case, follow_up, who=who, **args)
    return case


def tell_groups(uow: UnitOfWork, case: Case, kind: str, *, who: int | None = None, follow_up: bool = False) -> None:
    """Tell each group chat of the case's unit; none of a unit from which it is shielded."""
    if case.shielded and units_above(uow.org, case.unit_id) & set(case.accused):
        return
    for group in uow.staff.groups(case.unit_id):
        args = {"person": uow.staff.title(who, group.language, case.unit_id)} if who is not None else {}
        uow.notices.append(Notice(kind, group=group.key, case_id=case.id, args=args, follow_up=follow_up))


def _is_kept_from(uow: UnitOfWork, case: Case, person_id: int) -> bool:
    """Tell whether somebody must not learn of a case. Its resident knows it, wherever they serve."""
    return person_id != case.resident_id and is_accused(uow.org, case, uow.staff.of(person_id))


def _counted(uow: UnitOfWork, person: Person) -> bool:
    """Count a push of today; False where the day's measure is full."""
    today = uow.rules.calendar.day(uow.now)
    pushes = person.pushes if person.push_day == today else 0
    if pushes >= uow.rules.profile.times.pushes_a_day:
        return False
    uow.put(replace(person, push_day=today, pushes=pushes + 1))
    return True


def into_digest(uow: UnitOfWork, person: Person, case_id: int | None, kind: str, words: str = "") -> None:
    """Let something wait for a person's next digest; `words`, if any, are shown in it and must be masked."""
    uow.put(DigestItem(uow.new_id(), person.id, case_id, kind, uow.now, words=words))
    if person.digest_since is None:
        uow.put(replace(person, digest_since=uow.now))
