"""What the tests of reviews share: a service with a unit above the one above, holidays, and cases that were decided."""

from datetime import date

from casework.actions import accepting, outcomes, receipts
from casework.calendar import Calendar
from casework.organisation import Organisation, Unit
from casework.petitions import Case, Outcome, OutcomeKind, Verdict
from casework.unit_of_work import Rules
from tests.casework.memory import Memory
from tests.casework.service import BUREAU, COUNTY, EAST_OFFICE, WEST_OFFICE, ZONE, Service

GOVERNMENT = 49

CALENDAR = Calendar(
    ZONE,
    days_off=frozenset({date(2025, 4, day) for day in (4, 5, 6)} | {date(2025, 5, day) for day in range(1, 6)}),
    extra_workdays=frozenset({date(2025, 4, 27)}),
    announced_until=2025,
)
"""Tomb sweeping, and Labour Day from Thursday 1 May to Monday 5 May, for which Sunday 27 April is worked."""


def organisation() -> Organisation:
    """The tests' county, with its government above the bureau."""
    plain = Service().memory.org
    units = {
        GOVERNMENT: Unit(GOVERNMENT, "government", "山海县政府", "County Government", "县政府", COUNTY, None),
        BUREAU: Unit(BUREAU, "bureau", "县交通局", "Roads Bureau", "交通局", COUNTY, GOVERNMENT),
        EAST_OFFICE: plain.units[EAST_OFFICE],
        WEST_OFFICE: plain.units[WEST_OFFICE],
    }
    return Organisation(plain.areas, units, plain.routes, 1)


def service() -> Service:
    """A service in which each unit has a cadre, and the east office two."""
    made = Service(memory=Memory(organisation(), Rules(CALENDAR, secret=b"secret")))
    for unit in (EAST_OFFICE, EAST_OFFICE, BUREAU, GOVERNMENT):
        made.cadre(unit=unit)
    return made


async def contested(made: Service) -> int:
    """A case whose answer its resident does not accept."""
    case_id = await made.accepted()
    await made.propose(case_id, OutcomeKind.REFUSED)
    await made.judge(case_id, Verdict.DISAGREE)
    return case_id


async def decide(made: Service, case_id: int, kind: OutcomeKind, days: int = 0) -> Case:
    """Have whoever was asked accept a review and decide it; with `days`, to be carried out within so many."""
    await made.do(accepting.accept, case_id, made.case(case_id).cadre_id, None)
    by = made.memory.rules.calendar.limit(made.now, days) if days else None
    outcome = Outcome(kind, "found", "done", "basis", by=by)
    return await made.do(outcomes.propose, case_id, made.case(case_id).cadre_id, None, outcome)


async def opens(made: Service, case_id: int) -> None:
    """Have the resident open the case."""
    await made.do(receipts.opened, case_id, made.resident)
