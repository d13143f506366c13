"""Briefs: asked for or due each week, made by a job, read by those above, and let out to the public by one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from casework.actions.files import AT_ONCE, SERVICE, keep_made
from casework.actions.telling import tell
from casework.briefs import figures
from casework.briefs.brief import Brief, BriefState
from casework.briefs.periods import Period, last_week
from casework.briefs.rights import PUBLISHES, may
from casework.errors import NotYours, Refused
from casework.files import FileKind, Job, Kept
from casework.notices import Notice, Urgency
from casework.people import Person, Role
from casework.petitions import fired_again
from casework.reach import heads
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

BRIEF: Final = "brief"
"""The kind of the job that makes a brief: its subject is the brief."""

LONGEST: Final = 366
"""Days of the longest period that can be asked for."""

_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Made:
    """A brief in one language: its words, and its pictures as they are kept."""

    text: str
    pages: tuple[Kept, ...]


async def ask(uow: UnitOfWork, by: int, area_id: int, period: Period, unit_id: int | None = None) -> Brief:
    """Have the brief of a place made for whoever reads its figures; of a unit, for whoever heads it or one above it.

    Raises NotYours for any other, and as `refuse_days` does.
    """
    posts = uow.staff.of(by)
    unit = uow.org.units.get(unit_id) if unit_id is not None else None
    if unit_id is None and not may(uow.org, posts, area_id):
        raise NotYours
    if unit_id is not None:
        if unit is None or not heads(uow.org, posts, unit_id):
            raise NotYours
        area_id = unit.area_id
    refuse_days(uow, period)
    brief = Brief(uow.new_id(), area_id, period.first, period.last, uow.now, uow.now, readers=(by,), unit_id=unit_id)
    return _making(uow, brief)


def refuse_days(uow: UnitOfWork, period: Period) -> None:
    """Refuse days that can't be counted: Refused("brief-order", first) where they run backwards,
    Refused("brief-future") for days to come, and Refused("brief-long", days) for too many.
    """
    if period.first > period.last:
        raise Refused("brief-order", first=period.first)
    if period.last > uow.rules.calendar.day(uow.now):
        raise Refused("brief-future")
    if period.days > LONGEST:
        raise Refused("brief-long", days=LONGEST)


def planned(
    uow: UnitOfWork, area_id: int, period: Period, *, public: bool = False, unit_id: int | None = None
) -> Brief:
    """Put the weekly brief of an area, or of a unit, due on the first working morning after its days."""
    calendar = uow.rules.calendar
    at = calendar.awake(calendar.next_morning(calendar.end_of(period.last), uow.rules.profile.times.digest_at))
    days = period.first, period.last
    brief = Brief(uow.new_id(), area_id, *days, at, uow.now, weekly=True, public=public, unit_id=unit_id)
    uow.put(brief)
    return brief


def due(uow: UnitOfWork, brief: Brief) -> None:
    """Have a weekly brief made for those who are over its area, and plan the next. Nobody there: there is none.

    After a time in which the service stood still the weeks between are left out.
    """
    today = uow.rules.calendar.day(uow.now)
    following = max(Period(brief.first + _WEEK, brief.last + _WEEK), last_week(today), key=_first)
    if brief.unit_id is None or _is_wanted(uow, brief.unit_id):
        planned(uow, brief.area_id, following, public=brief.public, unit_id=brief.unit_id)
    readers = _readers(uow, brief)
    if readers:
        _making(uow, replace(brief, readers=readers))
    else:
        uow.put(replace(brief, state=BriefState.LAPSED))


async def keep_weekly(uow: UnitOfWork) -> None:
    """See to it that each area with a leader has its weekly brief coming, each unit with a head where the settings say
    so, and the public its own where there is a channel. A finder.
    """
    coming = {(brief.area_id, brief.public, brief.unit_id) for brief in await uow.briefs_planned()}
    led = {post.area_id for post in uow.staff.all() if post.role is Role.LEADER and post.unit_id is None}
    wanted: set[tuple[int, bool, int | None]] = {(each, False, None) for each in uow.org.areas if each in led}
    wanted |= {(unit.area_id, False, unit.id) for unit in uow.org.units.values() if _is_wanted(uow, unit.id)}
    root = uow.org.root
    if uow.rules.profile.public_channel and root is not None:
        wanted.add((root.id, True, None))
    week = last_week(uow.rules.calendar.day(uow.now) + _WEEK)
    for area_id, public, unit_id in sorted(wanted - coming, key=lambda each: (each[0], each[1], each[2] or 0)):
        planned(uow, area_id, week, public=public, unit_id=unit_id)


def _is_wanted(uow: UnitOfWork, unit_id: int) -> bool:
    """Tell whether a unit's head gets its weekly brief."""
    unit = uow.org.units.get(unit_id)
    wanted = uow.rules.profile.briefs.to_heads and unit is not None and unit.active
    return wanted and bool(uow.staff.in_unit(unit_id, Role.HEAD))


def _first(period: Period) -> date:
    return period.first


def _readers(uow: UnitOfWork, brief: Brief) -> tuple[int, ...]:
    """Return the leaders over an area itself; of a unit's its heads, where they are to have it; for the public one
    whoever may publish it, those nearest to it.
    """
    area = uow.org.areas.get(brief.area_id)
    if area is None:
        return ()
    if brief.unit_id is not None:
        posts = uow.staff.in_unit(brief.unit_id, Role.HEAD) if _is_wanted(uow, brief.unit_id) else []
    elif brief.public:
        posts = [post for role in sorted(PUBLISHES) for post in uow.staff.over(area, role)]
    else:
        posts = [post for post in uow.staff.over(area, Role.LEADER) if post.area_id == area.id]
    return tuple(dict.fromkeys(post.person_id for post in posts))


