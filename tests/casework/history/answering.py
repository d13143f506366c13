"""Rules of random histories: a case is answered and judged, and called about afterwards."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import calling_back, outcomes, receipts
from casework.callbacks import Answer
from casework.instances import outcomes_of, verdicts_of
from casework.petitions import Outcome, OutcomeKind, Receipt, Verdict
from tests.casework.history.world import World, able_to


class Answering(World):
    """Outcomes, verdicts, stars, and calls."""

    @precondition(able_to("propose"))
    @rule(data=st.data(), days=st.integers(1, 40))
    def propose(self, data: st.DataObject, days: int) -> None:
        case_id, by = self.pick(data, "propose")
        case = self.service.case(case_id)
        kind = data.draw(st.sampled_from([*outcomes_of(case)] * 3 + [*OutcomeKind]))
        end = self.service.memory.rules.calendar.limit(self.service.now, days)
        dated = kind is OutcomeKind.PROMISED or (kind is OutcomeKind.CHANGED and data.draw(st.booleans()))
        outcome = Outcome(kind, "found", "done", "basis", by=end if dated else None)
        self.do(outcomes.propose, case_id, by, case.epoch, outcome)

    @precondition(able_to("carry_out"))
    @rule(data=st.data())
    def carry_out(self, data: st.DataObject) -> None:
        self.work(data, outcomes.carry_out, "laid the asphalt")

    @precondition(able_to("judge"))
    @rule(data=st.data())
    def judge(self, data: st.DataObject) -> None:
        case_id, by = self.pick(data, "judge")
        fitting = verdicts_of(self.service.case(case_id))
        verdict = data.draw(st.sampled_from([*fitting] * 3 + [*Verdict]))
        self.do(outcomes.judge, case_id, by, None, verdict)

    @precondition(able_to("judge"))
    @rule(data=st.data())
    def disagree(self, data: st.DataObject) -> None:
        self.do(outcomes.judge, *self.pick(data, "judge"), None, Verdict.DISAGREE)

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data())
    def chat_loses_a_reply(self, data: st.DataObject) -> None:
        self.service.memory.lost_replies.add(self.pick_case(data).id)

    @precondition(able_to("hand_over"))
    @rule(data=st.data(), how=st.sampled_from(sorted(receipts.BY_HAND)))
    def hand_over(self, data: st.DataObject, how: Receipt) -> None:
        self.work(data, receipts.hand_over, how, "the daughter", self.service.now)

    @precondition(able_to("rate"))
    @rule(data=st.data(), stars=st.integers(0, 6))
    def rate(self, data: st.DataObject, stars: int) -> None:
        self.own(data, outcomes.rate, stars)

    @precondition(able_to("reopen"))
    @rule(data=st.data())
    def reopen(self, data: st.DataObject) -> None:
        self.own(data, outcomes.reopen, "broken again")

    @precondition(able_to("call_back"))
    @rule(data=st.data(), answer=st.none() | st.sampled_from(Answer))
    def call_back(self, data: st.DataObject, answer: Answer | None) -> None:
        """Whoever calls asks in chat, or notes an answer."""
        case_id, by = self.pick(data, "call_back")
        if answer is None:
            self.do(calling_back.ask_in_chat, case_id, by, None)
        else:
            self.do(calling_back.call_back, case_id, by, None, answer)

    @precondition(able_to("answer_call"))
    @rule(data=st.data(), answer=st.sampled_from(Answer))
    def answer_call(self, data: st.DataObject, answer: Answer) -> None:
        self.own(data, calling_back.answer_call, answer)
