"""The doctor: finds nothing where all is well, and each thing that is not, with what to do; over both databases."""

import asyncio
import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from bot.charts import fonts
from bot.clock import machine_now
from bot.commands import doctor
from bot.desk import Desk
from bot.doctor import outside
from bot.doctor.charts import look_at_charts
from bot.secret import Secret
from bot.settings import Telegram
from casework.actions import filing
from casework.callbacks import Answer, Callback, Drawn
from casework.files import File, FileKind, FileState
from casework.people import Person, Post, Role
from casework.petitions import Case, Closing, State
from storage.dialects import sqlite_path
from storage.store import Store
from tests.acceptance.program import SAMPLE
from tests.bot.plain import NOW, PlainChannel, StandingClock, arrive, says
from tests.bot.terminal import Office
from tests.databases import fresh_database
from tests.standin.service import Standin
from tests.storage.raw import select

TOKEN = "123456:doctor-test"


async def breaks(ward: Office, sql: str) -> None:
    """Change the database as no program would."""
    store = await ward.store()
    await store.database.script(sql)
    await store.close()


@pytest.fixture
async def ward(office: Office) -> Office:
    """Give a service to be looked at."""
    assert (await office.types("org", "import", SAMPLE)).status == 0
    return office


async def staffed(ward: Office) -> tuple[Store, int]:
    """Let everybody serve whom the doctor asks for; return the store, and the person."""
    store = await ward.store()
    async with store.turn(NOW) as uow:
        root = uow.org.root
        assert root is not None
        person = uow.new_id()
        uow.put(Person(person, "", "en", "web:staff", NOW))
        for role in (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.DUTY):
            uow.put(Post(uow.new_id(), person, role, None, root.id, role.value, role.value))
        for unit in uow.org.units.values():
            uow.put(Post(uow.new_id(), person, Role.HEAD, unit.id, None, "head", "head"))
            uow.put(Post(uow.new_id(), person, Role.CADRE, unit.id, None, "cadre", "cadre"))
    return store, person


async def with_a_case(ward: Office) -> Case:
    """A case that runs, and all that goes with it."""
    store, _ = await staffed(ward)
    desk = Desk(store, {"plain": PlainChannel()}, StandingClock(NOW), machine_now)
    await arrive(desk, says("ann", "The street lamp at the school is dark, in Luting Town"))
    await desk.handle()
    async with store.reading() as session:
        ((draft,),) = await select(session, "select id from drafts")
        ((ann,),) = await select(session, "select person_id from addresses where key = 'plain:ann'")
    filed = await desk.act(lambda uow: filing.file(uow, draft, ann))
    await store.close()
    return filed.case


async def test_all_is_well_with_a_service_that_was_set_up(ward: Office) -> None:
    await with_a_case(ward)
    said = await ward.types("doctor")
    assert said.status == 0, said.lines
    assert [line[:2] for line in said.lines] == ["ok"] * 11


async def test_a_font_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "font.ttc").write_bytes(b"")
    (finding,) = look_at_charts(str(tmp_path / "font.ttc"))
    assert "font.ttc is no font" in finding.wrong


async def test_without_a_font_the_doctor_says_which_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path),))
    (finding,) = look_at_charts("")
    assert "fonts-noto-cjk" in finding.do


