"""Whatever the order of media, texts, edits and restarts: what the resident sent is in the case once, in order.

Random things that one resident sends go through the real inbox, desk and rows, on both databases. Turns fail and are
repeated, the same update comes twice, and the process ends between any two. Then the complaint is sent, and its
petition must be what a simple model of the same says.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from casework.files import SIGN, File, FileKind, FileState, Job
from casework.petitions import Case, Draft, DraftState, Petition
from casework.unit_of_work import Rules, UnitOfWork
from casework.words import utf16_length
from handlers import service
from handlers.messages import Attached, Incoming, Kind, Turn
from storage.store import Store
from tests.bot.plain import PlainChannel, StandingClock
from tests.casework.service import CALENDAR, MONDAY, organisation
from tests.databases import KINDS, fresh_database
from tests.storage.raw import begin_afresh, every

RULES = Rules(CALENDAR, secret=b"secret")
ANN = "plain:ann"
PIECE = 4096
SIGNS = {FileKind.PHOTO: "📷", FileKind.VOICE: "🎤", FileKind.VIDEO: "🎬", FileKind.DOCUMENT: "📎"}

# No greeting, no place, no number, nothing of several matters: all of it is words of one complaint.
WORDS = (
    "The pump has been broken for weeks",
    "first line\nsecond line",
    "📷1",
    "\u2060📷1\nsomebody plays with our marks",
    "水泵坏了三个星期",
    "👨‍👩‍👧 " * 3,
    "🎤2✍️",
)
FULL = ("The pump is broken. " * 300)[: PIECE - 1] + "."


# ----- What is sent -----


@dataclass(frozen=True)
class Text:
    """Words."""

    words: str


@dataclass(frozen=True)
class Media:
    """Files in one message, with or without words."""

    kinds: tuple[FileKind, ...]
    words: str = ""
    album: int = 0


@dataclass(frozen=True)
class Edit:
    """Another text of one of the messages so far, the `of`-th counted round."""

    of: int
    words: str


@dataclass(frozen=True)
class Again:
    """One of the messages so far once more: the same update, or (files only) the same message in another."""

    of: int
    update: bool


@dataclass(frozen=True)
class Handle:
    """The desk takes what waits; `fails` turns of it fail at first, when all is decided."""

    fails: int = 0


@dataclass(frozen=True)
class Restart:
    """The process ends, and another begins."""


Step = Text | Media | Edit | Again | Handle | Restart

words = st.sampled_from(WORDS)
captions = st.sampled_from(("", "", *WORDS))
kinds = st.sampled_from(FileKind)


@st.composite
def albums(draw: st.DrawFn) -> list[Step]:
    """Several messages sent as one, one of them with words."""
    count, number = draw(st.integers(2, 4)), draw(st.integers(1, 10**6))
    worded = draw(st.integers(0, count - 1))
    caption = draw(captions)
    return [Media((FileKind.PHOTO,), caption if at == worded else "", number) for at in range(count)]


steps = st.one_of(
    st.builds(Text, words).map(lambda each: [each]),
    st.just([Text(FULL), Text("so that nobody has water.")]),
    st.just([Text(FULL), Media((FileKind.PHOTO,))]),
    st.builds(Media, st.tuples(kinds), captions).map(lambda each: [each]),
    st.builds(Media, st.tuples(kinds, kinds), captions).map(lambda each: [each]),
    albums(),
    st.lists(st.builds(Edit, st.integers(0, 30), words), min_size=1, max_size=4),
    st.builds(Again, st.integers(0, 30), st.booleans()).map(lambda each: [each]),
    st.builds(Handle, st.integers(0, 2)).map(lambda each: [each]),
    st.just([Restart()]),
)
histories = st.lists(steps, min_size=8, max_size=16).map(lambda each: [step for group in each for step in group])


# ----- What has to come of it -----


@dataclass
class Entry:
    """One message in the model: its files, its words, and whether it goes on in the middle of the one before."""

    kinds: tuple[FileKind, ...]
    words: str
    goes_on: bool = False


@dataclass
class Model:
    """What the petition must be."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, kinds: tuple[FileKind, ...], said: str) -> None:
        goes_on = not kinds and bool(self.entries) and self._is_full()
        self.entries.append(Entry(kinds, cleaned(said), goes_on))

    def _is_full(self) -> bool:
        """Whether the last message fills a piece to the brim, so that a channel may have cut it there."""
        length = 0
        for entry in reversed(self.entries):
            length += utf16_length(entry.words)
            if entry.kinds or not entry.goes_on:
                break
        return length > 0 and length % PIECE == 0

    @property
    def files(self) -> list[FileKind]:
        return [kind for entry in self.entries for kind in entry.kinds]

    @property
    def text(self) -> str:
        whole, number = "", 0
        for entry in self.entries:
            lines = []
            for kind in entry.kinds:
                number += 1
                lines.append(f"{SIGN}{SIGNS[kind]}{number}")
            lines += [entry.words] if entry.words else []
            joint = "" if entry.goes_on or not whole else "\n"
            whole += joint + "\n".join(lines)
        return whole


def cleaned(said: str) -> str:
    """What is kept of words: nothing that nobody sees."""
    return said.replace(SIGN, "").strip()


# ----- The service -----


@dataclass
class Sent:
    """One message that was sent: what came in, under which update, and its entry in the model."""

    incoming: Incoming
    update: int
    entry: Entry


