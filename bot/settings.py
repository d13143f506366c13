"""The settings of a service: the sections and keys of `config.toml`, with their defaults.

`config.example.toml` explains each key to the administrator. Four secrets may come from the environment
instead, which wins: see `FROM_ENVIRONMENT`.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, field

from bot.secret import Secret
from bot.settings_checks import first_problem
from bot.settings_errors import SettingsError, explain
from casework.broadcasts.topics import DEFAULT as DEFAULT_TOPICS
from casework.broadcasts.topics import NewsTopic as OfferedTopic
from casework.ladder import RUNGS, Rung
from casework.people import Role
from casework.profile import Briefs as BriefFigures
from casework.profile import Broadcasts as BroadcastFigures
from casework.profile import Callbacks as CallbackShares
from casework.profile import Care as CareFigures
from casework.profile import Emergency as EmergencyNumbers
from casework.profile import FollowUpTimes, Profile, hotline
from casework.profile import Limits as LegalLimits
from casework.profile import Near as NearFigures
from casework.profile import Onsite as OnsiteFigures
from casework.profile import Policies as PolicyFigures
from casework.profile import ReceptionDays as ReceptionFigures
from casework.profile import Remedies as OtherRemedies
from casework.profile import Research as ResearchFigures
from casework.profile import Together as TogetherFigures
from casework.replacing import replace

FROM_ENVIRONMENT: Final = {
    "telegram.token": "DOORSTEP_TELEGRAM_TOKEN",
    "telegram.webhook_secret": "DOORSTEP_TELEGRAM_WEBHOOK_SECRET",
    "storage.url": "DOORSTEP_STORAGE_URL",
    "record.key": "DOORSTEP_RECORD_KEY",
}

Rate = Annotated[int, Meta(ge=0, le=1000)]
Hours = Annotated[int, Meta(ge=1, le=24 * 365)]
Minutes = Annotated[int, Meta(ge=1, le=24 * 60)]
Days = Annotated[int, Meta(ge=1, le=3650)]
Kept = Annotated[int, Meta(ge=30, le=36500)]
DaysOrNone = Annotated[int, Meta(ge=0, le=3650)]
Age = Annotated[int, Meta(ge=1, le=100)]
RatingsBy = Annotated[int, Meta(ge=5, le=1000)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0, le=1000)]
Several = Annotated[int, Meta(ge=1, le=1000)]
Least = Annotated[int, Meta(ge=5, le=1000)]
Kilometres = Annotated[float, Meta(ge=0, le=1000)]
Share = Annotated[float, Meta(gt=0, le=1)]

Figures = TypeVar("Figures")


class ClockTime(time):
    """A local time of day; written "08:30" in the file."""


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section of the file. A key that it does not name is an error."""


class Telegram(Section, frozen=True):
    """The Telegram channel; off without a token. Rates are the most that Telegram lets a bot send."""

    token: Secret = field(default_factory=Secret)
    api_base_url: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: Secret = field(default_factory=Secret)
    per_second: Rate = 30
    per_chat_second: Rate = 1
    per_group_minute: Rate = 20


class Storage(Section, frozen=True):
    """The database, and the folder of the pictures and documents. The address may hold a password."""

    url: Secret = field(default_factory=lambda: Secret("sqlite:///data/doorstep.db"))
    files: str = "data/files"


class Record(Section, frozen=True):
    """The key that signs the daily seals of the record, kept outside of the database; from which ISO day on; and
    the keys of before.
    """

    key: Secret = field(default_factory=Secret)
    signed_from: str = ""
    old_keys: tuple[Secret, ...] = ()

    @property
    def keys(self) -> tuple[bytes, ...]:
        """All keys that a signature may be of, the present one first."""
        return tuple(each.reveal().encode() for each in (self.key, *self.old_keys) if each)

    @property
    def first_signed(self) -> date:
        """The day from which every seal bears a signature; the last day of all where none is signed."""
        return date.fromisoformat(self.signed_from) if self.signed_from else date.max


class Web(Section, frozen=True):
    """The web chat and the pages of the offices. An empty `public_url` means: this machine only."""

    bind: str = "127.0.0.1:8080"
    public_url: str = ""
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    metrics_from: tuple[str, ...] = ("127.0.0.1", "::1")

    @property
    def address(self) -> str:
        """The address that people open."""
        return self.public_url or f"http://{self.bind}"

    @property
    def host(self) -> str:
        """The address to listen on."""
        return urlsplit(f"//{self.bind}").hostname or ""

    @property
    def port(self) -> int:
        """The port to listen on; 0 takes a free one."""
        return urlsplit(f"//{self.bind}").port or 0


