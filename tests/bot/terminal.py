"""An administrator's folder with a terminal, for the tests of commands."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli import app
from bot.composition import open_store
from bot.secret import Secret
from bot.settings import Settings, Storage
from storage.store import Store

ORGANISATION = """
[[area]]
code = "99"
name = "槐溪县"
level = "county"

[[area]]
code = "9901"
name = "芦汀镇"
name_en = "Luting Town"
level = "town"
parent = "99"

[[area]]
code = "9902"
name = "云杉乡"
level = "town"
parent = "99"
active = false

[[unit]]
code = "luting"
name = "芦汀镇人民政府"
area = "9901"

[[route]]
category = "other"
area = "99"
unit = "luting"
"""


class Said(NamedTuple):
    """What a command ended with."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """All that it said, line by line."""
        return (self.out + self.err).splitlines()


@dataclass
class Office:
    """An administrator's folder: settings, an organisation, files, and a terminal."""

    folder: Path
    url: str
    terminal: pytest.CaptureFixture[str]
    files: Path = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.files = self.folder / "files"
        self.write("config.toml", f'[storage]\nurl = "{self.url}"\nfiles = "{self.files}"\n')
        self.file = self.write("organisation.toml", ORGANISATION)

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder, and return where it is."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    async def types(self, *words: str | Path) -> Said:
        """Run a command over the settings of the folder."""
        return await self.types_bare(*words, "--config", self.folder / "config.toml")

    async def types_bare(self, *words: str | Path) -> Said:
        """Run a command as it stands, beside this loop, as a command brings a loop of its own."""
        return await asyncio.to_thread(self._run, [*map(str, words)])

    def _run(self, line: list[str]) -> Said:
        with pytest.raises(SystemExit) as ended:
            app(line)
        said = self.terminal.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    async def store(self) -> Store:
        """Return a store over its database."""
        return await open_store(Settings(storage=Storage(url=Secret(self.url), files=str(self.files))))
