"""Telling people: at once, while the day's measure lasts, or in the one digest a day.

What is not a limit, a danger or a resident's new message must not chase anyone: it is counted, and waits.
"""

from datetime import timedelta
from typing import Any, Final

from casework.joining import Telling
from casework.notices import Notice, Urgency
from casework.people import Person
from casework.petitions import Case, DigestItem
from casework.replacing import replace
from casework.shielding import is_accused, units_above
from casework.unit_of_work import UnitOfWork

_SOON: Final = frozenset({"promised", "outcome", "reopened_ok", "settlement_off"})
"""What supporters hear at once: there is something for them to say, or it begins again."""

_FOR_ALL: Final = _SOON | {"accepted", "progress", "waiting", "reassigned"}
"""What the residents of merged cases hear of their master, each for their own case; and its supporters, gathered."""

_DAY: Final = timedelta(days=1)


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


async def title_for(uow: UnitOfWork, person_id: int | None, reader_id: int, unit_id: int | None = None) -> str:
    """Return the title under which somebody is named to a reader, in the reader's language, as `Staff.title` does."""
    reader = await uow.get(Person, reader_id)
    return uow.staff.title(person_id, reader.language if reader is not None else uow.rules.languages[0], unit_id)


async def tell_resident(
    uow: UnitOfWork, case: Case, kind: str, *, follow_up: bool = False, who: int | None = None, **args: Any
) -> Case:
    """Tell the resident something of the case, and return the case with `told_at` set to now.

    What concerns everybody goes to the residents of the cases merged into it, too, and waits for its supporters.
    """
    case = replace(case, told_at=uow.now)
    if kind in _FOR_ALL:
        case = with_news(uow, case, soon=kind in _SOON)
        without_files = {name: value for name, value in args.items() if name != "files"}
        for merged in await uow.get_all(Case, case.merged) if case.merged else ():
            await tell_resident(uow, merged, kind, follow_up=follow_up, who=who, **without_files)
    uow.put(case)
    await tell(uow, case.resident_id, kind, Urgency.NOW, case, follow_up, who=who, **args)
    return case


def with_news(uow: UnitOfWork, case: Case, *, soon: bool) -> Case:
    """Return a case with news on their way to its supporters: the next morning all that came until then, or `soon`.

    What comes while news are being told begins another round, so that nobody gets two messages at once.
    """
    if not case.supporters:
        return case
    calendar, morning = uow.rules.calendar, uow.rules.profile.times.digest_at
    at = uow.now if soon else calendar.at(calendar.day(uow.now) + _DAY, morning)
    telling = case.telling
    if telling is None:
        telling = Telling(uow.now, at)
    elif telling.after:
        telling = replace(telling, again=telling.again or uow.now)
    else:
        telling = replace(telling, at=min(telling.at, at))
    return replace(case, telling=telling)


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


async def expect_digest(uow: UnitOfWork, person_id: int) -> None:
    """Let somebody who has taken up a post read each working morning what concerns them."""
    person = await uow.get(Person, person_id)
    if person is not None and person.digest_since is None:
        uow.put(replace(person, digest_since=uow.now))


def into_digest(uow: UnitOfWork, person: Person, case_id: int | None, kind: str, words: str = "") -> None:
    """Let something wait for a person's next digest; `words`, if any, are shown in it and must be masked."""
    uow.put(DigestItem(uow.new_id(), person.id, case_id, kind, uow.now, words=words))
    if person.digest_since is None:
        uow.put(replace(person, digest_since=uow.now))
