"""SQLite: many rows by few statements, run in one visit to the connection's thread.

Between two statements the thread gives the interpreter up to the program and has to wait for it again, which costs
more than to insert a row. So an insert takes many rows at once, and a whole flush is one visit.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

Arguments = Sequence[tuple[Any, ...]]

SIZES: Final = (64, 16, 4, 1)
"""Rows of one statement. Few sizes, so that each is prepared once; no table comes near SQLite's 32,766 marks."""

_INSERT: Final = re.compile(
    r"(\s*insert\s+into\b[^()]*\([^()]*\)\s*values\s*)(\([^()]*\))(.*)", re.IGNORECASE | re.DOTALL
)


class Statement:
    """One query with bare marks, to be run for many rows of arguments."""

    def __init__(self, sql: str) -> None:
        self._sql = sql
        found = _INSERT.fullmatch(sql)
        self._sized = (
            [(size, _insert(found[1], found[2], found[3], size)) for size in SIZES] if found is not None else []
        )

    def run(self, connection: sqlite3.Connection, arguments: Arguments) -> int:
        """Run the query for each of `arguments`, in order; return how many rows it changed in all."""
        if not self._sized:
            return connection.executemany(self._sql, arguments).rowcount
        return sum(connection.execute(sql, marks).rowcount for sql, marks in self._pieces(arguments))

    def _pieces(self, arguments: Arguments) -> Iterator[tuple[str, list[Any]]]:
        at = 0
        for size, sql in self._sized:
            while len(arguments) - at >= size:
                yield sql, list(chain.from_iterable(arguments[at : at + size]))
                at += size


def _insert(head: str, row: str, tail: str, size: int) -> str:
    return f"{head}{', '.join([row] * size)}{tail}"
