"""The files in deploy/ name what there is: commands, settings, paths, ports; systemd understands its units."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.cli import app
from bot.settings import FROM_ENVIRONMENT, Web
from bot.web.health import HEALTH, READY
from casework.files import LARGEST

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in DEPLOY.iterdir() if path.suffix in {".service", ".timer"})


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [unit for unit in UNITS if unit.endswith(".service")])
def test_units_start_what_the_program_understands(name: str) -> None:
    commands = re.findall(r"^Exec\w+=\S+/bin/doorstep (.+)$", read(name), re.MULTILINE)
    assert commands
    for words in commands:
        app.parse_args(shlex.split(words), exit_on_error=False, print_error=False)


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    verifier = shutil.which("systemd-analyze")
    if verifier is None:
        # Where there is no systemd, nobody starts a unit either; the forms are held by the machine that has it.
        assert all(line == "" or re.match(r"[#\[]|\w+=", line) for name in UNITS for line in read(name).splitlines())
        return
    for name in UNITS:
        text = re.sub(r"/opt/doorstep/app/\.venv/bin/doorstep", "/bin/true", read(name))
        (tmp_path / name).write_text(text)
    said = subprocess.run(
        [verifier, "verify", *(str(tmp_path / name) for name in UNITS)], capture_output=True, text=True, check=False
    )
    assert [line for line in said.stderr.splitlines() if str(tmp_path) in line or "doorstep" in line] == []


def test_the_image_is_made_of_what_there_is_and_runs_the_program() -> None:
    image = read("Containerfile")
    copied = [path for line in re.findall(r"^COPY (?!--)(.+) \S+$", image, re.MULTILINE) for path in line.split()]
    assert {"bot", "handlers", "storage", "casework", "requirements"} <= set(copied)
    sent = read("Containerfile.dockerignore").splitlines()
    for path in copied:
        assert (ROOT / path).exists()
        assert f"!{path}" in sent
    (command,) = re.findall(r"^CMD \[(.+)\]$", image, re.MULTILINE)
    words = [word.strip(' "') for word in command.split(",")]
    app.parse_args(words, exit_on_error=False, print_error=False)
    assert READY in image


def test_the_compose_file_gives_the_program_settings_that_it_takes() -> None:
    compose = read("compose.yaml")
    assert set(re.findall(r"\b(DOORSTEP_\w+):", compose)) <= set(FROM_ENVIRONMENT.values())
    for path in re.findall(r"- \./([\w.-]+\.conf):", compose):
        assert (DEPLOY / path).is_file()
    (command,) = re.findall(r"exec bot doorstep (.+)$", compose, re.MULTILINE)
    app.parse_args(shlex.split(command), exit_on_error=False, print_error=False)


@pytest.mark.parametrize("name", ["nginx.conf", "compose-nginx.conf"])
def test_the_web_server_in_front_lets_files_and_streams_through(name: str) -> None:
    text = read(name)
    (most,) = re.findall(r"client_max_body_size (\d+)m;", text)
    assert int(most) * 2**20 > LARGEST
    assert "proxy_buffering off;" in text
    assert "X-Forwarded-For $remote_addr;" in text
    assert text.count("{") == text.count("}")


def test_the_web_server_stands_before_the_default_port_and_keeps_figures_to_the_office() -> None:
    text = read("nginx.conf")
    assert f"server {urlsplit(f'//{Web().bind}').netloc};" in text
    (hidden,) = re.findall(r"location ~ \^/\(([\w|]+)\)\$", text)
    assert {f"/{each}" for each in hidden.split("|")} == {HEALTH, READY, "/metrics"}
