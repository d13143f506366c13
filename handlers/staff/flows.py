"""Flows about one case: every answer checks that the person may still give it, and that the case stands as it did.

So a post taken away, or a case handed on in the middle of a flow, is said at once and not after the last question.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from casework import permissions
from casework.errors import NotYours, Refused, Stale
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_facts import CaseFacts
from handlers.messages import Incoming
from handlers.router import Tap, TapHandler
from handlers.staff import cards
from handlers.steps import Flow
from handlers.talk import Talk


class OnCase(msgspec.Struct, frozen=True, kw_only=True):
    """The state that every flow about a case has: the case, and the epoch of the button that began it."""

    case_id: int = 0
    epoch: int = 0


C = TypeVar("C", bound=OnCase)


async def check(talk: Talk, verb: str, case_id: int, epoch: int | None) -> Case:
    """Return the case if this person may do `verb` now.

    Raises Stale where the case has moved on, NotYours and Refused("not-allowed") else.
    """
    try:
        return await permissions.allowed(talk.uow, verb, case_id, talk.person.id, epoch)
    except Refused as refused:
        if refused.code == "wrong-state":
            raise Stale(case_id) from refused
        raise


@contextmanager
def ending(talk: Talk) -> Iterator[None]:
    """Ask within whether the open flow may go on: where that is refused it ends, and its person hears why.

    Raises Refused("no-post") where the post that gave the right is gone.
    """
    try:
        yield
    except NotYours:
        talk.end()
        raise Refused("no-post") from None
    except Refused:
        talk.end()
        raise


@dataclass(frozen=True)
class CaseFlow(Flow[C]):
    """A flow that ends in `verb` on one case."""

    verb: str = ""

    async def start(self, talk: Talk, data: C) -> None:
        """Begin if the person may do the verb."""
        await check(talk, self.verb, data.case_id, data.epoch)
        await super().start(talk, data)

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take an answer if the person still may do the verb; raises as `ending` else."""
        data = talk.data(self.kind)
        with ending(talk):
            await check(talk, self.verb, data.case_id, data.epoch)
        await super().resume(talk, incoming)


async def about(talk: Talk, data: OnCase) -> CaseFacts | dict[str, Any]:
    """Return what a question may name of the flow's case."""
    case = await talk.uow.get(Case, data.case_id)
    return cards.facts(talk.uow, talk.language, case) if case is not None else {}


def begins(flow: CaseFlow[C]) -> TapHandler:
    """Return the handler of a button that begins `flow`."""

    async def begin(talk: Talk, tap: Tap) -> None:
        await flow.start(talk, flow.kind(case_id=tap.subject, epoch=tap.epoch or 0))

    return begin


def done(talk: Talk, key: str, case: Case, **arguments: Any) -> None:
    """Answer a finished flow with a short word. A reply to it speaks of the case."""
    words = cards.facts(talk.uow, talk.language, case) | arguments
    talk.reply(talk.say(texts.of_kind(talk.language, key, case.kind), **words), case_id=case.id)


def does(act: Callable[[UnitOfWork, int, int, int | None], Awaitable[Case]], said: str) -> TapHandler:
    """Return the handler of a button that does a verb by one tap, and answers with the text `said`.

    `act` takes the case, who acts, and the epoch of the button.
    """

    async def handle(talk: Talk, tap: Tap) -> None:
        done(talk, said, await act(talk.uow, tap.subject, talk.person.id, tap.epoch))

    return handle


async def present(talk: Talk, case: Case, *, edit: bool, more: bool = False) -> None:
    """Show the case's card in the person's private chat; with `edit` the card already there is changed, and with
    `more` its buttons are those that are seldom needed.
    """
    text, buttons = await cards.card(talk.uow, talk.language, case, talk.person.id, more=more)
    talk.reply(text, buttons, case_id=case.id, card=f"case:{case.id}", edit=edit)
