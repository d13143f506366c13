"""Difficulties: a township whistles, and the department comes ("吹哨报到").

What a cadre can't solve on their own authority becomes a case of its own kind, with the cadre as its petitioner: so the
unit that is named must answer it as it must a resident, by the same clock and under the same ladder, and whoever has
raised it says whether it is solved. It is no resident's petition, and counts in none of their figures.
"""

from collections.abc import Sequence
from typing import Final

from casework.actions.assigning import assign, refuse_unfit
from casework.actions.changing import change
from casework.actions.enclosing import as_data, enclose, sent_by
from casework.actions.filing import SUMMARY_LENGTH, shield
from casework.actions.naming import without_names
from casework.disputes import reaches_up
from casework.errors import Refused
from casework.joint import Raised
from casework.kinds import PetitionKind
from casework.masking import mask
from casework.numbers import code_digest, new_code
from casework.organisation import ANY_CATEGORY
from casework.people import Person, Role
from casework.permissions import allowed, role_in
from casework.petitions import Case, Event, Petition
from casework.relations import Relation
from casework.unit_of_work import UnitOfWork, event
from casework.words import summary

_CODE_BYTES: Final = 5
_RAISERS: Final = frozenset({Role.CADRE, Role.HEAD})


def raising_unit(uow: UnitOfWork, by: int, about: Case | None) -> int | None:
    """Return the unit for which somebody raises a difficulty: that of the case, where they serve in it, else the first
    one in which they do. None for whoever serves in no unit.
    """
    units = [post.unit_id for post in uow.staff.of(by) if post.role in _RAISERS and post.unit_id is not None]
    if about is not None and about.unit_id in units:
        return about.unit_id
    return units[0] if units else None


async def raise_difficulty(
    uow: UnitOfWork, by: int, unit_id: int, words: str, files: Sequence[int] = (), case_id: int | None = None
) -> Case:
    """Raise a difficulty with a unit of one's own area or of one above it, and return it as a case of that unit.

    It may be about the case `case_id`, and is then kept from whom that accuses. Names and numbers in `words` are
    masked; `files` are ids of files that `by` has sent to it.

    Raises Refused("staff-only") for whoever serves in no unit, Refused("unit-unknown"), Refused("unit-accused"), and
    Refused("not-upward") for a unit below, beside, or one's own: nobody whistles downwards.
    """
    about = await allowed(uow, "raise_difficulty", case_id, by) if case_id is not None else None
    own = raising_unit(uow, by, about)
    if own is None:
        raise Refused("staff-only")
    if about is not None:
        refuse_unfit(uow, about, unit_id)
    unit = uow.org.units.get(unit_id)
    if unit is None or not unit.active:
        raise Refused("unit-unknown")
    if not reaches_up(uow.org, own, unit_id):
        raise Refused("not-upward")
    sent = await sent_by(uow, by, files)
    words = await without_names(uow, about, words) if about is not None else mask(words)
    petition = await _petition(uow, by, words)
    case = _case(uow, petition, Raised(own, case_id), about)
    if about is not None and about.shielded:
        case = shield(uow, case, about.accused)
    # Its id precedes those of the events that assigning records: the timeline begins with it.
    role = Relation.RESIDENT.value
    raised = Event(uow.new_id(), case.id, uow.now, by, role, "raised", {"unit": own, **as_data(sent)})
    case = await assign(uow, case, unit_id, by=by, why="raised")
    uow.put(raised)
    if about is not None:
        event(
            uow,
            about,
            "difficulty_raised",
            actor=by,
            role=role_in(uow, about, by),
            public=False,
            unit=unit_id,
            number=case.number,
        )
    return await change(uow, enclose(uow, case, sent))


async def _petition(uow: UnitOfWork, by: int, words: str) -> Petition:
    person = await uow.get(Person, by)
    petition = Petition(
        id=uow.new_id(),
        number=await uow.new_number(uow.rules.calendar.day(uow.now)),
        resident_id=by,
        text=words,
        language=person.language if person is not None else uow.rules.languages[0],
        filed_at=uow.now,
        code_digest=code_digest(new_code(uow.rng.randbytes(_CODE_BYTES)), uow.rules.secret),
    )
    uow.put(petition)
    return petition


def _case(uow: UnitOfWork, petition: Petition, raised: Raised, about: Case | None) -> Case:
    """Return the case of a difficulty, which no unit has yet: it lies where the case lies that it is about, else where
    the raising unit is.
    """
    area = uow.org.areas[about.area_id if about is not None else uow.org.units[raised.unit_id].area_id]
    limits = uow.rules.profile.limits
    return Case(
        id=uow.new_id(),
        petition_id=petition.id,
        number=petition.number,
        suffix=1,
        resident_id=petition.resident_id,
        category=about.category if about is not None else ANY_CATEGORY,
        area_id=area.id,
        area_path=area.path,
        place="",
        summary=summary(petition.text, SUMMARY_LENGTH),
        filed_at=uow.now,
        limit_at=uow.rules.calendar.limit(uow.now, limits.register_days),
        epoch_at=uow.now,
        clock_from=uow.now,
        told_at=uow.now,
        kind=PetitionKind.DIFFICULTY,
        raised=raised,
    )
