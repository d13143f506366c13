"""An alarm as those who are rung see it: the card with its buttons, the line in a list, and what they are told.

The resident is never named. What was written before is masked; what is sent to whoever comes goes to them as it is.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from casework.alarms import Alarm, AlarmState, telling_part
from casework.danger import Danger
from casework.files import File
from casework.masking import mask
from casework.petitions import Case, Draft
from casework.relations import relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.media import enclosed
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.talk import rows

_BUTTONS: Final[Mapping[AlarmState, tuple[str, ...]]] = {
    AlarmState.RINGING: ("take",),
    AlarmState.UNANSWERED: ("look", "ring"),
    AlarmState.TAKEN: ("write", "done", "back"),
}
"""What an alarm offers in each state; TAKEN to nobody but whoever took it."""

_VERBS: Final = {"look": "take"}


def name(alarm: Alarm) -> str:
    """Return the name of the card that shows an alarm."""
    return f"alarm:{alarm.id}"


def facts(uow: UnitOfWork, language: str, alarm: Alarm) -> dict[str, Any]:
    """Return what the texts may name of an alarm."""
    area = case_words.area_label(uow, alarm.area_id, language)
    place = " ".join(dict.fromkeys(each for each in (area, alarm.place) if each))
    return {
        "place": place or texts.plain(language, "place-unsaid"),
        "time": case_words.clock(uow, alarm.asked_at),
        "person": uow.staff.title(alarm.taken_by, language),
        "ending": alarm.ending,
        **asdict(uow.rules.profile.emergency),
    }


def line(uow: UnitOfWork, language: str, alarm: Alarm) -> str:
    """Return an alarm as one line of a list."""
    return texts.say(language, f"alarm-line-{alarm.state.value}", facts(uow, language, alarm))


def opener(uow: UnitOfWork, language: str, alarm: Alarm) -> Button:
    """Return the button that opens an alarm."""
    return Button(texts.say(language, "alarm-open", facts(uow, language, alarm)), f"a.show.{alarm.id}")


async def card(uow: UnitOfWork, language: str, alarm: Alarm, reader_id: int) -> tuple[str, Rows]:
    """Return an alarm for one of its staff: why, the words, the place, how it stands; and the buttons."""
    known = facts(uow, language, alarm)
    lines = [texts.say(language, _head(alarm), known)]
    lines += [texts.say(language, "alarm-words", {"words": each}) for each in await _words(uow, alarm)]
    lines.append(texts.say(language, "alarm-place", known))
    if alarm.lat is not None and alarm.lon is not None:
        lines.append(_point(alarm.lat, alarm.lon))
    lines.append(texts.say(language, f"alarm-state-{alarm.state.value}", known))
    buttons = offered(language, alarm, reader_id)
    case = await uow.get(Case, alarm.case_id) if alarm.case_id is not None else None
    if case is not None and relations(uow.staff, uow.org, case, reader_id):
        buttons.append(Button(case.label, f"c.show.{case.id}.{case.epoch}"))
    return "\n".join(lines), rows(buttons, 2)


def offered(language: str, alarm: Alarm, reader_id: int) -> list[Button]:
    """Return the buttons for what somebody may do with an alarm now."""
    if alarm.taken_by not in {None, reader_id}:
        return []
    return [
        Button(texts.plain(language, f"alarm-button-{verb}"), f"a.{_VERBS.get(verb, verb)}.{alarm.id}")
        for verb in _BUTTONS.get(alarm.state, ())
    ]


def _head(alarm: Alarm) -> str:
    if alarm.state is AlarmState.UNANSWERED:
        return "alarm-head-overheard" if alarm.is_overheard else "alarm-head-unanswered"
    if alarm.danger is None:
        return "alarm-head-called"
    return "alarm-head" if alarm.danger is Danger.DANGER else f"alarm-head-{alarm.danger}"


async def _words(uow: UnitOfWork, alarm: Alarm) -> list[str]:
    """Return what the resident wrote, masked: in the draft, and what stands in none."""
    draft = await uow.get(Draft, alarm.draft_id) if alarm.draft_id is not None else None
    return [telling_part(mask(each)) for each in (draft.text if draft is not None else "", alarm.words) if each]


def _point(lat: float, lon: float) -> str:
    """Return a point in degrees as every map takes it."""
    return f"🗺 {lat:.5f}, {lon:.5f}"


# ----- What they are told -----


def _of(scene: Scene) -> tuple[Alarm, int]:
    """Return the notice's alarm, and who reads it. Raises LookupError for a notice without: a defect."""
    if scene.alarm is None or scene.reader is None:
        raise LookupError(f"a notice {scene.notice.kind} without an alarm")
    return scene.alarm, scene.reader.id


async def _whole(scene: Scene) -> View:
    """The card as it stands, as a new message, which is heard."""
    alarm, reader_id = _of(scene)
    text, buttons = await card(scene.uow, scene.language, alarm, reader_id)
    return View(text, buttons, card=name(alarm))


async def _changed(scene: Scene) -> View:
    """The card that is there already, as it stands now: nobody else has to come."""
    return replace(await _whole(scene), edit=True)


async def _word(scene: Scene) -> View:
    """One sentence, and the buttons of the alarm."""
    alarm, reader_id = _of(scene)
    words = facts(scene.uow, scene.language, alarm) | dict(scene.notice.args)
    text = scene.say(f"notice-{scene.notice.kind}", **words)
    return View(text, rows(offered(scene.language, alarm, reader_id), 2))


async def _place(scene: Scene) -> View:
    """The point that the resident has shared, under a word that says so."""
    view = await _word(scene)
    return replace(view, text=f"{view.text}\n{_point(scene.notice.args['lat'], scene.notice.args['lon'])}")


async def _file(scene: Scene) -> View:
    """A file that the resident has sent, with a word that says so."""
    view = await _word(scene)
    file = await scene.uow.get(File, scene.notice.args["file"])
    return replace(view, file=enclosed(file)) if file is not None else view


RENDERERS: Final[Mapping[str, Renderer]] = {
    "alarm_ring": _whole,
    "alarm_unanswered": _whole,
    "alarm_taken": _changed,
    "alarm_off": _changed,
    "alarm_words": _word,
    "alarm_place": _place,
    "alarm_file": _file,
    "alarm_yes": _word,
    "alarm_calm": _word,
    "alarm_how": _word,
    "alarm_still": _word,
}
