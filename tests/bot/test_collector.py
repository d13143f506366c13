"""The collector of cycles, off while the program is loaded, looks again at what comes after that."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.collector import keep_what_is_loaded


@pytest.fixture
def loading() -> Iterator[None]:
    """Turn the collector off as `doorstep run` does, and leave it as it was."""
    before = gc.get_threshold()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("loading")
def test_what_is_loaded_is_kept_and_what_comes_later_is_collected() -> None:
    loaded = weakref.ref(Knot())
    keep_what_is_loaded()
    later = weakref.ref(Knot())
    assert gc.isenabled()
    gc.collect()
    assert (loaded() is None, later() is None) == (False, True)
