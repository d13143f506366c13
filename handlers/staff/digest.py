"""The one message a day: what is due today, what is late, what waits for the reader, and what is good to know."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from casework.petitions import Case, State
from casework.shielding import hidden_from
from handlers import texts
from handlers.notices import Scene, View
from handlers.staff import cards

MOST_LINES: Final = 25
MOST_THANKS: Final = 5
_GROUPS: Final = ("today", "late", "waiting", "other")
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
    }
)
"""The kinds that ask the reader to do something; the rest are for information."""


_CALLS: Final = frozenset({"callback", "callback_unanswered"})
"""The kinds that do so, though the case is over."""


def short(scene: Scene, case: Case, kind: str) -> str:
    """Return in a few words what a notice of `kind` says, as the case's own kind has it."""
    words = cards.facts(scene.uow, scene.language, case) | {"promised": cards.promised(scene.uow, scene.language, case)}
    return texts.say(scene.language, texts.of_kind(scene.language, f"staff-short-{kind}", case.kind), words)


def _hidden(scene: Scene, case: Case) -> bool:
    """Tell whether a case has come to accuse the reader's unit since its line was put down."""
    return scene.reader is not None and scene.reader.id in hidden_from(scene.uow.staff, scene.uow.org, case)


async def render(scene: Scene) -> View:
    """Put the items, pairs of a notice's kind and a case's id, into one grouped message with openers.

    A case stands in it once, with the latest that was to be told of it. Thanks come last, each with its words.
    """
    latest = {case_id: kind for kind, case_id in scene.notice.args["items"]}
    thanks = scene.notice.args.get("thanks", ())
    found = [case for case in await scene.uow.get_all(Case, list(latest)) if not _hidden(scene, case)]
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        groups[_group(scene, case, latest[case.id])].append(case)
    lines = [scene.say("notice-digest", count=len(found) + len(thanks))]
    shown: list[Case] = []
    for group in _GROUPS:
        room = groups[group][: MOST_LINES - len(shown)]
        if room:
            lines.append(texts.plain(scene.language, f"staff-digest-{group}"))
        for case in room:
            words = cards.facts(scene.uow, scene.language, case) | {"what": short(scene, case, latest[case.id])}
            lines.append(scene.say("staff-digest-line", **words))
        shown += room
    if len(found) > len(shown):
        lines.append(scene.say("staff-digest-more", count=len(found) - len(shown)))
    lines += await _thanks(scene, thanks[:MOST_THANKS])
    return View("\n".join(lines), cards.openers(shown))


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
