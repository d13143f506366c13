"""Sending a draft: it becomes a petition with a number and a case for each of its matters, or part of a case that runs.

A case goes to a unit by its route at once, unless there is a reason to hold it: then it waits for a dispatcher.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from casework.accusing import accusation
from casework.actions import alarms
from casework.actions.addressing import note_addressee
from casework.actions.assigning import assign
from casework.actions.drafting import own_draft
from casework.actions.enclosing import as_data, file_with
from casework.actions.entering import resident_of
from casework.actions.outcomes import reopen
from casework.actions.residents import add
from casework.addressing import level_above
from casework.areas import Area
from casework.categories import propose
from casework.children import Child, says_child
from casework.enumerations import unnumbered
from casework.errors import Refused
from casework.files import File, FileKind
from casework.hints import names_court
from casework.kinds import PetitionKind, propose_kind
from casework.marks import cut, kinds_in, numbers_in, renumbered, unmarked
from casework.matters import split
from casework.numbers import code_digest, new_code
from casework.organisation import ANY_CATEGORY, Organisation
from casework.people import Person
from casework.permissions import voice
from casework.petitions import Case, Draft, DraftState, Event, Held, Petition, Shield
from casework.replacing import replace
from casework.shielding import watch_area
from casework.unit_of_work import UnitOfWork, event
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

    @property
    def closest(self) -> Case:
        """The case for what belongs to none in particular: a shielded one, where there is one, keeps it from others."""
        return next((case for case in self.cases if case.shielded), self.case)


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a draft: its text ("" for all of the draft's), and what was understood of its words."""

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
    pieces = split(unmarked(draft.text))
    found = _without_thanks(cut(draft.text, pieces))
    return tuple(_matter(org, draft, piece) for piece in found) if len(found) > 1 else (_whole(draft),)


async def file(uow: UnitOfWork, draft_id: int, by: int, *, apart: bool = False, read_back: bool = False) -> Filed:
    """Register a draft as a petition; with `apart` each of its matters becomes a case of its own.

    What a clerk writes down is somebody else's petition, and must be `read_back` to them before. What is written for
    another one who was not asked is filed as the writer's own. The office must
    forward it within fifteen days of receipt (article 22), and that limit runs where no route covers it. Looks for the
    draft's files: so it comes before any other change of its turn.

    Raises NotYours, Refused("already-filed", number), Refused("draft-gone"), Refused("no-words") for a draft without
    words and files, Refused("only-thanks") for what is passed on instead, Refused("not-read-back"), and
    Refused("no-area") where the service has no area at all.
    """
    draft = await own_draft(uow, draft_id, by)
    if not draft.text.strip():
        raise Refused("no-words")
    if draft.kind is PetitionKind.THANKS:
        raise Refused("only-thanks")
    entry = draft.entry
    if entry is not None and not read_back:
        raise Refused("not-read-back")
    files = await _files(uow, draft)
    before = await uow.get(Case, draft.follows) if draft.follows is not None else None
    person = await uow.get(Person, by)
    language = person.language if person is not None else uow.rules.languages[0]
    found = matters(uow.org, draft) if apart else (_whole(draft),)
    code = new_code(uow.rng.randbytes(_CODE_BYTES))
    petition = Petition(
        id=uow.new_id(),
        number=await uow.new_number(uow.rules.calendar.day(uow.now)),
        resident_id=by if entry is None else resident_of(uow, entry, by, language),
        text=draft.text,
        language=language,
        filed_at=uow.now,
        code_digest=code_digest(code, uow.rules.secret),
        cases=len(found),
        open_cases=len(found),
        name=entry.name if entry is not None else "",
        phone=entry.phone if entry is not None else "",
        way=entry.way if entry is not None else draft.way,
        clerk_id=by if entry is not None else None,
        behalf=draft.behalf if draft.behalf is not None and draft.behalf.is_theirs else None,
    )
    uow.put(petition)
    many = entry is None and person is not None and _too_many(uow, person)
    cases = [
        await _open(uow, petition, draft, matter, suffix, files, many=many, before=before)
        for suffix, matter in enumerate(found, start=1)
    ]
    if before is not None:
        petition = _linked(uow, petition, cases, before)
    uow.put(replace(draft, state=DraftState.FILED, petition_id=petition.id, epoch=draft.epoch + 1, entry=None))
    await alarms.attach(uow, draft, cases[0])
    return Filed(petition, file_with(uow, petition, cases, files), code)


