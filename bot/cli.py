"""The command line: what an administrator types. Each command loads what it needs and no more."""

import gc
import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from casework.people import Role

app = App(
    name="doorstep",
    help="Doorstep: residents write as to a neighbour, and the office answers in time.",
    version=lambda: metadata.version("doorstep"),
)

org = App(name="org", help="Areas, units, and the routes that lead a case to a unit.")
app.command(org)

post = App(name="post", help="Who serves: list the posts, and end one.")
app.command(post)

policies = App(name="policies", help="Policies: taken over from files, for somebody to approve.")
app.command(policies)

survey = App(name="survey", help="Surveys: load one from a file.")
app.command(survey)

audit = App(name="audit", help="The record: is every line as it was written.")
app.command(audit)

ConfigFile = Annotated[Path, Parameter(name="--config", help="The settings file.")]
NoOpposite = Annotated[bool, Parameter(negative="")]


def main() -> None:
    """Run the command that was typed; what can't work ends with one line and its status."""
    app()


@app.command
def version() -> None:
    """Say which version this is."""
    print(metadata.version("doorstep"))


@app.command
def check_config(*, config: ConfigFile = Path("config.toml")) -> int:
    """Say whether the settings can be used, and what they come to. Never shows a secret."""
    import os

    from bot import own_texts
    from bot.settings import load_settings
    from bot.settings_errors import SettingsError

    try:
        settings = load_settings(config, os.environ)
        own_texts.take(settings)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    service, telegram = settings.service, settings.telegram
    print(f"{config.name} can be used.")
    print(f"service:   {service.name} / {service.name_en}, {service.profile}, {', '.join(service.languages)}")
    print(f"database:  {'SQLite' if settings.storage.url.reveal().startswith('sqlite:') else 'PostgreSQL'}")
    print(f"Telegram:  {telegram.mode if telegram.token else 'off, no token'}")
    print(f"web:       {settings.web.address}")
    return 0


@app.command
def demo(*, database: Path = Path("data/demo.db"), port: int = 8080, language: Literal["zh", "en"] = "zh") -> int:
    """Run the demo: a sample county, stories to choose, people to play, and a clock to move. It needs nothing.

    Parameters
    ----------
    database
        Where it keeps what is said.
    port
        Where the web chat listens, on this machine alone; 0 takes a free port.
    language
        What everybody speaks at first.
    """
    from bot.commands.demo import demo as run_demo

    return run_demo(database, port, language)


@app.command
def run(*, config: ConfigFile = Path("config.toml")) -> int:
    """Run the service: Telegram if there is a token, the web chat, and the schedule. SIGTERM ends it."""
    # All that is loaded now is kept: the collector would look through it again and again. The service turns it on.
    gc.disable()
    from bot.commands import run as command
    from bot.commands import running

    return running.guarded(lambda: command.run(config))


@app.command
def migrate(*, look: bool = False, config: ConfigFile = Path("config.toml")) -> int:
    """Bring the database up to date, or make it; `run` does the same when it starts.

    Parameters
    ----------
    look
        Only say what is to be done, and whether the service has to be stopped for it.
    """
    from bot.commands import database, running

    return running.guarded(lambda: database.look(config) if look else database.migrate(config))


@app.command
def copy(*, original: Annotated[str, Parameter(name="--from")], into: Annotated[str, Parameter(name="--to")]) -> int:
    """Copy a whole database into an empty one, such as from SQLite to PostgreSQL, and compare the two.

    Parameters
    ----------
    original
        The database as a URL, as in the settings: sqlite:///PATH or postgresql://...
    into
        The empty one.
    """
    from bot.commands import copying, running

    return running.guarded(lambda: copying.copy(original, into))


@app.command
def backup(*, to: Path = Path("backups"), config: ConfigFile = Path("config.toml")) -> int:
    """Back up the database and the files while the service runs, into a new folder that is checked.

    Parameters
    ----------
    to
        Where the folder is made.
    """
    from bot.commands import backups, running

    return running.guarded(lambda: backups.backup(config, to))


