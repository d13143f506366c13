"""What a resident sent, and what becomes of it: drafts, petitions, cases and their events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from casework.children import Child
from casework.hardship import Hardship
from casework.joining import Joint, Telling
from casework.joint import Assisting, Objection, Raised
from casework.kinds import PetitionKind
from casework.meetings import Meeting
from casework.not_accepting import NotAccepted
from casework.pleas import Extension, Recusal
from casework.upward import Upward


class State(StrEnum):
    """Where a case stands. Everything but CLOSED is open."""

    WAITING = "waiting"  # assigned to a unit, a cadre or a dispatcher, and accepted by nobody yet
    WORKING = "working"  # accepted: a cadre is on it
    PROPOSED = "proposed"  # an outcome is proposed: the resident has the word
    PROMISED = "promised"  # an outcome is promised by a date, and followed until then
    CLOSED = "closed"


class Closing(StrEnum):
    """How a case ended. Only SOLVED and ANSWERED are the resident's own "done"; the rest are counted apart."""

    SOLVED = "solved"
    ANSWERED = "answered"
    CONTESTED = "contested"  # done, but the resident disagrees: the right of review is open
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"  # both sides agreed, and the resident has confirmed it
    NOT_ACCEPTED = "not_accepted"  # article 23: not for this unit, or not any more


class OutcomeKind(StrEnum):
    """What a cadre may propose."""

    DONE = "done"
    PROMISED = "promised"
    ANSWERED = "answered"
    REFUSED = "refused"
    PASSED = "passed"  # to another body that has taken it
    ADOPTED = "adopted"  # a suggestion (article 29)
    ADOPTED_PARTLY = "adopted_partly"
    NOT_ADOPTED = "not_adopted"
    SETTLED = "settled"  # agreed in a mediation or a settlement; never proposed as an answer
    UPHELD = "upheld"  # a review or re-examination (articles 35 and 36): what was decided stands
    CHANGED = "changed"
    REVOKED = "revoked"  # ... it does not, and is done again by whoever decided it


class Support(StrEnum):
    """How far a written reply grants what a request asks for (article 32)."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT = "not"


class Instance(StrEnum):
    """Who decides a case: whose matter it is, or those above who look at a decision again (articles 35 and 36)."""

    FIRST = "first"
    REVIEW = "review"
    REEXAMINATION = "reexamination"


class Receipt(StrEnum):
    """How it is known that a written reply has come to its resident."""

    OPENED = "opened"  # a tap on it, or a word about it
    DELIVERED = "delivered"  # the channel has confirmed it, and some days are over
    PHONE = "phone"  # read out, and a clerk has recorded it
    POST = "post"
    VISIT = "visit"  # handed over
    OUTSIDE = "outside"  # told by a body that decides outside of this service


class Verdict(StrEnum):
    """The resident's word on a proposed outcome. Which of them fit follows from the kind (`casework.paths`)."""

    DONE = "done"
    HALF = "half"
    NOT_DONE = "not_done"
    DISAGREE = "disagree"
    CLEAR = "clear"  # a question: that answers it
    UNCLEAR = "unclear"
    READ = "read"  # a suggestion: what became of it is known
    MORE = "more"  # ... and there is something to add
    AGREED = "agreed"  # a settlement: that is what was agreed
    NOT_AGREED = "not_agreed"

    @property
    def settles(self) -> bool:
        """Whether the resident is content to let it end here."""
        return self in {Verdict.DONE, Verdict.CLEAR, Verdict.READ, Verdict.AGREED}


class DraftState(StrEnum):
    """What became of a draft."""

    OPEN = "open"
    FILED = "filed"
    JOINED = "joined"  # its words were added to a case that runs
    DROPPED = "dropped"
    SHELVED = "shelved"  # put away after seven days; writing again takes it up
    ANSWERED = "answered"  # by an answer that the service has; asking the office all the same takes it up
    THANKED = "thanked"  # thanks, passed on: no petition


