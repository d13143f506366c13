"""/learned: what helped in matters that residents have called solved, in the month before. Nobody is compared."""

from collections.abc import Mapping
from typing import Final

from casework.actions.lessons import learned
from casework.lessons import Lesson
from casework.words import summary
from handlers import case_words
from handlers.router import Command
from handlers.talk import Talk

_WORDS: Final = 160


async def show(talk: Talk, words: str) -> None:
    """Show the lessons of the last month, by category."""
    found = await learned(talk.uow, talk.person.id)
    if not found:
        talk.answer("learned-none")
        return
    lines = [talk.say("learned"), *(_line(talk, each) for each in found), talk.say("learned-foot")]
    talk.reply("\n\n".join(lines))


def _line(talk: Talk, lesson: Lesson) -> str:
    area = talk.uow.org.town_of(lesson.area_id)  # A village is too small to be named.
    line = talk.say(
        "learned-line",
        topic=case_words.category_label(talk.language, lesson.category),
        place=area.label(talk.language) if area is not None else "",
        found=summary(lesson.found, _WORDS),
        done=summary(lesson.done, _WORDS),
    )
    return f"{line}\n{talk.say('learned-basis', basis=summary(lesson.basis, _WORDS))}" if lesson.basis else line


COMMANDS: Final[Mapping[str, Command]] = {"learned": show}
