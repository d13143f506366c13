"""The medians of all rounds: as a table for the reader, and as JSON for those who compare."""

import json
import statistics
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from benchmarks.measure import Run, machine
from benchmarks.programs import BASELINE, COMPLAINT, Program

BAR: Final = 1.5
"""Doorstep's complaint, stored and answered, in aiogram's echoes, which carry nothing."""

_MB: Final = 1_000_000


class Results:
    """What was measured, by program."""

    def __init__(self, programs: Sequence[Program], runs: Mapping[str, Sequence[Run]]) -> None:
        self._programs = programs
        self._runs = runs

    def ratio(self, name: str) -> float:
        """Return how often a program's rate holds that of the baseline, both medians of the same rounds."""
        return self._rate(name) / self._rate(BASELINE)

    @property
    def holds(self) -> bool:
        """Whether the complaint message keeps the bar."""
        return self.ratio(COMPLAINT) >= BAR

    def show(self, console: Console) -> None:
        """Print the table, and whether the bar holds."""
        table = Table("program", *(f"{each}\n" for each in ("a second", "× aiogram", "slowest, fastest")))
        table.add_column("start to\nfirst poll")
        table.add_column("peak\nmemory")
        for column in table.columns[1:]:
            column.justify = "right"
        for program in self._programs:
            rates = sorted(run.per_second for run in self._runs[program.name])
            table.add_row(
                program.label,
                f"{self._rate(program.name):,.0f}",
                f"{self.ratio(program.name):.2f}",
                f"{rates[0]:,.0f} – {rates[-1]:,.0f}",
                f"{self._start(program.name):.2f} s",
                f"{self._memory(program.name):.0f} MB",
            )
        console.print(table)
        verdict = "holds" if self.holds else "is missed"
        console.print(f"The bar, a complaint at {BAR} × aiogram's echo, {verdict}: {self.ratio(COMPLAINT):.2f} ×.")

    def write(self, path: Path, rounds: int, people: int, on: date) -> None:
        """Write the measures by name, each with its value, unit, and ratio against the baseline's, and the run."""
        content: dict[str, Any] = {}
        for program in self._programs:
            name = program.name
            unit = "filings/s" if program.goal == "filing" else "messages/s"
            content[name] = _entry(self._rate(name), unit, self._rate(BASELINE), BASELINE)
            content[f"{name}_start"] = _entry(self._start(name), "s", self._start(BASELINE), f"{BASELINE}_start")
            memory = self._memory(name), "MB", self._memory(BASELINE), f"{BASELINE}_memory"
            content[f"{name}_memory"] = _entry(*memory)
        content["run"] = {"machine": machine(), "rounds": rounds, "messages": people, "date": on.isoformat()}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

    def _rate(self, name: str) -> float:
        return statistics.median(run.per_second for run in self._runs[name])

    def _start(self, name: str) -> float:
        return statistics.median(run.start for run in self._runs[name])

    def _memory(self, name: str) -> float:
        return statistics.median(run.memory for run in self._runs[name]) / _MB


def _entry(value: float, unit: str, base: float, against: str) -> dict[str, Any]:
    return {"value": round(value, 3), "unit": unit, "ratio": round(value / base, 3), "against": against}
