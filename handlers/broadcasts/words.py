"""A broadcast as its people get it, and what is said of it to those who steer it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from casework.actions import announcements
from casework.broadcasts import pace
from casework.broadcasts.broadcast import WORDS, Audience, Broadcast, Reach
from casework.broadcasts.subscriptions import Topic
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.broadcasts import announced
from handlers.case_words import area_name
from handlers.dates import word_day
from handlers.messages import Button
from handlers.notices import View

Teller = Callable[[UnitOfWork, Broadcast, str], Awaitable[View]]
"""Puts a broadcast into words, in a language; no finders. The button to leave is added to what it returns."""


async def _words(uow: UnitOfWork, broadcast: Broadcast, language: str) -> View:
    return View(texts.say(language, "broadcast-words", {"words": broadcast.text(language)}))


TELLERS: Final[Mapping[str, Teller]] = {
    WORDS: _words,
    announcements.RECEPTION: announced.reception,
    announcements.POLICY: announced.policy,
    announcements.SURVEY: announced.survey,
}
"""By the kind of a broadcast. What others tell by one has a line of its own here."""


async def told_as(uow: UnitOfWork, broadcast: Broadcast, language: str, *, public: bool = False) -> View:
    """Return a broadcast as somebody gets it: why, and with the button that leaves; in the public channel without."""
    view = await TELLERS[broadcast.kind](uow, broadcast, language)
    if public:
        return View(view.text)
    facts = {"topic": topics_label(language, broadcast.topics), "area": area_name(uow, broadcast.area_id, language)}
    foot = texts.say(language, "broadcast-foot", facts)
    leave = Button(texts.plain(language, "button-news-leave"), f"m.news.leave.{broadcast.id}")
    return View(f"{view.text}\n\n{foot}", (*view.buttons, (leave,)))


def label(language: str, broadcast: Broadcast, length: int) -> str:
    """Return what a broadcast is called where it is one of several: how its words begin, or what it tells of."""
    if broadcast.kind == WORDS:
        return broadcast.text(language)[:length]
    facts = {"topic": topics_label(language, broadcast.topics), "name": broadcast.text(language)[:length]}
    return texts.say(language, "broadcast-label", facts)


def topics_label(language: str, topics: Iterable[Topic]) -> str:
    """Return topics in words, in their own order; for none, or all of them, what stands for all news."""
    chosen = set(topics)
    named = [texts.plain(language, f"topic-{each.value}") for each in Topic if each in chosen]
    if len(named) in {0, len(Topic)}:
        return texts.plain(language, "topic-any")
    return texts.plain(language, "news-and").join(named)


def audience_facts(uow: UnitOfWork, language: str, audience: Audience) -> dict[str, str]:
    """Return who is told, as texts need it."""
    public = audience.public and bool(uow.rules.profile.public_channel)
    return {
        "topic": topics_label(language, audience.topics),
        "area": area_name(uow, audience.area_id, language),
        "public": texts.plain(language, "broadcast-and-public") if public else "",
    }


def reach_facts(uow: UnitOfWork, language: str, reach: Reach) -> dict[str, int | str]:
    """Return how many are reached, in how many minutes, and when it is over if it begins now."""
    calendar = uow.rules.calendar
    length = pace.seconds(reach.reached, uow.rules.profile.broadcasts.per_second)
    over = pace.over_at(calendar, uow.now, length)
    day = word_day(language, calendar.day(over), calendar.day(uow.now))
    return {
        "people": reach.reached,
        "blocked": reach.blocked,
        "minutes": max(1, -(-length // 60)),
        "over": f"{day} {over.astimezone(calendar.zone):%H:%M}",
    }
