"""Answering a survey: one thing at a time, left and gone on with at will.

What is answered in an anonymous survey is blanked in the history and in what came in as soon as it is put away, and is
not looked through for danger beside its person's name: whom to call is said instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec

from casework.actions import survey_answers
from casework.danger import suspect
from casework.errors import Refused
from casework.masking import mask
from casework.place_choice import NOTHING, Found
from casework.surveys.answers import LONGEST_ANSWER, LONGEST_NAME, is_no_name, number_in
from casework.surveys.model import BLANK, Ask, Guest, QuestionKind, Survey, asks
from casework.words import clean
from handlers.button_data import choice_of, number_of
from handlers.media import brings_files
from handlers.media import take as take_files
from handlers.messages import Button, Incoming, Kind
from handlers.place_step import says_more
from handlers.research import survey_words
from handlers.resident import danger
from handlers.steps import Flow, Mistake, More, SomethingElse, choice_data
from handlers.talk import Talk, rows

_ELSEWHERE: Final = "0"
_MOST_PLACES: Final = 12
_WIDE: Final = 5
_SURE: Final = "sure"


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """Which survey; whether name, place and group are still to be asked; when words were asked for (0 for not); and a
    line that does not look like the name that it may be.
    """

    survey_id: int = 0
    name: bool = False
    place: bool = False
    team: bool = False
    asked: float = 0
    doubted: str = ""


async def take(talk: Talk, survey_id: int) -> None:
    """Begin, or go on where it was left. What becomes of the answers is said first."""
    survey, guest = await survey_answers.begin(talk.uow, survey_id, talk.person.id)
    key = "survey-goes-on" if guest.step else "survey-begins"
    talk.answer(key, title=survey.title, count=len(asks(survey)), promise=survey_words.promise(survey, talk.language))
    fresh = not guest.step
    data = Taking(
        survey_id=survey.id,
        name=fresh and survey.tells_names and not guest.name,
        place=fresh and bool(survey_words.places(talk.uow.org, survey)),
        team=fresh and bool(survey.groups),
    )
    await TAKE.start(talk, data)


async def decline(talk: Talk, survey_id: int) -> None:
    """Note that somebody would rather not."""
    await survey_answers.decline(talk.uow, survey_id, talk.person.id)
    talk.answer("survey-declined")


async def _now(talk: Talk, data: Taking) -> tuple[Survey, Guest]:
    """Return the survey and how far its guest is; where it has ended, so does the flow."""
    try:
        return await survey_answers.begin(talk.uow, data.survey_id, talk.person.id)
    except Refused:
        talk.end()
        raise


def _typed(incoming: Incoming) -> str:
    return clean(incoming.text).casefold() if incoming.kind is Kind.TEXT else ""


def _refuse_matter(typed: str, found: Found = NOTHING) -> None:
    """Raise SomethingElse for words that say what is wrong, and not only where (`found`): no matter is held up by a
    question of a survey.
    """
    if says_more(typed, found):
        raise SomethingElse


@dataclass(frozen=True)
class Called:
    """What somebody wants to be called, where those who ask read who said what: typed, or not told.

    A line that is plainly no name, such as a question, is not put down as one before they have said so.
    """

    id: str = "name"

    async def ask(self, talk: Talk, data: Taking) -> None:
        """Put the question."""
        await _now(talk, data)
        talk.reply(talk.say("survey-name"), ((self._untold(talk),),))

    async def take(self, talk: Talk, data: Taking, incoming: Incoming) -> Taking:
        """Take the name. Raises Mistake for one that is too long, More where it is asked whether it is one."""
        survey, _ = await _now(talk, data)
        if incoming.kind is Kind.TAP:
            name = data.doubted if choice_of(incoming) == _SURE else ""
        else:
            name = self._typed(talk, data, incoming)
        await survey_answers.call(talk.uow, survey.id, talk.person.id, name)
        return msgspec.structs.replace(data, name=False, doubted="")

    def _typed(self, talk: Talk, data: Taking, incoming: Incoming) -> str:
        name = clean(incoming.text) if incoming.kind is Kind.TEXT else ""
        if not name:
            raise SomethingElse
        if len(name) > LONGEST_NAME:
            raise Mistake("mistake-long", limit=LONGEST_NAME)
        if is_no_name(name):
            sure = talk.button("survey-button-name", choice_data(talk, self.id, _SURE))
            talk.reply(talk.say("survey-name-sure", words=name), ((sure,), (self._untold(talk),)))
            raise More(msgspec.structs.replace(data, doubted=name))
        return name

    def _untold(self, talk: Talk) -> Button:
        return talk.button("survey-button-no-name", choice_data(talk, self.id, ""))

    def wanted(self, data: Taking) -> bool:
        """Return whether it is still to be asked."""
        return data.name


@dataclass(frozen=True)
class Where:
    """From which place somebody answers: a button, or its name typed."""

    id: str = "place"

    async def ask(self, talk: Talk, data: Taking) -> None:
        """Put the question."""
        survey, _ = await _now(talk, data)
        places = survey_words.places(talk.uow.org, survey)
        shown = places if len(places) <= _MOST_PLACES else []
        buttons = [Button(each.label(talk.language), choice_data(talk, self.id, str(each.id))) for each in shown]
        buttons.append(talk.button("survey-elsewhere", choice_data(talk, self.id, _ELSEWHERE)))
        talk.reply(talk.say("survey-where" if survey.anonymous else "survey-where-named"), rows(buttons, 2))

    async def take(self, talk: Talk, data: Taking, incoming: Incoming) -> Taking:
        """Take the place; of a village its township where those are told apart. Raises Mistake for one that is not
        known, SomethingElse for a matter of its own.
        """
        survey, _ = await _now(talk, data)
        tapped, typed = choice_of(incoming), _typed(incoming)
        places = {str(area.id): area for area in survey_words.places(talk.uow.org, survey)}
        area = places.get(tapped)
        if area is None and tapped != _ELSEWHERE:
            found = talk.uow.org.gazetteer.answer(typed) if typed else NOTHING
            _refuse_matter(typed, found)
            if found.area is None:
                talk.forget = survey.anonymous
                raise Mistake("survey-mistake-place" if typed else "mistake-choice")
            its = found.area
            area = next((each for each in places.values() if its.within(each)), None)
        talk.forget = survey.anonymous
        if area is not None:
            await survey_answers.come_from(talk.uow, survey.id, talk.person.id, area_id=area.id)
        return msgspec.structs.replace(data, place=False)

    def wanted(self, data: Taking) -> bool:
        """Return whether it is still to be asked."""
        return data.place


@dataclass(frozen=True)
class Team:
    """To which group somebody belongs."""

    id: str = "team"

    async def ask(self, talk: Talk, data: Taking) -> None:
        """Put the question."""
        survey, _ = await _now(talk, data)
        buttons = [Button(name, choice_data(talk, self.id, str(at))) for at, name in enumerate(survey.groups)]
        buttons.append(talk.button("survey-no-team", choice_data(talk, self.id, "")))
        talk.reply(talk.say("survey-team" if survey.anonymous else "survey-team-named"), rows(buttons))

    async def take(self, talk: Talk, data: Taking, incoming: Incoming) -> Taking:
        """Take the group. Raises Mistake for one that there is not, SomethingElse for a matter of its own."""
        survey, _ = await _now(talk, data)
        tapped, typed = choice_of(incoming), _typed(incoming)
        known = {name.casefold(): at for at, name in enumerate(survey.groups)}
        team = number_of(tapped, 2) if tapped else known.get(typed)
        if team is None and incoming.kind is not Kind.TAP:
            _refuse_matter(typed)
            talk.forget = survey.anonymous
            raise Mistake("mistake-choice")
        talk.forget = survey.anonymous
        if team is not None and team < len(survey.groups):
            await survey_answers.come_from(talk.uow, survey.id, talk.person.id, team=team)
        return msgspec.structs.replace(data, team=False)

    def wanted(self, data: Taking) -> bool:
        """Return whether it is still to be asked."""
        return data.team


@dataclass(frozen=True)
class Answers:
    """The questions of the survey, one after the other."""

    id: str = "answer"

    async def ask(self, talk: Talk, data: Taking) -> None:
        """Put the question at which the person is."""
        survey, guest = await _now(talk, data)
        found = asks(survey)
        ask = found[guest.step]
        text, buttons = _question(talk, ask)
        options = [Button(label, choice_data(talk, self.id, f"{ask.number}:{value}")) for value, label in buttons]
        skip = talk.button("survey-button-pass", choice_data(talk, self.id, f"{ask.number}:{BLANK}"))
        width = _WIDE if ask.question.kind is QuestionKind.SCALE else 2 if ask.option is not None else 1
        head = talk.say("survey-number", number=str(ask.number + 1), count=str(len(found)))
        talk.reply(f"{head} {text}", (*rows(options, width), (skip,)))
        talk.keep(msgspec.structs.replace(data, asked=talk.uow.now.timestamp()))

    async def take(self, talk: Talk, data: Taking, incoming: Incoming) -> Taking:
        """Put the answer away and put the next question. Raises SomethingElse for what is no answer."""
        survey, guest = await _now(talk, data)
        ask = asks(survey)[guest.step]
        talk.forget = talk.nameless = survey.anonymous
        try:
            value = self._value(talk, data, ask, incoming)
        except SomethingElse:
            talk.forget = talk.nameless = False
            raise
        if survey.anonymous and ask.question.kind is QuestionKind.TEXT and suspect(incoming.text) is not None:
            await danger.numbers_to_call(talk, "")
        guest = await survey_answers.answer(talk.uow, survey.id, talk.person.id, ask.number, value)
        if guest.done:
            return data
        await self.ask(talk, data)
        raise More(talk.data(Taking))

    def wanted(self, data: Taking) -> bool:
        """Return that there are questions: every survey has some."""
        return True

    def _value(self, talk: Talk, data: Taking, ask: Ask, incoming: Incoming) -> str:
        """Return an answer as it is kept."""
        if incoming.kind is Kind.TAP:
            number, _, value = choice_of(incoming).partition(":")
            if number != str(ask.number) or (value and value not in ask.choices):
                raise Mistake("survey-earlier-button")
            return value
        if ask.question.kind is QuestionKind.PHOTO and brings_files(incoming):
            said = take_files(talk, incoming, 1)
            if not said.files:
                raise Mistake("survey-mistake-photo")
            return str(said.files[0].id)
        typed = clean(incoming.text)
        late = talk.uow.now - datetime.fromtimestamp(data.asked, talk.uow.now.tzinfo) > timedelta(
            minutes=talk.uow.rules.profile.research.answer_minutes
        )
        if incoming.kind is not Kind.TEXT or not typed:
            raise SomethingElse
        if ask.question.kind is QuestionKind.TEXT and not late:
            if len(typed) > LONGEST_ANSWER:
                raise Mistake("mistake-long", limit=LONGEST_ANSWER)
            return mask(typed)
        if ask.question.kind is QuestionKind.NUMBER and (amount := number_in(typed)) is not None:
            return amount
        for at, (value, label) in enumerate(_question(talk, ask)[1], 1):
            if typed.casefold() in {str(at), label.casefold()}:
                return value
        raise SomethingElse


def _question(talk: Talk, ask: Ask) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return the words of an ask, and its values with their labels."""
    question = ask.question
    if ask.option is not None:
        text = talk.say("survey-several", question=question.text, option=question.options[ask.option])
        return text, [(each, talk.say(f"survey-{each}")) for each in ask.choices]
    if question.options:
        return question.text, [(each, question.options[int(each)]) for each in ask.choices]
    hint = talk.say(f"survey-hint-{question.kind}")
    return f"{question.text}\n{hint}", [(each, each) for each in ask.choices]


async def _thanks(talk: Talk, data: Taking) -> None:
    survey = await talk.uow.get(Survey, data.survey_id)
    if survey is None:
        return
    again = () if survey.anonymous else ((survey_words.button(talk, "survey-button-change", "take", survey),),)
    key = "survey-thanks-anonymous" if survey.anonymous else "survey-thanks-named"
    talk.reply(talk.say(key, date=survey_words.last_day(talk.uow, survey, talk.language)), again)


@dataclass(frozen=True)
class SurveyFlow(Flow[Taking]):
    """The flow of a survey: going back is going back by one question, where an answer can still be found."""

    async def back(self, talk: Talk) -> None:
        """Put the question before; in an anonymous survey say why there is no way back."""
        if talk.conversation.step != "answer":
            await super().back(talk)
            return
        data = talk.data(Taking)
        await survey_answers.step_back(talk.uow, data.survey_id, talk.person.id)
        await self.steps[-1].ask(talk, data)


TAKE: Final = SurveyFlow(
    "research-take", Taking, [Called(), Where(), Team(), Answers()], _thanks, cancelled="survey-put-aside"
)
