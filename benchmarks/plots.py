"""The plots of docs/performance.md, from the JSON of the results alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

Entries = Mapping[str, Mapping[str, Any]]

_OURS: Final = "#b03a2e"
_OTHERS: Final = "#8a8f98"
_LINE: Final = "#1f2933"
_WIDTH: Final = 8.0
_ROW: Final = 0.34

_DRAWN: Final = {
    "rates": ("messages/s", "filings/s", "taps/s", "acceptances/s"),
    "rates_postgres": ("messages/s", "filings/s", "taps/s", "acceptances/s"),
    "sweeps": ("µs of work",),
    "sweeps_postgres": ("µs of work",),
    "starts": ("s",),
    "delays": ("ms",),
    "reads": ("ms",),
    "reads_postgres": ("ms",),
}
"""The measurements that have a plot, with the units of the figures that stand in it."""


def draw(entries: Entries, folder: Path) -> list[str]:
    """Draw a plot of each measurement that there are figures of; return the measurements drawn."""
    drawn = []
    for measurement, units in _DRAWN.items():
        shown = [
            entry
            for name, entry in entries.items()
            if entry.get("measurement") == measurement and entry["unit"] in units and not name.endswith("_start")
        ]
        if shown:
            folder.mkdir(parents=True, exist_ok=True)
            _bars(shown, folder / f"{measurement}.svg")
            drawn.append(measurement)
    return drawn


def _bars(shown: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Draw one bar a figure, with the spread of its repeats and the bar that it has to keep."""
    import matplotlib as mpl  # noqa: PLC0415 - only those who draw have it
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    mpl.rcParams["svg.hashsalt"] = "doorstep"
    mpl.rcParams["svg.fonttype"] = "none"
    figure = Figure(figsize=(_WIDTH, 0.9 + _ROW * len(shown)), layout="constrained")
    FigureCanvasSVG(figure)
    axes = figure.subplots()
    rows = range(len(shown))
    colours = [_OURS if _is_ours(entry) else _OTHERS for entry in shown]
    axes.barh(rows, [entry["value"] for entry in shown], color=colours, height=0.62)
    for row, entry in zip(rows, shown, strict=True):
        if "low" in entry:
            axes.plot([entry["low"], entry["high"]], [row, row], color=_LINE, linewidth=1)
        limit = _limit(entry)
        if limit is not None:
            axes.plot([limit, limit], [row - 0.42, row + 0.42], color=_LINE, linewidth=2)
    axes.set_yticks(rows, [entry["label"] for entry in shown], fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel(" · ".join(dict.fromkeys(entry["unit"] for entry in shown)), fontsize=8)
    axes.tick_params(axis="x", labelsize=8)
    axes.set_xlim(left=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, metadata={"Date": None, "Creator": None})


def _is_ours(entry: Mapping[str, Any]) -> bool:
    return "echo" not in entry["label"] and "Python, importing" not in entry["label"]


def _limit(entry: Mapping[str, Any]) -> float | None:
    """Return where the figure's bar stands on the axis; None without one."""
    bar = entry.get("bar")
    if bar is None:
        return None
    limit = float(bar.get("most", bar.get("least")))
    return limit * entry["value"] / entry["ratio"] if "of" in bar else limit
