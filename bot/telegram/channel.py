"""Telegram as a channel: what an update says, and the calls that show a message. Pure.

Private texts and taps, which are nearly all that comes, are read by small structs of their own: in a thirtieth of
the time that python-telegram-bot's types take. All else goes through those types, which know every kind there is.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
import telegram
from telegram.constants import ChatMemberStatus, ChatType

from bot.channel import Post
from bot.telegram.api import UNREADABLE
from bot.telegram.media import CAPTION, attached, showing
from bot.telegram.menus import menu_of
from casework.words import fits_callback, split_message, utf16_length
from handlers.messages import Enclosed, Incoming, Kind, Menu, Outgoing, Rows

NAME: Final = "tg"

KINDS: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that are understood here, and so the only ones to ask Telegram for."""

_TEXT: Final = {"link_preview_options": {"is_disabled": True}}
# Somebody without a name, such as an administrator who writes as the group.
_NOBODY = f"{NAME}:0"


class _User(msgspec.Struct):
    id: int
    is_bot: bool = False
    language_code: str = ""


class _Chat(msgspec.Struct):
    id: int
    type: str = ""


class _Answered(msgspec.Struct):
    message_id: int


class _Message(msgspec.Struct):
    chat: _Chat
    message_id: int = 0
    date: int = 0
    sender: _User | None = msgspec.field(default=None, name="from")
    sender_chat: _Chat | None = None
    text: str | None = None
    reply_to_message: _Answered | None = None


class _Tap(msgspec.Struct):
    id: str
    sender: _User = msgspec.field(name="from")
    data: str | None = None
    message: _Message | None = None


class _Plain(msgspec.Struct):
    message: _Message | None = None
    edited_message: _Message | None = None
    callback_query: _Tap | None = None


class _Spoken(msgspec.Struct):
    chat: _Chat | None = None
    sender: _User | None = msgspec.field(default=None, name="from")
    message: "_Spoken | None" = None


class _Key(msgspec.Struct):
    message: _Spoken | None = None
    edited_message: _Spoken | None = None
    callback_query: _Spoken | None = None
    my_chat_member: _Spoken | None = None


_PLAIN = msgspec.json.Decoder(_Plain)
_KEY = msgspec.json.Decoder(_Key)


def address(chat_id: int) -> str:
    """Return the address of a chat or a person. Raises ValueError for what is no id."""
    if type(chat_id) is not int:
        raise ValueError("not an id of Telegram")
    return f"{NAME}:{chat_id}"


def chat_id(address: str) -> int:
    """Return Telegram's id of an address. Raises ValueError for an address of another channel."""
    channel, _, number = address.partition(":")
    if channel != NAME:
        raise ValueError("not an address of Telegram")
    return int(number)


def is_group(address: str) -> bool:
    """Return whether an address is that of a group: their ids are negative."""
    return address.startswith(f"{NAME}:-")


def conversation_of(raw: bytes) -> str:
    """Return the key of the conversation that an update belongs to; "" where it belongs to none."""
    try:
        update = _KEY.decode(raw)
    except UNREADABLE:
        return ""
    spoken = update.message or update.edited_message or update.callback_query or update.my_chat_member
    if spoken is None:
        return ""
    chat = spoken.message.chat if spoken.message is not None else spoken.chat
    if chat is None:
        return ""
    return f"{address(chat.id)}|{address(spoken.sender.id) if spoken.sender is not None else _NOBODY}"


