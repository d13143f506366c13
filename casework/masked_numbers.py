"""Numbers and addresses by which a person is known or reached: where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casework.number_shapes import BEFORE_CHECK, LONGEST, SHORTEST, NumberKind, shape_of

Found = tuple[int, int, NumberKind]

# ----- Digits as people write them, each by one character, so that places stay -----

_WIDE_DIGITS: Final = "０１２３４５６７８９"
_SPOKEN_DIGITS: Final = "〇零○一二三四五六七八九幺"
_WIDE: Final = str.maketrans(f"{_WIDE_DIGITS}＠＋Ｘ", "0123456789@+X")
_SPOKEN: Final = str.maketrans(_SPOKEN_DIGITS, "0001234567891")
_SPOKEN_RUN: Final = re.compile(f"[{_SPOKEN_DIGITS}]{{7,}}")
_WIDE_SIGN: Final = re.compile(f"[{_WIDE_DIGITS}＠]")

# ----- Groups of digits: one number in several pieces, or several numbers -----

_RUN: Final = re.compile(r"[0-9]+(?:[ \xa0\u3000.．()（）\-－—–]{1,3}[0-9]+)*")
_GROUP: Final = re.compile(r"[0-9]+")
_CHECK: Final = re.compile(r" ?[Xx]")
# Fewer digits are nobody's number, even where one is announced.
_FEWEST: Final = 5

# ----- Numbers that only their announcement tells -----

_IS: Final = r"(?: ?number| ?no\.?|号码?|群| ?id| ?card)*[\s:：.]{0,3}(?:是|为|is )?[\s:：(（]{0,3}$"
_BEFORE: Final = 24
_ANNOUNCED: Final[tuple[tuple[NumberKind, range, re.Pattern[str]], ...]] = (
    ("phone", range(8, 14), re.compile(r"[+＋]$")),
    (
        "phone",
        range(7, 13),
        re.compile(
            rf"(?:电话|手机|座机|联系方式|phone|mobile|(?<![a-z])(?:tel|cell|call(?: me)?(?: at| on)?)){_IS}", re.I
        ),
    ),
    ("identity", range(14, 20), re.compile(rf"(?:身份证|(?<![a-z])id){_IS}", re.I)),
    ("account", range(8, 26), re.compile(rf"(?:卡号|账号|帐号|账户|帐户|(?<![a-z])account|(?<![a-z])card){_IS}", re.I)),
    ("account", range(5, 13), re.compile(rf"(?:qq|扣扣|微信|wechat|weixin|(?<![a-z])[wv]x){_IS}", re.I)),
)
_OF_SERVICES: Final = ("400", "800")
_CHATS: Final = ("微信", "QQ", "qq", "eChat", "echat", "eixin", "WX", "wx", "VX", "vx")
_CHAT_NAME: Final = re.compile(
    r"(?:qq|微信|wechat|weixin|(?<![a-z])[wv]x)(?:号码?|[:：]| ?id\b|是| is )[\s:：]{0,3}(?:是|为|is )?\s?"
    r"([a-z][a-z0-9_\-]{5,19})",
    re.IGNORECASE | re.ASCII,
)
_MAIL: Final = re.compile(
    r"(?<![a-z0-9._%+\-])[a-z0-9._%+\-]+(?:@[a-z0-9._%+\-]+){0,3}@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+",
    re.IGNORECASE | re.ASCII,
)


def numbers(text: str) -> list[Found]:
    """Where identity, phone and account numbers stand, e-mail and chat addresses among them; some may overlap.

    A number that is masked in part already, by its writer or a form, stays.
    """
    plain = _in_plain_digits(text)
    found: list[Found] = []
    if sum(map(plain.count, "0123456789")) >= _FEWEST:
        for run in _RUN.finditer(plain):
            if run.end() - run.start() >= _FEWEST:
                found += _in_run(plain, run.start(), run.end())
    if "@" in plain:
        found += ((*match.span(), "account") for match in _MAIL.finditer(plain))
    if any(sign in plain for sign in _CHATS):
        found += ((*match.span(1), "account") for match in _CHAT_NAME.finditer(plain))
    return found


def _in_plain_digits(text: str) -> str:
    """The text, as long as before, with 0 to 9 for wide digits, and for those read out where they form a number."""
    if text.isascii():
        return text
    spoken = _SPOKEN_RUN.sub(lambda run: run[0].translate(_SPOKEN), text)
    return spoken.translate(_WIDE) if _WIDE_SIGN.search(spoken) else spoken


def _in_run(plain: str, start: int, end: int) -> list[Found]:
    """The numbers within groups of digits that stand close together, which may be one number or several."""
    groups = [group.span() for group in _GROUP.finditer(plain, start, end)]
    found: list[Found] = []
    for first, (begin, _) in enumerate(groups):
        longest = _longest(plain, groups, first)
        if longest is not None:
            found.append((_beginning(plain, begin), *longest))
    if all(begin > groups[0][0] for begin, _, _ in found):
        found += _announced(plain, groups)
    return found


def _longest(plain: str, groups: Sequence[tuple[int, int]], first: int) -> tuple[int, NumberKind] | None:
    """Where the longest number of any shape ends that begins with a group, and its kind; None where none does."""
    lengths: tuple[int, ...] = ()
    digits = ""
    longest: tuple[int, NumberKind] | None = None
    for place in range(first, len(groups)):
        start, end = groups[place]
        lengths, digits = (*lengths, end - start), digits + plain[start:end]
        if len(digits) > LONGEST:
            break
        if len(digits) < SHORTEST:
            continue
        kind = shape_of(lengths, digits)
        check = _CHECK.match(plain, end) if len(digits) == BEFORE_CHECK else None
        if check and shape_of((*lengths[:-1], lengths[-1] + 1), f"{digits}X"):
            longest = check.end(), "identity"
        elif kind is not None:
            longest = end, kind
    return longest


def _announced(plain: str, groups: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """The number in the first of some groups, where the words before it say what it is."""
    start = groups[0][0]
    before = plain[max(0, start - _BEFORE) : start]
    for kind, lengths, announcement in _ANNOUNCED:
        if not announcement.search(before) or (kind == "phone" and plain.startswith(_OF_SERVICES, start)):
            continue
        ends = [end for _, end in groups if _digits(plain[start:end]) in lengths]
        if ends:
            yield _beginning(plain, start), ends[-1], kind
            return


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _beginning(plain: str, start: int) -> int:
    """Where a number begins whose digits begin at `start`: with its plus sign or bracket."""
    while start and plain[start - 1] in "+＋(（":
        start -= 1
    return start
