"""Follow-up rows are made to equal the plan: what is new is inserted, what moved is moved, what is over is ended."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from casework.plans.due import Due
from storage.codec import to_micros
from storage.dialects import Session, Write
from storage.ids import IdBlock


class Pending(NamedTuple):
    """A pending row of `followups` as it stands, `due_at` in microseconds: most are compared with a plan and left."""

    id: int
    subject: str
    kind: str
    epoch: int
    round: int
    due_at: int
    state: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A subject's plan. A new subject has no rows yet, so none are looked up."""

    subject: Any
    due: list[Due]
    new: bool

    @property
    def epoch(self) -> int:
        """The epoch that the rows belong to; a person has none."""
        return int(getattr(self.subject, "epoch", 0))

    def over(self, row: Pending) -> str:
        """Return what became of a pending row that the plan does not want any more."""
        fired = getattr(self.subject, "fired", {}).get(row.kind)
        return "fired" if row.epoch == self.epoch and fired is not None and fired.count > row.round else "void"


async def reconcile(session: Session, ids: IdBlock, subjects: Mapping[str, Wanted]) -> list[Write]:
    """Return what makes the pending rows of `subjects` equal to their plans."""
    pending: dict[str, dict[str, Pending]] = defaultdict(dict)
    known = [subject for subject, wanted in subjects.items() if not wanted.new]
    if known:
        for columns in await session.rows("followups_pending", subjects=known):
            found = Pending(*columns)
            pending[found.subject][found.kind] = found
    ended: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    planned: list[dict[str, Any]] = []
    for subject, wanted in subjects.items():
        rows = pending.get(subject, {})
        for due in wanted.due:
            at = to_micros(due.at)
            row = rows.get(due.kind)
            if row is not None and (row.epoch, row.round) == (wanted.epoch, due.round):
                del rows[due.kind]
                if row.due_at != at:
                    moved.append({"id": row.id, "due_at": at})
                continue
            planned.append(
                {
                    "id": ids.take(),
                    "subject": subject,
                    "kind": due.kind,
                    "epoch": wanted.epoch,
                    "round": due.round,
                    "due_at": at,
                }
            )
        ended += [{"id": row.id, "state": wanted.over(row)} for row in rows.values()]
    # Ended rows first: a subject has at most one pending row of a kind.
    writes = (("followups_end", ended), ("followups_move", moved), ("followups_plan", planned))
    return [Write(name, parameters, exact=True) for name, parameters in writes if parameters]
