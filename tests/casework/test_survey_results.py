"""What of a survey is shown: no figure speaks of one to four people, and none can be worked out from what is shown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations

from hypothesis import given
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
ASKS = 5

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
people = st.lists(
    st.tuples(st.sampled_from([*PLACES, 99, None]), st.sampled_from([0, 1, 2, None]), values), max_size=60
)


def position(each: Shown, value: str) -> int:
    if each.ask.question.kind is QuestionKind.NUMBER and value:
        ends = [float(end) for end in each.values[:-1]]
        return max(at for at, end in enumerate(ends) if end <= float(value))
    return each.values.index(value)


Figure = tuple[frozenset[int], int]
"""The people of whom a figure speaks, by their places in the list, and the figure."""


def tables(each: Shown, crowd: Sequence[Person]) -> list[list[Figure]]:
    """Return the tables that are shown of an ask, each figure with those of whom it speaks, by a plain recount."""

    def those(
        areas: Sequence[int | None] | None, teams: Sequence[int | None] | None, block: Sequence[int]
    ) -> frozenset[int]:
        return frozenset(
            at
            for at, (area, team, given) in enumerate(crowd)
            if (areas is None or (area if area in PLACES else None) in areas)
            and (teams is None or team in teams)
            and position(each, given[each.ask.number]) in block
        )

    everybody = frozenset(range(len(crowd)))
    found = [[(everybody, each.people)]]
    found.append([(those(None, None, block), count) for block, count in zip(each.options, each.counts, strict=True)])
    for table, by_place in ((each.places, True), (each.teams, False)):
        if table is not None:
            found.append(list(cells(table, each, those, by_place=by_place)))
    return found


def cells(table: Table, each: Shown, those: object, *, by_place: bool) -> Iterator[Figure]:
    for classes, line in zip(table.classes, table.cells, strict=True):
        for block, count in zip(each.coarse, line, strict=True):
            yield those(classes if by_place else None, None if by_place else classes, block), count  # type: ignore[operator]


def unions(table: Sequence[Figure], most: int = 4) -> Iterator[Figure]:
    """Return what somebody can add up: a few figures of a table, or all but a few."""
    whole = frozenset[int]().union(*(group for group, _ in table))
    total = sum(count for _, count in table)
    for size in range(1, min(most, len(table)) + 1):
        for chosen in combinations(table, size):
            group = frozenset[int]().union(*(each for each, _ in chosen))
            count = sum(figure for _, figure in chosen)
            yield group, count
            yield whole - group, total - count


@given(people)
def test_no_group_of_fewer_than_five_can_be_worked_out(crowd: list[Person]) -> None:
    found = shown(survey(), counted(crowd), PLACES)
    assert bool(found) == (len(crowd) >= LEAST)
    for each in found:
        all_tables = tables(each, crowd)
        for table in all_tables:
            for group, count in table:
                assert len(group) == count, "a figure is what a recount gives"
                assert not 0 < count < LEAST
        # Whatever is added up in one table, and taken from what is added up in another one around it.
        for one in all_tables:
            for around, more in unions(one, 2):
                assert not 0 < more < LEAST
                for other in all_tables:
                    for within, less in unions(other, 2):
                        if within < around:
                            assert not 0 < more - less < LEAST


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
    crowd: list[Person] = [(1, None, ("0", "4", "yes", "no", "3"))] * 6 + [(2, None, ("0", "4", "yes", "no", "3"))] * 3
    crowd += [(3, None, ("0", "4", "yes", "no", "3"))] * 9
    first = shown(survey(), counted(crowd), PLACES)[0]
    assert first.places is not None
    assert (1, 2) in first.places.classes
    assert (3,) in first.places.classes