class Service(Section, frozen=True):
    """What residents see, and whose calendar and rules hold. The first language is the one for strangers;
    `public_channel` is the address of the county's public channel ("" for none).
    """

    name: str = "家门口"
    name_en: str = "Doorstep"
    time_zone: str = "Asia/Shanghai"
    country: str = "CN"
    languages: tuple[Literal["zh", "en"], ...] = ("zh", "en")
    profile: Literal["petition", "hotline"] = "petition"
    texts: str = ""
    public_channel: str = ""


class Limits(Section, frozen=True):
    """The legal limits: the same keys as `casework.profile.Limits`."""

    register_days: Days = 15
    notice_days: Days = 15
    request_days: Days = 60
    extension_days: DaysOrNone = 30
    review_days: Days = 30
    redo_days: Days = 30
    objection_working_days: Days = 5
    difficulty_days: Days = 15
    question_days: Days = 15
    suggestion_days: Days = 60
    report_days: Days = 60
    category_days: dict[str, Days] = field(default_factory=dict)


class LadderRung(Section, frozen=True):
    """A line of the ladder: the same keys as `casework.ladder.Rung`."""

    role: Role
    working_days: DaysOrNone = 0


class Followups(Section, frozen=True):
    """When follow-ups go out: the keys of `casework.profile.FollowUpTimes`, and the quiet hours."""

    accept_hours: Hours = 24
    objection_decided_working_days: Days = 2
    part_accept_hours: Hours = 24
    written_working_days: Days = 1
    progress_days: Days = 7
    status_days: Days = 14
    question_days: Days = 2
    ladder: tuple[LadderRung, ...] = tuple(LadderRung(rung.role, rung.working_days) for rung in RUNGS)
    ladder_again_working_days: Days = 5
    confirm_days: tuple[Days, ...] = (2, 5)
    silence_days: Days = 7
    consent_days: Days = 5
    consent_last_days: Days = 3
    reopen_days: Days = 30
    receipt_days: Days = 3
    by_hand_working_days: Days = 2
    review_soon_days: Days = 5
    review_last_days: Days = 1
    stars_days: Days = 2
    still_solved_days: Days = 28
    draft_hours: Hours = 24
    draft_days: Days = 7
    drafts_a_day: Rate = 20
    alarm_asked_minutes: Minutes = 10
    alarm_unseen_minutes: Minutes = 60
    alarm_ring_minutes: tuple[Minutes, ...] = (5, 10)
    alarm_taken_hours: Hours = 2
    alarm_again_hours: Hours = 12
    digest_at: ClockTime = ClockTime(8, 30)
    task_soon_working_days: Days = 3
    task_step_days: Days = 60
    absence_days: Days = 30
    pushes_a_day: Count = 3
    quiet_from: ClockTime = ClockTime(21, 30)
    quiet_to: ClockTime = ClockTime(8, 0)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The ladder, as the rules have it."""
        return tuple(Rung(each.role, each.working_days) for each in self.ladder)


class Emergency(Section, frozen=True):
    """The telephone numbers for somebody in danger: the same keys as `casework.profile.Emergency`."""

    police: str = "110"
    fire: str = "119"
    ambulance: str = "120"
    comfort: str = "12356"


class Callbacks(Section, frozen=True):
    """Call-backs: the same keys as `casework.profile.Callbacks`."""

    silence: Percent = 30
    withdrawn: Percent = 30
    merged: Percent = 30
    refused: Percent = 30
    kind: Percent = 20
    low_stars: Percent = 50
    five_stars: Percent = 10
    working_days: Days = 5
    answer_days: Days = 3


class Care(Section, frozen=True):
    """What protects people: the same keys as `casework.profile.Care`."""

    visit_working_days: Days = 5
    guardian_under: Age = 14
    child_hours: Hours = 1
    ratings_by: RatingsBy = 5
    many: Several = 30
    seen_hours: Hours = 2


class Remedies(Section, frozen=True):
    """The limits of other remedies, which residents are told: the same keys as `casework.profile.Remedies`."""

    reconsideration_days: Days = 60
    suit_months: Days = 6
    arbitration_days: Days = 365


class Near(Section, frozen=True):
    """What counts as the same matter in a category: the keys of `casework.profile.Near`."""

    radius_km: Kilometres = 1.0
    days: Days = 60
    likeness: Share = 0.35


class Together(Section, frozen=True):
    """Cases that belong together: the same keys as `casework.profile.Together`."""

    offers_a_day: Count = 5
    sign_days: Days = 60
    representatives: Several = 5
    told_at_once: Several = 100
    categories: dict[str, Near] = field(default_factory=dict)


class NewsTopic(Section, frozen=True):
    """A topic that residents may ask to hear of: the same keys as `casework.broadcasts.topics.NewsTopic`."""

    id: str
    name: str = ""
    name_en: str = ""
    categories: tuple[str, ...] = ()


class Policies(Section, frozen=True):
    """Policies, and what residents may ask to hear of: the same keys as `casework.profile.Policies`."""

    decided_working_days: Days = 2
    ends_days: Days = 14
    answers: Share = 0.4
    topics: tuple[NewsTopic, ...] = tuple(NewsTopic(each.id) for each in DEFAULT_TOPICS)

    @property
    def offered(self) -> tuple[OfferedTopic, ...]:
        """The topics, as the rules have them."""
        return tuple(_figures(OfferedTopic, each) for each in self.topics)


class Research(Section, frozen=True):
    """Surveys and theme tasks: the same keys as `casework.profile.Research`."""

    approve_working_days: Days = 2
    draft_days: Days = 30
    remind_days: Days = 3
    names_minutes: Minutes = 60
    answer_minutes: Minutes = 60
    alike_cases: Several = 5
    alike_villages: Several = 3
    alike_days: Days = 90
    topic_days: Days = 30
    plan_working_days: Days = 5


class Reception(Section, frozen=True):
    """Reception days: the same keys as `casework.profile.ReceptionDays`."""

    minutes: Minutes = 15
    soon_hours: Hours = 2
    fill_hours: Hours = 2
    for_others: Count = 2
    waiting_most: Rate = 1000
    series_days: Days = 28


class Onsite(Section, frozen=True):
    """On-site days: the same keys as `casework.profile.Onsite`."""

    proposals: Several = 5
    far_minutes: Several = 60
    dense: Several = 10
    rest_days: Days = 60
    cluster: Several = 3
    cluster_days: Days = 30
    counted_days: Days = 30
    return_days: Days = 60
    return_in: Days = 7
    unhelped: Several = 10


class Brief(Section, frozen=True):
    """The briefs of figures, and the public ledger: the same keys as `casework.profile.Briefs`."""

    compared: Several = 8
    falsely: Share = 0.05
    grown_least: Several = 3
    silent_weeks: Several = 26
    promise_days: Days = 7
    promises: Several = 10
    public_least: Least = 5
    to_heads: bool = False
    waits_days: Days = 7
    ledger_days: Days = 14
    ledger_page: Several = 5


class Charts(Section, frozen=True):
    """How pictures of figures are drawn. An empty `font` means: one with Chinese that this machine has."""

    font: str = ""


class Retention(Section, frozen=True):
    """How long is kept what nobody needs any more, in days: see `bot/keeping.py`."""

    sent_days: Days = 30
    draft_days: Kept = 90
    history_days: Kept = 1095
    file_days: Kept = 3650
    copy_days: Days = 90
    alarm_days: Kept = 365
    visit_days: Kept = 365
    told_days: Kept = 365
    survey_days: Days = 90


class Broadcasts(Section, frozen=True):
    """How broadcasts go out: the same keys as `casework.profile.Broadcasts`."""

    per_second: Rate = 25
    depth: Several = 100
    places: Several = 3


class Settings(Section, frozen=True):
    """All settings. `Settings()` is what an empty file gives."""

    telegram: Telegram = field(default_factory=Telegram)
    storage: Storage = field(default_factory=Storage)
    record: Record = field(default_factory=Record)
    web: Web = field(default_factory=Web)
    service: Service = field(default_factory=Service)
    limits: Limits = field(default_factory=Limits)
    followups: Followups = field(default_factory=Followups)
    emergency: Emergency = field(default_factory=Emergency)
    callbacks: Callbacks = field(default_factory=Callbacks)
    care: Care = field(default_factory=Care)
    remedies: Remedies = field(default_factory=Remedies)
    together: Together = field(default_factory=Together)
    policies: Policies = field(default_factory=Policies)
    research: Research = field(default_factory=Research)
    reception: Reception = field(default_factory=Reception)
    onsite: Onsite = field(default_factory=Onsite)
    brief: Brief = field(default_factory=Brief)
    charts: Charts = field(default_factory=Charts)
    retention: Retention = field(default_factory=Retention)
    broadcasts: Broadcasts = field(default_factory=Broadcasts)


def load_settings(path: Path, env: Mapping[str, str]) -> Settings:
    """Read a settings file, with the secrets of the environment over it.

    Raises SettingsError with one line that names the file or the variable, the key, and what is wrong with
    it; the line never holds a secret.
    """
    raw = _read(path)
    variables = _put_over(raw, env)
    try:
        settings = msgspec.convert(raw, Settings, dec_hook=_decode)
    except msgspec.ValidationError as error:
        problem = explain(str(error), Settings)
    else:
        found = first_problem(settings)
        if found is None:
            return settings
        problem = found
    if problem.key in variables:
        raise SettingsError(f"{variables[problem.key]}: {problem.reason}")
    raise SettingsError(f"{path.name}: {problem}")


def rules_of(settings: Settings) -> Profile:
    """Return what the rules are read from: limits, follow-up times and the rest, as the profile counts them."""
    legal = _figures(LegalLimits, settings.limits)
    times = msgspec.structs.asdict(settings.followups) | {"ladder": settings.followups.rungs}
    del times["quiet_from"], times["quiet_to"]
    near = {category: _figures(NearFigures, each) for category, each in settings.together.categories.items()}
    name = settings.service.profile
    return Profile(
        name=name,
        limits=hotline(legal) if name == "hotline" else legal,
        times=FollowUpTimes(**times),
        emergency=_figures(EmergencyNumbers, settings.emergency),
        callbacks=_figures(CallbackShares, settings.callbacks),
        care=_figures(CareFigures, settings.care),
        remedies=_figures(OtherRemedies, settings.remedies),
        reception=_figures(ReceptionFigures, settings.reception),
        briefs=_figures(BriefFigures, settings.brief),
        broadcasts=_figures(BroadcastFigures, settings.broadcasts),
        together=replace(_figures(TogetherFigures, settings.together), categories=near),
        policies=replace(_figures(PolicyFigures, settings.policies), topics=settings.policies.offered),
        research=_figures(ResearchFigures, settings.research),
        onsite=_figures(OnsiteFigures, settings.onsite),
        public_channel=settings.service.public_channel,
    )


def _figures(kind: Callable[..., Figures], section: Section) -> Figures:
    """Return a section as its twin of the rules, which has the same keys."""
    return kind(**msgspec.structs.asdict(section))


def _read(path: Path) -> dict[str, Any]:
    try:
        # Editors on Windows put a byte order mark in front.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError(f"{path.name}: there is no such file; copy config.example.toml to begin") from None
    except OSError as error:
        raise SettingsError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path.name}: is not saved as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        hint = "look there for a missing quotation mark, bracket or ="
        raise SettingsError(f"{path.name}: cannot be understood: {error}; {hint}") from None


def _put_over(raw: dict[str, Any], env: Mapping[str, str]) -> dict[str, str]:
    """Put what the environment sets over the file; return the variable that each such key came from."""
    used = {}
    for key, variable in FROM_ENVIRONMENT.items():
        value = env.get(variable, "")
        section_name, name = key.split(".")
        section = raw.setdefault(section_name, {})
        if value and isinstance(section, dict):
            section[name] = value
            used[key] = variable
    return used


def _decode(wanted: type, value: object) -> object:
    """Read what TOML has no type for. msgspec adds the place to the message of the error."""
    if wanted is Secret and isinstance(value, str):
        return Secret(value)
    if wanted is ClockTime and isinstance(value, time):
        return ClockTime(value.hour, value.minute)
    if wanted is ClockTime and isinstance(value, str):
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
            raise ValueError('needs a time of day from "00:00" to "23:59"')
        return ClockTime.fromisoformat(value)
    needed = "str" if wanted is Secret else "time"
    raise TypeError(f"Expected `{needed}`, got `{type(value).__name__}`")
