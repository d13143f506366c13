"""A small town over real storage, so that tests of conversations read as conversations.

town = await Town.open(database_url)
ann = town.resident("en")
await ann.says("The lamp on the bridge is dark")
await ann.taps("Send")
assert ann.hears("Your number")
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery import buttons_json
from casework.actions.files import lost
from casework.actions.firing import fire
from casework.areas import Area
from casework.calendar import Calendar
from casework.conversations import Message
from casework.files import File, FileKind
from casework.notices import Notice
from casework.organisation import Route, Unit
from casework.people import Address, Group, Person, Post, Role
from casework.petitions import Case, Petition
from casework.profile import Profile, Together
from casework.unit_of_work import SCHEDULE, Rules
from casework.words import fits_callback
from handlers import service
from handlers.messages import Attached, Button, Enclosed, Incoming, Kind, Outgoing, Rows
from handlers.notices import render
from storage.batch import SUBJECTS
from storage.codec import to_micros
from storage.snapshot import AREA, ROUTE, UNIT
from storage.store import Store

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Nine o'clock in the town."""

ALONE = Profile(together=Together(offers_a_day=0))
"""Nobody is shown what is alike: in most tests everybody complains of the same road."""

COUNTY, RIVER, HILL = 1, 2, 3

AREAS = (
    Area(COUNTY, "990101", "白鹭县", "county", None, "/1/", name_en="Egret County", lat=27.0, lon=118.0),
    Area(RIVER, "990101100", "柳河镇", "town", COUNTY, "/1/2/", name_en="Willow Town", lat=27.0, lon=118.0),
    Area(HILL, "990101101", "松岗乡", "town", COUNTY, "/1/3/", name_en="Pine Township", lat=27.2, lon=118.2),
    Area(11, "990101100201", "枫桥村", "village", RIVER, "/1/2/11/", name_en="Maple Village", lat=27.01, lon=118.0),
    Area(12, "990101100202", "新塘村", "village", RIVER, "/1/2/12/", name_en="Newpond Village", lat=27.02, lon=118.0),
    Area(13, "990101101201", "新塘村", "village", HILL, "/1/3/13/", name_en="Newpond Village", lat=27.22, lon=118.2),
    Area(14, "990101101202", "云居村", "village", HILL, "/1/3/14/", name_en="Cloudrest Village", lat=27.25, lon=118.2),
)
GOVERNMENT, ROADS, WATER = 21, 22, 23
UNITS = (
    Unit(GOVERNMENT, "county", "白鹭县政府", "Egret County Government", "县政府", COUNTY, None),
    Unit(ROADS, "roads", "白鹭县交通局", "Egret Roads Bureau", "交通局", COUNTY, GOVERNMENT),
    Unit(WATER, "water", "白鹭县水务局", "Egret Water Bureau", "水务局", COUNTY, GOVERNMENT),
)
ROUTES = (Route("roads", COUNTY, ROADS), Route("utilities", COUNTY, WATER), Route("other", COUNTY, GOVERNMENT))


