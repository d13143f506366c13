"""/news: what a resident wants to hear of, and where; chosen by a few taps, and left by one."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from casework.actions import subscribing
from casework.areas import Area
from casework.broadcasts.subscriptions import Wishes, wishes
from casework.broadcasts.topics import ids_of
from handlers.broadcasts.words import topic_label, topics_label
from handlers.button_data import number_of
from handlers.case_words import area_name
from handlers.messages import Button, Rows
from handlers.place_step import Placed, PlaceStep
from handlers.router import Command
from handlers.steps import Flow
from handlers.talk import Talk, rows

CARD: Final = "news"


class Place(Placed, frozen=True, kw_only=True):
    """For which area news are wished: of every topic at once with `every`, else they are chosen next."""

    every: bool = False


async def news(talk: Talk, words: str) -> None:
    """Show what somebody hears of, or do what a button's `words` say: "leave.ID", "topic.NAME.AREA" and so on."""
    name, _, rest = words.partition(".")
    deed = _DEEDS.get(name)
    # Nothing can be looked up for whoever has come with this very message: they hear of nothing yet.
    if deed is None or (talk.new and name not in {"all", "choose"}):
        await _show(talk, Wishes() if talk.new else await _mine(talk))
    else:
        await deed(talk, rest)


async def _mine(talk: Talk) -> Wishes:
    """Return what somebody hears of, as far as it is offered still."""
    offered = _offered(talk)
    return wishes(each for each in await talk.uow.subscriptions_of(talk.person.id) if each.topic in offered)


def _offered(talk: Talk) -> list[str]:
    return ids_of(talk.uow.rules.profile.policies.topics)


async def _show(talk: Talk, mine: Wishes) -> None:
    if not mine.topics:
        buttons = [talk.button("button-news-all", "m.news.all"), talk.button("button-news-choose", "m.news.choose")]
        talk.reply(talk.say("news-none"), rows(buttons))
        return
    offered = [talk.button("button-news-topics", "m.news.topics"), talk.button("button-news-more", "m.news.more")]
    if len(mine.areas) > 1:
        offered += [
            talk.button("button-news-less", f"m.news.less.{area_id}", area=area_name(talk.uow, area_id, talk.language))
            for area_id in mine.areas
        ]
    talk.reply(
        talk.say("news-mine", **_facts(talk, mine)), rows([*offered, talk.button("button-news-off", "m.news.off")])
    )


def _facts(talk: Talk, mine: Wishes) -> dict[str, str]:
    areas = talk.say("news-and").join(area_name(talk.uow, each, talk.language) for each in mine.areas)
    return {"topics": topics_label(talk.uow, talk.language, mine.topics), "areas": areas}


# ----- The place -----


async def _likely(talk: Talk, data: Place) -> Sequence[Area]:
    """Return the place of one's newest case with a place, its township, and the whole county."""
    org = talk.uow.org
    cases = [] if talk.new or talk.locked else await talk.uow.cases_of_resident(talk.person.id)
    homes = [org.areas[case.area_id] for case in cases if case.area_id in org.areas]
    around = org.ancestors(homes[0]) if homes else ()
    likely = {area.id: area for area in (*around, *([org.root] if org.root is not None else ())) if area.active}
    return list(likely.values())


async def _placed(talk: Talk, data: Place) -> None:
    mine = await _mine(talk)
    topics = frozenset(_offered(talk)) if data.every else mine.topics
    if not topics:
        _topics(talk, Wishes(), data.area_id)
        return
    areas = tuple(dict.fromkeys((*mine.areas, data.area_id)))
    after = await subscribing.wish(talk.uow, talk.person.id, Wishes(topics, areas))
    _said(talk, after)


PLACE: Final = Flow("news-place", Place, [PlaceStep("news-where", _likely, narrow=True)], _placed)


async def _every(talk: Talk, rest: str) -> None:
    await PLACE.start(talk, Place(every=True))


async def _another(talk: Talk, rest: str) -> None:
    await PLACE.start(talk, Place())


def _said(talk: Talk, mine: Wishes) -> None:
    """Say what somebody hears of from now on."""
    if not mine.topics:
        talk.reply(talk.say("news-off"), ((talk.button("button-news-again", "m.news"),),))
        return
    talk.reply(talk.say("news-set", **_facts(talk, mine)), ((talk.button("button-news-change", "m.news"),),))


async def _without(talk: Talk, rest: str) -> None:
    mine = await _mine(talk)
    areas = tuple(each for each in mine.areas if str(each) != rest)
    _said(talk, await subscribing.wish(talk.uow, talk.person.id, Wishes(mine.topics if areas else frozenset(), areas)))


# ----- The topics -----


async def _choose_topics(talk: Talk, rest: str) -> None:
    mine = await _mine(talk)
    if mine.areas:
        _topics(talk, mine, mine.areas[0])
    else:
        await _another(talk, "")


def _topics(talk: Talk, mine: Wishes, area_id: int, *, edit: bool = False) -> None:
    """Show every topic with a mark where it is chosen; a tap changes it at once."""
    buttons = [
        Button(
            talk.say(
                "news-ticked" if topic in mine.topics else "news-unticked",
                topic=topic_label(talk.uow, talk.language, topic),
            ),
            f"m.news.topic.{topic}.{area_id}",
        )
        for topic in _offered(talk)
    ]
    shown: Rows = (*rows(buttons), (talk.button("button-done", "m.news"),))
    areas = mine.areas or (area_id,)
    facts = _facts(talk, Wishes(mine.topics, areas))
    talk.reply(talk.say("news-topics", areas=facts["areas"]), shown, card=CARD, edit=edit)


async def _toggle(talk: Talk, rest: str) -> None:
    name, _, area = rest.partition(".")
    mine = await _mine(talk)
    area_id = number_of(area) or 0
    if name not in _offered(talk) or area_id not in talk.uow.org.areas:
        await _show(talk, mine)
        return
    topics = mine.topics ^ {name}
    after = await subscribing.wish(talk.uow, talk.person.id, Wishes(topics, mine.areas or (area_id,)))
    _topics(talk, after, area_id, edit=True)


# ----- Leaving -----


async def _off(talk: Talk, rest: str) -> None:
    _said(talk, await subscribing.wish(talk.uow, talk.person.id, Wishes()))


async def _leave(talk: Talk, rest: str) -> None:
    """Leave by the button under a broadcast; one more tap takes it back, or changes what one hears of."""
    topics = await subscribing.leave(talk.uow, talk.person.id, number_of(rest) or 0)
    buttons = [talk.button("button-news-slip", f"m.news.stay.{rest}"), talk.button("button-news-change", "m.news")]
    talk.reply(talk.say("news-left", topics=topics_label(talk.uow, talk.language, topics)), rows(buttons, 2))


async def _stay(talk: Talk, rest: str) -> None:
    await subscribing.stay(talk.uow, talk.person.id, number_of(rest) or 0)
    talk.reply(talk.say("news-stays"), ((talk.button("button-news-change", "m.news"),),))


_DEEDS: Final[Mapping[str, Callable[[Talk, str], Awaitable[None]]]] = {
    "all": _every,
    "choose": _another,
    "more": _another,
    "less": _without,
    "topics": _choose_topics,
    "topic": _toggle,
    "off": _off,
    "leave": _leave,
    "stay": _stay,
}
COMMANDS: Final[Mapping[str, Command]] = {"news": news}
FLOWS: Final[tuple[Flow[Any], ...]] = (PLACE,)
