"""Writing a survey in chat: what it is about, question by question, until when; and the word of a second person."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from casework.actions import surveys
from casework.actions.broadcasting import refuse_named
from casework.areas import Area
from casework.errors import Refused
from casework.surveys.answers import LONGEST_OPTION, LONGEST_QUESTION, LONGEST_TITLE, MOST_GROUPS, MOST_OPTIONS
from casework.surveys.model import LEAST, WITH_OPTIONS, Question, QuestionKind, Survey
from casework.surveys.rights import scopes
from casework.words import clean
from handlers.broadcasts.public_step import YES, publics, unasked
from handlers.checked_step import Checked
from handlers.media import enclosed
from handlers.messages import Outgoing
from handlers.place_step import Placed, PlaceStep
from handlers.refusals import as_mistake
from handlers.research import survey_words
from handlers.steps import Choice, Day, Flow, FreeText, Option, end_of
from handlers.talk import Talk

_MOST_PHOTOS: Final = 20
_WHY: Final = 300


class Writing(Placed, frozen=True, kw_only=True):
    """A survey as it is begun: where, its title, whether anonymous, the groups as typed, and whether for the public."""

    title: str = ""
    how: str = ""
    groups: str = ""
    public: str = ""


class OnSurvey(msgspec.Struct, frozen=True, kw_only=True):
    """A survey and what is said of it: a question, its last day, or why it goes back."""

    survey_id: int = 0
    kind: str = ""
    text: str = ""
    options: str = ""
    day: str = ""
    why: str = ""


async def begin(talk: Talk, words: str) -> None:
    """Begin a survey. Raises Refused("staff-only") for whoever may ask nobody anything."""
    if not scopes(talk.uow.staff, talk.uow.org, talk.person.id):
        raise Refused("staff-only")
    await WRITE.start(talk, Writing(public=unasked(talk)))


async def _own_areas(talk: Talk, data: Writing) -> Sequence[Area]:
    """Return the areas of one's posts, and those right below them."""
    org = talk.uow.org
    own = [org.areas[each] for each in scopes(talk.uow.staff, org, talk.person.id) if each in org.areas]
    below = [area for area in org.areas.values() if area.active and area.parent_id in {each.id for each in own}]
    return [*own, *below]


async def _how(talk: Talk, data: Writing) -> Sequence[Option]:
    return [Option(each, talk.say(f"survey-{each}")) for each in ("anonymous", "named")]


async def _kinds(talk: Talk, data: OnSurvey) -> Sequence[Option]:
    survey = await talk.uow.get(Survey, data.survey_id)
    kinds = [each for each in QuestionKind if each is not QuestionKind.PHOTO or (survey and not survey.anonymous)]
    return [Option(each.value, talk.say(f"survey-kind-{each}")) for each in kinds]


async def _limits(talk: Talk, data: Any) -> Mapping[str, int]:
    return {"most": MOST_OPTIONS, "length": LONGEST_OPTION}


def _listed(typed: str) -> tuple[str, ...]:
    """Return what was typed one a line, or with slashes between."""
    parts = typed.replace("／", "/").replace("\n", "/").split("/")
    return tuple(dict.fromkeys(filter(None, map(clean, parts))))


async def _written(talk: Talk, data: Writing) -> None:
    groups = _listed(data.groups)
    if len(groups) > MOST_GROUPS or any(len(each) > LONGEST_OPTION for each in groups):
        raise Refused("question-options")
    anonymous = data.how == "anonymous"
    public = data.public == YES
    survey = await surveys.write(
        talk.uow, talk.person.id, data.area_id, data.title, anonymous=anonymous, groups=groups, public=public
    )
    survey_words.show(talk, survey)


async def _check_public(talk: Talk, data: Writing) -> None:
    """Raise Mistake for a title with a name in it that everybody would read: "no" can still be chosen."""
    with as_mistake(talk):
        refuse_named({"title": data.title}, public=data.public == YES)


async def _asked(talk: Talk, data: OnSurvey) -> None:
    kind = QuestionKind(data.kind)
    options = _listed(data.options) if kind in WITH_OPTIONS else ()
    question = Question(kind, data.text, options)
    survey_words.show(talk, await surveys.add_question(talk.uow, data.survey_id, talk.person.id, question))


