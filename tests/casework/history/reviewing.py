"""Rules of random histories: an answer is disputed, here or before a body outside."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import hearings, outcomes, outside, reviews
from casework.actions.files import receive
from casework.files import File, FileKind
from casework.instances import DECISIONS, outcomes_of
from casework.petitions import Outcome, OutcomeKind, Verdict
from casework.unit_of_work import UnitOfWork
from tests.casework.history.world import World, able_to


class Reviewing(World):
    """Reviews, hearings, and decisions of other bodies."""

    @precondition(able_to("propose"))
    @rule(data=st.data())
    def dispute_what_is_worked_on(self, data: st.DataObject) -> None:
        self.dispute(*self.pick(data, "propose"))

    def dispute(self, case_id: int, by: int) -> None:
        """A case is answered, its resident disagrees, and asks for a review."""
        case = self.service.case(case_id)
        found = outcomes_of(case)
        kind = OutcomeKind.REFUSED if OutcomeKind.REFUSED in found else found[0]
        self.do(outcomes.propose, case_id, by, case.epoch, Outcome(kind, "found", "done", "basis"))
        self.do(outcomes.judge, case_id, case.resident_id, None, Verdict.DISAGREE)
        self.do(reviews.ask_review, case_id, case.resident_id, None)

    @precondition(able_to("ask_review"))
    @rule(data=st.data())
    def ask_review(self, data: st.DataObject) -> None:
        self.work(data, reviews.ask_review)

    @precondition(able_to("begin_hearing"))
    @rule(data=st.data(), days=st.integers(0, 40))
    def begin_hearing(self, data: st.DataObject, days: int) -> None:
        self.work(data, hearings.begin_hearing, self.service.memory.rules.calendar.limit(self.service.now, days))

    @precondition(able_to("end_hearing"))
    @rule(data=st.data())
    def end_hearing(self, data: st.DataObject) -> None:
        self.work(data, hearings.end_hearing)

    @precondition(able_to("ask_outside"))
    @rule(data=st.data(), days=st.integers(-1, 40))
    def ask_outside(self, data: st.DataObject, days: int) -> None:
        self.work(data, outside.ask_outside, "the city", self.service.now + timedelta(days=days), ())

    @precondition(able_to("decide_outside"))
    @rule(data=st.data(), kind=st.sampled_from(DECISIONS), documented=st.sampled_from([True, True, False]))
    def decide_outside(self, data: st.DataObject, kind: OutcomeKind, documented: bool) -> None:
        case_id, by = self.pick(data, "decide_outside")

        async def scanned(uow: UnitOfWork) -> int:
            return receive(uow, File(uow.new_id(), by, FileKind.DOCUMENT, 0, uow.now, source="tg:document:1")).id

        async def recorded() -> None:
            files = (await self.service.do(scanned),) if documented else ()
            outcome = Outcome(kind, "found", "", "", body="the city", files=files)
            await self.service.do(outside.decide_outside, case_id, by, None, outcome, self.service.now)

        self.run(recorded())