@app.command
def restore(folder: Path, *, config: ConfigFile = Path("config.toml")) -> int:
    """Put a backup back: into an empty database, and the folder of files that the settings name.

    Parameters
    ----------
    folder
        The folder that `doorstep backup` has made.
    """
    from bot.commands import backups, running

    return running.guarded(lambda: backups.restore(config, folder))


@app.command
def doctor(*, repair: NoOpposite = False, config: ConfigFile = Path("config.toml")) -> int:
    """Look whether all is well: settings, database, clocks, Telegram, organisation, follow-ups, files.

    The status is 1 where something is not, with a line that says what to do.

    Parameters
    ----------
    repair
        Work out again what can be: follow-ups that are not as planned, and numbers.
    """
    from bot.commands import doctor as command
    from bot.commands import running

    return running.guarded(lambda: int(not command.doctor(config, repair=repair)))


@app.command
def stats(*, days: int = 30, json: NoOpposite = False, config: ConfigFile = Path("config.toml")) -> int:
    """Count what became of the cases of the last days: by kind, by how they ended, by unit. Nobody is named.

    Parameters
    ----------
    days
        How many days back.
    json
        Print the counts as JSON.
    """
    from bot.commands import running, statistics

    return running.guarded(lambda: statistics.stats(config, days, as_json=json))


@app.command
def texts(folder: Path, *, days: int = 30, config: ConfigFile = Path("config.toml")) -> int:
    """Look at texts of your own before they are said: what is wrong with them, and how often each was said of late.

    The status is 1 where something is wrong.

    Parameters
    ----------
    folder
        The folder with zh/*.ftl and en/*.ftl. Named in the settings as `texts`, they are said.
    days
        How many days back.
    """
    from bot.commands import own_texts, running

    return running.guarded(lambda: own_texts.preview(config, folder, days))


@app.command
def permissions(*, language: Literal["zh", "en"] = "en") -> None:
    """Print who may do what, as a page in Markdown.

    Parameters
    ----------
    language
        The language of the page.
    """
    from bot.permissions_page import page

    print(page(language), end="")


@org.command(name="import")
def import_organisation(
    *files: Path,
    retire: NoOpposite = False,
    dry_run: NoOpposite = False,
    days: int = 30,
    config: ConfigFile = Path("config.toml"),
) -> int:
    """Take over areas, units and routes from TOML and CSV files, or folders of them, read as one organisation.

    Parameters
    ----------
    files
        The files or folders.
    retire
        Put areas and units that the files do not name out of service. Their cases remain.
    dry_run
        Only say what would change, and where the cases of the last days would have gone.
    days
        How many days a dry run looks back.
    """
    from bot.commands import organisation, running

    return running.guarded(lambda: organisation.import_files(config, files, retire=retire, dry_run=dry_run, days=days))


@org.command(name="export")
def export_organisation(*, output: Path | None = None, config: ConfigFile = Path("config.toml")) -> int:
    """Write the organisation as a TOML file that `org import` takes.

    Parameters
    ----------
    output
        The file to write; the terminal without it.
    """
    from bot.commands import organisation, running

    return running.guarded(lambda: organisation.export(config, output))


@app.command
def invite(
    *,
    role: Role | None = None,
    group: NoOpposite = False,
    area: str | None = None,
    unit: str | None = None,
    title: str = "",
    title_en: str = "",
    grid: str = "",
    days: int = 7,
    config: ConfigFile = Path("config.toml"),
) -> int:
    """Invite somebody to a post, or a group chat to a unit, by a code that works once.

    Parameters
    ----------
    role
        The post. Cadres and heads need --unit, all others --area.
    group
        Instead of a role: invite the unit's group chat.
    area
        The code of the area that the post is over.
    unit
        The code of the unit.
    title
        What others see instead of a name, in Chinese.
    title_en
        The same in English.
    grid
        The codes of the areas that a cadre looks after, with commas between them.
    days
        How long the code can be used.
    """
    from bot.commands import invites, running

    def offer() -> None:
        if (role is None) is not group:
            raise running.CommandError("say whom to invite: --role ROLE, or --group")
        codes = tuple(code for code in grid.replace(" ", "").split(",") if code)
        invites.invite(config, invites.Offer(role, area, unit, title.strip(), title_en.strip(), codes, days))

    return running.guarded(offer)


