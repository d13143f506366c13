"""What a visit is about: kept from whom it accuses, and how the visitor's cases stand before it."""

from casework.accusing import accusation
from casework.errors import NotYours, Refused
from casework.permissions import speaks_for
from casework.petitions import Case
from casework.reception.days import Booking, Reception
from casework.reception.rights import office_of, reads
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def kept_from_accused(uow: UnitOfWork, reception: Reception, booking: Booking) -> Booking:
    """Return a visit shielded from the units that it accuses, by its words or its case (articles 30 and 46).

    Raises NotYours for somebody else's case, and Refused("reception-accuses") where nobody of the office that receives
    could know of it: it had to judge itself.
    """
    case = await uow.get(Case, booking.case_id) if booking.case_id is not None else None
    if booking.case_id is not None and (case is None or not speaks_for(uow, case, booking.person_id)):
        raise NotYours
    accused = accusation(booking.words, uow.org) if booking.words else None
    if case is not None and case.shielded:
        booking = replace(booking, shielded=True, accused=case.accused)
    elif accused is not None:
        booking = replace(booking, shielded=True, accused=accused.units)
    if booking.shielded and not _is_received(uow, reception, booking):
        raise Refused("reception-accuses")
    return booking


def _is_received(uow: UnitOfWork, reception: Reception, booking: Booking) -> bool:
    """Tell whether anybody of the office that receives may know of a visit."""
    return any(reads(uow.org, uow.staff.of(each), booking) for each in office_of(uow.staff, reception))


async def cases_before(uow: UnitOfWork, person_id: int, case_id: int | None, most: int = 2) -> list[Case]:
    """Return the cases of which a visitor hears how they stand before the visit: the one that it is about, concluded or
    not, else those that run, the newest first.
    """
    if case_id is not None:
        return await uow.get_all(Case, [case_id])
    return await uow.running_of(person_id, most)
