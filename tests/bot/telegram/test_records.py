"""Recording what was sent, beside a desk that holds cards."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any

import pytest

from bot.delivery import card_key
from bot.telegram.queue import Row
from bot.telegram.records import Ended, record
from bot.telegram.verdicts import Verdict
from casework.conversations import Card, Message
from storage.store import Store
from tests.bot.telegram.office import RULES, wall
from tests.databases import fresh_database
from tests.storage.raw import select


def row(id_: int, chat: str, card: str = "") -> Row:
    return Row(id_, chat, "sendMessage", "{}", id_ + 1, card, 0, 0, 0)


@pytest.fixture
async def store(tmp_path: Any) -> AsyncIterator[Store]:
    """Give a store where several may write at once."""
    async with fresh_database("postgres", tmp_path) as url:
        store = await Store.open(url, RULES, Random(1))
        yield store
        await store.close()


async def test_what_concerns_a_card_that_is_held_waits_and_keeps_nobody_else(store: Store) -> None:
    rows = [row(10, "tg:1", "case:7"), row(20, "tg:1"), row(30, "tg:2", "case:7"), row(40, "tg:3", "case:9")]
    async with store.batch() as batch:
        for each in rows:
            if each.card and each.chat != "tg:3":
                batch.put(Card(card_key(each.chat, each.card), each.id + 1))
        for each in rows:
            columns = {"id": each.id, "channel": "tg", "chat": each.chat, "method": each.method, "params": "{}"}
            more = {
                "message_id": each.message_id,
                "person_id": None,
                "card": each.card,
                "edit": 0,
                "priority": 0,
                "broadcast_id": None,
                "upload": "",
            }
            batch.write("outbox_insert", {**columns, **more, "created_at": 0})
            batch.put(Message(each.id + 1, each.chat, False, wall(), "hello"))
        batch.join()
    ended = [Ended(each, Verdict("sent"), str(each.id)) for each in rows]
    async with store.batch() as batch:
        # As a turn does that edits the card.
        await batch.get(Card, "tg:1|case:7")
        waiting = await record(store.database, ended)
    # In its chat nothing overtakes it; a card that does not exist holds up nothing.
    assert [each.row.id for each in waiting] == [10, 20]
    assert await record(store.database, waiting) == []
    async with store.reading() as session:
        assert {tuple(each) for each in await select(session, "select id, state from outbox")} == {
            (each.id, "sent") for each in rows
        }
        cards = await select(session, "select key, ref from cards order by key")
        assert [tuple(each) for each in cards] == [("tg:1|case:7", "10"), ("tg:2|case:7", "30")]
