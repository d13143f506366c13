"""The demo's organisation and its people."""

from collections.abc import AsyncIterator
from dataclasses import replace
from random import Random
from zoneinfo import ZoneInfo

import msgspec
import pytest

from bot.organisation_import import to_file
from bot.provision import provision, sample_organisation
from casework.calendar import Calendar
from casework.people import Person, Post, Role
from casework.unit_of_work import Rules
from storage.organisations import read_organisation_rows
from storage.store import Store
from tests.bot.plain import NOW

RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030), languages=("en", "zh"))


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


async def test_every_post_of_the_sample_has_a_person_without_name_or_home(store: Store) -> None:
    sample = sample_organisation()
    people = await provision(store, sample, NOW)
    assert sum(map(len, people.values())) == len(sample.posts)
    assert {role: len(held) for role, held in people.items()} == {
        role: sum(post.role is role for post in sample.posts) for role in set(Role) - {Role.ADMIN}
    }
    everyone = [person for held in people.values() for person in held]
    assert {(person.name, person.home, person.language, person.created_at) for person in everyone} == {
        ("", "", "en", NOW)
    }
    assert len({person.id for person in everyone}) == len(sample.posts)
    async with store.turn(NOW) as uow:
        assert await uow.get_all(Person, [person.id for person in everyone]) == everyone
        titles = [uow.staff.title(person.id, "zh") for person in people[Role.CADRE]]
    assert titles == [post.title for post in sample.posts if post.role is Role.CADRE]
    assert set(to_file(await read_organisation_rows(store)).posts) == set(sample.posts)


async def test_a_village_of_the_sample_has_a_cadre_who_looks_after_it(store: Store) -> None:
    people = await provision(store, sample_organisation(), NOW)
    snapshot = await store.snapshot()
    village = snapshot.organisation.area_by_code("990101200203")
    assert village is not None
    posts = [post for person in people[Role.CADRE] for post in snapshot.staff.of(person.id)]
    (cadre,) = [post for post in posts if village.id in post.grid]
    unit = snapshot.organisation.units[cadre.unit_id or 0]
    assert unit.code == "yunshan"
    assert snapshot.organisation.route("roads", village.id).unit_id == unit.id


async def test_once_more_nobody_is_made_twice_and_seats_stay_taken(store: Store) -> None:
    people = await provision(store, sample_organisation(), NOW)
    (leader,) = people[Role.LEADER]
    async with store.turn(NOW) as uow:
        seated = await uow.get(Person, leader.id)
        assert seated is not None
        uow.put(replace(seated, home="web:1"))
    again = await provision(store, sample_organisation(), NOW)
    assert {role: [person.id for person in held] for role, held in again.items()} == {
        role: [person.id for person in held] for role, held in people.items()
    }
    assert again[Role.LEADER][0].home == "web:1"
    assert len((await read_organisation_rows(store)).posts) == len(sample_organisation().posts)


async def test_what_a_later_file_says_of_a_post_is_taken_over(store: Store) -> None:
    sample = sample_organisation()
    before = await provision(store, sample, NOW)
    posts = list(sample.posts)
    at = next(n for n, post in enumerate(posts) if post.role is Role.CADRE)
    posts[at] = msgspec.structs.replace(posts[at], grid=(), title_en="Somebody")
    # Two posts of one title are two people.
    posts.append(next(post for post in posts if post.role is Role.LEADER))
    after = await provision(store, msgspec.structs.replace(sample, posts=tuple(posts)), NOW)
    assert [person.id for person in after[Role.CADRE]] == [person.id for person in before[Role.CADRE]]
    (post,) = (await store.snapshot()).staff.of(after[Role.CADRE][0].id)
    assert (post.grid, post.title_en) == ((), "Somebody")
    assert len({person.id for person in after[Role.LEADER]}) == 2


async def test_a_post_that_was_ended_is_filled_anew(store: Store) -> None:
    (leader,) = (await provision(store, sample_organisation(), NOW))[Role.LEADER]
    async with store.turn(NOW) as uow:
        (post,) = uow.staff.of(leader.id)
        held = await uow.get(Post, post.id)
        assert held is not None
        uow.put(replace(held, active=False))
    (successor,) = (await provision(store, sample_organisation(), NOW))[Role.LEADER]
    assert successor.id != leader.id
