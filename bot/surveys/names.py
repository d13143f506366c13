"""The job "survey_names": who answered what in a survey with names, as a table of one line a person."""

from typing import Final

from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work, nothing
from bot.surveys.results import Line, as_table
from casework.actions import survey_names
from casework.organisation import Organisation
from casework.people import Person
from casework.surveys.model import Survey
from casework.surveys.named import Respondent
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.research.survey_words import given, place_label, team_label
from storage.codec import from_micros
from storage.store import Store

_PAGE: Final = 2_000
"""People who are read at once: all of them, however many there are, by and by."""

_COLUMNS: Final = ("name", "by-place", "by-team")


def names_works(store: Store, vault: Vault) -> dict[str, Work]:
    """Return what makes the table, by the kind of the job: the subject is the line of the record that asks for it."""

    async def make(look_id: int) -> Verb:
        async with store.turn(from_micros(0)) as uow:
            line = await uow.name_look(look_id)
            survey = await uow.get(Survey, line.case_id) if line is not None else None
            asking = await uow.get(Person, line.actor_id) if line is not None and line.actor_id is not None else None
            if survey is None or asking is None or survey.anonymous:
                raise Hopeless("the survey, or who asked, is gone")
            people, org = await _all(uow, survey), uow.org
        table = await as_table(vault, lines(org, survey, people, asking.language))
        return lambda uow: survey_names.names_made(uow, look_id, table)

    return {survey_names.NAMES: Work(make, lambda look_id: nothing)}


async def _all(uow: UnitOfWork, survey: Survey) -> list[Respondent]:
    """Return everybody who has answered, a page at a time. Nobody joins meanwhile: the survey has closed."""
    people: list[Respondent] = []
    while page := await uow.survey_people(survey.id, len(people), _PAGE):
        people += page
    return people


def lines(org: Organisation, survey: Survey, people: list[Respondent], language: str) -> list[Line]:
    """Return who answered what as lines of a table, its head first."""
    head = (texts.plain(language, f"survey-csv-{each}") for each in _COLUMNS)
    found: list[Line] = [(*head, *(question.text for question in survey.questions))]
    for each in people:
        name = each.name or texts.plain(language, "survey-no-name")
        place, team = place_label(org, each.area_id, language), team_label(survey, each.team, language)
        found.append((name, place, team, *given(survey, each, language)))
    return found
