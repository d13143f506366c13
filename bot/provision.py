"""Fills a service with an organisation and with people for all its posts, so that a demo has whom to write to."""

from datetime import datetime
from importlib import resources

from bot.organisation_entries import OrganisationFile, PostEntry
from bot.organisation_file import read_organisation
from bot.organisation_import import to_rows
from casework.organisation import Organisation
from casework.people import Person, Post, Role
from casework.replacing import replace
from casework.staff import Staff
from casework.unit_of_work import UnitOfWork
from storage.organisations import import_organisation
from storage.store import Store

_UNHELD = 0


def sample_organisation() -> OrganisationFile:
    """Return the organisation of the demo."""
    with resources.as_file(resources.files("bot.sample") / "organisation.toml") as path:
        return read_organisation(path)


async def provision(store: Store, organisation: OrganisationFile, now: datetime) -> dict[Role, list[Person]]:
    """Import an organisation, and give each of its posts a person; return them by role, in the file's order.

    The people have no names, only their posts' titles, and no home until somebody takes their seat. May be run
    again: a post that is held (same role, same unit or area, same title) keeps its holder, and only what is missing
    is made.
    """
    await import_organisation(store, to_rows(organisation))
    holders: dict[Role, list[Person]] = {}
    taken: set[int] = set()
    async with store.turn(now) as uow:
        for entry in organisation.posts:
            wanted = _post(uow.org, entry)
            known = next((post.id for post in _alike(uow.staff, uow.org, wanted) if post.id not in taken), _UNHELD)
            held = await uow.get(Post, known)
            person = None if held is None else await uow.get(Person, held.person_id)
            if held is None or person is None:
                person, held = _filled(uow, wanted)
            elif (held.title_en, held.grid) != (wanted.title_en, wanted.grid):
                uow.put(replace(held, title_en=wanted.title_en, grid=wanted.grid))
            taken.add(held.id)
            holders.setdefault(entry.role, []).append(person)
    return holders


def _filled(uow: UnitOfWork, wanted: Post) -> tuple[Person, Post]:
    person = Person(uow.new_id(), "", uow.rules.languages[0], "", uow.now, digest_since=uow.now)
    post = replace(wanted, id=uow.new_id(), person_id=person.id)
    uow.put(person)
    uow.put(post)
    return person, post


def _post(org: Organisation, entry: PostEntry) -> Post:
    """Return the post that an entry speaks of, held by nobody."""

    def area_id(code: str) -> int:
        area = org.area_by_code(code)
        if area is None:
            raise LookupError(f"no area has the code {code!r}")
        return area.id

    unit = None if entry.unit is None else org.unit_by_code(entry.unit)
    return Post(
        id=_UNHELD,
        person_id=_UNHELD,
        role=entry.role,
        unit_id=None if unit is None else unit.id,
        area_id=None if entry.area is None else area_id(entry.area),
        title=entry.title,
        title_en=entry.title_en,
        grid=tuple(area_id(code) for code in entry.grid),
    )


def _alike(staff: Staff, org: Organisation, wanted: Post) -> list[Post]:
    """Return the held posts of the same role, scope and title."""
    if wanted.area_id is None:
        held = staff.in_unit(wanted.unit_id, wanted.role)
    else:
        held = staff.over(org.areas[wanted.area_id], wanted.role)
    return [post for post in held if (post.area_id, post.title) == (wanted.area_id, wanted.title)]
