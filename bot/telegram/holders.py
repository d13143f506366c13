"""Names of the processes that hold leases, made so that others on the same machine can tell when one has died.

A process that was killed gives nothing up. Its leases would run out by themselves, but until then nobody would receive
or send: so whoever starts in its place asks the system whether it still lives.
"""

import os
import secrets
from pathlib import Path
from typing import Final

_BYTES: Final = 8


def new_holder() -> str:
    """Return the name of this process, different each time: `MACHINE/PID/CHANCE`, the machine "" where unknown."""
    return f"{_machine()}/{os.getpid()}/{secrets.token_hex(_BYTES)}"


def has_died(holder: str) -> bool:
    """Return whether the process `holder` surely lives no more; False where that cannot be known from here.

    For another's name only: a process of our own number on our own machine was there before us.
    """
    machine, _, rest = holder.partition("/")
    pid = rest.partition("/")[0]
    if not machine or machine != _machine() or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        # It lives, as somebody else's.
        return False
    return False


def _machine() -> str:
    """Return what only processes that see each other's numbers share: this start of the system, and its containers.

    "" where the system does not say (other than Linux); a killed process is then waited for.
    """
    try:
        start = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        numbers = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        return ""
    return f"{start} {numbers}"
