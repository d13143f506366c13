import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec
import pytest
from aiohttp import web

from bot.telegram.api import TelegramApi
from bot.telegram.outcomes import Kind, classify
from bot.telegram.wire import Delivery
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

TOKEN = "123456:SECRET-token"
PERSON = 7

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        standin.world.says(PERSON, "Hello")
        yield standin


@pytest.fixture
async def api(telegram: Standin) -> AsyncIterator[TelegramApi]:
    api = TelegramApi(TOKEN, telegram.url)
    yield api
    await api.close()


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Handler], Awaitable[TelegramApi]]]:
    """Start a server with the given handler; gives the API that talks to it."""
    runners, apis = [], []

    async def start(handler: Handler) -> TelegramApi:
        runner = web.ServerRunner(web.Server(handler), shutdown_timeout=0.1)
        await runner.setup()
        runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        apis.append(TelegramApi(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}"))
        return apis[-1]

    yield start
    for api in apis:
        await api.close()
    for runner in runners:
        await runner.cleanup()


async def test_a_message_goes_out_and_its_id_comes_back(telegram: Standin, api: TelegramApi) -> None:
    result = await api.call("sendMessage", {"chat_id": PERSON, "text": "收到了"})
    assert (result.ok, result.status, result.sent) == (True, 200, Delivery.SENT)
    assert msgspec.json.decode(result.result)["message_id"] == telegram.world.sent(PERSON)[0]["message_id"]


async def test_json_from_the_outbox_is_posted_as_it_stands(telegram: Standin, api: TelegramApi) -> None:
    row = '{"chat_id": 7,   "text": "收到了"}'.encode()
    assert (await api.call("sendMessage", row)).ok
    assert telegram.world.sent(PERSON)[0]["text"] == "收到了"


async def test_a_refusal_comes_with_telegrams_words(api: TelegramApi) -> None:
    result = await api.call("sendMessage", {"chat_id": 99, "text": "a"})
    assert (result.ok, result.error_code, result.description) == (False, 400, "Bad Request: chat not found")
    assert result.sent is Delivery.SENT


async def test_too_many_requests_names_the_seconds(telegram: Standin, api: TelegramApi) -> None:
    telegram.fail("sendMessage", "429", seconds=17)
    assert (await api.call("sendMessage", {"chat_id": PERSON, "text": "a"})).retry_after == 17


async def test_a_group_that_moved_names_its_new_id(telegram: Standin, api: TelegramApi) -> None:
    telegram.world.migrates(-5, -100500)
    assert (await api.call("sendMessage", {"chat_id": -5, "text": "a"})).migrate_to == -100500


@pytest.mark.parametrize("how", ["reset", "half", "not json", "502", "stall"])
@pytest.mark.parametrize("applied", [True, False])
async def test_a_lost_answer_leaves_open_whether_the_message_went_out(
    telegram: Standin, api: TelegramApi, how: str, applied: bool
) -> None:
    telegram.fail("sendMessage", how, applied=applied, seconds=5)  # type: ignore[arg-type]
    result = await api.call("sendMessage", {"chat_id": PERSON, "text": "a"}, timeout=0.3)
    assert (result.ok, result.error_code, result.sent) == (False, None, Delivery.MAYBE)
    assert classify(result).kind is Kind.PERHAPS_SENT


async def test_where_nobody_listens_nothing_was_sent() -> None:
    api = TelegramApi(TOKEN, "http://127.0.0.1:1")
    result = await api.call("sendMessage", {"chat_id": PERSON, "text": "a"})
    await api.close()
    assert (result.status, result.sent) == (None, Delivery.NOT_SENT)
    assert result.description == "ClientConnectorError: Connection refused"


async def test_a_call_that_found_no_free_connection_was_not_sent(telegram: Standin) -> None:
    telegram.fail("sendMessage", "stall", 2, seconds=5)
    api = TelegramApi(TOKEN, telegram.url, connections=1)
    calls = [api.call("sendMessage", {"chat_id": PERSON, "text": "a"}, timeout=0.4) for _ in range(3)]
    results = await asyncio.gather(*calls)
    await api.close()
    assert sorted(result.sent.value for result in results) == ["maybe", "maybe", "not sent"]


async def test_after_closing_nothing_is_sent(telegram: Standin, api: TelegramApi) -> None:
    await api.call("getMe", {})
    await api.close()
    assert (await api.call("sendMessage", {"chat_id": PERSON, "text": "a"})).sent is Delivery.NOT_SENT


async def test_a_proxys_refusal_is_not_telegrams(
    serve: Callable[[Handler], Awaitable[TelegramApi]],
) -> None:
    async def refuse(request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=403, text="Blocked by policy")

    result = await (await serve(refuse)).call("sendMessage", {})
    assert (result.status, result.error_code, result.sent) == (403, None, Delivery.NOT_SENT)


async def test_a_redirect_does_not_carry_the_token_elsewhere(
    serve: Callable[[Handler], Awaitable[TelegramApi]],
) -> None:
    paths: list[str] = []

    async def redirect(request: web.BaseRequest) -> web.StreamResponse:
        paths.append(request.path)
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    result = await (await serve(redirect)).call("getMe", {})
    assert (result.status, result.sent, len(paths)) == (307, Delivery.NOT_SENT, 1)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b'{"ok":1}',
        b'{"result":{}}',
        b'{"ok":true,"result":"\xff"}x',
        b'\xff\xfe{"ok":true}',
        b'{"ok":true,"result":' + b"[" * 10_000,
    ],
)
async def test_an_answer_of_another_shape_is_not_an_exception(
    serve: Callable[[Handler], Awaitable[TelegramApi]], body: bytes
) -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(body=body)

    result = await (await serve(answer)).call("sendMessage", {})
    assert (result.ok, result.sent) == (False, Delivery.MAYBE)


