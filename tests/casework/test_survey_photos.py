"""The photos of a named survey: shown where enough people have sent some, however many each of them has."""

from datetime import timedelta

import pytest

from casework.actions import surveys
from casework.errors import NotYours, Refused
from casework.files import File, FileKind, FileState
from casework.people import Role
from casework.surveys.model import LEAST, NamedAnswer, Question, QuestionKind, Survey, SurveyState, answer_key
from tests.casework.service import EAST, MONDAY, Service


def closed(service: Service, by: int, questions: int, *, anonymous: bool = False) -> Survey:
    asked = tuple(Question(QuestionKind.PHOTO, f"照片{at}") for at in range(questions))
    survey = Survey(
        900, EAST, "/1/2/", "水井", anonymous, asked, (), by, MONDAY, MONDAY + timedelta(days=1), MONDAY,
        state=SurveyState.CLOSED,
    )  # fmt: skip
    service.memory.add(survey)
    return survey


def sent(service: Service, survey: Survey, people: int) -> None:
    """Let so many people answer each question with a photo."""
    for person_id in [service.person() for _ in range(people)]:
        for number in range(len(survey.questions)):
            service.memory.ids += 1
            file = File(service.memory.ids, person_id, FileKind.PHOTO, 0, MONDAY, digest="a", state=FileState.KEPT)
            service.memory.add(file)
            key = answer_key(survey.id, person_id, number)
            service.memory.add(NamedAnswer(key, survey.id, person_id, number, str(file.id), None, None))


async def test_photos_of_few_people_are_not_shown_however_many_they_are() -> None:
    service = Service()
    leader = service.over(Role.LEADER, EAST)
    sent(service, closed(service, leader, questions=3), LEAST - 1)
    assert await service.do(surveys.photos, 900, leader, 20) == []


async def test_photos_of_enough_people_are_shown_so_many_at_once() -> None:
    service = Service()
    leader = service.over(Role.LEADER, EAST)
    sent(service, closed(service, leader, questions=3), LEAST)
    assert len(await service.do(surveys.photos, 900, leader, 20)) == 3 * LEAST
    assert len(await service.do(surveys.photos, 900, leader, 4)) == 4


async def test_strangers_and_anonymous_surveys_have_none() -> None:
    service = Service()
    leader = service.over(Role.LEADER, EAST)
    sent(service, closed(service, leader, questions=1, anonymous=True), LEAST)
    with pytest.raises(NotYours):
        await service.do(surveys.photos, 900, service.resident, 20)
    with pytest.raises(Refused, match="survey-runs"):
        await service.do(surveys.photos, 900, leader, 20)
