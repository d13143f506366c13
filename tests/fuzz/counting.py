"""What both kinds of random course count alike: errors that are logged, and memory."""

import logging
import resource
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

TOLD: Final = 20_000
"""Updates or requests between two lines that say how far a run by hand is."""

Tell = Callable[[str], None]


class _Errors(logging.Handler):
    def __init__(self, wrong: Counter[str]) -> None:
        super().__init__(logging.ERROR)
        self._wrong = wrong

    def emit(self, record: logging.LogRecord) -> None:
        self._wrong[record.getMessage()] += 1


@contextmanager
def errors_counted(wrong: Counter[str]) -> Iterator[None]:
    """Count, by its words, each error that anything in this process logs meanwhile."""
    errors = _Errors(wrong)
    logging.getLogger().addHandler(errors)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(errors)


def said(wrong: Counter[str]) -> str:
    """Return what is wrong in one line."""
    return ", ".join(f"{what}: {count}" for what, count in wrong.items()) or "nothing"


def memory() -> int:
    """Return the megabytes that the process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


def most_memory() -> int:
    """Return the most megabytes that the process has had in memory at any moment."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
