"""Writing a policy, and letting it be shown: one person writes, another approves, and nothing is shown before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from casework.actions import announcements, policy_documents
from casework.actions.telling import tell
from casework.broadcasts.public import tells_who
from casework.categories import CATEGORY_BY_ID
from casework.errors import NotYours, Refused
from casework.notices import Urgency
from casework.policies.documents import Enclosure
from casework.policies.policy import Content, Policy, PolicyState, scope_of
from casework.policies.rights import decided_areas, deciders, may_decide, may_read, may_write
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

TITLE: Final = 60
PLAIN: Final = 300
TEXT: Final = 40_000
SOURCE: Final = 120
"""Characters at most: of a title, of the plain words, of the full text, of the source."""

_LISTED: Final = 100
_OPEN: Final = frozenset({PolicyState.WAITING, PolicyState.RETURNED})


async def write(uow: UnitOfWork, by: int, content: Content, replaces: int | None = None) -> Policy:
    """Write a policy, or another version of one; somebody else is asked to approve it.

    A version that is not approved yet is changed in place; one that is shown stays until the new one is approved.

    Raises Refused("policy-not-yours") for areas that the writer's posts do not reach, NotYours for a policy to
    `replace` that the writer may not read, Refused("policy-over") for one that is over, and as `check` does.
    """
    check(uow, content)
    if not may_write(uow.org, uow.staff, by, content):
        raise Refused("policy-not-yours")
    before = await _readable(uow, replaces, by) if replaces is not None else None
    if before is not None and not may_write(uow.org, uow.staff, by, before.content):
        raise Refused("policy-not-yours")
    await policy_documents.check_sent(uow, content, by, before)
    policy = _put(uow, await policy_documents.titled(uow, content, before), by, before)
    policy_documents.ask_to_read(uow, policy)
    await _ask(uow, policy, 0)
    return policy


async def load(
    uow: UnitOfWork, files: Mapping[str, Content], enclosures: Mapping[str, Sequence[Enclosure]] = MappingProxyType({})
) -> list[Policy]:
    """Take over policies from files, by name, with the documents beside them; return those that are new or say
    something else than what is known.

    They wait for approval, too; whoever may approve some is told once of all. Raises as `check` does.
    """
    for content in files.values():
        check(uow, content)
    known: dict[str, Policy] = {}
    for policy in await uow.policies_of_keys(list(files)):
        known.setdefault(policy.key, policy)
    whole = {
        key: await policy_documents.with_brought(uow, content, enclosures.get(key, ()), known.get(key))
        for key, content in files.items()
    }
    loaded = [
        _put(uow, content, None, known.get(key), key)
        for key, content in whole.items()
        if key not in known or not _is_the_same(known[key].content, content)
    ]
    asked = Counter(person for policy in loaded for rung in deciders(uow.org, uow.staff, policy)[:1] for person in rung)
    for person_id, count in asked.items():
        await tell(uow, person_id, "policies_loaded", Urgency.LIMIT, count=count)
    return loaded


def _is_the_same(one: Content, other: Content) -> bool:
    """Tell whether two contents say the same, with the same documents: what those are found by follows from them."""
    return replace(one, enclosed=()) == replace(other, enclosed=())


async def approve(uow: UnitOfWork, policy_id: int, by: int, epoch: int) -> Policy:
    """Let a policy be shown from now on, and whoever asked for such news be told. Its writer can't.

    Raises Refused("stale") where it has changed since, as `policy_documents.take_over` does, and
    Refused("policy-overtaken") where the one that it replaces is shown no more: then another version was approved, or
    it was withdrawn.
    """
    policy = await to_decide(uow, policy_id, by, epoch)
    before = await uow.get(Policy, policy.replaces) if policy.replaces is not None else None
    if before is not None and before.state is not PolicyState.SHOWN:
        raise Refused("policy-overtaken")
    await policy_documents.take_over(uow, policy)
    if before is not None:
        uow.put(replace(before, state=PolicyState.REPLACED, epoch=before.epoch + 1, epoch_at=uow.now, fired={}))
    policy = _decided(uow, policy, PolicyState.SHOWN, by)
    await tell(uow, policy.written_by, "policy_approved", Urgency.NOW, policy_id=policy.id, who=by)
    await announcements.of_policy(uow, policy)
    return policy


async def send_back(uow: UnitOfWork, policy_id: int, by: int, epoch: int, why: str) -> Policy:
    """Send a policy back to its writer, with the reason. Raises as `approve` does."""
    policy = _decided(uow, await to_decide(uow, policy_id, by, epoch), PolicyState.RETURNED, by, why)
    await tell(uow, policy.written_by, "policy_returned", Urgency.NOW, policy_id=policy.id, who=by)
    return policy


async def withdraw(uow: UnitOfWork, policy_id: int, by: int, why: str) -> Policy:
    """Show a policy no more, or give up one that waits; who may write it may take it back.

    Raises NotYours, and Refused("policy-over") for one that is over already.
    """
    policy = await _readable(uow, policy_id, by)
    if not may_write(uow.org, uow.staff, by, policy.content):
        raise NotYours
    if policy.state not in {*_OPEN, PolicyState.SHOWN}:
        raise Refused("policy-over")
    told = {policy.written_by, policy.decided_by} - {by, None}
    policy = replace(policy, state=PolicyState.WITHDRAWN, why=why, epoch=policy.epoch + 1, epoch_at=uow.now, fired={})
    uow.put(policy)
    for person_id in sorted(each for each in told if each is not None):
        await tell(uow, person_id, "policy_withdrawn", Urgency.NOW, policy_id=policy.id, who=by)
    return policy


async def read(uow: UnitOfWork, policy_id: int, by: int) -> Policy:
    """Return a policy to be shown to somebody. Raises NotYours where it is not to be read by them, or is none."""
    found = await uow.policies_read([policy_id])
    if not found or not may_read(uow.org, uow.staff, by, found[0]):
        raise NotYours
    return found[0]


async def waiting(uow: UnitOfWork, by: int) -> list[Policy]:
    """Return the policies that somebody has to decide, and those of their own that wait or were sent back."""
    found = await uow.policies_waiting(by, decided_areas(uow.org, uow.staff, by), _LISTED)
    return [each for each in found if by == each.written_by or _may_decide_now(uow, each, by)]


async def fire_policy(uow: UnitOfWork, policy: Policy, kind: str, round_: int) -> None:
    """Carry out the follow-up `kind` of a policy that counts it as fired already; `round_` counts from 0."""
    uow.put(policy)
    if kind == "policy_waits":
        await _ask(uow, policy, round_ + 1, follow_up=True)
        return
    for person_id in dict.fromkeys((policy.written_by, policy.decided_by)):
        await tell(uow, person_id, "policy_ends", Urgency.LIMIT, None, True, policy_id=policy.id)


def check(uow: UnitOfWork, content: Content) -> None:
    """Raise Refused where a policy lacks what it needs, or has what nothing knows.

    "policy-empty" without title, plain words or source, "policy-long" with the `field` and its `limit`,
    "public-names" where it is for the public channel and names somebody, "policy-topic" and "policy-area" for what is
    not there, "policy-days" where it ends before it begins.
    """
    for said in content.words.values():
        if not said.title or not said.plain:
            raise Refused("policy-empty")
        for field, text, limit in (
            ("title", said.title, TITLE),
            ("plain", said.plain, PLAIN),
            ("text", said.text, TEXT),
        ):
            if len(text) > limit:
                raise Refused("policy-long", field=field, limit=limit)
        if content.public and tells_who(f"{said.title}\n{said.plain}"):
            raise Refused("public-names")
    if not content.words or not content.source:
        raise Refused("policy-empty")
    if len(content.source) > SOURCE:
        raise Refused("policy-long", field="source", limit=SOURCE)
    if any(each not in CATEGORY_BY_ID for each in content.topics):
        raise Refused("policy-topic")
    if any(each not in uow.org.areas for each in content.areas):
        raise Refused("policy-area")
    if content.since is not None and content.until is not None and content.until < content.since:
        raise Refused("policy-days")


def _put(uow: UnitOfWork, content: Content, by: int | None, before: Policy | None, key: str = "") -> Policy:
    if before is not None and before.state in _OPEN:
        policy = replace(
            before,
            content=content,
            scope=scope_of(content, uow.org),
            state=PolicyState.WAITING,
            written_by=by,
            written_at=uow.now,
            epoch_at=uow.now,
            why="",
            decided_by=None,
            decided_at=None,
            epoch=before.epoch + 1,
            fired={},
        )
    elif before is not None and before.state is not PolicyState.SHOWN:
        raise Refused("policy-over")
    else:
        policy = Policy(
            uow.new_id(),
            content,
            PolicyState.WAITING,
            by,
            uow.now,
            uow.now,
            key=key or (before.key if before is not None else ""),
            replaces=before.id if before is not None else None,
            scope=scope_of(content, uow.org),
        )
    uow.put(policy)
    return policy


async def _ask(uow: UnitOfWork, policy: Policy, rungs: int, *, follow_up: bool = False) -> None:
    """Ask those who may decide: the nearest ones first, one rung more each time."""
    asked: Iterable[list[int]] = deciders(uow.org, uow.staff, policy)[: rungs + 1]
    for person_id in dict.fromkeys(each for rung in asked for each in rung):
        await tell(uow, person_id, "policy_waits", Urgency.LIMIT, None, follow_up, policy_id=policy.id)


async def _readable(uow: UnitOfWork, policy_id: int, by: int) -> Policy:
    policy = await uow.get(Policy, policy_id)
    if policy is None or not may_read(uow.org, uow.staff, by, policy):
        raise NotYours
    return policy


async def to_decide(uow: UnitOfWork, policy_id: int, by: int, epoch: int) -> Policy:
    """Return a policy that waits for somebody's word, as the button's epoch has it.

    Raises NotYours, Refused("policy-own") for its writer, and Refused("stale") where it waits like that no more.
    """
    policy = await _readable(uow, policy_id, by)
    if by == policy.written_by:
        raise Refused("policy-own")
    if not may_decide(uow.org, uow.staff, by, policy):
        raise NotYours
    if policy.state is not PolicyState.WAITING or policy.epoch != epoch:
        raise Refused("stale")
    return policy


def _may_decide_now(uow: UnitOfWork, policy: Policy, by: int) -> bool:
    return policy.state is PolicyState.WAITING and may_decide(uow.org, uow.staff, by, policy)


def _decided(uow: UnitOfWork, policy: Policy, state: PolicyState, by: int, why: str = "") -> Policy:
    policy = replace(
        policy,
        state=state,
        decided_by=by,
        decided_at=uow.now,
        why=why,
        epoch=policy.epoch + 1,
        epoch_at=uow.now,
        fired={},
    )
    uow.put(policy)
    return policy
