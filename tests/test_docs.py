"""What the documents name exists: links, paths, commands, settings, make targets, and the words of the model."""

import re
import shlex
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from cyclopts import CycloptsError

from bot.cli import app
from bot.organisation_file import read_files
from bot.settings import FROM_ENVIRONMENT, Settings, load_settings
from bot.telegram.outcomes import Kind
from bot.works import service_works
from casework.actions.files import FETCH
from casework.categories import CATEGORIES
from casework.people import Role
from casework.permissions import ALLOWED
from casework.petitions import Closing, OutcomeKind, State, Verdict
from storage.dialects import sqlite_path
from tests.databases import SqliteTemplate

ROOT = Path(__file__).parents[1]
MADE = {"build", "data", "dist"}
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part in MADE for part in page.relative_to(ROOT).parts)
)

FENCE = re.compile(r"^ *```(?P<language>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
# "doorstep" as a command with words behind it, also after a path or in a unit file; not as the name of a user.
COMMAND = re.compile(r"(?<!-u )(?:^|(?<=[\s/=]))doorstep( +[a-z][^|&;<>#]*)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
MAKE = re.compile(r"(?:^|\s)make((?: +[a-z]+)*)((?: +[A-Z_]+=\S*)*)")
SETTING = re.compile(r"\[([a-z]+)\] ([a-z_]+)")
PLACE = re.compile(r"(?:bot|handlers|storage|casework|tests|benchmarks|requirements|docs|\.ci)/[\w./-]*")


@dataclass(frozen=True)
class Block:
    """A block of code in a page."""

    language: str
    text: str


def _blocks(page: Path) -> list[Block]:
    return [Block(found["language"], found["text"]) for found in FENCE.finditer(page.read_text(encoding="utf-8"))]


def _prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def _code(page: Path) -> Iterator[str]:
    """Return what stands in code: each span, and each line of each block for a shell or a service manager."""
    yield from SPAN.findall(_prose(page))
    for block in _blocks(page):
        if block.language in {"sh", "ini"}:
            yield from block.text.splitlines()


def _anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings get."""
    kept = (re.sub(r"[^\w\- ]", "", heading.strip().lower()) for heading in HEADING.findall(_prose(page)))
    return {heading.replace(" ", "-") for heading in kept}


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


on_every_page = pytest.mark.parametrize("page", PAGES, ids=_name)


def test_the_documents_are_there() -> None:
    names = {_name(page) for page in PAGES}
    assert names >= {"README.md", "README.zh.md", "CHANGELOG.md", "docs/operations.md", "docs/architecture.md"}
    assert names >= {"docs/words.md", "docs/privacy.md"}


@on_every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(_prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), f"{link} leads out of the project"
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in _anchors(target), f"{link}: no such heading"


@on_every_page
def test_every_path_in_code_exists(page: Path) -> None:
    for span in SPAN.findall(_prose(page)):
        if PLACE.fullmatch(span):
            assert (ROOT / span).exists(), f"there is no {span}"


@on_every_page
def test_every_command_is_understood_by_the_program(page: Path) -> None:
    for code in _code(page):
        for found in COMMAND.finditer(code):
            try:
                app.parse_args(shlex.split(found[1]), exit_on_error=False, print_error=False)
            except CycloptsError as error:
                pytest.fail(f"doorstep{found[1]}: {error}")


def test_the_changelog_names_every_command() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for name in app:
        if not name.startswith("-"):
            assert re.search(rf"`(doorstep )?{name}\b", text), f"{name} is not in the changelog"


@on_every_page
def test_every_make_target_exists_and_takes_the_variables_named(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(TARGET.findall(makefile))
    for code in _code(page):
        for words, variables in MAKE.findall(code.partition("#")[0]):
            if "apt " in code:
                continue
            assert set(words.split()) <= targets, f"{code}: no such target"
            for variable in re.findall(r"([A-Z_]+)=", variables):
                assert variable in makefile, f"{code}: the Makefile knows no {variable}"


@on_every_page
def test_every_setting_exists(page: Path) -> None:
    sections = {each.name: each.type for each in msgspec.structs.fields(Settings)}
    for span in SPAN.findall(_prose(page)):
        for section, key in SETTING.findall(span):
            assert section in sections, f"[{section}] is no section"
            assert key in {each.name for each in msgspec.structs.fields(sections[section])}, f"[{section}] has no {key}"


@on_every_page
def test_every_environment_variable_is_read(page: Path) -> None:
    tests = (ROOT / "tests" / "conftest.py", ROOT / "tests" / "databases.py")
    known = {*FROM_ENVIRONMENT.values()}
    known.update(*(re.findall(r"DOORSTEP_[A-Z_]+", file.read_text(encoding="utf-8")) for file in tests))
    assert set(re.findall(r"DOORSTEP_[A-Z_]+", page.read_text(encoding="utf-8"))) <= known


@on_every_page
def test_every_example_in_toml_can_be_used(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(each for each in _blocks(page) if each.language == "toml"):
        file = tmp_path / f"{number}.toml"
        file.write_text(block.text, encoding="utf-8")
        if "[[" in block.text:
            organisation = read_files([file])
            assert organisation.areas or organisation.answers
        else:
            load_settings(file, {})


def test_both_readmes_name_the_same_commands_in_the_same_order() -> None:
    english, chinese = (
        [block.text for block in _blocks(ROOT / name) if "doorstep " in block.text]
        for name in ("README.md", "README.zh.md")
    )
    assert english == chinese


def _first_cells(page: Path) -> set[str]:
    """Return the code words that stand in the first cells of a page's tables."""
    rows = re.findall(r"^\| (`[^|]+`) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {word for row in rows for word in SPAN.findall(row)}


def test_the_glossary_has_every_word_of_the_model() -> None:
    kinds: Iterable[type[StrEnum]] = (Role, State, Closing, OutcomeKind, Verdict)
    wanted = {each.value for kind in kinds for each in kind}
    assert wanted <= _first_cells(ROOT / "docs" / "words.md")


def test_the_glossary_names_the_categories_as_the_program_does() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    for each in CATEGORIES:
        assert f"| `{each.id}` | {each.en} | {each.zh} |" in text


def test_the_architecture_names_every_kind_of_failure_and_of_follow_up() -> None:
    known = _first_cells(ROOT / "docs" / "architecture.md")
    assert {each.value for each in Kind} <= known
    texts = (ROOT / "bot" / "web" / "locales" / "en.ftl").read_text(encoding="utf-8")
    due = {kind.replace("-", "_") for kind in re.findall(r"^demo-due-([a-z-]+) =", texts, re.MULTILINE)}
    assert due - {"none"} <= known


def test_the_architecture_names_every_kind_of_job() -> None:
    anything: Any = None
    jobs = {FETCH, *service_works(anything, anything, anything, "", anything)}
    assert jobs <= _first_cells(ROOT / "docs" / "architecture.md")


def test_the_glossary_names_no_verb_that_is_gone() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    section = text.partition("\n## What happens\n")[2].partition("\n## ")[0]
    others = {"file", "assign", "trail", "seal", "digest", "follow-up", "extension", "review", "re-examination"}
    named = {word for row in re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE) for word in SPAN.findall(row)}
    assert named - others <= ALLOWED.keys()


def test_the_page_on_privacy_names_every_table(sqlite_template: SqliteTemplate) -> None:
    with sqlite_template.database() as url, closing(sqlite3.connect(sqlite_path(url))) as connection:
        tables = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in page.splitlines() if line.startswith("| ")]
    named = {name for row in rows for name in SPAN.findall(row)}
    assert tables - named == set()
