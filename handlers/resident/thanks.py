"""Thanks: passed on to whom they are due. They get no number, and nobody has to do anything."""

from casework.actions import thanking
from handlers.case_words import cadre_label, unit_label
from handlers.resident import writing
from handlers.router import Tap
from handlers.talk import Talk


async def pass_on(talk: Talk, tap: Tap) -> None:
    """Pass a draft's thanks on, and say to whom."""
    passed = await thanking.pass_on(talk.uow, tap.subject, talk.person.id)
    writing.set_aside(talk, passed.draft)
    if passed.case is None:
        words = talk.say("thanked-office")
    else:
        unit, person = (label(talk.uow, passed.case, talk.language) for label in (unit_label, cadre_label))
        words = talk.say("thanked", unit=unit, person=person)
    talk.reply(words, card=f"draft:{passed.draft.id}", edit=True)
