"""What stands in the county's public channel of a reception day is put right there: once, plainly, and by itself."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

import pytest

from casework.actions import announcements
from casework.broadcasts.broadcast import Broadcast, BroadcastState
from casework.profile import Broadcasts, Profile, Together
from casework.reception.days import DayState, Reception
from casework.replacing import replace
from tests.handlers.broadcast_scene import Offices
from tests.handlers.dialogue import Actor, Town
from tests.handlers.reception_scene import THURSDAY, clerk, leader, stored, taps, until
from tests.handlers.test_public_channel import CHANNEL, announces, only_day, posted, states
from tests.handlers.test_reception_repeating import opened, repeats
from tests.storage.raw import every

PROFILE = Profile(together=Together(offers_a_day=0), broadcasts=Broadcasts(depth=4), public_channel=CHANNEL)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SCHOOL = "The school"


def reads(town: Town, language: str) -> None:
    """Let the channel speak a language: the county's first one."""
    other = "zh" if language == "en" else "en"
    town.store.rules = replace(town.store.rules, languages=(language, other))


async def scene(town: Town, language: str) -> tuple[Actor, Actor, Offices]:
    """Return a leader, their office, and what hands their words on; the office has announced a day for the channel."""
    reads(town, language)
    host, office = await leader(town, language), await clerk(town, language)
    await announces(office)
    await taps(office, "Announce it")
    return host, office, Offices(town, office, host)


async def lets_out(second: Actor, its: Offices) -> str:
    """Let the last proposal out; return what is posted."""
    await second.taps({"en": "Look", "zh": "看看"}[second.language])
    await second.taps({"en": "Send it", "zh": "✅ 发"}[second.language])
    return (await posted(its))[-1]


async def changes(office: Actor, day: Reception, answers: dict[str, str], which: str = "") -> None:
    """Change some things of a day by their names, or of it and all that follow; what is typed stands behind each."""
    await office.sends_data(f"r.change.{day.id}")
    if which:
        await taps(office, which)
    for number, (what, said) in enumerate(answers.items()):
        if number:
            await taps(office, "Something else, too")
        await taps(office, what)
        await office.says(said)
    await taps(office, "Change it, and tell them")


async def calls_off(office: Actor, day: Reception, which: str = "") -> None:
    """Call a day off, or it and all that follow."""
    await office.sends_data(f"r.off.{day.id}")
    if which:
        await taps(office, which)
    await office.says("Zhang Wei is ill")


async def last_broadcast(town: Town) -> Broadcast:
    """Return the broadcast that was begun last."""
    async with town.store.reading() as session:
        found: list[Broadcast] = await every(session, [Broadcast])
        return max(found, key=lambda each: each.id)


# ----- Once it is posted -----


@LANGUAGES
async def test_a_change_is_posted_with_what_was_and_what_is_now(town: Town, language: str) -> None:
    host, office, its = await scene(town, language)
    first = await lets_out(host, its)
    day = await only_day(town)
    assert day.posted
    await changes(office, day, {"Place": SCHOOL, "Day": "2026-03-06", "Hours": "14:00-15:00"})
    _, correction = await posted(its)
    was = {
        "en": "Before: Thursday 5 March, 09:00 to 10:00, town hall (Willow Town)",
        "zh": "原来：3月5日（周四） 09:00 到 10:00",
    }
    now = {
        "en": "Now: Friday 6 March, 14:00 to 15:00, The school.",
        "zh": "现在：3月6日（周五） 14:00 到 15:00，在The school。",
    }
    assert {"en": "Correction: this reception day has changed", "zh": "更正：这次接访改了安排"}[language] in correction
    assert was[language] in correction
    assert now[language] in correction
    assert "/reception" in correction
    # Each change once, against what the channel read last; what it never read is none.
    await changes(office, await only_day(town), {"Rooms": "A, B"})
    assert await posted(its) == [first, correction]
    await changes(office, await only_day(town), {"Topics": "Roads"})
    *_, third = await posted(its)
    assert {"en": "Before: Friday 6 March", "zh": "原来：3月6日"}[language] in third
    assert {"en": "Topics now: Roads.", "zh": "现在主要谈：Roads。"}[language] in third
    assert await posted(its) == [first, correction, third]


@LANGUAGES
async def test_a_day_that_is_called_off_is_posted_as_such_without_the_reason(town: Town, language: str) -> None:
    host, office, its = await scene(town, language)
    first = await lets_out(host, its)
    await calls_off(office, await only_day(town))
    before, correction = await posted(its)
    assert before == first
    assert {"en": "this reception day is called off", "zh": "这次接访取消了"}[language] in correction
    assert {"en": "Thursday 5 March, 09:00 to 10:00, town hall", "zh": "3月5日（周四） 09:00 到 10:00"}[
        language
    ] in correction
    assert "Zhang" not in correction
    await town.passes(days=9)
    assert await posted(its) == [first, correction]


