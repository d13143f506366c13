"""/ratings: how residents have rated one's unit, in numbers only."""

from collections.abc import Mapping
from typing import Final

from casework.actions.ratings import own_ratings
from handlers.router import Command
from handlers.talk import Talk


async def ratings(talk: Talk, words: str) -> None:
    """Show count and average of each of one's units; say why there are none while too few have gathered."""
    few = talk.uow.rules.profile.care.ratings_by
    lines = []
    for each in await own_ratings(talk.uow, talk.person.id):
        unit = talk.uow.org.units[each.unit_id].label(talk.language)
        if each.count:
            lines.append(talk.say("staff-ratings", unit=unit, count=each.count, stars=f"{each.stars:.1f}"))
        else:
            lines.append(talk.say("staff-ratings-few", unit=unit, few=few))
    lines.append(talk.say("staff-ratings-foot", few=few))
    talk.reply("\n".join(lines))


COMMANDS: Final[Mapping[str, Command]] = {"ratings": ratings}
