"""/surveys for everyone: what can be answered now, and for staff what is being asked; and what people are told."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from casework.actions import surveys
from casework.files import File
from casework.surveys.model import Survey
from handlers.button_data import number_of
from handlers.media import enclosed
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.research import survey_names, survey_taking, survey_words, survey_writing
from handlers.router import Command
from handlers.talk import Talk, rows

_MOST: Final = 8

_VERBS: Final[Mapping[str, Callable[[Talk, int], Awaitable[None]]]] = {
    "take": survey_taking.take,
    "no": survey_taking.decline,
    "show": survey_writing.show,
    "question": survey_writing.question,
    "unask": survey_writing.unask,
    "hand_in": survey_writing.hand_in,
    "drop": survey_writing.drop,
    "approve": survey_writing.approve,
    "return": survey_writing.give_back,
    "results": survey_writing.results,
    "photos": survey_writing.photos,
    "names": survey_names.begin,
}


async def show(talk: Talk, words: str) -> None:
    """List what can be answered, and what one sees as staff; "VERB.ID", as the buttons carry it, does something."""
    verb, _, number = words.partition(".")
    if verb in _VERBS:
        await _VERBS[verb](talk, number_of(number) or 0)
        return
    await _list_open(talk)
    if talk.posts:
        await _list_own(talk)


async def _list_open(talk: Talk) -> None:
    """List the surveys that the person may answer and has not."""
    found = await talk.uow.surveys_open(talk.person.id, _MOST) if not talk.new else []
    if not found:
        talk.answer("surveys-none")
        return
    buttons = [Button(survey.title, f"m.surveys.take.{survey.id}") for survey in found]
    talk.reply(talk.say("surveys-open"), rows(buttons))


async def _list_own(talk: Talk) -> None:
    """List the surveys that the person sees as they are written."""
    uow = talk.uow
    found = await uow.surveys_recent(talk.person.id, _MOST)
    lines = [talk.say("surveys-own", count=len(found))]
    lines += [
        talk.say(
            "surveys-own-line",
            title=each.title,
            place=survey_words.area(uow, each, talk.language),
            state=talk.say(f"survey-state-{each.state}"),
        )
        for each in found
    ]
    buttons = [Button(each.title, f"m.surveys.show.{each.id}") for each in found]
    buttons.append(talk.button("survey-button-new", "m.survey"))
    talk.reply("\n".join(lines), rows(buttons))


# ----- What people are told -----


async def _survey(scene: Scene) -> Survey:
    survey = await scene.uow.get(Survey, scene.notice.args["survey"])
    if survey is None:
        raise LookupError(f"a notice {scene.notice.kind} without a survey")
    return survey


async def _invite(scene: Scene) -> View:
    """Somebody is asked, or reminded: what it is about, until when, and what becomes of the answers."""
    survey = await _survey(scene)
    text = scene.say(
        f"notice-{scene.notice.kind}",
        title=survey.title,
        date=survey_words.last_day(scene.uow, survey, scene.language),
        promise=survey_words.promise(survey, scene.language),
    )
    buttons = (
        (Button(scene.say("survey-button-take"), f"m.surveys.take.{survey.id}"),),
        (Button(scene.say("survey-button-no"), f"m.surveys.no.{survey.id}"),),
    )
    return View(text, buttons)


async def _about(scene: Scene) -> View:
    """Something for those who write or approve it, with a button that opens it."""
    survey, args = await _survey(scene), scene.notice.args
    place = survey_words.area(scene.uow, survey, scene.language)
    given = {"title": survey.title, "place": place, "person": args.get("person", ""), "why": args.get("why", "")}
    text = scene.say(f"notice-{scene.notice.kind}", **given)
    return View(text, ((Button(scene.say("button-open"), f"m.surveys.show.{survey.id}"),),))


async def _left(scene: Scene) -> View:
    return View(scene.say("notice-survey_left", title=(await _survey(scene)).title))


async def _results(scene: Scene) -> View:
    survey = await _survey(scene)
    file = await scene.uow.get(File, scene.notice.args["file"])
    text = scene.say("notice-survey_results", title=survey.title)
    words = scene.notice.args["words"]
    return View("\n\n".join(filter(None, (text, words))), file=enclosed(file) if file is not None else None)


async def _picture(scene: Scene) -> View:
    """One picture of the results, with its place among them under it."""
    survey, args = await _survey(scene), scene.notice.args
    file = await scene.uow.get(File, args["file"])
    text = scene.say("notice-survey_picture", title=survey.title, page=args["page"], pages=args["pages"])
    return View(text, file=enclosed(file) if file is not None else None)


COMMANDS: Final[Mapping[str, Command]] = {"surveys": show, "survey": survey_writing.begin}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "survey_asked": _invite,
    "survey_reminded": _invite,
    "survey_waits": _about,
    "survey_approved": _about,
    "survey_returned": _about,
    "survey_left": _left,
    surveys.RESULTS: _results,
    "survey_picture": _picture,
}
