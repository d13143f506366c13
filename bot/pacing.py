"""How fast one sender may send: in all, to one chat, to one group.

Limits are kept over sliding windows: no window of the given length ever holds more than the limit. A bucket
that refills would let nearly twice as many through in the second after it was full, and Telegram counts them.
"""

import math
from collections import OrderedDict, deque

# Chats looked at for forgetting with each send: more than one, so that the rest can't grow.
_PRUNED_AT_ONCE = 2


class _Window:
    """At most so many sends in any span of seconds. No sends: no limit."""

    __slots__ = ("_count", "_sends", "_span")

    def __init__(self, sends: float, seconds: float) -> None:
        # A rate below one is one send in a longer span.
        self._count = max(1, math.floor(sends)) if sends else 0
        self._span = self._count * seconds / sends if sends else 0.0
        self._sends: deque[float] = deque(maxlen=self._count)

    def ready_at(self, spare: int = 0) -> float:
        """Return when a send leaves `spare` others free."""
        count = max(1, self._count - spare)
        full = self._count and len(self._sends) >= count
        return self._sends[-count] + self._span if full else -math.inf

    def idle_at(self) -> float:
        return self._sends[-1] + self._span if self._sends else -math.inf

    def add(self, now: float) -> None:
        self._sends.append(now)

    def move(self, before: float, now: float) -> None:
        if before in self._sends:
            self._sends.remove(before)
            self._sends.append(now)


class _Chat:
    """The sends of one chat that still count, and its hold."""

    __slots__ = ("held_until", "minute", "second")

    def __init__(self, second: _Window, minute: _Window) -> None:
        self.second = second
        self.minute = minute
        self.held_until = -math.inf

    def ready_at(self, spare: int = 0) -> float:
        return max(self.second.ready_at(spare), self.minute.ready_at(), self.held_until)

    def idle_at(self) -> float:
        return max(self.second.idle_at(), self.minute.idle_at(), self.held_until)


class Pacing:
    """The limits of one sender. Times are seconds of a clock that never goes back, passed in.

    `per_second` counts all sends, `per_chat_second` those to one chat, `per_group_minute` those to one group
    (which keeps the limit of a chat, too). Zero switches a limit off; holds are kept all the same. What can wait
    leaves `spare` of the sends a second free, so that what comes meanwhile need not wait for it. Telegram's
    figures are the defaults: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.
    """

    def __init__(
        self, per_second: float = 30, per_chat_second: float = 1, per_group_minute: float = 20, spare: int = 0
    ) -> None:
        if min(per_second, per_chat_second, per_group_minute) < 0:
            raise ValueError("A limit can't be negative.")
        self._spare = spare
        self._per_chat_second = per_chat_second
        self._per_group_minute = per_group_minute
        self._everybody = _Chat(_Window(per_second, 1), _Window(0, 60))
        # The longest unused stands first: forgetting looks there only.
        self._chats: OrderedDict[str, _Chat] = OrderedDict()

    def __len__(self) -> int:
        """The number of chats remembered."""
        return len(self._chats)

    def ready_at(self, chat: str, group: bool, now: float, *, spare: bool = False) -> float:
        """The earliest time, `now` or later, at which a send to the chat keeps every limit and hold, and with `spare`
        leaves some sends free.

        `group` says whether the chat is a group; it must be the same each time.
        """
        state = self._chats.get(chat)
        everybody = self._everybody.ready_at(self._spare if spare else 0)
        return max(now, everybody, state.ready_at() if state else now)

    def take(self, chat: str, group: bool, now: float) -> bool:
        """Count a send to the chat at `now`. False, and nothing is counted, where it has to wait."""
        if self.ready_at(chat, group, now) > now:
            return False
        state = self._remember(chat)
        self._everybody.second.add(now)
        state.second.add(now)
        if group:
            state.minute.add(now)
        self._forget_idle(now)
        return True

    def arrived(self, chat: str, taken: float, now: float) -> None:
        """Count the send of `taken` as one of `now`, when its answer came: so late it may have reached Telegram.

        Counted from its start only, a send held up on the way would arrive too soon before the next one.
        """
        self._everybody.second.move(taken, now)
        state = self._chats.get(chat)
        if state is not None:
            state.second.move(taken, now)
            state.minute.move(taken, now)

    def hold(self, chat: str | None, until: float) -> None:
        """After a 429: nothing goes to the chat (None: to anybody) before `until`. A hold never shrinks."""
        state = self._everybody if chat is None else self._remember(chat)
        state.held_until = max(state.held_until, until)

    def _remember(self, chat: str) -> _Chat:
        state = self._chats.get(chat)
        if state is None:
            state = _Chat(_Window(self._per_chat_second, 1), _Window(self._per_group_minute, 60))
            self._chats[chat] = state
        self._chats.move_to_end(chat)
        return state

    def _forget_idle(self, now: float) -> None:
        for _ in range(_PRUNED_AT_ONCE):
            chat, state = next(iter(self._chats.items()))
            if state.idle_at() <= now:
                del self._chats[chat]
                if not self._chats:
                    return
            else:
                # Still counting: to the back, so that a long hold does not hide the others.
                self._chats.move_to_end(chat)
