"""Names of those who write: where they say who they are, and where they sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from casework.surnames import DOUBLE, SINGLE

COVER: Final = "\ue000"
"""Stands for each character of a number: for nothing that people write, so that a masked text has no names left."""

# ----- Chinese -----

# What hardly ever stands in a given name, but often after a character that is also a surname.
_NOT_GIVEN: Final = (
    "的了是在我你他她它们这那哪不没有无也都就才还又再很太更最被把让给对向从到去来过着吗呢吧啊呀和与及或且但而因为所以如果若等各每某此该其之于"
    "上下里内外前后年月日号个位名只件条些什么怎样何谁多少几两十百千零想说看做用买卖住叫请问望求盼谢您人局厅院县市省镇乡村"
)
SURNAME: Final = f"(?:{DOUBLE}|[{SINGLE}])"
ONE_NAME: Final = f"{SURNAME}[^{_NOT_GIVEN}\\W\\da-zA-Z_]{{1,2}}"
_NAMES: Final = rf"({ONE_NAME}(?:[、\s]{{1,2}}{ONE_NAME}(?![\u4e00-\u9fff]))*)"
# After a whole name: a mark, a space, a digit, the end, or a word with which people go on.
_MARK: Final = r"(?=[^\w]|\d|$)"
_AFTER: Final = (
    r"(?=[^\w]|\d|[A-Za-z我是系男女住现在原于为]|$|家住|今年|来自|身份证|电话|手机|先生|女士|同志|出生|户籍|汉族)"
)
# Between a title and a mark even 国和 and 向 are given names.
_TITLED: Final = rf"(?:{_NAMES}{_AFTER}|({SURNAME}[^的了们是我你他不没\W\da-zA-Z_]{{1,2}}){_MARK})"
# Who writes, as forms call them. Not those complained of: 被控告人, 负责人, 法定代表人.
_ROLES: Final = (
    "投诉|反映|反应|举报|申请|联系|求助|来信|申诉|上访|信访|检举|控告|报案|建议|写信|留言|签名|署名|委托|报告|诉求|请求|问政|呈报|具呈|提议"
    "|反馈|咨询|询问|上报|求救"
)
_PEOPLE: Final = "村民|居民|业主|市民|公民|农民|群众|职工|员工|教师|老师|学生|家长|住户|患者|工人"
_FAMILY: Final = "父亲|母亲|爸爸?|妈妈?|爷爷|奶奶|丈夫|老公|妻子|老婆|爱人|儿子|女儿|哥哥|弟弟|姐姐|妹妹"
# All begin with one of seven characters, so that a search passes over the others fast.
_WRITERS: Final = re.compile(
    rf"""
      (?: 我(?:的?真?姓?名字?叫?做?|叫做?|，名叫|的?(?:{_FAMILY})名?字?叫) | 本人(?:名?叫|姓名)
        | 人(?<=(?:{_ROLES})人)(?<!被..人)(?:姓名)?[\s：:为是] | 人(?<=联系人)
        | 姓(?<![人员板长者]姓)\s?名[\s：:] | (?:署名|签名|代(?<!法定代)(?<!法人代)表人?)[：:；]
      )[\s：:，为是叫]{{0,3}}{_TITLED}
    | (?:我|本人)[是系][^。！？!?\n●]{{0,40}}?(?:(?:{_PEOPLE})[，、]?(?:名?叫)?|[名人字]叫){_NAMES}{_MARK}
      # "本人同意" and "我是方便" are no names.
    | (?:本人|我(?<![^。！？\s]我)，)[\s：:]{{0,2}}{_NAMES}(?=[，,。（(、：:\s\d{COVER}]|$)
    | 我是[\s：:]{{0,2}}{_NAMES}(?=[，,。（(、：:\s{COVER}]|$)
    | 我(?<![^\W\d]我){_NAMES}(?=，(?:是|系|男|女|现|今年|家?住))
    """,
    re.VERBOSE,
)
_DAY: Final = (
    r"(?:\d{2,4}[年.\-/]\s?\d{1,2}(?:月|[月.\-/]\s?\d{1,2}日?)(?:\s*\d{1,2}[:：]\d{2})?"
    r"|[一二三四五六七八九十〇零○0]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)"
)
_CONTACT: Final = (
    r"[（(]?(?:联系)?(?:电话|手机|方式|身份证)?号?码?[）)：:；;]{0,2}(?:\ue000{5,}|[\d\-+*X×()（）\s]{7,24})"
)
_SIGNED: Final = re.compile(
    rf"(?:^|[\s。！!？?；;…~]|敬礼|致礼|此致|{_PEOPLE}|人(?<=(?:{_ROLES})人)(?<!被..人)[：:])[\s：:，,]*"
    rf"({ONE_NAME}(?:[、\s]+{ONE_NAME})*)(?:敬?上|敬?呈|敬?启|叩首?)?[\s，,。.]*(?:{_DAY}|{_CONTACT}|\s)*$"
)
_END: Final = 80
# A shorter name may be a word elsewhere: 文明.
_TELLING: Final = 3
# Words that stand there like names, and titles of those addressed.
NO_NAMES: Final = re.compile(
    "(?:代表|管理|管管|文化|解惑|钱财|花生糖|商议|查分|费神|费心|方便|高兴|安心|安好|安全|安静|多谢|万分|任职|任教|单身|高中生?|应届|常年|成年|易怒|明白|查阅|党员"
    "|广大|关心|关注|解决|解释|严重)$|.*(?:书记|主任|主席|部长|领导|[区區][长長]"
    "|Street|Road|Avenue|Lane|Drive|Park|Hall|School|Council|Department|County|City|Town)$"
)

# ----- English -----

WORD: Final = r"(?:[A-Z]['’])?[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?"
_PART: Final = rf"(?:{WORD}|[A-Z]\.?)"
FULL: Final = rf"{WORD}(?: {_PART}){{1,3}}"
_NO_LETTER: Final = "(?<![A-Za-z])"
_LATIN_WORDS: Final = re.compile(r"[a-z]{2}[,.:]?\s+[A-Za-z]")
_SAYS_NAME: Final = re.compile(
    rf"(?:{_NO_LETTER}[Mm]y (?:full )?name(?: is|'s|’s|:)|{_NO_LETTER}[Nn]ame:)\s*({_PART}(?: {_PART}){{0,3}})"
    rf"|{_NO_LETTER}[Mm]y name is ((?!on |in |at |not |the |a |still |already )[a-z]+(?: [a-z]+){{1,2}})(?=[,.;!\n]|$)"
    rf"|{_NO_LETTER}(?:I am|I'm|I’m)\s+({FULL})(?=[,.;!\n]| and | from | of | at |$)"
    rf"|{_NO_LETTER}[Tt]his is\s+({FULL})(?=,| from | calling| writing| here)"
)
_SIGNED_IN_ENGLISH: Final = re.compile(
    rf"{_NO_LETTER}(?:[Ss]incerely|[Rr]egards|[Rr]espectfully|[Yy]ours(?: truly| faithfully)?|[Ss]igned|[Tt]hanks"
    rf"|[Tt]hank you|[Cc]heers)(?: yours)?[,.!:\s\-–—]+({WORD}(?: {_PART}){{0,3}})[\s.]*$"
)


def names(text: str) -> set[tuple[int, int]]:
    """Where the writer's name stands, in a text whose numbers are covered, and wherever it is said again.

    Names of others, whom they address or complain of, are left.
    """
    end = max(0, len(text) - _END)
    spans = {*_spans(_WRITERS.finditer(text)), *_spans(_SIGNED.finditer(text, end))}
    if _LATIN_WORDS.search(text):
        spans |= {*_spans(_SAYS_NAME.finditer(text)), *_spans(_SIGNED_IN_ENGLISH.finditer(text, end))}
    for name in {text[start:stop] for start, stop in spans if stop - start >= _TELLING}:
        spans |= {match.span() for match in re.finditer(re.escape(name), text)}
    return spans


def _spans(found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    for match in found:
        group = match.lastindex or 0
        if not NO_NAMES.match(match[group]):
            yield match.span(group)
