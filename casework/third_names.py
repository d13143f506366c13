"""Names of third persons in what staff write: neighbours, owners, drivers. A proposal, for somebody who reads it.

`casework.masked_names` finds who writes, and leaves all others: a complaint has to say whom it is about. What is to be
read by everybody should name nobody. Who is meant stands behind what they are ("neighbour John Reed"), or before
how they are called ("Mr Reed"), in Chinese as in English: a name alone is a word like others, and left to the reader.
"""

from __future__ import annotations

import re
from typing import Final

from casework.masked_names import NO_NAMES, ONE_NAME, SURNAME, WORD
from casework.masking import NAME_MARK

_WHAT: Final = (
    "村民|居民|业主|户主|邻居|邻家|租户|租客|房东|房主|商户|店主|老板|经营者|司机|车主|当事人|老人|老党员|党员|工人|学生|家长|村医|组长|包工头"
    "|承包人|承包户|养殖户|种植户|负责人|联系人|低保户|五保户|贫困户|残疾人|经约谈|被投诉人|责任人|居住人|名叫|叫做|户名"
)
_CALLED: Final = (
    "先生|女士|小姐|同志|师傅|老师|老人|老汉|大爷|大伯|大妈|大叔|大娘|大姐|大哥|阿姨|奶奶|爷爷|医生|老板|家门|家院|家围|家房|一家|夫妇|夫妻|父子|母子"
    "|兄弟|姐妹|本人"
)
_GOES_ON: Final = (
    r"(?=[^\w]|\d|$|家|的|等|已|把|将|与|和|及|在|说|称|表示|反映|承诺|同意|自[行己愿]|户|夫|父|兄|先生|女士|同志|老|对|向|于|因|占|搭|堆|签|拆|到场"
    r"|停止|清|移|赔|搬|也|并|从|所|未|被|为|家里|本人)"
)
_NO_PLACE: Final = r"(?!区|楼|组|小区|委员|村|镇|街|广场|学校|大会|代表|公|施工)"
_AND: Final = re.compile("[、和]")
_BEHIND: Final = re.compile(rf"(?:{_WHAT})[：:\s]?{_NO_PLACE}({ONE_NAME}(?:{_AND.pattern}{ONE_NAME})*){_GOES_ON}")
_BEFORE: Final = re.compile(rf"(?<!同)(?<!单)({ONE_NAME}|{SURNAME})(?=(?:{_CALLED}))")

_ENGLISH: Final = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+({WORD}(?:\s{WORD})?)"
    rf"|\b(?:neighbou?rs?|villagers?|residents?|owners?|landlord|landlady|tenants?|drivers?|shopkeeper|foreman|contractor"
    rf"|farmers?|named|called),?\s+({WORD}(?:\s{WORD}){{0,2}})(?!\s(?:Village|Town|Township|Road|Street|County|Bureau))\b"
)


def third_names(words: str) -> list[str]:
    """Return the names of third persons that words seem to hold, in their order, each once."""
    found: dict[int, list[str]] = {}
    for pattern in (_BEHIND, _BEFORE, _ENGLISH):
        for match in pattern.finditer(words):
            group = match.lastindex or 0
            if not NO_NAMES.match(match[group]):
                found.setdefault(match.start(group), _AND.split(match[group]))
    return list(dict.fromkeys(name for start in sorted(found) for name in found[start]))


def without_third(words: str) -> str:
    """Return words with black circles for the names of third persons, wherever in them they stand."""
    for name in sorted(third_names(words), key=len, reverse=True):
        words = words.replace(name, NAME_MARK) if len(name) > 1 else _at_its_places(words, name)
    return words


def _at_its_places(words: str, surname: str) -> str:
    """Cover a surname that stands alone only where somebody is called by it: elsewhere it is a word."""
    return re.sub(rf"{surname}(?=(?:{_CALLED}))", NAME_MARK, words)
