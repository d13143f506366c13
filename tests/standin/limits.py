"""The limits that Telegram's documents give, beyond the types of the fields."""

import html
import math
import re
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Two processes measure the same second a little differently.
JITTER = 0.1

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>")
_HREF = re.compile(r"href=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_ENTITIES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_ACTIONS = frozenset({"text", "style", "icon_custom_emoji_id"})
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refusal(Exception):
    """An error answer: HTTP status, Telegram's description, its parameters."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> Refusal:
    return Refusal(400, f"Bad Request: {text}")


def utf16_length(text: str) -> int:
    """Telegram counts the places of entities in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of a text in Telegram's HTML. Raises Refusal for what Telegram can't read."""
    plain, place = "", 0
    open_tags: list[tuple[str, dict[str, Any]]] = []
    entities: list[dict[str, Any]] = []
    while (start := source.find("<", place)) >= 0:
        plain += html.unescape(source[place:start])
        tag = _TAG.match(source, start)
        offset = len(source[:start].encode())
        if tag is None or tag[2].lower() not in _ENTITIES:
            name = tag[2] if tag else ""
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {offset}')
        name = tag[2].lower()
        if tag[1]:
            if not open_tags or open_tags[-1][0] != name:
                raise bad_request(f"can't parse entities: Unmatched end tag at byte offset {offset}")
            entity = open_tags.pop()[1]
            entity["length"] = utf16_length(plain) - entity["offset"]
            if entity["length"]:
                entities.append(entity)
        else:
            entity = {"type": _ENTITIES[name], "offset": utf16_length(plain), "length": 0}
            if name == "a" and (href := _HREF.search(tag[3])):
                entity["url"] = html.unescape(next(group for group in href.groups() if group is not None))
            open_tags.append((name, entity))
        place = tag.end()
    if open_tags:
        name = open_tags[-1][0]
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    return plain + html.unescape(source[place:]), sorted(entities, key=lambda entity: entity["offset"])


def shown_text(params: Mapping[str, Any], name: str = "text", limit: int = 4096) -> dict[str, Any]:
    """A text as shown: {name: text, "entities": ...}. Raises Refusal where it is empty, long or broken."""
    text, entities = params.get(name) or "", params.get("entities") or []
    mode = params.get("parse_mode")
    if mode and mode.lower() == "html":
        text, entities = parse_html(text)
    elif mode:
        raise bad_request(f"the stand-in reads HTML only, not {mode}")
    stripped = text.strip()
    if not stripped and name == "text":
        raise bad_request("message text is empty")
    if len(stripped) > limit:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    lead = utf16_length(text) - utf16_length(text.lstrip())
    moved = [{**entity, "offset": max(0, entity["offset"] - lead)} for entity in entities]
    return {name: stripped} | ({"entities" if name == "text" else "caption_entities": moved} if moved else {})


def check_keyboard(markup: Mapping[str, Any]) -> None:
    """Raises Refusal for an inline keyboard that Telegram would refuse or that no phone shows whole."""
    rows = markup.get("inline_keyboard", [])
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad_request("can't parse inline keyboard button: text is empty")
        if len(button.keys() - _ACTIONS) != 1:
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
    for row in markup.get("keyboard", []):
        if not row or any(not (button if isinstance(button, str) else button["text"]).strip() for button in row):
            raise bad_request("can't parse keyboard button: text is empty")


def check_commands(commands: list[Mapping[str, Any]]) -> None:
    """Raises Refusal for a menu of commands that Telegram would refuse."""
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


@dataclass
class RateMeter:
    """Telegram's limits of messages: 30 a second in all, 1 a second a chat, 20 a minute a group."""

    _in_all: deque[float] = field(default_factory=deque)
    _by_chat: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def count(self, chat: int, now: float) -> tuple[str, int] | None:
        """Count one message. A limit that it breaks comes back in words, with the seconds to wait."""
        in_chat = self._by_chat[chat]
        for times, window in ((self._in_all, 1.0), (in_chat, 60.0)):
            while times and times[0] <= now - window + JITTER:
                times.popleft()
        broken: list[tuple[str, float]] = []
        if len(self._in_all) >= 30:
            broken.append(("more than 30 messages a second", self._in_all[0] + 1))
        if in_chat and in_chat[-1] > now - 1 + JITTER:
            broken.append((f"more than 1 message a second to chat {chat}", in_chat[-1] + 1))
        if chat < 0 and len(in_chat) >= 20:
            broken.append((f"more than 20 messages a minute to group {chat}", in_chat[0] + 60))
        if broken:
            words, until = max(broken, key=lambda limit: limit[1])
            return words, max(1, math.ceil(until - now))
        return None

    def sent(self, chat: int, now: float) -> None:
        """Remember a message that went out."""
        self._in_all.append(now)
        self._by_chat[chat].append(now)
