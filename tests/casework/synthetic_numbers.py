"""Numbers of nobody in the formats that people write, to be put into texts: what masking must find."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

_SPOKEN = str.maketrans("0123456789", "零一二三四五六七八九")
_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")


def _digits(rng: random.Random, how_many: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(how_many))


def _identity(rng: random.Random) -> str:
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(27_000))
    return f"{rng.randrange(110000, 659999)}{born:%Y%m%d}{_digits(rng, 3)}{rng.choice('0123456789X')}"


def _old_identity(rng: random.Random) -> str:
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(21_000))
    return f"{rng.randrange(110000, 659999)}{born:%y%m%d}{_digits(rng, 3)}"


def _mobile(rng: random.Random) -> str:
    return f"1{rng.choice('3456789')}{_digits(rng, 9)}"


def _american(rng: random.Random) -> tuple[str, str, str]:
    # Area codes 200 and 201 are left out: 2019102801 is a date with a number.
    return f"{rng.randrange(205, 799)}".replace("400", "401"), f"{rng.randrange(200, 999)}", _digits(rng, 4)


def _card(rng: random.Random, length: int) -> str:
    return f"62{_digits(rng, length - 2)}"


def _parted(number: str, lengths: tuple[int, ...], between: str) -> str:
    parts = []
    for length in lengths:
        parts.append(number[:length])
        number = number[length:]
    return between.join(parts)


def _area(rng: random.Random) -> str:
    return rng.choice(("010", "021", "0593", "0731", "0898"))


Format = Callable[[random.Random], tuple[str, str]]
"""Makes what announces a number, which stays, and the number as it is written."""

FORMATS: dict[str, Format] = {
    "identity": lambda rng: ("", _identity(rng)),
    "identity, small x": lambda rng: ("", _identity(rng)[:17] + "x"),
    "identity, parted": lambda rng: ("", _parted(_identity(rng), (6, 8, 4), " ")),
    "identity, in fours": lambda rng: ("", _parted(_identity(rng), (4, 4, 4, 4, 2), " ")),
    "identity, born parted": lambda rng: ("", _parted(_identity(rng), (6, 4, 2, 2, 4), "-")),
    "identity, old": lambda rng: ("", _old_identity(rng)),
    "identity, wide": lambda rng: ("", _identity(rng)[:17].translate(_WIDE) + "Ｘ"),
    "mobile": lambda rng: ("", _mobile(rng)),
    "mobile, spaces": lambda rng: ("", _parted(_mobile(rng), (3, 4, 4), " ")),
    "mobile, dashes": lambda rng: ("", _parted(_mobile(rng), (3, 4, 4), "-")),
    "mobile, two parts": lambda rng: ("", _parted(_mobile(rng), (3, 8), " ")),
    "mobile, +86": lambda rng: ("", f"+86 {_mobile(rng)}"),
    "mobile, +86 and dashes": lambda rng: ("", "+86-" + _parted(_mobile(rng), (3, 4, 4), "-")),
    "mobile, 0086": lambda rng: ("", f"0086{_mobile(rng)}"),
    "mobile, wide": lambda rng: ("", _mobile(rng).translate(_WIDE)),
    "mobile, read out": lambda rng: ("", _mobile(rng).translate(_SPOKEN)),
    "landline": lambda rng: ("", f"{_area(rng)}{rng.randrange(2, 9)}{_digits(rng, 7)}"),
    "landline, dash": lambda rng: ("", f"{_area(rng)}-{rng.randrange(2, 9)}{_digits(rng, 6)}"),
    "landline, space": lambda rng: ("", f"{_area(rng)} {rng.randrange(2, 9)}{_digits(rng, 7)}"),
    "landline, brackets": lambda rng: ("", f"（{_area(rng)}）{rng.randrange(2, 9)}{_digits(rng, 7)}"),
    "landline, extension": lambda rng: ("", f"{_area(rng)}-{rng.randrange(2, 9)}{_digits(rng, 7)}-{_digits(rng, 3)}"),
    "American": lambda rng: ("", "-".join(_american(rng))),
    "American, dots": lambda rng: ("", ".".join(_american(rng))),
    "American, brackets": lambda rng: ("", "({}) {}-{}".format(*_american(rng))),
    "American, bare": lambda rng: ("", "".join(_american(rng))),
    "American, +1": lambda rng: ("", "+1 {} {} {}".format(*_american(rng))),
    "American, 1": lambda rng: ("", "1-{}-{}-{}".format(*_american(rng))),
    "British": lambda rng: ("", f"+44 20 {_digits(rng, 4)} {_digits(rng, 4)}"),
    "Hong Kong": lambda rng: ("", f"+852 {rng.randrange(5, 9)}{_digits(rng, 7)}"),
    "card, 16": lambda rng: ("", _card(rng, 16)),
    "card, 19": lambda rng: ("", _card(rng, 19)),
    "card, in fours": lambda rng: ("", _parted(_card(rng, 19), (4, 4, 4, 4, 3), " ")),
    "card, bank first": lambda rng: ("", _parted(_card(rng, 19), (6, 13), " ")),
    "mail": lambda rng: ("", f"li.{_digits(rng, 4)}@mail.example.com"),
    "QQ": lambda rng: (rng.choice(("QQ", "qq：", "QQ号是", "扣扣 ")), f"{rng.randrange(1, 9)}{_digits(rng, 7)}"),
    "WeChat": lambda rng: (rng.choice(("微信号", "微信：", "WeChat ID: ", "vx:")), f"wang_{_digits(rng, 4)}"),
    "telephone without area": lambda rng: (
        rng.choice(("电话", "电话：", "Tel ", "call me at ")),
        f"6{_digits(rng, 6)}",
    ),
}


def planted(text: str, place: int, announcement: str, number: str) -> tuple[str, int, int]:
    """The text with a number at `place`, and where it begins and ends.

    A digit beside it would make another number of it, and a letter another word of what announces it: they are parted.
    """
    before, after = text[:place], text[place:]
    if _is_digit(before[-1:]) or (before[-1:].isalnum() and announcement[:1].isascii()):
        before += " "
    if _is_digit(after[:1]) or after[:1] in ("x", "X", "Ｘ"):
        after = f" {after}"
    start = len(before) + len(announcement)
    return f"{before}{announcement}{number}{after}", start, start + len(number)


def _is_digit(character: str) -> bool:
    return character.isnumeric() or character == "○"
