"""A random service in which somebody accuses a unit: its areas, units, people with several posts, and what they do.

Who must not learn of the case is worked out here from the drawing alone, and asks nothing of the program.
"""

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from hypothesis import strategies as st

from casework.actions import assigning, drafting, filing, membership
from casework.areas import Area
from casework.errors import Refused
from casework.kinds import PetitionKind
from casework.organisation import Organisation, Unit
from casework.people import Address, Group, Person, Post, Role
from casework.permissions import possible
from casework.petitions import Case, Event, Held
from casework.unit_of_work import UnitOfWork
from handlers import service
from handlers.messages import Outgoing
from handlers.notices import render
from storage.store import Store
from tests.casework.test_every_verb_asks import VERBS, arguments
from tests.handlers.dialogue import MONDAY, Actor, Town
from tests.storage.raw import begin_afresh, every

SECRET = "梧桐树下的暗号"
IN_UNIT = (Role.CADRE, Role.HEAD)
OVER_AREA = (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN, Role.DUTY)
STEPS = (
    *("days", "weeks", "add", "urge", "send", "accept", "progress", "propose", "judge", "reopen", "withdraw"),
    *("hand", "take_over", "blocks", "joins", "leaves"),
)


@dataclass(frozen=True)
class Plan:
    """What is drawn: everything by position in its list, so that a smaller plan is a simpler one."""

    area_above: tuple[int, ...]  # of the areas behind the first one, which is above all
    units: tuple[tuple[int, int | None], ...]  # area, and the unit above
    posts: tuple[tuple[int, Role, int], ...]  # person, role, and the unit or area
    accused: tuple[int, ...]
    route: int
    resident: int | None  # an official who accuses; None for somebody without a post
    later: bool  # whether it is an ordinary case at first
    before: tuple[tuple[str, int], ...]
    after: tuple[tuple[str, int], ...]


PEOPLE = 5
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 7)), max_size=5).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a service, whom the case accuses, and what happens to it."""
    area_above = tuple(draw(st.integers(0, at)) for at in range(draw(st.integers(1, 3))))
    areas = len(area_above) + 1
    units: list[tuple[int, int | None]] = []
    for at in range(draw(st.integers(2, 4))):
        above = draw(st.none() | st.integers(0, at - 1)) if at else None
        units.append((draw(st.integers(0, areas - 1)), above))
    posts: list[tuple[int, Role, int]] = []
    for at in range(draw(st.integers(5, 9))):
        role = draw(st.sampled_from(IN_UNIT if draw(st.booleans()) else OVER_AREA))
        where = draw(st.integers(0, (len(units) if role in IN_UNIT else areas) - 1))
        posts.append((at % PEOPLE, role, where))
    accused = draw(st.lists(st.integers(0, len(units) - 1), min_size=1, max_size=2, unique=True))
    # Somebody whom it accuses is there, and often more than one.
    posts.append((draw(st.integers(0, PEOPLE - 1)), draw(st.sampled_from(IN_UNIT)), accused[0]))
    return Plan(
        area_above=area_above,
        units=tuple(units),
        posts=tuple(posts),
        accused=tuple(accused),
        route=draw(st.sampled_from(accused) | st.integers(0, len(units) - 1)),
        resident=draw(st.none() | st.none() | st.integers(0, PEOPLE - 1)),
        later=draw(st.booleans()),
        before=draw(steps),
        after=draw(steps),
    )


class Overheard(Town):
    """A town in which everything that leaves the service is noted, with the chat to which it goes."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, MONDAY)
        self.log: list[Outgoing] = []

    def _arrive(self, refs: Sequence[str], outgoing: Sequence[Outgoing]) -> None:
        self.log += outgoing
        super()._arrive(refs, outgoing)

    async def act(self, verb: Callable[[UnitOfWork], Awaitable[Any]]) -> Any:
        """Run a verb in a turn, and let what it tells arrive. Raises as the verb does; then nothing has changed."""
        async with self.store.batch() as batch:
            uow = self.store.unit_of_work(batch, self.now)
            result = await verb(uow)
            outgoing = await render(uow, uow.notices, service.RENDERERS)
            batch.join()
        self._arrive([self.next_ref() for _ in outgoing], outgoing)
        return result


