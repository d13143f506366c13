"""A PostgreSQL server of a test's own, which it may stop and start; nobody else's is touched.

async with own_server() as server:
    await server.stop()
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.acceptance.program import free_port

PROGRAMS: Final = Path("/usr/lib/postgresql")
"""Where Debian puts the programs, by version."""

USER: Final = "postgres"
"""The server does not run as root: then it runs as this one."""

_OPTIONS: Final = "-c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=50"


class OwnServer:
    """A server over an empty folder."""

    def __init__(self, folder: Path, programs: Path, port: int) -> None:
        self._folder = folder
        self._programs = programs
        self._port = port
        self.url = f"postgresql://{USER}@127.0.0.1:{port}/postgres"

    async def make(self) -> None:
        """Make the cluster and start it."""
        if os.geteuid() == 0:
            shutil.chown(self._folder, USER)
        words = ("--no-sync", "--auth", "trust", "--username", USER, "--encoding", "UTF8", "--locale", "C.UTF-8")
        await self._run("initdb", *words, "--pgdata", self._data)
        await self.start()

    async def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = f"{_OPTIONS} -p {self._port} -k {self._folder}"
        await self._run("pg_ctl", "start", "--wait", "-D", self._data, "-l", f"{self._folder}/log", "-o", options)

    async def stop(self) -> None:
        """Stop it as if it had crashed: all connections end in the middle."""
        await self._run("pg_ctl", "stop", "--wait", "-m", "immediate", "-D", self._data)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    async def _run(self, program: str, *words: str) -> None:
        user = ("runuser", "-u", USER, "--") if os.geteuid() == 0 else ()
        said = (self._folder / f"{program}.txt").open("wb")
        with said:
            process = await asyncio.create_subprocess_exec(
                *user, str(self._programs / program), *words, cwd=self._folder, stdout=said, stderr=said
            )
            status = await process.wait()
        assert status == 0, (self._folder / f"{program}.txt").read_text()


@asynccontextmanager
async def own_server() -> AsyncIterator[OwnServer]:
    """Give a server that runs; it is gone afterwards. Skips where PostgreSQL is not installed."""
    versions = sorted(PROGRAMS.glob("*/bin"))
    if not versions:
        pytest.skip(f"no PostgreSQL to start: {PROGRAMS} is missing")
    with tempfile.TemporaryDirectory(prefix="doorstep-pg-", ignore_cleanup_errors=True) as folder:
        server = OwnServer(Path(folder), versions[-1], free_port())
        await server.make()
        try:
            yield server
        finally:
            await server.stop()
