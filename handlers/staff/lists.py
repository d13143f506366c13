"""Lists that staff ask for: their own cases, what is late, a head's unit, and what waits for a dispatcher."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from casework.errors import Refused
from casework.parts import Part, works
from casework.people import Person, Role
from casework.petitions import Case
from casework.relations import Relation, relations
from handlers.messages import Button
from handlers.router import Command
from handlers.staff import alarm_cards, cards, part_cards
from handlers.staff.heads import colleague
from handlers.talk import Talk, rows

MOST_LINES: Final = 20
NO_ROUTE: Final = "no-route"


async def cases(talk: Talk, words: str) -> None:
    """List one's own open cases, and those of whoever one stands in for, with buttons for the first eight; then the
    parts of other units' cases, one's own and those that one answers for.
    """
    _staff_only(talk, frozenset(Role))
    uow = talk.uow
    found = await uow.visible_of_cadre(talk.person.id, MOST_LINES + 1)
    parts = await uow.parts_of_cadre(talk.person.id, MOST_LINES)
    for absent in sorted({post.acting_for for post in talk.posts if post.acting_for is not None}):
        theirs = await uow.cases_of_cadre(absent, MOST_LINES + 1)
        found += [case for case in theirs if Relation.CADRE in relations(uow.staff, uow.org, case, talk.person.id)]
        held = await uow.parts_of_cadre(absent, MOST_LINES)
        parts += [part for part in held if works(uow.staff, part, talk.person.id)]
    if found or not parts:
        _list(talk, "staff-cases", "staff-cases-none", sorted(found, key=_nearest))
    if parts:
        await _list_parts(talk, sorted(parts, key=lambda part: (part.due_at, part.id)))


async def _list_parts(talk: Talk, parts: Sequence[Part]) -> None:
    """List what one owes other units' cases, with a button for each of the first eight."""
    uow, language = talk.uow, talk.language
    cases = {case.id: case for case in await uow.get_all(Case, [part.case_id for part in parts])}
    seen = {case.id for case in cases.values() if relations(uow.staff, uow.org, case, talk.person.id)}
    found = [(part, cases[part.case_id]) for part in parts if part.case_id in seen]
    lines = [talk.say("staff-parts", count=len(found))]
    lines += [talk.say("staff-parts-line", **part_cards.facts(uow, language, case, part)) for part, case in found]
    openers = [Button(case.label, f"p.show.{part.id}") for part, case in found[: cards.MOST_OPENERS]]
    talk.reply("\n".join(lines), rows(openers, 2))


async def overdue(talk: Talk, words: str) -> None:
    """List the late cases of one's unit or area."""
    _staff_only(talk, frozenset(Role))
    late = await talk.uow.visible_late(talk.person.id, MOST_LINES + 1)
    _list(talk, "staff-overdue", "staff-overdue-none", late)


async def unit(talk: Talk, words: str) -> None:
    """List the open cases of the units that a head leads, and who works there; by post, never by figures."""
    _staff_only(talk, frozenset({Role.HEAD}))
    led = {post.unit_id for post in talk.posts if post.role is Role.HEAD and post.unit_id is not None}
    found, lines = [], []
    for unit_id in sorted(led):
        found += await talk.uow.visible_of_unit(talk.person.id, unit_id, MOST_LINES + 1)
        lines.append(talk.say("staff-unit", unit=talk.uow.org.units[unit_id].label(talk.language)))
        posts = [*talk.uow.staff.in_unit(unit_id, Role.HEAD), *talk.uow.staff.in_unit(unit_id, Role.CADRE)]
        people = {each.id: each for each in await talk.uow.get_all(Person, [post.person_id for post in posts])}
        lines += [colleague(talk, post, people[post.person_id]) for post in posts if post.person_id in people]
    talk.reply("\n".join(lines))
    _list(talk, "staff-unit-cases", "staff-unit-none", sorted(found, key=_nearest))


async def waiting(talk: Talk, words: str) -> None:
    """List what waits for the intake office: alarms first, then cases that are held for it or have no route."""
    _staff_only(talk, frozenset(Role))
    uow, language = talk.uow, talk.language
    found = await uow.alarms_waiting(talk.person.id, MOST_LINES)
    held = await uow.cases_held(talk.person.id, MOST_LINES + 1)
    if found:
        lines = [talk.say("staff-alarms", count=len(found))]
        lines += [alarm_cards.line(uow, language, alarm) for alarm in found]
        openers = [alarm_cards.opener(uow, language, alarm) for alarm in found[: cards.MOST_OPENERS]]
        talk.reply("\n".join(lines), rows(openers, 2))
    if held or not found:
        _list(talk, "staff-held", "staff-held-none", held, _held_line)


def _nearest(case: Case) -> tuple[datetime, int]:
    return case.limit_at, case.id


def _line(talk: Talk, case: Case) -> str:
    return cards.line(talk.uow, talk.language, case)


def _held_line(talk: Talk, case: Case) -> str:
    """Return a case as one line, with why it waits for a dispatcher."""
    return f"{_line(talk, case)} · {talk.say(f'held-{case.held.value or NO_ROUTE}')}"


def _list(talk: Talk, head: str, none: str, found: Sequence[Case], line: Callable[[Talk, Case], str] = _line) -> None:
    if not found:
        talk.answer(none)
        return
    shown = found[:MOST_LINES]
    lines = [talk.say(head, count=len(shown))]
    lines += [line(talk, case) for case in shown]
    if len(found) > len(shown):
        lines.append(talk.say("staff-more", shown=len(shown)))
    talk.reply("\n".join(lines), cards.openers(shown))


def _staff_only(talk: Talk, roles: frozenset[Role]) -> None:
    """Raise Refused for somebody without a post of these roles."""
    held = {post.role for post in talk.posts}
    if not held:
        raise Refused("staff-only")
    if not held & roles:
        raise Refused("heads-only")


COMMANDS: Final[Mapping[str, Command]] = {"cases": cases, "overdue": overdue, "unit": unit, "waiting": waiting}
_WORKS: Final = ("today", "tasks", "enter", "onsite", "note", "notes", "surveys", "themes", "learned", "away")
"""What all have who work cases or plan."""

MENU: Final[Mapping[Role, tuple[str, ...]]] = {
    Role.CADRE: (*_WORKS, "cases", "whistle", "replies", "ratings"),
    Role.HEAD: (*_WORKS, "cases", "whistle", "replies", "ratings", "unit", "overdue", "brief", "broadcast", "leave"),
    Role.DISPATCHER: (*_WORKS, "waiting", "overdue", "broadcast", "brief", "receive"),
    Role.SUPERVISOR: (*_WORKS, "overdue", "listed", "brief"),
    Role.LEADER: (*_WORKS, "overdue", "listed", "receive", "brief", "broadcast"),
    Role.ADMIN: (*_WORKS, "overdue", "brief", "broadcast", "leave"),
    Role.DUTY: ("waiting", "enter", "away"),
}
"""The commands that a post brings; `handlers.helping` puts them in order."""
