"""The settings of the rules: limits and follow-up times, with the regulation's figures as defaults.

A service follows one profile: the petition office's (Regulations on Petition Work, in force 2022-05-01) or the
12345 hotline's (an answer by urgency). A profile is figures and words, not code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Final

from casework.broadcasts.topics import DEFAULT as DEFAULT_TOPICS
from casework.broadcasts.topics import NewsTopic
from casework.callbacks import Drawn
from casework.kinds import PetitionKind
from casework.ladder import RUNGS, Rung


@dataclass(frozen=True, slots=True)
class Limits:
    """Legal limits, in calendar days unless the name says otherwise; a limit ends at 24:00 local of its last day."""

    register_days: int = 15  # article 22: the office registers and forwards
    notice_days: int = 15  # article 23: the unit says that it has received the case, and how it proceeds
    request_days: int = 60  # article 34: a request is concluded, from acceptance
    extension_days: int = 30  # article 34: at most
    review_days: int = 30  # articles 35 and 36: asked within, and answered within
    redo_days: int = 30  # a decision that was revoked is made again; the regulation names no figure
    objection_working_days: int = 5  # article 23: a unit's objection to an assignment
    difficulty_days: int = 15  # a difficulty that a cadre has raised is answered by the unit that it names
    question_days: int = 15  # a question is answered
    suggestion_days: int = 60  # article 29: a suggestion is studied and answered
    report_days: int = 60  # a report of a violation, and an accusation (article 30), is looked into and answered
    category_days: Mapping[str, int] = field(default_factory=dict)  # shorter limits of a category, by its id

    def days_for(self, kind: PetitionKind, category: str) -> int:
        """Return the days in which a case is to be concluded, counted from acceptance: by its kind.

        A category may have a shorter limit, which holds for all kinds.
        """
        days = {
            PetitionKind.QUESTION: self.question_days,
            PetitionKind.SUGGESTION: self.suggestion_days,
            PetitionKind.REPORT: self.report_days,
            PetitionKind.ACCUSATION: self.report_days,
            PetitionKind.DIFFICULTY: self.difficulty_days,
        }.get(kind, self.request_days)
        category_days = self.category_days.get(category)
        if category_days is None:
            return days
        return category_days if kind is PetitionKind.REQUEST else min(days, category_days)


@dataclass(frozen=True, slots=True)
class FollowUpTimes:
    """When follow-ups are due. Hours and days run on the case clock; `_working_days` skip days off."""

    accept_hours: int = 24  # between the steps when nobody has accepted: remind, next cadre, head, dispatcher
    objection_decided_working_days: int = 2  # a unit's objection is decided; else those above are told, one by one
    part_accept_hours: int = 24  # between the steps when nobody of an assisting unit has accepted its part
    written_working_days: int = 1  # until somebody has written down what was spoken; then those above, one by one
    progress_days: int = 7  # without news: the cadre is asked
    status_days: int = 14  # the resident hears at least so often
    question_days: int = 2  # a question to the resident is repeated once
    ladder: tuple[Rung, ...] = RUNGS  # who is told that a day has passed, and when
    ladder_again_working_days: int = 5  # beyond its last rung, again and again
    confirm_days: tuple[int, ...] = (2, 5)  # "was it done?" is asked again on these days after the proposal
    silence_days: int = 7  # no answer until then closes the case as "no answer"
    consent_days: int = 5  # a link for somebody's yes that nobody has answered: whoever passes it on is reminded
    consent_last_days: int = 3  # ... and once more so long before it ends
    reopen_days: int = 30
    receipt_days: int = 3  # a reply that the channel has delivered, and nobody has touched, counts as received
    by_hand_working_days: int = 2  # a reply that the chat does not carry must be handed over; then those above
    review_soon_days: int = 5  # before the right to a review runs out
    review_last_days: int = 1
    stars_days: int = 2
    still_solved_days: int = 28
    draft_hours: int = 24
    draft_days: int = 7
    digest_at: time = time(8, 30)
    absence_days: int = 30  # whoever is away for longer hands over their cases for good
    task_soon_working_days: int = 3  # before a task's day, or its next milestone's, its owner is reminded
    task_step_days: int = 60  # a task goes no longer without a milestone
    pushes_a_day: int = 3  # to a cadre, besides limits and a resident's new message
    drafts_a_day: int = 20  # more from one person a day are answered with patience, not with cards
    # Alarms know no quiet hours and no days off.
    alarm_asked_minutes: int = 10  # "is somebody in danger?" without an answer: the dispatchers look at it
    alarm_unseen_minutes: int = 60  # and none of them has: told again, one rung higher
    alarm_ring_minutes: tuple[int, ...] = (5, 10)  # nobody has taken it: rung again, one rung higher; the last repeats
    alarm_taken_hours: int = 2  # whoever took it is asked how it stands
    alarm_again_hours: int = 12  # after "nobody is in danger" the same suspicion is not asked about for so long


@dataclass(frozen=True, slots=True)
class Emergency:
    """The telephone numbers that somebody in danger is told to call: by default those of China."""

    police: str = "110"
    fire: str = "119"
    ambulance: str = "120"
    comfort: str = "12356"  # the line for those in despair, day and night


@dataclass(frozen=True, slots=True)
class Callbacks:
    """Call-backs: of how many in a hundred, by what they are drawn from, and in how many days somebody calls."""

    silence: int = 30
    withdrawn: int = 30
    merged: int = 30
    refused: int = 30
    kind: int = 20
    low_stars: int = 50
    five_stars: int = 10
    working_days: int = 5  # until somebody has called; then others, one rung higher
    answer_days: int = 3  # asked in chat and no answer: the caller telephones

    def percent(self, drawn: Drawn) -> int:
        """Return how many in a hundred are drawn."""
        share: int = getattr(self, drawn.value)
        return share


@dataclass(frozen=True, slots=True)
class Policies:
    """Policies: how soon somebody else decides on one, how long before its end its writer hears of it, and of how much
    of a question (from 0 to 1) one must speak to be given as its answer unasked. `topics` are what residents may ask to
    hear of.
    """

    decided_working_days: int = 2
    ends_days: int = 14
    answers: float = 0.4
    topics: tuple[NewsTopic, ...] = DEFAULT_TOPICS


@dataclass(frozen=True, slots=True)
class Care:
    """What protects people: visits to households in hardship, and what is reported upward."""

    visit_working_days: int = 5  # until a household in hardship is visited; then it climbs every working day
    ratings_by: int = 5  # so many ratings of a unit are shown together, as a number and an average
    guardian_under: int = 14  # whoever is younger files with a guardian
    child_hours: int = 1  # a child that does not answer about a grown-up: the office is told
    many: int = 30  # so many people behind a case: the office is asked whether it is to be reported upward
    seen_hours: int = 2  # what was reported upward and nobody has seen: the next one above


@dataclass(frozen=True, slots=True)
class Remedies:
    """The limits of what else a resident may do, counted from when they knew of it; no petition stops them."""

    reconsideration_days: int = 60  # Administrative Reconsideration Law, article 20
    suit_months: int = 6  # Administrative Litigation Law, article 46
    arbitration_days: int = 365  # one year: Law on Mediation and Arbitration of Labour Disputes, article 27


@dataclass(frozen=True, slots=True)
class Near:
    """What counts as the same matter in a category: within `radius_km` kilometres, filed in the last `days` days, and
    alike by at least `likeness`, the share (0 to 1) of the words of the shorter text that are in the other, too.

    A radius of 0 means that cases of the category are offered to nobody: they are a person's own business.
    """

    radius_km: float = 1.0
    days: int = 60
    likeness: float = 0.35


_NOBODY: Final = Near(radius_km=0)

NEAR: Final[Mapping[str, Near]] = {
    "housing": Near(radius_km=1),
    "roads": Near(radius_km=3),
    "utilities": Near(radius_km=3, days=30),
    "environment": Near(radius_km=3),
    "land": Near(radius_km=2, days=90),
    "education": Near(radius_km=5, days=90),
    "health": Near(radius_km=5, days=90, likeness=0.45),
    "market": Near(radius_km=3, days=30),
    "disaster": Near(radius_km=5, days=30),
    # Whoever is in need, is owed wages, or fears somebody must not be found by others.
    "childcare": _NOBODY,
    "eldercare": _NOBODY,
    "employment": _NOBODY,
    "social_security": _NOBODY,
    "public_order": _NOBODY,
}
"""What counts as near and alike, by category; `Near()` for any other."""


@dataclass(frozen=True, slots=True)
class Together:
    """Cases that belong together: what is near and alike, and how joint petitions go."""

    categories: Mapping[str, Near] = field(default_factory=dict)  # a service's own figures, in place of NEAR's
    offers_a_day: int = 5  # how often a day one person is offered alike cases: it must not become a way to ask around
    sign_days: int = 60  # so long a link can be signed by
    representatives: int = 5  # article 20: as many at most, the initiator included
    told_at_once: int = 100  # supporters who are told of news by one step of the schedule

    def near(self, category: str) -> Near:
        """Return what counts as near and alike in a category."""
        return self.categories.get(category) or NEAR.get(category) or Near()


@dataclass(frozen=True, slots=True)
class Research:
    """Investigation and research: surveys, and what many say at once."""

    approve_working_days: int = 2  # until a second person has said whether a survey goes out; then they are told again
    draft_days: int = 30  # a survey that nobody hands in is put away
    remind_days: int = 3  # before it closes, those who are not through are reminded once
    names_minutes: int = 60  # so long pages of who said what stay open, once somebody has said what for
    answer_minutes: int = 60  # so long words answer a survey's question; later they may be something else
    alike_cases: int = 5  # so many alike cases of one category in one place open a theme task
    alike_villages: int = 3  # ... or in so many villages of one township, where they are too few in each of them
    alike_days: int = 90  # filed in the last days
    topic_days: int = 30  # one topic a month, of a place and category as of an owner
    plan_working_days: int = 5  # until a theme has a plan; then its owner is reminded, later those above


@dataclass(frozen=True, slots=True)
class ReceptionDays:
    """Reception days: when visitors are reminded and gaps are filled, and how much one person may book."""

    minutes: int = 15  # of a visit, where nobody says otherwise
    soon_hours: int = 2  # before one's own time
    fill_hours: int = 2  # so long before its time a place that is free goes to who waits for one; later it stays free
    for_others: int = 2  # visits that one person may book for others, a day
    waiting_most: int = 1000  # on the waiting list of a day
    series_days: int = 28  # so long before it a day that repeats is opened for booking


@dataclass(frozen=True, slots=True)
class Onsite:
    """On-site days: what the planner counts, and when what follows is looked after."""

    proposals: int = 5  # villages that are proposed at once
    far_minutes: int = 60  # of travel, from which a village counts as far
    dense: int = 10  # cases a thousand people, from which they weigh all they can
    rest_days: int = 60  # where somebody came so lately, nobody needs to come again
    cluster: int = 3  # so many late cases of a village propose a visit by themselves
    cluster_days: int = 30  # and not again for so long
    counted_days: int = 30  # after the day it is counted how many cases are solved
    return_days: int = 60  # works that are not finished are looked at again so often
    return_in: int = 7  # a return visit is proposed so many days ahead
    unhelped: int = 10  # petitions a year, from which it is a sign that nobody was helped to write one


@dataclass(frozen=True, slots=True)
class Briefs:
    """What the briefs of figures count, and what the public reads of them."""

    compared: int = 8  # periods of the same length that growth is held against
    falsely: float = 0.05  # of what is said to have grown, the most that may be chance
    grown_least: int = 3  # what has fewer cases now is not said to have grown
    silent_weeks: int = 26  # a village from which nothing came for so long is not heard of
    promise_days: int = 7  # promised days so far ahead are named
    promises: int = 10  # ... as many at most
    public_least: int = 5  # smaller groups are not shown to the public
    to_heads: bool = False  # the heads of units get the weekly figures of their unit, too
    waits_days: int = 7  # the weekly one that nobody has approved by then is not published
    ledger_days: int = 14  # whoever has not answered by then about the public ledger has said no
    ledger_page: int = 5  # entries of the ledger that are shown at a time


@dataclass(frozen=True, slots=True)
class Broadcasts:
    """How broadcasts go out: so many messages a second at most, and so many of them handed to the channel at a time.

    What is left of the channel's own limit stays free for answers. `places` is for how many places somebody may ask
    for news.
    """

    per_second: int = 25
    depth: int = 100
    places: int = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """One service's rules: its limits and times, whom to call in danger, who is called back, other remedies, what
    belongs together, policies, how it investigates, reception days, on-site days, what the briefs count, how
    broadcasts go out, and the address of the county's public channel ("tg:-1001234567890"; "" for none), which gets the
    public brief and the broadcasts that are for it, too.
    """

    name: str = "petition"
    limits: Limits = field(default_factory=Limits)
    times: FollowUpTimes = field(default_factory=FollowUpTimes)
    emergency: Emergency = field(default_factory=Emergency)
    callbacks: Callbacks = field(default_factory=Callbacks)
    care: Care = field(default_factory=Care)
    remedies: Remedies = field(default_factory=Remedies)
    together: Together = field(default_factory=Together)
    policies: Policies = field(default_factory=Policies)
    research: Research = field(default_factory=Research)
    reception: ReceptionDays = field(default_factory=ReceptionDays)
    onsite: Onsite = field(default_factory=Onsite)
    briefs: Briefs = field(default_factory=Briefs)
    broadcasts: Broadcasts = field(default_factory=Broadcasts)
    public_channel: str = ""


def hotline(limits: Limits) -> Limits:
    """Return `limits` as the 12345 hotline counts them: answered in 7 days, consultations and the like in less."""
    return Limits(
        register_days=1,
        notice_days=1,
        request_days=min(limits.request_days, 7),
        extension_days=min(limits.extension_days, 15),
        review_days=limits.review_days,
        redo_days=min(limits.redo_days, 15),
        objection_working_days=1,
        difficulty_days=min(limits.difficulty_days, 7),
        question_days=min(limits.question_days, 1),
        suggestion_days=min(limits.suggestion_days, 7),
        report_days=min(limits.report_days, 7),
        category_days=limits.category_days,
    )
