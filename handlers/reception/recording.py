"""What was said in the room: the office writes it down, the visitor confirms it, and it becomes a case.

The visitor reads it on their own phone and taps; to whoever has no chat the office reads it out.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from casework.actions.reception import recording
from casework.actions.reception.access import held_by, visit
from casework.actions.reception.recording import Said
from casework.errors import NotYours
from casework.petitions import Draft, Entry
from casework.reception.days import Booking, Matter, Reception
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import texts
from handlers.button_data import number_of
from handlers.case_words import day, unit_label
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.reception import office
from handlers.resident.filing import filed_words
from handlers.router import Tap, TapHandler
from handlers.staff.reading_back import slip
from handlers.steps import Choice, Day, Flow, FreeText, Option, end_of
from handlers.talk import Talk

_UNIT, _ANSWERED, _PROMISED = "unit", "answered", "promised"
_ANSWER: Final = 600
_SHOWN: Final = 600
"""Characters of what was said that stand in the message which reads it back."""


class Record(msgspec.Struct, frozen=True):
    """Whose words, what they said, and what came of it on the spot: an answer, or a promise by an ISO day."""

    day: int = 0
    number: int = 0
    words: str = ""
    what: str = ""
    answer: str = ""
    by: str = ""


async def _number(talk: Talk, data: Record) -> Mapping[str, Any]:
    return {"number": str(data.number)}


async def _whats(talk: Talk, data: Record) -> Sequence[Option]:
    return [Option(each, talk.say(f"receive-what-{each}")) for each in (_UNIT, _ANSWERED, _PROMISED)]


async def _finish(talk: Talk, data: Record) -> None:
    promised = end_of(talk, data.by) if data.what == _PROMISED else None
    said = Said(data.words, data.answer if data.what != _UNIT else "", promised)
    uow, by, number = talk.uow, talk.person.id, data.number
    draft = await recording.record(uow, data.day, number, by, talk.conversation.key, said)
    if draft.entry is None:
        next_one = (
            talk.button("button-receive-another", f"r.write.{data.day}.{number}", number=str(number)),
            talk.button("button-receive-received", f"r.received.{data.day}.{number}", number=str(number)),
        )
        talk.reply(talk.say("receive-sent", number=str(number)), (next_one,))
        return
    reception, _, matter, _ = await recording.noted(uow, data.day, number, draft.id, by)
    text, buttons = await _read_back(uow, talk.language, reception, number, matter, draft)
    talk.reply(text, buttons)


RECORD: Final = Flow(
    "reception-record",
    Record,
    (
        FreeText("words", "receive-words", "words", facts=_number, cancel=True),
        Choice("what", "receive-what", "what", _whats, facts=_number, cancel=True),
        FreeText("answer", "receive-answer", "answer", _ANSWER, when=lambda data: data.what == _ANSWERED, cancel=True),
        FreeText(
            "promise", "receive-promise", "answer", _ANSWER, when=lambda data: data.what == _PROMISED, cancel=True
        ),
        Day("by", "receive-by", "by", when=lambda data: data.what == _PROMISED, cancel=True),
    ),
    _finish,
)


async def write(talk: Talk, tap: Tap) -> None:
    """Begin to write down a matter of whoever is in a room."""
    day = await held_by(talk.uow, tap.subject, talk.person.id)
    found = await visit(talk.uow, day, office.called(tap), talk.person.id)
    await RECORD.start(talk, Record(day.id, found.number))


# ----- Read back, and confirmed -----


async def _read_back(
    uow: UnitOfWork, language: str, reception: Reception, number: int, matter: Matter, draft: Draft
) -> tuple[str, Rows]:
    """Return what a visitor is to confirm, with the ways to do so: to them where they read it, or to read it out."""
    entry: Entry | None = draft.entry
    said = {"words": summary(draft.text, _SHOWN)}
    lines = [texts.say(language, "receive-read-out" if entry is not None else "reception-said", said)]
    if matter.promised is not None:
        known = {"answer": matter.answer, "date": day(uow, language, matter.promised)}
        lines.append(texts.say(language, "reception-said-promised", known))
    elif matter.answer:
        lines.append(texts.say(language, "reception-said-answered", {"answer": matter.answer}))
    lines.append(texts.plain(language, "receive-right" if entry is not None else "reception-right"))
    about = f"{reception.id}.{number}.{draft.id}"
    buttons = [Button(texts.plain(language, "button-reception-right"), f"r.said.{about}")]
    visitor_id = entry.resident_id if entry is not None else draft.person_id
    running = await uow.running_of(visitor_id, 1) if visitor_id is not None else []
    buttons += [
        Button(texts.say(language, "button-add-to", {"number": case.label}), f"r.said.{about}.{case.id}")
        for case in running
    ]
    buttons.append(Button(texts.plain(language, "button-reception-wrong"), f"r.fix.{about}"))
    return "\n".join(lines), tuple((button,) for button in buttons)


async def said(talk: Talk, tap: Tap) -> None:
    """Make a matter a case at the visitor's word, or part of the one that the button names."""
    number, draft_id, case_id = _ids(tap)
    case, filed = await recording.confirm(talk.uow, tap.subject, number, draft_id, talk.person.id, case_id)
    if filed is None:
        text = talk.say("added", number=case.label, unit=unit_label(talk.uow, case, talk.language))
        talk.reply(text, case_id=case.id)
    elif filed.petition.clerk_id is not None:
        talk.reply(slip(talk, filed), case_id=case.id)
    else:
        talk.reply(filed_words(talk, filed), case_id=case.id)
        talk.reply(talk.say("filed-code", code=filed.code), case_id=case.id)


