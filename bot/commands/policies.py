"""Commands about policies: taking them over from files."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from bot import policy_documents
from bot.commands.acting import desk_of
from bot.commands.running import CommandError, opened, settings_from
from bot.composition import open_vault
from bot.file_problems import FileError, Problem
from bot.policy_files import PolicyFile, read_policies
from bot.settings import Settings
from casework.actions import policies
from casework.organisation import Organisation
from casework.policies.documents import Enclosure
from casework.policies.policy import Content
from casework.unit_of_work import UnitOfWork
from handlers import texts
from storage.store import Store


def import_files(config: Path, folder: Path, language: str = "") -> None:
    """Take over the policies of a folder. They wait for somebody to approve them in chat, who is told.

    What is said of them is in the `language`, "" for the service's first one. Raises CommandError with every problem of
    the files: then nothing is taken over.
    """
    settings = settings_from(config)
    language = language or settings.service.languages[0]
    try:
        files = read_policies(folder)
        loaded = asyncio.run(_import(settings, folder, files))
    except FileError as error:
        raise CommandError(error.text(language)) from None
    print(texts.say(language, "policy-files-wait", {"loaded": loaded, "left": len(files) - loaded}))


async def _import(settings: Settings, folder: Path, files: list[PolicyFile]) -> int:
    """Return how many are new or changed."""
    async with opened(settings) as store:
        org = (await store.snapshot()).organisation
        if unknown := _unknown_areas(files, org):
            raise FileError(unknown)
        contents = dict(_contents(files, org))
        enclosures = await _enclosures(settings, store, folder, files)

        async def verb(uow: UnitOfWork) -> int:
            return len(await policies.load(uow, contents, enclosures))

        return await desk_of(settings, store).act(verb)


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


def _unknown_areas(files: list[PolicyFile], org: Organisation) -> dict[str, list[Problem]]:
    """Return by the files' names the codes that no area has."""
    unknown = {
        f"{file.key}.md": [
            Problem("file-area", "areas", fields={"code": code})
            for code in file.head.areas
            if org.area_by_code(code) is None
        ]
        for file in files
    }
    return {name: problems for name, problems in unknown.items() if problems}


def _contents(files: list[PolicyFile], org: Organisation) -> Iterator[tuple[str, Content]]:
    for file in files:
        areas = [org.area_by_code(code) for code in file.head.areas]
        yield file.key, file.content(tuple(area.id for area in areas if area is not None))
