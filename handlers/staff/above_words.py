"""What a card says of those above: what a supervisor wants, which leader answers for a case, its day on the list."""

from typing import Any

from casework.people import Role
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts


def press_facts(uow: UnitOfWork, language: str, case: Case) -> dict[str, Any]:
    """Return what the texts may name of a case's press; all "" where there is none."""
    press = case.press
    if press is None:
        return dict.fromkeys(("asks", "until", "above", "back", "found", "done", "ready"), "")
    return {
        "asks": press.words,
        "until": case_words.day(uow, language, press.until),
        "above": uow.staff.title(press.by, language) or texts.plain(language, "staff-above"),
        "back": press.back,
        "found": press.found,
        "done": press.done,
        "ready": case_words.day(uow, language, press.ready) if press.ready is not None else "",
    }


def press_lines(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the lines of a card that say what somebody above wants, and what the unit has answered."""
    if case.press is None:
        return []
    known = press_facts(uow, language, case)
    found = [texts.say(language, "staff-card-press", known)]
    if case.press.back:
        found.append(texts.say(language, "staff-card-press-back", known))
    if case.press.answered_at is not None:
        key = "staff-card-press-answer" if case.press.ready is None else "staff-card-press-answer-ready"
        found.append(texts.say(language, key, known))
    return found


def owner_lines(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the lines of a card that say which leader answers for a case, who is asked to, and its day on the list."""
    found = []
    if case.owner_id is not None:
        found.append(texts.say(language, "staff-card-owned", {"person": leader_label(uow, case.owner_id, language)}))
    if case.owner_asked is not None:
        asked = {"person": leader_label(uow, case.owner_asked, language)}
        found.append(texts.say(language, "staff-card-owner-asked", asked))
    if case.listed_until is not None:
        date = case_words.day(uow, language, case.listed_until)
        found.append(texts.say(language, "staff-card-listed", {"date": date}))
    return found


def leader_label(uow: UnitOfWork, person_id: int | None, language: str) -> str:
    """Return the title of a leader's post; "a leader" for one who holds none any more."""
    posts = uow.staff.of(person_id) if person_id is not None else []
    title = next((post.label(language) for post in posts if post.role is Role.LEADER), "")
    return title or texts.plain(language, "staff-a-leader")


def post_label(uow: UnitOfWork, language: str, vacancy: str) -> dict[str, str]:
    """Return a vacant post in words, as `casework.actions.climbing.VACANCY` names it: what it is, and of which unit."""
    role, _, unit_id = vacancy.partition(":")
    unit = uow.org.units.get(int(unit_id)) if unit_id else None
    where = unit.label(language) if unit is not None else uow.org.root.label(language) if uow.org.root else ""
    return {"post": texts.plain(language, f"post-{role}"), "where": where}
