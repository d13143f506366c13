"""An echo bot on stock aiogram: its Dispatcher and its polling, a task for each update."""

import argparse
import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message, bot: Bot) -> None:
    """Send the text back."""
    if message.text is not None:
        await bot.send_message(message.chat.id, message.text)


async def main() -> None:
    """Poll until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--token", required=True)
    arguments = parser.parse_args()
    session = AiohttpSession(api=TelegramAPIServer.from_base(arguments.base_url))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(Bot(arguments.token, session=session))


if __name__ == "__main__":
    asyncio.run(main())
