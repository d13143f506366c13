"""What waits for a second person: approved by one tap, sent back with a reason; and a policy is withdrawn."""

from collections.abc import Mapping
from typing import Final

import msgspec

from casework.actions import policies
from casework.errors import NotYours, Refused
from casework.policies.rights import WRITERS, may_write
from handlers import policy_words
from handlers.button_data import number_of
from handlers.messages import Button
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Flow, FreeText
from handlers.talk import Talk, rows

_WHY: Final = 200
_OPENERS: Final = 8


class Because(msgspec.Struct, frozen=True):
    """Why a policy is sent back (in the epoch of the button), or withdrawn."""

    policy_id: int = 0
    epoch: int = 0
    why: str = ""


async def waiting(talk: Talk, words: str) -> None:
    """List what waits for one's word, and what one has written that is not shown yet."""
    if not talk.uow.staff.roles(talk.person.id) & WRITERS:
        raise Refused("staff-only")
    found = await policies.waiting(talk.uow, talk.person.id)
    if not found:
        talk.answer("policies-waiting-none")
        return
    lines = [talk.say("policies-waiting", count=len(found))]
    lines += [
        f"{policy_words.short(talk.language, each)} · {policy_words.state(talk.language, each)}"
        for each in found[:_OPENERS]
    ]
    talk.reply(
        "\n".join(lines), rows([Button(each.label(talk.language), f"y.show.{each.id}") for each in found[:_OPENERS]])
    )


async def approve(talk: Talk, tap: Tap) -> None:
    """Let it be shown, as the button's epoch has it."""
    policy = await policies.approve(talk.uow, tap.subject, talk.person.id, _epoch(tap))
    talk.answer("policy-approved", title=policy.label(talk.language))


async def send_back(talk: Talk, tap: Tap) -> None:
    """Ask what is to be mended. Raises as the verb does: nobody writes a reason that nobody will read."""
    policy = await policies.to_decide(talk.uow, tap.subject, talk.person.id, _epoch(tap))
    await RETURN.start(talk, Because(policy.id, _epoch(tap)))


async def withdraw(talk: Talk, tap: Tap) -> None:
    """Ask why it is to be shown no more. Raises NotYours for whoever could not write it."""
    policy = await policies.read(talk.uow, tap.subject, talk.person.id)
    if not may_write(talk.uow.org, talk.uow.staff, talk.person.id, policy.content):
        raise NotYours
    await WITHDRAW.start(talk, Because(policy.id, _epoch(tap)))


async def _return(talk: Talk, data: Because) -> None:
    policy = await policies.send_back(talk.uow, data.policy_id, talk.person.id, data.epoch, data.why)
    talk.answer("policy-returned", title=policy.label(talk.language))


async def _withdraw(talk: Talk, data: Because) -> None:
    policy = await policies.withdraw(talk.uow, data.policy_id, talk.person.id, data.why)
    talk.answer("policy-withdrawn", title=policy.label(talk.language))


def _epoch(tap: Tap) -> int:
    """Return the epoch of a button; one that no policy has where it is not to be read."""
    epoch = number_of(tap.argument)
    return epoch if epoch is not None else -1


RETURN: Final = Flow(
    "policy-return", Because, [FreeText("why", "policy-ask-return", "why", _WHY, cancel=True)], _return
)
WITHDRAW: Final = Flow(
    "policy-withdraw", Because, [FreeText("why", "policy-ask-withdraw", "why", _WHY, cancel=True)], _withdraw
)
FLOWS: Final = (RETURN, WITHDRAW)
COMMANDS: Final[Mapping[str, Command]] = {"approve": waiting}
POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"approve": approve, "return": send_back, "withdraw": withdraw}
