"""A morning's digests: put together for everybody at once, and for each as if they were alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.desk import Desk
from bot.sweep import Sweep
from casework.people import Person, Post, Role
from casework.petitions import Case, DigestItem, Press, Shield, State
from casework.pleas import Decision, Extension, Plea
from casework.tasks import Origin, Task
from casework.unit_of_work import Row, UnitOfWork
from tests.bot.plain import NOW, note_queries, open_desk
from tests.casework.service import BUREAU, COUNTY, EAST, EAST_OFFICE, RIVER, WEST_OFFICE, organisation
from tests.databases import KINDS, fresh_database
from tests.storage.raw import begin_afresh, select

CADRES, ABOVE = 100, 900
DAY = timedelta(days=1)
POSTS = (
    (Role.HEAD, EAST_OFFICE, None),
    (Role.HEAD, BUREAU, None),
    (Role.DISPATCHER, None, COUNTY),
    (Role.SUPERVISOR, None, EAST),
    (Role.SUPERVISOR, None, COUNTY),
    (Role.LEADER, None, COUNTY),
)
"""Those above, from the id ABOVE on."""


def staff(cadres: int) -> Iterator[Row]:
    """Give cadres of two units, the last of whom also stands in for the first, and those above them."""
    held: list[tuple[int, Role, int | None, int | None]]
    held = [(CADRES + nth, Role.CADRE, (EAST_OFFICE, WEST_OFFICE)[nth % 2], None) for nth in range(cadres)]
    held += [(ABOVE + nth, *post) for nth, post in enumerate(POSTS)]
    for id_, role, unit, area in held:
        yield Person(id_, "", "zh" if id_ % 3 else "en", f"plain:{id_}", NOW - 9 * DAY, digest_since=NOW - DAY)
        yield Post(id_, id_, role, unit, area, "办事员", "Officer")
    last = CADRES + cadres - 1
    yield Post(last + 500, last, Role.CADRE, EAST_OFFICE, None, "代理", "Deputy", acting_for=CADRES)


def work(uow: UnitOfWork, cadres: int) -> Iterator[Row]:
    """Give what concerns them: cases in all states, some of them shielded, lines that wait, and tasks."""
    plea = Plea("?", CADRES, NOW, asked=(ABOVE,))
    for nth in range(6 * cadres):
        cadre, unit = CADRES + nth % cadres, (EAST_OFFICE, WEST_OFFICE)[nth % cadres % 2]
        accused = (WEST_OFFICE,) if nth % 11 == 5 else ()
        case = Case(
            id=5000 + nth,
            petition_id=5000 + nth,
            number=f"260302-{nth:07}",
            suffix=1,
            resident_id=CADRES + 1 if nth % 17 == 3 else 1,
            category="roads",
            area_id=RIVER,
            area_path="/1/2/4/" if nth % 3 else "/1/3/",
            place="",
            summary="A hole in the road",
            filed_at=NOW - timedelta(hours=7 * nth % 60),
            limit_at=NOW + timedelta(hours=nth * 13 % 200 - 60),
            epoch_at=NOW,
            state=State.WAITING if nth % 4 == 1 else State.WORKING,
            unit_id=unit if nth % 13 else None,
            cadre_id=cadre if nth % 7 else None,
            assigned_at=NOW - timedelta(hours=nth % 50),
            press=Press(ABOVE + 4, "?", NOW, NOW + DAY) if nth % 9 == 2 else None,
            extension=Extension(30, Decision.OPEN, plea) if nth % 10 == 4 else None,
            owner_id=ABOVE + 5 if nth % 8 == 6 else None,
            owned_at=NOW - 8 * DAY if nth % 8 == 6 else None,
            shielded=bool(accused),
            accused=accused,
        )
        yield case
        yield from (Shield(uow.new_id(), case.id, unit_id) for unit_id in accused)
        if nth % 5 == 0:
            yield DigestItem(uow.new_id(), cadre, case.id, "urged", NOW)
        if nth % 6 == 0:
            due, giver = NOW + (nth % 3 - 1) * DAY, ABOVE + nth % len(POSTS)
            yield Task(
                uow.new_id(),
                "Look",
                unit,
                cadre,
                due,
                due,
                Origin.RECEPTION,
                0,
                RIVER,
                "/1/2/4/",
                giver,
                NOW,
                NOW,
                case_id=case.id,
            )


async def begin(desk: Desk, cadres: int) -> None:
    """Write down a county whose digests are due, and nothing else is."""
    await begin_afresh(desk.store, organisation())
    async with desk.store.turn(NOW - DAY) as uow:
        for row in work(uow, cadres):
            uow.put(row)
    async with desk.store.batch() as batch:
        await batch.session.write("demo_clear_followups", [{}])
    async with desk.store.turn(NOW - DAY) as uow:
        for row in staff(cadres):
            uow.put(row)


async def told(desk: Desk) -> dict[str, list[str]]:
    """Return what has been said, by chat, and what it says on its buttons."""
    found: dict[str, list[str]] = defaultdict(list)
    async with desk.store.reading() as session:
        for chat, text, buttons in await select(session, "select chat, text, buttons from messages order by id"):
            found[chat].append(f"{text}\n{re.sub('task:?[0-9]+|t[.][a-z]+[.][0-9]+', 'task', buttons)}")
    return found


async def morning(kind: str, folder: Path, most: int) -> dict[str, list[str]]:
    """Return what a county reads in the morning, swept in batches of so many."""
    async with fresh_database(kind, folder) as url:
        desk = await open_desk(url, NOW)
        try:
            await begin(desk, 6)
            assert await Sweep(desk, most).run() == 6 + len(POSTS)
            return await told(desk)
        finally:
            await desk.store.close()


@pytest.mark.parametrize("kind", KINDS)
async def test_each_reads_among_others_what_they_read_alone(kind: str, tmp_path: Path) -> None:
    together, alone = await morning(kind, tmp_path, 1000), await morning(kind, tmp_path, 1)
    assert len(together) == 6 + len(POSTS)
    assert together == alone


async def test_a_countys_digests_ask_no_more_than_those_of_a_few(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = note_queries(monkeypatch)
    counts = []
    for cadres in (4, 16):
        await begin(desk, cadres)
        asked.clear()
        assert await Sweep(desk).run() == cadres + len(POSTS)
        counts.append(Counter(asked))
    assert counts[0] == counts[1]
    assert counts[0].total() < 40


async def test_where_they_cannot_be_looked_up_together_each_is_by_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def failing(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.sweep.look_ahead", failing)
    await begin(desk, 4)
    assert await Sweep(desk).run() == 4 + len(POSTS)
    assert len(await told(desk)) == 4 + len(POSTS)
    assert "one by one: ZeroDivisionError" in caplog.text
