"""An entry of the public ledger in words: place to the village, category, day, unit, what was reported and done."""

from dataclasses import dataclass

from casework.calendar import Calendar
from casework.ledger import Listed
from casework.organisation import Organisation
from handlers import texts
from handlers.case_words import category_label


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is shown."""

    place: str
    category: str
    unit: str
    day: str
    reported: str
    done: str


def entry(org: Organisation, calendar: Calendar, language: str, listed: Listed) -> Entry:
    """Return an entry in one language; its words stay in that of whoever wrote them."""
    area = org.areas.get(listed.area_id)
    unit = org.units.get(listed.unit_id) if listed.unit_id is not None else None
    day = calendar.day(listed.published_at)
    month = texts.plain(language, f"month-{day.month}")
    return Entry(
        place=org.place_label(area, language) if area is not None else texts.plain(language, "place-unsaid"),
        category=category_label(language, listed.category),
        unit=unit.label(language) if unit is not None else texts.plain(language, "intake-office"),
        day=texts.say(language, "ledger-day", {"year": str(day.year), "month": month, "day": str(day.day)}),
        reported=listed.reported,
        done=listed.done,
    )