class Service:
    """The desk over a database of which the process may end at any time, and the failures that lie ahead."""

    def __init__(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.url = url
        self.store: Store
        self.desk: Desk
        self.failing = 0
        take = service.take

        async def failing(uow: UnitOfWork, incoming: Incoming) -> Turn:
            turn = await take(uow, incoming)
            if self.failing:
                self.failing -= 1
                raise ZeroDivisionError
            return turn

        monkeypatch.setattr(service, "take", failing)

    async def start(self) -> None:
        self.store = await Store.open(self.url, RULES, Random(1))
        clock = StandingClock(MONDAY)
        self.desk = Desk(self.store, {"plain": PlainChannel()}, clock, clock.now)

    async def restart(self) -> None:
        await self.store.close()
        await self.start()

    async def arrive(self, incoming: Incoming, update: int) -> None:
        ids = await self.store.new_ids()
        row = {
            "id": ids.take(),
            "channel": "plain",
            "bot": "1",
            "update_id": update,
            "conversation": incoming.conversation,
            "received_at": 0,
            "body": msgspec.json.encode(incoming).decode(),
            "state": "new",
            "error": "",
        }
        async with self.store.database.transaction() as session:
            await session.write("inbox_store", [row])

    async def drain(self, fails: int = 0) -> None:
        """Handle all that waits. No message fails three times: then it would be set aside."""
        self.failing = fails
        while await self.desk.handle():
            pass
        self.failing = 0

    async def rows(self, *kinds: type[Any]) -> list[Any]:
        async with self.store.reading() as session:
            return await every(session, kinds)


class History:
    """One resident's messages, as they go into the service and into the model."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.model = Model()
        self.sent: list[Sent] = []
        self.updates = 0

    async def do(self, step: Step) -> None:
        match step:
            case Text(said):
                await self._send(Kind.TEXT, said, ())
            case Media(kinds, said, album):
                await self._send(Kind.MEDIA, said, kinds, str(album or ""))
            case Edit(of, said) if self.sent:
                sent = self.sent[of % len(self.sent)]
                sent.entry.words = cleaned(said)
                await self._arrives(replace(sent.incoming, kind=Kind.EDITED, text=said, files=(), album=""))
            case Again(of, update) if self.sent:
                sent = self.sent[of % len(self.sent)]
                if update:
                    await self.service.arrive(sent.incoming, sent.update)
                elif sent.incoming.kind is Kind.MEDIA:
                    await self._arrives(sent.incoming)
            case Handle(fails):
                await self.service.drain(fails)
            case Restart():
                await self.service.restart()

    async def _send(self, kind: Kind, said: str, kinds: Sequence[FileKind], album: str = "") -> None:
        ref = f"m{len(self.sent) + 1}"
        files = tuple(
            Attached(each, source=f"plain:{ref}-{at}", name=f"{ref}-{at}", size=1000) for at, each in enumerate(kinds)
        )
        incoming = Incoming(kind, ANN, ANN, text=said, ref=ref, language="en", files=files, album=album)
        await self._arrives(incoming)
        self.model.add(tuple(kinds), said)
        self.sent.append(Sent(incoming, self.updates, self.model.entries[-1]))

    async def _arrives(self, incoming: Incoming) -> None:
        self.updates += 1
        await self.service.arrive(incoming, self.updates)

    async def files(self) -> None:
        """Send the complaint by the button of its card."""
        await self.service.drain()
        (draft,) = await self.service.rows(Draft)
        await self._arrives(Incoming(Kind.TAP, ANN, ANN, data=f"d.send.{draft.id}", ref="card", tap_id="1"))
        await self.service.drain()


async def run(service: Service, steps: Sequence[Step]) -> None:
    await begin_afresh(service.store, organisation())
    history = History(service)
    for step in steps:
        await history.do(step)
    await history.files()
    await check(service, history)


async def check(service: Service, history: History) -> None:
    model = history.model
    (draft,) = await service.rows(Draft)
    (petition,) = await service.rows(Petition)
    (case,) = await service.rows(Case)
    files: list[File] = await service.rows(File)
    assert draft.state is DraftState.FILED
    assert petition.text == model.text
    assert [file.kind for file in files] == model.files
    assert [file.number for file in files] == list(range(1, len(files) + 1))
    assert [file.name for file in files] == [each.name for sent in history.sent for each in sent.incoming.files]
    assert all(file.petition_id == petition.id and file.draft_id is None for file in files)
    assert case.files == len(files)
    assert all(file.state is FileState.WANTED for file in files)
    assert sorted(job.subject_id for job in await service.rows(Job)) == [file.id for file in files]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_sent_is_in_the_petition_once_and_in_order(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = max(80, settings().max_examples // 4)

    with asyncio.Runner() as runner:
        opened = fresh_database(kind, tmp_path)
        service = Service(runner.run(opened.__aenter__()), monkeypatch)
        runner.run(service.start())

        @settings(max_examples=most, phases=[Phase.explicit, Phase.generate, Phase.shrink])
        @given(histories)
        def holds(steps: list[Step]) -> None:
            sent = [step for step in steps if isinstance(step, Text | Media)]
            assume(sent)
            assume(sum(len(step.words) for step in sent) < 19_000)
            runner.run(run(service, steps))

        try:
            holds()
        finally:
            runner.run(service.store.close())
            runner.run(opened.__aexit__(None, None, None))
