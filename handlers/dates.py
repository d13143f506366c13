"""Days in words: weekday and day, never "T+15"; and the common ways in which people type a day."""

import re
from datetime import date, datetime, timedelta

from casework.calendar import Calendar
from handlers import texts

_ISO = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_MONTH_DAY = re.compile(r"^(\d{1,2})月(\d{1,2})[日号]?$")
_DAY_MONTH = re.compile(r"^(\d{1,2})[./-](\d{1,2})\.?$")
_NAMED_MONTH = re.compile(
    r"^(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.?(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?)?"
    r"(?:,? (?P<year>\d{4}))?$"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? (?=.)"
    r"|(?<=[日号])[（(]?(?:周|星期)[一二三四五六日天][）)]?$"
)
_IN_DAYS = re.compile(r"^(?:in )?(\d{1,3}) ?(?:天后|天|days?|d)$")
_WORDS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2, "大后天": 3, "下周": 7, "next week": 7}


def word_day(language: str, day: date, today: date) -> str:
    """Return a day as weekday and date, with the year where it is not this one."""
    return texts.say(
        language,
        "day-other-year" if day.year != today.year else "day",
        {
            "weekday": texts.plain(language, f"weekday-{day.isoweekday()}"),
            "month": texts.plain(language, f"month-{day.month}"),
            "day": str(day.day),
            "year": str(day.year),
        },
    )


def word_moment(language: str, calendar: Calendar, moment: datetime, now: datetime) -> str:
    """Return the day of a moment in words. The end of a day (24:00) counts as that day."""
    return word_day(language, calendar.last_day(moment), calendar.day(now))


def parse_day(text: str, today: date) -> date | None:
    """Return the day that a person typed, or None. A day without a year is the next one to come.

    Two bare numbers are month and day in Chinese order (11-25), else day and month where only that fits (25.11). What
    `word_day` says is read, too: a weekday beside the date is passed over.
    """
    text = _WEEKDAY.sub("", text.strip().casefold())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    if match := _IN_DAYS.match(text):
        return today + timedelta(days=int(match[1]))
    try:
        if match := _ISO.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _MONTH_DAY.match(text) or _DAY_MONTH.match(text):
            month, day = int(match[1]), int(match[2])
            if month > 12 >= day:
                month, day = day, month
            return _to_come(today, month, day)
        if match := _NAMED_MONTH.match(text):
            return _of_named_month(match, today)
    except ValueError:
        return None
    return None


def _to_come(today: date, month: int, day: int) -> date:
    """Return the next day of this name. Raises ValueError for one that there is not."""
    found = date(today.year, month, day)
    return found if found >= today else found.replace(year=today.year + 1)


def _of_named_month(match: re.Match[str], today: date) -> date | None:
    """Return the day of "25 March", "Mar 25" or "25 March 2027"; None for a word that is no month, or without a day."""
    months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(match["month"])]
    day = match["day"] or match["after"]
    if not months or not day or (match["day"] and match["after"]):
        return None
    return date(int(match["year"]), months[0], int(day)) if match["year"] else _to_come(today, months[0], int(day))
