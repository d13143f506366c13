"""Messages to send become rows: the history, the cards, and what a channel's network has to carry."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from bot.channel import Channel, Post
from casework.conversations import Card, Message
from casework.replacing import replace
from handlers.messages import Menu, Outgoing, Priority, Rows
from storage.batch import Batch
from storage.codec import to_micros

URGENCY = {Priority.ALARM: -1, Priority.ANSWER: 0, Priority.NUDGE: 1, Priority.BROADCAST: 2}


async def deliver(
    batch: Batch, channels: Mapping[str, Channel], outgoing: Iterable[Outgoing], now: datetime, wall: datetime
) -> list[str]:
    """Put messages into the running turn as rows; return the chats that they go to.

    `now` is case time, for the history; `wall` is machine time, for the outbox. A chat of a channel that this service
    does not run (any more) still gets its history.
    """
    chats: list[str] = []
    for message in outgoing:
        chats.append(message.chat)
        row = Message(
            id=batch.ids.take(),
            chat=message.chat,
            mine=False,
            at=now,
            text=message.text,
            buttons=buttons_json(message.buttons),
            case_id=message.case_id,
            file_id=message.file.file_id if message.file is not None else None,
            alarm_id=message.alarm_id,
            among=message.among,
        )
        card, edit = await _card(batch, message, row.id)
        if edit and card is not None:
            row = replace(row, replaces=card.message_id)
        batch.put(row)
        channel = channels.get(message.chat.partition(":")[0])
        if channel is not None:
            meant = message if message.edit == edit else replace(message, edit=edit)
            _post(batch, channel, meant, row.id, to_micros(wall), shown=card is not None)
    return chats


async def _card(batch: Batch, message: Outgoing, message_id: int) -> tuple[Card | None, bool]:
    """Let the card's row name the message that now shows it; return the row as it was, and whether to edit.

    What was never shown cannot be edited: it is sent as a new message.
    """
    if not message.card:
        return None, False
    key = card_key(message.chat, message.card)
    subject = message.card.rpartition(":")[2]
    known = not (subject.isdecimal() and batch.is_new(int(subject)))
    before: Card | None = await batch.get(Card, key) if known else batch.known(Card, key)
    if before is None:
        batch.put(Card(key, message_id))
        return None, False
    batch.put(replace(before, message_id=message_id, ref=before.ref if message.edit else ""))
    return before, message.edit


def _post(batch: Batch, channel: Channel, message: Outgoing, message_id: int, created_at: int, *, shown: bool) -> None:
    """Put the calls that show a message into the outbox; `shown` says whether its card has been shown before."""
    posts = channel.encode(message)
    rows = [_row(batch, channel.name, message.chat, post, created_at) for post in posts]
    last = max((at for at, post in enumerate(posts) if post.shows), default=-1)
    if rows and shown and not message.edit:
        # The same card, not sent yet, would only be older news.
        batch.write("outbox_supersede", {"chat": message.chat, "card": message.card, "before": rows[0]["id"]})
    for at, row in enumerate(rows):
        row |= {
            "edit": int(message.edit),
            "priority": URGENCY[message.priority],
            "broadcast_id": message.broadcast_id,
        }
        if at == last:
            row |= {"message_id": message_id, "card": message.card}
        batch.write("outbox_insert", row)


def deliver_menu(batch: Batch, channels: Mapping[str, Channel], menu: Menu, wall: datetime) -> str:
    """Put a chat's new menu of commands into the running turn; return the chat."""
    channel = channels.get(menu.chat.partition(":")[0])
    if channel is not None:
        for post in channel.menu(menu):
            batch.write("outbox_insert", _row(batch, channel.name, menu.chat, post, to_micros(wall)))
    return menu.chat


def _row(batch: Batch, channel: str, chat: str, post: Post, created_at: int) -> dict[str, Any]:
    """Return an outbox row of a call that shows no message of the history."""
    return {
        "id": batch.ids.take(),
        "channel": channel,
        "chat": chat,
        "method": post.method,
        "params": msgspec.json.encode(post.params).decode(),
        "upload": msgspec.json.encode(post.upload).decode() if post.upload is not None else "",
        "message_id": None,
        "person_id": None,
        "card": "",
        "edit": 0,
        "priority": URGENCY[Priority.ANSWER],
        "created_at": created_at,
        "broadcast_id": None,
    }


def card_key(chat: str, card: str) -> str:
    """Return the key of a card's row."""
    return f"{chat}|{card}"


def buttons_json(rows: Rows) -> str:
    """Return buttons as the history keeps them: rows of {label, data, kind}, "" for none."""
    return msgspec.json.encode(rows).decode() if rows else ""
