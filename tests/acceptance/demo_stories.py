"""The stories of the demo, walked to their ends as the page says: by taps, by the lines offered, and by the clock.

Each pauses (yields) once, where a picture is worth taking.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.acceptance.demo_page import Demo

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Show it": "看一看",
        "More": "更多",
        "Accept": "我接",
        "Done": "办好了",
        "Propose outcome": "写答复",
        "Send it": "发给居民",
        "Press for an answer": "督办",
        "Answer the supervisor": "回复督办",
        "Accept the answer": "可以了",
        "Nothing is left": "没有剩下的",
        "Ask for more time": "申请延期",
        "15 days": "15天",
        "Allow more time": "同意延期",
        "Done, but I disagree": "办了但我不服",
        "Ask for a review": "申请复查",
        "It is changed": "变更",
        "I sign": "我签名",
        "Check in": "签到",
        "📣 Call the next": "📣 叫下一位",
        "✍️ 1: write down": "✍️ 1 号：记录",
        "✅ 1: received": "✅ 1 号：谈完了",
        "Promised by a day": "答应限期办",
        "✅ That's right": "✅ 对",
        "Open": "打开",
        "Decide": "定下来",
        "Who does what": "谁来办",
        "Wanghuai Town Government": "望槐镇人民政府",
        "Close the day": "收尾",
        "The last 90 days": "最近90天",
        "Into the public ledger": "放进公开账本",
        "Yes, they may": "行，可以看",
        "Let it out": "放进去",
    }
)
NUMBER: Final = r"\d{6}-\d{7}"


class Walker:
    """Somebody who goes through a story in one language."""

    def __init__(self, demo: Demo, language: str) -> None:
        self.demo = demo
        self.english = language == "en"
        self.day = r"\w+day \d+ \w+" if self.english else r"\d+月\d+日（周.）"

    async def taps(self, seat: str, *labels: str) -> None:
        """Sit down as a seat, and press the newest button of each label."""
        visitor = await self.demo.plays(seat)
        for label in labels:
            await visitor.taps(label if self.english else WORDS.get(label, label))

    async def reads(self, seat: str, english: str, chinese: str) -> None:
        """Sit down as a seat, and wait until it has read something."""
        await (await self.demo.plays(seat)).reads(english if self.english else chinese)

    async def tries(self, seat: str, count: int) -> None:
        """Sit down as a seat, and say all lines that are offered to it, in their order."""
        await self.demo.plays(seat)
        for number in range(count):
            await self.demo.tries(number, seat)


async def late(walk: Walker) -> AsyncIterator[None]:
    """The limit passes; head, supervisor and leader hear of it in turn; the supervisor presses, and gets an answer."""
    await walk.demo.moves("day")
    await walk.reads("resident", "is late, and we are sorry", "晚了，对不住")
    await walk.reads("head", "1 day late, with Case officer", "过期1天.*经办员")
    await walk.taps("head", NUMBER)
    await walk.reads("head", r"Written answer by .*\(1 day late\)", r"前书面答复（过期1天）")
    await walk.demo.moves("week")
    await walk.reads("supervisor", "6 days late, at Huaixi Housing", "过期.*天.*住房和城乡建设局")
    await walk.reads("leader", "late, at Huaixi Housing", "过期.*天.*住房和城乡建设局")
    await walk.taps("supervisor", NUMBER, "More", "Press for an answer")
    await walk.tries("supervisor", 1)
    await walk.taps("supervisor", walk.day)
    await walk.reads("cadre", "wants an answer", "督办")
    await walk.taps("cadre", "Answer the supervisor")
    await walk.tries("cadre", 2)
    await walk.taps("cadre", "Nothing is left")
    await walk.reads("supervisor", "Found: “The lamp is burnt out", "灯头烧了")
    yield
    await walk.taps("supervisor", "Accept the answer")
    await walk.reads("cadre", "the answer is accepted", "通过了")


async def time(walk: Walker) -> AsyncIterator[None]:
    """The cadre asks for more time, the head allows it, and the clock runs to the new day."""
    await walk.taps("cadre", "Show it", "More", "Ask for more time", "15 days")
    await walk.tries("cadre", 1)
    await walk.reads("head", "asks for 15 days more", "延15天")
    await walk.taps("head", "Allow more time")
    await walk.reads("resident", "needs longer, because: Three weeks of rain", "要多办些日子，因为：下了三个星期雨")
    await walk.reads("cadre", "you have until .*, for the last time", "不能再延")
    yield
    for _ in range(2):
        await walk.demo.moves("week")
    # The day of before has passed, and nobody says that it is late.
    assert await walk.demo.everybody.part.get_by_text("⚠️").count() == 0


async def review(walk: Walker) -> AsyncIterator[None]:
    """The resident does not accept the answer; somebody else, of the unit above, looks again, and changes it."""
    await walk.taps("resident", "Done, but I disagree", "Ask for a review")
    await walk.reads("resident", "Huaixi County Government looks", "槐溪县人民政府再查")
    await walk.tries("resident", 1)
    await walk.reads("cadre", "the resident has asked for a review", "居民申请再查一遍")
    await walk.reads("reviewer", "the holes were back", "坑又出来了")
    await walk.taps("reviewer", "Accept")
    await walk.reads("resident", "Review officer of Huaixi County Government is on it", "复查员来办")
    await walk.taps("reviewer", "Propose outcome", "It is changed")
    await walk.tries("reviewer", 2)
    await walk.taps("reviewer", walk.day)
    await walk.demo.tries(2, "reviewer")
    await walk.taps("reviewer", "Send it")
    await walk.reads("resident", "the answer of before is changed", "原来的答复改了")
    yield
    for _ in range(2):
        await walk.demo.moves("week")
    await walk.reads("reviewer", "promise", "答应")


async def joint(walk: Walker) -> AsyncIterator[None]:
    """A neighbour signs; the cadre sees a joint petition, and its answer reaches both."""
    await walk.taps("neighbour", "I sign")
    await walk.reads("neighbour", "2 people now", "一共2个人")
    await walk.taps("cadre", NUMBER)
    await walk.reads("cadre", "A matter of 2 people", "2个人的事")
    yield
    await walk.taps("cadre", "Propose outcome", "Done")
    await walk.tries("cadre", 4)
    await walk.taps("cadre", "Send it")
    await walk.reads("resident", "Here is the answer", "答复来了|的答复")
    await walk.demo.moves("hour")
    await walk.reads("neighbour", "which you are with, has its answer", "您跟着的.*有答复了")
    await walk.taps("resident", "Done")
    await walk.reads("resident", "Good to hear", "太好了")


async def reception(walk: Walker) -> AsyncIterator[None]:
    """The office checks in and calls, and writes down what is said; the resident confirms it, and a cadre takes it."""
    await walk.reads("resident", "Your number: 1", "您是 1 号")
    await walk.taps("supervisor", "Check in")
    await walk.demo.tries(0, "supervisor")
    await walk.reads("resident", "You're checked in", "签到了")
    await walk.taps("supervisor", "📣 Call the next")
    await walk.reads("resident", "it's your turn", "轮到您了")
    await walk.taps("supervisor", "✍️ 1: write down")
    await walk.demo.tries(1, "supervisor")
    await walk.taps("supervisor", "Promised by a day")
    await walk.demo.tries(2, "supervisor")
    await walk.taps("supervisor", walk.day)
    await walk.reads("resident", "This is what was written down", "记下的是")
    yield
    await walk.taps("resident", "✅ That's right")
    await walk.reads("resident", "Your number", "号码")
    await walk.taps("cadre", "Accept")
    await walk.taps("supervisor", "✅ 1: received")
    await walk.demo.moves("day")


async def onsite(walk: Walker) -> AsyncIterator[None]:
    """The cadre notes what is there, what is decided and who does it; the leader closes the day; the task comes due."""
    await walk.taps("cadre", f"1 · {NUMBER}")
    await walk.reads("cadre", "what do you find", "看到什么")
    await walk.demo.tries(0, "cadre")
    await walk.reads("cadre", "1 note is here", "记了1条")
    await walk.taps("cadre", "Decide")
    await walk.demo.tries(1, "cadre")
    await walk.taps("cadre", "Who does what")
    await walk.demo.tries(2, "cadre")
    await walk.taps("cadre", "Wanghuai Town Government", walk.day)
    await walk.reads("cadre", "is to do it by", "来办，.*前")
    await walk.tries("leader", 1)
    await walk.taps("leader", "🚶 .*", "Close the day")
    await walk.reads("resident", "on the spot. Found: Twenty metres", "现场看了。查到：渠墙塌了")
    yield
    for _ in range(4):
        await walk.demo.moves("week")
    await walk.reads("cadre", "1 task with a day", "限期任务1件")


async def brief(walk: Walker) -> AsyncIterator[None]:
    """The figures come as pictures; once all three agree, the case stands in the public ledger for everybody."""
    await walk.taps("leader", "The last 90 days")
    await walk.demo.seats["leader"].part.locator("li[data-id] .photo img").first.wait_for()
    await walk.taps("cadre", "Into the public ledger")
    await walk.reads("resident", "May others read this", "让大家也看看")
    await walk.taps("resident", "Yes, they may")
    await walk.reads("supervisor", "does it name anybody", "有没有点到谁")
    yield
    await walk.taps("supervisor", "Let it out")
    await walk.tries("resident", 1)
    await walk.reads("resident", "Done by Wanghuai Town", "望槐镇人民政府办了")


STORIES: Final[Mapping[str, tuple[Callable[[Walker], AsyncIterator[None]], int]]] = MappingProxyType(
    {
        "late": (late, 6),
        "time": (time, 4),
        "review": (review, 5),
        "joint": (joint, 4),
        "reception": (reception, 7),
        "onsite": (onsite, 6),
        "brief": (brief, 5),
    }
)
"""How each story is walked, and how many steps it has."""
