"""The steps of a task that takes long, as whoever promises it types them: one a line, the day first."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.tasks import Milestone
from casework.words import summary
from handlers.dates import parse_day
from handlers.messages import Incoming
from handlers.steps import D, FreeText, Mistake
from handlers.talk import Talk

MOST_STEPS: Final = 12
_SHOWN: Final = 40
_BETWEEN: Final = " \t:：,，。.-—"
_MOST_DAY: Final = 28  # characters of a day: "2026-11-25", "11月25日（周三）", "Wednesday 30 September 2026"


@dataclass(frozen=True)
class Steps(FreeText[D]):
    """A question answered by lines with a day and what is there by then, kept as they were typed."""

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take the lines. Raises Mistake for one without a day or words, and for too many."""
        data = await super().take(talk, data, incoming)
        milestones(talk, getattr(data, self.field))
        return data


def milestones(talk: Talk, lines: str) -> list[Milestone]:
    """Return the steps that some lines name, as they stand there. Raises Mistake as `Steps.take`."""
    calendar = talk.uow.rules.calendar
    today = calendar.day(talk.uow.now)
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        day, what = _parted(line, today)
        if day is None or not what:
            raise Mistake("task-mistake-step", line=summary(line, _SHOWN))
        found.append(Milestone(calendar.end_of(day), what))
    if len(found) > MOST_STEPS:
        raise Mistake("task-mistake-steps", most=MOST_STEPS)
    return found


def _parted(line: str, today: date) -> tuple[date | None, str]:
    """Return the day with which a line begins and what follows; None where it begins with none."""
    for end in range(min(len(line), _MOST_DAY), 0, -1):
        day = parse_day(line[:end].strip(_BETWEEN), today)
        if day is not None:
            return day, line[end:].strip(_BETWEEN)
    return None, line
