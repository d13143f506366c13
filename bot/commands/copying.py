"""`doorstep copy`: a whole database into an empty one, such as from SQLite to PostgreSQL."""

import asyncio
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.clock import machine_now
from bot.commands.running import CommandError
from storage import bulk, copying
from storage.codec import to_micros


def copy(original: str, into: str) -> None:
    """Copy, showing how far it is, and say what was copied. Raises CommandError and Unavailable."""
    began = time.monotonic()
    asyncio.run(_refuse_running(original))
    with ShownProgress() as bars:
        try:
            held = asyncio.run(copying.copy(original, into, bars))
        except copying.Differs as differs:
            raise CommandError(f"the copy is not like its original in: {differs}; do not use it") from None
    rows = sum(each.rows for each in held.values())
    seconds = time.monotonic() - began
    print(f"Copied and compared: {rows} rows of {len(held)} tables in {seconds:.0f} s.")
    print("Let the settings name the new database now; the files stay where they are.")


class ShownProgress(Progress):
    """Bars on the terminal, one a table; nothing where the output is a file."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:16}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        console = Console(stderr=True)
        super().__init__(*columns, console=console, disable=not console.is_terminal)

    def __call__(self, table: str, done: int, total: int) -> None:
        """Show how far a table is."""
        task = next((each for each in self.tasks if each.description == table), None)
        number = task.id if task is not None else self.add_task(table, total=total)
        self.update(number, completed=done)


async def _refuse_running(url: str) -> None:
    """Raise CommandError where a service works over the database: what it writes later would be missing."""
    now = to_micros(machine_now())
    async with bulk.source(url) as source:
        held = [until async for rows in source.rows("leases", ["until"]) for (until,) in rows if until > now]
    if held:
        raise CommandError("a service works with this database; stop it first, or what it writes now is not copied")
