"""The rows of the morning's queries made one list: a case may be found by several of somebody's posts."""

from collections.abc import Iterable, Sequence
from typing import Any

from casework.morning import Matter


def matters(rows: Iterable[Sequence[Any]], now: int) -> list[Matter]:
    """Return rows (id, when due, is due, is new, asks) as matters, the nearest due first; times in microseconds.

    What is due by its own day's end and has not passed by `now` is due today, else it is late.
    """
    found: dict[int, tuple[int, bool, bool, bool]] = {}
    for id_, due, is_due, is_new, asks in rows:
        before = found.get(id_, (due, False, False, False))
        found[id_] = (due, before[1] or bool(is_due), before[2] or bool(is_new), before[3] or bool(asks))
    return [
        Matter(id_, ("late" if due <= now else "today") if is_due else "new" if is_new else "", asks)
        for id_, (due, is_due, is_new, asks) in sorted(found.items(), key=lambda each: (each[1][0], each[0]))
    ]
