"""Rules of random histories: those above a case."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import owning, pressing, upward
from tests.casework.history.world import World, able_to


class ThoseAbove(World):
    """Supervisors press; leaders answer for cases, and hear of what is grave."""

    @precondition(able_to("press"))
    @rule(data=st.data(), days=st.integers(-1, 20))
    def press(self, data: st.DataObject, days: int) -> None:
        self.work(data, pressing.press, "why is it open?", self.service.now + timedelta(days=days))

    @precondition(able_to("answer_press"))
    @rule(data=st.data())
    def answer_press(self, data: st.DataObject) -> None:
        self.work(data, pressing.answer_press, "found", "done")

    @precondition(able_to("accept_press"))
    @rule(data=st.data(), content=st.booleans())
    def judge_press(self, data: st.DataObject, content: bool) -> None:
        if content:
            self.work(data, pressing.accept_press)
        else:
            self.work(data, pressing.return_press, "and when?", self.service.now + timedelta(days=3))

    @precondition(able_to("own"))
    @rule(data=st.data())
    def own_case(self, data: st.DataObject) -> None:
        self.do(owning.own, *self.pick(data, "own"), None)

    @precondition(able_to("report_up"))
    @rule(data=st.data())
    def report_up(self, data: st.DataObject) -> None:
        self.work(data, upward.report_up, "the dam leaks")

    @precondition(able_to("see_upward"))
    @rule(data=st.data())
    def see_upward(self, data: st.DataObject) -> None:
        self.own(data, upward.see_upward)