def _making(uow: UnitOfWork, brief: Brief) -> Brief:
    brief = replace(brief, state=BriefState.MAKING)
    uow.put(brief)
    uow.put(Job(uow.new_id(), BRIEF, brief.id, uow.now, AT_ONCE))
    return brief


async def languages_of(uow: UnitOfWork, brief: Brief) -> list[str]:
    """Return the languages in which a brief is wanted: those of its readers, for the public the service's first."""
    if brief.public:
        return [uow.rules.languages[0]]
    people = await uow.get_all(Person, brief.readers)
    return sorted({person.language for person in people})


async def made(uow: UnitOfWork, brief_id: int, found: Mapping[str, Made], kept: Mapping[int, figures.Kept]) -> None:
    """Hand over what a job has made, by language: to its readers; a public one for one of them to decide.

    `kept` are the cases that are kept from somebody, for each reader who may see them.
    """
    brief = await uow.get(Brief, brief_id)
    if brief is None or brief.state is not BriefState.MAKING:
        return
    earlier = await uow.briefs_standing(brief) if brief.weekly else []
    pictures = {
        language: tuple(keep_made(uow, SERVICE, FileKind.PHOTO, page).id for page in each.pages)
        for language, each in found.items()
    }
    brief = replace(
        brief,
        state=BriefState.WAITING if brief.public else BriefState.TOLD,
        texts={language: each.text for language, each in found.items()},
        pictures=pictures,
        epoch=brief.epoch + 1,
        epoch_at=uow.now,
        fired={},
    )
    uow.put(brief)
    await _replace(uow, earlier)
    for person in await uow.get_all(Person, brief.readers):
        language = person.language if person.language in found else next(iter(found))
        for page in range(len(pictures[language])):
            await tell(uow, person.id, "brief_picture", Urgency.NOW, brief=brief.id, language=language, page=page)
        mine = kept.get(person.id, figures.Kept())
        kind = "brief_public" if brief.public else "brief"
        await tell(
            uow, person.id, kind, Urgency.NOW, brief=brief.id, language=language,
            came=mine.came, ended=mine.ended, open=mine.open,
        )  # fmt: skip


async def _replace(uow: UnitOfWork, earlier: Sequence[Brief]) -> None:
    """Let the latest weekly brief stand alone: of the one before it a line is left by which it can be read again, and
    what was due of it, if it waited, ends.

    More than one stand only where a version before has made them, which replaced none: their messages stay as they are.
    """
    for brief in earlier:
        uow.put(replace(brief, state=BriefState.REPLACED))
    for person_id in earlier[-1].readers if earlier else ():
        await tell(uow, person_id, "brief_replaced", Urgency.NOW, brief=earlier[-1].id)


def may_read(uow: UnitOfWork, brief: Brief, by: int) -> bool:
    """Tell whether somebody may read a brief that was made: its readers while they hold the post, a public one whoever
    may let it out.
    """
    org, posts = uow.org, uow.staff.of(by)
    if brief.public:
        return may(org, posts, brief.area_id, PUBLISHES)
    if by not in brief.readers:
        return False
    return may(org, posts, brief.area_id) if brief.unit_id is None else heads(org, posts, brief.unit_id)


async def failed(uow: UnitOfWork, brief_id: int) -> None:
    """Say that a brief could not be made: it can be asked for again."""
    brief = await uow.get(Brief, brief_id)
    if brief is not None and brief.state is BriefState.MAKING:
        uow.put(replace(brief, state=BriefState.FAILED))
        for person in brief.readers:
            await tell(uow, person, "brief_failed", Urgency.NOW)


async def publish(uow: UnitOfWork, brief_id: int, by: int) -> Brief:
    """Let the public brief go out to the county's channel, as it was read.

    Raises NotYours for whoever may not publish it, and Refused("brief-decided") where somebody has decided.
    """
    brief = await _to_decide(uow, brief_id, by)
    uow.put(replace(brief, state=BriefState.PUBLISHED, decided_by=by))
    channel = uow.rules.profile.public_channel
    language, pages = next(iter(brief.pictures.items()))
    for page in range(len(pages)):
        args = {"brief": brief.id, "language": language, "page": page}
        uow.notices.append(Notice("brief_picture", group=channel, args=args))
    uow.notices.append(Notice("brief_published", group=channel, args={"brief": brief.id}))
    return brief


async def decline(uow: UnitOfWork, brief_id: int, by: int) -> Brief:
    """Keep the public brief from going out. Raises as `publish` does."""
    brief = await _to_decide(uow, brief_id, by)
    uow.put(replace(brief, state=BriefState.DECLINED, decided_by=by))
    return brief


async def _to_decide(uow: UnitOfWork, brief_id: int, by: int) -> Brief:
    brief = await uow.get(Brief, brief_id)
    if brief is None or not brief.public or not may(uow.org, uow.staff.of(by), brief.area_id, PUBLISHES):
        raise NotYours
    if brief.state is not BriefState.WAITING or not uow.rules.profile.public_channel:
        raise Refused("brief-decided")
    return brief


async def fire_brief(uow: UnitOfWork, brief: Brief, kind: str) -> None:
    """Carry out what is due for a brief: it is made, it waits for a decision, or has waited long enough."""
    if kind == "brief":
        due(uow, brief)
        return
    if kind == "brief_lapsed":
        uow.put(replace(brief, state=BriefState.LAPSED))
        return
    uow.put(replace(brief, fired=fired_again(brief, kind, uow.now)))
    for person in brief.readers:
        await tell(uow, person, "brief_waits", Urgency.NOW, follow_up=True, brief=brief.id)
