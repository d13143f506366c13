"""Questions that files may answer, too: words, photos, a voice message, papers, or several of them."""

from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from casework.actions.enclosing import sent_by
from casework.files import File
from handlers.media import MOST, Said, brings_files, counted, take
from handlers.messages import Button, Incoming, Kind
from handlers.steps import Choice, FreeText, Mistake, More, choice_data
from handlers.talk import Talk, rows

D = TypeVar("D", bound=msgspec.Struct)

DONE: Final = "done"


class Sent(msgspec.Struct, frozen=True):
    """What was sent besides typed words, in the field `sent` of a flow's state: ids of files, and words to them.

    `album` is the album of the last one.
    """

    files: tuple[int, ...] = ()
    captions: str = ""
    album: str = ""

    def with_words(self, typed: str) -> str:
        """Return all that was said in words: what was written to the files, and what was typed."""
        return "\n".join(each for each in (self.captions, typed) if each)


NOTHING: Final = Sent()


@dataclass(frozen=True)
class WithFiles(FreeText[D]):
    """A question answered in own words, by files, or by both. Words end it; files do with Done.

    The flow's state has a field `sent` for the files. They are no answer without any words unless they may stand
    `alone`. `skip` as in FreeText.
    """

    alone: bool = True

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the words, or more files. Raises More after files, Mistake for neither."""
        if brings_files(incoming):
            data, together = gathered(talk, data, incoming)
            sent = sent_of(data)
            if sent.files or sent.captions:
                done = talk.button("button-done", choice_data(talk, self.id, DONE))
                await acknowledge(talk, data, (done,) if self.alone or sent.captions else (), edit=together)
            raise More(data)
        if incoming.kind is Kind.TAP and incoming.data.endswith(f".{DONE}"):
            if not sent_of(data).files and not sent_of(data).captions:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, **{self.field: ""})
        return await super().take(talk, data, incoming)


class Document(WithFiles[D]):
    """A question for a document: words beside it are welcome, but do not stand in for it."""

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the document. Raises Mistake for words alone, More after files."""
        taken = await super().take(talk, data, incoming)
        if not sent_of(taken).files:
            raise Mistake("refused-needs-document")
        return taken


@dataclass(frozen=True)
class ChoiceAfterFiles(Choice[D]):
    """A choice about files, of which more may come meanwhile: an album comes in several messages.

    The flow's state has a field `sent` for them.
    """

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the choice, or more files. Raises More after files, Mistake for neither."""
        if brings_files(incoming):
            data, together = gathered(talk, data, incoming)
            await acknowledge(talk, data, (), edit=together)
            raise More(data)
        return await super().take(talk, data, incoming)


async def loose(talk: Talk, sent: Sent) -> list[File]:
    """Return the files that were sent in answer to a question."""
    return await sent_by(talk.uow, talk.person.id, sent.files)


def sent_with(said: Said) -> Sent:
    """Return what a first message has brought."""
    return Sent(tuple(file.id for file in said.files), said.words, said.album)


def gathered(talk: Talk, data: D, incoming: Incoming) -> tuple[D, bool]:
    """Return the state, which has a field `sent`, with what a message has brought; and whether it was sent as one with
    the message before.
    """
    before = sent_of(data)
    said = take(talk, incoming, MOST - len(before.files))
    new = sent_with(said)
    captions = "\n".join(each for each in (before.captions, new.captions) if each)
    together = bool(new.album) and new.album == before.album
    sent = Sent((*before.files, *new.files), captions, new.album)
    return msgspec.structs.replace(data, sent=sent), together


async def acknowledge(talk: Talk, data: msgspec.Struct, buttons: tuple[Button, ...], *, edit: bool) -> None:
    """Say which files there are by now, and how to end."""
    files = await talk.uow.get_all(File, list(sent_of(data).files))
    key = "files-got-more" if buttons else "files-got"
    shown = counted(talk.language, (file.kind for file in files)) or talk.say("files-words")
    text = talk.say(key, files=shown)
    talk.reply(text, rows(buttons), card=f"files:{talk.conversation.run}", edit=edit)


def sent_of(data: msgspec.Struct) -> Sent:
    """Return what was sent until now, of a flow's state with a field `sent`."""
    sent: Sent = getattr(data, "sent", NOTHING)
    return sent
