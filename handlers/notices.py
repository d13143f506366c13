"""Notices in words: each kind has one renderer, and several follow-ups for one person become one message."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from casework.actions.entering import messenger
from casework.alarms import Alarm
from casework.files import File
from casework.notices import Notice
from casework.people import Group, Person
from casework.petitions import Case
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import passing, texts
from handlers.media import messages
from handlers.messages import Button, Enclosed, Outgoing, Priority, Rows
from handlers.reading import masked, reads_names

MOST_LINES = 12

_NOTHING: Mapping[str, Any] = MappingProxyType({})

_OF_JOINED = frozenset({"news"})
"""What tells of a case that the reader has joined or signed: as much their own business as one's own case."""


@dataclass(frozen=True, slots=True)
class View:
    """A notice in words: the whole message, and of a follow-up one line for a message that joins several.

    `card`, `edit`, `file` and `among` as in Outgoing. `opener` opens what the line speaks of, where that is no case.
    `instead_of` are kinds that need not be told of the same case beside it. The text is "" where the files of the
    notice say all.
    """

    text: str
    buttons: Rows = ()
    line: str = ""
    card: str = ""
    edit: bool = False
    instead_of: frozenset[str] = frozenset()
    file: Enclosed | None = None
    among: bool = False
    opener: Button | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a renderer works with: the notice, its case and alarm (None where it has none), the reader's language.

    It is `passed_on` where the reader is not whom it is for: somebody without a chat. It is `brief` where the reader
    sees nothing but the view's line, one of several: a renderer may leave the rest away then.
    """

    uow: UnitOfWork
    notice: Notice
    case: Case | None
    language: str
    reader: Person | None
    alarm: Alarm | None = None
    passed_on: bool = False
    brief: bool = False

    @property
    def its_case(self) -> Case:
        """The notice's case. Raises LookupError where it has none: a defect of whoever left the notice."""
        if self.case is None:
            raise LookupError(f"a notice {self.notice.kind} without a case")
        return self.case

    def say(self, key: str, known: Mapping[str, Any] = _NOTHING, /, **arguments: object) -> str:
        """Return the text `key` in the reader's language, with what is `known` and the arguments; for who passes it on
        its own words, where there are any.
        """
        own = f"{key}-passed"
        if self.passed_on and texts.has(self.language, own):
            key = own
        return texts.say(self.language, key, {**known, **arguments} if arguments else known)


Renderer = Callable[[Scene], Awaitable[View]]


async def render(uow: UnitOfWork, notices: Sequence[Notice], renderers: Mapping[str, Renderer]) -> list[Outgoing]:
    """Return the messages for `notices`. Unreachable people and groups left get none; their notices stand in the
    case's timeline.
    """
    if not notices:
        return []
    outgoing: list[Outgoing] = []
    readers: dict[int, Person] = {}
    scheduled: dict[int, list[Scene]] = defaultdict(list)
    night = uow.rules.calendar.awake(uow.now) != uow.now
    for notice in notices:
        scene = await _scene(uow, notice)
        if scene is None:
            continue
        if scene.reader is not None and notice.follow_up:
            readers[scene.reader.id] = scene.reader
            scheduled[scene.reader.id].append(scene)
            continue
        view = await _view(scene, renderers)
        chat = scene.reader.home if scene.reader is not None else notice.group
        if view.text:
            outgoing.append(_message(chat, notice, view, quiet=night))
        if scene.case is not None and scene.reader is not None and not _is_hushed(scene):
            files = await uow.get_all(File, list(notice.args.get("files", ())))
            outgoing += await messages(uow, scene.reader, chat, scene.case, files, quiet=night, among=view.among)
    for reader_id, scenes in scheduled.items():
        outgoing.append(await _together(readers[reader_id], scenes, renderers))
    return outgoing


async def _together(reader: Person, scenes: Sequence[Scene], renderers: Mapping[str, Renderer]) -> Outgoing:
    """One person, one message: a single follow-up as it is, several as a list with a button for each case."""
    if len(scenes) > 1:
        views = _needed([(scene, await _view(replace(scene, brief=True), renderers)) for scene in scenes])
        if len(views) > 1:
            return _joined(reader, views)
        scenes = [scene for scene, _ in views]
    (scene,) = scenes
    return _message(reader.home, scene.notice, await _view(scene, renderers), quiet=False)


async def _view(scene: Scene, renderers: Mapping[str, Renderer]) -> View:
    if _is_hushed(scene):
        return _hush(scene)
    return await _passed_on(scene, await renderers[scene.notice.kind](scene))


