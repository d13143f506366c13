"""Looks where many have said the same, and opens theme tasks: before the next complaint, and outside of any turn."""

import asyncio
import logging
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
    """Open a theme in each place where enough matters are alike; return how many. Words are compared in a thread."""
    store, now = desk.store, desk.clock.now()
    figures, together = store.rules.profile.research, store.rules.profile.together
    span = {
        "since": to_micros(now - timedelta(days=figures.alike_days)),
        "lately": to_micros(now - timedelta(days=figures.topic_days)),
    }
    org = (await store.snapshot()).organisation
    async with store.reading() as session:
        crowded = await session.rows("crowded_places", **span, least=figures.alike_cases)
    opened = 0
    for area_id, category in crowded:
        where = {"area": area_id, "category": category, "since": span["since"], "most": _MOST_COMPARED}
        async with store.reading() as session:
            found = [_SIMILAR.decode(row) for row in await session.rows("comparable_cases", **where)]
        like = await asyncio.to_thread(cluster, org, together, found, figures.alike_cases)
        if not like:
            continue
        verb = partial(open_theme, area_id=area_id, category=category, case_ids=[each.case_id for each in like])
        try:
            opened += await desk.act(verb, SCHEDULE) is not None
        except Conflict:
            log.info("a theme is looked for again: somebody acted on it at the same moment")
    return opened
