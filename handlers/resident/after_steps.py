"""The questions that come after filing, one at a time: what the category asks, written before, and the name.

They may stand open for days, so each takes nothing but an answer: all else goes where it would have gone without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import details, earlier, naming
from casework.category_questions import AnswerKind, Question
from casework.errors import NotYours
from casework.files import File
from casework.numbers import looks_like_number, parse_number
from casework.petitions import Case, Naming
from casework.short_answers import a_few_words, is_number, is_unknown, who_in, yes_or_no
from casework.since import is_since
from casework.words import clean
from handlers.case_words import answer_label, category_label, day, outcome_text, state_label, unit_label
from handlers.media import brings_files, take
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Mistake, More, SomethingElse, choice_data
from handlers.talk import Talk, rows

SKIP: Final = "skip"
_LONGEST: Final = 300


class After(msgspec.Struct):
    """Which case is asked about, the ids of its questions, whether it was written before, and who may know the name.

    `album` is that of the files that were last an answer: what comes with them is no answer to the next question.
    Answers may be `passed_on` for somebody without a chat.
    """

    case: int = 0
    questions: tuple[str, ...] = ()
    earlier: bool = False
    naming: str = ""
    album: str = ""
    passed_on: bool = False


@dataclass(frozen=True)
class Asked:
    """One question of a category: answered by a button, by a few words, or by a photo where one tells it."""

    question: Question

    @property
    def id(self) -> str:
        """The question's own id."""
        return self.question.id

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question, with its choices and the way past it."""
        labels = [(value, answer_label(talk.language, self.id, value)) for value in self.question.values]
        buttons = [Button(label, choice_data(talk, self.id, value)) for value, label in labels]
        buttons.append(_skip(talk, self.id))
        talk.reply(talk.say(f"ask-{self.id}"), rows(buttons, 2))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Record the answer; skipping and "I don't know" record none."""
        if self.question.photos and brings_files(incoming):
            said = take(talk, incoming)
            if not said:
                raise More(data)
            await self._record(talk, data, said.words[:_LONGEST], said.files)
            return msgspec.structs.replace(data, album=said.album)
        words = _tapped(incoming) if incoming.kind is Kind.TAP else _typed(incoming)
        if incoming.kind is not Kind.TAP:
            words = self._read(talk, await _case(talk, data), words)
        elif words not in {SKIP, *self.question.values}:
            raise Mistake("mistake-choice")
        if words != SKIP:
            await self._record(talk, data, words)
        return data

    async def _record(self, talk: Talk, data: After, words: str, files: Sequence[File] = ()) -> None:
        case = await details.answer(talk.uow, data.case, talk.person.id, self.id, words, files)
        talk.added_to = case.id

    def wanted(self, data: After) -> bool:
        """Return whether the case's category asks it."""
        return self.id in data.questions

    def _read(self, talk: Talk, case: Case, words: str) -> str:
        """Return what is stored of typed words. Raises SomethingElse for what is no answer."""
        if is_unknown(words):
            return SKIP
        by_label = {answer_label(talk.language, self.id, value).casefold(): value for value in self.question.values}
        if found := by_label.get(words.casefold()):
            return found
        match self.question.kind:
            case AnswerKind.YES_NO:
                words = yes_or_no(words)
            case AnswerKind.CHOICE:
                words = ""
            case AnswerKind.NUMBER:
                words = words if is_number(words) else ""
            case AnswerKind.SINCE:
                words = words if is_since(words) else ""
            case AnswerKind.WORDS:
                words = words if a_few_words(words, case.category) else ""
        if not words:
            raise SomethingElse
        return words


