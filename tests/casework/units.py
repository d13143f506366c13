"""What the tests of units among themselves share: offices with their people, and a calendar with days off.

The Tomb-sweeping holiday of 2025 is 4 to 6 April; 27 April, a Sunday, is worked to make up for 2 May.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from casework.calendar import Calendar
from casework.organisation import Organisation
from casework.people import Role
from casework.petitions import Case
from casework.unit_of_work import Rules
from tests.casework.memory import Memory
from tests.casework.service import BUREAU, COUNTY, EAST_OFFICE, WEST_OFFICE, ZONE, Service, organisation

DAYS_OFF: Final = frozenset({date(2025, 4, day) for day in (4, 5, 6)} | {date(2025, 5, day) for day in range(1, 6)})
CALENDAR: Final = Calendar(ZONE, DAYS_OFF, frozenset({date(2025, 4, 27)}), announced_until=2025)


class Offices(Service):
    """The county's bureau above two township offices, each with a cadre and a head; and those over the county."""

    def __init__(self) -> None:
        super().__init__(memory=Memory(organisation(), Rules(CALENDAR, secret=b"secret")))
        self.east, self.east_head = self.cadre(EAST_OFFICE), self.head(EAST_OFFICE)
        self.west, self.west_head = self.cadre(WEST_OFFICE), self.head(WEST_OFFICE)
        self.clerk, self.chief = self.cadre(BUREAU), self.head(BUREAU)
        self.dispatcher = self.over(Role.DISPATCHER, COUNTY)
        self.supervisor = self.over(Role.SUPERVISOR, COUNTY)
        self.leader = self.over(Role.LEADER, COUNTY)

    async def assigned(self) -> Case:
        """File a petition of the eastern township, which its office has then."""
        return self.case(await self.file())

    def above_the_bureau(self, unit_id: int) -> None:
        """Put a unit of the county above the bureau."""
        org = self.memory.org
        bureau = org.units[BUREAU]
        top = replace(bureau, id=unit_id, code="top", name="县政府", name_en="County", superior_id=None)
        units = {**org.units, unit_id: top, BUREAU: replace(bureau, superior_id=unit_id)}
        self.memory.org = Organisation(org.areas, units, org.routes, org.version + 1)
