import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from storage.multirow import SIZES, Statement

INSERT = "insert into things (id, name, state) values (?, ?, 'new')"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table things (id integer primary key, name text, state text)")
        yield connection


@pytest.mark.parametrize("count", [0, 1, 3, SIZES[0], 2 * SIZES[0] + 21])
def test_every_row_goes_in_whatever_their_number(connection: sqlite3.Connection, count: int) -> None:
    rows = [(number, f"thing {number}") for number in range(count)]
    assert Statement(INSERT).run(connection, rows) == count
    stored = connection.execute("select id, name, state from things order by id").fetchall()
    assert stored == [(*row, "new") for row in rows]


def test_what_is_there_already_is_left_out_and_not_counted(connection: sqlite3.Connection) -> None:
    insert = Statement(INSERT + " on conflict (id) do nothing")
    insert.run(connection, [(7, "first")])
    assert insert.run(connection, [(number, "again") for number in range(10)]) == 9
    assert connection.execute("select name from things where id = 7").fetchall() == [("first",)]


def test_a_row_that_is_refused_raises(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        Statement(INSERT).run(connection, [(1, "one"), (1, "one again")])


def test_other_statements_run_row_by_row(connection: sqlite3.Connection) -> None:
    Statement(INSERT).run(connection, [(1, "one"), (2, "two")])
    rename = Statement("update things set name = ? where id = ?")
    assert rename.run(connection, [("uno", 1), ("tres", 3), ("dos", 2)]) == 2
    assert connection.execute("select name from things order by id").fetchall() == [("uno",), ("dos",)]
