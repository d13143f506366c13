"""Files come from Telegram into the vault, whatever goes wrong on the way, and the token stands nowhere."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.jobs import Again, Hopeless, Jobs, Work
from bot.telegram import media
from bot.telegram.fetch import fetching
from casework.actions import files
from casework.files import LARGEST, File, FileKind, FileState
from casework.unit_of_work import UnitOfWork
from tests.bot.files import samples
from tests.bot.telegram.office import TOKEN, Office, open_office, texts, until, wall
from tests.standin.failures import How
from tests.standin.service import DOWNLOAD, Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

ANN = 7


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        standin.world.says(ANN, "Hello")
        yield standin


@pytest.fixture
async def office(database_url: str, telegram: Standin, tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(database_url, telegram, tmp_path / "files") as office:
        await office.know(ANN)
        yield office


def work(office: Office) -> Work:
    return fetching(office.store, office.api, office.vault, wall)


def runner(office: Office) -> Jobs:
    return Jobs(office.desk, {files.FETCH: work(office)}, wall)


async def receive(office: Office, file_id: str, size: int = 0) -> int:
    """Take in a file as the message of a resident brings it; return its id."""

    async def verb(uow: UnitOfWork) -> int:
        source = f"tg:document:{file_id}"
        file = File(uow.new_id(), ANN, FileKind.PHOTO, 1, uow.now, source=source, mime="image/gif", size=size)
        return files.receive(uow, file).id

    return await office.desk.act(verb)


async def found(office: Office, id_: int) -> File:
    async with office.store.turn(wall()) as uow:
        file = await uow.get(File, id_)
    assert file is not None
    return file


async def settled(office: Office, id_: int) -> File:
    async def ended() -> bool:
        return (await found(office, id_)).state is not FileState.WANTED

    await until(ended)
    return await found(office, id_)


async def jobs(office: Office) -> list[tuple[str, int, str]]:
    return [tuple(row) for row in await office._rows("select state, tries, error from jobs order by id")]


def lying(telegram: Standin, content: bytes) -> str:
    """Let a file lie at Telegram; return its file_id."""
    return telegram.world.keep_file(content, "documents/文件 {}.jpg")


async def test_a_file_is_fetched_kept_and_recorded(office: Office, telegram: Standin) -> None:
    office.start(runner(office).run())
    id_ = await receive(office, lying(telegram, samples.photo(orientation=6)))
    file = await settled(office, id_)
    assert (file.state, file.mime) == (FileState.KEPT, "image/jpeg")
    content = office.vault.path(file.digest).read_bytes()
    assert (len(content), samples.SECRET.encode() in content) == (file.size, False)
    assert await jobs(office) == [("done", 1, "")]
    assert telegram.violations == []


HOW: tuple[How, ...] = ("400", "403", "429", "500", "502", "reset", "half")


@pytest.mark.parametrize(
    ("method", "how"), [*(("getFile", how) for how in (*HOW, "not json")), *((DOWNLOAD, how) for how in HOW)]
)
async def test_what_goes_wrong_is_tried_again_and_the_token_is_told_to_nobody(
    office: Office, telegram: Standin, how: How, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    content = bytes(range(256)) * 1000
    id_ = await receive(office, lying(telegram, content))
    # What is only fetched is asked for again at once by the HTTP client, where a connection breaks.
    telegram.fail(method, how, 2 if (method, how) == (DOWNLOAD, "reset") else 1)
    with pytest.raises(Again) as failure:
        await work(office).do(id_)
    assert not list(office.vault.path("ab" * 32).parent.parent.rglob("??/*"))
    said = f"{failure.value} {failure.value.__cause__} {caplog.text}"
    assert "SECRET" not in said
    assert "127.0.0.1" not in str(failure.value)
    verb = await work(office).do(id_)
    await office.desk.act(verb)
    assert (await found(office, id_)).size == len(content)


async def test_a_file_that_turns_out_too_large_is_lost_and_its_sender_is_asked_for_it(
    office: Office, telegram: Standin
) -> None:
    office.start(office.sender().run())
    office.start(runner(office).run())
    id_ = await receive(office, lying(telegram, bytes(LARGEST + 1)))
    assert (await settled(office, id_)).state is FileState.LOST
    assert await jobs(office) == [("failed", 1, "file is too big")]
    await telegram.world.wait_for(ANN, 1)
    assert texts(telegram, ANN) == ["有一张照片没收到，请您再发一次。"]
    assert telegram.counts[DOWNLOAD] == 0


async def test_a_file_that_is_larger_than_was_said_is_broken_off(office: Office, telegram: Standin) -> None:
    file_id = lying(telegram, bytes(LARGEST + 1))
    path, _ = telegram.world.files[file_id]
    telegram.methods.played["getFile"] = lambda params, uploads: {
        "file_id": file_id,
        "file_unique_id": "u",
        "file_size": 5,
        "file_path": path,
    }
    id_ = await receive(office, file_id)
    with pytest.raises(Hopeless, match="too big"):
        await work(office).do(id_)


async def test_a_file_that_telegram_does_not_know_is_tried_again(office: Office) -> None:
    id_ = await receive(office, "unknown")
    with pytest.raises(Again, match="getFile: 400"):
        await work(office).do(id_)


async def test_a_file_that_is_not_wanted_any_more_is_not_fetched(office: Office, telegram: Standin) -> None:
    id_ = await receive(office, lying(telegram, b"a"))
    await office.desk.act(lambda uow: files.lost(uow, id_))
    verb = await work(office).do(id_)
    await office.desk.act(verb)
    assert (await found(office, id_)).state is FileState.LOST
    assert telegram.counts["getFile"] == 0
    await office.desk.act(await work(office).do(99))


async def test_killed_between_keeping_and_recording_there_is_one_file_in_the_end(
    database_url: str, telegram: Standin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    async with open_office(database_url, telegram, folder) as office:
        await office.know(ANN)
        id_ = await receive(office, lying(telegram, samples.photo()))
        await work(office).do(id_)  # and the process dies: nothing is recorded
    assert len(list(folder.glob("??/*"))) == 1
    async with open_office(database_url, telegram, folder) as office:
        office.start(runner(office).run())
        file = await settled(office, id_)
        assert (file.state, await jobs(office)) == (FileState.KEPT, [("done", 1, "")])
        assert list(folder.glob("??/*")) == [office.vault.path(file.digest)]


def test_a_file_id_is_what_stands_behind_the_source() -> None:
    assert media.file_id_of("tg:photo:AgACAgIAAxkBAAI_-x") == "AgACAgIAAxkBAAI_-x"
    with pytest.raises(ValueError, match="not a file of Telegram"):
        media.file_id_of("wx:photo:A")


async def test_nothing_is_kept_where_the_session_is_closed(office: Office, telegram: Standin) -> None:
    id_ = await receive(office, lying(telegram, b"a"))
    await office.api.close()
    with pytest.raises(Again, match="closed"):
        await work(office).do(id_)
    assert (await found(office, id_)).state is FileState.WANTED
