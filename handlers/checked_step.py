"""A question whose answer is checked with all that was answered before it, so that the verb at the end refuses none."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic

from handlers.messages import Incoming
from handlers.steps import D, Step
from handlers.talk import Talk


@dataclass(frozen=True)
class Checked(Generic[D]):
    """A step, and a `check` of the state with its answer; the check raises Mistake for what can't be."""

    step: Step[D]
    check: Callable[[Talk, D], Awaitable[None]]

    @property
    def id(self) -> str:
        """The stored name of the step."""
        return self.step.id

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question."""
        await self.step.ask(talk, data)

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the answer. Raises as the step does, and as the check does."""
        data = await self.step.take(talk, data, incoming)
        await self.check(talk, data)
        return data

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.step.wanted(data)
