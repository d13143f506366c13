"""Logs as JSON lines on standard error, for machines to read. They hold no names, numbers or words of people.

What speaks of a case has the case's number in a field of its own: `log.error(..., extra=of_case(case))`.
"""

import logging
import sys
from datetime import UTC, datetime

import msgspec

from casework.petitions import Case

QUIET = {
    # The library logs whole messages at CRITICAL, and every job at INFO.
    "telegram": logging.CRITICAL + 1,
    "apscheduler": logging.ERROR,
    "asyncio": logging.ERROR,
}


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, where, what, and of which case. Tracebacks are left out: their last lines
    hold values.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "text": record.getMessage(),
        }
        if number := getattr(record, "case", ""):
            line["case"] = number
        if record.exc_info is not None and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
        return msgspec.json.encode(line).decode()


def of_case(case: Case | None) -> dict[str, str]:
    """Return what a line says of its case, as `extra` of the call that logs it; nothing for None."""
    return {"case": case.label} if case is not None else {}


def set_up_logs(level: int = logging.INFO) -> None:
    """Send all logs to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)
