"""The sender: every message goes out once, in order, at the pace that Telegram allows, whatever goes wrong."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.pacing import Pacing
from bot.telegram import lease, records, sender, window
from bot.telegram.queue import Row
from bot.telegram.verdicts import Verdict
from casework.people import Group
from handlers.messages import Button, Outgoing, Priority
from storage.codec import to_micros
from storage.dialects import Conflict
from tests.bot.telegram.office import BOT_ID, TOKEN, Office, open_office, texts, until, wall
from tests.patience import PATIENCE
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

ANN, BO, GROUP = 7, 8, -5


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        for person in (ANN, BO):
            standin.world.says(person, "Hello")
        standin.world.group(GROUP, kind="group")
        yield standin


@pytest.fixture
async def office(database_url: str, telegram: Standin) -> AsyncIterator[Office]:
    async with open_office(database_url, telegram) as office:
        yield office


def to(chat: int, text: str, **others: Any) -> Outgoing:
    return Outgoing(f"tg:{chat}", text, **others)


def card(chat: int, text: str, *, edit: bool = False) -> Outgoing:
    return to(chat, text, card="case:1", edit=edit, buttons=((Button("Yes", "c.yes.1.0"),),))


# What is sent, and where it is noted.


async def test_a_message_goes_out_and_its_telegram_id_is_noted(office: Office, telegram: Standin) -> None:
    office.start(office.sender().run())
    await office.say(card(ANN, "收到了"))
    assert await office.settled() == ["sent"]
    (shown,) = telegram.world.sent(ANN)
    assert shown["text"] == "收到了"
    assert await office.refs() == [str(shown["message_id"])]
    assert await office.cards() == {"tg:7|case:1": str(shown["message_id"])}
    assert telegram.violations == []


async def test_a_chat_gets_its_messages_in_order(office: Office, telegram: Standin) -> None:
    await office.say(*(to(chat, f"{n}") for n in range(30) for chat in (ANN, BO)))
    office.start(office.sender().run())
    await office.settled()
    assert texts(telegram, ANN) == texts(telegram, BO) == [str(n) for n in range(30)]


async def test_more_messages_than_the_window_holds_all_go_out_in_order(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "READ", 7)
    people = range(100, 110)
    for person in people:
        telegram.world.says(person, "Hello")
    await office.say(*(to(person, f"{n}") for person in people for n in range(20)))
    office.start(office.sender().run())
    await office.settled()
    for person in people:
        assert texts(telegram, person) == [str(n) for n in range(20)]


async def test_answers_go_before_nudges_and_nudges_before_broadcasts(office: Office, telegram: Standin) -> None:
    people = range(100, 112)
    for person in people:
        telegram.world.says(person, "Hello")
    kinds = [Priority.BROADCAST, Priority.NUDGE, Priority.ANSWER]
    await office.say(*(to(person, "a", priority=kinds[person % 3]) for person in people))
    office.start(office.sender(Pacing(20, 0, 0)).run())
    await office.settled()
    sent = [call.chat for call in telegram.calls("sendMessage")]
    assert [kinds[(chat or 0) % 3] for chat in sent] == [kinds[2]] * 4 + [kinds[1]] * 4 + [kinds[0]] * 4


async def test_the_pace_is_kept(database_url: str) -> None:
    async with Standin(TOKEN, rates="record") as telegram, open_office(database_url, telegram) as office:
        for person in range(100, 140):
            telegram.world.says(person, "Hello")
        telegram.world.group(GROUP)
        office.start(office.sender(Pacing()).run())
        await office.say(*(to(chat, f"{n}") for n in range(3) for chat in (100, GROUP)))
        await office.say(*(to(person, "a") for person in range(101, 140)))
        await office.settled()
        assert texts(telegram, GROUP) == texts(telegram, 100) == ["0", "1", "2"]
        assert telegram.violations == []


async def test_a_card_replaced_before_it_was_sent_is_not_sent(office: Office, telegram: Standin) -> None:
    await office.say(card(ANN, "old"))
    await office.say(card(ANN, "new"))
    office.start(office.sender().run())
    assert await office.settled() == ["superseded", "sent"]
    assert texts(telegram, ANN) == ["new"]


async def test_of_what_is_sent_after_its_chat_was_erased_no_words_are_kept(office: Office, telegram: Standin) -> None:
    await office.say(to(ANN, "your case is done"), to(BO, "hello"))
    async with office.store.database.transaction() as session:
        await session.write("own_messages_erase", [{"chats": [f"tg:{ANN}"], "before": to_micros(wall())}])
    office.start(office.sender().run())
    assert await office.settled() == ["sent"]
    assert (texts(telegram, ANN), texts(telegram, BO)) == (["your case is done"], ["hello"])


# Cards that change.


async def test_an_edit_changes_the_cards_message(office: Office, telegram: Standin) -> None:
    office.start(office.sender().run())
    await office.say(card(ANN, "waiting"))
    await office.settled()
    await office.say(card(ANN, "accepted", edit=True), to(ANN, "later"))
    await office.settled()
    assert texts(telegram, ANN) == ["accepted", "later"]


async def test_an_edit_waits_for_the_card_that_is_not_sent_yet(office: Office, telegram: Standin) -> None:
    await office.say(card(ANN, "waiting"))
    await office.say(card(ANN, "accepted", edit=True))
    office.start(office.sender().run())
    assert await office.settled() == ["sent", "sent"]
    assert texts(telegram, ANN) == ["accepted"]
    assert await office.cards() == {"tg:7|case:1": str(telegram.world.sent(ANN)[0]["message_id"])}


async def test_another_process_finds_the_message_to_edit_in_the_cards_row(office: Office, telegram: Standin) -> None:
    first = office.start(office.sender().run())
    await office.say(card(ANN, "waiting"))
    await office.settled()
    await office.stop(first)
    await office.say(card(ANN, "accepted", edit=True))
    office.start(office.sender(holder="two").run())
    await office.settled()
    assert texts(telegram, ANN) == ["accepted"]


async def test_a_card_that_was_deleted_is_shown_anew_and_edited_there(office: Office, telegram: Standin) -> None:
    office.start(office.sender().run())
    await office.say(card(ANN, "waiting"))
    await office.settled()
    telegram.world.chats[ANN].messages.clear()
    await office.say(card(ANN, "accepted", edit=True), to(ANN, "between"))
    await office.settled()
    await office.say(card(ANN, "done", edit=True))
    await office.settled()
    assert texts(telegram, ANN) == ["done", "between"]


async def test_an_edit_that_changes_nothing_is_done(office: Office, telegram: Standin) -> None:
    office.start(office.sender().run())
    await office.say(card(ANN, "waiting"))
    await office.say(card(ANN, "waiting", edit=True))
    assert await office.settled() == ["sent", "sent"]
    assert telegram.violations == []


# What goes wrong.

# How the calls fail (each of them), whether they took effect, then: messages that arrived, state and tries of the row.
FAILURES = [
    ("reset", 1, False, 1, ("sent", 2)),
    ("reset", 1, True, 2, ("sent", 2)),
    ("reset", 9, True, 8, ("failed", 8)),
    ("stall", 1, False, 1, ("sent", 2)),
    ("half", 1, True, 2, ("sent", 2)),
    ("not json", 1, False, 1, ("sent", 2)),
    ("502", 1, False, 1, ("sent", 2)),
    ("500", 3, False, 1, ("sent", 4)),
    ("500", 9, False, 0, ("failed", 8)),
    ("429", 1, False, 1, ("sent", 1)),
    ("400", 1, False, 0, ("refused", 1)),
    ("403", 1, False, 0, ("unreachable", 1)),
]


@pytest.mark.parametrize(("how", "times", "applied", "arrived", "row"), FAILURES)
async def test_a_failure_is_repeated_as_long_as_it_makes_sense_and_blocks_nobody_else(
    office: Office, telegram: Standin, how: str, times: int, applied: bool, arrived: int, row: tuple[str, int]
) -> None:
    telegram.fail("sendMessage", how, times, applied=applied, seconds=0.1 if how == "stall" else 1, chat=ANN)  # type: ignore[arg-type]
    await office.say(to(ANN, "first"), to(ANN, "second"), to(BO, "other"))
    office.start(office.sender().run())
    await office.settled()
    outbox = await office.outbox()
    assert outbox[0] == row
    assert outbox[2] == ("sent", 1)
    firsts = [call for call in telegram.calls("sendMessage", ANN) if call.params["text"] == "first"]
    assert len(firsts) == arrived
    sent = texts(telegram, ANN)
    assert sent == sorted(sent)


async def test_an_edit_is_repeated_since_it_can_double_nothing(office: Office, telegram: Standin) -> None:
    office.start(office.sender().run())
    await office.say(card(ANN, "waiting"))
    await office.settled()
    telegram.fail("editMessageText", "reset", 3, applied=True)
    await office.say(card(ANN, "accepted", edit=True))
    assert await office.settled() == ["sent", "sent"]
    assert texts(telegram, ANN) == ["accepted"]


async def test_two_chats_turned_away_at_once_slow_the_whole_bot_down(office: Office, telegram: Standin) -> None:
    for chat in (ANN, BO):
        telegram.fail("sendMessage", "429", seconds=1, chat=chat)
    office.start(office.sender().run())
    await office.say(to(ANN, "a"), to(BO, "b"))
    await telegram.wait_called("sendMessage", 2)
    await office.say(to(GROUP, "c"))
    await asyncio.sleep(0.5)
    assert telegram.calls("sendMessage") == []
    assert await office.settled() == ["sent"] * 3


async def test_while_telegram_is_out_of_reach_nothing_is_used_up(database_url: str, telegram: Standin) -> None:
    nobody = Standin(TOKEN)
    port = await nobody.start()
    await nobody.stop()
    telegram.url = f"http://127.0.0.1:{port}"
    async with open_office(database_url, telegram) as office:
        office.start(office.sender().run())
        await office.say(*(to(ANN, f"{n}") for n in range(3)), to(BO, "b"))
        await asyncio.sleep(0.5)
        assert await office.outbox() == [("pending", 0)] * 4
        async with Standin(TOKEN, rates="off") as back:
            await back.stop()
            await back.start(port)
            for person in (ANN, BO):
                back.world.says(person, "Hello")
            assert await office.settled() == ["sent"] * 4
            assert texts(back, ANN) == ["0", "1", "2"]


async def test_what_is_two_days_old_is_given_up(office: Office, telegram: Standin) -> None:
    await office.say(to(ANN, "old"), at=wall() - timedelta(hours=49))
    await office.say(to(ANN, "new"))
    office.start(office.sender().run())
    assert await office.settled() == ["failed", "sent"]
    assert texts(telegram, ANN) == ["new"]


async def test_a_row_that_can_not_be_read_holds_up_nobody(office: Office, telegram: Standin) -> None:
    await office.say(to(ANN, "broken"), to(ANN, "fine"))
    async with office.store.database.transaction() as session:
        connection = session._connection  # type: ignore[attr-defined]
        await connection.execute("update outbox set params = '{' where id = (select min(id) from outbox)")
    office.start(office.sender().run())
    assert await office.settled() == ["failed", "sent"]


async def test_with_a_wrong_token_sending_ends_and_keeps_everything(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with Standin(f"{BOT_ID}:another") as telegram, open_office(database_url, telegram) as office:
        await office.say(to(ANN, "a"))
        async with asyncio.timeout(PATIENCE):
            await office.sender().run()
        assert await office.outbox() == [("pending", 0)]
    assert "Telegram does not know this token (401): sending has stopped" in caplog.messages
    assert "SECRET" not in caplog.text


# What casework is told.


async def test_a_person_who_has_stopped_the_bot_is_unreachable(office: Office, telegram: Standin) -> None:
    await office.know(ANN)
    telegram.world.meets_bot(ANN, "kicked")
    office.start(office.sender().run())
    await office.say(to(ANN, "a"))
    assert await office.settled() == ["unreachable"]

    async def noted() -> bool:
        return (await office.person(ANN)).unreachable_at is not None

    await until(noted)


async def bound(office: Office) -> None:
    async with office.store.turn(wall()) as uow:
        uow.put(Group("tg:-5", 3, "zh"))


async def test_a_group_that_put_the_bot_out_is_unbound(office: Office, telegram: Standin) -> None:
    await bound(office)
    telegram.world.meets_bot(ANN, "kicked", chat=GROUP)
    office.start(office.sender().run())
    await office.say(to(GROUP, "a"))
    assert await office.settled() == ["unreachable"]

    async def unbound() -> bool:
        group = await office.group("tg:-5")
        return group is not None and not group.active

    await until(unbound)


async def test_a_group_that_only_muted_the_bot_stays_bound(office: Office, telegram: Standin) -> None:
    await bound(office)
    text = "Bad Request: not enough rights to send text messages to the chat"
    telegram.fail("sendMessage", "400", description=text)
    office.start(office.sender().run())
    await office.say(to(GROUP, "a"))
    assert await office.settled() == ["unreachable"]
    await asyncio.sleep(0.2)
    group = await office.group("tg:-5")
    assert group is not None
    assert group.active


async def test_messages_follow_a_group_that_became_a_supergroup(office: Office, telegram: Standin) -> None:
    await bound(office)
    telegram.world.migrates(GROUP, -1005)
    office.start(office.sender().run())
    await office.say(to(GROUP, "first"), to(GROUP, "second"))
    assert await office.settled() == ["sent", "sent"]
    assert texts(telegram, -1005) == ["first", "second"]

    async def moved() -> bool:
        group = await office.group("tg:-1005")
        return group is not None and group.active

    await until(moved)


# When the program itself fails.


async def test_results_that_can_not_be_recorded_are_kept_and_nothing_is_sent_twice(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [Conflict("scripted")] * 3

    async def record(*arguments: Any) -> list[records.Ended]:
        if failures:
            raise failures.pop()
        return await records.record(*arguments)

    monkeypatch.setattr(sender, "record", record)
    office.start(office.sender().run())
    await office.say(to(ANN, "a"), to(BO, "b"))
    assert await office.settled() == ["sent", "sent"]
    assert len(telegram.calls("sendMessage")) == 2


async def test_what_was_answered_and_not_recorded_is_not_sent_again(
    office: Office, telegram: Standin, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the process is killed between the two: the next one reads what this one has jotted down."""
    written = asyncio.Event()

    async def never(*_: Any) -> list[records.Ended]:
        await written.wait()
        return []

    monkeypatch.setattr(sender, "record", never)
    monkeypatch.setattr(sender, "FAREWELL", 0)
    running = office.start(office.sender().run())
    await office.say(card(ANN, "waiting"), to(BO, "b"))
    await until(lambda: _as_bool(len(telegram.calls("sendMessage")) == 2))
    async with open_office(database_url, telegram) as next_office:
        await until(lambda: _jotted(next_office, 2))
        await office.stop(running)
        monkeypatch.undo()
        next_office.start(next_office.sender(holder="two").run())
        assert await next_office.settled() == ["sent", "sent"]
        await next_office.say(card(ANN, "accepted", edit=True))
        await next_office.settled()
        assert texts(telegram, ANN) == ["accepted"]
        assert len(telegram.calls("sendMessage")) == 2
        await until(lambda: _jotted(next_office, 0))


