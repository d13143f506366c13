"""/help, and the menu of commands: what one can do, the most needed first, and each thing once."""

from collections.abc import Collection, Iterable
from typing import Final

from casework.people import Role
from handlers import staff, texts
from handlers.messages import Rows
from handlers.talk import Talk, rows

EVERYONE: Final = ("my", "sos", "reception", "policies", "news", "help", "language", "cancel")
"""The menu of a resident: few, for an old eye on a small phone."""

MORE: Final = ("case", "together", "for", "surveys", "ledger", "papers", "pin", "mydata")
"""What else everyone can do: a tap away."""

_OPENERS: Final = (
    ("menu-reception", "m.reception"),
    ("button-policies", "m.policies"),
    ("button-news", "m.news"),
)

GROUPS: Final = {
    "day": ("today", "cases", "waiting", "tasks", "overdue", "listed"),
    "in": ("enter", "whistle", "replies"),
    "there": ("receive", "onsite", "note", "notes", "surveys", "themes", "learned"),
    "out": ("broadcast", "brief"),
    "unit": ("unit", "ratings", "away", "leave"),
}
"""The commands of staff by what they are for, in the order in which they are shown."""


def offered(roles: Collection[Role]) -> list[str]:
    """Return the commands of a menu for somebody with these roles: those of the posts first."""
    return list(dict.fromkeys((*(name for names in _of_posts(roles).values() for name in names), *EVERYONE)))


async def show_help(talk: Talk, words: str) -> None:
    """Say in few lines what can be done: a resident what a resident can, staff what comes with their posts.

    "more" says what else everyone can do, and "resident" to staff what they can as everyone.
    """
    if words == "more":
        found = [talk.button(key, data) for key, data in _OPENERS]
        talk.reply(_listed(talk, "help-more", MORE), rows(found))
    elif talk.posts and words != "resident":
        _show_work(talk)
    else:
        mine, more = talk.button("button-help-my", "m.my"), talk.button("button-help-more", "m.help.more")
        talk.reply(talk.say("help-resident"), (*danger(talk), (mine,), (more,)))


def danger(talk: Talk) -> Rows:
    """Return the button for somebody in danger, which says whom to call and can ring a person."""
    return ((talk.button("button-danger", "m.danger"),),)


def _show_work(talk: Talk) -> None:
    roles = talk.uow.staff.roles(talk.person.id)
    parts = [_listed(talk, f"help-group-{group}", names) for group, names in _of_posts(roles).items()]
    parts += [talk.say(f"help-{role}") for role in Role if role in roles and texts.has(talk.language, f"help-{role}")]
    resident = talk.button("button-help-resident", "m.help.resident")
    talk.reply("\n\n".join(parts), (*danger(talk), (talk.button("button-enter", "m.enter"),), (resident,)))


def _of_posts(roles: Collection[Role]) -> dict[str, list[str]]:
    """Return the commands that come with posts, by what they are for."""
    mine = {name for role in roles for name in staff.MENU.get(role, ())}
    found = {group: [name for name in names if name in mine] for group, names in GROUPS.items()}
    return {group: names for group, names in found.items() if names}


def _listed(talk: Talk, heading: str, names: Iterable[str]) -> str:
    lines = [talk.say("help-line", command=f"/{name}", what=talk.say(f"menu-{name}")) for name in names]
    return "\n".join((talk.say(heading), *lines))
