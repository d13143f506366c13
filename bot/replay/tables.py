"""A replay's figures as tables for a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from bot.replay.figures import Categories, Figures, Speed, Villages
from bot.replay.labelled import Labelled

_LANGUAGES = {"zh": "Chinese", "en": "English"}


def show(figures: Figures, console: Console) -> None:
    """Print all tables, each with a line that says what to make of it."""
    console.print(_outcomes(figures))
    console.print(_intake(figures))
    if figures.labelled is not None:
        console.print(_labelled(figures.labelled))
    for categories in figures.categories:
        console.print(_categories(categories))
    if figures.villages:
        console.print(_villages(figures.villages))
    console.print(_speed(figures.speed))


def _outcomes(figures: Figures) -> Table:
    table = _table("Messages", "", "", "which")
    for file in figures.files:
        left_out = f"{file.wordless_rows} rows without anybody's own words left out" if file.wordless_rows else ""
        table.add_row(file.name, str(file.messages), left_out)
    table.add_section()
    table.add_row("filed", _of(figures.filed, figures.messages), "")
    for actions, count in figures.actions.items():
        table.add_row(f"  by {actions} actions", str(count), "")
    for answer, count in figures.not_filed.items():
        table.add_row("answered, not filed", str(count), answer)
    table.add_row("neither filed nor answered", str(len(figures.lost)), _ids(figures.lost))
    table.add_row("words not kept whole", str(len(figures.not_whole)), _ids(figures.not_whole))
    table.add_row("without a unit", str(figures.unrouted), "")
    table.add_section()
    table.add_row("areas known", str(figures.areas), "")
    table.add_row("place taken from the words", _of(len(figures.places), figures.messages), _ids(figures.places))
    return table


def _intake(figures: Figures) -> Table:
    table = _table("What they are", "", "", "which")
    for kind, count in figures.kinds.items():
        table.add_row(kind, _of(count, figures.filed), "")
    table.add_section()
    for matters, count in figures.matters.items():
        table.add_row(f"{matters} matters" if matters > 1 else "one matter", _of(count, figures.filed), "")
    table.add_section()
    for held, count in figures.held.items():
        table.add_row(f"cases held: {held}", str(count), "")
    table.add_row(
        "asked whether somebody is in danger", _of(len(figures.danger), figures.messages), _ids(figures.danger)
    )
    return table


def _labelled(found: Labelled) -> Table:
    title = f"Against {found.compared} messages that a person read: kinds, macro-F1 {found.macro_f1:.3f}"
    table = _table(title, "", "there", "found", "right", "precision", "recall", "F1", "missed")
    for each in (*found.kinds, found.accusation, found.danger, found.several):
        shares = (f"{share:.3f}" for share in (each.precision, each.recall, each.f1))
        missed = _ids(each.missed) if each in (found.accusation, found.danger) else ""
        table.add_row(each.name, str(each.meant), str(each.found), str(each.right), *shares, missed)
    return table


def _categories(categories: Categories) -> Table:
    title = f"Categories, {_LANGUAGES[categories.language]}: macro-F1 {categories.macro_f1:.3f}"
    table = _table(title, "label", "messages", "precision", "recall", "F1", "mistaken for")
    for row in categories.labels:
        mistaken = ", ".join(f"{name} {count}" for name, count in list(row.mistaken_for.items())[:3])
        shares = (f"{share:.3f}" for share in (row.precision, row.recall, row.f1))
        table.add_row(row.name, str(row.messages), *shares, mistaken)
    if categories.without_label:
        table.add_row("nothing to compare with", str(categories.without_label), *[""] * 4)
    return table


def _villages(villages: Iterable[Villages]) -> Table:
    table = _table("A village put into each text", "named", "name", "texts", "right", "offered", "wrong", "missed")
    for row in villages:
        counts = (_of(count, row.villages) for count in (row.right, row.offered, row.wrong, row.missed))
        table.add_row(row.form, "unique" if row.unique else "shared", str(row.villages), *counts)
    return table


def _speed(speeds: dict[str, Speed]) -> Table:
    table = _table("Speed: stored, handled, answered", "", "updates", "seconds", "a second")
    for kind, speed in speeds.items():
        table.add_row(kind, str(speed.updates), f"{speed.seconds:.2f}", f"{speed.a_second:,.0f}")
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _of(count: int, total: int) -> str:
    return f"{count} ({count / total:.1%})" if total else str(count)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)