@dataclass
class Shown:
    """One message as it stands in a chat now."""

    ref: str
    text: str
    buttons: Rows = ()
    card: str = ""
    case_id: int | None = None
    file: Enclosed | None = None

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons."""
        return [button.label for row in self.buttons for button in row]


@dataclass
class Chat:
    """What stands in a chat, and what arrived since its owner last did something."""

    messages: list[Shown] = field(default_factory=list)
    arrived: list[Shown] = field(default_factory=list)
    toast: str = ""


class Actor:
    """Somebody who writes to the service."""

    def __init__(self, town: "Town", address: str, language: str) -> None:
        self.town = town
        self.address = address
        self.language = language
        self.sent: list[tuple[str, str]] = []

    @property
    def chat(self) -> Chat:
        """The private chat with the service."""
        return self.town.chats.setdefault(self.address, Chat())

    async def says(self, text: str, *, reply_to: Shown | None = None, group: str = "") -> None:
        """Send words; into a group chat with `group`."""
        ref = self.town.next_ref()
        self.sent.append((ref, text))
        await self._do(Kind.TEXT, group=group, text=text, ref=ref, reply_to=reply_to.ref if reply_to else "")

    async def edits(self, before: str, after: str, *, ref: str = "") -> None:
        """Change the last message that read `before`, or the one of the name `ref`."""
        ref = ref or next(ref for ref, text in reversed(self.sent) if text == before)
        self.sent.append((ref, after))
        await self._do(Kind.EDITED, text=after, ref=ref)

    async def sends_photo(self, caption: str = "", *, reply_to: Shown | None = None) -> str:
        """Send a photo, with or without words to it; return the name of the message."""
        return await self.sends(self.town.file(FileKind.PHOTO, mime="image/jpeg"), caption=caption, reply_to=reply_to)

    async def sends_voice(self, seconds: int = 25, *, reply_to: Shown | None = None) -> str:
        """Send a voice message."""
        voice = self.town.file(FileKind.VOICE, mime="audio/ogg", seconds=seconds)
        return await self.sends(voice, reply_to=reply_to)

    async def sends_document(self, name: str, caption: str = "", *, reply_to: Shown | None = None) -> str:
        """Send a document."""
        document = self.town.file(FileKind.DOCUMENT, name=name, mime="application/pdf")
        return await self.sends(document, caption=caption, reply_to=reply_to)

    async def sends_video(self, caption: str = "", *, size: int = 1000) -> str:
        """Send a video."""
        return await self.sends(self.town.file(FileKind.VIDEO, mime="video/mp4", size=size, seconds=9), caption=caption)

    async def sends_album(self, count: int, caption: str = "", *, reply_to: Shown | None = None) -> None:
        """Send photos as one, with words to the first. What arrives for any of them counts as arrived."""
        album, arrived = self.town.next_ref(), []
        for number in range(count):
            photo = self.town.file(FileKind.PHOTO, mime="image/jpeg")
            await self.sends(photo, caption="" if number else caption, album=album, reply_to=reply_to)
            arrived += self.chat.arrived
        self.chat.arrived[:] = arrived

    async def sends(
        self, file: Attached, *, caption: str = "", album: str = "", reply_to: Shown | None = None, ref: str = ""
    ) -> str:
        """Send a file; return the name of the message."""
        ref = ref or self.town.next_ref()
        self.sent.append((ref, caption))
        reply = reply_to.ref if reply_to else ""
        await self._do(Kind.MEDIA, text=caption, files=(file,), album=album, ref=ref, reply_to=reply)
        return ref

    async def sends_sticker(self, words: str = "") -> None:
        """Send what can't be read."""
        await self._do(Kind.UNSUPPORTED, text=words, ref=self.town.next_ref())

    async def shares(self, lat: float, lon: float) -> None:
        """Share a place."""
        await self._do(Kind.PLACE, place=(lat, lon), ref=self.town.next_ref())

    async def taps(self, label: str, *, group: str = "") -> None:
        """Tap the newest button that reads `label`; in a group with `group`."""
        chat = self.town.chats[group] if group else self.chat
        shown, button = _button(chat, label)
        await self.sends_data(button.data, ref=shown.ref, group=group)

    async def sends_data(self, data: str, *, ref: str = "", group: str = "") -> None:
        """Send the data of a button, as a forger could."""
        await self._do(Kind.TAP, group=group, data=data, ref=ref)

    async def blocks(self) -> None:
        """Stop the service."""
        await self._do(Kind.BLOCKED)

    def hears(self, pattern: str) -> bool:
        """Return whether something that arrived since the last deed has `pattern`; fails with what arrived else."""
        texts = [shown.text for shown in self.chat.arrived]
        assert any(re.search(pattern, text) for text in texts), f"{pattern!r} is not in {texts}"
        return True

    def hears_nothing_of(self, pattern: str) -> bool:
        """Return whether nothing that arrived since the last deed has `pattern`."""
        return not any(re.search(pattern, shown.text) for shown in self.chat.arrived)

    @property
    def last(self) -> Shown:
        """The message that arrived last."""
        return self.chat.messages[-1]

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons that arrived since the last deed."""
        return [label for shown in self.chat.arrived for label in shown.labels]

    @property
    def shown_files(self) -> list[Enclosed]:
        """The files that arrived since the last deed."""
        return [shown.file for shown in self.chat.arrived if shown.file is not None]

    @property
    def toast(self) -> str:
        """The short word that answered the last tap."""
        return self.chat.toast

    async def person(self) -> Person:
        """Return the person as stored."""
        async with self.town.store.turn(self.town.now) as uow:
            address = await uow.get(Address, self.address)
            assert address is not None
            person = await uow.get(Person, address.person_id)
            assert person is not None
            return person

    async def cases(self) -> list[Case]:
        """Return the person's own cases as stored."""
        person = await self.person()
        async with self.town.store.turn(self.town.now) as uow:
            return await uow.cases_of_resident(person.id)

    async def petitions(self) -> list[Petition]:
        """Return what the person has sent, newest first."""
        cases = await self.cases()
        async with self.town.store.turn(self.town.now) as uow:
            return await uow.get_all(Petition, [case.petition_id for case in cases])

    async def files(self) -> list[File]:
        """Return the files of the person's cases as stored, in order."""
        found: dict[int, File] = {}
        for case in await self.cases():
            async with self.town.store.turn(self.town.now) as uow:
                found |= {file.id: file for file in await uow.files_of_case(case, public=True)}
        return [found[id_] for id_ in sorted(found)]

    async def _do(self, kind: Kind, *, group: str = "", **fields: Any) -> None:
        self.chat.arrived.clear()
        self.chat.toast = ""
        hint = {"en": "en", "zh": "zh-hans"}[self.language]
        await self.town.take(Incoming(kind, group or self.address, self.address, language=hint, **fields))


