"""The one message a day: numbers first, then what is due today, late, waiting for the reader, and good to know.

`/today` shows the same at any hour, eight cases at a time.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from casework.actions.digests import mornings_of
from casework.asked import asked_of
from casework.errors import Refused
from casework.morning import GROUPS
from casework.notices import Notice
from casework.petitions import Case, State
from casework.shielding import hidden_from
from casework.tasks import Task
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.button_data import number_of
from handlers.messages import Button
from handlers.notices import Scene, View
from handlers.router import Command
from handlers.staff import cards, task_cards
from handlers.staff.above_words import post_label
from handlers.talk import Talk

MOST_LINES: Final = 25
"""Lines in all. Of what can be seen by `/today` as well there are as many as there are buttons."""

MOST_THANKS: Final = 5
MOST_TASKS: Final = 5
_ORDER: Final = (*GROUPS, "other")
_WAITING: Final = frozenset(
    {
        "assigned",
        "handed",
        "accept_reminder",
        "progress_due",
        "visit_over",
        "urged",
        "help",
        "nobody_accepts",
        "needs_unit",
        "needs_words",
        "unwritten",
        "addressed_above",
        "reply_by_hand",
        "revoked_head",
        "hearing_over",
        "doubted",
        "paper_to_hand",
        "objection",
        "objection_waits",
        "part_added",
        "part_handed",
        "part_accept",
        "part_due",
        "part_late_own",
        "difficulty_unsolved",
        "extension_asked",
        "another_asked",
        "press",
        "press_returned",
        "press_answered",
        "own_asked",
    }
)
"""The kinds that ask the reader to do something; the rest are for information."""


_CALLS: Final = frozenset({"callback", "callback_unanswered"})
"""The kinds that do so, though the case is over."""


def short(scene: Scene, case: Case, kind: str) -> str:
    """Return in a few words what a notice of `kind` says, as the case's own kind has it."""
    key = texts.of_kind(scene.language, f"staff-short-{kind}", case.kind)
    return texts.say(scene.language, key, cards.facts(scene.uow, scene.language, case))


async def load_shown(uow: UnitOfWork, notices: Iterable[Notice]) -> None:
    """Load by list what the digests among some notices show: a morning's digests are many."""
    digests = [notice.args for notice in notices if notice.kind == "digest"]
    if not digests:
        return
    tasks = await uow.get_all(Task, [id_ for args in digests for id_ in args.get("tasks", ())])
    cases = [task.case_id for task in tasks if task.case_id is not None]
    cases += [id_ for args in digests for id_ in islice(_live(args.get("groups", {})), cards.MOST_OPENERS)]
    await uow.get_all(Case, cases)


