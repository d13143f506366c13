"""Dated tasks in chat: /tasks, the card, and what may be done with a task by its owner and by whoever gave it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec

from casework.actions import tasks
from casework.errors import NotYours, Refused
from casework.files import File
from casework.morning import Reader, scope_of
from casework.people import Person, Role
from casework.tasks import Task
from handlers.checked_step import Checked
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.media import enclosed
from handlers.messages import Incoming, Outgoing
from handlers.refusals import as_mistake
from handlers.router import Command, Tap, TapHandler
from handlers.staff import task_cards
from handlers.staff.flows import ending
from handlers.staff.heads import colleague
from handlers.staff.task_steps import Steps, milestones
from handlers.steps import Choice, Day, Flow, FreeText, Option, end_of
from handlers.talk import Talk

MOST_LINES: Final = 20
_LONG: Final = 1000
_SHORT: Final = 300


class OnTask(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a flow about a task: words, files, why there are none, an ISO day, a person, as it asks for them.

    `whole` is whether all is done, and not a milestone alone.
    """

    task_id: int = 0
    whole: bool = False
    words: str = ""
    sent: Sent = NOTHING
    unproved: str = ""
    day: str = ""
    person: str = ""


@dataclass(frozen=True)
class TaskFlow(Flow[OnTask]):
    """A flow that ends in `verb` on a task: every answer checks that the person may still do it."""

    verb: str = ""

    async def start(self, talk: Talk, data: OnTask) -> None:
        """Begin if the person may do the verb."""
        await tasks.task_for(talk.uow, self.verb, data.task_id, talk.person.id)
        await super().start(talk, data)

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take an answer if the verb is possible still; raises as `ending` else."""
        with ending(talk):
            await tasks.task_for(talk.uow, self.verb, talk.data(self.kind).task_id, talk.person.id)
        await super().resume(talk, incoming)


# ----- The list and the card -----


async def my_tasks(talk: Talk, words: str) -> None:
    """List the open tasks that are the reader's own, that they gave, and those of their scope that are late.

    Raises Refused for somebody without a post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    uow, person_id = talk.uow, talk.person.id
    reader = Reader(person_id, scope_of(uow.staff, uow.org, person_id), uow.now)
    found = await uow.tasks_for([reader])
    shown = [task for task in await task_cards.seen(uow, found[person_id], person_id) if task.is_open]
    if not shown:
        talk.answer("tasks-none")
        return
    lines = [talk.say("tasks-head", count=len(shown))]
    lines += [task_cards.line(uow, talk.language, task) for task in shown[:MOST_LINES]]
    if len(shown) > MOST_LINES:
        lines.append(talk.say("staff-more", shown=MOST_LINES))
    talk.reply("\n".join(lines), task_cards.openers(shown))


async def show(talk: Talk, tap: Tap) -> None:
    """Show a task with what its reader may do."""
    if talk.new:
        raise NotYours
    task, _ = await tasks.seen(talk.uow, tap.subject, talk.person.id)
    await _present(talk, task)


async def _present(talk: Talk, task: Task) -> None:
    _, case = await tasks.seen(talk.uow, task.id, talk.person.id)
    text, buttons = task_cards.card(talk.uow, talk.language, task, case, talk.person.id)
    talk.reply(text, buttons, case_id=task.case_id, card=f"task:{task.id}")
    if case is None:
        # The proof of a task of a case is shown with that.
        caption = talk.say("task-proof", **_facts(talk, task))
        files = map(enclosed, await talk.uow.get_all(File, list(task.files)))
        talk.outgoing += [Outgoing(talk.incoming.chat, caption, file=each) for each in files if each is not None]


# ----- What the flows ask and do -----


async def _about(talk: Talk, data: OnTask) -> dict[str, Any]:
    task, _ = await tasks.seen(talk.uow, data.task_id, talk.person.id)
    return task_cards.facts(talk.uow, talk.language, task)


async def _colleagues(talk: Talk, data: OnTask) -> Sequence[Option]:
    task, _ = await tasks.seen(talk.uow, data.task_id, talk.person.id)
    staff = talk.uow.staff
    serving = (*staff.in_unit(task.unit_id, Role.HEAD), *staff.in_unit(task.unit_id, Role.CADRE))
    posts = {post.person_id: post for post in serving}
    people = await talk.uow.get_all(Person, [id_ for id_ in posts if id_ != task.owner_id])
    return [Option(str(person.id), colleague(talk, posts[person.id], person)) for person in people]


async def _last_day(talk: Talk, data: OnTask) -> date | None:
    task, _ = await tasks.seen(talk.uow, data.task_id, talk.person.id)
    return talk.uow.rules.calendar.last_day(tasks.last_for(talk.uow, task))


async def _report(talk: Talk, data: OnTask) -> None:
    words = data.sent.with_words(data.words)
    task = await tasks.report(
        talk.uow, data.task_id, talk.person.id, words, data.sent.files, data.unproved, whole=data.whole
    )
    talk.answer("task-said-done" if not task.is_open else "task-said-step", **_facts(talk, task))


