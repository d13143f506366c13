"""`doorstep replay`: real messages are played through a throw-away service, and what became of them is counted."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
from rich.console import Console

from bot.commands.running import CommandError, guarded
from bot.organisation_entries import OrganisationFile
from bot.organisation_file import read_organisation
from bot.provision import sample_organisation
from bot.replay.figures import Figures, figures
from bot.replay.files import ComplaintFile, FileProblem, read_complaints
from bot.replay.labelled import Label, read_labels
from bot.replay.play import play
from bot.replay.service import ThrowAway
from bot.replay.tables import show
from bot.replay.villages import put_villages

AREAS: Final = Path("../shared/data/areas")
"""The areas that are known where none are given, if they lie beside the project; else those of the sample."""

LOST: Final = 1


def replay(files: Sequence[Path], areas: Path | None, limit: int | None, labels: Path | None, *, as_json: bool) -> int:
    """Play the files' messages and print the figures; return 1 where one was lost, 2 where nothing can be played."""
    lost = False

    def run() -> None:
        nonlocal lost
        counted = asyncio.run(measure(_read(files, limit), _organisation(areas), _labels(labels)))
        lost = bool(counted.lost)
        if as_json:
            print(msgspec.json.format(msgspec.json.encode(counted), indent=2).decode())
        else:
            show(counted, Console())

    return guarded(run) or (LOST if lost else 0)


async def measure(
    files: Sequence[ComplaintFile], organisation: OrganisationFile, labels: Sequence[Label] = ()
) -> Figures:
    """Play the messages in an in-memory service with the areas of `organisation`, and return the figures.

    `labels` are what people said of some of them, to hold against what the program says.
    """
    complaints = [complaint for file in files for complaint in file.complaints]
    service = await ThrowAway.open(organisation)
    try:
        residents, pace = await play(service, complaints)
        villages = put_villages(service.organisation, complaints)
        return figures(files, residents, pace, villages, len(service.organisation.areas), labels)
    finally:
        await service.close()


def _read(files: Sequence[Path], limit: int | None) -> list[ComplaintFile]:
    if not files:
        raise CommandError("say which files to play")
    try:
        return [read_complaints(path, limit) for path in files]
    except FileProblem as problem:
        raise CommandError(str(problem)) from None


def _labels(path: Path | None) -> list[Label]:
    try:
        return read_labels(path) if path is not None else []
    except FileProblem as problem:
        raise CommandError(str(problem)) from None


def _organisation(areas: Path | None) -> OrganisationFile:
    if areas is None and not AREAS.is_dir():
        return sample_organisation()
    organisation = read_organisation(areas or AREAS)
    if not organisation.areas:
        raise CommandError(f"{areas}: holds no area")
    return organisation
