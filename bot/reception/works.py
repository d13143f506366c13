"""The jobs of reception days: a visit's QR code with its entry for a calendar, and what takes that back."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.calendar_file import Entry, keep
from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work
from bot.signing import addresses_of, picture
from casework.actions.reception import entries, passes
from casework.actions.reception.entries import TAKEN_BACK, taken_back_in
from casework.actions.reception.passes import PASS, visit_in
from casework.files import File
from casework.people import Person
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.passes import pass_code
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.reception.words import visit_facts
from storage.store import Store

NAME: Final = "reception.ics"
CANCELLED_NAME: Final = "reception-cancelled.ics"


def reception_works(store: Store, vault: Vault, clock: Clock, web: str) -> dict[str, Work]:
    """Return what makes passes and takes entries back: the subject is the file that the QR code, or the entry, becomes.
    `web` is the web chat's address.
    """

    async def make(file_id: int) -> Verb:
        key, entry = await _visit(store, clock, file_id)
        addresses = await addresses_of(store, pass_code(store.rules.secret, key), web)
        # Telegram's address where there is one: the office opens it in the chat where it works.
        code = await vault.keep(await asyncio.to_thread(picture, addresses[-1]))
        calendar = await keep(vault, entry, clock.now())
        return lambda uow: passes.pass_made(uow, file_id, code, calendar, NAME)

    async def take_back(file_id: int) -> Verb:
        cancelled = await keep(vault, await _cancelled(store, clock, file_id), clock.now())
        return lambda uow: entries.taken_back(uow, file_id, cancelled, CANCELLED_NAME)

    return {
        PASS: Work(make, lambda file_id: partial(passes.no_pass, file_id=file_id)),
        TAKEN_BACK: Work(take_back, lambda file_id: partial(entries.not_taken_back, file_id=file_id)),
    }


async def _visit(store: Store, clock: Clock, file_id: int) -> tuple[str, Entry]:
    """Return the key of the visit that a file is the pass of, and its entry. Raises Hopeless where it is given up."""
    async with store.turn(clock.now()) as uow:
        file = await uow.get(File, file_id)
        booking = await uow.get(Booking, visit_in(file.source)) if file is not None else None
        day = await uow.get(Reception, booking.reception_id) if booking is not None else None
        if booking is None or day is None or booking.state is not BookingState.BOOKED:
            raise Hopeless("there is no such visit any more")
        begins = day.start_of(booking.number - 1)
        entry = await _entry(uow, "reception-calendar", day, booking, begins)
        return booking.key, replace(entry, uid=_uid(booking.calendar_uid), sequence=booking.sequence)


async def _cancelled(store: Store, clock: Clock, file_id: int) -> Entry:
    """Return the entry that a file takes back. Raises Hopeless where nothing is known of it any more."""
    async with store.turn(clock.now()) as uow:
        file = await uow.get(File, file_id)
        back = taken_back_in(file.source) if file is not None else None
        booking = await uow.get(Booking, back.key) if back is not None else None
        day = await uow.get(Reception, booking.reception_id) if booking is not None else None
        if back is None or booking is None or day is None:
            raise Hopeless("there is no such entry any more")
        entry = await _entry(uow, "reception-calendar-off", day, booking, back.begins)
        return replace(entry, uid=_uid(back.uid), sequence=back.sequence, cancelled=True)


async def _entry(uow: UnitOfWork, title: str, day: Reception, booking: Booking, begins: datetime) -> Entry:
    """Return what an entry says of a visit at a moment, in its visitor's language; without what it is called by."""
    person = await uow.get(Person, booking.person_id)
    language = person.language if person is not None else uow.rules.languages[0]
    known = visit_facts(uow, language, day, booking)
    ends = begins + timedelta(minutes=day.minutes)
    place, hours = f"{day.place} ({known['area']})", uow.rules.profile.reception.soon_hours
    return Entry("", begins, ends, texts.say(language, title, known), place, hours)


def _uid(calendar_uid: str) -> str:
    return f"{calendar_uid}@doorstep"
