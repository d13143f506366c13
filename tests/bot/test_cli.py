"""The command line, as an administrator types it."""

from pathlib import Path

import pytest

from bot.cli import app


def status(line: str) -> int:
    """Run a command line; return the status it ends with."""
    with pytest.raises(SystemExit) as ended:
        app(line)
    return int(ended.value.code or 0)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("version") == 0
    assert capsys.readouterr().out == "0.1.0\n"


def test_settings_that_can_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOORSTEP_TELEGRAM_TOKEN", "12345:hush")
    monkeypatch.setenv("DOORSTEP_STORAGE_URL", "postgresql://me:hush@server/db")
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    assert status(f"check-config --config {config}") == 0
    said = capsys.readouterr().out
    assert "config.toml can be used." in said
    assert "PostgreSQL" in said
    assert "polling" in said
    assert "hush" not in said


def test_settings_that_name_no_folder_of_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[service]\ntexts = "{tmp_path}/ours"', encoding="utf-8")
    assert status(f"check-config --config {config}") == 1
    assert capsys.readouterr().err == f"service.texts: there is no folder {tmp_path}/ours\n"


def test_settings_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOORSTEP_TELEGRAM_TOKEN", raising=False)
    config = tmp_path / "config.toml"
    config.write_text("[telegram]\nmode = 'pull'", encoding="utf-8")
    assert status(f"check-config --config {config}") == 1
    said = capsys.readouterr()
    assert said.err == 'config.toml: telegram.mode: "pull" is not one of polling, webhook\n'
    assert said.out == ""
