"""An on-site day in the calendars of those who go there: made by a job, handed over in chat, and taken out again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.files.vault import Vault
from bot.jobs import Hopeless, Work
from bot.outing_entries import outing_works
from casework.actions.outing_entries import ENTRY
from casework.files import File, FileKind, FileState, Job
from casework.petitions import Case
from casework.replacing import replace
from handlers.notices import render
from handlers.service import RENDERERS
from tests.bot.plain import StandingClock
from tests.handlers.dialogue import Actor, Town
from tests.handlers.test_onsite import outing_of, planned, stored, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


class Calendars:
    """What makes the entries of a town, and what stands in the files that arrived."""

    def __init__(self, town: Town, folder: Path) -> None:
        self.town = town
        self.vault = Vault(folder / "files")
        self.works: dict[str, Work] = outing_works(town.store, self.vault, StandingClock(town.now))

    async def wanted(self) -> list[int]:
        """Return the files that are still to be made, in order."""
        return sorted(file.id for file in await stored(self.town, File) if file.source)

    async def make(self) -> None:
        """Make what is wanted; all of it arrives."""
        assert {job.kind for job in await stored(self.town, Job)} == {ENTRY}
        outgoing = []
        for file_id in await self.wanted():
            verb = await self.works[ENTRY].do(file_id)
            async with self.town.store.turn(self.town.now) as uow:
                await verb(uow)
                outgoing += await render(uow, uow.notices, RENDERERS)
        self.town.arrives(outgoing)

    def read(self, actor: Actor) -> dict[str, str]:
        """Return the lines of the only file that somebody has got now, by their names."""
        (file,) = actor.shown_files
        assert (file.kind, file.mime) == (FileKind.DOCUMENT, "text/calendar")
        with self.vault.open(file.digest) as content:
            lines = content.read().decode().replace("\r\n ", "").split("\r\n")
        return dict(line.split(":", 1) for line in lines if ":" in line) | {"file": file.name}


async def comes(ann: Actor) -> None:
    """Let a resident be there, and ask for the day in the calendar."""
    await ann.taps(word(ann, "I'll be there", "我在场"))
    await ann.taps(word(ann, "Yes, they may", "可以"))
    await ann.taps(word(ann, "For my calendar", "放进日历"))
    assert ann.hears(word(ann, "is on its way", "马上发来"))


@LANGUAGES
async def test_whoever_goes_there_has_the_day_in_the_calendar(town: Town, tmp_path: Path, language: str) -> None:
    leader, ann, wang, case = await planned(town, language)
    calendars = Calendars(town, tmp_path)
    await comes(ann)
    await wang.taps(word(wang, "Agenda", "议程"))
    await wang.taps(word(wang, "For my calendar", "放进日历"))
    await calendars.make()
    assert wang.hears(word(wang, "On-site day in .*Maple Village.*for your calendar", "枫桥村现场办公，放进手机日历"))
    staff, resident = calendars.read(wang), calendars.read(ann)
    assert (staff["file"], staff["DTSTART"], staff["SEQUENCE"]) == ("on-site-day.ics", "20260305T010000Z", "0")
    assert staff["SUMMARY"] == word(wang, "On-site day in Maple Village\\, Willow Town", "柳河镇枫桥村现场办公")
    assert staff["LOCATION"].startswith(word(wang, "at the bridge (", "桥头 ("))
    assert staff["TRIGGER"] == "-PT2H"
    assert "DTEND" not in staff
    # Where the team meets is not for those whom it visits; of the matter nothing stands there.
    assert resident["LOCATION"] == resident["SUMMARY"].removeprefix("On-site day in ").removesuffix("现场办公")
    assert all(case.number not in line for line in (*staff.values(), *resident.values()))
    assert leader.shown_files == []


@LANGUAGES
async def test_a_day_that_is_called_off_is_taken_out_of_each_calendar(
    town: Town, tmp_path: Path, language: str
) -> None:
    leader, ann, wang, _ = await planned(town, language)
    calendars = Calendars(town, tmp_path)
    await comes(ann)
    await calendars.make()
    first = calendars.read(ann)
    outing = await outing_of(town)
    await leader.sends_data(f"o.off.{outing.id}")
    await leader.says("Flood watch")
    await calendars.make()
    assert ann.hears(word(ann, "takes the on-site day in .* out of your calendar", "手机日历里就去掉了"))
    off = calendars.read(ann)
    assert (off["METHOD"], off["STATUS"], off["UID"]) == ("CANCEL", "CANCELLED", first["UID"])
    assert int(off["SEQUENCE"]) > int(first["SEQUENCE"])
    assert off["file"] == "on-site-day-cancelled.ics"
    # Who had asked for none has nothing to take out.
    assert wang.shown_files == []
    await ann.sends_data(f"o.calendar.{outing.id}")
    assert ann.hears(word(ann, "That day is over", "这次已经结束"))
    assert await calendars.wanted() == []


@LANGUAGES
async def test_a_day_that_is_moved_moves_in_each_calendar(town: Town, tmp_path: Path, language: str) -> None:
    leader, ann, wang, _ = await planned(town, language)
    calendars = Calendars(town, tmp_path)
    await comes(ann)
    await calendars.make()
    first = calendars.read(ann)
    await leader.taps(word(leader, "Another day", "改日子"))
    await leader.says("2026-03-10")
    await leader.taps(word(leader, "Afternoon", "下午"))
    await leader.taps(word(leader, "As before", "还在老地方"))
    await calendars.make()
    moved = calendars.read(ann)
    assert (moved["UID"], int(moved["SEQUENCE"])) == (first["UID"], int(first["SEQUENCE"]) + 1)
    assert (moved["DTSTART"], "METHOD" in moved) == ("20260310T063000Z", False)
    assert wang.shown_files == []


async def test_who_stays_away_after_all_has_it_taken_out_and_may_ask_again(town: Town, tmp_path: Path) -> None:
    _, ann, _, _ = await planned(town, "en")
    calendars = Calendars(town, tmp_path)
    await comes(ann)
    await calendars.make()
    await ann.taps("Without me")
    await calendars.make()
    off = calendars.read(ann)
    assert off["METHOD"] == "CANCEL"
    assert (await outing_of(town)).entries == ()
    await comes(ann)
    await calendars.make()
    assert int(calendars.read(ann)["SEQUENCE"]) > int(off["SEQUENCE"])


async def test_an_entry_that_is_made_too_late_is_not_handed_over(town: Town, tmp_path: Path) -> None:
    leader, ann, _, _ = await planned(town, "en")
    calendars = Calendars(town, tmp_path)
    await comes(ann)
    (asked,) = await calendars.wanted()
    verb = await calendars.works[ENTRY].do(asked)
    await leader.sends_data(f"o.off.{(await outing_of(town)).id}")
    await leader.says("Flood watch")
    async with town.store.turn(town.now) as uow:
        await verb(uow)
        assert uow.notices == []
    (file,) = [each for each in await stored(town, File) if each.id == asked]
    assert (file.state, file.source) == (FileState.LOST, "")


async def test_nobody_else_has_it(town: Town) -> None:
    _, ann, _, case = await planned(town, "en")
    outing = await outing_of(town)
    stranger = town.resident("en")
    await stranger.says("Hello")
    # Nor has a resident of the agenda who has not said that they will be there.
    for actor in (stranger, ann):
        await actor.sends_data(f"o.calendar.{outing.id}")
    assert (await outing_of(town)).entries == ()
    await ann.taps("I'll be there")
    async with town.store.turn(town.now) as uow:
        known = await uow.get(Case, case.id)
        assert known is not None
        uow.put(replace(known, shielded=True))
    # What has come to accuse stands on no agenda, and so in no calendar.
    await ann.sends_data(f"o.calendar.{outing.id}")
    assert (await outing_of(town)).entries == ()


async def test_what_is_not_known_any_more_is_given_up(town: Town, tmp_path: Path) -> None:
    works = outing_works(town.store, Vault(tmp_path / "files"), StandingClock(town.now))
    with pytest.raises(Hopeless):
        await works[ENTRY].do(7)
    async with town.store.turn(town.now) as uow:
        await works[ENTRY].give_up(7)(uow)
