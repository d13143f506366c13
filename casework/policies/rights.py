"""Who may write a policy, and who may let it be shown: a post over all of its areas, and never one person alone."""

from collections.abc import Sequence
from typing import Final

from casework.organisation import Organisation
from casework.people import Post, Role
from casework.policies.policy import Content, Policy, PolicyState
from casework.reach import areas_below, seats
from casework.staff import Staff

WRITERS: Final = frozenset({Role.CADRE, Role.HEAD, Role.DISPATCHER, Role.LEADER, Role.ADMIN})
DECIDERS: Final = frozenset({Role.HEAD, Role.LEADER, Role.ADMIN})

_RUNGS: Final = (Role.HEAD, Role.LEADER, Role.ADMIN)


def reaches(org: Organisation, posts: Sequence[Post], roles: frozenset[Role], content: Content) -> bool:
    """Tell whether one of the posts of these roles is over all areas for which a policy holds."""
    wanted = content.areas or ((org.root.id,) if org.root is not None else ())
    return any(all(org.within(each, scope) for each in wanted) for scope in seats(org, posts, roles))


def may_write(org: Organisation, staff: Staff, person_id: int, content: Content) -> bool:
    """Tell whether somebody may write such a policy, and change or withdraw it."""
    return reaches(org, staff.of(person_id), WRITERS, content)


def may_decide(org: Organisation, staff: Staff, person_id: int, policy: Policy) -> bool:
    """Tell whether somebody may approve a policy, or send it back: never who wrote it."""
    return person_id != policy.written_by and reaches(org, staff.of(person_id), DECIDERS, policy.content)


def decided_areas(org: Organisation, staff: Staff, person_id: int) -> list[int]:
    """Return the areas whose policies somebody may decide, where others wrote them: a policy counts by its `scope`."""
    return areas_below(org, seats(org, staff.of(person_id), DECIDERS))


def may_read(org: Organisation, staff: Staff, person_id: int, policy: Policy) -> bool:
    """Tell whether somebody may read a policy that is not shown: its writer, and whoever may write or decide there.

    What was shown once, anybody may read: answers name it.
    """
    if (
        policy.state in {PolicyState.SHOWN, PolicyState.REPLACED, PolicyState.WITHDRAWN}
        and policy.decided_at is not None
    ):
        return True
    return person_id == policy.written_by or may_write(org, staff, person_id, policy.content)


def deciders(org: Organisation, staff: Staff, policy: Policy) -> list[list[int]]:
    """Return who may decide, rung by rung: heads of the writer's units, all heads, leaders, administrators."""
    units = {post.unit_id for post in staff.of(policy.written_by or 0) if post.unit_id is not None}
    of_role = {
        role: [
            post
            for post in staff.all()
            if post.role is role
            and post.person_id != policy.written_by
            and reaches(org, [post], frozenset({role}), policy.content)
        ]
        for role in _RUNGS
    }
    own = [post for post in of_role[Role.HEAD] if post.unit_id in units]
    rungs = [own, *(of_role[role] for role in _RUNGS)]
    return [people for rung in rungs if (people := list(dict.fromkeys(post.person_id for post in rung)))]
