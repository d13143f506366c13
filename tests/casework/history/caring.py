"""Rules of random histories: more time, who stands aside, meetings, hardship, and children."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import children, extending, hardship, meeting, recusing
from casework.children import Said
from casework.meetings import MeetingKind
from tests.casework.history.world import World, able_to


class Caring(World):
    """What a case needs beside the work itself."""

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

    @precondition(able_to("answer_child"))
    @rule(data=st.data(), said=st.sampled_from(Said))
    def answer_child(self, data: st.DataObject, said: Said) -> None:
        self.own(data, children.answer_child, said)
