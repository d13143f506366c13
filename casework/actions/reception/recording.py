"""What a visitor has said, and what the leader said to it: written down, read back, and at their word a case.

Whoever has a chat reads it there and confirms it with their own tap; to whoever has none the office reads it out. Each
matter is a draft like any other: so it is filed, or added to a case that runs, by the verbs that everybody uses.
"""

from dataclasses import dataclass
from datetime import datetime

from casework.actions import drafting, filing
from casework.actions.dates import refuse_past
from casework.actions.entering import known_by, resident_of
from casework.actions.filing import Filed
from casework.actions.naming import without_names
from casework.actions.reception.access import held_by, run_by, visit
from casework.actions.reception.promising import follow
from casework.actions.reception.visitors import tell_visitor
from casework.errors import NotYours, Refused
from casework.people import Person
from casework.petitions import Case, Draft, Entry, Way
from casework.reception.days import Booking, BookingState, Matter, Reception
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


@dataclass(frozen=True, slots=True)
class Said:
    """One matter: what the visitor said; what the leader answered on the spot, or promised by the end of a day."""

    words: str
    answer: str = ""
    promised: datetime | None = None


async def record(uow: UnitOfWork, reception_id: int, number: int, by: int, conversation: str, said: Said) -> Draft:
    """Write down a matter of whoever has been called or received, and have it read back. Return its draft.

    `conversation` is the officer's: there the draft lies where the visitor has no chat. Raises NotYours,
    Refused("reception-over"), Refused("reception-not-called", number), and Refused("date-past") for a promise.
    """
    reception = await held_by(uow, reception_id, by)
    booking = await visit(uow, reception, number, by)
    if booking.state not in {BookingState.CALLED, BookingState.RECEIVED}:
        raise Refused("reception-not-called", number=number)
    if said.promised is not None:
        refuse_past(uow, said.promised)
    home = await _own_chat(uow, booking)
    if home:
        draft = await drafting.write(uow, booking.person_id, f"{home}|{home}", None, said.words)
        draft = replace(draft, way=Way.VISIT)
        uow.put(draft)
    else:
        booking, entry = await _entry(uow, booking, by)
        draft = await drafting.begin_entry(uow, by, conversation, entry)
        draft = await drafting.write(uow, by, conversation, draft, said.words)
    matter = Matter(draft.id, by, said.answer, said.promised)
    booking = replace(booking, matters=(*booking.matters, matter))
    if draft.accuses:
        # From now on those whom it accuses do not know of the visit either.
        accused = tuple(dict.fromkeys((*booking.accused, *draft.accused)))
        booking = replace(booking, shielded=True, accused=accused)
    uow.put(booking)
    if home:
        await tell_visitor(uow, booking, "reception_said", draft_id=draft.id)
    return draft


async def correct(uow: UnitOfWork, reception_id: int, number: int, draft_id: int, by: int, words: str) -> Draft:
    """Put other words in place of what was written down, at the word of whoever it is read back to."""
    await noted(uow, reception_id, number, draft_id, by)
    return await drafting.replace_text(uow, draft_id, by, words)


async def confirm(
    uow: UnitOfWork, reception_id: int, number: int, draft_id: int, by: int, case_id: int | None = None
) -> tuple[Case, Filed | None]:
    """Make a matter a case at its visitor's word, or part of the one that runs, `case_id`; return the case, and what
    filing led to. What the leader answered or promised stands in the case's history.

    Raises as `filing.file` and `filing.join_case` do, and NotYours for a matter of somebody else.
    """
    reception, booking, matter, draft = await noted(uow, reception_id, number, draft_id, by)
    if case_id is not None:
        case, filed = await filing.join_case(uow, draft.id, by, case_id), None
    else:
        filed = await filing.file(uow, draft.id, by, read_back=draft.entry is not None)
        case = filed.closest
    until = matter.promised.isoformat() if matter.promised is not None else ""
    kind = "reception_promised" if until else "reception_answered" if matter.answer else "reception_heard"
    words = await without_names(uow, case, matter.answer)
    event(uow, case, kind, actor=matter.noted_by, role="staff", words=words, until=until)
    await follow(uow, reception, booking, matter, draft, case)
    return case, filed


async def noted(
    uow: UnitOfWork, reception_id: int, number: int, draft_id: int, by: int
) -> tuple[Reception, Booking, Matter, Draft]:
    """Return the day, the visit, the matter and its draft for whoever confirms it: the visitor, or the officer who
    reads it out.

    Raises NotYours, and as `drafting.own_draft` does.
    """
    reception = await uow.get(Reception, reception_id)
    booking = await uow.get(Booking, reception.key_of(number)) if reception is not None else None
    if reception is None or booking is None:
        raise NotYours
    matter = next((each for each in booking.matters if each.draft_id == draft_id), None)
    if matter is None:
        raise NotYours
    draft = await drafting.own_draft(uow, draft_id, by)
    if draft.entry is not None:
        await run_by(uow, reception_id, by)
    return reception, booking, matter, draft


async def _own_chat(uow: UnitOfWork, booking: Booking) -> str:
    """Return the chat in which a visitor confirms what was written down; "" for whoever has none here, and where others
    hold the phone, too.
    """
    if booking.for_other or booking.clerk_id is not None:
        return ""
    person = await uow.get(Person, booking.person_id)
    alone = person is not None and person.unreachable_at is None and not person.pin_digest
    return person.home if person is not None and alone else ""


async def _entry(uow: UnitOfWork, booking: Booking, by: int) -> tuple[Booking, Entry]:
    """Return of whom an officer writes down a matter: one person for all matters of a visit, and known by a number.

    Whoever has booked for themselves stays who they are, also where their chat can't be reached just now.
    """
    entry = Entry(Way.VISIT, booking.name, booking.phone)
    if booking.visitor_id is None:
        known = await known_by(uow, by, booking.phone) if booking.for_other else []
        visitor_id = known[0].resident_id if known else None if booking.for_other else booking.person_id
        officer = await uow.get(Person, by)
        language = officer.language if officer is not None else uow.rules.languages[0]
        visitor_id = resident_of(uow, replace(entry, resident_id=visitor_id), by, language)
        booking = replace(booking, visitor_id=visitor_id)
    return booking, replace(entry, resident_id=booking.visitor_id)
