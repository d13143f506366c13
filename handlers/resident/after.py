"""What is asked after filing, and never before: offered once, answered or not, and taken up from the case's view."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from casework.actions import details
from casework.actions.earlier import has_told
from casework.actions.filing import Filed
from casework.category_questions import (
    QUESTION_BY_ID,
    Question,
    arbitration_until,
    of_wages,
    questions_for,
)
from casework.errors import NotYours, Refused
from casework.hints import wrote_before
from casework.kinds import PetitionKind
from casework.permissions import speaks_for
from casework.petitions import Case, Held, Naming, Petition
from casework.since import since_day
from handlers.case_words import detail_line, unit_label
from handlers.dates import word_day
from handlers.media import take
from handlers.messages import Incoming, Kind
from handlers.resident.after_earlier import WrittenBefore
from handlers.resident.after_naming import WhoMayKnow, WhoYouAre
from handlers.resident.after_steps import After, Asked
from handlers.router import Tap
from handlers.steps import Flow, SomethingElse
from handlers.talk import Talk

_NAME_MATTERS: Final = frozenset({PetitionKind.REPORT, PetitionKind.ACCUSATION})


def offer(talk: Talk, filed: Filed) -> None:
    """Offer to ask, in one message and only where an answer would help; of several matters, about the one that has
    most to ask.
    """
    case = max(filed.cases, key=lambda each: len(_questions(each, filed.petition)))
    names = (case.kind in _NAME_MATTERS or case.held is Held.ACCUSATION) and case.clerk_id is None
    worth_it = _questions(case, filed.petition) or _before(case, filed.petition) or names
    if not worth_it or not speaks_for(talk.uow, case, talk.person.id):
        return
    lines = [talk.say("after-offer")]
    if of_wages(case.category, _words(case, filed.petition)):
        lines.append(talk.say("advice-wages"))
    buttons = (
        talk.button("button-after-yes", f"c.details.{case.id}.{case.epoch}"),
        talk.button("button-after-no", f"c.no_details.{case.id}.{case.epoch}"),
    )
    talk.reply("\n".join(lines), (buttons,), case_id=case.id)


async def begin(talk: Talk, tap: Tap) -> None:
    """Ask what is still open, one thing at a time, and last who may know the name. Raises NotYours.

    Whoever answers for somebody without a chat is not asked for that: the intake office alone knows it.
    """
    case, petition = await _own(talk, tap.subject)
    questions = tuple(question.id for question in _questions(case, petition))
    passed_on = case.resident_id != talk.person.id
    await FLOW.start(talk, After(case.id, questions, _before(case, petition), passed_on=passed_on))


async def decline(talk: Talk, tap: Tap) -> None:
    """Leave it: the case goes its way without."""
    await _own(talk, tap.subject)
    talk.toast = talk.say("after-declined")


async def button_key(talk: Talk, case: Case) -> str:
    """Return the label's key of the button in a case's view: to add details, or to say who may know the name.

    "" where there is nothing that whoever speaks for its resident may say.
    """
    petition = await talk.uow.get(Petition, case.petition_id)
    if petition is not None and (_questions(case, petition) or _before(case, petition)):
        return "button-details"
    return "button-naming" if case.resident_id == talk.person.id else ""


def _questions(case: Case, petition: Petition) -> Sequence[Question]:
    if not case.is_open or case.held is Held.COURT:
        return ()
    answered = {detail.question for detail in case.details}
    asked = questions_for(case.kind, case.category, _words(case, petition))
    return [question for question in asked if question.id not in answered]


def _before(case: Case, petition: Petition) -> bool:
    return case.is_open and not has_told(petition, case) and wrote_before(petition.text)


def _words(case: Case, petition: Petition) -> str:
    return case.text or petition.text


async def _own(talk: Talk, case_id: int) -> tuple[Case, Petition]:
    case = await talk.uow.get(Case, case_id)
    petition = await talk.uow.get(Petition, case.petition_id) if case is not None else None
    if case is None or petition is None or not speaks_for(talk.uow, case, talk.person.id):
        raise NotYours
    return case, petition


async def _finish(talk: Talk, data: After) -> None:
    """Say what was noted, so that a slip is seen, and what the resident should know in turn."""
    case, petition = await _own(talk, data.case)
    noted = [detail_line(talk.language, each) for each in case.details if each.question in data.questions]
    key = "after-noted" if noted else "after-over"
    lines = [talk.say(key, number=case.label, unit=unit_label(talk.uow, case, talk.language)), *noted]
    if not data.passed_on:
        lines.append(talk.say(f"naming-kept-{data.naming or Naming.INTAKE.value}"))
    if petition.name or petition.phone:
        lines.append(talk.say("naming-told", who=f"{petition.name} {petition.phone}".strip()))
    lines += _advice(talk, case, petition)
    talk.reply("\n".join(lines), case_id=case.id)


def _advice(talk: Talk, case: Case, petition: Petition) -> list[str]:
    """Return what the answers make worth knowing: who is ill, and until when arbitration can be asked for."""
    answers = {detail.question: detail.answer for detail in case.details}
    lines = [talk.say("advice-ill")] if answers.get("ill") == "yes" else []
    if of_wages(case.category, _words(case, petition)):
        today = talk.uow.rules.calendar.day(talk.uow.now)
        since = since_day(answers.get("since", ""), today)
        if since is not None:
            until = arbitration_until(since, talk.uow.rules.profile.remedies.arbitration_days)
            key = "advice-wages-until" if until > today else "advice-wages-perhaps"
            lines.append(talk.say(key, date=word_day(talk.language, until, today)))
    return lines


@dataclass(frozen=True)
class _AfterFlow(Flow[After]):
    """A flow that swallows nothing: where its case is closed since, typed words are words of their own."""

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take the answer. Raises SomethingElse where nothing can be added to the case any more."""
        data = talk.data(After)
        try:
            if incoming.album and incoming.album == data.album:
                await details.add_files(talk.uow, data.case, talk.person.id, take(talk, incoming).files)
                return
            await super().resume(talk, incoming)
        except Refused:
            talk.end()
            if incoming.kind is Kind.TAP:
                raise
            raise SomethingElse from None


FLOW: Final = _AfterFlow(
    "after",
    After,
    (*(Asked(question) for question in QUESTION_BY_ID.values()), WrittenBefore(), WhoMayKnow(), WhoYouAre()),
    _finish,
    cancelled="after-stopped",
)
TAPS: Final[dict[str, Callable[[Talk, Tap], Awaitable[None]]]] = {"details": begin, "no_details": decline}
