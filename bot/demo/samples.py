"""The sample policies of the demo: whoever tries /policies finds something, plainly marked as a sample."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Final

from bot.policy_files import read_policies
from casework.actions import policies
from casework.people import Role
from casework.policies.policy import Content, PolicyState
from casework.replacing import replace
from storage.store import Store

_EVERYWHERE: Final = ()


async def show_policies(store: Store, now: datetime) -> None:
    """Let the sample policies be shown, each in both languages; those that are there already stay as they are.

    The sample's leader stands for whoever approves. Nobody is told: they have been there all along.
    """
    async with store.turn(now) as uow:
        root = uow.org.root
        leaders = uow.staff.over(root, Role.LEADER) if root is not None else []
        for policy in await policies.load(uow, _samples()):
            by = leaders[0].person_id if leaders else None
            uow.put(replace(policy, state=PolicyState.SHOWN, decided_by=by, decided_at=now))


@cache
def _samples() -> Mapping[str, Content]:
    """Return the samples by the names of their files."""
    with resources.as_file(resources.files("bot.sample") / "policies") as folder:
        return {file.key: file.content(_EVERYWHERE) for file in read_policies(folder)}
