"""What all tests share.

With DOORSTEP_REQUIRE=all, as in CI, a test that would be skipped fails: nothing goes untested unseen.
"""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

from tests import databases

hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
# To look for more: make test PYTEST_ARGS=--hypothesis-profile=search
hypothesis.settings.register_profile("search", max_examples=2000, deadline=None)
hypothesis.settings.load_profile("steady")

MOST_WORKERS = 12
REQUIRE_ALL = os.environ.get("DOORSTEP_REQUIRE") == "all"
SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


def skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why a test or a file was skipped."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips itself, where all tests are required."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"skipped, though all tests are required: {skip_reason(report)}"
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file that skips itself, where all tests are required."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.longrepr = f"skipped, though all tests are required: {skip_reason(report)}"
        report.outcome = "failed"
    return report


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes `-n auto` takes: tests wait for a database, a browser or a process half of the time.

    Not more than a PostgreSQL with ordinary settings has connections for.
    """
    return min((os.cpu_count() or 1) + 1, MOST_WORKERS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Give the figures that tests have recorded, and say how many tests were skipped, for each reason."""
    figures = [
        str(value)
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, value in report.user_properties
        if name == "figures"
    ]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n".join(figures))
    reasons = Counter(skip_reason(report) for report in terminalreporter.getreports("skipped"))
    if reasons:
        terminalreporter.section("skipped")
        for reason, count in reasons.most_common():
            terminalreporter.write_line(f"{count:5}  {reason}")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real data beside the project; skips where there is none."""
    if not SHARED_DATA.is_dir():
        pytest.skip("there is no ../shared/data")
    return SHARED_DATA


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[databases.SqliteTemplate]:
    """Give the file that SQLite's databases are copied from."""
    with databases.SqliteTemplate.made() as template:
        yield template


@pytest.fixture(scope="session")
def postgres_schema() -> Iterator[databases.PostgresSchema]:
    """Give the schema that all tests on PostgreSQL use, one after another."""
    with databases.PostgresSchema.made(databases.postgres_server()) as schema:
        yield schema


@pytest.fixture(params=databases.KINDS)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of a migrated database with nothing in it, once for SQLite and once for PostgreSQL."""
    if request.param == "postgres":
        yield request.getfixturevalue("postgres_schema").database()
    else:
        with request.getfixturevalue("sqlite_template").database() as url:
            yield url
