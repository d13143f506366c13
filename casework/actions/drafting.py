"""A complaint being written: words are gathered, and what was understood of them is mended by taps and answers."""

from collections.abc import Sequence
from typing import Final

from casework.accusing import accusation
from casework.actions.enclosing import attach
from casework.answers import asks
from casework.categories import propose
from casework.errors import NotYours, Refused
from casework.files import SIGN, File
from casework.kinds import FROM_RESIDENTS, PetitionKind, propose_kind
from casework.marks import is_marked, unmarked, with_marks
from casework.people import Person
from casework.petitions import Behalf, Case, Draft, DraftState, Entry, Petition
from casework.place_choice import Found
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from casework.words import utf16_length

PIECE: Final = 4096
"""The longest message that a channel carries, in UTF-16 code units; a longer one arrives in pieces of this length."""

_TOUCHABLE: Final = frozenset({DraftState.OPEN, DraftState.SHELVED})
_OVER: Final = {
    DraftState.ANSWERED: "draft-done",
    DraftState.THANKED: "draft-done",
    DraftState.JOINED: "draft-joined",
}


async def write(
    uow: UnitOfWork,
    person_id: int,
    conversation: str,
    draft: Draft | None,
    text: str,
    place: tuple[float, float] | None = None,
    files: Sequence[File] = (),
) -> Draft:
    """Begin a draft, or add a message to it: its files, the words to them; `place` is (lat, lon) in degrees.

    Category and place are proposed as long as none is known; a place only where the words leave no doubt. A shelved
    draft is taken up again; one that was sent or dropped is over, and another begins.
    """
    if draft is None or draft.state not in _TOUCHABLE:
        draft = Draft(uow.new_id(), person_id, conversation, "", uow.now, uow.now)
        await _count(uow, person_id)
    draft, files = attach(uow, _taken_up(uow, draft), files)
    draft = _understood(uow, draft, _joined(draft.text, with_marks((file.mark for file in files), text)))
    if place is not None:
        draft = _at_point(uow, draft, *place)
    uow.put(draft)
    return draft


async def begin_entry(uow: UnitOfWork, clerk_id: int, conversation: str, entry: Entry) -> Draft:
    """Begin a draft in which a clerk writes down what somebody says by telephone, has written, or has come to say.

    Raises Refused("staff-only") for somebody without a post.
    """
    if not uow.staff.of(clerk_id):
        raise Refused("staff-only")
    draft = Draft(uow.new_id(), clerk_id, conversation, "", uow.now, uow.now, entry=entry)
    uow.put(draft)
    return draft


async def set_category(uow: UnitOfWork, draft_id: int, by: int, category: str) -> Draft:
    """Give the draft the category that its writer chose."""
    draft = replace(await _own(uow, draft_id, by), category=category)
    uow.put(draft)
    return draft


async def set_kind(uow: UnitOfWork, draft_id: int, by: int, kind: PetitionKind) -> Draft:
    """Give the draft the kind that its writer chose; more words do not change it any more.

    Raises Refused("wrong-kind") for what residents do not send.
    """
    if kind not in FROM_RESIDENTS:
        raise Refused("wrong-kind")
    draft = await _own(uow, draft_id, by)
    if kind is not draft.kind:
        draft = replace(draft, kind=kind, kind_other=draft.kind, kind_chosen=True)
    uow.put(draft)
    return draft


async def set_hide(uow: UnitOfWork, draft_id: int, by: int, *, hide: bool) -> Draft:
    """Note whether those whom the draft may accuse must not learn of it; they must not unless its writer says so."""
    draft = replace(await _own(uow, draft_id, by), hide=hide)
    uow.put(draft)
    return draft


async def set_behalf(uow: UnitOfWork, draft_id: int, by: int, behalf: Behalf | None) -> Draft:
    """Note for whom the draft is written, None for nobody but its writer."""
    draft = replace(await _own(uow, draft_id, by), behalf=behalf)
    uow.put(draft)
    return draft