class Naming(StrEnum):
    """Who knows the resident's name. The intake office always may; the unit only where the resident says so."""

    INTAKE = "intake"
    OPEN = "open"
    ANONYMOUS = "anonymous"


class Way(StrEnum):
    """How a petition came in."""

    CHAT = "chat"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"


class Held(StrEnum):
    """Why a case without a unit waits for a dispatcher rather than for a route."""

    NO_ROUTE = ""
    ACCUSATION = "accusation"  # must not reach whom it accuses
    VOICE = "voice"  # somebody has to write down what was spoken
    COURT = "court"  # article 22: forwarded to the court, and the resident told
    MANY = "many"  # more than one person can mean in a day
    REVIEW = "review"  # no unit above those that have decided it is known here


class Relative(StrEnum):
    """What somebody is to whoever writes for them."""

    PARENT = "parent"
    CHILD = "child"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Agreed(StrEnum):
    """How somebody's yes was given to what another one writes for them."""

    BESIDE = "beside"  # they stand beside the writer
    SAID = "said"
    UNASKED = "unasked"  # there is no yes: it can't be filed as theirs


@dataclass(frozen=True, slots=True)
class Behalf:
    """For whom somebody else writes: known to intake alone. `agreed` is how that person's yes was given."""

    name: str
    relation: Relative
    agreed: Agreed
    phone: str = ""

    @property
    def is_theirs(self) -> bool:
        """Whether what is written is that person's, by their yes; else it is what the writer has seen."""
        return self.agreed is not Agreed.UNASKED


