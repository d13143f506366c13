"""Notes of home visits and talks: written by whoever serves, found again by place, topic and words."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import notebook
from casework.areas import Area
from casework.categories import CATEGORIES, CATEGORY_BY_ID, propose
from casework.errors import NotYours, Refused
from casework.files import File
from casework.notebook import Note
from casework.numbers import parse_number
from casework.petitions import Case
from casework.reach import seat
from casework.words import summary
from handlers import case_words
from handlers.button_data import number_of
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.media import enclosed
from handlers.messages import Button, Outgoing
from handlers.place_step import Placed, PlaceStep
from handlers.router import Command
from handlers.steps import Choice, Confirm, Flow, Option
from handlers.talk import Talk, rows

_LONGEST: Final = 2000
_LINE: Final = 60


class Jotting(Placed, frozen=True, kw_only=True):
    """A note as it is written: its words and files, its place and topic, and the case that it belongs to (0: none)."""

    case_id: int = 0
    words: str = ""
    sent: Sent = NOTHING
    topic: str = ""


async def begin(talk: Talk, words: str) -> None:
    """Begin a note; with a case's number behind /note it belongs to that case.

    Raises Refused("staff-only") for whoever holds no post, NotYours for a case that they do not see.
    """
    if not talk.posts:
        raise Refused("staff-only")
    if not words:
        await NOTE.start(talk, Jotting())
        return
    number = parse_number(words)
    found = await talk.uow.visible_by_number(talk.person.id, number.petition) if number is not None else []
    fit = [
        case
        for case in found
        if (number is None or number.suffix in {None, case.suffix}) and case.resident_id != talk.person.id
    ]
    if not fit:
        raise NotYours
    await NOTE.start(talk, Jotting(case_id=fit[0].id, area_id=fit[0].area_id, topic=fit[0].category))


def _all(data: Jotting) -> str:
    return data.sent.with_words(data.words)


async def _likely(talk: Talk, data: Jotting) -> Sequence[Area]:
    """Return the places that the words name; else those that one's posts look after."""
    org = talk.uow.org
    found = org.gazetteer.find(_all(data))
    named = [area for area in (found.area, *found.candidates) if area is not None]
    grid = [each for post in talk.posts for each in (*post.grid, seat(org, post) or 0)]
    return list({area.id: area for area in [*named, *(org.areas[each] for each in grid if each in org.areas)]}.values())


async def _topics(talk: Talk, data: Jotting) -> Sequence[Option]:
    """Return the categories, the likeliest ones first."""
    likely = propose(_all(data))
    first = [each for each in (likely.category, likely.runner_up) if each]
    order = dict.fromkeys([*first, *(each.id for each in CATEGORIES)])
    return [Option(each, CATEGORY_BY_ID[each].label(talk.language)) for each in order]


async def _shown(talk: Talk, data: Jotting) -> str:
    place = case_words.area_name(talk.uow, data.area_id, talk.language)
    topic = case_words.category_label(talk.language, data.topic)
    return talk.say("note-shown", place=place, topic=topic, words=_all(data), files=str(len(data.sent.files)))


async def _keep(talk: Talk, data: Jotting) -> None:
    case_id = data.case_id or None
    note = await notebook.write_note(
        talk.uow, talk.person.id, data.area_id, data.topic, _all(data), data.sent.files, case_id
    )
    talk.answer("note-kept", place=case_words.area_name(talk.uow, note.area_id, talk.language))


NOTE: Final = Flow(
    "research-note",
    Jotting,
    [
        WithFiles[Jotting]("words", "note-ask-words", "words", _LONGEST, cancel=True, alone=False),
        PlaceStep[Jotting]("note-ask-place", _likely),
        Choice("topic", "note-ask-topic", "topic", _topics, width=2, when=lambda data: not data.topic, cancel=True),
        Confirm("keep", _shown, "note-button-keep"),
    ],
    _keep,
)


# ----- Found again -----


async def find(talk: Talk, words: str) -> None:
    """Search notes by whatever stands behind /notes: a place, a topic, words; "show.ID" opens one.

    Raises Refused("staff-only") for whoever holds no post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    verb, _, number = words.partition(".")
    if verb == "show" and (note_id := number_of(number)) is not None:
        await _show(talk, note_id)
        return
    area, topic, rest = _parsed(talk, words)
    path = area.path if area is not None else ""
    found = await notebook.find_notes(talk.uow, talk.person.id, path, topic, rest)
    if not found:
        talk.answer("notes-none")
        return
    lines = [talk.say("notes-found", **_sought(talk, area, topic, rest)), *(_line(talk, note) for note in found)]
    buttons = [Button(str(at), f"m.notes.show.{note.id}") for at, note in enumerate(found, 1)]
    talk.reply("\n".join(f"{at}. {line}" if at else line for at, line in enumerate(lines)), rows(buttons, 4))


def _parsed(talk: Talk, words: str) -> tuple[Area | None, str, str]:
    """Return the place, the topic (a category's id, "" for any) and the other words of a search."""
    rest, area = words, None
    found = talk.uow.org.gazetteer.find(words) if words else None
    if found is not None and found.certain:
        area, rest = found.area, rest.replace(found.words, " ")
    topic = ""
    for category in CATEGORIES:
        for label in (category.zh, category.en):
            if not topic and label.casefold() in rest.casefold():
                at = rest.casefold().index(label.casefold())
                topic, rest = category.id, rest[:at] + rest[at + len(label) :]
    return area, topic, " ".join(rest.split())


def _sought(talk: Talk, area: Area | None, topic: str, rest: str) -> Mapping[str, str]:
    """Return what was sought, in words."""
    parts = [
        area.label(talk.language) if area is not None else "",
        case_words.category_label(talk.language, topic) if topic else "",
        rest,
    ]
    return {"what": " · ".join(filter(None, parts)) or talk.say("notes-newest")}


def _line(talk: Talk, note: Note) -> str:
    return talk.say(
        "notes-line",
        date=case_words.day(talk.uow, talk.language, note.at),
        place=case_words.area_name(talk.uow, note.area_id, talk.language),
        topic=case_words.category_label(talk.language, note.topic),
        words=summary(note.words, _LINE),
    )


async def _show(talk: Talk, note_id: int) -> None:
    """Show a note with its photos, and the case that it belongs to where the reader sees that."""
    note = await notebook.read_note(talk.uow, talk.person.id, note_id)
    case: Case | None = None
    if note.case_id is not None:
        case = await talk.uow.visible_case(talk.person.id, note.case_id)
    opener = ((Button(case.label, f"c.show.{case.id}.{case.epoch}"),),) if case is not None else ()
    facts = {
        "date": case_words.day(talk.uow, talk.language, note.at),
        "place": case_words.area_name(talk.uow, note.area_id, talk.language),
        "topic": case_words.category_label(talk.language, note.topic),
        "person": talk.uow.staff.title(note.author_id, talk.language),
    }
    talk.reply(talk.say("note-card", words=note.words, **facts), opener)
    files = await talk.uow.get_all(File, list(note.files))
    talk.outgoing += [
        Outgoing(talk.incoming.chat, facts["place"], file=shown) for shown in map(enclosed, files) if shown is not None
    ]


COMMANDS: Final[Mapping[str, Command]] = {"note": begin, "notes": find}
FLOWS: Final = (NOTE,)
