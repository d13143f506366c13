"""What a channel is to the rest of the program: it names conversations, parses what came, and encodes what goes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from handlers.messages import Incoming, Menu, Outgoing


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of the vault that a call carries: by which method and in which field its bytes go, and as what."""

    method: str
    field: str
    digest: str
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class Post:
    """One call of a channel's network, as it will stand in the outbox: a method and its parameters.

    `shows` is False for what only comes along, such as a keyboard: it is not the message that the history names.
    The file in `upload` goes in its field, unless the parameters name there one that the network has already.
    """

    method: str
    params: dict[str, Any]
    shows: bool = True
    upload: Upload | None = None


class Channel(Protocol):
    """One channel. Pure: nothing here sends or stores."""

    @property
    def name(self) -> str:
        """The prefix of the channel's addresses: "tg", "web"."""
        ...

    def parse(self, body: str) -> Incoming | None:
        """Return what an inbox row's raw body says; None where it says nothing to us.

        Raises ValueError (or a subclass) where it cannot be understood.
        """
        ...

    def menu(self, menu: Menu) -> Sequence[Post]:
        """Return the calls that give a chat its menu of commands; empty where the channel has no menus."""
        ...

    def encode(self, outgoing: Outgoing) -> Sequence[Post]:
        """Return the calls that send a message, in order.

        Empty where the channel has no network send: its clients read the history themselves. With `edit` the call
        names no message yet: the sender puts in what the card's row says.
        """
        ...