async def join_case(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Add the draft's words and files to a case of its writer that runs already. Raises as `file` and `add` do."""
    draft, files, text = await _to_add(uow, draft_id, by, case_id)
    case = await add(uow, case_id, by, text, files)
    await _joined(uow, draft, case)
    return case


async def reopen_case(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Take up a closed case of the draft's writer with its words and files. Raises as `file` and `reopen` do."""
    draft, files, text = await _to_add(uow, draft_id, by, case_id)
    case = await reopen(uow, case_id, by, text, files)
    await _joined(uow, draft, case)
    return case


async def _to_add(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> tuple[Draft, list[File], str]:
    """Return a draft, its files, and its text with the numbers that they get in the case."""
    draft = await own_draft(uow, draft_id, by)
    files = await _files(uow, draft)
    case = await uow.get(Case, case_id)
    return draft, files, renumbered(draft.text, case.files if case is not None else 0)


async def _joined(uow: UnitOfWork, draft: Draft, case: Case) -> None:
    uow.put(replace(draft, state=DraftState.JOINED, petition_id=case.petition_id, epoch=draft.epoch + 1, entry=None))
    await alarms.attach(uow, draft, case)


async def _files(uow: UnitOfWork, draft: Draft) -> list[File]:
    return await uow.files_of_draft(draft.id) if draft.files else []


def shield(uow: UnitOfWork, case: Case, accused: tuple[int, ...]) -> Case:
    """Return the case as it is hidden from the accused units, and seen from above them only (articles 30 and 46).

    A case that is shielded already stays so, from the units of before as well.
    """
    known = case.accused if case.shielded else ()
    for unit_id in accused:
        if unit_id not in known:
            uow.put(Shield(uow.new_id(), case.id, unit_id))
    accused = tuple(dict.fromkeys((*known, *accused)))
    seen_from = watch_area(uow.org, accused)
    area_path = case.area_path if seen_from is None else uow.org.areas[seen_from].path
    return replace(case, shielded=True, accused=accused, seen_from=seen_from, area_path=area_path)


def _without_thanks(pieces: Sequence[str]) -> list[str]:
    """Return the pieces; one that only says thanks belongs to the one before it, for thanks become no case."""
    found: list[str] = []
    for piece in pieces:
        if found and propose_kind(unmarked(piece)).kind is PetitionKind.THANKS:
            found[-1] = f"{found[-1]}\n{piece}"
        else:
            found.append(piece)
    return found


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


def _matter(org: Organisation, draft: Draft, text: str) -> Matter:
    words = unmarked(text)
    category, place = propose(words), org.gazetteer.find(words)
    accused = accusation(words, org)
    own = place.area if place.certain else None
    return Matter(
        text=text,
        category=category.category if category.score else draft.category or ANY_CATEGORY,
        kind=propose_kind(words, accuses=accused is not None and accused.sure).kind,
        area_id=own.id if own is not None else draft.area_id,
        place=place.words if own is not None else draft.place,
        accuses=accused is not None,
        accused=accused.units if accused is not None else (),
    )


async def _open(
    uow: UnitOfWork,
    petition: Petition,
    draft: Draft,
    matter: Matter,
    suffix: int,
    files: Sequence[File],
    *,
    many: bool,
    before: Case | None,
) -> Case:
    """Open the case of one matter: given to a unit by its route, or held for a dispatcher.

    Where it brings something new to the case `before`, which is final, whoever decided that one stands aside.
    """
    rules, area, text = uow.rules, area_or_root(uow.org, matter.area_id), matter.text or draft.text
    held = held_for(matter, unmarked(text), hide=draft.hide, many=many)
    if not matter.text and to_be_written_down(draft):
        held = Held.VOICE
    case = Case(
        id=uow.new_id(),
        petition_id=petition.id,
        number=petition.number,
        suffix=suffix,
        resident_id=petition.resident_id,
        category=matter.category,
        area_id=area.id,
        area_path=area.path,
        place=matter.place,
        summary=summary(unnumbered(unmarked(text)), SUMMARY_LENGTH),
        filed_at=uow.now,
        limit_at=rules.calendar.limit(uow.now, rules.profile.limits.register_days),
        epoch_at=uow.now,
        clock_from=uow.now,
        told_at=uow.now,
        shared=petition.cases > 1,
        kind=matter.kind,
        text=matter.text,
        held=held,
        addressed=level_above(uow.org, draft.text),
        clerk_id=petition.clerk_id,
        child=_child(uow, petition, draft) if suffix == 1 else None,
        aside=_decided(before),
        lat=draft.lat,
        lon=draft.lon,
    )
    if draft.hide and (matter.accuses or matter.kind is PetitionKind.ACCUSATION):
        # Whatever it waits for, a voice that has to be written down included.
        case = shield(uow, case, matter.accused)
    # Its id precedes those of the events that assigning records: the timeline begins with it.
    data = {"category": matter.category, "kind": matter.kind.value, **as_data(_of(case, files))}
    by = petition.clerk_id or petition.resident_id
    filed = Event(uow.new_id(), case.id, uow.now, by, voice(case, by), "filed", data, channel=uow.channel)
    case = await give(uow, case, matter.area_id, by=None, files=files if held is Held.VOICE else ())
    uow.put(filed)
    if petition.behalf is not None:
        data = {"relation": petition.behalf.relation.value, "agreed": petition.behalf.agreed.value}
        event(uow, case, "behalf", actor=by, role=voice(case, by), **data)
    await note_addressee(uow, case, draft.text)
    return case


def _child(uow: UnitOfWork, petition: Petition, draft: Draft) -> Child | None:
    """Return that a child seems to have written, for itself and itself; None where nothing says so."""
    if petition.clerk_id is not None or draft.behalf is not None:
        return None
    under = uow.rules.profile.care.guardian_under
    return Child(uow.now) if says_child(unmarked(draft.text), under) else None


def _linked(uow: UnitOfWork, petition: Petition, cases: Sequence[Case], before: Case) -> Petition:
    """Return the petition with the number of the case to which it brings something new; both say so in their timelines.

    A shielded case is named on no other (articles 30 and 46).
    """
    if before.shielded:
        return petition
    by = petition.clerk_id or petition.resident_id
    for case in cases:
        event(uow, case, "earlier", actor=by, role=voice(case, by), words=before.number)
    if any(case.shielded for case in cases):
        return petition
    event(uow, before, "came_again", actor=by, role=voice(before, by), words=petition.number)
    petition = replace(petition, earlier=before.number)
    uow.put(petition)
    return petition


def _decided(before: Case | None) -> tuple[int, ...]:
    """Return who decided a case, in any instance."""
    if before is None:
        return ()
    people = (before.cadre_id, *(each.cadre_id for each in before.decisions))
    return tuple(sorted({each for each in people if each is not None}))


async def give(uow: UnitOfWork, case: Case, area_id: int | None, *, by: int | None, files: Sequence[File] = ()) -> Case:
    """Give a case to the unit that its route leads to; to the dispatcher where none does, or it is held.

    `files` are what the dispatcher needs at once.
    """
    route = uow.org.route(case.category, area_id) if case.held is Held.NO_ROUTE else None
    return await assign(uow, case, route.unit_id if route is not None else None, by=by, files=files)


def to_be_written_down(draft: Draft) -> bool:
    """Tell whether a draft says by voice what it is about: what it accuses, or where it belongs, can't be told then."""
    spoken = FileKind.VOICE in kinds_in(draft.text)
    return spoken and (draft.category is None or not unmarked(draft.text).strip())


def held_for(matter: Matter, words: str, *, hide: bool, many: bool = False) -> Held:
    """Return why a matter is not given to a unit by its route; NO_ROUTE where it is, or none covers it.

    An accusation goes to nobody by itself (article 30), and neither does what may be one, unless its writer says
    that they may know (`hide` False).
    """
    if matter.kind is PetitionKind.ACCUSATION or (matter.accuses and hide):
        return Held.ACCUSATION
    if many:
        return Held.MANY
    return Held.COURT if names_court(words) else Held.NO_ROUTE


def _of(case: Case, files: Sequence[File]) -> list[File]:
    """Return those files whose marks stand in the case's own words; all where it is the petition's only one."""
    if not case.shared:
        return list(files)
    numbers = numbers_in(case.text)
    return [file for file in files if file.number in numbers]


def _too_many(uow: UnitOfWork, person: Person) -> bool:
    """Tell whether a person has begun more today than one person can mean: a dispatcher looks at the rest."""
    today = uow.rules.calendar.day(uow.now)
    return person.drafts_day == today and person.drafts > uow.rules.profile.times.drafts_a_day


def area_or_root(org: Organisation, area_id: int | None) -> Area:
    """Return a matter's area; without one the case lies in the whole service's. Raises Refused("no-area") for none."""
    if area_id is not None and area_id in org.areas:
        return org.areas[area_id]
    if org.root is None:
        raise Refused("no-area")
    return org.root
