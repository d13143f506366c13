"""Everybody x every verb x every way a case can stand, held against the rules as the design tells them.

What is expected here is written down by itself and reads nothing of the table of permissions: who somebody is follows
from a sentence ("a head of the unit above"), and what they may do from the rules of the office.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

import pytest

from casework.areas import Area
from casework.errors import NotYours, Refused
from casework.joint import Assisting, Objection
from casework.kinds import PetitionKind
from casework.organisation import Organisation, Unit
from casework.people import Post, Role
from casework.permissions import ALLOWED, allowed, possible, relations
from casework.petitions import (
    Case,
    Closing,
    HandedUp,
    Hearing,
    Held,
    Instance,
    Outcome,
    OutcomeKind,
    Press,
    Reply,
    State,
)
from casework.staff import Staff
from casework.unit_of_work import Rules
from tests.casework.memory import Memory
from tests.casework.service import CALENDAR, MONDAY

# The county has two towns; the case lies in the east one, in whose office a station serves below.
COUNTY, EAST, WEST, RIVER, FAR = 1, 2, 3, 4, 9
BUREAU, OFFICE, STATION, WEST_OFFICE, FAR_OFFICE = 50, 51, 52, 53, 59
RESIDENT, CLERK, OWN, SOMEBODY = 1, 2, 3, 4

AREAS = (
    Area(COUNTY, "c", "山海县", "county", None, "/1/"),
    Area(EAST, "e", "东镇", "town", COUNTY, "/1/2/"),
    Area(WEST, "w", "西镇", "town", COUNTY, "/1/3/"),
    Area(RIVER, "r", "河边村", "village", EAST, "/1/2/4/"),
    Area(FAR, "f", "远县", "county", None, "/9/"),
)
UNITS = (
    Unit(BUREAU, "b", "局", "", "", COUNTY, None),
    Unit(OFFICE, "o", "东办", "", "", EAST, BUREAU),
    Unit(STATION, "s", "所", "", "", EAST, OFFICE),
    Unit(WEST_OFFICE, "w", "西办", "", "", WEST, BUREAU),
    Unit(FAR_OFFICE, "f", "远办", "", "", FAR, None),
)
ORG = Organisation({area.id: area for area in AREAS}, {unit.id: unit for unit in UNITS}, {}, 1)

Place = tuple[Role, int | None, int | None]


def unit(role: Role, unit_id: int) -> Place:
    return role, unit_id, None


def over(role: Role, area_id: int) -> Place:
    return role, None, area_id


OVER_AREAS = (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)
PLACES: tuple[tuple[Place, ...], ...] = (
    (),
    *((unit(role, each.id),) for role in (Role.CADRE, Role.HEAD) for each in UNITS),
    *((over(role, area.id),) for role in (*OVER_AREAS, Role.DUTY) for area in AREAS),
    # Several hats.
    (unit(Role.CADRE, OFFICE), over(Role.DISPATCHER, COUNTY)),
    (unit(Role.HEAD, STATION), over(Role.LEADER, COUNTY)),
    (unit(Role.CADRE, WEST_OFFICE), over(Role.SUPERVISOR, EAST)),
    (unit(Role.HEAD, BUREAU), unit(Role.CADRE, OFFICE)),
)


@dataclass(frozen=True)
class Scene:
    """One way a case can stand: its unit, whom it accuses, whether a clerk has entered it."""

    name: str
    unit_id: int | None = OFFICE
    accused: tuple[int, ...] = ()
    entered: bool = False
    held: Held = Held.NO_ROUTE
    kind: PetitionKind = PetitionKind.REQUEST
    addressed: str = ""
    handed_up: HandedUp | None = None
    instance: Instance = Instance.FIRST
    answer: OutcomeKind | None = None
    by_hand: bool = False  # whether the chat does not carry the reply
    hearing: Hearing | None = None
    closing: Closing = Closing.WITHDRAWN
    assists: tuple[int, ...] = ()  # the units that have a part of it
    objection: Objection | None = None
    objected: tuple[int, ...] = ()
    press: Press | None = None
    owner_id: int | None = None
    owner_asked: int | None = None
    listed_until: datetime | None = None

    def case(self, state: State) -> Case:
        # A shielded case is seen from the area above those it accuses.
        path = "/1/" if self.accused else "/1/2/"
        return Case(
            id=7, petition_id=6, number="250303-1234567", suffix=1, resident_id=RESIDENT, category="roads",
            area_id=EAST, area_path=path, place="", summary="", filed_at=MONDAY, limit_at=MONDAY, epoch_at=MONDAY,
            state=state, closing=self.closing if state is State.CLOSED else None, unit_id=self.unit_id,
            cadre_id=OWN if self.unit_id is not None else None, kind=self.kind, held=self.held,
            shielded=bool(self.accused), accused=self.accused, clerk_id=CLERK if self.entered else None,
            press=self.press, owner_id=self.owner_id, owner_asked=self.owner_asked, listed_until=self.listed_until,
            addressed=self.addressed, handed_up=self.handed_up, instance=self.instance, hearing=self.hearing,
            outcome=Outcome(self.answer, "found", "done", "basis") if self.answer is not None else None,
            assisting=tuple(Assisting(80 + unit_id, unit_id) for unit_id in self.assists),
            objection=self.objection, objected=self.objected,
            reply=Reply(MONDAY, by_hand_at=MONDAY if self.by_hand else None) if self.answer is not None else None,
        )  # fmt: skip


NOBODY = 99
AGAIN = Objection(OFFICE, NOBODY, "why", MONDAY, to_unit=WEST_OFFICE, final=True)

SCENES = (
    Scene("at its unit"),
    Scene("entered by a clerk", entered=True),
    Scene("without a unit", unit_id=None),
    Scene("to be written down", unit_id=None, held=Held.VOICE),
    Scene("for a court, perhaps", unit_id=None, held=Held.COURT),
    Scene("to a body above", addressed="province"),
    Scene("gone to a body above", addressed="province", handed_up=HandedUp("province", MONDAY)),
    Scene("accuses the unit", unit_id=None, held=Held.ACCUSATION, accused=(OFFICE,), kind=PetitionKind.ACCUSATION),
    Scene("accuses the unit, with the bureau", unit_id=BUREAU, accused=(OFFICE,), kind=PetitionKind.ACCUSATION),
    Scene("accuses a unit that has it by now", accused=(OFFICE,), kind=PetitionKind.ACCUSATION),
    Scene("accuses the station", unit_id=None, accused=(STATION,), kind=PetitionKind.ACCUSATION, entered=True),
    Scene("answered", answer=OutcomeKind.PROMISED, closing=Closing.CONTESTED),
    Scene("answered, and no chat carries it", answer=OutcomeKind.DONE, by_hand=True, entered=True),
    Scene("answered for good", instance=Instance.REEXAMINATION, answer=OutcomeKind.UPHELD, closing=Closing.CONTESTED),
    Scene("a question, answered", kind=PetitionKind.QUESTION, answer=OutcomeKind.ANSWERED, closing=Closing.CONTESTED),
    Scene("in review", instance=Instance.REVIEW, unit_id=BUREAU),
    Scene("in re-examination", instance=Instance.REEXAMINATION, unit_id=BUREAU),
    Scene("being heard", instance=Instance.REEXAMINATION, unit_id=BUREAU, hearing=Hearing(MONDAY, MONDAY)),
    Scene("to be reviewed by somebody outside", unit_id=None, held=Held.REVIEW, instance=Instance.REVIEW),
    Scene("with the west office's help", assists=(WEST_OFFICE,)),
    Scene("with the station's help, entered by a clerk", assists=(STATION,), entered=True),
    Scene("accuses who would help", assists=(STATION,), accused=(STATION,)),
    Scene("not the unit's, it says", objection=Objection(OFFICE, NOBODY, "why", MONDAY), objected=(OFFICE,)),
    Scene("not the unit's, it says again", objection=AGAIN, objected=(OFFICE, OFFICE)),
    Scene("the units can't agree", assists=(WEST_OFFICE,), objection=replace(AGAIN, joint=True)),
    Scene("pressed, and on the list", press=Press(SOMEBODY, "?", MONDAY, MONDAY), listed_until=MONDAY),
    Scene("pressed, and answered", press=Press(SOMEBODY, "?", MONDAY, MONDAY, answered_at=MONDAY)),
    Scene("answered for by a leader", owner_id=SOMEBODY),
    Scene("a leader is asked to answer for it", owner_asked=SOMEBODY),
    *(Scene(f"{kind} at its unit", kind=kind) for kind in PetitionKind if kind is not PetitionKind.REQUEST),
)

# ----- The rules, as the design tells them -----

ABOVE = {
    None: frozenset[int](),
    BUREAU: frozenset({BUREAU}),
    OFFICE: frozenset({OFFICE, BUREAU}),
    STATION: frozenset({STATION, OFFICE, BUREAU}),
    WEST_OFFICE: frozenset({WEST_OFFICE, BUREAU}),
    FAR_OFFICE: frozenset({FAR_OFFICE}),
}
"""Each unit with those above it, as drawn above."""


@dataclass(frozen=True)
class Seat:
    """What somebody is to a case, in plain words."""

    resident: bool = False
    speaks: bool = False
    cadre: bool = False
    works: bool = False
    heads: bool = False
    roles: frozenset[Role] = frozenset()
    assists: bool = False
    own: bool = False  # a post in the very unit
    above: bool = False  # head of a unit above it

    @property
    def stranger(self) -> bool:
        at_unit = self.cadre or self.works or self.heads or self.assists
        return not (self.resident or self.speaks or at_unit or self.roles)


def seat(scene: Scene, person: int, places: Sequence[Place]) -> Seat:
    if person == RESIDENT:
        return Seat(resident=True)
    serves = {unit_id for _, unit_id, _ in places if unit_id is not None}
    if any(ABOVE[each] & set(scene.accused) for each in serves):
        return Seat()
    areas = {COUNTY} if scene.accused else {COUNTY, EAST}
    roles = frozenset(role for role, _, area_id in places if area_id in areas and role is not Role.DUTY)
    heads = any(role is Role.HEAD and unit_id in ABOVE[scene.unit_id] for role, unit_id, _ in places)
    works = scene.unit_id is not None and any(
        unit_id == scene.unit_id and role is not Role.HEAD for role, unit_id, _ in places
    )
    clerk = scene.entered and person == CLERK and bool(places)
    if clerk:
        return Seat(speaks=True, roles=roles)
    # The clerk may be away: the intake office speaks for the resident, unless it has the case in hand itself.
    assists = any(
        unit_id == each or (role is Role.HEAD and unit_id in ABOVE[each])
        for role, unit_id, _ in places
        for each in scene.assists
    )
    speaks = scene.entered and Role.DISPATCHER in roles and not (works or heads or assists)
    # A cadre who has left the unit works the case no more, whatever post they hold now.
    cadre = person == OWN and (works or heads)
    own = scene.unit_id in serves
    above = any(role is Role.HEAD and unit_id in ABOVE[scene.unit_id] - {scene.unit_id} for role, unit_id, _ in places)
    return Seat(
        speaks=speaks, cadre=cadre, works=works, heads=heads, roles=roles, assists=assists, own=own, above=above
    )


BEFORE_ANSWER = {State.WAITING, State.WORKING, State.PROMISED}
AT_WORK = {State.WORKING, State.PROMISED}
WITH_LIMITS = {PetitionKind.REQUEST, PetitionKind.THANKS}
NOT_CLOSED = set(State) - {State.CLOSED}
OF_THE_CADRE = {"ask", "progress", "visit", "need_help", "explain_late", "propose"}
NOT_AMONG_OFFICES = {"set_kind", "keep_kind", "set_naming", "rate", "raise_difficulty"}
OF_THE_RESIDENT = {"add", "withdraw", "detail", "earlier"}
OF_THOSE_ABOVE = {Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN}


def expected(verb: str, who: Seat, state: State, scene: Scene) -> bool:
    """Tell whether somebody may do a verb, by the rules of the office. Raises KeyError for a verb without a rule."""
    voice, over_it = who.resident or who.speaks, bool(who.roles & OF_THOSE_ABOVE)
    dispatcher, waits = Role.DISPATCHER in who.roles, state is State.WAITING
    at_unit = who.cadre or who.works or who.heads
    first = scene.instance is Instance.FIRST
    watches, open_ = bool(who.roles & {Role.SUPERVISOR, Role.LEADER}), state in NOT_CLOSED
    pressed = scene.press is not None
    answered = scene.press is not None and scene.press.answered_at is not None
    # A request that was answered, and not by the last instance, may be looked at again by the unit above (article 35).
    ended = state is State.CLOSED and scene.closing is not Closing.WITHDRAWN and scene.answer is not None
    another = ended and scene.kind is PetitionKind.REQUEST and scene.instance is not Instance.REEXAMINATION
    rules = {
        "accept": at_unit and waits,
        "decline": who.cadre and waits,
        "hand_to": (who.cadre or who.heads or bool(who.roles & {Role.DISPATCHER, Role.SUPERVISOR}))
        and state in BEFORE_ANSWER,
        "send_to_unit": over_it and state in {State.WAITING, State.WORKING},
        "write_down": over_it and waits and scene.held is Held.VOICE,
        "wait": who.cadre and state is State.WORKING,
        "set_date": first
        and who.heads
        and state is State.WORKING
        and scene.kind in {PetitionKind.REQUEST, PetitionKind.THANKS},
        "set_kind": first and (who.cadre or who.heads or dispatcher) and state in {State.WAITING, State.WORKING},
        "take_over": who.heads and state in BEFORE_ANSWER,
        "urge": voice and state in BEFORE_ANSWER,
        "reset_pin": dispatcher,
        "pressed": who.resident and state is State.CLOSED,
        "judge": voice and state in {State.PROPOSED, State.PROMISED},
        "rate": voice and state is State.CLOSED,
        "reopen": voice and state is State.CLOSED and scene.answer is not OutcomeKind.UPHELD,
        "as_request": voice
        and state is State.CLOSED
        and scene.kind in {PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REPORT},
        "set_naming": who.resident,
        "see_name": at_unit or dispatcher or who.speaks,
        "hand_up": over_it and state in NOT_CLOSED and bool(scene.addressed) and scene.handed_up is None,
        "to_court": over_it and waits and scene.held is Held.COURT,
        "not_court": over_it and waits and scene.held is Held.COURT,
        **dict.fromkeys(OF_THE_CADRE, who.cadre and state in AT_WORK),
        **dict.fromkeys(OF_THE_RESIDENT, voice and state in NOT_CLOSED),
        "keep_kind": first and voice and state in NOT_CLOSED,
        "carry_out": who.cadre and state is State.PROMISED and scene.answer is not None,
        "hand_over": (over_it or who.speaks) and state in {State.PROPOSED, State.PROMISED} and scene.by_hand,
        "ask_review": voice and another,
        "begin_hearing": who.cadre
        and state is State.WORKING
        and scene.instance is Instance.REEXAMINATION
        and scene.hearing is None,
        "end_hearing": who.cadre and state is State.WORKING and scene.hearing is not None,
        "press": watches and state in BEFORE_ANSWER and scene.press is None and scene.unit_id is not None,
        "answer_press": (who.cadre or who.heads) and open_ and pressed and not answered,
        "accept_press": watches and open_ and answered,
        "return_press": watches and open_ and answered,
        "own": Role.LEADER in who.roles and open_ and (scene.owner_id is None or scene.owner_asked is not None),
        "decline_own": Role.LEADER in who.roles and open_ and scene.owner_asked is not None,
        "propose_owner": (watches or dispatcher) and open_,
        "list": watches and open_,
        "unlist": watches and open_ and scene.listed_until is not None,
        "ask_outside": over_it and (another or (waits and scene.held is Held.REVIEW)),
        "decide_outside": over_it and (another or (waits and scene.held is Held.REVIEW)),
    }
    rules |= among_units(who, state, scene)
    return rules[verb] and not (scene.kind is PetitionKind.DIFFICULTY and verb in NOT_AMONG_OFFICES)


def among_units(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Return the rules of objections, joint work and difficulties (articles 23 and 24)."""
    over_it, at_unit = bool(who.roles & OF_THOSE_ABOVE), who.cadre or who.works or who.heads
    disputable = state in {State.WAITING, State.WORKING}
    undisputed = scene.unit_id is not None and scene.objection is None
    joint, is_open = bool(scene.assists), state in NOT_CLOSED
    stands_above = over_it or who.above
    # The bureau is what stands above both offices.
    final = bool(who.roles & {Role.SUPERVISOR, Role.LEADER, Role.ADMIN}) or who.above
    return {
        "object_to": at_unit and who.own and disputable and undisputed and scene.instance is Instance.FIRST,
        "decide_objection": scene.objection is not None
        and disputable
        and (final if scene.objection.final else over_it),
        "add_unit": stands_above and scene.unit_id is not None and state in BEFORE_ANSWER,
        "drop_unit": stands_above and joint and is_open,
        "disagree": (at_unit or who.assists) and joint and undisputed and disputable,
        "note": (at_unit or who.assists or Role.DISPATCHER in who.roles) and joint and is_open,
        "raise_difficulty": (who.cadre or who.heads) and state in BEFORE_ANSWER,
        **dict.fromkeys(("accept_part", "hand_part", "report_part"), who.assists and is_open),
    }


