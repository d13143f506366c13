"""The jobs of people's own data, by their kinds."""

from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Work
from bot.owndata.erasing import erasing
from bot.owndata.exporting import exporting
from casework.actions.owndata import ERASE, EXPORT
from storage.store import Store


def own_works(store: Store, vault: Vault, clock: Clock) -> dict[str, Work]:
    """Return what copies and erases people's own data; `clock` is case time."""
    return {EXPORT: exporting(store, vault), ERASE: erasing(store, clock)}
