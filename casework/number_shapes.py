"""The shapes of identity, account and phone numbers, told by their digits and by how people group them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import accumulate
from typing import Final, Literal

NumberKind = Literal["identity", "phone", "account"]

SHORTEST, LONGEST = 9, 19
"""How many digits a number of any of the shapes has."""

BEFORE_CHECK = 17
"""After so many digits of an identity number comes its check, which may be X."""


def _is_day(yyyymmdd: str) -> bool:
    try:
        day = date(int(yyyymmdd[:4]), int(yyyymmdd[4:6]), int(yyyymmdd[6:]))
    except ValueError:
        return False
    return 1890 <= day.year <= 2060


def _is_identity(lengths: tuple[int, ...], digits: str) -> bool:
    """Area, day of birth, order, and since 1999 a check: 18 characters, before 15. Parted there or in fours."""
    ends = set(accumulate(lengths))
    if len(digits) == 18:
        parted = len(lengths) == 1 or {6, 14} <= ends or lengths[:4] == (4, 4, 4, 4)
        return parted and digits[:17].isdigit() and _is_day(digits[6:14])
    parted = len(lengths) == 1 or {6, 12} <= ends
    return len(digits) == 15 and parted and digits.isdigit() and _is_day(f"19{digits[6:12]}")


def _is_account(lengths: tuple[int, ...], digits: str) -> bool:
    """A bank card or account: in one piece, in fours, or its bank's six digits and the rest."""
    if not 16 <= len(digits) <= LONGEST:
        return False
    in_fours = len(lengths) > 3 and set(lengths[:-1]) == {4} and lengths[-1] <= 4
    return len(lengths) == 1 or in_fours or (len(lengths) == 2 and lengths[0] == 6)


def _is_mobile(lengths: tuple[int, ...], digits: str) -> bool:
    """Eleven digits from 1, alone or after 86; also those of North America after 1."""
    if len(digits) in (13, 15) and digits.startswith(("86", "0086")):
        digits, lengths = digits[-11:], lengths[1:] or lengths
    # 135 2019-10-28 is no number: its pieces are neither all long nor all short.
    alike = min(lengths) > 2 or max(lengths) < 4 or lengths == (1, 3, 3, 4)
    return len(digits) == 11 and digits.isdigit() and digits[0] == "1" and digits[1] > "1" and alike


def _is_landline(lengths: tuple[int, ...], digits: str) -> bool:
    """China's area code, from 0, with seven or eight digits, perhaps with an extension."""
    if not ("01" <= digits[:2] <= "09" and digits.isdigit()):
        return False
    if len(lengths) == 1:
        return 10 <= len(digits) <= 12
    code, *rest = lengths
    extended = len(rest) == 2 and rest[0] in (7, 8) and rest[1] <= 4
    return code in (3, 4) and (sum(rest) in (7, 8) or extended)


def _is_north_american(lengths: tuple[int, ...], digits: str) -> bool:
    if lengths not in ((3, 3, 4), (3, 7), (6, 4), (10,)) or not digits.isdigit():
        return False
    # A service's own number is nobody's, and 2019102801 is a file of that day.
    return digits[0] > "1" and digits[3] > "1" and digits[:3] not in ("400", "800") and not _is_day(digits[:8])


def _is_social_security_number(lengths: tuple[int, ...], digits: str) -> bool:
    return lengths == (3, 2, 4) and digits.isdigit()


# Of two that fit the same digits the first counts.
_SHAPES: Final[tuple[tuple[NumberKind, Callable[[tuple[int, ...], str], bool]], ...]] = (
    ("identity", _is_identity),
    ("account", _is_account),
    ("phone", _is_mobile),
    ("phone", _is_landline),
    ("phone", _is_north_american),
    ("identity", _is_social_security_number),
)


def shape_of(lengths: tuple[int, ...], digits: str) -> NumberKind | None:
    """The kind of number that digits are which stand in groups of these lengths; the last may be X. None for none."""
    return next((kind for kind, is_shape in _SHAPES if is_shape(lengths, digits)), None)
