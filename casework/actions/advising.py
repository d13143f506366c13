"""What a resident of a case should know besides: the path it takes, and what else can be done, until when."""

from typing import Any

from casework.category_questions import of_wages
from casework.kinds import PetitionKind
from casework.petitions import Case, Petition
from casework.remedies import Remedy, remedies
from casework.unit_of_work import UnitOfWork

WAGES = "wages"
"""The path of unpaid wages: labour inspection looks into them, and arbitration is open beside it."""


async def remedies_of(uow: UnitOfWork, case: Case) -> tuple[Remedy, ...]:
    """Return what else is of use in a case as it stands now; mostly nothing."""
    today, limits = uow.rules.calendar.day(uow.now), uow.rules.profile.remedies
    return remedies(case.kind, case.category, await _words(uow, case), case.details, limits, today)


async def path_of_case(uow: UnitOfWork, case: Case) -> str:
    """Return the path that a case takes: that of its kind, or WAGES."""
    if case.kind is PetitionKind.REQUEST and of_wages(case.category, await _words(uow, case)):
        return WAGES
    return PetitionKind.REQUEST.value if case.kind is PetitionKind.THANKS else case.kind.value


async def path_data(uow: UnitOfWork, case: Case) -> dict[str, Any]:
    """Return path and remedies as a notice keeps them."""
    found = await remedies_of(uow, case)
    return {
        "path": await path_of_case(uow, case),
        "remedies": [
            {
                "way": each.way.value,
                "count": each.count,
                "until": each.until.isoformat() if each.until is not None else "",
            }
            for each in found
        ],
    }


async def _words(uow: UnitOfWork, case: Case) -> str:
    petition = await uow.get(Petition, case.petition_id)
    return case.text or (petition.text if petition is not None else "")
