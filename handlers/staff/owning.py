"""Cases that a leader answers for in person, and the list of marked cases of an area, in chat."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import owning
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.petitions import Case
from casework.relations import Relation, relations
from handlers import case_words
from handlers.case_facts import CaseFacts
from handlers.notices import Renderer, Scene, View
from handlers.router import Command, Tap, TapHandler
from handlers.staff import cards, notices
from handlers.staff.above_words import leader_label
from handlers.staff.flows import CaseFlow, OnCase, about, begins, check, does, done, present
from handlers.staff.heads import colleagues
from handlers.steps import Choice, Day, Option, end_of
from handlers.talk import Talk

MOST_LINES: Final = 20
_BUTTONS: Final[Mapping[str, tuple[str, ...]]] = {
    "own_asked": ("own", "decline_own"),
    "own_declined": ("propose_owner",),
    "owned_cadre": ("progress",),
    "owned_handed": (),
    "owned_closed": (),
    "listed": ("progress",),
}
"""The notices, and the buttons for what their reader may do."""


class Proposed(OnCase, frozen=True, kw_only=True):
    """Which leader is asked: the person's id as text."""

    person: str = ""


class Listed(OnCase, frozen=True, kw_only=True):
    """By which ISO day a case on the list is to be settled."""

    day: str = ""


async def _leaders(talk: Talk, data: Proposed) -> Sequence[Option]:
    """Return the leaders who may answer for the case, but for who does and who asks."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    uow = talk.uow
    posts = [
        post
        for post in uow.staff.all()
        if post.role is Role.LEADER
        and post.person_id not in {case.owner_id, talk.person.id}
        and Relation.LEADER in relations(uow.staff, uow.org, case, post.person_id)
    ]
    return await colleagues(talk, posts, case)


async def _propose(talk: Talk, data: Proposed) -> None:
    leader = int(data.person)
    case = await owning.propose_owner(talk.uow, data.case_id, talk.person.id, data.epoch, leader)
    done(talk, "staff-owner-asked", case, person=leader_label(talk.uow, leader, talk.language))


async def _list(talk: Talk, data: Listed) -> None:
    until = end_of(talk, data.day)
    case = await owning.put_on_list(talk.uow, data.case_id, talk.person.id, data.epoch, until)
    done(talk, "staff-put-on-list", case, date=case_words.day(talk.uow, talk.language, until))


PROPOSE: Final = CaseFlow(
    "staff-propose-owner",
    Proposed,
    [Choice("person", "staff-ask-owner", "person", _leaders, facts=about, cancel=True)],
    _propose,
    "propose_owner",
)
LIST: Final = CaseFlow(
    "staff-list",
    Listed,
    [Day[Listed]("day", "staff-ask-listed", "day", (7, 14, 30), facts=about, cancel=True)],
    _list,
    "list",
)


async def own(talk: Talk, tap: Tap) -> None:
    """Answer for a case in person."""
    case = await owning.own(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.toast = talk.say("staff-owned")
    await present(talk, case, edit=False)


async def propose_owner(talk: Talk, tap: Tap) -> None:
    """Ask which leader. Raises Refused("no-leader") where there is no other one."""
    data = Proposed(case_id=tap.subject, epoch=tap.epoch or 0)
    await check(talk, "propose_owner", data.case_id, data.epoch)
    if not await _leaders(talk, data):
        raise Refused("no-leader")
    await PROPOSE.start(talk, data)


async def listed(talk: Talk, words: str) -> None:
    """List the marked cases that the reader sees, the nearest day first, with buttons for the first eight."""
    if not talk.uow.staff.roles(talk.person.id) & {Role.SUPERVISOR, Role.LEADER}:
        raise Refused("above-only")
    found = await talk.uow.cases_listed(talk.person.id, MOST_LINES + 1)
    if not found:
        talk.answer("staff-listed-none")
        return
    shown = found[:MOST_LINES]
    text = [talk.say("staff-listed", count=len(shown))]
    text += [talk.say("staff-listed-line", **_listed_facts(talk, case)) for case in shown]
    if len(found) > len(shown):
        text.append(talk.say("staff-more", shown=len(shown)))
    talk.reply("\n".join(text), cards.openers(shown))


def _listed_facts(talk: Talk, case: Case) -> CaseFacts:
    left = case_words.days_left_words(talk.uow, talk.language, case.listed_until) if case.listed_until else ""
    return cards.facts(talk.uow, talk.language, case) | {"due": left}


async def _notice(scene: Scene) -> View:
    case, kind = scene.its_case, scene.notice.kind
    date = case_words.day(scene.uow, scene.language, case.listed_until) if case.listed_until is not None else ""
    text = scene.say(f"notice-{kind}", **notices.words_of(scene, case) | {"date": date})
    return notices.view(scene, case, text, notices.offered(scene, case, _BUTTONS[kind]))


FLOWS: Final = (PROPOSE, LIST)
COMMANDS: Final[Mapping[str, Command]] = {"listed": listed}
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "own": own,
    "decline_own": does(owning.decline_own, "staff-owner-declined"),
    "propose_owner": propose_owner,
    "list": begins(LIST),
    "unlist": does(owning.take_off_list, "staff-off-list"),
}
RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(_BUTTONS, _notice)
