"""The sender's queue against a model of the outbox: nothing lost, nothing doubled, in order, one at a time a chat."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.pacing import Pacing
from bot.telegram import queue
from bot.telegram.queue import BROADCASTS_AT_ONCE, Queue, Row

CHATS = ("tg:1", "tg:2", "tg:-3")
WINDOW = 4


def row(number: int, chat: str = "tg:1", priority: int = 0) -> Row:
    return Row(number, chat, "sendMessage", "{}", None, "", priority, 0, 0)


class Sending(RuleBasedStateMachine):
    """The outbox as a mapping; reading and recording may come between any two other steps."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.queue = Queue(Pacing(8, 2, 6))
        self.pending: dict[int, Row] = {}
        self.under_way: dict[str, Row] = {}
        self.unrecorded: list[Row] = []
        self.sent: dict[str, list[int]] = {chat: [] for chat in CHATS}
        self.written: dict[str, list[int]] = {chat: [] for chat in CHATS}
        self.priorities: dict[int, int] = {}
        self.found: list[Row] | None = None
        self.full = False

    @rule(chat=st.sampled_from(CHATS), priority=st.sampled_from([0, 1, 2]))
    def write(self, chat: str, priority: int) -> None:
        number = sum(len(each) for each in self.written.values()) + 1
        self.pending[number] = row(number, chat, priority)
        self.written[chat].append(number)
        self.priorities[number] = priority
        self.queue.needs_read = True

    @precondition(lambda self: self.found is None)
    @rule()
    def begin_read(self) -> None:
        held = self.queue.begin_read()
        most = WINDOW + self.queue.busy
        rows = sorted(self.pending.values(), key=lambda each: (each.priority, each.id))
        self.found = [each for each in rows if each.chat not in held][:most]
        self.full = len(self.found) == most

    @precondition(lambda self: self.found is not None)
    @rule()
    def load(self) -> None:
        assert self.found is not None
        self.queue.load(self.found, self.now, more=self.full)
        self.found = None

    @rule()
    def launch(self) -> None:
        while (each := self.queue.next(self.now)) is not None:
            assert each.chat not in self.under_way
            assert each.id in self.pending
            assert each.id not in self.sent[each.chat]
            self.under_way[each.chat] = each

    @precondition(lambda self: self.under_way)
    @rule(data=st.data())
    def succeed(self, data: st.DataObject) -> None:
        each = self.under_way.pop(data.draw(st.sampled_from(sorted(self.under_way))))
        self.sent[each.chat].append(each.id)
        self.unrecorded.append(each)
        self.queue.end(each, self.now)
        self.queue.settle(each.id)

    @precondition(lambda self: self.under_way)
    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        each = self.under_way.pop(data.draw(st.sampled_from(sorted(self.under_way))))
        self.queue.again(each, self.now)
        self.queue.settle(each.id)

    @rule()
    def record(self) -> None:
        for each in self.unrecorded:
            del self.pending[each.id]
            self.queue.forget(each)
        self.unrecorded.clear()

    @rule(seconds=st.floats(0.01, 70))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @invariant()
    def nothing_is_doubled_or_out_of_order(self) -> None:
        for sent in self.sent.values():
            assert len(sent) == len(set(sent))
            for priority in (0, 1, 2):
                alike = [number for number in sent if self.priorities[number] == priority]
                assert alike == sorted(alike)

    def teardown(self) -> None:
        """Whatever happened: once nothing fails any more, all goes out."""
        for _ in range(20 * (len(self.pending) + 1)):
            if self.found is not None:
                self.load()
            if self.queue.needs_read:
                self.begin_read()
                self.load()
            self.launch()
            for chat in list(self.under_way):
                each = self.under_way.pop(chat)
                self.sent[chat].append(each.id)
                self.unrecorded.append(each)
                self.queue.end(each, self.now)
                self.queue.settle(each.id)
            self.launch()
            self.record()
            if not self.pending:
                break
            wakes = self.queue.wake_at(self.now)
            assert wakes is not None or self.queue.needs_read or self.under_way
            self.now = max(self.now, wakes or 0)
        assert self.pending == {}
        for chat in CHATS:
            assert sorted(self.sent[chat]) == self.written[chat]


TestSending = Sending.TestCase
TestSending.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


def test_within_a_chat_the_order_is_that_of_writing_whatever_the_priority() -> None:
    mine = Queue(Pacing(0, 0, 0))
    mine.begin_read()
    mine.load([row(3, priority=0), row(2, "tg:2", 1), row(1, priority=1)], 0, more=False)
    assert drained(mine) == [1, 3, 2]


def test_a_broadcast_is_overtaken_in_its_own_chat_too() -> None:
    mine = Queue(Pacing(0, 0, 0))
    mine.begin_read()
    mine.load([row(1, priority=2), row(2, "tg:2", 1), row(3, priority=0), row(4, priority=1)], 0, more=False)
    assert drained(mine) == [3, 2, 4, 1]


def drained(mine: Queue) -> list[int]:
    gone = []
    while (each := mine.next(0)) is not None:
        gone.append(each.id)
        mine.end(each, 0)
        mine.settle(each.id)
    return gone


def test_broadcasts_leave_room_for_answers_and_for_the_calls_of_others() -> None:
    mine = Queue(Pacing(30, 0, 0, spare=5))
    mine.begin_read()
    many = [row(number, f"tg:{number}", 2) for number in range(100, 200)]
    mine.load(many, 0, more=False)
    begun = []
    while (each := mine.next(0)) is not None:
        begun.append(each)
    assert len(begun) == BROADCASTS_AT_ONCE
    assert mine.wake_at(0) is None
    for each in begun:
        mine.end(each, 0)
    # Answered, but nobody who comes after us would know.
    assert mine.next(0) is None
    for each in begun:
        mine.settle(each.id)
    assert len(drained(mine)) == 25 - BROADCASTS_AT_ONCE
    mine.begin_read()
    mine.load([*many[25:], row(7, "tg:7", 0)], 0.5, more=False)
    answer = mine.next(0.5)
    assert answer is not None
    assert answer.id == 7
    assert mine.next(0.5) is None
    assert mine.wake_at(0.5) == 1


def test_a_chat_with_very_many_messages_is_not_read_again_until_they_are_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queue, "GREEDY", 2)
    mine = Queue(Pacing(0, 0, 0))
    mine.begin_read()
    mine.load([row(n) for n in range(3)], 0, more=True)
    assert mine.begin_read() == ["tg:1"]
    mine.load([row(9, "tg:2")], 0, more=False)
    first, other = mine.next(0), mine.next(0)
    assert first is not None
    assert other is not None
    assert (first.id, other.id) == (0, 9)
    assert not mine.needs_read
    for number in (1, 2):
        mine.end(first, 0)
        first = mine.next(0)
        assert first is not None
        assert first.id == number
    mine.end(first, 0)
    assert mine.needs_read


def test_what_was_sent_while_the_rows_were_read_is_not_sent_again() -> None:
    mine = Queue(Pacing(0, 0, 0))
    mine.begin_read()
    mine.load([row(1)], 0, more=False)
    mine.begin_read()
    sent = mine.next(0)
    assert sent is not None
    mine.end(sent, 0)
    mine.forget(sent)
    mine.load([row(1)], 0, more=False)
    assert mine.next(0) is None
