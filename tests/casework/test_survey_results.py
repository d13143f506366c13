"""What of a survey is shown: no figure speaks of one to four people, and none can be worked out from what is shown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.surveys.model import BLANK, LEAST, SCALE, Question, QuestionKind, Survey
from casework.surveys.results import Count, Shown, Table, merged, shown

PLACES = (1, 2, 3, 4)
TEAMS = ("Farmers", "Traders", "Others")
NOW = datetime(2026, 3, 2, tzinfo=UTC)
QUESTIONS = (
    Question(QuestionKind.SINGLE, "Water?", ("tap", "well", "river", "rain")),
    Question(QuestionKind.SCALE, "Content?"),
    Question(QuestionKind.SEVERAL, "Is it", ("clear", "enough")),
    Question(QuestionKind.NUMBER, "Hours?"),
)
KNOWN: tuple[int | None, ...] = (*PLACES, None)
ALL: tuple[int | None, ...] = (0, 1, 2, None)

Person = tuple[int | None, int | None, tuple[str, ...]]
"""A place, a group, and an answer to each ask."""


def survey() -> Survey:
    return Survey(1, 1, "/1/", "Water", True, QUESTIONS, TEAMS, 2, NOW, NOW, NOW)


def counted(people: Sequence[Person]) -> list[Count]:
    found = Counter((ask, value, area, team) for area, team, values in people for ask, value in enumerate(values))
    return [Count(ask, value, area, team, people) for (ask, value, area, team), people in found.items()]


values = st.tuples(
    st.sampled_from(["0", "1", "2", "3", BLANK]),
    st.sampled_from([*SCALE, BLANK]),
    st.sampled_from(["yes", "no", BLANK]),
    st.sampled_from(["yes", "no", BLANK]),
    st.one_of(st.just(BLANK), st.integers(0, 300).map(str)),
)
alike = st.tuples(st.sampled_from([*PLACES, 99, None]), st.sampled_from([0, 1, 2, None]), values)
people = st.lists(st.tuples(st.integers(1, 12), alike), max_size=10).map(
    lambda knots: [person for count, person in knots for _ in range(count)]
)
"""Knots of people who answer alike: so that there is something to show, and something too small beside it."""


def position(each: Shown, value: str) -> int:
    if each.ask.question.kind is QuestionKind.NUMBER and value:
        ends = [float(end) for end in each.values[:-1]]
        return max(at for at, end in enumerate(ends) if end <= float(value))
    return each.values.index(value)


Figure = tuple[int, int]
"""Of whom a figure speaks, as bits for (place, group, position of the answer), whether there is such a person or not:
so that one is within the other by what they mean, and not by chance. And the figure.
"""


def those(
    each: Shown, block: Sequence[int], places: Sequence[int | None] = KNOWN, teams: Sequence[int | None] = ALL
) -> int:
    """Return all who could have their place, their group and their answer among these."""
    width = len(each.values)
    return sum(
        1 << ((KNOWN.index(place) * len(ALL) + ALL.index(team)) * width + at)
        for place in places
        for team in teams
        for at in block
    )


def figures(each: Shown) -> Iterator[Figure]:
    """Yield all that is shown of an ask, and the sums by class."""
    yield those(each, range(len(each.values))), each.people
    for block, count in zip(each.options, each.counts, strict=True):
        yield those(each, block), count
    for table, of_place in ((each.places, True), (each.teams, False)):
        for classes, line in zip(*parts(table), strict=True):
            groups = [those(each, b, classes if of_place else KNOWN, ALL if of_place else classes) for b in each.coarse]
            yield from zip(groups, line, strict=True)
            yield sum(groups), sum(line)


def parts(table: Table | None) -> tuple[Sequence[Sequence[int | None]], Sequence[Sequence[int]]]:
    return (table.classes, table.cells) if table is not None else ((), ())


def recounted(each: Shown, crowd: Sequence[Person], group: int) -> int:
    """Return how many of the crowd a group of those who could be has."""
    return sum(
        bool(
            group & those(each, [position(each, given[each.ask.number])], [place if place in PLACES else None], [team])
        )
        for place, team, given in crowd
    )


@settings(max_examples=30)
@given(people)
def test_no_group_of_fewer_than_five_can_be_worked_out(crowd: list[Person]) -> None:
    """By whatever is taken from whatever is shown around it: figures, sums of two, and what is left of everybody."""
    found = shown(survey(), counted(crowd), PLACES)
    assert bool(found) == (len(crowd) >= LEAST)
    for each in found:
        known: dict[int, int] = {}
        for group, count in figures(each):
            assert recounted(each, crowd, group) == count
            assert known.setdefault(group, count) == count
        everybody, total = those(each, range(len(each.values))), each.people
        known |= {everybody & ~group: total - count for group, count in known.items()}
        known |= {one | other: known[one] + known[other] for one, other in combinations(known, 2) if not one & other}
        assert not {count for count in known.values() if 0 < count < LEAST}
        for around, more in known.items():
            inside = {more - less for within, less in known.items() if not within & ~around}
            assert not {left for left in inside if 0 < left < LEAST}


@given(people)
def test_classes_are_the_same_in_all_tables_of_a_survey(crowd: list[Person]) -> None:
    """Else two tables could be held against each other."""
    found = shown(survey(), counted(crowd), PLACES)
    for tables_of in ([each.places for each in found], [each.teams for each in found]):
        assert len({table.classes if table is not None else None for table in tables_of}) <= 1
    assert len({each.people for each in found}) <= 1


@given(people)
def test_options_by_class_are_never_finer_than_those_of_everybody(crowd: list[Person]) -> None:
    for each in shown(survey(), counted(crowd), PLACES):
        for block in each.options:
            assert any(set(block) <= set(coarse) for coarse in each.coarse)
        assert sorted(at for block in each.coarse for at in block) == list(range(len(each.values)))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=8), st.booleans())
def test_what_is_put_together_loses_nobody(sizes: list[int], neighbours: bool) -> None:
    table = dict(enumerate(sizes))
    blocks = merged(range(len(sizes)), [table], neighbours=neighbours)
    assert sorted(at for block in blocks for at in block) == list(range(len(sizes)))
    counts = [sum(table[at] for at in block) for block in blocks]
    assert sum(sizes) < LEAST or all(not 0 < count < LEAST for count in counts)
    if neighbours:
        assert all(list(block) == list(range(block[0], block[0] + len(block))) for block in blocks)


def test_what_is_large_enough_is_told_apart() -> None:
    crowd: list[Person] = [
        (place, place % 2, (str(place % 2), "4", "yes", "no", "3")) for place in (1, 2) for _ in range(LEAST)
    ]
    first = shown(survey(), counted(crowd), PLACES)[0]
    assert first.places is not None
    told = dict(zip(first.places.classes, first.places.cells, strict=True))
    assert sum(told[1,]) == sum(told[2,]) == LEAST


def test_one_village_of_few_is_put_together_with_another() -> None:
    sizes = {1: 6, 2: 3, 3: 9}
    crowd: list[Person] = [
        (place, None, ("0", "4", "yes", "no", "3")) for place, count in sizes.items() for _ in range(count)
    ]
    first = shown(survey(), counted(crowd), PLACES)[0]
    assert first.places is not None
    assert (1, 2) in first.places.classes
    assert (3,) in first.places.classes
