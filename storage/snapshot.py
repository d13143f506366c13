"""The organisation and its staff as one snapshot in memory, read again only when its version has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casework.answers import Answer
from casework.areas import Area
from casework.organisation import Organisation, Route, Unit
from casework.people import Group, Post
from casework.replacing import replace
from casework.staff import Staff
from storage.codec import Codec
from storage.dialects import Session

AREA = Codec(Area)
UNIT = Codec(Unit)
ROUTE = Codec(Route)
ANSWER = Codec(Answer)
POST = Codec(Post)
GROUP = Codec(Group)

ORGANISATION, STAFF = 1, 2  # rows of the table `organisation`


@dataclass(frozen=True)
class Snapshot:
    """One version of areas, units, routes and answers, and one of the staff; they change apart, since posts change
    often.
    """

    organisation: Organisation
    staff: Staff
    staff_version: int
    posts: Mapping[int, Post]
    groups: Mapping[str, Group]

    def with_staff(self, changed: Iterable[Post | Group]) -> "Snapshot":
        """Return the snapshot as a batch sees it in which posts or groups have changed."""
        posts, groups = dict(self.posts), dict(self.groups)
        for each in changed:
            if isinstance(each, Post):
                posts[each.id] = each
            else:
                groups[each.key] = each
        return replace(self, staff=Staff(posts.values(), groups.values()), posts=posts, groups=groups)


async def read_snapshot(session: Session, known: Snapshot | None) -> Snapshot:
    """Return the snapshot of the present versions: `known`, or its parts, while nothing has changed."""
    versions = dict(map(tuple, await session.rows("organisation_versions")))
    version, staff_version = versions[ORGANISATION], versions[STAFF]
    if known is not None and (known.organisation.version, known.staff_version) == (version, staff_version):
        return known
    if known is not None and known.organisation.version == version:
        organisation = known.organisation
    else:
        organisation = await read_organisation(session, version)
    posts = {post.id: post for post in map(POST.decode, await session.rows("posts_all"))}
    groups = {group.key: group for group in map(GROUP.decode, await session.rows("groups_all"))}
    return Snapshot(organisation, Staff(posts.values(), groups.values()), staff_version, posts, groups)


async def read_organisation(session: Session, version: int) -> Organisation:
    """Return the organisation as the session sees it, under a version."""
    areas = {area.id: area for area in map(AREA.decode, await session.rows("areas_all"))}
    units = {unit.id: unit for unit in map(UNIT.decode, await session.rows("units_all"))}
    found = map(ROUTE.decode, await session.rows("routes_all"))
    routes = {(route.category, route.area_id): route.unit_id for route in found}
    answers = tuple(map(ANSWER.decode, await session.rows("answers_all")))
    return Organisation(areas, units, routes, version, answers)
