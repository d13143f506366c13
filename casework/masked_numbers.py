"""Numbers and addresses by which a person is known or reached: where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, Literal

NumberKind = Literal["identity", "phone", "account"]
Found = tuple[int, int, NumberKind]

# ----- Digits as people write them, each by one character, so that places stay -----

_WIDE: Final = str.maketrans("０１２３４５６７８９－—–＋（）．＠：\u3000\xa0Ｘ", "0123456789---+().@:  X")
_SPOKEN: Final = str.maketrans("〇零○一二三四五六七八九幺", "0001234567891")
_SPOKEN_RUN: Final = re.compile("[〇零○一二三四五六七八九幺]{7,}")

# Most texts have nothing of the kind, and need no closer look.
_WORTH_A_LOOK: Final = re.compile(
    r"\d(?:[\s.()（）．\-－—–]{0,3}\d){4}|[〇零○一二三四五六七八九幺]{7}|[@＠]|微信|wechat|weixin|\b[vw]x\b",
    re.IGNORECASE,
)

# ----- Groups of digits: one number in several pieces, or several numbers -----

# A number's groups, as their lengths, and all its digits (the last may be X); tells whether it is of a shape.
_Shape = Callable[[tuple[int, ...], str], bool]

_RUN: Final = re.compile(r"\+?\d+(?:[ .()\-]{1,3}\d+)*(?: ?[Xx](?![A-Za-z]))?")
_GROUP: Final = re.compile(r"\d+(?: ?[Xx])?")
_LONGEST: Final = 19
_SHORTEST: Final = 10


def _is_identity(lengths: tuple[int, ...], digits: str) -> bool:
    """Area, day of birth, order, and since 1999 a check: 18 characters, before 15."""
    if len(digits) == 18:
        return digits[:17].isdigit() and _is_day(digits[6:14])
    return len(digits) == 15 and lengths in ((15,), (6, 6, 3)) and digits.isdigit() and _is_day(f"19{digits[6:12]}")


def _is_social_security_number(lengths: tuple[int, ...], digits: str) -> bool:
    return lengths == (3, 2, 4) and digits.isdigit()


def _is_account(lengths: tuple[int, ...], digits: str) -> bool:
    """A bank card or account: in one piece, in fours, or its bank's six digits and the rest."""
    if not 16 <= len(digits) <= _LONGEST:
        return False
    in_fours = len(lengths) > 3 and set(lengths[:-1]) == {4} and lengths[-1] <= 4
    return len(lengths) == 1 or in_fours or (len(lengths) == 2 and lengths[0] == 6)


def _is_mobile(lengths: tuple[int, ...], digits: str) -> bool:
    """Eleven digits from 1, alone or after 86; also those of North America after 1."""
    if len(digits) in (13, 15) and digits.startswith(("86", "0086")):
        digits = digits[-11:]
    # 135 2019-10-28 is no number: its pieces are neither all long nor all short.
    alike = min(lengths) > 2 or max(lengths[-2:]) < 4 or lengths[0] in (1, 2)
    return len(digits) == 11 and digits.isdigit() and digits[0] == "1" and digits[1] > "1" and alike


def _is_landline(lengths: tuple[int, ...], digits: str) -> bool:
    """China's area code, from 0, with seven or eight digits, perhaps with an extension."""
    if digits[:2] < "01" or digits[:2] > "09" or not digits.isdigit():
        return False
    if len(lengths) == 1:
        return 10 <= len(digits) <= 12
    code, *rest = lengths
    return code in (3, 4) and (sum(rest) in (7, 8) or (rest[0] in (7, 8) and len(rest) == 2 and rest[1] <= 4))


def _is_north_american(lengths: tuple[int, ...], digits: str) -> bool:
    if lengths not in ((3, 3, 4), (3, 7), (6, 4), (10,)) or not digits.isdigit():
        return False
    # A service's own number is nobody's, and 2019102801 is a file of that day.
    return digits[0] > "1" and digits[3] > "1" and digits[:3] not in ("400", "800") and not _is_day(digits[:8])


_SHAPES: Final[tuple[tuple[NumberKind, _Shape], ...]] = (
    ("identity", _is_identity),
    ("account", _is_account),
    ("phone", _is_mobile),
    ("phone", _is_landline),
    ("phone", _is_north_american),
    ("identity", _is_social_security_number),
)

