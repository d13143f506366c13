"""One turn of a conversation: who speaks, where the conversation stands, and the answers so far."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from casework.conversations import Conversation
from casework.people import Person, Post, Role
from casework.pins import is_locked
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.messages import Button, Incoming, Menu, Outgoing, Rows, Turn

D = TypeVar("D", bound=msgspec.Struct)


class Talk:
    """What a handler works with. It collects answers and the next state; nothing here sends.

    `new` is whether the person has come with this very message. They have no case and no post, and nothing is looked
    up for them: their own row is a change of this turn, and finders come before changes.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        incoming: Incoming,
        person: Person,
        conversation: Conversation,
        *,
        new: bool = False,
    ) -> None:
        self.uow = uow
        self.incoming = incoming
        self.person = person
        self.conversation = conversation
        self.new = new
        self.outgoing: list[Outgoing] = []
        self.toast = ""
        self.menu: Menu | None = None
        self.forget = False  # whether what was sent must not be kept
        self.files: list[int] = []  # ids of the Files that the message has brought
        self.at_work = False  # whether the message was part of somebody's work as staff
        self.nameless = False  # whether it must stand beside no person: an answer in an anonymous survey
        self.seen: list[int] = []  # cases whose written reply the person has opened, or tapped something on
        self.added_to: int | None = None  # the case to which the message's words were added

    @property
    def language(self) -> str:
        """The person's language."""
        return self.person.language

    @property
    def locked(self) -> bool:
        """Whether the person's own cases need a PIN now."""
        return is_locked(self.person, self.uow.now)

    @property
    def posts(self) -> list[Post]:
        """The posts that the person holds; empty for a resident."""
        return self.uow.staff.of(self.person.id)

    def say(self, key: str, **arguments: Any) -> str:
        """Return the text `key` in the person's language."""
        return texts.say(self.language, key, arguments)

    def button(self, key: str, data: str, **arguments: Any) -> Button:
        """Return a button whose label is the text `key`."""
        return Button(self.say(key, **arguments), data)

    def reply(
        self,
        text: str,
        buttons: Rows = (),
        *,
        case_id: int | None = None,
        card: str = "",
        edit: bool = False,
        alarm_id: int | None = None,
    ) -> None:
        """Answer in the chat that the message came from."""
        chat = self.incoming.chat
        self.outgoing.append(Outgoing(chat, text, buttons, case_id, card, edit, alarm_id=alarm_id))

    def answer(self, key: str, **arguments: Any) -> None:
        """Answer with the text `key` and no buttons."""
        self.reply(self.say(key, **arguments))

    # The state of the conversation.

    def data(self, kind: type[D]) -> D:
        """Return the running flow's state; a fresh one where none, or one of an older shape, is stored."""
        if not self.conversation.data:
            return kind()
        try:
            return msgspec.json.decode(self.conversation.data, type=kind)
        except msgspec.ValidationError:
            return kind()

    def keep(self, data: msgspec.Struct, **changes: Any) -> None:
        """Store the running flow's state, with other `changes` of the conversation's row."""
        self.move(data=msgspec.json.encode(data).decode(), **changes)

    def move(self, **changes: Any) -> None:
        """Change the conversation's row."""
        self.conversation = replace(self.conversation, **changes)

    def end(self) -> None:
        """Close the open question, if there is one. Only this and the last step of a flow clear it."""
        if self.conversation.flow:
            self.move(flow="", step="", data="", trail=())

    def offer_menu(self, *new: Role) -> None:
        """Let the chat's menu offer the commands of the person's posts, and of those just taken up."""
        roles = self.uow.staff.roles(self.person.id) | set(new)
        self.menu = Menu(self.incoming.chat, self.language, frozenset(roles))

    def turn(self) -> Turn:
        """Return what this turn leads to."""
        return Turn(tuple(self.outgoing), self.toast, self.menu, tuple(self.files), self.forget)


def rows(buttons: Sequence[Button], width: int = 1) -> Rows:
    """Lay buttons out in rows of `width`."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
