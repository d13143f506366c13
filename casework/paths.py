"""What follows from the kind of a petition: how it may end, what is asked then, and what is for that kind alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from casework.kinds import PetitionKind
from casework.petitions import Case, OutcomeKind, Support, Verdict


@dataclass(frozen=True, slots=True)
class Path:
    """The path of one kind.

    `outcomes` are what a cadre may propose, in the order in which they are offered, and `verdicts` what the resident
    may say to it, the one that settles it first. `solves`: work that is done and confirmed counts as solved; else
    the end counts as answered, whatever was done. `reviews`: the time may be extended once (article 34), and who
    disagrees may ask for a review (articles 35 and 36). `asked_again`: four weeks later, whether it is still solved.
    `proved`: whoever says that it is done shows a photo, where the category's work can be seen. `rated`: the petitioner
    gives stars in the end.
    """

    outcomes: tuple[OutcomeKind, ...]
    verdicts: tuple[Verdict, ...]
    solves: bool = False
    reviews: bool = False
    asked_again: bool = False
    proved: bool = False
    rated: bool = True


_WORK: Final = (
    OutcomeKind.DONE,
    OutcomeKind.PROMISED,
    OutcomeKind.ANSWERED,
    OutcomeKind.REFUSED,
    OutcomeKind.PASSED,
)
_WAS_IT_DONE: Final = (Verdict.DONE, Verdict.HALF, Verdict.NOT_DONE, Verdict.DISAGREE)
_REQUEST: Final = Path(_WORK, _WAS_IT_DONE, solves=True, reviews=True, asked_again=True, proved=True)

_PATHS: Final[Mapping[PetitionKind, Path]] = {
    PetitionKind.QUESTION: Path(
        (OutcomeKind.ANSWERED, OutcomeKind.PASSED), (Verdict.CLEAR, Verdict.UNCLEAR, Verdict.DISAGREE)
    ),
    PetitionKind.SUGGESTION: Path(
        (OutcomeKind.ADOPTED, OutcomeKind.ADOPTED_PARTLY, OutcomeKind.NOT_ADOPTED, OutcomeKind.PASSED),
        (Verdict.READ, Verdict.MORE),
    ),
    PetitionKind.REPORT: Path(_WORK, _WAS_IT_DONE, solves=True, asked_again=True, proved=True),
    PetitionKind.ACCUSATION: Path(_WORK, _WAS_IT_DONE, solves=True),
    # Among offices: solved or not is the word of who has raised it, and nobody gives stars.
    PetitionKind.DIFFICULTY: Path(_WORK, _WAS_IT_DONE[:3], solves=True, rated=False),
}

SUPPORTS: Final[Mapping[OutcomeKind, tuple[Support, ...]]] = {
    OutcomeKind.DONE: (Support.SUPPORTED, Support.PARTLY),
    OutcomeKind.PROMISED: (Support.SUPPORTED, Support.PARTLY),
    OutcomeKind.REFUSED: (Support.NOT,),
}
"""How far an outcome may grant what a request asks for (article 32), the likeliest first; the others don't say so."""


def path_of(kind: PetitionKind) -> Path:
    """Return the path of a kind. Thanks become no case; one that was filed all the same goes the way of a request."""
    return _PATHS.get(kind, _REQUEST)


def is_settlement(case: Case) -> bool:
    """Tell whether what waits for the resident's word is something that both sides agreed to."""
    return case.outcome is not None and case.outcome.kind is OutcomeKind.SETTLED
