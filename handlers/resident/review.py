"""Asking for a review or a re-examination: one tap, then shortly why; and that a written reply has been seen."""

from collections.abc import Awaitable, Callable
from typing import Final

import msgspec

from casework.actions import residents, reviews
from handlers.case_words import day, instance_label, unit_label
from handlers.file_steps import NOTHING, Sent, WithFiles, loose
from handlers.resident import review_words
from handlers.resident.outcome import withhold
from handlers.router import Tap, TapHandler
from handlers.steps import Flow
from handlers.talk import Talk


class Why(msgspec.Struct):
    """Why the resident does not accept what was decided."""

    case: int = 0
    words: str = ""
    sent: Sent = NOTHING


async def ask_review(talk: Talk, tap: Tap) -> None:
    """Take the tap at once, so that it counts in time even where no word follows; then ask why."""
    case = await reviews.ask_review(talk.uow, tap.subject, talk.person.id, tap.epoch)
    withhold(talk.uow, "review_begun", case.resident_id)
    withhold(talk.uow, "petition_over", case.resident_id)
    words = {
        "number": case.label,
        "body": unit_label(talk.uow, case, talk.language),
        "date": day(talk.uow, talk.language, case.limit_at),
        "instance": instance_label(talk.language, case),
    }
    lines = [talk.say("review-begun", **words), review_words.promise(talk.uow, case, talk.language)]
    talk.reply("\n".join(each for each in lines if each), case_id=case.id)
    await WHY.start(talk, Why(case.id))


async def _tell_why(talk: Talk, data: Why) -> None:
    words, files = data.sent.with_words(data.words), await loose(talk, data.sent)
    if not words and not files:
        talk.answer("review-why-skipped")
        return
    case = await residents.add(talk.uow, data.case, talk.person.id, words, files)
    talk.reply(talk.say("added", number=case.label, unit=unit_label(talk.uow, case, talk.language)), case_id=case.id)


WHY: Final = Flow("review-why", Why, (WithFiles[Why]("words", "review-why", "words", skip="button-skip"),), _tell_why)


def seen(handler: TapHandler) -> TapHandler:
    """Return a handler of a button under an own case that notes that the written reply has been received by the tap."""

    async def handle(talk: Talk, tap: Tap) -> None:
        await handler(talk, tap)
        talk.seen.append(tap.subject)

    return handle


TAPS: Final[dict[str, Callable[[Talk, Tap], Awaitable[None]]]] = {"ask_review": ask_review}
