"""The command line: what an administrator types. Each command loads what it needs and no more."""

import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

app = App(
    name="doorstep",
    help="Doorstep: residents write as to a neighbour, and the office answers in time.",
    version=lambda: metadata.version("doorstep"),
)

ConfigFile = Annotated[Path, Parameter(name="--config", help="The settings file.")]


def main() -> None:
    """Run the command that was typed; what can't work ends with one line and status 1."""
    app()


@app.command
def version() -> None:
    """Say which version this is."""
    print(metadata.version("doorstep"))


@app.command
def check_config(*, config: ConfigFile = Path("config.toml")) -> int:
    """Say whether the settings can be used, and what they come to. Never shows a secret."""
    import os

    from bot.settings import load_settings
    from bot.settings_errors import SettingsError

    try:
        settings = load_settings(config, os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    service, telegram = settings.service, settings.telegram
    print(f"{config.name} can be used.")
    print(f"service:   {service.name} / {service.name_en}, {service.profile}, {', '.join(service.languages)}")
    print(f"database:  {'SQLite' if settings.storage.url.reveal().startswith('sqlite:') else 'PostgreSQL'}")
    print(f"Telegram:  {telegram.mode if telegram.token else 'off, no token'}")
    print(f"web:       {settings.web.public_url or f'http://{settings.web.bind}'}")
    return 0
