"""Between the files of an organisation and its rows: the same entries, once as written and once as storage has them."""

import msgspec

from bot.organisation_entries import AnswerEntry, AreaEntry, OrganisationFile, PostEntry, RouteEntry, UnitEntry
from storage.organisation_rows import AnswerRow, AreaRow, OrganisationRows, PostRow, RouteRow, UnitRow


def to_rows(organisation: OrganisationFile) -> OrganisationRows:
    """Return a checked file as what storage.organisations.import_organisation takes."""
    fields = msgspec.structs.asdict
    return OrganisationRows(
        areas=tuple(AreaRow(**fields(area)) for area in organisation.areas),
        units=tuple(UnitRow(**fields(unit)) for unit in organisation.units),
        routes=tuple(RouteRow(**fields(route)) for route in organisation.routes),
        posts=tuple(PostRow(**fields(post)) for post in organisation.posts),
        answers=tuple(AnswerRow(**fields(answer)) for answer in organisation.answers),
    )


def to_file(rows: OrganisationRows) -> OrganisationFile:
    """Return stored rows as what bot.organisation_file.write_organisation takes."""
    return OrganisationFile(
        areas=tuple(msgspec.convert(area, AreaEntry, from_attributes=True) for area in rows.areas),
        units=tuple(msgspec.convert(unit, UnitEntry, from_attributes=True) for unit in rows.units),
        routes=tuple(msgspec.convert(route, RouteEntry, from_attributes=True) for route in rows.routes),
        posts=tuple(msgspec.convert(post, PostEntry, from_attributes=True) for post in rows.posts),
        answers=tuple(msgspec.convert(answer, AnswerEntry, from_attributes=True) for answer in rows.answers),
    )
