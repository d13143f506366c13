"""Answers to taps: at once and past the queue, for a phone shows that it waits. What is late or fails is let go."""

import asyncio
import logging
from collections import Counter

from bot.telegram.api import TelegramApi
from bot.telegram.outcomes import classify
from casework.words import split_message

log = logging.getLogger(__name__)

# Seconds after which nobody waits for the answer any more.
EXPIRES = 10.0
# Taps being answered at a time; with more, the network stands still and all would be late.
MOST = 1000
# UTF-16 units of an answer, and those that can be read while it shines up; a longer one waits for "OK".
_LONGEST = 200
_AT_A_GLANCE = 60


class TapAnswers:
    """Answers taps. `counts` are the answers by what came of them, "dropped" for those never tried."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api
        self._under_way: set[asyncio.Task[None]] = set()
        self.counts: Counter[str] = Counter()

    def answer_tap(self, tap_id: str, text: str) -> None:
        """Answer a tap with a short word; "" only ends the phone's waiting. Returns at once."""
        if len(self._under_way) >= MOST:
            self.counts["dropped"] += 1
            return
        task = asyncio.create_task(self._answer(tap_id, text))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Wait for the answers under way."""
        await asyncio.gather(*self._under_way)

    async def _answer(self, tap_id: str, text: str) -> None:
        params: dict[str, str | bool] = {"callback_query_id": tap_id}
        pieces = split_message(text, _LONGEST)
        if pieces:
            params["text"] = pieces[0]
            params["show_alert"] = len(pieces[0]) > _AT_A_GLANCE
        result = await self._api.call("answerCallbackQuery", params, EXPIRES)
        kind = classify(result).kind
        self.counts[kind.value] += 1
        if not result.ok:
            log.info("a tap was not answered: %s (%s)", kind.value, result.error_code or result.description)
