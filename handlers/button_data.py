"""What buttons carry back, and commands behind them. Anybody can send anything: it is read as untrusted input."""

from typing import Final

from handlers.messages import Incoming, Kind

_LONGEST: Final = 18
"""Digits that a 64-bit id may have."""


def number_of(text: str, digits: int = _LONGEST) -> int | None:
    """Return an id, or another number that is not negative, of at most so many digits; None for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None


def choice_of(incoming: Incoming) -> str:
    """Return the value that a tapped button of the running flow's step carries; "" for what is no tap."""
    return incoming.data.split(".", 3)[-1] if incoming.kind is Kind.TAP else ""