@app.command
def replay(
    *files: Path,
    areas: Path | None = None,
    limit: int | None = None,
    labels: Path | None = None,
    json: NoOpposite = False,
) -> int:
    """Play recorded messages through a throw-away service, and count what became of them.

    Nothing of what the messages say is shown, only their ids. The status is 1 where a message was neither filed nor
    answered.

    Parameters
    ----------
    files
        Messages as JSON lines: in Chinese with text (id, title, label), in English with description or summary (id,
        address, lat, lon, category).
    areas
        The areas that the service knows, as for `org import`; without it ../shared/data/areas, else the sample's.
    limit
        Play only so many messages of each file.
    labels
        What people said of some of the messages by reading them, as CSV (id, kind, accusation, danger, matters): it is
        held against what the program says.
    json
        Print the figures as JSON.
    """
    from bot.commands.replay import replay as play

    return play(files, areas, limit, labels, as_json=json)


@post.command(name="list")
def list_posts(*, config: ConfigFile = Path("config.toml")) -> int:
    """List the posts that are held, with their numbers."""
    from bot.commands import posts, running

    return running.guarded(lambda: posts.show(config))


@post.command(name="end")
def end_post(number: int, *, to: int | None = None, config: ConfigFile = Path("config.toml")) -> int:
    """End a post: whoever held it serves there no more, and its open cases go to somebody else, who is told once.

    Parameters
    ----------
    number
        The post's number, as `doorstep post list` shows it.
    to
        The number of the post to whose holder the cases go; without it they are spread by place and load.
    """
    from bot.commands import posts, running

    return running.guarded(lambda: posts.end(config, number, to))


@policies.command(name="import")
def import_policies(
    folder: Path, *, language: Literal["zh", "en"] | None = None, config: ConfigFile = Path("config.toml")
) -> int:
    """Take over policies from the Markdown files of a folder. They are shown once somebody has approved them in chat.

    Parameters
    ----------
    folder
        Where the .md files are.
    language
        The language in which it is said what is wrong with them; the service's first one by default.
    """
    from bot.commands import policies as command
    from bot.commands import running

    return running.guarded(lambda: command.import_files(config, folder, language or ""))


@survey.command(name="import")
def import_survey(
    file: Path, *, language: Literal["zh", "en"] | None = None, config: ConfigFile = Path("config.toml")
) -> int:
    """Load a survey from a TOML file; it goes out once a second person has approved it in chat.

    Parameters
    ----------
    file
        The file: title, area, closes, anonymous, public, groups, and a [[question]] for each question.
    language
        The language in which it is said what is wrong with it; the service's first one by default.
    """
    from bot.commands import running, surveys

    return running.guarded(lambda: surveys.import_file(config, file, language or ""))


@audit.command(name="verify")
def verify_record(*, seal: str = "", config: ConfigFile = Path("config.toml")) -> int:
    """Look through the whole record for lines that were changed, taken out or put in. The status is 1 where there are.

    Parameters
    ----------
    seal
        The digest of a seal that was kept elsewhere: it has to be there still.
    """
    from bot.commands import audit as command
    from bot.commands import running

    return running.guarded(lambda: command.verify(config, seal))


@audit.command(name="seals")
def list_seals(*, last: int = 7, config: ConfigFile = Path("config.toml")) -> int:
    """Print the newest daily seals, to be kept elsewhere.

    Parameters
    ----------
    last
        How many: one or more.
    """
    from bot.commands import audit as command
    from bot.commands import running

    return running.guarded(lambda: command.seals(config, last))
