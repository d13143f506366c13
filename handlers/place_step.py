"""The question for a place: answered by a button, by its name in any common way, or by sharing where one is."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from casework.areas import Area
from casework.categories import OTHER, propose
from casework.place_choice import NOTHING, Found
from casework.words import clean
from handlers.button_data import choice_of, number_of
from handlers.media import brings_files
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Mistake, More, SomethingElse, choice_data
from handlers.talk import Talk, rows

LONGEST: Final = 60
"""Characters in which the name of a place is looked for."""

_BESIDE: Final = 24
"""Characters that people write beside it: "I live in", the township, "第三组"."""

_MOST: Final = 8
_FEW: Final = 3


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """The state that has a place: the id of its area (0 for none yet), and the areas that a typed name may mean."""

    area_id: int = 0
    offered: tuple[int, ...] = ()


P = TypeVar("P", bound=Placed)


def anywhere(talk: Talk, area: Area) -> bool:
    """Say that every place may be chosen."""
    return True


@dataclass(frozen=True)
class PlaceStep(Generic[P]):
    """Asks for an area by the text `question`, and offers those of `likely`; `fits` says whether one may be chosen,
    else `unfit` is the text that says why not.

    A name that several places share brings each of them as a button. Where the question is `narrow`, whatever says
    more than where something is, is a matter of its own.
    """

    question: str
    likely: Callable[[Talk, P], Awaitable[Sequence[Area]]]
    fits: Callable[[Talk, Area], bool] = anywhere
    unfit: str = "mistake-area"
    narrow: bool = False
    id: str = "place"

    async def ask(self, talk: Talk, data: P) -> None:
        """Put the question, with what may be meant as buttons."""
        known = talk.uow.org.areas
        offered = [known[each] for each in data.offered if each in known]
        areas = (offered or await self.likely(talk, data))[:_MOST]
        label = talk.uow.org.place_label
        buttons = [Button(label(area, talk.language), choice_data(talk, self.id, str(area.id))) for area in areas]
        layout = (*rows(buttons, 1 if len(buttons) <= _FEW else 2), (talk.button("button-cancel", "m.cancel"),))
        talk.reply(talk.say("place-which" if offered else self.question), layout)

    async def take(self, talk: Talk, data: P, incoming: Incoming) -> P:
        """Take an area. Raises Mistake for none, or one that does not fit; More where several have the name."""
        meant = _tapped(talk, incoming) if incoming.kind is Kind.TAP else self._named(talk, incoming)
        fit = [area for area in meant if self.fits(talk, area)]
        if not fit:
            raise Mistake(self.unfit)
        if len(fit) > 1:
            several = msgspec.structs.replace(data, offered=tuple(area.id for area in fit[:_MOST]))
            await self.ask(talk, several)
            raise More(several)
        return msgspec.structs.replace(data, area_id=fit[0].id, offered=())

    def wanted(self, data: P) -> bool:
        """Return whether no area is chosen yet."""
        return not data.area_id

    def _named(self, talk: Talk, incoming: Incoming) -> Sequence[Area]:
        """Return the areas that a message may mean, at least one."""
        if incoming.kind is Kind.PLACE and incoming.place is not None:
            nearest = talk.uow.org.gazetteer.nearest(*incoming.place)
            return [nearest] if nearest is not None else []
        words = clean(incoming.text) if incoming.kind is Kind.TEXT else ""
        found = talk.uow.org.gazetteer.answer(words[:LONGEST]) if words else NOTHING
        if self.narrow and (brings_files(incoming) or says_more(words, found)):
            raise SomethingElse
        if found.certain and found.area is not None:
            return [found.area]
        if not found.candidates:
            raise Mistake("mistake-area")
        return found.candidates


def _tapped(talk: Talk, incoming: Incoming) -> Sequence[Area]:
    area = talk.uow.org.areas.get(number_of(choice_of(incoming)) or 0)
    if area is None or not area.active:
        raise Mistake("mistake-choice")
    return [area]


def says_more(words: str, found: Found = NOTHING) -> bool:
    """Tell whether words say what is wrong, and not only where: "枫桥村停水了" is a complaint. `found` is the place in
    them.
    """
    beside = words.replace(found.words, " ") if found.words else words
    return len(beside) > _BESIDE or propose(beside).category != OTHER
