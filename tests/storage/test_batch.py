"""The unit of work: what a batch sees, keeps and drops, the same on both databases."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from casework.calendar import Calendar
from casework.canned import CannedReply
from casework.conversations import Message
from casework.people import Address, Person, Post, Role
from casework.petitions import Case, Draft, DraftState, Event, Fired, State
from casework.unit_of_work import Rules
from storage.codec import to_micros
from storage.dialects import Conflict, Write, open_database
from storage.store import Store
from storage.tables import TABLE_OF
from storage.unit_of_work import foresee_running

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
RULES = Rules(Calendar(ZoneInfo("Asia/Shanghai"), frozenset(), frozenset(), 2030))


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(1))
    yield store
    await store.close()


def person(number: int, name: str = "") -> Person:
    return Person(number, name, "zh", f"tg:{number}", NOW)


async def test_what_one_turn_puts_the_next_one_reads(store: Store) -> None:
    async with store.batch() as batch:
        first = store.unit_of_work(batch, NOW)
        first.put(person(1, "one"))
        batch.join()
        second = store.unit_of_work(batch, NOW)
        assert await second.get(Person, 1) == person(1, "one")
    async with store.turn(NOW) as later:
        assert await later.get(Person, 1) == person(1, "one")
        assert await later.get(Person, 2) is None


async def test_a_dropped_turn_leaves_no_trace_and_takes_nothing_else_with_it(store: Store) -> None:
    async with store.batch() as batch:
        store.unit_of_work(batch, NOW).put(person(1))
        batch.join()
        store.unit_of_work(batch, NOW).put(replace(person(1), name="never"))
        batch.drop()
    async with store.turn(NOW) as later:
        found = await later.get(Person, 1)
        assert found is not None
        assert found.name == ""


async def test_a_batch_that_fails_is_rolled_back_whole(store: Store) -> None:
    async def fail() -> None:
        async with store.batch() as batch:
            store.unit_of_work(batch, NOW).put(person(1))
            batch.join()
            await batch.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.turn(NOW) as later:
        assert await later.get(Person, 1) is None


async def test_a_flush_that_has_failed_midway_fails_its_batch_whoever_caught_the_error(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(*_: Any) -> list[Write]:
        raise ZeroDivisionError

    async def caught() -> None:
        async with store.batch() as batch:
            store.unit_of_work(batch, NOW).put(Draft(1, 1, "tg:1|tg:1", "lamp", NOW, NOW))
            batch.join()
            with pytest.raises(ZeroDivisionError):
                await batch.rows("followups_due", now=0, most=1)

    monkeypatch.setattr("storage.reconcile.reconcile", failing)
    with pytest.raises(RuntimeError, match="has failed"):
        await caught()
    async with store.turn(NOW) as uow:
        assert await uow.get(Draft, 1) is None


async def test_a_change_is_guarded_by_the_version_that_was_loaded(store: Store) -> None:
    async with store.turn(NOW) as uow:
        uow.put(person(1))

    async def change_behind_its_back() -> None:
        async with store.batch() as batch:
            uow = store.unit_of_work(batch, NOW)
            loaded = await uow.get(Person, 1)
            assert loaded is not None
            row = {**TABLE_OF[Person].codec.encode(loaded), "name": "theirs"}
            assert await batch.session.write("people_update", [row]) == 1
            uow.put(replace(loaded, name="mine"))
            batch.join()

    with pytest.raises(Conflict, match="people"):
        await change_behind_its_back()
    async with store.turn(NOW) as later:
        found = await later.get(Person, 1)
        assert found is not None
        assert found.name == ""


async def test_only_what_has_changed_is_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with store.turn(NOW) as uow:
        for number in (1, 2, 3):
            uow.put(person(number, "was"))
    async with store.batch() as batch:
        written: list[Write] = []
        write_all = batch.session.write_all

        async def listened(writes: Sequence[Write]) -> None:
            written.extend(writes)
            await write_all(writes)

        monkeypatch.setattr(batch.session, "write_all", listened)
        uow = store.unit_of_work(batch, NOW)
        first, second, third = await uow.get_all(Person, [1, 2, 3])
        uow.put(replace(first, pushes=7))
        uow.put(replace(second, name="is", away_until=NOW))
        uow.put(replace(third, pushes=8))
        batch.join()
    assert {write.columns: len(write.parameters) for write in written} == {
        ("version", "pushes"): 2,
        ("name", "version", "away_until"): 1,
    }
    async with store.turn(NOW) as later:
        found = await later.get_all(Person, [1, 2, 3])
    assert [(each.name, each.pushes, each.away_until, each.version) for each in found] == [
        ("was", 7, None, 1),
        ("is", 0, NOW, 1),
        ("was", 8, None, 1),
    ]


async def test_the_same_row_may_change_in_many_turns_and_flushes(store: Store) -> None:
    async with store.batch() as batch:
        for turn in range(3):
            uow = store.unit_of_work(batch, NOW)
            before = await uow.get(Person, 1) or person(1)
            uow.put(replace(before, pushes=before.pushes + 1))
            batch.join()
            if turn == 1:
                await batch.flush()
    async with store.turn(NOW) as later:
        found = await later.get(Person, 1)
        assert found is not None
        assert (found.pushes, found.version) == (3, 1)


async def test_two_rows_for_one_address_are_a_conflict_that_names_no_value(store: Store) -> None:
    async with store.turn(NOW) as uow:
        uow.put(person(1))
        uow.put(Address("tg:1", 1))

    async def insert_again() -> None:
        async with store.batch() as batch:
            await batch.session.write("addresses_insert", [{"key": "tg:1", "person_id": 7, "version": 0}])

    with pytest.raises(Conflict) as refused:
        await insert_again()
    assert "tg:1" not in str(refused.value)


async def test_a_finder_sees_the_turns_before_it(store: Store) -> None:
    async with store.batch() as batch:
        store.unit_of_work(batch, NOW).put(person(1))
        batch.join()
        rows = await batch.rows("followups_due", now=2**62, most=10)
        assert list(rows) == []
        assert len(await batch.session.rows("people_by_key", keys=[1])) == 1


async def test_a_finder_after_changes_of_its_own_turn_is_a_defect(store: Store) -> None:
    async with store.batch() as batch:
        uow = store.unit_of_work(batch, NOW)
        uow.put(person(1))
        with pytest.raises(AssertionError):
            await uow.cases_of_resident(1)
        batch.drop()


async def test_ids_are_never_given_twice_even_by_two_programs(store: Store, database_url: str) -> None:
    other = Store(await open_database(database_url), RULES, Random(2))
    try:
        async with store.turn(NOW) as one:
            mine = {one.new_id() for _ in range(100)}
        async with other.turn(NOW) as two:
            theirs = {two.new_id() for _ in range(100)}
    finally:
        await other.close()
    assert len(mine | theirs) == 200


async def test_follow_up_rows_are_made_equal_to_the_plan(store: Store) -> None:
    draft = Draft(9, 1, "tg:1|tg:1", "灯坏了", NOW, NOW)
    async with store.turn(NOW) as uow:
        uow.put(person(1))
        uow.put(draft)
    assert await _rows(store) == [
        ("draft_left", 0, 0, _micros(NOW + timedelta(days=1))),
        ("draft_shelved", 0, 0, _micros(NOW + timedelta(days=7))),
    ]
    later = NOW + timedelta(hours=5)
    async with store.turn(later) as uow:
        found = await uow.get(Draft, 9)
        assert found == draft
        uow.put(replace(draft, touched_at=later))
    assert [row[3] for row in await _rows(store)] == [
        _micros(later + timedelta(days=1)),
        _micros(later + timedelta(days=7)),
    ]
    async with store.turn(later) as uow:
        loaded = await uow.get(Draft, 9)
        assert loaded is not None
        uow.put(replace(loaded, fired={"draft_left": Fired(1, later)}))
    assert [row[0] for row in await _rows(store)] == ["draft_shelved"]
    async with store.turn(later) as uow:
        loaded = await uow.get(Draft, 9)
        assert loaded is not None
        assert loaded.fired == {"draft_left": Fired(1, later)}
        uow.put(replace(loaded, state=DraftState.FILED))
    assert await _rows(store) == []


async def test_a_new_post_is_in_the_next_batch_s_staff(store: Store) -> None:
    async with store.turn(NOW) as uow:
        uow.put(person(1))
        uow.put(Post(5, 1, Role.SUPERVISOR, None, None, "督查专员", "Supervisor"))
        assert uow.staff.of(1) == []
    async with store.turn(NOW) as uow:
        assert [post.id for post in uow.staff.of(1)] == [5]


async def _rows(store: Store) -> list[tuple[str, int, int, int]]:
    async with store.reading() as session:
        rows = await session.rows("followups_pending", subjects=["draft:9"])
    return sorted((row[2], row[3], row[4], row[5]) for row in rows)


def _micros(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


async def test_alarms_fire_first_and_digests_last_of_what_is_due_at_one_moment(store: Store) -> None:
    due = [("person:1", "digest"), ("case:7", "late"), ("task:3", "task_due"), ("alarm:2", "alarm_ring")]
    rows = [
        {"id": number, "subject": subject, "kind": kind, "epoch": 0, "round": 0, "due_at": 5}
        for number, (subject, kind) in enumerate(due, 1)
    ]
    async with store.batch() as batch:
        await batch.session.write("followups_plan", rows)
        found = [row[0] for row in await batch.session.rows("followups_due", now=5, most=10)]
    assert found[0] == "alarm:2"
    assert sorted(found[1:3]) == ["case:7", "task:3"]
    assert found[3] == "person:1", "what has fallen due at the same moment stands in the digest"


async def test_what_was_foreseen_for_many_chats_is_what_each_alone_would_hear(store: Store) -> None:
    async with store.batch() as batch:
        batch.put(Message(1, "tg:1", mine=False, at=NOW, text="told", case_id=5, ref="17"))
        batch.put(Message(2, "tg:2", mine=False, at=NOW, text="not delivered", case_id=6))
        batch.put(Message(3, "web:3", mine=True, at=NOW, text="written there"))
        batch.join()
    chats, since = ("tg:1", "tg:2", "web:3", "tg:4"), to_micros(NOW)
    async with store.batch() as batch:
        alone = [await batch.hint("arrivals", chat, since=since) for chat in chats]
        await batch.foresee("arrivals", chats, since=since)
        assert [await batch.hint("arrivals", chat, since=0) for chat in chats] == [
            list(map(list, each)) for each in alone
        ]
        assert [len(each) for each in alone] == [1, 0, 1, 0]
        # What was sent before does not count.
        assert await batch.hint("arrivals", "tg:1", since=since + 1) != []
    async with store.batch() as batch:
        assert await batch.hint("arrivals", "tg:1", since=since + 1) == []


async def test_the_running_cases_foreseen_for_many_people_are_those_of_each(store: Store) -> None:
    # Each: its id, whose it is, and whether it is closed.
    cases = ((1, 7, False), (2, 8, True), (3, 7, True), (4, 7, False), (5, 9, True))
    async with store.turn(NOW) as uow:
        for id_, resident, closed in cases:
            state = State.CLOSED if closed else State.WORKING
            uow.put(Case(id_, id_, str(id_), 1, resident, "roads", 1, "/1/", "", "", NOW, NOW, NOW, state))
    async with store.batch() as batch:
        alone = store.unit_of_work(batch, NOW)
        before = {person: await alone.running_of(person) for person in (7, 8, 9, 10)}
        await foresee_running(batch, list(before))
        assert {person: await alone.running_of(person) for person in before} == before
        assert [case.id for case in before[7]] == [4, 1]
        assert [case.id for case in await alone.running_of(7, 1)] == [4]
        assert not any(before[person] for person in (8, 9, 10))


async def test_of_a_timeline_the_newest_part_is_read_and_of_some_kinds_all(store: Store) -> None:
    async with store.turn(NOW) as uow:
        for number in range(1, 8):
            kind = "assigned" if number < 3 else "added"
            uow.put(Event(number, 5, NOW, None, "resident", kind, {"words": str(number)}, public=number != 6))
    async with store.turn(NOW) as uow:
        assert [each.id for each in await uow.events_of(5, public=False, limit=3)] == [5, 6, 7]
        assert [each.id for each in await uow.events_of(5, public=True, limit=3)] == [4, 5, 7]
        assert [each.id for each in await uow.events_of_kinds(5, ["assigned", "proposed"])] == [1, 2]
        assert await uow.events_of_kinds(6, ["assigned"]) == []


async def test_replies_are_offered_as_the_rows_stand_and_flush_nothing(store: Store) -> None:
    async with store.turn(NOW) as uow:
        for number, title in ((1, "b"), (2, "a"), (3, "c")):
            uow.put(CannedReply(number, 7, title, "words", 1, NOW))
        uow.put(CannedReply(4, 8, "of another unit", "words", 1, NOW))
    async with store.batch() as batch:
        earlier = store.unit_of_work(batch, NOW)
        put_away = await earlier.get(CannedReply, 3)
        assert put_away is not None
        earlier.put(replace(put_away, dropped_at=NOW))
        earlier.put(CannedReply(5, 7, "kept just now", "words", 1, NOW))
        batch.join()
        later = store.unit_of_work(batch, NOW)
        assert [each.title for each in await later.canned_read([7])] == ["a", "b"]
        assert [each.title for each in await later.canned_of([7])] == ["a", "b", "kept just now"]
        assert [each.title for each in await later.canned_read([7], 1)] == ["a"]
