"""The menu of commands in one person's chat: what their posts let them do."""

from bot.channel import Post
from handlers import service
from handlers.messages import Menu


def menu_of(menu: Menu, chat_id: int) -> Post:
    """Return the call that gives a private chat its menu. Without roles the chat gets the menu of everybody again."""
    scope = {"type": "chat", "chat_id": chat_id}
    if not menu.roles:
        return Post("deleteMyCommands", {"scope": scope})
    commands = [{"command": name, "description": words} for name, words in service.menu(menu.language, menu.roles)]
    return Post("setMyCommands", {"commands": commands, "scope": scope})
