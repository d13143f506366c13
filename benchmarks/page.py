"""`python -m benchmarks.page`: writes docs/performance.md and its plots anew from `benchmarks/results/latest.json`.

What is said about each measurement stands in the page itself. Only what lies between two marks, `<!-- NAME -->` and
`<!-- /NAME -->`, is replaced: by the table and the plot of that measurement.
"""

import argparse
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks import figures, plots
from benchmarks.figures import RUNS, number
from benchmarks.workshop import ROOT

RESULTS: Final = ROOT / "benchmarks" / "results" / "latest.json"
PAGE: Final = ROOT / "docs" / "performance.md"
_PART: Final = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)


def write(results: Path, page: Path) -> None:
    """Put the figures of a results file into the page, and draw the plots beside the file."""
    entries = figures.read(results)
    runs = entries.pop(RUNS, {})
    folder = results.parent
    drawn = plots.draw(entries, folder)

    def part(match: re.Match[str]) -> str:
        name = match[2]
        run = runs.get(name)
        if run is None:
            return f"{match[1]}Not measured yet: `python -m benchmarks --only {name}`.\n{match[3]}"
        plot = f"\n![{name}]({_relative(folder, page)}/{name}.svg)\n" if name in drawn else ""
        lasted = f" in {run['seconds']} s" if "seconds" in run else ""
        rounds = f"{run['rounds']} round{'s' if run['rounds'] != 1 else ''}"
        said = f"Measured on {run['date']}{lasted}, {rounds}: {run['machine']}.\n"
        return f"{match[1]}\n{_table(name, entries)}\n{said}{plot}\n{match[3]}"

    page.write_text(_PART.sub(part, page.read_text(encoding="utf-8")), encoding="utf-8")


def _table(measurement: str, entries: Mapping[str, Mapping[str, Any]]) -> str:
    lines = ["| what | figure | ratio | lowest – highest | bar |", "|---|---:|---:|---:|---|"]
    for entry in entries.values():
        if entry.get("measurement") != measurement:
            continue
        against = entries.get(entry.get("against", ""), {})
        ratio = f"{entry['ratio']:.2f} ×" if "ratio" in entry and against is not entry else ""
        spread = f"{number(entry['low'])} – {number(entry['high'])}" if "low" in entry else ""
        cells = (entry["label"], f"{number(entry['value'])} {entry['unit']}".rstrip(), ratio, spread, _bar(entry))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _bar(entry: Mapping[str, Any]) -> str:
    bar = entry.get("bar")
    if bar is None:
        return ""
    kind = "most" if "most" in bar else "least"
    return f"{'holds' if entry['holds'] else '**missed**'}: at {kind} {bar[kind]:,g}{' ×' if 'of' in bar else ''}"


def _relative(folder: Path, page: Path) -> str:
    return Path(os.path.relpath(folder, page.parent)).as_posix()


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--page", type=Path, default=PAGE)
    given = parser.parse_args()
    write(given.results, given.page)


if __name__ == "__main__":
    main()
