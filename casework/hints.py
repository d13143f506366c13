"""What a message says besides its matter: written before, a court, an addressee, for whom, with whom."""

from __future__ import annotations

import re
from typing import Final

_WROTE_BEFORE: Final = re.compile(
    "多次(?:向|找|到|去|打|致电|拨打|联系|反映|反应|投诉|举报|上访|信访|申请|写信|留言)|(?:曾|曾经|已经|之前|以前|此前|前期|去年|上次|前几天)[^。！？]{0,12}(?:反映|反应|投诉|举报|信访|上访|留言|写信)"
    "|再次(?:反映|反应|投诉|举报|请求|写信|信访|来信)|第[二三四五六七八九几]次(?:反映|投诉|举报|写信|来信|请求|留言)|(?:上次|贵[局单]位?|你们|您)的?(?:回复|答复)|(?:回复|答复)(?:说|称|是|如下)"
    "|信访(?:件|事项|答复|回复)|12345|市长热线|市民热线|打过电话|"
    r"\b(?:again|already (?:reported|complained|called|wrote|written|filed)|reported (?:this|it) (?:before|already|several|many)|(?:complained|called|reported|wrote|written) (?:\w+ ){0,3}(?:before|times|last)|your (?:reply|response|answer))\b",
    re.IGNORECASE,
)
_COURT: Final = re.compile(
    r"判决|裁定书|仲裁裁决|裁决书|上诉|强制执行|执行局|已起诉|开庭|法院(?:判|审|执行|受理|立案|驳回|裁定|调解)|\b(?:lawsuit|court (?:ruling|order|case|decision)|verdict|sued|appeal court)\b",
    re.IGNORECASE,
)
_LEVELS: Final = (
    ("state", "总理|国务院|总书记|中央|主席"),
    ("province", "省长|省委|省政府|厅长|governor"),
    ("city", "市长|市委|市政府|mayor"),
    ("county", "县长|县委|区长|区委|县政府|区政府"),
    ("town", "镇长|乡长|镇委|镇政府|乡政府"),
)
_ADDRESSED: Final = tuple((level, re.compile(words, re.IGNORECASE)) for level, words in _LEVELS)
_FOR_OTHER: Final = re.compile(
    r"(?:替|代|帮)[^，。！？]{0,8}(?:反映|反应|投诉|举报|问|咨询|申请)|受[^，。！？]{1,10}(?:委托|之托)|\bon behalf of\b|\bfor my (?:neighbou?r|mother|father|parents)\b",
    re.IGNORECASE,
)
_COLLECTIVE: Final = re.compile(
    r"全体(?:业主|村民|居民|员工|职工|家长|住户)|联名|村民代表|业主代表|我们(?:是|系)[^。！？]{0,30}(?:业主|村民|居民|员工|职工|家长|住户)|\b(?:we,? the (?:residents|undersigned)|all of us|residents of)\b",
    re.IGNORECASE,
)
_GREETING_LENGTH: Final = 60


def wrote_before(text: str) -> bool:
    """Whether the writer says that they complained, petitioned or called about it before."""
    return bool(_WROTE_BEFORE.search(text))


def names_court(text: str) -> bool:
    """Whether it touches a proceeding: a court, an arbitration, a judgment; a mere threat of one is none."""
    return bool(_COURT.search(text))


def addressed_to(text: str) -> str:
    """The level that the greeting addresses: "town", "county", "city", "province", "state", or "" for none."""
    greeting = text[:_GREETING_LENGTH]
    return next((level for level, words in _ADDRESSED if words.search(greeting)), "")


def for_other(text: str) -> bool:
    """Whether someone writes for another person: a parent, a neighbour, whoever asked them to."""
    return bool(_FOR_OTHER.search(text))


def collective(text: str) -> bool:
    """Whether several people write together."""
    return bool(_COLLECTIVE.search(text))
