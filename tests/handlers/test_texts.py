"""The one text function."""

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from handlers import texts


class Arguments(Visitor):
    """Gives every argument of a text words."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.words[node.id.name] = f"<{node.id.name}>"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("length", [499, 500, 501, 5_000, 20_000])
def test_words_of_any_length_stand_in_a_text_whole(language: str, length: int) -> None:
    assert "x" * length in texts.say(language, "correction", {"words": "x" * length})


def test_words_that_look_like_a_text_stay_words() -> None:
    said = texts.say("en", "correction", {"words": "{ $words } {-term} { NUMBER(1) }\0words\0" + "y" * 600})
    assert said == "Correction: { $words } {-term} { NUMBER(1) }words" + "y" * 600


def test_an_unknown_language_speaks_english() -> None:
    assert texts.plain("fr", "button-skip") == texts.plain("en", "button-skip")


def test_sentences_stand_behind_each_other_as_the_language_parts_them() -> None:
    assert texts.sentences("en", "It is done.", "", "Thank you!") == "It is done. Thank you!"
    assert texts.sentences("zh", "办好了。", "", "谢谢！") == "办好了。谢谢！"


def test_a_missing_text_or_argument_is_a_defect() -> None:
    with pytest.raises(LookupError):
        texts.plain("en", "no-such-text")
    with pytest.raises(ValueError, match="correction"):
        texts.say("en", "correction", {"other": 1})


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_reads_as_fluent_puts_it(language: str) -> None:
    fluent = FluentBundle([language], use_isolating=False)
    for file in (texts.LOCALES / language).glob("*.ftl"):
        fluent.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message) and entry.value is not None:
                arguments = Arguments()
                arguments.visit(entry.value)
                pattern = fluent.get_message(entry.id.name).value
                assert pattern is not None
                expected, _ = fluent.format_pattern(pattern, arguments.words)
                assert texts.say(language, entry.id.name, arguments.words) == expected
