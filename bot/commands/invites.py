"""The command that invites people to posts, and group chats to units."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeVar

from bot.clock import machine_now
from bot.commands.running import CommandError, opened, settings_from
from bot.settings import Settings
from bot.telegram.links import bot_link
from casework.actions import membership
from casework.areas import Area
from casework.near_misses import near_misses
from casework.organisation import Organisation, Unit
from casework.people import Role

LONGEST_DAYS: Final = 365
_SHOWN: Final = 3
_IN_A_UNIT: Final = frozenset({Role.CADRE, Role.HEAD})
# Kept with the post in both languages, and shown to others in place of a name.
_TITLES: Final = {
    Role.CADRE: ("经办员", "Case officer"),
    Role.HEAD: ("负责人", "Head"),
    Role.DISPATCHER: ("受理员", "Intake officer"),
    Role.SUPERVISOR: ("督查员", "Supervisor"),
    Role.LEADER: ("分管领导", "Leader in charge"),
    Role.ADMIN: ("管理员", "Administrator"),
    Role.DUTY: ("值班员", "Duty officer"),
}

P = TypeVar("P", Area, Unit)


@dataclass(frozen=True)
class Offer:
    """What is offered: a post, or with `role` None a group chat's place in a unit. Areas and units by code."""

    role: Role | None
    area: str | None = None
    unit: str | None = None
    title: str = ""
    title_en: str = ""
    grid: tuple[str, ...] = ()
    days: int = 7


def invite(config: Path, offer: Offer) -> None:
    """Make an invitation and print its code, this once. Raises CommandError for an offer that can't be made."""
    _check(offer)
    print("\n".join(asyncio.run(_invite(settings_from(config), offer))))


def _check(offer: Offer) -> None:
    in_a_unit = offer.role is None or offer.role in _IN_A_UNIT
    who = f"--role {offer.role}" if offer.role else "--group"
    if in_a_unit and (offer.unit is None or offer.area is not None):
        raise CommandError(f"{who}: belongs to a unit; name it by --unit CODE, without --area")
    if not in_a_unit and (offer.area is None or offer.unit is not None):
        raise CommandError(f"{who}: serves an area and all below it; name it by --area CODE, without --unit")
    if offer.grid and not (offer.role and in_a_unit):
        raise CommandError("--grid: only cadres and heads look after areas of their own")
    if not 1 <= offer.days <= LONGEST_DAYS:
        raise CommandError(f"--days: {offer.days} is not between 1 and {LONGEST_DAYS}")


async def _invite(settings: Settings, offer: Offer) -> list[str]:
    now = machine_now()
    async with opened(settings, now) as store:
        title, title_en = _titles(offer)
        async with store.turn(now) as uow:
            unit = None if offer.unit is None else _unit(uow.org, offer.unit)
            area = None if offer.area is None else _area(uow.org, offer.area, "--area")
            code = await membership.invite(
                uow,
                offer.role,
                unit.id if unit else None,
                area.id if area else None,
                title,
                title_en,
                grid=tuple(_area(uow.org, each, "--grid").id for each in offer.grid),
                days=offer.days,
            )
        last_day = store.rules.calendar.day(now + timedelta(days=offer.days))
        where = unit or area
        link = await bot_link(store, code)
    place = f"{where.name} ({where.code})" if where else ""
    if offer.role is None:
        what, how = f"a group chat of {place}", [f"In the group, with the bot in it, send:  /bind {code}"]
    else:
        what = f"{offer.role}, {' / '.join(dict.fromkeys(filter(None, (title, title_en))))}, {place}"
        how = [f"The person sends to the bot:  /join {code}"]
        how += [f"or opens:  {link}"] if link else []
    return [
        f"Invitation: {what}.",
        *how,
        f"It works once, until {last_day}. The code is kept nowhere: if it gets lost, invite again.",
    ]


def _titles(offer: Offer) -> tuple[str, str]:
    if offer.role is None:
        return "", ""
    if offer.title or offer.title_en:
        return offer.title or offer.title_en, offer.title_en
    return _TITLES[offer.role]


def _unit(org: Organisation, code: str) -> Unit:
    names = {unit.code: (unit.name, unit.name_en, unit.short) for unit in org.units.values()}
    return _in_service(org.unit_by_code(code), "--unit", "unit", code, names)


def _area(org: Organisation, code: str, option: str) -> Area:
    names = {area.code: (area.name, area.name_en, area.label("zh")) for area in org.areas.values()}
    return _in_service(org.area_by_code(code), option, "area", code, names)


def _in_service(found: P | None, option: str, kind: str, code: str, names: Mapping[str, tuple[str, ...]]) -> P:
    """Return what was found by its code; else say which codes may have been meant, also where a name was written."""
    if found is None:
        like = _like(code, names)
        meant = f"; did you mean {' or '.join(f'{each} ({names[each][0]})' for each in like)}?" if like else ""
        if not names:
            meant = "; there are none yet, load them: doorstep org import FILE"
        raise CommandError(f"{option}: no {kind} has the code {code!r}{meant}")
    if not found.active:
        raise CommandError(f"{option}: {found.name} ({code}) is out of service")
    return found


def _like(written: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    codes: dict[str, list[str]] = {}
    for code, called in names.items():
        for word in {code, *called}:
            codes.setdefault(word, []).append(code)
    return _first(code for _, word in near_misses(written, filter(None, codes)) for code in codes[word])


def _first(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))[:_SHOWN]
