import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.standin.load import EchoLoad
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE, Spec
from tests.standin.world import World

TOKEN = "123456:TEST-token"

needs_spec = pytest.mark.skipif(not SPEC_FILE.exists(), reason="../shared/data/telegram-bot-api.json is missing")
pytestmark = needs_spec


class Bot:
    """The plainest client: posts JSON and gives back the answer."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def __call__(self, method: str, **params: Any) -> Any:
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
            assert response.status == (200 if answer["ok"] else answer["error_code"])
            return answer


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        yield standin


@pytest.fixture
async def bot(telegram: Standin) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(telegram.url, session)


def button(text: str, data: str) -> dict[str, str]:
    return {"text": text, "callback_data": data}


def keyboard(*buttons: dict[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


# Receiving


async def test_a_message_comes_until_it_is_confirmed(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "The lamp is broken")
    first = (await bot("getUpdates"))["result"]
    assert [update["message"]["text"] for update in first] == ["The lamp is broken"]
    assert (await bot("getUpdates"))["result"] == first
    assert (await bot("getUpdates", offset=first[0]["update_id"] + 1))["result"] == []
    assert (await bot("getUpdates"))["result"] == []


async def test_the_limit_holds_and_the_order_too(telegram: Standin, bot: Bot) -> None:
    for number in range(5):
        telegram.world.says(7, str(number))
    updates = (await bot("getUpdates", limit=3))["result"]
    assert [update["message"]["text"] for update in updates] == ["0", "1", "2"]


async def test_a_negative_offset_counts_from_the_end(telegram: Standin, bot: Bot) -> None:
    for number in range(5):
        telegram.world.says(7, str(number))
    updates = (await bot("getUpdates", offset=-1))["result"]
    assert [update["message"]["text"] for update in updates] == ["4"]


async def test_a_long_poll_ends_with_the_first_message(telegram: Standin, bot: Bot) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=30))
    await telegram.wait_called("getUpdates")
    telegram.world.says(7, "Hello")
    assert (await asyncio.wait_for(poll, 2))["result"][0]["message"]["text"] == "Hello"


async def test_a_second_poller_ends_the_first(telegram: Standin, bot: Bot) -> None:
    first = asyncio.create_task(bot("getUpdates", timeout=30))
    await telegram.wait_called("getUpdates")
    assert (await bot("getUpdates"))["ok"]
    assert (await first)["error_code"] == 409


async def test_only_allowed_updates_come(telegram: Standin, bot: Bot) -> None:
    await bot("getUpdates", allowed_updates=["callback_query"])
    telegram.world.says(7, "Hello")
    assert (await bot("getUpdates"))["result"] == []


async def test_what_people_do_looks_like_telegrams(telegram: Standin, bot: Bot) -> None:
    world, spec = telegram.world, Spec.load()
    sent = world.says(7, "再说一遍 /start@doorstep_bot now")
    world.edits(7, sent["message_id"], "Changed")
    world.shares_place(7, 27.46, 119.5)
    world.shares_contact(7, "+8613800000000")
    world.sends_photo(7, b"jpeg", "the lamp")
    world.sends_file(7, b"pdf", "信.pdf", "application/pdf")
    world.group(-100500, "Intake office")
    world.says(7, "in the group", chat=-100500)
    world.meets_bot(7, "kicked")
    world.meets_bot(7, "member")
    world.forges_tap(7, 1, "v1.accept.9.0")
    updates = (await bot("getUpdates"))["result"]
    assert len(updates) == 10
    assert [wrong for update in updates for wrong in spec.check_object("Update", update)] == []
    command = updates[0]["message"]["entities"][0]
    assert command == {"type": "bot_command", "offset": 5, "length": len("/start@doorstep_bot")}


async def test_a_raw_update_comes_as_it_is(telegram: Standin, bot: Bot) -> None:
    telegram.world.push(b'{"no_id":true}')
    telegram.world.push({"update_id": 200_000, "poll": {}})
    assert (await bot("getUpdates"))["result"] == [{"no_id": True}, {"update_id": 200_000, "poll": {}}]


# Webhook


async def test_a_webhook_gets_updates_again_until_it_takes_them(telegram: Standin, bot: Bot) -> None:
    taken: list[tuple[str, Any]] = []
    answers = iter([500, 503, 200, 200])

    async def take(request: web.BaseRequest) -> web.Response:
        text = json.loads(await request.read())["message"]["text"]
        taken.append((text, request.headers["X-Telegram-Bot-Api-Secret-Token"]))
        return web.Response(status=next(answers))

    runner = web.ServerRunner(web.Server(take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    telegram.world.says(7, "one")
    telegram.world.says(7, "two")
    assert (await bot("setWebhook", url=url, secret_token="s3cret"))["ok"]
    assert (await bot("getUpdates"))["error_code"] == 409
    await asyncio.wait_for(telegram.world.wait_until(lambda: len(telegram.webhook.deliveries) == 4), 5)
    assert taken == [("one", "s3cret"), ("one", "s3cret"), ("one", "s3cret"), ("two", "s3cret")]
    assert (await bot("getWebhookInfo"))["result"]["last_error_message"].endswith("503")
    assert (await bot("deleteWebhook"))["ok"]
    assert (await bot("getUpdates"))["result"] == []
    await runner.cleanup()


async def test_a_webhook_elsewhere_must_be_https(bot: Bot) -> None:
    assert "HTTPS" in (await bot("setWebhook", url="http://example.org/"))["description"]


# Sending


async def test_the_bot_writes_and_edits(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    sent = await bot("sendMessage", chat_id=7, text="<b>Number</b> 7 &lt; 8", parse_mode="HTML")
    assert sent["result"]["text"] == "Number 7 < 8"
    assert sent["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
    number = sent["result"]["message_id"]
    await bot(
        "editMessageText",
        chat_id=7,
        message_id=number,
        text="Filed",
        reply_markup=keyboard(button("Yes", "y")),
    )
    again = await bot(
        "editMessageText",
        chat_id=7,
        message_id=number,
        text="Filed",
        reply_markup=keyboard(button("Yes", "y")),
    )
    assert "message is not modified" in again["description"]
    assert [message["text"] for message in await telegram.world.wait_for(7, 1)] == ["Filed"]
    assert Spec.load().check_object("Message", telegram.world.sent(7)[0]) == []
    assert telegram.violations == []


async def test_a_tap_is_answered_once(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    sent = await bot("sendMessage", chat_id=7, text="Right?", reply_markup=keyboard(button("Send", "v1.send.1.0")))
    tap = telegram.world.taps(7, sent["result"]["message_id"], "Send")
    query = (await bot("getUpdates"))["result"][-1]["callback_query"]
    assert (query["id"], query["data"], query["message"]["text"]) == (tap, "v1.send.1.0", "Right?")
    assert (await bot("answerCallbackQuery", callback_query_id=tap, text="Sent"))["result"] is True
    assert "query is too old" in (await bot("answerCallbackQuery", callback_query_id=tap))["description"]


async def test_nobody_taps_a_button_that_is_not_there(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    sent = await bot("sendMessage", chat_id=7, text="Right?")
    with pytest.raises(LookupError, match="no button"):
        telegram.world.taps(7, sent["result"]["message_id"], "Send")


@pytest.mark.parametrize(
    ("method", "params", "found"),
    [
        ("sendMessge", {}, "unknown method"),
        ("sendMessage", {"chat_id": 7, "text": "a", "colour": "red"}, "colour is unknown"),
        ("sendMessage", {"chat_id": 7}, "text is missing"),
        ("sendMessage", {"chat_id": 7, "text": 5}, "text is not String"),
        ("sendMessage", {"chat_id": 7, "text": "a", "disable_notification": 1}, "is not Boolean"),
        ("sendMessage", {"chat_id": 7, "text": " "}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "长" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "<b>a", "parse_mode": "HTML"}, "can't parse entities"),
        ("sendMessage", {"chat_id": 7, "text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "a", "reply_markup": {"inline_keyboard": [{}]}},
            "not an array",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "a", "reply_markup": keyboard(button("a", "长" * 22))},
            "BUTTON_DATA",
        ),
        ("sendMessage", {"chat_id": 7, "text": "a", "reply_markup": keyboard({"text": "a"})}, "Text buttons"),
        ("answerCallbackQuery", {"callback_query_id": "tap", "text": "长" * 201}, "MESSAGE_TOO_LONG"),
        ("setMyCommands", {"commands": [{"command": "New", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "new"}]}, "description is missing"),
        ("getChatAdministrators", {"chat_id": 7}, "does not play"),
    ],
)
async def test_a_faulty_request_is_refused_and_recorded(
    telegram: Standin, bot: Bot, method: str, params: dict[str, Any], found: str
) -> None:
    telegram.world.says(7, "Hello")
    telegram.world.taps_answered["tap"] = None
    assert not (await bot(method, **params))["ok"]
    assert any(found in violation.what for violation in telegram.violations)


async def test_what_fits_the_limits_is_taken(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    markup = keyboard(button("a", "长" * 21))
    assert (
        await bot(
            "sendMessage",
            chat_id=7,
            text="<i>" + "长" * 4096 + "</i>",
            parse_mode="HTML",
            reply_markup=markup,
        )
    )["ok"]
    assert (await bot("setMyCommands", commands=[{"command": "new", "description": "x"}]))["ok"]
    assert (await bot("setChatMenuButton", menu_button={"type": "commands"}))["ok"]
    assert (await bot("pinChatMessage", chat_id=7, message_id=2))["result"] is True
    assert telegram.violations == []


async def test_life_is_no_violation(telegram: Standin, bot: Bot) -> None:
    assert (await bot("sendMessage", chat_id=99, text="a"))["description"] == "Bad Request: chat not found"
    telegram.world.says(7, "Hello")
    telegram.world.meets_bot(7, "kicked")
    assert (await bot("sendMessage", chat_id=7, text="a"))["error_code"] == 403
    telegram.world.meets_bot(7, "member")
    assert (await bot("sendMessage", chat_id=7, text="a"))["ok"]
    telegram.world.migrates(-5, -100500)
    moved = await bot("sendMessage", chat_id=-5, text="a")
    assert moved["parameters"] == {"migrate_to_chat_id": -100500}
    assert telegram.violations == []


async def test_a_form_counts_like_json(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    form = {
        "chat_id": "7",
        "text": "12",
        "disable_notification": "true",
        "reply_markup": json.dumps(keyboard(button("a", "b"))),
    }
    async with bot.session.post(f"{telegram.url}/bot{TOKEN}/sendmessage", data=form) as response:
        assert (await response.json())["result"]["text"] == "12"
    assert telegram.violations == []
    assert telegram.calls("sendMessage")[0].params["reply_markup"] == keyboard(button("a", "b"))


async def test_another_token_is_unknown(telegram: Standin, bot: Bot) -> None:
    async with bot.session.get(f"{telegram.url}/bot1:OTHER/getMe") as response:
        assert response.status == 401


# Rates


async def test_too_many_messages_are_recorded_and_answered_with_429() -> None:
    async with Standin(TOKEN, rates="answer") as telegram, aiohttp.ClientSession() as session:
        bot = Bot(telegram.url, session)
        for person in range(1, 32):
            telegram.world.says(person, "Hello")
        answers = [await bot("sendMessage", chat_id=person, text="a") for person in (1, 1, *range(2, 32))]
    refused = [answer for answer in answers if not answer["ok"]]
    assert [answer["parameters"] for answer in refused] == [{"retry_after": 1}] * 2
    assert [violation.what for violation in telegram.violations] == [
        "more than 1 message a second to chat 1",
        "more than 30 messages a second",
    ]


# Failures


@pytest.mark.parametrize(("how", "status"), [("400", 400), ("403", 403), ("429", 429), ("500", 500)])
async def test_a_scripted_error_comes_as_often_as_asked(telegram: Standin, bot: Bot, how: Any, status: int) -> None:
    telegram.world.says(7, "Hello")
    telegram.fail("sendMessage", how, 2)
    codes = [(await bot("sendMessage", chat_id=7, text="a")).get("error_code") for _ in range(3)]
    assert codes == [status, status, None]
    assert len(telegram.world.sent(7)) == 1


@pytest.mark.parametrize("how", ["reset", "half", "not json", "stall"])
async def test_an_answer_is_lost_although_the_message_went_out(telegram: Standin, bot: Bot, how: Any) -> None:
    telegram.world.says(7, "Hello")
    telegram.fail("sendMessage", how, applied=True, seconds=0.1)
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=7, text="a")
    assert len(telegram.world.sent(7)) == 1


async def test_a_failure_for_one_chat_leaves_the_others(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    telegram.world.says(8, "Hello")
    telegram.fail("*", "500", chat=8)
    assert (await bot("sendMessage", chat_id=7, text="a"))["ok"]
    assert not (await bot("sendMessage", chat_id=8, text="a"))["ok"]


# Waiting, control over HTTP, loading, the program


async def test_waiting_in_vain_says_what_came(telegram: Standin, bot: Bot) -> None:
    telegram.world.says(7, "Hello")
    await bot("sendMessage", chat_id=7, text="one")
    with pytest.raises(TimeoutError, match=r"1 of 2 messages came to chat 7: \['one'\]"):
        await telegram.world.wait_for(7, 2, seconds=0.05)


async def test_another_process_holds_the_other_side_over_http(telegram: Standin, bot: Bot) -> None:
    async def control(name: str, **arguments: Any) -> Any:
        async with bot.session.post(f"{telegram.url}/control/{name}", json=arguments) as response:
            return await response.json()

    assert (await control("says", person=7, text="Hello"))["text"] == "Hello"
    assert (await control("sends_photo", person=7, content="anBlZw=="))["photo"][-1]["file_size"] == 4
    await control("fail", method="sendMessage", how="500")
    assert not (await bot("sendMessage", chat_id=7, text="a"))["ok"]
    waiting = asyncio.create_task(control("wait_for", chat=7, count=1))
    await bot("sendMessage", chat_id=7, text="b")
    assert [message["text"] for message in await waiting] == ["b"]
    assert (await control("counts"))["sendMessage"] == 2
    assert (await control("calls", method="sendMessage"))[0]["params"] == {"chat_id": 7, "text": "b"}
    assert await control("violations") == []
    assert "KeyError" in (await control("edits", person=7, message_id=99, text="x"))["error"]
    assert "no control" in (await control("nothing"))["error"]


async def test_a_photo_can_be_fetched(telegram: Standin, bot: Bot) -> None:
    photo = telegram.world.sends_photo(7, b"jpeg")["photo"][-1]
    path = (await bot("getFile", file_id=photo["file_id"]))["result"]["file_path"]
    async with bot.session.get(f"{telegram.url}/file/bot{TOKEN}/{path}") as response:
        assert await response.read() == b"jpeg"


def test_a_load_keeps_so_many_messages_without_a_reply() -> None:
    world = World(1)
    load = EchoLoad(world, messages=5, chats=2, texts=["a", "b"], concurrency=2)
    load.start()
    assert len(world.pending) == 2
    while not load.done:
        load.count_reply()
    assert len(world.pending) == 5
    assert load.report()["replies"] == 5


async def test_the_program_prints_its_port_and_the_figures_of_a_load() -> None:
    program = Path(__file__).with_name("server.py")
    arguments = ("--token", TOKEN, "--echo-load", "3", "--chats", "3", "--no-validate", "--rates", "off")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(program), *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        port = json.loads(await process.stdout.readline())["port"]
        async with aiohttp.ClientSession() as session:
            bot = Bot(f"http://127.0.0.1:{port}", session)
            for update in (await bot("getUpdates"))["result"]:
                message = update["message"]
                await bot("sendMessage", chat_id=message["chat"]["id"], text=message["text"])
        report = json.loads(await process.stdout.readline())
    finally:
        process.terminate()
        await process.wait()
    assert report["replies"] == 3
    assert report["per_second"] > 0


def test_dates_are_of_the_real_clock() -> None:
    assert abs(World(1).now() - time.time()) < 2
