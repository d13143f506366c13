"""The button that opens a return visit by one tap: to what was promised in a place, and is not finished."""

from casework.onsite.outings import convenes, return_day
from casework.tasks import Task
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.dates import word_day
from handlers.messages import Button

_VILLAGE = "village"


def return_button(uow: UnitOfWork, language: str, area_id: int) -> Button:
    """Return the button that plans a return visit to a place, on the day that it names."""
    calendar = uow.rules.calendar
    day = return_day(calendar, uow.now, uow.rules.profile.onsite.return_in)
    words = {"place": uow.org.areas[area_id].label(language), "date": word_day(language, day, calendar.day(uow.now))}
    return Button(texts.say(language, "outing-button-return", words), f"o.return.{area_id}.{day.isoformat()}")


def may_go_back(uow: UnitOfWork, task: Task, person_id: int) -> bool:
    """Tell whether a return visit for a task can be offered: for a long one of a village in which somebody may plan."""
    area = uow.org.areas.get(task.area_id)
    long = task.is_open and bool(task.milestones)
    return long and area is not None and area.level == _VILLAGE and convenes(uow.staff, area, person_id)