async def follow(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Draft:
    """Note that a draft brings something new to an own case that is final (article 36); it is filed as any other.

    Raises NotYours for somebody else's case.
    """
    case = await uow.get(Case, case_id)
    if case is None or case.resident_id != by:
        raise NotYours
    draft = replace(await _own(uow, draft_id, by), follows=case_id)
    uow.put(draft)
    return draft


async def set_not_about(uow: UnitOfWork, draft_id: int, by: int, case_ids: Sequence[int]) -> Draft:
    """Note that the draft is about something else than these cases of its writer's own, which run already."""
    draft = await _own(uow, draft_id, by)
    draft = replace(draft, not_about=tuple(dict.fromkeys((*draft.not_about, *case_ids))))
    uow.put(draft)
    return draft


async def set_area(uow: UnitOfWork, draft_id: int, by: int, area_id: int | None, words: str = "") -> Draft:
    """Give the draft an area, or none where the writer can't say; `words` are how they call the place.

    Raises Refused("area-unknown") for an area out of service.
    """
    draft = await _own(uow, draft_id, by)
    area = uow.org.areas.get(area_id) if area_id is not None else None
    if area_id is not None and (area is None or not area.active):
        raise Refused("area-unknown")
    draft = replace(draft, area_id=area_id, place=words or draft.place, offered=())
    uow.put(draft)
    return draft


async def set_point(uow: UnitOfWork, draft_id: int, by: int, lat: float, lon: float) -> Draft:
    """Give the draft a point in degrees, and the village or township nearest to it where one is near."""
    draft = _at_point(uow, await _own(uow, draft_id, by), lat, lon)
    uow.put(draft)
    return draft


async def answer_place(uow: UnitOfWork, draft_id: int, by: int, text: str) -> tuple[Draft, Found]:
    """Take the answer to "where is it?": the area where it is certain, else choices to offer; the words are kept."""
    draft = await _own(uow, draft_id, by)
    near = uow.org.areas.get(draft.area_id) if draft.area_id is not None else None
    found = uow.org.gazetteer.answer(text, near)
    if found.certain and found.area is not None:
        draft = replace(draft, area_id=found.area.id, place=text, offered=())
    else:
        draft = replace(draft, place=text, offered=tuple(area.id for area in found.candidates))
    uow.put(draft)
    return draft, found


async def replace_text(uow: UnitOfWork, draft_id: int, by: int, text: str) -> Draft:
    """Put another text in place of the draft's, with the marks of its files in it."""
    draft = _understood(uow, await _own(uow, draft_id, by), text)
    uow.put(draft)
    return draft


async def drop(uow: UnitOfWork, draft_id: int, by: int) -> Draft:
    """Throw the draft away at its writer's word."""
    draft = await _own(uow, draft_id, by)
    draft = replace(draft, state=DraftState.DROPPED, epoch=draft.epoch + 1, entry=None)
    uow.put(draft)
    return draft


async def settle(uow: UnitOfWork, draft_id: int, by: int) -> Draft:
    """Let a question end with an answer that the service has, at its writer's word; it is counted apart."""
    draft = await _own(uow, draft_id, by)
    draft = replace(draft, state=DraftState.ANSWERED, epoch=draft.epoch + 1)
    uow.put(draft)
    return draft


def may_be_question(draft: Draft) -> bool:
    """Tell whether a draft is a question: by its kind, or because it asks and was only taken for a request.

    A few words ("a new identity card, how?") hold nothing that tells their kind; an answer that fits them does.
    """
    if draft.kind is PetitionKind.QUESTION:
        return True
    return draft.kind is PetitionKind.REQUEST and not draft.kind_chosen and asks(unmarked(draft.text))


async def ask_all_the_same(uow: UnitOfWork, draft_id: int, by: int) -> Draft:
    """Take up a question for the office, also where an answer seemed to be enough before."""
    draft = await uow.get(Draft, draft_id)
    if draft is not None and draft.person_id == by and draft.state is DraftState.ANSWERED:
        draft = replace(draft, state=DraftState.OPEN, epoch=draft.epoch + 1, fired={}, touched_at=uow.now)
    else:
        draft = await _own(uow, draft_id, by)
    if draft.kind is not PetitionKind.QUESTION and may_be_question(draft):
        draft = replace(draft, kind=PetitionKind.QUESTION, kind_other=draft.kind)
    uow.put(draft)
    return draft


async def own_draft(uow: UnitOfWork, draft_id: int, by: int) -> Draft:
    """Return a draft that its writer may still change or send.

    Raises NotYours, Refused("already-filed", number), Refused("draft-done") for a question that was answered and for
    thanks that were passed on, Refused("draft-joined") for one added to a case or given up for it, and
    Refused("draft-gone") for one dropped.
    """
    draft = await uow.get(Draft, draft_id)
    if draft is None or draft.person_id != by:
        raise NotYours
    if draft.state is DraftState.FILED and draft.petition_id is not None:
        petition = await uow.get(Petition, draft.petition_id)
        raise Refused("already-filed", number=petition.number if petition is not None else "")
    if draft.state not in _TOUCHABLE:
        raise Refused(_OVER.get(draft.state, "draft-gone"))
    return draft


async def _own(uow: UnitOfWork, draft_id: int, by: int) -> Draft:
    return _taken_up(uow, await own_draft(uow, draft_id, by))


def _taken_up(uow: UnitOfWork, draft: Draft) -> Draft:
    if draft.state is DraftState.SHELVED:
        return replace(draft, state=DraftState.OPEN, epoch=draft.epoch + 1, fired={}, touched_at=uow.now)
    return draft if draft.touched_at == uow.now else replace(draft, touched_at=uow.now)


def _understood(uow: UnitOfWork, draft: Draft, text: str) -> Draft:
    """Return the draft with `text`, and what it says: category and place where they are not known yet, kind where
    its writer has chosen none, and whether it may accuse somebody in office.
    """
    words = unmarked(text)
    category, area_id, place, offered = draft.category, draft.area_id, draft.place, draft.offered
    kind, other = draft.kind, draft.kind_other
    accused = accusation(words, uow.org)
    if not draft.kind_chosen:
        guess = propose_kind(words, accuses=accused is not None and accused.sure)
        kind, other = guess.kind, guess.runner_up
    if category is None:
        proposal = propose(words)
        category = proposal.category if proposal.score else None
    if area_id is None:
        found = uow.org.gazetteer.find(words)
        if found.certain and found.area is not None:
            area_id, place, offered = found.area.id, place or found.words, ()
    return replace(
        draft,
        text=text,
        category=category,
        area_id=area_id,
        place=place,
        offered=offered,
        kind=kind,
        kind_other=other,
        accuses=accused is not None,
        accused=accused.units if accused is not None else (),
    )


def _at_point(uow: UnitOfWork, draft: Draft, lat: float, lon: float) -> Draft:
    area = uow.org.gazetteer.nearest(lat, lon)
    return replace(draft, lat=lat, lon=lon, area_id=area.id if area is not None else draft.area_id, offered=())


def _joined(before: str, text: str) -> str:
    """Append a message. A channel cuts a long text anywhere, so what follows a full piece belongs to its last word.

    A mark is a line of its own.
    """
    if not before or not text:
        return before or text
    return before + text if _ends_full(before) and not text.startswith(SIGN) else f"{before}\n{text}"


def _ends_full(text: str) -> bool:
    """Return whether the last lines of a text, behind its last mark, fill one or more pieces to the brim."""
    length = 0
    for line in reversed(text.split("\n")):
        if is_marked(line):
            return False
        length += utf16_length(line)
        if length and length % PIECE == 0:
            return True
        length += 1  # The line break before it.
    return False


async def _count(uow: UnitOfWork, person_id: int) -> None:
    """Count the day's drafts of a person, in their own row."""
    person = await uow.get(Person, person_id)
    if person is None:
        return
    today = uow.rules.calendar.day(uow.now)
    drafts = person.drafts if person.drafts_day == today else 0
    uow.put(replace(person, drafts_day=today, drafts=drafts + 1))
