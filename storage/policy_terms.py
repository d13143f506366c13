"""The terms and the days of policies that are shown: made to equal them in the flush that shows one, or shows it no
more.
"""

from collections.abc import Iterable
from typing import Any, Final

from casework.policies.passages import counted
from casework.policies.policy import Policy, PolicyState
from storage.dialects import Write

_FIRST: Final = 0
_LAST: Final = 9_999_999
"""Days, counted as `date.toordinal` does, for a policy that holds for ever."""


def writes(changed: Iterable[tuple[Policy | None, Policy]]) -> list[Write]:
    """Return what keeps the rows equal to policies that have changed: each as it was, and as it is."""
    gone: list[dict[str, Any]] = []
    days: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    terms: list[dict[str, Any]] = []
    for before, policy in changed:
        was, shown = _is_shown(before), _is_shown(policy)
        if was and not shown:
            gone.append({"policy_id": policy.id})
        if not shown or was:
            continue
        days.append(_days(policy))
        for kept in counted(policy.content):
            place = {"policy_id": policy.id, "part": kept.part, "length": kept.length}
            parts.append(place)
            terms += [{**place, "term": term, "times": times} for term, times in kept.terms.items()]
    planned = (
        Write("policy_days_forget", gone),
        Write("policy_terms_forget", gone),
        Write("policy_parts_forget", gone),
        Write("policy_days_insert", days),
        Write("policy_parts_insert", parts),
        Write("policy_terms_insert", terms),
    )
    return [each for each in planned if each.parameters]


def _days(policy: Policy) -> dict[str, int]:
    """Return the days on which a policy holds, as they are looked for."""
    since, until = policy.content.since, policy.content.until
    return {
        "policy_id": policy.id,
        "since": since.toordinal() if since is not None else _FIRST,
        "until": until.toordinal() if until is not None else _LAST,
    }


def _is_shown(policy: Policy | None) -> bool:
    return policy is not None and policy.state is PolicyState.SHOWN