async def test_the_words_of_an_error_fit_into_any_database(
    serve: Callable[[Handler], Awaitable[TelegramApi]],
) -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(body=b'{"ok":false,"error_code":400,"description":"Bad\\u0000 Request"}')

    assert (await (await serve(answer)).call("sendMessage", {})).description == "Bad Request"


async def test_updates_come_undecoded_and_in_order(telegram: Standin, api: TelegramApi) -> None:
    telegram.world.says(PERSON, "The lamp is broken")
    updates = await api.get_updates(None, 0, ["message"])
    ids = [number for number, _ in updates.items]
    assert ids == sorted(telegram.world.pending)
    assert [raw for _, raw in updates.items] == [update.body for update in telegram.world.pending.values()]


async def test_the_next_offset_confirms(telegram: Standin, api: TelegramApi) -> None:
    updates = await api.get_updates(None, 0, ["message"])
    last = updates.items[-1][0]
    assert last is not None
    assert (await api.get_updates(last + 1, 0, ["message"])).items == []
    assert not telegram.world.pending


@pytest.mark.parametrize("odd", [b"17", b'{"no":"id"}', b'{"update_id":"x"}', b'{"update_id":null}', b"[]"])
async def test_an_update_that_nobody_can_read_holds_up_no_other(
    telegram: Standin, api: TelegramApi, odd: bytes
) -> None:
    telegram.world.push(odd)
    telegram.world.says(PERSON, "after it")
    items = (await api.get_updates(None, 0, ["message"])).items
    assert [number is None for number, _ in items] == [False, True, False]
    assert items[1][1] == odd


async def test_a_failed_poll_says_why_and_gives_nothing(telegram: Standin, api: TelegramApi) -> None:
    telegram.fail("getUpdates", "500")
    updates = await api.get_updates(None, 0, ["message"])
    assert (updates.result.ok, updates.result.error_code, updates.items) == (False, 500, [])


async def test_a_poll_that_gives_no_list_is_a_failed_poll(
    serve: Callable[[Handler], Awaitable[TelegramApi]],
) -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(body=b'{"ok":true,"result":{"update_id":1}}')

    updates = await (await serve(answer)).get_updates(None, 0, [])
    assert (updates.result.ok, updates.items) == (False, [])


async def test_a_long_poll_outlasts_its_own_wait(telegram: Standin, api: TelegramApi) -> None:
    telegram.world.pending.clear()
    poll = asyncio.create_task(api.get_updates(None, 20, ["message"]))
    await telegram.wait_called("getUpdates")
    telegram.world.says(PERSON, "late")
    assert len((await poll).items) == 1


async def test_a_long_poll_takes_no_connection_from_the_sender(telegram: Standin) -> None:
    telegram.world.pending.clear()
    api = TelegramApi(TOKEN, telegram.url, connections=1)
    poll = asyncio.create_task(api.get_updates(None, 20, ["message"]))
    await telegram.wait_called("getUpdates")
    assert (await api.call("sendMessage", {"chat_id": PERSON, "text": "a"}, timeout=1)).ok
    telegram.world.says(PERSON, "now")
    await poll
    await api.close()


async def test_the_token_stands_in_no_text(
    telegram: Standin, api: TelegramApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    texts = [repr(api), str(api)]
    for how in ("reset", "half", "not json", "502", "stall", "400"):
        telegram.fail("getMe", how, seconds=5)
        texts.append(repr(await api.call("getMe", {}, timeout=0.2)))
    nowhere = TelegramApi(TOKEN, "http://127.0.0.1:1")
    texts.append(repr(await nowhere.call("getMe", {})))
    await nowhere.close()
    assert TOKEN not in "\n".join(texts) + caplog.text
    assert "SECRET" not in "\n".join(texts) + caplog.text


async def test_no_persons_message_stands_in_the_text_of_a_result(telegram: Standin, api: TelegramApi) -> None:
    updates = await api.get_updates(None, 0, ["message"])
    assert "Hello" not in repr(updates)
