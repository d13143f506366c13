"""Random histories: whatever people do, and whenever, a case never gets lost."""

from collections import Counter
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from casework.people import Person, Post
from casework.petitions import Event
from tests.casework.beginnings import BEGINNINGS
from tests.casework.history.machine import Histories


class Counted(Histories):
    """Histories that note what has happened in them."""

    reached: ClassVar[Counter[str]] = Counter()

    def teardown(self) -> None:
        """Count in how many histories each thing has happened."""
        if hasattr(self, "service"):
            memory = self.service.memory
            happened = {_named(event) for event in memory.events}
            happened |= {"away" for person in memory.of(Person) if person.away_until is not None}
            happened |= {"deputy" for post in memory.of(Post) if post.acting_for is not None}
            self.reached.update(happened)
        super().teardown()


def _named(event: Event) -> str:
    """Return an event's kind; with how a case was closed, or in which instance it goes on."""
    more = {"closed": "closing", "review_asked": "instance"}.get(event.kind)
    return f"{event.kind} {event.data[more]}" if more is not None else event.kind


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_whatever_happens_no_case_gets_lost(beginning: str) -> None:
    class Begun(Counted):
        beginnings = (beginning,)
        reached: ClassVar[Counter[str]] = Counter()

    # A failing history is not made shorter, which takes minutes. It prints ids alone, so that it can be read as it is;
    # to have it shortened all the same, add Phase.shrink for once.
    most = max(6, settings().max_examples // 16)
    chosen = settings(max_examples=most, stateful_step_count=40, phases=[Phase.generate])
    run_state_machine_as_test(Begun, settings=chosen)
    _, comes_to = BEGINNINGS[beginning]
    never = sorted(comes_to - Begun.reached.keys())
    assert not never, f"never reached: {never}"
