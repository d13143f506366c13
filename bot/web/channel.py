"""The web chat as a channel: what a browser sent, as it stands in the inbox. Answers are read from the history."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from bot.channel import Post
from handlers.messages import Attached, Incoming, Kind, Menu, Outgoing


class Sent(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of an inbox row: who sent what. `client` is the browser's name of the message, a uuid.

    A tap has `data` and the id of the `message` that carries the button; a place is (lat, lon) in degrees. Media are
    `files` that are kept already, with a caption as `text`; those of one `album` were sent as one. `language` is that
    of the page.
    """

    address: str
    kind: Literal["text", "tap", "place", "media"]
    client: str
    language: str
    text: str = ""
    data: str = ""
    message: int = 0
    place: tuple[float, float] | None = None
    files: tuple[Attached, ...] = ()
    album: str = ""


class WebChannel:
    """The channel "web"."""

    name = "web"

    def parse(self, body: str) -> Incoming | None:
        """Return what an inbox row says. Raises ValueError where it is none of ours."""
        sent = msgspec.json.decode(body, type=Sent)
        tap = sent.kind == "tap"
        return Incoming(
            Kind(sent.kind),
            chat=sent.address,
            sender=sent.address,
            text=sent.text,
            data=sent.data,
            ref=str(sent.message) if tap else sent.client,
            language=sent.language,
            place=sent.place,
            tap_id=tap_id(sent.address, sent.message) if tap else "",
            files=sent.files,
            album=sent.album,
        )

    def menu(self, menu: Menu) -> Sequence[Post]:
        """Return nothing: the web chat has no menu."""
        return ()

    def encode(self, outgoing: Outgoing) -> Sequence[Post]:
        """Return nothing to send: browsers read the history."""
        return ()


def tap_id(address: str, message: int) -> str:
    """Return the name of a tap: whose it is, and on which message."""
    return f"{address}#{message}"


def tapped(tap: str) -> tuple[str, int]:
    """Return the address and the message of a tap's name."""
    address, _, message = tap.partition("#")
    return address, int(message)
