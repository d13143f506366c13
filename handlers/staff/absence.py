"""Being away and naming a deputy, standing in for a colleague; and handing over what somebody leaves."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from casework.actions import absence, leaving
from casework.errors import Refused
from casework.people import Person
from casework.petitions import Case
from handlers import case_words, texts
from handlers.button_data import number_of
from handlers.dates import parse_day
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Command
from handlers.staff import cards
from handlers.staff.heads import colleague
from handlers.steps import Choice, Confirm, Day, Flow, Option, end_of
from handlers.talk import Talk, rows

NOBODY: Final = "nobody"
MOST_OFFERED: Final = 12
_UNTIL: Final = re.compile(r"^(?:until|till|to|到|至|直到)\s*", re.IGNORECASE)
_BACK: Final = frozenset({"off", "no", "back", "end", "回来", "回来了", "结束", "取消", "关"})
_LINE: Final = 60


class Away(msgspec.Struct, frozen=True):
    """Until which ISO day somebody is away ("" for back at work), and who stands in: an id as text, or NOBODY."""

    day: str = ""
    deputy: str = ""


class Leave(msgspec.Struct, frozen=True):
    """Who leaves, by words and then by id as text; and to whom goes what they have in hand: an id as text, or NOBODY
    for by load.
    """

    words: str = ""
    person: str = ""
    to: str = ""


async def _set(talk: Talk, data: Away) -> None:
    """Note the day at once, so that it holds whatever becomes of the next question; then ask who stands in."""
    if not data.day:
        await absence.away(talk.uow, talk.person.id, None)
        talk.answer("staff-back")
    elif absence.colleagues(talk.uow, talk.person.id):
        until = end_of(talk, data.day)
        await absence.away(talk.uow, talk.person.id, until, decided=False)
        await DEPUTY.start(talk, data)
    else:
        await _decide(talk, data)


async def _decide(talk: Talk, data: Away) -> None:
    until = end_of(talk, data.day)
    deputy = int(data.deputy) if data.deputy not in {"", NOBODY} else None
    await absence.away(talk.uow, talk.person.id, until, deputy)
    day, long = case_words.day(talk.uow, talk.language, until), absence.is_long(talk.uow, until)
    if deputy is not None:
        key = "staff-away-asked-long" if long else "staff-away-asked"
        talk.answer(key, date=day, person=talk.uow.staff.title(deputy, talk.language))
    else:
        talk.answer("staff-away-long" if long else "staff-away", date=day)


async def _deputies(talk: Talk, data: Away) -> Sequence[Option]:
    posts = {post.person_id: post for post in absence.colleagues(talk.uow, talk.person.id)}
    people = await talk.uow.get_all(Person, list(posts)[:MOST_OFFERED])
    options = [Option(str(person.id), colleague(talk, posts[person.id], person)) for person in people]
    return [*options, Option(NOBODY, talk.say("staff-button-nobody"))]


async def _until(talk: Talk, data: Away) -> dict[str, str]:
    until = end_of(talk, data.day)
    return {"date": case_words.day(talk.uow, talk.language, until)}


AWAY: Final = Flow(
    "staff-away",
    Away,
    [Day("day", "staff-ask-away", "day", (1, 3, 7, 14), skip="staff-button-back", cancel=True)],
    _set,
)
DEPUTY: Final = Flow(
    "staff-deputy",
    Away,
    [Choice("deputy", "staff-ask-deputy", "deputy", _deputies, facts=_until)],
    _decide,
)


async def away(talk: Talk, words: str) -> None:
    """Be away until a day; "off" ends it, and without a day it is asked for. Then a deputy is asked for."""
    if not talk.posts:
        raise Refused("staff-only")
    said = _UNTIL.sub("", words.strip())
    if said.casefold() in _BACK:
        await _set(talk, Away())
        return
    today = talk.uow.rules.calendar.day(talk.uow.now)
    day = parse_day(said, today) if said else None
    if day is not None and day >= today:
        await _set(talk, Away(day.isoformat()))
        return
    if said:
        talk.answer("mistake-day" if day is None else "mistake-day-past")
    await AWAY.start(talk, Away())


async def deputy(talk: Talk, words: str) -> None:
    """Say yes or no to standing in for somebody: `words` are "yes.ID" or "no.ID", as the buttons carry them."""
    answer, _, absent = words.partition(".")
    absent_id = number_of(absent)
    if answer not in {"yes", "no"} or absent_id is None:
        talk.answer("staff-deputy-how")
        return
    titles = [texts.plain(language, "acting-title") + (" " if language == "en" else "") for language in ("zh", "en")]
    long = await absence.answer_deputy(talk.uow, absent_id, talk.person.id, answer == "yes", *titles)
    person = talk.uow.staff.title(absent_id, talk.language)
    if answer == "yes":
        talk.answer("staff-deputy-yes-long" if long else "staff-deputy-yes", person=person)
    else:
        talk.answer("staff-deputy-no", person=person)


# ----- Leaving -----


async def _who(talk: Talk, data: Leave) -> Sequence[Option]:
    """Return those whom the reader may let go, and whose title or name has the words in it."""
    posts = leaving.may_leave(talk.uow, talk.person.id)
    titles: dict[int, list[str]] = {}
    for post in posts:
        unit = talk.uow.org.units.get(post.unit_id) if post.unit_id is not None else None
        area = talk.uow.org.areas.get(post.area_id) if post.area_id is not None else None
        where = unit or area
        label = f"{post.label(talk.language)} ({where.label(talk.language)})" if where else post.label(talk.language)
        titles.setdefault(post.person_id, []).append(label)
    people = await talk.uow.get_all(Person, list(titles))
    among = talk.say("staff-and")
    known = [(person, f"{among.join(titles[person.id])} {person.name}".strip()) for person in people]
    found = [(person, label) for person, label in known if data.words.casefold() in label.casefold()]
    return [Option(str(person.id), label) for person, label in found[:MOST_OFFERED]]


async def _to(talk: Talk, data: Leave) -> Sequence[Option]:
    """By load, or one of the colleagues who can have the cases."""
    posts = {post.person_id: post for post in absence.colleagues(talk.uow, int(data.person))}
    people = await talk.uow.get_all(Person, list(posts)[:MOST_OFFERED])
    options = [Option(str(person.id), colleague(talk, posts[person.id], person)) for person in people]
    return [Option(NOBODY, talk.say("staff-button-by-load")), *options]


async def _sure(talk: Talk, data: Leave) -> str:
    person = await talk.uow.get(Person, int(data.person))
    title = talk.uow.staff.title(int(data.person), talk.language)
    cases, parts = (person.open_cases, person.open_parts) if person is not None else (0, 0)
    return talk.say("staff-leave-sure", person=title, count=cases, parts=parts)


async def _leave(talk: Talk, data: Leave) -> None:
    to = int(data.to) if data.to not in {"", NOBODY} else None
    title = talk.uow.staff.title(int(data.person), talk.language)
    count = await leaving.leave(talk.uow, int(data.person), talk.person.id, to)
    talk.answer("staff-left", person=title, count=count)


LEAVE: Final = Flow(
    "staff-leave",
    Leave,
    [
        Choice("person", "staff-ask-leave", "person", _who, cancel=True),
        Choice("to", "staff-ask-leave-to", "to", _to, cancel=True),
        Confirm("sure", _sure, "staff-button-leave"),
    ],
    _leave,
)


async def leave(talk: Talk, words: str) -> None:
    """Let somebody go who serves no more: `words` are of their title or name. For heads and administrators.

    Raises Refused("leave-only") for others, Refused("leave-nobody") where nobody fits.
    """
    if not leaving.may_leave(talk.uow, talk.person.id):
        raise Refused("leave-only")
    data = Leave(words=words[:_LINE])
    if not await _who(talk, data):
        raise Refused("leave-nobody")
    await LEAVE.start(talk, data)


# ----- What is told -----


async def _asked(scene: Scene) -> View:
    """Will you stand in? Yes or no."""
    absent, args = scene.notice.args["absent"], scene.notice.args
    buttons = (
        Button(scene.say("staff-button-deputy-yes"), f"m.deputy.yes.{absent}"),
        Button(scene.say("staff-button-deputy-no"), f"m.deputy.no.{absent}"),
    )
    until = case_words.day(scene.uow, scene.language, args["until"])
    return View(scene.say("notice-deputy_asked", person=args["person"], date=until), (buttons,))


async def _plain(scene: Scene) -> View:
    args = scene.notice.args
    until = case_words.day(scene.uow, scene.language, args["until"]) if "until" in args else ""
    counts = {name: args.get(name, 0) for name in ("count", "parts")}
    return View(scene.say(f"notice-{scene.notice.kind}", person=args["person"], date=until, **counts))


async def _many(scene: Scene) -> View:
    """Several cases at once: how many, and buttons for the first eight."""
    ids = scene.notice.args["cases"]
    found = await scene.uow.get_all(Case, list(ids[: cards.MOST_OPENERS]))
    text = scene.say(f"notice-{scene.notice.kind}", person=scene.notice.args["person"], count=len(ids))
    buttons = list(cards.openers(found))
    if len(ids) > len(found):
        buttons += rows([Button(scene.say("staff-button-more"), "m.cases")])
    return View(text, tuple(buttons))


COMMANDS: Final[Mapping[str, Command]] = {"away": away, "deputy": deputy, "leave": leave}
FLOWS: Final = (AWAY, DEPUTY, LEAVE)
RENDERERS: Final[Mapping[str, Renderer]] = {
    "deputy_asked": _asked,
    "deputy_yes": _plain,
    "deputy_no": _plain,
    "deputy_over": _plain,
    "away_alone": _plain,
    "handed_over": _many,
    "left_open": _many,
}
