"""The promise of an anonymous survey, held against every row of the database, at each step of answering one.

No row has an answer and anything by which its person is known; no order of rows and no moment brings them together.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from bot.desk import FORGOTTEN, Desk
from casework.actions import surveys
from casework.areas import Area
from casework.conversations import Conversation
from casework.people import Address, Person, Post, Role
from casework.surveys.model import Answer, Question, QuestionKind, Survey
from handlers.messages import Incoming, Kind
from storage.snapshot import AREA
from storage.tables import TABLE_OF
from tests.bot.plain import arrive
from tests.storage.raw import every, everything

COUNTY: Final = Area(1, "c", "白鹭县", "county", None, "/1/")
TOWN: Final = Area(2, "t", "柳河镇", "town", 1, "/1/2/")
QUESTIONS: Final = (
    Question(QuestionKind.TEXT, "What would help?"),
    Question(QuestionKind.NUMBER, "How many hours a day is there water?"),
    Question(QuestionKind.SINGLE, "How do you get your water?", ("Tap", "Well")),
    Question(QuestionKind.SCALE, "How content are you?"),
)
WORDS: Final = "xyzzy, and a deeper well"
HOURS: Final = "7919"
PEOPLE: Final = ("ann", "ben")

Rows = Mapping[str, Sequence[tuple[Any, ...]]]


async def _survey(desk: Desk) -> Survey:
    """Return an anonymous survey that is out."""
    async with desk.store.batch() as batch:
        await batch.session.write("area_insert", [AREA.encode(area) for area in (COUNTY, TOWN)])
        await batch.session.write("organisation_changed", [{"id": 1}])
    now = desk.clock.now()
    author, second = Person(11, "", "en", "plain:a", now), Person(12, "", "en", "plain:b", now)
    async with desk.store.turn(now) as uow:
        for person, role in ((author, Role.DISPATCHER), (second, Role.SUPERVISOR)):
            uow.put(person)
            uow.put(Address(person.home, person.id))
            uow.put(Post(person.id, person.id, role, None, COUNTY.id, "", ""))
    async with desk.store.turn(now) as uow:
        survey = await surveys.write(uow, 11, COUNTY.id, "Water", anonymous=True, groups=("Farmers", "Others"))
    for question in QUESTIONS:
        async with desk.store.turn(now) as uow:
            await surveys.add_question(uow, survey.id, 11, question)
    async with desk.store.turn(now) as uow:
        await surveys.hand_in(uow, survey.id, 11, now + timedelta(days=14))
    async with desk.store.turn(now) as uow:
        return await surveys.approve(uow, survey.id, 12)


async def _send(desk: Desk, who: str, *, text: str = "", data: str = "") -> None:
    chat = f"plain:{who}"
    kind = Kind.TAP if data else Kind.TEXT
    await arrive(desk, Incoming(kind, chat, chat, text=text, data=data, language="en"))
    await desk.handle()


async def _tap(desk: Desk, who: str, step: str, value: str) -> None:
    async with desk.store.reading() as session:
        talks = await every(session, [Conversation])
    (talk,) = [each for each in talks if each.key.startswith(f"plain:{who}|")]
    await _send(desk, who, data=f"s.{talk.run}.{step}.{value}")


async def _people(desk: Desk) -> set[Any]:
    """Return what tells of each resident: id, address, and the names of their chat."""
    async with desk.store.reading() as session:
        addresses = await every(session, [Address])
    own = [each for each in addresses if each.key.partition(":")[2] in PEOPLE]
    return {each.person_id for each in own} | {each.key for each in own}


def _holds(row: tuple[Any, ...], wanted: str) -> bool:
    return any(wanted in str(value) for value in row)


async def _check(desk: Desk) -> Rows:
    """Hold all rows to the promise, and return them."""
    people = await _people(desk)
    async with desk.store.reading() as session:
        rows = await everything(session)
    for secret in (WORDS, "xyzzy", HOURS):
        found = {table for table, lines in rows.items() for line in lines if _holds(line, secret)}
        assert found <= {"survey_answers"}, f"{secret} stands in {found}"
    for line in rows["survey_answers"]:
        assert not people & set(line)
        assert not any(f"plain:{who}" in str(value) for who in PEOPLE for value in line)
    return rows


async def test_no_row_brings_an_anonymous_answer_and_a_person_together(desk: Desk) -> None:
    survey = await _survey(desk)
    for who in PEOPLE:
        await _send(desk, who, text="/start")
        await _send(desk, who, data=f"m.surveys.take.{survey.id}")
        await _check(desk)
        await _tap(desk, who, "place", str(TOWN.id))
        await _tap(desk, who, "team", "0")
        await _send(desk, who, text=WORDS)
        await _check(desk)
        await _send(desk, who, text=HOURS)
        await _check(desk)
        await _tap(desk, who, "answer", "2:1")
        await _tap(desk, who, "answer", "3:4")
        await _check(desk)
    rows = await _check(desk)
    assert sorted((ask, value) for _, _, ask, value, _, _ in rows["survey_answers"]) == [
        *((0, WORDS), (0, WORDS)),
        *((1, HOURS), (1, HOURS)),
        *((2, "1"), (2, "1")),
        *((3, "4"), (3, "4")),
    ]
    # Through: who took part is known, and from where and in which group they answered is not any more.
    guests = rows["survey_guests"]
    assert [(step, area, team, done) for _, _, _, step, area, team, done, *_ in guests] == [(4, None, None, 1)] * 2
    # What was typed is blanked in the history and in what came in; what was tapped, too.
    async with desk.store.reading() as session:
        history = await session.rows("own_messages", chats=[f"plain:{who}" for who in PEOPLE])
    mine = [text for _, own, text in history if own]
    assert mine == ["/start", FORGOTTEN, FORGOTTEN] * 2
    assert not any(_holds(line, "answer.") for line in rows["inbox"])


async def test_no_order_and_no_moment_tells_whose_an_answer_is(desk: Desk) -> None:
    survey = await _survey(desk)
    for who in PEOPLE:
        await _send(desk, who, text="/start")
        await _send(desk, who, data=f"m.surveys.take.{survey.id}")
        await _tap(desk, who, "place", str(TOWN.id))
        await _tap(desk, who, "team", "0")
        await _send(desk, who, text=f"{who} wants a well")
        await _send(desk, who, text=HOURS)
        await _tap(desk, who, "answer", "2:1")
        await _tap(desk, who, "answer", "3:4")
    rows = await _check(desk)
    ids = [line[0] for line in rows["survey_answers"]]
    others = [line[0] for table in ("messages", "people", "jobs", "surveys") for line in rows[table]]
    assert min(ids) > 1000 * max(others), "drawn at random, not given out in the order in which things happen"
    # In the order of the keys, which is that of the file, too, the answers of the two stand mixed.
    assert [line[2] for line in sorted(rows["survey_answers"])] != [0, 1, 2, 3, 0, 1, 2, 3]


def test_an_anonymous_answer_has_no_place_for_a_person_nor_a_moment() -> None:
    assert TABLE_OF[Answer].codec.names == ("id", "survey_id", "ask", "value", "area_id", "team")
