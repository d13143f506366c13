"""To whom a petition is written: an office of the service, or a body above all of it.

What is addressed to a higher body is worked where it happened, by whoever is responsible there (article 22: 属地管理);
that body is told, and its writer keeps the right to write to it.
"""

from typing import Final

from casework.areas import LEVELS, Area
from casework.hints import addressed_to
from casework.organisation import Organisation

_HIGHEST_FIRST: Final = ("state", *LEVELS)


def level_above(org: Organisation, text: str) -> str:
    """Return the level that a text addresses, as in `hints.addressed_to`, where it is above the whole service's area.

    "" where it addresses nobody, or an office within the service.
    """
    level = addressed_to(text)
    if not level or org.root is None or org.root.level not in _HIGHEST_FIRST:
        return ""
    return level if _HIGHEST_FIRST.index(level) < _HIGHEST_FIRST.index(org.root.level) else ""


def area_at(org: Organisation, area: Area, level: str) -> Area | None:
    """Return the area of a level in which another one lies, that one itself included; None for none."""
    return next((each for each in org.ancestors(area) if each.level == level), None)