class TelegramChannel:
    """Implements bot.channel.Channel. `bot_id` stands before the colon of the token; `username` comes with getMe."""

    name = NAME

    def __init__(self, bot_id: int, username: str = "") -> None:
        self.bot_id = bot_id
        self.username = username

    # What comes in.

    def parse(self, body: str) -> Incoming | None:
        """Return what an update says; None where it says nothing to us. Raises ValueError for what is no update."""
        try:
            plain = _PLAIN.decode(body)
        except (*UNREADABLE, UnicodeError):
            # Perhaps a field of a kind that is not ours, and the types below mind it less.
            plain = _Plain()
        incoming = _plain(plain)
        return incoming if incoming is not None else self._parse_any(body)

    def _parse_any(self, body: str) -> Incoming | None:
        try:
            incoming = self._understand(telegram.Update.de_json(json.loads(body), None))
            # The library passes on whatever stands in a field.
            return msgspec.convert(msgspec.to_builtins(incoming), Incoming | None)
        except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError) as error:
            # The library trusts what it reads: a field that is missing turns up anywhere.
            raise ValueError(f"not an update: {type(error).__name__}") from None

    def _understand(self, update: telegram.Update) -> Incoming | None:
        if update.callback_query is not None:
            return _tap(update.callback_query)
        if update.my_chat_member is not None:
            return _membership(update.my_chat_member)
        message, edited = update.message or update.edited_message, update.message is None
        if message is None:
            return None
        if message.migrate_to_chat_id is not None:
            return Incoming(
                Kind.MIGRATED, address(message.chat.id), _sender(message), text=address(message.migrate_to_chat_id)
            )
        user = message.from_user
        if user is None or user.is_bot or message.sender_chat is not None:
            return None
        if message.chat.type != ChatType.PRIVATE and not self._meant(message):
            return None
        return _message(message, edited=edited)

    def _meant(self, message: telegram.Message) -> bool:
        """Return whether a message in a group is for us: a command, or an answer to a message of ours."""
        if message.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
            return False
        if message.text is not None and message.text.startswith("/"):
            _, named, username = message.text.split(maxsplit=1)[0].partition("@")
            return not named or not self.username or username.casefold() == self.username.casefold()
        answered = message.reply_to_message
        return answered is not None and answered.from_user is not None and answered.from_user.id == self.bot_id

    # What goes out.

    def menu(self, menu: Menu) -> Sequence[Post]:
        """Return the call that gives a private chat its menu of commands."""
        return [menu_of(menu, chat_id(menu.chat))]

    def encode(self, outgoing: Outgoing) -> Sequence[Post]:
        """Return the calls that show a message, in order; its last piece carries the buttons. A blank text gives none.

        A file comes first: the text is its caption, and follows it where it is too long for one.

        Texts are plain, so nothing in them needs escaping. Raises ValueError for a button whose data is longer than
        Telegram's 64 bytes, or empty.
        """
        common = {"chat_id": chat_id(outgoing.chat)}
        pieces = split_message(outgoing.text)
        inline = _inline(outgoing.buttons)
        if outgoing.edit and len(pieces) == 1 and outgoing.file is None:
            markup = {"reply_markup": inline} if inline else {}
            return [Post("editMessageText", {**common, **_TEXT, "text": pieces[0], **markup})]
        # An edit that has become too long for one message is shown as new ones.
        if outgoing.quiet:
            common["disable_notification"] = True
        shown = _file(outgoing.file, pieces, common)
        posts = [*shown, *(Post("sendMessage", {**common, **_TEXT, "text": piece}) for piece in pieces)]
        keyboard = None if is_group(outgoing.chat) else _place_keyboard(outgoing.buttons)
        if not posts:
            return []
        if keyboard is not None and inline is not None:
            # One message can't show both: the card comes first, and the keyboard after it.
            posts[-1].params["reply_markup"] = inline
            posts.append(Post("sendMessage", {**common, **_TEXT, **keyboard}, shows=False))
        elif keyboard is not None:
            posts[-1].params["reply_markup"] = keyboard["reply_markup"]
        elif inline is not None:
            posts[-1].params["reply_markup"] = inline
        return posts


def _file(file: Enclosed | None, pieces: list[str], common: dict[str, Any]) -> list[Post]:
    """Return the call that shows a file, if it can be had; the text moves from `pieces` into its caption if it fits."""
    found = showing(file) if file is not None else None
    if found is None:
        return []
    way, post = found
    post.params.update(common)
    if way.captioned and len(pieces) == 1 and utf16_length(pieces[0]) <= CAPTION:
        post.params["caption"] = pieces.pop()
    return [post]


