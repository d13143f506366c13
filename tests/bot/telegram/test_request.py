import logging
from collections.abc import AsyncIterator

import pytest
import telegram
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.telegram.api import TelegramApi
from bot.telegram.request import SetupBot, setup_bot
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

TOKEN = "123456:SECRET-token"
PERSON = 7


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        standin.world.says(PERSON, "Hello")
        yield standin


@pytest.fixture
async def bot(standin: Standin) -> AsyncIterator[SetupBot]:
    api = TelegramApi(TOKEN, standin.url)
    yield setup_bot(TOKEN, api)
    await api.close()


async def test_the_bot_is_set_up(standin: Standin, bot: SetupBot) -> None:
    await bot.initialize()
    assert bot.username == "doorstep_bot"
    scope = telegram.BotCommandScopeChat(PERSON)
    assert await bot.set_my_commands([("new", "新的事")], scope=scope, language_code="zh")
    assert await bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert await bot.set_webhook("https://example.org/telegram", secret_token="abc", max_connections=5)
    assert (await bot.get_webhook_info()).url == "https://example.org/telegram"
    assert await bot.delete_webhook(drop_pending_updates=False)
    assert standin.methods.commands["chat:7:zh"] == [{"command": "new", "description": "新的事"}]
    assert standin.violations == []


async def test_a_file_is_fetched(standin: Standin, bot: SetupBot) -> None:
    photo = standin.world.sends_photo(PERSON, b"jpeg")["photo"][-1]
    file = await bot.get_file(photo["file_id"])
    assert await file.download_as_bytearray() == b"jpeg"


async def test_a_chinese_file_name_arrives_as_it_is(standin: Standin, bot: SetupBot) -> None:
    message = await bot.send_document(PERSON, b"%PDF", filename='答复 "7".pdf', caption="答复来了")
    assert message.document is not None
    assert (message.document.file_name, message.caption) == ('答复 "7".pdf', "答复来了")
    assert standin.world.files[message.document.file_id][1] == b"%PDF"
    assert standin.violations == []


async def test_a_line_end_in_a_file_name_makes_no_header(standin: Standin, bot: SetupBot) -> None:
    message = await bot.send_document(PERSON, b"x", filename="a\r\nX-Header: b.txt")
    assert message.document is not None
    assert message.document.file_name == "a  X-Header: b.txt"


# The library warns of a later type of its own `retry_after` whenever it makes the exception.
@pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta")
async def test_errors_keep_the_librarys_kinds(standin: Standin, bot: SetupBot) -> None:
    standin.fail("getMe", "400")
    standin.fail("getMe", "429", seconds=9)
    standin.fail("getMe", "500")
    for kind in (BadRequest, RetryAfter, NetworkError):
        with pytest.raises(kind):
            await bot.get_me()


async def test_a_stalled_answer_times_out(standin: Standin, bot: SetupBot) -> None:
    standin.fail("getMe", "stall", seconds=5)
    with pytest.raises(TimedOut):
        await bot.get_me(read_timeout=0.1, connect_timeout=0.1)


async def test_the_token_and_peoples_texts_stay_out_of_errors_and_logs(
    standin: Standin, bot: SetupBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    texts = [repr(bot), str(bot)]
    for how in ("reset", "half", "not json", "502"):
        standin.fail("getMe", how)
        with pytest.raises(telegram.error.TelegramError) as caught:
            await bot.get_me()
        texts.append(repr(caught.value))
        assert caught.value.__context__ is None
    text = "\n".join(texts) + caplog.text
    assert "SECRET" not in text
    assert "Welcome to the hotel" not in text


async def test_a_refused_token_is_not_repeated_in_the_error(standin: Standin) -> None:
    api = TelegramApi("123456:OTHER-secret", standin.url)
    with pytest.raises(InvalidToken) as caught:
        await setup_bot("123456:OTHER-secret", api).initialize()
    await api.close()
    assert "OTHER" not in repr(caught.value)
    assert caught.value.__context__ is None


async def test_an_outage_at_the_start_is_an_error_that_can_be_waited_out(standin: Standin) -> None:
    api = TelegramApi(TOKEN, "http://127.0.0.1:1")
    with pytest.raises(NetworkError, match="Connection refused"):
        await setup_bot(TOKEN, api).initialize()
    await api.close()
