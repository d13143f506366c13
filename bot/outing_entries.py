"""The job of on-site days: an entry for a calendar, and what takes it out there."""

from typing import Final

from bot.calendar_file import Entry, keep
from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work
from casework.actions.outing_entries import ENTRY, made, not_made, wanted_in
from casework.files import File
from casework.onsite.outings import Outing, takes_part
from casework.people import Person
from handlers import texts
from handlers.case_words import area_label
from storage.store import Store

NAME: Final = "on-site-day.ics"
CANCELLED_NAME: Final = "on-site-day-cancelled.ics"


def outing_works(store: Store, vault: Vault, clock: Clock) -> dict[str, Work]:
    """Return what makes entries and takes them out: the subject is the file that it becomes."""

    async def make(file_id: int) -> Verb:
        entry = await _entry(store, clock, file_id)
        kept = await keep(vault, entry, clock.now())
        return lambda uow: made(uow, file_id, kept, CANCELLED_NAME if entry.cancelled else NAME)

    return {ENTRY: Work(make, lambda file_id: lambda uow: not_made(uow, file_id))}


async def _entry(store: Store, clock: Clock, file_id: int) -> Entry:
    """Return what a file is to become, in its reader's language; nothing of the agenda stands in it. Raises Hopeless
    where the day is not known any more.
    """
    async with store.turn(clock.now()) as uow:
        file = await uow.get(File, file_id)
        wanted = wanted_in(file.source) if file is not None else None
        outing = await uow.get(Outing, wanted.outing_id) if wanted is not None else None
        if file is None or wanted is None or outing is None:
            raise Hopeless("there is no such on-site day any more")
        person = await uow.get(Person, file.person_id)
        language = person.language if person is not None else uow.rules.languages[0]
        place = area_label(uow, outing.area_id, language)
        title = texts.say(language, "outing-calendar-off" if wanted.off else "outing-calendar", {"place": place})
        # Residents are visited: where the others meet is not for them.
        meet = outing.meet if takes_part(uow.staff, uow.org, outing, file.person_id) else ""
        where = f"{meet} ({place})" if meet else place
        uid, hours = f"outing-{outing.id}@doorstep", uow.rules.profile.reception.soon_hours
        return Entry(uid, outing.at, None, title, where, hours, wanted.sequence, wanted.off)
