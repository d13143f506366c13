"""Migrations: numbered SQL files, forward only, each in one transaction.

The version before can go on with what only adds: tables, indexes, columns with a default. A file that takes
away, renames or means something else by what is there begins with STOP.
"""

from collections.abc import Collection
from pathlib import Path

from storage.dialects import Conflict, Database, Unavailable, is_no_table

FOLDER = Path(__file__).parent / "migrations"
STOP = "-- Stop the service first: "
"""How a migration begins that the version before can't live with; the reason follows."""


def known() -> list[tuple[int, Path]]:
    """Return the numbered files, in order."""
    return sorted((int(file.name.split("_", 1)[0]), file) for file in FOLDER.glob("*.sql"))


async def pending(database: Database) -> list[tuple[int, bool]]:
    """Return the numbers that are not applied yet, each with whether the service has to be stopped for it.

    Changes nothing: a typing error may have led to another program's database. Raises Unavailable as `migrate` does.
    """
    try:
        done = await _done(database)
    except Exception as error:
        if not is_no_table(error):
            raise
        done = set()
    return left(done)


def left(done: Collection[int] = ()) -> list[tuple[int, bool]]:
    """Return the numbers besides those that are done, each with whether the service has to be stopped for it."""
    return [
        (number, file.read_text(encoding="utf-8").startswith(STOP)) for number, file in known() if number not in done
    ]


async def migrate(database: Database) -> list[int]:
    """Bring the schema up to date; return the numbers that were applied.

    Of two programs that start at once, each file is run by one; the other waits for it, and looks again. Raises
    Unavailable where the database was written by a newer version of the program.
    """
    for _ in range(len(known()) + 1):
        try:
            return await _migrate(database)
        except Conflict:
            continue
    return await _migrate(database)


async def _migrate(database: Database) -> list[int]:
    applied: list[int] = []
    await database.script("create table if not exists migrations (number bigint primary key)")
    done = await _done(database)
    for number, file in known():
        if number not in done:
            # The number goes in first: the second of two programs fails here and changes nothing.
            mark = f"insert into migrations (number) values ({number:d});"  # noqa: S608
            await database.script(mark + file.read_text(encoding="utf-8"))
            applied.append(number)
    return applied


async def _done(database: Database) -> set[int]:
    async with database.reading() as session:
        done = {int(row[0]) for row in await session.rows("migrations_done")}
    if done - {number for number, _ in known()}:
        raise Unavailable("the database was written by a newer version of Doorstep; update the program")
    return done
