"""Who may write a survey, and who may say that it goes out: whoever holds a post over its area, and a second person."""

from typing import Final

from casework.organisation import Organisation
from casework.people import Post, Role
from casework.staff import Staff
from casework.surveys.model import Survey

APPROVERS: Final = frozenset({Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN})
"""The posts that may say that a survey goes out."""

_WRITERS: Final = APPROVERS | {Role.CADRE}


def area_of(org: Organisation, post: Post) -> int | None:
    """Return the area that a post is over: its own, or that of its unit."""
    unit = org.units.get(post.unit_id) if post.unit_id is not None else None
    return unit.area_id if unit is not None else post.area_id


def scopes(staff: Staff, org: Organisation, person_id: int) -> list[int]:
    """Return the ids of the areas in which somebody may ask residents something; empty for residents."""
    found = (area_of(org, post) for post in staff.of(person_id) if post.role in _WRITERS)
    return list(dict.fromkeys(area_id for area_id in found if area_id is not None))


def may_write(staff: Staff, org: Organisation, person_id: int, area_id: int) -> bool:
    """Tell whether somebody may ask the residents of an area something."""
    return any(org.within(area_id, scope) for scope in scopes(staff, org, person_id))


def may_approve(staff: Staff, org: Organisation, person_id: int, survey: Survey) -> bool:
    """Tell whether somebody may say that a survey goes out: never whoever has written it."""
    return person_id != survey.author_id and any(
        post.role in APPROVERS and org.within(survey.area_id, area_of(org, post) or 0) for post in staff.of(person_id)
    )


def may_see(staff: Staff, org: Organisation, person_id: int, survey: Survey) -> bool:
    """Tell whether somebody sees a survey as it is written, and what came of it: its author while they may write
    there, and those who may approve it.
    """
    writes = person_id == survey.author_id and may_write(staff, org, person_id, survey.area_id)
    return writes or may_approve(staff, org, person_id, survey)


def approvers(staff: Staff, org: Organisation, survey: Survey) -> list[int]:
    """Return who is asked to approve: those over the nearest area that has any, else heads of units there."""
    area = org.areas.get(survey.area_id)
    if area is None:
        return []
    for role in (Role.SUPERVISOR, Role.LEADER, Role.DISPATCHER, Role.ADMIN):
        found = [post.person_id for post in staff.over(area, role) if post.person_id != survey.author_id]
        if found:
            return list(dict.fromkeys(found))
    posts = [post.person_id for post in staff.all() if may_approve(staff, org, post.person_id, survey)]
    return list(dict.fromkeys(posts))
