"""What a changed organisation would have done with the cases of the last days, as a table for the administrator."""

from rich.console import Console
from rich.table import Table

from casework.categories import CATEGORY_BY_ID
from casework.organisation import Organisation
from casework.rerouting import reroute
from storage.organisations import Rehearsal

NO_UNIT = "intake office (no route)"


def show(rehearsal: Rehearsal, days: int, language: str) -> None:
    """Print how many cases would have gone to another unit, or nowhere, by category and units."""
    moved = reroute(rehearsal.before, rehearsal.after, rehearsal.filed)
    total = sum(each.count for each in rehearsal.filed)
    elsewhere = sum(each.count for each in moved if each.before != each.after)
    without = sum(each.count for each in moved if each.after is None)
    print(f"Cases of the last {days} days: {total}. To another unit: {elsewhere}. Without a route: {without}.")
    if not moved:
        return
    table = Table("category", "goes now to", "would go to", "cases")
    for each in moved:
        category = CATEGORY_BY_ID.get(each.category)
        table.add_row(
            category.label(language) if category is not None else each.category,
            _unit(rehearsal.before, each.before, language),
            _unit(rehearsal.after, each.after, language),
            str(each.count),
        )
    Console().print(table)


def _unit(organisation: Organisation, unit_id: int | None, language: str) -> str:
    return organisation.units[unit_id].label(language) if unit_id is not None else NO_UNIT
