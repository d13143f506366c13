"""Rules of random histories: what comes in, and what is asked about it."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import details, drafting, earlier, filing, kind_changes, naming, outcomes, thanking, transcribing
from casework.kinds import PetitionKind
from casework.petitions import Entry, Naming, Way
from casework.unit_of_work import UnitOfWork
from tests.casework.history.world import World, able_to


class ComingIn(World):
    """Petitions are sent, spoken, and written down; and their kind is changed."""

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
