"""The job "survey_results": what may be shown of a closed survey, as pictures, and as a table that every office program
opens.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from bot.charts.drawing import Charts
from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work, nothing
from casework.actions import surveys
from casework.files import Kept
from casework.organisation import Organisation
from casework.people import Person
from casework.replacing import replace
from casework.surveys.model import LEAST, QuestionKind, Survey, SurveyState, asks
from casework.surveys.results import Block, Count, Shown, Table, may_list, shown
from handlers import texts
from handlers.research.survey_chart import pictures
from handlers.research.survey_words import option_label, place_label, places, team_label
from storage.codec import from_micros
from storage.dialects import Session
from storage.store import Store

_MOST_TEXTS: Final = 5000
_MIME: Final = "text/csv"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What an office program would calculate, did a cell begin with it: people could make it do things."""

_COLUMNS: Final = ("question", "answer", "by", "class", "people")

Line = tuple[str, ...]


def survey_works(store: Store, vault: Vault, charts: Charts) -> dict[str, Work]:
    """Return what makes results, by the kind of the job: the subject is the survey."""

    async def make(survey_id: int) -> Verb:
        async with store.turn(from_micros(0)) as uow:
            survey = await uow.get(Survey, survey_id)
            author = await uow.get(Person, survey.author_id or survey.approved_by or 0) if survey is not None else None
            org = uow.org
        if survey is None or survey.state is not SurveyState.CLOSED:
            raise Hopeless("the survey has not closed")
        language = author.language if author is not None else store.rules.languages[0]
        async with store.reading() as session:
            found = await _shown(session, org, survey)
            lines = await results(session, org, survey, found, language)
        area = org.areas.get(survey.area_id)
        place = org.place_label(area, language) if area is not None else ""
        pages: list[Kept] = []
        words: list[str] = []
        for picture in pictures(survey, found, place, store.rules.calendar, language):
            drawn = await charts.draw(picture)
            pages.append(await vault.keep(drawn.png))
            words += [drawn.words] if drawn.words else []
        table = await as_table(vault, lines)
        return lambda uow: surveys.results_made(uow, survey_id, table, pages, "\n\n".join(words))

    return {surveys.RESULTS: Work(make, lambda survey_id: nothing)}


async def _shown(session: Session, org: Organisation, survey: Survey) -> list[Shown]:
    counts = [Count(*row) for row in await session.rows("survey_counts", survey=survey.id)]
    return shown(survey, counts, [area.id for area in places(org, survey)])


async def results(
    session: Session, org: Organisation, survey: Survey, found: Sequence[Shown], language: str
) -> list[Line]:
    """Return the results of a survey as lines of a table, its head first: the figures `found`, and words."""
    lines: list[Line] = [tuple(texts.plain(language, f"survey-csv-{each}") for each in _COLUMNS)]
    for each in found:
        lines += _counted(org, survey, each, language)
    for ask in asks(survey):
        if ask.question.kind is QuestionKind.TEXT:
            rows = await session.rows("survey_values", survey=survey.id, ask=ask.number, most=_MOST_TEXTS)
            words, label = [row[0] for row in rows], texts.plain(language, "survey-csv-words")
            if may_list(words):
                lines += [(ask.question.text, each, label, "", "") for each in words]
    if len(lines) == 1:
        lines.append((texts.say(language, "survey-csv-few", {"least": LEAST}), "", "", "", ""))
    return lines


async def as_table(vault: Vault, lines: Sequence[Line]) -> Kept:
    """Keep a table as CSV, and return it."""
    return replace(await vault.keep(written(lines)), mime=_MIME)


def written(lines: Sequence[Line]) -> bytes:
    """Return a table as CSV in UTF-8, with the mark by which office programs know it."""
    table = io.StringIO(newline="")
    csv.writer(table).writerows([_safe(cell) for cell in line] for line in lines)
    return table.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _counted(org: Organisation, survey: Survey, each: Shown, language: str) -> Iterator[Line]:
    """Yield the figures of an ask: of everybody, by place, by group."""
    question = each.ask.question.text
    if each.ask.option is not None:
        question = f"{question} – {each.ask.question.options[each.ask.option]}"
    everybody = texts.plain(language, "survey-csv-all")
    yield question, "", everybody, "", str(each.people)
    for block, people in zip(each.options, each.counts, strict=True):
        yield question, option_label(each, block, language), everybody, "", str(people)

    def place(area_id: int | None) -> str:
        return place_label(org, area_id, language)

    def team(number: int | None) -> str:
        return team_label(survey, number, language)

    for table, key, name in ((each.places, "place", place), (each.teams, "team", team)):
        by = texts.plain(language, f"survey-csv-by-{key}")
        for block_of, cells in zip(*_parts(table), strict=True):
            label = " / ".join(name(one) for one in block_of)
            for block, people in zip(each.coarse, cells, strict=True):
                yield question, option_label(each, block, language), by, label, str(people)


def _parts(table: Table | None) -> tuple[Sequence[Block[int | None]], Sequence[Sequence[int]]]:
    return (table.classes, table.cells) if table is not None else ((), ())
