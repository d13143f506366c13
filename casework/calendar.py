"""Working days, limits and quiet hours of one service, in its own time zone.

A calendar holds data only: it reads neither the clock nor a holiday package, so every rule of time is a
plain function of its arguments. Moments are aware and come back in UTC; days are local dates.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

SATURDAY_AND_SUNDAY = frozenset({5, 6})

_DAY = timedelta(days=1)
_INSTANT = timedelta.resolution


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The days off, make-up workdays and quiet hours of one service. It is equal to itself alone, and so a quick key.

    `days_off` are public holidays, `extra_workdays` weekend days worked to make up for a bridge day,
    `announced_until` the last year whose make-up days are announced; a later year is provisional and
    counts with weekends and the holidays given. Quiet hours are local and may run over midnight; equal
    ends mean none. `weekend` holds weekdays, Monday being 0.
    """

    zone: ZoneInfo
    days_off: frozenset[date]
    extra_workdays: frozenset[date]
    announced_until: int
    quiet_from: time = time(21, 30)
    quiet_to: time = time(8, 0)
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY

    def __post_init__(self) -> None:
        if not self.weekend <= frozenset(range(7)) or len(self.weekend) == 7:
            raise ValueError("a week needs a working day, and weekdays run from 0 to 6")

    def day(self, moment: datetime) -> date:
        """Return the local date of a moment. A naive moment raises ValueError."""
        return _local(self.zone, moment).date()

    def at(self, day: date, clock: time) -> datetime:
        """Return the moment of a local wall time, in UTC.

        A time that the clocks skip gives the moment as far after the change; one that comes twice, the first.
        """
        return _moment(self.zone, day, clock)

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on this day."""
        if day in self.extra_workdays:
            return True
        return day.weekday() not in self.weekend and day not in self.days_off

    def is_provisional(self, day: date) -> bool:
        """Tell whether the make-up days of its year are still to be announced, so that limits may move."""
        return day.year > self.announced_until

    def end_of(self, day: date) -> datetime:
        """Return 24:00 local of a day, the first instant of the next one, in UTC."""
        return self.at(day + _DAY, time())

    def last_day(self, end: datetime) -> date:
        """Return the local date of the last day before `end`: where that is the end of a day, this day."""
        return self.day(end - _INSTANT)

    def limit(self, start: datetime, days: int, *, working: bool = False, for_resident: bool = False) -> datetime:
        """Return the end of a limit of so many days: 24:00 local of its last day, in UTC.

        The day of `start` doesn't count. Days are calendar days unless `working`. A resident's last day that
        is a weekend or holiday moves to the next working day. Negative `days` raise ValueError.
        """
        if days < 0:
            raise ValueError("a limit can't end before it starts")
        first = self.day(start)
        last = self.add_working_days(first, days) if working else first + timedelta(days=days)
        return self.end_of(self.next_working(last) if for_resident else last)

    def add_working_days(self, day: date, n: int) -> date:
        """Return the n-th working day after a day, or before it where n is negative; for 0 the day itself."""
        step = _DAY if n > 0 else -_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def next_working(self, day: date) -> date:
        """Return the day itself where it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += _DAY
        return day

    def awake(self, moment: datetime) -> datetime:
        """Return the moment itself, or the end of the quiet hours it falls in."""
        local = _local(self.zone, moment)
        today, clock = local.date(), local.time()
        if self.quiet_from <= self.quiet_to:
            quiet, until = self.quiet_from <= clock < self.quiet_to, today
        else:
            quiet = clock >= self.quiet_from or clock < self.quiet_to
            until = today + _DAY if clock >= self.quiet_from else today
        # In the hour that comes twice, the end may lie behind already.
        return max(moment, self.at(until, self.quiet_to)) if quiet else moment

    def next_morning(self, moment: datetime, at: time = time(8, 30), working: bool = True) -> datetime:
        """Return the first moment strictly after this one at that local time, on working days unless told."""
        day = self.day(moment)
        while (working and not self.is_working(day)) or self.at(day, at) <= moment:
            day += _DAY
        return self.at(day, at)

    def working_days_between(self, a: date, b: date) -> int:
        """Count the working days after `a` up to and including `b`; negative where `b` comes first."""
        if b < a:
            return -self.working_days_between(b, a)
        return sum(self.is_working(a + timedelta(days=n)) for n in range(1, (b - a).days + 1))

    def days_left(self, limit_moment: datetime, now: datetime) -> int:
        """Count the calendar days until a limit's last day: 0 is today, negative the days it is late."""
        return (self.last_day(limit_moment) - self.day(now)).days


@lru_cache(maxsize=4096)
def _moment(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """Return the moment of a local wall time; plans ask for the same few mornings over and over."""
    return datetime.combine(day, clock.replace(fold=0), tzinfo=zone).astimezone(UTC)


@lru_cache(maxsize=4096)
def _local(zone: ZoneInfo, moment: datetime) -> datetime:
    """Return a moment in local time: a turn asks over and over for the day of its own moment, and of a few limits."""
    if moment.utcoffset() is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(zone)