async def _handed_in(talk: Talk, data: OnSurvey) -> None:
    survey = await surveys.hand_in(talk.uow, data.survey_id, talk.person.id, end_of(talk, data.day))
    talk.answer("survey-handed-in", title=survey.title)


async def _given_back(talk: Talk, data: OnSurvey) -> None:
    survey = await surveys.give_back(talk.uow, data.survey_id, talk.person.id, data.why)
    talk.answer("survey-given-back", title=survey.title)


WRITE: Final = Flow(
    "research-survey",
    Writing,
    [
        PlaceStep[Writing]("survey-ask-place", _own_areas),
        FreeText("title", "survey-ask-title", "title", LONGEST_TITLE, cancel=True),
        Choice("how", "survey-ask-how", "how", _how, cancel=True),
        FreeText("groups", "survey-ask-groups", "groups", 400, skip="button-skip", facts=_limits, cancel=True),
        Checked(
            Choice("public", "survey-ask-public", "public", publics, when=lambda data: not data.public, cancel=True),
            _check_public,
        ),
    ],
    _written,
)
QUESTION: Final = Flow(
    "research-question",
    OnSurvey,
    [
        FreeText("text", "survey-ask-question", "text", LONGEST_QUESTION, cancel=True),
        Choice("kind", "survey-ask-kind", "kind", _kinds, width=2, cancel=True),
        FreeText(
            "options",
            "survey-ask-options",
            "options",
            500,
            when=lambda data: data.kind in WITH_OPTIONS,
            facts=_limits,
            cancel=True,
        ),
    ],
    _asked,
)
HAND_IN: Final = Flow(
    "research-hand-in",
    OnSurvey,
    [Day("day", "survey-ask-day", "day", (7, 14, 21, 28), most_days=180, cancel=True)],
    _handed_in,
)
RETURN: Final = Flow(
    "research-return", OnSurvey, [FreeText("why", "survey-ask-why", "why", _WHY, cancel=True)], _given_back
)
FLOWS: Final = (WRITE, QUESTION, HAND_IN, RETURN)


# ----- Buttons under a survey's card -----


async def show(talk: Talk, survey_id: int) -> None:
    """Show a survey's card."""
    survey_words.show(talk, await surveys.seen(talk.uow, survey_id, talk.person.id))


async def question(talk: Talk, survey_id: int) -> None:
    """Ask for one more question."""
    await surveys.own_draft(talk.uow, survey_id, talk.person.id)
    await QUESTION.start(talk, OnSurvey(survey_id=survey_id))


async def unask(talk: Talk, survey_id: int) -> None:
    """Take the last question out."""
    survey_words.show(talk, await surveys.drop_question(talk.uow, survey_id, talk.person.id))


async def hand_in(talk: Talk, survey_id: int) -> None:
    """Ask until when, and hand it in."""
    await surveys.own_draft(talk.uow, survey_id, talk.person.id)
    await HAND_IN.start(talk, OnSurvey(survey_id=survey_id))


async def drop(talk: Talk, survey_id: int) -> None:
    """Throw it away."""
    survey = await surveys.drop(talk.uow, survey_id, talk.person.id)
    talk.answer("survey-dropped", title=survey.title)


async def approve(talk: Talk, survey_id: int) -> None:
    """Let it go out."""
    survey = await surveys.approve(talk.uow, survey_id, talk.person.id)
    date = survey_words.last_day(talk.uow, survey, talk.language)
    talk.answer("survey-goes-out", title=survey.title, date=date)


async def give_back(talk: Talk, survey_id: int) -> None:
    """Ask why it goes back."""
    await surveys.seen(talk.uow, survey_id, talk.person.id)
    await RETURN.start(talk, OnSurvey(survey_id=survey_id))


async def results(talk: Talk, survey_id: int) -> None:
    """Ask for the results: a file that a job makes."""
    survey = await surveys.ask_results(talk.uow, survey_id, talk.person.id)
    talk.answer("survey-results-coming", title=survey.title)


async def photos(talk: Talk, survey_id: int) -> None:
    """Show the photos of a named survey that has closed, where there are enough of them."""
    survey = await surveys.seen(talk.uow, survey_id, talk.person.id)
    found = await surveys.photos(talk.uow, survey_id, talk.person.id, _MOST_PHOTOS)
    if not found:
        talk.answer("survey-photos-few", least=LEAST)
        return
    talk.outgoing += [Outgoing(talk.incoming.chat, survey.title, file=enclosed(file)) for file in found]
