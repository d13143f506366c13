"""Settings: what a file may say, and what is answered when it says something else."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path

import msgspec
import pytest

from bot.settings import FROM_ENVIRONMENT, Section, Settings, load_settings, rules_of
from bot.settings_errors import SettingsError
from casework.broadcasts.topics import NewsTopic
from casework.categories import CATEGORY_BY_ID
from casework.kinds import PetitionKind
from casework.profile import FollowUpTimes, Limits, Profile

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TOKEN = "12345:the-token_of_the_bot"
WEBHOOK = f"""
[telegram]
token = "{TOKEN}"
mode = "webhook"
webhook_url = "https://doorstep.example.org/telegram"
webhook_secret = "a-word_nobody-Guesses1"
"""


class Folder:
    """A folder with a config.toml, as an administrator has it."""

    def __init__(self, path: Path) -> None:
        self.file = path / "config.toml"

    def load(self, text: str, env: Mapping[str, str] | None = None) -> Settings:
        self.file.write_text(text, encoding="utf-8")
        return load_settings(self.file, env or {})

    def error(self, text: str, env: Mapping[str, str] | None = None) -> str:
        with pytest.raises(SettingsError) as caught:
            self.load(text, env)
        return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def keys_of(section: type[Section]) -> set[str]:
    keys: set[str] = set()
    for each in msgspec.structs.fields(section):
        inner = isinstance(each.type, type) and issubclass(each.type, Section)
        keys |= {f"{each.name}.{key}" for key in keys_of(each.type)} if inner else {each.name}
    return keys


def test_an_empty_file_gives_the_defaults(folder: Folder) -> None:
    assert folder.load("") == Settings()


def test_the_example_says_what_holds_without_it() -> None:
    assert load_settings(EXAMPLE, {}) == Settings()


def test_the_example_names_every_key() -> None:
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    named = {f"{section}.{key}" for section, values in example.items() for key in values}
    assert named == keys_of(Settings)


def test_the_example_names_every_variable() -> None:
    assert set(re.findall(r"DOORSTEP_\w+", EXAMPLE.read_text(encoding="utf-8"))) == set(FROM_ENVIRONMENT.values())


def test_the_rules_have_the_same_keys_and_defaults() -> None:
    limits = {each.name for each in dataclasses.fields(Limits)}
    times = {each.name for each in dataclasses.fields(FollowUpTimes)}
    assert keys_of(Settings) >= {f"limits.{name}" for name in limits} | {f"followups.{name}" for name in times}
    assert rules_of(Settings()) == Profile()


def test_figures_reach_the_rules(folder: Folder) -> None:
    rules = rules_of(
        folder.load(
            """
            [limits]
            request_days = 45
            question_days = 5
            suggestion_days = 40
            report_days = 20
            [limits.category_days]
            employment = 15
            [followups]
            digest_at = "09:15"
            confirm_days = [1, 3, 5]
            """
        )
    )
    assert rules.limits.days_for(PetitionKind.REQUEST, "employment") == 15
    assert rules.limits.days_for(PetitionKind.REQUEST, "roads") == 45
    assert [
        rules.limits.days_for(kind, "roads")
        for kind in (PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REPORT, PetitionKind.ACCUSATION)
    ] == [5, 40, 20, 20]
    assert rules.times.digest_at == time(9, 15)
    assert rules.times.confirm_days == (1, 3, 5)


def test_a_hotline_answers_sooner(folder: Folder) -> None:
    rules = rules_of(folder.load('[service]\nprofile = "hotline"'))
    assert rules.name == "hotline"
    assert rules.limits.request_days < Limits().request_days


def test_the_environment_wins(folder: Folder) -> None:
    env = {
        "DOORSTEP_TELEGRAM_TOKEN": "777:from-outside",
        "DOORSTEP_TELEGRAM_WEBHOOK_SECRET": "from-outside-and-long",
        "DOORSTEP_STORAGE_URL": "postgresql://server/outside",
    }
    settings = folder.load(WEBHOOK + '[storage]\nurl = "sqlite:///inside.db"', env)
    assert settings.telegram.token.reveal() == "777:from-outside"
    assert settings.telegram.webhook_secret.reveal() == "from-outside-and-long"
    assert settings.storage.url.reveal() == "postgresql://server/outside"


def test_an_empty_variable_changes_nothing(folder: Folder) -> None:
    assert folder.load(WEBHOOK, {"DOORSTEP_TELEGRAM_TOKEN": ""}).telegram.token.reveal() == TOKEN


def test_settings_show_no_secret(folder: Folder) -> None:
    settings = folder.load(WEBHOOK, {"DOORSTEP_STORAGE_URL": "postgresql://me:hidden@server/db"})
    shown = f"{settings} {settings!r} {settings.telegram.token} {settings.storage.url!r}"
    assert TOKEN not in shown
    assert "a-word_nobody-Guesses1" not in shown
    assert "hidden" not in shown


def test_a_file_from_a_windows_editor_is_read(folder: Folder) -> None:
    folder.file.write_bytes('\ufeff[service]\r\nname = "上门"\r\n'.encode())
    assert load_settings(folder.file, {}).service.name == "上门"


def test_a_time_may_stand_without_quotes(folder: Folder) -> None:
    assert folder.load("[followups]\nquiet_from = 22:00:00").followups.quiet_from == time(22, 0)


@pytest.mark.parametrize(
    ("bind", "host", "port"),
    [("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:99", "::1", 99), ("localhost:0", "localhost", 0)],
)
def test_an_address_and_a_port_to_listen_on(folder: Folder, bind: str, host: str, port: int) -> None:
    web = folder.load(f'[web]\nbind = "{bind}"').web
    assert (web.host, web.port) == (host, port)


@pytest.mark.parametrize(
    "text",
    [
        WEBHOOK,
        '[web]\nbind = "0.0.0.0:80"\npublic_url = "https://doorstep.example.org"',
        '[web]\ntrusted_proxies = ["10.0.0.0/8", "fd00::/8"]',
        '[web]\npublic_url = "http://localhost:8080"',
        '[telegram]\napi_base_url = "http://127.0.0.1:8081"',
        '[telegram]\napi_base_url = "http://bot-api:8081"',
        '[storage]\nurl = "postgresql:///doorstep?host=/run/postgresql"',
        '[followups]\nquiet_from = "08:00"\nquiet_to = "08:00"',
        '[followups]\nquiet_from = "12:00"\nquiet_to = "14:00"',
        "[followups]\nconfirm_days = []\npushes_a_day = 0",
        '[service]\nlanguages = ["en"]',
    ],
)
def test_what_can_be_used(folder: Folder, text: str) -> None:
    assert folder.load(text) != Settings()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        # A word that is not known.
        ("[telegram]\nmode = 'pull'", 'telegram.mode: "pull" is not one of polling, webhook'),
        ("[service]\nprofile = 'x'", 'service.profile: "x" is not one of hotline, petition'),
        ("[service]\nlanguages = ['zh', 'fr']", 'service.languages: "fr" is not one of en, zh'),
        ("[telegram]\ntokn = '1'", "telegram.tokn: there is no such key; did you mean token?"),
        ("[horoscope]", "horoscope: there is no such key"),
        ("[telegramm]", "telegramm: there is no such key; did you mean telegram?"),
        ('"two\\nlines" = 1', "two lines: there is no such key"),
        # A value of another kind.
        ("[telegram]\nper_second = '30'", "telegram.per_second: needs a whole number, not a text in quotes"),
        (
            "[limits]\nreview_days = 1.5",
            "limits.review_days: needs a whole number, not a number with a point",
        ),
        ("[limits]\nreview_days = true", "limits.review_days: needs a whole number, not true or false"),
        ("[telegram]\ntoken = 5", "telegram.token: needs a text in quotes, not a whole number"),
        ("telegram = 5", "telegram: needs a section, not a whole number"),
        ("[service]\nlanguages = 'zh'", "service.languages: needs a list in [ ], not a text in quotes"),
        (
            "[followups]\nconfirm_days = [1, 'x']",
            "followups.confirm_days: needs a whole number, not a text in quotes",
        ),
        (
            "[limits.category_days]\nemployment = '1'",
            "limits.category_days: needs a whole number, not a text in quotes",
        ),
        (
            "[followups]\ndigest_at = 8",
            "followups.digest_at: needs a time of day in quotes, not a whole number",
        ),
        # A figure that makes no sense.
        ("[limits]\nrequest_days = -1", "limits.request_days: needs 1 or more"),
        ("[limits]\nquestion_days = 0", "limits.question_days: needs 1 or more"),
        ("[limits]\nextension_days = -1", "limits.extension_days: needs 0 or more"),
        ("[limits]\nrequest_days = 99999", "limits.request_days: needs 3650 or less"),
        ("[limits.category_days]\nemployment = 0", "limits.category_days: needs 1 or more"),
        (
            "[limits.category_days]\nwages = 3",
            f"limits.category_days: 'wages' is no category; there are {', '.join(CATEGORY_BY_ID)}",
        ),
        (
            "[followups]\ndigest_at = '8:30'",
            'followups.digest_at: needs a time of day from "00:00" to "23:59"',
        ),
        (
            "[followups]\ndigest_at = '24:00'",
            'followups.digest_at: needs a time of day from "00:00" to "23:59"',
        ),
        (
            "[followups]\ndigest_at = '23:00'",
            "followups.digest_at: needs a time outside of followups.quiet_from and followups.quiet_to",
        ),
        (
            "[followups]\nquiet_from = '08:00'\nquiet_to = '09:00'",
            "followups.digest_at: needs a time outside of followups.quiet_from and followups.quiet_to",
        ),
        ("[followups]\nconfirm_days = [5, 2]", "followups.confirm_days: needs each day once, in order"),
        (
            "[followups]\nsilence_days = 5",
            "followups.confirm_days: needs days before followups.silence_days, which is 5",
        ),
        (
            "[followups]\ndraft_days = 1",
            "followups.draft_hours: needs to end before followups.draft_days, which is 1",
        ),
        # Names and places.
        ("[service]\nname = ' '", "service.name: needs a name that residents know the service by"),
        ("[service]\nlanguages = []", "service.languages: needs at least one language"),
        (
            "[service]\npublic_channel = '-1007'",
            "service.public_channel: needs the number of a channel behind tg:, as in tg:-1001234567890",
        ),
        ("[service]\nlanguages = ['zh', 'zh']", "service.languages: names a language twice"),
        (
            "[service]\ntime_zone = 'Beijing'",
            'service.time_zone: "Beijing" is not a time zone, as in Asia/Shanghai',
        ),
        (
            "[service]\ntime_zone = '../etc'",
            'service.time_zone: "../etc" is not a time zone, as in Asia/Shanghai',
        ),
        (
            "[service]\ntime_zone = 'Asia'",
            'service.time_zone: "Asia" is not a time zone, as in Asia/Shanghai',
        ),
        ("[service]\ncountry = 'China'", 'service.country: "China" is not a country code, as in CN'),
        (
            f"[record]\nold_keys = ['{'k' * 32}']",
            "record.key: is missing where record.old_keys names those of before",
        ),
        (
            f"[record]\nkey = '{'k' * 32}'",
            "record.signed_from: is needed with record.key: the day from which seals are signed, as in 2026-03-01",
        ),
        (
            "[record]\nsigned_from = '2026-03-01'",
            "record.key: is missing where record.signed_from says that seals are signed",
        ),
        ("[record]\nsigned_from = 'today'", 'record.signed_from: "today" is not a day, as in 2026-03-01'),
        (f"[record]\nkey = '{'k' * 31}'", "record.key: needs 32 characters at least, made up at random"),
        (
            f"[record]\nkey = '{'k' * 32}'\nold_keys = ['k']",
            "record.old_keys: needs 32 characters at least, made up at random",
        ),
        # Addresses.
        ("[web]\nbind = '8080'", 'web.bind: "8080" is not an address and a port, as in 127.0.0.1:8080'),
        (
            "[web]\nbind = '127.0.0.1:x'",
            'web.bind: "127.0.0.1:x" is not an address and a port, as in 127.0.0.1:8080',
        ),
        ("[web]\nbind = '::1:80'", 'web.bind: "::1:80" is not an address and a port, as in 127.0.0.1:8080'),
        (
            "[web]\nbind = '0.0.0.0:80'",
            "web.public_url: needs the https address that people open: web.bind lets other machines in",
        ),
        (
            "[web]\npublic_url = 'http://doorstep.example.org'",
            "web.public_url: needs https: what residents write would cross the network in the clear",
        ),
        (
            "[web]\npublic_url = 'doorstep.example.org'",
            'web.public_url: "doorstep.example.org" is not the beginning of a web address, as in https://example.org',
        ),
        (
            "[web]\npublic_url = 'https://example.org/chat'",
            'web.public_url: "https://example.org/chat" is not the beginning of a web address, '
            "as in https://example.org",
        ),
        ("[web]\npublic_url = 'https://example.org/'", "web.public_url: ends with a slash: leave it out"),
        (
            "[web]\ntrusted_proxies = ['proxy']",
            'web.trusted_proxies: "proxy" is not an IP address or network',
        ),
        (
            "[web]\ntrusted_proxies = ['0.0.0.0/0']",
            'web.trusted_proxies: "0.0.0.0/0" trusts everyone: anyone could claim any address',
        ),
        (
            "[web]\nmetrics_from = ['10.0.0.1/8']",
            'web.metrics_from: "10.0.0.1/8" is not an IP address or network',
        ),
        (
            "[telegram]\napi_base_url = 'api.telegram.org'",
            "telegram.api_base_url: needs a web address, as in https://api.telegram.org",
        ),
        (
            "[telegram]\napi_base_url = 'http://api.telegram.org'",
            "telegram.api_base_url: needs https: the token would cross the network in the clear",
        ),
        (
            "[telegram]\napi_base_url = 'https://api.telegram.org/'",
            "telegram.api_base_url: ends with a slash: leave it out",
        ),
        ("[storage]\nfiles = ''", "storage.files: needs the name of a folder"),
    ],
)
def test_what_cannot_be_used_is_named_in_one_line(folder: Folder, text: str, error: str) -> None:
    assert folder.error(text) == f"config.toml: {error}"


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        (
            "https://doorstep",
            "http://doorstep",
            "telegram.webhook_url: needs an https address for telegram.mode webhook",
        ),
        (
            "https://doorstep.example.org",
            "http://127.0.0.1",
            "telegram.webhook_url: needs an https address for telegram.mode webhook",
        ),
        (
            "https://doorstep.example.org/telegram",
            "",
            "telegram.webhook_url: needs an https address for telegram.mode webhook",
        ),
        ("org/", "org:444/", "telegram.webhook_url: needs port 443, 80, 88 or 8443: Telegram calls no other"),
        ("a-word_nobody-Guesses1", "", "telegram.webhook_secret: is needed for telegram.mode webhook"),
        (TOKEN, "", "telegram.token: is needed for telegram.mode webhook"),
    ],
)
def test_a_webhook_needs_all_its_parts(folder: Folder, before: str, after: str, error: str) -> None:
    assert folder.error(WEBHOOK.replace(before, after)) == f"config.toml: {error}"


@pytest.mark.parametrize(
    ("key", "secret"),
    [
        ("telegram.token", "hush-hush"),
        ("telegram.token", "12345:hush hush"),
        ("telegram.webhook_secret", "hush"),
        ("telegram.webhook_secret", "hush-hush-hush-hush!"),
        ("storage.url", "mysql://me:hush@server/db"),
        ("storage.url", "hush.db"),
        ("record.key", "hush-of-less-than-32-characters"),
    ],
)
def test_an_unusable_secret_is_named_and_not_shown(folder: Folder, key: str, secret: str) -> None:
    section, name = key.split(".")
    in_file = folder.error(f'[{section}]\n{name} = "{secret}"')
    assert in_file.startswith(f"config.toml: {key}: ")
    from_outside = folder.error("", {FROM_ENVIRONMENT[key]: secret})
    assert from_outside.startswith(f"{FROM_ENVIRONMENT[key]}: ")
    assert "hush" not in in_file + from_outside


def test_no_file_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^config\.toml: there is no such file; copy config\.example\.toml"):
        load_settings(tmp_path / "config.toml", {})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read: Is a directory"):
        load_settings(tmp_path, {})


def test_a_slip_of_the_pen_is_found_by_line(folder: Folder) -> None:
    error = folder.error('[telegram]\ntoken = "hush')
    assert error.startswith("config.toml: cannot be understood: ")
    assert "line 2" in error or "end of document" in error
    assert error.endswith("look there for a missing quotation mark, bracket or =")
    assert "hush" not in error


def test_another_encoding_is_said(folder: Folder) -> None:
    folder.file.write_bytes('name = "上门"'.encode("gbk"))
    with pytest.raises(SettingsError, match=r"^config\.toml: is not saved as UTF-8$"):
        load_settings(folder.file, {})


@pytest.mark.parametrize(
    ("topics", "reason"),
    [
        ("[]", "needs one topic at least, and 12 at most"),
        ('[{ id = "notice" }, { id = "notice" }]', "names a topic twice"),
        ('[{ id = "Farming" }]', "'Farming' is no id"),
        ('["notice"]', "needs keys in { } for each entry, not a text in quotes"),
        ('[{ id = "farming" }]', "'farming' needs a name: residents choose by it"),
        ('[{ id = "farming", name = "种田" }]', "'farming' needs a name_en"),
        ('[{ id = "notice", name = "通知" }]', "'notice' needs a name_en"),
        (f'[{{ id = "farming", name = "田", name_en = "{"x" * 25}" }}]', "'farming': name_en has 25 characters"),
        ('[{ id = "notice", categories = ["cows"] }]', "'notice': 'cows' is no category"),
    ],
)
def test_topics_of_a_county_are_checked(folder: Folder, topics: str, reason: str) -> None:
    assert folder.error(f"[policies]\ntopics = {topics}").startswith(f"config.toml: policies.topics: {reason}")


@pytest.mark.parametrize(
    ("topic", "problem"),
    [
        ('name = "x"', "policies.topics.id: is missing"),
        ('id = "x", nam = "x"', "policies.topics.nam: there is no such key; did you mean name?"),
    ],
)
def test_a_key_of_a_topic_is_named(folder: Folder, topic: str, problem: str) -> None:
    assert folder.error(f"[policies]\ntopics = [{{ {topic} }}]") == f"config.toml: {problem}"


def test_topics_of_a_county_reach_the_rules(folder: Folder) -> None:
    own = '[{ id = "policy" }, { id = "farming", name = "种田", name_en = "farming", categories = ["land"] }]'
    topics = rules_of(folder.load(f"[policies]\ntopics = {own}")).policies.topics
    assert topics == (NewsTopic("policy"), NewsTopic("farming", "种田", "farming", ("land",)))
