"""Cases that are made up: for what only counts or lists them, by the hundred thousand, and reads no story."""

from datetime import datetime
from typing import Any, Final

from casework.petitions import Case

FIRST_CASE: Final = 100_000


def made(number: int, area_id: int, area_path: str, filed_at: datetime, **others: Any) -> Case:
    """Return the case of a number, filed in an area; `others` are the fields by which cases differ in a benchmark."""
    return Case(
        id=FIRST_CASE + number,
        petition_id=FIRST_CASE + number,
        number=f"260302-{number:07}",
        suffix=1,
        resident_id=1,
        area_id=area_id,
        area_path=area_path,
        place="",
        summary="A hole in the road",
        filed_at=filed_at,
        epoch_at=filed_at,
        **others,
    )
