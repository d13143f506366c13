"""What Telegram knows: people, groups, messages, and the updates that the bot has not confirmed yet.

Its methods are what people do on their phones; each puts an update into the queue, as Telegram would.
"""

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.patience import PATIENCE
from tests.standin import media
from tests.standin.limits import utf16_length

_COMMAND = re.compile(r"(?:^|(?<=\s))/[A-Za-z0-9_]{1,32}(?:@\w+)?")
# Sent only to a bot that asks for them by name.
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

Json = dict[str, Any]


class Signal:
    """Wakes whoever waits, from plain code."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        """Wake everybody who waits now."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> None:
        """Wait for the next `fire`."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)


@dataclass
class Chat:
    """A chat as the bot sees it. `closed` is Telegram's reason why the bot can't write there."""

    card: Json
    messages: dict[int, Json] = field(default_factory=dict)
    last_message_id: int = 0
    closed: str | None = None
    migrated_to: int | None = None

    @property
    def id(self) -> int:
        return int(self.card["id"])

    def next_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id


@dataclass(frozen=True)
class Pending:
    """An update that waits for the bot: its chat keeps the order of webhook deliveries."""

    update_id: int
    chat: int
    body: bytes


@dataclass(frozen=True)
class Call:
    """A call of the bot that took effect. `at` is the monotonic time; `message` is what it showed, if any."""

    method: str
    chat: int | None
    params: Json
    at: float
    message: Json | None = None


class World:
    """People, chats, updates and the calls of one bot."""

    def __init__(self, bot_id: int, clock: Callable[[], float] = time.time) -> None:
        self.bot: Json = {
            "id": bot_id, "is_bot": True, "first_name": "Doorstep", "username": "doorstep_bot",
            "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        }  # fmt: skip
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Json] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.pending: OrderedDict[int, Pending] = OrderedDict()
        self.allowed_updates: frozenset[str] = frozenset()
        self.calls: list[Call] = []
        # Tap ids to the answers that the phone got; None while it waits.
        self.taps_answered: dict[str, Json | None] = {}
        self.changed = Signal()
        self.arrived = Signal()
        self._clock = clock
        self._last_update_id = 100_000

    # People and places

    def person(self, person: int, name: str | None = None, language: str = "en", username: str | None = None) -> Json:
        """Somebody with a phone; made at the first mention."""
        if person not in self.people or name is not None:
            card = {"id": person, "is_bot": False, "first_name": name or f"Person {person}"}
            self.people[person] = card | {"language_code": language} | ({"username": username} if username else {})
        return self.people[person]

    def group(self, group: int, title: str = "Group", kind: str = "supergroup") -> Chat:
        """A group that the bot is in; made at the first mention."""
        if group not in self.chats:
            self.chats[group] = Chat({"id": group, "title": title, "type": kind})
        return self.chats[group]

    def chat_of(self, person: int, chat: int | None) -> Chat:
        if chat is not None and chat != person:
            return self.group(chat)
        if person not in self.chats:
            card = self.person(person)
            names: Json = {key: card[key] for key in ("first_name", "username") if key in card}
            self.chats[person] = Chat({"id": person, **names, "type": "private"})
        return self.chats[person]

    # What people do

    def says(self, person: int, text: str, chat: int | None = None, reply_to: int | None = None) -> Json:
        """A text message, to the bot or in a group. Gives the message."""
        return self.sends(person, {"text": text, **_entities(text)}, chat, reply_to)

    def sends(self, person: int, content: Json, chat: int | None = None, reply_to: int | None = None) -> Json:
        """A message with any content, as the fields of Telegram's Message."""
        place = self.chat_of(person, chat)
        message = self._message(place, self.person(person), content)
        if reply_to is not None:
            message["reply_to_message"] = place.messages[reply_to]
        self._queue("message", message, place.id)
        return message

    def edits(self, person: int, message_id: int, text: str, chat: int | None = None) -> Json:
        """A person's message, changed."""
        place = self.chat_of(person, chat)
        message = place.messages[message_id] | {"edit_date": self.now(), "text": text, **_entities(text)}
        place.messages[message_id] = message
        self._queue("edited_message", message, place.id)
        return message

    def taps(self, person: int, message_id: int, button: str, chat: int | None = None) -> str:
        """A tap on a button that the message shows now, by its label or data. Gives the tap's id."""
        place = self.chat_of(person, chat)
        rows = place.messages[message_id].get("reply_markup", {}).get("inline_keyboard", [])
        for shown in (shown for row in rows for shown in row if "callback_data" in shown):
            if button in (shown["text"], shown["callback_data"]):
                return self.forges_tap(person, message_id, shown["callback_data"], chat)
        raise LookupError(f"message {message_id} shows no button {button!r}")

    def forges_tap(self, person: int, message_id: int, data: str, chat: int | None = None) -> str:
        """A tap with any data: an old keyboard's, or a forger's."""
        place = self.chat_of(person, chat)
        tap = str(9_000_000 + len(self.taps_answered))
        self.taps_answered[tap] = None
        query = {"id": tap, "from": self.person(person), "chat_instance": str(place.id), "data": data}
        message = place.messages.get(message_id)
        shown = message or {"chat": place.card, "message_id": message_id, "date": 0}
        self._queue("callback_query", query | {"message": shown}, place.id)
        return tap

    def shares_place(self, person: int, latitude: float, longitude: float) -> Json:
        """A location."""
        return self.sends(person, {"location": {"latitude": latitude, "longitude": longitude}})

    def shares_contact(self, person: int, phone: str) -> Json:
        """The person's own contact, as the keyboard button sends it."""
        name = self.person(person)["first_name"]
        return self.sends(person, {"contact": {"phone_number": phone, "first_name": name, "user_id": person}})

    def sends_media(
        self,
        person: int,
        kind: str,
        content: bytes,
        caption: str | None = None,
        chat: int | None = None,
        reply_to: int | None = None,
        **more: Any,
    ) -> Json:
        """A file of any kind ("photo", "voice", "document" ...), which the bot can fetch; `more` is said of it."""
        shown = media.content_of(self, kind, content, **more)
        return self.sends(person, shown | ({"caption": caption} if caption else {}), chat, reply_to)

    def sends_photo(self, person: int, content: bytes, caption: str | None = None, chat: int | None = None) -> Json:
        """A photo."""
        return self.sends_media(person, "photo", content, caption, chat)

    def sends_voice(self, person: int, content: bytes, seconds: int = 3) -> Json:
        """A voice message."""
        return self.sends_media(person, "voice", content, duration=seconds, mime_type="audio/ogg")

    def sends_file(self, person: int, content: bytes, name: str, mime: str, chat: int | None = None) -> Json:
        """A document, byte by byte as it is on the phone."""
        return self.sends_media(person, "document", content, None, chat, file_name=name, mime_type=mime)

    def sends_album(self, person: int, contents: list[bytes], caption: str | None = None) -> list[Json]:
        """Photos chosen together: one message each, with the words at the first."""
        album = {"media_group_id": f"album{len(self.files)}"}
        words = [caption, *[None] * (len(contents) - 1)]
        return [
            self.sends(
                person,
                media.content_of(self, "photo", content) | album | ({"caption": text} if text else {}),
            )
            for content, text in zip(contents, words, strict=True)
        ]

    def meets_bot(self, person: int, status: str = "member", chat: int | None = None) -> None:
        """my_chat_member: the bot is blocked or thrown out ("kicked"), unblocked or added ("member")."""
        place = self.chat_of(person, chat)
        before = "kicked" if place.closed else ("member" if chat is None or place.messages else "left")
        refusal = "bot was blocked by the user" if place.id > 0 else "bot was kicked from the group chat"
        place.closed = f"Forbidden: {refusal}" if status in {"kicked", "left"} else None
        change: Json = {"chat": place.card, "from": self.person(person), "date": self.now()}
        change |= {"old_chat_member": self._member(before), "new_chat_member": self._member(status)}
        self._queue("my_chat_member", change, place.id)

    def migrates(self, group: int, supergroup: int) -> None:
        """A group becomes a supergroup with another id; calls to the old one name the new one."""
        old = self.group(group, kind="group")
        new = self.group(supergroup, old.card["title"])
        old.migrated_to = new.id
        service = {"chat": old.card, "message_id": old.next_id(), "date": self.now()}
        self._queue("message", service | {"migrate_to_chat_id": new.id}, old.id)

    def push(self, update: Json | bytes) -> int:
        """Any update. A mapping without update_id gets one; bytes go out as they are. Gives the number."""
        number = self._next_update_id()
        if isinstance(update, bytes):
            self._append(Pending(number, 0, update))
            return number
        number = int(update.get("update_id", number))
        self._last_update_id = max(self._last_update_id, number)
        self._append(Pending(number, 0, msgspec.json.encode({"update_id": number, **update})))
        return number

    # What the bot did

    def sent(self, chat: int) -> list[Json]:
        """The bot's messages in a chat, in order, as they stand now; deleted ones are left out."""
        messages = self.chats[chat].messages.values() if chat in self.chats else ()
        return [message for message in messages if message.get("from") == self.bot]

    async def wait_for(self, chat: int, count: int, seconds: float = PATIENCE) -> list[Json]:
        """Wait until the bot has sent `count` messages to the chat. Raises TimeoutError with what came."""
        try:
            async with asyncio.timeout(seconds):
                await self.wait_until(lambda: len(self.sent(chat)) >= count)
        except TimeoutError:
            texts = [message.get("text") for message in self.sent(chat)]
            raise TimeoutError(f"{len(texts)} of {count} messages came to chat {chat}: {texts}") from None
        return self.sent(chat)

    async def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; looked at after each call and each update."""
        while not holds():
            await self.changed.wait()

    def keep_file(self, content: bytes, path: str) -> str:
        """Keep a file; gives its file_id. `path` has a place for its number."""
        number = len(self.files) + 1
        self.files[f"file{number}"] = (path.format(number), content)
        return f"file{number}"

    def bot_message(self, chat: Chat, content: Json) -> Json:
        """Put a message of the bot into a chat."""
        return self._message(chat, self.bot, content)

    def now(self) -> int:
        """The date for messages, in Unix seconds."""
        return int(self._clock())

    def _message(self, chat: Chat, sender: Json, content: Json) -> Json:
        number = chat.next_id()
        message = {"message_id": number, "from": sender, "chat": chat.card, "date": self.now(), **content}
        chat.messages[number] = message
        return message

    def _member(self, status: str) -> Json:
        member: Json = {"user": self.bot, "status": status}
        return member | {"until_date": 0} if status == "kicked" else member

    def _queue(self, kind: str, content: Json, chat: int) -> None:
        if kind not in self.allowed_updates if self.allowed_updates else kind in _UNASKED:
            return
        number = self._next_update_id()
        self._append(Pending(number, chat, msgspec.json.encode({"update_id": number, kind: content})))

    def _next_update_id(self) -> int:
        self._last_update_id += 1
        return self._last_update_id

    def _append(self, update: Pending) -> None:
        self.pending[update.update_id] = update
        self.arrived.fire()
        self.changed.fire()


def _entities(text: str) -> Json:
    if "/" not in text:
        return {}
    found = [
        {"type": "bot_command", "offset": utf16_length(text[: m.start()]), "length": utf16_length(m[0])}
        for m in _COMMAND.finditer(text)
    ]
    return {"entities": found} if found else {}
