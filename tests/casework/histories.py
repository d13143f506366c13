"""Random histories: everything that people and time may do to a few cases, and what has to hold after each step.

The same histories run over rows in memory and over the real storage; a subclass says where the service stands and
how its follow-ups fire.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casework.actions import (
    absence,
    accepting,
    alarms,
    alike,
    assigning,
    calling_back,
    children,
    court,
    details,
    drafting,
    earlier,
    extending,
    filing,
    gathering,
    hardship,
    hearings,
    joining,
    kind_changes,
    meeting,
    membership,
    merging,
    naming,
    not_accepting,
    noting,
    objecting,
    outcomes,
    outside,
    owning,
    papers,
    parts,
    pressing,
    raising,
    receipts,
    recusing,
    residents,
    reviews,
    thanking,
    transcribing,
    upward,
    working,
)
from casework.actions.above import above
from casework.actions.files import receive
from casework.alarms import Alarm, AlarmState, may_take
from casework.callbacks import Answer, Callback
from casework.children import Said
from casework.danger import Danger
from casework.disputes import MOST_OBJECTIONS, OBJECTABLE
from casework.errors import Refused
from casework.files import File, FileKind
from casework.followups import plan
from casework.instances import DECISIONS, looked_at, outcomes_of, set_apart, verdicts_of
from casework.joining import SignLink, Supporter, Word
from casework.kinds import PetitionKind
from casework.meetings import MeetingKind
from casework.merged import news_for
from casework.not_accepting import NoReason
from casework.papers import Handed, Paper
from casework.parts import Part, PartState, serves
from casework.paths import is_settlement, path_of
from casework.people import Person, Post, Role
from casework.permissions import possible
from casework.petitions import (
    Case,
    Closing,
    DigestItem,
    Entry,
    Instance,
    Naming,
    Outcome,
    OutcomeKind,
    Petition,
    Receipt,
    State,
    Verdict,
    Way,
)
from casework.pleas import Decision
from casework.profile import Callbacks, Care, FollowUpTimes, Profile
from casework.relations import Relation, relations
from casework.shielding import units_above
from casework.unit_of_work import Rules, UnitOfWork
from tests.casework.beginnings import BEGINNINGS
from tests.casework.memory import MemoryUnitOfWork, key_of
from tests.casework.service import BUREAU, CALENDAR, EAST, EAST_OFFICE, RIVER, TEXT, WEST_OFFICE, Service

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

RULES = Rules(
    CALENDAR,
    Profile(
        times=FollowUpTimes(
            alarm_asked_minutes=10 * 60,
            alarm_unseen_minutes=24 * 60,
            alarm_ring_minutes=(5 * 60, 24 * 60),
            alarm_taken_hours=30,
        ),
        callbacks=Callbacks(silence=50, withdrawn=50, refused=50, kind=50, low_stars=50, five_stars=50),
        care=Care(seen_hours=20),
    ),
    secret=b"secret",
)
"""Alarms that ring slowly, so that weeks may pass; and every other case is called about."""

UNITS = (BUREAU, EAST_OFFICE, WEST_OFFICE)
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

LATER_BY = {
    *("assigned", "accepted", "date_set", "kind_set"),  # more days by articles 22, 23 and 34
    *("judged", "reopened", "as_request", "kind_kept", "asked_above"),  # not done, or not accepted: it begins again
    *("review_asked", "outside_asked", "outside_decided", "revoked", "hearing_begun", "hearing_ended"),
    "merged",  # what waits for somebody to accept it, into what is accepted
}
"""The events by which a limit may move to a later day; whatever else happens, it stays or comes nearer."""

OVER = {Relation.HEAD, Relation.DISPATCHER, Relation.SUPERVISOR, Relation.LEADER, Relation.ADMIN}
"""Who stands above a case."""

OF_THE_CLOCK = {
    State.WAITING: {"late"},
    State.WORKING: {"late"},
    State.PROMISED: {"promise_late"},
    State.PROPOSED: {"confirm", "silence", "receipt", "by_hand"},
}
"""What tells that time is up, for each state of an open case: at least one of these is always planned."""

AFTER_THE_END = {"stars", "still_solved", "review_soon", "review_last", "news", "upward"}
"""What may still be planned for a closed case: after-care, the right to a review, and what is on its way."""

Step = Coroutine[Any, Any, Any]
Verb = tuple[Callable[..., Step], tuple[Any, ...]]

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


def able_to(verb: str) -> Callable[["Histories"], bool]:
    """Return the precondition that somebody may do `verb` now."""
    return lambda machine: bool(machine.able(verb))


class Histories(RuleBasedStateMachine):
    """One service, a few residents and staff, and everything that may happen to their cases."""

    beginnings: ClassVar[Sequence[str]] = tuple(BEGINNINGS)

    # The first of each choice is the first that is tried: a service where everyone is there.
    @initialize(
        cadres=st.sampled_from([3, 3, 2, 1, 0]),
        head=st.sampled_from([True, False]),
        over_head=st.sampled_from([True, True, False]),
        dispatcher=st.sampled_from([True, True, False]),
        group=st.booleans(),
        duty=st.sampled_from([0, 1, 2]),
        data=st.data(),
    )
    def open(
        self,
        cadres: int,
        head: bool,
        over_head: bool,
        dispatcher: bool,
        group: bool,
        duty: int,
        data: st.DataObject,
    ) -> None:
        self.service = self.begin()
        self.seen: dict[int, Case] = {}
        self.rang: dict[int, Alarm] = {}
        self.heard = 0
        for _ in range(duty):
            self.service.over(Role.DUTY, EAST)
        for number in range(cadres):
            self.service.cadre(grid=(RIVER,) if number == 2 else ())
        self.service.cadre(unit=BUREAU)
        if head:
            self.service.head()
        if over_head:
            self.service.head(unit=BUREAU)
        if dispatcher:
            self.service.over(Role.DISPATCHER)
        if over_head:
            self.service.over(Role.SUPERVISOR)
            self.service.over(Role.LEADER)
        # A service has an administrator: whoever invites the others.
        self.service.over(Role.ADMIN)
        if group:
            self.service.group()
        begin, _ = BEGINNINGS[data.draw(st.sampled_from(self.beginnings))]
        if begin is not None:
            begin(self)

    # Where it happens.

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.asked_of = -1
        self.may: dict[str, list[tuple[int, int]]] = {}

    def begin(self) -> Service:
        """Return an empty service."""
        return Service(RULES)

    def fire_next(self, end: datetime) -> bool:
        """Fire what is due next, at its moment; return False where nothing more is due by `end`."""
        fired = self.runner.run(self.service.memory.fire_next(end, self.service.now))
        self.service.now = fired or self.service.now
        return fired is not None

    def teardown(self) -> None:
        self.runner.close()

    # Doing.

    def run(self, step: Step) -> None:
        """Run a verb. A refusal is an answer like another; that it changes nothing, the unit of work checks."""

        async def refused() -> None:
            try:
                await step
            except Refused:
                return

        self.runner.run(refused())

    def do(self, verb: Callable[..., Step], *arguments: Any) -> None:
        self.run(self.service.do(verb, *arguments))

    def cases(self) -> list[Case]:
        return list(self.service.memory.of(Case))

    def all_alarms(self) -> list[Alarm]:
        return list(self.service.memory.of(Alarm))

    def all_parts(self) -> list[Part]:
        return list(self.service.memory.of(Part))

    def staff(self) -> list[int]:
        return sorted({post.person_id for post in self.service.memory.of(Post)})

    def able(self, verb: str) -> list[tuple[int, int]]:
        """Return the id of every case with everyone who may do `verb` with it now.

        Each rule asks before each step, so what anybody may do is computed anew only where something has changed.
        """
        memory = self.service.memory
        if self.asked_of != memory.changes:
            self.asked_of, self.may, staff = memory.changes, {}, memory.staff
            for case in self.cases():
                for person in dict.fromkeys((case.resident_id, *self.staff())):
                    for each in possible(staff, memory.org, case, person):
                        self.may.setdefault(each, []).append((case.id, person))
        return self.may.get(verb, [])

    def pick(self, data: st.DataObject, verb: str) -> tuple[int, int]:
        return data.draw(st.sampled_from(self.able(verb)))

    def filed(self, text: str = TEXT) -> int:
        """File a petition of somebody new, and return its case's id."""
        known = {case.id for case in self.cases()}
        self.run(self.service.file(text, self.service.person()))
        return next(case.id for case in self.cases() if case.id not in known)

    def somebody(self, verb: Callable[..., Step], case_id: int, *arguments: Any) -> None:
        """Have the first one who may do a verb do it, if anybody may."""
        for by in [by for each, by in self.able(verb.__name__) if each == case_id][:1]:
            self.do(verb, case_id, by, *arguments)

    def pick_case(self, data: st.DataObject) -> Case:
        """Return any case at all. What is drawn is an id: a failing history is read by people."""
        return self.service.case(data.draw(st.sampled_from([case.id for case in self.cases()])))

    def pick_row(self, data: st.DataObject, kind: type[Any]) -> Any:
        """Return any row of a kind."""
        rows = {key_of(row): row for row in self.service.memory.of(kind)}
        return rows[data.draw(st.sampled_from([*rows]))]

    def work(self, data: st.DataObject, verb: Callable[..., Step], *arguments: Any) -> None:
        """Have somebody who may do something to a case do it, by a fresh button."""
        case_id, by = self.pick(data, verb.__name__)
        self.do(verb, case_id, by, self.service.case(case_id).epoch, *arguments)

    def own(self, data: st.DataObject, verb: Callable[..., Step], *arguments: Any) -> None:
        """Have a resident do something to an own case."""
        self.do(verb, *self.pick(data, verb.__name__), *arguments)

    @precondition(lambda self: len(self.cases()) < 3)
    @rule(
        text=st.sampled_from(
            [
                "东镇河边村门口的道路坏了",
                "东镇没有路灯",
                "我今年12岁，东镇河边村门口的道路坏了",
                "东镇河边村的水停了",
                "路坏了",
                "东镇河边村的道路，法院判决不执行",
            ]
        ),
        by_staff=st.sampled_from([False, False, False, True]),
        kind=st.sampled_from([PetitionKind.REQUEST, PetitionKind.REQUEST, *PetitionKind]),
        data=st.data(),
    )
    def file(self, text: str, by_staff: bool, kind: PetitionKind, data: st.DataObject) -> None:
        known = [case.resident_id for case in self.cases()]
        by = data.draw(st.sampled_from(self.staff() if by_staff else [0, *known])) or self.service.person()
        self.run(self.service.file(text, by, kind))

    @precondition(lambda self: len(self.cases()) < 3)
    @rule(
        text=st.sampled_from(["东镇河边村门口的道路坏了", "路坏了", "东镇综合办主任贪污"]),
        data=st.data(),
    )
    def enter(self, text: str, data: st.DataObject) -> None:
        """A clerk writes down what somebody says who has no chat, perhaps of the clerk's own unit."""
        clerk = data.draw(st.sampled_from(self.staff()))
        known = [case.resident_id for case in self.cases() if case.clerk_id is not None]
        entry = Entry(Way.PHONE, "", "13800138000", data.draw(st.sampled_from([None, *known])))

        async def write(uow: UnitOfWork) -> int:
            draft = await drafting.begin_entry(uow, clerk, f"tg:{clerk}|tg:{clerk}", entry)
            return (await drafting.write(uow, clerk, draft.conversation, draft, text)).id

        async def entered() -> None:
            await self.service.do(filing.file, await self.service.do(write), clerk, read_back=True)

        self.run(entered())

    @precondition(lambda self: len(self.cases()) < 3)
    @rule()
    def speak(self) -> None:
        self.run(self.service.speak(self.service.person()))

    @precondition(able_to("write_down"))
    @rule(
        data=st.data(),
        words=st.sampled_from(["东镇河边村门口的道路坏了", "东镇综合办的干部收受贿赂", "东镇河边村房子塌了，有人被困"]),
    )
    def write_down(self, data: st.DataObject, words: str) -> None:
        case_id, by = self.pick(data, "write_down")
        self.do(transcribing.write_down, case_id, by, self.service.case(case_id).epoch, words)
        assert not self.service.case(case_id).to_be_written

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data())
    def thank(self, data: st.DataObject) -> None:
        """A resident says thanks, or somebody does who has sent nothing."""
        by = data.draw(st.sampled_from([self.service.person(), *(case.resident_id for case in self.cases())]))

        async def thanked() -> None:
            draft = await self.service.draft("多谢你们", by)
            await self.service.do(drafting.set_kind, draft.id, by, PetitionKind.THANKS)
            await self.service.do(thanking.pass_on, draft.id, by)

        self.run(thanked())

    @precondition(able_to("set_kind"))
    @rule(data=st.data(), kind=st.sampled_from(PetitionKind))
    def set_kind(self, data: st.DataObject, kind: PetitionKind) -> None:
        case_id, by = self.pick(data, "set_kind")
        before = self.service.case(case_id)
        self.do(kind_changes.set_kind, case_id, by, before.epoch, kind)
        after = self.service.case(case_id)
        assert after.kind is PetitionKind.REQUEST or after.limit_at <= before.limit_at, "more time by another name"

    @precondition(able_to("keep_kind"))
    @rule(data=st.data())
    def keep_kind(self, data: st.DataObject) -> None:
        self.own(data, kind_changes.keep_kind)

    @precondition(able_to("as_request"))
    @rule(data=st.data())
    def as_request(self, data: st.DataObject) -> None:
        self.own(data, outcomes.as_request)

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

    @precondition(able_to("set_date"))
    @rule(data=st.data(), days=st.integers(1, 100))
    def set_date(self, data: st.DataObject, days: int) -> None:
        self.work(data, extending.set_date, self.service.now + timedelta(days=days), "frost")

    @precondition(able_to("ask_extension"))
    @rule(data=st.data(), days=st.integers(0, 31))
    def ask_extension(self, data: st.DataObject, days: int) -> None:
        self.work(data, extending.ask_extension, days, "frost")

    @precondition(able_to("grant_extension"))
    @rule(data=st.data(), yes=st.booleans())
    def decide_extension(self, data: st.DataObject, yes: bool) -> None:
        if yes:
            self.work(data, extending.grant_extension)
        else:
            self.work(data, extending.refuse_extension, "no")

    @precondition(able_to("step_aside"))
    @rule(data=st.data(), sure=st.sampled_from([False, False, True]))
    def step_aside(self, data: st.DataObject, sure: bool) -> None:
        if sure:
            self.work(data, recusing.step_aside, "my cousin")

    @precondition(able_to("ask_another"))
    @rule(data=st.data())
    def ask_another(self, data: st.DataObject) -> None:
        self.own(data, recusing.ask_another, "he is rude")

    @precondition(able_to("grant_another"))
    @rule(data=st.data(), yes=st.booleans())
    def decide_another(self, data: st.DataObject, yes: bool) -> None:
        if yes:
            self.work(data, recusing.grant_another)
        else:
            self.work(data, recusing.refuse_another, "no")

    @precondition(able_to("announce_meeting"))
    @rule(data=st.data(), kind=st.sampled_from(MeetingKind), hours=st.integers(-5, 100))
    def announce_meeting(self, data: st.DataObject, kind: MeetingKind, hours: int) -> None:
        self.work(data, meeting.announce_meeting, kind, self.service.now + timedelta(hours=hours), "town hall")

    @precondition(able_to("cannot_come"))
    @rule(data=st.data())
    def cannot_come(self, data: st.DataObject) -> None:
        self.own(data, meeting.cannot_come)

    @precondition(able_to("record_meeting"))
    @rule(data=st.data(), agreed=st.booleans())
    def record_meeting(self, data: st.DataObject, agreed: bool) -> None:
        case_id, by = self.pick(data, "record_meeting")

        async def held() -> None:
            await self.service.do(
                meeting.record_meeting, case_id, by, None, self.service.now, "both", "terms", agreed=agreed
            )

        self.run(held())

    @precondition(able_to("settle"))
    @rule(data=st.data())
    def settle(self, data: st.DataObject) -> None:
        self.work(data, meeting.settle, "both", "he mends the wall")

    @precondition(able_to("flag_hardship"))
    @rule(data=st.data())
    def flag_hardship(self, data: st.DataObject) -> None:
        self.work(data, hardship.flag_hardship, "ill")

    @precondition(able_to("record_help"))
    @rule(data=st.data(), given=st.booleans())
    def record_help(self, data: st.DataObject, given: bool) -> None:
        self.work(data, hardship.record_help, *(("rice", "two sacks", "the town hall") if given else ()))

    @precondition(able_to("report_up"))
    @rule(data=st.data())
    def report_up(self, data: st.DataObject) -> None:
        self.work(data, upward.report_up, "the dam leaks")

    @precondition(able_to("see_upward"))
    @rule(data=st.data())
    def see_upward(self, data: st.DataObject) -> None:
        self.own(data, upward.see_upward)

    @precondition(able_to("answer_child"))
    @rule(data=st.data(), said=st.sampled_from(Said))
    def answer_child(self, data: st.DataObject, said: Said) -> None:
        self.own(data, children.answer_child, said)

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

    @precondition(able_to("take_over"))
    @rule(data=st.data())
    def take_over(self, data: st.DataObject) -> None:
        self.work(data, working.take_over)

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
    def disagree(self, data: st.DataObject) -> None:
        self.do(outcomes.judge, *self.pick(data, "judge"), None, Verdict.DISAGREE)

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

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data())
    def chat_loses_a_reply(self, data: st.DataObject) -> None:
        self.service.memory.lost_replies.add(self.pick_case(data).id)

    @precondition(able_to("ask_review"))
    @rule(data=st.data())
    def ask_review(self, data: st.DataObject) -> None:
        self.work(data, reviews.ask_review)

    @precondition(able_to("hand_over"))
    @rule(data=st.data(), how=st.sampled_from(sorted(receipts.BY_HAND)))
    def hand_over(self, data: st.DataObject, how: Receipt) -> None:
        self.work(data, receipts.hand_over, how, "the daughter", self.service.now)

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

    @precondition(able_to("judge"))
    @rule(data=st.data())
    def judge(self, data: st.DataObject) -> None:
        case_id, by = self.pick(data, "judge")
        fitting = verdicts_of(self.service.case(case_id))
        verdict = data.draw(st.sampled_from([*fitting] * 3 + [*Verdict]))
        self.do(outcomes.judge, case_id, by, None, verdict)

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

    @precondition(able_to("rate"))
    @rule(data=st.data(), stars=st.integers(0, 6))
    def rate(self, data: st.DataObject, stars: int) -> None:
        self.own(data, outcomes.rate, stars)

    @precondition(able_to("reopen"))
    @rule(data=st.data())
    def reopen(self, data: st.DataObject) -> None:
        self.own(data, outcomes.reopen, "broken again")

    @precondition(able_to("detail"))
    @rule(data=st.data())
    def answer_a_question(self, data: st.DataObject) -> None:
        self.do(details.answer, *self.pick(data, "detail"), "since", "last June")

    @precondition(able_to("earlier"))
    @rule(data=st.data())
    def tell_earlier(self, data: st.DataObject) -> None:
        """A resident names an own petition, somebody else's, or none."""
        case_id, by = self.pick(data, "earlier")
        number = data.draw(st.sampled_from([*(case.number for case in self.cases()), "12345"]))
        self.do(earlier.tell_earlier, case_id, by, number)

    @precondition(able_to("set_naming"))
    @rule(data=st.data(), wish=st.sampled_from(Naming))
    def set_naming(self, data: st.DataObject, wish: Naming) -> None:
        case_id, by = self.pick(data, "set_naming")
        self.do(naming.set_naming, case_id, by, wish)
        self.do(naming.introduce, case_id, by)

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

    # Units among themselves.

    @precondition(able_to("object_to"))
    @rule(data=st.data(), to=st.sampled_from([None, *UNITS]))
    def object_to(self, data: st.DataObject, to: int | None) -> None:
        self.work(data, objecting.object_to, "not ours", to)

    @precondition(able_to("disagree"))
    @rule(data=st.data(), unit=st.sampled_from(UNITS))
    def cannot_agree(self, data: st.DataObject, unit: int) -> None:
        self.work(data, objecting.disagree, unit, "they dug it up")

    @precondition(able_to("decide_objection"))
    @rule(data=st.data(), unit=st.sampled_from(UNITS))
    def decide_objection(self, data: st.DataObject, unit: int) -> None:
        self.work(data, objecting.decide_objection, unit, "so be it")

    @precondition(able_to("add_unit"))
    @rule(data=st.data(), unit=st.sampled_from(UNITS), days=st.integers(-1, 40))
    def add_unit(self, data: st.DataObject, unit: int, days: int) -> None:
        due_at = self.service.memory.rules.calendar.end_of((self.service.now + timedelta(days=days)).date())
        self.work(data, parts.add_unit, unit, "look at the ditch", due_at)

    @precondition(lambda self: bool(self.all_parts()))
    @rule(data=st.data(), what=st.sampled_from(["accept", "accept", "report", "report", "hand", "drop"]))
    def works_on_a_part(self, data: st.DataObject, what: str) -> None:
        """Somebody of the staff taps a button of a part, whether or not they may; mostly whoever has it."""
        part = self.pick_row(data, Part)
        by = data.draw(st.sampled_from([*([part.cadre_id] if part.cadre_id else []) * 3, *self.staff()]))
        match what:
            case "accept":
                self.do(parts.accept_part, part.id, by)
            case "report":
                self.do(parts.report_part, part.id, by, "clear")
            case "hand":
                self.do(parts.hand_part, part.id, by, data.draw(st.sampled_from(self.staff())))
            case "drop":
                self.do(parts.drop_unit, part.id, by)

    @precondition(able_to("note"))
    @rule(data=st.data())
    def note(self, data: st.DataObject) -> None:
        self.own(data, noting.note, "when do you dig?")

    @precondition(lambda self: len(self.cases()) < 3)
    @rule(data=st.data(), unit=st.sampled_from(UNITS), about=st.booleans())
    def raise_difficulty(self, data: st.DataObject, unit: int, about: bool) -> None:
        able = self.able("raise_difficulty") if about else []
        case_id, by = self.pick(data, "raise_difficulty") if able else (None, data.draw(st.sampled_from(self.staff())))
        self.do(raising.raise_difficulty, by, unit, "the bridge needs an inspection", (), case_id)

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

    @rule(data=st.data(), days=st.integers(1, 60))
    def away_with_deputy(self, data: st.DataObject, days: int) -> None:
        """Somebody is away and names a colleague, or somebody who is none; who is asked says yes or no."""
        person = data.draw(st.sampled_from(self.staff()))
        uow = MemoryUnitOfWork(self.service.memory, self.service.now)
        fit = [post.person_id for post in absence.colleagues(uow, person)]
        deputy = data.draw(st.sampled_from([*fit, *fit, *self.staff()]))
        self.do(absence.away, person, self.service.now + timedelta(days=days), deputy)
        self.do(absence.answer_deputy, person, deputy, data.draw(st.booleans()))

    @precondition(lambda self: bool(self.cases()))
    @rule(data=st.data(), verb=st.sampled_from(BY_BUTTON), old=st.booleans())
    def trespass(self, data: st.DataObject, verb: Verb, old: bool) -> None:
        """Anyone at all taps a button, fresh or old."""
        case = self.pick_case(data)
        by = data.draw(st.sampled_from([person.id for person in self.service.memory.of(Person)]))
        function, arguments = verb
        self.do(function, case.id, by, case.epoch - old, *arguments)

    @precondition(lambda self: len(self.all_alarms()) < 3)
    @rule(data=st.data(), by_staff=st.sampled_from([False, False, True]), asked=st.sampled_from([True, True, False]))
    def danger(self, data: st.DataObject, by_staff: bool, asked: bool) -> None:
        """Somebody writes of danger and is asked, or has somebody rung unasked."""
        by = data.draw(st.sampled_from(self.staff())) if by_staff else self.service.person()
        text = data.draw(st.sampled_from(["东镇河边村我家进水了", "着火了", "东镇综合办主任贪污，我不想活了"]))
        chat = f"tg:{by}|tg:{by}"

        async def written() -> None:
            draft = await self.service.draft(text, by)
            if asked:
                await self.service.do(alarms.ask, by, chat, None, Danger.DANGER, text, draft=draft)
            else:
                await self.service.do(alarms.call, by, chat, None, draft)

        self.run(written())

    @precondition(lambda self: bool(self.all_alarms()))
    @rule(data=st.data(), verb=st.sampled_from([alarms.confirm, alarms.confirm, alarms.deny]))
    def answers_about_danger(self, data: st.DataObject, verb: Callable[..., Step]) -> None:
        alarm = self.pick_row(data, Alarm)
        by = data.draw(st.sampled_from([alarm.person_id, *self.staff()]))
        self.do(verb, alarm.id, by)

    @precondition(lambda self: bool(self.all_alarms()))
    @rule(data=st.data(), point=st.none() | st.tuples(st.floats(26, 28), st.just(119.0)))
    def sends_more(self, data: st.DataObject, point: tuple[float, float] | None) -> None:
        alarm = self.pick_row(data, Alarm)
        self.do(alarms.heard, alarm.id, alarm.person_id, "the water rises", point)

    @precondition(lambda self: bool(self.all_alarms()))
    @rule(data=st.data(), verb=st.sampled_from([alarms.take, alarms.take, alarms.give_back, alarms.done, alarms.write]))
    def sees_to_danger(self, data: st.DataObject, verb: Callable[..., Step]) -> None:
        """Somebody of the staff taps, whether or not they may; mostly whoever it is for."""
        alarm = self.pick_row(data, Alarm)
        by = data.draw(st.sampled_from([*alarm.rung, *([alarm.taken_by] * 3 if alarm.taken_by else []), *self.staff()]))
        self.do(verb, alarm.id, by, *(("at the school",) if verb in {alarms.done, alarms.write} else ()))

    @rule(data=st.data(), days=st.none() | st.integers(1, 20))
    def away(self, data: st.DataObject, days: int | None) -> None:
        until = self.service.now + timedelta(days=days) if days is not None else None
        self.do(absence.away, data.draw(st.sampled_from(self.staff())), until)

    @rule(data=st.data(), sure=st.sampled_from([False, False, True]))
    def remove(self, data: st.DataObject, sure: bool) -> None:
        posts = [post for post in self.service.memory.of(Post) if post.active and post.role is not Role.ADMIN]
        if posts and sure:
            removed = data.draw(st.sampled_from([post.id for post in posts]))
            holder = next(post.person_id for post in posts if post.id == removed)
            self.do(membership.remove, holder, removed)

    @rule(
        data=st.data(),
        unit=st.sampled_from(UNITS),
        role=st.sampled_from([Role.CADRE, Role.HEAD]),
        new=st.sampled_from([True, True, False]),
    )
    def join(self, data: st.DataObject, unit: int, role: Role, new: bool) -> None:
        """Somebody new joins, or somebody of the staff takes up one more post, or the same one again."""
        person = self.service.person() if new else data.draw(st.sampled_from(self.staff()))

        async def invited() -> None:
            code = await self.service.do(membership.invite, role, unit, None, "office", "office")
            await self.service.do(membership.join, person, code)

        self.run(invited())

    @rule(data=st.data())
    def touch_is_lost_or_found(self, data: st.DataObject) -> None:
        people = [person.id for person in self.service.memory.of(Person)]
        verb = data.draw(st.sampled_from([membership.unreachable, membership.reachable]))
        self.do(verb, data.draw(st.sampled_from(people)))

    @rule(days=st.sampled_from([8, 29, 62]))
    def weeks_pass(self, days: int) -> None:
        self.time_passes(days * 24)

    @rule(hours=st.sampled_from([1, 9, 26, 75]))
    def time_passes(self, hours: int) -> None:
        end = self.service.now + timedelta(hours=hours)
        while self.fire_next(end):
            self.check()
        self.service.now = end

    # Together.

    @precondition(able_to("merge"))
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        case_id, by = self.pick(data, "merge")
        others = [each for each, _ in self.able("merge")]
        self.do(merging.merge, case_id, by, self.service.case(case_id).epoch, data.draw(st.sampled_from(others)))

    @precondition(able_to("split"))
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        self.work(data, merging.split)

    @precondition(able_to("gather"))
    @rule(data=st.data(), representative=st.booleans())
    def gather(self, data: st.DataObject, representative: bool) -> None:
        """The initiator asks for a link; a job has made it."""
        case_id, by = self.pick(data, "gather")
        self.do(gathering.gather, case_id, by, None, "the road")
        digest, until = f"link {len(self.service.memory.of(SignLink))}", self.service.now + timedelta(days=60)
        self.service.memory.add(SignLink(digest, case_id, until, representative))

    @precondition(lambda self: bool(self.cases()))
    @rule()
    def me_too(self) -> None:
        """Somebody writes of a matter that others have written of, and joins the first case that is shown."""
        by = self.service.person()

        async def joined() -> None:
            draft = await self.service.draft(TEXT, by)
            draft, found = await self.service.do(alike.look_around, draft.id, by)
            if found:
                await self.service.do(joining.join, draft.id, by, found[0].id)

        self.run(joined())

    @precondition(lambda self: bool(self.service.memory.of(SignLink)))
    @rule(data=st.data())
    def sign(self, data: st.DataObject) -> None:
        known = [case.resident_id for case in self.cases()]
        by = data.draw(st.sampled_from([0, *known, *self.staff()])) or self.service.person()
        link = data.draw(st.sampled_from([each.digest for each in self.service.memory.of(SignLink)]))
        self.do(gathering.sign, by, link)

    @precondition(lambda self: bool(self.service.memory.of(Supporter)))
    @rule(data=st.data(), does=st.sampled_from(["add", "leave", "done", "not_done", "judge", "urge"]))
    def stands_behind(self, data: st.DataObject, does: str) -> None:
        """Somebody who has signed says something, or leaves; only whoever speaks for all may judge and press."""
        who: Supporter = self.pick_row(data, Supporter)
        verbs: dict[str, Verb] = {
            "add": (joining.add_words, ("me, too",)),
            "leave": (joining.leave, ()),
            "done": (joining.say, (Word.DONE,)),
            "not_done": (joining.say, (Word.NOT_DONE,)),
            "judge": (outcomes.judge, (None, Verdict.DONE)),
            "urge": (residents.urge, ()),
        }
        verb, arguments = verbs[does]
        before = self.service.case(who.case_id)
        self.do(verb, who.case_id, who.person_id, *arguments)
        if does in {"judge", "urge"} and not who.representative:
            assert self.service.case(who.case_id) == before, "whoever has only signed speaks for all"

    # What always holds.

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

    def _those_above_are_named(self, case: Case) -> None:
        """Whoever answers for a case is a leader over it; a press has somebody who waits for its answer."""
        memory = self.service.memory
        if case.is_open and case.owner_id is not None:
            assert Relation.LEADER in relations(memory.staff, memory.org, case, case.owner_id)
        assert case.press is None or case.is_open
        if case.press is not None and case.press.answered_at is None:
            assert any(each.kind == "pressed" for each in plan(case, memory.rules))

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

    def _loads_are_right(self) -> None:
        loads = dict.fromkeys((person.id for person in self.service.memory.of(Person)), 0)
        for case in self.cases():
            if case.is_open and case.cadre_id is not None and case.merged_into is None:
                loads[case.cadre_id] += 1
        for petition in self.service.memory.of(Petition):
            still = [case for case in self.cases() if case.petition_id == petition.id and case.is_open]
            assert petition.open_cases == len(still)
        assert loads == {person.id: person.open_cases for person in self.service.memory.of(Person)}
