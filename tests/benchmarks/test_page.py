"""The page of the figures is written from the results alone."""

import dataclasses
from pathlib import Path

import pytest

from benchmarks import figures, page, plots
from benchmarks.figures import Bar, Figure, compared
from benchmarks.measurements import MEASUREMENTS
from benchmarks.workshop import ROOT

FIGURES = compared(
    [Figure("echo", "an echo", 1000, "messages/s"), Figure("ours", "ours", 1400, "messages/s", low=1300, high=1500)],
    "echo",
    {"ours": Bar(1.5, "least", ratio=True)},
)


def test_bars_are_of_values_or_of_ratios() -> None:
    _, ours = FIGURES
    assert ours.holds is False
    assert dataclasses.replace(ours, bar=Bar(1400, "most")).holds is True
    assert dataclasses.replace(ours, bar=None).holds is None


def test_a_measurement_replaces_its_own_figures_alone(tmp_path: Path) -> None:
    path = tmp_path / "latest.json"
    figures.write(path, "rates", FIGURES, {"date": "2026-11-25"})
    figures.write(path, "day", [Figure("day_minutes", "a day", 9, "min")], {"date": "2026-11-26"})
    figures.write(path, "rates", FIGURES[:1], {"date": "2026-11-27"})
    held = figures.read(path)
    assert set(held) == {"day_minutes", "echo", "runs"}
    assert held["runs"]["rates"]["date"] == "2026-11-27"


def test_the_page_says_what_was_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plots, "draw", lambda entries, folder: ["rates"])
    results, written = tmp_path / "benchmarks" / "latest.json", tmp_path / "docs" / "performance.md"
    figures.write(results, "rates", FIGURES, {"date": "2026-11-25", "seconds": 3, "rounds": 1})
    written.parent.mkdir()
    written.write_text("Before.\n<!-- rates -->\nold\n<!-- /rates -->\n<!-- day -->\n<!-- /day -->\nAfter.\n")
    page.write(results, written)
    text = written.read_text()
    assert "| ours | 1,400 messages/s | 1.40 × | 1,300 – 1,500 | **missed**: at least 1.5 × |" in text
    assert "![rates](../benchmarks/rates.svg)" in text
    assert "Not measured yet: `python -m benchmarks --only day`." in text
    assert "old" not in text
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")
    before = text
    page.write(results, written)
    assert written.read_text() == before


def test_each_measurement_has_its_place_in_the_page() -> None:
    text = page.PAGE.read_text(encoding="utf-8")
    assert page.PAGE == ROOT / "docs" / "performance.md"
    for measurement in MEASUREMENTS:
        assert f"<!-- {measurement.name} -->" in text
        assert f"<!-- /{measurement.name} -->" in text
        assert f"`{measurement.name}`" in text
