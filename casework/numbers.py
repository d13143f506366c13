"""Petition numbers, query codes and invites: made from given randomness, read back as people type them.

A number is random, never counted: gaps in a sequence would show that a shielded case exists.
"""

import hashlib
import hmac
import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

# ----- Petition numbers: YYMMDD-RRRRRRC -----

# Damm's quasigroup of order 10: row is the state so far, column the next digit. A number with its right
# check digit ends in state 0. Finds every wrong digit and every pair of swapped neighbours.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)

# Numerals as they are read out, with 幺 (one on the telephone) and the forms of contracts; 杠 is "dash".
_SPOKEN = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖杠", "0001234567891123456789-")
_LABEL = re.compile(r"^(?:(?:petition|case|number|no\.?|编号|号码|单号|号|#)[\s:：]*)+|\s*号$", re.IGNORECASE)
_NUMBER = re.compile(r"((?:[0-9][\s-]*){12}[0-9])(?:[\s-]+([0-9]{1,2}))?")
_SIX_AND_ABOUT_SEVEN = re.compile(r"[0-9]{6}\s*-\s*[0-9]{6,8}(?:\s*-\s*[0-9]{1,2})?")
_LONGEST_TEXT = 64
# What neither a number nor its label holds. Most texts have such a letter, and need no closer look.
_OTHER_LETTER = re.compile(
    "[dfghjklqvwxyzDFGHJKLQVWXYZ]|(?![〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖杠编号码单])[\u4e00-\u9fff]"
)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A number as it was read: the petition's ("251001-4830235") and which of its cases, from 1."""

    petition: str
    suffix: int | None = None

    def __str__(self) -> str:
        return self.petition if self.suffix is None else f"{self.petition}-{self.suffix}"


def new_number(day: date, rng: random.Random) -> str:
    """Return a petition number for its local filing day, with six random digits and a check digit.

    Two petitions of one day may draw the same number: whoever stores it draws again.
    """
    digits = f"{day:%y%m%d}{rng.randrange(1_000_000):06d}"
    return f"{digits[:6]}-{digits[6:]}{check_digit(digits)}"


def check_digit(digits: str) -> str:
    """Return the Damm check digit of a string of ASCII digits."""
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return str(state)


def parse_number(text: str) -> CaseNumber | None:
    """Read a number as people write or say it, or return None where it is none or a digit is wrong.

    Reads full-width and other scripts' digits, Chinese numerals read out, any dash or none, spaces, and №, #
    or 号 before it. A suffix ("-2") names one case of the petition.
    """
    found = _NUMBER.fullmatch(_plain(text))
    if found is None:
        return None
    digits = re.sub(r"[\s-]", "", found[1])
    if check_digit(digits) != "0" or not _is_day(digits[:6]) or found[2] in ("0", "00"):
        return None
    return CaseNumber(f"{digits[:6]}-{digits[6:]}", int(found[2]) if found[2] else None)


def looks_like_number(text: str) -> bool:
    """Tell whether a text is meant as a petition number, right or with a digit wrong, missing or too many.

    So that a person hears "one digit seems wrong" and not "not found". Telephone numbers don't look like one.
    """
    plain = _plain(text)
    if _SIX_AND_ABOUT_SEVEN.fullmatch(plain):
        return True
    digits = re.sub(r"[\s-]", "", plain)
    return digits.isdecimal() and 12 <= len(digits) <= 15 and _is_day(digits[:6])


def _plain(text: str) -> str:
    """Return the text in ASCII digits, hyphens and spaces where it can be so written, without a label."""
    if len(text) > _LONGEST_TEXT or _OTHER_LETTER.search(text):
        return ""
    folded = "".join(_plain_character(c) for c in unicodedata.normalize("NFKC", text).translate(_SPOKEN))
    return _LABEL.sub("", folded.strip()).strip()


def _plain_character(character: str) -> str:
    if unicodedata.category(character) == "Pd" or character == "−":
        return "-"
    if unicodedata.category(character) == "Cf":
        return ""
    return str(unicodedata.decimal(character, character))


def _is_day(yymmdd: str) -> bool:
    try:
        date(2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))
    except ValueError:
        return False
    return True


# ----- Query codes and invites, in Crockford's base 32 -----

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_CODE_BYTES, _CODE_LENGTH = 5, 8
_INVITE_BYTES = 10


def new_code(token: bytes) -> str:
    """Return the query code of 5 random bytes, as it is shown: XXXX-XXXX. Other lengths raise ValueError."""
    if len(token) != _CODE_BYTES:
        raise ValueError("a query code is made of 5 bytes")
    code = _base32(token)
    return f"{code[:4]}-{code[4:]}"


def normalise_code(text: str) -> str:
    """Return a code or invite as it is compared: upper case, O as 0, I and L as 1, no spaces or dashes."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(_LOOKALIKES)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) not in ("Pd", "Cf"))


def looks_like_code(text: str) -> bool:
    """Tell whether a text could be a query code, so that nothing else counts as a try."""
    code = normalise_code(text)
    return len(code) == _CODE_LENGTH and set(code) <= set(_CROCKFORD)


def code_digest(code: str, secret: bytes) -> str:
    """Return what is stored of a query code: HMAC-SHA256, 64 hex digits. An empty secret raises ValueError.

    Without the secret, a copy of the rows would give up 40 bits in minutes.
    """
    if not secret:
        raise ValueError("query codes need a secret")
    return hmac.new(secret, _bytes(code), hashlib.sha256).hexdigest()


def new_invite(token: bytes) -> str:
    """Return the invite of 10 random bytes: 16 characters, fit for a link. Other lengths raise ValueError."""
    if len(token) != _INVITE_BYTES:
        raise ValueError("an invite is made of 10 bytes")
    return _base32(token)


def invite_digest(code: str) -> str:
    """Return what is stored of an invite: SHA-256, 64 hex digits; 80 random bits need no secret."""
    return hashlib.sha256(_bytes(code)).hexdigest()


def _bytes(code: str) -> bytes:
    # Typed by anyone: half of a surrogate pair must give a wrong code, not an error.
    return normalise_code(code).encode("utf-8", "surrogatepass")


def _base32(token: bytes) -> str:
    """Write bytes in base 32; whole characters only, so their number is a multiple of 5."""
    value = int.from_bytes(token)
    return "".join(_CROCKFORD[value >> shift & 31] for shift in range(len(token) * 8 - 5, -1, -5))
