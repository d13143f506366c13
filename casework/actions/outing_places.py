"""Where to go next: proposed every quarter and on request, and by a cluster of late cases."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from casework.actions.telling import tell
from casework.areas import Area
from casework.notices import Urgency
from casework.onsite.outings import CONVENERS, OutingPlace
from casework.onsite.planner import Facts, Proposal, propose
from casework.people import Person, Role
from casework.reach import areas_over
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

_YEAR = timedelta(days=365)


def quarter(day: date) -> tuple[int, int]:
    """Return the quarter of a day: its year, and 0 to 3."""
    return day.year, (day.month - 1) // 3


async def facts_of(uow: UnitOfWork, areas: Sequence[Area]) -> tuple[list[Facts], dict[int, OutingPlace]]:
    """Return what is known of the villages of some areas, without those for which a day is planned; and what the
    planner keeps of them. A finder.
    """
    found = [each for area in areas for each in await uow.village_facts(area.path, uow.now - _YEAR)]
    kept = await uow.get_all(OutingPlace, [each.area_id for each in found]) if found else []
    places = {place.area_id: place for place in kept}
    return [
        replace(each, passed=place.passed, days_since=_days(uow, place.last_at))
        for each in found
        if (place := places.get(each.area_id, OutingPlace(each.area_id))).outing_id is None
    ], places


async def proposals(uow: UnitOfWork, person_id: int) -> list[Proposal]:
    """Return where somebody might go next, as it stands now; what is asked for counts as no proposal. A finder."""
    facts, _ = await facts_of(uow, areas_over(uow.org, uow.staff.of(person_id), CONVENERS))
    onsite = uow.rules.profile.onsite
    return propose(facts, onsite)[: onsite.proposals]


async def late_clusters(uow: UnitOfWork, people: Sequence[Person]) -> dict[int, list[int]]:
    """Return for each leader among some people the ids of the villages of theirs where late cases cluster. A finder."""
    led = {person.id: areas_over(uow.org, uow.staff.of(person.id), (Role.LEADER,)) for person in people}
    paths = sorted({area.path for areas in led.values() for area in areas})
    if not paths:
        return {}
    late = await uow.late_villages(paths, uow.rules.profile.onsite.cluster)
    await uow.get_all(OutingPlace, late)
    return {
        id_: [each for each in late if any(uow.org.within(each, area.id) for area in areas)]
        for id_, areas in led.items()
        if areas
    }


async def look_round(uow: UnitOfWork, person: Person, since: datetime, late: Collection[int]) -> None:
    """Propose to a leader where to go: once a quarter, on their first morning in it; and where late cases cluster.

    Comes with the digest, and before its changes: `since` is when the last one was, `late` are the villages of
    `late_clusters`. What was proposed a quarter ago and where nobody has gone was passed over.
    """
    areas = areas_over(uow.org, uow.staff.of(person.id), (Role.LEADER,))
    if not areas:
        return
    onsite, calendar = uow.rules.profile.onsite, uow.rules.calendar
    now_in, before_in = quarter(calendar.day(uow.now)), quarter(calendar.day(since))
    clusters = set(late) - await _told_lately(uow, late)
    if now_in == before_in and not clusters:
        return
    facts, places = await facts_of(uow, areas)
    if now_in != before_in:
        facts = [_passed_over(uow, each, places, now_in) for each in facts]
        found = propose(facts, onsite)[: onsite.proposals]
        for proposal in found:
            place = places.get(proposal.area_id, OutingPlace(proposal.area_id))
            places[proposal.area_id] = replace(place, proposed_at=uow.now)
            uow.put(places[proposal.area_id])
        if found:
            await tell(uow, person.id, "outing_where", Urgency.NOW, None, True, proposals=found)
    for each in (each for each in facts if each.area_id in clusters):
        uow.put(replace(places.get(each.area_id, OutingPlace(each.area_id)), told_at=uow.now))
        proposal = propose([replace(each, days_since=None)], onsite)[0]
        await tell(uow, person.id, "outing_cluster", Urgency.NOW, None, True, proposals=[proposal])


async def _told_lately(uow: UnitOfWork, villages: Collection[int]) -> set[int]:
    """Return those of some villages of whose late cases somebody was told a short while ago, or where a day is planned:
    most clusters stay for weeks, and nothing else is counted for them each morning.
    """
    since = uow.now - timedelta(days=uow.rules.profile.onsite.cluster_days)
    places = await uow.get_all(OutingPlace, sorted(villages))
    return {
        place.area_id
        for place in places
        if place.outing_id is not None or (place.told_at is not None and place.told_at > since)
    }


def _passed_over(uow: UnitOfWork, facts: Facts, places: dict[int, OutingPlace], now_in: tuple[int, int]) -> Facts:
    """Count a village that was proposed in a quarter before and has been left out; once, whoever hears of it first."""
    place = places.get(facts.area_id)
    if place is None or place.proposed_at is None:
        return facts
    if quarter(uow.rules.calendar.day(place.proposed_at)) == now_in:
        return facts
    places[place.area_id] = replace(place, passed=place.passed + 1, proposed_at=uow.now)
    uow.put(places[place.area_id])
    return replace(facts, passed=place.passed + 1)


def _days(uow: UnitOfWork, last_at: datetime | None) -> int | None:
    calendar = uow.rules.calendar
    return (calendar.day(uow.now) - calendar.day(last_at)).days if last_at is not None else None