def _plain(update: _Plain) -> Incoming | None:
    """Return a private text, its edit, or a tap; None for everything else."""
    tap = update.callback_query
    if tap is not None:
        if tap.message is None or tap.data is None:
            return None
        return Incoming(
            Kind.TAP,
            address(tap.message.chat.id),
            address(tap.sender.id),
            data=tap.data,
            ref=str(tap.message.message_id),
            language=tap.sender.language_code,
            tap_id=tap.id,
        )
    message = update.message or update.edited_message
    if message is None or message.text is None or message.chat.type != ChatType.PRIVATE:
        return None
    if message.sender is None or message.sender.is_bot or message.sender_chat is not None:
        return None
    return Incoming(
        Kind.TEXT if update.message is not None else Kind.EDITED,
        address(message.chat.id),
        address(message.sender.id),
        text=message.text,
        ref=str(message.message_id),
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message is not None else "",
        language=message.sender.language_code,
        sent_at=_moment(message.date),
    )


def _moment(seconds: int) -> datetime | None:
    """Return a moment of Unix time; None for 0, and for what no calendar holds: the words count all the same."""
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None


def _tap(query: telegram.CallbackQuery) -> Incoming | None:
    """Return a tap; None for one on a message that was sent by way of another chat, or on a game."""
    if query.message is None or query.data is None:
        return None
    return Incoming(
        Kind.TAP,
        address(query.message.chat.id),
        address(query.from_user.id),
        data=query.data,
        ref=str(query.message.message_id),
        language=query.from_user.language_code or "",
        tap_id=query.id,
    )


def _membership(change: telegram.ChatMemberUpdated) -> Incoming | None:
    """Return that a person stopped us or started us again, or that we were put out of a group."""
    status = change.new_chat_member.status
    gone = status in {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
    chat, sender = address(change.chat.id), address(change.from_user.id)
    language = change.from_user.language_code or ""
    if change.chat.type == ChatType.PRIVATE:
        return Incoming(Kind.BLOCKED if gone else Kind.UNBLOCKED, chat, sender, language=language)
    if gone and change.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return Incoming(Kind.REMOVED, chat, sender, language=language)
    return None


def _sender(message: telegram.Message) -> str:
    return address(message.from_user.id) if message.from_user is not None else _NOBODY


def _message(message: telegram.Message, *, edited: bool) -> Incoming | None:
    """Return what a person's message says; None for what is no message of theirs, such as "pinned a message"."""
    kind, text, place = Kind.UNSUPPORTED, message.text or message.caption or "", None
    file = None if edited else attached(message)
    if edited:
        # Live locations are edited every few seconds.
        if not text:
            return None
        kind = Kind.EDITED
    elif message.text is not None:
        kind = Kind.TEXT
    elif message.location is not None:
        kind, place = Kind.PLACE, (message.location.latitude, message.location.longitude)
    elif file is not None:
        kind = Kind.MEDIA
    elif not message.effective_attachment and message.checklist is None:
        return None
    user = message.from_user
    return Incoming(
        kind,
        address(message.chat.id),
        _sender(message),
        text=text,
        ref=str(message.message_id),
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message is not None else "",
        language=(user.language_code or "") if user is not None else "",
        place=place,
        files=(file,) if file is not None else (),
        album=message.media_group_id or "",
        sent_at=message.date,
    )


def _inline(rows: Rows) -> dict[str, Any] | None:
    keyboard = []
    for row in rows:
        shown = [{"text": each.label, "callback_data": each.data} for each in row if each.kind == "tap"]
        if not all(fits_callback(each["callback_data"]) for each in shown):
            raise ValueError("a button's data must have 1 to 64 bytes")
        if shown:
            keyboard.append(shown)
    return {"inline_keyboard": keyboard} if keyboard else None


def _place_keyboard(rows: Rows) -> dict[str, Any] | None:
    """Return text and keyboard of a message of its own that asks for the location; None where nothing asks for it.

    Its text is the button's, the one text at hand that is in the person's language.
    """
    label = next((each.label for row in rows for each in row if each.kind == "place"), None)
    if label is None:
        return None
    keyboard = [[{"text": label, "request_location": True}]]
    return {
        "text": f"{label} 👇",
        "reply_markup": {"keyboard": keyboard, "resize_keyboard": True, "one_time_keyboard": True},
    }
