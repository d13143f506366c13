"""Who answered what in a survey with names: told before, read for a reason, never unrecorded, and never of others."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.files.vault import Vault
from bot.surveys import names
from casework.people import Role
from casework.petitions import Event
from casework.replacing import replace
from casework.surveys.model import Survey
from storage.verifying import Verifying
from tests.handlers.brief_scene import does_jobs
from tests.handlers.dialogue import COUNTY, HILL, Actor, Town
from tests.handlers.staff_scene import complain
from tests.handlers.survey_scene import answers, hears, out, said, taps
from tests.storage.raw import every

both = pytest.mark.parametrize("language", ["en", "zh"])
WHY = "A well is to be dug where it is wanted most"


async def closed(town: Town, language: str, *, anonymous: bool = False) -> tuple[Survey, Actor, list[Actor]]:
    """Return a survey that has closed, one who may read it, and the two who have answered it: Ann, and one unnamed."""
    residents = [(await complain(town, language))[0] for _ in range(2)]
    survey = await out(town, anonymous=anonymous, language=language)
    reader = await town.official(Role.LEADER, language, area=COUNTY)
    await town.passes(minutes=1)
    for actor, name, words in zip(residents, ("Ann Reed", ""), ("A new pump", "A deeper well"), strict=True):
        await answers(actor, words=words, name=None if anonymous else name)
    await town.passes(days=15)
    return survey, reader, residents


async def looks(town: Town) -> list[Event]:
    async with town.store.reading() as session:
        return [event for event in await every(session, [Event]) if event.kind == "name_seen"]


async def opens(town: Town, reader: Actor, survey: Survey) -> None:
    await reader.sends_data(f"m.surveys.show.{survey.id}")
    await taps(reader, "Who answered what")


@both
async def test_names_are_read_person_by_person_for_a_reason(town: Town, language: str) -> None:
    survey, reader, (ann, _) = await closed(town, language)
    await opens(town, reader, survey)
    assert hears(reader, "It is recorded")
    assert await looks(town) == []
    await reader.says(WHY)
    place = {"en": "Willow Town", "zh": "柳河镇"}[language]
    assert reader.hears(rf"👤 1\. Ann Reed · {place}\n"), "no group where the survey asks for none"
    assert reader.hears("A new pump")
    assert reader.hears_nothing_of("A deeper well"), "one at a time"
    await taps(reader, "Next")
    assert reader.hears("A deeper well")
    assert hears(reader, "no name given")
    await taps(reader, "The one before")
    (look,) = await looks(town)
    assert (look.case_id, look.actor_id, look.data["why"]) == (survey.id, (await reader.person()).id, WHY)
    assert [flaw async for flaw in Verifying(town.store.database).flaws()] == []
    await ann.says("/mydata")
    assert ann.hears({"en": "looked at who answered what", "zh": "谁答了什么"}[language])


@both
async def test_all_of_it_comes_as_a_file_and_that_is_recorded_too(town: Town, language: str, tmp_path: Path) -> None:
    survey, reader, _ = await closed(town, language)
    await does_jobs(town, tmp_path)
    await opens(town, reader, survey)
    await reader.says(WHY)
    await taps(reader, "All of it as a file")
    assert hears(reader, "coming as a file")
    assert await does_jobs(town, tmp_path) == 1
    assert [look.data["way"] for look in await looks(town)] == ["chat", "file"]
    lines = Vault(tmp_path).path(reader.shown_files[-1].digest).read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("Ann Reed,")
    assert "A deeper well" in lines[2]


async def test_the_file_has_everybody_however_many_they_are(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read page by page: the last page may be full, or not."""
    survey, reader, _ = await closed(town, "en")
    await does_jobs(town, tmp_path)
    for size in (1, 2, 3):
        monkeypatch.setattr(names, "_PAGE", size)
        await opens(town, reader, survey)
        await reader.says(WHY)
        await taps(reader, "All of it as a file")
        await does_jobs(town, tmp_path)
        lines = Vault(tmp_path).path(reader.shown_files[-1].digest).read_bytes().decode("utf-8-sig").splitlines()
        assert [line.partition(",")[0] for line in lines[1:]] == ["Ann Reed", "no name given"]


@both
async def test_nobody_reads_names_of_an_anonymous_survey(town: Town, language: str) -> None:
    survey, reader, _ = await closed(town, language, anonymous=True)
    await reader.sends_data(f"m.surveys.show.{survey.id}")
    assert said(reader, "Who answered what") not in "".join(reader.last.labels)
    await reader.sends_data(f"m.surveys.names.{survey.id}")
    assert hears(reader, "I can't find that here")
    assert await looks(town) == []


@both
async def test_what_was_promised_before_stays_promised(town: Town, language: str) -> None:
    survey, reader, _ = await closed(town, language)
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Survey, survey.id)
        assert found is not None
        uow.put(replace(found, tells_names=False))
    await reader.sends_data(f"m.surveys.names.{survey.id}")
    assert hears(reader, "I can't find that here")


@both
async def test_others_and_old_buttons_open_nothing(town: Town, language: str) -> None:
    survey, reader, (ann, _) = await closed(town, language)
    elsewhere = await town.official(Role.SUPERVISOR, language, area=HILL)
    second = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await opens(town, reader, survey)
    await reader.says(WHY)
    (look,) = await looks(town)
    for stranger in (elsewhere, second, ann):
        for data in (f"m.survey_people.{look.id}.0", f"m.survey_people_file.{look.id}", "m.survey_people.x.y"):
            await stranger.sends_data(data)
            assert hears(stranger, "I can't find that here")
    assert elsewhere.hears_nothing_of("A new pump")
    await town.passes(hours=2)
    await taps(reader, "Next")
    assert hears(reader, "opened a while ago")
    assert len(await looks(town)) == 1


@both
async def test_nothing_is_read_before_it_is_over(town: Town, language: str) -> None:
    await complain(town, language)
    survey = await out(town, anonymous=False, language=language)
    reader = await town.official(Role.LEADER, language, area=COUNTY)
    await town.passes(minutes=1)
    await reader.sends_data(f"m.surveys.names.{survey.id}")
    assert hears(reader, "no results before")


async def test_whoever_erases_their_data_is_in_it_no_more(town: Town) -> None:
    survey, reader, (ann, _) = await closed(town, "en")
    person = (await ann.person()).id
    async with town.store.database.transaction() as session:
        for name in ("own_survey_answers_erase", "own_survey_names_erase"):
            await session.write(name, [{"person": person}])
    town.now += timedelta(minutes=1)
    await opens(town, reader, survey)
    await reader.says(WHY)
    assert reader.hears_nothing_of("Ann Reed")
    assert reader.hears("A deeper well")
