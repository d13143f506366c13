"""The question whether something goes into the county's public channel, too; asked only where there is one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec

from casework.broadcasts.public import tells_who
from handlers.messages import Incoming
from handlers.steps import Choice, Mistake, Option
from handlers.talk import Talk

D = TypeVar("D", bound=msgspec.Struct)

YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, kw_only=True)
class PublicStep(Choice[D]):
    """Yes or no; yes is taken only where the words name nobody. `words` are what would be posted."""

    words: Callable[[D], str]

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the choice. Raises Mistake for a yes to words that name somebody: /back leads to them."""
        data = await super().take(talk, data, incoming)
        if getattr(data, self.field) == YES and tells_who(self.words(data)):
            raise Mistake("refused-public-names")
        return data


async def publics(talk: Talk, data: Any) -> Sequence[Option]:
    """Return the two options."""
    return [Option(YES, talk.say("broadcast-public-yes")), Option(NO, talk.say("broadcast-public-no"))]


def unasked(talk: Talk) -> str:
    """Return what a flow's field for it begins with: "no" where the county has no such channel, and "" to be asked."""
    return "" if talk.uow.rules.profile.public_channel else NO