def _live(groups: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """Give the ids of what `/today` shows as well, in the order in which it is read."""
    return (id_ for group in GROUPS for id_ in groups.get(group, ()))


async def render(scene: Scene) -> View:
    """Put the morning's groups, and what has waited (pairs of a notice's kind and a case's id), into one message.

    A case stands in it once, with the latest that was to be told of it. Vacant posts and thanks come last.
    """
    args = scene.notice.args
    latest = {case_id: kind for kind, case_id in args.get("items", ())}
    thanks, vacancies = args.get("thanks", ()), args.get("vacancies", ())
    groups = await _grouped(scene, args.get("groups", {}), latest)
    numbers = [(group, len(groups[group])) for group in _ORDER if groups[group]]
    tasks = await _tasks(scene, args.get("tasks", ()))
    numbers += [("tasks", len(tasks))] if tasks else []
    notes = len(thanks) + len(vacancies) + bool(args.get("learned"))
    lines = [scene.say("notice-digest", numbers=_numbers(scene.language, numbers, notes))]
    live = set(_live(args.get("groups", {})))
    shown, more = await _listed(scene.uow, groups, live)
    for group, cases in shown:
        lines.append(texts.plain(scene.language, f"staff-digest-{group}"))
        lines += [_line(scene, case, group, latest.get(case.id)) for case in cases]
    if more:
        lines.append(scene.say("staff-digest-more", count=more))
    lines += [texts.plain(scene.language, "staff-digest-tasks")] if tasks else []
    lines += [task_cards.line(scene.uow, scene.language, task) for task in tasks[:MOST_TASKS]]
    lines += [scene.say("staff-digest-vacancy", **post_label(scene.uow, scene.language, each)) for each in vacancies]
    lines += await _thanks(scene, thanks[:MOST_THANKS])
    if args.get("learned"):
        lines.append(scene.say("staff-digest-learned"))
    openers = cards.openers([case for _, cases in shown for case in cases])
    openers = (*openers, *task_cards.openers(tasks[:MOST_TASKS]))
    if len(live) > cards.MOST_OPENERS:
        openers = (*openers, (_more(scene.language, 0),))
    return View("\n".join(lines), openers)


async def today(talk: Talk, words: str) -> None:
    """Show what concerns the reader now, eight cases from the place that `words` name, as the digest does.

    Raises Refused for somebody without a post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    found = (await mornings_of(talk.uow, [talk.person]))[talk.person.id]
    order = [(group, id_) for group in GROUPS for id_ in found.get(group, ())]
    start = number_of(words, 6) or 0
    page = order[start : start + cards.MOST_OPENERS]
    if not page:
        talk.answer("staff-today-none")
        return
    numbers = [(group, len(found[group])) for group in GROUPS if group in found]
    lines = [talk.say("staff-today", numbers=_numbers(talk.language, numbers, 0))]
    cases = {case.id: case for case in await talk.uow.get_all(Case, [id_ for _, id_ in page])}
    heading = ""
    for group, id_ in page:
        if group != heading:
            lines.append(texts.plain(talk.language, f"staff-digest-{group}"))
            heading = group
        what = _what(talk.uow, talk.language, cases[id_], group, talk.person.id)
        lines.append(talk.say("staff-digest-line", **cards.names(talk.uow, talk.language, cases[id_]), what=what))
    openers = cards.openers([cases[id_] for _, id_ in page])
    end = start + len(page)
    if end < len(order):
        openers = (*openers, (_more(talk.language, end),))
    talk.reply("\n".join(lines), openers)


def _more(language: str, start: int) -> Button:
    return Button(texts.plain(language, "staff-button-more"), f"m.today.{start}")


def _numbers(language: str, counts: Sequence[tuple[str, int]], notes: int) -> str:
    """Return how many of each group there are: "late: 3 · waiting for you: 1"."""
    found = [texts.say(language, f"staff-number-{group}", {"count": count}) for group, count in counts]
    if notes:
        found.append(texts.say(language, "staff-number-notes", {"count": notes}))
    return " · ".join(found)


async def _grouped(
    scene: Scene, groups: Mapping[str, Sequence[int]], latest: Mapping[int, str]
) -> dict[str, list[int]]:
    """Return the morning's groups with what has waited, where it stands in none of them.

    What has come to accuse the reader's unit since its line was put down is left out.
    """
    found: dict[str, list[int]] = defaultdict(list, {group: list(ids) for group, ids in groups.items()})
    known = {id_ for ids in groups.values() for id_ in ids}
    for case in await scene.uow.get_all(Case, [id_ for id_ in latest if id_ not in known]):
        if not _hidden(scene, case):
            found[_group(scene, case, latest[case.id])].append(case.id)
    return found


def _hidden(scene: Scene, case: Case) -> bool:
    return scene.reader is not None and scene.reader.id in hidden_from(scene.uow.staff, scene.uow.org, case)


async def _listed(
    uow: UnitOfWork, groups: Mapping[str, Sequence[int]], live: Container[int]
) -> tuple[list[tuple[str, list[Case]]], int]:
    """Return the cases that are shown, by group, and how many are left.

    Of the `live` ones, which `/today` shows as well, as many as there are buttons; what has waited is told only here.
    """
    order = [(group, id_) for group in _ORDER for id_ in groups.get(group, ())]
    first = set(list(dict.fromkeys(id_ for _, id_ in order if id_ in live))[: cards.MOST_OPENERS])
    picked = [(group, id_) for group, id_ in order if id_ in first or id_ not in live][:MOST_LINES]
    cases = {case.id: case for case in await uow.get_all(Case, [id_ for _, id_ in picked])}
    shown: dict[str, list[Case]] = defaultdict(list)
    for group, id_ in picked:
        shown[group].append(cases[id_])
    return list(shown.items()), len(order) - len(picked)


def _line(scene: Scene, case: Case, group: str, kind: str | None) -> str:
    reader = scene.reader.id if scene.reader is not None else None
    what = short(scene, case, kind) if kind is not None else _what(scene.uow, scene.language, case, group, reader)
    return scene.say("staff-digest-line", **cards.names(scene.uow, scene.language, case), what=what)


def _what(uow: UnitOfWork, language: str, case: Case, group: str, reader: int | None) -> str:
    """Return in a few words why a case stands in a group."""
    left = cards.due(uow, language, case)
    if group == "waiting" and reader is not None:
        asked = asked_of(uow.staff, uow.org, case, reader)
        person = case_words.cadre_label(uow, case, language)
        return texts.say(language, f"staff-asks-{asked}", {"person": person}) if asked else left
    if group == "new":
        return texts.say(language, "staff-came-in", {"unit": case_words.unit_label(uow, case, language), "left": left})
    return left


async def _tasks(scene: Scene, ids: Sequence[int]) -> list[Task]:
    """Return the tasks of a digest that its reader may see."""
    found = await scene.uow.get_all(Task, list(ids)) if ids else []
    return await task_cards.seen(scene.uow, found, scene.reader.id) if scene.reader is not None else []


async def _thanks(scene: Scene, thanks: Sequence[tuple[int | None, str]]) -> list[str]:
    """Return the lines of thanks under their heading: the words, and the case where they belong to one."""
    lines = [texts.plain(scene.language, "staff-digest-thanks")] if thanks else []
    for case_id, words in thanks:
        case = await scene.uow.get(Case, case_id) if case_id is not None else None
        key = "staff-digest-thanks-line" if case is not None else "staff-digest-thanks-alone"
        lines.append(scene.say(key, words=words, number=case.label if case is not None else ""))
    return lines


def _group(scene: Scene, case: Case, kind: str) -> str:
    if case.state in {State.WAITING, State.WORKING}:
        left = scene.uow.rules.calendar.days_left(case.limit_at, scene.uow.now)
        if left <= 0:
            return "today" if left == 0 else "late"
    return "waiting" if kind in _CALLS or (case.is_open and kind in _WAITING) else "other"


COMMANDS: Final[Mapping[str, Command]] = {"today": today}
