"""A brief in words: a text, and pictures as data, in one language.

For those above it names what is promised and where nothing was heard; for the public it names no small group, and
nothing by which somebody could be known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import add
from typing import Any, Final

from casework.briefs.brief import Brief
from casework.briefs.figures import ENDS, SPOKEN, Cause, Figures, Line, Promised
from casework.briefs.growth import Grown
from casework.calendar import Calendar
from casework.organisation import Organisation
from handlers import texts
from handlers.briefs.shown import HIDDEN, Row, Sight
from handlers.case_words import category_label
from handlers.charts import Bar, Bars, Grid, Pairs, Panel, Parts, Picture, Tile, Tiles, Tone, percent
from handlers.dates import word_moment

MOST_ROWS: Final = 9
"""Places, or units, in a picture: what is much taller than wide nobody can read on a phone."""

MOST_GROWN: Final = 4
MOST_SILENT: Final = 8

_APART: Final = tuple(end for end in ENDS if end not in SPOKEN)
_TONES: Final = {
    "solved": Tone.GOOD,
    "answered": Tone.PLAIN,
    "settled": Tone.PLAIN,
    "contested": Tone.BAD,
    "no_answer": Tone.QUIET,
    "withdrawn": Tone.WARN,
    "merged": Tone.ASIDE,
    "refused": Tone.DARK,
    "not_accepted": Tone.DARK,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A brief in one language: its text, and its pictures."""

    text: str
    pictures: tuple[Picture, ...]


