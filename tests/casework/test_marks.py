"""Marks in a text: nobody can type one, words are read without them, and they stay where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.files import SIGN, FileKind
from casework.marks import (
    blanked,
    cut,
    flowing,
    kinds_in,
    numbers_in,
    renumbered,
    reworded,
    rewritten,
    unmarked,
    with_marks,
    written_down,
)
from casework.masking import mask
from casework.words import clean

PHOTO, VOICE = f"{SIGN}📷1", f"{SIGN}🎤2"
TEXT = f"First\n{PHOTO}\nsecond\n{VOICE}\nthird"
ANYTHING = st.lists(st.sampled_from(["📷", "🎤", "1", "2", "\n", SIGN, "a", " ", "✍️"])).map("".join)


def test_words_are_read_without_marks() -> None:
    assert unmarked(TEXT) == "First\nsecond\nthird"
    assert unmarked(PHOTO) == ""
    assert unmarked("no marks\nat all") == "no marks\nat all"
    assert kinds_in(TEXT) == [FileKind.PHOTO, FileKind.VOICE]
    assert numbers_in(TEXT) == {1, 2}


@given(ANYTHING)
def test_nobody_can_type_a_mark(typed: str) -> None:
    assert kinds_in(clean(typed)) == []
    assert unmarked(clean(typed)) == clean(typed)


@given(ANYTHING)
def test_blanking_moves_no_word(text: str) -> None:
    assert len(blanked(text)) == len(text)


def test_a_message_keeps_its_files_when_its_words_change() -> None:
    message = with_marks((PHOTO, VOICE), "one\ntwo")
    assert message == f"{PHOTO}\n{VOICE}\none\ntwo"
    assert reworded(message, "three") == f"{PHOTO}\n{VOICE}\nthree"
    assert reworded(message, "") == f"{PHOTO}\n{VOICE}"
    assert reworded("one", "two") == "two"
    assert with_marks((), "one") == "one"


def test_other_words_for_all_leave_the_files_in_their_order() -> None:
    assert rewritten(TEXT, "anew") == f"anew\n{PHOTO}\n{VOICE}"


def test_numbers_are_counted_on() -> None:
    assert renumbered(TEXT, 3) == TEXT.replace("📷1", "📷4").replace("🎤2", "🎤5")


def test_what_was_heard_stands_below_the_last_voice_message() -> None:
    text = written_down(TEXT, "heard")
    assert text == f"First\n{PHOTO}\nsecond\n{VOICE}✍️\nheard\nthird"
    assert unmarked(text) == "First\nsecond\nheard\nthird"
    assert kinds_in(text) == [FileKind.PHOTO, FileKind.VOICE]
    with pytest.raises(ValueError, match="empty"):
        written_down(PHOTO, "heard")


def test_pieces_have_the_marks_within_them_and_none_has_those_between() -> None:
    first, second = "road one\nroad two", "water one\nwater two"
    text = f"road one\n{PHOTO}\nroad two\n{SIGN}📷2\nwater one\nwater two\n{SIGN}📷3"
    assert cut(text, (first, second)) == (f"road one\n{PHOTO}\nroad two", second)
    assert cut(f"{PHOTO}\n{first}", (first,)) == (first,)
    assert cut(text, ("not in it", second)) == ("not in it", second)
    assert cut(first, (first,)) == (first,)


def test_a_name_before_a_photo_is_masked_and_the_mark_stays() -> None:
    text = f"我叫王小明，电话 13800138000\n{PHOTO}"
    assert "王小明" not in mask(text)
    assert "13800138000" not in mask(text)
    assert mask(text).endswith(f"\n{PHOTO}")
    assert mask(f"路坏了。此致敬礼 王小明\n{PHOTO}") == mask("路坏了。此致敬礼 王小明") + f"\n{PHOTO}"


def test_on_a_card_a_mark_begins_the_line_of_what_was_written_to_it() -> None:
    one, two, heard = f"{SIGN}📷1", f"{SIGN}📷2", f"{SIGN}🎤3✍️"
    assert flowing(f"{one}\n{two}\nhello\n{heard}\nsaid") == f"{one}\n{two} hello\n{heard} said"
    assert flowing("no marks\nat all") == "no marks\nat all"
    assert flowing(f"words\n{one}") == f"words\n{one}"
