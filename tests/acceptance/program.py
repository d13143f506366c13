"""The whole program as a process, as an administrator starts it: settings in a file, commands, signals, HTTP.

async with office(tmp_path, database_url) as program:
    await program.healthy()
    assert await program.stop() == 0
"""

import asyncio
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

REPOSITORY = Path(__file__).parents[2]
SAMPLE = REPOSITORY / "bot" / "sample" / "organisation.toml"
START_SECONDS = 30.0
STOP_SECONDS = 10.0
_DOORSTEP = (sys.executable, "-c", "from bot.cli import main; main()")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


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
    process = await asyncio.create_subprocess_exec(
        *_DOORSTEP,
        *words,
        cwd=REPOSITORY,
        env=_environment(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, said = await asyncio.wait_for(process.communicate(), START_SECONDS)
    assert process.returncode == 0, f"doorstep {' '.join(words)}: {said.decode()}"
    return out.decode()


async def invite(config: Path, *words: str) -> str:
    """Make an invitation by the command, and return its code."""
    said = await command("invite", *words, "--config", str(config))
    found = re.search(r"/(?:join|bind) (\S+)", said)
    assert found, said
    return found[1]


class Program:
    """A process of `doorstep` that serves."""

    def __init__(self, words: Iterable[str], port: int, folder: Path, environment: Mapping[str, str]) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self._words = tuple(words)
        self._environment = environment
        self._errors = folder / "stderr"
        self._output = folder / "stdout"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the process; it goes on logging where an earlier one has stopped."""
        with self._errors.open("ab") as errors, self._output.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *_DOORSTEP, *self._words, cwd=REPOSITORY, env=self._environment, stdout=output, stderr=errors
            )

    async def health(self) -> dict[str, Any]:
        """Return what /healthz answers; {} while nobody listens."""
        try:
            async with aiohttp.ClientSession() as session, session.get(f"{self.url}/healthz") as response:
                found: dict[str, Any] = await response.json()
                return found
        except aiohttp.ClientError:
            return {}

    async def healthy(self, **wanted: str) -> dict[str, Any]:
        """Wait until the service works, and /healthz says of it what is wanted. Fails after half a minute."""
        health: dict[str, Any] = {}
        try:
            async with asyncio.timeout(START_SECONDS):
                while not ({"status": "ok"} | wanted).items() <= health.items():
                    assert self._process is not None
                    assert self._process.returncode is None, self.errors
                    await asyncio.sleep(0.05)
                    health = await self.health()
        except TimeoutError:
            raise AssertionError(f"not {wanted} but {health}: {self.errors}") from None
        return health

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the process as a machine does that shuts down; return its exit status. Fails after ten seconds."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)
        try:
            return await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
            raise AssertionError(f"it did not stop within {STOP_SECONDS} s: {self.errors}") from None

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
    program = Program(("run", "--config", str(config)), port, folder, _environment())
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
    program = Program(words, port, folder, _environment())
    await program.start()
    try:
        await program.healthy()
        yield program
    finally:
        await program.end()


def _environment() -> dict[str, str]:
    """Return the environment without what would win over the settings file."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
