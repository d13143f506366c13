"""/ledger: the public ledger in chat, for everybody, some entries at a time; and one's own, to take them back."""

from collections.abc import Mapping
from typing import Final

from casework.areas import Area
from casework.categories import CATEGORIES
from casework.ledger import LedgerEntry, LedgerState
from casework.words import clean
from handlers.button_data import number_of
from handlers.case_words import category_label
from handlers.ledger.words import entry
from handlers.messages import Button, Rows
from handlers.router import Command
from handlers.talk import Talk

ANY: Final = "-"
_MOST_OWN: Final = 2
_FAR: Final = 10_000


async def ledger(talk: Talk, words: str) -> None:
    """Show a page. `words` name a place, a category or both, as somebody has typed them; or they are what the button
    of the next page brings: "@START CATEGORY AREA".
    """
    start, category, area = _paged(talk, words) if words.startswith("@") else (0, *_typed(talk, words))
    if area is None:
        talk.answer("ledger-which")
        return
    size = talk.uow.rules.profile.briefs.ledger_page
    found = await talk.uow.ledger(area.path, category, start, size + 1) if not talk.new else []
    own = await _own(talk)
    where = talk.uow.org.place_label(area, talk.language)
    what = category_label(talk.language, category) if category else talk.say("ledger-all")
    if not found:
        talk.reply(talk.say("ledger-none", place=where, category=what), own)
        return
    lines = [talk.say("ledger-head", place=where, category=what)]
    for listed in found[:size]:
        shown = entry(talk.uow.org, talk.uow.rules.calendar, talk.language, listed)
        facts = {name: getattr(shown, name) for name in ("place", "category", "unit", "day", "reported", "done")}
        lines.append(talk.say("ledger-entry", **facts))
    more: Rows = ()
    if len(found) > size:
        more = ((talk.button("ledger-more", f"m.ledger.@{start + size} {category or ANY} {area.id}"),),)
    talk.reply("\n\n".join(lines), (*more, *own))


def _typed(talk: Talk, words: str) -> tuple[str, Area | None]:
    """Return the category and the place that somebody has typed; the whole service where they name no place, None for
    words that name nothing.
    """
    org, typed = talk.uow.org, clean(words)
    found = org.gazetteer.find(typed)
    area = found.area if found.area is not None else org.root
    category = next((each.id for each in CATEGORIES if category_label(talk.language, each.id) == typed), "")
    if typed and not category and found.area is None:
        return "", None
    return category, area


def _paged(talk: Talk, words: str) -> tuple[int, str, Area | None]:
    """Return where a page begins, of which category and place; a button may be forged."""
    start, category, area_id = [*words[1:].split(" "), "", "", ""][:3]
    known = {each.id for each in CATEGORIES}
    area = talk.uow.org.areas.get(number_of(area_id) or 0)
    return min(number_of(start) or 0, _FAR), category if category in known else "", area


async def _own(talk: Talk) -> Rows:
    """Return the buttons by which somebody takes back what stands there of theirs."""
    if talk.new or talk.locked:
        return ()
    cases = {case.id: case for case in await talk.uow.cases_of_resident(talk.person.id)}
    entries = await talk.uow.get_all(LedgerEntry, list(cases))
    shown = [cases[each.case_id] for each in entries if each.state is LedgerState.PUBLISHED]
    return tuple(
        (Button(talk.say("ledger-take-back", number=case.label), f"c.ledger_no.{case.id}.{case.epoch}"),)
        for case in shown[:_MOST_OWN]
    )


COMMANDS: Final[Mapping[str, Command]] = {"ledger": ledger}
