"""A visit's pass and its entry for a calendar: made by a job, handed over in chat, and what stands in them."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.calendar_file import Entry, calendar_file
from bot.files.vault import Vault
from bot.jobs import Hopeless, Work
from bot.reception.works import reception_works
from casework.actions.reception.booking import cancel_all
from casework.actions.reception.entries import TAKEN_BACK
from casework.actions.reception.passes import PASS
from casework.files import File, FileKind, Job
from casework.reception.days import Booking, Reception
from casework.reception.passes import key_of_pass, pass_code
from handlers.notices import render
from handlers.service import RENDERERS
from tests.bot.plain import StandingClock
from tests.handlers.dialogue import Actor, Town
from tests.handlers.reception_scene import announced, books, clerk, leader, taps
from tests.storage.raw import every

AT = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = await Town.open(database_url)
    yield town
    await town.close()


async def asked(town: Town, language: str) -> tuple[Actor, File]:
    """Return somebody who has booked and asked for the pass, and the file that it becomes."""
    await announced(town, await leader(town, language))
    ann = town.resident(language)
    await books(ann)
    await taps(ann, "Pass and calendar")
    async with town.store.reading() as session:
        (file,) = await every(session, [File])
    return ann, file


@LANGUAGES
async def test_the_pass_and_the_calendar_come_as_files(town: Town, tmp_path: Path, language: str) -> None:
    ann, file = await asked(town, language)
    vault = Vault(tmp_path / "files")
    works = reception_works(town.store, vault, StandingClock(town.now), "https://town.example")
    verb = await works[PASS].do(file.id)
    async with town.store.turn(town.now) as uow:
        await verb(uow)
        outgoing = await render(uow, uow.notices, RENDERERS)
    town.arrives(outgoing)
    assert [each.kind for each in ann.shown_files] == [FileKind.PHOTO, FileKind.DOCUMENT]
    code, entry = ann.shown_files
    with vault.open(code.digest) as content:
        assert content.read().startswith(b"\x89PNG")
    with vault.open(entry.digest) as content:
        text = content.read().decode()
    assert (entry.name, entry.mime) == ("reception.ics", "text/calendar")
    assert "DTSTART:20260305T010000Z\r\nDTEND:20260305T012000Z" in text
    assert "Deputy head" in text or "副县长" in text
    assert "TRIGGER:-PT2H" in text


@LANGUAGES
async def test_an_entry_moves_with_its_visit_in_the_calendar(town: Town, tmp_path: Path, language: str) -> None:
    """The same UID wherever it moves, and a higher SEQUENCE each time."""
    ann, file = await asked(town, language)
    vault = Vault(tmp_path / "files")
    works = reception_works(town.store, vault, StandingClock(town.now), "https://town.example")

    async def entry(file_id: int) -> dict[str, str]:
        verb = await works[PASS].do(file_id)
        async with town.store.turn(town.now) as uow:
            await verb(uow)
            outgoing = await render(uow, uow.notices, RENDERERS)
        town.arrives(outgoing)
        with vault.open(ann.shown_files[-1].digest) as content:
            lines = content.read().decode().replace("\r\n ", "").split("\r\n")
        return dict(line.split(":", 1) for line in lines if ":" in line)

    async def newest() -> int:
        async with town.store.reading() as session:
            return max(int(each.id) for each in await every(session, [File]) if each.source)

    first = await entry(file.id)
    office = await clerk(town, language)
    async with town.store.reading() as session:
        (day,) = await every(session, [Reception])
    await office.sends_data(f"r.day.{day.id}")
    await taps(office, "✏️ Change")
    await taps(office, "Day")
    await office.says("2026-03-12")
    await taps(office, "Change it, and tell them")
    # Kept by a tap: who had an entry gets the new one by itself.
    await taps(ann, "That suits me")
    second = await entry(await newest())
    assert (second["UID"], int(second["SEQUENCE"])) == (first["UID"], int(first["SEQUENCE"]) + 1)
    assert second["DTSTART"] == "20260312T010000Z"
    # Moved to another day by its visitor: another row, the same entry.
    await announced(town, await leader(town, language), day=date(2026, 3, 19))
    await taps(ann, "Another time")
    await ann.taps("19")
    await ann.taps("09:20")
    await taps(ann, "Pass and calendar")
    third = await entry(await newest())
    assert (third["UID"], int(third["SEQUENCE"])) == (first["UID"], int(second["SEQUENCE"]) + 1)
    # The day of before booked anew is an entry of its own.
    await ann.says("/reception book")
    await ann.taps("12")
    await ann.taps("09:00")
    await taps(ann, "Book it")
    await taps(ann, "Pass and calendar")
    assert (await entry(await newest()))["UID"] != first["UID"]


async def given_back(town: Town, works: Mapping[str, Work], vault: Vault, actor: Actor) -> dict[str, str]:
    """Return the lines of what takes an entry back, once it has been made and has arrived."""
    async with town.store.reading() as session:
        (job,) = [each for each in await every(session, [Job]) if each.kind == TAKEN_BACK]
    verb = await works[TAKEN_BACK].do(job.subject_id)
    async with town.store.turn(town.now) as uow:
        await verb(uow)
        outgoing = await render(uow, uow.notices, RENDERERS)
    town.arrives(outgoing)
    assert actor.hears("out of your calendar|日历里就去掉了")
    with vault.open(actor.shown_files[-1].digest) as content:
        lines = content.read().decode().replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


@LANGUAGES
@pytest.mark.parametrize("how", ["called off", "cancelled", "displaced"])
async def test_an_entry_of_a_visit_that_is_not_held_is_taken_back(
    town: Town, tmp_path: Path, language: str, how: str
) -> None:
    ann, file = await asked(town, language)
    vault = Vault(tmp_path / "files")
    works = reception_works(town.store, vault, StandingClock(town.now), "https://town.example")
    verb = await works[PASS].do(file.id)
    async with town.store.turn(town.now) as uow:
        await verb(uow)
    bo = town.resident(language)
    await books(bo, "09:20")
    office = await clerk(town, language)
    async with town.store.reading() as session:
        (day,) = await every(session, [Reception])
    match how:
        case "called off":
            await office.sends_data(f"r.off.{day.id}")
            await office.says("Flood watch")
        case "cancelled":
            await ann.sends_data(f"r.give_up.{day.id}.0")
        case "displaced":
            # One place is left, at 9:20: Bo keeps it.
            await office.sends_data(f"r.change.{day.id}")
            await taps(office, "Hours")
            await office.says("9:20-9:40")
            await taps(office, "Change it, and tell them")
    lines = await given_back(town, works, vault, ann)
    assert (lines["METHOD"], lines["STATUS"]) == ("CANCEL", "CANCELLED")
    assert lines["DTSTART"] == "20260305T010000Z"
    assert int(lines["SEQUENCE"]) == 1
    assert "TRIGGER" not in lines
    async with town.store.turn(town.now) as uow:
        visit = await uow.get(Booking, lines["UID"].removesuffix("@doorstep"))
        assert visit is not None
        assert (visit.entry, visit.sequence) == (None, 2)
    # Whoever has none, such as Bo, gets none; and nobody gets one twice.
    async with town.store.reading() as session:
        assert [each.kind for each in await every(session, [Job])].count(TAKEN_BACK) == 1


async def test_what_is_booked_anew_is_an_entry_above_the_one_that_was_taken_back(town: Town, tmp_path: Path) -> None:
    """Also where the job comes late: it means the entry of before alone."""
    ann, _ = await asked(town, "en")
    vault = Vault(tmp_path / "files")
    works = reception_works(town.store, vault, StandingClock(town.now), "https://town.example")
    async with town.store.reading() as session:
        (day,) = await every(session, [Reception])
    await ann.sends_data(f"r.give_up.{day.id}.0")
    await books(ann, "09:20")
    await taps(ann, "Pass and calendar")
    lines = await given_back(town, works, vault, ann)
    assert int(lines["SEQUENCE"]) == 1
    async with town.store.turn(town.now) as uow:
        visit = await uow.get(Booking, lines["UID"].removesuffix("@doorstep"))
        assert visit is not None
        assert visit.entry is not None
        assert visit.entry > 1


async def test_who_has_a_place_again_has_an_entry_above_the_one_that_was_taken_back(town: Town, tmp_path: Path) -> None:
    """Displaced, then filled in: nothing was booked anew, and what takes the first entry back may be opened last."""
    ann, _ = await asked(town, "en")
    vault = Vault(tmp_path / "files")
    works = reception_works(town.store, vault, StandingClock(town.now), "https://town.example")
    bo, office = town.resident("en"), await clerk(town, "en")
    await books(bo, "09:20")
    async with town.store.reading() as session:
        (day,) = await every(session, [Reception])
    await office.sends_data(f"r.change.{day.id}")
    await taps(office, "Hours")
    await office.says("9:20-9:40")
    await taps(office, "Change it, and tell them")
    await bo.sends_data(f"r.give_up.{day.id}.0")
    await taps(ann, "Pass and calendar")
    lines = await given_back(town, works, vault, ann)
    async with town.store.turn(town.now) as uow:
        visit = await uow.get(Booking, lines["UID"].removesuffix("@doorstep"))
        assert visit is not None
        assert visit.entry is not None
        assert visit.entry > int(lines["SEQUENCE"])


async def test_who_erases_their_data_gets_nothing_more(town: Town) -> None:
    ann, _ = await asked(town, "en")
    by = (await ann.person()).id
    async with town.store.turn(town.now) as uow:
        await cancel_all(uow, await uow.bookings_of(by))
    async with town.store.reading() as session:
        assert [each.kind for each in await every(session, [Job])] == [PASS]


async def test_what_was_cancelled_meanwhile_gets_no_pass(town: Town, tmp_path: Path) -> None:
    ann, file = await asked(town, "en")
    works = reception_works(town.store, Vault(tmp_path / "files"), StandingClock(town.now), "https://town.example")
    await taps(ann, "I can't come")
    await taps(ann, "Yes, give it up")
    with pytest.raises(Hopeless):
        await works[PASS].do(file.id)
    async with town.store.turn(town.now) as uow:
        await works[PASS].give_up(file.id)(uow)
        outgoing = await render(uow, uow.notices, RENDERERS)
    town.arrives(outgoing)
    assert ann.hears("couldn't be made")


def test_lines_are_folded_and_words_escaped() -> None:
    entry = Entry("1:2:0@doorstep", AT, AT, "接访日，" * 20, "Hall; room 2, left\nBEGIN:VALARM", 2)
    content = calendar_file(entry, AT)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    text = content.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:" + "接访日，" * 20 + "\r\n" in text
    assert "LOCATION:Hall\\; room 2\\, left\\nBEGIN:VALARM\r\n" in text
    assert text.count("\r\nBEGIN:VALARM\r\n") == 1


def test_a_pass_proves_itself_and_cannot_be_made_up() -> None:
    code = pass_code(b"secret", "12:345:0")
    assert key_of_pass(b"secret", code) == "12:345:0"
    assert key_of_pass(b"other", code) == ""
    assert key_of_pass(b"secret", code.replace("345", "346")) == ""
    assert key_of_pass(b"secret", "pass_1_2") == ""
    assert len(pass_code(b"secret", f"{10**15}:{10**15}:12")) <= 64
