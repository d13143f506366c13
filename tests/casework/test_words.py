import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.words import clean, fits_callback, split_message, summary, utf16_length

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
WAVE = "👋🏽"
FLAG = "🇨🇳"
ACCENT = "e\u0301"
MESSAGES = Path(__file__).parents[3] / "shared/data/complaints-zh/messages.jsonl"

# Texts of what causes trouble: marks, breaks, emoji of several code points, unseen characters, half pairs.
troubled = st.lists(
    st.sampled_from(
        [
            *"路灯坏了。，！？；a b.,\n\t\r\x00\x85\u2028\u200b\u200d\u202e\u2066\ufeff\ud83d",
            FAMILY,
            WAVE,
            FLAG,
            ACCENT,
        ]
    ),
    max_size=80,
).map("".join) | st.text(max_size=80)


class TestClean:
    @pytest.mark.parametrize(
        ("written", "stored"),
        [
            ("  路灯坏了 \n", "路灯坏了"),
            ("　　路灯坏了", "路灯坏了"),
            ("路灯\x00坏\x07了\x1b", "路灯坏了"),
            ("路\u200b灯\u2060坏\ufeff了\u00ad", "路灯坏了"),
            ("abc\u202edcba\u202c x\u2066y\u2069", "abcdcba xy"),
            ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
            ("一 \t\n二", "一\n二"),
            ("a\tb", "a\tb"),
            ("一\n\n\n二", "一\n\n\n二"),
            ("一\n \n\n\t\n\n二", "一\n\n\n二"),
            ("cafe\u0301", "café"),
            ("cafe\u200b\u0301", "café"),
            ("路灯\ud83d坏了", "路灯坏了"),
            ("hidden\U000e0041\U000e0042", "hidden"),
            ("", ""),
            ("\u200b \n\x00", ""),
        ],
    )
    def test_what_nobody_sees_is_dropped(self, written: str, stored: str) -> None:
        assert clean(written) == stored

    @pytest.mark.parametrize(
        "text",
        ["ＡＢＣ１２３，①㎡", "葛\U000e0100城", FAMILY, WAVE, FLAG, "❤️\u200d🔥", "می\u200cخواهم", "क्\u200dष"],
    )
    def test_what_carries_meaning_stays(self, text: str) -> None:
        assert clean(text) == text

    @pytest.mark.parametrize("text", ["路\u200d灯", "ad\u200cmin", "\u200d路灯", "路灯\u200d", "👋\u200d\u200d👋"])
    def test_a_joiner_that_joins_nothing_is_dropped(self, text: str) -> None:
        assert clean(text) == text.replace("\u200d", "").replace("\u200c", "")

    @given(troubled)
    def test_a_clean_text_is_composed_and_can_be_stored(self, text: str) -> None:
        cleaned = clean(text)
        assert clean(cleaned) == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
        assert "\x00" not in cleaned
        cleaned.encode()

    @given(troubled)
    def test_a_line_is_cleaned_alone_as_it_is_beside_another(self, text: str) -> None:
        assert clean(f"一{text}。\n二") == clean(f"一{text}。") + "\n二"


class TestSummary:
    @pytest.mark.parametrize(
        ("text", "limit", "short"),
        [
            ("路灯坏了三天。", 20, "路灯坏了三天。"),
            ("路灯坏了三天。\n晚上  太黑", 20, "路灯坏了三天。晚上 太黑"),
            ("村口的路灯坏了三天。晚上老人出门很危险，请来修", 14, "村口的路灯坏了三天…"),
            ("村口的路灯坏了三天，晚上老人出门很危险，请来修", 14, "村口的路灯坏了三天…"),
            ("什么时候能修好路灯？已经三天没有人来了", 14, "什么时候能修好路灯？…"),
            ("他说“马上就来修。”到今天也没有人来看过一眼", 14, "他说“马上就来修。”…"),
            ("坏了。村口的那一盏路灯从上个月到现在都没有亮过", 12, "坏了。村口的那一盏路灯…"),
            ("The street light is out. It has been dark for days.", 30, "The street light is out…"),
            ("The street light at No. 3.5 mile is out again", 30, "The street light at No. 3.5…"),
            ("The street light, the one at the corner, is out", 20, "The street light…"),
            ("路灯坏了", 3, "路灯…"),
            ("路灯坏了", 1, "…"),
            ("", 10, ""),
        ],
    )
    def test_it_ends_where_a_reader_would_pause(self, text: str, limit: int, short: str) -> None:
        assert summary(text, limit) == short

    @pytest.mark.parametrize(
        "greeting",
        [
            "尊敬的领导：您好！",
            "尊敬的李书记 您好！\n",
            "胡厅长：",
            "局长您好，",
            "你好。",
            "Dear Sir or Madam,\n",
            "Hello, ",
            "Hi there! ",
            "Good morning. ",
            "To whom it may concern: ",
        ],
    )
    def test_a_greeting_is_passed_over(self, greeting: str) -> None:
        assert summary(greeting + "路灯坏了三天。", 20) == "路灯坏了三天。"

    @pytest.mark.parametrize(
        "text", ["您好！", "局长，村口的路灯坏了", "主任拿走了补助款：三千元", "Hills road is flooded, again"]
    )
    def test_what_is_no_greeting_or_nothing_else_stays(self, text: str) -> None:
        assert summary(text, 40) == text

    def test_an_emoji_of_several_parts_is_not_cut(self) -> None:
        assert summary(f"谢谢{FAMILY}{FAMILY}", 10) == f"谢谢{FAMILY}…"

    def test_no_room_is_refused(self) -> None:
        with pytest.raises(ValueError, match="at least one"):
            summary("路灯", 0)

    @given(troubled, st.integers(1, 60))
    def test_it_is_one_line_within_the_limit_taken_from_the_text(self, text: str, limit: int) -> None:
        short = summary(text, limit)
        assert len(short) <= limit
        assert "\n" not in short
        assert "".join(short.removesuffix("…").split()) in "".join(text.split())


