"""A unit of work over dicts: what the verbs need, in the simplest Python, so that their tests take milliseconds.

It is as strict as the real one: finders come before a turn's own changes, and a refused verb must not have changed
anything, since the conversation around it is kept.
"""

from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from datetime import date, datetime
from random import Random
from typing import Any

from casework.actions.firing import fire
from casework.alarms import Alarm, AlarmState, may_take
from casework.briefs.brief import Brief, BriefState
from casework.broadcasts.broadcast import Audience, Broadcast, BroadcastState, Reach, Tally, areas_of
from casework.broadcasts.subscriptions import Subscription
from casework.broadcasts.topics import ids_of
from casework.callbacks import Callback
from casework.canned import CannedReply
from casework.errors import Refused
from casework.files import File
from casework.followups import Subject, plan
from casework.joining import Supporter
from casework.ledger import LedgerEntry, LedgerState, Listed
from casework.likeness import KEPT, Similar, comparable, is_example, solved_terms
from casework.likeness import terms as terms_of
from casework.morning import Matter, Reader, Scope
from casework.notebook import Note, may_read, note_terms
from casework.notices import Notice
from casework.numbers import new_number
from casework.onsite.outings import Outing, OutingItem, OutingState
from casework.onsite.planner import Facts
from casework.organisation import Organisation
from casework.papers import Paper
from casework.parts import Part
from casework.people import Group, Person, Post
from casework.petitions import Case, Closing, DigestItem, Draft, Event, Petition, Rating, State
from casework.plans.due import Due
from casework.policies.passages import Counted, counted
from casework.policies.policy import Policy, PolicyState
from casework.policies.ranking import Hit, Known
from casework.reception.days import Booking, DayState, Reception
from casework.reception.rights import runs
from casework.relations import relations
from casework.staff import Staff
from casework.surveys.model import Guest, NamedAnswer, Survey, SurveyState
from casework.surveys.named import Respondent, respondents
from casework.surveys.rights import may_see as sees_survey
from casework.tasks import Task, concerns
from casework.themes import Theme
from casework.themes import may_see as sees_theme
from casework.unit_of_work import NEWEST, R, Row, Rules

BOOKKEEPING = (
    *("fired", "told_at", "details_at", "telling", "version"),
    # The other side of what `merged_into` of the cases named says.
    "merged",
    # Who is asked next, as those asked before say nothing; and whom a call-back is with, of which its own row tells.
    *("extension", "recusal", "upward", "callback_id", "caller_id"),
)
"""What changes in a case when somebody is told or reminded of it."""

_KEYS = {
    "OutingPlace": "area_id",
    "LedgerEntry": "case_id",
    **dict.fromkeys(
        (
            "Address",
            "Group",
            "Conversation",
            "Card",
            "Supporter",
            "Paper",
            "Guest",
            "NamedAnswer",
            "Booking",
            "Subscription",
        ),
        "key",
    ),
    **dict.fromkeys(("Invite", "Link"), "digest"),
}


