"""What heads, and those above them, decide: who works a case, and by which day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from casework.actions import assigning, extending, working
from casework.actions.above import is_present
from casework.errors import NotYours, Refused
from casework.people import Person, Post, Role
from casework.petitions import Case
from handlers import case_words
from handlers.router import Tap, TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, check, done, present
from handlers.steps import Choice, Day, FreeText, Option, end_of
from handlers.talk import Talk

_LINE: Final = 200


class Hand(OnCase, frozen=True, kw_only=True):
    """To whom a case goes: the person's id as text."""

    person: str = ""


class SetDate(OnCase, frozen=True, kw_only=True):
    """Until which ISO day a late case gets time, and why."""

    day: str = ""
    why: str = ""


async def colleagues(talk: Talk, posts: Sequence[Post], case: Case) -> list[Option]:
    """Return those who may take a case, each by title, with how much they have and until when they are away."""
    others = {case.cadre_id, case.resident_id, *assigning.aside(talk.uow, case)}
    of = {post.person_id: post for post in posts if post.person_id not in others}
    people = await talk.uow.get_all(Person, list(of)) if of else []
    return [Option(str(person.id), colleague(talk, of[person.id], person)) for person in people]


def colleague(talk: Talk, post: Post, person: Person) -> str:
    """Return a colleague in a few words; staff among themselves see a name where it is known."""
    title = post.label(talk.language)
    words = {"person": f"{title} {person.name}".strip(), "cases": person.load}
    if is_present(person, talk.uow.now):
        return talk.say("staff-colleague", **words)
    if person.away_until is None or person.away_until <= talk.uow.now:
        return talk.say("staff-colleague-unreachable", **words)
    return talk.say("staff-colleague-away", **words, date=case_words.day(talk.uow, talk.language, person.away_until))


async def _options(talk: Talk, data: Hand) -> Sequence[Option]:
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    staff = talk.uow.staff
    posts = [*staff.in_unit(case.unit_id, Role.CADRE), *staff.in_unit(case.unit_id, Role.HEAD)]
    return await colleagues(talk, posts, case)


async def _hand(talk: Talk, data: Hand) -> None:
    case = await assigning.hand_to(talk.uow, data.case_id, talk.person.id, int(data.person), data.epoch)
    done(talk, "staff-handed", case)


async def _set_date(talk: Talk, data: SetDate) -> None:
    until = end_of(talk, data.day)
    case = await extending.set_date(talk.uow, data.case_id, talk.person.id, data.epoch, until, data.why)
    done(talk, "staff-date-set", case, date=case_words.day(talk.uow, talk.language, until))


async def _last_day(talk: Talk, data: SetDate) -> date | None:
    """Return the end of the longest extension (article 34)."""
    case = await talk.uow.get(Case, data.case_id)
    return extending.last_extension(talk.uow, case) if case is not None else None


HAND: Final = CaseFlow(
    "staff-hand",
    Hand,
    [Choice("person", "staff-ask-hand", "person", _options, facts=about, cancel=True)],
    _hand,
    "hand_to",
)
DATE: Final = CaseFlow(
    "staff-date",
    SetDate,
    [
        Day("day", "staff-ask-date", "day", (3, 7, 14), facts=about, cancel=True, last=_last_day),
        FreeText("why", "staff-ask-date-why", "why", _LINE, cancel=True),
    ],
    _set_date,
    "set_date",
)


async def hand(talk: Talk, tap: Tap) -> None:
    """Ask to whom the case goes. Raises Refused("no-colleague") where the unit has nobody else."""
    data = Hand(case_id=tap.subject, epoch=tap.epoch or 0)
    await check(talk, "hand_to", data.case_id, data.epoch)
    if not await _options(talk, data):
        raise Refused("no-colleague")
    await HAND.start(talk, data)


async def set_date(talk: Talk, tap: Tap) -> None:
    """Ask for a later last day. Raises Refused("no-extension") where even the longest extension is over."""
    case = await check(talk, "set_date", tap.subject, tap.epoch)
    last = extending.last_extension(talk.uow, case)
    if last < talk.uow.rules.calendar.day(talk.uow.now):
        raise Refused("no-extension", date=last)
    await DATE.start(talk, SetDate(case_id=case.id, epoch=case.epoch))


async def take_over(talk: Talk, tap: Tap) -> None:
    """Take the case oneself: the card becomes one's own."""
    case = await working.take_over(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.toast = talk.say("staff-yours")
    await present(talk, case, edit=False)


FLOWS: Final = (HAND, DATE)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "hand_to": hand,
    "take_over": take_over,
    "set_date": set_date,
}
