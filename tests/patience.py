"""How long tests wait for what has to happen."""

from typing import Final

PATIENCE: Final = 60.0
"""Seconds until a wait is given up. None that succeeds takes so long, however busy the machine is: it only ends those
that would never end. What must not happen is waited for by other figures."""
