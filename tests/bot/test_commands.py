"""The commands of an administrator, typed as on a terminal, over real files and both databases."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.clock import machine_now
from bot.organisation_file import read_organisation
from casework.actions import membership
from casework.errors import Refused
from casework.people import Person, Post, Role
from storage.dialects import sqlite_path
from storage.store import Store
from tests.bot.terminal import ORGANISATION, Office, Said
from tests.databases import KINDS, fresh_database

POST = '\n[[post]]\nrole = "cadre"\ntitle = "驻村干部"\nunit = "luting"\n'


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office where the kind of database makes no difference."""
    return Office(tmp_path, f"sqlite:///{tmp_path / 'test.db'}", capsys)


@pytest.mark.parametrize("kind", KINDS)
async def test_migrate_makes_the_database_and_says_so_once(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with fresh_database(kind, tmp_path) as url:
        office = Office(tmp_path, url, capsys)
        look = (await office.types("migrate", "--look")).out
        assert look.startswith("migrations to apply: 1, 2, ")
        assert "Stop the service first, for: 34, 36, 38.\nMake a backup, then: doorstep migrate\n" in look
        file = Path(sqlite_path(url)) if kind == "sqlite" else None
        assert file is None or not file.exists(), "who only looks has made a file"
        first = await office.types("migrate")
        assert (first.status, first.err) == (0, f"A new database is made: {file}\n" if file else "")
        assert "migrations applied: 1" in first.out
        assert (await office.types("migrate")).out == "The database is up to date (nothing to do).\n"
        assert (await office.types("migrate", "--look")).out == "The database is up to date.\n"


async def test_import_says_what_it_changed_and_a_second_one_has_nothing_to_do(office: Office) -> None:
    said = await office.types("org", "import", office.file)
    assert said == Said(0, "areas: 3 added\nunits: 1 added\nroutes: 1 added\n", "")
    again = await office.types("org", "import", office.file)
    assert again.out == "The organisation is as the files say; nothing to change.\n"


async def test_a_dry_run_says_the_same_and_writes_nothing(office: Office) -> None:
    for _ in range(2):
        said = await office.types("org", "import", office.file, "--dry-run")
        assert said.out.startswith("areas: 3 added\n")
        assert "Nothing was written" in said.out


async def test_import_takes_several_files_and_folders_as_one_and_retires_what_they_leave_out(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = office.folder / "new"
    folder.mkdir()
    (folder / "areas.csv").write_text("code,name,level\n99,槐溪县,county\n", encoding="utf-8")
    unit = office.write("unit.toml", '[[unit]]\ncode = "county"\nname = "县政府"\narea = "99"\n')
    said = await office.types("org", "import", folder, unit, "--retire")
    assert said.out == "areas: 1 retired\nunits: 1 added, 1 retired\n"


async def test_posts_of_a_file_are_left_to_invitations_and_that_is_said(small: Office) -> None:
    said = await small.types("org", "import", small.write("posts.toml", ORGANISATION + POST))
    assert "Posts in the files: 1. People take a post up by: doorstep invite" in said.out


async def test_every_problem_of_a_file_is_named_and_nothing_is_written(small: Office) -> None:
    file = small.write("wrong.toml", ORGANISATION.replace('parent = "99"', 'parent = "98"').replace('"other"', '"x"'))
    said = await small.types("org", "import", file)
    assert (said.status, said.out) == (2, "")
    problems = said.err.splitlines()
    assert len(problems) == 3
    assert "wrong.toml, line 7, [[area]] 2: parent: no area has the code '98'" in problems[0]
    assert "category: 'x' is none of" in problems[2]
    assert not (small.folder / "test.db").exists()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), "name at least one file, as in: doorstep org import organisation.toml\n"),
        (("none.toml",), "none.toml: no such file\n"),
        (("empty",), "empty: holds no .toml or .csv file\n"),
    ],
)
async def test_files_that_are_not_there(small: Office, files: tuple[str, ...], said: str) -> None:
    (small.folder / "empty").mkdir()
    result = await small.types("org", "import", *(small.folder / file for file in files))
    assert result == Said(2, "", said.replace(files[0], f"{small.folder / files[0]}", 1) if files else said)


