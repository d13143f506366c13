"""A broadcast as its people get it, and what is said of it to those who steer it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from casework.actions import announcements
from casework.actions.reception.access import read_day
from casework.broadcasts import pace
from casework.broadcasts.broadcast import WORDS, Audience, Broadcast, Reach
from casework.broadcasts.subscriptions import Topic
from casework.broadcasts.topics import ids_of
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
        # There are no buttons: what they do is said, where it can be done by words.
        key, area = f"broadcast-public-{broadcast.kind}", area_name(uow, broadcast.area_id, language)
        tail = texts.say(language, key, {"area": area}) if texts.has(language, key) else ""
        return View("\n".join(filter(None, (view.text, tail))))
    topic = topics_label(uow, language, broadcast.topics)
    facts = {"topic": topic, "area": area_name(uow, broadcast.area_id, language)}
    foot = texts.say(language, "broadcast-foot", facts)
    leave = Button(texts.plain(language, "button-news-leave"), f"m.news.leave.{broadcast.id}")
    return View(f"{view.text}\n\n{foot}", (*view.buttons, (leave,)))


async def label(uow: UnitOfWork, language: str, broadcast: Broadcast, length: int) -> str:
    """Return what a broadcast is called where it is one of several: how its words begin, or what it tells of."""
    if broadcast.kind == WORDS:
        return broadcast.text(language)[:length]
    # A day may have been moved since it was announced.
    day = await read_day(uow, broadcast.subject) if broadcast.kind == announcements.RECEPTION else None
    name = day.place if day is not None else broadcast.text(language)
    facts = {"topic": topics_label(uow, language, broadcast.topics), "name": name[:length]}
    return texts.say(language, "broadcast-label", facts)


def topic_label(uow: UnitOfWork, language: str, topic: str) -> str:
    """Return a topic in words: the county's own, else the service's; what is not offered any more has none."""
    for each in uow.rules.profile.policies.topics:
        if each.id == topic and (name := each.label(language)):
            return name
    return texts.plain(language, f"topic-{topic}" if topic in set(Topic) else "topic-gone")


def topics_label(uow: UnitOfWork, language: str, topics: Iterable[str]) -> str:
    """Return topics in words, in their own order; for none, or all of them, what stands for all news."""
    chosen, offered = set(topics), ids_of(uow.rules.profile.policies.topics)
    if not chosen or chosen >= set(offered):
        return texts.plain(language, "topic-any")
    ordered = [*(each for each in offered if each in chosen), *sorted(chosen - set(offered))]
    named = dict.fromkeys(topic_label(uow, language, each) for each in ordered)
    return texts.plain(language, "news-and").join(named)


def audience_facts(uow: UnitOfWork, language: str, audience: Audience) -> dict[str, str]:
    """Return who is told, as texts need it."""
    public = audience.public and bool(uow.rules.profile.public_channel)
    return {
        "topic": topics_label(uow, language, audience.topics),
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
