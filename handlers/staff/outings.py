"""On-site days in chat: where to go next, a day planned, joined, moved, called off, closed, and the log of visits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

import msgspec

from casework.actions import outing_places, outings, outings_spot
from casework.errors import NotYours, Refused
from casework.onsite.outings import CONVENERS, Outing, OutingPlace, OutingState, convenes, return_day
from casework.organisation import Unit
from casework.people import Role
from casework.reach import areas_over
from handlers import case_words
from handlers.dates import parse_day
from handlers.messages import Incoming
from handlers.router import Command, Tap, TapHandler
from handlers.staff import outing_cards
from handlers.staff.dispatcher import named_units
from handlers.steps import Choice, Day, Flow, FreeText, Mistake, Option
from handlers.talk import Talk, rows

_HALVES: Final = {"morning": time(9), "afternoon": time(14, 30)}
_LINE: Final = 200
_MOST_OPENERS: Final = 6


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Which village, which ISO day, which half of it, and where those meet who come."""

    area_id: int = 0
    day: str = ""
    half: str = ""
    meet: str = ""


class Moved(Planned, frozen=True, kw_only=True):
    """The same of a day that is moved: to when, and where those meet; "" for where they do now."""

    outing_id: int = 0


class OnOuting(msgspec.Struct, frozen=True, kw_only=True):
    """A flow about a day that is planned: a reason, or a unit by name."""

    outing_id: int = 0
    words: str = ""
    unit_id: int = 0


async def onsite(talk: Talk, words: str) -> None:
    """Show the on-site days of the reader's areas and those to which they come; with a village's name, plan one there.

    Raises Refused for somebody without a post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    uow, language = talk.uow, talk.language
    if words and words not in {"next", "log"}:
        area = uow.org.gazetteer.find(words).area
        if area is None:
            talk.answer("outing-no-village")
            return
        await begin(talk, area.id)
        return
    areas = areas_over(uow.org, talk.posts, {*CONVENERS, Role.SUPERVISOR})
    if words == "next":
        await _where(talk)
        return
    found = await uow.outings_over([area.path for area in areas], talk.person.id)
    shown = [outing for outing in found if (outing.state is not OutingState.PLANNED) == (words == "log")]
    key = "outing-log" if words == "log" else "outing-list"
    lines = [talk.say(key if shown else f"{key}-none")]
    lines += [talk.say(f"outing-line-{each.state.value}", **outing_cards.facts(uow, language, each)) for each in shown]
    buttons = [
        talk.button("outing-opener", f"o.show.{each.id}", **outing_cards.facts(uow, language, each))
        for each in shown[:_MOST_OPENERS]
    ]
    if areas_over(uow.org, talk.posts, CONVENERS):
        buttons.append(talk.button("outing-button-next", "m.onsite.next"))
    if words != "log":
        buttons.append(talk.button("outing-button-log", "m.onsite.log"))
    talk.reply("\n".join(lines), rows(buttons, 1))


async def _where(talk: Talk) -> None:
    """Say where to go next, and why. Raises Refused("outing-leaders") for who may plan nowhere."""
    if not areas_over(talk.uow.org, talk.posts, CONVENERS):
        raise Refused("outing-leaders")
    found = await outing_places.proposals(talk.uow, talk.person.id)
    lines = [talk.say("outing-next" if found else "outing-next-none")]
    lines += outing_cards.proposal_lines(talk.uow, talk.language, found)
    talk.reply("\n".join(lines), outing_cards.proposal_buttons(talk.uow, talk.language, found))


async def begin(talk: Talk, area_id: int) -> None:
    """Ask when a day is to be; where one is planned in the village already, show that one, which can be joined."""
    area = talk.uow.org.areas.get(area_id)
    if area is None or not convenes(talk.uow.staff, area, talk.person.id):
        raise NotYours
    place = await talk.uow.get(OutingPlace, area_id)
    if place is not None and place.outing_id is not None:
        talk.answer("refused-outing-there")
        await present(talk, await outings.seen(talk.uow, place.outing_id, talk.person.id))
        return
    await PLAN.start(talk, Planned(area_id=area_id))


async def present(talk: Talk, outing: Outing, *, edit: bool = False) -> None:
    """Show a day's card; with `edit` in place of the one that was shown before."""
    text, buttons = await outing_cards.card(talk.uow, talk.language, outing, talk.person.id)
    talk.reply(text, buttons, card=f"outing:{outing.id}", edit=edit)


# ----- Flows -----


async def _place(talk: Talk, data: Planned) -> dict[str, Any]:
    return {"place": case_words.area_label(talk.uow, data.area_id, talk.language)}


async def _halves(talk: Talk, data: Planned) -> Sequence[Option]:
    return [Option(half, talk.say(f"staff-{half}")) for half in _HALVES]


async def _plan(talk: Talk, data: Planned) -> None:
    at = talk.uow.rules.calendar.at(date.fromisoformat(data.day), _HALVES[data.half])
    outing = await outings.plan(talk.uow, talk.person.id, data.area_id, at, data.meet)
    said = "outing-said-return" if outing.promises else "outing-said-planned"
    talk.answer(said, **outing_cards.facts(talk.uow, talk.language, outing))
    await present(talk, outing)


