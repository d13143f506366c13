"""Who may do what, as the design tells it: written down by itself, it reads nothing of the table that decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.children import Said
from casework.consents import Means
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Closing, Held, Instance, OutcomeKind, State
from casework.pleas import Decision, Plea
from tests.casework.matrix_scenes import (
    BUREAU,
    CLERK,
    COUNTY,
    EAST,
    FAR_OFFICE,
    OFFICE,
    OWN,
    RESIDENT,
    STATION,
    WEST_OFFICE,
    Place,
    Scene,
)

ABOVE = {
    None: frozenset[int](),
    BUREAU: frozenset({BUREAU}),
    OFFICE: frozenset({OFFICE, BUREAU}),
    STATION: frozenset({STATION, OFFICE, BUREAU}),
    WEST_OFFICE: frozenset({WEST_OFFICE, BUREAU}),
    FAR_OFFICE: frozenset({FAR_OFFICE}),
}
"""Each unit with those above it, as drawn in the scenes."""

OF_THOSE_ABOVE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN})


@dataclass(frozen=True)
class Seat:
    """What somebody is to a case, in plain words."""

    person: int = 0
    resident: bool = False
    speaks: bool = False
    cadre: bool = False
    works: bool = False
    heads: bool = False
    roles: frozenset[Role] = frozenset()
    assists: bool = False  # with a part of it
    own: bool = False  # a post in the very unit
    above: bool = False  # head of a unit above it
    supports: bool = False  # has joined or signed it
    represents: bool = False  # speaks for it beside its resident

    @property
    def voice(self) -> bool:
        return self.resident or self.speaks

    @property
    def voices(self) -> bool:
        return self.voice or self.represents

    @property
    def at_unit(self) -> bool:
        return self.cadre or self.works or self.heads

    @property
    def dispatcher(self) -> bool:
        return Role.DISPATCHER in self.roles

    @property
    def over_it(self) -> bool:
        return bool(self.roles & OF_THOSE_ABOVE)

    @property
    def reads(self) -> bool:
        return self.voice or self.at_unit or bool(self.roles)

    @property
    def stranger(self) -> bool:
        return not (self.reads or self.assists or self.supports or self.represents)


def is_accused(scene: Scene, places: Sequence[Place]) -> bool:
    return any(ABOVE[place.unit_id] & set(scene.accused) for place in places)


def seat(scene: Scene, person: int, places: Sequence[Place]) -> Seat:
    """Return what somebody is to a case by what they are in it, and by their posts."""
    if person == RESIDENT:
        return Seat(person, resident=True)
    if is_accused(scene, places):
        return Seat(person)
    areas = {COUNTY} if scene.accused else {COUNTY, EAST}
    roles = frozenset(place.role for place in places if place.area_id in areas and place.role is not Role.DUTY)
    if scene.entered and person == CLERK and places:
        return Seat(person, speaks=True, roles=roles)
    heads = any(place.role is Role.HEAD and place.unit_id in ABOVE[scene.unit_id] for place in places)
    inside = [place for place in places if scene.unit_id is not None and place.unit_id == scene.unit_id]
    works = any(place.role is not Role.HEAD for place in inside)
    assists = any(
        place.unit_id == each or (place.role is Role.HEAD and place.unit_id in ABOVE[each])
        for place in places
        for each in scene.assists
    )
    # The clerk may be away: the intake office speaks for the resident, unless it has the case in hand itself.
    speaks = scene.entered and Role.DISPATCHER in roles and not (works or heads or assists)
    # A cadre who has left the unit works the case no more, whatever post they hold now. Whoever stands in for one who
    # is away does what that one does.
    cadre = (person == OWN and (works or heads)) or any(place.acting_for == OWN for place in inside)
    above = any(place.role is Role.HEAD and place.unit_id in ABOVE[scene.unit_id] - {scene.unit_id} for place in places)
    return Seat(
        person,
        speaks=speaks,
        cadre=cadre,
        works=works,
        heads=heads,
        roles=roles,
        assists=assists,
        own=bool(inside),
        above=above,
    )


BEFORE_ANSWER = frozenset({State.WAITING, State.WORKING, State.PROMISED})
AT_WORK = frozenset({State.WORKING, State.PROMISED})
NOT_CLOSED = frozenset(State) - {State.CLOSED}

WITH_REVIEW = frozenset({PetitionKind.REQUEST, PetitionKind.THANKS})
"""Only a request has sixty days, which can be made more, and meets its office; thanks are no case."""

OF_ITS_OWN = frozenset(
    {
        # What its resident says, and what those who stand behind it hear and say.
        *("add", "urge", "withdraw", "detail", "judge", "set_naming", "answer_call", "answer_child"),
        *("follow", "leave", "add_words", "say"),
        # Reaching that resident, and who they are.
        *("papers", "hand_paper", "hand_over", "see_name", "reset_pin", "call_back"),
        # What endangers many knows no master. And the way out.
        *("report_up", "see_upward", "split", "ask_review"),
        *("ask_guardian", "guardian_beside", "record_guardian"),
        # A part that another unit has of it is finished.
        *("drop_unit", "note", "accept_part", "hand_part", "report_part"),
    }
)
"""What is done with a merged case itself. Everything else is done with its master."""

NOT_AMONG_OFFICES = frozenset(
    {
        *("set_kind", "keep_kind", "set_naming", "rate", "papers", "flag_hardship", "gather", "merge"),
        *("doubt", "not_accept", "ask_who", "raise_difficulty"),
    }
)
"""What is not for a difficulty: an office raises it, which is no resident, and whoever is named must answer it."""


def expected(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Tell for each verb whether somebody may do it, by the rules of the office."""
    rules = (
        at_the_unit(who, state, scene)
        | accepting(who, state, scene)
        | deciding(who, state, scene)
        | meeting_and_caring(who, state, scene)
        | of_the_resident(who, state, scene)
        | answered(who, state, scene)
        | called_back(who, state, scene)
        | above(who, state, scene)
        | elsewhere(who, state, scene)
        | together(who, state, scene)
        | among_units(who, state, scene)
        | in_public(who, state, scene)
    )
    if scene.kind is PetitionKind.DIFFICULTY:
        rules |= dict.fromkeys(NOT_AMONG_OFFICES, False)
    if scene.merged and state in NOT_CLOSED:
        return {verb: may and verb in OF_ITS_OWN for verb, may in rules.items()}
    return rules


