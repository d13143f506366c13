"""Since when: what people say of it, and which day that may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from casework.short_answers import NUMERALS, bare

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS: Final[Mapping[str, int]] = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)} | {
    "两": 2
}
_SPAN_DAYS: Final[Mapping[str, int]] = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "年": 365} | {
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
}
_MONTH_ZH: Final = re.compile(
    r"(?:从|自|是)?(?P<year>\d{4}年|去年|前年|今年)?的?(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]|正|腊)月(?:份)?"
    r"(?:\d{1,2}[日号])?(?:底|初|中旬?|份)?(?:起|开始|以来|以后|到现在|至今|就没有?|到今天)*"
)
_SPAN_ZH: Final = re.compile(
    rf"(?:已经|大概|有|差不多|快)*(?P<count>\d+|[{NUMERALS}]+)[多来]?个?半?(?P<unit>天|日|周|星期|礼拜|月|年)"
    r"[多半]?(?:了|前|以前|之前|左右|以上|没发)*"
)
_LOOSE_ZH: Final = re.compile(
    r"(?:从|自)?(?:昨天|前天|上周[一二三四五六日]?|上个?星期|上个?月|这个月|本月|去年|今年|前年|年初|年底|年前|过年|春节|\d{4}年)"
    r"[初底末中]?(?:开始|起|以来|以后|到现在|至今|前后)*|一直(?:这样|都是|如此)?|(?:很|好|老)久了?|好多年了?"
)
_MONTH_EN: Final = re.compile(
    rf"(?:since|from|in)? ?(?:the )?(?:last |early |late |end of |beginning of )*"
    rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?"
    r"(?:,? (?P<year>\d{4}|last year|this year))?",
    re.IGNORECASE,
)
_SPAN_EN: Final = re.compile(
    r"(?:for|about|since|over|more than|around)? ?(?:about )?"
    r"(?P<count>\d+|an?|one|two|three|four|five|six|several|some|many)"
    r" (?P<unit>day|week|month|year)s?(?: ago| now| already)?",
    re.IGNORECASE,
)
_LOOSE_EN: Final = re.compile(
    r"(?:since |from )?(?:yesterday|last (?:week|month|year|spring|summer|autumn|winter)|new year|\d{4})|always"
    r"|(?:for )?(?:years|a long time)",
    re.IGNORECASE,
)
_COUNTS: Final = {"半": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

_FORMS: Final = (_MONTH_ZH, _SPAN_ZH, _LOOSE_ZH, _MONTH_EN, _SPAN_EN, _LOOSE_EN)
_LONGEST: Final = 40
_MOST_DAYS: Final = 40_000


def is_since(text: str) -> bool:
    """Tell whether a text says since when, and nothing else: "去年6月", "three weeks ago"."""
    words = bare(text)
    return len(words) <= _LONGEST and any(form.fullmatch(words) for form in _FORMS)


def since_day(text: str, today: date) -> date | None:
    """Return the earliest day that words such as "since June" or "3个月了" may mean; None where they leave it open.

    A month without a year is the last one that has begun.
    """
    words = bare(text)
    if found := _MONTH_ZH.fullmatch(words) or _MONTH_EN.fullmatch(words):
        return _month(found["year"] or "", found["month"].casefold(), today)
    if found := _SPAN_ZH.fullmatch(words) or _SPAN_EN.fullmatch(words):
        days = int(_count(found["count"].casefold()) * _SPAN_DAYS[found["unit"].casefold()])
        return today - timedelta(days=days) if 0 < days < _MOST_DAYS else None
    return None


def _month(year: str, month: str, today: date) -> date | None:
    number = _MONTHS.index(month[:3]) + 1 if month.isascii() and month.isalpha() else _month_number(month)
    if number is None:
        return None
    if year[:4].isdigit():
        return date(int(year[:4]), number, 1) if int(year[:4]) else None
    back = {"去年": 1, "last year": 1, "前年": 2}.get(year.casefold(), 0)
    found = date(today.year - back, number, 1)
    return found if found <= today else found.replace(year=found.year - 1)


def _month_number(month: str) -> int | None:
    if month.isdigit():
        return int(month)
    if month in {"正", "腊"}:  # By the moon: the day depends on the year.
        return None
    return 10 + _DIGITS[month[1]] if len(month) == 2 else _DIGITS[month]


def _count(count: str) -> float:
    return int(count) if count.isdigit() else _COUNTS.get(count) or _DIGITS.get(count, 0)