class Memory:
    """All rows of a service, and everything that anybody was told. `changes` is another number after each change."""

    def __init__(self, org: Organisation, rules: Rules) -> None:
        self.org = org
        self.rules = rules
        self.rng = Random(1)
        self.rows: dict[tuple[str, int | str], Any] = {}
        self.events: list[Event] = []
        self.notices: list[tuple[datetime, Notice]] = []
        self.ids = 1000
        self.lost_replies: set[int] = set()
        self.changes = 0
        self._plans: dict[tuple[str, int | str], tuple[Subject, list[Due]]] = {}

    def of(self, kind: type[Any]) -> list[Any]:
        """Return all rows of a kind, in the order in which they came."""
        return [row for (name, _), row in self.rows.items() if name == kind.__name__]

    @property
    def staff(self) -> Staff:
        return Staff(self.of(Post), self.of(Group))

    def add(self, row: Any) -> Any:
        """Put a row without a turn."""
        self.changes += 1
        self.rows[key_of(row)] = row
        return row

    @asynccontextmanager
    async def turn(self, now: datetime) -> AsyncIterator["MemoryUnitOfWork"]:
        """Run one turn; its changes are kept unless it raises."""
        uow = MemoryUnitOfWork(self, now)
        try:
            yield uow
        except Refused:
            assert not uow.changed, "a refused verb has changed something"
            raise
        self._say_what_changed(uow.changed)
        self.changes += 1
        for row in uow.changed:
            if isinstance(row, Event):
                self.events.append(row)
                continue
            known = key_of(row) in self.rows and hasattr(row, "version")
            self.rows[key_of(row)] = replace(row, version=row.version + 1) if known else row
        self.notices += [(now, notice) for notice in uow.notices]

    def _say_what_changed(self, changed: Iterable[Any]) -> None:
        """Hold a turn to it: a case changes in nothing but its bookkeeping without an event that says so.

        Of a case that is merged the events of its master tell, the one of before or the one of now.
        """
        told = {row.case_id for row in changed if isinstance(row, Event)}
        for row in changed:
            before = self.rows.get(key_of(row))
            if isinstance(row, Case) and before is not None:
                if told & {row.id, row.merged_into, before.merged_into}:
                    continue
                names = {each.name for each in fields(row)} - set(BOOKKEEPING)
                silent = sorted(name for name in names if getattr(row, name) != getattr(before, name))
                assert not silent, f"{silent} of a case changed, and no event says so"

    def plans(
        self, kinds: Iterable[type[Any]] = (Case, Draft, Person, Alarm, Part, Callback, Task, Policy, Reception, Outing)
    ) -> list[tuple[Due, Subject]]:
        """Return everything planned, the nearest first."""
        found = [(due, subject) for kind in kinds for subject in self.of(kind) for due in self._plan(subject)]
        return sorted(found, key=lambda each: (each[0].at, each[0].kind))

    def _plan(self, subject: Subject) -> list[Due]:
        """Return a plan, computed anew only where the object is another."""
        known = self._plans.get(key_of(subject))
        if known is None or known[0] is not subject:
            known = self._plans[key_of(subject)] = (subject, plan(subject, self.rules))
        return known[1]

    async def fire_next(self, until: datetime, not_before: datetime) -> datetime | None:
        """Fire what is due first, if that is by `until`; return when it was, else None.

        What lies in the past of `not_before` is fired then, as a sweep does it.
        """
        due, subject = next(iter(self.plans()), (None, None))
        if due is None or subject is None or due.at > until:
            return None
        moment = max(due.at, not_before)
        async with self.turn(moment) as uow:
            await fire(uow, subject, due.kind)
        return moment


def key_of(row: Any) -> tuple[str, int | str]:
    name = type(row).__name__
    return name, getattr(row, _KEYS.get(name, "id"))


