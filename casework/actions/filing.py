"""Sending a draft: it becomes a petition with a number and a case for each of its matters, or part of a case that runs.

A case goes to a unit by its route at once, unless there is a reason to hold it: then it waits for a dispatcher.
"""

from dataclasses import dataclass, replace
from typing import Final

from casework.accusing import accusation
from casework.actions.assigning import assign
from casework.actions.drafting import own_draft
from casework.actions.residents import add
from casework.areas import Area
from casework.categories import propose
from casework.errors import Refused
from casework.hints import names_court
from casework.kinds import PetitionKind, propose_kind
from casework.matters import split
from casework.numbers import code_digest, new_code
from casework.organisation import ANY_CATEGORY, Organisation
from casework.people import Person
from casework.petitions import Case, Draft, DraftState, Event, Held, Petition, Shield
from casework.shielding import watch_area
from casework.unit_of_work import UnitOfWork
from casework.words import summary

SUMMARY_LENGTH: Final = 60
"""Characters of the line by which a case is recognised in lists."""

_CODE_BYTES: Final = 5


@dataclass(frozen=True, slots=True)
class Filed:
    """What filing led to. `code` is the query code: shown once, and kept only as its HMAC."""

    petition: Petition
    cases: tuple[Case, ...]
    code: str

    @property
    def case(self) -> Case:
        """The first case; mostly the only one."""
        return self.cases[0]


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a draft: its words ("" for all of the draft's), and what was understood of them."""

    text: str
    category: str
    kind: PetitionKind
    area_id: int | None
    place: str
    accuses: bool
    accused: tuple[int, ...]


def matters(org: Organisation, draft: Draft) -> tuple[Matter, ...]:
    """Return the matters that a draft seems to have: what its writer is asked to confirm.

    What the pieces leave open, such as the place, is the draft's.
    """
    pieces = split(draft.text)
    return tuple(_matter(org, draft, piece) for piece in pieces) if len(pieces) > 1 else (_whole(draft),)


async def file(uow: UnitOfWork, draft_id: int, by: int, *, apart: bool = False) -> Filed:
    """Register a draft as a petition; with `apart` each of its matters becomes a case of its own.

    The office must forward it within fifteen days of receipt (article 22), and that limit runs where no route covers
    it. Raises NotYours, Refused("already-filed", number), Refused("draft-gone"), Refused("no-words") for an empty
    draft and Refused("no-area") where the service has no area at all.
    """
    draft = await own_draft(uow, draft_id, by)
    if not draft.text.strip():
        raise Refused("no-words")
    person = await uow.get(Person, by)
    found = matters(uow.org, draft) if apart else (_whole(draft),)
    code = new_code(uow.rng.randbytes(_CODE_BYTES))
    petition = Petition(
        id=uow.new_id(),
        number=await uow.new_number(uow.rules.calendar.day(uow.now)),
        resident_id=by,
        text=draft.text,
        language=person.language if person is not None else uow.rules.languages[0],
        filed_at=uow.now,
        code_digest=code_digest(code, uow.rules.secret),
        cases=len(found),
        open_cases=len(found),
        behalf=draft.behalf,
    )
    uow.put(petition)
    many = person is not None and _too_many(uow, person)
    cases = [
        await _open(uow, petition, draft, matter, suffix, many=many) for suffix, matter in enumerate(found, start=1)
    ]
    uow.put(replace(draft, state=DraftState.FILED, petition_id=petition.id, epoch=draft.epoch + 1))
    return Filed(petition, tuple(cases), code)


async def join_case(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Add the draft's words to a case of its writer that runs already. Raises as `file` and `add` do."""
    draft = await own_draft(uow, draft_id, by)
    case = await add(uow, case_id, by, draft.text)
    uow.put(replace(draft, state=DraftState.JOINED, petition_id=case.petition_id, epoch=draft.epoch + 1))
    return case


def _whole(draft: Draft) -> Matter:
    return Matter(
        text="",
        category=draft.category or ANY_CATEGORY,
        kind=draft.kind or PetitionKind.REQUEST,
        area_id=draft.area_id,
        place=draft.place,
        accuses=draft.accuses,
        accused=draft.accused,
    )


def _matter(org: Organisation, draft: Draft, words: str) -> Matter:
    category, place = propose(words), org.gazetteer.find(words)
    accused = accusation(words, org)
    own = place.area if place.certain else None
    return Matter(
        text=words,
        category=category.category if category.score else draft.category or ANY_CATEGORY,
        kind=propose_kind(words, accuses=accused is not None).kind,
        area_id=own.id if own is not None else draft.area_id,
        place=place.words if own is not None else draft.place,
        accuses=accused is not None,
        accused=accused.units if accused is not None else (),
    )


async def _open(uow: UnitOfWork, petition: Petition, draft: Draft, matter: Matter, suffix: int, *, many: bool) -> Case:
    """Open the case of one matter: given to a unit by its route, or held for a dispatcher."""
    rules, area, words = uow.rules, _area(uow.org, matter.area_id), matter.text or draft.text
    held = _held(draft, matter, words, many=many)
    shielded = held is Held.ACCUSATION and draft.hide
    seen_from = watch_area(uow.org, matter.accused) if shielded else None
    case = Case(
        id=uow.new_id(),
        petition_id=petition.id,
        number=petition.number,
        suffix=suffix,
        resident_id=petition.resident_id,
        category=matter.category,
        area_id=area.id,
        area_path=area.path if seen_from is None else uow.org.areas[seen_from].path,
        place=matter.place,
        summary=summary(words, SUMMARY_LENGTH),
        filed_at=uow.now,
        limit_at=rules.calendar.limit(uow.now, rules.profile.limits.register_days),
        epoch_at=uow.now,
        clock_from=uow.now,
        told_at=uow.now,
        shared=petition.cases > 1,
        kind=matter.kind,
        text=matter.text,
        held=held,
        shielded=shielded,
        accused=matter.accused if shielded else (),
        seen_from=seen_from,
    )
    for unit_id in case.accused:
        uow.put(Shield(uow.new_id(), case.id, unit_id))
    # Its id precedes those of the events that assigning records: the timeline begins with it.
    data = {"category": matter.category, "kind": matter.kind.value}
    filed = Event(uow.new_id(), case.id, uow.now, petition.resident_id, "resident", "filed", data)
    route = uow.org.route(matter.category, matter.area_id) if held is Held.NO_ROUTE else None
    case = await assign(uow, case, route.unit_id if route is not None else None, by=None)
    uow.put(filed)
    return case


def _held(draft: Draft, matter: Matter, words: str, *, many: bool) -> Held:
    """Return why a matter is not given to a unit by its route; NO_ROUTE where it is, or none covers it.

    An accusation goes to nobody by itself (article 30), and neither does what may be one, unless its writer says
    that they may know.
    """
    if matter.kind is PetitionKind.ACCUSATION or (matter.accuses and draft.hide):
        return Held.ACCUSATION
    if many:
        return Held.MANY
    return Held.COURT if names_court(words) else Held.NO_ROUTE


def _too_many(uow: UnitOfWork, person: Person) -> bool:
    """Tell whether a person has begun more today than one person can mean: a dispatcher looks at the rest."""
    today = uow.rules.calendar.day(uow.now)
    return person.drafts_day == today and person.drafts > uow.rules.profile.times.drafts_a_day


def _area(org: Organisation, area_id: int | None) -> Area:
    """Return a matter's area; without one the case lies in the whole service's."""
    if area_id is not None and area_id in org.areas:
        return org.areas[area_id]
    if org.root is None:
        raise Refused("no-area")
    return org.root
