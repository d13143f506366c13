"""A call-back in chat: whoever calls asks the resident here, or telephones and records what was said."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import calling_back
from casework.callbacks import Answer
from handlers.notices import Renderer
from handlers.router import TapHandler
from handlers.staff import notices
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import Choice, Option
from handlers.talk import Talk

_CHAT: Final = "chat"


class Call(OnCase, frozen=True, kw_only=True):
    """How the resident is reached ("chat", "phone"), and what was said on the telephone."""

    way: str = ""
    answer: str = ""


async def _ways(talk: Talk, data: Call) -> Sequence[Option]:
    return [Option(way, talk.say(f"staff-callback-{way}")) for way in (_CHAT, "phone")]


async def _answers(talk: Talk, data: Call) -> Sequence[Option]:
    return [Option(each.value, talk.say(f"staff-callback-{each}")) for each in Answer]


async def _finish(talk: Talk, data: Call) -> None:
    if data.way == _CHAT:
        case = await calling_back.ask_in_chat(talk.uow, data.case_id, talk.person.id, data.epoch)
        done(talk, "staff-callback-asked", case)
        return
    answer = Answer(data.answer)
    case = await calling_back.call_back(talk.uow, data.case_id, talk.person.id, data.epoch, answer)
    done(talk, "staff-callback-noted", case)


CALL: Final = CaseFlow(
    "staff-callback",
    Call,
    [
        Choice("way", "staff-ask-callback-way", "way", _ways, facts=about, cancel=True),
        Choice(
            "answer",
            "staff-ask-callback-answer",
            "answer",
            _answers,
            when=lambda data: data.way != _CHAT,
            facts=about,
            cancel=True,
        ),
    ],
    _finish,
    "call_back",
)


FLOWS: Final = (CALL,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"call_back": begins(CALL)}
RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(
    ("callback", "callback_due", "callback_unanswered", "stars_asked"), notices.telling("call_back")
)
"""Whom to call back. How many stars there were, if any, is not said: nobody can see which case gave which."""