# ----- Numbers that only their introduction tells -----

_INTRODUCED: Final[tuple[tuple[NumberKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.ASCII))
    for kind, pattern in (
        ("phone", r"\+(\d(?:[ .()\-]{0,2}\d){6,14})"),
        (
            "phone",
            r"(?:电话|手机|座机|号码|联系方式|\btel|phone|mobile|\bcell|\bcall(?: me)?(?: at| on)?)"
            r"(?: ?number|号码?)?[\s:.]{0,3}(?:是|为|is )?[\s:]{0,2}((?!400|800)\d(?:[ \-]?\d){6,11})(?!\d)",
        ),
        (
            "identity",
            r"(?:身份证|\bID)(?: ?number| ?card|号码?)*[\s:.]{0,3}(?:是|为|is )?[\s:]{0,2}(\d(?:[ \-]?\d){13,18}X?)",
        ),
        (
            "account",
            r"(?:卡号|账号|帐号|账户|帐户|account)(?: ?number| ?no\.?|号码?)?[\s:.]{0,3}(?:是|为|is )?\s?(\d(?:[ \-]?\d){7,24})",
        ),
        (
            "account",
            r"(?:qq|扣扣|微信|wechat|weixin|\bwx|\bvx)(?:号码?|群| ?id)?[\s:]{0,3}(?:是|为|is )?[\s:]{0,2}(\d{5,12})(?!\d)",
        ),
        (
            "account",
            r"(?:qq|微信|wechat|weixin|\bwx|\bvx)(?:号码?|:| ?id\b|是| is )[\s:]{0,3}(?:是|为|is )?\s?([a-z][a-z0-9_\-]{5,19})",
        ),
        ("account", r"([a-z0-9._%+\-]{1,64}@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+)"),
    )
)


def numbers(text: str) -> list[Found]:
    """Where identity, phone and account numbers stand, e-mail and chat addresses among them; some may overlap.

    A number that is masked in part already, by its writer or a form, stays.
    """
    if not _WORTH_A_LOOK.search(text):
        return []
    plain = text.translate(_WIDE)
    plain = _SPOKEN_RUN.sub(lambda spoken: spoken[0].translate(_SPOKEN), plain)
    found = [(*match.span(1), kind) for kind, pattern in _INTRODUCED for match in pattern.finditer(plain)]
    for run in _RUN.finditer(plain):
        if run.end() - run.start() >= _SHORTEST - 1:
            found += _in_run(plain, run.start(), run.end())
    return found


def _in_run(plain: str, start: int, end: int) -> Iterator[Found]:
    """The numbers within groups of digits; the shapes that mistake least have the first choice of groups."""
    groups = [group.span() for group in _GROUP.finditer(plain, start, end)]
    taken = [False] * len(groups)
    for kind, is_shape in _SHAPES:
        first = 0
        while first < len(groups):
            last = _fitting(plain, groups, taken, first, is_shape)
            if last is None:
                first += 1
                continue
            taken[first : last + 1] = [True] * (last + 1 - first)
            yield _with_bracket(plain, groups[first][0]), groups[last][1], kind
            first = last + 1


def _fitting(plain: str, groups: list[tuple[int, int]], taken: list[bool], first: int, is_shape: _Shape) -> int | None:
    """The last group of the longest number of a shape that begins with group `first`."""
    lengths: tuple[int, ...] = ()
    digits = ""
    fitting = None
    for place in range(first, len(groups)):
        group = plain[slice(*groups[place])].replace(" ", "").upper()
        lengths, digits = (*lengths, len(group)), digits + group
        if taken[place] or len(digits) > _LONGEST:
            break
        if len(digits) >= _SHORTEST - 1 and is_shape(lengths, digits):
            fitting = place
    return fitting


def _with_bracket(plain: str, start: int) -> int:
    return start - 1 if start and plain[start - 1] in "(+" else start


def _is_day(yyyymmdd: str) -> bool:
    try:
        day = date(int(yyyymmdd[:4]), int(yyyymmdd[4:6]), int(yyyymmdd[6:]))
    except ValueError:
        return False
    return 1890 <= day.year <= 2060