# ----- The matrix -----


@dataclass(frozen=True)
class Meeting:
    """Somebody with posts, before a case that stands in some way."""

    scene: Scene
    person: int
    places: tuple[Place, ...]

    @property
    def staff(self) -> Staff:
        return Staff(
            [Post(70 + at, self.person, *place, "", "") for at, place in enumerate(self.places)],
        )


def meetings() -> Iterator[Meeting]:
    for scene, person, places in product(SCENES, (RESIDENT, CLERK, OWN, SOMEBODY), PLACES):
        yield Meeting(scene, person, places)


def test_every_verb_has_a_rule_here() -> None:
    """A right that nobody has thought of twice must not come in with the table alone: say above who may do it."""
    unknown = [verb for verb in ALLOWED if not _has_rule(verb)]
    assert unknown == []


def _has_rule(verb: str) -> bool:
    try:
        expected(verb, Seat(), State.WAITING, SCENES[0])
    except KeyError:
        return False
    return True


def test_everybody_may_do_what_the_rules_say_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    known = [verb for verb in ALLOWED if _has_rule(verb)]
    count = may_count = 0
    for meeting in meetings():
        staff, who = meeting.staff, seat(meeting.scene, meeting.person, meeting.places)
        for state in State:
            case = meeting.scene.case(state)
            may = set(possible(staff, ORG, case, meeting.person))
            for verb in known:
                count += 1
                may_count += verb in may
                wanted = expected(verb, who, state, meeting.scene)
                assert (verb in may) is wanted, f"{verb} while {state}, {meeting}: {who}"
    with capsys.disabled():
        print(f"\npermissions: {count:,} combinations, {may_count:,} of them allowed")
    assert count > 100_000


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


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_verb_asks_the_table_and_a_stranger_hears_nothing(scene: Scene) -> None:
    """`allowed` and `possible` say the same, and not yours is the same answer as not existing."""
    for person, places in product((RESIDENT, OWN, SOMEBODY), PLACES[::3]):
        meeting = Meeting(scene, person, places)
        memory = Memory(ORG, Rules(CALENDAR))
        for at, place in enumerate(places):
            memory.add(Post(70 + at, person, *place, "", ""))
        for state in State:
            case = memory.add(scene.case(state))
            may = possible(memory.staff, ORG, case, person)
            for verb in ALLOWED:
                async with memory.turn(MONDAY) as uow:
                    try:
                        await allowed(uow, verb, case.id, person)
                    except NotYours:
                        assert seat(scene, person, meeting.places).stranger
                        assert verb not in may
                    except Refused:
                        assert verb not in may
                    else:
                        assert verb in may
