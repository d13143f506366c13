"""A resident forgot the PIN: the intake office checks who asks, and takes it off."""

from collections.abc import Mapping
from typing import Final

from casework.actions import pins
from handlers.router import TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import Confirm
from handlers.talk import Talk


async def _sure(talk: Talk, data: OnCase) -> str:
    return talk.say("staff-reset-pin-sure", **await about(talk, data))


async def _reset(talk: Talk, data: OnCase) -> None:
    case = await pins.reset_pin(talk.uow, data.case_id, talk.person.id, data.epoch)
    done(talk, "staff-pin-reset", case)


RESET: Final = CaseFlow(
    "staff-reset-pin", OnCase, [Confirm("sure", _sure, "staff-button-reset_pin-yes")], _reset, "reset_pin"
)
FLOWS: Final = (RESET,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"reset_pin": begins(RESET)}
