"""A dated task as staff see it: its card with its buttons, its line in a list, and what they are told of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from casework.people import Person
from casework.petitions import Case
from casework.tasks import Task, TaskState, is_late, possible, sees
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import case_words, texts
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.staff.return_visits import may_go_back, return_button
from handlers.staff.unit_lines import unit_name
from handlers.talk import rows

MOST_OPENERS: Final = 8
_MOST_LABEL: Final = 18
_MOST_LINE: Final = 80


def facts(uow: UnitOfWork, language: str, task: Task) -> dict[str, Any]:
    """Return what texts may name of a task: what, where, who, by when, and from where it comes."""
    area = case_words.area_label(uow, task.area_id, language) or texts.plain(language, "place-unsaid")
    coming = task.milestone
    return {
        "what": task.what,
        "short": summary(task.what, _MOST_LINE),
        "place": f"{area} {task.place}".strip(),
        "who": _who(uow, language, task),
        "unit": unit_name(uow, language, task.unit_id),
        "person": uow.staff.title(task.owner_id, language, task.unit_id) or texts.plain(language, "nobody-yet"),
        "giver": uow.staff.title(task.given_by, language) or texts.plain(language, "staff-those-above"),
        "origin": texts.plain(language, f"task-from-{task.origin.value}"),
        "given": case_words.day(uow, language, task.given_at),
        "date": case_words.day(uow, language, task.due_at),
        "next": case_words.day(uow, language, task.next_at),
        "days": case_words.days_left_words(uow, language, task.next_at),
        "step": (coming.what if coming is not None else "") or texts.plain(language, "task-step-how"),
        "until": case_words.day(uow, language, task.more.until) if task.more is not None else "",
        "why": task.more.why if task.more is not None else "",
    }


def _who(uow: UnitOfWork, language: str, task: Task) -> str:
    """Return the unit with the person who does it; the unit alone until its head has chosen one."""
    unit = unit_name(uow, language, task.unit_id)
    person = uow.staff.title(task.owner_id, language, task.unit_id)
    return texts.say(language, "task-who", {"unit": unit, "person": person}) if person else unit


def card(uow: UnitOfWork, language: str, task: Task, case: Case | None, person_id: int) -> tuple[str, Rows]:
    """Return the card of a task as somebody reads it, with a button for all that they may do with it now."""
    shown = facts(uow, language, task)
    lines = [texts.say(language, "task-card", shown)]
    if task.is_open:
        lines.append(texts.say(language, "task-card-by", shown))
    lines += _milestones(uow, language, task)
    if task.asked is not None:
        lines.append(texts.say(language, "task-card-more", shown))
    if task.why:
        key = "task-card-dropped" if task.state is TaskState.DROPPED else "task-card-back"
        lines.append(texts.say(language, key, {"reason": task.why}))
    if task.state is TaskState.DONE:
        done = {"words": task.words, "unproved": task.unproved, "files": len(task.files)}
        lines.append(texts.say(language, "task-card-done", done))
    buttons = _buttons(uow, language, task, case, person_id)
    if may_go_back(uow, task, person_id) and not (case is not None and case.shielded):
        buttons.append(return_button(uow, language, task.area_id))
    if case is not None:
        buttons.append(Button(case.label, f"c.show.{case.id}.{case.epoch}"))
    return "\n".join(lines), rows(buttons, 2)


def _milestones(uow: UnitOfWork, language: str, task: Task) -> list[str]:
    how = texts.plain(language, "task-step-how")
    return [
        texts.say(
            language,
            "task-step-line" if each.done_at is None else "task-step-line-done",
            {"step": each.what or how, "date": case_words.day(uow, language, each.due_at), "words": each.words},
        )
        for each in task.milestones
    ]


def _buttons(uow: UnitOfWork, language: str, task: Task, case: Case | None, person_id: int) -> list[Button]:
    verbs = possible(uow.staff, uow.org, task, case, person_id)
    names: list[str] = []
    for verb in verbs:
        if verb == "report":
            names += ["step", "done"] if task.milestone is not None else ["done"]
        elif verb != "steps" or not is_late(task, uow.now):
            names.append(verb)
    return [Button(texts.plain(language, f"task-button-{name}"), f"t.{name}.{task.id}") for name in names]


def line(uow: UnitOfWork, language: str, task: Task) -> str:
    """Return a task as one line of a list: what, where, who, and how long it still has."""
    return texts.say(language, "task-line", facts(uow, language, task))


def opener(task: Task) -> Button:
    """Return the button that opens a task; its label is what is to be done, in short."""
    return Button(f"🗓 {summary(task.what, _MOST_LABEL)}", f"t.show.{task.id}")


def openers(tasks: Iterable[Task]) -> Rows:
    """Return the buttons that open the first tasks of a list."""
    return rows([opener(task) for task in list(tasks)[:MOST_OPENERS]], 2)


async def seen(uow: UnitOfWork, tasks: Sequence[Task], person_id: int) -> list[Task]:
    """Return those of some tasks that somebody may see: none of a case from which they are kept."""
    ids = [task.case_id for task in tasks if task.case_id is not None]
    cases = {case.id: case for case in await uow.get_all(Case, ids)} if ids else {}
    return [
        task
        for task in tasks
        if sees(uow.staff, uow.org, task, cases.get(task.case_id) if task.case_id is not None else None, person_id)
    ]


# ----- Being told -----


async def task_of(scene: Scene) -> Task:
    """Return the notice's task. Raises LookupError where it has none: a defect of whoever left the notice."""
    task = await scene.uow.get(Task, scene.notice.args["task_id"])
    if task is None:
        raise LookupError(f"a notice {scene.notice.kind} without a task")
    return task


async def _card(scene: Scene) -> View:
    """The card under a line that says why it comes, and in whose stead."""
    task = await task_of(scene)
    reader: Person | None = scene.reader
    text, buttons = card(scene.uow, scene.language, task, scene.case, reader.id if reader is not None else 0)
    known = facts(scene.uow, scene.language, task) | ({"number": scene.case.label} if scene.case is not None else {})
    lines = [scene.say(f"notice-{scene.notice.kind}", **known), text]
    if "gap" in scene.notice.args:
        lines.append(_gap(scene, task))
    shown = line(scene.uow, scene.language, task)
    return View("\n".join(lines), buttons, shown, card=f"task:{task.id}", opener=opener(task))


def _gap(scene: Scene, task: Task) -> str:
    role, unit_id, vacant = scene.notice.args["gap"]
    unit = scene.uow.org.units.get(unit_id) if unit_id is not None else None
    where = unit or scene.uow.org.root
    words = {
        "post": texts.plain(scene.language, f"post-{role}"),
        "where": where.label(scene.language) if where is not None else "",
    }
    return scene.say("gap-vacant" if vacant else "gap-away", **words)


async def _told(scene: Scene) -> View:
    """One text: the task is somebody else's, or nobody's, by now."""
    task = await task_of(scene)
    known = facts(scene.uow, scene.language, task) | {"reason": task.why}
    known |= {"person": scene.notice.args["person"]} if "person" in scene.notice.args else {}
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    return View(text, (), text)


RENDERERS: Final[Mapping[str, Renderer]] = {
    **dict.fromkeys(
        (
            *("task_given", "task_soon", "task_day", "task_late_own", "task_late"),
            *("task_more", "task_granted", "task_refused", "task_back"),
            *("promise_goes_on", "promise_moved"),
        ),
        _card,
    ),
    "task_taken": _told,
    "task_dropped": _told,
    "promise_over": _told,
}
