"""What those who are rung tap and write: take an alarm, write to its resident, give it back, and say how it ended."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from casework.actions import alarms
from casework.alarms import Alarm
from handlers.media import take as take_in
from handlers.messages import Incoming
from handlers.router import Tap, TapHandler
from handlers.staff import alarm_cards
from handlers.steps import Flow, FreeText
from handlers.talk import Talk

_LONGEST: Final = 1000


async def show(talk: Talk, tap: Tap) -> None:
    """Show an alarm as it stands now."""
    await _present(talk, await alarms.seen(talk.uow, tap.subject, talk.person.id), edit=False)


async def take(talk: Talk, tap: Tap) -> None:
    """Take it: exactly one does, and the others see who."""
    alarm = await alarms.take(talk.uow, tap.subject, talk.person.id)
    talk.toast = talk.say("alarm-yours")
    await _present(talk, alarm, edit=True)


async def ring(talk: Talk, tap: Tap) -> None:
    """Have the duty officers rung for a question that nobody has answered."""
    await alarms.confirm(talk.uow, tap.subject, talk.person.id)
    talk.answer("alarm-rung")


async def give_back(talk: Talk, tap: Tap) -> None:
    """Give it back: the others are rung."""
    await alarms.give_back(talk.uow, tap.subject, talk.person.id)
    talk.answer("alarm-rung")


async def listen(talk: Talk, incoming: Incoming) -> bool:
    """Send a reply to a message about an alarm to its resident, and return whether it was one."""
    if not any(post.unit_id is None for post in talk.posts):
        return False
    alarm_id = await talk.uow.alarm_of_message(incoming.chat, incoming.reply_to)
    alarm = await talk.uow.get(Alarm, alarm_id) if alarm_id is not None else None
    if alarm is None or alarm.person_id == talk.person.id:
        return False
    await alarms.taken(talk.uow, alarm.id, talk.person.id)
    if said := take_in(talk, incoming):
        await _wrote(talk, alarm.id, said.words, [file.id for file in said.files])
    return True


async def _present(talk: Talk, alarm: Alarm, *, edit: bool) -> None:
    text, buttons = await alarm_cards.card(talk.uow, talk.language, alarm, talk.person.id)
    talk.reply(text, buttons, card=alarm_cards.name(alarm), edit=edit, alarm_id=alarm.id)


async def _wrote(talk: Talk, alarm_id: int, words: str, files: Sequence[int] = ()) -> None:
    alarm = await alarms.write(talk.uow, alarm_id, talk.person.id, words, files)
    talk.reply(talk.say("alarm-written"), alarm_id=alarm.id)


class OnAlarm(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a flow of one line about an alarm."""

    alarm_id: int = 0
    words: str = ""


async def _write(talk: Talk, data: OnAlarm) -> None:
    await _wrote(talk, data.alarm_id, data.words)


async def _done(talk: Talk, data: OnAlarm) -> None:
    alarm = await alarms.done(talk.uow, data.alarm_id, talk.person.id, data.words)
    talk.reply(talk.say("alarm-done"), alarm_id=alarm.id)


def _one_line(question: str) -> list[FreeText[OnAlarm]]:
    return [FreeText("words", question, "words", _LONGEST, cancel=True)]


WRITE: Final = Flow("alarm-write", OnAlarm, _one_line("alarm-ask-words"), _write)
DONE: Final = Flow("alarm-done", OnAlarm, _one_line("alarm-ask-ending"), _done)


def _begins(flow: Flow[OnAlarm]) -> TapHandler:
    async def begin(talk: Talk, tap: Tap) -> None:
        alarm = await alarms.taken(talk.uow, tap.subject, talk.person.id)
        await flow.start(talk, OnAlarm(alarm_id=alarm.id))

    return begin


FLOWS: Final = (WRITE, DONE)
ALARM_TAPS: Final[Mapping[str, TapHandler]] = {
    "show": show,
    "take": take,
    "ring": ring,
    "back": give_back,
    "write": _begins(WRITE),
    "done": _begins(DONE),
}
