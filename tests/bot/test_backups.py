"""Backups typed as commands: made while the service works, whole or refused, and put back into either database."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.backups.folder import DATABASE, FILES, MANIFEST
from bot.files.vault import Vault
from casework.conversations import Message
from casework.files import File, FileKind, FileState
from casework.people import Person
from storage import copying
from storage.migrations import known
from storage.store import Store
from tests.bot.plain import NOW
from tests.bot.terminal import Office
from tests.databases import KINDS, fresh_database


async def filled(office: Office) -> str:
    """Put a person, messages and a file; return the file's digest."""
    kept = await Vault(office.files).keep(b"a contract")
    store = await office.store()
    async with store.turn(NOW) as uow:
        uow.put(Person(1, "王小明", "zh", "tg:1", NOW))
        uow.put(File(2, 1, FileKind.DOCUMENT, 1, NOW, digest=kept.digest, state=FileState.KEPT))
    await say(store, 1)
    await store.close()
    return kept.digest


async def say(store: Store, *numbers: int) -> None:
    async with store.batch() as batch:
        for number in numbers:
            batch.put(Message(1000 + number, "tg:1", True, NOW, f"话 {number}"))
        batch.join()


@pytest.fixture(params=KINDS)
async def ours(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> AsyncIterator[Office]:
    async with fresh_database(request.param, tmp_path) as url:
        yield Office(tmp_path / "ours", url, capsys)


@pytest.fixture(params=KINDS)
async def theirs(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> AsyncIterator[Office]:
    (tmp_path / "other").mkdir()
    async with fresh_database(request.param, tmp_path / "other") as url:
        yield Office(tmp_path / "theirs", url, capsys)


async def backed_up(office: Office) -> Path:
    status, out, err = await office.types("backup", "--to", office.folder / "backups")
    assert (status, err) == (0, ""), err
    (folder,) = (office.folder / "backups").iterdir()
    assert str(folder) in out
    return folder


async def test_what_is_put_back_is_what_there_was(ours: Office, theirs: Office) -> None:
    digest = await filled(ours)
    folder = await backed_up(ours)
    status, out, _ = await theirs.types("restore", folder)
    assert status == 0
    assert "and 1 files" in out
    assert await copying.contents(theirs.url) == await copying.contents(ours.url)
    assert Vault(theirs.files).path(digest).read_bytes() == b"a contract"
    # A service starts over it: the folder of files is its own.
    store = await theirs.store()
    async with store.turn(NOW) as uow:
        assert (await uow.get(Person, 1)) is not None
    await store.close()


async def test_a_backup_is_read_without_a_trace(ours: Office, theirs: Office) -> None:
    await filled(ours)
    folder = await backed_up(ours)
    # SQLite cannot read a write-ahead log's database where it may write nothing: 1 says that there is none.
    assert (folder / DATABASE).read_bytes()[18:20] == b"\x01\x01"
    there = sorted(folder.rglob("*"))
    assert (await theirs.types("restore", folder)).status == 0
    assert sorted(folder.rglob("*")) == there


async def test_a_backup_of_another_version_says_which_one_puts_it_back(
    ours: Office, theirs: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(ours)
    folder = await backed_up(ours)
    later = [*known(), (9999, Path("9999_later.sql"))]
    monkeypatch.setattr(copying, "known", lambda: later)
    status, _, err = await theirs.types("restore", folder)
    assert status == 2
    assert err == "this backup cannot be used: it is of version 0.1.0; put it back with that version, and update then\n"


async def test_a_service_at_work_is_backed_up_as_it_stood_at_one_moment(ours: Office) -> None:
    await filled(ours)
    store = await ours.store()
    stop = asyncio.Event()

    async def work() -> int:
        number = 10
        while not stop.is_set():
            # Two at a time: a backup that has one of them without the other is torn.
            await say(store, number, number + 1)
            number += 2
            await asyncio.sleep(0)
        return number

    working = asyncio.create_task(work())
    folder = await backed_up(ours)
    stop.set()
    assert await working > 12
    await store.close()
    rows, _ = json.loads((folder / MANIFEST).read_text())["tables"]["messages"]
    assert rows % 2 == 1, "the one of the beginning, and pairs"


async def test_nothing_is_put_over_what_there_is(ours: Office) -> None:
    await filled(ours)
    folder = await backed_up(ours)
    before = await copying.contents(ours.url)
    status, _, err = await ours.types("restore", folder)
    assert status == 2
    assert "not empty" in err
    assert await copying.contents(ours.url) == before


@pytest.mark.parametrize("hurt", [DATABASE, FILES, MANIFEST])
async def test_a_damaged_backup_is_found_before_anything_is_written(ours: Office, theirs: Office, hurt: str) -> None:
    digest = await filled(ours)
    folder = await backed_up(ours)
    target = Vault(folder / FILES).path(digest) if hurt == FILES else folder / hurt
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(b"?" if hurt == MANIFEST else bytes(content))
    status, _, err = await theirs.types("restore", folder)
    assert status == 2
    assert "cannot be used" in err
    assert not theirs.files.exists()


async def test_a_folder_that_is_no_backup_is_refused(theirs: Office) -> None:
    status, _, err = await theirs.types("restore", theirs.folder)
    assert status == 2
    assert "there is no backup" in err


async def test_files_that_are_missing_are_said_and_the_rest_is_kept(ours: Office) -> None:
    digest = await filled(ours)
    Vault(ours.files).path(digest).unlink()
    status, out, err = await ours.types("backup", "--to", ours.folder / "backups")
    assert status == 2
    assert "1 files that the database names are missing" in err
    (folder,) = (ours.folder / "backups").iterdir()
    assert json.loads((folder / MANIFEST).read_text())["missing"] == [digest]
    assert "compared" in out


async def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(
    ours: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(ours)

    async def differ(*_: object) -> list[str]:
        return ["messages"]

    monkeypatch.setattr(copying, "differences", differ)
    status, _, err = await ours.types("backup", "--to", ours.folder / "backups")
    assert status == 2
    assert "there is no backup" in err
    assert list((ours.folder / "backups").iterdir()) == []


async def test_a_copy_is_made_by_a_command_and_not_beside_a_running_service(ours: Office, theirs: Office) -> None:
    await filled(ours)
    store = await ours.store()
    await store.database.script("insert into leases (name, holder, until) values ('send:tg', 'x', 9000000000000000)")
    line = ("copy", "--from", ours.url, "--to", theirs.url)
    said = await ours.types_bare(*line)
    assert said.status == 2
    assert "stop it first" in said.err
    await store.database.script("delete from leases")
    await store.close()
    said = await ours.types_bare(*line)
    assert said.status == 0
    assert "Copied and compared" in said.out
    assert await copying.contents(theirs.url) == await copying.contents(ours.url)
