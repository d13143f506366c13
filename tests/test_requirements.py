"""The locked lists: complete, agreeing with each other, and without the address of an index."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "requirements"
PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)((?: ; [^\\]+)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
LISTS = ("run", "test", "bench", "lock")


def pinned(name: str) -> dict[str, str]:
    """Return the versions of a locked list, by package."""
    return {found[1]: found[2] for found in PIN.finditer((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))}


def wanted(name: str) -> set[str]:
    """Return the packages that an .in file names, those of the files it includes left out."""
    lines = (FOLDER / f"{name}.in").read_text(encoding="utf-8").splitlines()
    names = [re.split(r"[<>=,; ]", line)[0] for line in lines if line and line[0] not in "#-"]
    return {re.sub(r"[-_.]+", "-", each).lower() for each in names}


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_a_pin_with_hashes_or_a_remark(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    rest = [line for line in PIN.sub("", text).splitlines() if not line.lstrip().startswith("#")]
    assert rest == []
    assert "://" not in text


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("run", ["run", "build"]),
        ("test", ["run", "build", "test"]),
        ("bench", ["run", "build", "test", "bench"]),
        ("lock", ["lock"]),
    ],
)
def test_what_is_wanted_is_locked(name: str, sources: list[str]) -> None:
    assert set().union(*map(wanted, sources)) <= pinned(name).keys()


@pytest.mark.parametrize(("smaller", "larger"), [("run", "test"), ("test", "bench")])
def test_a_larger_list_has_the_versions_of_the_smaller_one(smaller: str, larger: str) -> None:
    assert pinned(smaller).items() <= pinned(larger).items()