async def _move(talk: Talk, data: Moved) -> None:
    before = await outings.convened(talk.uow, data.outing_id, talk.person.id)
    at = talk.uow.rules.calendar.at(date.fromisoformat(data.day), _HALVES[data.half])
    outing = await outings.move(talk.uow, before.id, talk.person.id, at, data.meet or before.meet)
    talk.answer("outing-said-moved")
    await present(talk, outing)


async def _off(talk: Talk, data: OnOuting) -> None:
    outing = await outings.call_off(talk.uow, data.outing_id, talk.person.id, data.words)
    talk.answer("outing-said-off", **outing_cards.facts(talk.uow, talk.language, outing))


async def _call(talk: Talk, data: OnOuting) -> None:
    outing = await outings.call_in(talk.uow, data.outing_id, talk.person.id, data.unit_id)
    unit: Unit = talk.uow.org.units[data.unit_id]
    talk.answer("outing-said-called", unit=unit.label(talk.language))
    await present(talk, outing)


@dataclass(frozen=True)
class NamedUnit(FreeText[OnOuting]):
    """A unit, by a part of its name that fits no other."""

    async def take(self, talk: Talk, data: OnOuting, incoming: Incoming) -> OnOuting:
        """Take the name. Raises Mistake where it fits none, or several."""
        data = await super().take(talk, data, incoming)
        found = named_units(talk.uow.org, data.words)
        if len(found) != 1:
            raise Mistake("staff-mistake-units" if found else "staff-mistake-unit", count=len(found))
        return msgspec.structs.replace(data, unit_id=found[0].id)


PLAN: Final = Flow(
    "outing-plan",
    Planned,
    [
        Day[Planned]("day", "outing-ask-day", "day", (3, 7, 14), facts=_place, cancel=True),
        Choice[Planned]("half", "staff-ask-visit-half", "half", _halves, width=2, cancel=True),
        FreeText[Planned]("meet", "outing-ask-meet", "meet", _LINE, skip="button-skip", facts=_place, cancel=True),
    ],
    _plan,
)
MOVE: Final = Flow(
    "outing-move",
    Moved,
    [
        Day[Moved]("day", "outing-ask-day", "day", (3, 7, 14), facts=_place, cancel=True),
        Choice[Moved]("half", "staff-ask-visit-half", "half", _halves, width=2, cancel=True),
        FreeText[Moved](
            "meet", "outing-ask-meet", "meet", _LINE, skip="outing-button-meet-stays", facts=_place, cancel=True
        ),
    ],
    _move,
)
OFF: Final = Flow(
    "outing-off", OnOuting, [FreeText[OnOuting]("why", "outing-ask-why", "words", _LINE, cancel=True)], _off
)
CALL: Final = Flow("outing-call", OnOuting, [NamedUnit("unit", "outing-ask-unit", "words", _LINE, cancel=True)], _call)


# ----- Taps -----


async def plan(talk: Talk, tap: Tap) -> None:
    """Begin to plan a day in the village on the button."""
    await begin(talk, tap.subject)


async def go_back(talk: Talk, tap: Tap) -> None:
    """Plan a return visit to the place on the button, on the day on it; once that has passed, on one that is ahead."""
    calendar, now = talk.uow.rules.calendar, talk.uow.now
    day = parse_day(tap.argument, calendar.day(now))
    if day is None or day <= calendar.day(now):
        day = return_day(calendar, now, talk.uow.rules.profile.onsite.return_in)
    outing = await outings.go_back(talk.uow, tap.subject, talk.person.id, calendar.at(day, _HALVES["morning"]))
    talk.answer("outing-said-return", **outing_cards.facts(talk.uow, talk.language, outing))
    await present(talk, outing)


async def show(talk: Talk, tap: Tap) -> None:
    """Show a day to whoever takes part."""
    await present(talk, await outings.seen(talk.uow, tap.subject, talk.person.id))


async def join(talk: Talk, tap: Tap) -> None:
    """Lead a day, too."""
    await present(talk, await outings.join(talk.uow, tap.subject, talk.person.id))


async def move(talk: Talk, tap: Tap) -> None:
    """Ask to when a day is moved."""
    outing = await outings.convened(talk.uow, tap.subject, talk.person.id)
    await MOVE.start(talk, Moved(area_id=outing.area_id, outing_id=outing.id))


async def off(talk: Talk, tap: Tap) -> None:
    """Ask why a day is called off."""
    await outings.convened(talk.uow, tap.subject, talk.person.id)
    await OFF.start(talk, OnOuting(outing_id=tap.subject))


async def call(talk: Talk, tap: Tap) -> None:
    """Ask which unit is needed."""
    await outings.convened(talk.uow, tap.subject, talk.person.id)
    await CALL.start(talk, OnOuting(outing_id=tap.subject))


async def close(talk: Talk, tap: Tap) -> None:
    """Close a day."""
    outing = await outings_spot.close(talk.uow, tap.subject, talk.person.id)
    talk.end()
    await present(talk, outing, edit=True)
    talk.answer("outing-said-closed", **outing_cards.facts(talk.uow, talk.language, outing))


FLOWS: Final = (PLAN, MOVE, OFF, CALL)
COMMANDS: Final[Mapping[str, Command]] = {"onsite": onsite}
OUTING_TAPS: Final[Mapping[str, TapHandler]] = {
    "plan": plan,
    "return": go_back,
    "show": show,
    "join": join,
    "move": move,
    "off": off,
    "call": call,
    "close": close,
}
