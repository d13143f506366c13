"""What was measured: figures with their bars, in one JSON file to which each measurement adds its own."""

import json
import os
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from rich.console import Console
from rich.table import Table

RUNS: Final = "runs"
"""The key of the file under which stands how and when each measurement ran."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A limit that a figure keeps, at `most` or at `least`: its value, or with `of` its ratio to another figure."""

    limit: float
    kind: Literal["most", "least"]
    ratio: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `ratio` is how often it holds the one `against`; `low` and `high` are the extremes of repeats."""

    name: str
    label: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""
    bar: Bar | None = None
    low: float | None = None
    high: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the bar is kept; None without one."""
        if self.bar is None:
            return None
        measured = self.ratio if self.bar.ratio else self.value
        assert measured is not None
        return measured <= self.bar.limit if self.bar.kind == "most" else measured >= self.bar.limit

    def entry(self, measurement: str) -> dict[str, Any]:
        """Return the figure as it stands in the file."""
        entry: dict[str, Any] = {"measurement": measurement, "label": self.label, "value": _rounded(self.value)}
        entry["unit"] = self.unit
        if self.ratio is not None:
            entry |= {"ratio": _rounded(self.ratio), "against": self.against}
        if self.low is not None and self.high is not None:
            entry |= {"low": _rounded(self.low), "high": _rounded(self.high)}
        if self.bar is not None:
            of = {"of": self.against} if self.bar.ratio else {}
            entry |= {"bar": {self.bar.kind: self.bar.limit, **of}, "holds": self.holds}
        return entry


def compared(figures: Sequence[Figure], against: str, bars: Mapping[str, Bar] | None = None) -> list[Figure]:
    """Return figures with their ratio to the one named `against`, and those named in `bars` with a bar of it."""
    base = next(figure.value for figure in figures if figure.name == against)
    return [
        Figure(
            *(figure.name, figure.label, figure.value, figure.unit),
            ratio=figure.value / base,
            against=against,
            bar=(bars or {}).get(figure.name, figure.bar),
            low=figure.low,
            high=figure.high,
        )
        for figure in figures
    ]


def machine() -> str:
    """Describe this machine in a line."""
    system = os.uname()
    kind = f"{os.cpu_count()} cores{_processor()}, {_memory()}"
    return f"{kind}, {system.sysname} {system.release} {system.machine}, Python {sys.version.split()[0]}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if not info.exists():
        return f" ({platform.processor()})" if platform.processor() else ""
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return f" ({names[0]})" if names else ""


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB of memory"


def read(path: Path) -> dict[str, Any]:
    """Return what the file holds; nothing where there is none."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def write(path: Path, measurement: str, figures: Iterable[Figure], run: Mapping[str, Any]) -> None:
    """Put the figures of a measurement into the file, in place of those that it had there before."""
    held = read(path)
    runs = {**held.pop(RUNS, {}), measurement: {"machine": machine(), **run}}
    kept = {name: entry for name, entry in held.items() if entry.get("measurement") != measurement}
    new = {figure.name: figure.entry(measurement) for figure in figures}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**kept, **new, RUNS: runs}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def show(console: Console, title: str, figures: Iterable[Figure]) -> None:
    """Print the figures of a measurement as a table."""
    table = Table("", "figure", "ratio", "lowest – highest", "bar", title=title, title_justify="left")
    for column in table.columns[1:4]:
        column.justify = "right"
    for figure in figures:
        ratio = f"{figure.ratio:.2f} ×" if figure.ratio is not None else ""
        spread = f"{number(figure.low)} – {number(figure.high)}" if figure.low is not None else ""
        table.add_row(figure.label, f"{number(figure.value)} {figure.unit}", ratio, spread, _verdict(figure))
    console.print(table)


def number(value: float | None) -> str:
    """Return a figure as people read it: three digits at least, and none that say nothing."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _verdict(figure: Figure) -> str:
    if figure.bar is None:
        return ""
    what = f"{figure.bar.limit:,g}{' ×' if figure.bar.ratio else ''}"
    return f"{'holds' if figure.holds else 'MISSED'}: at {figure.bar.kind} {what}"


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")
