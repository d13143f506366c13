"""Random histories: whatever people do, and whenever, a case never gets lost."""

from collections import Counter
from typing import ClassVar

from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from casework.people import Person, Post
from casework.petitions import Event
from tests.casework.histories import Histories

REACHED = {
    *("accepted", "handed", "taken", "declined", "stepped_aside", "another_asked", "another_granted"),
    *("doubted", "not_accepted", "to_discipline", "kind_set", "kind_kept"),
    *("extension_asked", "date_set", "meeting_held", "closed settled", "help", "reported_up"),
    *("proposed", "promised", "closed contested", "closed no_answer", "closed withdrawn", "called_back"),
    *("review_asked review", "review_asked reexamination", "outside_asked", "outside_decided"),
    *("merged", "parted", "joined", "gathered", "signed", "representative"),
    *("objected", "part_added", "part_reported", "raised", "noted"),
    *("press", "owned", "supervisor_told", "away", "deputy"),
}
"""What the histories below come to, at the least: without it they would prove less than they say."""


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


def test_whatever_happens_no_case_gets_lost() -> None:
    # A failing history is not made shorter, which takes minutes. It prints ids alone, so that it can be read as it is;
    # to have it shortened all the same, add Phase.shrink for once.
    chosen = settings(max_examples=100, stateful_step_count=40, phases=[Phase.generate])
    Counted.reached.clear()
    run_state_machine_as_test(Counted, settings=chosen)
    assert sorted(REACHED - Counted.reached.keys()) == [], "never reached"