async def _scene(uow: UnitOfWork, notice: Notice) -> Scene | None:
    case = await uow.get(Case, notice.case_id) if notice.case_id is not None else None
    if notice.group and notice.group == uow.rules.profile.public_channel:
        return Scene(uow, notice, None, uow.rules.languages[0], None)
    if notice.group:
        group = await uow.get(Group, notice.group)
        if group is None or not group.active:
            return None
        return Scene(uow, await _readable(uow, notice, case, None), case, group.language, None)
    person = await uow.get(Person, notice.person_id) if notice.person_id is not None else None
    reader = person
    if person is not None and person.agent_id is not None and not person.home:
        reader = await messenger(uow, person, case)
    if reader is None or reader.unreachable_at is not None or not reader.home:
        return None
    alarm = await uow.get(Alarm, notice.alarm_id) if notice.alarm_id is not None else None
    notice = await _readable(uow, notice, case, reader.id)
    return Scene(uow, notice, case, reader.language, reader, alarm, passed_on=reader is not person)


async def _passed_on(scene: Scene, view: View) -> View:
    """Return a view as it is read by whoever passes it on to somebody without a chat; any other as it is."""
    if not scene.passed_on or scene.case is None or scene.reader is None:
        return view
    uow, language, case, reader_id = scene.uow, scene.language, scene.case, scene.reader.id
    who = await passing.who(uow, language, case, reader_id)
    return replace(
        view,
        text=scene.say("pass-on", who=who, words=view.text) if view.text else "",
        buttons=passing.buttons(uow, language, case, reader_id, view.buttons),
        line=scene.say("pass-on-line", line=view.line) if view.line else "",
    )


def _is_hushed(scene: Scene) -> bool:
    """Tell whether a notice of one's own case comes to a phone that others hold, too."""
    case, reader = scene.case, scene.reader
    if case is None or reader is None or not reader.pin_digest:
        return False
    return reader.id == case.resident_id or scene.notice.kind in _OF_JOINED


def _hush(scene: Scene) -> View:
    """Return that there is news of a case, by its number and without a word: the PIN opens it."""
    case = scene.its_case
    number, show = case.label, f"c.show.{case.id}.{case.epoch}"
    return View(
        scene.say("hushed", number=number),
        ((Button(scene.say("button-open"), show),),),
        scene.say("hushed-line", number=number),
    )


async def _readable(uow: UnitOfWork, notice: Notice, case: Case | None, reader_id: int | None) -> Notice:
    """Return the notice as its reader may read it: a resident's words without the names in them."""
    if case is None or reader_id == case.resident_id or await reads_names(uow, case, reader_id):
        return notice
    return replace(notice, args=masked(notice.args))


def _message(chat: str, notice: Notice, view: View, *, quiet: bool) -> Outgoing:
    priority = Priority.NUDGE if notice.follow_up else Priority.ANSWER
    return Outgoing(
        chat,
        view.text,
        view.buttons,
        case_id=notice.case_id,
        card=view.card,
        edit=view.edit,
        priority=priority if notice.alarm_id is None else Priority.ALARM,
        quiet=quiet and notice.alarm_id is None,
        file=view.file,
        alarm_id=notice.alarm_id,
        among=view.among,
    )


def _needed(views: Sequence[tuple[Scene, View]]) -> list[tuple[Scene, View]]:
    """Leave out what another follow-up of the same case says already, and more urgently."""
    covered = {(scene.notice.case_id, kind) for scene, view in views for kind in view.instead_of}
    return [(scene, view) for scene, view in views if (scene.notice.case_id, scene.notice.kind) not in covered]


def _joined(reader: Person, views: Sequence[tuple[Scene, View]]) -> Outgoing:
    """Return several follow-ups of one reader as a list, with a button for each case."""
    lines = []
    for _, view in views:
        if not view.line:  # A list itself, such as a digest: it comes first, as it is.
            lines += [view.text, ""]
    several = [view.line for _, view in views if view.line]
    if several:
        lines.append(texts.say(reader.language, "joined-head", {"count": len(several)}))
        lines += several[:MOST_LINES]
    if len(several) > MOST_LINES:
        lines.append(texts.say(reader.language, "joined-more", {"count": len(several) - MOST_LINES}))
    lines.append(texts.plain(reader.language, "joined-foot"))
    return Outgoing(reader.home, "\n".join(lines), _openers(views), priority=Priority.NUDGE)


def _openers(views: Sequence[tuple[Scene, View]]) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each case of the joined views, so that every line can be acted upon.

    A view that is a list itself, such as a digest, has its own openers.
    """
    openers: dict[str, Button] = {}
    for scene, view in views[:MOST_LINES]:
        case_id = scene.notice.case_id
        if view.opener is not None:
            openers.setdefault(view.opener.label, view.opener)
        elif case_id is not None and view.line:
            label = view.line.split(" ", 1)[0]
            openers.setdefault(label, Button(label, f"c.show.{case_id}.0"))
        elif not view.line:
            for button in (each for row in view.buttons for each in row):
                openers.setdefault(button.label, button)
    return tuple((button,) for button in openers.values())