class Telling:
    """Puts the figures of one brief into words of one language. `now` is when it is told."""

    def __init__(
        self,
        org: Organisation,
        calendar: Calendar,
        language: str,
        brief: Brief,
        figures: Figures,
        least: int,
        now: datetime,
    ) -> None:
        self.org = org
        self.calendar = calendar
        self.language = language
        self.brief = brief
        self.figures = figures
        self.sight = Sight(least if brief.public else 1)
        self.now = now

    def said(self) -> Said:
        """Return the brief."""
        return Said("\n\n".join(self._paragraphs()), (self._overview(), *self._rows()))

    # ----- The text -----

    def _paragraphs(self) -> Iterator[str]:
        counts, sight = self.figures.whole.counts, self.sight
        came, ended, late = (sight.number(each) for each in (counts.came, counts.ended, counts.late))
        yield self._say(
            "brief-head", title=self._title(), came=came, ended=ended, open=sight.number(counts.open), late=late
        )
        in_time, solved, satisfied = sight.shares(self.figures.whole)
        yield self._say(
            "brief-rates", in_time=percent(in_time), solved=percent(solved), satisfied=percent(satisfied),
            spoken=sight.number(counts.spoken), rated=sight.number(self.figures.whole.liking.rated),
        )  # fmt: skip
        if apart := self._apart():
            yield apart
        yield from self._grown()
        yield from self._silent()
        yield from self._promised()
        yield self._plain("brief-foot-public" if self.brief.public else "brief-foot")

    def _apart(self) -> str:
        """Return the ends without a resident's word, each for itself; "" where there are none to show."""
        ends = dict(zip(ENDS, self.sight.counts([*self.figures.whole.counts.ends.values()]), strict=True))
        shown = [f"{self._plain(f'brief-end-{end}')} {ends[end]}" for end in _APART if ends[end]]
        again = self.figures.whole.counts.again
        if again and self.sight.number(again) != HIDDEN:
            shown.append(self._say("brief-again", count=again))
        return self._say("brief-apart", ends=" · ".join(shown)) if shown else ""

    def _grown(self) -> Iterator[str]:
        grown = self._growth()
        if not grown:
            yield self._plain("brief-grown-none")
            return
        lines = [
            self._say("brief-grown-line", cause=self._cause(each.what), now=each.now, usual=_usual(each))
            for each in grown
        ]
        yield "\n".join((self._plain("brief-grown"), *lines))

    def _silent(self) -> Iterator[str]:
        silent = self.figures.silent
        if not silent:
            return
        names = [self.org.place_label(self.org.areas[each], self.language) for each in silent[:MOST_SILENT]]
        if self.sight.whole and self.brief.area_id not in silent:
            more = len(silent) - len(names)
            listed = self._plain("brief-and").join(names)
            key = "brief-silent-more" if more else "brief-silent"
            yield self._say(key, count=len(silent), villages=self.figures.villages, names=listed, more=more)

    def _promised(self) -> Iterator[str]:
        """Give the promised days, as a group's card would name the cases: number, category, township, date."""
        if not self.sight.whole or not self.figures.promised:
            return
        yield "\n".join((self._plain("brief-promised"), *map(self._promise, self.figures.promised)))

    def _promise(self, promised: Promised) -> str:
        place = self._town(promised.area_id)
        date = word_moment(self.language, self.calendar, promised.at, self.now)
        if promised.unit_id is not None:
            return self._say("brief-task-line", unit=self._unit(promised.unit_id), place=place, date=date)
        category = category_label(self.language, promised.category)
        return self._say("brief-promised-line", number=promised.number, category=category, place=place, date=date)

    # ----- The pictures -----

    def _overview(self) -> Picture:
        counts, sight = self.figures.whole.counts, self.sight
        in_time, solved, satisfied = sight.shares(self.figures.whole)
        tiles = Tiles(
            (
                Tile(sight.number(counts.came), self._plain("brief-came")),
                Tile(sight.number(counts.ended), self._plain("brief-ended")),
                Tile(sight.number(counts.late), self._plain("brief-late"), Tone.BAD if counts.late else Tone.PLAIN),
                Tile(percent(in_time), self._plain("brief-in-time")),
                Tile(percent(solved), self._plain("brief-solved"), Tone.GOOD),
                Tile(percent(satisfied), self._plain("brief-satisfied")),
            )
        )
        return self._picture("brief-overview", (tiles, *self._spans(), *self._ends()))

    def _spans(self) -> Iterator[Panel]:
        spans = self.figures.spans
        if any(HIDDEN in (self.sight.number(each.came), self.sight.number(each.ended)) for each in spans):
            return
        moments = tuple((self._short_day(each.begins), each.came, each.ended) for each in spans)
        yield Pairs(self._plain("brief-spans"), (self._plain("brief-came"), self._plain("brief-ended")), moments)

    def _ends(self) -> Iterator[Panel]:
        counts = self.sight.counts([*self.figures.whole.counts.ends.values()])
        bars = tuple(
            Bar(self._plain(f"brief-end-{end}"), count or 0, str(count), _TONES[end])
            for end, count in zip(ENDS, counts, strict=True)
        )
        if any(bar.value for bar in bars):
            yield Parts(self._plain("brief-ends"), bars)

    def _rows(self) -> Iterator[Picture]:
        places = self._grid("brief-places", self.figures.places, self._place)
        grown = self._growth()
        bars = tuple(
            Bar(
                self._cause(each.what), each.now,
                self._say("brief-grown-short", now=each.now, usual=_usual(each)), Tone.WARN,
            )
            for each in grown
        )  # fmt: skip
        panels = (*places, *((Bars(self._plain("brief-grown"), bars),) if bars else ()))
        if panels:
            yield self._picture("brief-by-place", panels)
        if units := self._grid("brief-units", self.figures.units, self._unit):
            yield self._picture("brief-by-unit", units)

    def _grid(self, title: str, lines: Sequence[Line], name: Any) -> tuple[Panel, ...]:
        """Return lines as a panel: the ones with most cases where there are too many, in the order of the organisation
        all the same; the others together.
        """
        shown, rest = list(lines), []
        if len(shown) > MOST_ROWS:
            most = sorted(lines, key=lambda line: -_weight(line))[: MOST_ROWS - 1]
            shown = [line for line in lines if line in most]
            rest = [line for line in lines if line not in most]
        labels = [name(line.id) for line in shown]
        if rest:
            shown.append(reduce(add, rest))
            labels.append(self._say("brief-others", count=len(rest)))
        rows = zip(labels, self.sight.rows(shown), strict=True)
        columns = tuple(self._plain(f"brief-{each}") for each in ("in-time", "solved-short", "satisfied"))
        grid = Grid(self._plain(title), columns, tuple((label, self._note(row), row.shares) for label, row in rows))
        return (grid,) if labels else ()

    def _note(self, row: Row) -> str:
        return self._say("brief-row", came=row.came, ended=row.ended, late=row.late)

    def _picture(self, subtitle: str, panels: tuple[Panel, ...]) -> Picture:
        return Picture(self._title(), self._plain(subtitle), panels, self._plain("brief-foot-picture"))

    # ----- Names -----

    def _growth(self) -> list[Grown[Cause]]:
        """Return what has grown most; for the public no small group, and no place whose own figure is covered: with the
        one, the others could be worked out.
        """
        hidden = {row.id for row in self.sight.rows(self.figures.places) if row.came == HIDDEN}
        told = [each for each in self.figures.growth if each.now >= self.sight.least and each.what[1] not in hidden]
        return told[:MOST_GROWN]

    def _cause(self, cause: Cause) -> str:
        category, place = cause
        label = category_label(self.language, category)
        if place is None or place == self.brief.area_id:
            return label
        return self._say("brief-cause", category=label, place=self._place(place))

    def _title(self) -> str:
        return title_of(self.org, self.language, self.brief)

    def _place(self, area_id: int | None) -> str:
        """Return the name of a place; what lies in none of them is the brief's whole area."""
        if area_id is None or area_id == self.brief.area_id:
            return self._plain("brief-whole")
        return self.org.areas[area_id].label(self.language) if area_id in self.org.areas else self._plain("brief-whole")

    def _unit(self, unit_id: int | None) -> str:
        unit = self.org.units.get(unit_id) if unit_id is not None else None
        return unit.label(self.language) if unit is not None else self._plain("intake-office")

    def _town(self, area_id: int) -> str:
        town = self.org.town_of(area_id)
        return town.label(self.language) if town is not None else self._plain("place-unsaid")

    def _short_day(self, moment: datetime) -> str:
        day = self.calendar.day(moment)
        return self._say("brief-short-day", month=str(day.month), day=str(day.day))

    def _say(self, key: str, **arguments: Any) -> str:
        return texts.say(self.language, key, arguments)

    def _plain(self, key: str) -> str:
        return texts.plain(self.language, key)


