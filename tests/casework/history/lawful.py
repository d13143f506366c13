"""What random histories hold each step to: a case, an alarm or a limit moves only as it may."""

from casework.alarms import Alarm, AlarmState, may_take
from casework.followups import plan
from casework.instances import looked_at, outcomes_of, set_apart
from casework.kinds import PetitionKind
from casework.paths import is_settlement, path_of
from casework.people import Person
from casework.petitions import Case, Closing, Instance, OutcomeKind, State, Verdict
from casework.pleas import Decision
from casework.shielding import units_above
from tests.casework.history.world import World

LEGAL = {
    # What is promised already may be what it was merged into.
    State.WAITING: set(State),
    State.WORKING: set(State),
    State.PROPOSED: {State.PROPOSED, State.WAITING, State.WORKING, State.CLOSED},
    State.PROMISED: set(State),
    State.CLOSED: {State.CLOSED, State.WORKING, State.WAITING, State.PROPOSED},
}
"""Which state may follow which, by one verb or one follow-up."""

LEGAL_ALARM = {
    AlarmState.ASKED: {AlarmState.UNANSWERED, AlarmState.DENIED, AlarmState.RINGING},
    AlarmState.UNANSWERED: {AlarmState.DENIED, AlarmState.RINGING, AlarmState.TAKEN},
    AlarmState.DENIED: {AlarmState.RINGING},
    AlarmState.RINGING: {AlarmState.TAKEN},
    AlarmState.TAKEN: {AlarmState.RINGING, AlarmState.OVER},
    AlarmState.OVER: set(),
}
"""Into which other state an alarm may pass."""

LATER_BY = {
    *("assigned", "accepted", "date_set", "kind_set"),  # more days by articles 22, 23 and 34
    *("judged", "reopened", "as_request", "kind_kept", "asked_above"),  # not done, or not accepted: it begins again
    *("review_asked", "outside_asked", "outside_decided", "revoked", "hearing_begun", "hearing_ended"),
    "merged",  # what waits for somebody to accept it, into what is accepted
}
"""The events by which a limit may move to a later day; whatever else happens, it stays or comes nearer."""


class Lawful(World):
    """Assertions about one step, from what was before to what is now."""

    def _moved_lawfully(self, before: Case, case: Case) -> None:
        assert case.state in LEGAL[before.state], (before.state, case.state)
        assert case.epoch >= before.epoch
        if case.limit_at > before.limit_at:
            self._got_time_lawfully(before, case)
        acts = (case.state, case.cadre_id, case.unit_id, case.limit_at, case.promise_at)
        acted = (before.state, before.cadre_id, before.unit_id, before.limit_at, before.promise_at)
        assert acts == acted or case.epoch > before.epoch, "who must act, or which limit runs, changed unseen"
        assert case.reopened >= before.reopened
        if before.closing is Closing.NOT_ACCEPTED and case.is_open:
            assert case.unit_id is None or case.unit_id != before.unit_id, "back to whoever did not accept it"
        if case.closing in {Closing.SOLVED, Closing.ANSWERED} and before.closing is not case.closing:
            last = [event for event in self.service.events(case.id) if event.kind == "judged"][-1]
            assert Verdict(last.data["verdict"]).settles
            passed_on = last.role == "clerk" and case.clerk_id is not None
            assert last.actor_id == case.resident_id or passed_on or last.role == "representative"
            assert case.closing is Closing.ANSWERED or path_of(case.kind).solves
        if case.closing is Closing.SETTLED and before.closing is not case.closing:
            last = [event for event in self.service.events(case.id) if event.kind == "judged"][-1]
            assert last.data["verdict"] == Verdict.AGREED, "settled without the resident's yes"
        if (now := case.extension) is not None and (then := before.extension) is not None:
            assert now == then or then.decision is not Decision.GRANTED, "extended twice"
        if case.outcome is not None and case.state is not State.CLOSED:
            fits = is_settlement(case) or case.outcome.kind in {*outcomes_of(case), OutcomeKind.DONE}
            assert fits, "an answer to something else"
        assert case.kind is not PetitionKind.THANKS, "thanks have become a case"

    def _got_time_lawfully(self, before: Case, case: Case) -> None:
        """Assert that a limit has moved by a word that may move it; of a merged case, by one on its master."""
        whose = {case.id, before.merged_into, case.merged_into}
        since = [event for event in self.service.memory.events if event.id > self.heard and event.case_id in whose]
        kinds = {event.kind for event in since}
        assert kinds & LATER_BY, f"more time by {sorted(kinds)}"
        if kinds & LATER_BY == {"assigned"}:
            assert case.unit_id != before.unit_id, "more time by sending it to and fro"
        if kinds & LATER_BY == {"merged"}:
            assert before.state is State.WAITING, "more time by merging"

    def _decided_above(self, before: Case | None, case: Case) -> None:
        """Assert that nobody looks at a decision again who has made it, or serves in a unit that has, or below it."""
        if case.instance is Instance.FIRST:
            return
        memory = self.service.memory
        decided = {each.unit_id for each in looked_at(case)}
        assert not units_above(memory.org, case.unit_id) & decided, "a unit looks at its own decision"
        if before is None or before.cadre_id != case.cadre_id:
            assert case.cadre_id not in set_apart(memory.staff, memory.org, case), "decided before"

    def _rang_lawfully(self, before: Alarm | None, alarm: Alarm) -> None:
        memory = self.service.memory
        if before is not None and before.state is not alarm.state:
            assert alarm.epoch > before.epoch
            passed = LEGAL_ALARM[before.state]
            # A sweep may fire the next step of a state at once, where it comes late.
            assert alarm.state in passed | {each for state in passed for each in LEGAL_ALARM[state]}
        due = plan(alarm, memory.rules)
        assert len(due) == alarm.is_open
        assert all(each.round == (fired.count if (fired := alarm.fired.get(each.kind)) else 0) for each in due)
        assert (alarm.state in {AlarmState.TAKEN, AlarmState.OVER}) == (alarm.taken_by is not None)
        assert (alarm.state is AlarmState.OVER) == bool(alarm.ending)
        assert alarm.person_id not in alarm.rung
        if alarm.state is AlarmState.RINGING and (before is None or before.state is not alarm.state):
            there = [person for person in memory.of(Person) if person.unreachable_at is None and person.home]
            able = [person.id for person in there if may_take(memory.staff, memory.org, alarm, person.id)]
            assert set(able) & set(alarm.rung) or not able, "nobody was rung, and somebody was there"
