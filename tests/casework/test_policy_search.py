"""Which policy answers a question: what was reached on the real messages is held, and why it is so in small."""

from pathlib import Path

import pytest

from benchmarks.letters import Letter, Recall, content, letters, recall
from casework.policies.passages import Counted, counted, excerpt, passages, terms
from casework.policies.policy import Content, Words
from casework.policies.ranking import Hit, Known, rank, rarest

AID = Content(
    {"zh": Words("高龄津贴", "满八十岁每月一百元。", "到村委会登记，次月发放。"), "en": Words("Aid", "Money.")}, "x"
)


class Shelf:
    """Policies in memory, as the database keeps their terms."""

    def __init__(self, contents: dict[int, Content]) -> None:
        parts: list[tuple[int, Counted]] = [(id_, part) for id_, each in contents.items() for part in counted(each)]
        self.hits: dict[int, list[Hit]] = {}
        for id_, part in parts:
            for term, times in part.terms.items():
                self.hits.setdefault(term, []).append(Hit(term, id_, part.part, times, part.length))
        self.count, self.length = len(parts), sum(part.length for _, part in parts) / len(parts)

    def ask(self, question: str) -> list[int]:
        """Return the ids of the policies that answer it, the best first."""
        asked = terms(question)
        known = Known(self.count, self.length, {term: len(self.hits[term]) for term in asked if term in self.hits})
        weights = rarest(asked, known)
        hits = [hit for term in weights for hit in self.hits[term]]
        return [each.policy_id for each in rank(weights, asked.keys(), known, hits)]


def test_the_reply_is_found_that_belongs_to_a_message(shared_data: Path) -> None:
    corpus, asked = letters(shared_data / "complaints-zh" / "replies.jsonl")
    shelf = Shelf({each.id: content(each) for each in corpus})
    found = recall(asked, [shelf.ask(each.words) for each in asked])
    # BM25 of a library over the same: 60.5 and 78.5 (`python -m benchmarks.search`).
    assert found.first >= 63.0
    assert found.five >= 78.5


def test_a_rare_word_counts_for_more_than_idle_ones() -> None:
    shelf = Shelf(
        {
            1: Content({"zh": Words("甲", "有关问题请到窗口咨询办理。")}, "x"),
            2: Content({"zh": Words("乙", "有关问题请到窗口咨询助听器。")}, "x"),
            3: Content({"zh": Words("丙", "有关问题请到窗口咨询办理登记。")}, "x"),
        }
    )
    assert shelf.ask("有关助听器问题到哪个窗口")[0] == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("allowances", "the allowance"), ("Register", "registered, registration"), ("高龄津贴", "老人高龄津贴怎么领")],
)
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms(one).keys() & terms(other).keys()


def test_idle_words_are_no_terms() -> None:
    assert not terms("what is it about? the how, and if so")


def test_a_policy_is_cut_between_lines_and_the_same_way_each_time() -> None:
    text = "\n".join("一二三四五六七八九十" * 10 for _ in range(40)) + "长" * 4000
    long = Content({"zh": Words("长", "短话。", text)}, "x")
    pieces = passages(long)
    assert [each.part for each in pieces] == list(range(len(pieces)))
    assert all(len(each.text) <= 1500 for each in pieces)
    assert "".join(each.text for each in pieces).replace("\n", "") == text.replace("\n", "")
    assert passages(long) == pieces


def test_both_languages_have_passages_and_plain_words_stand_for_a_text() -> None:
    assert [(each.language, each.text) for each in passages(AID)] == [
        ("en", "Money."),
        ("zh", "到村委会登记，次月发放。"),
    ]


def test_the_excerpt_is_the_sentence_that_speaks_of_it() -> None:
    text = "年满八十岁每月一百元。九十岁以上每月二百元。带身份证登记。"
    assert excerpt(text, "九十岁以上多少", 20).startswith("九十岁以上每月二百元。")
    assert len(excerpt("长" * 500, "长长", 100)) <= 100
    assert excerpt("", "x", 10) == ""


def test_recall_counts_the_first_and_the_first_five() -> None:
    asked = [Letter(1, "", ""), Letter(2, "", "")]
    assert recall(asked, [[1, 2], [3, 4, 5, 6, 7, 2]]) == Recall(50, 0 + 50)
    assert recall(asked, [[], [3, 2]]) == Recall(0, 50)
