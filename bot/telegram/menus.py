"""The menu of commands in one person's chat: what their posts let them do."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from bot.channel import Post
from bot.telegram.channel import NAME, chat_id
from casework.people import Role
from handlers import service
from storage.batch import Batch
from storage.codec import to_micros

# Like an answer: whoever has just joined looks for it.
_PRIORITY = 0


def menu_for(chat: str, language: str, roles: Collection[Role]) -> Post:
    """Return the call that gives a person's private chat (`tg:4711`) the menu of their posts.

    Without roles the chat gets the menu of everybody again.
    """
    scope = {"type": "chat", "chat_id": chat_id(chat)}
    if not roles:
        return Post("deleteMyCommands", {"scope": scope})
    commands = [{"command": name, "description": words} for name, words in service.menu(language, roles)]
    return Post("setMyCommands", {"commands": commands, "scope": scope})


def queue_menu(batch: Batch, chat: str, language: str, roles: Collection[Role], wall: datetime) -> None:
    """Put `menu_for` into the outbox with the running turn; `wall` is machine time."""
    post = menu_for(chat, language, roles)
    row = {
        "id": batch.ids.take(),
        "channel": NAME,
        "chat": chat,
        "method": post.method,
        "params": msgspec.json.encode(post.params).decode(),
        "message_id": None,
        "person_id": None,
        "card": "",
        "edit": 0,
        "priority": _PRIORITY,
        "created_at": to_micros(wall),
    }
    batch.write("outbox_insert", row)
