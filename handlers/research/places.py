"""The question for which place: buttons for the likely ones, or a name typed in any common way."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from casework.areas import Area
from casework.words import clean
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Mistake, More, choice_data
from handlers.talk import Talk, rows


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """The state that has a place: the id of its area (0 for none yet), and areas that a typed name may mean."""

    area_id: int = 0
    offered: tuple[int, ...] = ()


P = TypeVar("P", bound=Placed)

_MOST = 8


@dataclass(frozen=True)
class PlaceNamed(Generic[P]):
    """The question which place. `likely` gives the areas that are offered unasked."""

    question: str
    likely: Callable[[Talk, P], Awaitable[Sequence[Area]]]
    id: str = "place"

    async def ask(self, talk: Talk, data: P) -> None:
        """Put the question."""
        areas = await self._offered(talk, data)
        buttons = [
            Button(talk.uow.org.place_label(area, talk.language), choice_data(talk, self.id, str(area.id)))
            for area in areas[:_MOST]
        ]
        layout = (*rows(buttons, 2), (talk.button("button-cancel", "m.cancel"),))
        talk.reply(talk.say("research-which-place" if data.offered else self.question), layout)

    async def take(self, talk: Talk, data: P, incoming: Incoming) -> P:
        """Take the place. Raises Mistake where the name is of none, More where it may be of several."""
        if incoming.kind is Kind.TAP:
            chosen = incoming.data.rpartition(".")[2]
            fit = [area for area in await self._offered(talk, data) if str(area.id) == chosen]
            if not fit:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, area_id=fit[0].id, offered=())
        if incoming.kind is not Kind.TEXT:
            raise Mistake("mistake-words")
        found = talk.uow.org.gazetteer.answer(clean(incoming.text))
        if found.area is not None and found.certain:
            return msgspec.structs.replace(data, area_id=found.area.id, offered=())
        if not found.candidates:
            raise Mistake("research-mistake-place")
        data = msgspec.structs.replace(data, offered=tuple(area.id for area in found.candidates[:_MOST]))
        await self.ask(talk, data)
        raise More(data)

    def wanted(self, data: P) -> bool:
        """Return whether no place is chosen yet."""
        return not data.area_id

    async def _offered(self, talk: Talk, data: P) -> Sequence[Area]:
        if data.offered:
            return [talk.uow.org.areas[each] for each in data.offered if each in talk.uow.org.areas]
        return await self.likely(talk, data)
