"""A case as staff see it: the card with its buttons, the line in a list, and the timeline.

The resident is never named; what the resident wrote is shown to those who may see the case.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from casework import permissions
from casework.actions import naming
from casework.actions.ledger import state_of
from casework.disputes import can_object
from casework.kinds import PetitionKind
from casework.ledger import LedgerState
from casework.marks import flowing, unmarked
from casework.people import Person
from casework.petitions import Case, Held, State
from casework.pleas import Decision
from casework.relations import Relation, relations
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import case_words, reading, texts
from handlers.case_facts import CaseFacts, Way
from handlers.messages import Button, Rows
from handlers.not_accepted_words import doubt_line
from handlers.staff import care_lines, decisions, origin, unit_lines
from handlers.staff.above_words import owner_lines, press_lines
from handlers.talk import rows

MOST_WORDS: Final = 1200
"""Characters of a resident's words on a card; a button brings the rest. A message holds 4,096 in all."""
MOST_LINE: Final = 120
"""Characters of somebody's words in a line of a card."""
MOST_OPENERS: Final = 8

_BUTTONS: Final = (
    "see_upward",
    "call_back",
    "record_meeting",
    "record_other_side",
    "ask_other_side",
    "record_guardian",
    "record_help",
    "grant_extension",
    "refuse_extension",
    "grant_another",
    "refuse_another",
    "write_down",
    "answer_press",
    "accept_press",
    "return_press",
    "accept",
    "decline",
    "explain_late",
    "progress",
    "visit",
    "ask",
    "propose",
    "carry_out",
    "wait",
    "need_help",
    "hand_to",
    "end_hearing",
    "hand_over",
    "take_over",
    "set_date",
    "send_to_unit",
    "set_kind",
    "to_court",
    "not_court",
    "hand_up",
    "decide_outside",
    "to_discipline",
    "dismiss_doubt",
    "see_name",
    "decide_objection",
    "note",
)
"""The verbs that a card offers, in the order of their buttons; each is named like its text `staff-button-VERB`."""

_SELDOM: Final[tuple[str, ...]] = (
    *("press", "own", "decline_own", "propose_owner", "list", "unlist"),
    *("doubt", "not_accept", "ask_extension", "announce_meeting", "settle", "flag_hardship", "report_up", "step_aside"),
    *("object_to", "add_unit", "disagree", "raise_difficulty"),
    *("merge", "split", "begin_hearing", "ask_outside", "papers", "reset_pin", "offer_ledger", "take_out_ledger"),
)
"""The verbs that stand behind "More": a card is read on a phone, and most days need none of them."""


_RATHER: Final = "not_accept"
"""Who may decide that a case should not be accepted need not say that they doubt it."""


def names(uow: UnitOfWork, language: str, case: Case) -> dict[str, Any]:
    """Return by what a case is known in a list: number, category and place."""
    return {
        "number": case.label,
        "category": case_words.category_label(language, case.category),
        "place": case_words.place_label(uow, case, language),
    }


def facts(uow: UnitOfWork, language: str, case: Case) -> CaseFacts:
    """Return what the staff's texts may name of a case."""
    return CaseFacts(_FACTS, uow, language, case)


def line(uow: UnitOfWork, language: str, case: Case) -> str:
    """Return a case as one line of a list; it begins with the number, and says of which kind it is where that is no
    request, and that it is looked at again where it is.
    """
    key = "staff-line" if case.kind is PetitionKind.REQUEST else "staff-line-kind"
    shown = texts.say(language, key, facts(uow, language, case))
    again = case_words.instance_label(language, case)
    return f"{shown} · {again}" if again else shown


def opener(case: Case) -> Button:
    """Return the button that opens a case; its label is the number."""
    return Button(case.label, f"c.show.{case.id}.{case.epoch}")


def openers(cases: Sequence[Case]) -> Rows:
    """Return buttons for the first eight cases."""
    return rows([opener(case) for case in cases[:MOST_OPENERS]], 2)


def button(language: str, verb: str, case: Case, label: str = "") -> Button:
    """Return the button of a verb on a case, as it stands now; `label` names another text than the verb's own."""
    key = texts.of_kind(language, f"staff-button-{label or verb}", case.kind)
    return Button(texts.plain(language, key), f"c.{verb}.{case.id}.{case.epoch}")


def due(uow: UnitOfWork, language: str, case: Case) -> str:
    """Return how a case stands to its time: the days of its limit or promise, else its state."""
    if case.state is State.PROMISED and case.promise_at is not None:
        return case_words.days_left_words(uow, language, case.promise_at)
    if case.state in {State.WAITING, State.WORKING}:
        return case_words.days_left_words(uow, language, case.limit_at)
    return case_words.state_label(language, case)


def promised(uow: UnitOfWork, language: str, case: Case) -> str:
    """Return the day of a case's promise; "" where there is none."""
    return case_words.day(uow, language, case.promise_at) if case.promise_at is not None else ""