@dataclass(frozen=True)
class WrittenBefore:
    """The question for an earlier petition: its number, here or elsewhere, a photo of the reply, or a few words."""

    id: str = "earlier"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question, with the way past it."""
        talk.reply(talk.say("ask-earlier"), ((_skip(talk, self.id),),))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Link what was written before, and show how it stood."""
        if incoming.kind is Kind.TAP:
            return data
        case = await _case(talk, data)
        photos = brings_files(incoming)
        words = clean(incoming.text)[:_LONGEST] if photos else _typed(incoming)
        if is_unknown(words):
            return data
        if looks_like_number(words) and parse_number(words) is None:
            raise Mistake("number-wrong")
        if not photos and not a_few_words(words, case.category):
            raise SomethingElse
        if parse_number(words) is None:
            words = details.with_marks(case, words, [each.kind for each in incoming.files])
        linked = await earlier.tell_earlier(talk.uow, case.id, talk.person.id, words)
        if photos:
            await details.add_files(talk.uow, case.id, talk.person.id, take(talk, incoming).files)
        talk.reply("\n".join(await _history(talk, linked)), case_id=case.id)
        return msgspec.structs.replace(data, album=incoming.album)

    def wanted(self, data: After) -> bool:
        """Return whether the writer has said that they wrote before."""
        return data.earlier


async def _history(talk: Talk, linked: earlier.Linked) -> list[str]:
    lines = [talk.say("earlier-noted")] if not linked.cases else []
    for case in linked.cases:
        facts = {
            "number": case.label,
            "category": category_label(talk.language, case.category),
            "date": day(talk.uow, talk.language, case.filed_at),
            "unit": unit_label(talk.uow, case, talk.language),
            "state": state_label(talk.language, case, resident=True),
        }
        lines.append(talk.say("earlier-found", **facts))
        if answer := await outcome_text(talk.uow, case, talk.language):
            lines.append(answer)
    if linked.another:
        lines.append(talk.say("earlier-another"))
    if linked.head_asked:
        lines.append(talk.say("earlier-head"))
    return lines


@dataclass(frozen=True)
class WhoMayKnow:
    """The question who may know the writer's name; the intake office alone, unless they say otherwise."""

    id: str = "naming"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question; the first answer is how it is without any."""
        buttons = [talk.button(f"naming-{each.value}", choice_data(talk, self.id, each.value)) for each in Naming]
        talk.reply(talk.say("ask-naming"), rows(buttons))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Note at once who may know: nothing may hang on whether a name follows."""
        if incoming.kind is Kind.TAP:
            value = _tapped(incoming)
        else:
            typed = _typed(incoming).casefold()
            value = next((each.value for each in Naming if typed == talk.say(f"naming-{each.value}").casefold()), "")
            if not value:
                raise SomethingElse
        if value not in set(Naming):
            raise Mistake("mistake-choice")
        await naming.set_naming(talk.uow, data.case, talk.person.id, Naming(value))
        return msgspec.structs.replace(data, naming=value)

    def wanted(self, data: After) -> bool:
        """Return that it is asked of whoever it is about: last, and never before filing."""
        return not data.passed_on


@dataclass(frozen=True)
class WhoYouAre:
    """The question for a name and a telephone number, either or both; not asked where nobody is to know."""

    id: str = "who"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question, with the way past it."""
        talk.reply(talk.say("ask-who"), ((_skip(talk, self.id),),))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Note what was given."""
        if incoming.kind is Kind.TAP:
            return data
        name, phone = who_in(_typed(incoming))
        if not name and not phone:
            raise SomethingElse
        await naming.introduce(talk.uow, data.case, talk.person.id, name=name, phone=phone)
        return data

    def wanted(self, data: After) -> bool:
        """Return whether somebody may know the name."""
        return data.naming in {Naming.INTAKE, Naming.OPEN}


def _skip(talk: Talk, step: str) -> Button:
    return talk.button("button-skip", choice_data(talk, step, SKIP))


def _tapped(incoming: Incoming) -> str:
    return incoming.data.rsplit(".", 1)[-1]


def _typed(incoming: Incoming) -> str:
    """Return the words of a message. Raises Mistake for none, SomethingElse for more than an answer has."""
    words = clean(incoming.text)
    if incoming.kind is Kind.UNSUPPORTED and not words:
        raise Mistake("mistake-words")
    if incoming.kind is not Kind.TEXT or not words or len(words) > _LONGEST:
        raise SomethingElse
    return words


async def _case(talk: Talk, data: After) -> Case:
    case = await talk.uow.get(Case, data.case)
    if case is None:
        raise NotYours
    return case
