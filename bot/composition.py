"""Puts the parts of a service together from its settings: the database, the rules and the source of chance."""

import asyncio
import random
import secrets
import sqlite3
from datetime import datetime
from pathlib import Path

import asyncpg
import msgspec

from bot.calendars import PublicDays, build_calendar, public_days, source_of
from bot.clock import machine_now
from bot.files.vault import Vault
from bot.settings import Settings, rules_of
from casework.calendar import Calendar
from casework.unit_of_work import Rules
from storage.codec import to_json
from storage.dialects import Database, Unavailable, open_database, sqlite_path
from storage.migrations import migrate
from storage.store import Store

VAULT = "vault"
SECRET = "secret"  # noqa: S105 - the name of the fact, not its value
SECRET_BYTES = 32
PUBLIC_DAYS = "public_days"
YEARS_AROUND = 2


async def open_store(settings: Settings, now: datetime | None = None) -> Store:
    """Open and migrate the service's database, and return the store with the rules that the settings name.

    The calendar spans the two years before and after `now` (the machine's time without it). The secret of query
    codes is made on the first start and kept in the database: without it no code could be checked again. Raises
    storage.dialects.Unavailable with a line that names no password.
    """
    database = await open_migrated(settings)
    try:
        rules = Rules(
            calendar=await _kept_calendar(settings, now or machine_now(), database),
            profile=rules_of(settings),
            secret=await _secret(database),
            languages=settings.service.languages,
        )
    except BaseException:
        await database.close()
        raise
    return Store(database, rules, random.SystemRandom())


async def open_migrated(settings: Settings) -> Database:
    """Open the service's database and bring its schema up to date. Raises Unavailable."""
    database = await open_service_database(settings)
    try:
        await bring_up_to_date(database)
    except BaseException:
        await database.close()
        raise
    return database


def missing_file(settings: Settings) -> Path | None:
    """Return the file of SQLite that the settings name, where there is none yet: it would be made."""
    url = settings.storage.url.reveal()
    path = sqlite_path(url) if url.startswith("sqlite:") else ""
    return Path(path) if path and not Path(path).exists() else None


async def open_service_database(settings: Settings) -> Database:
    """Open the database that the settings name, as it is. Raises Unavailable."""
    try:
        return await open_database(settings.storage.url.reveal())
    except OSError as error:
        raise Unavailable(f"there is no folder for the database: {error.filename}: {error.strerror}") from None


async def bring_up_to_date(database: Database) -> list[int]:
    """Run the migrations that are missing; return their numbers. Raises Unavailable."""
    try:
        return await migrate(database)
    except (sqlite3.Error, asyncpg.PostgresError, OSError) as error:
        raise Unavailable(f"the database cannot be brought up to date: {type(error).__name__}") from None


async def open_vault(settings: Settings, store: Store) -> Vault:
    """Return the vault in the folder that the settings name, marked as this service's own: what its database does not
    know is removed from it one day. Raises Unavailable where it cannot be used, or is another service's.
    """
    folder = Path(settings.storage.files)
    async with store.database.transaction() as session:
        await session.write("fact_add", [{"key": VAULT, "value": secrets.token_hex(SECRET_BYTES)}])
        ((mark,),) = await session.rows("fact_read", key=VAULT)
    try:
        vault = Vault(folder)
        owner = await vault.claim(mark)
    except OSError as error:
        raise Unavailable(f"the folder of files {folder} cannot be used: {error.strerror}") from None
    if owner != mark:
        raise Unavailable(f"the folder of files {folder} belongs to another database; give this service its own")
    return vault


async def calendar_of(settings: Settings, now: datetime) -> Calendar:
    """Return the working days of the service around `now`; looked up in a thread, as it takes a moment."""
    days = await asyncio.to_thread(public_days, _years_around(now), settings.service.country)
    return _calendar(settings, now, days)


async def _kept_calendar(settings: Settings, now: datetime, database: Database) -> Calendar:
    """Return the same over what the database has kept of it, so that only the first start of a year, and the first one
    with another version of the package, have to look it up; and one that cannot read what was kept.
    """
    years, country = _years_around(now), settings.service.country
    async with database.reading() as session:
        rows = await session.rows("fact_read", key=PUBLIC_DAYS)
    days = _kept_days(rows[0][0]) if rows else None
    if days is None or days.source != source_of(years, country):
        days = await asyncio.to_thread(public_days, years, country)
        async with database.transaction() as session:
            await session.write("fact_write", [{"key": PUBLIC_DAYS, "value": to_json(days)}])
    return _calendar(settings, now, days)


def _kept_days(fact: str) -> PublicDays | None:
    """Return what was kept; None where it is damaged, or another version of the program has kept it otherwise."""
    try:
        return msgspec.json.decode(fact, type=PublicDays)
    except msgspec.MsgspecError:
        return None


def _years_around(now: datetime) -> range:
    return range(now.year - YEARS_AROUND, now.year + YEARS_AROUND + 1)


def _calendar(settings: Settings, now: datetime, days: PublicDays) -> Calendar:
    times = settings.followups
    return build_calendar(settings.service.time_zone, _years_around(now), times.quiet_from, times.quiet_to, days)


async def _secret(database: Database) -> bytes:
    """Return the secret of query codes. Of two programs that start at once, one makes it and both read it."""
    async with database.transaction() as session:
        await session.write("fact_add", [{"key": SECRET, "value": secrets.token_bytes(SECRET_BYTES).hex()}])
        ((value,),) = await session.rows("fact_read", key=SECRET)
    return bytes.fromhex(value)
