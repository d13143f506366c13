"""Cases that were merged: each stands as its master stands, until it stands on its own again.

A merged case keeps its number, its words and its resident's verdict. Who works it, by when, and how far it is, it has
from its master; so nobody works it twice, and nothing of it is lost when it leaves.
"""

from collections.abc import Mapping
from typing import Any, Final

from casework.masking import mask
from casework.petitions import Case, State
from casework.replacing import replace

MOST_MERGED: Final = 50
"""Cases that may be merged into one: each of their residents is told within the turn."""

FOLLOWED: Final = (
    "state",
    "unit_id",
    "cadre_id",
    "assigned_at",
    "accepted_at",
    "limit_at",
    "clock_from",
    "news_at",
    "proposed_at",
    "promise_at",
)
"""The fields that a merged case has from its master; and the outcome, but for its files."""


def as_master(case: Case, master: Case) -> Mapping[str, Any]:
    """Return the fields of a `case` that follows `master`. What was asked for is the case's own; and the files that
    prove an outcome may show the home of the master's resident, and stay there.
    """
    outcome = master.outcome
    if outcome is not None:
        outcome = replace(outcome, files=(), request=mask(case.summary) if outcome.request else "")
    return {**{name: getattr(master, name) for name in FOLLOWED}, "outcome": outcome}


def news_for(case: Case, master: Case) -> dict[str, Any]:
    """Return the fields in which a merged case does not stand as its master does any more."""
    return {name: value for name, value in as_master(case, master).items() if getattr(case, name) != value}


def oldest_limit(case: Case, master: Case) -> Any:
    """Return the limit that holds for a master that `case` is merged into: the nearer one, so that nobody loses time.

    Only what was waited for and has been done falls: by when somebody accepts it (articles 22 and 23), where the master
    has been accepted.
    """
    if case.state is State.WAITING and master.state is not State.WAITING:
        return master.limit_at
    return min(case.limit_at, master.limit_at)
