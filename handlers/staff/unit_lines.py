"""What a case's card says of units among themselves: what waits to be decided, who assists, who has raised it."""

from typing import Any

from casework import permissions
from casework.actions.part_ends import parts_of
from casework.parts import Part, serves
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.messages import Button


def unit_name(uow: UnitOfWork, language: str, unit_id: int | None) -> str:
    """Return a unit's name; the intake office's for none."""
    unit = uow.org.units.get(unit_id or 0)
    return unit.label(language) if unit is not None else texts.plain(language, "intake-office")


def part_words(uow: UnitOfWork, language: str, part: Part) -> dict[str, Any]:
    """Return what texts may name of a part itself."""
    return {
        "assisting": unit_name(uow, language, part.unit_id),
        "what": part.what,
        "date": case_words.day(uow, language, part.due_at),
        "days": case_words.days_left_words(uow, language, part.due_at),
        "result": part.result,
        "holder": uow.staff.title(part.cadre_id, language, part.unit_id) or texts.plain(language, "nobody-yet"),
        "standing": texts.plain(language, f"part-{part.state.value}"),
    }


def part_opener(uow: UnitOfWork, language: str, part: Part) -> Button:
    """Return the button that opens a part; its label names the unit."""
    return Button(texts.say(language, "staff-button-part", part_words(uow, language, part)), f"p.show.{part.id}")


async def lines(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the lines of a case's card: who has raised a difficulty, what a unit objects, and each part."""
    found = []
    if case.raised is not None:
        found.append(texts.say(language, "staff-card-raised", {"by": unit_name(uow, language, case.raised.unit_id)}))
    if case.objection is not None:
        key = "staff-card-disagreed" if case.objection.joint else "staff-card-objected"
        words = {"by": unit_name(uow, language, case.objection.unit_id), "why": case.objection.why}
        found.append(texts.say(language, key, words))
    for part in await parts_of(uow, case):
        key = "staff-part-line" if part.is_open else "staff-part-line-over"
        found.append(texts.say(language, key, part_words(uow, language, part)))
    return found


async def openers(uow: UnitOfWork, language: str, case: Case, person_id: int | None) -> list[Button]:
    """Return the buttons that open parts: one's own unit's; all of them for whoever could take them back."""
    if person_id is None or not case.assisting:
        return []
    all_of_them = bool(permissions.possible(uow.staff, uow.org, case, person_id, ["drop_unit"]))
    return [
        part_opener(uow, language, part)
        for part in await parts_of(uow, case)
        if all_of_them or serves(uow.staff, uow.org, part, person_id)
    ]
