"""The service of the matrix of permissions: its units and areas, the posts that somebody may hold, and the ways in
which a case may stand.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from casework.areas import Area
from casework.children import Child, Said
from casework.consents import Assent, Means
from casework.hardship import Hardship
from casework.joint import Assisting, Objection
from casework.kinds import PetitionKind
from casework.meetings import Meeting, MeetingKind
from casework.not_accepting import NoReason, NotAccepted
from casework.organisation import Organisation, Unit
from casework.people import Post, Role
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
from casework.pleas import Decision, Extension, Plea, Recusal
from casework.upward import Upward
from tests.casework.service import MONDAY

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


class Place(NamedTuple):
    """A post: its role, in a unit or over an area, and whom its holder stands in for."""

    role: Role
    unit_id: int | None = None
    area_id: int | None = None
    acting_for: int | None = None

    def post(self, id_: int, person_id: int) -> Post:
        return Post(id_, person_id, self.role, self.unit_id, self.area_id, "", "", acting_for=self.acting_for)


def unit(role: Role, unit_id: int, acting_for: int | None = None) -> Place:
    return Place(role, unit_id, None, acting_for)


def over(role: Role, area_id: int) -> Place:
    return Place(role, None, area_id)


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
    # In the place of the case's cadre, who is away; and in that cadre's place at another unit.
    (unit(Role.CADRE, OFFICE, OWN),),
    (unit(Role.CADRE, WEST_OFFICE, OWN), over(Role.LEADER, EAST)),
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
    press: Press | None = None
    owner_id: int | None = None
    owner_asked: int | None = None
    listed_until: datetime | None = None
    assists: tuple[int, ...] = ()  # the units that have a part of it
    objection: Objection | None = None
    objected: tuple[int, ...] = ()
    not_accepted: NotAccepted | None = None
    extension: Extension | None = None
    recusal: Recusal | None = None
    aside: tuple[int, ...] = ()
    caller: int | None = None
    meeting: Meeting | None = None
    hardship: Hardship | None = None
    upward: Upward | None = None
    child: Child | None = None
    merged: bool = False  # into another case
    supported: bool = False  # by those who have joined or signed it

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
            reply=Reply(MONDAY, by_hand_at=MONDAY if self.by_hand else None) if self.answer is not None else None,
            not_accepted=self.not_accepted, extension=self.extension, recusal=self.recusal, aside=self.aside,
            callback_id=90 if self.caller is not None else None, caller_id=self.caller, meeting=self.meeting,
            hardship=self.hardship, upward=self.upward, child=self.child, merged_into=8 if self.merged else None,
            assisting=tuple(Assisting(80 + unit_id, unit_id) for unit_id in self.assists),
            objection=self.objection, objected=self.objected,
            supporters=2 if self.supported else 0,
        )  # fmt: skip


NOBODY = 99
AGAIN = Objection(OFFICE, NOBODY, "why", MONDAY, to_unit=WEST_OFFICE, final=True)

SAID = Assent(True, Means.LINK, MONDAY)

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
    Scene("not the unit's, says who came to stand above", objection=Objection(OFFICE, SOMEBODY, "why", MONDAY)),
    Scene("not the unit's, it says again", objection=AGAIN, objected=(OFFICE, OFFICE)),
    Scene("the units can't agree", assists=(WEST_OFFICE,), objection=replace(AGAIN, joint=True)),
    Scene("merged, with the west office's help", merged=True, assists=(WEST_OFFICE,)),
    Scene("pressed, and on the list", press=Press(SOMEBODY, "?", MONDAY, MONDAY), listed_until=MONDAY),
    Scene("pressed, and answered", press=Press(SOMEBODY, "?", MONDAY, MONDAY, answered_at=MONDAY)),
    Scene("answered for by a leader", owner_id=SOMEBODY),
    Scene("a leader is asked to answer for it", owner_asked=SOMEBODY),
    Scene("doubted", not_accepted=NotAccepted(NoReason.COURT, "", "", OWN, MONDAY)),
    Scene(
        "not accepted",
        not_accepted=NotAccepted(NoReason.COURT, "", "", SOMEBODY, MONDAY, decided=True),
        closing=Closing.NOT_ACCEPTED,
    ),
    Scene("not accepted, entered by a clerk", entered=True, closing=Closing.NOT_ACCEPTED),
    Scene(
        "of a court, and forwarded", unit_id=None, held=Held.COURT, answer=OutcomeKind.PASSED, closing=Closing.CONTESTED
    ),
    Scene("agreed upon", answer=OutcomeKind.SETTLED, closing=Closing.SETTLED),
    Scene(
        "agreed upon, and the other side has said nothing",
        answer=OutcomeKind.SETTLED,
        closing=Closing.SETTLED,
        meeting=Meeting(MeetingKind.SETTLEMENT, MONDAY, began=MONDAY, ended=MONDAY),
    ),
    Scene(
        "agreed upon by the other side, too",
        answer=OutcomeKind.SETTLED,
        closing=Closing.SETTLED,
        meeting=Meeting(MeetingKind.SETTLEMENT, MONDAY, began=MONDAY, ended=MONDAY, other=SAID),
    ),
    Scene("more time is asked", extension=Extension(30, Decision.OPEN, Plea("why", OWN, MONDAY, (SOMEBODY,)))),
    Scene(
        "more time is asked by a deputy",
        aside=(CLERK,),
        extension=Extension(30, Decision.OPEN, Plea("why", SOMEBODY, MONDAY, (CLERK, OWN, SOMEBODY))),
    ),
    Scene("more time was refused", extension=Extension(30, Decision.REFUSED, Plea("why", OWN, MONDAY, (SOMEBODY,)))),
    Scene("more time was granted", extension=Extension(30, Decision.GRANTED)),
    Scene("another cadre is wished for", recusal=Recusal(OWN, Plea("why", RESIDENT, MONDAY, (SOMEBODY,)))),
    Scene(
        "another cadre is wished for by a clerk",
        entered=True,
        aside=(SOMEBODY,),
        recusal=Recusal(OWN, Plea("why", CLERK, MONDAY, (CLERK, SOMEBODY))),
    ),
    Scene("drawn for a call-back", caller=SOMEBODY),
    Scene("called back by who has come to work it", caller=OWN),
    Scene("a meeting is announced", meeting=Meeting(MeetingKind.MEDIATION, MONDAY)),
    Scene("a meeting was held", meeting=Meeting(MeetingKind.HEARING, MONDAY, began=MONDAY, ended=MONDAY)),
    Scene("of a household in hardship", hardship=Hardship("why", OWN, MONDAY, MONDAY)),
    Scene("reported upward", upward=Upward("words", OWN, MONDAY, (SOMEBODY, CLERK))),
    Scene("reported upward, and seen", upward=Upward("words", OWN, MONDAY, (SOMEBODY,), SOMEBODY, MONDAY)),
    Scene("of a child", child=Child(MONDAY)),
    Scene("of a child with its mother", child=Child(MONDAY, Said.GUARDIAN)),
    Scene("of a child whose mother has said yes", child=Child(MONDAY, Said.GUARDIAN, SAID)),
    Scene(
        "of a child whose mother has said yes in its chat",
        child=Child(MONDAY, Said.GUARDIAN, Assent(True, Means.BESIDE, MONDAY)),
    ),
    Scene("merged", merged=True, answer=OutcomeKind.DONE, closing=Closing.CONTESTED, supported=True),
    Scene(
        "merged, with all that was going on",
        merged=True,
        entered=True,
        by_hand=True,
        answer=OutcomeKind.DONE,
        caller=SOMEBODY,
        upward=Upward("words", OWN, MONDAY, (SOMEBODY,)),
        child=Child(MONDAY),
    ),
    Scene("joint", supported=True),
    *(Scene(f"{kind} at its unit", kind=kind) for kind in PetitionKind if kind is not PetitionKind.REQUEST),
)
