"""A throw-away service: an in-memory database, an organisation that routes everything, and a clock that is moved."""

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

import msgspec

from bot.composition import calendar_of
from bot.desk import Desk
from bot.organisation_entries import AreaEntry, OrganisationFile, RouteEntry, UnitEntry
from bot.organisation_import import to_rows
from bot.settings import Settings, Together, rules_of
from bot.telegram.channel import NAME, TelegramChannel
from bot.telegram.inbox import InboxWriter
from casework.areas import LEVELS
from casework.categories import CATEGORIES
from casework.organisation import Organisation
from casework.unit_of_work import Rules
from storage.organisations import import_organisation
from storage.store import Store

START: Final = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""A Monday morning at nine. The messages' own times span years: a clock that followed them would play no two alike."""

_BOT_ID: Final = 1
_SEED: Final = 1


class MovedByHand:
    """Case time that stands until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment."""
        return self._moment

    def pass_a_minute(self) -> None:
        """Move on by a minute: nobody writes and taps in the same moment."""
        self._moment += timedelta(minutes=1)


class ThrowAway:
    """One service that is gone when it is closed."""

    def __init__(self, desk: Desk, inbox: InboxWriter, clock: MovedByHand, organisation: Organisation) -> None:
        self.desk = desk
        self.inbox = inbox
        self.clock = clock
        self.organisation = organisation

    @classmethod
    async def open(cls, organisation: OrganisationFile, url: str = "sqlite://") -> "ThrowAway":
        """Open a service with the default settings over an empty database. Raises storage.dialects.Unavailable.

        But nobody is shown what is alike: the messages of years stand in one hour here, and each is to be filed.
        """
        settings = Settings(together=Together(offers_a_day=0))
        rules = Rules(await calendar_of(settings, START), rules_of(settings), secret=b"replay")
        store = await Store.open(url, rules, Random(_SEED))  # noqa: S311 - repeatable on purpose
        await import_organisation(store, to_rows(with_units(organisation)))
        clock = MovedByHand(START)
        desk = Desk(store, {NAME: TelegramChannel(_BOT_ID)}, clock, clock.now)
        inbox = InboxWriter(store, _BOT_ID, asyncio.Event(), clock.now)
        snapshot = await store.snapshot()
        return cls(desk, inbox, clock, snapshot.organisation)

    async def close(self) -> None:
        """Close the database; with one in memory nothing is left."""
        await self.desk.store.close()


def with_units(organisation: OrganisationFile) -> OrganisationFile:
    """Return the areas under one root with a unit for each category there, so that every case has somewhere to go.

    Units and routes of the organisation's own are left out: what they would do is not asked here.
    """
    areas = list(organisation.areas)
    roots = [area for area in areas if area.parent is None]
    if len(roots) != 1:
        # Latin letters that no text holds: the root must not be found as a place.
        root = AreaEntry("replay", "Replay-all-areas", LEVELS[0])
        areas = [root, *(msgspec.structs.replace(each, parent=each.parent or root.code) for each in areas)]
        roots = [root]
    units = tuple(UnitEntry(each.id, each.zh, roots[0].code, name_en=each.en) for each in CATEGORIES)
    routes = tuple(RouteEntry(each.id, roots[0].code, each.id) for each in CATEGORIES)
    return OrganisationFile(tuple(areas), units, routes)
