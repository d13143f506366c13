"""Who may write a survey, and who may say that it goes out: whoever holds a post over its area, and a second person."""

from typing import Final

from casework.organisation import Organisation
from casework.people import Post, Role
from casework.reach import seats, speaks
from casework.staff import Staff
from casework.surveys.model import Survey

APPROVERS: Final = frozenset({Role.HEAD, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN})
"""The posts that may say that a survey goes out."""

_WRITERS: Final = APPROVERS | {Role.CADRE}


def scopes(staff: Staff, org: Organisation, person_id: int) -> list[int]:
    """Return the ids of the areas in which somebody may ask residents something; empty for residents."""
    return seats(org, staff.of(person_id), _WRITERS)


def may_write(staff: Staff, org: Organisation, person_id: int, area_id: int) -> bool:
    """Tell whether somebody may ask the residents of an area something."""
    return speaks(org, staff.of(person_id), _WRITERS, area_id)


def may_approve(staff: Staff, org: Organisation, person_id: int, survey: Survey) -> bool:
    """Tell whether somebody may say that a survey goes out: never whoever has written it."""
    return person_id != survey.author_id and speaks(org, staff.of(person_id), APPROVERS, survey.area_id)


def may_see(staff: Staff, org: Organisation, person_id: int, survey: Survey) -> bool:
    """Tell whether somebody sees a survey as it is written, and what came of it: its author while they may write
    there, and those who may approve it.
    """
    writes = person_id == survey.author_id and may_write(staff, org, person_id, survey.area_id)
    return writes or may_approve(staff, org, person_id, survey)


def post_there(staff: Staff, org: Organisation, person_id: int, area_id: int) -> Post | None:
    """Return the first post by which somebody may ask the residents of an area something; None where they may not."""
    return next((post for post in staff.of(person_id) if speaks(org, [post], _WRITERS, area_id)), None)


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
