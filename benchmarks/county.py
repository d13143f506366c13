"""The organisations of the benchmarks: made-up towns with villages, units of each town, and people at their phones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.organisation_entries import AreaEntry, OrganisationFile, PostEntry, RouteEntry, UnitEntry
from bot.provision import provision
from casework.categories import CATEGORIES
from casework.people import Address, Person, Role
from storage.store import Store

FIRST_STAFF: Final = 500_000
"""Telegram's id of the first of those who hold posts."""

_ABOVE: Final = ((Role.DISPATCHER, 5, "受理员"), (Role.SUPERVISOR, 10, "督办员"), (Role.LEADER, 5, "副县长"))
_WORDS: Final = (
    *("水沟", "围墙", "祠堂", "操场", "鱼塘", "竹林", "码头", "茶山", "晒场", "粮站"),
    *("果园", "石桥", "水闸", "老街", "车站", "井台", "菜地", "土坡", "砖窑", "戏台"),
)
_KILOMETRES: Final = 0.027
"""About three kilometres, in degrees."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large an organisation is: units are those of each town, cadres those of each unit."""

    towns: int = 20
    villages: int = 300
    units: int = 5
    cadres: int = 5


COUNTY: Final = Size()
"""A county of half a million: 300 villages, 100 units, 500 cadres."""

CITY: Final = Size(towns=340, villages=1700, units=2, cadres=3)
"""A city of Beijing's streets and townships: 680 units, 2,040 cadres."""


def place(size: Size, village: int) -> str:
    """Return how somebody names a village of a town, so that it is understood."""
    return f"镇{village % size.towns}镇{_WORDS[village % 20]}{village}村"


def organisation(size: Size) -> OrganisationFile:
    """Return the organisation: each town has its units, among which its categories are divided."""
    return OrganisationFile(
        areas=(AreaEntry("99", "样县", "county", lat=27.0, lon=118.0), *_towns(size), *_villages(size)),
        units=tuple(_units(size)),
        routes=tuple(_routes(size)),
        posts=tuple(_posts(size)),
    )


async def settle(store: Store, organisation: OrganisationFile, now: datetime) -> Mapping[Role, list[int]]:
    """Bring an organisation into a store, each of its people with a chat; return Telegram's ids of them, by role."""
    holders = await provision(store, organisation, now)
    phones: dict[Role, list[int]] = {role: [] for role in holders}
    number = FIRST_STAFF
    async with store.turn(now) as uow:
        for role, people in holders.items():
            for person in await uow.get_all(Person, [each.id for each in people]):
                phones[role].append(number)
                uow.put(Address(f"tg:{number}", person.id))
                uow.put(replace(person, home=f"tg:{number}"))
                number += 1
    return phones


def _town(number: int) -> str:
    return f"99{number:04}"


def _towns(size: Size) -> Iterator[AreaEntry]:
    for at in range(size.towns):
        lat, lon = 27.0 + at % 20 * 0.1, 118.0 + at // 20 * 0.1
        yield AreaEntry(_town(at), f"镇{at}镇", "town", parent="99", lat=lat, lon=lon)


def _villages(size: Size) -> Iterator[AreaEntry]:
    for at in range(size.villages):
        lat, lon = 27.0 + at % 40 * _KILOMETRES, 118.0 + at // 40 * _KILOMETRES
        town = _town(at % size.towns)
        yield AreaEntry(f"{town}{at:05}", f"{_WORDS[at % 20]}{at}村", "village", parent=town, lat=lat, lon=lon)


def _unit(town: int, number: int) -> str:
    return f"u{town}-{number}"


def _units(size: Size) -> Iterator[UnitEntry]:
    yield UnitEntry("county", "样县政府", "99", short="县政府")
    for town in range(size.towns):
        for number in range(size.units):
            name = f"镇{town}镇第{number + 1}办公室"
            yield UnitEntry(_unit(town, number), name, _town(town), superior="county", short=f"{town}镇{number + 1}办")


def _routes(size: Size) -> Iterator[RouteEntry]:
    for town in range(size.towns):
        for at, category in enumerate(CATEGORIES):
            yield RouteEntry(category.id, _town(town), _unit(town, at % size.units))


def _posts(size: Size) -> Iterator[PostEntry]:
    for town in range(size.towns):
        for number in range(size.units):
            unit = _unit(town, number)
            for cadre in range(size.cadres):
                yield PostEntry(Role.CADRE, f"办事员{cadre + 1}", unit=unit)
            yield PostEntry(Role.HEAD, "主任", unit=unit)
    for role, count, title in _ABOVE:
        for at in range(count):
            yield PostEntry(role, f"{title}{at + 1}", area="99")
