"""Looks where many have said the same, and opens theme tasks: before the next complaint, and outside of any turn."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.desk import Desk
from casework.actions.themes import open_theme
from casework.likeness import Similar
from casework.themes import cluster
from casework.unit_of_work import SCHEDULE
from storage.codec import Codec, to_micros
from storage.dialects import Conflict

log = logging.getLogger(__name__)

_SIMILAR = Codec(Similar)
_MOST_COMPARED = 300
"""Cases of one category and place that are held against each other, the newest of them."""


async def look_for_themes(desk: Desk) -> int:
    """Open a theme in each place where enough matters are alike; return how many. Words are compared in a thread.

    Villages come first: those of one township are put together where none of them alone has enough.
    """
    return await _in_places(desk) + await _in_towns(desk)


async def _in_places(desk: Desk) -> int:
    least = desk.store.rules.profile.research.alike_cases
    async with desk.store.reading() as session:
        crowded = await session.rows("crowded_places", **_span(desk), least=least)
    return sum([await _open(desk, area_id, category, [area_id], 1) for area_id, category in crowded])


async def _in_towns(desk: Desk) -> int:
    figures = desk.store.rules.profile.research
    villages = {"least": figures.alike_cases, "villages": figures.alike_villages}
    async with desk.store.reading() as session:
        crowded = await session.rows("crowded_towns", **_span(desk), **villages)
    areas = (await desk.store.snapshot()).organisation.areas.values()
    opened = 0
    for town, category in crowded:
        below = [area.id for area in areas if area.parent_id == town and area.level == "village"]
        opened += await _open(desk, town, category, below, figures.alike_villages)
    return opened


def _span(desk: Desk) -> dict[str, int]:
    """Return since when cases count, and since when a theme keeps another one from being opened."""
    now, figures = desk.clock.now(), desk.store.rules.profile.research
    return {
        "since": to_micros(now - timedelta(days=figures.alike_days)),
        "lately": to_micros(now - timedelta(days=figures.topic_days)),
    }


async def _open(desk: Desk, area_id: int, category: str, places: Sequence[int], least_places: int) -> bool:
    """Open a theme of an area, if the cases of these places are alike in so many of them; return whether it is open."""
    rules = desk.store.rules.profile
    where = {"areas": list(places), "category": category, "since": _span(desk)["since"], "most": _MOST_COMPARED}
    org = (await desk.store.snapshot()).organisation
    async with desk.store.reading() as session:
        found = [_SIMILAR.decode(row) for row in await session.rows("comparable_cases", **where)]
    like = await asyncio.to_thread(cluster, org, rules.together, found, rules.research.alike_cases)
    if len({each.area_id for each in like}) < least_places:
        return False
    verb = partial(open_theme, area_id=area_id, category=category, case_ids=[each.case_id for each in like])
    try:
        return await desk.act(verb, SCHEDULE) is not None
    except Conflict:
        log.info("a theme is looked for again: somebody acted on it at the same moment")
        return False
