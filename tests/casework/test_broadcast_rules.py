"""The rules of broadcasts: who may write and let out, whom an audience has, how long it takes, and who is reminded."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework.actions import broadcasting, subscribing
from casework.broadcasts import pace, rights
from casework.broadcasts.broadcast import WORDS, Audience, Broadcast, BroadcastState, Reach, Tally, areas_of, tally_of
from casework.broadcasts.subscriptions import Topic, Wishes
from casework.calendar import Calendar
from casework.errors import NotYours, Refused
from casework.followups import plan
from casework.people import Post, Role
from casework.unit_of_work import UnitOfWork
from tests.casework.service import COUNTY, EAST, EAST_OFFICE, WEST, Service

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar(ZONE, frozenset(), frozenset(), 2030)


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, second, tzinfo=ZONE).astimezone(UTC)


def broadcast(area: int, by: int = 1, **others: object) -> Broadcast:
    return Broadcast(9, "broadcast:9", WORDS, area, (), False, {"zh": "停水"}, by, at(2, 9), **others)  # type: ignore[arg-type]


# ----- How long it takes -----


def test_a_broadcast_takes_as_long_as_the_pace_lets_it() -> None:
    assert pace.seconds(0, 25) == 0
    assert pace.seconds(1, 25) == 1
    assert pace.seconds(100_000, 25) == 4000
    assert pace.seconds(100_000, 0) == 0


def test_it_rests_at_night_and_goes_on_in_the_morning() -> None:
    assert pace.over_at(CALENDAR, at(2, 9), 4000) == at(2, 10, 6, 40)
    assert pace.over_at(CALENDAR, at(2, 21), 3600) == at(3, 8, 30)
    assert pace.over_at(CALENDAR, at(2, 23), 60) == at(3, 8, 1)
    a_day_and_a_half = int(timedelta(hours=20).total_seconds())
    assert pace.over_at(CALENDAR, at(2, 9), a_day_and_a_half) == at(3, 15, 30)
    nights_off = Calendar(ZONE, frozenset(), frozenset(), 2030, time(0), time(0))
    assert pace.over_at(nights_off, at(2, 21), 36_000) == at(3, 7)


@pytest.mark.parametrize(
    ("moment", "runs"),
    [(at(2, 7, 59), False), (at(2, 8), True), (at(2, 21, 28, 59), True), (at(2, 21, 29), False), (at(2, 23), False)],
)
def test_nothing_is_begun_at_night_nor_right_before_it(moment: datetime, runs: bool) -> None:
    assert pace.may_run(CALENDAR, moment) is runs


# ----- Who may -----


def test_whom_an_audience_has() -> None:
    org = Service().memory.org
    assert set(areas_of(org, Audience(COUNTY))) == set(org.areas)
    assert COUNTY in areas_of(org, Audience(EAST))
    assert WEST not in areas_of(org, Audience(EAST))
    assert areas_of(org, Audience(999)) == []


def post(role: Role, *, unit: int | None = None, area: int | None = None) -> Post:
    return Post(1, 1, role, unit, area, "", "")


@pytest.mark.parametrize("role", list(Role))
def test_who_may_write_and_who_may_let_out(role: Role) -> None:
    org = Service().memory.org
    of_unit = role in {Role.HEAD, Role.CADRE}
    mine = [post(role, unit=EAST_OFFICE) if of_unit else post(role, area=EAST)]
    writes = role in {Role.HEAD, Role.DISPATCHER, Role.LEADER, Role.ADMIN}
    lets_out = writes and role is not Role.HEAD
    assert rights.may_write(org, mine, EAST) is writes
    assert not rights.may_write(org, mine, COUNTY)
    assert not rights.may_write(org, mine, WEST)
    assert rights.may_approve(org, mine, 2, broadcast(EAST)) is lets_out
    assert not rights.may_approve(org, mine, 1, broadcast(EAST))
    assert not rights.may_approve(org, mine, 2, broadcast(COUNTY))
    assert rights.may_steer(org, mine, 1, broadcast(EAST)) is writes
    assert rights.may_steer(org, mine, 2, broadcast(EAST)) is lets_out


def test_what_has_become_of_it_adds_up() -> None:
    states = {"sent": 5, "pending": 2, "held": 1, "refused": 1, "unreachable": 3}
    mine = broadcast(EAST, handed=20, blocked=4)
    assert tally_of(mine, states, 6) == Tally(handed=20, sent=5 + 8, waiting=3, failed=1, blocked=4 + 3, left=6)


# ----- The verbs -----


async def test_leaving_by_a_broadcast_leaves_its_topics_alone_and_can_be_taken_back() -> None:
    service = Service()
    ann = service.person()
    await service.do(subscribing.wish, ann, Wishes(frozenset({Topic.NOTICE, Topic.POLICY}), (EAST, WEST)))
    told = await service.do(broadcasting.announce, "notice:1", WORDS, Audience(EAST, (Topic.NOTICE,)), None)
    assert list(await service.do(subscribing.leave, ann, told.id)) == [Topic.NOTICE]
    assert (await service.do(_reach, Audience(EAST, (Topic.NOTICE,)))).people == 0
    assert (await service.do(_reach, Audience(EAST, (Topic.POLICY,)))).people == 1
    await service.do(subscribing.stay, ann, told.id)
    assert (await service.do(_reach, Audience(EAST, (Topic.NOTICE,)))).people == 1
    with pytest.raises(NotYours):
        await service.do(subscribing.leave, ann, 999)


async def _reach(uow: UnitOfWork, audience: Audience) -> Reach:
    return await uow.reach(audience)


async def test_a_place_that_is_gone_and_one_too_many_are_refused() -> None:
    service = Service()
    ann = service.person()
    with pytest.raises(Refused, match="place-gone"):
        await service.do(subscribing.wish, ann, Wishes(frozenset(Topic), (999,)))
    areas = tuple(service.memory.org.areas)[:4]
    with pytest.raises(Refused, match="news-places"):
        await service.do(subscribing.wish, ann, Wishes(frozenset(Topic), areas))


async def test_one_of_two_who_decide_at_once_comes_too_late() -> None:
    service = Service()
    writer, first, second = (service.over(Role.LEADER) for _ in range(3))
    mine = await service.do(broadcasting.write, writer, Audience(COUNTY), {"zh": "停水"})
    await service.do(broadcasting.ask, mine.id, writer)
    assert service.told(first) == service.told(second) == ["broadcast_asked"]
    await service.do(broadcasting.approve, mine.id, first)
    with pytest.raises(Refused, match="broadcast-over"):
        await service.do(broadcasting.refuse, mine.id, second, "")


def test_while_somebody_has_to_decide_there_is_always_something_due() -> None:
    rules = Service().memory.rules
    for state in BroadcastState:
        due = plan(broadcast(EAST, state=state, asked_at=at(2, 9)), rules)
        waits = state in {BroadcastState.WAITING, BroadcastState.STOPPED}
        assert [each.kind for each in due] == (["broadcast_waits"] if waits else [])
        assert all(rules.calendar.day(each.at) == date(2026, 3, 3) for each in due)
