"""The path of a case and what else can be done, in words that an old person understands."""

from collections.abc import Sequence
from datetime import date

from casework.actions.filing import Filed
from casework.remedies import Remedy, Way, remedies
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.dates import word_day


def path_line(language: str, path: str) -> str:
    """Return how a case of this path goes on: what is done, and how it ends."""
    return texts.plain(language, f"path-{path}")


def remedy_lines(language: str, found: Sequence[Remedy], today: date) -> list[str]:
    """Return the other remedies with their last days, and that no petition stops them; nothing for none."""
    if not found:
        return []
    return [texts.plain(language, "remedies-head"), *(_line(language, each, today) for each in found)]


def first_day_lines(uow: UnitOfWork, language: str, filed: Filed) -> list[str]:
    """Return what else can be done about what an authority has decided: those limits run from the day one knew of it,
    whoever accepts the case when. Arbitration is told of where its day is asked for.
    """
    today, limits = uow.rules.calendar.day(uow.now), uow.rules.profile.remedies
    found = [
        each
        for case in filed.cases
        for each in remedies(case.kind, case.category, case.text or filed.petition.text, case.details, limits, today)
        if each.way is not Way.ARBITRATION
    ]
    return remedy_lines(language, list(dict.fromkeys(found)), today)


def _line(language: str, remedy: Remedy, today: date) -> str:
    if remedy.until is not None:
        return texts.say(
            language, f"remedy-{remedy.way.value}-until", {"date": word_day(language, remedy.until, today)}
        )
    return texts.say(language, f"remedy-{remedy.way.value}", {"count": remedy.count})