_FACTS: Final[Mapping[str, Way]] = {
    "number": lambda uow, language, case: case.label,
    "category": lambda uow, language, case: case_words.category_label(language, case.category),
    "place": lambda uow, language, case: case_words.place_label(uow, case, language),
    "kind": lambda uow, language, case: case_words.kind_label(language, case.kind),
    "unit": lambda uow, language, case: case_words.unit_label(uow, case, language),
    "person": lambda uow, language, case: case_words.cadre_label(uow, case, language),
    "left": due,
    "limit": lambda uow, language, case: case_words.day(uow, language, case.limit_at),
    "filed": lambda uow, language, case: case_words.day(uow, language, case.filed_at),
    "people": lambda uow, language, case: case.people,
    "state": lambda uow, language, case: case_words.state_label(language, case),
    "promised": promised,
    "time": lambda uow, language, case: case_words.clock(uow, case.visit_at) if case.visit_at is not None else "",
}
"""The day that is promised, and the time of a visit, are "" where there is none."""


def possible(
    uow: UnitOfWork, case: Case, person_id: int | None, among: Iterable[str] = permissions.ALLOWED
) -> set[str]:
    """Return the verbs, of all or `among` some, that make sense as buttons: what the person may do, without what is so
    already.
    """
    if person_id is None:
        return set()
    may = set(permissions.possible(uow.staff, uow.org, case, person_id, {*among, _RATHER}))
    if case.cadre_id == person_id:
        may.discard("take_over")
    if _RATHER in may:
        may.discard("doubt")
    if case.extension is not None and case.extension.decision is Decision.GRANTED:
        may.discard("set_date")
    if case.owner_id == person_id:
        may.discard("own")
    elif case.owner_id is not None:
        may.discard("propose_owner")
        if case.owner_asked != person_id:
            may.discard("own")
    if case.owner_asked != person_id:
        may.discard("decline_own")
    due_at = case.promise_at if case.state is State.PROMISED and case.promise_at is not None else case.limit_at
    if uow.now < due_at:
        may.discard("explain_late")
    if not can_object(uow.rules, case, uow.now):
        may.discard("object_to")
    return may.intersection(among)


async def card(
    uow: UnitOfWork, language: str, case: Case, person_id: int | None, *, more: bool = False
) -> tuple[str, Rows]:
    """Return the card of a case for one of its staff: number, category, place, words, limit; and the buttons.

    With `more` the buttons are those that are seldom needed, and the way back.
    """
    words = await reading.words_of(uow, case, person_id)
    text = "\n".join(await _lines(uow, language, case, person_id, words))
    may = await _offered(uow, case, person_id)
    seldom = [button(language, verb, case) for verb in _SELDOM if verb in may]
    if more:
        return text, rows([*seldom, button(language, "less", case)], 2)
    shown = [button(language, verb, case) for verb in _BUTTONS if verb in may]
    shown += await unit_lines.openers(uow, language, case, person_id)
    if len(words) > MOST_WORDS:
        shown.append(button(language, "full", case))
    if case.files:
        label = texts.say(language, "staff-button-files", {"count": case.files})
        shown.append(Button(label, f"c.files.{case.id}.{case.epoch}"))
    if person_id is not None and Relation.AGENT in relations(uow.staff, uow.org, case, person_id):
        shown.append(button(language, "speak", case))
    shown.append(button(language, "history", case))
    if seldom:
        shown.append(button(language, "more", case))
    return text, rows(shown, 2)


async def _lines(uow: UnitOfWork, language: str, case: Case, person_id: int | None, words: str) -> list[str]:
    """Return the lines of a card; `words` are what was written, as its reader may read it."""
    shown = flowing(words if len(words) <= MOST_WORDS else summary(words, MOST_WORDS))
    if not unmarked(words).strip():
        shown = f"{words}\n{case_words.summary_label(language, case)}"
    known = facts(uow, language, case)
    arguments = known | {"words": shown}
    lines = [texts.say(language, "staff-card", arguments)]
    if case.kind is not PetitionKind.REQUEST:
        lines.append(texts.say(language, "staff-card-kind", arguments))
    if case.cadre_id != person_id:
        key = "staff-card-with" if case.cadre_id is not None else "staff-card-nobody"
        lines.append(texts.say(language, key, arguments))
    lines += await origin.lines(uow, language, case, person_id)
    lines += decisions.lines(uow, language, case)
    lines += await decisions.receipt(uow, language, case, person_id)
    lines += await _with_others(uow, language, case)
    lines += _standing(uow, language, case, known)
    lines += await unit_lines.lines(uow, language, case)
    lines += [*press_lines(uow, language, case), *owner_lines(uow, language, case)]
    lines += await _told(uow, language, case, person_id)
    lines += await care_lines.lines(uow, language, case, person_id)
    resident = await uow.get(Person, case.resident_id)
    if case.is_open and resident is not None and resident.unreachable_at is not None:
        lines.append(texts.plain(language, "staff-card-unreachable"))
    return lines


