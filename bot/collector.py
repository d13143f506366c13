"""The collector of cycles in a service: what lives as long as the program is none of its business."""

import gc
from typing import Final

_COLLECTED: Final = (10_000, 20, 20)
"""New objects before a collection, and collections before one that looks further back."""


def keep_what_is_loaded() -> None:
    """Turn the collector on for what comes from here on: what is loaded lives as long as the program, and it would look
    at all of it again and again.
    """
    gc.freeze()
    gc.set_threshold(*_COLLECTED)
    gc.enable()
