"""What is asked of every date that somebody sets."""

from datetime import datetime

from casework.errors import Refused
from casework.unit_of_work import UnitOfWork


def refuse_past(uow: UnitOfWork, moment: datetime) -> None:
    """Raise Refused("date-past") for a moment that is not ahead."""
    if moment <= uow.now:
        raise Refused("date-past")
