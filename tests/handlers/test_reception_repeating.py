"""Reception days that repeat: opened ahead of time, moved from holidays, changed or called off alone, and ended."""

from datetime import date, time, timedelta

import pytest

from casework.reception.days import DayState, Reception
from casework.reception.series import Rule, Series, SeriesState
from casework.replacing import replace
from tests.handlers.dialogue import Actor, Town
from tests.handlers.reception_scene import THURSDAY, announced, books, clerk, hears, leader, stored, taps, until
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WEEK = timedelta(days=7)


async def opened(town: Town) -> list[Reception]:
    """Return all days, by when they are."""
    async with town.store.reading() as session:
        return sorted(await every(session, [Reception]), key=lambda day: day.begins_at)


async def series_of(town: Town) -> Series:
    """Return the only series."""
    async with town.store.reading() as session:
        series: Series
        (series,) = await every(session, [Series])
        return series


def dates(town: Town, days: list[Reception]) -> list[date]:
    """Return on which dates they are."""
    return [town.store.rules.calendar.day(day.begins_at) for day in days]


async def repeats(office: Actor, day: Reception, how: str = "Every Thursday") -> None:
    """Let a day repeat."""
    await office.sends_data(f"r.day.{day.id}")
    await taps(office, "Repeat it")
    await taps(office, how)
    await taps(office, "Yes, repeat it")


@LANGUAGES
async def test_every_week_the_next_days_are_opened_ahead_of_time(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    await repeats(office, day)
    assert office.hears("Every Thursday|每周四")
    series = await series_of(town)
    assert (series.rule, series.spans, series.minutes) == (Rule(3), ((time(9), time(10)),), 20)
    await town.passes(minutes=1)
    days = await opened(town)
    assert dates(town, days) == [THURSDAY + WEEK * each for each in range(4)]
    assert hears(office, "Open for booking")
    assert {each.series_id for each in days} == {series.id}
    ann = town.resident(language)
    await ann.says("/reception")
    assert len(ann.buttons) == 3
    # A week later one more.
    await town.passes(days=7)
    assert dates(town, await opened(town))[4:] == [THURSDAY + WEEK * 4]


@LANGUAGES
async def test_on_a_holiday_it_moves_and_says_so(town: Town, language: str) -> None:
    calendar = town.store.rules.calendar
    holiday = THURSDAY + WEEK
    town.store.rules = replace(
        town.store.rules, calendar=replace(calendar, days_off=frozenset({holiday, holiday + timedelta(days=1)}))
    )
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    await office.sends_data(f"r.repeat.{day.id}")
    await taps(office, "Every Thursday")
    assert hears(office, "is a holiday")
    await taps(office, "Yes, repeat it")
    await town.passes(minutes=1)
    second = (await opened(town))[1]
    assert (dates(town, [second]), second.moved_from) == ([date(2026, 3, 16)], holiday)
    ann = town.resident(language)
    await ann.sends_data(f"r.book.{second.id}")
    assert hears(ann, "in place of")
    assert ann.hears("Thursday 12 March|3月12日")
    # The one after it comes by the rule again.
    assert dates(town, await opened(town))[2] == THURSDAY + 2 * WEEK


@LANGUAGES
async def test_one_is_changed_or_called_off_alone_and_the_series_is_ended(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    await repeats(office, day)
    await town.passes(minutes=1)
    _, second, third, fourth = await opened(town)
    await office.sends_data(f"r.off.{second.id}")
    await taps(office, "This day only")
    await office.says("Flood watch" if language == "en" else "要防汛")
    await office.sends_data(f"r.day.{third.id}")
    await taps(office, "✏️ Change")
    await taps(office, "This day only")
    await taps(office, "Place")
    await office.says("The school" if language == "en" else "小学")
    await taps(office, "Change it, and tell them")
    assert [each.place for each in await opened(town)].count("town hall") == 3
    assert (await stored(town, second)).state is DayState.CANCELLED
    assert (await stored(town, fourth)).epoch == 0
    await taps(office, "End the series")
    await taps(office, "Yes, end it")
    assert hears(office, "The series has ended")
    await office.sends_data(f"r.end_yes.{third.id}")
    assert (await series_of(town)).state is SeriesState.ENDED
    await town.passes(days=20)
    assert len(await opened(town)) == 4


@LANGUAGES
async def test_where_the_leader_receives_elsewhere_a_day_is_left_out(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    await announced(town, host, office, day=THURSDAY + WEEK)
    day = await announced(town, host, office)
    await repeats(office, day)
    await town.passes(minutes=1)
    assert dates(town, await opened(town)) == [THURSDAY + WEEK * each for each in range(4)]
    assert [each.series_id is None for each in await opened(town)] == [False, True, False, False]
    assert hears(office, "is left out")


@LANGUAGES
async def test_it_ends_where_the_leader_has_left(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    await repeats(office, day, "Every first Thursday of the month")
    host_id = (await host.person()).id
    async with town.store.turn(town.now) as uow:
        for post in uow.staff.of(host_id):
            uow.put(replace(post, active=False))
    await until(town, date(2026, 3, 6), time(9))
    assert hears(office, "this has ended")
    assert (await series_of(town)).state is SeriesState.ENDED


@LANGUAGES
async def test_after_a_long_stop_days_that_have_passed_are_not_opened(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    await repeats(office, day)
    town.now += 10 * WEEK
    await town.passes(minutes=1)
    assert office.hears_nothing_of("is left out|没排上")
    open_ones = [each for each in await opened(town) if each.begins_at > town.now]
    assert len(open_ones) == 4
    assert len(await opened(town)) == 5


@LANGUAGES
async def test_a_day_repeats_once_and_by_its_own_rule(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    await office.sends_data(f"r.repeat_yes.{day.id}.1.0")
    await office.sends_data(f"r.repeat_yes.{day.id}.x")
    await office.sends_data(f"r.repeat_by.{day.id}.3.4")
    await repeats(office, day)
    await office.sends_data(f"r.repeat_yes.{day.id}.3.0")
    assert (await series_of(town)).rule == Rule(3)
    ann = town.resident(language)
    await books(ann)
    assert ann.hears("09:00")
