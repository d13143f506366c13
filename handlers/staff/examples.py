"""What was done about solved cases like one that a cadre has just accepted."""

from casework.actions.solved import solved_like
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import day, town_label


async def solved_words(uow: UnitOfWork, language: str, case: Case) -> str:
    """Return what was done about up to three cases like this one, a line each with township and day; "" for none."""
    found = await solved_like(uow, case)
    if not found:
        return ""
    lines = [texts.plain(language, "staff-solved-like")]
    for each in found:
        place, date = town_label(uow, each.case, language), day(uow, language, each.closed_at)
        lines.append(texts.say(language, "staff-solved-like-line", {"place": place, "date": date, "done": each.done}))
    return "\n".join(lines)
