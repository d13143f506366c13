"""What stands of reception days in the county's public channel is put right there, by itself.

Nobody else's word is asked for: a second person has let the day out there, and whoever reads it would come to a day
that is not held so. What is told now names no person either (`becoming` asks that), and the reason, which was written
for those who have booked, is not told. It does not wait for the morning, for then people set out; it rings no bell at
night.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from casework.notices import Notice
from casework.reception.changes import Change
from casework.reception.days import Reception
from casework.unit_of_work import UnitOfWork


def correct(uow: UnitOfWork, changes: Iterable[Change]) -> None:
    """Tell the public channel what was and what is now of days that stand there, all in one message; nothing of what it
    was never told, such as the rooms.
    """
    pairs = [(_said(each.before), _said(each.after)) for each in changes if each.before.posted]
    _post(uow, "reception_public_changed", [was for was, now in pairs if was != now])


def take_off(uow: UnitOfWork, days: Iterable[Reception]) -> None:
    """Tell the public channel of days that stand there and are called off, all in one message; none that is over."""
    held = [_said(day) for day in days if day.posted and uow.now < day.ends_at]
    _post(uow, "reception_public_off", held)


def _said(day: Reception) -> dict[str, Any]:
    """Return what the public channel was told of a day, as far as it may become another."""
    return {
        "reception_id": day.id,
        "from": day.begins_at,
        "to": day.ends_at,
        "place": day.place,
        "topics": day.topics,
    }


def _post(uow: UnitOfWork, kind: str, days: Sequence[dict[str, Any]]) -> None:
    channel = uow.rules.profile.public_channel
    if channel and days:
        uow.notices.append(Notice(kind, group=channel, args={"days": days}))
