"""What a replay has shown, as figures. Ids of messages stand in them, never words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.replay import labelled, labels
from bot.replay.files import ComplaintFile
from bot.replay.labelled import Labelled
from bot.replay.play import Pace, Resident
from bot.replay.villages import Counts


@dataclass(frozen=True, slots=True)
class FileCount:
    """One file: the messages that were played, and the rows in which nobody says anything."""

    name: str
    messages: int
    wordless_rows: int


@dataclass(frozen=True, slots=True)
class Label:
    """How the messages of one label were understood. Shares are from 0 to 1; `mistaken_for` is counted."""

    name: str
    messages: int
    proposed: int
    precision: float
    recall: float
    f1: float
    mistaken_for: dict[str, int]


@dataclass(frozen=True, slots=True)
class Categories:
    """The categories of one language's filed messages against their labels. `macro_f1` is the mean over labels."""

    language: str
    compared: int
    without_label: int
    macro_f1: float
    labels: list[Label]


@dataclass(frozen=True, slots=True)
class Villages:
    """What became of the villages put in: `unique` names or shared ones, in one form."""

    form: str
    unique: bool
    villages: int
    right: int
    offered: int
    wrong: int
    missed: int


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one kind of update was stored, handled and answered."""

    updates: int
    seconds: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Figures:
    """A whole replay.

    `unrouted` cases have no unit though nothing holds them. `kinds` counts messages, `matters` messages by the number
    of their cases, `held` cases by what they wait for. `danger`: ids of messages after which the bot asks whether
    somebody is in danger. `actions`: filed messages by what their writers had to do. `not_filed`: by the answer that
    they got instead, the key of its text. `lost`: ids of messages neither filed nor answered, or set aside after
    failing. `not_whole`: ids of petitions that do not hold all the words. `places`: ids of messages whose own words
    named a place for certain.
    """

    files: list[FileCount]
    areas: int
    messages: int
    filed: int
    unrouted: int
    kinds: dict[str, int]
    matters: dict[int, int]
    held: dict[str, int]
    danger: list[str]
    labelled: Labelled | None
    actions: dict[int, int]
    not_filed: dict[str, int]
    lost: list[str]
    not_whole: list[str]
    categories: list[Categories]
    places: list[str]
    villages: list[Villages]
    speed: dict[str, Speed]


def figures(
    files: Iterable[ComplaintFile],
    residents: Sequence[Resident],
    pace: Pace,
    villages: Counts,
    areas: int,
    read: Iterable[labelled.Label] = (),
) -> Figures:
    """Count what became of the residents' messages. `areas` is how many areas the service knew, `read` are labels."""
    filed = [each for each in residents if each.filed]
    return Figures(
        files=[FileCount(file.name, len(file.complaints), file.wordless) for file in files],
        areas=areas,
        messages=len(residents),
        filed=len(filed),
        unrouted=sum(
            unit is None and not held for each in filed for unit, held in zip(each.units, each.held, strict=True)
        ),
        kinds=dict(Counter(each.kind for each in filed).most_common()),
        matters=dict(sorted(Counter(each.matters for each in filed).items())),
        held=dict(Counter(held for each in filed for held in each.held if held).most_common()),
        danger=[each.complaint.id for each in residents if each.danger],
        labelled=labelled.compare(read, residents),
        actions=dict(sorted(Counter(each.actions for each in filed).items())),
        not_filed=dict(Counter(each.answer for each in residents if not each.filed and each.answer).most_common()),
        lost=[each.complaint.id for each in residents if each.lost or each.answer == "failed-kept"],
        not_whole=[each.complaint.id for each in filed if not each.whole],
        categories=[
            compared
            for language in ("zh", "en")
            if (compared := _categories(language, [e for e in filed if _said_in(e, language)])) is not None
        ],
        places=[each.complaint.id for each in residents if each.found is not None],
        villages=[
            Villages(form, not shared, finds.total, finds.right, finds.offered, finds.wrong, finds.missed)
            for (form, shared), finds in villages.items()
            if finds.total
        ],
        speed=_speeds(pace),
    )


def _said_in(resident: Resident, language: str) -> bool:
    """Tell whether somebody wrote in a language at all: nothing tells the category of a photo."""
    return resident.complaint.language == language and bool(resident.complaint.words)


def _categories(language: str, filed: Sequence[Resident]) -> Categories | None:
    pairs = [(labels.meant(language, each.complaint.label), labels.proposed(language, each.category)) for each in filed]
    known = [(meant, proposed) for meant, proposed in pairs if meant]
    if not known:
        return None
    counts = Counter(known)
    meant_counts = Counter(meant for meant, _ in known)
    proposed_counts = Counter(proposed for _, proposed in known)
    rows = [_label(name, meant_counts[name], proposed_counts[name], counts) for name, _ in meant_counts.most_common()]
    return Categories(
        language=language,
        compared=len(known),
        without_label=len(pairs) - len(known),
        macro_f1=sum(row.f1 for row in rows) / len(rows),
        labels=rows,
    )


def _label(name: str, messages: int, proposed: int, counts: Counter[tuple[str, str]]) -> Label:
    right = counts[name, name]
    mistaken = Counter({other: count for (meant, other), count in counts.items() if meant == name and other != name})
    return Label(
        name=name,
        messages=messages,
        proposed=proposed,
        precision=right / proposed if proposed else 0.0,
        recall=right / messages,
        f1=2 * right / (messages + proposed),
        mistaken_for=dict(mistaken.most_common()),
    )


def _speeds(pace: Pace) -> dict[str, Speed]:
    speeds = {kind: _speed(pace.updates[kind], pace.seconds[kind]) for kind in pace.updates if pace.updates[kind]}
    return {**speeds, "all": _speed(sum(pace.updates.values()), sum(pace.seconds.values()))}


def _speed(updates: int, seconds: float) -> Speed:
    return Speed(updates, seconds, updates / seconds if seconds else 0.0)
