"""Addresses that open the bot with a code, such as that of an invitation."""

from typing import Final

from storage.store import Store

BOT_USERNAME: Final = "bot_username"
"""The fact that holds the name of the bot; written when the bot has said who it is."""


async def bot_link(store: Store, code: str) -> str:
    """Return the address that opens the bot with a code; "" while nobody knows which bot it is."""
    async with store.reading() as session:
        rows = await session.rows("fact_read", key=BOT_USERNAME)
    bot = str(rows[0][0]).removeprefix("@") if rows else ""
    return f"https://t.me/{bot}?start={code}" if bot else ""
