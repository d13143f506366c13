"""Rules of random histories: units among themselves."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import noting, objecting, parts, raising
from casework.parts import Part
from tests.casework.history.world import UNITS, World, able_to


class Units(World):
    """Units object, assist, and raise difficulties."""

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
