"""An echo bot on `TelegramApi` alone: getUpdates, then sendMessage, with 64 under way. Nothing is kept."""

import argparse
import asyncio

import msgspec

from bot.telegram.api import TelegramApi

AT_ONCE = 64


class _Chat(msgspec.Struct):
    id: int


class _Message(msgspec.Struct):
    chat: _Chat
    text: str


class _Update(msgspec.Struct):
    message: _Message


async def _answer(api: TelegramApi, waiting: asyncio.Queue[bytes]) -> None:
    decoder = msgspec.json.Decoder(_Update)
    while True:
        message = decoder.decode(await waiting.get()).message
        await api.call("sendMessage", {"chat_id": message.chat.id, "text": message.text})


async def main() -> None:
    """Poll until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--token", required=True)
    arguments = parser.parse_args()
    api = TelegramApi(arguments.token, arguments.base_url, AT_ONCE)
    waiting: asyncio.Queue[bytes] = asyncio.Queue(2 * AT_ONCE)
    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE):
            tasks.create_task(_answer(api, waiting))
        offset = None
        while True:
            updates = await api.get_updates(offset, 30, ["message"])
            for number, raw in updates.items:
                await waiting.put(raw)
                offset = number + 1 if number is not None else offset


if __name__ == "__main__":
    asyncio.run(main())
