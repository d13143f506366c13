"""Ratings reach the rated in number only, by fives; no path shows a single one."""

import re
from pathlib import Path

import pytest

from casework.people import Role
from casework.petitions import Case
from storage.queries import texts
from tests.handlers.dialogue import COUNTY, WATER, Actor, Town
from tests.handlers.staff_scene import COMPLAINT, head, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
QUERIES = Path(__file__).parents[2] / "storage" / "queries"


async def rated(town: Town, wang: Actor, language: str, stars: int) -> Case:
    """Have somebody file, the cadre answer, and the resident give so many stars."""
    ann = town.resident(language)
    await ann.says(COMPLAINT[language])
    await taps(ann, "Send")
    case = (await ann.cases())[0]
    await wang.sends_data(f"c.accept.{case.id}.{case.epoch}")
    case = (await ann.cases())[0]
    await wang.sends_data(f"c.propose.{case.id}.{case.epoch}")
    await wang.taps({"en": "Question answered", "zh": "答复了"}[language])
    for words in ("It is planned", "We wrote", "Road rules"):
        await wang.says(words)
    await wang.taps({"en": "Send it", "zh": "发给居民"}[language])
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    await ann.taps(f"{stars}⭐")
    return case


@LANGUAGES
async def test_four_ratings_say_nothing_the_fifth_says_all_five_and_the_sixth_nothing_new(
    town: Town, language: str
) -> None:
    chief, wang = await head(town, language), await town.cadre(language=language)
    for stars in (1, 5, 5, 4):
        await rated(town, wang, language, stars)
    few = {"en": "fewer than 5 ratings", "zh": "不满5次"}[language]
    shown = {"en": "5 ratings, 3.6 stars on average", "zh": "5次评分，平均3.6颗星"}[language]
    for actor in (wang, chief):
        await actor.says("/ratings")
        assert actor.hears(few)
    await rated(town, wang, language, 3)
    for actor in (wang, chief):
        await actor.says("/ratings")
        assert actor.hears(shown)
    await rated(town, wang, language, 1)
    for actor in (wang, chief):
        await actor.says("/ratings")
        assert actor.hears(shown), "one more would tell what it was"


@LANGUAGES
async def test_ratings_are_for_those_of_the_unit(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    li = await town.cadre(unit=WATER, language=language)
    for stars in (5, 5, 5, 5, 5):
        await rated(town, wang, language, stars)
    await li.says("/ratings")
    assert li.hears({"en": "fewer than 5 ratings", "zh": "不满5次"}[language]), "another unit's are not theirs"
    for stranger in (town.resident(language), await town.official(Role.SUPERVISOR, language, area=COUNTY)):
        await stranger.says("/ratings")
        assert not any("5.0" in each.text for each in stranger.chat.arrived)


@LANGUAGES
async def test_no_card_list_history_or_notice_shows_a_single_rating(town: Town, language: str) -> None:
    """Whatever anybody of the staff asks for, and is told in the days after, names no number of stars."""
    roles = (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN)
    wang = await town.cadre(language=language)
    everyone = [
        wang,
        await head(town, language),
        *[await town.official(role, language, area=COUNTY) for role in roles],
    ]
    for stars in (1, 5):
        case = await rated(town, wang, language, stars)
        for actor in everyone:
            actor.chat.messages.clear()
            for words in (f"/case {case.number}", "/cases", "/overdue", "/unit", "/waiting", "/ratings"):
                await actor.says(words)
        await town.passes(days=10)
        texts = [each.text for actor in everyone for each in actor.chat.messages]
        assert any(case.number in text for text in texts), "they were shown the case"
        assert not any(re.search(r"\d(?:\.\d)? ?(?:⭐|颗星|stars)", text) for text in texts)


def test_the_only_query_that_reads_stars_sums_them() -> None:
    reads = []
    for file in QUERIES.glob("*.sql"):
        for query in re.split(r"^-- name: ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name = query.split(maxsplit=1)[0]
            if re.search(r"\bfrom ratings\b", query) and "stars" in query:
                reads.append(name)
    # The brief counts full batches of five of a unit (`casework/briefs/`).
    assert sorted(reads) == ["brief_stars", "ratings_by_key", "ratings_sum"]
    assert "cadre" not in texts()["brief_stars"]
    used = [
        file.name
        for folder in ("casework", "handlers", "storage", "bot")
        for file in (QUERIES.parents[1] / folder).rglob("*.py")
        if re.search(r"get(?:_all)?\(Rating\b|ratings_by_key", file.read_text(encoding="utf-8"))
    ]
    assert used == [], "a rating is written and never read by its key"
