"""An announced day is changed in chat: everybody who has booked hears of it once, and nobody loses their turn."""

from datetime import date, time

import pytest

from casework.actions.reception.booking import Wish, book
from casework.people import Role
from casework.reception.days import Booking, BookingState, Reception
from tests.handlers.dialogue import HILL, Actor, Town
from tests.handlers.reception_scene import (
    THURSDAY,
    announced,
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

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
NEXT_WEEK = date(2026, 3, 12)


async def waits(actor: Actor) -> None:
    """Go on the waiting list of the only day."""
    await actor.says("/reception")
    await taps(actor, "put me on the list")
    await taps(actor, "Book it")


async def fill(town: Town, language: str) -> list[Actor]:
    """Let three residents book the three times of the only day, and a fourth one wait; return them in this order."""
    people = [town.resident(language) for _ in range(4)]
    for each, at in zip(people, ("09:00", "09:20", "09:40"), strict=False):
        await books(each, at)
    await waits(people[3])
    return people


async def begins(office: Actor, day: Reception, what: str) -> None:
    """Begin to change something of a day."""
    await office.sends_data(f"r.day.{day.id}")
    await taps(office, "✏️ Change")
    await taps(office, what)


async def moves(office: Actor, day: Reception, to: date) -> None:
    """Move a day to another date."""
    await begins(office, day, "Day")
    await office.says(to.isoformat())
    await taps(office, "Change it, and tell them")


def told(actor: Actor) -> int:
    """Return how often somebody was told since their last deed."""
    return len(actor.chat.arrived)


@LANGUAGES
async def test_a_day_is_moved_and_everybody_hears_once_with_the_old_and_the_new(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    people = await fill(town, language)
    for each in (*people, host):
        each.chat.arrived.clear()
    await moves(office, day, NEXT_WEEK)
    assert hears(office, "Changed.")
    for number, each in enumerate(people[:3], 1):
        assert told(each) == 1
        assert hears(each, "has changed")
        assert each.hears("(?s)5 March.*12 March|3月5日.*3月12日")
        assert hears(each, f"Your number: {number}")
        assert len(each.buttons) == 3
        assert len(each.last.text) < 300
    assert told(people[3]) == 1
    assert hears(people[3], "number 1 on the waiting list")
    assert hears(host, "Changed:")
    # Kept, cancelled and moved by a tap; what is given up goes to who waits.
    await taps(people[0], "That suits me")
    assert hears(people[0], "Good, it stays so")
    await taps(people[1], "I can't come")
    assert hears(people[1], "somebody who waits can come")
    assert hears(people[3], "A place is free")
    after = await stored(town, day)
    assert [each.state for each in await bookings(town, after)] == [BookingState.BOOKED] * 3
    assert (after.waiting, after.begins_at) == ((), town.store.rules.calendar.at(NEXT_WEEK, time(9)))
    await taps(people[2], "Another time")
    assert hears(people[2], "all places are taken")


@LANGUAGES
async def test_reminders_follow_the_new_time(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann = town.resident(language)
    await books(ann)
    await until(town, THURSDAY.replace(day=4), time(18))
    assert hears(ann, "Tomorrow")
    await moves(office, day, NEXT_WEEK)
    ann.chat.arrived.clear()
    await until(town, NEXT_WEEK.replace(day=11), time(17, 29))
    assert told(ann) == 0
    await until(town, NEXT_WEEK.replace(day=11), time(17, 31))
    assert told(ann) == 1
    assert hears(ann, "Tomorrow")
    await until(town, NEXT_WEEK, time(8, 30))
    assert hears(ann, "Today")
    await until(town, NEXT_WEEK.replace(day=13), time(9))
    assert (await bookings(town, day))[0].state is BookingState.MISSED


@LANGUAGES
async def test_whoever_no_longer_fits_comes_first_on_the_list(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    people = await fill(town, language)
    for each in people:
        each.chat.arrived.clear()
    await begins(office, day, "Length of a visit")
    await taps(office, "30 minutes")
    assert office.hears("Another time: 1. First on the waiting list: 1|换钟点1个，排到最前面等1个")
    await taps(office, "Change it, and tell them")
    after = await stored(town, day)
    assert [each.number for each in await bookings(town, after)] == [1, 2]
    assert people[1].hears("(?s)09:20.*09:30")
    assert hears(people[2], "your time is gone")
    assert hears(people[2], "number 1 on the waiting list")
    # The first one keeps time and number, and was never told how long a visit is.
    assert [told(each) for each in people] == [0, 1, 1, 0]
    assert max(len(each.last.text) for each in people) < 300
    assert len(after.waiting) == 2
    await taps(people[0], "I can't come")
    await taps(people[0], "Yes, give it up")
    assert hears(people[2], "A place is free")
    # More times again: who waits gets them, in order.
    await begins(office, after, "Hours")
    await office.says("9:00-10:30")
    await taps(office, "Change it, and tell them")
    assert hears(people[3], "A place is free")
    assert [each.number for each in await bookings(town, day)] == [1, 2, 3]


@LANGUAGES
async def test_several_things_are_changed_and_told_once(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann = town.resident(language)
    await books(ann)
    ann.chat.arrived.clear()
    await begins(office, day, "Place")
    await office.says("The school" if language == "en" else "小学")
    await taps(office, "Something else, too")
    await taps(office, "Topics")
    await office.says("Roads" if language == "en" else "修路")
    assert office.hears("(?s)The school.*Roads|小学.*修路")
    assert told(ann) == 0
    await taps(office, "Change it, and tell them")
    assert told(ann) == 1
    assert ann.hears("(?s)town hall.*(The school.*Roads|小学.*修路)")
    await ann.says("/reception")
    assert ann.hears("The school|小学")


@LANGUAGES
async def test_what_was_not_told_to_anybody_disturbs_nobody(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann = town.resident(language)
    await books(ann)
    ann.chat.arrived.clear()
    await begins(office, day, "Place")
    await office.says("town hall")
    await taps(office, "Change it, and tell them")
    assert hears(office, "That's how it is already")
    await begins(office, day, "Hours")
    await office.says("9:00-10:20")
    await taps(office, "Change it, and tell them")
    assert len((await stored(town, day)).places) == 4
    assert told(ann) == 0


@LANGUAGES
async def test_what_cannot_be_is_refused_and_nothing_changes(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    await announced(town, host, office, day=NEXT_WEEK, area=HILL)
    before = await stored(town, day)
    await begins(office, day, "Place")
    await office.says("the school")
    await taps(office, "Something else, too")
    await taps(office, "Day")
    await office.says("2026-03-01")
    assert office.hears("That day is over|那天已经过了")
    await office.says(NEXT_WEEK.isoformat())
    assert hears(office, "The leader receives on")
    assert office.hears("Thursday 12 March|3月12日（周四）")
    await office.says("/back")
    await taps(office, "Hours")
    await office.says("9:00-9:10")
    assert office.hears("there is no time to book|排不出时间")
    await office.says("9:00-9:20")
    assert office.hears("the school"), "what was typed before stands"
    assert office.hears("9:00-09:20")
    assert await stored(town, day) == before
    # It has begun.
    await until(town, THURSDAY, time(9, 5))
    await office.sends_data(f"r.change.{day.id}")
    assert hears(office, "it can't be changed any more")


@LANGUAGES
async def test_whoever_keeps_day_time_and_place_is_told_only_what_is_another(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    people = await fill(town, language)
    await begins(office, day, "Topics")
    await office.says("Land and water")
    await taps(office, "Change it, and tell them")
    for each in people:
        assert each.hears("Land and water")
        assert each.hears_nothing_of("Before|原来")
        assert each.hears("5 March|3月5日")


@LANGUAGES
async def test_two_officers_do_not_overwrite_each_other(town: Town, language: str) -> None:
    host, office = await leader(town, language), await clerk(town, language)
    day = await announced(town, host, office)
    await begins(host, day, "Place")
    await host.says("The school")
    await moves(office, day, NEXT_WEEK)
    await taps(host, "Change it, and tell them")
    assert hears(host, "A colleague has changed this day")
    await begins(host, day, "Place")
    await moves(office, day, THURSDAY)
    await host.says("The school")
    assert hears(host, "A colleague has changed this day")
    await host.says("The school")
    assert host.hears_nothing_of(word(host, "A colleague has changed this day")), "the question is over"
    assert (await stored(town, day)).place == "town hall"


@LANGUAGES
async def test_who_books_while_it_changes_chooses_among_the_new_times(town: Town, language: str) -> None:
    office = await clerk(town, language)
    day = await announced(town, await leader(town, language), office)
    ann, bo = town.resident(language), town.resident(language)
    for each in (ann, bo):
        await each.says("/reception")
    await ann.taps("09:40")
    await begins(office, day, "Hours")
    await office.says("14:00-15:00")
    await taps(office, "Change it, and tell them")
    await bo.taps("09:40")
    assert "14:40" in bo.buttons
    await taps(ann, "Book it")
    assert hears(ann, "The office has just changed this day")
    await ann.taps("14:40")
    await taps(ann, "Book it")
    assert hears(ann, "Your number: 3")
    assert ann.hears("14:40")


async def test_others_change_nothing(town: Town) -> None:
    day = await announced(town, await leader(town, "en"))
    ann, hill = town.resident("en"), await town.official(Role.DISPATCHER, "en", area=HILL)
    await books(ann)
    for actor in (ann, hill):
        for verb in ("change", "repeat", "repeat_by", "repeat_yes", "end_series", "end_yes"):
            await actor.sends_data(f"r.{verb}.{day.id}.3.0")
            assert "can't find that here" in (actor.toast or actor.last.text)
    bo = town.resident("en")
    for verb in ("keep", "give_up"):
        await bo.sends_data(f"r.{verb}.{day.id}.0")
        assert "can't find that here" in (bo.toast or bo.last.text)
    assert (await stored(town, day)).epoch == 0


async def test_numbers_change_hands_at_once_whatever_the_order(town: Town) -> None:
    """With other rooms and times all numbers are others: none of them is refused for one that somebody had before."""
    office = await clerk(town, "en")
    day = await announced(town, await leader(town, "en"), office, hours="9:00-10:40", rooms=("1", "2"))
    for slot in (0, 1, 1, 3, 4):
        person = town.resident("en")
        await person.says("/help")
        person_id = (await person.person()).id
        async with town.store.turn(town.now) as uow:
            await book(uow, day.id, person_id, Wish(slot))
    before = {each.key for each in await bookings(town, day)}
    await begins(office, day, "Hours")
    await office.says("8:40-10:00")
    await taps(office, "Change it, and tell them")
    after = await bookings(town, day)
    assert {each.key for each in after} == before
    places = (await stored(town, day)).places
    assert [each.number for each in after] == [place for place, key in enumerate(places, 1) if key]
    assert len({each.number for each in after}) == 5
    async with town.store.turn(town.now) as uow:
        assert all(each.epoch == 1 for each in await uow.get_all(Booking, sorted(before)))