async def test_export_gives_a_file_that_imports_without_a_change(office: Office) -> None:
    await office.types("org", "import", office.file)
    printed = (await office.types("org", "export")).out
    file = office.folder / "exported.toml"
    assert (await office.types("org", "export", "--output", file)).out == f"The organisation is in {file}.\n"
    assert file.read_text(encoding="utf-8") == printed
    assert read_organisation(file) == read_organisation(office.file)
    again = await office.types("org", "import", file, "--retire")
    assert "nothing to change" in again.out


async def test_an_invitation_is_printed_with_what_to_do_and_works_once(office: Office) -> None:
    await office.types("org", "import", office.file)
    line = "invite --role cadre --unit luting --title 驻村干部 --title-en Officer --grid 9901,99 --days 3"
    said = await office.types(*line.split())
    assert (said.status, said.err) == (0, "")
    assert "Invitation: cadre, 驻村干部 / Officer, 芦汀镇人民政府 (luting)." in said.out
    assert "t.me" not in said.out
    code = the_code(said.out)
    store = await office.store()
    try:
        post = await joined(store, code)
        org = (await store.snapshot()).organisation
        assert (post.role, post.title, post.title_en) == (Role.CADRE, "驻村干部", "Officer")
        assert [org.areas[area].code for area in post.grid] == ["9901", "99"]
        assert post.unit_id is not None
        assert org.units[post.unit_id].code == "luting"
        with pytest.raises(Refused, match="invite-unknown"):
            await joined(store, code)
    finally:
        await store.close()


async def test_a_post_is_listed_and_ended(office: Office) -> None:
    await office.types("org", "import", office.file)
    code = the_code((await office.types("invite", "--role", "cadre", "--unit", "luting", "--title", "驻村干部")).out)
    store = await office.store()
    post = await joined(store, code)
    await store.close()
    listed = await office.types("post", "list")
    assert listed.status == 0
    assert str(post.id) in listed.out
    assert "驻村干部" in listed.out
    ended = await office.types("post", "end", str(post.id))
    assert (ended.status, ended.err) == (0, "")
    assert "serves no more" in ended.out
    again = await office.types("post", "end", str(post.id))
    assert (again.status, again.out) == (2, "")
    assert again.err == f"nobody holds a post of the number {post.id}; doorstep post list shows them\n"
    assert (await office.types("post", "list")).out == "Nobody serves yet. Invite somebody: doorstep invite --help\n"


async def test_where_the_bot_has_a_name_there_is_a_link(small: Office) -> None:
    await small.types("org", "import", small.file)
    store = await small.store()
    async with store.database.transaction() as session:
        await session.write("fact_write", [{"key": "bot_username", "value": "egret_bot"}])
    await store.close()
    said = await small.types("invite", "--role", "leader", "--area", "9901")
    assert f"https://t.me/egret_bot?start={the_code(said.out)}\n" in said.out


