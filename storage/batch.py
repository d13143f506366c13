"""A batch: one transaction in which the turns of several messages are decided in memory and flushed set by set.

Every kept table has an overlay of three layers: what was loaded, what the batch's earlier turns changed, and what the
running turn changes. A turn's changes join the batch when the turn is done, or are dropped without a trace.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from random import Random
from typing import Any

from casework.alarms import Alarm
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Broadcast
from casework.callbacks import Callback
from casework.followups import plan
from casework.ledger import LedgerEntry
from casework.numbers import new_number
from casework.onsite.outings import Outing
from casework.parts import Part
from casework.people import Group, Person, Post
from casework.petitions import Case, Draft, Petition
from casework.policies.policy import Policy
from casework.reception.days import Reception
from casework.reception.series import Series
from casework.replacing import replace
from casework.surveys.model import Survey
from casework.tasks import Task
from casework.themes import Theme
from casework.trail import Trail
from casework.unit_of_work import Rules
from storage import alike, policy_terms, reconcile
from storage.dialects import Conflict, Session, Write
from storage.ids import IdBlock
from storage.snapshot import STAFF
from storage.tables import TABLE_OF, TABLES, Table
from storage.trails import chain

Key = int | str

DRAWN_NUMBERS = 25
STAFF_KINDS = (Post, Group)

SUBJECTS: dict[str, type[Any]] = {
    "case": Case,
    "draft": Draft,
    "person": Person,
    "alarm": Alarm,
    "part": Part,
    "callback": Callback,
    "task": Task,
    "policy": Policy,
    "survey": Survey,
    "theme": Theme,
    "reception": Reception,
    "series": Series,
    "outing": Outing,
    "brief": Brief,
    "ledger": LedgerEntry,
    "broadcast": Broadcast,
}
"""What follow-ups are about, by the word that names it in their rows."""


def _of_plan(person: Person | None) -> tuple[object, ...]:
    """Return what a person's plan depends on: people change with nearly every turn, their plans seldom."""
    if person is None:
        return None, None, None, None
    return person.digest_since, person.away_until, person.deputy_id, person.deputy_asked