@dataclass
class World:
    """A plan come to life."""

    plan: Plan
    town: Overheard
    actors: list[Actor] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)  # by the position of the unit
    writer: Actor | None = None
    writer_id: int = 0
    case_id: int = 0
    code: str = ""
    number: str = ""
    leaks: list[Outgoing] = field(default_factory=list)  # what those who must not learn of it were told

    @classmethod
    async def begin(cls, store: Store, plan: Plan) -> "World":
        """Set the service up, let somebody file, and let what is drawn happen."""
        world = cls(plan, Overheard(store))
        await begin_afresh(store, organisation(plan))
        await world._people()
        await world._files()
        if plan.later:
            for happening in plan.before:
                await world._happens(*happening)
            await world._watched(lambda: world.town.act(world._turns_out_to_accuse))
        for happening in plan.after:
            await world._watched(partial(world._happens, *happening))
        await world._watched(partial(world.town.passes, days=20))
        return world

    def gives_away(self, outgoing: Outgoing) -> bool:
        """Tell whether a message shows anything of the case: number, words, a button of it, or that it is of it."""
        data = [button.data.split(".") for row in outgoing.buttons for button in row]
        return (
            outgoing.case_id == self.case_id
            or self.number in outgoing.text
            or SECRET in outgoing.text
            or any(each[0] == "c" and each[2] == str(self.case_id) for each in data)
        )

    async def _watched(self, happening: Callable[[], Awaitable[Any]]) -> None:
        """Let something happen, and note what reaches those who must not learn of it before and after it."""
        before, start = await self._chats_kept(), len(self.town.log)
        await happening()
        chats = before & await self._chats_kept()
        self.leaks += [each for each in self.town.log[start:] if each.chat in chats and self.gives_away(each)]

    async def _chats_kept(self) -> set[str]:
        people = {self.actors[at].address for at in await self.kept_from()}
        return people | {key for unit, key in self.groups.items() if self.below_accused(unit)}

    async def case(self) -> Case:
        """Return the case as it is stored."""
        async with self.town.store.turn(self.town.now) as uow:
            case = await uow.get(Case, self.case_id)
            assert case is not None
            return case

    async def timeline(self) -> list[Event]:
        """Return the lines of the case."""
        async with self.town.store.reading() as session:
            return [each for each in await every(session, [Event]) if each.case_id == self.case_id]

    def below_accused(self, unit: int) -> bool:
        """Tell whether a unit is accused, or lies below one that is."""
        above: int | None = unit
        while above is not None:
            if above in self.plan.accused:
                return True
            above = self.plan.units[above][1]
        return False

    async def kept_from(self) -> list[int]:
        """Return those who must not learn of the case, by position: whoever serves in or below an accused unit now."""
        async with self.town.store.turn(self.town.now) as uow:
            serving = [{post.unit_id for post in uow.staff.of(person)} for person in self.people]
        return [
            at
            for at, units in enumerate(serving)
            if self.people[at] != self.writer_id
            and any(self.below_accused(id_ - 1) for id_ in units if id_ is not None)
        ]

    async def _people(self) -> None:
        for at in range(PEOPLE):
            actor = self.town.resident("zh")
            self.actors.append(actor)
            async with self.town.store.turn(MONDAY) as uow:
                self.people.append(uow.new_id())
                uow.put(Person(self.people[at], "", "zh", actor.address, MONDAY))
                uow.put(Address(actor.address, self.people[at]))
        async with self.town.store.turn(MONDAY) as uow:
            for person, role, where in self.plan.posts:
                unit_id, area_id = (where + 1, None) if role in IN_UNIT else (None, where + 1)
                uow.put(Post(uow.new_id(), self.people[person], role, unit_id, area_id, f"{role.value}{person}", ""))
            for unit in range(len(self.plan.units)):
                self.groups[unit] = f"tg:-{unit + 1}"
                uow.put(Group(self.groups[unit], unit + 1, "zh"))

    async def _files(self) -> None:
        at = self.plan.resident
        self.writer = self.actors[at] if at is not None else self.town.resident("zh")
        if at is None:
            await self.writer.says("/help")
        self.writer_id = (await self.writer.person()).id
        chat = f"{self.writer.address}|{self.writer.address}"

        async def writes(uow: UnitOfWork) -> int:
            draft = await drafting.write(uow, self.writer_id, chat, None, f"{SECRET}，半年没有人管，请你们查一查。")
            area = len(self.plan.area_above) + 1
            draft = replace(draft, kind=PetitionKind.REQUEST, kind_chosen=True, area_id=area, hide=False)
            if not self.plan.later:
                accused = tuple(each + 1 for each in self.plan.accused)
                draft = replace(draft, kind=PetitionKind.ACCUSATION, hide=True, accuses=True, accused=accused)
            uow.put(draft)
            return draft.id

        draft_id = await self.town.act(writes)
        filed = await self.town.act(lambda uow: filing.file(uow, draft_id, self.writer_id))
        self.case_id, self.code, self.number = filed.case.id, filed.code, filed.case.number

    async def _turns_out_to_accuse(self, uow: UnitOfWork) -> None:
        case = await uow.get(Case, self.case_id)
        assert case is not None
        case = replace(case, kind=PetitionKind.ACCUSATION, held=Held.ACCUSATION)
        case = filing.shield(uow, case, tuple(each + 1 for each in self.plan.accused))
        if case.is_open:
            await assigning.assign(uow, case, None, by=None)
        else:
            uow.put(case)

    async def _happens(self, name: str, choice: int) -> None:
        match name:
            case "days":
                await self.town.passes(days=2)
            case "weeks":
                await self.town.passes(days=16)
            case "blocks":
                assert self.writer is not None
                await self.writer.blocks()
            case "joins":
                await self._joins(choice)
            case "leaves":
                await self._leaves(choice)
            case _:
                await self._does({"send": "send_to_unit", "hand": "hand_to"}.get(name, name), choice)

    async def _does(self, verb: str, choice: int) -> None:
        """Let somebody who may do a verb do it; nothing happens where nobody may, or it is refused all the same."""
        case = await self.case()
        async with self.town.store.turn(self.town.now) as uow:
            able = [each for each in {*self.people, self.writer_id} if verb in possible(uow.staff, uow.org, case, each)]
        if not able:
            return
        by = sorted(able)[choice % len(able)]
        (walked,) = [function for name, function in VERBS.items() if name.endswith(f".{verb}")]
        given = arguments(walked, {"case_id": case.id, "by": by})
        given |= {"text": SECRET} if "text" in given else {}
        given |= {"unit_id": choice % len(self.plan.units) + 1} if "unit_id" in given else {}
        given |= {"cadre_id": self.people[choice % PEOPLE]} if "cadre_id" in given else {}
        with contextlib.suppress(Refused):
            await self.town.act(lambda uow: walked(uow, **given))

    async def _joins(self, choice: int) -> None:
        """Let somebody take up a post in a unit, often the accused one."""
        unit = self.plan.accused[0] if choice % 2 else choice % len(self.plan.units)
        async with self.town.store.turn(self.town.now) as uow:
            person = self.people[choice % PEOPLE]
            uow.put(Post(uow.new_id(), person, IN_UNIT[choice // 4], unit + 1, None, "new", ""))

    async def _leaves(self, choice: int) -> None:
        async with self.town.store.turn(self.town.now) as uow:
            posts = uow.staff.all()
        if len(posts) > 1:
            post = posts[choice % len(posts)]
            await self.town.act(lambda uow: membership.remove(uow, post.person_id, post.id))


def organisation(plan: Plan) -> Organisation:
    """Return the organisation of a plan; ids count from 1."""
    areas: dict[int, Area] = {1: Area(1, "1", "青石县", "county", None, "/1/")}
    for at, above in enumerate(plan.area_above, start=2):
        parent = areas[above + 1]
        areas[at] = Area(at, str(at), f"第{at}镇", "town", parent.id, f"{parent.path}{at}/")
    units = {
        at: Unit(at, str(at), f"第{at}局", "", "", area + 1, above + 1 if above is not None else None)
        for at, (area, above) in enumerate(plan.units, start=1)
    }
    return Organisation(areas, units, {("other", 1): plan.route + 1}, 1)
