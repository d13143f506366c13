"""The job "brief": counts, puts into words and draws the brief of a place, in the languages of its readers."""

from functools import partial

from bot.charts.drawing import Charts
from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work
from casework.actions import briefs
from casework.actions.briefs import BRIEF, Made
from casework.areas import Area
from casework.briefs.brief import Brief
from casework.briefs.figures import Counted, Figures, figures
from casework.organisation import Organisation
from casework.unit_of_work import Rules
from handlers.briefs.words import Said, Telling
from storage.briefs import count
from storage.store import Store


def brief_works(store: Store, vault: Vault, clock: Clock, charts: Charts) -> dict[str, Work]:
    """Return what makes briefs: the subject is the brief. `clock` is case time."""

    async def make(brief_id: int) -> Verb:
        async with store.turn(clock.now()) as uow:
            brief = await uow.get(Brief, brief_id)
            area = uow.org.areas.get(brief.area_id) if brief is not None else None
            unit = uow.org.units.get(brief.unit_id) if brief is not None and brief.unit_id is not None else None
            if brief is None or area is None or (brief.unit_id is not None and unit is None):
                raise Hopeless("the brief, its place or its unit is gone")
            languages, org = await briefs.languages_of(uow, brief), uow.org
        async with store.reading() as session:
            # Of what is kept from somebody a unit's head reads nothing here.
            readers = () if brief.public or unit is not None else brief.readers
            calendar, figures_of = store.rules.calendar, store.rules.profile.briefs
            counted = await count(session, area, brief.period, calendar, figures_of, readers, unit)
        found = put_together(org, area, brief, counted, store.rules)
        least = store.rules.profile.briefs.public_least
        made: dict[str, Made] = {}
        for language in languages:
            said = Telling(org, store.rules.calendar, language, brief, found, least, clock.now()).said()
            made[language] = await _drawn(said, vault, charts)
        return lambda uow: briefs.made(uow, brief_id, made, counted.kept)

    return {BRIEF: Work(make, lambda brief_id: partial(briefs.failed, brief_id=brief_id))}


def put_together(org: Organisation, area: Area, brief: Brief, counted: Counted, rules: Rules) -> Figures:
    """Return the figures of a brief, as a service's rules have them."""
    since, _ = brief.period.moments(rules.calendar)
    of_briefs = rules.profile.briefs
    return figures(
        org,
        area,
        counted,
        since,
        periods=of_briefs.compared,
        batch=rules.profile.care.ratings_by,
        least=of_briefs.grown_least,
        falsely=of_briefs.falsely,
        of_unit=brief.unit_id is not None,
    )


async def _drawn(said: Said, vault: Vault, charts: Charts) -> Made:
    """Draw a brief's pictures and keep them; what they cannot carry comes behind its text."""
    pages, words = [], [said.text]
    for picture in said.pictures:
        drawn = await charts.draw(picture)
        pages.append(await vault.keep(drawn.png))
        words += [drawn.words] if drawn.words else []
    return Made("\n\n".join(words), tuple(pages))
