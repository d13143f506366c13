"""A day and all that follow it in its series are changed or called off at once; whoever has places is told once."""

from datetime import date, time, timedelta

import pytest

from casework.reception.days import BookingState, DayState, Reception
from casework.reception.series import Rule, SeriesState
from tests.handlers.dialogue import HILL, Actor, Town
from tests.handlers.reception_scene import (
    THURSDAY,
    announced,
    at,
    bookings,
    books,
    clerk,
    hears,
    leader,
    stored,
    taps,
    until,
    word,
)
from tests.handlers.staff_scene import leaves
from tests.handlers.test_reception_repeating import dates, opened, repeats, series_of

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WEEK = timedelta(days=7)


async def weekly(town: Town, host: Actor, office: Actor) -> list[Reception]:
    """Return four days, announced by an office for each Thursday: three places each, from nine to ten."""
    await repeats(office, await announced(town, host, office))
    await town.passes(minutes=1)
    return await opened(town)


async def books_day(actor: Actor, day: Reception, time_: str) -> None:
    """Book a visit on one of several days."""
    await actor.sends_data(f"r.book.{day.id}")
    await actor.taps(time_)
    await taps(actor, "Book it")


async def begins(office: Actor, day: Reception, what: str, which: str = "This one and all that follow") -> None:
    """Begin to change something of a day, or of it and all that follow."""
    await office.sends_data(f"r.change.{day.id}")
    await taps(office, which)
    await taps(office, what)


def told(actor: Actor) -> int:
    """Return how often somebody was told since their last deed."""
    return len(actor.chat.arrived)


