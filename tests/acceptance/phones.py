"""People with phones: what they write, tap and read in Telegram, played by the Bot API stand-in.

ann = Phone(telegram, 7001, "en")
ann.says("The lamp on the bridge is dark")
await ann.taps("Send")
await ann.hears("Your number")
"""

import asyncio
import re
from typing import Any

from tests.handlers.staff_scene import ZH
from tests.patience import PATIENCE
from tests.standin.service import Standin

CHINESE = {
    **ZH,
    "Change": "改一改",
    "Don't send": "先不交",
    "Done": "办好了",
    "Not done": "没办",
    "A new matter": "是新的事",
    "You're telling us": "您说的是",
    "We have it": "收到了",
    "is on it": "来办",
    "Passed on as your answer": "的回答转过去了",
    "Was it done": "照您看，办好了吗",
    "What is still missing": "还差什么",
    "goes on": "接着办",
    "Good to hear": "太好了",
    "Thank you": "谢谢",
    "Where is it": "在哪儿",
    "Shaiguping Village": "晒谷坪村",
    "Your correction": "更正加到",
    "closed": "办结",
    "solved": "办好了",
    "Who takes it": "谁来接",
    "took": "接了",
    "can't be reached in chat": "联系不上了",
    "One digit of that number": "好像有一位不对",
    "already taken it": "已经接了",
    "how did it end": "办得怎样",
    "What did you find": "查到什么",
    "What was done": "做了什么",
    "Send a photo": "拍一张办完的样子",
    "By which rule": "依据哪条规定",
    "many matters today": "说了好多件",
}
"""What stands on buttons and in messages, by its English words."""


class Phone:
    """Somebody at a phone. What arrives counts from the person's last deed on."""

    def __init__(self, telegram: Standin, person: int, language: str, name: str = "") -> None:
        self.telegram = telegram
        self.id = person
        self.language = language
        self.name = name or f"Person-{person}"
        self.toast = ""
        self.messages: list[dict[str, Any]] = []
        self._since = 0
        telegram.world.person(person, self.name, {"en": "en", "zh": "zh-hans"}[language])

    def word(self, english: str) -> str:
        """Return a label or a text in the person's language; what is the same in all stays as it is."""
        return english if self.language == "en" else CHINESE.get(english, english)

    # Deeds.

    def says(self, text: str, group: int | None = None, reply_to: int | None = None) -> None:
        """Write something, to the bot or into a group."""
        self._begin()
        self.messages.append(self.telegram.world.says(self.id, text, group, reply_to))

    def edits(self, text: str) -> None:
        """Change the last message."""
        self._begin()
        self.telegram.world.edits(self.id, self.messages[-1]["message_id"], text)

    def shares(self, latitude: float, longitude: float) -> None:
        """Share a place."""
        self._begin()
        self.telegram.world.shares_place(self.id, latitude, longitude)

    def sends_photo(self, caption: str | None = None) -> None:
        """Send a photo, with or without words to it."""
        self._begin()
        self.telegram.world.sends_photo(self.id, b"\xff\xd8 a picture", caption)

    async def taps(self, label: str, group: int | None = None) -> None:
        """Tap the newest button of that label, and wait until the phone stops its little circle."""
        chat = group or self.id
        message = await self._with_button(chat, self.word(label))
        data = _data(message, self.word(label))
        await self.taps_data(data, message["message_id"], group)

    async def taps_data(self, data: str, message_id: int, group: int | None = None) -> None:
        """Send a button's data, as an old keyboard or a forger does."""
        self._begin()
        tap = self.telegram.world.forges_tap(self.id, message_id, data, group)
        await self._until(lambda: self.telegram.world.taps_answered[tap] is not None, f"the tap {data} is answered")
        answer = self.telegram.world.taps_answered[tap] or {}
        self.toast = str(answer.get("text", ""))

    # What arrived.

    async def hears(self, pattern: str, group: int | None = None) -> str:
        """Wait until something has arrived that has `pattern`, and return its text."""
        wanted = re.compile(self._translated(pattern))
        found: list[str] = []

        def arrived() -> bool:
            found[:] = [text for text in self.arrived(group) if wanted.search(text)]
            return bool(found)

        await self._until(arrived, f"{pattern!r} of {self.arrived(group)}", lambda: self.arrived(group))
        return found[-1]

    async def sees(self, what: str) -> None:
        """Wait until a file has arrived that Telegram shows as `what`: "photo", "voice", "document"."""

        def arrived() -> bool:
            calls = self.telegram.world.calls[self._since :]
            return any(call.chat == self.id and what in (call.message or {}) for call in calls)

        await self._until(arrived, f"a {what}")

    def arrived(self, group: int | None = None) -> list[str]:
        """Return the texts that were sent to the person, or into a group, since the last deed."""
        calls = self.telegram.world.calls[self._since :]
        shown = [call.message for call in calls if call.chat == (group or self.id) and call.message is not None]
        return [str(message["text"]) for message in shown if "text" in message]

    def buttons(self, group: int | None = None) -> list[str]:
        """Return the labels of the bot's newest message that has any."""
        for message in reversed(self.telegram.world.sent(group or self.id)):
            labels = _labels(message)
            if labels:
                return labels
        return []

    def _translated(self, pattern: str) -> str:
        return re.escape(self.word(pattern)) if self.language == "zh" and pattern in CHINESE else pattern

    def _begin(self) -> None:
        self._since = len(self.telegram.world.calls)
        self.toast = ""

    async def _with_button(self, chat: int, label: str) -> dict[str, Any]:
        found: list[dict[str, Any]] = []

        def there() -> bool:
            found[:] = [each for each in self.telegram.world.sent(chat) if label in _labels(each)]
            return bool(found)

        await self._until(there, f"a button {label!r}", lambda: self.telegram.world.sent(chat)[-2:])
        return found[-1]

    async def _until(self, holds: Any, what: str, instead: Any = lambda: "") -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.telegram.world.wait_until(holds)
        except TimeoutError:
            raise AssertionError(f"{self.name} waits for {what}; there is {instead()}") from None


def _labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def _data(message: dict[str, Any], label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(button["callback_data"]) for row in rows for button in row if button["text"] == label)
