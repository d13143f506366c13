"""Rules of random histories: who serves, who is away, and whom messages reach."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from casework.actions import absence, membership
from casework.people import Person, Post, Role
from tests.casework.history.world import UNITS, World
from tests.casework.memory import MemoryUnitOfWork


class Posts(World):
    """People join, are away, and leave."""

    @rule(data=st.data(), days=st.integers(1, 60))
    def away_with_deputy(self, data: st.DataObject, days: int) -> None:
        """Somebody is away and names a colleague, or somebody who is none; who is asked says yes or no."""
        person = data.draw(st.sampled_from(self.staff()))
        uow = MemoryUnitOfWork(self.service.memory, self.service.now)
        fit = [post.person_id for post in absence.colleagues(uow, person)]
        deputy = data.draw(st.sampled_from([*fit, *fit, *self.staff()]))
        self.do(absence.away, person, self.service.now + timedelta(days=days), deputy)
        self.do(absence.answer_deputy, person, deputy, data.draw(st.booleans()))

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
