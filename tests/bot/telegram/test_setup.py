"""Setting the bot up: menus, what it says of itself, and how updates come; retried while Telegram is away."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.delivery import deliver_menu
from bot.secret import Secret
from bot.telegram.api import TelegramApi
from bot.telegram.channel import KINDS, TelegramChannel
from bot.telegram.request import setup_bot
from bot.telegram.setup import Setup, WebhookAddress
from casework.people import Role
from handlers import texts
from handlers.messages import Menu
from tests.bot.telegram.office import BOT_ID, TOKEN, open_office, wall
from tests.patience import PATIENCE
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

# The library warns of a later type of its own `retry_after` whenever it makes the exception.
library_warns = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta")


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        yield standin


@pytest.fixture
async def api(telegram: Standin) -> AsyncIterator[TelegramApi]:
    api = TelegramApi(TOKEN, telegram.url)
    yield api
    await api.close()


def setup(api: TelegramApi, channel: TelegramChannel | None = None, webhook: WebhookAddress | None = None) -> Setup:
    bot = setup_bot(TOKEN, api)
    return Setup(bot, channel or TelegramChannel(BOT_ID), ("zh", "en"), webhook, pauses=(0.05, 0.1))


async def test_everybody_finds_a_menu_in_their_language(telegram: Standin, api: TelegramApi) -> None:
    channel = TelegramChannel(BOT_ID)
    assert await setup(api, channel).run()
    assert channel.username == "doorstep_bot"
    scopes = ("default", "all_private_chats", "all_group_chats")
    assert telegram.methods.commands.keys() == {f"{scope}::{code}" for scope in scopes for code in ("", "zh", "en")}
    commands = telegram.methods.commands
    assert commands["default::"] == commands["default::zh"] == commands["all_private_chats::zh"]
    assert {"command": "my", "description": texts.plain("en", "menu-my")} in commands["default::en"]
    assert [each["command"] for each in commands["all_group_chats::en"]] == ["bind"]
    assert telegram.violations == []


async def test_the_bot_says_what_it_is_in_every_language(telegram: Standin, api: TelegramApi) -> None:
    await setup(api).run()
    for method, name, longest in (
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ):
        said = {call.params.get("language_code"): call.params[name] for call in telegram.calls(method)}
        assert said.keys() == {None, "zh", "en"}
        assert all(0 < len(text) <= longest for text in said.values())


async def test_a_webhook_is_asked_for_with_its_secret_and_the_kinds_that_we_understand(
    telegram: Standin, api: TelegramApi
) -> None:
    await setup(api, webhook=WebhookAddress("https://example.org/telegram", Secret("word"))).run()
    assert telegram.webhook.url == "https://example.org/telegram"
    assert telegram.webhook._secret == "word"
    assert telegram.world.allowed_updates == frozenset(KINDS)


async def test_without_a_webhook_none_is_touched(telegram: Standin, api: TelegramApi) -> None:
    await setup(api).run()
    assert telegram.counts["setWebhook"] == telegram.counts["deleteWebhook"] == 0


@library_warns
@pytest.mark.parametrize("how", ["reset", "502", "500", "429", "not json"])
async def test_every_step_is_repeated_until_telegram_answers(telegram: Standin, api: TelegramApi, how: str) -> None:
    telegram.fail("getMe", how, 2)  # type: ignore[arg-type]
    telegram.fail("setMyShortDescription", how)  # type: ignore[arg-type]
    assert await setup(api).run()
    assert len(telegram.calls("setMyShortDescription")) == 3
    assert len(telegram.methods.commands) == 9


async def test_what_telegram_refuses_is_said_and_the_rest_goes_on(
    telegram: Standin, api: TelegramApi, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("setMyCommands", "400")
    assert await setup(api).run()
    assert len(telegram.methods.commands) == 8
    assert "setMyCommands was refused: Scripted" in caplog.messages


async def test_a_wrong_token_is_said_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    async with Standin(f"{BOT_ID}:another") as telegram:
        api = TelegramApi(TOKEN, telegram.url)
        async with asyncio.timeout(PATIENCE):
            assert not await setup(api).run()
        await api.close()
    assert "Telegram does not know this token: the bot is not set up" in caplog.messages
    assert "SECRET" not in caplog.text


def test_a_head_finds_the_commands_of_the_post() -> None:
    (post,) = TelegramChannel(1).menu(Menu("tg:7", "zh", frozenset({Role.HEAD})))
    assert post.method == "setMyCommands"
    assert post.params["scope"] == {"type": "chat", "chat_id": 7}
    assert [each["command"] for each in post.params["commands"]][:4] == ["today", "cases", "tasks", "overdue"]


async def test_a_menu_goes_out_by_the_outbox_and_is_taken_back(database_url: str, telegram: Standin) -> None:
    async with open_office(database_url, telegram) as office:
        telegram.world.says(7, "Hello")
        office.start(office.sender().run())
        for roles in ({Role.CADRE}, set[Role]()):
            async with office.store.batch() as batch:
                deliver_menu(batch, office.desk.channels, Menu("tg:7", "zh", frozenset(roles)), wall())
                batch.join()
        office.desk.outbox_bell.set()
        assert await office.settled() == ["sent", "sent"]
    methods = [call.method for call in telegram.calls() if "Commands" in call.method]
    assert methods == ["setMyCommands", "deleteMyCommands"]
    assert telegram.methods.commands["chat:7:"][0]["command"] == "today"
    assert telegram.violations == []
