"""A survey in words: its card for those who see it, and what residents are promised before the first question."""

from itertools import groupby

from casework.areas import Area
from casework.organisation import Organisation
from casework.surveys.model import BLANK, YES, Ask, QuestionKind, Survey, SurveyState, asks
from casework.surveys.named import Respondent, reader
from casework.surveys.results import Block, Shown
from casework.surveys.rights import may_approve
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.messages import Button, Rows
from handlers.talk import Talk, rows


def area(uow: UnitOfWork, survey: Survey, language: str) -> str:
    """Return the name of a survey's area."""
    return case_words.area_name(uow, survey.area_id, language)


def last_day(uow: UnitOfWork, survey: Survey, language: str) -> str:
    """Return the last day of a survey; "" while it has none."""
    return case_words.day(uow, language, survey.closes_at) if survey.closes_at is not None else ""


def promise(survey: Survey, language: str) -> str:
    """Return what becomes of the answers: said before the first question, and held as it was said."""
    kind = "anonymous" if survey.anonymous else "names" if survey.tells_names else "named"
    return texts.plain(language, f"survey-promise-{kind}")


def places(org: Organisation, survey: Survey) -> list[Area]:
    """Return the places that the survey tells apart: those right below its own."""
    found = (each for each in org.areas.values() if each.parent_id == survey.area_id and each.active)
    return sorted(found, key=lambda area: area.id)


def place_label(org: Organisation, area_id: int | None, language: str) -> str:
    """Return the name of a place that the survey tells apart, or that of everywhere else."""
    area = org.areas.get(area_id) if area_id is not None else None
    return area.label(language) if area is not None else texts.plain(language, "survey-elsewhere")


def team_label(survey: Survey, number: int | None, language: str) -> str:
    """Return the name of a group of the survey, or that of none of them."""
    return survey.groups[number] if number is not None else texts.plain(language, "survey-no-team")


def given(survey: Survey, person: Respondent, language: str) -> list[str]:
    """Return what one person has answered, in words: one text a question."""
    by_question = groupby(asks(survey), key=lambda ask: ask.position)
    return [_given(list(its), person, language) for _, its in by_question]


def _given(its: list[Ask], person: Respondent, language: str) -> str:
    question = its[0].question
    values = [person.answers.get(ask.number, BLANK) for ask in its]
    if not any(values):
        return texts.plain(language, "survey-blank")
    if question.kind is QuestionKind.SEVERAL:
        chosen = [option for option, value in zip(question.options, values, strict=True) if value == YES]
        return " / ".join(chosen) or texts.plain(language, "survey-none-of-these")
    if question.kind is QuestionKind.PHOTO:
        return texts.plain(language, "survey-kind-photo")
    return question.options[int(values[0])] if question.options else values[0]


def button(talk: Talk, key: str, verb: str, survey: Survey) -> Button:
    """Return a button that does something with a survey."""
    return talk.button(key, f"m.surveys.{verb}.{survey.id}")


def option_label(each: Shown, block: Block[int], language: str) -> str:
    """Return the words for values of an ask that are counted as one."""
    return " / ".join(_value(each, at, language) for at in block)


def _value(each: Shown, at: int, language: str) -> str:
    value, question = each.values[at], each.ask.question
    if not value:
        return texts.plain(language, "survey-blank")
    if each.ask.option is not None:
        return texts.plain(language, f"survey-{value}")
    if question.kind is QuestionKind.NUMBER:
        return texts.say(language, "survey-range", {"low": value, "high": f"{float(value) + each.step:g}"})
    return question.options[int(value)] if question.options else value


def show(talk: Talk, survey: Survey) -> None:
    """Show a survey as it is written, with what the reader may do."""
    lines = [
        talk.say(
            "survey-card",
            title=survey.title,
            place=area(talk.uow, survey, talk.language),
            state=talk.say(f"survey-state-{survey.state}"),
            how=talk.say("survey-anonymous" if survey.anonymous else "survey-named"),
        )
    ]
    if survey.groups:
        lines.append(talk.say("survey-groups", groups=" / ".join(survey.groups)))
    for number, question in enumerate(survey.questions, 1):
        kind = talk.say(f"survey-kind-{question.kind}")
        lines.append(talk.say("survey-line", number=str(number), kind=kind, text=question.text))
        if question.options:
            lines.append(talk.say("survey-options", options=" / ".join(question.options)))
    if survey.closes_at is not None:
        lines.append(talk.say("survey-until", date=last_day(talk.uow, survey, talk.language)))
    if survey.public and survey.approved_by is None:
        lines.append(talk.say("survey-goes-public"))
    if survey.returned:
        lines.append(talk.say("survey-why", why=survey.returned))
    talk.reply("\n".join(lines), _buttons(talk, survey))


def _buttons(talk: Talk, survey: Survey) -> Rows:
    own = survey.author_id == talk.person.id
    approves = may_approve(talk.uow.staff, talk.uow.org, talk.person.id, survey)
    found: list[tuple[str, str]] = []
    if survey.state is SurveyState.DRAFT and own:
        found.append(("survey-button-question", "question"))
        if survey.questions:
            found += [("survey-button-unask", "unask"), ("survey-button-hand-in", "hand_in")]
        found.append(("survey-button-drop", "drop"))
    elif survey.state is SurveyState.WAITING and approves:
        found += [("survey-button-approve", "approve"), ("survey-button-return", "return")]
    elif survey.state is SurveyState.CLOSED:
        found.append(("survey-button-results", "results"))
        if any(question.kind is QuestionKind.PHOTO for question in survey.questions):
            found.append(("survey-button-photos", "photos"))
        if reader(talk.uow.staff, talk.uow.org, talk.person.id, survey) is not None:
            found.append(("survey-button-names", "names"))
    return rows([button(talk, key, verb, survey) for key, verb in found], 2)
