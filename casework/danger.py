"""Messages in which somebody may be in danger now, so that the bot asks."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Danger(StrEnum):
    """What may be going on: danger to life or home, or despair of somebody who writes."""

    DANGER = "danger"
    DESPAIR = "despair"


_DESPAIR: Final = re.compile(r"想死|活不下去|不想活|跳楼(?![机价])|喝农药|上吊|自杀|轻生")
_DESPAIR_EN: Final = re.compile(r"\b(?:kill myself|end my life|suicid\w*|want to die)\b", re.IGNORECASE)
_DANGER: Final = re.compile(
    r"[家屋房][^，。]{0,6}(?:进水|被淹)|救命(?!药)|着火了|起火了|被困|失踪|煤气泄漏|燃气泄漏|塌了|垮了"
)
_DANGER_EN: Final = re.compile(
    r"\b(?:flooded|flooding|on fire|gas leak|trapped|collapsed|missing child|help me now)\b", re.IGNORECASE
)


def suspect(text: str) -> Danger | None:
    """What danger a message may speak of; None where nothing points to it. Only ever a reason to ask."""
    if _DESPAIR.search(text) or _DESPAIR_EN.search(text):
        return Danger.DESPAIR
    if _DANGER.search(text) or _DANGER_EN.search(text):
        return Danger.DANGER
    return None
