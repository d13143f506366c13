"""The record: whatever is changed in it past the program is found, on both databases, and erasing leaves it whole."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from random import Random

import pytest

from casework.audit import Fault, Flaw
from casework.petitions import Case, Event
from casework.trail import LINES_ERASED, key_name
from casework.unit_of_work import Rules, event
from storage.dialects import Conflict
from storage.seals import seal
from storage.store import Store
from storage.verifying import Verifying
from tests.casework.service import CALENDAR
from tests.storage.raw import every

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
DAY = date(2026, 3, 1)
ROAD, WATER, LAMP = 11, 12, 13
CASES = (ROAD, WATER, LAMP)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, Rules(CALENDAR), Random(1))
    yield store
    await store.close()


def a_case(number: int) -> Case:
    return Case(number, 1, "260302-0000001", number, 1, "roads", 1, "/1/", "", "", NOW, NOW, NOW, shared=True)


async def tell(store: Store, case_id: int, *words: str) -> None:
    """Record lines, each in a turn of its own, all in one batch."""
    async with store.batch() as batch:
        for word in words:
            uow = store.unit_of_work(batch, NOW, "web")
            case = await uow.get(Case, case_id)
            if case is None:
                case = a_case(case_id)
                uow.put(case)
            event(uow, case, word, actor=1, role="resident", words=word)
            batch.join()


async def lines(store: Store, case_id: int) -> list[Event]:
    async with store.reading() as session:
        found: list[Event] = [each for each in await every(session, [Event]) if each.case_id == case_id]
    return sorted(found, key=lambda each: each.position)


async def flaws(store: Store) -> list[Flaw]:
    return [flaw async for flaw in Verifying(store.database).flaws()]


async def three_cases(store: Store) -> None:
    """Write five lines of each case: three of them sealed, and one of LAMP's only after the last seal."""
    for case_id in CASES:
        await tell(store, case_id, "filed", "added", "urged")
    assert await seal(store.database, DAY, NOW) is not None
    for case_id in (ROAD, WATER):
        await tell(store, case_id, "asked", "answered")
    assert await seal(store.database, date(2026, 3, 2), NOW) is not None
    await tell(store, LAMP, "asked", "answered")


async def test_what_the_program_writes_is_sound_and_says_by_which_way_it_came(store: Store) -> None:
    await three_cases(store)
    verifying = Verifying(store.database)
    assert [flaw async for flaw in verifying.flaws()] == []
    assert (verifying.cases, verifying.lines, len(verifying.seals)) == (3, 15, 2)
    assert [(line.position, line.kind, line.channel) for line in await lines(store, ROAD)] == [
        (1, "filed", "web"), (2, "added", "web"), (3, "urged", "web"), (4, "asked", "web"), (5, "answered", "web"),
    ]  # fmt: skip


Tamper = Callable[[Store], Awaitable[str]]


def of_line(sql: str) -> Tamper:
    """Return a change of ROAD's third line by a statement over {id}."""

    async def statement(store: Store) -> str:
        third = (await lines(store, ROAD))[2]
        return sql.format(id=third.id)

    return statement


def plain(sql: str) -> Tamper:
    async def statement(store: Store) -> str:
        return sql

    return statement


async def last_line_and_head_of_road(store: Store) -> str:
    """Take the last line out, and put the head back as if it had never been."""
    *_, before, last = await lines(store, ROAD)
    return (
        f"delete from events where id = {last.id};"
        f"update trails set length = {before.position}, link = '{before.link}' where case_id = {ROAD}"
    )


async def last_line_of_lamp(store: Store) -> str:
    return f"delete from events where id = {(await lines(store, LAMP))[-1].id}"


async def two_lines_swapped(store: Store) -> str:
    second, third = (await lines(store, ROAD))[1:3]
    return (
        f"update events set position = 3 where id = {second.id}; update events set position = 2 where id = {third.id}"
    )


async def an_unchained_line(store: Store) -> str:
    return (
        "insert into events (id, case_id, at, actor_id, role, kind, data, public)"
        f" values (999999, {ROAD}, 1, null, 'system', 'urged', '{{}}', 1)"
    )


