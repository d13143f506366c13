"""Commands about policies: taking them over from files."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from bot import policy_documents
from bot.commands.acting import desk_of
from bot.commands.running import CommandError, opened, settings_from
from bot.composition import open_vault
from bot.policy_files import PolicyFile, read_policies
from bot.settings import Settings
from casework.actions import policies
from casework.organisation import Organisation
from casework.policies.documents import Enclosure
from casework.policies.policy import Content
from casework.unit_of_work import UnitOfWork
from storage.store import Store


def import_files(config: Path, folder: Path) -> None:
    """Take over the policies of a folder. They wait for somebody to approve them in chat, who is told.

    Raises CommandError with every problem of the files: then nothing is taken over.
    """
    files = read_policies(folder)
    loaded, left = asyncio.run(_import(settings_from(config), folder, files))
    print(f"Policies that wait for approval now: {loaded}. Known as they are: {left}.")


async def _import(settings: Settings, folder: Path, files: list[PolicyFile]) -> tuple[int, int]:
    async with opened(settings) as store:
        org = (await store.snapshot()).organisation
        unknown = list(_unknown_areas(files, org))
        if unknown:
            raise CommandError("\n".join(unknown))
        contents = dict(_contents(files, org))
        enclosures = await _enclosures(settings, store, folder, files)

        async def verb(uow: UnitOfWork) -> int:
            return len(await policies.load(uow, contents, enclosures))

        loaded = await desk_of(settings, store).act(verb)
    return loaded, len(files) - loaded


async def _enclosures(
    settings: Settings, store: Store, folder: Path, files: list[PolicyFile]
) -> dict[str, list[Enclosure]]:
    """Keep the documents beside the files, and return them by the files' names. What nothing comes to name is removed
    in time, as any other bytes are.
    """
    named = {file.key: file.head.documents for file in files if file.head.documents}
    if not named:
        return {}
    vault = await open_vault(settings, store)
    return {key: await policy_documents.kept(vault, folder, names) for key, names in named.items()}


def _unknown_areas(files: list[PolicyFile], org: Organisation) -> Iterator[str]:
    for file in files:
        for code in file.head.areas:
            if org.area_by_code(code) is None:
                yield f"{file.key}.md: areas: no area has the code {code!r}"


def _contents(files: list[PolicyFile], org: Organisation) -> Iterator[tuple[str, Content]]:
    for file in files:
        areas = [org.area_by_code(code) for code in file.head.areas]
        yield file.key, file.content(tuple(area.id for area in areas if area is not None))
