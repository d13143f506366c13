"""Chaining: what a flush writes to a timeline is tied to what stands there, and the heads of the trails move on."""

from collections.abc import Collection, Mapping, Sequence
from secrets import token_hex
from typing import Any, Final

from casework.replacing import replace
from casework.trail import Trail, commitment, link

_SALT_BYTES: Final = 16


def chain(rows: Sequence[dict[str, Any]], heads: Mapping[Any, Trail | None]) -> Collection[Trail]:
    """Give the rows of events their places in the trails of their cases, and return how these stand then.

    Within a flush the lines stand in the order of their ids, as the timeline shows them. `heads` are the trails that
    the database has, by case; one that is missing there is new.
    """
    grown: dict[int, Trail] = {}
    for row in sorted(rows, key=lambda row: row["id"]):
        case_id = row["case_id"]
        trail = grown.get(case_id) or heads.get(case_id) or Trail(case_id)
        row["position"] = trail.length + 1
        row["salt"] = token_hex(_SALT_BYTES)
        row["digest"] = commitment(row["salt"], row["data"])
        row["link"] = link(trail.link, row)
        grown[case_id] = replace(trail, length=row["position"], link=row["link"])
    return grown.values()
