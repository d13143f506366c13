"""The stories of the demo: how each begins, and what the visitor does to go on with it.

A beginning is played by what people say and tap, and by the clock: nothing of it is put into the database.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.demo.player import Player
from bot.demo.seats import CADRE, HEAD, LEADER, NEIGHBOUR, RESIDENT, REVIEWER, SUPERVISOR

LIMIT_DAYS: Final = 60
"""Days of a request's limit (article 34): the demo runs on the settings' defaults."""

WEEK: Final = 7
BRIEF_DAYS: Final = 5
"""Until the demo's leader asks for the figures of what came in: less than a week without news of it."""

ONSITE_DAYS: Final = 3
"""Until the on-site day of the demo: the text `demo-say-onsite-day` says so many."""

LIFE, GRASSROOTS = "life", "grassroots"
"""The groups of the menu: how one case goes, and the four things that are done where residents live."""

Beginning = Callable[[Player], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Step:
    """What the visitor does next: the act that ticks it, and the number of the step that comes before (0: none).

    An act is "clock", or a seat and what it does: "resident said", "cadre tap accept".
    """

    act: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A story: its beginning, the steps that follow, how many lines each seat is offered to say, and who lies on top.

    Its texts are `demo-scene-NAME`, `demo-begins-NAME`, `demo-step-NAME-NUMBER` and `demo-try-NAME-SEAT-NUMBER`; that
    of its group in the menu is `demo-group-GROUP`.
    """

    name: str
    begin: Beginning
    steps: tuple[Step, ...]
    tries: Mapping[str, int]
    front: tuple[str, ...] = (RESIDENT, CADRE, HEAD)
    group: str = LIFE


async def _nothing(play: Player) -> None:
    """Begin with an empty stage, at the machine's time."""


async def _accepted(play: Player, words: str, passing: int = 0) -> None:
    """File a matter on a working morning, and have it accepted; `passing` days later offices work, too."""
    await play.opens(passing)
    await _files(play, RESIDENT, words)


async def _files(play: Player, seat: str, words: str, *before: str) -> None:
    """File a matter, tapping what is asked `before` its card comes, and have the cadre accept it."""
    await play.says(seat, words)
    for act in (*before, "send"):
        await play.taps(seat, act)
    await play.taps(CADRE, "accept")


async def _reports(play: Player, words: str) -> None:
    """Let the cadre report progress, with no word on what comes next."""
    await play.taps(CADRE, "progress")
    await play.says(CADRE, words)
    await play.taps(CADRE, "step.skip")


async def _late(play: Player) -> None:
    """The cadre accepts and is silent until the last day."""
    await _accepted(play, "demo-try-tour-resident-1", LIMIT_DAYS + 1)
    await play.passes(LIMIT_DAYS)


async def _time(play: Player) -> None:
    """The cadre works on it for seven weeks, and it will not be done in time."""
    await _accepted(play, "demo-say-channel", 7 * WEEK)
    for number in (1, 2):
        await play.passes(3 * WEEK)
        await _reports(play, f"demo-say-channel-{number}")
    await play.passes(WEEK)


async def _answers(play: Player) -> None:
    """Let the cadre say that the road is done."""
    await play.taps(CADRE, "propose")
    await play.taps(CADRE, "kind.done")
    for part in ("found", "done", "no-photo", "basis"):
        await play.says(CADRE, f"demo-say-road-{part}")
    await play.taps(CADRE, "send.yes")


async def _review(play: Player) -> None:
    """The cadre answers after two weeks."""
    await _accepted(play, "demo-try-tour-resident-2", 2 * WEEK)
    await play.passes(WEEK)
    await _reports(play, "demo-say-road-news")
    await play.passes(WEEK)
    await _answers(play)


async def _brief(play: Player) -> None:
    """Three matters come in, one is answered and its resident content; days later the leader wants the figures."""
    await play.opens(BRIEF_DAYS)
    await _files(play, NEIGHBOUR, "demo-say-channel")
    await _files(play, NEIGHBOUR, "demo-try-tour-resident-1", "new")
    await _files(play, RESIDENT, "demo-try-tour-resident-2")
    await play.passes(1)
    await _answers(play)
    await play.taps(RESIDENT, "judge")
    await play.passes(BRIEF_DAYS - 1)
    await play.writes(LEADER, "/brief")


async def _joint(play: Player) -> None:
    """The resident asks neighbours to sign, and one of them opens the link."""
    await _accepted(play, "demo-say-water", 1)
    await play.passes(1)
    await play.writes(RESIDENT, "/together")
    await play.taps(RESIDENT, "consent.these")
    code = await play.finds(RESIDENT, r"#join=(\w+)")
    await play.writes(NEIGHBOUR, f"/join {code}")


async def _reception(play: Player) -> None:
    """The office announces a reception day in a week; two residents book, and the day has come."""
    await play.opens(WEEK)
    await play.writes(SUPERVISOR, "/receive")
    await play.taps(SUPERVISOR, "receive_new")
    await play.says(SUPERVISOR, "demo-say-reception-area")
    await play.writes(SUPERVISOR, "1")
    await play.says(SUPERVISOR, "demo-say-reception-place")
    await play.writes(SUPERVISOR, f"{WEEK}d")
    await play.writes(SUPERVISOR, "9:30-11:30")
    for answer in ("minutes.20", "rooms.skip", "topics.skip", "sure.yes"):
        await play.taps(SUPERVISOR, answer)
    for seat, time in ((RESIDENT, "time.0"), (NEIGHBOUR, "time.3")):
        await play.writes(seat, "/reception")
        await play.taps(seat, time)
        await play.taps(seat, "about.yes")
    await play.passes(WEEK)
    await play.writes(SUPERVISOR, "/receive")


async def _onsite(play: Player) -> None:
    """A day on the spot is planned for the channel, its resident will be there, and the morning has come."""
    await _accepted(play, "demo-say-channel", ONSITE_DAYS)
    await play.says(LEADER, "demo-say-onsite-village")
    await play.says(LEADER, "demo-say-onsite-day")
    await play.taps(LEADER, "half.morning")
    await play.says(LEADER, "demo-say-onsite-meet")
    await play.taps(RESIDENT, "coming")
    await play.taps(RESIDENT, "named")
    await play.passes(ONSITE_DAYS)
    await play.writes(CADRE, "/onsite")
    await play.taps(CADRE, "show")


TOUR: Final = "tour"
"""The story that begins with nothing: six steps through the whole service."""

_STORIES: Final = (
    Scene(
        TOUR,
        _nothing,
        (
            Step(f"{RESIDENT} said"),
            Step(f"{RESIDENT} tap send", 1),
            Step(f"{CADRE} tap accept"),
            Step("clock"),
            Step(f"{CADRE} tap send", 3),
            Step(f"{RESIDENT} tap judge", 5),
        ),
        {RESIDENT: 3, CADRE: 1, SUPERVISOR: 1},
    ),
    Scene(
        "late",
        _late,
        (
            Step("clock"),
            Step(f"{HEAD} tap show", 1),
            Step("clock", 1),
            Step(f"{SUPERVISOR} tap press", 3),
            Step(f"{CADRE} tap answer_press", 4),
            Step(f"{SUPERVISOR} tap accept_press", 5),
        ),
        {CADRE: 2, SUPERVISOR: 1},
    ),
    Scene(
        "time",
        _time,
        (
            Step(f"{CADRE} tap more"),
            Step(f"{CADRE} tap ask_extension", 1),
            Step(f"{HEAD} tap grant_extension", 2),
            Step("clock", 3),
        ),
        {CADRE: 1},
    ),
    Scene(
        "review",
        _review,
        (
            Step(f"{RESIDENT} tap judge"),
            Step(f"{RESIDENT} tap ask_review", 1),
            Step(f"{REVIEWER} tap accept", 2),
            Step(f"{REVIEWER} tap send", 3),
            Step("clock", 4),
        ),
        {RESIDENT: 1, REVIEWER: 3},
    ),
    Scene(
        "joint",
        _joint,
        (
            Step(f"{NEIGHBOUR} tap sign"),
            Step(f"{CADRE} tap send", 1),
            Step("clock", 2),
            Step(f"{RESIDENT} tap judge", 2),
        ),
        {CADRE: 4},
        (NEIGHBOUR, CADRE, HEAD),
    ),
    Scene(
        "reception",
        _reception,
        (
            Step(f"{SUPERVISOR} tap check"),
            Step(f"{SUPERVISOR} tap call", 1),
            Step(f"{SUPERVISOR} tap write", 2),
            Step(f"{RESIDENT} tap said", 3),
            Step(f"{CADRE} tap accept", 4),
            Step(f"{SUPERVISOR} tap received", 3),
            Step("clock", 6),
        ),
        {SUPERVISOR: 3},
        (RESIDENT, CADRE, SUPERVISOR),
        GRASSROOTS,
    ),
    Scene(
        "onsite",
        _onsite,
        (
            Step(f"{CADRE} tap item"),
            Step(f"{CADRE} said", 1),
            Step(f"{CADRE} tap decide", 2),
            Step(f"{CADRE} tap give", 3),
            Step(f"{LEADER} tap close", 3),
            Step("clock", 5),
        ),
        {CADRE: 3, LEADER: 1},
        (RESIDENT, CADRE, LEADER),
        GRASSROOTS,
    ),
    Scene(
        "brief",
        _brief,
        (
            Step(f"{LEADER} tap when"),
            Step(f"{CADRE} tap offer_ledger"),
            Step(f"{RESIDENT} tap ledger_yes", 2),
            Step(f"{SUPERVISOR} tap ledger_publish", 3),
            Step(f"{RESIDENT} said", 4),
        ),
        {RESIDENT: 1},
        (RESIDENT, CADRE, LEADER),
        GRASSROOTS,
    ),
)

SCENES: Final[Mapping[str, Scene]] = MappingProxyType({scene.name: scene for scene in _STORIES})
"""The stories by name, in the order of the menu."""

MENU: Final[Mapping[str, tuple[Scene, ...]]] = MappingProxyType(
    {group: tuple(scene for scene in _STORIES if scene.group == group) for group in (LIFE, GRASSROOTS)}
)
"""The stories of each group, in the order in which the menu shows them."""
