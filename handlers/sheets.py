"""A notice as a sheet of paper: what stands on it, in which order, in the resident's language.

What is on it follows from the notice alone, so that every copy says the same; the case gives number and matter. A name
stands on it only for whom it is for, and for whoever passes it on to them; never one of somebody anonymous.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from casework.masking import mask
from casework.papers import Paper, PaperKind
from casework.people import Person
from casework.permissions import speaks_for
from casework.petitions import Case, Naming, Petition
from casework.remedies import Remedy, Way
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import summary_label

_INSTANT: Final = timedelta.resolution


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper: head, number, title, whom it is for, paragraphs, who signs it, and the day."""

    language: str
    head: str
    number: str
    title: str
    to: str
    paragraphs: tuple[str, ...]
    signed: str
    date: str


async def sheet(uow: UnitOfWork, paper: Paper, case: Case, reader_id: int) -> Sheet:
    """Return a notice as one reader may have it on paper."""
    petition = await uow.get(Petition, case.petition_id)
    resident = await uow.get(Person, case.resident_id)
    language = resident.language if resident is not None else uow.rules.languages[0]
    named = speaks_for(uow, case, reader_id)
    unit = uow.org.units.get(paper.unit_id) if paper.unit_id is not None else None
    office = unit.label(language) if unit is not None else texts.plain(language, "intake-office")
    matter = summary_label(language, case)
    facts = {
        "number": case.label,
        "matter": matter if named else mask(matter),
        "filed": _day(uow, language, case.filed_at),
        "date": _day(uow, language, paper.at),
        "unit": office,
    }
    return Sheet(
        language=language,
        head=office,
        number=paper.number,
        title=texts.plain(language, f"sheet-title-{paper.kind.value}"),
        to=_to(language, petition, case, named=named),
        paragraphs=(*_body(uow, language, paper, facts), texts.say(language, "sheet-foot", facts)),
        signed=office,
        date=facts["date"],
    )


def _to(language: str, petition: Petition | None, case: Case, *, named: bool) -> str:
    name = petition.name if petition is not None and named and petition.naming is not Naming.ANONYMOUS else ""
    if name:
        return texts.say(language, "sheet-to-name", {"name": name})
    return texts.say(language, "sheet-to", {"number": case.label})


def _body(uow: UnitOfWork, language: str, paper: Paper, facts: dict[str, str]) -> list[str]:
    """Return the paragraphs of a notice of its kind."""

    def say(key: str, **more: object) -> str:
        return texts.say(language, key, {**facts, **more})

    def until(name: str) -> str:
        return _day(uow, language, datetime.fromisoformat(data[name]) - _INSTANT)

    data = paper.data
    match paper.kind:
        case PaperKind.REGISTRATION:
            days = uow.rules.profile.limits.register_days
            return [say("sheet-registration"), say("sheet-registration-then", count=days)]
        case PaperKind.ACCEPTANCE:
            lines = [
                say("sheet-acceptance"),
                say(f"sheet-path-{data['path']}"),
                say("sheet-until", until=until("until")),
            ]
            return lines + _remedies(language, data["remedies"])
        case PaperKind.NOT_ACCEPTED:
            article = texts.plain(language, f"no-article-{data['reason']}")
            why = say("sheet-why", words=data["words"])
            days = uow.rules.profile.times.reopen_days
            why_not = say(f"sheet-no-{data['reason']}", body=data["body"], article=article)
            return [why_not, why, say("sheet-ask-above", count=days)]
        case PaperKind.FORWARDED:
            return [say(f"sheet-{data['to']}", body=data["body"], when=until("when"))]
        case PaperKind.REPLY:
            return [say("sheet-reply"), *_stated(language, data, until("by") if data["by"] else "")]
        case PaperKind.EXTENSION:
            return [say("sheet-extension", until=until("until")), say("sheet-why", words=data["why"])]
        case PaperKind.REVIEW:
            return [say("sheet-review"), *(say("sheet-part", words=each) for each in data["parts"])]


def _stated(language: str, data: Mapping[str, Any], by: str) -> list[str]:
    """Return what a written answer states (articles 31 and 32); `by` is the day of a promise."""
    decision = texts.say(language, f"sheet-outcome-{data['outcome']}", {"body": data["body"], "date": by})
    lines = [texts.say(language, "sheet-decision", {"decision": decision})]
    parts = [part for part in ("found", "done", "basis") if data[part]]
    return lines + [texts.say(language, f"sheet-{part}", {"words": data[part]}) for part in parts]


def _remedies(language: str, kept: Sequence[Any]) -> list[str]:
    """Return other remedies as a notice has kept them, with the law of each."""
    found = [
        Remedy(Way(each["way"]), each["count"], date.fromisoformat(each["until"]) if each["until"] else None)
        for each in kept
    ]
    lines = [
        texts.say(
            language,
            f"sheet-remedy-{each.way.value}" + ("-until" if each.until is not None else ""),
            {"count": each.count, "date": _written(language, each.until) if each.until is not None else ""},
        )
        for each in found
    ]
    return [*lines, texts.plain(language, "sheet-remedies-run-on")] if lines else []


def _day(uow: UnitOfWork, language: str, moment: datetime) -> str:
    return _written(language, uow.rules.calendar.day(moment))


def _written(language: str, day: date) -> str:
    """Return a day as papers have it, with its year: "2026年3月2日"."""
    month = texts.plain(language, f"month-{day.month}")
    return texts.say(language, "sheet-day", {"year": str(day.year), "month": month, "day": str(day.day)})


def kind_title(language: str, paper: Paper) -> str:
    """Return what a notice is, in a few words."""
    return texts.plain(language, f"paper-{paper.kind.value}")
