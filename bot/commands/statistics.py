"""`doorstep stats`: what became of the cases that were filed in a span of days, counted, without a word of anybody."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from bot.clock import machine_now
from bot.commands.running import opened, settings_from
from bot.settings import Settings
from casework.organisation import Organisation
from casework.petitions import State
from casework.replacing import replace
from storage.codec import to_micros


@dataclass(frozen=True)
class Statistics:
    """Counts of the cases filed in a span: in all, by kind, by how they stand or ended, by unit.

    Silence, withdrawal and whatever else is no "solved" of the resident's stand apart in `ended`. `units` maps each
    unit to (filed, open, past their limit). `called` maps what call-backs were drawn from to their answers: a
    count of its own, beside how the cases ended.
    """

    since: datetime
    filed: int
    late: int
    kinds: dict[str, int]
    open: dict[str, int]
    ended: dict[str, int]
    units: dict[str, tuple[int, int, int]]
    called: dict[str, dict[str, int]] = field(default_factory=dict)


def stats(config: Path, days: int, *, as_json: bool) -> None:
    """Print the counts of the last `days`."""
    found = asyncio.run(_read(settings_from(config), days))
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(found)).decode())
        return
    console = Console()
    console.print(f"Cases filed in the last {days} days: {found.filed}, past their limit: {found.late}")
    for table in _tables(found):
        if table.row_count:
            console.print(table)


async def _read(settings: Settings, days: int) -> Statistics:
    now = machine_now()
    since = now - timedelta(days=days)
    async with opened(settings) as store:
        snapshot = await store.snapshot()
        span = {"since": to_micros(since), "before": to_micros(now), "now": to_micros(now)}
        async with store.reading() as session:
            rows = await session.rows("cases_by_end", **span)
            answers = await session.rows("callbacks_by_answer", since=span["since"], before=span["before"])
    called: dict[str, dict[str, int]] = {}
    for drawn, answer, count in answers:
        called.setdefault(drawn, {})[answer] = count
    found = counted(rows, snapshot.organisation, settings.service.languages[0], since)
    return replace(found, called=called)


def counted(rows: Sequence[Sequence[Any]], org: Organisation, language: str, since: datetime) -> Statistics:
    """Return the statistics of rows of (kind, unit, state, closing, cases, of them late)."""
    kinds, still, ended = Counter[str](), Counter[str](), Counter[str]()
    units: dict[str, list[int]] = {}
    filed = late = 0
    for kind, unit_id, state, closing, cases, behind in rows:
        is_open = state != State.CLOSED
        filed, late = filed + cases, late + behind
        kinds[kind] += cases
        (still if is_open else ended)[state if is_open else closing] += cases
        unit = org.units.get(unit_id)
        line = units.setdefault(unit.label(language) if unit is not None else "-", [0, 0, 0])
        for at, more in enumerate((cases, cases if is_open else 0, behind)):
            line[at] += more
    by_name = {name: (line[0], line[1], line[2]) for name, line in sorted(units.items())}
    return Statistics(since, filed, late, dict(kinds), dict(still), dict(ended), by_name)


def _tables(found: Statistics) -> Iterator[Table]:
    for title, counts in (("kind", found.kinds), ("open", found.open), ("ended", found.ended)):
        yield _table(title, [(name, str(count)) for name, count in counts.items()], ("cases",))
    units = [(name, *map(str, counts)) for name, counts in found.units.items()]
    yield _table("unit", units, ("cases", "open", "past their limit"))
    called = [(drawn, _listed(each)) for drawn, each in found.called.items()]
    yield _table("call-backs", called, ("answers",))


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _table(title: str, rows: Sequence[Sequence[str]], columns: Sequence[str]) -> Table:
    table = Table(title)
    for column in columns:
        table.add_column(column, justify="right")
    for row in rows:
        table.add_row(*row)
    return table
