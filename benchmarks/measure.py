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
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.programs import TOKEN, Command, Program

ROOT: Final = Path(__file__).resolve().parent.parent
LONGEST: Final = 240.0
"""Seconds that a run may take before it is given up."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run showed: what the stand-in reports of the load, seconds from the start to the first poll, peak bytes
    in memory, and seconds of a processor that the program has worked.
    """

    report: Mapping[str, Any]
    start: float
    memory: int
    work: float

    @property
    def per_second(self) -> float:
        """People served a second."""
        return float(self.report["per_second"])


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds from the start to the first poll, and peak bytes in memory some seconds later."""

    start: float
    memory: int


async def measure(program: Program, people: int, folder: Path, load: Sequence[str] = ()) -> Run:
    """Run a program under its load; `load` is added to the stand-in's command.

    Raises RuntimeError where it ends early, is too slow, or has lost something.
    """
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as empty:
        try:
            async with asyncio.timeout(LONGEST):
                return await _measure(program, people, Path(empty), load)
        except TimeoutError:
            raise RuntimeError(f"{program.label}: not done within {LONGEST:.0f} s") from None


async def started(folder: Path, command_of: Callable[[str], Command], works: float) -> Started:
    """Start a service until its first poll, let it work for so many seconds more, and end it."""
    async with _telegram("echo", 1, ()) as telegram:
        port = (await _line(telegram))["port"]
        log = folder / "log"
        began = time.monotonic()
        async with _running(*command_of(f"http://127.0.0.1:{port}"), log=log) as running:
            await _unless_ended(running, _line(telegram), log)
            start = time.monotonic() - began
            await asyncio.sleep(works)
            return Started(start, _peak_memory(running.pid))


async def _measure(program: Program, people: int, folder: Path, load: Sequence[str]) -> Run:
    async with _telegram(program.goal, people, load) as telegram:
        port = (await _line(telegram))["port"]
        async with program.prepared(f"http://127.0.0.1:{port}", folder, people) as commands, AsyncExitStack() as stack:
            log = folder / "log"
            began = time.monotonic()
            workers = [await stack.enter_async_context(_running(*each, log=log)) for each in commands]
            await _unless_ended(workers[0], _line(telegram), log)
            start = time.monotonic() - began
            report = await _unless_ended(workers[0], _line(telegram), log)
            memory = max(_peak_memory(worker.pid) for worker in workers)
            work = sum(_worked(worker.pid) for worker in workers)
        return Run(report, start, memory, work)


def _telegram(goal: str, people: int, load: Sequence[str]) -> AbstractAsyncContextManager[Process]:
    command = [sys.executable, "-m", "benchmarks.telegram", "--token", TOKEN]
    return _running(*command, "--goal", goal, "--people", str(people), *load)


async def _unless_ended(running: Process, awaited: Coroutine[Any, Any, Any], log: Path) -> Any:
    """Return what is awaited. Raises RuntimeError where the program ends first."""
    ended = asyncio.ensure_future(running.wait())
    wanted = asyncio.ensure_future(awaited)
    try:
        await asyncio.wait({ended, wanted}, return_when=asyncio.FIRST_COMPLETED)
        if not wanted.done():
            said = await asyncio.to_thread(log.read_text)
            raise RuntimeError(f"the program ended before its load:\n{said[-2000:]}")
        return await wanted
    finally:
        ended.cancel()
        wanted.cancel()


@asynccontextmanager
async def _running(*command: str, log: Path | None = None) -> AsyncIterator[Process]:
    with contextlib.ExitStack() as files:
        where = files.enter_context(log.open("ab")) if log is not None else None
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdout=where or subprocess.PIPE, stderr=where
        )
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _line(telegram: Process) -> dict[str, Any]:
    assert telegram.stdout is not None
    line = await telegram.stdout.readline()
    if not line:
        raise RuntimeError("the stand-in ended")
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


def _worked(pid: int) -> float:
    """Return the seconds of a processor that a process has had; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
