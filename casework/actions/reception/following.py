"""The days that follow one in its series: those that are announced, and those that are still to be opened."""

from casework.reception.days import Reception
from casework.reception.series import Series, SeriesState
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def its_series(uow: UnitOfWork, reception: Reception) -> Series | None:
    """Return the series that a day is of, as long as it opens further days; None for any other day."""
    series = await uow.get(Series, reception.series_id) if reception.series_id is not None else None
    return series if series is not None and series.state is SeriesState.OPEN else None


async def following(uow: UnitOfWork, reception: Reception) -> list[Reception]:
    """Return the announced days that follow one in its series, in order. A finder."""
    if reception.series_id is None:
        return []
    found = await uow.receptions_following(reception.series_id, reception.begins_at)
    return [day for day in found if day.id != reception.id]


async def is_followed(uow: UnitOfWork, reception: Reception) -> bool:
    """Tell whether a day is followed by others that can be changed or called off together with it. A finder."""
    return await its_series(uow, reception) is not None or bool(await following(uow, reception))


def end_series(uow: UnitOfWork, series: Series) -> Series:
    """End a series: no further day is opened."""
    series = replace(series, state=SeriesState.ENDED, epoch=series.epoch + 1)
    uow.put(series)
    return series
