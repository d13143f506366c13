"""The question of a call-back: put when the caller asks in chat, and shown with the case until it is answered."""

from casework.callbacks import Answer, Callback
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.messages import Button, Rows

_ANSWERS = (Answer.SOLVED, Answer.NOT_SOLVED, Answer.PRESSED)


async def is_open(uow: UnitOfWork, case: Case) -> bool:
    """Tell whether the resident of a case has been asked, and has not answered."""
    callback = await uow.get(Callback, case.callback_id) if case.callback_id is not None else None
    return callback is not None and callback.is_open and callback.asked_at is not None


def text(language: str, case: Case) -> str:
    """Return the question."""
    return texts.say(language, "callback-form", {"number": case.label})


def buttons(language: str, case: Case) -> Rows:
    """Return the three answers."""
    return tuple(
        (Button(texts.plain(language, f"button-callback-{each}"), f"c.called.{case.id}.{case.epoch}.{each}"),)
        for each in _ANSWERS
    )