async def test_a_code_is_kept_nowhere(small: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    await small.types("org", "import", small.file)
    code = the_code((await small.types("invite", "--role", "admin", "--area", "99")).out)
    assert code not in caplog.text
    kept = b"".join(file.read_bytes() for file in small.folder.glob("test.db*"))
    assert code.encode() not in kept


async def test_without_a_title_the_post_has_that_of_its_role_in_both_languages(small: Office) -> None:
    await small.types("org", "import", small.file)
    said = await small.types("invite", "--role", "supervisor", "--area", "99")
    assert "supervisor, 督查员 / Supervisor, 槐溪县 (99)" in said.out
    said = await small.types("invite", "--role", "duty", "--area", "99")
    assert "duty, 值班员 / Duty officer, 槐溪县 (99)" in said.out
    said = await small.types("invite", "--role", "supervisor", "--area", "99", "--title-en", "Inspector")
    assert "supervisor, Inspector, 槐溪县 (99)" in said.out


async def test_a_group_chat_is_invited_by_a_code_to_bind(small: Office) -> None:
    await small.types("org", "import", small.file)
    said = await small.types("invite", "--group", "--unit", "luting")
    code = the_code(said.out, "/bind")
    store = await small.store()
    try:
        async with store.turn(machine_now()) as uow:
            group = await membership.bind(uow, 1, "tg:-1", code, "zh")
    finally:
        await store.close()
    assert group.active


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "say whom to invite: --role ROLE, or --group"),
        ("--group --role head --unit luting", "say whom to invite: --role ROLE, or --group"),
        ("--role cadre", "--role cadre: belongs to a unit; name it by --unit CODE, without --area"),
        ("--role cadre --area 99", "--role cadre: belongs to a unit; name it by --unit CODE, without --area"),
        ("--group --area 99", "--group: belongs to a unit; name it by --unit CODE, without --area"),
        ("--role leader", "--role leader: serves an area and all below it; name it by --area CODE, without --unit"),
        ("--role leader --area 99 --grid 99", "--grid: only cadres and heads look after areas of their own"),
        ("--role leader --area 99 --days 0", "--days: 0 is not between 1 and 365"),
        ("--role cadre --unit lutign", "--unit: no unit has the code 'lutign'; did you mean luting (芦汀镇人民政府)?"),
        ("--role cadre --unit 芦汀镇政府", "--unit: no unit has the code '芦汀镇政府'"),
        ("--role cadre --unit luting --grid 9901,9903", "--grid: no area has the code '9903'; did you mean 9901"),
        ("--role leader --area 芦汀镇", "--area: no area has the code '芦汀镇'; did you mean 9901 (芦汀镇)?"),
        ("--role leader --area zzz", "--area: no area has the code 'zzz'\n"),
        ("--role leader --area 9902", "--area: 云杉乡 (9902) is out of service"),
    ],
)
async def test_an_invitation_that_cannot_be_made_is_refused_in_one_line(small: Office, line: str, said: str) -> None:
    await small.types("org", "import", small.file)
    result = await small.types("invite", *line.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(said)
    assert result.err.count("\n") == 1


async def test_before_there_are_units_an_invitation_says_what_comes_first(office: Office) -> None:
    said = await office.types("invite", "--role", "head", "--unit", "luting")
    assert said.err.endswith("; there are none yet, load them: doorstep org import FILE\n")


COMMANDS = ("migrate", "org export", "org import {file}", "invite --role leader --area 99")


@pytest.mark.parametrize("command", COMMANDS)
async def test_settings_that_cannot_be_used_are_one_line(small: Office, command: str) -> None:
    small.write("config.toml", "[storage]\nurl = 7")
    said = await small.types(*command.format(file=small.file).split())
    assert said == Said(2, "", "config.toml: storage.url: needs a text in quotes, not a whole number\n")
    (small.folder / "config.toml").unlink()
    said = await small.types(*command.format(file=small.file).split())
    assert said.err == "config.toml: there is no such file; copy config.example.toml to begin\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("url", "problem"),
    [
        (
            "postgresql://me:hush@127.0.0.1:1/none",
            "PostgreSQL cannot be reached: no server answers at this address and port",
        ),
        ("sqlite:///{folder}", r"\S+ cannot be used as a database: unable to open database file"),
        ("sqlite:///{folder}/text.toml/a.db", r"there is no folder for the database: \S+/text.toml: File exists"),
        ("sqlite:///{folder}/text.toml", r"\S+ cannot be used as a database: file is not a database"),
    ],
)
async def test_a_database_that_cannot_be_used_is_one_line(
    small: Office, command: str, url: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("text.toml", "no database at all, " * 100)
    monkeypatch.setenv("DOORSTEP_STORAGE_URL", url.format(folder=small.folder))
    said = await small.types(*command.format(file=small.file).split())
    assert (said.status, said.out) == (2, "")
    assert re.fullmatch(f"{problem}\n", said.err)
    assert "hush" not in said.err


async def test_a_folder_that_cannot_be_written_to_is_one_line(small: Office) -> None:
    await small.types("org", "import", small.file)
    said = await small.types("org", "export", "--output", small.folder / "none" / "o.toml")
    assert said == Said(2, "", f"{small.folder / 'none' / 'o.toml'}: No such file or directory\n")


async def test_the_secret_of_query_codes_is_made_once_and_kept(office: Office) -> None:
    first = await office.store()
    await first.close()
    second = await office.store()
    await second.close()
    assert len(first.rules.secret) == 32
    assert second.rules.secret == first.rules.secret
    year = machine_now().year
    assert second.rules.calendar.announced_until in range(year - 2, year + 3)


def the_code(out: str, command: str = "/join") -> str:
    found = re.search(rf"{command} ([0-9A-Z]{{16}})$", out, re.MULTILINE)
    assert found is not None
    return found[1]


async def joined(store: Store, code: str) -> Post:
    now = machine_now()
    async with store.turn(now) as uow:
        person: Any = await uow.get(Person, 1)
        if person is None:
            uow.put(Person(1, "", "zh", "", now))
        return await membership.join(uow, 1, code)
