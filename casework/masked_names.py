"""Names of those who write: where they say who they are, and where they sign."""

from __future__ import annotations

import re
from typing import Final

from casework.surnames import DOUBLE, SINGLE

# ----- Chinese -----

# What hardly ever stands in a given name, but often after a character that is also a surname.
_NOT_GIVEN: Final = (
    "的了是在我你他她它们这那哪不没有无也都就才还又再很太更最被把让给对向从到去来过着吗呢吧啊呀和与及或且但而因为所以如果若等各每某此该其之于"
    "上下里内外前后次年月日号个位名只件条些什么怎样何谁多少几两十百千零想说看做用买卖住叫请问望求盼谢您局厅院县市省镇乡村"
)
_NAME: Final = f"(?:(?:{'|'.join(sorted(DOUBLE))})|[{''.join(sorted(SINGLE))}])[^{_NOT_GIVEN}\\W\\da-zA-Z_]{{1,2}}"
# After a whole name: a mark, a space, the end, or a word with which people go on.
_AFTER: Final = r"(?=[^\w]|$|[\da-zA-Z我]|是|系|男|女|住|家住|现|今年|来自|身份证|电话|手机|先生|女士|同志|原|在|于|为|出生|户籍|汉族)"
_ROLES: Final = (
    "投诉|反映|反应|举报|申请|联系|求助|来信|申诉|上访|信访|检举|控告|报案|当事|建议|写信|留言|签名|署名|委托"
)
_SAYS_WHO: Final = re.compile(
    rf"(?:我名?叫做?|我的名字[叫是]|本人名?叫|本人姓名|(?:{_ROLES})人(?:姓名)?[\s：:为是叫]|姓\s?名[\s：:为是叫]|署名[：:]|签名[：:])"
    rf"[\s：:为是叫]{{0,3}}({_NAME}){_AFTER}"
)
# "本人同意" and "我是方便" are no names: after these words only a name between marks counts.
_PERHAPS_SAYS_WHO: Final = re.compile(rf"(?:本人|我是)[\s：:]{{0,2}}({_NAME})(?=[，,。（(、：:\s]|$)")
_DAY: Final = r"(?:\d{2,4}[年.\-/]\s?\d{1,2}[月.\-/]\s?\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2})?)"
_SIGNED: Final = re.compile(
    rf"(?:^|[\s。！!？?；;…~]|敬礼|致礼|此致|谢谢|村民|居民|业主|群众|市民|公民|家长|员工|职工|人)[\s：:，,]*"
    rf"({_NAME})(?:敬?上|敬?呈|敬?启|叩首?)?[\s，,。.]*(?:[\d\-+*X()（）\s]{{7,24}}|{_DAY}|\s)*$"
)
_END: Final = 80
_NO_NAMES: Final = frozenset("方便 高兴 安心 安好 多谢 万分 任职 任教 单身 高中 应届 常年 成年 易怒 明白".split())

# ----- English -----

_WORD: Final = r"[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?"
_INITIAL: Final = r"(?:[A-Z]\.? )?"
_ENGLISH: Final = re.compile(
    rf"(?:(?:[Mm]y (?:full )?name(?: is|'s|’s|:)|\b[Nn]ame:)\s*((?:{_WORD}|[A-Z]\.)(?: (?:{_WORD}|[A-Z]\.)){{0,3}}))"
    rf"|(?:\b(?:I am|I'm|I’m|[Tt]his is)\s+({_WORD} {_INITIAL}{_WORD})(?=[,.;!\n]| and | from | of | at | here|$))"
    rf"|(?:\b(?:[Ss]incerely|[Rr]egards|[Rr]espectfully|[Yy]ours(?: truly| faithfully)?|[Ss]igned|[Tt]hanks|[Tt]hank you|[Cc]heers)"
    rf"(?: yours)?[,.!:\s\-–—]+({_WORD}(?: {_INITIAL}{_WORD}){{0,2}})[\s.]*$)"
)


def names(text: str) -> list[tuple[int, int]]:
    """Where the writer's name stands. Names of others, whom they address or complain of, are left."""
    found = [match.span(1) for match in _SAYS_WHO.finditer(text)]
    found += [match.span(1) for match in _PERHAPS_SAYS_WHO.finditer(text) if match[1] not in _NO_NAMES]
    signed = _SIGNED.search(text, max(0, len(text) - _END))
    if signed and signed[1] not in _NO_NAMES:
        found.append(signed.span(1))
    found += [match.span(match.lastindex or 0) for match in _ENGLISH.finditer(text)]
    return found