class Fix(msgspec.Struct, frozen=True):
    """Which matter is put into other words, and those words."""

    day: int = 0
    number: int = 0
    draft: int = 0
    words: str = ""


async def fix(talk: Talk, tap: Tap) -> None:
    """Begin to put what was written down into other words."""
    number, draft_id, _ = _ids(tap)
    await recording.noted(talk.uow, tap.subject, number, draft_id, talk.person.id)
    await FIX.start(talk, Fix(tap.subject, number, draft_id))


async def _fixed(talk: Talk, data: Fix) -> None:
    uow, by = talk.uow, talk.person.id
    draft = await recording.correct(uow, data.day, data.number, data.draft, by, data.words)
    reception, _, matter, _ = await recording.noted(uow, data.day, data.number, data.draft, by)
    text, buttons = await _read_back(uow, talk.language, reception, data.number, matter, draft)
    talk.reply(text, buttons)


FIX: Final = Flow("reception-fix", Fix, (FreeText("words", "reception-fix", "words", cancel=True),), _fixed)


def _ids(tap: Tap) -> tuple[int, int, int | None]:
    """Return the number, the draft and the case that a button names. Raises NotYours for what are none."""
    match [number_of(part) for part in tap.argument.split(".")]:
        case [int(number), int(draft_id)]:
            return number, draft_id, None
        case [int(number), int(draft_id), int(case_id)]:
            return number, draft_id, case_id
    raise NotYours


async def _said(scene: Scene) -> View:
    """What was written down, for the visitor to confirm: the words of one who is in the room, not of a locked phone."""
    uow, args = scene.uow, scene.notice.args
    reception = await uow.get(Reception, args["reception_id"])
    booking = await uow.get(Booking, args["key"])
    draft = await uow.get(Draft, args["draft_id"])
    matters = booking.matters if booking is not None else ()
    matter = next((each for each in matters if each.draft_id == args["draft_id"]), None)
    if reception is None or booking is None or draft is None or matter is None:
        return View("")
    text, buttons = await _read_back(uow, scene.language, reception, booking.number, matter, draft)
    return View(text, buttons)


TAPS: Final[Mapping[str, TapHandler]] = {"write": write, "said": said, "fix": fix}
RENDERERS: Final[Mapping[str, Renderer]] = {"reception_said": _said}
