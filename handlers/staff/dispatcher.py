"""The dispatcher's word: to which unit a case goes. The likely ones are buttons; any other is typed in part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import assigning
from casework.areas import area_ids
from casework.errors import NotYours
from casework.instances import may_review
from casework.organisation import Organisation, Unit
from casework.petitions import Case, Instance
from casework.shielding import units_above
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
    way_up = list(reversed(area_ids(case.area_path)))
    routed = {unit_id for (category, _), unit_id in org.routes.items() if category == case.category}
    ids = [unit_id for area_id in way_up if (unit_id := org.routes.get((case.category, area_id))) is not None]
    for area_id in way_up:
        ids += [unit.id for unit in org.units.values() if unit.area_id == area_id]
    ids += sorted(routed)
    units = [org.units[unit_id] for unit_id in dict.fromkeys(ids) if unit_id in org.units]
    hidden = set(case.accused) if case.shielded else set()
    fit = [unit for unit in units if unit.active and unit.id != case.unit_id]
    if case.instance is not Instance.FIRST:
        fit = [unit for unit in fit if may_review(org, case, unit)]
    return [unit for unit in fit if not units_above(org, unit.id) & hidden][:MOST_LIKELY]


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
        Button(_short(unit, language), f"c.send_to_unit.{case.id}.{case.epoch}.{unit.id}")
        for unit in likely_units(uow_org, case)
    ]
    return [*buttons, cards.button(language, "other_unit", case)]


@dataclass(frozen=True)
class UnitNamed:
    """The question which unit: a button, or a part of its name. A name that fits several offers those."""

    id: str = "unit"

    async def ask(self, talk: Talk, data: Send) -> None:
        """Put the question, with the units that are likely or that the typed name fits."""
        units = await _offered(talk, data)
        buttons = [Button(_short(unit, talk.language), choice_data(talk, self.id, str(unit.id))) for unit in units]
        layout = (*rows(buttons, 2), (talk.button("button-cancel", "m.cancel"),))
        key = "staff-ask-unit-which" if data.offered else "staff-ask-unit"
        talk.reply(talk.say(key, **await about(talk, data)), layout)

    async def take(self, talk: Talk, data: Send, incoming: Incoming) -> Send:
        """Take the unit; or, where the name fits several, those. Raises Mistake where it fits none, or too many."""
        if incoming.kind is Kind.TAP:
            chosen = [unit for unit in await _offered(talk, data) if incoming.data.endswith(f".{unit.id}")]
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

    def wanted(self, data: Send) -> bool:
        """Return whether no unit is chosen yet."""
        return not data.unit_id


async def _offered(talk: Talk, data: Send) -> Sequence[Unit]:
    if data.offered:
        return [talk.uow.org.units[unit_id] for unit_id in data.offered if unit_id in talk.uow.org.units]
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    return likely_units(talk.uow.org, case)


async def _send(talk: Talk, data: Send) -> None:
    await _sent(talk, data.case_id, data.epoch, data.unit_id)


async def _sent(talk: Talk, case_id: int, epoch: int | None, unit_id: int) -> None:
    case = await assigning.send_to_unit(talk.uow, case_id, talk.person.id, unit_id, epoch)
    done(talk, "staff-sent", case)


UNIT: Final = CaseFlow("staff-unit", Send, [UnitNamed(), UnitNamed("which")], _send, "send_to_unit")


async def send_to_unit(talk: Talk, tap: Tap) -> None:
    """Send to the unit on the button; without one, ask which."""
    if tap.argument.isdecimal():
        await check(talk, "send_to_unit", tap.subject, tap.epoch)
        await _sent(talk, tap.subject, tap.epoch, int(tap.argument))
        return
    await UNIT.start(talk, Send(case_id=tap.subject, epoch=tap.epoch or 0))


def _names(unit: Unit) -> tuple[str, ...]:
    return tuple(name for name in (unit.name, unit.name_en, unit.short, unit.code) if name)


def _short(unit: Unit, language: str) -> str:
    return unit.label(language) if language == "en" else unit.short or unit.name


FLOWS: Final = (UNIT,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"send_to_unit": send_to_unit, "other_unit": send_to_unit}
