"""Somebody may be in danger: the question, its answers, /sos, and what the person is told until it is over.

The words themselves go their ordinary way beside it: whatever is answered, they are kept.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from casework.actions import alarms
from casework.alarms import Alarm, AlarmState
from casework.danger import Danger, suspect
from casework.files import File
from casework.petitions import Draft
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from casework.words import clean
from handlers import texts
from handlers.case_words import area_label
from handlers.media import Said, enclosed
from handlers.messages import Button, Incoming, Kind, Outgoing, Rows
from handlers.notices import Renderer, Scene, View
from handlers.resident import draft_card, writing
from handlers.router import Command, Tap, TapHandler
from handlers.talk import Talk

_SENT: Final = frozenset({Kind.TEXT, Kind.EDITED, Kind.PLACE, Kind.MEDIA, Kind.UNSUPPORTED})


async def watch(talk: Talk, incoming: Incoming) -> None:
    """Look at what somebody has sent, when it is taken care of: pass it on to whoever is rung, or ask about danger.

    The question comes before the ordinary answer.
    """
    if incoming.kind not in _SENT:
        return
    words = clean(incoming.text)
    alarm = await current(talk)
    danger = suspect(words) if words else None
    if alarm is None and danger is None:
        return
    draft = await draft_card.current(talk)
    if alarm is not None and alarm.is_open:
        await _pass_on(talk, alarm, draft, words)
    if danger is None:
        return
    person, key = talk.person.id, talk.conversation.key
    asked = await alarms.ask(talk.uow, person, key, alarm, danger, words, draft=draft, case_id=talk.added_to)
    if asked is not None:
        talk.move(alarm_id=asked.id)
        _say_first(talk, asked, question(talk.uow, talk.language, danger), answers(talk.language, asked))


async def current(talk: Talk) -> Alarm | None:
    """Return the last alarm of this chat; None where there is none, or it is over. Most chats have none to look up."""
    alarm_id = talk.conversation.alarm_id
    alarm = await talk.uow.get(Alarm, alarm_id) if alarm_id is not None else None
    if alarm is not None and alarm.state is AlarmState.OVER:
        talk.move(alarm_id=None)
        return None
    return alarm


async def sos(talk: Talk, words: str) -> None:
    """Ring somebody at once, whatever was said before. Words behind it are kept like any others."""
    draft = await draft_card.current(talk)
    if words:
        draft = await writing.add(talk, draft, Said(words, ref=talk.incoming.ref))
    last = await current(talk)
    alarm = await alarms.call(talk.uow, talk.person.id, talk.conversation.key, last, draft)
    talk.move(alarm_id=alarm.id)
    if last is not None and last.is_heard:
        talk.reply(_standing(talk, alarm), nobody_is(talk.language, alarm))
        if words:
            await alarms.heard(talk.uow, alarm.id, talk.person.id, words)
    if words and draft is not None:
        await draft_card.show(talk, draft)


async def numbers_to_call(talk: Talk, words: str) -> None:
    """Say whom to call, with the button that rings somebody: one tap alone must not."""
    yes = talk.button("button-danger-yes", "m.sos")
    talk.reply(question(talk.uow, talk.language, None), ((yes,),))


async def _yes(talk: Talk, tap: Tap) -> None:
    before = await talk.uow.get(Alarm, tap.subject)
    alarm = await alarms.confirm(talk.uow, tap.subject, talk.person.id)
    if before is not None and before.is_heard:
        talk.reply(_standing(talk, alarm), nobody_is(talk.language, alarm))
    else:
        _answered(talk, alarm, "danger-yes")


async def _no(talk: Talk, tap: Tap) -> None:
    alarm = await alarms.deny(talk.uow, tap.subject, talk.person.id)
    _answered(talk, alarm, "danger-no-late" if alarm.is_heard else "danger-no")


def _answered(talk: Talk, alarm: Alarm, key: str) -> None:
    """Put the answer in the question's place."""
    text = texts.say(talk.language, _by_kind(talk.language, alarm.danger, key), numbers(talk.uow))
    talk.reply(text, card=_card(alarm), edit=True)


async def _pass_on(talk: Talk, alarm: Alarm, draft: Draft | None, words: str) -> None:
    point = talk.incoming.place
    alarm = await alarms.heard(talk.uow, alarm.id, talk.person.id, words, point, talk.files, draft=draft)
    if alarm.is_heard and (words or point is not None or talk.files):
        _say_first(talk, alarm, _passed(talk, alarm), ())


