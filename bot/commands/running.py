"""What all commands share: the settings, the store, and how a failure is said."""

import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path

import asyncpg

from bot.composition import missing_file, open_store
from bot.organisation_entries import OrganisationFileError
from bot.settings import Settings, load_settings
from bot.settings_errors import SettingsError
from storage.dialects import Conflict, Unavailable
from storage.store import Store

FAILED = 2


class CommandError(Exception):
    """A command can't do what was asked; the message is one line that says why, and what can be done."""


def guarded(command: Callable[[], int | None]) -> int:
    """Run a command; return the exit status: its own, 0 for None, or 2 after one clear line (one a problem, for files)
    on stderr.

    Errors of a database are named by their kind only, since their texts hold values. What is no failure of the
    settings, the files or the database is a defect, and is raised.
    """
    try:
        return command() or 0
    except (CommandError, SettingsError, OrganisationFileError, Unavailable) as error:
        problem = str(error)
    except Conflict:
        problem = "the same was changed by somebody else at this moment; nothing was written, please try again"
    except (sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        problem = f"the database failed: {type(error).__name__}"
    except OSError as error:
        problem = f"{error.filename or 'the connection'}: {error.strerror or type(error).__name__}"
    print(problem, file=sys.stderr)
    return FAILED


def settings_from(config: Path) -> Settings:
    """Read the settings file, with the environment over it. Raises SettingsError."""
    return load_settings(config, os.environ)


@contextmanager
def new_file_said(settings: Settings) -> Iterator[None]:
    """Open the service's database within the block. Where that makes a new file it is said: whoever meant their own has
    a typing error, or stands in another folder.
    """
    new = missing_file(settings)
    yield
    if new is not None:
        print(f"A new database is made: {new.absolute()}", file=sys.stderr)


@asynccontextmanager
async def opened(settings: Settings, now: datetime | None = None) -> AsyncIterator[Store]:
    """Give the service's store, and close it afterwards. Raises Unavailable."""
    with new_file_said(settings):
        store = await open_store(settings, now)
    try:
        yield store
    finally:
        await store.close()
