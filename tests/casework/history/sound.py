"""What random histories hold every state to: somebody answers for each case, and time is up some day."""

from dataclasses import replace

from casework.actions.above import above
from casework.callbacks import Callback
from casework.disputes import MOST_OBJECTIONS, OBJECTABLE
from casework.followups import plan
from casework.joining import Supporter
from casework.merged import news_for
from casework.parts import Part, PartState, serves
from casework.people import Person, Role
from casework.permissions import possible
from casework.petitions import Case, DigestItem, Petition, State
from casework.relations import Relation, relations
from tests.casework.history.world import World
from tests.casework.memory import MemoryUnitOfWork

ABOVE = {
    "needs_unit",
    "needs_words",
    "unwritten",
    "nobody_accepts",
    "late_head",
    "late_supervisor",
    "late_leader",
    "declined",
    "outside_decided",
    "doubted",
}

OVER = {Relation.HEAD, Relation.DISPATCHER, Relation.SUPERVISOR, Relation.LEADER, Relation.ADMIN}
"""Who stands above a case."""

OF_THE_CLOCK = {
    State.WAITING: {"late"},
    State.WORKING: {"late"},
    State.PROMISED: {"promise_late"},
    State.PROPOSED: {"confirm", "silence", "receipt", "by_hand"},
}
"""What tells that time is up, for each state of an open case: at least one of these is always planned."""

AFTER_THE_END = {"stars", "still_solved", "review_soon", "review_last", "news", "upward", "other_side_silent"}
"""What may still be planned for a closed case: after-care, the right to a review, and what is on its way."""


class Sound(World):
    """Assertions about what is, whatever came before."""

    def _somebody_answers_for(self, case: Case) -> None:
        if not case.is_open:
            return
        if case.merged_into is not None and case.cadre_id is None:
            self._somebody_answers_for(self.service.case(case.merged_into))
            return
        memory = self.service.memory
        if case.cadre_id is not None:
            found = relations(memory.staff, memory.org, case, case.cadre_id)
            assert found & {Relation.UNIT, Relation.HEAD}
            assert case.cadre_id not in {case.resident_id, case.clerk_id}
            return
        assert case.state in {State.WAITING, State.PROPOSED}, "worked on by nobody"
        told = {
            notice.person_id for _, notice in memory.notices if notice.case_id == case.id and notice.kind in ABOVE
        } | {item.person_id for item in memory.rows.values() if getattr(item, "kind", "") in ABOVE}
        told |= {each.person_id for _, each in memory.notices if case.id in each.args.get("cases", ())}
        assert told, "nobody has the case, and nobody above was told"
        first = Role.HEAD if case.unit_id is not None else Role.DISPATCHER
        uow = MemoryUnitOfWork(memory, self.service.now)
        # Where everyone above has come to serve in the unit that it accuses, nobody may be named (articles 30 and 46).
        there = any(relations(memory.staff, memory.org, case, each) & OVER for each in self.staff())
        assert self.runner.run(above(uow, case, first)) or not there, "nobody has it, and nobody above is named"

    def _merged_cases_follow(self, case: Case) -> None:
        """A merged case stands as its master does; it is counted once, and never leads to one that is hidden."""
        behind = [each for each in self.service.memory.of(Supporter) if each.case_id == case.id]
        assert case.supporters == len([each for each in behind if each.left_at is None])
        assert not case.supporters or case.resident_id not in {each.person_id for each in behind}
        for each in case.merged:
            assert self.service.case(each).merged_into == case.id
        if case.merged_into is None:
            return
        master = self.service.case(case.merged_into)
        assert case.is_open
        assert master.is_open
        assert master.merged_into is None
        assert case.id in master.merged
        assert not news_for(case, master)
        assert not case.merged
        assert not case.shielded
        assert not master.shielded
        assert case.kind is master.kind

    def _the_plan_is_sound(self, case: Case) -> None:
        due = plan(case, self.service.memory.rules)
        assert len({each.kind for each in due}) == len(due), "two rounds of a kind at once"
        assert due or not case.is_open, "an open case of which nothing more will be heard"
        planned = {each.kind for each in due}
        if not case.is_open:
            assert planned <= AFTER_THE_END, "a closed case that somebody has to work on"
        elif case.merged_into is None:
            assert planned & OF_THE_CLOCK[case.state], "a clock is lost"
        assert due == plan(replace(case), self.service.memory.rules)
        for each in due:
            fired = case.fired.get(each.kind)
            assert each.round == (fired.count if fired is not None else 0)

    def _dispute_is_sound(self, case: Case) -> None:
        assert len(case.objected) <= MOST_OBJECTIONS
        waits = any(due.kind == "objection" for due in plan(case, self.service.memory.rules))
        assert waits == (case.objection is not None)
        if case.objection is not None:
            assert case.state in OBJECTABLE
            told = {each.person_id for _, each in self.service.memory.notices if each.kind.startswith("objection")}
            waiting = {item.person_id for item in self.service.memory.of(DigestItem) if item.kind.startswith("objec")}
            assert told | waiting, "nobody was asked to decide"
        kept = {part.id for part in self.all_parts() if part.case_id == case.id and part.state is not PartState.DROPPED}
        assert kept == {each.part_id for each in case.assisting}
        assert case.unit_id not in {each.unit_id for each in case.assisting}, "whoever leads does not assist"

    def _those_above_are_named(self, case: Case) -> None:
        """Whoever answers for a case is a leader over it; a press has somebody who waits for its answer."""
        memory = self.service.memory
        if case.is_open and case.owner_id is not None:
            assert Relation.LEADER in relations(memory.staff, memory.org, case, case.owner_id)
        assert case.press is None or case.is_open
        if case.press is not None and case.press.answered_at is None:
            assert any(each.kind == "pressed" for each in plan(case, memory.rules))

    def _part_is_sound(self, part: Part) -> None:
        memory = self.service.memory
        case = self.service.case(part.case_id)
        due = plan(part, memory.rules)
        assert len({each.kind for each in due}) == len(due)
        assert bool(due) == part.is_open, "an open part of which nothing more will be heard"
        assert case.is_open or not part.is_open
        if part.is_open and part.cadre_id is not None:
            assert serves(memory.staff, memory.org, part, part.cadre_id), "a part with nobody of its unit"
            assert part.cadre_id not in {case.resident_id, case.clerk_id, *case.aside}
        assert part.state is not PartState.AT_WORK or part.cadre_id is not None

    def _calls_lawfully(self, callback: Callback) -> None:
        memory = self.service.memory
        assert bool(plan(callback, memory.rules)) == callback.is_open
        case = self.service.case(callback.case_id)
        assert (case.callback_id == callback.id) == callback.is_open
        if callback.is_open:
            assert callback.caller_id == case.caller_id
            assert callback.caller_id != case.resident_id
            calls = "call_back" in possible(memory.staff, memory.org, case, callback.caller_id)
            assert not calls or callback.caller_id != case.cadre_id, "whoever has the case calls about it"

    def _loads_are_right(self) -> None:
        loads = dict.fromkeys((person.id for person in self.service.memory.of(Person)), 0)
        for case in self.cases():
            if case.is_open and case.cadre_id is not None and case.merged_into is None:
                loads[case.cadre_id] += 1
        for part in self.service.memory.of(Part):
            if part.holder_id is not None:
                loads[part.holder_id] += 1
        for petition in self.service.memory.of(Petition):
            still = [case for case in self.cases() if case.petition_id == petition.id and case.is_open]
            assert petition.open_cases == len(still)
        assert loads == {person.id: person.load for person in self.service.memory.of(Person)}