@LANGUAGES
async def test_a_series_is_put_right_in_one_message_as_far_as_it_stands_there(town: Town, language: str) -> None:
    host, office, its = await scene(town, language)
    await lets_out(host, its)
    await repeats(office, await only_day(town))
    await town.passes(minutes=1)
    await lets_out(host, its)
    days = await opened(town)
    assert [day.posted for day in days].count(True) == 2
    all_that_follow = "This one and all that follow"
    await changes(office, days[0], {"Place": SCHOOL}, all_that_follow)
    *_, correction = await posted(its)
    assert {"en": "these reception days have changed", "zh": "这2次接访改了安排"}[language] in correction
    assert correction.count(SCHOOL) == correction.count("town hall") == 2
    await calls_off(office, days[0], all_that_follow)
    *_, off = await posted(its)
    assert {"en": "these reception days are called off", "zh": "这2次接访取消了"}[language] in off
    assert off.count("· ") == 2
    assert len(await posted(its)) == 4
    assert {day.state for day in await opened(town)} == {DayState.CANCELLED}


async def test_who_wants_no_channel_any_more_has_no_corrections(town: Town) -> None:
    host, office, its = await scene(town, "en")
    first = await lets_out(host, its)
    profile = replace(town.store.rules.profile, public_channel="")
    town.store.rules = replace(town.store.rules, profile=profile)
    await calls_off(office, await only_day(town))
    assert await posted(its) == [first]


async def test_a_day_that_is_over_is_not_called_off_there(town: Town) -> None:
    host, office, its = await scene(town, "en")
    first = await lets_out(host, its)
    await until(town, THURSDAY, time(10, 1))
    await calls_off(office, await only_day(town))
    assert (await only_day(town)).state is DayState.CANCELLED
    assert await posted(its) == [first]


# ----- Before it is posted -----


@LANGUAGES
async def test_what_waits_is_looked_at_and_posted_as_it_is_now(town: Town, language: str) -> None:
    host, office, its = await scene(town, language)
    await host.taps({"en": "Look", "zh": "看看"}[language])
    await changes(office, await only_day(town), {"Place": SCHOOL})
    assert await posted(its) == []
    await host.says("/broadcast")
    assert any("The school" in label for label in host.buttons)
    # By the button of a look before the change.
    await host.taps({"en": "Send it", "zh": "✅ 发"}[language])
    (text,) = await posted(its)
    assert SCHOOL in text
    assert "town hall" not in text


async def nothing(town: Town, office: Actor) -> None:
    """Let the day come and go."""
    await until(town, THURSDAY, time(10, 1))


async def off(town: Town, office: Actor) -> None:
    """Call the day off."""
    await calls_off(office, await only_day(town))


@LANGUAGES
@pytest.mark.parametrize("happens", [off, nothing])
async def test_what_is_called_off_or_over_cannot_be_posted(
    town: Town, language: str, happens: Callable[[Town, Actor], Awaitable[None]]
) -> None:
    host, office, its = await scene(town, language)
    waiting = await last_broadcast(town)
    await host.taps({"en": "Look", "zh": "看看"}[language])
    await happens(town, office)
    word = {"en": "called off meanwhile, or is over", "zh": "已经取消，或者已经过去"}[language]
    for verb in ("approve", "show"):
        await host.sends_data(f"m.broadcast.{verb}.{waiting.id}")
        assert host.hears(word)
    assert (await states(town))[1] is BroadcastState.WAITING
    assert await posted(its) == []
    await town.passes(days=3)
    assert (await states(town))[1] is BroadcastState.ENDED


async def test_one_that_nobody_wanted_there_is_not_put_right_there(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    await announces(office, public="No")
    await taps(office, "Announce it")
    await changes(office, await only_day(town), {"Place": SCHOOL})
    await calls_off(office, await only_day(town))
    assert await posted(Offices(town, office, host)) == []


async def test_a_day_that_is_called_off_at_the_last_moment_is_not_posted(town: Town) -> None:
    """Two processes: one calls the day off between the other's first look and its turn to post."""
    _, office, _ = await scene(town, "en")
    waiting, day = await last_broadcast(town), await only_day(town)
    await calls_off(office, day)
    async with town.store.turn(town.now) as uow:
        assert not await announcements.post(uow, waiting)
    assert not (await stored(town, day)).posted


async def test_moved_to_a_day_when_it_has_been_posted_it_can_be_moved_on(town: Town) -> None:
    host, office, its = await scene(town, "zh")
    await lets_out(host, its)
    for number in range(3):
        moved = date(2026, 3, 9) + timedelta(days=number)
        await changes(office, await only_day(town), {"Day": moved.isoformat()})
    texts = await posted(its)
    assert [("原来" in text, "更正" in text) for text in texts] == [(False, False)] + [(True, True)] * 3
    assert "原来：3月10日" in texts[-1]
    assert "现在：3月11日" in texts[-1]
