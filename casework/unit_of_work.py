"""What verbs get their objects from, and where they leave changes, notices and answers.

A protocol: storage implements it over both databases. Objects are frozen; `put` replaces one in the turn's own
overlay, which joins the batch only when the whole turn is decided. A turn may run twice, so nothing here has an
effect outside the unit of work.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any, Final, Protocol, TypeVar

from casework.alarms import Alarm
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Audience, Broadcast, Reach, Tally
from casework.broadcasts.subscriptions import Subscription
from casework.calendar import Calendar
from casework.callbacks import Callback
from casework.canned import CannedReply
from casework.conversations import Card, Conversation
from casework.files import File, Job
from casework.joining import Supporter
from casework.ledger import LedgerEntry, Listed
from casework.likeness import Similar
from casework.links import Link
from casework.morning import Matter, Reader
from casework.notebook import Note, NoteTerm
from casework.notices import Notice
from casework.onsite.outings import Outing, OutingItem, OutingPlace
from casework.onsite.planner import Facts
from casework.organisation import Organisation
from casework.papers import Paper
from casework.parts import Part
from casework.people import Address, Group, Invite, Person, Post, Role
from casework.petitions import Case, DigestItem, Draft, Event, Petition, Rating, Shield
from casework.policies.policy import Policy
from casework.policies.ranking import Hit, Known
from casework.profile import Profile
from casework.reception.days import Booking, Reception
from casework.reception.series import Series
from casework.staff import Staff
from casework.surveys.model import Answer, Guest, NamedAnswer, Survey
from casework.surveys.named import Respondent
from casework.tasks import Task
from casework.themes import Theme

SCHEDULE: Final = "schedule"
"""The channel of what fell due."""
JOB: Final = "job"
"""The channel of slow work that was asked for before."""
COMMAND: Final = "command"
"""The channel of an administrator at the command line."""

NEWEST: Final = 300
"""How many lines of a case's timeline are read at most to be shown."""

