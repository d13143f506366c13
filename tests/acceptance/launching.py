"""Processes of the program that start quickly.

process = await launch(main, ["run", "--config", "config.toml"], tmp_path / "output", tmp_path / "errors")

Most of a start is the loading of modules, and these tests start the program some hundred times. So a server that has
loaded them is forked. What comes of it is a process as any other, with its own number, signals, environment and output,
that runs the same `main`.
"""

import asyncio
import contextlib
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from multiprocessing import forkserver
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).parents[2]
LOADED: Final = [
    *("bot.cli", "bot.commands.demo", "bot.commands.invites", "bot.commands.organisation", "bot.commands.run"),
    *("tests.acceptance.crash_mutant", "tests.acceptance.fast", __name__),
]
_LOOK: Final = 0.01
"""Seconds from one look whether a process has ended to the next."""

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(LOADED)


class Launched:
    """A process that was started by `launch`; named as asyncio names it."""

    def __init__(self, process: "multiprocessing.context.ForkServerProcess") -> None:
        self._process = process

    @property
    def returncode(self) -> int | None:
        """The exit status, -9 where it was killed; None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to a process that runs."""
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it where it stands."""
        self.send_signal(signal.SIGKILL)

    def limit_files(self, most: int | None) -> None:
        """Let it write no file beyond so many bytes, as on a full disk; None takes the limit away."""
        assert self._process.pid is not None
        soft = resource.RLIM_INFINITY if most is None else most
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (soft, resource.RLIM_INFINITY))

    def worked(self) -> float:
        """Return the seconds of a processor that it has had so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    async def wait(self) -> int:
        """Wait until it has ended; return its exit status."""
        while (status := self.returncode) is None:
            await asyncio.sleep(_LOOK)
        return status


async def launch(main: Callable[[], None], words: Iterable[str], output: Path, errors: Path) -> Launched:
    """Run `main`, a function of a module, in a process whose command line is `doorstep WORDS`.

    It goes on writing at the end of the files `output` and `errors`. The environment is without what would win over a
    settings file.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    process = _forks.Process(target=_run, args=(main, [*words], environment, output, errors), daemon=True)
    await asyncio.to_thread(_start, process, output, errors)
    return Launched(process)


def _start(process: "multiprocessing.context.ForkServerProcess", *files: Path) -> None:
    for path in files:
        path.touch()
    # The server finds the modules beside it.
    with contextlib.chdir(REPOSITORY):
        forkserver.ensure_running()
    process.start()


def _run(
    main: Callable[[], None], words: list[str], environment: Mapping[str, str], output: Path, errors: Path
) -> None:
    os.chdir(REPOSITORY)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["doorstep", *words]
    for path, number in ((output, 1), (errors, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), number)
    main()
