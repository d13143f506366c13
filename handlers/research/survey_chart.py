"""The results of a survey as pictures: one panel a question, with what `casework.surveys.results` lets be shown."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from casework.calendar import Calendar
from casework.surveys.model import LEAST, YES, Survey
from casework.surveys.results import Shown
from handlers import texts
from handlers.charts import Bar, Bars, Picture, Tone, percent
from handlers.dates import word_day
from handlers.research.survey_words import option_label

_TALL: Final = 14
"""Bars of one picture, a question's title counted as one, so that it fits a phone's screen."""


def pictures(survey: Survey, found: Sequence[Shown], place: str, calendar: Calendar, language: str) -> list[Picture]:
    """Return the figures of everybody as pictures; none where nothing may be shown.

    By place and by group they stand in the table alone. What was answered in own words is no figure.
    """
    if not found or survey.closes_at is None:
        return []
    last = calendar.last_day(survey.closes_at)
    facts = {"place": place, "people": found[0].people, "date": word_day(language, last, last)}
    subtitle = texts.say(language, "survey-chart-about", facts)
    foot = texts.say(language, "survey-chart-foot", {"least": LEAST})
    by_question = groupby(found, key=lambda each: each.ask.position)
    panels = [_panel(list(asks), language) for _, asks in by_question]
    return [Picture(survey.title, subtitle, tuple(page), foot) for page in _pages(panels)]


def _pages(panels: Sequence[Bars]) -> Iterator[list[Bars]]:
    """Yield the panels in order, as many at a time as one picture takes."""
    page: list[Bars] = []
    height = 0
    for panel in panels:
        tall = 1 + len(panel.bars)
        if page and height + tall > _TALL:
            yield page
            page, height = [], 0
        page.append(panel)
        height += tall
    yield page


def _panel(asks: Sequence[Shown], language: str) -> Bars:
    """Return a question as bars: of its options, or, where each of them is an ask of its own, of who said yes."""
    question = asks[0].ask.question.text
    if asks[0].ask.option is not None:
        return Bars(question, tuple(_yes(each) for each in asks), full=1.0)
    (each,) = asks
    bars = (
        _bar(option_label(each, block, language), people, each.people, blank=block == (len(each.values) - 1,))
        for block, people in zip(each.options, each.counts, strict=True)
    )
    return Bars(question, tuple(bars), full=1.0)


def _yes(each: Shown) -> Bar:
    """Return how many said yes to an option; nothing where that is counted together with another answer."""
    label = each.ask.question.options[each.ask.option or 0]
    told = dict(zip(each.options, each.counts, strict=True))
    people = told.get((each.values.index(YES),))
    return Bar(label, None, percent(None)) if people is None else _bar(label, people, each.people)


def _bar(label: str, people: int, of: int, *, blank: bool = False) -> Bar:
    share = people / of
    return Bar(label, share, f"{people} · {percent(share)}", Tone.QUIET if blank else Tone.PLAIN)