Row = (
    Person
    | Address
    | Post
    | Group
    | Invite
    | Draft
    | Petition
    | Case
    | Part
    | Event
    | Rating
    | Shield
    | Paper
    | File
    | Job
    | DigestItem
    | Conversation
    | Card
    | Alarm
    | Callback
    | Supporter
    | Link
    | Task
    | Policy
    | CannedReply
    | Survey
    | Guest
    | Answer
    | NamedAnswer
    | Note
    | NoteTerm
    | Theme
    | Reception
    | Booking
    | Series
    | Outing
    | OutingItem
    | OutingPlace
    | Brief
    | LedgerEntry
    | Subscription
    | Broadcast
)
R = TypeVar(
    "R",
    Person,
    Address,
    Post,
    Group,
    Invite,
    Draft,
    Petition,
    Case,
    Paper,
    Part,
    File,
    Job,
    DigestItem,
    Conversation,
    Card,
    Alarm,
    Callback,
    Supporter,
    Link,
    Task,
    Policy,
    CannedReply,
    Survey,
    Guest,
    NamedAnswer,
    Note,
    Theme,
    Reception,
    Booking,
    Series,
    Outing,
    OutingItem,
    OutingPlace,
    Brief,
    LedgerEntry,
    Subscription,
    Broadcast,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules are read from: profile, calendar, and the secret for query codes."""

    calendar: Calendar
    profile: Profile = field(default_factory=Profile)
    secret: bytes = b""
    languages: tuple[str, ...] = ("zh", "en")


class UnitOfWork(Protocol):
    """One turn's view of the service: reads by key see its own and the batch's earlier changes.

    `channel` is by which way came what the turn answers: the channel of a message ("tg", "web"), or one of the above.
    """

    now: datetime
    channel: str
    rules: Rules
    org: Organisation
    staff: Staff
    rng: Random
    notices: list[Notice]

    def new_id(self) -> int:
        """Return an id that no other row has or will have."""
        ...

    async def new_number(self, day: date) -> str:
        """Return a petition number of a local `day` that no petition has."""
        ...

    async def get(self, kind: type[R], key: int | str) -> R | None:
        """Return the object of `kind` under `key` (its id, digest or address), or None."""
        ...

    async def get_all(self, kind: type[R], keys: Sequence[int | str]) -> list[R]:
        """Return the objects of `kind` under `keys`, in that order, leaving out those that do not exist."""
        ...

    def put(self, row: Row) -> None:
        """Insert or replace `row`."""
        ...

    # The reads below see the batch's earlier turns and must come before this turn's own changes.

    async def cases_of_resident(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return a resident's own cases, open ones first, newest first."""
        ...

    async def cases_of_petition(self, petition_id: int) -> list[Case]:
        """Return the cases of a petition by suffix."""
        ...

    async def cases_of_code(self, digest: str) -> list[Case]:
        """Return the cases of the petition whose query code has this digest, by suffix."""
        ...

    async def cases_entered_for(self, person_id: int, phone: str, limit: int = 20) -> list[Case]:
        """Return the cases that a clerk has entered for whoever has this `phone`, open ones first, newest first: those
        of them that the person sees.
        """
        ...

    async def cases_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases that a cadre answers for, nearest limit first; those, too, that the cadre must not see
        any more: for handing them on, and never to be shown.
        """
        ...

    async def visible_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases that a cadre answers for and may see, nearest limit first."""
        ...

    async def parts_of_cadre(self, person_id: int, limit: int = 20) -> list[Part]:
        """Return the open parts that a cadre has, or is offered, nearest day first."""
        ...

    async def visible_case(self, person_id: int, case_id: int) -> Case | None:
        """Return the case if the person may see it (one SQL predicate over roles and scopes), else None."""
        ...

    async def visible_by_number(self, person_id: int, number: str) -> list[Case]:
        """Return the cases of the petition `number` that the person may see, by suffix."""
        ...

    async def visible_of_unit(self, person_id: int, unit_id: int, limit: int = 20) -> list[Case]:
        """Return open cases of a unit that the person may see by a post, nearest limit first."""
        ...

    async def visible_late(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return open cases past their limit that the person may see by a post, the longest first."""
        ...

    async def cases_from_above(self, person_id: int) -> list[Case]:
        """Return the open cases that a person answers for, was asked to, or has pressed."""
        ...

    async def cases_listed(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases on the list of their area that the person may see by a post, nearest day first."""
        ...

    async def cases_held(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return cases without a unit that the person may see by a post, nearest limit first."""
        ...

    async def cases_joined(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the cases that somebody has joined or signed and not left, open ones first, newest first."""
        ...

    async def running_of(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return a resident's own open cases, newest first. A hint like `similar`, that may come at any time."""
        ...

    async def supporters_after(self, case_id: int, after: int, limit: int) -> list[Supporter]:
        """Return who stands behind a case and has not left, by person, from the one after the person `after` on."""
        ...

    async def similar(self, terms: Sequence[int], limit: int) -> list[Similar]:
        """Return the open cases that share most of these `casework.likeness.terms`, as far as they may be compared.

        A hint, read as the rows stand: it does not see the batch's earlier turns, and may come at any time.
        """
        ...

    async def solved(self, terms: Sequence[int], least: int, limit: int) -> list[Case]:
        """Return the solved cases that share at least so many of these `casework.likeness.solved_terms`, most first. A
        hint like `similar`.
        """
        ...

    async def policies_known(self, terms: Sequence[int]) -> Known:
        """Return what the passages of all policies that are shown are together, and how many hold each term. A hint
        like `similar`, and so are the two below.
        """
        ...

    async def policies_holding(self, terms: Sequence[int]) -> list[Hit]:
        """Return which passages of policies that are shown hold which of the terms."""
        ...

    async def policies_read(self, ids: Sequence[int]) -> list[Policy]:
        """Return policies to be shown, in this order; nobody else has to wait for that."""
        ...

    async def policies_newest(self, day: date, limit: int) -> list[Policy]:
        """Return the policies that are shown and hold on a day, newest first; a hint, too."""
        ...

    async def files_read(self, ids: Sequence[int]) -> list[File]:
        """Return files that many are shown at once, in this order; nobody has to wait for that."""
        ...

    async def policies_waiting(self, person_id: int, areas: Sequence[int], limit: int) -> list[Policy]:
        """Return the policies that wait and whose `scope` is one of the areas, and a person's own that wait or were
        sent back; those that wait before the others, newest first. A hint, too.
        """
        ...

    async def policies_of_keys(self, keys: Sequence[str]) -> list[Policy]:
        """Return the policies of these files that wait, were sent back, or are shown, newest first."""
        ...

    async def canned_of(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        """Return the replies that units keep, by title."""
        ...

    async def canned_read(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        """Return the replies that units keep, by title, to be offered: a hint, which one kept just now may lack."""
        ...

    async def alarms_waiting(self, person_id: int, limit: int = 20) -> list[Alarm]:
        """Return the alarms that nobody has taken, and those that the person has, of all that the person may take.

        Those that ring come first, then the unanswered ones, the oldest of them first.
        """
        ...

    async def ratings_of_unit(self, unit_id: int, every: int) -> tuple[int, int]:
        """Return how many ratings a unit has, and their sum, the first ones, in full batches of `every`."""
        ...

    async def receptions_ahead(self, limit: int = 20) -> list[Reception]:
        """Return the announced reception days that are not over, the nearest first.

        A hint like `similar`, that may come at any time: many people book at the same moment. To be shown, not to be
        changed: they are not locked.
        """
        ...

    async def receptions_read(self, ids: Sequence[int]) -> list[Reception]:
        """Return reception days to be shown, in this order; nobody else has to wait for that."""
        ...

    async def bookings_read(self, keys: Sequence[str]) -> list[Booking]:
        """Return visits to be shown, in this order; nobody else has to wait for that."""
        ...

    async def receptions_of_host(self, host_id: int, after: datetime, before: datetime) -> list[Reception]:
        """Return the open days of a leader that end after a moment and begin before another, to be shown."""
        ...

    async def receptions_following(self, series_id: int, since: datetime) -> list[Reception]:
        """Return the open days of a series that begin at a moment or later, the nearest first."""
        ...

    async def receptions_run(self, person_id: int, since: datetime, limit: int = 20) -> list[Reception]:
        """Return the days that a person's office runs: those not closed first, then those ended after `since`."""
        ...

    async def bookings_of(self, person_id: int, limit: int = 20) -> list[Booking]:
        """Return the visits that a person has booked, the last one first."""
        ...

    async def events_of(self, case_id: int, *, public: bool, limit: int = NEWEST) -> list[Event]:
        """Return the newest part of a case's timeline, oldest first; with `public`, only what the resident may read.

        A case may have thousands of lines, where somebody goes on writing.
        """
        ...

    async def events_of_kinds(self, case_id: int, kinds: Collection[str]) -> list[Event]:
        """Return what happened of some kinds in a case, oldest first."""
        ...

    async def looks_at_name(self, person_id: int) -> list[Event]:
        """Return the events that say that somebody looked at a resident's name, in any case of theirs, oldest first."""

    async def briefs_planned(self) -> list[Brief]:
        """Return the weekly briefs that are to come."""
        ...

    async def briefs_standing(self, brief: Brief) -> list[Brief]:
        """Return the weekly briefs of the same place or unit, for days before this one's, that still stand or wait; the
        latest last.
        """
        ...

    async def ledger(self, path: str, category: str, start: int, limit: int) -> list[Listed]:
        """Return what stands in the public ledger of the area at `path`, or below it, newest first, from the place
        `start` on; of one category, or of all ("").
        """
        ...

    async def mornings(self, readers: Sequence[Reader], end: datetime) -> dict[int, list[Matter]]:
        """Return the open cases that may concern each of some readers in the morning, by person, nearest limit first,
        each once.

        Those that are their own, that they answer for in person, and those of their scope: late, due by `end`, new to
        them, or with something that is asked.
        """
        ...

    async def digest_items(self, people: Sequence[int]) -> dict[int, list[DigestItem]]:
        """Return what waits for the next digest of each of some people, by person, oldest first."""
        ...

    async def tasks_for(self, readers: Sequence[Reader], limit: int = 200) -> dict[int, list[Task]]:
        """Return the tasks that each of some readers has to do with, by person, the nearest day first: their own open
        ones, and those of whom they stand in for; the ones that they gave, if open or with news that are new to them;
        and of their scope what is late or has no owner. Of each owner, giver, unit and area as many as `limit`.
        Whether they may see each is still to be asked.
        """
        ...

    async def tasks_there(self, path: str, limit: int) -> list[Task]:
        """Return the open tasks of an area and below, the nearest day first; those of shielded cases, too."""
        ...

    async def village_facts(self, path: str, year_ago: datetime) -> list[Facts]:
        """Return what is known of each village below an area's `path`, but for what the planner keeps itself.

        What is shielded, and what was merged into another case, is counted nowhere.
        """
        ...

    async def late_villages(self, paths: Sequence[str], least: int) -> list[int]:
        """Return the ids of the villages below some paths that have at least so many late cases, none shielded."""
        ...

    async def cases_there(self, path: str, limit: int = 60) -> list[Case]:
        """Return the open cases of an area and below, nearest limit first; none that is shielded or merged."""
        ...

    async def item_of_case(self, case_id: int) -> OutingItem | None:
        """Return the item of a case on the agenda of a day that is planned or under way; None where it is on none."""
        ...

    async def outings_over(self, paths: Sequence[str], person_id: int, limit: int = 20) -> list[Outing]:
        """Return the on-site days below these paths, and those to which somebody comes, the latest first."""
        ...

    async def files_of_draft(self, draft_id: int) -> list[File]:
        """Return the files of a draft, in the order in which they were sent."""
        ...

    async def files_of_case(self, case: Case, *, public: bool) -> list[File]:
        """Return the files of a case and of its petition as a whole, in order; with `public`, those its resident sees.

        The latter are not shown to the staff of a case beside a shielded one: they may belong to that.
        """
        ...

    async def papers_of_case(self, case_id: int) -> list[Paper]:
        """Return the notices of a case, oldest first."""
        ...

    async def papers_to_hand(self, person_id: int, limit: int = 20) -> list[Paper]:
        """Return the notices that somebody without a chat has still to get on paper, oldest first: of the cases that
        the person sees.
        """
        ...

    async def case_of_message(self, chat: str, message_ref: str) -> int | None:
        """Return the id of the case that a message of ours, as the channel names it, spoke of."""
        ...

    async def buttons_shown(self, chat: str, limit: int = 12) -> list[str]:
        """Return the buttons under each of our last messages in a chat, as the history keeps them ("" for none), newest
        first.
        """
        ...

    async def reply_arrived(self, case: Case) -> bool:
        """Return whether the channel has confirmed that a message about the case reached its resident's chat since
        its reply was sent, or whether they have written there since.
        """
        ...

    async def is_among_units(self, chat: str, message_ref: str) -> bool:
        """Tell whether a message of ours belongs to what units write to each other about a case."""
        ...

    async def alarm_of_message(self, chat: str, message_ref: str) -> int | None:
        """Return the id of the alarm that a message of ours, as the channel names it, spoke of."""
        ...

    async def surveys_recent(self, person_id: int, limit: int) -> list[Survey]:
        """Return the newest surveys that the person sees as they are written (one SQL predicate), none thrown away.

        To be shown, as those of the next two: nothing is locked.
        """
        ...

    async def surveys_open(self, person_id: int, limit: int) -> list[Survey]:
        """Return the surveys that the person can answer now and has not, newest first."""
        ...

    async def survey_audience(self, path: str, after: int, limit: int) -> list[int]:
        """Return the ids of residents with a matter below an area's path, from the one after the person `after` on."""
        ...

    async def survey_guests_left(self, survey_id: int, after: int, limit: int) -> list[Guest]:
        """Return who was asked and is not through, by person, from the one after the person `after` on."""
        ...

    async def survey_guests_begun(self, survey_id: int, limit: int) -> list[Guest]:
        """Return some of those who have begun a survey and are not through."""
        ...

    async def survey_photos(self, survey_id: int, asks: Sequence[int], limit: int) -> list[int]:
        """Return the ids of the files that were sent as answers to some asks of a named survey."""
        ...

    async def survey_people(self, survey_id: int, start: int, limit: int) -> list[Respondent]:
        """Return who has answered what in a named survey, `limit` people from the place `start` on."""
        ...

    async def name_look(self, event_id: int) -> Event | None:
        """Return a line of the record that says that somebody looked at names; None for any other."""
        ...

    async def visible_note(self, person_id: int, note_id: int) -> Note | None:
        """Return a note if the person may read it (one SQL predicate), else None."""
        ...

    async def notes_found(self, person_id: int, path: str, topic: str, terms: Sequence[int], limit: int) -> list[Note]:
        """Return notes that the person may read, below an area's path and of a topic ("" for any): those with most of
        the terms first; without terms the newest.
        """
        ...

    async def themes_since(self, since: datetime) -> list[Theme]:
        """Return the themes that were opened after a moment."""
        ...

    async def themes_recent(self, person_id: int, limit: int) -> list[Theme]:
        """Return the themes that the person sees (one SQL predicate): open ones first, newest first."""
        ...

    async def solved_cases(self, categories: Sequence[str], since: datetime, until: datetime, limit: int) -> list[Case]:
        """Return the cases that residents have called solved in a span, newest first, none that hides or accuses."""
        ...

    async def subscriptions_of(self, person_id: int) -> list[Subscription]:
        """Return what somebody has asked to hear, and what they have left."""
        ...

    async def reach(self, audience: Audience) -> Reach:
        """Return how many people an audience has now."""
        ...

    async def tally(self, broadcast: Broadcast) -> Tally:
        """Return what has become of a broadcast until now."""
        ...

    async def broadcasts_for(self, areas: Sequence[int], limit: int = 10) -> list[Broadcast]:
        """Return the broadcasts to these areas, those that are not over first, newest first."""
        ...


def event(
    uow: UnitOfWork, case: Case, kind: str, *, actor: int | None, role: str, public: bool = True, **data: Any
) -> None:
    """Record a line of the case's timeline; `data` must be plain JSON values.

    What somebody does as the case's cadre in the stead of whoever is away says for whom (`acting_for`).
    """
    if role == Role.CADRE.value and case.cadre_id is not None and actor not in {None, case.cadre_id}:
        data["acting_for"] = case.cadre_id
    uow.put(Event(uow.new_id(), case.id, uow.now, actor, role, kind, data, public, uow.channel))
