"""A case in words: its category, place, unit, state and timeline, in the reader's language.

Nothing here names a person: an officer is shown by the title of the post, a resident not at all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from casework.categories import CATEGORY_BY_ID
from casework.category_questions import QUESTION_BY_ID
from casework.files import FileKind
from casework.instances import DECISIONS, reviewer
from casework.kinds import PetitionKind
from casework.marks import unmarked
from casework.masking import mask
from casework.meetings import Meeting
from casework.petitions import (
    Case,
    Closing,
    Detail,
    Event,
    Held,
    Instance,
    Naming,
    Outcome,
    OutcomeKind,
    Petition,
    State,
)
from casework.relations import Relation
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import texts
from handlers.case_facts import CaseFacts, Way
from handlers.dates import word_moment
from handlers.media import in_short

MOST_EVENTS = 15
"""Lines of a timeline that are shown: the newest ones."""

MOST_WORDS = 160
"""Characters of what somebody wrote, in a line of a timeline."""

_INSTANT = timedelta.resolution

_ADDED = frozenset({"added", "answered", "detail", "earlier"})
"""What more files of the same album count with."""

_MOMENTS = ("at", "when", "until", "by")
_WORDS = (
    "words",
    "question",
    "answer",
    "body",
    "news",
    "step",
    "note",
    "why",
    "reason",
    "verdict",
    "outcome",
    "closing",
    "to",
    "was",
    "how",
    "instance",
    "found",
    *_MOMENTS,
)


def category_label(language: str, category: str | None) -> str:
    """Return the name of a category; for None the words for "not chosen yet"."""
    if category is None:
        return texts.plain(language, "category-unsaid")
    known = CATEGORY_BY_ID.get(category)
    return known.label(language) if known is not None else category


def kind_label(language: str, kind: PetitionKind | None) -> str:
    """Return the name of a kind; a request's where none is known yet."""
    return texts.plain(language, f"kind-{(kind or PetitionKind.REQUEST).value}")


def relative_label(language: str, relation: str | None) -> str:
    """Return what somebody is to whoever writes for them; "someone else" where the reader may not know."""
    return texts.plain(language, f"relative-{relation or 'unsaid'}")


