"""Whether the organisation can work: somebody takes what residents send, and somebody stands above who takes it."""

from collections.abc import Iterator

from bot.doctor.findings import Finding, some
from casework.organisation import ANY_CATEGORY, Organisation
from casework.people import Role
from casework.staff import Staff


def look_at_organisation(org: Organisation, staff: Staff, language: str) -> list[Finding]:
    """Return what is missing in areas, units, routes and posts."""
    return [*_areas(org), *_units(org, staff, language), *_routes(org), *_above(org, staff)]


def _areas(org: Organisation) -> Iterator[Finding]:
    if org.root is None:
        yield Finding("There are no areas: nobody can say where something is.", "Import some: doorstep org import FILE")


def _units(org: Organisation, staff: Staff, language: str) -> Iterator[Finding]:
    routed = set(org.routes.values())
    empty = [
        unit.label(language)
        for unit in org.units.values()
        if unit.active and unit.id in routed and not staff.in_unit(unit.id, Role.CADRE)
    ]
    if empty:
        yield Finding(
            f"Cases go to units in which no cadre serves: {some(empty)}.",
            "Invite somebody: doorstep invite --role cadre --unit CODE --title TITLE. Until then heads are asked.",
        )
    serving = (unit for unit in org.units.values() if unit.active)
    headless = [unit.label(language) for unit in serving if not staff.heads_above(org, unit)]
    if headless:
        yield Finding(
            f"Units have no head, and none above them: {some(headless)}.",
            "Invite one: doorstep invite --role head --unit CODE --title TITLE. Until then reminders go further up.",
        )


def _routes(org: Organisation) -> Iterator[Finding]:
    retired = sorted({category for (category, _), unit in org.routes.items() if not _serves(org, unit)})
    if retired:
        yield Finding(
            f"Routes lead to units out of service, for: {some(retired)}.",
            "Mend the routes in your organisation file and import it again.",
        )
    if org.root is not None and (ANY_CATEGORY, org.root.id) not in org.routes:
        yield Finding(
            f"No route covers what fits no category ({ANY_CATEGORY!r} for the whole area).",
            "Add one to your organisation file; until then dispatchers assign such cases by hand.",
        )


def _serves(org: Organisation, unit_id: int) -> bool:
    unit = org.units.get(unit_id)
    return unit is not None and unit.active


def _above(org: Organisation, staff: Staff) -> Iterator[Finding]:
    if org.root is None:
        return
    vacant = [
        role.value
        for role in (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.DUTY)
        if not staff.over(org.root, role)
    ]
    if vacant:
        yield Finding(
            f"Over the whole area there is no {some(vacant)}.",
            "Invite them: doorstep invite --role ROLE --area CODE --title TITLE. Until then others are told instead.",
        )
