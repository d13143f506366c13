"""A real day, played through: Xiapu, 20 December 1988. 101 visitors, 85 matters, 12 of them answered on the spot.

Only these figures are known of it. Who came with whom, and with what, is made up so that they come out; everything is
said and tapped, and the figures are those that the day itself sums up in the end.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import cycle
from typing import Final

import pytest

from casework.people import Role
from casework.petitions import Case
from casework.reception.days import BookingState, Reception
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, WATER, Actor, Town
from tests.handlers.reception_scene import announced, bookings, clerk, taps, until
from tests.handlers.staff_scene import complain
from tests.storage.raw import select

DAY: Final = date(1988, 12, 20)
WEEK_BEFORE: Final = datetime(1988, 12, 12, 1, 0, tzinfo=UTC)

VISITORS, MATTERS, ON_THE_SPOT = 101, 85, 12

BOOKED, NOT_COME, JOINING = 40, 4, 6
VISITS: Final = 80
PAIRS: Final = VISITORS - VISITS
SECOND_MATTERS: Final = MATTERS - VISITS
PROMISED: Final = 30

SAID: Final = {
    "en": (
        "The road to Maple Village is washed out",
        "There is no water in Newpond Village since October",
        "The roof of the school leaks",
        "The bridge at Cloudrest Village has no railing",
        "The pension has not come for three months",
        "The neighbours' pigsty stinks up to our door",
    ),
    "zh": (
        "枫桥村的路被水冲断了",
        "新塘村十月以来没有水",
        "学校的屋顶漏雨",
        "云居村的桥没有栏杆",
        "养老金三个月没发了",
        "隔壁猪圈臭到家门口",
    ),
}
ANSWER: Final = {"en": "It will be paid out this week", "zh": "这个星期就发"}


@dataclass(frozen=True)
class Visit:
    """One visit as it is played: how many come, with how many matters, and who has booked it in chat."""

    people: int
    matters: int
    actor: Actor | None = None
    case: Case | None = None


def made_up(people: list[tuple[Actor, Case | None]]) -> list[Visit]:
    """Return the visits of the day: first those who have booked, then those who just come."""
    actors: list[tuple[Actor | None, Case | None]] = [*people, *((None, None) for _ in range(VISITS - len(people)))]
    return [
        Visit(2 if number < PAIRS else 1, 2 if number % 16 == 9 else 1, actor, case)
        for number, (actor, case) in enumerate(actors)
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_figures_of_the_day_come_out_of_the_day(town: Town, language: str) -> None:
    town.now = WEEK_BEFORE
    for unit in (GOVERNMENT, ROADS, WATER):
        await town.cadre(unit, language=language)
    host = await town.official(Role.LEADER, language, area=COUNTY, title="书记", title_en="Party secretary")
    office = await clerk(town, language)
    people = [await complain(town, language) for _ in range(JOINING)]
    others: list[tuple[Actor, Case | None]] = [
        (town.resident(language), None) for _ in range(BOOKED + NOT_COME - JOINING)
    ]
    rooms = ("一号", "二号")
    day = await announced(town, host, office, day=DAY, hours="8:00-12:00", minutes=10, rooms=rooms, area=COUNTY)
    for actor, _ in (*people, *others):
        await actor.says("/reception")
        await actor.sends_data(actor.last.buttons[0][0].data)
        await actor.sends_data(actor.last.buttons[0][0].data)
        assert actor.hears("Your number|您是")
    await until(town, DAY, time(7, 50))
    visits = made_up([*people, *others[: BOOKED - JOINING]])
    assert sum(each.people for each in visits) == VISITORS
    assert sum(each.matters for each in visits) == MATTERS
    assert len(visits) == VISITS
    # Of what came of the matters, so many each; the rest goes to the units.
    became = iter(["answered"] * ON_THE_SPOT + ["promised"] * PROMISED + ["unit"] * MATTERS)
    said = cycle(SAID[language])
    for each in visits:
        number = await arrives(town, office, day, each)
        await office.sends_data(f"r.call.{day.id}")
        for _ in range(each.matters):
            await writes(office, day, number, next(said), next(became))
            await confirms(office, each)
        await town.passes(minutes=5)
        await office.sends_data(f"r.received.{day.id}.{number}")
    await until(town, DAY, time(19, 0))
    await office.sends_data(f"r.close.{day.id}")
    for reader in (office, host):
        assert reader.hears(
            {
                "en": "101 visitors in 80 visits, 85 matters .6 joined a case that runs.. Answered on the spot: 12. "
                "Promised by a day: 30. Still to be confirmed: 0. Booked: 44, did not come: 4.",
                "zh": "来访101人（80批），反映85件（并入在办的6件）。当场答复12件，限期办理30件，等本人确认0件。"
                "预约44个，没来4个。",
            }[language]
        )
    states = [each.state for each in await bookings(town, day)]
    assert states.count(BookingState.RECEIVED) == VISITS
    async with town.store.reading() as session:
        (heard,) = await select(session, "select count(*) from events where kind like 'reception_%'")
        (cases,) = await select(session, "select count(*) from cases")
        (missed,) = await select(session, "select count(*) from bookings where state = 'missed'")
    # Each matter has become a case, but for those that joined one of before.
    assert (heard[0], cases[0], missed[0]) == (MATTERS, MATTERS, NOT_COME)


async def arrives(town: Town, office: Actor, day: Reception, visit: Visit) -> int:
    """Let a visitor arrive at the door; return their number."""
    if visit.actor is None:
        await office.sends_data(f"r.walk_in.{day.id}")
        await office.taps(str(visit.people))
        await taps(office, "Skip")
        await taps(office, "Skip")
    else:
        person = await visit.actor.person()
        (number,) = [each.number for each in await bookings(town, day) if each.person_id == person.id]
        await office.sends_data(f"r.check.{day.id}")
        await office.says(f"{number}, {visit.people}")
    found = [each for each in await bookings(town, day) if each.state is BookingState.HERE]
    assert [each.people for each in found] == [visit.people]
    return found[0].number


async def writes(office: Actor, day: Reception, number: int, words: str, became: str) -> None:
    """Let the office write down one matter, and what became of it."""
    await office.sends_data(f"r.write.{day.id}.{number}")
    await office.says(words)
    label = {"answered": "Answered on the spot", "promised": "Promised by a day", "unit": "It goes to the unit"}
    await taps(office, label[became])
    if became != "unit":
        await office.says(ANSWER[office.language])
    if became == "promised":
        await office.says("1989-01-20")


async def confirms(office: Actor, visit: Visit) -> None:
    """Let a visitor confirm on their own phone, or the office do so to whom it has read it out."""
    reader = visit.actor or office
    if visit.case is not None and visit.matters == 1:
        await reader.taps(visit.case.label)
    else:
        await taps(reader, "That's right")