async def a_chained_line(store: Store) -> str:
    third = (await lines(store, ROAD))[2]
    copied = "at, actor_id, role, kind, data, public, channel, position, salt, digest, link"
    return (
        f"insert into events (id, case_id, {copied}) select 999999, case_id, {copied} from events where id = {third.id}"
    )


async def a_line_at_the_end(store: Store) -> str:
    copied = "at, actor_id, role, kind, data, public, channel, salt, digest, link"
    last = (await lines(store, ROAD))[-1]
    return (
        f"insert into events (id, case_id, position, {copied})"
        f" select 999999, case_id, 6, {copied} from events where id = {last.id}"
    )


THIRD = Flaw(Fault.CHANGED, ROAD, "260302-0000001-11", 3, 3)


def one(fault: Fault, first: int = 0, last: int | None = None, case_id: int = ROAD) -> Flaw:
    label = f"260302-0000001-{case_id}"
    return Flaw(fault, case_id, label, first, first if last is None else last)


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        pytest.param(of_line("update events set kind = 'withdrawn' where id = {id}"), [THIRD], id="kind"),
        pytest.param(of_line("update events set actor_id = 2 where id = {id}"), [THIRD], id="who"),
        pytest.param(of_line("update events set actor_id = null where id = {id}"), [THIRD], id="nobody"),
        pytest.param(of_line("update events set role = 'cadre' where id = {id}"), [THIRD], id="role"),
        pytest.param(of_line("update events set at = at + 1 where id = {id}"), [THIRD], id="when"),
        pytest.param(of_line("update events set channel = 'tg' where id = {id}"), [THIRD], id="channel"),
        pytest.param(of_line("update events set public = 0 where id = {id}"), [THIRD], id="public"),
        pytest.param(of_line("update events set digest = 'x' where id = {id}"), [THIRD], id="digest"),
        pytest.param(of_line("update events set data = '{{}}' where id = {id}"), [one(Fault.WORDS, 3)], id="words"),
        pytest.param(of_line("update events set salt = '' where id = {id}"), [one(Fault.WORDS, 3)], id="salt"),
        pytest.param(of_line("delete from events where id = {id}"), None, id="removed"),
        pytest.param(
            of_line("update events set case_id = 12 where id = {id}"),
            [one(Fault.MISSING, 3), one(Fault.ADDED, 3, case_id=WATER)],
            id="to another case",
        ),
        pytest.param(two_lines_swapped, None, id="swapped"),
        pytest.param(an_unchained_line, [one(Fault.OLDER)], id="put in without a chain"),
        pytest.param(a_chained_line, [one(Fault.ADDED, 3)], id="put in twice"),
        pytest.param(a_line_at_the_end, [one(Fault.ADDED, 6)], id="put in at the end"),
        pytest.param(last_line_of_lamp, [one(Fault.MISSING, 5, case_id=LAMP)], id="last line"),
        pytest.param(last_line_and_head_of_road, None, id="last line with its head"),
        pytest.param(plain("update trails set link = '' where case_id = 11"), [one(Fault.HEAD, 5)], id="head"),
        pytest.param(plain("update trails set sealed = 0 where case_id = 11"), [one(Fault.UNSEALED)], id="sealed"),
        pytest.param(plain("update trails set unchained = 1 where case_id = 11"), [one(Fault.OLDER)], id="older"),
        pytest.param(plain("delete from trails where case_id = 11"), [one(Fault.NO_TRAIL)], id="trail"),
        pytest.param(
            plain("delete from trails where case_id = 11; delete from cases where id = 11"),
            [Flaw(Fault.NO_TRAIL, ROAD)],
            id="trail and case",
        ),
        pytest.param(plain("delete from cases where id = 11"), [Flaw(Fault.NO_CASE, ROAD)], id="case"),
        pytest.param(
            plain("delete from events where case_id = 11; update trails set length = 0, link = '' where case_id = 11"),
            None,
            id="all lines with their head",
        ),
        pytest.param(plain("update seals set heads = 2 where number = 1"), [Flaw(Fault.SEAL, seal=1)], id="seal"),
        pytest.param(
            plain("update seals set day = '2026-02-28' where number = 1"), [Flaw(Fault.SEAL, seal=1)], id="its day"
        ),
        pytest.param(
            plain("update seals set digest = 'x' where number = 1"),
            [Flaw(Fault.SEAL, seal=1), Flaw(Fault.SEAL, seal=2)],
            id="digest of a seal",
        ),
        pytest.param(plain("delete from seals where number = 1"), [Flaw(Fault.NO_SEAL, seal=1)], id="first seal"),
        pytest.param(plain("delete from seals where number = 2"), [Flaw(Fault.NO_SEAL, seal=2)], id="last seal"),
        pytest.param(
            plain("delete from seals where number = 2; delete from seal_heads where number = 2"),
            [one(Fault.UNSEALED, 5), one(Fault.UNSEALED, 5, case_id=WATER)],
            id="last seal with its heads",
        ),
        pytest.param(plain("delete from seal_heads where number = 1 and case_id = 13"), None, id="head of a seal"),
        pytest.param(plain("update seal_heads set link = '' where case_id = 11"), None, id="link of a seal"),
    ],
)  # fmt: skip
async def test_what_is_changed_past_the_program_is_found(
    store: Store, tamper: Tamper, found: list[Flaw] | None
) -> None:
    await three_cases(store)
    await store.database.script(await tamper(store))
    seen = await flaws(store)
    assert seen
    if found is not None:
        assert [each for each in seen if each.fault is not Fault.SEALED] == found


