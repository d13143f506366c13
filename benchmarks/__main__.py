"""`make bench`, or `python -m benchmarks`: everything that is measured, each side by side in one run.

Figures go to a table here, to `benchmarks/results/latest.json` as soon as each measurement is done, and from there to
plots and docs/performance.md. So a run that was broken off goes on with `--only` and the names that are missing.
"""

import argparse
import asyncio
import compileall
import dataclasses
import os
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from benchmarks import figures, page
from benchmarks.figures import Figure
from benchmarks.measurements import MEASUREMENTS, Measurement
from benchmarks.workshop import FOLDER, ROOT, SHORT, Amounts, Workshop


def _arguments() -> argparse.Namespace:
    names = [each.name for each in MEASUREMENTS]
    full = Amounts()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--short", action="store_true", help="in moments, to see that it works; figures say nothing")
    parser.add_argument("--rounds", type=int, default=full.rounds, help="repeats, of which the median counts")
    parser.add_argument("--messages", type=int, default=full.messages, help="of each run of `rates`")
    parser.add_argument("--cases", type=int, default=full.cases, help="of `sweeps`, `starts` and `reads`")
    parser.add_argument("--day", type=int, default=full.day, metavar="CASES", help="cases of the day")
    parser.add_argument("--postgres", default=os.environ.get("DOORSTEP_TEST_PG", ""), help="URL of a server")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="of the results")
    parser.add_argument("--output", type=Path, help="the JSON file instead of latest.json; no page is written then")
    given = parser.parse_args()
    if given.short and given.output is None:
        given.output = FOLDER / "short.json"
    return given


def _amounts(given: argparse.Namespace) -> Amounts:
    if given.short:
        return SHORT
    return dataclasses.replace(
        Amounts(), rounds=given.rounds, messages=given.messages, cases=given.cases, day=given.day
    )


def _one(measurement: Measurement, shop: Workshop, given: argparse.Namespace) -> list[Figure]:
    """Run a measurement, print its table, and put its figures into the file."""
    shop.console.rule(f"{measurement.name}: {measurement.about}, about {measurement.minutes:g} min")
    begun = time.monotonic()
    found = asyncio.run(measurement.measure(shop))
    figures.show(shop.console, measurement.about, found)
    run = {"date": given.date.isoformat(), "seconds": round(time.monotonic() - begun), "rounds": shop.amounts.rounds}
    figures.write(given.output or page.RESULTS, measurement.name, found, run)
    return found


def _compile() -> None:
    """Compile the program as `make install` does: where Python may write no compiled files, it would at each start."""
    for package in ("bot", "handlers", "storage", "casework"):
        compileall.compile_dir(ROOT / package, quiet=1)


def main() -> int:
    """Measure, print, and write; return 1 where a bar is missed or a measurement has failed."""
    given = _arguments()
    console = Console()
    shop = Workshop(_amounts(given), given.postgres, console)
    _compile()
    wrong: list[str] = []
    for measurement in MEASUREMENTS:
        if measurement.name not in given.only:
            continue
        if measurement.postgres and not given.postgres:
            console.print(f"{measurement.name} is left out: no PostgreSQL (--postgres URL)")
            continue
        try:
            found = _one(measurement, shop, given)
        except (RuntimeError, OSError, ValueError) as error:
            console.print(f"{measurement.name} has failed: {error}", markup=False)
            wrong.append(measurement.name)
            continue
        wrong += [figure.label for figure in found if figure.holds is False]
    if given.output is None:
        page.write(page.RESULTS, page.PAGE)
    console.print(f"Bars missed: {'; '.join(wrong)}." if wrong else "All bars hold.", markup=False)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
