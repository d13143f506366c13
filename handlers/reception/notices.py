"""What visitors are told: reminders, the place that has become free, their turn; and what the office is told."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from casework.actions.reception.about import cases_before
from casework.actions.reception.access import figures, visits
from casework.actions.reception.entries import TAKEN_BACK
from casework.files import File
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.series import Series
from handlers.case_words import clock
from handlers.dates import word_day, word_moment
from handlers.media import enclosed
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.reception import own, words

_NOTHING: Final = View("")
_MOST_VISITS: Final = 3
_MOST_DATES: Final = 5
"""So many are told of in one message; of the others how many they are."""


async def _visit(scene: Scene) -> tuple[Reception, Booking] | None:
    """Return the day and the visit that a notice speaks of."""
    day = await scene.uow.get(Reception, scene.notice.args["reception_id"])
    visit = await scene.uow.get(Booking, scene.notice.args["key"])
    return (day, visit) if day is not None and visit is not None else None


def _telling(buttons: bool = False) -> Renderer:
    """Return what tells a visitor something by the text of its kind; with the `buttons` of a visit that is to come."""

    async def render(scene: Scene) -> View:
        found = await _visit(scene)
        if found is None:
            return _NOTHING
        day, visit = found
        known = words.visit_facts(scene.uow, scene.language, day, visit)
        known |= {name: scene.notice.args[name] for name in ("before", "minutes") if name in scene.notice.args}
        text = scene.say(f"notice-{scene.notice.kind}", **known)
        return View(text, own.buttons(scene.language, visit) if buttons else (), text)

    return render


async def _reminder(scene: Scene) -> View:
    """The visit, and how the visitor's cases stand: not on a phone that others hold, and not of a neighbour's visit."""
    found = await _visit(scene)
    if found is None or scene.reader is None:
        return _NOTHING
    day, visit = found
    line = scene.say(f"notice-{scene.notice.kind}", **words.visit_facts(scene.uow, scene.language, day, visit))
    lines = [line]
    if visit.for_other:
        lines.append(scene.say("reception-for", **words.visit_facts(scene.uow, scene.language, day, visit)))
    elif not scene.reader.pin_digest:
        cases = await cases_before(scene.uow, visit.person_id, visit.case_id)
        lines += words.state_lines(scene.uow, scene.language, cases)
    return View("\n".join(lines), own.buttons(scene.language, visit), line)


async def _changed(scene: Scene) -> View:
    """What was, where it is another, and what is now, where the office has changed a day; with the ways to answer."""
    found = await _visit(scene)
    if found is None:
        return _NOTHING
    day, visit = found
    head = scene.say(f"notice-{scene.notice.kind}", **words.visit_facts(scene.uow, scene.language, day, visit))
    lines = [head, *_difference(scene, day, visit, scene.notice.args), scene.say("reception-suits")]
    return View("\n".join(lines), own.choices(scene.language, visit), head)


def _difference(scene: Scene, day: Reception, visit: Booking, was: Mapping[str, Any]) -> list[str]:
    """Return what `was` told of a visit, as far as it is another, and what is now."""
    language = scene.language
    known = words.visit_facts(scene.uow, language, day, visit) | {"position": str(words.position(day, visit))}
    before = {
        "date": words.date_of(scene.uow, language, was["was_at"]),
        "time": clock(scene.uow, was["was_at"]),
        "place": was["was_place"],
    }
    had_place, waits = bool(was["was_number"]), visit.state is BookingState.WAITING
    lines = [scene.say("reception-for", **known)] if visit.for_other else []
    compared = before if had_place else ("date", "place")
    if had_place is waits or any(known[each] != before[each] for each in compared):
        lines.append(scene.say("reception-was" if had_place else "reception-was-waits", **before))
    lines.append(scene.say("reception-now-waits" if waits else "reception-now", **known))
    if day.topics != was["was_topics"]:
        lines.append(scene.say("reception-topics-now" if day.topics else "reception-topics-any", **known))
    return lines


async def _several(scene: Scene) -> View:
    """Several visits of one person that were changed at once, each with what was and what is; and the way to them."""
    said = scene.notice.args["visits"]
    head = scene.say("notice-reception_several_changed", count=len(said))
    parts = [head]
    for was in said[:_MOST_VISITS]:
        day = await scene.uow.get(Reception, was["reception_id"])
        visit = await scene.uow.get(Booking, was["key"])
        if day is not None and visit is not None:
            parts.append("\n".join(_difference(scene, day, visit, was)))
    if len(said) > _MOST_VISITS:
        parts.append(scene.say("reception-several-more", count=len(said) - _MOST_VISITS))
    parts.append(scene.say("reception-several-suit"))
    mine = Button(scene.say("button-reception-mine"), "m.reception")
    return View("\n\n".join(parts), ((mine,),), head)


async def _off(scene: Scene) -> View:
    """The days that are called off, with the reason, and the way to another one."""
    another = Button(scene.say("button-reception-another"), "m.reception.book")
    text = await _called_off(scene)
    return View(text, ((another,),), text)


async def _day_off(scene: Scene) -> View:
    """The same for who receives, and for who has announced it."""
    text = await _called_off(scene, ends=scene.notice.args["ends"])
    return View(text, (), text)


async def _called_off(scene: Scene, **more_facts: Any) -> str:
    days = await scene.uow.get_all(Reception, scene.notice.args["days"])
    known = words.facts(scene.uow, scene.language, days[0])
    places = len({day.place for day in days})
    known["date"] = words.dates(scene.uow, scene.language, days[:_MOST_DATES], places=places > 1)
    more = len(days) - len(days[:_MOST_DATES])
    counts = {"count": len(days), "more": more, "places": places} | more_facts
    return scene.say(f"notice-{scene.notice.kind}", **known, **counts, reason=days[0].reason)


async def _file(scene: Scene) -> View:
    file = await scene.uow.get(File, scene.notice.args["file"])
    text = scene.say(f"notice-{scene.notice.kind}", number=str(scene.notice.args["number"]))
    return View(text, file=enclosed(file) if file is not None else None)


async def _taken_back(scene: Scene) -> View:
    file = await scene.uow.get(File, scene.notice.args["file"])
    at = scene.notice.args["at"]
    known = {"date": words.date_of(scene.uow, scene.language, at), "time": clock(scene.uow, at)}
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    return View(text, file=enclosed(file) if file is not None else None)


async def _no_pass(scene: Scene) -> View:
    return View(scene.say("notice-reception_no_pass", number=str(scene.notice.args["number"])))


# ----- The office -----


def _office(facts: Callable[[Scene, Reception], Awaitable[Mapping[str, Any]]]) -> Renderer:
    """Return what tells the office of a day, by the text of its kind, with the way to the day."""

    async def render(scene: Scene) -> View:
        day = await scene.uow.get(Reception, scene.notice.args["reception_id"])
        if day is None:
            return _NOTHING
        known = {**words.facts(scene.uow, scene.language, day), **await facts(scene, day)}
        text = scene.say(f"notice-{scene.notice.kind}", **known)
        opener: Rows = ((Button(scene.say("button-reception-open"), f"r.day.{day.id}"),),)
        return View(text, opener, text)

    return render


async def _plain(scene: Scene, day: Reception) -> Mapping[str, Any]:
    return {}


async def _counted(scene: Scene, day: Reception) -> Mapping[str, Any]:
    return {name: scene.notice.args[name] for name in ("count", "further")}


async def _series(scene: Scene) -> View:
    """What has become of a series, or of one of its days."""
    series = await scene.uow.get(Series, scene.notice.args["series_id"])
    if series is None:
        return _NOTHING
    today = scene.uow.rules.calendar.day(scene.uow.now)
    known = {
        "rule": words.rule_text(scene.language, series.rule),
        "place": series.place,
        "host": scene.uow.staff.title(series.host_id, scene.language) or scene.say("reception-leader"),
        "date": word_day(scene.language, scene.notice.args.get("day", today), today),
    }
    new = Button(scene.say("button-reception-announce"), "m.receive_new")
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    return View(text, ((new,),), text)


async def _readable(scene: Scene, day: Reception) -> list[Booking]:
    """Return the visits of which the reader may know."""
    return await visits(scene.uow, day, scene.reader.id) if scene.reader is not None else []


async def _booked(scene: Scene, day: Reception) -> Mapping[str, Any]:
    return {"booked": sum(each.state is BookingState.BOOKED for each in await _readable(scene, day))}


async def _owed(scene: Scene, day: Reception) -> Mapping[str, Any]:
    owed = {BookingState.HERE, BookingState.CALLED}
    numbers = [str(each.number) for each in await _readable(scene, day) if each.state in owed]
    return {"numbers": scene.say("reception-and").join(numbers) or "–"}


async def _figures(scene: Scene, day: Reception) -> Mapping[str, Any]:
    found = await figures(scene.uow, await _readable(scene, day))
    return {"figures": words.figures_text(scene.language, found)}


async def _promised(scene: Scene, day: Reception) -> Mapping[str, Any]:
    args = scene.notice.args
    return {
        "number": str(args["number"]),
        "words": args["words"],
        "until": word_moment(scene.language, scene.uow.rules.calendar, args["until"], scene.uow.now),
    }


RENDERERS: Final[Mapping[str, Renderer]] = {
    "reception_tomorrow": _reminder,
    "reception_soon": _reminder,
    "reception_filled": _telling(buttons=True),
    "reception_here": _telling(),
    "reception_next": _telling(),
    "reception_called": _telling(),
    "reception_missed": _telling(),
    "reception_in_vain": _telling(),
    "reception_off": _off,
    "reception_changed": _changed,
    "reception_displaced": _changed,
    "reception_several_changed": _several,
    "reception_day_off": _day_off,
    "reception_pass": _file,
    "reception_calendar": _file,
    "reception_no_pass": _no_pass,
    TAKEN_BACK: _taken_back,
    "reception_host": _office(_plain),
    "reception_day_changed": _office(_plain),
    "reception_days_changed": _office(_counted),
    "reception_opened": _office(_plain),
    "reception_series_ended": _series,
    "reception_left_out": _series,
    "reception_list": _office(_booked),
    "reception_owed": _office(_owed),
    "reception_closed": _office(_figures),
    "reception_promise": _office(_promised),
}
