"""The question whether something goes into the county's public channel, too; asked only where there is one."""

from collections.abc import Sequence
from typing import Any, Final

from handlers.steps import Option
from handlers.talk import Talk

YES: Final = "yes"
NO: Final = "no"


async def publics(talk: Talk, data: Any) -> Sequence[Option]:
    """Return the two options."""
    return [Option(YES, talk.say("broadcast-public-yes")), Option(NO, talk.say("broadcast-public-no"))]


def unasked(talk: Talk) -> str:
    """Return what a flow's field for it begins with: "no" where the county has no such channel, and "" to be asked."""
    return "" if talk.uow.rules.profile.public_channel else NO
