import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import Pacing

PRIVATE, GROUP = "100", "-200"


def sends(pacing: Pacing, wishes: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Send to each chat in turn as early as it may be; a wish is a chat and a pause before it."""
    now, sent = 0.0, []
    for chat, pause in wishes:
        now = pacing.ready_at(chat, chat.startswith("-"), now + pause)
        assert pacing.take(chat, chat.startswith("-"), now)
        sent.append((chat, now))
    return sent


def most_in_a_window(times: list[float], seconds: float) -> int:
    # A hair less than the window: the sum of two floats may come out one step short.
    return max((sum(start <= time < start + seconds - 1e-9 for time in times) for start in times), default=0)


wishes = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3", "-4", "-5"]),
        st.one_of(st.just(0.0), st.floats(0, 0.2), st.floats(0, 30)),
    ),
    max_size=80,
)


@given(wishes, st.integers(1, 8), st.integers(1, 3), st.integers(1, 6))
def test_no_window_ever_holds_more_than_its_limit(
    wanted: list[tuple[str, float]], per_second: int, per_chat: int, per_group: int
) -> None:
    sent = sends(Pacing(per_second, per_chat, per_group), wanted)
    assert most_in_a_window([time for _, time in sent], 1) <= per_second
    for chat in {chat for chat, _ in sent}:
        times = [time for to, time in sent if to == chat]
        assert most_in_a_window(times, 1) <= per_chat
        if chat.startswith("-"):
            assert most_in_a_window(times, 60) <= per_group


@given(wishes, st.floats(0.1, 5))
def test_a_broken_rate_is_kept_as_well(wanted: list[tuple[str, float]], rate: float) -> None:
    times = [time for _, time in sends(Pacing(rate, 0, 0), wanted)]
    count = max(1, math.floor(rate))
    assert most_in_a_window(times, count / rate) <= count


@given(wishes)
def test_what_must_wait_is_neither_sent_nor_counted(wanted: list[tuple[str, float]]) -> None:
    pacing = Pacing(5, 1, 3)
    now = 0.0
    for chat, pause in wanted:
        group = chat.startswith("-")
        now += pause
        ready = pacing.ready_at(chat, group, now)
        if ready > now:
            assert not pacing.take(chat, group, now)
            assert pacing.ready_at(chat, group, now) == ready
        else:
            assert pacing.take(chat, group, now)


def test_a_waiting_chat_blocks_only_itself() -> None:
    pacing = Pacing(30, 1, 20)
    pacing.take("1", False, 10.0)
    assert pacing.ready_at("1", False, 10.0) == 11.0
    assert pacing.ready_at("2", False, 10.0) == 10.0


def test_thirty_chats_fill_the_second() -> None:
    pacing = Pacing(30, 1, 20)
    for chat in range(30):
        assert pacing.take(str(chat), False, 5.0)
    assert not pacing.take("30", False, 5.9)
    assert pacing.take("30", False, 6.0)


def test_a_group_gets_twenty_a_minute_and_a_person_more() -> None:
    pacing = Pacing(30, 1, 20)
    for second in range(20):
        assert pacing.take(GROUP, True, float(second))
        assert pacing.take(PRIVATE, False, float(second))
    assert pacing.ready_at(GROUP, True, 20.0) == 60.0
    assert pacing.ready_at(PRIVATE, False, 20.0) == 20.0


def test_a_hold_of_one_chat_holds_nobody_else() -> None:
    pacing = Pacing()
    pacing.hold("1", 40.0)
    assert pacing.ready_at("1", False, 3.0) == 40.0
    assert pacing.ready_at("2", False, 3.0) == 3.0


def test_a_hold_of_all_holds_everybody() -> None:
    pacing = Pacing()
    pacing.hold(None, 40.0)
    assert not pacing.take("2", False, 39.0)
    assert pacing.take("2", False, 40.0)


def test_a_hold_never_gets_shorter() -> None:
    pacing = Pacing()
    pacing.hold("1", 40.0)
    pacing.hold("1", 20.0)
    assert pacing.ready_at("1", False, 0.0) == 40.0


def test_zero_switches_pacing_off_but_not_holds() -> None:
    pacing = Pacing(0, 0, 0)
    for _ in range(1000):
        assert pacing.take(GROUP, True, 1.0)
    pacing.hold(GROUP, 9.0)
    assert not pacing.take(GROUP, True, 8.0)


def test_chats_are_forgotten_once_idle() -> None:
    pacing = Pacing(0, 1, 20)
    for chat in range(10_000):
        pacing.take(str(chat), False, chat / 10)
    assert len(pacing) < 100


def test_a_held_chat_is_remembered_until_its_hold_ends() -> None:
    pacing = Pacing(0, 1, 20)
    pacing.hold("held", 500.0)
    for chat in range(1000):
        pacing.take(str(chat), False, chat / 10)
    assert pacing.ready_at("held", False, 100.0) == 500.0


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        Pacing(-1, 1, 1)


@given(st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.9), st.floats(0, 1)), max_size=60))
def test_what_is_held_up_on_the_way_counts_from_its_arrival(wanted: list[tuple[float, float, float]]) -> None:
    pacing, now, arrivals = Pacing(3, 1, 0), 0.0, []
    for pause, way, part in wanted:
        now = pacing.ready_at(PRIVATE, False, now + pause)
        assert pacing.take(PRIVATE, False, now)
        arrivals.append(now + way * part)
        pacing.arrived(PRIVATE, now, now + way)
        now += way
    assert most_in_a_window(arrivals, 1) <= 1


def test_an_arrival_counts_for_everybody_and_for_its_group() -> None:
    pacing = Pacing(1, 0, 1)
    assert pacing.take(GROUP, True, 0)
    pacing.arrived(GROUP, 0, 0.5)
    assert pacing.ready_at(PRIVATE, False, 0.5) == 1.5
    assert pacing.ready_at(GROUP, True, 0.5) == 60.5


def test_the_arrival_of_a_send_that_was_never_counted_counts_nothing() -> None:
    pacing = Pacing()
    pacing.arrived(PRIVATE, 0, 0.5)
    assert pacing.ready_at(PRIVATE, False, 0.5) == 0.5
