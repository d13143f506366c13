"""Migrations: numbered SQL files, forward only, each in one transaction."""

from pathlib import Path

from storage.dialects import Conflict, Database, Unavailable

FOLDER = Path(__file__).parent / "migrations"


def known() -> list[tuple[int, Path]]:
    """Return the numbered files, in order."""
    return sorted((int(file.name.split("_", 1)[0]), file) for file in FOLDER.glob("*.sql"))


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
    await database.script("create table if not exists migrations (number bigint primary key)")
    applied: list[int] = []
    files = known()
    async with database.reading() as session:
        done = {int(row[0]) for row in await session.rows("migrations_done")}
    if done - {number for number, _ in files}:
        raise Unavailable("the database was written by a newer version of Doorstep; update the program")
    for number, file in files:
        if number not in done:
            # The number goes in first: the second of two programs fails here and changes nothing.
            mark = f"insert into migrations (number) values ({number:d});"  # noqa: S608
            await database.script(mark + file.read_text(encoding="utf-8"))
            applied.append(number)
    return applied
