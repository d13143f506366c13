"""Whether typed words answer a short question. What does not is a word of its own, and must not be swallowed.

So everything is read narrowly: "有" answers "is there a contract?", "有人打我" does not.
"""

from __future__ import annotations

import re
from typing import Final

from casework.categories import propose
from casework.danger import suspect
from casework.surnames import SINGLE

_YES: Final = re.compile(r"有的?|有啊|是的?|对的?|对啊|嗯+|签了|yes|yeah|yep|y|there is|i do|we do", re.IGNORECASE)
_NO: Final = re.compile(
    r"没有?|没得|没签|无|不是|不|否|不对|no|none|nope|n|there is(?: no|n't| not)|i don't", re.IGNORECASE
)
_NOTHING: Final = re.compile(
    r"(?:我也?)?(?:不知道|不清楚|不晓得|说不清楚?|记不清楚?|不好说|忘了)了?"
    r"|不用了?|不想说|不说了?|不留了?|算了|跳过|没了"
    r"|(?:i )?(?:don'?t|do not) (?:know|remember)|not sure|no idea|can'?t say|skip|no,? thanks|rather not",
    re.IGNORECASE,
)
NUMERALS: Final = "一二两三四五六七八九十百千万半几"
"""Characters of Chinese numerals, "half" and "some" included."""

_NUMBER: Final = re.compile(
    rf"(?:大概|大约|大致|约|一共|总共|差不多|还有|有|至少|about|around|some|over|at least|more than)? ?"
    rf"(?:\d[\d,.]*|[{NUMERALS}]+)(?: ?[-~到至] ?(?:\d[\d,.]*|[{NUMERALS}]+))? ?"
    r"[多来余几]?[十百千万]*[多余]? ?"
    r"(?:[个名位]?(?:人|工人|工友|同事)?|户|家|套|栋|元|块钱?|人民币|rmb|yuan|people|persons?|others|workers|colleagues"
    r"|of us|flats|homes|households|families|k)? ?(?:左右|上下|以上|吧|or so|more)?",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"(?:很多|好多|好几|不少|全部|所有|都)(?:个|名)?(?:人|户|家)?|many|several|all(?: of us)?", re.IGNORECASE
)
_COUNTED_EN: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand"
    "|dozen|half|and|an?"
)
_THINGS_EN: Final = "people|persons?|others|workers|colleagues|of us|yuan|flats|homes|households|families"
_NUMBER_EN: Final = re.compile(
    rf"(?:about |around |some )?(?:(?:{_COUNTED_EN})(?:[ -]|$))+(?:{_THINGS_EN})?", re.IGNORECASE
)

_MARKS: Final = re.compile(r"[。！？；!?;\n]|\. |，.*，")
_WIDEST: Final = 60
"""The width of a few words: a Chinese letter counts two."""
_PHONE: Final = re.compile(
    r"(?:我的|电话|手机|号码?|是|phone|tel\.?|number|is|[:：,，;\s])*(\+?\d[\d ()\-]{4,18}\d)", re.IGNORECASE
)
_NAME_BEFORE: Final = re.compile(
    r"(?:我的?(?:名字)?(?:叫做?|是)|叫我?|名字?[:：是]|my name is|name:|i am|i'm|call me)\s*", re.IGNORECASE
)
_NAME_AFTER: Final = re.compile(r"(?:就行|就好|就可以|吧)$")
_LONGEST_NAME: Final = 40
_LONGEST_WHO: Final = 100
_NO_NAME: Final = re.compile(
    r"[\d，,。！？!?;；：:/\n]"
    r"|[的了是在我你他她们这那哪不没有无都就把被让给对向从到去来着过吗呢吧啊很太里外上下里为什么怎谁请问谢您"
    r"打偷抢坏断停漏死伤病欠骂吵臭脏烂塌堵淹烧哭求救跑丢贪骗罚修拆占]"
)
_HARM: Final = re.compile(
    r"[打砍捅抢绑](?:了|伤|死)?[我人他她]|把[我他她].{0,4}[打砍捅抢绑]|救[命我]|杀|威胁|跟踪"
    r"|\b(?:beat|attack|threat|stab|kill|help me)",
    re.IGNORECASE,
)
_ORGANISATION: Final = re.compile(
    r"[^，。！？；\s]{2,30}(?:公司|集团|厂|工地|项目部|店|队|中心|学校|医院|局|老板|工头)|[^.!?]{2,50}\b(?:ltd|inc|llc|co|company)",
    re.IGNORECASE,
)


def says_nothing(text: str) -> bool:
    """Tell whether somebody says that they can't say, or don't want to."""
    return bool(_NOTHING.fullmatch(bare(text)))


def yes_or_no(text: str) -> str:
    """Return "yes" or "no"; "" for what is neither."""
    words = bare(text)
    return "yes" if _YES.fullmatch(words) else "no" if _NO.fullmatch(words) else ""


def is_number(text: str) -> bool:
    """Tell whether a text is how many, or how much, and nothing else: "about 30 people", "三万多块"."""
    words = bare(text)
    return len(words) <= 30 and any(form.fullmatch(words) for form in (_NUMBER, _NUMBER_EN, _SOME))


def a_few_words(text: str, category: str) -> bool:
    """Tell whether a text is a few words, and no matter of its own: another one than the case's `category`."""
    words = bare(text)
    if _ORGANISATION.fullmatch(words):
        return suspect(words) is None
    return _width(words) <= _WIDEST and not _MARKS.search(words) and not _is_matter(words, category)


def who_in(text: str) -> tuple[str, str]:
    """Return the name and the telephone number that somebody gives as theirs, "" for what is not in it.

    ("", "") where the text is more than that.
    """
    if len(text) > _LONGEST_WHO:
        return "", ""
    phone = _PHONE.search(text)
    rest = _PHONE.sub("", text, count=1)
    name = _name_in(rest)
    return (name, phone[1].strip() if phone is not None else "") if name or not bare(rest) else ("", "")


def _name_in(text: str) -> str:
    words = bare(text)
    before = _NAME_BEFORE.match(words)
    name = _NAME_AFTER.sub("", words[before.end() :] if before is not None else words)
    if not 0 < _width(name) <= _LONGEST_NAME or _NO_NAME.search(name):
        return ""
    # "李建设" is a name though "建设" is a word of a matter, "路灯坏" is none though 路 is a surname.
    by_surname = len(name) <= 3 and name[0] in SINGLE and not propose(name[:2]).score
    return name if by_surname or not _is_matter(name, "") else ""


def _is_matter(text: str, category: str) -> bool:
    proposal = propose(text)
    harm = suspect(text) is not None or _HARM.search(text) is not None
    return harm or (proposal.score > 0 and proposal.category != category)


def bare(text: str) -> str:
    """Return a short text without the marks and spaces around it."""
    return text.strip(" \n，。,.!！~…")


def _width(text: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in text)