def title_of(org: Organisation, language: str, brief: Brief) -> str:
    """Return a brief's place and days: "Egret County, 2 March to 8 March 2026"."""
    unit = org.units.get(brief.unit_id) if brief.unit_id is not None else None
    place = (unit or org.areas[brief.area_id]).label(language)
    return texts.say(language, "brief-title", {"place": place, "period": _period(language, brief)})


def _period(language: str, brief: Brief) -> str:
    first, last = _date(language, brief.first), _date(language, brief.last)
    year = str(brief.last.year)
    if brief.first == brief.last:
        return texts.say(language, "brief-period-day", {"date": last, "year": year})
    if brief.first.replace(day=1) == brief.last.replace(day=1):
        days = {"first": str(brief.first.day), "day": str(brief.last.day), "month": _month(language, brief.last)}
        return texts.say(language, "brief-period-month", days | {"year": year})
    return texts.say(language, "brief-period", {"first": first, "last": last, "year": year})


def _date(language: str, day: date) -> str:
    return texts.say(language, "brief-date", {"month": _month(language, day), "day": str(day.day)})


def _month(language: str, day: date) -> str:
    return texts.plain(language, f"month-{day.month}")


def _usual(grown: Grown[Cause]) -> str:
    return f"{grown.usual:.1f}".removesuffix(".0")


def _weight(line: Line) -> int:
    return line.counts.came + line.counts.ended + line.counts.open