KEY, OTHER = b"k" * 32, b"o" * 32


SIGNED_FROM = date(2026, 3, 3)


async def signed_flaws(store: Store, *keys: bytes) -> list[Flaw]:
    return [flaw async for flaw in Verifying(store.database, keys, SIGNED_FROM).flaws()]


async def test_a_seal_bears_the_signature_of_a_key_and_those_of_before_stay_as_they_are(store: Store) -> None:
    await three_cases(store)
    assert await signed_flaws(store, KEY) == []
    third = await seal(store.database, SIGNED_FROM, NOW, KEY)
    assert third is not None
    assert third.signed_by == key_name(KEY)
    assert KEY.decode() not in repr(third)
    verifying = Verifying(store.database, [KEY], SIGNED_FROM)
    assert [flaw async for flaw in verifying.flaws()] == []
    assert [bool(each.signature) for each in verifying.seals] == [False, False, True]
    assert await signed_flaws(store) == []


async def test_what_was_sealed_without_the_key_after_its_day_is_found(store: Store) -> None:
    await three_cases(store)
    await seal(store.database, SIGNED_FROM, NOW)
    await seal(store.database, date(2026, 3, 4), NOW, KEY)
    assert await signed_flaws(store, KEY) == [Flaw(Fault.UNSIGNED, seal=3)]


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("update seals set signature = 'f' where number = 3", Fault.SIGNATURE),
        ("update seals set signature = '' where number = 3", Fault.UNSIGNED),
        ("update seals set signed_by = 'f' where number = 3", Fault.NO_KEY),
    ],
)
async def test_a_signature_that_was_changed_or_taken_off_is_found(store: Store, sql: str, fault: Fault) -> None:
    await three_cases(store)
    await seal(store.database, date(2026, 3, 3), NOW, KEY)
    await store.database.script(sql)
    assert await signed_flaws(store, KEY) == [Flaw(fault, seal=3)]
    assert await signed_flaws(store) == [], "without a key nobody can tell"


async def test_whoever_writes_seals_anew_without_the_key_is_found(store: Store) -> None:
    """A seal is made over a record that was changed: digests fit, and the signature of before does not."""
    await three_cases(store)
    genuine = await seal(store.database, date(2026, 3, 3), NOW, KEY)
    assert genuine is not None
    await store.database.script(
        "delete from seals where number = 3; delete from seal_heads where number = 3;"
        f"update trails set sealed = 3 where case_id = {LAMP}"
    )
    forged = await seal(store.database, date(2026, 3, 3), NOW, OTHER)
    assert forged is not None
    assert await signed_flaws(store, KEY) == [Flaw(Fault.NO_KEY, seal=3)]
    await store.database.script(
        f"update seals set signed_by = '{genuine.signed_by}', signature = '{forged.signature}' where number = 3"
    )
    assert await signed_flaws(store, KEY) == [Flaw(Fault.SIGNATURE, seal=3)]


