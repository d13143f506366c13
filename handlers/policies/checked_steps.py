"""Answers that must leave a policy which can be kept: asked before the end, so that nothing written is lost."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from casework.actions import policies
from casework.errors import Refused
from casework.policies.policy import Content
from handlers.messages import Incoming
from handlers.steps import Choice, FreeText, Mistake
from handlers.talk import Talk

D = TypeVar("D", bound=msgspec.Struct)

ContentOf = Callable[[Talk, D], Awaitable[Content]]
"""Gives what would be written of the policy after the answers so far."""


@dataclass(frozen=True, kw_only=True)
class CheckedText(FreeText[D]):
    """A question in own words."""

    content: ContentOf[D]

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the words. Raises Mistake as FreeText does, and for what the policy could not be kept with."""
        return await _checked(talk, await super().take(talk, data, incoming), self.content)


@dataclass(frozen=True, kw_only=True)
class CheckedChoice(Choice[D]):
    """A question with choices."""

    content: ContentOf[D]

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the choice. Raises Mistake as Choice does, and for what the policy could not be kept with."""
        return await _checked(talk, await super().take(talk, data, incoming), self.content)


async def _checked(talk: Talk, data: D, content: ContentOf[D]) -> D:
    written = await content(talk, data)
    try:
        policies.check(talk.uow, written)
    except Refused as refused:
        raise Mistake(f"refused-{refused.code}", **refused.fields) from None
    return data
