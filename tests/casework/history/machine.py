"""Random histories: everything that people and time may do to a few cases, and what has to hold after each step.

The same histories run over rows in memory and over the real storage; a subclass says where the service stands and
how its follow-ups fire.
"""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from casework.callbacks import Callback
from casework.petitions import State
from tests.casework.history.acceptance import Acceptance
from tests.casework.history.answering import Answering
from tests.casework.history.at_work import AtWork
from tests.casework.history.caring import Caring
from tests.casework.history.coming_in import ComingIn
from tests.casework.history.danger import InDanger
from tests.casework.history.lawful import Lawful
from tests.casework.history.posts import Posts
from tests.casework.history.reviewing import Reviewing
from tests.casework.history.sound import Sound
from tests.casework.history.those_above import ThoseAbove
from tests.casework.history.together import Together
from tests.casework.history.units import Units


class Histories(
    ComingIn,
    AtWork,
    Caring,
    Acceptance,
    Answering,
    Reviewing,
    Units,
    ThoseAbove,
    Together,
    InDanger,
    Posts,
    Lawful,
    Sound,
):
    """What people do, a topic a class; what time does; and what always holds."""

    @rule(days=st.sampled_from([8, 29, 62]))
    def weeks_pass(self, days: int) -> None:
        self.time_passes(days * 24)

    @rule(hours=st.sampled_from([1, 9, 26, 75]))
    def time_passes(self, hours: int) -> None:
        end = self.service.now + timedelta(hours=hours)
        while self.fire_next(end):
            self.check()
        self.service.now = end

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "service"):
            self.check()

    def check(self) -> None:
        """Assert what holds after each step and each firing."""
        for case in self.cases():
            before = self.seen.get(case.id)
            if before is not None:
                self._moved_lawfully(before, case)
            self._somebody_answers_for(case)
            self._merged_cases_follow(case)
            self._the_plan_is_sound(case)
            self._dispute_is_sound(case)
            self._those_above_are_named(case)
            assert (case.state is State.CLOSED) == (case.closing is not None) == (case.closed_at is not None)
            assert case.cadre_id is None or case.cadre_id not in case.aside, "whoever stands aside has the case"
            self._decided_above(before, case)
            self.seen[case.id] = case
        for part in self.all_parts():
            self._part_is_sound(part)
        for alarm in self.all_alarms():
            self._rang_lawfully(self.rang.get(alarm.id), alarm)
            self.rang[alarm.id] = alarm
        for callback in self.service.memory.of(Callback):
            self._calls_lawfully(callback)
        self._loads_are_right()
        self.heard = max((event.id for event in self.service.memory.events), default=0)
