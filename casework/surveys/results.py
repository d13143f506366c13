"""What of a survey is ever shown: figures of at least five people, from which no smaller group can be worked out.

Blanks can be filled in by subtracting what is shown from totals. So nothing is blanked: what is too small is put
together with its neighbours, until every figure of a table is nought or at least `LEAST`. All figures of a table are
sums of its cells, and so is every difference between them: none of them speaks of one to four people.

What is guarded against is arithmetic: whoever takes a figure from another one that it is part of, by what the two mean.
That all of a village belong to one group, somebody may know beside; but what is shown does not say it.

- Places (and groups) are put together once for the whole survey, by how many have answered: tables with other classes
  could be held against each other.
- Options are put together for each question: once over all people, and once more, only coarser, for its tables by
  place and by group, which share theirs.
- Passing over is an answer: so every ask has the same people, and no two totals differ by those who stopped.
- Nothing is shown before the survey has closed: two results a day apart differ by one person.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from casework.surveys.model import BLANK, LEAST, Ask, Question, QuestionKind, Survey, asks

K = TypeVar("K", bound=Hashable)
Block = tuple[K, ...]
"""Classes, or options, that are counted as one."""

IN_WORDS: Final = frozenset({QuestionKind.TEXT, QuestionKind.PHOTO})
"""What is listed and not counted."""

_STEPS: Final = (1, 2, 5)
_MOST_RANGES: Final = 6


@dataclass(frozen=True, slots=True)
class Count:
    """How many gave a value to an ask, from one place and of one group."""

    ask: int
    value: str
    area_id: int | None
    team: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by class: `cells[class][option block]`, each nought or at least `LEAST`."""

    classes: tuple[Block[int | None], ...]
    cells: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one ask: `people` who answered it, how many gave each block of `options` (positions in the
    ask's values); and, where that can be told apart, by place and by group over the coarser blocks `coarse`.

    `values` are the values in order, the last one for no answer; those of numbers are the lower ends of ranges, `step`
    wide.
    """

    ask: Ask
    people: int
    values: tuple[str, ...]
    options: tuple[Block[int], ...]
    counts: tuple[int, ...]
    coarse: tuple[Block[int], ...] = ()
    places: Table | None = None
    teams: Table | None = None
    step: float = 0


def shown(survey: Survey, counts: Sequence[Count], places: Sequence[int | None]) -> list[Shown]:
    """Return what may be shown of the asks that are counted; nothing where too few have taken part.

    `places` are the classes by which the survey tells places apart; answers from elsewhere count as None.
    """
    by_ask: dict[int, list[Count]] = defaultdict(list)
    for count in counts:
        by_ask[count.ask].append(count)
    counted = [ask for ask in asks(survey) if ask.question.kind not in IN_WORDS and by_ask[ask.number]]
    known: list[int | None] = [*places, None]
    teams: list[int | None] = [*range(len(survey.groups)), None]

    def sizes(key: Callable[[Count], int | None]) -> list[Mapping[int | None, int]]:
        return [_sizes(by_ask[ask.number], key) for ask in counted]

    def place(count: Count) -> int | None:
        return count.area_id if count.area_id in places else None

    place_blocks = merged(known, sizes(place))
    team_blocks = merged(teams, sizes(_team)) if survey.groups else ()
    found = []
    for ask in counted:
        each = _shown(ask, by_ask[ask.number], (place, place_blocks), (_team, team_blocks))
        if each is not None:
            found.append(each)
    return found


def may_list(texts: Sequence[str]) -> bool:
    """Tell whether texts may be listed: there are enough, so that none is known by who has answered at all."""
    return len(texts) >= LEAST


def _team(count: Count) -> int | None:
    return count.team


def _sizes(counts: Sequence[Count], key: Callable[[Count], int | None]) -> Counter[int | None]:
    found: Counter[int | None] = Counter()
    for count in counts:
        found[key(count)] += count.people
    return found


_By = tuple[Callable[[Count], int | None], Sequence[Block[int | None]]]


def _shown(ask: Ask, counts: Sequence[Count], places: _By, teams: _By) -> Shown | None:
    """Return what may be shown of one ask; None where fewer than `LEAST` have answered it."""
    people = sum(count.people for count in counts)
    if people < LEAST:
        return None
    values, step, position = _values(ask.question, ask, counts)
    numbers = range(len(values))
    totals: Counter[int] = Counter()
    for count in counts:
        totals[position(count.value)] += count.people
    ordered = ask.question.kind in {QuestionKind.SCALE, QuestionKind.NUMBER}
    options = merged(numbers, [totals], neighbours=ordered)
    rows = [
        Counter({at: sum(c.people for c in counts if key(c) in block and position(c.value) == at) for at in numbers})
        for key, blocks in (places, teams)
        for block in blocks
    ]
    coarse = merged(numbers, rows, start=options, neighbours=ordered)
    tables = [_table(counts, key, blocks, coarse, position) for key, blocks in (places, teams)]
    return Shown(
        ask=ask,
        people=people,
        values=tuple(values),
        options=options,
        counts=tuple(sum(totals[at] for at in block) for block in options),
        coarse=coarse,
        places=tables[0],
        teams=tables[1],
        step=step,
    )


def _table(
    counts: Sequence[Count],
    key: Callable[[Count], int | None],
    blocks: Sequence[Block[int | None]],
    coarse: Sequence[Block[int]],
    position: Callable[[str], int],
) -> Table | None:
    """Return the figures by class; None where only one class is left: its figures are the totals."""
    if len(blocks) < 2:
        return None
    cells = tuple(
        tuple(sum(c.people for c in counts if key(c) in block and position(c.value) in option) for option in coarse)
        for block in blocks
    )
    return Table(tuple(blocks), cells)


def merged(
    keys: Sequence[K],
    tables: Sequence[Mapping[K, int]],
    *,
    start: Sequence[Block[K]] = (),
    neighbours: bool = False,
) -> tuple[Block[K], ...]:
    """Return `keys` put together in blocks, so that each is nought or at least `LEAST` in every one of `tables`.

    The smallest block that is too small joins the smallest other one that is not empty; with `neighbours` the smaller
    of those beside it, as ranges must hold together. `start` are blocks that stay together. Where all of a table is
    too small, one block is left, and is too small: whoever calls has looked at that.
    """
    blocks = [tuple(block) for block in start] or [(key,) for key in keys]

    def size(block: Block[K], table: Mapping[K, int]) -> int:
        return sum(table.get(key, 0) for key in block)

    def whole(at: int) -> int:
        return sum(size(blocks[at], table) for table in tables)

    while len(blocks) > 1:
        small = [at for at, block in enumerate(blocks) if any(0 < size(block, table) < LEAST for table in tables)]
        if not small:
            break
        one = min(small, key=whole)
        beside = [at for at in ((one - 1, one + 1) if neighbours else range(len(blocks))) if 0 <= at < len(blocks)]
        others = [at for at in beside if at != one]
        other = min((at for at in others if whole(at)), key=whole, default=others[0])
        first, last = sorted((one, other))
        blocks[first] += blocks[last]
        del blocks[last]
    return tuple(blocks)


def _values(question: Question, ask: Ask, counts: Sequence[Count]) -> tuple[Sequence[str], float, Callable[[str], int]]:
    """Return an ask's values in order, no answer last; the width of the ranges where they are numbers; and where a
    value belongs.
    """
    if question.kind is not QuestionKind.NUMBER:
        values = (*ask.choices, BLANK)
        return values, 0, values.index
    numbers = [float(count.value) for count in counts if count.value] or [0.0]
    step = _round_step(min(numbers), max(numbers))
    first, last = int(min(numbers) // step), int(max(numbers) // step)
    ends = tuple(f"{at * step:g}" for at in range(first, last + 1))
    return (*ends, BLANK), step, lambda value: int(float(value) // step) - first if value else len(ends)


def _round_step(lowest: float, highest: float) -> float:
    """Return the least round width by which few ranges cover what lies between two numbers."""
    power = 1.0
    while True:
        for digit in _STEPS:
            step = digit * power
            if highest // step - lowest // step < _MOST_RANGES:
                return step
        power *= 10