class Town:
    """The service with its people, and its clock."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.store = store
        self.now = now
        self.chats: dict[str, Chat] = {}
        self._count = 0

    @classmethod
    async def open(cls, url: str, profile: Profile | None = None) -> "Town":
        """Open a town with two townships, four villages and three units over a fresh database."""
        calendar = Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030)
        rules = Rules(calendar, profile or ALONE, secret=b"s" * 32)
        town = cls(await Store.open(url, rules, Random(7)), MONDAY)
        async with town.store.batch() as batch:
            await batch.session.write("area_insert", [AREA.encode(area) for area in AREAS])
            paths = {GOVERNMENT: "/21/", ROADS: "/21/22/", WATER: "/21/23/"}
            units = [{**UNIT.encode(unit), "path": paths[unit.id]} for unit in UNITS]
            await batch.session.write("unit_insert", units)
            await batch.session.write("route_insert", [ROUTE.encode(route) for route in ROUTES])
            await batch.session.write("organisation_changed", [{"id": 1}])
        return town

    async def close(self) -> None:
        """Close the store."""
        await self.store.close()

    def next_ref(self) -> str:
        """Return a new name of a message."""
        self._count += 1
        return str(self._count)

    def file(self, kind: FileKind, **fields: Any) -> Attached:
        """Return a file that nobody has sent before, as a channel hands it over."""
        fields.setdefault("size", 1000)
        return Attached(kind, source=f"tg:{kind.value}:{self.next_ref()}", **fields)

    # People.

    def resident(self, language: str) -> Actor:
        """Return somebody who has never written yet."""
        self._count += 1
        return Actor(self, f"tg:{7000 + self._count}", language)

    async def cadre(
        self, unit: int = ROADS, title: str = "路政员", title_en: str = "Road officer", language: str = "zh"
    ) -> Actor:
        """Return a cadre of a unit."""
        return await self.official(Role.CADRE, language, unit=unit, title=title, title_en=title_en)

    async def official(
        self,
        role: Role,
        language: str = "zh",
        *,
        unit: int | None = None,
        area: int | None = None,
        title: str = "同志",
        title_en: str = "Officer",
    ) -> Actor:
        """Return somebody with a post in a unit or over an area."""
        actor = self.resident(language)
        async with self.store.turn(self.now) as uow:
            person = Person(uow.new_id(), "", language, actor.address, self.now - timedelta(days=1))
            uow.put(person)
            uow.put(Address(actor.address, person.id))
            uow.put(Post(uow.new_id(), person.id, role, unit, area, title, title_en))
        return actor

    async def group(self, unit: int = ROADS, language: str = "zh") -> str:
        """Return the chat of a unit's group."""
        self._count += 1
        key = f"tg:-{100 + self._count}"
        async with self.store.turn(self.now) as uow:
            uow.put(Group(key, unit, language))
        return key

    # What happens.

    async def take(self, incoming: Incoming) -> None:
        """Take one message as the worker does: one transaction; then what goes out arrives."""
        async with self.store.batch() as batch:
            uow = self.store.unit_of_work(batch, self.now, incoming.chat.partition(":")[0])
            turn = await service.take(uow, incoming)
            refs = [self._ref_of(each) for each in turn.outgoing]
            for ref, outgoing in zip(refs, turn.outgoing, strict=True):
                uow.put(_row(uow.new_id(), outgoing, ref, self.now))  # type: ignore[arg-type]
            batch.join()
        self._arrive(refs, turn.outgoing)
        if turn.toast:
            self.chats.setdefault(incoming.sender, Chat()).toast = turn.toast

    async def loses(self, file: File) -> None:
        """Let a file be given up by the job that was to fetch it."""
        async with self.store.batch() as batch:
            uow = self.store.unit_of_work(batch, self.now, SCHEDULE)
            await lost(uow, file.id)
            outgoing = await render(uow, uow.notices, service.RENDERERS)
            batch.join()
        self.arrives(outgoing)

    def arrives(self, outgoing: Sequence[Outgoing]) -> None:
        """Let what the program says of itself arrive, and nothing else."""
        for chat in self.chats.values():
            chat.arrived.clear()
        self._arrive([self._ref_of(each) for each in outgoing], outgoing)

    async def passes(self, *, days: float = 0, hours: float = 0, minutes: float = 0) -> None:
        """Let time pass, and carry out every follow-up at its moment, in order."""
        target = self.now + timedelta(days=days, hours=hours, minutes=minutes)
        for _ in range(2000):
            async with self.store.reading() as session:
                (planned,) = await session.rows("followups_next")
            next_due = min((due for due in planned if due is not None), default=None)
            if next_due is None or next_due > to_micros(target):
                self.now = target
                return
            self.now = max(self.now, datetime.fromtimestamp(next_due / 1e6, UTC))
            await self._sweep()
        raise AssertionError("the follow-ups never end")

    async def _sweep(self) -> None:
        notices: list[Notice] = []
        async with self.store.batch() as batch:
            due = await batch.session.rows("followups_due", now=to_micros(self.now), most=100)
            for subject, kind, *_ in due:
                uow = self.store.unit_of_work(batch, self.now, SCHEDULE)
                prefix, _, number = subject.partition(":")
                found: Any = await batch.get(SUBJECTS[prefix], int(number))
                await fire(uow, found, kind)
                notices += uow.notices
                batch.replan(subject)
                batch.join()
            uow = self.store.unit_of_work(batch, self.now, SCHEDULE)
            outgoing = await render(uow, notices, service.RENDERERS)
            refs = [self._ref_of(each) for each in outgoing]
            for ref, each in zip(refs, outgoing, strict=True):
                uow.put(_row(uow.new_id(), each, ref, self.now))  # type: ignore[arg-type]
            batch.join()
        self._arrive(refs, outgoing)

    def _ref_of(self, outgoing: Outgoing) -> str:
        """Return the name of the message that an edit changes, or a new one."""
        chat = self.chats.setdefault(outgoing.chat, Chat())
        cards = [one.ref for one in chat.messages if one.card and one.card == outgoing.card]
        return cards[-1] if outgoing.edit and cards else self.next_ref()

    def _arrive(self, refs: Sequence[str], outgoing: Sequence[Outgoing]) -> None:
        for ref, each in zip(refs, outgoing, strict=True):
            _check(each)
            chat = self.chats.setdefault(each.chat, Chat())
            shown = Shown(ref, each.text, each.buttons, each.card, each.case_id, each.file)
            known = [position for position, one in enumerate(chat.messages) if one.ref == ref]
            if known:
                chat.messages[known[-1]] = shown
            else:
                chat.messages.append(shown)
            chat.arrived.append(shown)


def _button(chat: Chat, label: str) -> tuple[Shown, Button]:
    for shown in reversed(chat.messages):
        for row in shown.buttons:
            for button in row:
                if button.label == label or label in button.label:
                    return shown, button
    raise AssertionError(f"no button {label!r}; the last message reads {chat.messages[-1].text!r}")


def _check(outgoing: Outgoing) -> None:
    """Hold every message to what all channels can carry."""
    assert outgoing.text.strip(), outgoing
    for row in outgoing.buttons:
        for button in row:
            assert button.label, outgoing
            assert button.kind == "place" or fits_callback(button.data), button


def _row(message_id: int, outgoing: Outgoing, ref: str, now: datetime) -> Message:
    buttons = buttons_json(outgoing.buttons)
    return Message(
        message_id,
        outgoing.chat,
        False,
        now,
        outgoing.text,
        buttons,
        outgoing.case_id,
        ref=ref,
        file_id=outgoing.file.file_id if outgoing.file is not None else None,
        alarm_id=outgoing.alarm_id,
        among=outgoing.among,
    )
