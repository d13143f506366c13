"""Themes in chat: what many have said at once, who looks into its root, and the dated tasks that came of it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import msgspec

from casework.actions import themes
from casework.errors import Refused
from casework.tasks import Task
from casework.themes import Theme, ThemeState, may_work
from casework.unit_of_work import UnitOfWork
from handlers import case_words
from handlers.button_data import number_of
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.router import Command
from handlers.staff import cards, task_cards
from handlers.steps import Day, Flow, FreeText, end_of
from handlers.talk import Talk, rows

_LONGEST: Final = 500
_MOST: Final = 10


class OnTheme(msgspec.Struct, frozen=True, kw_only=True):
    """A theme, and what is said of it."""

    theme_id: int = 0
    words: str = ""
    day: str = ""


async def show(talk: Talk, words: str) -> None:
    """List the themes that one sees; "VERB.ID", as the buttons carry it, does something with one.

    Raises Refused("staff-only") for whoever holds no post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    verb, _, number = words.partition(".")
    if verb in _VERBS:
        await _VERBS[verb](talk, number_of(number) or 0)
        return
    uow = talk.uow
    found = await uow.themes_recent(talk.person.id, _MOST)
    if not found:
        talk.answer("themes-none")
        return
    lines = [talk.say("themes", count=len(found)), *(_line(talk, each) for each in found)]
    buttons = [Button(_name(talk.uow, talk.language, each), f"m.themes.show.{each.id}") for each in found]
    talk.reply("\n".join(lines), rows(buttons))


def _name(uow: UnitOfWork, language: str, theme: Theme) -> str:
    place = case_words.area_name(uow, theme.area_id, language)
    return f"{place} · {case_words.category_label(language, theme.category)}"


def _line(talk: Talk, theme: Theme) -> str:
    state = talk.say(f"theme-state-{theme.state}")
    return talk.say("themes-line", name=_name(talk.uow, talk.language, theme), state=state)


async def _card(talk: Talk, theme_id: int) -> None:
    """Show a theme, and those of its cases that the reader may learn of; those that they see can be opened."""
    uow, language = talk.uow, talk.language
    theme = await themes.seen(uow, theme_id, talk.person.id)
    members = await themes.members(uow, theme)
    seen = [case for case in members[:_MOST] if await uow.visible_case(talk.person.id, case.id) is not None]
    lines = [
        talk.say(
            "theme-card",
            name=_name(uow, language, theme),
            state=talk.say(f"theme-state-{theme.state}"),
            count=len(members),
            person=uow.staff.title(theme.owner_id, language, theme.unit_id) or talk.say("nobody-yet"),
        )
    ]
    tasks = await task_cards.seen(uow, await uow.get_all(Task, list(theme.tasks)), talk.person.id)
    lines += [task_cards.line(uow, language, task) for task in tasks]
    if theme.why:
        lines.append(talk.say("theme-why", why=theme.why))
    buttons: list[Button] = []
    if theme.state is not ThemeState.DISMISSED and may_work(uow.staff, talk.person.id, theme):
        verbs = [("plan", "theme-button-plan"), *([("dismiss", "theme-button-dismiss")] if theme.is_open else [])]
        buttons = [talk.button(key, f"m.themes.{verb}.{theme.id}") for verb, key in verbs]
    talk.reply("\n".join(lines), (*rows(buttons), *task_cards.openers(tasks), *cards.openers(seen)))


async def _planned(talk: Talk, data: OnTheme) -> None:
    await themes.set_plan(talk.uow, data.theme_id, talk.person.id, data.words, end_of(talk, data.day))
    talk.answer("theme-planned")


async def _dismissed(talk: Talk, data: OnTheme) -> None:
    await themes.dismiss(talk.uow, data.theme_id, talk.person.id, data.words)
    talk.answer("theme-is-dismissed")


PLAN: Final = Flow(
    "research-theme-plan",
    OnTheme,
    [
        FreeText("words", "theme-ask-plan", "words", _LONGEST, cancel=True),
        Day("day", "theme-ask-day", "day", (14, 30, 60), cancel=True),
    ],
    _planned,
)
DISMISS: Final = Flow(
    "research-theme-dismiss",
    OnTheme,
    [FreeText("words", "theme-ask-why", "words", _LONGEST, cancel=True)],
    _dismissed,
)
FLOWS: Final = (PLAN, DISMISS)


def _begins(flow: Flow[OnTheme]) -> Callable[[Talk, int], Awaitable[None]]:
    async def begin(talk: Talk, theme_id: int) -> None:
        await themes.own(talk.uow, theme_id, talk.person.id)
        await flow.start(talk, OnTheme(theme_id=theme_id))

    return begin


_VERBS: Final[Mapping[str, Callable[[Talk, int], Awaitable[None]]]] = {
    "show": _card,
    "plan": _begins(PLAN),
    "dismiss": _begins(DISMISS),
}


# ----- What people are told -----


async def _of_theme(scene: Scene) -> View:
    """Something for its owner, or for those above."""
    theme = await scene.uow.get(Theme, scene.notice.args["theme"])
    if theme is None:
        raise LookupError(f"a notice {scene.notice.kind} without a theme")
    count = len(await themes.members(scene.uow, theme))
    text = scene.say(
        f"notice-{scene.notice.kind}",
        name=_name(scene.uow, scene.language, theme),
        count=count,
        why=theme.why,
        person=scene.notice.args.get("person", "") or scene.say("nobody-yet"),
    )
    return View(text, ((Button(scene.say("button-open"), f"m.themes.show.{theme.id}"),),))


COMMANDS: Final[Mapping[str, Command]] = {"themes": show}
RENDERERS: Final[Mapping[str, Renderer]] = dict.fromkeys(
    ("theme_opened", "theme_plan", "theme_plan_above", "theme_dismissed"), _of_theme
)
