"""A resident's phone: what it sends, as Telegram's updates say it, and what the answers put on its screen."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from casework.actions.drafting import PIECE

_FIRST_ID: Final = 7_000_000_000
"""Where the made-up account numbers begin."""

_HINTS: Final = {"zh": "zh-hans", "en": "en"}


class Button(msgspec.Struct):
    """A button under a message; the one that asks for the place has no data."""

    callback_data: str = ""


class Markup(msgspec.Struct):
    """What stands under a message."""

    inline_keyboard: list[list[Button]] = []


class Shown(msgspec.Struct):
    """A message as it is posted to Telegram."""

    text: str = ""
    reply_markup: Markup = msgspec.field(default_factory=Markup)

    @property
    def buttons(self) -> Iterator[str]:
        """The data of its buttons."""
        return (button.callback_data for row in self.reply_markup.inline_keyboard for button in row)


SHOWN: Final = msgspec.json.Decoder(Shown)


class Phone:
    """The phone of one new resident; `number` tells it from all others, `address` is its chat."""

    def __init__(self, number: int, language: str) -> None:
        account = _FIRST_ID + number
        self.address = f"tg:{account}"
        self._sender = {"id": account, "is_bot": False, "first_name": "-", "language_code": _HINTS[language]}
        self._chat = {"id": account, "type": "private", "first_name": "-"}
        self._sent = 0

    def words(self, text: str) -> list[dict[str, Any]]:
        """Return the updates of a text, in pieces that a channel carries."""
        return [self._message(text=piece) for piece in pieces(text)]

    def photo(self) -> dict[str, Any]:
        """Return the update of a photo without words. It is never fetched."""
        sizes = [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90, "file_size": 1024}]
        return self._message(photo=sizes)

    def place(self, lat: float, lon: float) -> dict[str, Any]:
        """Return the update of a shared place, in degrees."""
        return self._message(location={"latitude": lat, "longitude": lon})

    def tap(self, data: str) -> dict[str, Any]:
        """Return the update of a tapped button."""
        message = {"message_id": 1, "date": 0, "chat": self._chat}
        query = {"id": str(self._chat["id"]), "from": self._sender, "chat_instance": "1"}
        return {"callback_query": {**query, "message": message, "data": data}}

    def _message(self, **fields: Any) -> dict[str, Any]:
        self._sent += 1
        head = {"message_id": self._sent, "date": 0, "chat": self._chat, "from": self._sender}
        return {"message": {**head, **fields}}


def pieces(text: str) -> list[str]:
    """Cut a text as a phone does: after as many UTF-16 code units as a message may have, whatever stands there."""
    found, start, units = [], 0, 0
    for at, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > PIECE:
            found.append(text[start:at])
            start, units = at, 2 if character > "\uffff" else 1
    return [*found, text[start:]]
