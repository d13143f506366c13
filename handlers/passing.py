"""What somebody without a chat is told, as whoever passes it on reads it: who that is, how to reach them, what to do.

The buttons are those that the person would have; what they say is recorded as told by somebody else.
"""

from casework.permissions import possible, speaks_for
from casework.petitions import Case, Petition
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.messages import Button, Rows
from handlers.reading import reads_names

_LAST_DIGITS = 2


async def who(uow: UnitOfWork, language: str, case: Case, reader_id: int) -> str:
    """Return whom a case is of, with the telephone number: whole for who may read names, else its last digits."""
    petition = await uow.get(Petition, case.petition_id)
    if petition is None:
        return texts.plain(language, "caller")
    reads = await reads_names(uow, case, reader_id)
    name = petition.name if reads and petition.name else texts.plain(language, "caller")
    if not petition.phone:
        return name
    if reads:
        return texts.say(language, "caller-phone", {"name": name, "phone": petition.phone})
    return texts.say(language, "caller-phone-end", {"name": name, "digits": petition.phone[-_LAST_DIGITS:]})


def buttons(uow: UnitOfWork, language: str, case: Case, reader_id: int, own: Rows) -> Rows:
    """Return what whoever passes something on can tap: the person's `own` buttons, and one to note their words; and one
    to record that the written reply was handed over, as long as it waits for that.

    Who only stands in where nobody else is there can open the case.
    """
    given = handed_over(uow, language, case, reader_id)
    if not speaks_for(uow, case, reader_id):
        return (*given, (Button(texts.plain(language, "button-open"), f"c.show.{case.id}.{case.epoch}"),))
    if not case.is_open:
        return own
    return (*given, *own, (Button(texts.plain(language, "button-note-words"), f"c.says.{case.id}.{case.epoch}"),))


def handed_over(uow: UnitOfWork, language: str, case: Case, reader_id: int) -> Rows:
    """Return the button that records that the written reply was handed over; none where it need not be."""
    if not possible(uow.staff, uow.org, case, reader_id, ["hand_over"]):
        return ()
    return ((Button(texts.plain(language, "staff-button-hand_over"), f"c.hand_over.{case.id}.{case.epoch}"),),)
