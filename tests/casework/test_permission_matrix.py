"""Everybody x every verb x every way a case can stand, held against the rules as the design tells them.

What is expected (`matrix_rules`) is written down by itself and reads nothing of the table of permissions: who somebody
is follows from a sentence ("a head of the unit above"), and what they may do from the rules of the office.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from casework.errors import NotYours, Refused
from casework.joining import Joining, Supporter, supporter_key
from casework.permissions import ALLOWED, allowed, possible
from casework.petitions import State
from casework.relations import Relation, relations
from casework.staff import Staff
from casework.unit_of_work import Rules
from tests.casework.matrix_rules import Seat, expected, is_accused, seat
from tests.casework.matrix_scenes import (
    CLERK,
    ORG,
    OWN,
    PLACES,
    RESIDENT,
    SCENES,
    SOMEBODY,
    Place,
    Scene,
)
from tests.casework.memory import Memory
from tests.casework.service import CALENDAR, MONDAY


@dataclass(frozen=True)
class Meeting:
    """Somebody with posts, before a case that stands in some way."""

    scene: Scene
    person: int
    places: tuple[Place, ...]

    @property
    def staff(self) -> Staff:
        return Staff([place.post(70 + at, self.person) for at, place in enumerate(self.places)])


def meetings() -> Iterator[Meeting]:
    for scene, person, places in product(SCENES, (RESIDENT, CLERK, OWN, SOMEBODY), PLACES):
        yield Meeting(scene, person, places)


def test_every_verb_has_a_rule_here() -> None:
    """A right that nobody has thought of twice must not come in with the table alone: say there who may do it."""
    assert expected(Seat(), State.WAITING, SCENES[0]).keys() == ALLOWED.keys()


def test_everybody_may_do_what_the_rules_say_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    count, done = 0, set[str]()
    may_count = 0
    for meeting in meetings():
        staff, who = meeting.staff, seat(meeting.scene, meeting.person, meeting.places)
        for state in State:
            may = set(possible(staff, ORG, meeting.scene.case(state), meeting.person))
            wanted = {verb for verb, right in expected(who, state, meeting.scene).items() if right}
            assert may == wanted, f"{may ^ wanted} while {state}, {meeting}: {who}"
            count, may_count = count + len(ALLOWED), may_count + len(may)
            done |= may
    with capsys.disabled():
        print(f"\npermissions: {count:,} combinations, {may_count:,} of them allowed")
    behind = {verb for verb, (needed, _) in ALLOWED.items() if needed <= {Relation.SUPPORTER}}
    assert ALLOWED.keys() - done == behind, "each verb is possible in some scene, so that its rule is tried both ways"
    assert count > 1_000_000


def test_a_stranger_may_do_nothing_whatever_the_table_says() -> None:
    """Verbs that have come since, too: an accused person, a post over another area, a unit beside, somebody gone."""
    count = 0
    for meeting in meetings():
        if not seat(meeting.scene, meeting.person, meeting.places).stranger:
            continue
        staff = meeting.staff
        for state in State:
            case = meeting.scene.case(state)
            assert relations(staff, ORG, case, meeting.person) == frozenset(), meeting
            assert possible(staff, ORG, case, meeting.person) == []
            count += 1
    assert count > 1_000


def test_whoever_sent_it_does_nothing_that_whoever_works_it_does() -> None:
    """For every verb: the resident's hats give nothing, and none of the office's verbs is theirs."""
    for meeting in meetings():
        if meeting.person != RESIDENT:
            continue
        for state in State:
            case = meeting.scene.case(state)
            bare = possible(Staff([]), ORG, case, RESIDENT)
            assert possible(meeting.staff, ORG, case, RESIDENT) == bare
    office = {"accept", "decline", "hand_to", "send_to_unit", "take_over", "propose", "set_date", "see_name"}
    assert not office & {verb for state in State for verb in possible(Staff([]), ORG, SCENES[0].case(state), RESIDENT)}


async def answers(memory: Memory, case_id: int, person: int) -> dict[str, type[Exception] | None]:
    """Return what `allowed` says to each verb: None for yes, else the error."""
    found: dict[str, type[Exception] | None] = {}
    async with memory.turn(MONDAY) as uow:
        for verb in ALLOWED:
            try:
                await allowed(uow, verb, case_id, person)
            except (NotYours, Refused) as error:
                found[verb] = type(error)
            else:
                found[verb] = None
    return found


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_verb_asks_the_table_and_a_stranger_hears_nothing(scene: Scene) -> None:
    """`allowed` and `possible` say the same, and not yours is the same answer as not existing."""
    for person, places in product((RESIDENT, OWN, SOMEBODY), PLACES[::3]):
        stranger = seat(scene, person, places).stranger
        memory = Memory(ORG, Rules(CALENDAR))
        for at, place in enumerate(places):
            memory.add(place.post(70 + at, person))
        for state in State:
            case = memory.add(scene.case(state))
            may = possible(memory.staff, ORG, case, person)
            for verb, error in (await answers(memory, case.id, person)).items():
                assert (error is None) is (verb in may)
                assert (error is NotYours) is stranger


@pytest.mark.parametrize("scene", [each for each in SCENES if each.supported], ids=lambda scene: scene.name)
@pytest.mark.parametrize("represents", [False, True])
async def test_who_stands_behind_a_case_may_do_what_the_rules_say(scene: Scene, represents: bool) -> None:
    """Somebody who has joined or signed it, whatever posts they hold or have come to hold since."""
    for places in PLACES:
        memory = Memory(ORG, Rules(CALENDAR))
        for at, place in enumerate(places):
            memory.add(place.post(70 + at, SOMEBODY))
        key = supporter_key(7, SOMEBODY)
        memory.add(Supporter(key, 7, SOMEBODY, Joining.SIGNED, MONDAY, representative=represents))
        who = replace(seat(scene, SOMEBODY, places), supports=True, represents=represents)
        for state in State:
            memory.add(scene.case(state))
            for verb, error in (await answers(memory, 7, SOMEBODY)).items():
                assert (error is None) is expected(who, state, scene)[verb], f"{verb} while {state}, {who}"


async def test_who_stands_behind_a_case_no_more_or_is_accused_by_it_hears_nothing() -> None:
    for scene in (replace(each, supported=True) for each in SCENES):
        for places in PLACES:
            left = not is_accused(scene, places)
            memory = Memory(ORG, Rules(CALENDAR))
            for at, place in enumerate(places):
                memory.add(place.post(70 + at, SOMEBODY))
            key = supporter_key(7, SOMEBODY)
            memory.add(Supporter(key, 7, SOMEBODY, Joining.JOINED, MONDAY, left_at=MONDAY if left else None))
            case = memory.add(scene.case(State.PROPOSED))
            may = possible(memory.staff, ORG, case, SOMEBODY)
            said = await answers(memory, 7, SOMEBODY)
            assert {verb for verb, error in said.items() if error is None} == set(may)
            assert set(said.values()) == {NotYours} or not seat(scene, SOMEBODY, places).stranger