class TestSplit:
    def test_a_short_text_is_one_message_and_a_blank_one_none(self) -> None:
        assert split_message("路灯坏了") == ["路灯坏了"]
        assert split_message(" \n ") == []
        assert split_message("") == []

    @pytest.mark.parametrize(
        ("text", "pieces"),
        [
            ("一段路灯。\n\n二段\n水管", ["一段路灯。", "二段\n水管"]),
            ("一行的路灯\n二行的水管", ["一行的路灯", "二行的水管"]),
            ("路灯坏了。水管漏了。门锁了", ["路灯坏了。水管漏了。", "门锁了"]),
            ("路灯坏了，水管漏了", ["路灯坏了，水管漏了"]),
            ("路灯又坏了，水管又漏了", ["路灯又坏了，", "水管又漏了"]),
            ("light is out", ["light is", "out"]),
            ("lights are out", ["lights are", "out"]),
            ("路灯坏了水管漏了门也锁了", ["路灯坏了水管漏了门也", "锁了"]),
        ],
    )
    def test_a_long_text_is_cut_at_the_strongest_boundary_of_its_second_half(
        self, text: str, pieces: list[str]
    ) -> None:
        assert split_message(text, 10) == pieces

    def test_the_limit_counts_utf_16_code_units(self) -> None:
        assert utf16_length("a路😀") == 4
        assert split_message("😀" * 2048) == ["😀" * 2048]
        assert [utf16_length(piece) for piece in split_message("😀" * 2049)] == [4096, 2]

    @pytest.mark.parametrize(("sign", "whole"), [(FAMILY, 1), (WAVE, 3), (FLAG, 3), (ACCENT, 7), ("❤️", 7)])
    def test_a_sign_of_several_parts_is_not_cut(self, sign: str, whole: int) -> None:
        assert split_message(sign * (whole + 1), 15) == [sign * whole, sign]

    def test_a_sign_longer_than_the_limit_is_cut_between_code_points(self) -> None:
        pieces = split_message(FAMILY, 6)
        assert "".join(pieces) == FAMILY
        assert all(utf16_length(piece) <= 6 for piece in pieces)

    def test_no_room_for_an_emoji_is_refused(self) -> None:
        with pytest.raises(ValueError, match="two code units"):
            split_message("路灯", 1)

    @given(troubled, st.integers(2, 40))
    def test_nothing_but_space_at_the_cuts_is_lost_and_every_piece_fits(self, text: str, limit: int) -> None:
        pieces = split_message(text, limit)
        assert all(piece == piece.strip() != "" and utf16_length(piece) <= limit for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())

    @pytest.mark.timeout(10)
    @pytest.mark.parametrize("text", ["\n", " ", "a", FLAG, "。", "您好！", "e" + "\u0301" * 50, "\n \n"])
    def test_a_huge_text_takes_no_longer_for_being_odd(self, text: str) -> None:
        huge = text * (100_000 // len(text))
        assert all(len(piece) <= 4096 for piece in split_message(huge))
        assert len(summary(huge, 60)) <= 60
        assert len(clean(huge)) <= len(huge)


class TestCallback:
    @pytest.mark.parametrize(
        ("data", "fits"),
        [
            ("1.accept.12345.3", True),
            ("", False),
            ("a" * 64, True),
            ("a" * 65, False),
            ("路" * 21, True),
            ("路" * 22, False),
            ("\ud83d", True),
        ],
    )
    def test_callback_data_has_1_to_64_bytes(self, data: str, fits: bool) -> None:
        assert fits_callback(data) is fits


@pytest.mark.skipif(not MESSAGES.exists(), reason="the folder with real messages is missing")
def test_real_messages_are_summed_up_without_their_greeting() -> None:
    with MESSAGES.open(encoding="utf-8") as lines:
        texts = [clean(json.loads(line)["text"]) for line in lines]
    summaries = [summary(text, 60) for text in texts]
    assert all(0 < len(short) <= 60 for short in summaries)
    assert sum(short.startswith(("尊敬", "您好", "你好")) for short in summaries) < 0.02 * len(texts)
    cut_mid_clause = [
        text for text, short in zip(texts, summaries, strict=True) if short.endswith("…") and len(short) == 60
    ]
    assert len(cut_mid_clause) < 0.1 * len(texts)
