"""One run: a stand-in and a program, each a process of its own, and what was seen of the program."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.programs import TOKEN, Program

ROOT: Final = Path(__file__).resolve().parent.parent
LONGEST: Final = 180.0
"""Seconds that a run may take before it is given up."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run showed: people served a second, seconds from the start to the first poll, peak bytes in memory."""

    per_second: float
    start: float
    memory: int


async def measure(program: Program, people: int, folder: Path) -> Run:
    """Run a program under its load. Raises RuntimeError where it ends early, is too slow, or has lost something."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as empty:
        try:
            async with asyncio.timeout(LONGEST):
                return await _measure(program, people, Path(empty))
        except TimeoutError:
            raise RuntimeError(f"{program.label}: not done within {LONGEST:.0f} s") from None


async def _measure(program: Program, people: int, folder: Path) -> Run:
    load = [sys.executable, "-m", "benchmarks.telegram", "--token", TOKEN]
    async with _running(*load, "--goal", program.goal, "--people", str(people)) as telegram:
        port = (await _line(telegram, program))["port"]
        async with program.prepared(f"http://127.0.0.1:{port}", folder, people) as command:
            log = folder / "log"
            began = time.monotonic()
            async with _running(*command, log=log) as running:
                ended = asyncio.ensure_future(running.wait())
                reports = asyncio.ensure_future(_reports(telegram, program, began))
                await asyncio.wait({ended, reports}, return_when=asyncio.FIRST_COMPLETED)
                if not reports.done():
                    reports.cancel()
                    raise RuntimeError(f"{program.label} ended before its load:\n{log.read_text()[-2000:]}")
                start, per_second = await reports
                memory = _peak_memory(running.pid)
        return Run(per_second, start, memory)


async def _reports(telegram: Process, program: Program, began: float) -> tuple[float, float]:
    await _line(telegram, program)
    start = time.monotonic() - began
    return start, float((await _line(telegram, program))["per_second"])


@asynccontextmanager
async def _running(*command: str, log: Path | None = None) -> AsyncIterator[Process]:
    with contextlib.ExitStack() as files:
        where = files.enter_context(log.open("wb")) if log is not None else None
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdout=where or subprocess.PIPE, stderr=where
        )
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _line(telegram: Process, program: Program) -> dict[str, Any]:
    assert telegram.stdout is not None
    line = await telegram.stdout.readline()
    if not line:
        raise RuntimeError(f"{program.label}: the stand-in ended")
    found: dict[str, Any] = json.loads(line)
    return found


def _peak_memory(pid: int) -> int:
    """Return the most bytes that a process has held in memory; where the system does not tell, what it holds now."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        (peak,) = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    else:
        peak = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True).stdout.decode()
    return int(peak) * 1024


def machine() -> str:
    """Describe this machine in a line."""
    system = os.uname()
    return (
        f"{os.cpu_count()} cores, {system.sysname} {system.release} {system.machine}, Python {sys.version.split()[0]}"
    )
