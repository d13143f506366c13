"""Reception days for residents: a visit in three taps, moved, cancelled, waited for, and brought to mind."""

import asyncio
from contextlib import AsyncExitStack
from datetime import time
from random import Random

import pytest

from casework.actions.reception.announcing import Announced, announce
from casework.errors import Refused
from casework.reception.days import Booking, BookingState, Reception
from casework.reception.hours import parse_hours, starts_of
from storage.store import Store
from tests.handlers.dialogue import RIVER, Town
from tests.handlers.reception_scene import (
    THURSDAY,
    announced,
    bookings,
    books,
    hears,
    leader,
    stored,
    taps,
    until,
)
from tests.handlers.staff_scene import complain
from tests.patience import PATIENCE
from tests.storage.raw import select

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
async def test_a_visit_is_booked_in_three_taps(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = town.resident(language)
    await ann.says("/reception")
    assert ann.buttons == ["09:00", "09:20", "09:40"]
    await ann.taps("09:20")
    assert hears(ann, "that books it, too")
    assert len(ann.buttons) <= 3
    await taps(ann, "Book it")
    assert hears(ann, "Booked")
    assert hears(ann, "Your number: 2")
    assert len(ann.buttons) == 3
    (booking,) = await bookings(town, day)
    assert (booking.state, booking.number, booking.case_id) == (BookingState.BOOKED, 2, None)
    assert booking.person_id == (await ann.person()).id


@LANGUAGES
async def test_a_few_words_say_what_it_is_about_and_book_too(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = town.resident(language)
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.says("The lamp on the bridge" if language == "en" else "桥上的灯")
    assert hears(ann, "Your number: 1")
    (booking,) = await bookings(town, day)
    assert booking.words in {"The lamp on the bridge", "桥上的灯"}


@LANGUAGES
async def test_who_has_a_case_is_told_how_it_stands_and_is_welcome(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann, case = await complain(town, language)
    await ann.says("/reception")
    await ann.taps("09:00")
    await taps(ann, "About")
    assert ann.hears(case.label)
    assert hears(ann, "waiting for someone to take it")
    assert [each.case_id for each in await bookings(town, day)] == [case.id]
    await until(town, THURSDAY, time(7))
    assert hears(ann, "Tomorrow")
    assert ann.hears(case.label)


@LANGUAGES
async def test_a_concluded_case_is_no_reason_to_be_turned_away(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann, case = await complain(town, language)
    await ann.sends_data(f"c.withdraw.{case.id}.{case.epoch}")
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    assert not (await ann.cases())[0].is_open
    await ann.says("/reception")
    await ann.taps("09:00")
    await ann.says(case.number)
    assert hears(ann, "You're welcome all the same")
    assert [each.case_id for each in await bookings(town, day)] == [case.id]


@LANGUAGES
async def test_a_visit_is_moved_and_cancelled(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = town.resident(language)
    await books(ann)
    await taps(ann, "Another time")
    await ann.taps("09:40")
    assert hears(ann, "Your number: 3")
    assert [each.number for each in await bookings(town, day)] == [3]
    await taps(ann, "I can't come")
    await taps(ann, "Yes, give it up")
    assert hears(ann, "somebody who waits can come")
    assert await bookings(town, day) == []
    assert (await stored(town, day)).places == ("", "", "")
    await books(ann)
    assert hears(ann, "Your number: 1")


@LANGUAGES
async def test_a_visit_is_moved_to_another_day_and_its_place_goes_to_who_waits(town: Town, language: str) -> None:
    host = await leader(town, language)
    first = await announced(town, host, hours="9:00-9:20")
    ann, bo = town.resident(language), town.resident(language)
    await books(ann)
    await bo.says("/reception")
    await taps(bo, "put me on the list")
    await taps(bo, "Book it")
    assert hears(bo, "number 1 on the waiting list")
    second = await announced(town, host, day=THURSDAY.replace(day=12))
    await taps(ann, "Another time")
    await ann.taps("12")
    await ann.taps("09:20")
    assert hears(ann, "Your number: 2")
    assert hears(bo, "A place is free")
    assert [each.person_id for each in await bookings(town, first)] == [(await bo.person()).id]
    assert [each.person_id for each in await bookings(town, second)] == [(await ann.person()).id]


@LANGUAGES
async def test_a_time_taken_meanwhile_gives_the_nearest_one_and_then_the_waiting_list(
    town: Town, language: str
) -> None:
    day = await announced(town, await leader(town, language), hours="9:00-9:40")
    people = [town.resident(language) for _ in range(4)]
    for each in people:
        await each.says("/reception")
        await each.taps("09:00")
    for each in people:
        await taps(each, "Book it")
    assert hears(people[0], "Booked")
    assert hears(people[1], "was taken just now")
    assert hears(people[2], "number 1 on the waiting list")
    assert hears(people[3], "number 2 on the waiting list")
    await taps(people[2], "I can't come")
    await taps(people[2], "Yes, give it up")
    await taps(people[0], "I can't come")
    await taps(people[0], "Yes, give it up")
    assert hears(people[3], "A place is free")
    assert hears(people[3], "Your number: 1")
    assert (await stored(town, day)).waiting == ()


@LANGUAGES
async def test_too_late_for_anybody_to_come_a_place_stays_free(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language), hours="9:00-9:20")
    ann, bo = town.resident(language), town.resident(language)
    await books(ann)
    await bo.says("/reception")
    await taps(bo, "put me on the list")
    await taps(bo, "Book it")
    await until(town, THURSDAY, time(8))
    await taps(ann, "I can't come")
    await taps(ann, "Yes, give it up")
    assert bo.hears_nothing_of("A place is free|有空位了，归您")
    assert (await stored(town, day)).places == ("",)


@LANGUAGES
async def test_somebody_books_for_an_old_neighbour_too(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = town.resident(language)
    await books(ann)
    await ann.says("/reception")
    await taps(ann, "Book a visit")
    await ann.taps("09:20")
    await taps(ann, "For a neighbour")
    await ann.says("Old Chen" if language == "en" else "老陈")
    await ann.says("abc")
    await taps(ann, "Skip")
    assert hears(ann, "Booked for Old Chen")
    found = await bookings(town, day)
    assert [(each.number, each.for_other, each.name) for each in found][1][:2] == (2, True)
    await ann.says("/reception")
    assert sum("🪑" in shown.text for shown in ann.chat.arrived) == 2


@LANGUAGES
async def test_nobody_books_a_day_twice(town: Town, language: str) -> None:
    day = await announced(town, await leader(town, language))
    ann = town.resident(language)
    await books(ann)
    await ann.says("/reception book")
    await ann.taps("09:20")
    await taps(ann, "Book it")
    assert hears(ann, "You have booked this day already")
    assert len(await bookings(town, day)) == 1


@LANGUAGES
async def test_visitors_are_reminded_the_evening_before_and_two_hours_before(town: Town, language: str) -> None:
    host = await leader(town, language)
    await announced(town, host, hours="9:00-12:00", minutes=60)
    ann = town.resident(language)
    await books(ann, "11:00")
    await until(town, THURSDAY.replace(day=4), time(17, 29))
    ann.chat.arrived.clear()
    await until(town, THURSDAY.replace(day=4), time(17, 31))
    assert hears(ann, "Tomorrow")
    assert hears(host, "have booked")
    await until(town, THURSDAY, time(8, 59))
    ann.chat.arrived.clear()
    await until(town, THURSDAY, time(9, 1))
    assert hears(ann, "Today")
    assert hears(ann, "Your number: 3")


@LANGUAGES
async def test_without_a_day_there_is_something_else_to_do(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/reception")
    assert hears(ann, "No reception day is announced")


@LANGUAGES
async def test_many_times_are_shown_few_at_a_time(town: Town, language: str) -> None:
    await announced(town, await leader(town, language), hours="9:00-11:00", minutes=15)
    ann = town.resident(language)
    await ann.says("/reception")
    assert ann.buttons[:2] == ["09:00", "10:00"]
    assert len(ann.buttons) == 3
    await taps(ann, "Other times")
    assert ann.buttons[:2] == ["09:15", "10:15"]
    await ann.says("9:45")
    await ann.says("09:45")
    assert hears(ann, "that books it, too")


@LANGUAGES
async def test_a_day_that_is_called_off_is_told_with_its_reason(town: Town, language: str) -> None:
    host = await leader(town, language)
    await announced(town, host)
    ann = town.resident(language)
    await books(ann)
    await host.says("/receive")
    await taps(host, "Call it off")
    await host.says("Flood watch" if language == "en" else "要防汛")
    assert hears(ann, "is called off")
    assert ann.hears("Flood watch|要防汛")
    await ann.says("/reception")
    assert hears(ann, "No reception day is announced")


async def test_others_cannot_touch_a_visit(town: Town) -> None:
    day = await announced(town, await leader(town, "en"))
    ann, bo = town.resident("en"), town.resident("en")
    await books(ann)
    for verb in ("pass", "move", "cancel", "give_up"):
        await bo.sends_data(f"r.{verb}.{day.id}.0")
        assert "can't find that here" in (bo.toast or bo.last.text)
    for data in ("r.call.1", f"r.list.{day.id}", f"r.day.{day.id}", f"r.close.{day.id}", f"r.said.{day.id}.1.5"):
        await bo.sends_data(data)
        assert "can't find that here" in (bo.toast or bo.last.text)
    for data in (f"r.cancel.{day.id}", f"r.cancel.{day.id}.x", "r.book.99999", f"r.received.{day.id}.", "r..1"):
        await bo.sends_data(data)
    assert [each.person_id for each in await bookings(town, day)] == [(await ann.person()).id]


async def test_two_offices_give_a_leader_no_two_days_at_one_moment(town: Town, database_url: str) -> None:
    """The second one waits for the first, and is refused then."""
    host = await leader(town, "en")
    host_id = (await host.person()).id
    if not town.store.database.shared:  # One process alone writes in turn.
        await announced(town, host)
        with pytest.raises(Refused, match="reception-overlap"):
            await announced(town, host)
        return
    starts = starts_of(town.store.rules.calendar, THURSDAY, parse_hours("9:00-10:00"), 20)
    day = Announced(RIVER, host_id, "town hall", starts, 20)
    other = await Store.open(database_url, town.store.rules, Random(9))

    async def second() -> None:
        async with other.turn(town.now) as uow:
            await announce(uow, host_id, day)

    try:
        async with town.store.turn(town.now) as uow:
            await announce(uow, host_id, day)
            late = asyncio.create_task(second())
            while not late.done() and not await _is_anybody_waiting(town):
                await asyncio.sleep(0.01)
        with pytest.raises(Refused, match="reception-overlap"):
            await late
    finally:
        await other.close()


async def _is_anybody_waiting(town: Town) -> bool:
    """Tell whether a transaction waits for a row that another one holds."""
    async with town.store.reading() as session:
        waiting = await select(
            session, "select count(*) from pg_locks where not granted and locktype = 'transactionid'"
        )
    return bool(waiting[0][0])


async def test_whoever_only_reads_waits_for_nobody(town: Town, database_url: str) -> None:
    """While the office, or a broadcast, holds a day's row, everybody reads days, times and their own visits."""
    day = await announced(town, await leader(town, "en"))
    ann, bo = town.resident("en"), town.resident("en")
    await books(ann)
    other = await Store.open(database_url, town.store.rules, Random(9)) if town.store.database.shared else None
    try:
        async with AsyncExitStack() as holding:
            if other is not None:  # One process alone reads and writes in turn.
                uow = await holding.enter_async_context(other.turn(town.now))
                held = await uow.get(Reception, day.id)
                assert held is not None
                await uow.get_all(Booking, held.keys)
            async with asyncio.timeout(PATIENCE):
                await ann.says("/reception")
                assert hears(ann, "Your number: 1")
                await bo.says("/reception")
                await bo.taps("09:20")
                assert hears(bo, "that books it, too")
                async with town.store.turn(town.now) as reading:
                    assert len(await reading.receptions_ahead()) == 1
        await taps(bo, "Book it")
        assert hears(bo, "Your number: 2")
    finally:
        if other is not None:
            await other.close()
