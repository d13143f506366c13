"""The job "reception_pass": a visit's QR code for the door, and its entry for a calendar."""

import asyncio
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work
from bot.reception.calendar_file import MIME, NAME, Entry, calendar_file
from bot.signing import addresses_of, picture
from casework.actions.reception import passes
from casework.actions.reception.passes import PASS, visit_in
from casework.files import File
from casework.people import Person
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.passes import pass_code
from casework.replacing import replace
from handlers import texts
from handlers.reception.words import visit_facts
from storage.store import Store


def reception_works(store: Store, vault: Vault, clock: Clock, web: str) -> dict[str, Work]:
    """Return what makes passes: the subject is the file that the QR code becomes. `web` is the web chat's address."""

    async def make(file_id: int) -> Verb:
        key, entry = await _read(store, clock, file_id)
        addresses = await addresses_of(store, pass_code(store.rules.secret, key), web)
        # Telegram's address where there is one: the office opens it in the chat where it works.
        code = await vault.keep(await asyncio.to_thread(picture, addresses[-1]))
        calendar = replace(await vault.keep(calendar_file(entry, clock.now())), mime=MIME)
        return lambda uow: passes.pass_made(uow, file_id, code, calendar, NAME)

    return {PASS: Work(make, lambda file_id: partial(passes.no_pass, file_id=file_id))}


async def _read(store: Store, clock: Clock, file_id: int) -> tuple[str, Entry]:
    """Return the key of the visit that a file is the pass of, and its entry. Raises Hopeless where it is given up."""
    async with store.turn(clock.now()) as uow:
        file = await uow.get(File, file_id)
        booking = await uow.get(Booking, visit_in(file.source)) if file is not None else None
        day = await uow.get(Reception, booking.reception_id) if booking is not None else None
        if booking is None or day is None or booking.state is not BookingState.BOOKED:
            raise Hopeless("there is no such visit any more")
        person = await uow.get(Person, booking.person_id)
        language = person.language if person is not None else store.rules.languages[0]
        known = visit_facts(uow, language, day, booking)
        begins = day.start_of(booking.number - 1)
        return booking.key, Entry(
            f"{booking.calendar_uid}@doorstep",
            begins,
            begins + timedelta(minutes=day.minutes),
            texts.say(language, "reception-calendar", known),
            f"{day.place} ({known['area']})",
            store.rules.profile.reception.soon_hours,
            booking.sequence,
        )
