"""The numbers that somebody in danger is told to call, the times of alarms, and other remedies, as settings."""

from pathlib import Path

import pytest

from bot.settings import Settings, load_settings, rules_of
from bot.settings_errors import SettingsError
from casework.profile import Emergency, Remedies


def load(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, {})


def test_the_numbers_and_times_of_the_file_are_those_of_the_rules(tmp_path: Path) -> None:
    profile = rules_of(load(tmp_path, '[emergency]\npolice = "+86 110"\n[followups]\nalarm_ring_minutes = [2, 3, 30]'))
    assert profile.emergency == Emergency(police="+86 110")
    assert profile.times.alarm_ring_minutes == (2, 3, 30)


def test_the_limits_of_other_remedies_are_those_of_the_file(tmp_path: Path) -> None:
    assert rules_of(load(tmp_path, "")).remedies == Remedies()
    assert rules_of(load(tmp_path, "[remedies]\nsuit_months = 3")).remedies == Remedies(suit_months=3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[remedies]\nreconsideration_days = 0", "remedies.reconsideration_days"),
        ("[remedies]\nappeal_days = 15", "remedies"),
        ('[emergency]\nfire = ""', "emergency.fire: needs a telephone number"),
        ('[emergency]\ncomfort = "call us"', "emergency.comfort: needs a telephone number"),
        ("[emergency]\nambulance = 120", "emergency.ambulance"),
        ("[followups]\nalarm_ring_minutes = []", "followups.alarm_ring_minutes: needs at least one"),
        ("[followups]\nalarm_asked_minutes = 0", "followups.alarm_asked_minutes"),
    ],
)
def test_what_nobody_can_call_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load(tmp_path, text)
