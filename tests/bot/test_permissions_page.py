"""The page that says who may do what is what the program would write now."""

from pathlib import Path

import pytest

from bot.permissions_page import page
from casework.conditions import ONLY_IF
from casework.permissions import _ONLY_BY, ALLOWED, WHILE_MERGED
from casework.relations import Relation
from handlers import texts

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": DOCS / "permissions.md", "zh": DOCS / "permissions.zh.md"}
LANGUAGES = pytest.mark.parametrize("language", PAGES)


@LANGUAGES
def test_the_page_is_what_the_table_says(language: str) -> None:
    written = PAGES[language].read_text(encoding="utf-8")
    assert written == page(language), f"doorstep permissions --language {language} > docs/{PAGES[language].name}"


@LANGUAGES
def test_every_condition_of_a_verb_is_said_in_words(language: str) -> None:
    assert {verb for verb in ALLOWED if texts.has(language, f"right-{verb}-if")} == {*ONLY_IF, *_ONLY_BY}


@LANGUAGES
def test_each_verb_stands_in_words_of_its_own_beside_everybody_who_may_do_it(language: str) -> None:
    rows = [line for line in page(language).splitlines() if line.startswith("| ")]
    for verb, (needed, _) in ALLOWED.items():
        (row,) = [row for row in rows if row.startswith(f"| {texts.plain(language, f'right-{verb}')} |")]
        for relation in Relation:
            words = row.split(" | ")[1].replace("、", "; ").split("; ")
            assert (texts.plain(language, f"relation-{relation.value}") in words) == (relation in needed)


@LANGUAGES
def test_what_is_done_with_a_merged_case_is_said(language: str) -> None:
    last = page(language).splitlines()[-1]
    assert {verb for verb in ALLOWED if texts.plain(language, f"right-{verb}") in last} >= WHILE_MERGED