def place_label(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the area of a case, else the resident's words for it, else "place not said"."""
    return area_label(uow, case.area_id, language) or mask(case.place) or texts.plain(language, "place-unsaid")


def town_label(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the township of a case, or what lies above where no township is known: all that a group may read."""
    town = uow.org.town_of(case.area_id)
    return town.label(language) if town is not None else texts.plain(language, "place-unsaid")


def area_label(uow: UnitOfWork, area_id: int | None, language: str) -> str:
    """Return an area's name with what tells it apart; "" for none and for the whole service's area."""
    area = uow.org.areas.get(area_id) if area_id is not None else None
    if area is None or area.parent_id is None:
        return ""
    return uow.org.place_label(area, language)


def area_name(uow: UnitOfWork, area_id: int, language: str) -> str:
    """Return an area's name, with that of its township where it is a village; the whole service's area has one, too."""
    area = uow.org.areas.get(area_id)
    return uow.org.place_label(area, language) if area is not None else ""


def unit_label(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the unit's name; without a unit the intake office's, which has the case then."""
    unit = uow.org.units.get(case.unit_id) if case.unit_id is not None else None
    return unit.label(language) if unit is not None else texts.plain(language, "intake-office")


def cadre_label(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the title of the case's officer; "someone" where nobody has the case yet."""
    return uow.staff.title(case.cadre_id, language, case.unit_id) or texts.plain(language, "nobody-yet")


def post_words(uow: UnitOfWork, case: Case, language: str, role: str, unit_id: int | None) -> dict[str, str]:
    """Return a post above a case in words: what it is, and of which unit or over which area."""
    unit = uow.org.units.get(unit_id) if unit_id is not None else None
    area = uow.org.areas.get(case.seen_from or case.area_id)
    place = unit or (uow.org.ancestors(area)[-1] if area is not None else None)
    return {"post": texts.plain(language, f"post-{role}"), "where": place.label(language) if place is not None else ""}


def summary_label(language: str, case: Case) -> str:
    """Return the line by which a case is recognised; for one without words, what was sent in their place."""
    if case.summary:
        return case.summary
    return texts.plain(language, "summary-voice" if case.held is Held.VOICE else "summary-files")


def state_label(language: str, case: Case, *, resident: bool = False) -> str:
    """Return where a case stands, or how it ended; spoken to the resident with `resident`."""
    if case.state is State.CLOSED:
        key = f"closing-{(case.closing or Closing.SOLVED).value}"
    else:
        key = f"state-{case.state.value}"
    key = texts.of_kind(language, key, case.kind)
    own = f"{key}-you"
    return texts.plain(language, own if resident and texts.has(language, own) else key)


def instance_label(language: str, case: Case) -> str:
    """Return the word for who looks at a decision again: "review", "re-examination"; "" where it is decided first.

    What was revoked is said, too: it is done again.
    """
    if case.instance is Instance.FIRST and not case.decisions:
        return ""
    return texts.plain(language, f"instance-{case.instance.value}")


def body_above_label(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return who would look at a case's decision again; "the office above" where no unit here does."""
    unit = uow.org.units.get(reviewer(uow.org, case) or 0)
    return unit.label(language) if unit is not None else texts.plain(language, "body-above")


def day(uow: UnitOfWork, language: str, moment: datetime) -> str:
    """Return a moment's day as weekday and date; a limit's end (24:00) counts as its last day."""
    return word_moment(language, uow.rules.calendar, moment, uow.now)


def clock(uow: UnitOfWork, moment: datetime) -> str:
    """Return a moment's local time of day: "14:30"."""
    return f"{moment.astimezone(uow.rules.calendar.zone):%H:%M}"


def meeting_words(uow: UnitOfWork, language: str, meeting: Meeting) -> dict[str, str]:
    """Return what the texts may name of a meeting: what it is, on which day, at what time, and where."""
    return {
        "meeting": texts.plain(language, f"meeting-{meeting.kind}"),
        "date": word_moment(language, uow.rules.calendar, meeting.at + _INSTANT, uow.now),
        "time": clock(uow, meeting.at),
        "where": meeting.place,
    }


def days_left_words(uow: UnitOfWork, language: str, limit_at: datetime) -> str:
    """Return how long a limit still runs: "5 days left", "last day today", "2 days late"."""
    left = uow.rules.calendar.days_left(limit_at, uow.now)
    if left < 0:
        return texts.say(language, "days-late", {"days": -left})
    return texts.say(language, "days-left", {"days": left})


_OWN_FACTS: Final[Mapping[str, Way]] = {
    "number": lambda uow, language, case: case.label,
    "category": lambda uow, language, case: category_label(language, case.category),
    "place": lambda uow, language, case: place_label(uow, case, language),
    "unit": lambda uow, language, case: unit_label(uow, case, language),
    "person": lambda uow, language, case: cadre_label(uow, case, language),
    "state": lambda uow, language, case: state_label(language, case, resident=True),
    "date": lambda uow, language, case: day(uow, language, case.promise_at or case.limit_at),
    "left": lambda uow, language, case: days_left_words(uow, language, case.promise_at or case.limit_at),
    "question": lambda uow, language, case: case.question,
    "now": lambda uow, language, case: day(uow, language, uow.now),
}


def own_facts(uow: UnitOfWork, language: str, case: Case) -> CaseFacts:
    """Return what texts may name of a case to its resident: who has it, where it stands, and by when."""
    return CaseFacts(_OWN_FACTS, uow, language, case)


def answer_label(language: str, question: str, answer: str) -> str:
    """Return an answer to a question of a category in words: a choice's label, "yes" or "no", or as it was written."""
    known = QUESTION_BY_ID.get(question)
    if known is None or answer not in known.values:
        return answer
    own = f"choice-{question}-{answer}"
    return texts.plain(language, own if texts.has(language, own) else f"choice-{answer}")


def detail_line(language: str, detail: Detail) -> str:
    """Return what was asked and answered, as a line of a card."""
    return texts.say(language, "detail-line", _detail(language, detail.question, detail.answer))


def _detail(language: str, question: str, answer: str) -> dict[str, str]:
    return {
        "question": texts.plain(language, f"detail-{question}"),
        "answer": _short(answer_label(language, question, answer)),
    }


def body_label(language: str, level: str) -> str:
    """Return how people call the offices of a level ("province"): whom a petition is written to."""
    return texts.plain(language, f"body-{level}")


async def outcome_text(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return the written answer: what was asked, found, done or promised, decided, by which rule, and what proves it
    (articles 31 and 32).

    "" without an outcome. What became of a suggestion says who proposed it.
    """
    outcome = case.outcome
    if outcome is None:
        return ""
    arguments = {
        "request": outcome.request,
        "found": outcome.found,
        "work": outcome.done,
        "basis": outcome.basis,
        "body": outcome.body,
        "date": day(uow, language, outcome.by) if outcome.by is not None else "",
    }
    to_court = case.held is Held.COURT and outcome.kind is OutcomeKind.PASSED
    lines = [texts.say(language, "outcome-court" if to_court else f"outcome-{outcome.kind.value}", arguments)]
    lines += _whose(language, outcome, arguments)
    for part in ("request", "found", "work", "basis"):
        if part == "basis" and outcome.support is not None:
            lines.append(texts.plain(language, f"outcome-support-{outcome.support.value}"))
        if arguments[part]:
            lines.append(texts.say(language, _part(language, part, case, outcome), arguments))
    if case.meeting is not None and case.meeting.other is not None and outcome.kind is OutcomeKind.SETTLED:
        lines.append(texts.plain(language, f"outcome-other-side-{case.meeting.other.way}"))
    if outcome.files:
        lines.append(texts.say(language, "outcome-files", {"count": len(outcome.files)}))
    if outcome.unproved:
        lines.append(texts.say(language, "outcome-unproved", {"why": outcome.unproved}))
    if case.kind is PetitionKind.SUGGESTION:
        lines.append(texts.say(language, "outcome-proposer", {"proposer": await _proposer(uow, case, language)}))
    return "\n".join(lines)


def _whose(language: str, outcome: Outcome, arguments: Mapping[str, str]) -> list[str]:
    """Return what the head of a review's answer adds: who has decided outside, and until when it is carried out."""
    if outcome.kind not in DECISIONS:
        return []
    keys = [key for key, part in (("outcome-body", "body"), ("outcome-carried-by", "date")) if arguments[part]]
    return [texts.say(language, key, arguments) for key in keys]


def _part(language: str, part: str, case: Case, outcome: Outcome) -> str:
    """Return the key of one part of an answer, as its outcome or its kind has it."""
    if part == "work" and outcome.kind is OutcomeKind.PROMISED:
        return "outcome-plan"
    key = f"outcome-{part}"
    own = texts.of_kind(language, key, outcome.kind)
    return own if own != key else texts.of_kind(language, key, case.kind)


async def _proposer(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return who has proposed something: by name only where they said that their name may be known."""
    petition = await uow.get(Petition, case.petition_id)
    if petition is not None and petition.naming is Naming.OPEN and petition.name:
        return petition.name
    return texts.say(language, "proposer-unnamed", {"place": place_label(uow, case, language)})


def timeline(uow: UnitOfWork, case: Case, language: str, events: Sequence[Event], *, staff: bool = False) -> list[str]:
    """Return a line for each of the newest events that has words, oldest first: the day, and what happened.

    With `staff` an event is put as its officers read it, where that differs from the words to the resident.
    """
    lines: list[tuple[str, Counter[FileKind]]] = []
    added: Counter[FileKind] = Counter()
    for event in events:
        files = Counter({FileKind(kind): len(ids) for kind, ids in event.data.get("files", {}).items()})
        if event.kind == "more_files":
            added.update(files)
        elif event.kind in _ADDED:
            added = files
        key = f"event-{event.kind}"
        if staff and texts.has(language, f"{key}-staff"):
            key = f"{key}-staff"
        if texts.has(language, key):
            what = texts.say(language, key, _arguments(uow, case, language, event))
            what = _acting(uow, case, language, event, _passed_on(uow, language, event, what))
            lines.append(
                (texts.say(language, "timeline-line", {"date": day(uow, language, event.at), "what": what}), files)
            )
    return [f"{line} {in_short(files)}".rstrip() for line, files in lines[-MOST_EVENTS:]]


def _acting(uow: UnitOfWork, case: Case, language: str, event: Event, what: str) -> str:
    """Return what happened, and in whose stead somebody did it."""
    unit_id = event.data["unit"] if "part" in event.data else case.unit_id
    away = uow.staff.title(event.data.get("acting_for"), language, unit_id)
    return texts.say(language, "event-acting", {"what": what, "person": away}) if away else what


def _passed_on(uow: UnitOfWork, language: str, event: Event, what: str) -> str:
    """Return what happened, and by whom a resident's word was passed on where it was."""
    if event.role != Relation.AGENT:
        return what
    by = uow.staff.title(event.actor_id, language)
    key = "event-passed-on" if by else "event-passed-on-unnamed"
    return texts.say(language, key, {"what": what, "person": by})


def _arguments(uow: UnitOfWork, case: Case, language: str, event: Event) -> dict[str, Any]:
    """Return what a timeline text may name: the event's own data with moments as days, and who acted, by title."""
    arguments: dict[str, Any] = {
        "person": uow.staff.title(event.actor_id, language, case.unit_id) or texts.plain(language, "nobody-yet"),
        "unit": unit_label(uow, case, language),
        **dict.fromkeys(_WORDS, ""),
        **{name: _short(value) for name, value in event.data.items()},
    }
    for name in ("to", "was"):
        if value := event.data.get(name):
            arguments[name] = kind_label(language, PetitionKind(value))
    arguments["relation"] = relative_label(language, event.data.get("relation"))
    if verdict := event.data.get("verdict"):
        arguments["verdict"] = texts.plain(language, f"verdict-{verdict}")
    if event.kind == "detail":
        arguments |= _detail(language, event.data["question"], event.data["answer"])
    if level := event.data.get("level"):
        arguments["body"] = body_label(language, level)
    for name in ("how", "instance"):
        if value := event.data.get(name):
            arguments[name] = texts.plain(language, f"{name}-{value}")
    if event.kind == "rung_passed":
        arguments |= post_words(uow, case, language, event.data["post"], event.data["of"])
        arguments["gap"] = "vacant" if event.data["vacant"] else "away"
    if isinstance(event.data.get("people"), list):
        titles = [uow.staff.title(each, language, case.unit_id) for each in event.data["people"]]
        known = [title for title in titles if title]
        arguments["people"] = texts.plain(language, "people-and").join(known) or texts.plain(language, "nobody-yet")
    if naming := event.data.get("naming"):
        arguments["words"] = texts.plain(language, f"naming-{naming}")
    if "unit" in event.data:
        # None where the intake office has to find one.
        unit = uow.org.units.get(event.data["unit"])
        arguments["unit"] = unit.label(language) if unit is not None else texts.plain(language, "intake-office")
    if meeting := event.data.get("meeting"):
        arguments["meeting"] = texts.plain(language, f"meeting-{meeting}")
    for name in _MOMENTS:
        if value := arguments.get(name):
            arguments[name] = day(uow, language, datetime.fromisoformat(value))
    return arguments


def _short(value: Any) -> Any:
    return summary(unmarked(value), MOST_WORDS) if isinstance(value, str) else value
