"""What falls due of a survey: residents are asked some at a time, reminded once; what is unfinished ends with it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from casework.actions import announcements
from casework.actions.files import AT_ONCE
from casework.actions.survey_answers import end
from casework.actions.surveys import RESULTS, anew, ask_to_approve
from casework.actions.telling import tell
from casework.files import Job
from casework.notices import Urgency
from casework.petitions import fired_again
from casework.replacing import replace
from casework.surveys.model import Guest, Survey, SurveyState, guest_key
from casework.unit_of_work import UnitOfWork


async def fire_survey(uow: UnitOfWork, survey: Survey, kind: str) -> None:
    """Carry out what is due of a survey. Looks for people first, and so comes before any change."""
    await _KINDS[kind](uow, replace(survey, fired=fired_again(survey, kind, uow.now)))


async def _left(uow: UnitOfWork, survey: Survey) -> None:
    """A draft that nobody has touched for weeks is put away."""
    uow.put(replace(survey, state=SurveyState.DROPPED))
    await tell(uow, survey.author_id, "survey_left", Urgency.NOW, None, True, survey=survey.id)


async def _waits(uow: UnitOfWork, survey: Survey) -> None:
    uow.put(survey)
    await ask_to_approve(uow, survey, again=True)


async def _ask(uow: UnitOfWork, survey: Survey) -> None:
    """Ask the next residents whom the service knows there. Whoever takes part already is asked no more. Once all were
    asked, whoever asked for surveys is told.
    """
    most = uow.rules.profile.together.told_at_once
    found = await uow.survey_audience(survey.area_path, survey.asking or 0, most)
    known = {guest.person_id for guest in await uow.get_all(Guest, [guest_key(survey.id, each) for each in found])}
    uow.put(replace(survey, asking=found[-1] if len(found) == most else None))
    for person_id in found:
        if person_id not in known:
            uow.put(Guest(guest_key(survey.id, person_id), survey.id, person_id))
            await tell(uow, person_id, "survey_asked", Urgency.NOW, None, True, survey=survey.id)
    if len(found) < most:
        await announcements.of_survey(uow, survey)


async def _remind(uow: UnitOfWork, survey: Survey) -> None:
    """Remind the next of those who were asked, or have begun, and are not through: once each."""
    most = uow.rules.profile.together.told_at_once
    found = await uow.survey_guests_left(survey.id, survey.reminding or 0, most)
    uow.put(replace(survey, reminding=found[-1].person_id if len(found) == most else None))
    for guest in found:
        if not guest.declined:
            await tell(uow, guest.person_id, "survey_reminded", Urgency.NOW, None, True, survey=survey.id)


async def _close(uow: UnitOfWork, survey: Survey) -> None:
    """End what the next people have begun and not finished; once there are no more, close, and make the results."""
    most = uow.rules.profile.together.told_at_once
    begun = await uow.survey_guests_begun(survey.id, most)
    if begun:
        uow.put(survey)
        for guest in begun:
            await end(uow, survey, guest)
        return
    uow.put(anew(uow, survey, SurveyState.CLOSED))
    uow.put(Job(uow.new_id(), RESULTS, survey.id, uow.now, AT_ONCE))


_KINDS: Final[Mapping[str, Callable[[UnitOfWork, Survey], Awaitable[None]]]] = {
    "survey_left": _left,
    "survey_waits": _waits,
    "survey_ask": _ask,
    "survey_remind": _remind,
    "survey_close": _close,
}