async def _about_steps(talk: Talk, data: OnTask) -> dict[str, Any]:
    return {**await _about(talk, data), "days": talk.uow.rules.profile.times.task_step_days}


async def _check_steps(talk: Talk, data: OnTask) -> None:
    task, _ = await tasks.seen(talk.uow, data.task_id, talk.person.id)
    with as_mistake(talk):
        tasks.refuse_steps(talk.uow, task, milestones(talk, data.words))


async def _steps(talk: Talk, data: OnTask) -> None:
    task = await tasks.steps(talk.uow, data.task_id, talk.person.id, milestones(talk, data.words))
    talk.answer("task-said-steps", **_facts(talk, task))
    await _present(talk, task)


async def _more(talk: Talk, data: OnTask) -> None:
    until = end_of(talk, data.day)
    task = await tasks.more(talk.uow, data.task_id, talk.person.id, until, data.words)
    talk.answer("task-said-more", **_facts(talk, task))


async def _hand(talk: Talk, data: OnTask) -> None:
    task = await tasks.hand(talk.uow, data.task_id, talk.person.id, int(data.person))
    talk.answer("task-said-handed", **_facts(talk, task))


async def _back(talk: Talk, data: OnTask) -> None:
    task = await tasks.back(talk.uow, data.task_id, talk.person.id, data.words)
    talk.answer("task-said-back", **_facts(talk, task))


async def _drop(talk: Talk, data: OnTask) -> None:
    task = await tasks.drop(talk.uow, data.task_id, talk.person.id, data.words)
    talk.answer("task-said-dropped", **_facts(talk, task))


def _facts(talk: Talk, task: Task) -> dict[str, Any]:
    return task_cards.facts(talk.uow, talk.language, task)


def _unproved(data: OnTask) -> bool:
    return data.whole and not data.sent.files


def _why(question: str) -> FreeText[OnTask]:
    return FreeText("words", question, "words", _SHORT, facts=_about, cancel=True)


REPORT: Final = TaskFlow(
    "task-report",
    OnTask,
    [
        WithFiles("words", "task-ask-report", "words", _LONG, facts=_about, cancel=True, alone=False),
        WithFiles("proof", "task-ask-proof", "unproved", _SHORT, when=_unproved, cancel=True),
    ],
    _report,
    "report",
)
MORE: Final = TaskFlow(
    "task-more",
    OnTask,
    [
        Day("day", "task-ask-day", "day", (3, 7, 14, 30), facts=_about, cancel=True, last=_last_day),
        _why("task-ask-why"),
    ],
    _more,
    "more",
)
HAND: Final = TaskFlow(
    "task-hand",
    OnTask,
    [Choice("person", "task-ask-hand", "person", _colleagues, facts=_about, cancel=True)],
    _hand,
    "hand",
)
STEPS: Final = TaskFlow(
    "task-steps",
    OnTask,
    [Checked(Steps("steps", "task-ask-steps", "words", _LONG, facts=_about_steps, cancel=True), _check_steps)],
    _steps,
    "steps",
)
BACK: Final = TaskFlow("task-back", OnTask, [_why("task-ask-back")], _back, "back")
DROP: Final = TaskFlow("task-drop", OnTask, [_why("task-ask-drop")], _drop, "drop")


# ----- Taps -----


def _begins(flow: TaskFlow, *, whole: bool = False) -> TapHandler:
    async def begin(talk: Talk, tap: Tap) -> None:
        if talk.new:
            raise NotYours
        await flow.start(talk, OnTask(task_id=tap.subject, whole=whole))

    return begin


async def hand(talk: Talk, tap: Tap) -> None:
    """Ask to whom a task goes. Raises Refused("no-colleague") where the unit has nobody else."""
    data = OnTask(task_id=tap.subject)
    await tasks.task_for(talk.uow, "hand", tap.subject, talk.person.id)
    if not await _colleagues(talk, data):
        raise Refused("no-colleague")
    await HAND.start(talk, data)


def _decides(verb: Callable[..., Awaitable[Task]], said: str) -> TapHandler:
    async def decide(talk: Talk, tap: Tap) -> None:
        task = await verb(talk.uow, tap.subject, talk.person.id)
        talk.answer(said, **_facts(talk, task))

    return decide


FLOWS: Final = (REPORT, STEPS, MORE, HAND, BACK, DROP)
COMMANDS: Final[Mapping[str, Command]] = {"tasks": my_tasks}
TASK_TAPS: Final[Mapping[str, TapHandler]] = {
    "show": show,
    "done": _begins(REPORT, whole=True),
    "step": _begins(REPORT),
    "steps": _begins(STEPS),
    "more": _begins(MORE),
    "hand": hand,
    "grant": _decides(tasks.grant, "task-said-granted"),
    "refuse": _decides(tasks.refuse, "task-said-refused"),
    "back": _begins(BACK),
    "drop": _begins(DROP),
}
