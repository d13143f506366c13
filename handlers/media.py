"""Files in a conversation: taken in with a message, counted in words, and shown again to whoever may see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from casework.actions.files import receive
from casework.files import LARGEST, MARKS, File, FileKind, FileState
from casework.marks import kinds_in
from casework.people import Person
from casework.petitions import Case
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from casework.words import clean
from handlers import texts
from handlers.messages import Attached, Enclosed, Incoming, Kind, Outgoing
from handlers.reading import reads_names
from handlers.talk import Talk

MOST: Final = 50
"""Files of one complaint, or of one answer."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one message says: words ("" for none), files with them, or both.

    `ref` is the channel's name of the message, `album` that of the messages sent as one with it ("" for none).
    """

    words: str
    files: tuple[File, ...] = ()
    ref: str = ""
    album: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.files)


def take(talk: Talk, incoming: Incoming, room: int = MOST) -> Said:
    """Take in what a message says, with as many of its files as there is `room` for.

    Of files that are too large, or too many, it is said what can be done instead. A change of the turn: finders come
    before it.
    """
    fit = [each for each in incoming.files if each.size <= LARGEST or each.digest]
    if len(fit) < len(incoming.files):
        talk.answer("files-large", limit=str(LARGEST // 2**20))
    if len(fit) > room:
        talk.answer("files-many", limit=str(MOST))
        fit = fit[: max(room, 0)]
    files = tuple(
        receive(
            talk.uow,
            File(
                id=talk.uow.new_id(),
                person_id=talk.person.id,
                kind=each.kind,
                number=0,
                at=talk.uow.now,
                source=each.source,
                ref=incoming.ref,
                name=clean(each.name),
                mime=each.mime,
                size=each.size,
                seconds=each.seconds,
                digest=each.digest,
            ),
        )
        for each in fit
    )
    talk.files += [file.id for file in files]
    return Said(clean(incoming.text), files, incoming.ref, incoming.album)


def brings_files(incoming: Incoming) -> bool:
    """Tell whether a message brings files, with or without words."""
    return incoming.kind is Kind.MEDIA and bool(incoming.files)


# ----- In words -----


def counted(language: str, kinds: Iterable[FileKind]) -> str:
    """Return files in words: "📷 2 photos, 🎤 1 voice message". "" for none."""
    counts = Counter(kinds)
    shown = [texts.say(language, f"files-{kind.value}", {"count": counts[kind]}) for kind in FileKind if counts[kind]]
    return texts.plain(language, "files-and").join(shown)


def counted_in(language: str, text: str) -> str:
    """Return the files whose marks stand in a text in words; "" for none."""
    return counted(language, kinds_in(text))


def in_short(counts: Mapping[FileKind, int]) -> str:
    """Return numbers of files as a line of the timeline shows them: "📷 2 📎 1"."""
    return " ".join(f"{MARKS[kind]} {count}" for kind, count in counts.items())


def voice_length(files: Iterable[Attached]) -> str:
    """Return how long the voice messages among files last together: "0:25". "" where nobody has said it."""
    seconds = sum(file.seconds for file in files if file.kind is FileKind.VOICE)
    return f"{seconds // 60}:{seconds % 60:02}" if seconds else ""


# ----- Shown again -----


def enclosed(file: File) -> Enclosed | None:
    """Return a file as a message shows it; None for one that did not arrive, or is no longer kept."""
    if file.state in {FileState.LOST, FileState.GONE}:
        return None
    return Enclosed(file.id, file.kind, file.name, file.mime, file.source, file.digest)


async def messages(
    uow: UnitOfWork,
    reader: Person,
    chat: str,
    case: Case,
    files: Iterable[File],
    *,
    quiet: bool = False,
    among: bool = False,
) -> list[Outgoing]:
    """Return the messages that show files in a chat of somebody who may see their case; an answer to one speaks of it,
    or is `among` the units what they write to each other.

    What a resident has called a file is a word of theirs: whoever may not read names gets it without.
    """
    named = reader.id == case.resident_id or await reads_names(uow, case, reader.id)
    readable = [file if named or file.person_id != case.resident_id else replace(file, name="") for file in files]
    return [
        Outgoing(
            chat, _caption(reader.language, case, file), case_id=case.id, file=enclosed(file), quiet=quiet, among=among
        )
        for file in readable
    ]


def _caption(language: str, case: Case, file: File) -> str:
    """Return what stands under a file: the case's number, its mark (its kind's sign where it has none), and what it is
    called or why it is not there.
    """
    facts = {"number": case.label, "mark": file.mark or MARKS[file.kind], "name": file.name}
    if file.state is FileState.LOST:
        return texts.say(language, "file-lost", facts)
    if file.state is FileState.GONE:
        return texts.say(language, "file-gone", facts)
    if file.state is FileState.WANTED and file.kind is FileKind.DOCUMENT:
        # A channel passes on photos and voices that it has, but no document that we have not seen.
        return texts.say(language, "file-coming", facts)
    return texts.say(language, "file-named" if file.name else "file-unnamed", facts)
