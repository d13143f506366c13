"""The commands over posts: who serves, and ending a post with all its open cases handed on."""

import asyncio
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.commands.acting import desk_of
from bot.commands.running import CommandError, opened, settings_from
from bot.settings import Settings
from casework.actions import membership
from casework.organisation import Organisation
from casework.people import Post
from casework.staff import Staff
from casework.unit_of_work import UnitOfWork


def show(config: Path) -> None:
    """Print the posts that are held."""
    Console().print(asyncio.run(_show(settings_from(config))))


def end(config: Path, post_id: int, to: int | None = None) -> None:
    """End a post; its open cases go to the holder of the post `to`, or are spread by load; everyone is told once.

    Raises CommandError for a post that nobody holds.
    """
    print(asyncio.run(_end(settings_from(config), post_id, to)))


async def _show(settings: Settings) -> Table | str:
    language = settings.service.languages[0]
    async with opened(settings) as store:
        snapshot = await store.snapshot()
    posts = _posts(snapshot.staff)
    if not posts:
        return "Nobody serves yet. Invite somebody: doorstep invite --help"
    table = Table("number", "role", "where", "title", "looks after")
    for post in posts:
        grid = ", ".join(snapshot.organisation.areas[each].label(language) for each in post.grid)
        where = _where(snapshot.organisation, post, language)
        table.add_row(str(post.id), post.role, where, post.label(language), grid)
    return table


async def _end(settings: Settings, post_id: int, to: int | None) -> str:
    language = settings.service.languages[0]
    async with opened(settings) as store:
        snapshot = await store.snapshot()
        post = _held(snapshot.staff, post_id)
        heir = _held(snapshot.staff, to).person_id if to is not None else None

        async def verb(uow: UnitOfWork) -> int:
            return await membership.remove(uow, post.person_id, post.id, to=heir)

        cases = await desk_of(settings, store).act(verb)
        where = _where(snapshot.organisation, post, language)
    return f"{post.label(language)} ({where}) serves no more. Open cases handed over: {cases}"


def _held(staff: Staff, post_id: int) -> Post:
    post = next((each for each in _posts(staff) if each.id == post_id), None)
    if post is None:
        raise CommandError(f"nobody holds a post of the number {post_id}; doorstep post list shows them")
    return post


def _posts(staff: Staff) -> list[Post]:
    return sorted(staff.all(), key=lambda post: (post.role, post.id))


def _where(organisation: Organisation, post: Post, language: str) -> str:
    if post.unit_id is not None:
        return organisation.units[post.unit_id].label(language)
    return organisation.areas[post.area_id].label(language) if post.area_id is not None else ""
