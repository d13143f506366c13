"""What residents hear of a dated task that concerns them: promised, under way, later, late, done."""

from collections.abc import Mapping
from typing import Final

from casework.tasks import Task
from handlers import case_words, texts
from handlers.notices import Renderer, Scene, View
from handlers.resident.notice_views import button, view_of

_KINDS: Final = (
    *("task_promised", "task_step", "task_later", "task_late_resident"),
    *("task_done", "task_again", "task_off"),
)


async def _told(scene: Scene) -> View:
    """One text: about the resident's case, or about what was said where they had none."""
    task = await scene.uow.get(Task, scene.notice.args["task_id"])
    if task is None:
        raise LookupError(f"a notice {scene.notice.kind} without a task")
    unit = scene.uow.org.units.get(task.unit_id)
    known = {
        "what": task.what,
        "by": unit.label(scene.language) if unit is not None else texts.plain(scene.language, "intake-office"),
        "until": case_words.day(scene.uow, scene.language, task.due_at),
        "next": case_words.day(scene.uow, scene.language, task.next_at),
        "words": scene.notice.args.get("words", ""),
        "why": scene.notice.args.get("why", ""),
    }
    key = f"notice-{scene.notice.kind}"
    if scene.case is not None:
        lead = {"lead": scene.case.label}
        return view_of(scene, key, ((button(scene, "button-open", "show"),),), **known | lead)
    text = scene.say(key, **known, lead=scene.say(f"task-lead-{task.origin.value}"))
    return View(text, (), text)


RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(_KINDS, _told)
