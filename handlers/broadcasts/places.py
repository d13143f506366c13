"""The question for a place: answered by a button, or by its name in any common way."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from casework.areas import Area
from casework.place_choice import NOTHING
from casework.words import clean
from handlers.media import brings_files
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Mistake, More, SomethingElse, choice_data
from handlers.talk import Talk, rows

LONGEST: Final = 20
"""Characters of what is taken for the name of a place."""


D = TypeVar("D", bound=msgspec.Struct)


@dataclass(frozen=True)
class PlaceStep(Generic[D]):
    """Asks for an area by the text `question`, and offers those of `likely`; `fits` says whether one may be chosen,
    else `unfit` is the text that says why not.

    The state has the id of the `area` chosen (0 for none), and the ids `offered` because they share a name. A name that
    several places share brings each of them as a button. Where the question is `narrow`, whatever names no place and
    is longer than a name is a matter of its own.
    """

    id: str
    question: str
    likely: Callable[[Talk], Awaitable[Sequence[Area]]]
    fits: Callable[[Talk, Area], bool]
    unfit: str
    narrow: bool = False

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question, with what may be meant as buttons."""
        offered: tuple[int, ...] = getattr(data, "offered", ())
        areas = [talk.uow.org.areas[each] for each in offered] if offered else await self.likely(talk)
        label = talk.uow.org.place_label
        buttons = [Button(label(area, talk.language), choice_data(talk, self.id, str(area.id))) for area in areas]
        layout = (*rows(buttons), (talk.button("button-cancel", "m.cancel"),))
        talk.reply(talk.say("place-which" if offered else self.question), layout)

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take an area. Raises Mistake for none, or one that does not fit; More where several have the name."""
        meant = self._tapped(talk, incoming) if incoming.kind is Kind.TAP else self._named(talk, incoming)
        fit = [area for area in meant if self.fits(talk, area)]
        if not fit:
            raise Mistake(self.unfit)
        if len(fit) > 1:
            several = msgspec.structs.replace(data, offered=tuple(area.id for area in fit))
            await self.ask(talk, several)
            raise More(several)
        return msgspec.structs.replace(data, area=fit[0].id, offered=())

    def wanted(self, data: D) -> bool:
        """Return whether no area is chosen yet."""
        return not getattr(data, "area", 0)

    def _tapped(self, talk: Talk, incoming: Incoming) -> Sequence[Area]:
        value = incoming.data.rsplit(".", 1)[-1]
        area = talk.uow.org.areas.get(int(value)) if value.isascii() and value.isdigit() else None
        if area is None or not area.active:
            raise Mistake("mistake-choice")
        return [area]

    def _named(self, talk: Talk, incoming: Incoming) -> Sequence[Area]:
        if incoming.kind is Kind.PLACE and incoming.place is not None:
            nearest = talk.uow.org.gazetteer.nearest(*incoming.place)
            return [nearest] if nearest is not None else []
        words = clean(incoming.text) if incoming.kind is Kind.TEXT else ""
        found = talk.uow.org.gazetteer.answer(words[:LONGEST]) if words else NOTHING
        if found.certain and found.area is not None:
            return [found.area]
        if found.candidates and len(words) <= LONGEST:
            return found.candidates
        if self.narrow and (len(words) > LONGEST or brings_files(incoming)):
            raise SomethingElse
        raise Mistake("mistake-area")