def _passed(talk: Talk, alarm: Alarm) -> str:
    if alarm.state is AlarmState.RINGING:
        return talk.say("danger-passed-ringing")
    return talk.say("danger-passed", person=talk.uow.staff.title(alarm.taken_by, talk.language))


def _standing(talk: Talk, alarm: Alarm) -> str:
    """Return that somebody is rung already, or who is on it."""
    facts = numbers(talk.uow) | {"person": talk.uow.staff.title(alarm.taken_by, talk.language)}
    return talk.say("danger-ringing-already" if alarm.taken_by is None else "danger-taken-already", **facts)


def _say_first(talk: Talk, alarm: Alarm, text: str, buttons: Rows) -> None:
    """Answer before all that is answered already."""
    card = _card(alarm) if buttons else ""
    talk.outgoing.insert(0, Outgoing(talk.incoming.chat, text, buttons, card=card))


# ----- The words of it -----


def question(uow: UnitOfWork, language: str, danger: Danger | None) -> str:
    """Return the question, with the numbers to call."""
    return texts.say(language, _by_kind(language, danger, "danger-ask"), numbers(uow))


def answers(language: str, alarm: Alarm) -> Rows:
    """Return the two answers to the question."""
    yes = texts.plain(language, _by_kind(language, alarm.danger, "button-danger-yes"))
    return ((Button(yes, f"a.yes.{alarm.id}"),), *nobody_is(language, alarm))


def nobody_is(language: str, alarm: Alarm) -> Rows:
    """Return the answer that nobody is in danger, which can be given at any time."""
    return ((Button(texts.plain(language, _by_kind(language, alarm.danger, "button-danger-no")), f"a.no.{alarm.id}"),),)


def numbers(uow: UnitOfWork) -> dict[str, str]:
    """Return the telephone numbers that the texts name."""
    return asdict(uow.rules.profile.emergency)


def _by_kind(language: str, danger: Danger | None, key: str) -> str:
    """Return the text for what is feared, where it has one of its own; else that for any danger."""
    own = f"{key}-{danger}"
    return own if danger is not None and texts.has(language, own) else key


def _card(alarm: Alarm) -> str:
    return f"danger:{alarm.id}"


def _of(scene: Scene) -> Alarm:
    """Return the notice's alarm. Raises LookupError for a notice without: a defect."""
    if scene.alarm is None:
        raise LookupError(f"a notice {scene.notice.kind} without an alarm")
    return scene.alarm


def _said(scene: Scene, alarm: Alarm) -> str:
    """Return the notice's text, as what is feared has it."""
    key = _by_kind(scene.language, alarm.danger, f"notice-{scene.notice.kind}")
    return scene.say(key, **numbers(scene.uow) | dict(scene.notice.args))


async def _plain(scene: Scene) -> View:
    return View(_said(scene, _of(scene)))


async def _file(scene: Scene) -> View:
    """A file from whoever is on it."""
    view, file = await _plain(scene), await scene.uow.get(File, scene.notice.args["file"])
    return replace(view, file=enclosed(file)) if file is not None else view


async def _ringing(scene: Scene) -> View:
    """Who is rung, or that nobody can be; and the question where it is, as long as nobody knows."""
    alarm = _of(scene)
    text, buttons = _said(scene, alarm), nobody_is(scene.language, alarm)
    if not alarm.place and alarm.lat is None and not area_label(scene.uow, alarm.area_id, scene.language):
        text = f"{text}\n{scene.say('danger-where')}"
        buttons += ((Button(scene.say("button-share-place"), kind="place"),),)
    return View(text, buttons)


async def _again(scene: Scene) -> View:
    alarm = _of(scene)
    text = f"{_said(scene, alarm)}\n{question(scene.uow, scene.language, alarm.danger)}"
    return View(text, answers(scene.language, alarm), card=_card(alarm))


COMMANDS: Final[Mapping[str, Command]] = {"sos": sos, "danger": numbers_to_call}
ALARM_TAPS: Final[Mapping[str, TapHandler]] = {"yes": _yes, "no": _no}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "danger_ringing": _ringing,
    "danger_nobody": _ringing,
    "danger_still": _ringing,
    "danger_again": _again,
    "danger_taken": _plain,
    "danger_words": _plain,
    "danger_file": _file,
    "danger_over": _plain,
}
