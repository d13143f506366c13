"""Labels that a person gave some messages by reading them, and how often the program says the same.

A file of labels is CSV with a head: id, kind, accusation, danger, matters; other columns are left alone. It holds no
words.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.replay.files import FileProblem
from bot.replay.play import Resident
from casework.kinds import PetitionKind

_BITS: Final = {"0": False, "1": True}


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader says of one message."""

    id: str
    kind: PetitionKind
    accusation: bool
    danger: bool
    matters: int


@dataclass(frozen=True, slots=True)
class Score:
    """How one property was found: in `meant` messages it is there, in `found` the program says so, `right` are both.

    `missed` are the ids of those that the program did not see.
    """

    name: str
    meant: int
    found: int
    right: int
    missed: list[str]

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.meant if self.meant else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where there is nothing to find, and nothing was found."""
        both = self.meant + self.found
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the program says of the labelled messages that were played.

    `macro_f1` is the mean over the kinds that readers gave at all.
    """

    compared: int
    macro_f1: float
    kinds: list[Score]
    accusation: Score
    danger: Score
    several: Score


def read_labels(path: Path) -> list[Label]:
    """Return the labels of a file. Raises FileProblem, which names the file and the row."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [_label(path, number, row) for number, row in enumerate(csv.DictReader(file), start=2)]
    except OSError as error:
        raise FileProblem(f"{path.name}: {error.strerror}") from None


def _label(path: Path, number: int, row: Mapping[str, str]) -> Label:
    try:
        return Label(
            id=row["id"],
            kind=PetitionKind(row["kind"]),
            accusation=_BITS[row["accusation"]],
            danger=_BITS[row["danger"]],
            matters=int(row["matters"]),
        )
    except (KeyError, ValueError):
        raise FileProblem(f"{path.name}, line {number}: is no row of labels") from None


def compare(labels: Iterable[Label], residents: Sequence[Resident]) -> Labelled | None:
    """Hold the labels against what became of the messages; None where none of them was played."""
    played = {resident.complaint.id: resident for resident in residents}
    pairs = [(label, played[label.id]) for label in labels if label.id in played]
    if not pairs:
        return None

    def score(name: str, meant: Callable[[Label], bool], found: Callable[[Resident], bool]) -> Score:
        there = [(label, resident) for label, resident in pairs if meant(label)]
        missed = [label.id for label, resident in there if not found(resident)]
        said = sum(found(resident) for _, resident in pairs)
        return Score(name, len(there), said, len(there) - len(missed), missed)

    def of_kind(kind: PetitionKind) -> Score:
        return score(kind.value, lambda label: label.kind is kind, lambda resident: resident.kind == kind.value)

    given = {label.kind for label, _ in pairs}
    kinds = [of_kind(kind) for kind in PetitionKind if kind in given]
    return Labelled(
        compared=len(pairs),
        macro_f1=sum(each.f1 for each in kinds) / len(kinds),
        kinds=kinds,
        accusation=score("accusation", lambda label: label.accusation, lambda resident: resident.accuses),
        danger=score("danger", lambda label: label.danger, lambda resident: resident.danger),
        several=score("several matters", lambda label: label.matters > 1, lambda resident: resident.matters > 1),
    )
