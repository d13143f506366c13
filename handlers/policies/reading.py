"""Reading a policy: page by page, and what one may do with it."""

from collections.abc import Mapping
from typing import Final

from casework.actions import policies
from casework.errors import Refused
from casework.policies.policy import Policy, PolicyState
from casework.policies.rights import may_decide, may_write
from handlers import policy_words
from handlers.button_data import number_of
from handlers.messages import Button
from handlers.router import Tap, TapHandler
from handlers.talk import Talk, rows

_ALIVE: Final = frozenset({PolicyState.WAITING, PolicyState.RETURNED, PolicyState.SHOWN})


async def show(talk: Talk, tap: Tap) -> None:
    """Show a policy from its beginning, or the page of the button."""
    page = number_of(tap.argument) or 0
    policy = await policies.read(talk.uow, tap.subject, talk.person.id)
    text, follows = policy_words.whole(talk.uow, talk.language, policy, page)
    if not text:
        raise Refused("stale")
    more = [talk.button("button-policy-more", f"y.show.{policy.id}.{page + 1}")] if follows else []
    talk.reply(text, rows([*more, *_buttons(talk, policy)], 2))


def _buttons(talk: Talk, policy: Policy) -> list[Button]:
    """Return what the reader may do with a policy."""
    uow, by, data = talk.uow, talk.person.id, f"{policy.id}.{policy.epoch}"
    found: list[Button] = []
    if policy.state is PolicyState.WAITING and may_decide(uow.org, uow.staff, by, policy):
        found.append(talk.button("button-policy-approve", f"y.approve.{data}"))
        found.append(talk.button("button-policy-return", f"y.return.{data}"))
    if policy.state in _ALIVE and may_write(uow.org, uow.staff, by, policy.content):
        found.append(talk.button("button-policy-change", f"y.change.{data}"))
        if len(policy.content.words) == 1:
            found.append(talk.button("button-policy-translate", f"y.translate.{data}"))
        found.append(talk.button("button-policy-withdraw", f"y.withdraw.{data}"))
    return found


POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"show": show}
