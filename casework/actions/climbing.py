"""What has passed its day climbs the ladder: a person is named and told at each step, and a vacant post is said."""

from dataclasses import dataclass
from typing import Any, Final

from casework.actions.above import Footing, Gap, climb_from, footing_of, is_present, on_case
from casework.actions.telling import into_digest, tell
from casework.ladder import roles_at
from casework.notices import Urgency
from casework.people import Person, Role
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork, event

VACANCY: Final = "vacancy"
"""What the items of a digest are called that name a vacant post: their words are the role, ":" and the unit's id."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """By which notice each rung hears of something: whoever works it, the head, those over the area, and the leader.

    `leader_in` is how urgently the leader does.
    """

    cadre: str
    head: str
    over: str
    leader: str
    leader_in: Urgency = Urgency.DIGEST

    def of(self, role: Role) -> str:
        """Return the kind for a rung."""
        return {Role.CADRE: self.cadre, Role.HEAD: self.head, Role.LEADER: self.leader}.get(role, self.over)


@dataclass(frozen=True, slots=True)
class Climber:
    """What climbs: where it stands, who can be asked as whoever works it, and the case that it is of, if any."""

    footing: Footing
    worker: Person | None
    case: Case | None


async def tell_step(uow: UnitOfWork, case: Case, step: int, kinds: Kinds, **args: Any) -> list[int]:
    """Tell those of a step of the ladder above a case, as `tell_climber` does."""
    climber = Climber(footing_of(uow, case), await on_case(uow, case), case)
    return await tell_climber(uow, climber, step, kinds, **args)


async def tell_climber(uow: UnitOfWork, climber: Climber, step: int, kinds: Kinds, **args: Any) -> list[int]:
    """Tell those of a step of the ladder, counted from 0, and return their ids; `args` stand in what they read.

    Empty only where nobody at all stands above and nobody works it.
    """
    told: list[int] = []
    # From above, so that a head who works it is told as its head.
    for role in reversed(roles_at(uow.rules.profile.times.ladder, step)):
        if role is Role.CADRE and climber.worker is not None:
            if climber.worker.id not in told:
                await tell(uow, climber.worker.id, kinds.cadre, Urgency.LIMIT, climber.case, True, **args)
                told.append(climber.worker.id)
        elif role is not Role.CADRE or not told:
            told += await _tell_post(uow, climber, role, kinds, told, args)
    return told


async def _tell_post(
    uow: UnitOfWork, climber: Climber, role: Role, kinds: Kinds, told: list[int], args: dict[str, Any]
) -> list[int]:
    """Tell whoever holds a post above, or who stands in for it; return whom, without those `told` before."""
    footing = climber.footing
    if role in {Role.CADRE, Role.HEAD}:
        role = Role.HEAD if footing.unit_id is not None else Role.DISPATCHER
    people, gap = await climb_from(uow, footing, role)
    urgency = kinds.leader_in if role is Role.LEADER else Urgency.LIMIT
    kind = kinds.of(role) if footing.unit_id is not None or role is not Role.DISPATCHER else kinds.head
    said: dict[str, Any] = {"gap": (gap.role.value, gap.unit_id, gap.vacant)} if gap is not None else {}
    new = [person for person in people if person.id not in told]
    for person in new:
        due = urgency if is_present(person, uow.now) else Urgency.LIMIT
        await tell(uow, person.id, kind, due, climber.case, True, **args, **said)
    if gap is not None:
        await _record(uow, climber, gap, [person.id for person in people])
    return [person.id for person in new]


async def _record(uow: UnitOfWork, climber: Climber, gap: Gap, people: list[int]) -> None:
    """Let the case's timeline say who was told in whose stead, and the administrators of the area what is vacant."""
    post = {"post": gap.role.value, "of": gap.unit_id, "vacant": gap.vacant}
    if climber.case is not None:
        event(uow, climber.case, "rung_passed", actor=None, role="system", public=False, people=people, **post)
    if not gap.vacant:
        return
    area = uow.org.areas.get(climber.footing.area_id or 0)
    posts = uow.staff.over(area, Role.ADMIN) if area is not None else []
    hidden = climber.footing.hidden
    for admin in await uow.get_all(Person, [post.person_id for post in posts if post.person_id not in hidden]):
        into_digest(uow, admin, None, VACANCY, f"{gap.role.value}:{gap.unit_id or ''}")
