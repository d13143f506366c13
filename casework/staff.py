"""Who holds which post: the staff of the service, as one snapshot beside the organisation."""

from collections import defaultdict
from collections.abc import Iterable

from casework.areas import Area, area_ids
from casework.organisation import Organisation, Unit
from casework.people import Group, Post, Role


class Staff:
    """One version of the posts and the units' group chats, never changed in place. Inactive ones are left out."""

    def __init__(self, posts: Iterable[Post], groups: Iterable[Group] = ()) -> None:
        self._of_person: dict[int, list[Post]] = defaultdict(list)
        self._in_unit: dict[int, list[Post]] = defaultdict(list)
        self._over_area: dict[tuple[Role, int], list[Post]] = defaultdict(list)
        self._groups: dict[int, list[Group]] = defaultdict(list)
        for group in sorted(groups, key=lambda group: group.key):
            if group.active:
                self._groups[group.unit_id].append(group)
        for post in sorted(posts, key=lambda post: post.id):
            if not post.active:
                continue
            self._of_person[post.person_id].append(post)
            if post.unit_id is not None:
                self._in_unit[post.unit_id].append(post)
            elif post.area_id is not None:
                self._over_area[post.role, post.area_id].append(post)

    def all(self) -> list[Post]:
        """Return all posts, by the people who hold them."""
        return [post for posts in self._of_person.values() for post in posts]

    def of(self, person_id: int) -> list[Post]:
        """Return the posts that a person holds; empty for a resident."""
        return self._of_person.get(person_id, [])

    def roles(self, person_id: int) -> set[Role]:
        """Return the roles that a person holds anywhere."""
        return {post.role for post in self.of(person_id)}

    def in_unit(self, unit_id: int | None, role: Role) -> list[Post]:
        """Return the posts of `role` in a unit, oldest first."""
        if unit_id is None:
            return []
        return [post for post in self._in_unit.get(unit_id, []) if post.role is role]

    def acting_for(self, person_id: int | None, unit_id: int | None) -> list[Post]:
        """Return the posts in a unit by which colleagues stand in for somebody who is away."""
        if person_id is None or unit_id is None:
            return []
        return [post for post in self._in_unit.get(unit_id, []) if post.acting_for == person_id]

    def groups(self, unit_id: int | None) -> list[Group]:
        """Return the group chats of a unit; empty for None."""
        return self._groups.get(unit_id, []) if unit_id is not None else []

    def over(self, area: Area, role: Role) -> list[Post]:
        """Return the posts of `role` over the nearest area that has any, from `area` itself upwards."""
        for area_id in reversed(area_ids(area.path)):
            found = self._over_area.get((role, area_id))
            if found:
                return found
        return []

    def title(self, person_id: int | None, language: str, unit_id: int | None = None) -> str:
        """Return the title under which a person is named to others; the post in `unit_id` before any other."""
        posts = self.of(person_id) if person_id is not None else []
        for post in sorted(posts, key=lambda post: post.unit_id != unit_id):
            return post.label(language)
        return ""

    def heads_above(self, org: Organisation, unit: Unit | None) -> list[Post]:
        """Return the heads of a unit, or of the nearest unit above it that has one."""
        while unit is not None:
            heads = self.in_unit(unit.id, Role.HEAD)
            if heads:
                return heads
            unit = org.superior(unit)
        return []
