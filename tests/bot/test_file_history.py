"""Files in what was said: each is a line of the chat's history, in both directions, and a job rings its bell."""

from typing import Any

import pytest

from bot.delivery import deliver
from bot.desk import Desk
from casework.actions import files
from casework.files import File, FileKind
from casework.unit_of_work import UnitOfWork
from handlers import service
from handlers.messages import Attached, Enclosed, Incoming, Kind, Outgoing, Turn
from tests.bot.plain import NOW, arrive

ANN = "plain:ann"
PHOTO = Attached(FileKind.PHOTO, "tg:photo:A")


async def taking(uow: UnitOfWork, incoming: Incoming) -> Turn:
    """Take in all files, and answer nothing."""
    taken = [
        files.receive(uow, File(uow.new_id(), 1, each.kind, number, uow.now, each.source, digest=each.digest))
        for number, each in enumerate(incoming.files, 1)
    ]
    return Turn(files=tuple(file.id for file in taken))


async def history(desk: Desk) -> list[tuple[bool, str, str, bool]]:
    async with desk.store.reading() as session:
        rows: Any = await session.rows("messages_after", chat=ANN, after=0, most=100)
    return [(bool(row[2]), row[4], row[8], row[9] is not None) for row in rows]


async def test_every_file_is_a_line_and_the_words_stand_with_the_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "take", taking)
    sent = Incoming(Kind.MEDIA, ANN, ANN, "灯坏了", ref="31", files=(PHOTO, PHOTO))
    await arrive(desk, sent, Incoming(Kind.MEDIA, ANN, ANN, "", ref="32"))
    await desk.handle()
    assert await history(desk) == [
        (True, "灯坏了", "31", True),
        (True, "", "31", True),
        (True, "", "32", False),
    ]


async def test_only_what_has_to_be_fetched_rings_the_bell(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "take", taking)
    await arrive(desk, Incoming(Kind.MEDIA, ANN, ANN, files=(Attached(FileKind.PHOTO, digest="ab" * 32),)))
    await desk.handle()
    assert not desk.jobs_bell.is_set()
    await arrive(desk, Incoming(Kind.MEDIA, ANN, ANN, files=(PHOTO,)))
    await desk.handle()
    assert desk.jobs_bell.is_set()


async def test_a_file_that_is_shown_stands_in_the_history(desk: Desk) -> None:
    async with desk.store.batch() as batch:
        shown = Outgoing(ANN, "a", file=Enclosed(7, FileKind.PHOTO, digest="ab" * 32))
        await deliver(batch, desk.channels, [shown], NOW, NOW)
        batch.join()
    assert await history(desk) == [(False, "a", "", True)]
