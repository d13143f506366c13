"""A small service for tests: a county with two townships, their offices and people; and verbs in few words."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from casework.actions import accepting, drafting, filing, outcomes
from casework.actions.files import receive
from casework.areas import Area
from casework.calendar import Calendar
from casework.files import File, FileKind
from casework.kinds import PetitionKind
from casework.notices import Notice
from casework.organisation import Organisation, Unit
from casework.people import Group, Person, Post, Role
from casework.petitions import Case, DigestItem, Draft, Event, Outcome, OutcomeKind, Verdict
from casework.unit_of_work import Rules, UnitOfWork
from tests.casework.memory import Memory

T = TypeVar("T")

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2025, 3, 3, 10, 0, tzinfo=ZONE).astimezone(UTC)
"""A Monday morning with no holiday for weeks; the Tomb-sweeping holiday is 4 to 6 April."""

COUNTY, EAST, WEST, RIVER, HILL = 1, 2, 3, 4, 5
BUREAU, EAST_OFFICE, WEST_OFFICE = 50, 51, 52
TEXT = "东镇河边村门口的道路坏了半年，下雨就积水。"

CALENDAR = Calendar(
    ZONE,
    days_off=frozenset({date(2025, 4, 4), date(2025, 4, 5), date(2025, 4, 6)}),
    extra_workdays=frozenset(),
    announced_until=2025,
)


def at(day: str, clock: str = "10:00") -> datetime:
    """Return a local moment of 2025: at("3-28", "08:30")."""
    month, day_of_month = (int(part) for part in day.split("-"))
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime(2025, month, day_of_month, hour, minute, tzinfo=ZONE).astimezone(UTC)


def local(moment: datetime) -> str:
    """Return a moment as local weekday, day and time: "Fri 3-28 08:30"."""
    there = moment.astimezone(ZONE)
    return f"{there:%a} {there.month}-{there.day} {there:%H:%M}"


def organisation() -> Organisation:
    areas = (
        Area(COUNTY, "c", "山海县", "county", None, "/1/"),
        Area(EAST, "e", "东镇", "town", COUNTY, "/1/2/"),
        Area(WEST, "w", "西镇", "town", COUNTY, "/1/3/"),
        Area(RIVER, "r", "河边村", "village", EAST, "/1/2/4/", lat=27.0, lon=119.0),
        Area(HILL, "h", "后坡村", "village", EAST, "/1/2/5/", lat=27.2, lon=119.2),
    )
    units = (
        Unit(BUREAU, "bureau", "县交通局", "Roads Bureau", "交通局", COUNTY, None),
        Unit(EAST_OFFICE, "east", "东镇综合办", "East Office", "东镇办", EAST, BUREAU),
        Unit(WEST_OFFICE, "west", "西镇综合办", "West Office", "西镇办", WEST, BUREAU),
    )
    routes = {("other", EAST): EAST_OFFICE, ("roads", EAST): EAST_OFFICE}
    return Organisation({area.id: area for area in areas}, {unit.id: unit for unit in units}, routes, 1)


class Service:
    """The service, its clock, and who serves in it. Residents and staff are named by their ids."""

    def __init__(self, rules: Rules | None = None, memory: Memory | None = None) -> None:
        self.memory = memory or Memory(organisation(), rules or Rules(CALENDAR, secret=b"secret"))
        self.now = MONDAY
        self.resident = self.person()
        self.heard_from = 0

    def person(self, language: str = "en") -> int:
        self.memory.ids += 1
        person_id = self.memory.ids
        self.memory.add(Person(person_id, "", language, f"tg:{person_id}", self.now))
        return person_id

    def serve(
        self,
        role: Role,
        unit: int | None = None,
        area: int | None = None,
        grid: tuple[int, ...] = (),
        person: int | None = None,
    ) -> int:
        """Give a post to a new person, or to `person`, and return the person's id."""
        person_id = person or self.person()
        self.memory.ids += 1
        title = f"{role.value} {person_id}"
        self.memory.add(Post(self.memory.ids, person_id, role, unit, area, title, title, grid))
        return person_id

    def cadre(self, unit: int = EAST_OFFICE, grid: tuple[int, ...] = ()) -> int:
        return self.serve(Role.CADRE, unit=unit, grid=grid)

    def head(self, unit: int = EAST_OFFICE) -> int:
        return self.serve(Role.HEAD, unit=unit)

    def over(self, role: Role, area: int = COUNTY) -> int:
        return self.serve(role, area=area)

    def group(self, unit: int = EAST_OFFICE) -> Group:
        group: Group = self.memory.add(Group(f"tg:-{unit}", unit, "en"))
        return group

    # Verbs.

    async def do(self, verb: Callable[..., Awaitable[T]], *arguments: Any, **named: Any) -> T:
        """Run a verb in a turn of its own."""
        async with self.memory.turn(self.now) as uow:
            return await verb(uow, *arguments, **named)

    async def draft(self, text: str = TEXT, by: int | None = None) -> Draft:
        by = by or self.resident
        return await self.do(drafting.write, by, f"tg:{by}|tg:{by}", None, text)

    async def file(self, text: str = TEXT, by: int | None = None, kind: PetitionKind | None = None) -> int:
        """File a petition, of `kind` where one is given, and return its case's id."""
        draft = await self.draft(text, by)
        if kind is not None:
            await self.do(drafting.set_kind, draft.id, by or self.resident, kind)
        filed = await self.do(filing.file, draft.id, by or self.resident)
        return filed.case.id

    async def speak(self, by: int) -> int:
        """File a voice message alone, and return its case's id."""

        async def spoken(uow: UnitOfWork) -> Draft:
            voice = receive(uow, File(uow.new_id(), by, FileKind.VOICE, 0, uow.now, source="tg:voice:1"))
            return await drafting.write(uow, by, f"tg:{by}|tg:{by}", None, "", files=[voice])

        draft = await self.do(spoken)
        filed = await self.do(filing.file, draft.id, by)
        return filed.case.id

    async def accepted(self, kind: PetitionKind | None = None) -> int:
        """File a petition and have whoever was asked accept it."""
        case_id = await self.file(kind=kind)
        await self.do(accepting.accept, case_id, self.case(case_id).cadre_id, None)
        return case_id

    async def propose(self, case_id: int, kind: OutcomeKind = OutcomeKind.DONE, by: datetime | None = None) -> Case:
        outcome = Outcome(kind, "found", "done", "basis", by=by)
        return await self.do(outcomes.propose, case_id, self.case(case_id).cadre_id, None, outcome)

    async def judge(self, case_id: int, verdict: Verdict) -> Case:
        return await self.do(outcomes.judge, case_id, self.resident, None, verdict)

    async def closed(self, verdict: Verdict = Verdict.DONE) -> int:
        """File, accept, propose and judge."""
        case_id = await self.accepted()
        await self.propose(case_id)
        await self.judge(case_id, verdict)
        return case_id

    # Time.

    async def until(self, moment: datetime) -> None:
        """Let time pass, and fire what becomes due on the way."""
        for _ in range(2000):
            fired = await self.memory.fire_next(moment, self.now)
            if fired is None:
                self.now = moment
                return
            self.now = fired
        raise AssertionError("follow-ups never end")

    async def passes(self, **span: float) -> None:
        await self.until(self.now + timedelta(**span))

    # What can be seen.

    def case(self, case_id: int) -> Case:
        case: Case = self.memory.rows["Case", case_id]
        return case

    def someone(self, person_id: int) -> Person:
        person: Person = self.memory.rows["Person", person_id]
        return person

    def told(self, person_id: int) -> list[str]:
        """Return the kinds of what a person has been told since the last `listen`, oldest first."""
        return [notice.kind for notice in self.since() if notice.person_id == person_id]

    def told_groups(self) -> list[tuple[str, str]]:
        return [(notice.group, notice.kind) for notice in self.since() if notice.group]

    def said(self, person_id: int, kind: str) -> Notice:
        """Return the last notice of a kind to a person."""
        return [each for each in self.since() if each.person_id == person_id and each.kind == kind][-1]

    def since(self) -> list[Notice]:
        return [notice for _, notice in self.memory.notices[self.heard_from :]]

    def listen(self) -> None:
        """Forget what was told so far."""
        self.heard_from = len(self.memory.notices)

    def timeline(self, case_id: int) -> list[str]:
        return [event.kind for event in self.events(case_id)]

    def events(self, case_id: int) -> list[Event]:
        found = [event for event in self.memory.events if event.case_id == case_id]
        return sorted(found, key=lambda event: event.id)

    def digest(self, person_id: int) -> list[str]:
        return [item.kind for item in self.memory.of(DigestItem) if item.person_id == person_id]
