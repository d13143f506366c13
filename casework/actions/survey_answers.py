"""Taking part in a survey: answered once, gone on with where it was left; and anonymous means that it is.

What is said of a person in an anonymous survey is that they take part and how far they are, and nothing of what they
answered: each answer is put away by itself the moment it is given.
"""

from casework.errors import NotYours, Refused
from casework.replacing import replace
from casework.surveys.model import (
    BLANK,
    Answer,
    Guest,
    NamedAnswer,
    Survey,
    SurveyState,
    answer_key,
    asks,
    guest_key,
)
from casework.unit_of_work import UnitOfWork

_BALLOT_BITS = 62
"""Bits of an anonymous answer's id, drawn at random: it fits a column, and says nothing of when it came."""


async def begin(uow: UnitOfWork, survey_id: int, by: int) -> tuple[Survey, Guest]:
    """Return a survey that somebody may answer now, and how far they are; a new guest is put.

    In a named survey whoever is through begins again, to change what they said. Raises NotYours for one that has not
    gone out, Refused("survey-over") where it has closed, Refused("survey-done") where one has answered already.
    """
    survey = await uow.get(Survey, survey_id)
    if survey is None or survey.state not in {SurveyState.OPEN, SurveyState.CLOSED}:
        raise NotYours
    if survey.state is SurveyState.CLOSED or survey.closes_at is None or survey.closes_at <= uow.now:
        raise Refused("survey-over")
    known = await uow.get(Guest, guest_key(survey.id, by))
    if known is not None and known.done and survey.anonymous:
        raise Refused("survey-done")
    guest = known or Guest(guest_key(survey.id, by), survey.id, by)
    if guest.done or guest.declined:
        guest = replace(guest, step=0 if guest.done else guest.step, done=False, declined=False)
    if guest != known:
        uow.put(guest)
    return survey, guest


async def come_from(
    uow: UnitOfWork, survey_id: int, by: int, *, area_id: int | None = None, team: int | None = None
) -> None:
    """Note from where somebody answers, or in which group, before the first question; forgotten with the last one."""
    _, guest = await begin(uow, survey_id, by)
    if not guest.step:
        place = guest.area_id if area_id is None else area_id
        uow.put(replace(guest, area_id=place, team=guest.team if team is None else team))


async def call(uow: UnitOfWork, survey_id: int, by: int, name: str) -> None:
    """Note what somebody wants to be called where it is read who said what; "" for nothing. Raises as `begin` does."""
    survey, guest = await begin(uow, survey_id, by)
    if survey.tells_names:
        uow.put(replace(guest, name=name))


async def answer(uow: UnitOfWork, survey_id: int, by: int, number: int, value: str) -> Guest:
    """Put the answer to one ask away, and return how far its person is now. BLANK passes it over.

    Raises as `begin` does; Refused("survey-elsewhere") where it is not this ask that is open.
    """
    survey, guest = await begin(uow, survey_id, by)
    if guest.step != number:
        raise Refused("survey-elsewhere")
    await put_away(uow, survey, guest, number, value)
    guest = replace(guest, step=number + 1)
    if guest.step >= len(asks(survey)):
        guest = finished(guest)
    uow.put(guest)
    return guest


async def step_back(uow: UnitOfWork, survey_id: int, by: int) -> Guest:
    """Go back by one ask, to answer it anew. Raises Refused("survey-no-way-back") where nobody can find an answer."""
    survey, guest = await begin(uow, survey_id, by)
    if survey.anonymous and guest.step:
        raise Refused("survey-no-way-back")
    guest = replace(guest, step=max(guest.step - 1, 0))
    uow.put(guest)
    return guest


async def decline(uow: UnitOfWork, survey_id: int, by: int) -> None:
    """Note that somebody would rather not: they are not reminded. They may still take part later."""
    _, guest = await begin(uow, survey_id, by)
    uow.put(replace(guest, declined=True))


async def put_away(uow: UnitOfWork, survey: Survey, guest: Guest, number: int, value: str) -> None:
    """Put one answer away: by itself where the survey is anonymous, else as the person's own."""
    if survey.anonymous:
        ballot = uow.rng.getrandbits(_BALLOT_BITS)
        uow.put(Answer(ballot, survey.id, number, value, guest.area_id, guest.team))
        return
    key = answer_key(survey.id, guest.person_id, number)
    await uow.get(NamedAnswer, key)  # What has a text for its key is read before it is changed.
    uow.put(NamedAnswer(key, survey.id, guest.person_id, number, value, guest.area_id, guest.team))


def finished(guest: Guest) -> Guest:
    """Return a guest who is through: from where they answered is forgotten."""
    return replace(guest, done=True, area_id=None, team=None)


async def end(uow: UnitOfWork, survey: Survey, guest: Guest) -> None:
    """End what somebody has not finished when a survey closes: the rest counts as passed over, but for what they have
    said before. Whoever has answered nothing took no part.
    """
    if not guest.step:
        uow.put(replace(guest, area_id=None, team=None))
        return
    for ask in asks(survey)[guest.step :]:
        key = answer_key(survey.id, guest.person_id, ask.number)
        if survey.anonymous or await uow.get(NamedAnswer, key) is None:
            await put_away(uow, survey, guest, ask.number, BLANK)
    uow.put(finished(guest))
