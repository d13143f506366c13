"""Reading who answered what in a survey with names: for a reason, page by page or as a file, and never unrecorded.

Each reading is a line of the record, chained and sealed as those of cases are; its people learn of it by /mydata.
"""

from datetime import timedelta
from typing import Final

from casework.actions.files import AT_ONCE, keep_made
from casework.actions.naming import NAME_SEEN, OF_SURVEY
from casework.actions.surveys import seen
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.files import FileKind, Job, Kept
from casework.notices import Urgency
from casework.petitions import Event
from casework.surveys.model import Survey, SurveyState
from casework.surveys.named import Respondent, reader
from casework.unit_of_work import UnitOfWork

NAMES: Final = "survey_names"
"""The kind of the job that makes the file: its subject is the line of the record that says who asked for it."""

_NAME: Final = "answers.csv"


async def refuse_names(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Return a survey of which somebody may read who answered what.

    Raises NotYours for whoever may not, and Refused("survey-runs") before it has closed: nobody is to be talked into
    another answer.
    """
    survey = await seen(uow, survey_id, by)
    if reader(uow.staff, uow.org, by, survey) is None:
        raise NotYours
    if survey.state is not SurveyState.CLOSED:
        raise Refused("survey-runs")
    return survey


async def open_names(uow: UnitOfWork, survey_id: int, by: int, why: str, way: str = "chat") -> Event:
    """Record that somebody reads who answered what, and why; return the line, by which pages are opened for an hour
    (`names_minutes`). Raises as `refuse_names` does, and Refused("name-reason") without a reason.
    """
    survey = await refuse_names(uow, survey_id, by)
    post = reader(uow.staff, uow.org, by, survey)
    if not why.strip() or post is None:
        raise Refused("name-reason")
    data = {"why": why, OF_SURVEY: way, "of_unit": post.unit_id, "of_area": post.area_id}
    line = Event(uow.new_id(), survey.id, uow.now, by, post.role.value, NAME_SEEN, data, False, uow.channel)
    uow.put(line)
    return line


async def page(uow: UnitOfWork, look_id: int, by: int, start: int, most: int) -> tuple[Survey, list[Respondent]]:
    """Return the survey that was opened, and `most` of its people from the place `start` on. A finder.

    Raises NotYours for a line that is not one's own, Refused("survey-look-over") where it was opened too long ago, and
    as `refuse_names` does.
    """
    line = await _own(uow, look_id, by)
    survey = await refuse_names(uow, line.case_id, by)
    return survey, await uow.survey_people(survey.id, start, most)


async def ask_file(uow: UnitOfWork, look_id: int, by: int) -> Survey:
    """Ask for all of it as a file, which a job makes: a line of the record of its own. Raises as `page` does."""
    opened = await _own(uow, look_id, by)
    survey = await refuse_names(uow, opened.case_id, by)
    line = await open_names(uow, survey.id, by, str(opened.data["why"]), "file")
    uow.put(Job(uow.new_id(), NAMES, line.id, uow.now, AT_ONCE))
    return survey


async def names_made(uow: UnitOfWork, look_id: int, table: Kept) -> None:
    """Hand the file to whoever asked for it, if they still may read it."""
    line = await uow.name_look(look_id)
    survey = await uow.get(Survey, line.case_id) if line is not None else None
    if line is None or survey is None or line.actor_id is None:
        return
    if reader(uow.staff, uow.org, line.actor_id, survey) is not None:
        file = keep_made(uow, line.actor_id, FileKind.DOCUMENT, table, _NAME)
        await tell(uow, line.actor_id, "survey_names", Urgency.NOW, survey=survey.id, file=file.id)


async def _own(uow: UnitOfWork, look_id: int, by: int) -> Event:
    line = await uow.name_look(look_id)
    if line is None or line.actor_id != by:
        raise NotYours
    if uow.now - line.at > timedelta(minutes=uow.rules.profile.research.names_minutes):
        raise Refused("survey-look-over")
    return line
