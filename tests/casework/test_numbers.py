import hashlib
import hmac
import random
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.numbers import (
    CaseNumber,
    check_digit,
    code_digest,
    invite_digest,
    looks_like_code,
    looks_like_number,
    new_code,
    new_invite,
    new_number,
    normalise_code,
    parse_number,
)

DAY = date(2025, 10, 1)
NUMBER = "251001-4830235"
SAID = CaseNumber(NUMBER)

numbers = st.builds(new_number, st.dates(date(2020, 1, 1), date(2099, 12, 31)), st.integers().map(random.Random))


class TestNewNumbers:
    def test_a_number_is_the_filing_day_six_random_digits_and_a_check_digit(self) -> None:
        number = new_number(date(2025, 3, 9), random.Random(7))
        assert re.fullmatch(r"250309-[0-9]{7}", number)
        assert number == new_number(date(2025, 3, 9), random.Random(7))
        assert number != new_number(date(2025, 3, 9), random.Random(8))

    def test_the_check_digit_is_the_published_example_of_damm(self) -> None:
        assert check_digit("572") == "4"

    @given(numbers)
    def test_a_new_number_reads_back_as_itself(self, number: str) -> None:
        assert parse_number(number) == CaseNumber(number)
        assert looks_like_number(number)


class TestWrongDigits:
    @given(numbers, st.integers(0, 12), st.integers(1, 9))
    def test_every_single_wrong_digit_is_found(self, number: str, place: int, shift: int) -> None:
        digits = list(number.replace("-", ""))
        digits[place] = str((int(digits[place]) + shift) % 10)
        wrong = "".join(digits)
        assert parse_number(wrong) is None
        assert looks_like_number(f"{wrong[:6]}-{wrong[6:]}")

    @given(numbers, st.integers(0, 11))
    def test_every_pair_of_swapped_neighbours_is_found(self, number: str, place: int) -> None:
        digits = number.replace("-", "")
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        assert (parse_number(swapped) is None) == (swapped != digits)

    @pytest.mark.parametrize("day", ["251301", "251000", "250230", "250229"])
    def test_a_day_that_never_was_is_no_number(self, day: str) -> None:
        digits = f"{day}123456"
        assert parse_number(digits + check_digit(digits)) is None


class TestReading:
    @pytest.mark.parametrize(
        "text",
        [
            "251001-4830235",
            "2510014830235",
            " 251001 4830235 \n",
            "251001 - 4830235",
            "251001–4830235",
            "251001—4830235",
            "251001−4830235",
            "251001－4830235",
            "２５１００１－４８３０２３５",
            "№251001-4830235",
            "№ 251001-4830235",
            "#251001-4830235",
            "＃251001-4830235",
            "号251001-4830235",
            "251001-4830235号",
            "编号：251001-4830235",
            "号码 251001-4830235",
            "No. 251001-4830235",
            "Petition number: 251001-4830235",
            "二五一〇〇一 四八三〇二三五",
            "二五一零零一杠四八三零二三五",
            "二五幺零零幺四八三零二三五",
            "25 10 01 - 483 02 35",
            "2-5-1-0-0-1-4-8-3-0-2-3-5",
            "٢٥١٠٠١-٤٨٣٠٢٣٥",
            "251001\u200b-4830235",
        ],
    )
    def test_a_number_is_read_as_people_write_it(self, text: str) -> None:
        assert parse_number(text) == SAID

    @pytest.mark.parametrize(
        "text",
        ["251001-4830235-2", "2510014830235-2", "251001 4830235 2", "２５１００１－４８３０２３５－２"],
    )
    def test_a_suffix_names_one_case_of_the_petition(self, text: str) -> None:
        assert parse_number(text) == CaseNumber(NUMBER, 2)

    def test_a_number_is_shown_as_it_is_read(self) -> None:
        assert str(parse_number("号2510014830235")) == "251001-4830235"
        assert str(parse_number("2510014830235-12")) == "251001-4830235-12"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-",
            "路灯坏了",
            "251001-483023",
            "25100148302352",
            "251001-4830235-",
            "251001-4830235-0",
            "251001-4830235-123",
            "251001-4830235 路灯",
            "13812345678",
            "２５１００１" * 40,
            "²³¼",
            "\ud800",
        ],
    )
    def test_anything_else_is_no_number(self, text: str) -> None:
        assert parse_number(text) is None

    @given(st.text(max_size=80))
    def test_any_text_is_read_without_an_error(self, text: str) -> None:
        assert parse_number(text) is None or looks_like_number(text)


