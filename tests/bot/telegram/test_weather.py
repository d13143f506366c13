"""A fifth of all calls fail, in every way that passes; and all the same everything arrives."""

from collections.abc import Callable
from itertools import groupby
from random import Random

import pytest

from bot.pacing import Pacing
from bot.telegram import sender
from casework.people import Group
from handlers.messages import Button, Outgoing
from tests.bot.telegram.office import TOKEN, Office, open_office, texts, until, wall
from tests.standin.failures import PASSING, Weather
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

SHARE = 0.2
PEOPLE = range(100, 124)
GONE = 99
GROUP, SUPERGROUP = -5, -1005
EACH = 5
"""Messages to each of them."""


def to(chat: int, number: int) -> Outgoing:
    return Outgoing(f"tg:{chat}", f"{number}")


def card(chat: int, text: str, *, edit: bool) -> Outgoing:
    return Outgoing(f"tg:{chat}", text, card="case:1", edit=edit, buttons=((Button("Yes", "c.yes.1.0"),),))


def arrived(telegram: Standin, chat: int) -> list[str]:
    """Return what a chat got, in the order in which it came; what came again at once is left out."""
    return [text for text, _ in groupby(call.params["text"] for call in telegram.calls("sendMessage", chat))]


async def test_everything_arrives_in_order_and_no_limit_is_broken(
    database_url: str, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, str], None]
) -> None:
    monkeypatch.setattr(sender, "PROBES", (0.02, 0.1))
    async with Standin(TOKEN, rates="record") as telegram, open_office(database_url, telegram) as office:
        for person in (*PEOPLE, GONE):
            telegram.world.says(person, "Hello")
        telegram.world.meets_bot(GONE, "kicked")
        telegram.world.group(GROUP, kind="group")
        async with office.store.turn(wall()) as uow:
            uow.put(Group(f"tg:{GROUP}", 1, "zh"))
        telegram.world.migrates(GROUP, SUPERGROUP)
        telegram.weather = Weather(Random(20), SHARE)
        office.start(office.sender(Pacing()).run())
        await office.say(*(card(person, "waiting", edit=False) for person in PEOPLE))
        await office.say(*(to(chat, number) for number in range(EACH) for chat in (*PEOPLE, GONE, GROUP)))
        await until(lambda: _shown(office))
        await office.say(*(card(person, "accepted", edit=True) for person in PEOPLE))
        states = await office.settled()
        expected = [f"{number}" for number in range(EACH)]
        assert {chat: arrived(telegram, chat) for chat in PEOPLE} == {chat: ["waiting", *expected] for chat in PEOPLE}
        assert arrived(telegram, SUPERGROUP) == expected
        # Of a card that came twice the later one is kept up.
        assert all("accepted" in texts(telegram, chat) for chat in PEOPLE)
        # Of whoever has stopped the bot nothing is lost either: it is known that it did not arrive.
        assert sorted(set(states)) == ["sent", "unreachable"]
        assert states.count("unreachable") == EACH
        assert telegram.violations == []
        failed, calls = telegram.weather.counts, telegram.counts.total()
        assert set(failed) == set(PASSING)
        doubled = len(telegram.calls("sendMessage")) - len(PEOPLE) * (EACH + 1) - EACH
        record_property("figures", f"{failed.total()} of {calls} calls failed, {doubled} messages came twice")


async def _shown(office: Office) -> bool:
    """Return whether each card has the message that is to be edited."""
    return len([ref for ref in (await office.cards()).values() if ref]) == len(PEOPLE)
