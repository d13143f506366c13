import pytest

from casework.placed_words import PlacedWords, weights

NAMES = ("request", "question")
WORDS = PlacedWords(
    {"request": {2: "路灯 修 坏了"}, "question": {3: "请问", -1: "坏了"}},
    {"question": {5: "请问"}},
    {"request": {4: "修"}},
    NAMES,
)


def found(text: str, opening: int = 2, closing: int | None = None) -> list[tuple[tuple[int, int], ...]]:
    return sorted(WORDS.found(text, opening, len(text) - 2 if closing is None else closing))


def test_a_word_counts_once_however_often_it_stands_there() -> None:
    assert found("那边的路灯、路灯、路灯都不亮") == [((0, 2),)]


def test_a_word_counts_once_more_in_the_opening_and_in_the_closing() -> None:
    assert found("请问路上怎么样") == [((1, 3),), ((1, 5),)]
    assert found("他说过请问怎么样") == [((1, 3),)]
    assert found("什么时候来修") == [((0, 2),), ((0, 4),)]
    assert found("修路什么时候来") == [((0, 2),)]


def test_any_of_its_places_puts_a_word_into_an_edge() -> None:
    assert found("修路，请你们来修") == [((0, 2),), ((0, 4),)]


def test_a_word_may_speak_for_one_kind_and_against_another() -> None:
    assert found("那边的都坏了，怎么办") == [((0, 2), (1, -1))]


def test_nothing_is_found_where_no_word_stands() -> None:
    assert found("") == []
    assert found("你好") == []


def test_a_table_names_only_what_is_known() -> None:
    with pytest.raises(ValueError, match="index"):
        weights({"wish": {1: "想"}}, NAMES, str.split)
