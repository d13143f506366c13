"""Rules of random histories: cases that are alike, and people who stand together."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from casework.actions import alike, gathering, joining, merging, outcomes, residents
from casework.joining import Supporter, Word
from casework.links import Link, Purpose
from casework.petitions import Verdict
from tests.casework.history.world import Verb, World, able_to
from tests.casework.service import TEXT


class Together(World):
    """Cases are merged and split; people sign, join and leave."""

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
        digest, until = f"link {len(self.service.memory.of(Link))}", self.service.now + timedelta(days=60)
        purpose = Purpose.SPEAK if representative else Purpose.SIGN
        self.service.memory.add(Link(digest, case_id, purpose, until))

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

    @precondition(lambda self: bool(self.service.memory.of(Link)))
    @rule(data=st.data())
    def sign(self, data: st.DataObject) -> None:
        known = [case.resident_id for case in self.cases()]
        by = data.draw(st.sampled_from([0, *known, *self.staff()])) or self.service.person()
        link = data.draw(st.sampled_from([each.digest for each in self.service.memory.of(Link)]))
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