async def _offered(uow: UnitOfWork, case: Case, person_id: int | None) -> set[str]:
    """Return what somebody may do with a case, without what would lead nowhere as it stands."""
    resident = await uow.get(Person, case.resident_id)
    may = possible(uow, case, person_id)
    if person_id is None or not await naming.can_see(uow, case, person_id):
        may.discard("see_name")
    if resident is None or not resident.pin_digest:
        may.discard("reset_pin")
    if may & {"offer_ledger", "take_out_ledger"}:
        entry = await state_of(uow, case)
        may.discard("offer_ledger" if entry is not None else "")
        may.discard("take_out_ledger" if entry is not LedgerState.PUBLISHED else "")
    return may


async def history(uow: UnitOfWork, language: str, case: Case, person_id: int) -> str:
    """Return why the case came here and its timeline, with what the resident is not shown, as somebody may read it."""
    lines = [texts.say(language, "staff-history", {"number": case.label})]
    why = f"staff-why-{case.assigned_why}"
    if case.assigned_why and texts.has(language, why):
        lines.append(texts.say(language, why, facts(uow, language, case)))
    events = await reading.events(uow, case, person_id, await uow.events_of(case.id, public=False))
    lines += case_words.timeline(uow, case, language, events, staff=True)
    lines += await decisions.replies(uow, language, case)
    if case.outcome is not None:
        lines += ["", await case_words.outcome_text(uow, case, language)]
    return "\n".join(lines)


async def _with_others(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the lines that say for how many people a case speaks, and with which others it was put together."""
    if case.merged_into is not None:
        master = await uow.get(Case, case.merged_into)
        return [texts.say(language, "staff-card-merged", {"number": master.label})] if master is not None else []
    lines = []
    if case.merged:
        numbers = " ".join(each.label for each in await uow.get_all(Case, case.merged))
        lines.append(texts.say(language, "staff-card-people-merged", {"people": case.people, "numbers": numbers}))
    elif case.people > 1:
        lines.append(texts.say(language, "staff-card-people", {"people": case.people}))
    if case.joint is not None:
        most = uow.rules.profile.together.representatives
        speakers = {"speakers": len(case.joint.representatives) + 1, "most": most}
        lines.append(texts.say(language, "staff-card-joint", speakers))
    if case.not_done:
        lines.append(texts.say(language, "staff-card-not-done", {"count": case.not_done}))
    return lines


def _standing(uow: UnitOfWork, language: str, case: Case, known: Mapping[str, Any]) -> list[str]:
    """Return the lines that say what is open: the limit, a question, a visit, a wait, a promise, why it is late; and
    that files did not arrive. `known` are the case's facts.
    """
    lines = []
    if case.state is State.WAITING:
        lines.append(texts.say(language, "staff-card-accept-by", known))
    elif case.state is State.WORKING:
        lines.append(texts.say(language, "staff-card-answer-by", known))
    elif case.state is State.PROMISED and case.promise_at is not None:
        lines.append(texts.say(language, "staff-card-promised", {"date": promised(uow, language, case)}))
    if case.files_lost:
        lines.append(texts.say(language, "staff-card-lost", {"count": case.files_lost}))
    lines += doubt_line(language, case)
    if not case.is_open:
        return lines
    if case.question:
        lines.append(texts.say(language, "staff-card-question", {"question": case.question}))
    if case.visit_at is not None and case.visit_at >= uow.now:
        visit = {"date": case_words.day(uow, language, case.visit_at), "time": case_words.clock(uow, case.visit_at)}
        lines.append(texts.say(language, "staff-card-visit", visit))
    if case.wait_until is not None and case.wait_until > uow.now:
        until = case_words.day(uow, language, case.wait_until)
        lines.append(texts.say(language, "staff-card-wait", {"date": until, "why": case.wait_why}))
    if case.late_why:
        lines.append(texts.say(language, "staff-card-late", {"why": case.late_why}))
    return lines


async def _told(uow: UnitOfWork, language: str, case: Case, person_id: int | None) -> list[str]:
    """Return the lines of what else is known: to whom it is written, what it follows, and what its resident added."""
    lines = []
    if case.held is Held.COURT and case.unit_id is None:
        lines.append(texts.plain(language, "staff-card-court"))
    if case.addressed:
        body = case_words.body_label(language, case.addressed)
        lines.append(texts.say(language, "staff-card-addressed", {"body": body}))
    if case.handed_up is not None:
        date = case_words.day(uow, language, case.handed_up.at)
        facts = {"body": case.handed_up.body, "date": date, "number": case.handed_up.number}
        lines.append(texts.say(language, "staff-card-handed-up", facts))
    if before := await reading.earlier(uow, case, person_id):
        lines.append(texts.say(language, "staff-card-earlier", {"words": summary(before, MOST_LINE)}))
    if added := await reading.details(uow, case, person_id):
        lines.append(texts.plain(language, "staff-card-details"))
        lines += [case_words.detail_line(language, each) for each in added]
    return lines
