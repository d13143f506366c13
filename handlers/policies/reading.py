"""Reading a policy: page by page, and what one may do with it."""

from collections.abc import Mapping
from typing import Final

from casework.actions import policies
from casework.errors import Refused
from casework.policies.documents import Flaw, flaw_of
from casework.policies.policy import Policy, PolicyState
from casework.policies.rights import may_decide, may_write
from handlers import policy_words
from handlers.button_data import number_of
from handlers.media import enclosed
from handlers.messages import Button, Outgoing
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
    decides = policy.state is PolicyState.WAITING and may_decide(talk.uow.org, talk.uow.staff, talk.person.id, policy)
    more = [talk.button("button-policy-more", f"y.show.{policy.id}.{page + 1}")] if follows else []
    talk.reply(text, rows([*more, *_buttons(talk, policy, decides=decides)], 2))
    if decides and not page:
        # Nobody lets something be shown that they have not been given to read.
        await _send_documents(talk, policy)


async def document(talk: Talk, tap: Tap) -> None:
    """Send the documents of a policy. Raises Refused("stale") where it has none any more."""
    policy = await policies.read(talk.uow, tap.subject, talk.person.id)
    if not policy.content.documents:
        raise Refused("stale")
    await _send_documents(talk, policy)


async def _send_documents(talk: Talk, policy: Policy) -> None:
    """Send each document in a message of its own; where some can't be shown it is said why, once a reason."""
    wanted = policy.content.documents
    files = {file.id: file for file in await talk.uow.files_read(wanted)}
    flaws: dict[Flaw, None] = {}
    for number, id_ in enumerate(wanted, 1):
        file = files.get(id_)
        flaw = flaw_of(file)
        if file is None or flaw is not None:
            flaws[flaw or Flaw.LOST] = None
            continue
        text = talk.say("policy-document", title=policy.label(talk.language), number=number, count=len(wanted))
        talk.outgoing.append(Outgoing(talk.incoming.chat, text, file=enclosed(file)))
    for flaw in flaws:
        talk.answer(f"policy-document-{flaw}", title=policy.label(talk.language))


def _buttons(talk: Talk, policy: Policy, *, decides: bool) -> list[Button]:
    """Return what the reader may do with a policy."""
    uow, by, data = talk.uow, talk.person.id, f"{policy.id}.{policy.epoch}"
    found: list[Button] = []
    if policy.content.documents and not decides:
        found.append(talk.button("button-policy-document", f"y.document.{policy.id}"))
    if decides:
        found.append(talk.button("button-policy-approve", f"y.approve.{data}"))
        found.append(talk.button("button-policy-return", f"y.return.{data}"))
    if policy.state in _ALIVE and may_write(uow.org, uow.staff, by, policy.content):
        found.append(talk.button("button-policy-change", f"y.change.{data}"))
        if len(policy.content.words) == 1:
            found.append(talk.button("button-policy-translate", f"y.translate.{data}"))
        found.append(talk.button("button-policy-withdraw", f"y.withdraw.{data}"))
    return found


POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"show": show, "document": document}
