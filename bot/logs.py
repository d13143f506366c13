"""Logs as JSON lines on standard error, for machines to read. They hold no names, numbers or words of people."""

import logging
import sys
from datetime import UTC, datetime

import msgspec

QUIET = {
    # The library logs whole messages at CRITICAL, and every job at INFO.
    "telegram": logging.CRITICAL + 1,
    "apscheduler": logging.ERROR,
    "asyncio": logging.ERROR,
}


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, where, what. Tracebacks are left out: their last lines hold values."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "text": record.getMessage(),
        }
        if record.exc_info is not None and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
        return msgspec.json.encode(line).decode()


def set_up_logs(level: int = logging.INFO) -> None:
    """Send all logs to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)
