"""A survey, its questions, and what is kept of those who take part.

An anonymous answer is a row that has no column for a person, a moment or a place in an order: see `Answer`. What is
known of a person is that they take part, and how far they are: see `Guest`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.petitions import Fired

LEAST: Final = 5
"""The fewest people of whom any figure speaks."""

SCALE: Final = ("1", "2", "3", "4", "5")
"""The values of a scale, from the worst to the best."""

YES: Final = "yes"
NO: Final = "no"
BLANK: Final = ""
"""The value of an ask that was passed over, or was not reached before the survey closed: so that all asks have been
put to the same people, and nobody learns of a few by subtracting.
"""


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one of its options
    SEVERAL = "several"  # any of its options: each is asked about with yes or no
    SCALE = "scale"  # 1 to 5
    NUMBER = "number"
    TEXT = "text"
    PHOTO = "photo"  # in named surveys alone: a picture shows who took it


WITH_OPTIONS: Final = frozenset({QuestionKind.SINGLE, QuestionKind.SEVERAL})


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, and what may be chosen (none where it is answered otherwise)."""

    kind: QuestionKind
    text: str
    options: tuple[str, ...] = ()


class SurveyState(StrEnum):
    """How far a survey is."""

    DRAFT = "draft"  # being written
    WAITING = "waiting"  # for the word of a second person
    OPEN = "open"
    CLOSED = "closed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey among the residents of `area_id` and all below it, whose path is `area_path`.

    `groups` are what people may belong to, in the author's words, for results by group; () asks for none. `author_id`
    is None where an administrator loaded it from a file. `asking` is the id of the last person who was asked, in the
    order of ids, None once all are; `reminding` the same for the one reminder. `returned` is why an approver gave it
    back. It ends at `closes_at`, 24:00 of its last day. `tells_names`: whoever takes part was told that those who ask
    read who said what, and gives a name; those that went out before that was said show it to nobody. One that is
    `public` is posted in the county's public channel, too, where everybody reads its title.
    """

    id: int
    area_id: int
    area_path: str
    title: str
    anonymous: bool
    questions: tuple[Question, ...]
    groups: tuple[str, ...]
    author_id: int | None
    created_at: datetime
    closes_at: datetime | None
    epoch_at: datetime
    state: SurveyState = SurveyState.DRAFT
    approved_by: int | None = None
    asking: int | None = 0
    reminding: int | None = 0
    returned: str = ""
    epoch: int = 0
    fired: Mapping[str, Fired] = field(default_factory=dict)
    version: int = 0
    tells_names: bool = False
    public: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act on it, or may answer it."""
        return self.state in {SurveyState.DRAFT, SurveyState.WAITING, SurveyState.OPEN}


@dataclass(frozen=True, slots=True)
class Guest:
    """That somebody takes part in a survey, and how far they are: `step` of its `asks` are behind them.

    This is what keeps "answered once", and lets it go on where it was left. `area_id` and `team` (the number of the
    group) are known only while the person is on the way: they are forgotten with the last answer, or when the survey
    ends. No answer stands here, in no survey. `name` is what they want to be called where it is read who said what, ""
    where they do not say, and in every anonymous survey.
    """

    key: str
    survey_id: int
    person_id: int
    step: int = 0
    area_id: int | None = None
    team: int | None = None
    done: bool = False
    declined: bool = False
    version: int = 0
    name: str = ""


def guest_key(survey_id: int, person_id: int) -> str:
    """Return the key of a guest's row."""
    return f"{survey_id}:{person_id}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One anonymous answer to one ask of a survey, from a place and a group.

    It is a ballot: the id is drawn at random, so that no order of ids tells when it came; there is no moment; two
    answers of one person have nothing in common. It is never changed, since nobody can find it again.
    """

    id: int
    survey_id: int
    ask: int
    value: str
    area_id: int | None
    team: int | None


@dataclass(frozen=True, slots=True)
class NamedAnswer:
    """One answer in a named survey: the person's own, to be changed by them until it closes."""

    key: str
    survey_id: int
    person_id: int
    ask: int
    value: str
    area_id: int | None
    team: int | None
    version: int = 0


def answer_key(survey_id: int, person_id: int, ask: int) -> str:
    """Return the key of a named answer."""
    return f"{survey_id}:{person_id}:{ask}"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked at once: a question, or one option of a question that may have several answers."""

    number: int
    question: Question
    position: int
    option: int | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of which one answers it; () where it is answered otherwise."""
        if self.option is not None:
            return (YES, NO)
        if self.question.kind is QuestionKind.SCALE:
            return SCALE
        return tuple(str(at) for at in range(len(self.question.options)))


def asks(survey: Survey) -> tuple[Ask, ...]:
    """Return all that is asked, in order. Old villagers tick no lists: one thing at a time."""
    found: list[Ask] = []
    for position, question in enumerate(survey.questions):
        several = question.kind is QuestionKind.SEVERAL
        for option in range(len(question.options)) if several else (None,):
            found.append(Ask(len(found), question, position, option))
    return tuple(found)
