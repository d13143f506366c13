"""Petition numbers: free ones only, found by one query a batch."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from random import Random

import pytest

from casework.numbers import new_number
from casework.petitions import Petition
from storage.store import Store
from tests.bot.plain import RULES

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, RULES, Random(5))
    yield store
    await store.close()


async def test_a_number_that_a_petition_has_is_not_given_again(store: Store) -> None:
    taken = [new_number(DAY, rng) for rng in [Random(5)] for _ in range(99)]
    async with store.turn(NOW) as uow:
        for number in taken:
            uow.put(Petition(uow.new_id(), number, 1, "words", "en", NOW, number))
    async with store.turn(NOW) as uow:
        # The same source of chance draws the same hundred again: one of them is left.
        assert await uow.new_number(DAY) not in taken


async def test_many_filings_of_one_batch_get_many_numbers(store: Store) -> None:
    async with store.batch() as batch:
        given = [await store.unit_of_work(batch, NOW).new_number(DAY) for _ in range(250)]
    assert len(set(given)) == 250
