"""Rules of random histories: danger to life."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import alarms
from casework.alarms import Alarm
from casework.danger import Danger
from tests.casework.history.world import Step, World


class InDanger(World):
    """Alarms are asked about, rung, and seen to."""

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