class MemoryUnitOfWork:
    """Implements casework.unit_of_work.UnitOfWork."""

    def __init__(self, memory: Memory, now: datetime) -> None:
        self._memory = memory
        self._own: dict[tuple[str, int | str], Any] = {}
        self.now = now
        self.channel = "tg"
        self.rules = memory.rules
        self.org = memory.org
        self.staff = memory.staff
        self.rng = memory.rng
        self.notices: list[Notice] = []

    @property
    def changed(self) -> list[Any]:
        return list(self._own.values())

    def new_id(self) -> int:
        self._memory.ids += 1
        return self._memory.ids

    async def new_number(self, day: date) -> str:
        taken = {petition.number for petition in self._memory.of(Petition)}
        number = new_number(day, self.rng)
        while number in taken:
            number = new_number(day, self.rng)
        return number

    async def get(self, kind: type[R], key: int | str) -> R | None:
        where = (kind.__name__, key)
        row: R | None = self._own.get(where) or self._memory.rows.get(where)
        return row

    async def get_all(self, kind: type[R], keys: Sequence[int | str]) -> list[R]:
        found = [await self.get(kind, key) for key in keys]
        return [each for each in found if each is not None]

    def put(self, row: Row) -> None:
        self._own[key_of(row)] = row

    def _find(self, kind: type[Any]) -> list[Any]:
        assert not self._own, "a finder comes after changes of its own turn"
        return self._memory.of(kind)

    async def cases_of_resident(self, person_id: int, limit: int = 20) -> list[Case]:
        found = [case for case in self._find(Case) if case.resident_id == person_id]
        return sorted(found, key=lambda case: (not case.is_open, -case.id))[:limit]

    async def solved(self, terms: Sequence[int], least: int, limit: int) -> list[Case]:
        found = []
        for case in filter(is_example, self._memory.of(Case)):
            words = case.text or self._memory.rows["Petition", case.petition_id].text
            shared = len(set(terms) & set(solved_terms(words, case.category, KEPT)))
            found += [(shared, case)] if shared >= least else []
        return [case for _, case in sorted(found, key=lambda each: (-each[0], -each[1].id))][:limit]

    async def policies_known(self, terms: Sequence[int]) -> Known:
        parts = self._parts()
        holding = {term: sum(term in part.terms for _, part in parts) for term in terms}
        length = sum(part.length for _, part in parts) / max(1, len(parts))
        return Known(len(parts), length, {term: count for term, count in holding.items() if count})

    async def policies_holding(self, terms: Sequence[int]) -> list[Hit]:
        return [
            Hit(term, policy_id, part.part, part.terms[term], part.length)
            for policy_id, part in self._parts()
            for term in terms
            if term in part.terms
        ]

    def _parts(self) -> list[tuple[int, Counted]]:
        shown = [each for each in self._memory.of(Policy) if each.state is PolicyState.SHOWN]
        return [(policy.id, part) for policy in shown for part in counted(policy.content)]

    async def policies_read(self, ids: Sequence[int]) -> list[Policy]:
        found = {policy.id: policy for policy in self._memory.of(Policy)}
        return [found[each] for each in ids if each in found]

    async def policies_newest(self, day: date, limit: int) -> list[Policy]:
        found = [policy for policy in self._memory.of(Policy) if policy.holds_on(day)]
        return sorted(found, key=lambda policy: -policy.id)[:limit]

    async def files_read(self, ids: Sequence[int]) -> list[File]:
        found = {file.id: file for file in self._memory.of(File)}
        return [found[each] for each in ids if each in found]

    async def policies_waiting(self, person_id: int, areas: Sequence[int], limit: int) -> list[Policy]:
        waiting, returned = PolicyState.WAITING, PolicyState.RETURNED
        found = [
            policy
            for policy in self._memory.of(Policy)
            if (policy.written_by == person_id and policy.state in {waiting, returned})
            or (policy.state is waiting and (policy.scope is None or policy.scope in areas))
        ]
        return sorted(found, key=lambda policy: (policy.state is returned, -policy.id))[:limit]

    async def policies_of_keys(self, keys: Sequence[str]) -> list[Policy]:
        alive = {PolicyState.WAITING, PolicyState.RETURNED, PolicyState.SHOWN}
        found = [policy for policy in self._find(Policy) if policy.key in keys and policy.state in alive]
        return sorted(found, key=lambda policy: -policy.id)

    async def canned_read(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        return await self.canned_of(units, limit)

    async def canned_of(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        found = [each for each in self._find(CannedReply) if each.unit_id in units and each.dropped_at is None]
        return sorted(found, key=lambda each: (each.title, each.id))[:limit]

    async def cases_of_petition(self, petition_id: int) -> list[Case]:
        found = [case for case in self._find(Case) if case.petition_id == petition_id]
        return sorted(found, key=lambda case: case.suffix)

    async def cases_of_code(self, digest: str) -> list[Case]:
        petitions = {petition.id for petition in self._find(Petition) if petition.code_digest == digest}
        return [case for case in self._memory.of(Case) if case.petition_id in petitions]

    async def cases_entered_for(self, person_id: int, phone: str, limit: int = 20) -> list[Case]:
        called = {person.id for person in self._find(Person) if person.phone == phone}
        found = [
            case
            for case in self._memory.of(Case)
            if case.resident_id in called and case.clerk_id is not None and self._sees(person_id, case)
        ]
        return sorted(found, key=lambda case: (not case.is_open, -case.id))[:limit]

    async def cases_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        found = [case for case in self._find(Case) if case.cadre_id == person_id and case.is_open]
        found = [case for case in found if case.merged_into is None]
        return sorted(found, key=lambda case: (case.limit_at, case.id))[:limit]

    async def visible_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        found = await self.cases_of_cadre(person_id, 10**9)
        return [case for case in found if self._sees(person_id, case)][:limit]

    async def parts_of_cadre(self, person_id: int, limit: int = 20) -> list[Part]:
        found = [part for part in self._find(Part) if part.cadre_id == person_id and part.is_open]
        return sorted(found, key=lambda part: (part.due_at, part.id))[:limit]

    def _sees(self, person_id: int, case: Case) -> bool:
        return bool(relations(self.staff, self.org, case, person_id))

    async def visible_case(self, person_id: int, case_id: int) -> Case | None:
        found = [case for case in self._find(Case) if case.id == case_id and self._sees(person_id, case)]
        return found[0] if found else None

    async def visible_by_number(self, person_id: int, number: str) -> list[Case]:
        found = [case for case in self._find(Case) if case.number == number and self._sees(person_id, case)]
        return sorted(found, key=lambda case: case.suffix)

    async def visible_of_unit(self, person_id: int, unit_id: int, limit: int = 20) -> list[Case]:
        return [case for case in self._visible_open(person_id) if case.unit_id == unit_id][:limit]

    async def visible_late(self, person_id: int, limit: int = 20) -> list[Case]:
        return [case for case in self._visible_open(person_id) if case.limit_at <= self.now][:limit]

    def _visible_open(self, person_id: int) -> list[Case]:
        found = [
            case
            for case in self._find(Case)
            if case.is_open
            and case.merged_into is None
            and case.resident_id != person_id
            and self._sees(person_id, case)
        ]
        return sorted(found, key=lambda case: (case.limit_at, case.id))

    async def cases_from_above(self, person_id: int) -> list[Case]:
        return [
            case
            for case in self._find(Case)
            if case.is_open and person_id in {case.owner_id, case.owner_asked, case.press.by if case.press else None}
        ]

    async def cases_listed(self, person_id: int, limit: int = 20) -> list[Case]:
        found = self._visible_open(person_id)
        return sorted((each for each in found if each.listed_until), key=lambda each: (each.listed_until, each.id))[
            :limit
        ]

    async def briefs_standing(self, brief: Brief) -> list[Brief]:
        stands, own = {BriefState.TOLD, BriefState.WAITING}, (brief.area_id, brief.public, brief.unit_id)
        found = [each for each in self._memory.of(Brief) if each.weekly and each.state in stands]
        same = [each for each in found if (each.area_id, each.public, each.unit_id) == own and each.first < brief.first]
        return sorted(same, key=lambda each: each.first)

    async def briefs_planned(self) -> list[Brief]:
        return [brief for brief in self._memory.of(Brief) if brief.state is BriefState.PLANNED]

    async def ledger(self, path: str, category: str, start: int, limit: int) -> list[Listed]:
        found = []
        for entry in self._memory.of(LedgerEntry):
            case = self._memory.rows[Case.__name__, entry.case_id]
            if entry.state is LedgerState.PUBLISHED and case.area_path.startswith(path) and not case.is_open:
                words = (entry.reported, entry.done, entry.published_at)
                found.append(Listed(case.area_id, entry.unit_id, case.category, *words))
        return sorted(found, key=lambda each: each.published_at, reverse=True)[start : start + limit]

    async def cases_held(self, person_id: int, limit: int = 20) -> list[Case]:
        found = self._visible_open(person_id)
        return [case for case in found if case.state is State.WAITING and case.unit_id is None][:limit]

    async def cases_joined(self, person_id: int, limit: int = 20) -> list[Case]:
        joined = {each.case_id for each in self._find(Supporter) if each.person_id == person_id and not each.left_at}
        found = [case for case in self._memory.of(Case) if case.id in joined]
        return sorted(found, key=lambda case: (not case.is_open, -case.id))[:limit]

    async def running_of(self, person_id: int, limit: int = 20) -> list[Case]:
        found = [case for case in self._memory.of(Case) if case.resident_id == person_id and case.is_open]
        return sorted(found, key=lambda case: -case.id)[:limit]

    async def supporters_after(self, case_id: int, after: int, limit: int) -> list[Supporter]:
        found = [
            each
            for each in self._find(Supporter)
            if each.case_id == case_id and each.person_id > after and each.left_at is None
        ]
        return sorted(found, key=lambda each: each.person_id)[:limit]

    async def similar(self, terms: Sequence[int], limit: int) -> list[Similar]:
        found = []
        for case in self._memory.of(Case):
            petition = self._memory.rows["Petition", case.petition_id]
            words = case.text or petition.text
            shared = set(terms) & set(terms_of(words, case.category, case.area_id, KEPT)) if comparable(case) else ()
            if shared:
                who, where = (case.id, case.resident_id, case.category), (case.area_id, case.lat, case.lon)
                given = (*who, *where, case.filed_at, 1 + case.supporters, case.kind, petition.naming, words)
                found.append((len(shared), Similar(*given)))
        return [similar for _, similar in sorted(found, key=lambda each: (-each[0], -each[1].case_id))][:limit]

    async def alarms_waiting(self, person_id: int, limit: int = 20) -> list[Alarm]:
        order = [AlarmState.RINGING, AlarmState.UNANSWERED, AlarmState.TAKEN]
        found = [
            alarm
            for alarm in self._find(Alarm)
            if alarm.state in order
            and alarm.taken_by in {None, person_id}
            and may_take(self.staff, self.org, alarm, person_id)
        ]
        return sorted(found, key=lambda each: (order.index(each.state), each.asked_at, each.id))[:limit]

    async def events_of(self, case_id: int, *, public: bool, limit: int = NEWEST) -> list[Event]:
        assert not self._own, "a finder comes after changes of its own turn"
        found = [event for event in self._memory.events if event.case_id == case_id and event.public >= public]
        return sorted(found, key=lambda event: event.id)[-limit:]

    async def events_of_kinds(self, case_id: int, kinds: Collection[str]) -> list[Event]:
        assert not self._own, "a finder comes after changes of its own turn"
        found = [event for event in self._memory.events if event.case_id == case_id and event.kind in kinds]
        return sorted(found, key=lambda event: event.id)

    async def looks_at_name(self, person_id: int) -> list[Event]:
        own = {case.id for case in self._find(Case) if case.resident_id == person_id}
        found = [event for event in self._memory.events if event.case_id in own and event.kind == "name_seen"]
        return sorted(found, key=lambda event: event.id)

    async def ratings_of_unit(self, unit_id: int, every: int) -> tuple[int, int]:
        found = [rating.stars for rating in self._find(Rating) if rating.unit_id == unit_id]
        most = len(found) - len(found) % every
        return most, sum(found[:most])

    async def mornings(self, readers: Sequence[Reader], end: datetime) -> dict[int, list[Matter]]:
        return {each.person_id: self._morning(each.person_id, each.scope, each.since, end) for each in readers}

    def _morning(self, person_id: int, scope: Scope, since: datetime, end: datetime) -> list[Matter]:
        found: dict[int, list[Any]] = {}
        for case in self._visible_open(person_id):
            if case.merged_into is not None:
                continue
            promised = case.state is State.PROMISED and case.promise_at is not None
            due_at = case.promise_at if promised and case.promise_at is not None else case.limit_at
            due = due_at <= end and case.state in {State.WAITING, State.WORKING, State.PROMISED}
            waiting = case.state is State.WAITING
            asked = any((case.extension, case.recusal, case.not_accepted, case.objection))
            asks = asked or case.press is not None or case.owner_asked is not None
            assigned = case.assigned_at is not None and case.assigned_at > since
            filed, held = case.filed_at > since, waiting and case.unit_id is None
            rows = []
            if case.cadre_id in {person_id, *scope.acting_for}:
                rows.append((due, assigned, waiting or asks))
            if person_id in {case.owner_id, case.owner_asked}:
                rows.append((due, False, True))
            if case.unit_id in scope.units:
                rows.append((due, assigned, (waiting and case.cadre_id is None) or asks))
            if any(case.area_path.startswith(path) for path in scope.areas):
                rows.append((due, filed, asks))
            if any(case.area_path.startswith(path) for path in scope.intake) and (filed or held or asked):
                rows.append((due and case.unit_id is None, filed, held or asks))
            if any(any(row) for row in rows):
                found[case.id] = [case.id, due_at, *(any(each) for each in zip(*rows, strict=True))]
        return [
            Matter(id_, ("late" if due_at <= self.now else "today") if due else "new" if new else "", asks and not due)
            for id_, due_at, due, new, asks in sorted(found.values(), key=lambda row: (row[1], row[0]))
        ]

    async def digest_items(self, people: Sequence[int]) -> dict[int, list[DigestItem]]:
        items = [item for item in self._find(DigestItem) if item.sent_at is None]
        return {person_id: [item for item in items if item.person_id == person_id] for person_id in people}

    async def tasks_for(self, readers: Sequence[Reader], limit: int = 200) -> dict[int, list[Task]]:
        return {each.person_id: self._tasks_for(each.person_id, each.scope, each.since)[:limit] for each in readers}

    def _tasks_for(self, person_id: int, scope: Scope, since: datetime) -> list[Task]:
        own = {person_id, *scope.acting_for}
        found = [
            task
            for task in self._find(Task)
            if (task.is_open and (task.owner_id in own or task.given_by == person_id))
            or concerns(task, person_id, scope, since, self.now, self.now)
        ]
        return sorted(found, key=lambda task: (task.next_at, task.id))

    async def village_facts(self, path: str, year_ago: datetime) -> list[Facts]:
        found = []
        cases = [case for case in self._find(Case) if not case.shielded and case.merged_into is None]
        for area in self.org.areas.values():
            if area.level == "village" and area.active and area.path.startswith(path):
                own = [case for case in cases if case.area_id == area.id]
                running = [case for case in own if case.is_open]
                late = sum(case.limit_at <= self.now for case in running)
                year = sum(case.filed_at > year_ago for case in own)
                helped = sum(case.filed_at > year_ago and self._was_helped(case) for case in own)
                found.append(Facts(area.id, len(running), late, year, area.people, area.travel_minutes, helped=helped))
        return found

    def _was_helped(self, case: Case) -> bool:
        petition = next(each for each in self._find(Petition) if each.id == case.petition_id)
        return case.clerk_id is not None or petition.behalf is not None

    async def tasks_there(self, path: str, limit: int) -> list[Task]:
        found = [task for task in self._find(Task) if task.is_open and task.area_path.startswith(path)]
        return sorted(found, key=lambda task: (task.next_at, task.id))[:limit]

    async def late_villages(self, paths: Sequence[str], least: int) -> list[int]:
        there = {case.id: case for path in paths for case in await self.cases_there(path, 10**9)}
        late = [case.area_id for case in there.values() if case.limit_at <= self.now]
        villages = [area.id for area in self.org.areas.values() if area.level == "village" and area.active]
        return sorted(area_id for area_id in villages if late.count(area_id) >= least)

    async def cases_there(self, path: str, limit: int = 60) -> list[Case]:
        found = [
            case
            for case in self._find(Case)
            if case.is_open and not case.shielded and case.merged_into is None and case.area_path.startswith(path)
        ]
        return sorted(found, key=lambda case: (case.limit_at, case.id))[:limit]

    async def item_of_case(self, case_id: int) -> OutingItem | None:
        planned = {outing.id for outing in self._find(Outing) if outing.state is OutingState.PLANNED}
        found = [item for item in self._memory.of(OutingItem) if item.case_id == case_id and item.outing_id in planned]
        return found[0] if found else None

    async def outings_over(self, paths: Sequence[str], person_id: int, limit: int = 20) -> list[Outing]:
        found = [
            outing
            for outing in self._find(Outing)
            if person_id in outing.team or any(outing.area_path.startswith(path) for path in paths)
        ]
        return sorted(found, key=lambda outing: (outing.at, outing.id), reverse=True)[:limit]

    async def files_of_draft(self, draft_id: int) -> list[File]:
        return sorted((file for file in self._find(File) if file.draft_id == draft_id), key=lambda file: file.id)

    async def files_of_case(self, case: Case, *, public: bool) -> list[File]:
        beside = [each for each in self._find(Case) if each.petition_id == case.petition_id]
        whole = public or case.shielded or not any(each.shielded for each in beside)
        found = [
            file
            for file in self._find(File)
            if (file.case_id == case.id or (whole and file.petition_id == case.petition_id and file.case_id is None))
            and file.public >= public
        ]
        return sorted(found, key=lambda file: file.id)

    async def reply_arrived(self, case: Case) -> bool:
        assert not self._own, "a finder comes after changes of its own turn"
        return case.id not in self._memory.lost_replies

    async def papers_of_case(self, case_id: int) -> list[Paper]:
        found = [paper for paper in self._find(Paper) if paper.case_id == case_id]
        return sorted(found, key=lambda paper: (paper.at, paper.key))

    async def papers_to_hand(self, person_id: int, limit: int = 20) -> list[Paper]:
        waiting = [paper for paper in self._find(Paper) if paper.to_hand and paper.handed_at is None]
        cases = {case.id: case for case in self._memory.of(Case)}
        found = [paper for paper in waiting if self._sees(person_id, cases[paper.case_id])]
        return sorted(found, key=lambda paper: (paper.at, paper.key))[:limit]

    async def receptions_ahead(self, limit: int = 20) -> list[Reception]:
        days = self._memory.of(Reception)
        found = [each for each in days if each.state is DayState.OPEN and each.ends_at > self.now]
        return sorted(found, key=lambda each: (each.begins_at, each.id))[:limit]

    async def receptions_read(self, ids: Sequence[int]) -> list[Reception]:
        found = {each.id: each for each in self._memory.of(Reception)}
        return [found[each] for each in ids if each in found]

    async def bookings_read(self, keys: Sequence[str]) -> list[Booking]:
        found = {each.key: each for each in self._memory.of(Booking)}
        return [found[each] for each in keys if each in found]

    async def receptions_of_host(self, host_id: int, after: datetime, before: datetime) -> list[Reception]:
        found = [each for each in self._find(Reception) if each.host_id == host_id and each.state is DayState.OPEN]
        return [each for each in found if each.begins_at < before and each.ends_at > after]

    async def receptions_following(self, series_id: int, since: datetime) -> list[Reception]:
        days = [each for each in self._find(Reception) if each.series_id == series_id and each.begins_at >= since]
        return sorted(
            (each for each in days if each.state is DayState.OPEN), key=lambda each: (each.begins_at, each.id)
        )

    async def receptions_run(self, person_id: int, since: datetime, limit: int = 20) -> list[Reception]:
        found = [each for each in self._find(Reception) if runs(self.staff.of(person_id), each)]
        found = [each for each in found if each.state is DayState.OPEN or each.ends_at > since]
        return sorted(found, key=lambda each: (each.state is not DayState.OPEN, each.begins_at, each.id))[:limit]

    async def bookings_of(self, person_id: int, limit: int = 20) -> list[Booking]:
        found = [each for each in self._find(Booking) if each.person_id == person_id]
        return sorted(found, key=lambda each: each.at, reverse=True)[:limit]

    async def case_of_message(self, chat: str, message_ref: str) -> int | None:
        return None

    async def buttons_shown(self, chat: str, limit: int = 12) -> list[str]:
        return []

    async def is_among_units(self, chat: str, message_ref: str) -> bool:
        return False

    async def solved_cases(self, categories: Sequence[str], since: datetime, until: datetime, limit: int) -> list[Case]:
        found = [
            case
            for case in self._find(Case)
            if case.closing is Closing.SOLVED and case.closed_at is not None and since < case.closed_at <= until
            if case.category in categories and not case.shielded and not case.accused
            if case.merged_into is None and case.outcome is not None
        ]
        return sorted(found, key=lambda case: (case.closed_at, case.id), reverse=True)[:limit]

    async def themes_since(self, since: datetime) -> list[Theme]:
        return [theme for theme in self._find(Theme) if theme.opened_at > since]

    async def themes_recent(self, person_id: int, limit: int) -> list[Theme]:
        found = [theme for theme in self._find(Theme) if sees_theme(self.staff, person_id, theme)]
        return sorted(found, key=lambda theme: (not theme.is_open, -theme.id))[:limit]

    async def surveys_recent(self, person_id: int, limit: int) -> list[Survey]:
        found = [survey for survey in self._find(Survey) if survey.state is not SurveyState.DROPPED]
        found = [survey for survey in found if sees_survey(self.staff, self.org, person_id, survey)]
        return sorted(found, key=lambda survey: -survey.id)[:limit]

    async def surveys_open(self, person_id: int, limit: int) -> list[Survey]:
        done = {guest.survey_id for guest in self._find(Guest) if guest.person_id == person_id and guest.done}
        found = [survey for survey in self._find(Survey) if survey.state is SurveyState.OPEN and survey.id not in done]
        found = [each for each in found if each.closes_at is not None and each.closes_at > self.now]
        return sorted(found, key=lambda survey: -survey.id)[:limit]

    async def survey_audience(self, path: str, after: int, limit: int) -> list[int]:
        paths = {case.resident_id: self.org.areas[case.area_id].path for case in self._find(Case)}
        return sorted(each for each, own in paths.items() if each > after and own.startswith(path))[:limit]

    async def survey_guests_left(self, survey_id: int, after: int, limit: int) -> list[Guest]:
        found = [each for each in self._find(Guest) if each.survey_id == survey_id and not each.done]
        return sorted((each for each in found if each.person_id > after), key=lambda each: each.person_id)[:limit]

    async def survey_guests_begun(self, survey_id: int, limit: int) -> list[Guest]:
        found = [each for each in self._find(Guest) if each.survey_id == survey_id and not each.done]
        return [each for each in found if each.step or each.area_id is not None or each.team is not None][:limit]

    async def survey_photos(self, survey_id: int, asks: Sequence[int], limit: int) -> list[int]:
        found = [each for each in self._find(NamedAnswer) if each.survey_id == survey_id and each.ask in asks]
        return [int(each.value) for each in found if each.value][:limit]

    async def survey_people(self, survey_id: int, start: int, limit: int) -> list[Respondent]:
        names = {guest.person_id: guest.name for guest in self._find(Guest) if guest.survey_id == survey_id}
        found = [each for each in self._find(NamedAnswer) if each.survey_id == survey_id]
        people = sorted({each.person_id for each in found})[start : start + limit]
        rows = [
            (each.person_id, names.get(each.person_id, ""), each.area_id, each.team, each.ask, each.value)
            for each in sorted(found, key=lambda each: (each.person_id, each.ask))
            if each.person_id in people
        ]
        return respondents(rows)

    async def name_look(self, event_id: int) -> Event | None:
        found = (event for event in self._memory.events if event.id == event_id and event.kind == "name_seen")
        return next(found, None)

    def _reads(self, person_id: int, note: Note) -> bool:
        case = self._memory.rows[Case.__name__, note.case_id] if note.case_id is not None else None
        return may_read(self.staff, self.org, person_id, note, case)

    async def visible_note(self, person_id: int, note_id: int) -> Note | None:
        found = [note for note in self._find(Note) if note.id == note_id]
        return next((note for note in found if self._reads(person_id, note)), None)

    async def notes_found(self, person_id: int, path: str, topic: str, terms: Sequence[int], limit: int) -> list[Note]:
        found = [
            note
            for note in self._find(Note)
            if note.area_path.startswith(path) and topic in {"", note.topic}
            if self._reads(person_id, note)
        ]
        shared = {note.id: len(set(terms) & set(note_terms(note.words))) for note in found}
        found = [note for note in found if shared[note.id] or not terms]
        return sorted(found, key=lambda note: (-shared[note.id], -note.id))[:limit]

    async def alarm_of_message(self, chat: str, message_ref: str) -> int | None:
        return None

    async def subscriptions_of(self, person_id: int) -> list[Subscription]:
        return [each for each in self._find(Subscription) if each.person_id == person_id]

    async def reach(self, audience: Audience) -> Reach:
        areas, topics = areas_of(self.org, audience), audience.of(ids_of(self.rules.profile.policies.topics))
        live = [each for each in self._find(Subscription) if each.is_live and each.area_id in areas]
        ids = sorted({each.person_id for each in live if each.topic in topics})
        people = await self.get_all(Person, ids)
        return Reach(len(people), sum(person.unreachable_at is not None for person in people))

    async def tally(self, broadcast: Broadcast) -> Tally:
        return broadcast.tally or Tally(handed=broadcast.handed, blocked=broadcast.blocked)

    async def broadcasts_for(self, areas: Sequence[int], limit: int = 10) -> list[Broadcast]:
        found = [each for each in self._find(Broadcast) if each.area_id in areas]
        shown = [each for each in found if each.state is not BroadcastState.DROPPED]
        return sorted(shown, key=lambda each: (each.ended_at is not None, -each.id))[:limit]