@LANGUAGES
async def test_all_that_follow_are_held_elsewhere_and_each_visitor_is_told_once(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    first, second, third, fourth = await weekly(town, host, office)
    ann, bo, cy = (town.resident(language) for _ in range(3))
    await books_day(ann, first, "09:00")
    await books_day(bo, second, "09:20")
    await books_day(cy, third, "09:00")
    await books_day(cy, fourth, "09:40")
    for each in (ann, bo, cy, host):
        each.chat.arrived.clear()
    await begins(office, second, "Place")
    school = "The school" if language == "en" else "小学"
    await office.says(school)
    assert hears(office, "These change")
    assert office.hears("12 March, .*19 March, .*26 March|3月12日.*3月19日.*3月26日")
    assert office.hears("Booked: 3. Same time of day: 3|约了3个：钟点不变3个")
    await taps(office, "Change it, and tell them")
    assert hears(office, "Changed:") if language == "en" else office.hears("改好了")
    # The one before stays; so do the times, the numbers and the places of all.
    assert [each.place for each in await opened(town)] == ["town hall", school, school, school]
    assert [each.number for day in (second, third, fourth) for each in await bookings(town, day)] == [2, 1, 3]
    assert [told(each) for each in (ann, bo, cy, host)] == [0, 1, 1, 1]
    assert hears(bo, "has changed")
    assert hears(cy, "of your visits")
    assert cy.hears("(?s)19 March.*09:00.*26 March.*09:40|3月19日.*09:00.*3月26日.*09:40")
    assert hears(host, "Changed from")
    await taps(bo, "That suits me")
    assert hears(bo, "Good, it stays so")
    await taps(cy, "My visits")
    assert cy.hears(school)
    # What is opened later is as it was changed, too.
    await town.passes(days=7)
    assert [each.place for each in await opened(town)][4:] == [school]


@LANGUAGES
async def test_other_hours_keep_whoever_still_fits_and_seat_the_others_anew(town: Town, language: str) -> None:
    office = await clerk(town, language)
    _, second, third, _ = await weekly(town, await leader(town, language), office)
    ann, bo = town.resident(language), town.resident(language)
    await books_day(ann, second, "09:20")
    await books_day(bo, third, "09:00")
    await begins(office, second, "Hours")
    await office.says("9:20-11:00")
    assert office.hears("Same time of day: 1. Another time: 1|钟点不变1个，换钟点1个")
    await taps(office, "Change it, and tell them")
    # Five times now: whose time is there still has it, under another number.
    assert [(each.number, each.state) for each in await bookings(town, second)] == [(1, BookingState.BOOKED)]
    assert (await stored(town, second)).starts[0] == at(town, THURSDAY + WEEK, time(9, 20))
    assert bo.hears("(?s)09:00.*09:20")
    await taps(bo, "Another time")
    assert (await series_of(town)).spans == ((time(9, 20), time(11)),)
    await town.passes(days=7)
    assert (await opened(town))[4].starts[0] == at(town, THURSDAY + WEEK * 4, time(9, 20))


@LANGUAGES
async def test_another_weekday_for_all_that_follow_and_for_those_that_are_opened_later(
    town: Town, language: str
) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    first, second, third, _ = await weekly(town, host, office)
    ann, bo = town.resident(language), town.resident(language)
    await books_day(ann, first, "09:00")
    await books_day(bo, second, "09:20")
    # The third was moved by itself: it stays where it is.
    await begins(office, third, "Day", "This day only")
    await office.says("2026-03-20")
    await taps(office, "Change it, and tell them")
    for each in (ann, bo, host):
        each.chat.arrived.clear()
    await begins(office, second, "Weekday")
    assert word(office, "Every Thursday") not in office.buttons
    await taps(office, "Every Tuesday")
    assert office.hears("Weekday: Every Thursday → Every Tuesday|星期几：每周四 → 每周二")
    assert office.hears("12 March / .*26 March → .*10 March / .*24 March|3月12日.*3月26日.*→ 3月10日.*3月24日")
    await taps(office, "Something else, too")
    await taps(office, "Hours")
    await office.says("14:00-15:00")
    await taps(office, "Change it, and tell them")
    days = await opened(town)
    assert sorted(dates(town, days)) == [THURSDAY, date(2026, 3, 10), date(2026, 3, 20), date(2026, 3, 24)]
    assert [told(each) for each in (ann, bo, host)] == [0, 1, 1]
    assert bo.hears("(?s)12 March, 09:20.*10 March, 14:20|3月12日.*09:20.*3月10日.*14:20")
    series = await series_of(town)
    assert (series.rule, series.next_day) == (Rule(1), date(2026, 3, 31))
    await office.sends_data(f"r.day.{second.id}")
    assert office.hears("Every Tuesday|每周二")
    await town.passes(days=7)
    assert max(dates(town, await opened(town))) == date(2026, 3, 31)
    await town.passes(days=7)
    assert max(dates(town, await opened(town))) == date(2026, 4, 7)


@LANGUAGES
async def test_a_weekday_that_has_passed_or_is_taken_is_refused_and_nothing_changes(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    first, second, _, _ = await weekly(town, host, office)
    await announced(town, host, office, day=date(2026, 3, 18), area=HILL)
    before = (await opened(town), await series_of(town))
    await town.passes(days=1, hours=2)
    await begins(office, first, "Weekday")
    await taps(office, "Every Tuesday")
    assert office.hears("Tuesday 3 March has passed already|3月3日（周二）已经过了")
    # The question stands; that week's Wednesday is ahead, but of another one the leader receives elsewhere.
    await taps(office, "Every Wednesday")
    assert hears(office, "The leader receives on")
    assert office.hears("18 March|3月18日")
    assert (await opened(town), await series_of(town)) == before
    # From the next day on it fits.
    await begins(office, second, "Weekday")
    await taps(office, "Every Tuesday")
    await taps(office, "Change it, and tell them")
    assert (await series_of(town)).rule == Rule(1)


async def test_of_a_series_that_has_ended_no_weekday_is_changed(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    _, second, _, _ = await weekly(town, host, office)
    await office.sends_data(f"r.end_yes.{second.id}")
    await office.sends_data(f"r.change.{second.id}")
    await taps(office, "This one and all that follow")
    assert not {"Weekday", "Day"} & set(office.buttons)


async def test_the_place_in_the_month_stays_with_another_weekday(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    first = await announced(town, host, office)
    await repeats(office, first, "Every first Thursday of the month")
    await town.passes(minutes=1)
    await begins(office, (await opened(town))[0], "Weekday")
    await office.taps("Every first Friday of the month")
    await taps(office, "Change it, and tell them")
    assert dates(town, await opened(town)) == [date(2026, 3, 6)]
    assert (await series_of(town)).next_day == date(2026, 4, 3)


@LANGUAGES
async def test_what_one_day_has_of_its_own_stays(town: Town, language: str) -> None:
    """Only what is changed for all becomes the same on all: a day that was moved, or is held elsewhere, stays so."""
    office = await clerk(town, language)
    first, second, third, _ = await weekly(town, await leader(town, language), office)
    await begins(office, second, "Day", "This day only")
    await office.says("2026-03-13")
    await taps(office, "Change it, and tell them")
    await begins(office, third, "Place", "This day only")
    await office.says("The school")
    await taps(office, "Change it, and tell them")
    await office.sends_data(f"r.change.{first.id}")
    await taps(office, "This one and all that follow")
    assert not {"Day", "日期"} & set(office.buttons)
    await taps(office, "Rooms")
    await office.says("A, B")
    await taps(office, "Change it, and tell them")
    days = await opened(town)
    assert {day.rooms for day in days} == {("A", "B")}
    assert [day.place for day in days] == ["town hall", "town hall", "The school", "town hall"]
    assert dates(town, days)[1] == date(2026, 3, 13)
    assert [len(day.places) for day in days] == [6] * 4


@LANGUAGES
async def test_all_that_follow_are_called_off_and_the_series_ends(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    first, second, _, fourth = await weekly(town, host, office)
    ann, bo = town.resident(language), town.resident(language)
    await books_day(ann, first, "09:00")
    await books_day(bo, second, "09:00")
    await books_day(bo, fourth, "09:00")
    for each in (ann, bo, host):
        each.chat.arrived.clear()
    await office.sends_data(f"r.off.{second.id}")
    await taps(office, "This one and all that follow")
    await office.says("The hall is rebuilt." if language == "en" else "大厅要翻修。")
    assert office.hears("3 days|取消了3次")
    assert [day.state for day in await opened(town)] == [DayState.OPEN, *[DayState.CANCELLED] * 3]
    assert (await series_of(town)).state is SeriesState.ENDED
    assert [told(each) for each in (ann, bo, host)] == [0, 1, 1]
    assert hears(bo, "are called off")
    # Of the day between, on which they have no place, they hear nothing.
    assert bo.hears("12 March, .*26 March|3月12日.*3月26日")
    assert bo.hears_nothing_of("19 March|3月19日")
    assert bo.hears("The hall is rebuilt|翻修")
    assert hears(host, "Called off, with all that follow")
    await town.passes(days=14)
    assert len(await opened(town)) == 4


@LANGUAGES
async def test_where_they_are_held_at_several_places_each_is_named_with_its_own(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    _, second, third, fourth = await weekly(town, host, office)
    ann, bo = town.resident(language), town.resident(language)
    for actor, days in ((ann, (second, third)), (bo, (second, fourth))):
        for day in days:
            await books_day(actor, day, "09:00" if actor is ann else "09:20")
    await begins(office, third, "Place", "This day only")
    await office.says("the school")
    await taps(office, "Change it, and tell them")
    await office.sends_data(f"r.off.{second.id}")
    await taps(office, "This one and all that follow")
    await office.says("Flood watch")
    assert ann.hears(
        {
            "en": r"These reception days are called off: Thursday 12 March \(town hall\), .* 19 March \(the school\):",
            "zh": "🪑 3月12日（周四）在town hall、3月19日（周四）在the school的接访取消了",
        }[language]
    )
    # Whom one place concerns reads of that one alone.
    assert bo.hears(
        {
            "en": "These reception days at town hall are called off: Thursday 12 March, Thursday 26 March:",
            "zh": "🪑 3月12日（周四）、3月26日（周四）在town hall的接访取消了",
        }[language]
    )
    assert host.hears(
        {
            "en": r"19 March \(the school\), Thursday 26 March \(town hall\); no further",
            "zh": "3月19日（周四）在the school、3月26日（周四）在town hall的接访取消了，以后",
        }[language]
    )


@LANGUAGES
async def test_who_receives_hears_that_the_series_ends_with_its_last_announced_day(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    _, _, third, fourth = await weekly(town, host, office)
    ends = {"en": "no further one is opened", "zh": "以后也不再定期"}[language]
    await office.sends_data(f"r.off.{third.id}")
    await taps(office, "This day only")
    await office.says("Flood watch")
    assert host.hears("Flood watch")
    assert host.hears_nothing_of(ends)
    await office.sends_data(f"r.off.{fourth.id}")
    await taps(office, "This one and all that follow")
    await office.says("The hall is rebuilt")
    assert host.hears(ends)


@pytest.mark.parametrize("which", ["This day only", "This one and all that follow"])
async def test_who_does_not_run_a_day_any_more_is_not_told_what_becomes_of_it(town: Town, which: str) -> None:
    host, office, colleague = await leader(town, "en"), await clerk(town, "en"), await clerk(town, "en")
    _, second, third, _ = await weekly(town, host, office)
    await leaves(town, office)
    for each in (host, office):
        each.chat.arrived.clear()
    await begins(colleague, second, "Place", which)
    await colleague.says("The school")
    await taps(colleague, "Change it, and tell them")
    assert (told(host), told(office)) == (1, 0)
    await colleague.sends_data(f"r.off.{third.id}")
    await taps(colleague, which)
    await colleague.says("Flood watch")
    assert (told(host), told(office)) == (2, 0)


@LANGUAGES
async def test_a_visit_for_a_neighbour_on_the_same_day_is_told_in_the_same_message(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann = town.resident(language)
    await books(ann)
    await ann.says("/reception book")
    await ann.taps("09:20")
    await taps(ann, "For a neighbour")
    await ann.says("Old Chen" if language == "en" else "老陈")
    await taps(ann, "Skip")
    ann.chat.arrived.clear()
    await office.sends_data(f"r.change.{day.id}")
    await taps(office, "Place")
    await office.says("The school")
    await taps(office, "Change it, and tell them")
    assert told(ann) == 1
    assert hears(ann, "of your visits")
    assert hears(ann, "Booked for Old Chen")
    await office.sends_data(f"r.off.{day.id}")
    await office.says("Flood watch")
    assert told(ann) == 2
    assert hears(ann, "is called off")


@LANGUAGES
async def test_where_the_leader_receives_elsewhere_on_one_of_them_nothing_changes(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    _, second, _, _ = await weekly(town, host, office)
    await announced(town, host, office, day=THURSDAY + WEEK * 2, hours="14:00-15:00", area=HILL)
    before = await opened(town)
    await begins(office, second, "Hours")
    await office.says("14:00-15:00")
    assert hears(office, "The leader receives on")
    assert office.hears("19 March|3月19日")
    assert await opened(town) == before
    # The question stands.
    await office.says("15:00-16:00")
    await taps(office, "Change it, and tell them")
    assert [day.starts[0].hour for day in await opened(town)][1:] == [7, 6, 7, 7]


async def test_two_of_them_on_one_date_must_not_meet(town: Town) -> None:
    """One was moved to the date of another, at another time: the same hours for both would clash."""
    office = await clerk(town, "en")
    _, second, third, _ = await weekly(town, await leader(town, "en"), office)
    await begins(office, third, "Hours", "This day only")
    await office.says("14:00-15:00")
    await taps(office, "Something else, too")
    await taps(office, "Day")
    await office.says("2026-03-12")
    await taps(office, "Change it, and tell them")
    await begins(office, second, "Hours")
    await office.says("10:00-11:00")
    assert hears(office, "The leader receives on")


async def test_two_officers_who_change_all_do_not_overwrite_each_other(town: Town) -> None:
    host, office = await leader(town, "en"), await clerk(town, "en")
    _, second, third, _ = await weekly(town, host, office)
    await begins(host, second, "Place")
    await host.says("The school")
    await begins(office, third, "Place")
    await office.says("The mill")
    await taps(office, "Change it, and tell them")
    await taps(host, "Change it, and tell them")
    assert hears(host, "A colleague has changed this day")
    assert [day.place for day in await opened(town)] == ["town hall", "town hall", "The mill", "The mill"]
    await begins(host, third, "Place")
    await host.says("The mill")
    await taps(host, "Change it, and tell them")
    assert hears(host, "That's how it is already")


@LANGUAGES
async def test_of_a_series_that_has_ended_the_announced_ones_are_changed(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    _, _, third, fourth = await weekly(town, host, office)
    await office.sends_data(f"r.end_yes.{third.id}")
    await begins(office, third, "Topics")
    await office.says("Roads")
    await taps(office, "Change it, and tell them")
    assert [day.topics for day in await opened(town)] == ["", "", "Roads", "Roads"]
    assert (await series_of(town)).topics == ""
    # Nobody reads of days that will never be opened.
    assert office.hears("2 announced days\\. Whoever|已发布的2次。跟谁有关")
    assert host.hears("2 announced days are concerned\\. Whoever|已发布的改了2次。有关")
    # The last one has none behind it: nothing is asked.
    await office.sends_data(f"r.change.{fourth.id}")
    assert office.hears("What changes|改什么")


@LANGUAGES
async def test_reminders_follow_the_new_times_of_all(town: Town, language: str) -> None:
    office = await clerk(town, language)
    _, second, third, _ = await weekly(town, await leader(town, language), office)
    ann = town.resident(language)
    await books_day(ann, third, "09:20")
    await begins(office, second, "Hours")
    await office.says("14:00-15:00")
    await taps(office, "Change it, and tell them")
    ann.chat.arrived.clear()
    await until(town, date(2026, 3, 19), time(11))
    assert told(ann) == 1, "the evening before"
    await until(town, date(2026, 3, 19), time(12, 30))
    assert hears(ann, "Today")
    assert ann.hears("14:20")