class TestLooks:
    @pytest.mark.parametrize(
        "text",
        [
            "251001-4830236",
            "2510014830236",
            "251301-4830235",
            "251001-483023",
            "251001-48302355",
            "二五一零零一四八三零二三六",
            "№251001-4830236-2",
            "251001 4830236 2",
        ],
    )
    def test_a_slip_still_looks_like_a_number(self, text: str) -> None:
        assert parse_number(text) is None
        assert looks_like_number(text)

    @pytest.mark.parametrize(
        "text",
        [
            "13812345678",
            "8613812345678",
            "+86 138 1234 5678",
            "0593-5521234",
            "350924198001011234",
            "20251001123000",
            "251001",
            "路灯坏了251001-4830235",
            "",
        ],
    )
    def test_telephone_identity_and_other_numbers_do_not(self, text: str) -> None:
        assert not looks_like_number(text)


class TestCodes:
    def test_a_code_is_shown_in_two_halves(self) -> None:
        assert new_code(b"\x00\x00\x00\x00\x00") == "0000-0000"
        assert new_code(b"\xff\xff\xff\xff\xff") == "ZZZZ-ZZZZ"
        assert new_code(bytes([0x01, 0x23, 0x45, 0x67, 0x89])) == "04HM-ASW9"

    @pytest.mark.parametrize("size", [0, 4, 6])
    def test_a_code_needs_five_bytes(self, size: int) -> None:
        with pytest.raises(ValueError, match="5 bytes"):
            new_code(bytes(size))

    @pytest.mark.parametrize("text", ["01AB-CD10", "o1ab cd1o", "OiAbCdLO", " 0lab—cdi0 ", "０１ＡＢ－ＣＤ１０"])
    def test_a_code_is_read_as_people_write_it(self, text: str) -> None:
        assert normalise_code(text) == "01ABCD10"
        assert looks_like_code(text)

    @pytest.mark.parametrize("text", ["", "01AB-CD1", "01AB-CD100", "01AB-CDU0", "路灯坏了请来修吧"])
    def test_what_could_not_be_a_code_does_not_look_like_one(self, text: str) -> None:
        assert not looks_like_code(text)

    @given(st.binary(min_size=5, max_size=5))
    def test_however_it_is_written_the_digest_is_the_same(self, token: bytes) -> None:
        code = new_code(token)
        written = code.replace("-", " ").replace("0", "o").replace("1", "l").lower()
        assert looks_like_code(written)
        assert code_digest(written, b"secret") == code_digest(code, b"secret")

    def test_the_digest_is_an_hmac_of_the_normalised_code(self) -> None:
        expected = hmac.new(b"secret", b"04HMASW9", hashlib.sha256).hexdigest()
        assert code_digest("04hm-asw9", b"secret") == expected
        assert code_digest("04hm-asw9", b"another") != expected

    def test_an_empty_secret_is_refused(self) -> None:
        with pytest.raises(ValueError, match="secret"):
            code_digest("04HM-ASW9", b"")

    def test_half_a_surrogate_pair_is_a_wrong_code_not_an_error(self) -> None:
        assert len(code_digest("\ud83d", b"secret")) == 64


class TestInvites:
    @given(st.binary(min_size=10, max_size=10))
    def test_an_invite_has_80_bits_in_16_characters_fit_for_a_link(self, token: bytes) -> None:
        invite = new_invite(token)
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{16}", invite)
        assert invite_digest(invite.lower()) == hashlib.sha256(invite.encode()).hexdigest()

    @given(st.sets(st.binary(min_size=10, max_size=10), min_size=2))
    def test_other_bytes_give_another_invite(self, tokens: set[bytes]) -> None:
        assert len({new_invite(token) for token in tokens}) == len(tokens)

    @pytest.mark.parametrize("size", [0, 9, 16])
    def test_an_invite_needs_ten_bytes(self, size: int) -> None:
        with pytest.raises(ValueError, match="10 bytes"):
            new_invite(bytes(size))
