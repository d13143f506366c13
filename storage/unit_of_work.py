"""One turn's unit of work over a batch: what casework's protocol asks for."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from random import Random
from typing import Any

from casework.alarms import Alarm
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Audience, Broadcast, Listener, Reach, Tally, areas_of, tally_of
from casework.broadcasts.subscriptions import Subscription
from casework.broadcasts.topics import ids_of
from casework.canned import CannedReply
from casework.files import File
from casework.joining import Supporter
from casework.ledger import Listed
from casework.likeness import Similar
from casework.morning import Matter, Reader, matters_of
from casework.notebook import Note
from casework.notices import Notice
from casework.onsite.outings import Outing, OutingItem
from casework.onsite.planner import Facts
from casework.organisation import Organisation
from casework.papers import Paper
from casework.parts import Part
from casework.people import Person
from casework.petitions import Case, DigestItem, Event
from casework.policies.policy import Policy
from casework.policies.ranking import Hit, Known
from casework.reception.days import Booking, DayState, Reception
from casework.staff import Staff
from casework.surveys.model import Guest, Survey
from casework.surveys.named import Respondent, respondents
from casework.tasks import Task
from casework.themes import Theme
from casework.unit_of_work import NEWEST, R, Row, Rules
from storage.batch import Batch
from storage.codec import Codec, to_micros
from storage.mornings import standings, tasks_for
from storage.snapshot import Snapshot
from storage.tables import TABLE_OF

EVENT = Codec(Event)
SIMILAR = Codec(Similar)
LISTED = Codec(Listed)
_RUNNING = 20


async def foresee_running(batch: Batch, people: Sequence[int]) -> None:
    """Look up at once for many people what `running_of` asks of each."""
    await batch.foresee("running_of", people, most=_RUNNING)


class BatchUnitOfWork:
    """Implements casework.unit_of_work.UnitOfWork for one turn of a batch.

    `about` is the case that the turn has read last: what a line of the log may name by its number.
    """

    def __init__(
        self, batch: Batch, now: datetime, rules: Rules, snapshot: Snapshot, rng: Random, channel: str
    ) -> None:
        self._batch = batch
        self.now = now
        self.channel = channel
        self.rules = rules
        self.org: Organisation = snapshot.organisation
        self.staff: Staff = snapshot.staff
        self.rng = rng
        self.notices: list[Notice] = []
        self.about: Case | None = None

    def new_id(self) -> int:
        """Return an id that no other row has or will have."""
        return self._batch.ids.take()

    async def new_number(self, day: date) -> str:
        """Return a petition number of a local `day` that no petition has."""
        return await self._batch.new_number(day, self.rng)

    async def get(self, kind: type[R], key: int | str) -> R | None:
        """Return the object of `kind` under `key`, or None."""
        found: R | None = await self._batch.get(kind, key)
        if isinstance(found, Case):
            self.about = found
        return found

    async def get_all(self, kind: type[R], keys: Sequence[int | str]) -> list[R]:
        """Return the objects of `kind` under `keys`, in that order."""
        await self._batch.load(kind, keys)
        found = [self._batch.known(kind, key) for key in keys]
        return [each for each in found if each is not None]

    def put(self, row: Row) -> None:
        """Insert or replace `row`."""
        self._batch.put(row)

    async def cases_of_resident(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return a resident's own cases, open ones first, newest first."""
        return await self._all(Case, "cases_of_resident", person=person_id, most=limit)

    async def cases_of_petition(self, petition_id: int) -> list[Case]:
        """Return the cases of a petition by suffix."""
        return await self._all(Case, "cases_of_petition", petition=petition_id)

    async def cases_of_code(self, digest: str) -> list[Case]:
        """Return the cases of the petition whose query code has this digest, by suffix."""
        return await self._all(Case, "cases_of_code", digest=digest)

    async def cases_entered_for(self, person_id: int, phone: str, limit: int = 20) -> list[Case]:
        """Return the cases entered by a clerk for whoever has this phone, as far as the person sees them."""
        return await self._all(Case, "cases_entered_for", person=person_id, phone=phone, most=limit)

    async def cases_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases that a cadre answers for, nearest limit first, whether the cadre sees them or not."""
        return await self._all(Case, "cases_of_cadre", person=person_id, most=limit)

    async def visible_of_cadre(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases that a cadre answers for and may see, nearest limit first."""
        return await self._all(Case, "visible_of_cadre", person=person_id, most=limit)

    async def parts_of_cadre(self, person_id: int, limit: int = 20) -> list[Part]:
        """Return the open parts that a cadre has, or is offered, nearest day first."""
        return await self._all(Part, "parts_of_cadre", person=person_id, most=limit)

    async def visible_case(self, person_id: int, case_id: int) -> Case | None:
        """Return the case if the person may see it, else None."""
        found = await self._all(Case, "visible_case", person=person_id, case_id=case_id)
        return found[0] if found else None

    async def visible_by_number(self, person_id: int, number: str) -> list[Case]:
        """Return the cases of the petition `number` that the person may see."""
        return await self._all(Case, "visible_by_number", person=person_id, number=number)

    async def visible_of_unit(self, person_id: int, unit_id: int, limit: int = 20) -> list[Case]:
        """Return open cases of a unit that the person may see by a post, nearest limit first."""
        return await self._all(Case, "visible_of_unit", person=person_id, unit=unit_id, most=limit)

    async def visible_late(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return late cases that the person may see by a post, nearest limit first."""
        wide = any(post.unit_id is None for post in self.staff.of(person_id))
        name = "visible_late" if wide else "visible_late_of_units"
        return await self._all(Case, name, person=person_id, now=to_micros(self.now), most=limit)

    async def cases_from_above(self, person_id: int) -> list[Case]:
        """Return the open cases that a person answers for, was asked to, or has pressed."""
        found = await self._all(Case, "cases_from_above", person=person_id)
        return [
            case
            for case in found
            if person_id in {case.owner_id, case.owner_asked} or (case.press is not None and case.press.by == person_id)
        ]

    async def cases_listed(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the open cases on the list of their area that the person may see by a post, nearest day first."""
        return await self._all(Case, "cases_listed", person=person_id, most=limit)

    async def cases_held(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return cases without a unit that the person may see by a post, nearest limit first."""
        return await self._all(Case, "cases_held", person=person_id, most=limit)

    async def cases_joined(self, person_id: int, limit: int = 20) -> list[Case]:
        """Return the cases that somebody has joined or signed and not left, open ones first, newest first."""
        return await self._all(Case, "cases_joined", person=person_id, most=limit)

    async def running_of(self, person_id: int, limit: int = _RUNNING) -> list[Case]:
        """Return a resident's own open cases, newest first, as the rows stand."""
        rows = await self._batch.hint("running_of", person_id, most=limit)
        return [case for case in await self.get_all(Case, [row[0] for row in rows[:limit]]) if case.is_open]

    async def supporters_after(self, case_id: int, after: int, limit: int) -> list[Supporter]:
        """Return who stands behind a case, by person, from the one after the person `after` on."""
        return await self._all(Supporter, "supporters_after", case_id=case_id, after=after, most=limit)

    async def similar(self, terms: Sequence[int], limit: int) -> list[Similar]:
        """Return the open cases that share most of these terms."""
        rows = await self._batch.peek("similar", terms=list(terms), most=limit)
        return [SIMILAR.decode(row) for row in rows]

    async def solved(self, terms: Sequence[int], least: int, limit: int) -> list[Case]:
        """Return the solved cases that share at least so many of these terms."""
        rows = await self._batch.peek("solved_like", terms=list(terms), least=least, most=limit)
        return await self.get_all(Case, [row[0] for row in rows])

    async def policies_known(self, terms: Sequence[int]) -> Known:
        """Return what the passages of all policies that are shown are together."""
        ((passages, length),) = await self._batch.peek("policy_parts_all")
        holding = await self._batch.peek("policy_terms_holding", terms=list(terms))
        return Known(int(passages), int(length) / max(1, int(passages)), dict(map(tuple, holding)))

    async def policies_holding(self, terms: Sequence[int]) -> list[Hit]:
        """Return which passages of policies that are shown hold which of the terms."""
        return [Hit(*row) for row in await self._batch.peek("policy_terms_found", terms=list(terms))]

    async def policies_read(self, ids: Sequence[int]) -> list[Policy]:
        """Return policies to be shown, in this order."""
        return await self._shown(Policy, ids)

    async def policies_newest(self, day: date, limit: int) -> list[Policy]:
        """Return the policies that are shown and hold on a day, newest first."""
        rows = await self._batch.peek("policies_newest", day=day.toordinal(), most=limit)
        return await self.policies_read([row[0] for row in rows])

    async def files_read(self, ids: Sequence[int]) -> list[File]:
        """Return files that many are shown at once, in this order."""
        return await self._shown(File, ids)

    async def policies_waiting(self, person_id: int, areas: Sequence[int], limit: int) -> list[Policy]:
        """Return the policies of these areas that wait, and a person's own that wait or were sent back."""
        rows = await self._batch.peek("policies_waiting", person=person_id, areas=list(areas), most=limit)
        return await self.policies_read([row[0] for row in rows])

    async def policies_of_keys(self, keys: Sequence[str]) -> list[Policy]:
        """Return the policies of these files that wait, were sent back, or are shown, newest first."""
        return await self._all(Policy, "policies_of_keys", keys=list(keys))

    async def canned_of(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        """Return the replies that units keep, by title."""
        return await self._all(CannedReply, "canned_of_units", units=list(units), most=limit)

    async def canned_read(self, units: Sequence[int], limit: int = 20) -> list[CannedReply]:
        """Return the replies that units keep, by title, as the rows stand, but for those put away meanwhile."""
        rows = await self._batch.peek("canned_of_units", units=list(units), most=limit)
        return [each for each in await self._shown(CannedReply, [row[0] for row in rows]) if each.dropped_at is None]

    async def alarms_waiting(self, person_id: int, limit: int = 20) -> list[Alarm]:
        """Return the alarms that nobody has taken, and those that the person has."""
        return await self._all(Alarm, "alarms_waiting", person=person_id, most=limit)

    async def ratings_of_unit(self, unit_id: int, every: int) -> tuple[int, int]:
        """Return how many ratings a unit has, and the sum of their stars, by full batches of `every`."""
        ((count,),) = await self._batch.rows("ratings_count", unit=unit_id)
        most = int(count) - int(count) % every
        ((stars,),) = await self._batch.rows("ratings_sum", unit=unit_id, most=most)
        return most, int(stars)

    async def receptions_ahead(self, limit: int = 20) -> list[Reception]:
        """Return the announced reception days that are not over, the nearest first, as the rows stand."""
        rows = await self._batch.peek("receptions_ahead", now=to_micros(self.now), most=limit)
        return [day for day in await self.receptions_read([row[0] for row in rows]) if day.state is DayState.OPEN]

    async def receptions_read(self, ids: Sequence[int]) -> list[Reception]:
        """Return reception days to be shown, in this order, as this batch has them, else as the rows stand."""
        return await self._shown(Reception, ids)

    async def bookings_read(self, keys: Sequence[str]) -> list[Booking]:
        """Return visits to be shown, in this order, as this batch has them, else as the rows stand."""
        return await self._shown(Booking, keys)

    async def receptions_of_host(self, host_id: int, after: datetime, before: datetime) -> list[Reception]:
        """Return the open days of a leader that end after a moment and begin before another, to be shown."""
        span = {"after": to_micros(after), "before": to_micros(before)}
        rows = await self._batch.rows("receptions_of_host", host=host_id, **span)
        return await self.receptions_read([row[0] for row in rows])

    async def receptions_following(self, series_id: int, since: datetime) -> list[Reception]:
        """Return the open days of a series that begin at a moment or later, the nearest first."""
        return await self._all(Reception, "receptions_following", series=series_id, since=to_micros(since))

    async def receptions_run(self, person_id: int, since: datetime, limit: int = 20) -> list[Reception]:
        """Return the reception days that a person's office runs."""
        return await self._all(Reception, "receptions_run", person=person_id, since=to_micros(since), most=limit)

    async def bookings_of(self, person_id: int, limit: int = 20) -> list[Booking]:
        """Return the visits that a person has booked, the last one first."""
        return await self._all(Booking, "bookings_of", person=person_id, most=limit)

    async def events_of(self, case_id: int, *, public: bool, limit: int = NEWEST) -> list[Event]:
        """Return the newest part of a case's timeline, oldest first."""
        rows = await self._batch.rows("events_of", case_id=case_id, least=int(public), most=limit)
        return [EVENT.decode(row) for row in rows]

    async def events_of_kinds(self, case_id: int, kinds: Collection[str]) -> list[Event]:
        """Return what happened of some kinds in a case, oldest first."""
        rows = await self._batch.rows("events_of_kinds", case_id=case_id, kinds=sorted(kinds))
        return [EVENT.decode(row) for row in rows]

    async def looks_at_name(self, person_id: int) -> list[Event]:
        """Return the events that say that somebody looked at a resident's name, oldest first."""
        return [EVENT.decode(row) for row in await self._batch.rows("looks_at_name", person=person_id)]

    async def briefs_planned(self) -> list[Brief]:
        """Return the weekly briefs that are to come."""
        return await self._all(Brief, "briefs_planned")

    async def briefs_standing(self, brief: Brief) -> list[Brief]:
        """Return the weekly briefs of the same place or unit that still stand, or wait, before this one."""
        same = {"area": brief.area_id, "public": int(brief.public), "unit": brief.unit_id or 0}
        return await self._all(Brief, "briefs_standing", first=brief.first.isoformat(), **same)

    async def ledger(self, path: str, category: str, start: int, limit: int) -> list[Listed]:
        """Return a page of the public ledger, newest first."""
        rows = await self._batch.rows("ledger_page", path=path, category=category, start=start, most=limit)
        return [LISTED.decode(row) for row in rows]

    async def mornings(self, readers: Sequence[Reader], end: datetime) -> dict[int, list[Matter]]:
        """Return the open cases that may concern each of some readers in the morning; see the protocol."""
        if not readers:
            return {}
        found = await standings(self._batch, readers, end)
        return {each.person_id: matters_of(self.staff, self.org, each, found, self.now) for each in readers}

    async def digest_items(self, people: Sequence[int]) -> dict[int, list[DigestItem]]:
        """Return what waits for the next digest of each of some people, oldest first."""
        found: dict[int, list[DigestItem]] = {person_id: [] for person_id in people}
        for item in await self._all(DigestItem, "digest_items_waiting", people=list(people)):
            found[item.person_id].append(item)
        return found

    async def tasks_for(self, readers: Sequence[Reader], limit: int = 200) -> dict[int, list[Task]]:
        """Return the tasks that each of some readers has to do with, the nearest day first; see the protocol."""
        return await tasks_for(self, self._batch, readers, limit)

    async def tasks_there(self, path: str, limit: int) -> list[Task]:
        """Return the open tasks of an area and below, the nearest day first."""
        return await self._all(Task, "tasks_there", path=f"{path}%", most=limit)

    async def village_facts(self, path: str, year_ago: datetime) -> list[Facts]:
        """Return what is known of each village below an area's `path`."""
        times = {"now": to_micros(self.now), "year_ago": to_micros(year_ago)}
        rows = await self._batch.peek_once("village_facts", path=f"{path}%", **times)
        written = await self._batch.peek_once("villages_behalf", path=f"{path}%", year_ago=times["year_ago"])
        behalf = {int(area_id): int(count) for area_id, count in written}
        areas = self.org.areas
        return [
            Facts(
                area.id,
                open=open_,
                late=late,
                petitions=petitions,
                people=area.people,
                travel_minutes=area.travel_minutes,
                helped=by_clerk + behalf.get(area.id, 0),
            )
            for area_id, open_, late, petitions, by_clerk in rows
            if (area := areas.get(area_id)) is not None
        ]

    async def late_villages(self, paths: Sequence[str], least: int) -> list[int]:
        """Return the ids of the villages below some paths that have at least so many late cases, none shielded."""
        rows = await self._batch.peek("late_villages", paths=list(paths), now=to_micros(self.now), least=least)
        return [int(row[0]) for row in rows]

    async def cases_there(self, path: str, limit: int = 60) -> list[Case]:
        """Return the open cases of an area and below, nearest limit first."""
        return await self._all(Case, "cases_there", path=f"{path}%", most=limit)

    async def item_of_case(self, case_id: int) -> OutingItem | None:
        """Return the item of a case on the agenda of a day that is planned or under way."""
        found = await self._all(OutingItem, "outing_items_of_case", case_id=case_id)
        return found[0] if found else None

    async def outings_over(self, paths: Sequence[str], person_id: int, limit: int = 20) -> list[Outing]:
        """Return the on-site days below these paths, and those to which somebody comes, the latest first."""
        rows = list(await self._batch.rows("outings_of_team", person=f"%,{person_id},%", most=limit))
        for path in paths:
            rows += await self._batch.rows("outings_over", path=f"{path}%", most=limit)
        found = await self.get_all(Outing, list(dict.fromkeys(row[0] for row in rows)))
        return sorted(found, key=lambda outing: (outing.at, outing.id), reverse=True)[:limit]

    async def files_of_draft(self, draft_id: int) -> list[File]:
        """Return the files of a draft, in the order in which they were sent."""
        return await self._all(File, "files_of_draft", draft=draft_id)

    async def files_of_case(self, case: Case, *, public: bool) -> list[File]:
        """Return the files that are shown with a case, in order; with `public`, those its resident sees."""
        return await self._all(
            File,
            "files_of_case",
            case_id=case.id,
            petition=case.petition_id,
            shielded=int(case.shielded),
            least=int(public),
        )

    async def papers_of_case(self, case_id: int) -> list[Paper]:
        """Return the notices of a case, oldest first."""
        return await self._all(Paper, "papers_of_case", case_id=case_id)

    async def papers_to_hand(self, person_id: int, limit: int = 20) -> list[Paper]:
        """Return the notices that are still to be handed over on paper, of the cases that the person sees."""
        return await self._all(Paper, "papers_to_hand", person=person_id, most=limit)

    async def case_of_message(self, chat: str, message_ref: str) -> int | None:
        """Return the id of the case that a message of ours spoke of."""
        rows = await self._batch.rows("case_of_message", chat=chat, ref=message_ref)
        return int(rows[0][0]) if rows else None

    async def buttons_shown(self, chat: str, limit: int = 12) -> list[str]:
        """Return the buttons under each of our last messages in a chat, as the history keeps them, newest first."""
        return [str(row[0]) for row in await self._batch.rows("buttons_shown", chat=chat, most=limit)]

    async def look_for_replies(self, case_ids: Sequence[int]) -> None:
        """Look up at once for many cases what `reply_arrived` asks of each."""
        cases = [case for case in await self.get_all(Case, list(case_ids)) if case.reply is not None]
        people = await self.get_all(Person, [case.resident_id for case in cases])
        if people:
            since = min(to_micros(case.reply.sent_at) for case in cases if case.reply is not None)
            await self._batch.foresee("arrivals", sorted({person.home for person in people}), since=since)

    async def reply_arrived(self, case: Case) -> bool:
        """Return whether something about the case reached its resident's chat since its reply was sent."""
        resident = await self.get(Person, case.resident_id)
        if resident is None or case.reply is None:
            return False
        since = to_micros(case.reply.sent_at)
        # What a resident writes and what the sender has delivered is committed by others, never by earlier turns of a
        # sweep: nothing has to be flushed for it.
        found = await self._batch.hint("arrivals", resident.home, since=since)
        return any(at >= since and (mine or case_id == case.id) for case_id, mine, at in found)

    async def is_among_units(self, chat: str, message_ref: str) -> bool:
        """Tell whether a message of ours belongs to what units write to each other about a case."""
        return bool(await self._batch.rows("message_among", chat=chat, ref=message_ref))

    async def alarm_of_message(self, chat: str, message_ref: str) -> int | None:
        """Return the id of the alarm that a message of ours spoke of."""
        rows = await self._batch.rows("alarm_of_message", chat=chat, ref=message_ref)
        return int(rows[0][0]) if rows else None

    async def surveys_recent(self, person_id: int, limit: int) -> list[Survey]:
        """Return the newest surveys that the person sees as they are written, to be shown."""
        return await self._all_shown(Survey, "surveys_recent", person=person_id, most=limit)

    async def surveys_open(self, person_id: int, limit: int) -> list[Survey]:
        """Return the surveys that the person can answer now, newest first, to be shown."""
        return await self._all_shown(Survey, "surveys_open", person=person_id, now=to_micros(self.now), most=limit)

    async def survey_audience(self, path: str, after: int, limit: int) -> list[int]:
        """Return the ids of residents with a matter below an area's path, from the one after `after` on."""
        rows = await self._batch.rows("survey_audience", path=path, after=after, most=limit)
        return [int(row[0]) for row in rows]

    async def survey_guests_left(self, survey_id: int, after: int, limit: int) -> list[Guest]:
        """Return who was asked and is not through, by person."""
        return await self._all(Guest, "survey_guests_left", survey=survey_id, after=after, most=limit)

    async def survey_guests_begun(self, survey_id: int, limit: int) -> list[Guest]:
        """Return some of those who have begun a survey and are not through."""
        return await self._all(Guest, "survey_guests_begun", survey=survey_id, most=limit)

    async def survey_photos(self, survey_id: int, asks: Sequence[int], limit: int) -> list[int]:
        """Return the ids of the files that were sent as answers to some asks of a named survey."""
        rows = await self._batch.rows("survey_photos", survey=survey_id, asks=list(asks), most=limit)
        return [int(row[0]) for row in rows]

    async def survey_people(self, survey_id: int, start: int, limit: int) -> list[Respondent]:
        """Return who has answered what in a named survey, a page of it."""
        return respondents(await self._batch.rows("survey_people", survey=survey_id, start=start, most=limit))

    async def name_look(self, event_id: int) -> Event | None:
        """Return a line of the record that says that somebody looked at names."""
        rows = await self._batch.rows("name_look", id=event_id)
        return EVENT.decode(rows[0]) if rows else None

    async def visible_note(self, person_id: int, note_id: int) -> Note | None:
        """Return a note if the person may read it, else None."""
        found = await self._all(Note, "visible_note", person=person_id, note=note_id)
        return found[0] if found else None

    async def notes_found(self, person_id: int, path: str, topic: str, terms: Sequence[int], limit: int) -> list[Note]:
        """Return notes that the person may read: those with most of the terms first; without terms the newest."""
        wanted = {"person": person_id, "path": path, "topic": topic, "most": limit}
        if terms:
            return await self._all(Note, "notes_found", **wanted, terms=list(terms))
        return await self._all(Note, "notes_recent", **wanted)

    async def themes_since(self, since: datetime) -> list[Theme]:
        """Return the themes that were opened after a moment."""
        return await self._all(Theme, "themes_since", since=to_micros(since))

    async def themes_recent(self, person_id: int, limit: int) -> list[Theme]:
        """Return the themes that the person sees, to be shown: open ones first, newest first."""
        return await self._all_shown(Theme, "themes_recent", person=person_id, most=limit)

    async def solved_cases(self, categories: Sequence[str], since: datetime, until: datetime, limit: int) -> list[Case]:
        """Return the cases that residents have called solved in a span, newest first: read once a batch."""
        span = {"since": to_micros(since), "until": to_micros(until)}
        found = await self._batch.peek_once("solved_cases", categories=tuple(categories), **span, most=limit)
        keys = tuple(row[0] for row in found)
        cases = map(TABLE_OF[Case].codec.decode, await self._batch.peek_once("cases_read", keys=keys))
        read = {case.id: case for case in cases}
        return [read[key] for key in keys if key in read]

    async def subscriptions_of(self, person_id: int) -> list[Subscription]:
        """Return what somebody has asked to hear, and what they have left."""
        return await self._all(Subscription, "subscriptions_of", person=person_id)

    async def reach(self, audience: Audience) -> Reach:
        """Return how many people an audience has now."""
        ((people, blocked),) = await self._batch.rows("audience_counts", **self._whom(audience))
        return Reach(int(people), int(blocked))

    async def tally(self, broadcast: Broadcast) -> Tally:
        """Return what has become of a broadcast until now."""
        if broadcast.tally is not None:
            return broadcast.tally
        states = {state: int(count) for state, count in await self._batch.rows("broadcast_states", id=broadcast.id)}
        since = to_micros(broadcast.approved_at or broadcast.at)
        ((left,),) = await self._batch.rows("audience_left", since=since, **self._whom(broadcast.audience))
        return tally_of(broadcast, states, int(left))

    async def broadcasts_for(self, areas: Sequence[int], limit: int = 10) -> list[Broadcast]:
        """Return the broadcasts to these areas, those that are not over first, newest first."""
        return await self._all(Broadcast, "broadcasts_for", areas=list(areas), most=limit)

    async def audience_after(self, broadcast: Broadcast, limit: int) -> list[Listener]:
        """Return the next people of a broadcast's audience, by their ids, from the one after `Broadcast.after` on."""
        rows = await self._batch.rows(
            "audience_next",
            thing=broadcast.thing,
            after=broadcast.after,
            most=limit,
            **self._whom(broadcast.audience),
        )
        return [Listener(id_, home, language, gone is None, bool(told)) for id_, home, language, gone, told in rows]

    def _whom(self, audience: Audience) -> dict[str, Any]:
        offered = ids_of(self.rules.profile.policies.topics)
        return {"topics": audience.of(offered), "areas": areas_of(self.org, audience)}

    async def _all(self, kind: type[R], name: str, **parameters: Any) -> list[R]:
        rows = await self._batch.rows(name, **parameters)
        return await self.get_all(kind, [row[0] for row in rows])

    async def _all_shown(self, kind: type[R], name: str, **parameters: Any) -> list[R]:
        """Return what a finder finds without a lock: for lists that are shown and change nothing."""
        return await self._shown(kind, [row[0] for row in await self._batch.rows(name, **parameters)])

    async def _shown(self, kind: type[R], keys: Sequence[int | str]) -> list[R]:
        """Return objects to be shown, in this order and without a lock: as this batch has them, else as they stand."""
        table = TABLE_OF[kind]
        rows = await self._batch.peek(f"{table.name}_read", keys=list(keys)) if keys else ()
        read = {getattr(each, table.key): each for each in map(table.codec.decode, rows)}
        found = [self._batch.known(kind, key) or read.get(key) for key in keys]
        return [each for each in found if each is not None]
