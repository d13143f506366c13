"""The whole program as a process, as an administrator starts it: settings in a file, commands, signals, HTTP.

async with office(tmp_path, database_url) as program:
    await program.healthy()
    assert await program.stop() == 0
"""

import asyncio
import json
import re
import signal
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bot.cli import main
from tests.acceptance.launching import REPOSITORY, Launched, launch
from tests.patience import PATIENCE

SAMPLE = REPOSITORY / "bot" / "sample" / "organisation.toml"


def free_port() -> int:
    """Return a port that nobody listens on. It is none of those that the system hands out to others meanwhile."""
    while True:
        port = SystemRandom().randrange(10_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def write_config(folder: Path, database: str, port: int, **telegram: object) -> Path:
    """Write the settings of a service; the keys of `telegram` stand in its section. Return the file."""
    lines = ["[storage]", f"url = {json.dumps(database)}", f"files = {json.dumps(str(folder / 'files'))}"]
    # Everybody complains of the same road there, and each complaint is to be filed.
    lines += ["[web]", f'bind = "127.0.0.1:{port}"', "[together]", "offers_a_day = 0", "[telegram]"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in telegram.items()]
    path = folder / "config.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


async def command(*words: str) -> str:
    """Run `doorstep` with these words to its end, and return what it prints. Fails where it fails."""
    with TemporaryDirectory() as name:
        program = Program(words, 0, Path(name))
        await program.start()
        status = await program.ended()
        assert status == 0, f"doorstep {' '.join(words)}: {program.errors}"
        return program.output


async def invite(config: Path, *words: str) -> str:
    """Make an invitation by the command, and return its code."""
    said = await command("invite", *words, "--config", str(config))
    found = re.search(r"/(?:join|bind) (\S+)", said)
    assert found, said
    return found[1]


class Program:
    """A process of `doorstep`."""

    def __init__(self, words: Iterable[str], port: int, folder: Path) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self._words = tuple(words)
        self._errors = folder / "stderr"
        self._output = folder / "stdout"
        self._process: Launched | None = None

    async def start(self) -> None:
        """Start the process; it goes on logging where an earlier one has stopped."""
        self._process = await launch(main, self._words, self._output, self._errors)

    async def health(self) -> dict[str, Any]:
        """Return what /healthz answers; {} while nobody listens."""
        try:
            async with aiohttp.ClientSession() as session, session.get(f"{self.url}/healthz") as response:
                found: dict[str, Any] = await response.json()
                return found
        except aiohttp.ClientError:
            return {}

    async def ready(self, **wanted: bool) -> None:
        """Wait until /readyz answers what is wanted. Fails where that never comes."""
        found: dict[str, bool] = {}
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while not wanted.items() <= found.items():
                await asyncio.sleep(0.05)
                async with session.get(f"{self.url}/readyz") as response:
                    found = await response.json()
                    assert response.status == (200 if found["ready"] else 503)

    async def healthy(self, **wanted: str) -> dict[str, Any]:
        """Wait until the service works, and /healthz says of it what is wanted. Fails where that never comes."""
        health: dict[str, Any] = {}
        try:
            async with asyncio.timeout(PATIENCE):
                while not ({"status": "ok"} | wanted).items() <= health.items():
                    assert self._process is not None
                    assert self._process.returncode is None, self.errors
                    await asyncio.sleep(0.05)
                    health = await self.health()
        except TimeoutError:
            raise AssertionError(f"not {wanted} but {health}: {self.errors}") from None
        return health

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the process as a machine does that shuts down; return its exit status. Fails where it goes on."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until the process has ended; return its exit status. Fails where it goes on."""
        assert self._process is not None
        try:
            return await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            await self.end()
            raise AssertionError(f"it did not end within {PATIENCE} s: {self.errors}") from None

    def limit_files(self, most: int | None) -> None:
        """Let it write no file beyond so many bytes, as on a full disk; None takes the limit away."""
        assert self._process is not None
        self._process.limit_files(most)

    def worked(self) -> float:
        """Return the seconds of a processor that it has had so far: what it takes, on a busy machine too."""
        assert self._process is not None
        return self._process.worked()

    async def end(self) -> None:
        """End the process whatever state it is in."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    @property
    def errors(self) -> str:
        """Everything that was written to standard error so far."""
        return self._errors.read_text() if self._errors.exists() else ""

    @property
    def output(self) -> str:
        """Everything that was printed so far."""
        return self._output.read_text() if self._output.exists() else ""

    def log(self) -> list[dict[str, Any]]:
        """Return the log; fails for a line that is not JSON, such as one of a traceback."""
        lines = []
        for line in self.errors.splitlines():
            try:
                lines.append(json.loads(line))
            except json.JSONDecodeError:
                raise AssertionError(f"not a line of JSON: {self.errors}") from None
        return lines

    def keeps_quiet_about(self, secrets: Iterable[str]) -> bool:
        """Return whether nothing of what people wrote, of their names and of tokens is logged or printed."""
        said = "\n".join(json.dumps(line, ensure_ascii=False) for line in self.log()) + self.output
        found = [secret for secret in secrets if secret in said]
        assert not found, found
        return True


@asynccontextmanager
async def office(folder: Path, database: str, *, port: int = 0, **telegram: object) -> AsyncIterator[Program]:
    """Give a service over the sample organisation, started and healthy; it is ended with its block."""
    port = port or free_port()
    config = write_config(folder, database, port, **telegram)
    await command("org", "import", str(SAMPLE), "--config", str(config))
    program = Program(("run", "--config", str(config)), port, folder)
    await program.start()
    try:
        await program.healthy()
        yield program
    finally:
        await program.end()


@asynccontextmanager
async def demonstration(folder: Path, language: str = "zh") -> AsyncIterator[Program]:
    """Give the demo, started and healthy; it is ended with its block."""
    port = free_port()
    words = ("demo", "--database", str(folder / "demo.db"), "--port", str(port), "--language", language)
    program = Program(words, port, folder)
    await program.start()
    try:
        await program.healthy()
        yield program
    finally:
        await program.end()
