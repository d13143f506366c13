"""The figures of a brief against a plain recount in Python, over random cases, on both databases."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from casework.briefs.figures import Counts, Figures, Kept, figures
from casework.briefs.periods import Period
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Case, Closing, Outcome, OutcomeKind, Rating, Shield, State
from casework.profile import Briefs
from storage.briefs import SPANS, count
from tests.handlers.dialogue import AREAS, COUNTY, GOVERNMENT, HILL, MONDAY, RIVER, ROADS, WATER, Town

RULES = Briefs()
DAY = timedelta(days=1)
PATHS = {area.id: area.path for area in AREAS}
REFUSED = Outcome(OutcomeKind.REFUSED, "found", "done", "basis")
DONE = Outcome(OutcomeKind.DONE, "found", "done", "basis")


def a_case(number: int, rng: Random) -> Case:
    """Return any case of the last months: as no verb would make some of them, too."""
    filed = MONDAY - DAY * rng.uniform(0, 120)
    state = rng.choice(list(State))
    closed = state is State.CLOSED
    answered = rng.random() < 0.6
    moment = filed + (MONDAY - filed) * rng.random()
    area_id = rng.choice([COUNTY, RIVER, HILL, 11, 12, 13, 14])
    shielded = rng.random() < 0.1
    return Case(
        number,
        number,
        f"n{number}",
        1,
        rng.randint(1, 3),
        rng.choice(["roads", "utilities", "land"]),
        area_id,
        "/1/" if shielded else PATHS[area_id],
        "",
        "hole",
        filed,
        filed + DAY * rng.uniform(1, 60),
        filed,
        state=state,
        closing=rng.choice(list(Closing)) if closed else None,
        closed_at=moment + (MONDAY - moment) * rng.random() if closed else None,
        unit_id=rng.choice([None, GOVERNMENT, ROADS, WATER]),
        outcome=rng.choice([REFUSED, DONE]) if answered else None,
        proposed_at=moment if answered else None,
        promise_at=MONDAY + DAY * rng.uniform(-9, 20) if state is State.PROMISED else None,
        reopened=rng.choice([0, 0, 1]),
        kind=rng.choice([*PetitionKind]),
        shielded=shielded,
        accused=(ROADS,) if shielded else (),
        seen_from=COUNTY if shielded else None,
        merged_at=moment if rng.random() < 0.2 else None,
        merged_into=1 if rng.random() < 0.1 else None,
    )


def end_of(case: Case) -> str:
    """Return how a case ended, as the design has it: merging and refusal are no solutions."""
    assert case.closing is not None
    if case.closing in {Closing.WITHDRAWN, Closing.NOT_ACCEPTED}:
        return case.closing.value
    if case.merged_at is not None:
        return "merged"
    if case.closing is Closing.ANSWERED and case.outcome is not None and case.outcome.kind is OutcomeKind.REFUSED:
        return "refused"
    return case.closing.value


def recount(cases: Sequence[Case], since: datetime, before: datetime) -> Counts:
    """Count cases one by one."""
    found: Counter[str] = Counter()
    for case in cases:
        answered = case.proposed_at or (case.closed_at if case.closing is Closing.NOT_ACCEPTED else None)
        stands = case.closed_at is None or case.closed_at >= before
        found["came"] += since <= case.filed_at
        found["earlier"] += since - RULES.compared * (before - since) <= case.filed_at < since
        found["open"] += stands
        found["late"] += stands and case.limit_at < before and (answered is None or answered >= before)
        found["again"] += stands and case.reopened > 0
        if case.closed_at is not None and since <= case.closed_at < before:
            found[end_of(case)] += 1
        if case.merged_at is not None:
            continue
        if answered is not None and answered <= case.limit_at:
            found["in_time"] += since <= answered < before
            found["due"] += since <= answered < before
        elif case.closed_at is None or case.closed_at > case.limit_at:
            found["due"] += since <= case.limit_at < before
    return Counts(**found)


def counted(cases: Sequence[Case], path: str, before: datetime) -> list[Case]:
    """Return the cases that a brief of a place counts."""
    return [
        case
        for case in cases
        if case.area_path.startswith(path)
        and not case.shielded
        and case.kind is not PetitionKind.DIFFICULTY
        and case.filed_at < before
    ]


async def brief(town: Town, area_id: int, period: Period) -> Figures:
    """Return the figures as the service has them."""
    org = (await town.store.snapshot()).organisation
    calendar = town.store.rules.calendar
    async with town.store.reading() as session:
        found = await count(session, org.areas[area_id], period, calendar, RULES)
    since, _ = period.moments(calendar)
    return figures(org, org.areas[area_id], found, since, periods=8, batch=5, least=3, falsely=0.05)


async def filled(town: Town, cases: Sequence[Case], ratings: Sequence[Rating] = ()) -> None:
    """Put rows into the town."""
    async with town.store.batch() as batch:
        uow = town.store.unit_of_work(batch, town.now)
        for case in cases:
            uow.put(case)
            for unit in case.accused:
                uow.put(Shield(uow.new_id(), case.id, unit))
        for rating in ratings:
            uow.put(rating)
        batch.join()


def by(cases: Sequence[Case], key: Callable[[Case], int | None]) -> dict[int | None, list[Case]]:
    """Return cases in groups."""
    found: dict[int | None, list[Case]] = {}
    for case in cases:
        found.setdefault(key(case), []).append(case)
    return found


@pytest.mark.parametrize("seed", range(12))
async def test_the_figures_are_those_of_a_plain_recount(database_url: str, seed: int) -> None:
    rng = Random(seed)
    town = await Town.open(database_url)
    try:
        cases = [a_case(number, rng) for number in range(1_000, 1_000 + rng.randint(0, 150))]
        await filled(town, cases)
        today = town.store.rules.calendar.day(MONDAY)
        last = today - DAY * rng.randint(1, 40)
        period = Period(last - DAY * rng.randint(0, 30), last)
        since, before = period.moments(town.store.rules.calendar)
        for area_id, path in ((COUNTY, "/1/"), (RIVER, "/1/2/"), (14, "/1/3/14/")):
            mine = counted(cases, path, before)
            found = await brief(town, area_id, period)
            assert found.whole.counts == recount(mine, since, before)
            units = by(mine, lambda case: case.unit_id)
            for line in found.units:
                assert line.counts == recount(units[line.id], since, before)
            assert sum((line.counts for line in found.units), Counts()) == found.whole.counts
            assert sum((line.counts for line in found.places), Counts()) == found.whole.counts
            for line in found.places:
                inside = PATHS[line.id] if line.id != area_id else None  # type: ignore[index]
                if inside is not None:
                    assert line.counts == recount([c for c in mine if c.area_path.startswith(inside)], since, before)
            assert [span.came for span in found.spans] == [
                sum(span.begins <= case.filed_at < span.begins + (before - since) for case in mine)
                for span in found.spans
            ]
            assert [span.ended for span in found.spans][-1] == found.whole.counts.ended
            assert len(found.spans) == SPANS
            quiet = before - timedelta(weeks=RULES.silent_weeks)
            heard = {case.area_id for case in mine if case.filed_at >= quiet}
            villages = [area.id for area in AREAS if area.level == "village" and area.path.startswith(path)]
            assert list(found.silent) == [each for each in villages if each not in heard]
            until = before + DAY * RULES.promise_days
            promised = [
                case
                for case in sorted(mine, key=lambda case: (case.promise_at or MONDAY, case.id))
                if case.state is State.PROMISED
                and case.merged_into is None
                and case.promise_at is not None
                and case.promise_at <= until
            ]
            assert [each.number for each in found.promised] == [case.number for case in promised[: RULES.promises]]
    finally:
        await town.close()


async def test_a_case_that_is_kept_from_somebody_is_in_no_figure(database_url: str) -> None:
    town = await Town.open(database_url)
    try:
        rng = Random(3)
        open_case = replace(
            a_case(1_000, rng), shielded=False, accused=(), area_id=14, area_path="/1/3/14/", kind=PetitionKind.REQUEST,
            filed_at=MONDAY - 2 * DAY, state=State.WORKING, closed_at=None, closing=None, merged_into=None,
            unit_id=WATER, category="land", promise_at=None,
        )  # fmt: skip
        kept = replace(
            open_case, id=1_001, petition_id=1_001, number="n1001", shielded=True, accused=(ROADS,), seen_from=COUNTY,
            area_path="/1/", area_id=11,
        )  # fmt: skip
        period = Period(*(town.store.rules.calendar.day(MONDAY) - DAY * days for days in (7, 1)))
        await filled(town, [open_case])
        before = await brief(town, COUNTY, period)
        await filled(town, [kept])
        assert await brief(town, COUNTY, period) == before, "nothing of it can be worked out"
        org = (await town.store.snapshot()).organisation
        above, accused = await town.official(Role.HEAD, unit=WATER), await town.official(Role.HEAD, unit=ROADS)
        people = [(await each.person()).id for each in (above, accused)]
        async with town.store.reading() as session:
            found = await count(
                session, org.areas[COUNTY], period, town.store.rules.calendar, RULES, (*people, kept.resident_id)
            )
        assert [found.kept[person] for person in (*people, kept.resident_id)] == [Kept(1, 0, 1), Kept(), Kept()]
    finally:
        await town.close()


async def test_ratings_are_those_of_the_cases_that_are_counted(database_url: str) -> None:
    town = await Town.open(database_url)
    try:
        rng = Random(8)
        cases = [
            replace(a_case(number, rng), unit_id=ROADS, kind=PetitionKind.REQUEST, filed_at=MONDAY - 9 * DAY)
            for number in range(1_000, 1_030)
        ]
        ratings = [
            Rating(each.id, each.id, ROADS, 5, rng.randint(1, 5), MONDAY - DAY * rng.uniform(0, 8)) for each in cases
        ]
        await filled(town, cases, ratings)
        period = Period(*(town.store.rules.calendar.day(MONDAY) - DAY * days for days in (7, 1)))
        since, before = period.moments(town.store.rules.calendar)
        open_ones = {case.id for case in cases if not case.shielded}
        told = [each for each in sorted(ratings, key=lambda each: (each.at, each.id)) if each.case_id in open_ones]
        told = [each for each in told if each.at < before]
        full = [told[at : at + 5] for at in range(0, len(told) - 4, 5)]
        full = [each for each in full if each[-1].at >= since]
        found = await brief(town, COUNTY, period)
        assert found.whole.liking.rated == 5 * len(full)
        assert found.whole.liking.liked == sum(one.stars >= 4 for each in full for one in each)
    finally:
        await town.close()
