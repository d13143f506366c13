"""Theme tasks: opened where many have said the same, planned and carried out by an owner, told to those concerned."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from casework.actions.tasks import give
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.masking import mask
from casework.notices import Urgency
from casework.people import Person, Role
from casework.petitions import Case, fired_again, times_fired
from casework.replacing import replace
from casework.tasks import Origin
from casework.themes import Theme, ThemeState, main_unit, may_see, may_work, overlaps, owner_of
from casework.unit_of_work import UnitOfWork


async def open_theme(uow: UnitOfWork, area_id: int, category: str, case_ids: Sequence[int]) -> Theme | None:
    """Open a theme for alike cases of a category in a place, and return it; None where there is no need any more.

    One topic a month: none where the place has had one in this category lately, be it as a village or with its
    township, or its owner another.
    """
    figures = uow.rules.profile.research
    recent = await uow.themes_since(uow.now - timedelta(days=figures.topic_days))
    area = uow.org.areas.get(area_id)
    cases = [case for case in await uow.get_all(Case, case_ids) if not case.shielded and not case.accused]
    if area is None or len(cases) < figures.alike_cases:
        return None
    unit_id = main_unit(uow.org, [case.unit_id for case in cases], category, area_id)
    if unit_id is None:
        return None
    owner_id = owner_of(uow.staff, uow.org, unit_id, area_id)
    same = (each for each in recent if each.category == category and overlaps(uow.org, each, area))
    if any(same) or any(each.owner_id == owner_id for each in recent):
        return None
    theme = Theme(
        id=uow.new_id(),
        area_id=area.id,
        area_path=area.path,
        category=category,
        cases=tuple(case.id for case in cases),
        unit_id=unit_id,
        owner_id=owner_id,
        opened_at=uow.now,
        epoch_at=uow.now,
    )
    uow.put(theme)
    await tell(uow, owner_id, "theme_opened", Urgency.LIMIT, theme=theme.id)
    return theme


async def set_plan(uow: UnitOfWork, theme_id: int, by: int, what: str, due_at: datetime) -> Theme:
    """Plan one thing about the root, by a day: a dated task of the owner's, of which those hear whose cases belong to
    the theme. There may be more than one. Raises Refused("theme-over") for one that was put away, and as `give` does.
    """
    theme = await own(uow, theme_id, by)
    serves = any(post.unit_id == theme.unit_id for post in uow.staff.of(theme.owner_id or 0))
    residents = [case.resident_id for case in await members(uow, theme)]
    task = await give(
        uow,
        by,
        what,
        due_at,
        unit_id=theme.unit_id,
        owner_id=theme.owner_id if serves else None,
        origin=Origin.THEME,
        origin_id=theme.id,
        area_id=theme.area_id,
        residents=residents,
    )
    theme = _next(uow, replace(theme, tasks=(*theme.tasks, task.id)), ThemeState.PLANNED)
    uow.put(theme)
    return theme


async def dismiss(uow: UnitOfWork, theme_id: int, by: int, why: str) -> Theme:
    """Say that there is no common root, and why: those over the place read it.

    Raises Refused("theme-planned") where something has been promised already.
    """
    theme = await own(uow, theme_id, by)
    if not theme.is_open:
        raise Refused("theme-planned")
    theme = replace(_next(uow, theme, ThemeState.DISMISSED), why=mask(why))
    uow.put(theme)
    await _tell_above(uow, theme, "theme_dismissed", by)
    return theme


async def own(uow: UnitOfWork, theme_id: int, by: int) -> Theme:
    """Return a theme that somebody may work on. Raises NotYours, Refused("theme-over")."""
    theme = await seen(uow, theme_id, by)
    if not may_work(uow.staff, by, theme):
        raise Refused("not-allowed")
    if theme.state is ThemeState.DISMISSED:
        raise Refused("theme-over")
    return theme


async def seen(uow: UnitOfWork, theme_id: int, by: int) -> Theme:
    """Return a theme that somebody may see. Raises NotYours."""
    theme = await uow.get(Theme, theme_id)
    if theme is None or not may_see(uow.staff, by, theme):
        raise NotYours
    return theme


async def members(uow: UnitOfWork, theme: Theme) -> list[Case]:
    """Return the cases of a theme; what has come to accuse somebody since is left out, and counts for nobody (articles
    30 and 46).
    """
    return [case for case in await uow.get_all(Case, theme.cases) if not case.shielded]


async def fire_theme(uow: UnitOfWork, theme: Theme, kind: str) -> None:
    """Carry out what is due of a theme: the owner is reminded; from the second time on those over the place, too."""
    round_ = times_fired(theme, kind)
    theme = replace(theme, fired=fired_again(theme, kind, uow.now))
    owner = await uow.get(Person, theme.owner_id) if theme.owner_id is not None else None
    if owner is None or not uow.staff.of(owner.id):
        # Whoever owned it serves no more: it goes to who would own it today.
        theme = replace(theme, owner_id=owner_of(uow.staff, uow.org, theme.unit_id, theme.area_id))
    uow.put(theme)
    await tell(uow, theme.owner_id, kind, Urgency.LIMIT, None, True, theme=theme.id)
    if round_:
        await _tell_above(uow, theme, "theme_plan_above", theme.owner_id, follow_up=True)


def _next(uow: UnitOfWork, theme: Theme, state: ThemeState) -> Theme:
    return replace(theme, state=state, epoch=theme.epoch + 1, epoch_at=uow.now, fired={})


async def _tell_above(uow: UnitOfWork, theme: Theme, kind: str, by: int | None, *, follow_up: bool = False) -> None:
    for person_id in _over(uow, theme):
        if person_id != by:
            await tell(uow, person_id, kind, Urgency.LIMIT, None, follow_up, who=theme.owner_id, theme=theme.id)


def _over(uow: UnitOfWork, theme: Theme) -> Sequence[int]:
    """Return whoever holds the lowest post over a theme's place that sees to what is late."""
    area = uow.org.areas.get(theme.area_id)
    for role in (Role.SUPERVISOR, Role.LEADER, Role.ADMIN):
        if area is not None and (posts := uow.staff.over(area, role)):
            return list(dict.fromkeys(post.person_id for post in posts))
    return ()
