"""How many calls go at a time."""

import math

from bot.telegram.window import MANY, MOST, PATIENCE, Window


def test_one_call_goes_at_a_time() -> None:
    window = Window()
    assert window.has_room(1, 0)
    window.begin(1, 0)
    assert not window.has_room(1, 0.1)
    window.end(1)
    assert window.has_room(1, 0.1)


def test_in_a_rush_several_go_until_the_queue_is_empty() -> None:
    window = Window(rush=3)
    window.begin(0, 0)
    assert not window.has_room(1, 0)
    assert window.wake_at(0) == PATIENCE
    for number in range(1, 10):
        # One after another, and still somebody waits.
        window.end(number - 1)
        window.begin(number, number / 10)
        window.has_room(1, number / 10)
    window.begin(10, 1)
    assert window.has_room(1, 1)
    window.begin(11, 1)
    assert not window.has_room(1, 1)
    window.emptied()
    for number in (9, 10):
        window.end(number)
    assert not window.has_room(1, 1)
    window.end(11)
    assert window.has_room(1, 1)


def test_where_many_wait_it_is_a_rush_at_once() -> None:
    window = Window(rush=2)
    window.begin(1, 0)
    assert not window.has_room(MANY - 1, 0)
    assert window.has_room(MANY, 0)
    window.begin(2, 0)
    assert not window.has_room(MANY, 0)


def test_a_call_that_is_not_answered_holds_up_nobody_for_long() -> None:
    window = Window(rush=1)
    for number in range(MOST):
        at = number * PATIENCE
        assert window.has_room(1, at)
        window.begin(number, at)
        assert not window.has_room(1, at + PATIENCE / 2)
        assert window.wake_at(at + PATIENCE / 2) <= at + PATIENCE
    assert not window.has_room(1, MOST * PATIENCE)


def test_where_nobody_waits_there_is_nothing_to_wake_for() -> None:
    window = Window()
    window.begin(1, 0)
    assert window.wake_at(0) == math.inf
