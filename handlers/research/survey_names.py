"""Who answered what in a survey with names: opened for a recorded reason, read person by person or as a file."""

from collections.abc import Mapping
from typing import Final

import msgspec

from casework.actions import survey_names
from casework.files import File
from casework.surveys.model import Ask, QuestionKind, Survey, asks
from casework.surveys.named import Respondent
from casework.words import summary
from handlers.button_data import number_of
from handlers.media import enclosed
from handlers.messages import Button, Outgoing
from handlers.notices import Renderer, Scene, View
from handlers.research.survey_words import given, place_label, places, team_label
from handlers.router import Command
from handlers.steps import Flow, FreeText
from handlers.talk import Talk, rows

_LONGEST: Final = 200
_QUESTION: Final = 60
_ANSWER: Final = 120


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A survey, and why somebody reads who answered what."""

    survey_id: int = 0
    why: str = ""


async def begin(talk: Talk, survey_id: int) -> None:
    """Ask what the names are needed for, where the person may read them."""
    await survey_names.refuse_names(talk.uow, survey_id, talk.person.id)
    await OPEN.start(talk, Opening(survey_id=survey_id))


async def _opened(talk: Talk, data: Opening) -> None:
    survey = await survey_names.refuse_names(talk.uow, data.survey_id, talk.person.id)
    people = await talk.uow.survey_people(survey.id, 0, 2)
    line = await survey_names.open_names(talk.uow, survey.id, talk.person.id, data.why)
    await _show(talk, survey, people, line.id, 0)


OPEN: Final = Flow(
    "research-names", Opening, [FreeText("why", "survey-ask-names-why", "why", _LONGEST, cancel=True)], _opened
)
FLOWS: Final = (OPEN,)


async def turn(talk: Talk, words: str) -> None:
    """Show the next person, or the one before: "LOOK.START", as the buttons carry it."""
    look, _, start = words.partition(".")
    look_id, at = number_of(look) or 0, number_of(start) or 0
    survey, people = await survey_names.page(talk.uow, look_id, talk.person.id, at, 2)
    await _show(talk, survey, people, look_id, at)


async def file(talk: Talk, words: str) -> None:
    """Ask for all of it as a file."""
    survey = await survey_names.ask_file(talk.uow, number_of(words) or 0, talk.person.id)
    talk.answer("survey-names-coming", title=survey.title)


async def _show(talk: Talk, survey: Survey, people: list[Respondent], look_id: int, at: int) -> None:
    """Show one person, with their photos; `people` holds the next one, too, where there is one."""
    if not people:
        talk.answer("survey-names-none")
        return
    own, language = people[0], talk.language
    head = talk.say("survey-names-person", number=str(at + 1), who=" · ".join(_who(talk, survey, own)))
    answers = zip(survey.questions, given(survey, own, language), strict=True)
    lines = [f"{summary(question.text, _QUESTION)}: {summary(words, _ANSWER)}" for question, words in answers]
    buttons: list[Button] = []
    if at:
        buttons.append(talk.button("survey-button-before", f"m.survey_people.{look_id}.{at - 1}"))
    if len(people) > 1:
        buttons.append(talk.button("survey-button-next", f"m.survey_people.{look_id}.{at + 1}"))
    as_file = talk.button("survey-button-names-file", f"m.survey_people_file.{look_id}")
    talk.reply("\n".join((head, *lines)), (*rows(buttons, 2), (as_file,)))
    photos = [int(own.answers[ask.number]) for ask in asks(survey) if _is_photo(ask) and own.answers.get(ask.number)]
    for shown in map(enclosed, await talk.uow.get_all(File, photos)):
        if shown is not None:
            talk.outgoing.append(Outgoing(talk.incoming.chat, survey.title, file=shown))


def _who(talk: Talk, survey: Survey, own: Respondent) -> list[str]:
    """Return the name of somebody, with their place and group where the survey has asked for them."""
    who = [own.name or talk.say("survey-no-name")]
    if places(talk.uow.org, survey):
        who.append(place_label(talk.uow.org, own.area_id, talk.language))
    if survey.groups:
        who.append(team_label(survey, own.team, talk.language))
    return who


def _is_photo(ask: Ask) -> bool:
    return ask.question.kind is QuestionKind.PHOTO


async def _made(scene: Scene) -> View:
    """The file, for whoever asked for it."""
    args = scene.notice.args
    survey, made = await scene.uow.get(Survey, args["survey"]), await scene.uow.get(File, args["file"])
    title = survey.title if survey is not None else ""
    return View(scene.say("notice-survey_names", title=title), file=enclosed(made) if made is not None else None)


COMMANDS: Final[Mapping[str, Command]] = {"survey_people": turn, "survey_people_file": file}
RENDERERS: Final[Mapping[str, Renderer]] = {survey_names.NAMES: _made}