async def test_whoever_reads_no_further_leaves_no_connection_open(
    ward: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `doorstep doctor | head` does: a thread of a connection that is left would never let the command end."""

    def breaks_off(line: str) -> None:
        if "organisation" in line:
            raise BrokenPipeError

    def connections() -> set[str]:
        return {each.name for each in threading.enumerate() if "connection" in each.name}

    before = connections()
    monkeypatch.setattr(doctor, "print", breaks_off, raising=False)
    with pytest.raises(BrokenPipeError):
        await asyncio.to_thread(doctor.doctor, ward.folder / "config.toml")
    assert connections() == before


async def test_a_service_without_people_is_told_whom_to_invite(ward: Office) -> None:
    said = await ward.types("doctor")
    text = "\n".join(said.lines)
    assert said.status == 1
    assert "no dispatcher, supervisor, leader, duty" in text
    assert "Cases go to units in which no cadre serves" in text
    assert text.count("doorstep invite") == 3


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("delete from followups where subject = 'case:{case}' and kind = 'accept'", "not as planned for: case:"),
        ("update followups set due_at = due_at + 1 where subject = 'case:{case}'", "not as planned for: case:"),
        ("update people set open_cases = 7 where id = {cadre}", "open cases or parts is wrong for 1 (who gets"),
        ("update people set open_parts = 7 where id = {cadre}", "open cases or parts is wrong for 1 (who gets"),
        ("update petitions set open_cases = 3", "petitions' open cases is wrong for 1"),
    ],
)
async def test_what_can_be_worked_out_is_found_and_repaired(ward: Office, sql: str, says: str) -> None:
    case = await with_a_case(ward)
    await breaks(ward, sql.format(case=case.id, cadre=case.cadre_id))
    said = await ward.types("doctor")
    assert said.status == 1
    told = zip(said.lines, said.lines[1:], strict=False)
    assert any(says in line and cure.endswith("doorstep doctor --repair.") for line, cure in told)
    said = await ward.types("doctor", "--repair")
    assert said.status == 1
    assert sum("They have been" in line for line in said.lines) == 1
    assert (await ward.types("doctor")).status == 0


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("update posts set active = 0 where person_id = {cadre}", "Open cases are with people who hold no post"),
        ("update inbox set state = 'aside'", "1 updates of the last two days could not be handled"),
        ("update outbox set state = 'refused'", "messages were refused by Telegram"),
        ("delete from routes where category = 'other'", "No route covers what fits no category"),
        ("insert into migrations (number) values (9999)", "written by a newer version"),
    ],
)
async def test_what_people_have_to_mend_is_said(ward: Office, sql: str, says: str) -> None:
    case = await with_a_case(ward)
    await breaks(ward, f"{sql.format(cadre=case.cadre_id)}; update organisation set version = version + 1")
    said = await ward.types("doctor")
    assert said.status == 1
    assert any(says in line for line in said.lines), said.lines


async def test_a_file_that_is_gone_is_missed(ward: Office) -> None:
    await with_a_case(ward)
    store = await ward.store()
    async with store.turn(NOW) as uow:
        uow.put(File(uow.new_id(), 1, FileKind.PHOTO, 1, NOW, digest="0" * 64, state=FileState.KEPT))
    await store.close()
    said = await ward.types("doctor")
    assert said.status == 1
    assert any("1 files are missing" in line for line in said.lines)


async def test_no_word_of_people_is_printed(ward: Office) -> None:
    case = await with_a_case(ward)
    await breaks(ward, f"delete from followups where subject = 'case:{case.id}'")
    assert "lamp" not in "\n".join((await ward.types("doctor")).lines)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_that_cannot_be_opened_is_all_that_is_said(ward: Office) -> None:
    (ward.folder / "config.toml").write_text('[storage]\nurl = "postgresql://nobody@127.0.0.1:1/none"\n')
    said = await ward.types("doctor")
    assert said.status == 1
    assert said.lines[1] == "!!  database and schema"
    assert "cannot be reached" in said.lines[2]
    assert len(said.lines) == 4


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_typing_error_in_the_name_of_the_file_makes_no_database(ward: Office) -> None:
    (ward.folder / "config.toml").write_text(f'[storage]\nurl = "sqlite:///{ward.folder}/dta/doorstep.db"\n')
    said = await ward.types("doctor")
    assert said.status == 1
    assert f"There is no database at {ward.folder}/dta/doorstep.db." in said.lines[2]
    assert not (ward.folder / "dta").exists()


async def test_what_a_command_makes_anew_is_said(ward: Office) -> None:
    assert (await ward.types("stats")).err == ""
    (ward.folder / "config.toml").write_text(f'[storage]\nurl = "sqlite:///{ward.folder}/dta/doorstep.db"\n')
    assert (await ward.types("stats")).err == f"A new database is made: {ward.folder}/dta/doorstep.db\n"


async def test_of_nothing_no_empty_tables_are_shown(ward: Office) -> None:
    assert (await ward.types("stats")).lines == ["Cases filed in the last 30 days: 0, past their limit: 0"]


async def test_a_database_that_is_older_is_left_as_it_is(ward: Office) -> None:
    await breaks(ward, "delete from migrations where number = (select max(number) from migrations)")
    said = await ward.types("doctor")
    assert said.status == 1
    assert said.lines[2:] == [
        "      The database is older than the program.",
        "      → See what it takes: doorstep migrate --look",
    ]


def spoil(path: Path, page: int) -> None:
    """Write over one page: the first is that by which a database is known."""
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xa5" * 4096)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("place", "what"), [(0, "not a database"), (40, "damaged")])
async def test_a_database_file_that_is_damaged_is_named(ward: Office, place: int, what: str) -> None:
    await with_a_case(ward)
    spoil(Path(sqlite_path(ward.url)), place)
    said = await ward.types("doctor")
    assert said.status == 1
    assert said.lines[1] == "!!  database and schema"
    assert what in said.lines[2]
    assert len(said.lines) == 4


async def test_telegram_is_asked_who_the_bot_is_and_where_updates_go() -> None:
    async with Standin(TOKEN) as telegram:
        polling = Telegram(token=Secret(TOKEN), api_base_url=telegram.url)
        assert await outside.look_at_telegram(polling) == []
        hook = Telegram(
            token=Secret(TOKEN), api_base_url=telegram.url, mode="webhook", webhook_url="https://x.example/t"
        )
        (finding,) = await outside.look_at_telegram(hook)
        assert "does not send to [telegram] webhook_url" in finding.wrong
        wrong = Telegram(token=Secret("123456:other"), api_base_url=telegram.url)
        (finding,) = await outside.look_at_telegram(wrong)
        assert "does not know the token" in finding.wrong
        assert telegram.violations == []
    gone = Telegram(token=Secret(TOKEN), api_base_url="http://127.0.0.1:1")
    (finding,) = await outside.look_at_telegram(gone)
    assert "does not answer" in finding.wrong
    assert await outside.look_at_telegram(Telegram()) == []


async def test_telegram_is_asked_whether_the_bot_may_write_in_the_public_channel() -> None:
    async with Standin(TOKEN) as telegram:
        settings = Telegram(token=Secret(TOKEN), api_base_url=telegram.url)
        (finding,) = await outside.look_at_telegram(settings, "tg:-1007")
        assert "may not write in [service] public_channel" in finding.wrong
        channel = telegram.world.group(-1007, kind="channel")
        assert await outside.look_at_telegram(settings, "tg:-1007") == []
        channel.closed = "Forbidden: not enough rights"
        (finding,) = await outside.look_at_telegram(settings, "tg:-1007")
        assert "administrator of that channel that may post" in finding.do
        assert telegram.violations == []


async def test_clocks_are_held_against_each_other(tmp_path: Path) -> None:
    async with fresh_database("postgres", tmp_path) as url:
        assert await outside.look_at_clock(url, machine_now) == []
        (finding,) = await outside.look_at_clock(url, lambda: machine_now() - timedelta(seconds=90))
    assert "differ by 90 seconds" in finding.wrong
    assert await outside.look_at_clock("sqlite:///x.db", machine_now) == []


async def test_stats_count_cases_by_kind_end_and_unit(ward: Office) -> None:
    store, person = await staffed(ward)
    async with store.turn(machine_now()) as uow:
        now, unit = uow.now, min(uow.org.units)
        ends = (
            (State.WORKING, None, now + timedelta(days=3), None),
            (State.WORKING, None, now - timedelta(days=1), None),
            (State.CLOSED, Closing.SOLVED, now - timedelta(days=2), now - timedelta(days=3)),
            (State.CLOSED, Closing.NO_ANSWER, now - timedelta(days=3), now - timedelta(days=2)),
        )
        for number, (state, closing, limit, answered) in enumerate(ends, start=900):
            uow.put(
                Case(
                    number,
                    number,
                    f"n{number}",
                    1,
                    person,
                    "roads",
                    1,
                    "/1/",
                    "",
                    "lamp",
                    now - timedelta(days=9),
                    limit,
                    now,
                    state=state,
                    closing=closing,
                    unit_id=unit,
                    proposed_at=answered,
                )
            )
        for number, answer in enumerate((Answer.SOLVED, Answer.NOT_SOLVED, None), start=950):
            uow.put(
                Callback(number, 903, Drawn.SILENCE, unit, person, now - timedelta(days=1), now, now, answer=answer)
            )
        name = uow.org.units[unit].label("zh")
    await store.close()
    said = await ward.types("stats", "--json")
    found = json.loads("\n".join(said.lines))
    assert said.status == 0
    assert (found["filed"], found["late"]) == (4, 2)
    assert found["ended"] == {"solved": 1, "no_answer": 1}
    assert found["units"] == {name: [4, 2, 2]}
    assert found["called"] == {"silence": {"not_solved": 1, "open": 1, "solved": 1}}, "beside the ends, not in them"
    assert "lamp" not in "\n".join((await ward.types("stats")).lines)
    assert json.loads("\n".join((await ward.types("stats", "--json", "--days", "3")).lines))["filed"] == 0
