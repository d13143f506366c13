"""Receiving: every update is stored once before it is confirmed, whatever fails in between."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.telegram import poller
from bot.telegram.api import TelegramApi
from bot.telegram.inbox import InboxWriter
from bot.telegram.poller import Poller
from storage.store import Store
from tests.bot.telegram.office import BOT_ID, TOKEN, Office, open_office, texts, until, wall
from tests.patience import PATIENCE
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

ANN, BO = 7, 8


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        yield standin


@pytest.fixture
async def office(database_url: str, telegram: Standin) -> AsyncIterator[Office]:
    async with open_office(database_url, telegram) as office:
        yield office


def polling(office: Office, holder: str = "one", api: TelegramApi | None = None) -> Poller:
    bell = office.desk.inbox_bell
    return Poller(office.store, api or office.api, BOT_ID, bell, holder, time.monotonic, wall, first_pause=0.05)


async def arrived(office: Office, count: int) -> list[tuple[int, str, str, str]]:
    async def enough() -> bool:
        return len(await office.inbox()) >= count

    await until(enough)
    return await office.inbox()


async def test_updates_are_stored_in_order_and_then_confirmed(office: Office, telegram: Standin) -> None:
    telegram.world.says(ANN, "one")
    telegram.world.says(BO, "two")
    office.start(polling(office).run())
    assert await arrived(office, 2) == [(100_001, "new", "tg:7|tg:7", ""), (100_002, "new", "tg:8|tg:8", "")]
    telegram.world.says(ANN, "three")
    assert [row[0] for row in await arrived(office, 3)] == [100_001, 100_002, 100_003]
    await telegram.wait_called("getUpdates", 3)
    assert list(telegram.world.pending) == []
    assert telegram.violations == []


async def test_the_desk_is_rung_and_answers(office: Office, telegram: Standin) -> None:
    office.start(polling(office).run())
    office.start(office.desk.run())
    office.start(office.sender().run())
    telegram.world.person(ANN, language="zh-hans")
    telegram.world.says(ANN, "/help")
    await telegram.world.wait_for(ANN, 1)
    assert "/my" in texts(telegram, ANN)[0]
    assert telegram.violations == []


async def test_a_crash_between_storing_and_confirming_loses_and_doubles_nothing(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = InboxWriter.put

    async def put_and_die(self: InboxWriter, updates: Any) -> None:
        await put(self, updates)
        await asyncio.Event().wait()

    with monkeypatch.context() as dying:
        dying.setattr(InboxWriter, "put", put_and_die)
        telegram.world.says(ANN, "one")
        running = office.start(polling(office).run())
        await arrived(office, 1)
        await office.stop(running)
    assert list(telegram.world.pending) == [100_001]
    telegram.world.says(ANN, "two")
    office.start(polling(office, "two").run())
    assert [row[0] for row in await arrived(office, 2)] == [100_001, 100_002]
    await telegram.wait_called("getUpdates", 3)
    assert list(telegram.world.pending) == []


async def test_what_could_not_be_stored_is_not_confirmed(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = 3
    write = InboxWriter._write

    async def fail(self: InboxWriter, updates: Any) -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError("no space left")
        await write(self, updates)

    monkeypatch.setattr(InboxWriter, "_write", fail)
    telegram.world.says(ANN, "one")
    office.start(polling(office).run())
    assert [row[0] for row in await arrived(office, 1)] == [100_001]
    assert telegram.counts["getUpdates"] >= 4


@pytest.mark.parametrize("how", ["reset", "half", "not json", "502", "500", "429", "400"])
async def test_no_failure_of_the_network_ends_the_polling(office: Office, telegram: Standin, how: str) -> None:
    telegram.fail("*", how, 4)  # type: ignore[arg-type]
    telegram.world.says(ANN, "one")
    office.start(polling(office).run())
    assert len(await arrived(office, 1)) == 1


async def test_updates_that_nobody_can_read_are_set_aside_once_and_block_nothing(
    office: Office, telegram: Standin
) -> None:
    telegram.world.push(b'{"message": "without an id"}')
    telegram.world.push(b'{"update_id": -3}')
    telegram.world.push(b'{"update_id": 18446744073709551615}')
    telegram.world.push({"telepathy": {}})
    office.start(polling(office).run())
    await arrived(office, 4)
    await asyncio.sleep(0.3)
    rows = await office.inbox()
    assert [row[1:] for row in rows] == [("aside", "", "no update_id")] * 3 + [("new", "", "")]
    assert len({row[0] for row in rows}) == 4
    telegram.world.says(ANN, "one")
    assert (await arrived(office, 5))[-1][2] == "tg:7|tg:7"


async def test_an_old_webhook_is_taken_away(office: Office, telegram: Standin) -> None:
    telegram.webhook.point_at("https://example.org/old", "", 40)
    office.start(polling(office).run())
    telegram.world.says(ANN, "one")
    await arrived(office, 1)
    assert telegram.webhook.url == ""


async def test_after_a_conflict_polling_goes_on(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(poller, "OTHER_POLLER_PAUSE", 0.1)
    office.start(polling(office).run())
    await telegram.wait_called("getUpdates")
    telegram.webhook.point_at("https://example.org/set-by-hand", "", 40)
    telegram.world.says(ANN, "one")
    await arrived(office, 1)
    telegram.webhook.point_at("https://example.org/set-by-hand", "", 40)
    telegram.world.says(ANN, "two")
    await arrived(office, 2)
    assert "another program polls for this bot, or has set a webhook" in caplog.messages


async def test_with_a_wrong_token_polling_ends_with_a_clear_line(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with Standin(f"{BOT_ID}:another") as telegram, open_office(database_url, telegram) as office:
        async with asyncio.timeout(PATIENCE):
            await polling(office).run()
    assert "Telegram does not know this token (401): receiving has stopped" in caplog.messages
    assert "SECRET" not in caplog.text


async def test_of_two_processes_one_polls_and_the_other_takes_over(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.lease.RENEWED", 0.1)
    first = office.start(polling(office).run())
    await telegram.wait_called("getUpdates")
    office.start(polling(office, "two").run())
    await asyncio.sleep(0.4)
    assert telegram.counts["getUpdates"] == 1
    await office.stop(first)
    telegram.world.says(ANN, "one")
    assert len(await arrived(office, 1)) == 1


async def test_calls_made_at_once_share_a_commit(office: Office) -> None:
    commits: list[int] = []
    write = InboxWriter._write

    class Counting(InboxWriter):
        async def _write(self, updates: Any) -> None:
            commits.append(len(updates))
            await write(self, updates)

    store: Store = office.store
    inbox = Counting(store, BOT_ID, asyncio.Event(), wall)
    await asyncio.gather(*(inbox.put([(number, b"{}")]) for number in range(40)))
    await inbox.close()
    assert commits == [40] or (sum(commits) == 40 and len(commits) == 2)
    assert len(await office.inbox()) == 40


async def test_what_is_no_text_is_set_aside(office: Office) -> None:
    inbox = InboxWriter(office.store, BOT_ID, asyncio.Event(), wall)
    await inbox.put([(1, b'{"update_id": 1, "a": "\xff"}'), (2, b'{"update_id": 2, "a": "\x00"}')])
    assert await office.inbox() == [(1, "aside", "", "not UTF-8"), (2, "new", "", "")]
