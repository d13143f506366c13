"""The look round of a leader each morning: a cluster of late cases is told once, and not counted again meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.actions.outing_places import late_clusters, look_round
from casework.people import Person, Role
from casework.petitions import Case
from casework.profile import Onsite, Profile
from casework.unit_of_work import Rules
from tests.casework.memory import Memory, MemoryUnitOfWork
from tests.casework.service import CALENDAR, COUNTY, RIVER, Service, organisation


async def told(service: Service, leader: int) -> list[str]:
    """Look round on a morning after one of the same quarter, and return what the leader is told."""
    before = len(service.memory.notices)
    person = service.memory.rows[Person.__name__, leader]
    late = await service.do(late_clusters, [person])
    await service.do(look_round, person, service.now - timedelta(days=1), late[leader])
    return [notice.kind for _, notice in service.memory.notices[before:]]


@pytest.fixture
async def service() -> Service:
    """A service in which one late case of a village is a cluster, and has one."""
    profile = Profile(onsite=Onsite(cluster=1, cluster_days=30))
    found = Service(memory=Memory(organisation(), Rules(CALENDAR, profile, secret=b"secret")))
    await found.file()
    found.now += timedelta(days=70)
    return found


async def test_a_cluster_that_was_told_of_is_not_counted_again_each_morning(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    leader = service.over(Role.LEADER)
    assert await told(service, leader) == ["outing_cluster"]
    monkeypatch.delattr(MemoryUnitOfWork, "village_facts")
    service.now += timedelta(days=29)
    assert await told(service, leader) == []
    monkeypatch.undo()
    service.now += timedelta(days=1)
    assert await told(service, leader) == ["outing_cluster"]


async def test_late_cases_of_no_village_are_no_cluster(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    leader = service.over(Role.LEADER)
    for case in [each for each in service.memory.of(Case) if each.area_id == RIVER]:
        service.memory.add(replace(case, area_id=COUNTY, area_path="/1/"))
    monkeypatch.delattr(MemoryUnitOfWork, "village_facts")
    assert await told(service, leader) == []