async def test_a_jotting_of_another_message_with_the_same_number_is_no_reason_not_to_send(
    office: Office, telegram: Standin
) -> None:
    await office.say(to(ANN, "a"))
    ((number, created),) = await office._rows("select id, created_at from outbox")
    other = Row(number, f"tg:{ANN}", "sendMessage", "", None, "", 0, 0, created - 1)
    await records.jot(office.store.database, records.Ended(other, Verdict("sent"), "1"))
    office.start(office.sender().run())
    await office.settled()
    assert texts(telegram, ANN) == ["a"]


async def test_a_jotting_that_nobody_can_read_keeps_nothing_from_being_sent(office: Office, telegram: Standin) -> None:
    await office.say(to(ANN, "a"))
    await office.store.database.jottings.keep(1, '{"of":"another version"}')
    office.start(office.sender().run())
    assert await office.settled() == ["sent"]
    assert await office.store.database.jottings.all() == {}


async def _as_bool(holds: bool) -> bool:
    return holds


async def _jotted(office: Office, count: int) -> bool:
    return len(await office.store.database.jottings.all()) == count


async def test_one_call_is_under_way_at_a_time(office: Office, telegram: Standin) -> None:
    telegram.fail("sendMessage", "stall", seconds=PATIENCE, times=3)
    await office.say(to(ANN, "a"), to(BO, "b"))
    running = office.start(office.sender().run())
    await telegram.wait_called("sendMessage", 1)
    began = asyncio.get_running_loop().time()
    await telegram.wait_called("sendMessage", 2)
    # However long an answer takes, the others wait for it no longer than this.
    assert asyncio.get_running_loop().time() - began >= window.PATIENCE * 0.9
    running.cancel()


async def test_one_process_sends_and_the_next_takes_over(
    office: Office, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEWED", 0.1)
    first = office.start(office.sender(holder="one").run())
    await office.say(to(ANN, "a"))
    await office.settled()
    office.start(office.sender(holder="two").run())
    await asyncio.sleep(0.3)
    await office.say(*(to(ANN, f"{n}") for n in range(20)))
    await office.settled()
    await office.stop(first)
    await office.say(to(ANN, "z"))
    await office.settled()
    assert texts(telegram, ANN) == ["a", *(f"{n}" for n in range(20)), "z"]


async def test_what_is_under_way_at_the_end_is_recorded(office: Office, telegram: Standin) -> None:
    telegram.fail("sendMessage", "stall", seconds=0.3, applied=True)
    running = office.start(office.sender().run())
    await office.say(to(ANN, "a"), to(BO, "b"))
    await telegram.wait_called("sendMessage", 2)
    await office.stop(running)
    assert sorted(await office.outbox()) == [("pending", 1), ("sent", 1)]
