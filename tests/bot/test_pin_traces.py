"""No PIN stands anywhere once it is handled: in no inbox, in no history, and not where the conversation stands."""

from typing import Any

import msgspec

from bot.desk import FORGOTTEN, Desk
from casework.conversations import Conversation
from handlers.messages import Incoming, Kind
from handlers.resident.pin import SetPin
from tests.bot.plain import arrive
from tests.storage.raw import every, select

ANN = "plain:ann"


async def send(desk: Desk, **fields: Any) -> None:
    await arrive(desk, Incoming(chat=ANN, sender=ANN, **fields))
    await desk.handle()


async def bodies(desk: Desk) -> list[str]:
    async with desk.store.reading() as session:
        return [row[0] for row in await select(session, "select body from inbox order by id")]


async def said(desk: Desk) -> list[str]:
    async with desk.store.reading() as session:
        return [row[0] for row in await select(session, "select text from messages where mine = 1 order by id")]


async def state(desk: Desk) -> Conversation:
    async with desk.store.reading() as session:
        (found,) = await every(session, [Conversation])
    conversation: Conversation = found
    return conversation


async def test_taps_and_what_is_typed_are_blanked_and_the_state_has_no_digit(desk: Desk) -> None:
    await send(desk, kind=Kind.TEXT, text="/pin")
    run = (await state(desk)).run
    await send(desk, kind=Kind.TEXT, text="2580", ref="7")
    for value in "012":
        await send(desk, kind=Kind.TAP, data=f"s.{run}.first.{value}")
    assert (await bodies(desk))[1:] == [""] * 4
    assert (await bodies(desk))[0]
    assert await said(desk) == ["/pin", FORGOTTEN]
    data = (await state(desk)).data
    assert [len(each) for each in _so_far(data)] == [64] * 3


def _so_far(data: str) -> tuple[str, ...]:
    return msgspec.json.decode(data, type=SetPin).so_far


async def test_other_messages_are_kept_as_they_came(desk: Desk) -> None:
    await send(desk, kind=Kind.TEXT, text="路灯不亮")
    assert "路灯不亮" in (await bodies(desk))[0]
    assert await said(desk) == ["路灯不亮"]
