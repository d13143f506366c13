"""What those who asked for news are told by itself: a reception day that is announced, a policy that is shown, a survey
that goes out. Each was decided upon by its own rules; nobody is asked again, and nobody hears of one twice.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from casework.actions import broadcasting
from casework.actions.broadcasting import announce, propose
from casework.actions.reception.access import read_day
from casework.broadcasts.broadcast import SUBJECT, Audience, Broadcast
from casework.broadcasts.subscriptions import Topic
from casework.broadcasts.topics import about
from casework.errors import Refused
from casework.organisation import Organisation
from casework.petitions import Fired
from casework.policies.policy import Policy, PolicyState, says_the_same
from casework.reception.days import DayState, Reception
from casework.replacing import replace
from casework.surveys.model import Guest, Survey, SurveyState, guest_key
from casework.unit_of_work import UnitOfWork

RECEPTION: Final = "reception"
POLICY: Final = "policy"
SURVEY: Final = "survey"
"""The kinds of these broadcasts: who puts them into words."""


async def of_reception(uow: UnitOfWork, day: Reception) -> None:
    """Tell of a reception day that is announced. It needs nobody else's word for those who asked for such news, but one
    for the county's public channel: so that is a broadcast of its own, which waits for it.
    """
    thing, called = f"{RECEPTION}:{day.id}", _about(day.id, dict.fromkeys(uow.rules.languages, day.place))
    to = Audience(day.area_id, (Topic.RECEPTION,))
    await announce(uow, thing, RECEPTION, to, day.published_by, called)
    if day.public:
        await propose(uow, thing, RECEPTION, replace(to, public=True), day.published_by, called)


async def of_policy(uow: UnitOfWork, policy: Policy) -> None:
    """Tell of a policy that is shown from now on, in each of its areas: whoever asked for policies, or for a topic that
    the county has named for what it is about; and the public channel, where its writer has asked for that, and whoever
    approved it has seen so.

    A version that says the same in plain words is the same thing: whoever has heard of it does not hear again.
    """
    first = await _first_saying(uow, policy)
    called = {language: policy.label(language) for language in uow.rules.languages}
    topics = (Topic.POLICY, *about(uow.rules.profile.policies.topics, policy.content.topics))
    for area_id in outermost(uow.org, policy.content.areas):
        to = Audience(area_id, topics, policy.content.public)
        await announce(uow, f"{POLICY}:{first.id}", POLICY, to, policy.decided_by, _about(policy.id, called))


async def of_survey(uow: UnitOfWork, survey: Survey) -> None:
    """Tell of a survey, once all whom it asks by itself were asked: those do not hear of it again (`knowing`). The
    public channel hears of it, too, where its author has asked for that, and whoever approved it has seen so.
    """
    called = dict.fromkeys(uow.rules.languages, survey.title)
    to = Audience(survey.area_id, (Topic.SURVEY,), survey.public)
    await announce(uow, f"{SURVEY}:{survey.id}", SURVEY, to, survey.approved_by, _about(survey.id, called))


async def is_current(uow: UnitOfWork, broadcast: Broadcast) -> bool:
    """Tell whether what a broadcast tells of still holds: it may rest for a night, and be called off meanwhile."""
    holds = _HOLDS.get(broadcast.kind)
    return holds is None or await holds(uow, broadcast.subject)


async def post(uow: UnitOfWork, broadcast: Broadcast) -> bool:
    """Tell whether a broadcast is posted in the public channel, where its turn has come: not what does not hold any
    more. Of a day that is, it is noted, so that the channel hears what becomes of it; its row is held until then, so
    that no change comes in between.
    """
    if broadcast.kind != RECEPTION:
        return True
    day = await uow.get(Reception, broadcast.subject)
    if day is None or not _is_ahead(uow, day):
        return False
    uow.put(replace(day, posted=True))
    return True


async def approve(uow: UnitOfWork, broadcast_id: int, by: int) -> Broadcast:
    """Let a broadcast out. Raises as `broadcasting.approve` does, and Refused("broadcast-overtaken") where what it
    tells of was called off meanwhile, or is over.
    """
    await refuse_overtaken(uow, await broadcasting.to_decide(uow, broadcast_id, by))
    return await broadcasting.approve(uow, broadcast_id, by)


async def refuse_overtaken(uow: UnitOfWork, broadcast: Broadcast) -> None:
    """Raise Refused("broadcast-overtaken") where what a broadcast tells of does not hold any more."""
    if not await is_current(uow, broadcast):
        raise Refused("broadcast-overtaken")


async def remind(uow: UnitOfWork, broadcast: Broadcast, fired: Mapping[str, Fired]) -> None:
    """Remind whoever has to decide upon a broadcast; end one that tells of what does not hold any more."""
    if await is_current(uow, broadcast):
        await broadcasting.remind(uow, broadcast, fired)
    else:
        broadcasting.overtaken(uow, broadcast)


async def knowing(uow: UnitOfWork, broadcast: Broadcast, people: Iterable[int]) -> set[int]:
    """Return who of some people knows of a broadcast's thing already, by another way: whoever takes part in a survey,
    or was asked by it.
    """
    if broadcast.kind != SURVEY:
        return set()
    guests = await uow.get_all(Guest, [guest_key(broadcast.subject, each) for each in people])
    return {guest.person_id for guest in guests}


def outermost(org: Organisation, areas: Iterable[int]) -> list[int]:
    """Return the areas that lie in no other one of them; for none, the whole service."""
    wanted = [each for each in dict.fromkeys(areas) if each in org.areas]
    if not wanted:
        return [org.root.id] if org.root is not None else []
    return [each for each in wanted if not any(org.within(each, other) for other in wanted if other != each)]


async def _can_be_visited(uow: UnitOfWork, reception_id: int) -> bool:
    # Only read: whoever books does not wait for a broadcast to many.
    day = await read_day(uow, reception_id)
    return day is not None and _is_ahead(uow, day)


def _is_ahead(uow: UnitOfWork, day: Reception) -> bool:
    return day.state is DayState.OPEN and uow.now < day.ends_at


async def _is_shown(uow: UnitOfWork, policy_id: int) -> bool:
    policy = await uow.get(Policy, policy_id)
    if policy is None or policy.state is not PolicyState.SHOWN:
        return False
    until = policy.content.until
    return until is None or uow.rules.calendar.day(uow.now) <= until


async def _can_be_answered(uow: UnitOfWork, survey_id: int) -> bool:
    survey = await uow.get(Survey, survey_id)
    if survey is None or survey.state is not SurveyState.OPEN:
        return False
    return survey.closes_at is not None and uow.now < survey.closes_at


_HOLDS: Final[Mapping[str, Callable[[UnitOfWork, int], Awaitable[bool]]]] = {
    RECEPTION: _can_be_visited,
    POLICY: _is_shown,
    SURVEY: _can_be_answered,
}


async def _first_saying(uow: UnitOfWork, policy: Policy) -> Policy:
    """Return the first of the versions before a policy that say the same as it."""
    while policy.replaces is not None:
        before = await uow.get(Policy, policy.replaces)
        if before is None or not says_the_same(before.content, policy.content):
            break
        policy = before
    return policy


def _about(subject: int, called: Mapping[str, str]) -> dict[str, str]:
    return {**called, SUBJECT: str(subject)}
