"""Rules of random histories: a case is handed on and worked on, while its resident adds, urges or withdraws."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import accepting, assigning, kind_changes, not_accepting, outcomes, residents, working
from casework.kinds import PetitionKind
from casework.not_accepting import NoReason
from casework.people import Person, Post
from casework.petitions import Outcome, OutcomeKind, Verdict
from tests.casework.history.world import UNITS, Verb, World, able_to

BY_BUTTON: list[Verb] = [
    (accepting.accept, ()),
    (accepting.decline, ("no",)),
    (working.take_over, ()),
    (working.progress, ("news",)),
    (outcomes.propose, (Outcome(OutcomeKind.DONE, "found", "done", "basis"),)),
    (outcomes.judge, (Verdict.DONE,)),
    (residents.withdraw, ()),
    (kind_changes.set_kind, (PetitionKind.SUGGESTION,)),
    (not_accepting.doubt, (NoReason.OTHER_BODY, "the county", "not ours")),
    (not_accepting.dismiss_doubt, ()),
    (not_accepting.not_accept, (NoReason.FINAL, "No. 7", "decided twice")),
]


class AtWork(World):
    """What staff and residents do with a case that runs."""

    @precondition(able_to("accept"))
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        self.work(data, accepting.accept)

    @precondition(able_to("decline"))
    @rule(data=st.data())
    def decline(self, data: st.DataObject) -> None:
        self.work(data, accepting.decline, "not ours")

    @precondition(able_to("hand_to"))
    @rule(data=st.data())
    def hand_to(self, data: st.DataObject) -> None:
        case_id, by = self.pick(data, "hand_to")
        unit_id = self.service.case(case_id).unit_id
        posts = [post.person_id for post in self.service.memory.of(Post) if post.unit_id == unit_id]
        self.do(assigning.hand_to, case_id, by, data.draw(st.sampled_from(posts or self.staff())), None)

    @precondition(able_to("send_to_unit"))
    @rule(data=st.data(), unit=st.sampled_from(UNITS))
    def send_to_unit(self, data: st.DataObject, unit: int) -> None:
        self.do(assigning.send_to_unit, *self.pick(data, "send_to_unit"), unit, None)

    @precondition(able_to("ask"))
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        self.work(data, working.ask, "Which house?")

    @precondition(able_to("progress"))
    @rule(data=st.data())
    def progress(self, data: st.DataObject) -> None:
        self.work(data, working.progress, "We were there.")

    @precondition(able_to("visit"))
    @rule(data=st.data(), hours=st.integers(-5, 100))
    def visit(self, data: st.DataObject, hours: int) -> None:
        self.work(data, working.visit, self.service.now + timedelta(hours=hours))

    @precondition(able_to("wait"))
    @rule(data=st.data(), days=st.integers(-1, 100))
    def wait(self, data: st.DataObject, days: int) -> None:
        self.work(data, working.wait, self.service.now + timedelta(days=days), "parts are ordered")

    @precondition(able_to("need_help"))
    @rule(data=st.data())
    def need_help(self, data: st.DataObject) -> None:
        self.work(data, working.need_help, "too big")

    @precondition(able_to("take_over"))
    @rule(data=st.data())
    def take_over(self, data: st.DataObject) -> None:
        self.work(data, working.take_over)

    @precondition(able_to("add"))
    @rule(data=st.data())
    def answer_or_add(self, data: st.DataObject) -> None:
        self.own(data, residents.add, "The blue house.")

    @precondition(able_to("urge"))
    @rule(data=st.data())
    def urge(self, data: st.DataObject) -> None:
        self.own(data, residents.urge)

    @precondition(able_to("withdraw"))
    @rule(data=st.data(), sure=st.sampled_from([False, False, False, True]))
    def withdraw(self, data: st.DataObject, sure: bool) -> None:
        if sure:
            self.own(data, residents.withdraw, None)

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data(), verb=st.sampled_from(BY_BUTTON), old=st.booleans())
    def trespass(self, data: st.DataObject, verb: Verb, old: bool) -> None:
        """Anyone at all taps a button, fresh or old."""
        case = self.pick_case(data)
        by = data.draw(st.sampled_from([person.id for person in self.service.memory.of(Person)]))
        function, arguments = verb
        self.do(function, case.id, by, case.epoch - old, *arguments)