def at_the_unit(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Working a case, and who works it."""
    first, waits = scene.instance is Instance.FIRST, state is State.WAITING
    doubted = scene.not_accepted is not None and not scene.not_accepted.decided
    hands_on = who.cadre or who.heads or bool(who.roles & {Role.DISPATCHER, Role.SUPERVISOR})
    return {
        **dict.fromkeys(
            ("ask", "progress", "visit", "need_help", "explain_late", "propose"), who.cadre and state in AT_WORK
        ),
        "accept": who.at_unit and waits,
        "decline": who.cadre and waits and not doubted,
        "hand_to": hands_on and state in BEFORE_ANSWER,
        "send_to_unit": who.over_it and state in {State.WAITING, State.WORKING},
        "write_down": who.over_it and waits and scene.held is Held.VOICE,
        "wait": who.cadre and state is State.WORKING,
        "take_over": who.heads and state in BEFORE_ANSWER,
        "set_kind": first and (who.cadre or who.heads or who.dispatcher) and state in {State.WAITING, State.WORKING},
        "see_name": who.at_unit or who.dispatcher or who.speaks,
        "reset_pin": who.dispatcher,
    }


def accepting(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Whether a matter is accepted (article 23): the unit may doubt it, a head decides, and its resident may go on.

    A review is owed to whoever asks for it, and what nobody has written down can't be judged yet.
    """
    waits, first = state is State.WAITING, scene.instance is Instance.FIRST
    doubted = scene.not_accepted is not None and not scene.not_accepted.decided
    written, decides = scene.held is not Held.VOICE, who.heads or who.dispatcher
    return {
        "doubt": who.at_unit and waits and not doubted and first,
        "dismiss_doubt": decides and waits and doubted,
        "not_accept": decides and waits and written and first,
        "ask_who": (who.at_unit or who.dispatcher) and waits and written and first,
        "ask_above": who.voice and state is State.CLOSED and scene.closing is Closing.NOT_ACCEPTED,
    }


def deciding(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """What somebody above is asked to decide: more time (article 34), and another cadre (article 28)."""
    working, undecided = state is State.WORKING, state in BEFORE_ANSWER
    first, more = scene.instance is Instance.FIRST, scene.kind in WITH_REVIEW
    extension, recusal = scene.extension, scene.recusal
    waits = extension is not None and extension.decision is Decision.OPEN
    gives = working and more and waits and decides(who, scene, extension.plea if extension is not None else None)
    lets_go = undecided and decides(who, scene, recusal.plea if recusal is not None else None)
    return {
        "ask_extension": who.cadre and working and more and first and extension is None,
        **dict.fromkeys(("grant_extension", "refuse_extension"), gives),
        # Unasked, and never for oneself.
        "set_date": first and who.heads and working and more and who.person not in {OWN, *scene.aside},
        "step_aside": who.cadre and undecided,
        "ask_another": who.voice and undecided and scene.unit_id is not None and recusal is None,
        **dict.fromkeys(("grant_another", "refuse_another"), lets_go),
    }


def decides(who: Seat, scene: Scene, plea: Plea | None) -> bool:
    """A head decides, or whoever over the area was asked; nobody in a matter of their own."""
    if plea is None or who.person in {plea.by, *scene.aside} or (scene.unit_id is not None and who.person == OWN):
        return False
    return who.heads or (who.over_it and who.person in plea.asked)


def meeting_and_caring(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Hearings, mediation and settlement; households in hardship; what endangers many (article 26); children."""
    first, open_ = scene.instance is Instance.FIRST, state in NOT_CLOSED
    ahead = scene.meeting is not None and scene.meeting.began is None
    hard, up = scene.hardship is not None, scene.upward
    meets = who.cadre and state in AT_WORK
    told = up is not None and up.seen_by is None and who.person in up.told
    named = scene.child is not None and scene.child.said is Said.GUARDIAN and scene.child.guardian is None
    beside = scene.child is not None and scene.child.guardian is not None and scene.child.guardian.way is Means.BESIDE
    settled = state is State.PROPOSED or (state is State.CLOSED and scene.closing is Closing.SETTLED)
    met = scene.meeting is not None and scene.meeting.other is None and scene.answer is OutcomeKind.SETTLED
    other_side = who.cadre and settled and met and not scene.accused
    return {
        **dict.fromkeys(("announce_meeting", "settle"), meets and first and scene.kind in WITH_REVIEW),
        "record_meeting": meets and ahead,
        "cannot_come": who.voice and state in AT_WORK and ahead,
        "flag_hardship": (who.cadre or who.dispatcher) and open_ and not hard,
        "record_help": who.cadre and open_ and hard,
        "report_up": (who.at_unit or who.over_it) and up is None,
        "see_upward": (who.heads or who.over_it) and told,
        **dict.fromkeys(("ask_other_side", "record_other_side"), other_side),
        "ask_guardian": who.resident and open_ and (named or beside),
        "guardian_beside": who.resident and open_ and named and not scene.accused,
        "record_guardian": who.over_it and open_ and (named or beside),
        "answer_child": who.resident and scene.child is not None and scene.child.said is None,
    }


def of_the_resident(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """What a resident says while their case runs, or whoever speaks for them."""
    open_, first = state in NOT_CLOSED, scene.instance is Instance.FIRST
    return {
        "add": who.voices and open_,
        "urge": who.voices and state in BEFORE_ANSWER,
        **dict.fromkeys(("withdraw", "detail", "earlier"), who.voice and open_),
        "keep_kind": first and who.voice and open_,
        "set_naming": who.resident,
        "pressed": who.resident and state is State.CLOSED,
        # Whoever may read a case may have its notices in writing.
        "papers": who.reads,
        "hand_paper": who.speaks,
    }


def answered(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """The written reply, and what follows from it (articles 31 to 36)."""
    closed, last = state is State.CLOSED, scene.instance is Instance.REEXAMINATION
    accepted = scene.closing is not Closing.NOT_ACCEPTED
    without_review = {PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REPORT}
    return {
        "judge": who.voices and state in {State.PROPOSED, State.PROMISED},
        "rate": who.voice and closed,
        "reopen": who.voices and closed and accepted and scene.answer is not OutcomeKind.UPHELD,
        "as_request": who.voice and closed and accepted and scene.kind in without_review,
        "carry_out": who.cadre and state is State.PROMISED and scene.answer is not None,
        "hand_over": (who.over_it or who.speaks) and state in {State.PROPOSED, State.PROMISED} and scene.by_hand,
        "ask_review": who.voice and looked_at_again(state, scene),
        "begin_hearing": who.cadre and state is State.WORKING and last and scene.hearing is None,
        "end_hearing": who.cadre and state is State.WORKING and scene.hearing is not None,
    }


def looked_at_again(state: State, scene: Scene) -> bool:
    """A request that was answered, and not by the last instance, is looked at again by the unit above (article 35):
    nothing that a court decides, and nothing that both sides have agreed to. A promise that runs is an answer, too.
    """
    ended = state is State.CLOSED and scene.closing not in {Closing.WITHDRAWN, Closing.SETTLED}
    ended = ended or (state is State.PROMISED and scene.answer is not OutcomeKind.SETTLED)
    of_a_court = scene.held is Held.COURT and scene.unit_id is None
    decided = ended and scene.answer is not None and not of_a_court
    return decided and scene.kind is PetitionKind.REQUEST and scene.instance is not Instance.REEXAMINATION


def called_back(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Call-backs: whoever is to call does, unless they are of the unit by now; the resident answers, and tells of stars
    that were asked for.
    """
    return {
        "call_back": who.over_it and scene.caller == who.person and not who.at_unit,
        "answer_call": who.resident,
        "stars_asked": who.resident and state is State.CLOSED,
    }


def above(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Supervision (督办), cases that a leader answers for (包案), and the list of an area (挂牌)."""
    open_, leader = state in NOT_CLOSED, Role.LEADER in who.roles
    watches = bool(who.roles & {Role.SUPERVISOR, Role.LEADER})
    pressed, asked = scene.press is not None, scene.owner_asked is not None
    said = scene.press is not None and scene.press.answered_at is not None
    return {
        "press": watches and state in BEFORE_ANSWER and not pressed and scene.unit_id is not None,
        "answer_press": (who.cadre or who.heads) and open_ and pressed and not said,
        **dict.fromkeys(("accept_press", "return_press"), watches and open_ and said),
        "own": leader and open_ and (scene.owner_id is None or asked),
        "decline_own": leader and open_ and asked,
        "propose_owner": (watches or who.dispatcher) and open_,
        "list": watches and open_,
        "unlist": watches and open_ and scene.listed_until is not None,
    }


def elsewhere(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """What others decide: a body above the service, a court, the discipline inspection (article 22), a body outside."""
    waits, unassigned = state is State.WAITING, scene.unit_id is None
    court = who.over_it and waits and scene.held is Held.COURT and unassigned
    outside = (state is State.CLOSED and looked_at_again(state, scene)) or (waits and scene.held is Held.REVIEW)
    goes_up = bool(scene.addressed) and scene.handed_up is None
    return {
        "hand_up": who.over_it and state in NOT_CLOSED and goes_up,
        **dict.fromkeys(("to_court", "not_court"), court),
        "to_discipline": who.over_it and waits and scene.held is Held.ACCUSATION and unassigned,
        **dict.fromkeys(("ask_outside", "decide_outside"), who.over_it and outside),
    }


def together(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Merging, signing, and standing behind the case of somebody else."""
    hides = bool(scene.accused) or scene.kind is PetitionKind.ACCUSATION or scene.entered
    shown = not hides and scene.instance is Instance.FIRST
    return {
        "merge": who.over_it and state in BEFORE_ANSWER,
        "split": who.over_it and state in BEFORE_ANSWER and scene.merged,
        "gather": who.resident and state in BEFORE_ANSWER and shown,
        **dict.fromkeys(("follow", "leave"), who.supports),
        "add_words": who.supports and state in NOT_CLOSED,
        "say": who.supports and state in {State.PROPOSED, State.CLOSED},
    }


def among_units(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """Objections, joint work and difficulties (articles 23 and 24)."""
    disputable, open_ = state in {State.WAITING, State.WORKING}, state in NOT_CLOSED
    undisputed = scene.unit_id is not None and scene.objection is None
    joint, stands_above = bool(scene.assists), who.over_it or who.above
    # The bureau is what stands above both offices.
    final = bool(who.roles & {Role.SUPERVISOR, Role.LEADER, Role.ADMIN}) or who.above
    objection = scene.objection
    judges = objection is not None and who.person != objection.by and (final if objection.final else who.over_it)
    return {
        "object_to": who.at_unit and who.own and disputable and undisputed and scene.instance is Instance.FIRST,
        "decide_objection": judges and disputable,
        "add_unit": stands_above and scene.unit_id is not None and state in BEFORE_ANSWER,
        "drop_unit": stands_above and joint and open_,
        "disagree": (who.at_unit or who.assists) and joint and undisputed and disputable,
        "note": (who.at_unit or who.assists or who.dispatcher) and joint and open_,
        "raise_difficulty": (who.cadre or who.heads) and state in BEFORE_ANSWER,
        **dict.fromkeys(("accept_part", "hand_part", "report_part"), who.assists and open_),
    }


def in_public(who: Seat, state: State, scene: Scene) -> dict[str, bool]:
    """The public ledger: what ended well, of somebody who can be asked, kept from nobody and of nobody in need."""
    well = scene.closing in {Closing.SOLVED, Closing.ANSWERED, Closing.SETTLED} and scene.answer is not None
    open_to_all = not (scene.accused or scene.entered or scene.merged or scene.hardship or scene.child)
    kind = scene.kind not in {PetitionKind.ACCUSATION, PetitionKind.REPORT, PetitionKind.DIFFICULTY}
    told = state is State.CLOSED and well and open_to_all and kind and scene.instance is Instance.FIRST
    return {
        "offer_ledger": (who.cadre or who.heads) and told,
        "agree_ledger": who.resident,
        "publish_ledger": who.dispatcher and told,
        "take_out_ledger": who.dispatcher and state is State.CLOSED,
    }