async def test_what_a_key_of_before_has_signed_is_still_checked(store: Store) -> None:
    await three_cases(store)
    await seal(store.database, date(2026, 3, 3), NOW, KEY)
    await seal(store.database, date(2026, 3, 4), NOW, OTHER)
    assert await signed_flaws(store, OTHER) == [Flaw(Fault.NO_KEY, seal=3)]
    assert await signed_flaws(store, OTHER, KEY) == []


async def test_a_line_of_before_the_chain_is_counted_and_the_chain_begins_behind_it(store: Store) -> None:
    await store.database.script(
        "insert into events (id, case_id, at, actor_id, role, kind, data, public)"
        f" values (999998, {ROAD}, 1, 1, 'resident', 'filed', '{{}}', 1),"
        f" (999999, {ROAD}, 1, 1, 'resident', 'urged', '{{}}', 1);"
        f"insert into trails (case_id, length, link, unchained, sealed, version) values ({ROAD}, 0, '', 2, 0, 0)"
    )
    await tell(store, ROAD, "added", "urged")
    assert await flaws(store) == []
    await store.database.script("delete from events where id = 999998")
    assert await flaws(store) == [one(Fault.OLDER)]


async def test_erased_words_leave_the_chain_whole_where_a_line_says_so(store: Store) -> None:
    await three_cases(store)
    third = (await lines(store, ROAD))[2]
    blank = f"update events set salt = '', data = '{{}}' where id = {third.id}"
    await store.database.script(blank)
    assert await flaws(store) == [one(Fault.WORDS, 3)]
    async with store.turn(NOW) as uow:
        case = await uow.get(Case, ROAD)
        assert case is not None
        event(uow, case, LINES_ERASED, actor=None, role="system", public=False, lines=[third.id])
    assert await flaws(store) == []
    # Whoever it was that erased, the line still says who and when.
    await store.database.script(f"update events set kind = 'x' where id = {third.id}")
    assert THIRD in await flaws(store)


async def test_turns_of_one_batch_and_batches_beside_each_other_make_one_chain(store: Store) -> None:
    await tell(store, ROAD, "filed")
    async with store.batch() as batch:
        for word in ("one", "two"):
            uow = store.unit_of_work(batch, NOW, "tg")
            case = await uow.get(Case, ROAD)
            assert case is not None
            event(uow, case, word, actor=1, role="cadre")
            event(uow, case, f"{word} more", actor=1, role="cadre")
            batch.join()
            await batch.flush()
        store.unit_of_work(batch, NOW).put(Event(batch.ids.take(), ROAD, NOW, 1, "cadre", "never", {}))
        batch.drop()
    assert [line.position for line in await lines(store, ROAD)] == [1, 2, 3, 4, 5]
    assert await flaws(store) == []


async def test_a_batch_that_is_rolled_back_leaves_no_gap(store: Store) -> None:
    await tell(store, ROAD, "filed")

    async def fails() -> None:
        async with store.batch() as batch:
            uow = store.unit_of_work(batch, NOW)
            case = await uow.get(Case, ROAD)
            assert case is not None
            event(uow, case, "lost", actor=1, role="cadre")
            batch.join()
            await batch.flush()
            raise Conflict("somebody else")

    with pytest.raises(Conflict):
        await fails()
    await tell(store, ROAD, "added")
    assert [line.kind for line in await lines(store, ROAD)] == ["filed", "added"]
    assert await flaws(store) == []


async def test_a_seal_takes_in_what_has_changed_and_comes_once_a_day(store: Store) -> None:
    await three_cases(store)
    third = await seal(store.database, date(2026, 3, 3), NOW)
    assert third is not None
    assert (third.number, third.heads) == (3, 1)
    assert await seal(store.database, date(2026, 3, 3), NOW) is None
    assert await seal(store.database, date(2026, 3, 2), NOW) is None
    fourth = await seal(store.database, date(2026, 3, 4), NOW)
    assert fourth is not None
    assert fourth.heads == 0
    assert await flaws(store) == []
