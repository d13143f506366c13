"""What may be said of a case to whoever stands behind it: in lists, in texts, on the button that opens it."""

from typing import Any, Final

from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import area_label, category_label, day, days_left_words, state_label, unit_label
from handlers.messages import Button
from handlers.talk import Talk

MOST_JOINED: Final = 10
"""Cases in the list of those that one has joined or signed."""


def facts(uow: UnitOfWork, language: str, case: Case) -> dict[str, Any]:
    """Return what texts may name of a case to whoever stands behind it: not its place as its resident called it."""
    return {
        "number": case.label,
        "category": category_label(language, case.category),
        "place": area_label(uow, case.area_id, language) or texts.plain(language, "place-unsaid"),
        "unit": unit_label(uow, case, language),
        "state": state_label(language, case),
        "date": day(uow, language, case.promise_at or case.limit_at),
        "left": days_left_words(uow, language, case.promise_at or case.limit_at),
        "people": case.people,
    }


def opener(language: str, case: Case) -> Button:
    """Return the button that opens a case."""
    return Button(texts.plain(language, "button-open"), f"c.show.{case.id}.{case.epoch}")


async def listed(talk: Talk) -> tuple[list[str], list[Button]]:
    """Return the lines and the buttons of what one has joined or signed, for the list of one's own; none for nothing.

    A case of a petition that was signed is signed, any other joined.
    """
    found = await talk.uow.cases_joined(talk.person.id, MOST_JOINED)
    if not found:
        return [], []
    lines = [talk.say("with-head", count=len(found))]
    lines += [talk.say("joined-line", **facts(talk.uow, talk.language, case)) for case in found]
    return lines, [Button(case.label, f"c.show.{case.id}.{case.epoch}") for case in found]
