"""The questions of a category that come after filing, one at a time, and what all steps after filing share.

They may stand open for days, so each takes nothing but an answer: all else goes where it would have gone without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import details
from casework.category_questions import AnswerKind, Question
from casework.errors import NotYours
from casework.files import File
from casework.numbers import looks_like_number
from casework.petitions import Case
from casework.short_answers import a_few_words, is_number, says_nothing, yes_or_no
from casework.since import is_since
from casework.words import clean
from handlers.button_data import choice_of
from handlers.case_words import answer_label
from handlers.media import brings_files, take
from handlers.messages import Button, Incoming, Kind
from handlers.resident.about import small_talk_kind
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
        buttons.append(skip_button(talk, self.id))
        talk.reply(talk.say(f"ask-{self.id}"), rows(buttons, 2))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Record the answer; skipping and "I don't know" record none."""
        case = await case_of(talk, data)
        if self.question.photos and brings_files(incoming):
            caption(case, incoming)
            said = take(talk, incoming)
            if not said:
                raise More(data)
            await self._record(talk, data, said.words, said.files)
            return msgspec.structs.replace(data, album=said.album)
        if incoming.kind is not Kind.TAP:
            words = self._read(talk, case, typed(talk, incoming))
        elif (words := choice_of(incoming)) not in {SKIP, *self.question.values}:
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
        if says_nothing(words):
            return SKIP
        if looks_like_number(words):
            raise SomethingElse
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


def skip_button(talk: Talk, step: str) -> Button:
    """Return the button that leads past a step."""
    return talk.button("button-skip", choice_data(talk, step, SKIP))


def typed(talk: Talk, incoming: Incoming) -> str:
    """Return the words of a message. Raises Mistake for none, SomethingElse for more than an answer has, or for less:
    a greeting, or thanks.
    """
    words = clean(incoming.text)
    if incoming.kind is Kind.UNSUPPORTED and not words:
        raise Mistake("mistake-words")
    if incoming.kind is not Kind.TEXT or not words or len(words) > _LONGEST:
        raise SomethingElse
    if small_talk_kind(talk.language, words):
        raise SomethingElse
    return words


def caption(case: Case, incoming: Incoming) -> str:
    """Return the words to a photo; "" for none. Raises SomethingElse where they are a matter of their own."""
    words = clean(incoming.text)
    if words and not a_few_words(words, case.category):
        raise SomethingElse
    return words


async def case_of(talk: Talk, data: After) -> Case:
    """Return the case that is asked about. Raises NotYours where it is gone."""
    case = await talk.uow.get(Case, data.case)
    if case is None:
        raise NotYours
    return case
