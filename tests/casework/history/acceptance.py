"""Rules of random histories: whether a case is accepted, where it goes else, and the notices of that."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import court, not_accepting, papers
from casework.not_accepting import NoReason
from casework.papers import Handed, Paper
from tests.casework.history.world import Step, World, able_to


class Acceptance(World):
    """Cases are doubted, not accepted, and go to court or to discipline; notices are copied and handed over."""

    @precondition(able_to("to_court"))
    @rule(data=st.data())
    def to_court(self, data: st.DataObject) -> None:
        self.work(data, court.to_court, "the court", self.service.now)

    @precondition(able_to("not_court"))
    @rule(data=st.data())
    def not_court(self, data: st.DataObject) -> None:
        self.work(data, court.not_court)

    @precondition(able_to("to_discipline"))
    @rule(data=st.data())
    def to_discipline(self, data: st.DataObject) -> None:
        self.work(data, court.to_discipline, "the inspection", self.service.now)

    @precondition(lambda self: bool(self.cases()))
    @rule(
        data=st.data(),
        verb=st.sampled_from([not_accepting.doubt, not_accepting.not_accept, not_accepting.dismiss_doubt]),
        reason=st.sampled_from(NoReason),
    )
    def is_it_accepted(self, data: st.DataObject, verb: Callable[..., Step], reason: NoReason) -> None:
        if self.able(verb.__name__):
            words = () if verb is not_accepting.dismiss_doubt else (reason, "another body", "not ours")
            self.work(data, verb, *words)

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data(), verb=st.sampled_from([not_accepting.ask_above, not_accepting.ask_who]))
    def asks_above_or_who(self, data: st.DataObject, verb: Callable[..., Step]) -> None:
        if not self.able(verb.__name__):
            return
        if verb is not_accepting.ask_above:
            self.own(data, verb)
        else:
            self.work(data, verb, "Who are you?")

    @precondition(lambda self: bool(self.service.memory.of(Paper)))
    @rule(data=st.data(), how=st.sampled_from(Handed))
    def on_paper(self, data: st.DataObject, how: Handed) -> None:
        """Somebody asks for a copy of a notice, or says that it was handed over, whether or not they may."""
        paper = self.pick_row(data, Paper)
        by = data.draw(st.sampled_from([*self.staff(), self.service.case(paper.case_id).resident_id]))
        self.do(papers.copy, paper.case_id, by, paper.key)
        self.do(papers.hand_paper, paper.case_id, by, paper.key, how)
