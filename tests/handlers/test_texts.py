"""The one text function."""

import pytest

from handlers import texts


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("length", [499, 500, 501, 5_000, 20_000])
def test_words_of_any_length_stand_in_a_text_whole(language: str, length: int) -> None:
    assert "x" * length in texts.say(language, "correction", {"words": "x" * length})


def test_words_that_look_like_a_text_stay_words() -> None:
    said = texts.say("en", "correction", {"words": "{ $words } {-term} { NUMBER(1) }\0words\0" + "y" * 600})
    assert said == "Correction: { $words } {-term} { NUMBER(1) }words" + "y" * 600


def test_an_unknown_language_speaks_english() -> None:
    assert texts.plain("fr", "button-yes") == texts.plain("en", "button-yes")


def test_a_missing_text_or_argument_is_a_defect() -> None:
    with pytest.raises(LookupError):
        texts.plain("en", "no-such-text")
    with pytest.raises(ValueError, match="correction"):
        texts.say("en", "correction", {"other": 1})
