"""A question for a telephone number."""

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from casework.actions.entering import telephone
from handlers.messages import Incoming, Kind
from handlers.steps import FreeText, Mistake
from handlers.talk import Talk

D = TypeVar("D", bound=msgspec.Struct)


@dataclass(frozen=True)
class Telephone(FreeText[D]):
    """A question answered by a telephone number, which is kept by its digits; as FreeText else."""

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the number. Raises Mistake for what is none."""
        if incoming.kind is Kind.TEXT and not telephone(incoming.text):
            raise Mistake("mistake-phone")
        data = await super().take(talk, data, incoming)
        return msgspec.structs.replace(data, **{self.field: telephone(getattr(data, self.field))})
