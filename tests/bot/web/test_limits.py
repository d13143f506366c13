"""So many at once, then one after another; and nothing is remembered for longer than it matters."""

from hypothesis import given
from hypothesis import strategies as st

from bot.web.limits import Limit


def test_a_burst_passes_and_then_one_at_a_time() -> None:
    limit = Limit(per_minute=20, burst=10)
    assert [limit.take("ann", 100) for _ in range(10)] == [0] * 10
    assert limit.take("ann", 100) == 3
    assert limit.take("ann", 101) == 2
    assert limit.take("bob", 101) == 0
    assert limit.take("ann", 103) == 0
    assert limit.take("ann", 103) == 3


def test_waiting_as_long_as_told_is_enough_and_no_longer_than_needed() -> None:
    limit = Limit(per_minute=60, burst=1)
    assert limit.take("ann", 0) == 0
    assert limit.take("ann", 0.25) == 0.75
    assert limit.take("ann", 0.75) == 0.25
    assert limit.take("ann", 1) == 0


def test_those_at_rest_are_forgotten() -> None:
    limit = Limit(per_minute=60, burst=5)
    for number in range(1000):
        limit.take(str(number), 0)
    assert len(limit) == 1000
    for number in range(600):
        limit.take("one", 100 + number)
    assert len(limit) == 1


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 5))
def test_no_minute_holds_more_than_the_limit_and_the_burst(pauses: list[float], burst: int) -> None:
    limit = Limit(per_minute=20, burst=burst)
    now, taken = 0.0, []
    for pause in pauses:
        now += pause
        if limit.take("ann", now) == 0:
            taken.append(now)
    assert all(sum(at <= each < at + 60 for each in taken) <= 20 + burst for at in taken)
