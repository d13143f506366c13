"""Writing a survey, and letting it go out by the word of a second person."""

from collections.abc import Sequence
from datetime import datetime

from casework.actions.broadcasting import refuse_named
from casework.actions.files import AT_ONCE, keep_made
from casework.actions.telling import tell
from casework.errors import NotYours, Refused
from casework.files import File, FileKind, FileState, Job, Kept
from casework.notices import Urgency
from casework.replacing import replace
from casework.surveys.answers import MOST_QUESTIONS, problem_of, unfit
from casework.surveys.model import LEAST, Question, QuestionKind, Survey, SurveyState, asks
from casework.surveys.rights import approvers, may_approve, may_see, may_write
from casework.unit_of_work import UnitOfWork

RESULTS = "survey_results"
"""The kind of the job that puts the results together: its subject is the survey."""

_NAME = "survey.csv"
_MOST_PHOTOS = 200


async def write(
    uow: UnitOfWork,
    by: int,
    area_id: int,
    title: str,
    *,
    anonymous: bool,
    groups: Sequence[str] = (),
    public: bool = False,
) -> Survey:
    """Begin a survey among the residents of an area. Raises Refused("survey-area") where one has no post over it, and
    as `refuse_named` does of its title where it is `public`.
    """
    refuse_named({"title": title}, public=public)
    area = uow.org.areas.get(area_id)
    if area is None or not may_write(uow.staff, uow.org, by, area_id):
        raise Refused("survey-area")
    survey = Survey(
        id=uow.new_id(),
        area_id=area.id,
        area_path=area.path,
        title=title,
        anonymous=anonymous,
        questions=(),
        groups=tuple(groups),
        author_id=by,
        created_at=uow.now,
        closes_at=None,
        epoch_at=uow.now,
        public=public,
    )
    uow.put(survey)
    return survey


async def add_question(uow: UnitOfWork, survey_id: int, by: int, question: Question) -> Survey:
    """Add a question to one's survey. Raises Refused with the code of what is wrong with it."""
    survey = await own_draft(uow, survey_id, by)
    problem = problem_of(question, anonymous=survey.anonymous)
    if len(survey.questions) >= MOST_QUESTIONS:
        problem = "survey-many-questions"
    if problem:
        raise Refused(problem)
    survey = replace(survey, questions=(*survey.questions, question))
    uow.put(survey)
    return survey


