"""The dispatcher's word: to which unit a case goes. The likely ones are buttons; any other is typed in part."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from casework.actions import assigning
from casework.areas import area_ids
from casework.errors import NotYours
from casework.instances import may_review
from casework.organisation import Organisation, Unit
from casework.petitions import Case, Instance
from casework.shielding import units_below
from casework.words import clean
from handlers.messages import Button, Incoming, Kind
from handlers.router import Tap, TapHandler
from handlers.staff import cards
from handlers.staff.flows import CaseFlow, OnCase, about, check, done
from handlers.steps import Mistake, choice_data
from handlers.talk import Talk, rows

MOST_LIKELY: Final = 4
"""Units that are offered unasked: more would have to be searched, and typing a part of the name is quicker."""
MOST_FITTING: Final = 8
"""Units that a typed name may fit."""
_FEWEST_LETTERS: Final = 2
WHICH: Final = "which"
"""The id of the step that asks which of several units of a typed name is meant."""
_SKIP: Final = "skip"


class Send(OnCase, frozen=True, kw_only=True):
    """The unit that was chosen (0 for none yet), and those that a typed name fits."""

    unit_id: int = 0
    offered: tuple[int, ...] = ()


def likely_units(org: Organisation, case: Case) -> list[Unit]:
    """Return up to four units that may work a case, the likeliest first; the one that has it is left out, and so
    are those that it accuses, and whoever decided what is looked at again.

    First those with a route for its category where it lies, from the village upwards; then its area's other units, from
    the village upwards; then those with such a route elsewhere.
    """
    hidden = units_below(org, case.accused) if case.shielded else set()
    found: dict[int, Unit] = {}
    for unit_id in _by_likelihood(org, case):
        unit = org.units.get(unit_id)
        if unit is None or not unit.active or unit.id == case.unit_id or unit.id in hidden:
            continue
        if case.instance is Instance.FIRST or may_review(org, case, unit):
            found[unit.id] = unit
        if len(found) == MOST_LIKELY:
            break
    return list(found.values())


def _by_likelihood(org: Organisation, case: Case) -> Iterator[int]:
    """Give the ids of units in the order of `likely_units`, some of them more than once."""
    way_up = list(reversed(area_ids(case.area_path)))
    for area_id in way_up:
        if (unit_id := org.routes.get((case.category, area_id))) is not None:
            yield unit_id
    for area_id in way_up:
        yield from (unit.id for unit in org.units.values() if unit.area_id == area_id)
    yield from sorted({unit_id for (category, _), unit_id in org.routes.items() if category == case.category})


def named_units(org: Organisation, typed: str) -> list[Unit]:
    """Return the active units whose name holds what was typed; an exact name alone where there is one."""
    wanted = clean(typed).casefold()
    active = [unit for unit in org.units.values() if unit.active]
    exact = [unit for unit in active if wanted in {name.casefold() for name in _names(unit)}]
    if exact or len(wanted) < _FEWEST_LETTERS:
        return exact
    return [unit for unit in active if any(wanted in name.casefold() for name in _names(unit))]


def unit_buttons(uow_org: Organisation, language: str, case: Case) -> list[Button]:
    """Return a button for each likely unit that sends the case there at once, and one to name another."""
    buttons = [
        Button(short(unit, language), f"c.send_to_unit.{case.id}.{case.epoch}.{unit.id}")
        for unit in likely_units(uow_org, case)
    ]
    return [*buttons, cards.button(language, "other_unit", case)]


async def likely(talk: Talk, data: Send) -> Sequence[Unit]:
    """Return the units that are likely for the flow's case."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    return likely_units(talk.uow.org, case)


S = TypeVar("S", bound=Send)


@dataclass(frozen=True)
class UnitNamed(Generic[S]):
    """The question which unit: a button, or a part of its name. A name that fits several offers those, by a second
    step with the id WHICH.

    `among` gives the units that are offered unasked. `skip` names the label of a button that names none.
    """

    id: str = "unit"
    question: str = "staff-ask-unit"
    skip: str = ""
    among: Callable[[Talk, S], Awaitable[Sequence[Unit]]] = likely

    async def ask(self, talk: Talk, data: S) -> None:
        """Put the question, with the units that are likely or that the typed name fits."""
        units = await self._offered(talk, data)
        buttons = [Button(short(unit, talk.language), choice_data(talk, self.id, str(unit.id))) for unit in units]
        if self.skip and not data.offered:
            buttons.append(talk.button(self.skip, choice_data(talk, self.id, _SKIP)))
        layout = (*rows(buttons, 2), (talk.button("button-cancel", "m.cancel"),))
        key = "staff-ask-unit-which" if data.offered else self.question
        talk.reply(talk.say(key, **await about(talk, data)), layout)

    async def take(self, talk: Talk, data: S, incoming: Incoming) -> S:
        """Take the unit; or, where the name fits several, those. Raises Mistake where it fits none, or too many."""
        if incoming.kind is Kind.TAP:
            if self.skip and incoming.data.endswith(f".{_SKIP}"):
                return data
            chosen = [unit for unit in await self._offered(talk, data) if incoming.data.endswith(f".{unit.id}")]
            if not chosen:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, unit_id=chosen[0].id)
        found = named_units(talk.uow.org, incoming.text)
        if not found:
            raise Mistake("staff-mistake-unit")
        if len(found) == 1:
            return msgspec.structs.replace(data, unit_id=found[0].id)
        if data.offered or len(found) > MOST_FITTING:
            raise Mistake("staff-mistake-units", count=len(found))
        return msgspec.structs.replace(data, offered=tuple(unit.id for unit in found))

    def wanted(self, data: S) -> bool:
        """Return whether no unit is chosen yet; for the second step, whether a name fits several."""
        return not data.unit_id and (self.id != WHICH or bool(data.offered))

    async def _offered(self, talk: Talk, data: S) -> Sequence[Unit]:
        if data.offered:
            return [talk.uow.org.units[unit_id] for unit_id in data.offered if unit_id in talk.uow.org.units]
        return await self.among(talk, data)


async def _send(talk: Talk, data: Send) -> None:
    await _sent(talk, data.case_id, data.epoch, data.unit_id)


async def _sent(talk: Talk, case_id: int, epoch: int | None, unit_id: int) -> None:
    case = await assigning.send_to_unit(talk.uow, case_id, talk.person.id, unit_id, epoch)
    done(talk, "staff-sent", case)


UNIT: Final = CaseFlow("staff-unit", Send, [UnitNamed(), UnitNamed(WHICH)], _send, "send_to_unit")


async def send_to_unit(talk: Talk, tap: Tap) -> None:
    """Send to the unit on the button; without one, ask which."""
    if tap.argument.isdecimal():
        await check(talk, "send_to_unit", tap.subject, tap.epoch)
        await _sent(talk, tap.subject, tap.epoch, int(tap.argument))
        return
    await UNIT.start(talk, Send(case_id=tap.subject, epoch=tap.epoch or 0))


def _names(unit: Unit) -> tuple[str, ...]:
    return tuple(name for name in (unit.name, unit.name_en, unit.short, unit.code) if name)


def short(unit: Unit, language: str) -> str:
    """Return a unit's name as it fits on a button."""
    return unit.label(language) if language == "en" else unit.short or unit.name


FLOWS: Final = (UNIT,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"send_to_unit": send_to_unit, "other_unit": send_to_unit}