@dataclass(frozen=True, slots=True)
class Detail:
    """What the resident has answered to a question of the case's category (`casework.category_questions`).

    `answer` is "yes", "no", one of the choices, or words as they were written.
    """

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class HandedUp:
    """The body above that a case was handed to (article 22), when, and its number there ("" for none known)."""

    body: str
    at: datetime
    number: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Of whom a clerk writes down what was said or sent: `name` and `phone` ("" where they were not told) are known to
    intake alone. `resident_id` is somebody who came before, None for a new person.
    """

    way: Way
    name: str = ""
    phone: str = ""
    resident_id: int | None = None


@dataclass(frozen=True, slots=True)
class Fired:
    """How often a follow-up kind has fired in the running epoch, and when last."""

    count: int
    at: datetime


class Followed(Protocol):
    """What has follow-ups, and keeps count of those of the running epoch."""

    @property
    def fired(self) -> Mapping[str, Fired]:
        """What has fired, by its kind."""


def times_fired(subject: Followed, kind: str) -> int:
    """Return how often a kind has fired in the running epoch."""
    fired = subject.fired.get(kind)
    return fired.count if fired is not None else 0


def fired_again(subject: Followed, kind: str, now: datetime) -> dict[str, Fired]:
    """Return a subject's `fired` with one more firing of a kind; also where it need not fire, being told otherwise."""
    return {**subject.fired, kind: Fired(times_fired(subject, kind) + 1, now)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A proposed outcome: what a written reply must state (articles 31 and 32).

    `files` are the ids of the files that prove it; `unproved` says why there are none where one was asked for.
    `request` is what the resident asks for, `support` how far it is granted: None where that is not the question.
    `policy_id` is the policy that the basis names, where one was attached.
    """

    kind: OutcomeKind
    found: str
    done: str
    basis: str
    body: str = ""  # PASSED: the body that has taken it
    by: datetime | None = None  # PROMISED: end of the promised day
    files: tuple[int, ...] = ()
    unproved: str = ""
    request: str = ""
    support: Support | None = None
    policy_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """How the written reply that a case has now comes to its resident: the thirty days for a review run from its
    receipt, not from its sending (article 35).

    `by_hand_at` is when it turned out that the chat does not carry it: then a clerk hands it over and records it.
    `to` is who has received it, in words, where a clerk says so.
    """

    sent_at: datetime
    received_at: datetime | None = None
    how: Receipt | None = None
    to: str = ""
    by_hand_at: datetime | None = None

    @property
    def waits_for_hand(self) -> bool:
        """Whether somebody has to hand it over."""
        return self.by_hand_at is not None and self.received_at is None


@dataclass(frozen=True, slots=True)
class Decision:
    """What an earlier instance has decided: which unit and cadre (None for a body outside of this service), when its
    reply was given, and when the resident received it. `task_id` is the task by which a promise goes on meanwhile.
    """

    instance: Instance
    unit_id: int | None
    cadre_id: int | None
    outcome: Outcome
    at: datetime
    received_at: datetime | None = None
    task_id: int | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing in a re-examination, from its day to the end of its last one: that time does not count (article 36)."""

    begun_at: datetime
    until: datetime
    over: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """What somebody above wants answered by a day (督办): who asked, in which words, `until` 24:00 of which day.

    The unit answers with what it `found`, what is `done`, and by when the rest is (`ready`); `back` is why an answer
    was sent back. `rounds` is how often the follow-up `pressed` had fired for the case before: the steps of this one
    count from there. It runs beside the legal limit and never replaces it.
    """

    by: int
    words: str
    at: datetime
    until: datetime
    rounds: int = 0
    back: str = ""
    found: str = ""
    done: str = ""
    ready: datetime | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint being written: the words so far, what was understood of them, and the open question.

    `category` is None while no keyword or tap has given one; `area_id` likewise. `offered` are areas that the place
    question offers as choices. `kind` and `kind_other` are the likeliest and the next likeliest kind, until
    the writer has chosen one. `accuses` says that somebody in office may be accused, `accused` which units, `hide`
    that they must not learn of it. `files` counts what was sent besides words; a mark in the text ("📷1") says where
    each stood. With an `entry` its writer is a clerk, and the words are somebody else's. `alike` is the id of an own
    case that is final and that it seems to be about, `follows` of one to which it brings something new (article 36).
    `near` are the cases of others that were offered to be joined instead; None while nobody has looked for any.
    `not_about` are cases of the writer's own that it is not about, by their word. `way` is how it came in: what was
    said at a reception came by a visit, also where the visitor confirms it in chat. `asks_place` is whether the chat
    shows the question which of the `offered` areas is meant.
    """

    id: int
    person_id: int
    conversation: str
    text: str
    created_at: datetime
    touched_at: datetime
    category: str | None = None
    area_id: int | None = None
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    offered: tuple[int, ...] = ()
    state: DraftState = DraftState.OPEN
    petition_id: int | None = None
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    kind: PetitionKind | None = None
    kind_other: PetitionKind | None = None
    kind_chosen: bool = False
    accuses: bool = False
    accused: tuple[int, ...] = ()
    hide: bool = True
    files: int = 0
    behalf: Behalf | None = None
    entry: Entry | None = None
    follows: int | None = None
    alike: int | None = None
    near: tuple[int, ...] | None = None
    not_about: tuple[int, ...] = ()
    way: Way = Way.CHAT
    asks_place: bool = False


@dataclass(frozen=True, slots=True)
class Petition:
    """What a resident sent, under one number. `code_digest` is the HMAC of the query code.

    `name` and `phone` are what the resident told the intake office, `behalf` for whom they write. `clerk_id` is who
    entered what came by phone, by letter or in person. `earlier` is the number of a petition of before, as it was
    told, `guardian` the grown-up with whom a child files, known to intake alone. `open_cases` is counted in the row:
    the petition is closed when it is 0.
    """

    id: int
    number: str
    resident_id: int
    text: str
    language: str
    filed_at: datetime
    code_digest: str
    cases: int = 1
    version: int = 0
    open_cases: int = 1
    naming: Naming = Naming.INTAKE
    name: str = ""
    phone: str = ""
    way: Way = Way.CHAT
    clerk_id: int | None = None
    behalf: Behalf | None = None
    earlier: str = ""
    guardian: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One matter of a petition, with a unit, a clock and an outcome of its own.

    `number` is the petition's; `suffix` counts the cases of a petition from 1 and is shown only when there are two.
    `limit_at` is the end of the legal limit that runs now (24:00 local of its last day). `epoch` is raised only when
    who must act, or which limit runs, changes; `epoch_at` says when. `fired` belongs to the running epoch. `area_path`
    and the other copied columns serve the visibility predicate.

    `text` are the words of this matter where the petition has several, else "": then the petition's are meant.
    A `shielded` case is hidden from the units in `accused`, and from those below them; posts see it only from the
    area `seen_from` upwards, whose path `area_path` is then (articles 30 and 46).
    `clerk_id` is who entered the petition for somebody without a chat, and passes on what that person is told.

    `files` counts the files that its staff see, `files_lost` those of them that did not arrive.

    `details` are the answers to what its category asks, `details_at` when the last one came of which nobody has been
    told yet. `aside` are people who must not work it: they gave the contested answer of before, or have an interest.
    `addressed` is the level above the whole service that the resident has written to ("province"; "" for none),
    `handed_up` what went there. `not_accepted` is why it is not accepted, or should not be in somebody's opinion.

    `instance` says who decides it now, `decisions` what was decided before, oldest first, `reply` how the written
    reply that it has now comes to its resident, `hearing` the one that stops the clock of a re-examination.

    `lat` and `lon` are the point that the resident has shared, in degrees. `supporters` counts who has joined or signed
    and not left. A case that was `merged_into` another one, its master, at `merged_at`, stands as that one stands, is
    worked there, and is judged by its own resident; what has parted keeps that moment while its master's answer is its
    own. `merged` are the ids of those that follow this one. `telling` is what its supporters
    are about to hear, `not_done` how many of them say that its outcome does not hold for them.

    `unit_at` is when its unit was given it, or was told that it stays there; `objection` what a unit says against it
    that nobody has decided yet, `objected` the units that have done so. `assisting` are the parts of other units, and
    `raised` says whose difficulty it is.

    `extension` is the one that was asked for or granted, `recusal` a wish for another cadre that waits. `callback_id`
    is the call-back that it was drawn for and `caller_id` who calls, until it is over. `meeting` is the hearing or
    mediation that is announced, or was held last. `hardship` is for those who work the case alone, `upward` what was
    reported to a leader, `child` that a child seems to have written.

    `press` is what a supervisor or leader wants answered by a day. `owner_id` is the leader who answers for the case in
    person since `owned_at` (包案), `owner_asked` one who was asked to. `listed_until` is the end of the day by which a
    case that stands on the list of its area is to be settled (挂牌).
    """

    id: int
    petition_id: int
    number: str
    suffix: int
    resident_id: int
    category: str
    area_id: int
    area_path: str
    place: str
    summary: str
    filed_at: datetime
    limit_at: datetime
    epoch_at: datetime
    state: State = State.WAITING
    closing: Closing | None = None
    unit_id: int | None = None
    cadre_id: int | None = None
    assigned_why: str = ""
    assigned_at: datetime | None = None
    accepted_at: datetime | None = None
    clock_from: datetime | None = None  # when the running limit began: halves and 80 % are measured from here
    news_at: datetime | None = None  # last progress reported by the cadre
    told_at: datetime | None = None  # last time that the resident heard of the case
    question: str = ""  # asked of the resident and not answered yet
    asked_at: datetime | None = None
    visit_at: datetime | None = None
    wait_until: datetime | None = None
    wait_why: str = ""
    outcome: Outcome | None = None
    proposed_at: datetime | None = None
    promise_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0
    urged_at: datetime | None = None
    late_why: str = ""
    tried: tuple[int, ...] = ()  # people who were asked and declined or kept silent
    shared: bool = False  # whether the petition has other cases, so that the suffix must be shown
    stars: bool = False  # whether the resident has rated; the rating itself stands apart
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    kind: PetitionKind = PetitionKind.REQUEST
    text: str = ""
    held: Held = Held.NO_ROUTE
    shielded: bool = False
    accused: tuple[int, ...] = ()
    seen_from: int | None = None
    files: int = 0
    files_lost: int = 0
    details: tuple[Detail, ...] = ()
    details_at: datetime | None = None
    aside: tuple[int, ...] = ()
    addressed: str = ""
    handed_up: HandedUp | None = None
    clerk_id: int | None = None
    instance: Instance = Instance.FIRST
    decisions: tuple[Decision, ...] = ()
    reply: Reply | None = None
    hearing: Hearing | None = None
    not_accepted: NotAccepted | None = None
    lat: float | None = None
    lon: float | None = None
    supporters: int = 0
    merged: tuple[int, ...] = ()
    merged_into: int | None = None
    merged_at: datetime | None = None
    joint: Joint | None = None
    telling: Telling | None = None
    not_done: int = 0
    unit_at: datetime | None = None
    objection: Objection | None = None
    objected: tuple[int, ...] = ()
    assisting: tuple[Assisting, ...] = ()
    raised: Raised | None = None
    extension: Extension | None = None
    recusal: Recusal | None = None
    callback_id: int | None = None
    caller_id: int | None = None
    meeting: Meeting | None = None
    hardship: Hardship | None = None
    upward: Upward | None = None
    child: Child | None = None
    press: Press | None = None
    owner_id: int | None = None
    owned_at: datetime | None = None
    owner_asked: int | None = None
    listed_until: datetime | None = None

    @property
    def label(self) -> str:
        """The number as people read it: with the suffix only where the petition has several cases."""
        return f"{self.number}-{self.suffix}" if self.shared else self.number

    @property
    def to_be_written(self) -> bool:
        """Whether what was spoken still has to be written down: nobody can tell yet where the case belongs."""
        return self.held is Held.VOICE and self.unit_id is None

    @property
    def doubted(self) -> bool:
        """Whether somebody holds that it should not be accepted, and nobody has decided that yet."""
        return self.not_accepted is not None and not self.not_accepted.decided

    @property
    def people(self) -> int:
        """How many people a case speaks for: its resident, those of the cases merged into it, its supporters."""
        return 1 + len(self.merged) + self.supporters

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act on this case."""
        return self.state is not State.CLOSED


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a case's timeline. `public` lines are shown to the resident; `data` holds the words and figures.

    `channel` is the way by which came what led to it: that of an address ("tg", "web"), or one of those in
    `casework.unit_of_work`. Storage chains the lines (`casework.trail`): `position` counts those of a case from 1,
    and is 0 for what is older than the chain.
    """

    id: int
    case_id: int
    at: datetime
    actor_id: int | None
    role: str
    kind: str
    data: Mapping[str, Any]
    public: bool = True
    channel: str = ""
    position: int = 0
    salt: str = ""
    digest: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """Stars that a resident gave, 1 to 5. Written once; nothing here says who gave them."""

    id: int
    case_id: int
    unit_id: int | None
    cadre_id: int | None
    stars: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Shield:
    """One accused unit of a shielded case, as the visibility predicate reads it."""

    id: int
    case_id: int
    unit_id: int


@dataclass(frozen=True, slots=True)
class DigestItem:
    """A line that waits for a person's next digest; `words` are what it passes on, masked ("" for most)."""

    id: int
    person_id: int
    case_id: int | None
    kind: str
    at: datetime
    sent_at: datetime | None = None
    version: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A row of the plan: what is due for a subject (`case:7`, `draft:7`, `person:7`) and when."""

    id: int
    subject: str
    kind: str
    epoch: int
    round: int
    due_at: datetime
    state: str = "pending"  # pending, fired, void