async def drop_question(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Take the last question out of one's survey again."""
    survey = await own_draft(uow, survey_id, by)
    survey = replace(survey, questions=survey.questions[:-1])
    uow.put(survey)
    return survey


async def drop(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Throw one's survey away, before it has gone out."""
    survey = await own_draft(uow, survey_id, by)
    survey = anew(uow, survey, SurveyState.DROPPED)
    uow.put(survey)
    return survey


async def hand_in(uow: UnitOfWork, survey_id: int, by: int, closes_at: datetime) -> Survey:
    """Hand one's survey in, to be open until `closes_at`: a second person has to approve it.

    Raises Refused with the code of what is missing, Refused("survey-nobody") where nobody could approve it.
    """
    survey = replace(await own_draft(uow, survey_id, by), closes_at=closes_at)
    problem = unfit(survey)
    asked = approvers(uow.staff, uow.org, survey)
    if problem or closes_at <= uow.now or not asked:
        raise Refused(problem or ("survey-no-day" if closes_at <= uow.now else "survey-nobody"))
    survey = replace(anew(uow, survey, SurveyState.WAITING), returned="")
    uow.put(survey)
    await ask_to_approve(uow, survey)
    return survey


async def ask_to_approve(uow: UnitOfWork, survey: Survey, *, again: bool = False) -> None:
    """Tell those who may approve a survey that it waits for them."""
    for person_id in approvers(uow.staff, uow.org, survey):
        await tell(uow, person_id, "survey_waits", Urgency.LIMIT, None, again, survey=survey.id)


async def approve(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Let a survey go out: its residents are asked from now on.

    Raises NotYours for its author and whoever has no post over its area, Refused("survey-state") where it does not
    wait, Refused("survey-no-day") where its last day is over by now.
    """
    survey = await _to_decide(uow, survey_id, by)
    if survey.closes_at is None or survey.closes_at <= uow.now:
        raise Refused("survey-no-day")
    survey = replace(anew(uow, survey, SurveyState.OPEN), approved_by=by, tells_names=not survey.anonymous)
    uow.put(survey)
    await tell(uow, survey.author_id, "survey_approved", Urgency.NOW, None, who=by, survey=survey.id)
    return survey


async def give_back(uow: UnitOfWork, survey_id: int, by: int, why: str) -> Survey:
    """Give a survey back to its author, who reads why; one that came from a file is put away.

    Raises as `approve` does.
    """
    survey = await _to_decide(uow, survey_id, by)
    state = SurveyState.DRAFT if survey.author_id is not None else SurveyState.DROPPED
    survey = replace(anew(uow, survey, state), returned=why, created_at=uow.now)
    uow.put(survey)
    await tell(uow, survey.author_id, "survey_returned", Urgency.NOW, None, who=by, survey=survey.id, why=why)
    return survey


async def ask_results(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Ask for the results as a file; a job makes it. Raises Refused("survey-runs") before the survey has closed."""
    survey = await seen(uow, survey_id, by)
    if survey.state is not SurveyState.CLOSED:
        raise Refused("survey-runs")
    uow.put(Job(uow.new_id(), RESULTS, survey.id, uow.now, AT_ONCE))
    return survey


async def results_made(uow: UnitOfWork, survey_id: int, table: Kept, pictures: Sequence[Kept], words: str) -> None:
    """Hand the results to the survey's author and to who approved it, as far as they still may see them: the pictures,
    then the table, with the `words` that the pictures could not carry.
    """
    survey = await uow.get(Survey, survey_id)
    if survey is None:
        return
    for person_id in dict.fromkeys((survey.author_id, survey.approved_by)):
        if person_id is None or not may_see(uow.staff, uow.org, person_id, survey):
            continue
        for number, picture in enumerate(pictures, 1):
            file = keep_made(uow, person_id, FileKind.PHOTO, picture)
            await tell(
                uow,
                person_id,
                "survey_picture",
                Urgency.NOW,
                survey=survey.id,
                file=file.id,
                page=number,
                pages=len(pictures),
            )
        file = keep_made(uow, person_id, FileKind.DOCUMENT, table, _NAME)
        await tell(uow, person_id, "survey_results", Urgency.NOW, survey=survey.id, file=file.id, words=words)


async def photos(uow: UnitOfWork, survey_id: int, by: int, most: int) -> list[File]:
    """Return the photos of a named survey that has closed, `most` of them; none where too few people have sent any.

    A finder. Raises NotYours, and Refused("survey-runs") for any other survey.
    """
    survey = await seen(uow, survey_id, by)
    if survey.state is not SurveyState.CLOSED or survey.anonymous:
        raise Refused("survey-runs")
    wanted = [ask.number for ask in asks(survey) if ask.question.kind is QuestionKind.PHOTO]
    ids = await uow.survey_photos(survey.id, wanted, _MOST_PHOTOS)
    files = [file for file in await uow.get_all(File, ids) if file.state is not FileState.LOST]
    # Of people: one who answers five questions with a photo each is still one.
    return files[:most] if len({file.person_id for file in files}) >= LEAST else []


async def own_draft(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Return one's own survey that is still being written. Raises NotYours, and Refused("survey-state")."""
    survey = await seen(uow, survey_id, by)
    if survey.author_id != by:
        raise NotYours
    if survey.state is not SurveyState.DRAFT:
        raise Refused("survey-state")
    return survey


async def seen(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    """Return a survey that somebody sees as it is written. Raises NotYours, also where there is none."""
    survey = await uow.get(Survey, survey_id)
    if survey is None or not may_see(uow.staff, uow.org, by, survey):
        raise NotYours
    return survey


async def _to_decide(uow: UnitOfWork, survey_id: int, by: int) -> Survey:
    survey = await seen(uow, survey_id, by)
    if not may_approve(uow.staff, uow.org, by, survey):
        raise NotYours
    if survey.state is not SurveyState.WAITING:
        raise Refused("survey-state")
    return survey


def anew(uow: UnitOfWork, survey: Survey, state: SurveyState) -> Survey:
    """Return the survey in another state, in which what is due begins afresh."""
    return replace(survey, state=state, epoch=survey.epoch + 1, epoch_at=uow.now, fired={})