class Overlay:
    """The layers of one table. `loaded` holds None for a key that the database does not have."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.loaded: dict[Key, Any] = {}
        self.joined: dict[Key, Any] = {}
        self.turn: dict[Key, Any] = {}

    def find(self, key: Key) -> tuple[bool, Any]:
        """Return whether the key is known, and its newest object (None for a row that does not exist)."""
        for layer in (self.turn, self.joined, self.loaded):
            if key in layer:
                return True, layer[key]
        return False, None


class Batch:
    """One transaction's worth of turns. `claimed` are the rows of the query by which it has claimed its work."""

    def __init__(self, session: Session, ids: IdBlock, rules: Rules, claimed: Sequence[Sequence[Any]] = ()) -> None:
        self.session = session
        self.ids = ids
        self.claimed = claimed
        self._began = ids.mark
        self._rules = rules
        self._overlays = {table.kind: Overlay(table) for table in TABLES}
        self._written: dict[str, list[dict[str, Any]]] = {}
        self._writing: list[tuple[str, dict[str, Any]]] = []
        self._torn = False
        self._replan: set[str] = set()
        self._staff_changed = False
        self.staff: dict[Key, Post | Group] = {}  # what the batch's earlier turns have changed of it
        self._free_numbers: defaultdict[date, list[str]] = defaultdict(list)
        self._given_numbers: set[str] = set()
        self._foreseen: dict[str, dict[Key, list[Sequence[Any]]]] = {}
        self._peeked: dict[tuple[Any, ...], Sequence[Sequence[Any]]] = {}

    # Reading.

    async def load(self, kind: type[Any], keys: Iterable[Key]) -> None:
        """Load the rows of `kind` under `keys` that are not known yet, by one query."""
        overlay = self._overlays[kind]
        missing = [key for key in dict.fromkeys(keys) if not overlay.find(key)[0]]
        if not missing:
            return
        table = overlay.table
        rows = await self.session.rows(f"{table.name}_by_key", keys=missing)
        overlay.loaded.update(dict.fromkeys(missing))
        for row in rows:
            value = table.codec.decode(row)
            overlay.loaded[getattr(value, table.key)] = value

    def is_new(self, id_: int) -> bool:
        """Return whether an id was given out in this batch: no row can speak of it yet, so none is looked up."""
        return self.ids.given_since(self._began, id_)

    async def get(self, kind: type[Any], key: Key) -> Any:
        """Return the newest object under `key`, or None."""
        known, value = self._overlays[kind].find(key)
        if not known:
            await self.load(kind, [key])
            value = self._overlays[kind].loaded[key]
        return value

    def known(self, kind: type[Any], key: Key) -> Any:
        """Return the object under `key` if it is in memory; None otherwise."""
        return self._overlays[kind].find(key)[1]

    def touched(self, kind: type[Any]) -> bool:
        """Return whether a turn has read or changed a row of `kind`."""
        return bool(self._overlays[kind].loaded)

    async def rows(self, name: str, **parameters: Any) -> Sequence[Sequence[Any]]:
        """Run a finder. Earlier turns are flushed first, so that it sees them; the turn's own changes come after."""
        if self._writing or any(overlay.turn for overlay in self._overlays.values()):
            raise AssertionError(f"{name} comes after changes of its own turn")
        await self.flush()
        return await self.session.rows(name, **parameters)

    async def peek(self, name: str, **parameters: Any) -> Sequence[Sequence[Any]]:
        """Run a query for a hint: over the rows as they stand, without what earlier turns have decided meanwhile.

        So it makes nobody's batch smaller, and may come at any time.
        """
        return await self.session.rows(name, **parameters)

    async def peek_once(self, name: str, **parameters: Any) -> Sequence[Sequence[Any]]:
        """Run a query for a hint as `peek` does, and once for all turns of the batch that ask the same."""
        asked = (name, *sorted(parameters.items()))
        if asked not in self._peeked:
            self._peeked[asked] = await self.peek(name, **parameters)
        return self._peeked[asked]

    async def foresee(self, name: str, keys: Sequence[Key], **parameters: Any) -> None:
        """Run a query for a hint for many keys at once: each of its rows begins with the key that it belongs to."""
        found: dict[Key, list[Sequence[Any]]] = {key: [] for key in keys}
        for key, *row in await self.peek(name, keys=sorted(found), **parameters) if found else ():
            found[key].append(row)
        self._foreseen[name] = found

    async def hint(self, name: str, key: Key, **parameters: Any) -> Sequence[Sequence[Any]]:
        """Return what was foreseen under a key; where it was not, the query is run for it alone."""
        foreseen = self._foreseen.get(name, {})
        if key in foreseen:
            return foreseen[key]
        return [row[1:] for row in await self.peek(name, keys=[key], **parameters)]

    async def new_number(self, day: date, rng: Random) -> str:
        """Return a petition number of a local `day` that is free; found by one query for all filings of the batch.

        Another process may draw the same one at this moment: then the unique index refuses the batch.
        """
        while not self._free_numbers[day]:
            drawn = list(dict.fromkeys(new_number(day, rng) for _ in range(DRAWN_NUMBERS)))
            taken = {row[0] for row in await self.session.rows("petitions_taken", numbers=drawn)}
            taken |= self._given_numbers
            self._free_numbers[day] = [number for number in drawn if number not in taken]
        number = self._free_numbers[day].pop()
        self._given_numbers.add(number)
        return number

    # Writing.

    def put(self, value: Any) -> None:
        """Insert or replace an object in the running turn."""
        table = TABLE_OF[type(value)]
        if table.kept:
            self._overlays[table.kind].turn[getattr(value, table.key)] = value
        else:
            self._writing.append((f"{table.name}_insert", table.codec.encode(value)))

    def write(self, name: str, parameters: dict[str, Any]) -> None:
        """Add a write of another query to the running turn."""
        self._writing.append((name, parameters))

    def replan(self, subject: str) -> None:
        """Have the follow-ups of a subject reconciled even where the subject itself does not change."""
        self._replan.add(subject)

    def join(self) -> None:
        """Let the running turn's changes join the batch."""
        for overlay in self._overlays.values():
            if overlay.turn:
                if overlay.table.kind in STAFF_KINDS:
                    self.staff.update(overlay.turn)
                overlay.joined.update(overlay.turn)
                overlay.turn.clear()
        for name, parameters in self._writing:
            self._written.setdefault(name, []).append(parameters)
        self._writing.clear()

    def drop(self) -> None:
        """Drop the running turn's changes, and nothing else."""
        for overlay in self._overlays.values():
            overlay.turn.clear()
        self._writing.clear()

    async def flush(self) -> None:
        """Write what has joined, table by table. Raises Conflict where a row was changed by somebody else.

        Once that has failed it raises RuntimeError, whoever caught the first error: a part is written, and only a part.
        """
        if self._torn:
            raise RuntimeError("a flush of this batch has failed")
        self._torn = True
        await self._write_joined()
        self._torn = False

    async def _write_joined(self) -> None:
        subjects = self._subjects()
        await self._chain()
        writes = [*await self._alike(), *self._policy_terms()]
        for table in TABLES:
            if table.kept:
                writes += await self._changes(self._overlays[table.kind])
            else:
                writes += self._take(f"{table.name}_insert")
        if subjects:
            writes += await reconcile.reconcile(self.session, self.ids, subjects)
        for name in list(self._written):
            writes += self._take(name)
        if self._staff_changed:
            writes.append(Write("organisation_changed", [{"id": STAFF}]))
            self._staff_changed = False
        await self.session.write_all(writes)

    async def _chain(self) -> None:
        """Tie the events that have joined to the trails of their cases.

        Whoever records an event has loaded its case before, and so holds its row: no other batch adds to its trail.
        """
        events = self._written.get("events_insert")
        if not events:
            return
        trails = self._overlays[Trail]
        await self.load(Trail, sorted({row["case_id"] for row in events if not self.is_new(row["case_id"])}))
        for trail in chain(events, trails.loaded):
            trails.joined[trail.case_id] = trail

    def _subjects(self) -> dict[str, reconcile.Wanted]:
        """Return the changed subjects with their plans; a person only where the plan may be another."""
        wanted: dict[str, reconcile.Wanted] = {}
        for prefix, kind in SUBJECTS.items():
            overlay = self._overlays[kind]
            for key, value in overlay.joined.items():
                before = overlay.loaded.get(key)
                if kind is Person and _of_plan(value) == _of_plan(before):
                    continue
                wanted[f"{prefix}:{key}"] = reconcile.Wanted(value, plan(value, self._rules), before is None)
        for subject in self._replan - wanted.keys():
            prefix, _, number = subject.partition(":")
            value = self._overlays[SUBJECTS[prefix]].loaded.get(int(number))
            due = plan(value, self._rules) if value is not None else []
            wanted[subject] = reconcile.Wanted(value, due, False)
        self._replan.clear()
        return wanted

    async def _alike(self) -> list[Write]:
        """Return what keeps the terms of cases equal to those that have changed in what they are found by."""
        overlay = self._overlays[Case]
        changed = [
            (overlay.loaded.get(key), case)
            for key, case in overlay.joined.items()
            if alike.kept(overlay.loaded.get(key)) != alike.kept(case)
        ]
        if not changed:
            return []
        await self.load(Petition, [case.petition_id for _, case in changed if not case.text])
        petitions = self._overlays[Petition]
        texts = [case.text or getattr(petitions.find(case.petition_id)[1], "text", "") for _, case in changed]
        return alike.writes((before, case, text) for (before, case), text in zip(changed, texts, strict=True))

    def _policy_terms(self) -> list[Write]:
        """Return what keeps the terms of policies equal to those that are shown."""
        overlay = self._overlays[Policy]
        return policy_terms.writes((overlay.loaded.get(key), policy) for key, policy in overlay.joined.items())

    async def _changes(self, overlay: Overlay) -> list[Write]:
        """Return what makes a table's rows equal to what has joined."""
        if not overlay.joined:
            return []
        table = overlay.table
        if table.kind in STAFF_KINDS:
            self._staff_changed = True
        await self._load_unread(overlay)
        inserts: list[dict[str, Any]] = []
        updates: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for key, value in overlay.joined.items():
            before = overlay.loaded.get(key)
            if before is None:
                inserts.append(table.codec.encode(value))
                overlay.loaded[key] = value
            else:
                after = replace(value, version=before.version + 1)
                changes = table.codec.changes(before, after)
                updates[tuple(changes)].append(changes | {table.key: key, "version": before.version})
                overlay.loaded[key] = after
        overlay.joined.clear()
        writes = [Write(f"{table.name}_insert", inserts)] if inserts else []
        return writes + [Write(f"{table.name}_update", rows, True, columns) for columns, rows in updates.items()]

    async def _load_unread(self, overlay: Overlay) -> None:
        """Look up rows that were changed without being read here, such as a post of the snapshot.

        What has a new id, or a text for its key, is inserted unseen: those are read before they are changed.
        """
        unread = [key for key in overlay.joined if key not in overlay.loaded and isinstance(key, int)]
        unread = [key for key in unread if not self.is_new(key)]
        if not unread:
            return
        for row in await self.session.rows(f"{overlay.table.name}_by_key", keys=unread):
            value = overlay.table.codec.decode(row)
            key = getattr(value, overlay.table.key)
            if overlay.joined[key].version != value.version:
                raise Conflict(f"{overlay.table.name}: changed by somebody else")
            overlay.loaded[key] = value

    def _take(self, name: str) -> list[Write]:
        parameters = self._written.pop(name, None)
        return [Write(name, parameters)] if parameters else []
