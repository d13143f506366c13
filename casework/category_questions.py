"""What a category asks once a petition is filed: only what matters to whoever works it, and is not said already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from casework.kinds import PetitionKind

WAGES: Final = "employment"
"""The category in which unpaid wages are; those alone are asked about."""


class AnswerKind(StrEnum):
    """What kind of answer a question takes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    SINCE = "since"  # since when: a day, a month, or how long it is
    WORDS = "words"  # a few: a name, a place


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its `id` is stored with the answer and never changes. It names the texts: `ask-ID` the question,
    `detail-ID` the line on a card, `choice-ID-VALUE` each of its `choices`.

    `said` finds an answer in the petition's own words: then nothing is asked. `photos` tells whether a photo answers.
    """

    id: str
    kind: AnswerKind
    said: re.Pattern[str]
    choices: tuple[str, ...] = ()
    photos: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The answers that are stored as a value and not as words."""
        return ("yes", "no") if self.kind is AnswerKind.YES_NO else self.choices


_NUMERAL: Final = r"(?:\d|[一二两三四五六七八九十百几])"
_ASKED: Final = frozenset({PetitionKind.REQUEST, PetitionKind.REPORT, PetitionKind.ACCUSATION})
_OF_WAGES: Final = re.compile(
    r"工资|薪|工钱|工程款|血汗钱|\b(?:wages?|salar(?:y|ies)|unpaid|pay ?(?:day|roll|check))\b", re.I
)


def _said(chinese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"{chinese}|\b(?:{english})\b", re.IGNORECASE)


_SINCE: Final = Question(
    "since",
    AnswerKind.SINCE,
    _said(
        rf"{_NUMERAL}(?:个多?)?(?:月|天|周|星期|年)|半年|[去今前]年|昨[天晚]|前天|上周|[上这]个?月|周[一二三四五六日]",
        r"since|ago|yesterday|last (?:week|month|year)|for (?:\w+ ){1,2}(?:days|weeks|months|years)",
    ),
)
_ALONE: Final = Question(
    "alone",
    AnswerKind.YES_NO,
    _said("独居|一个人(?:住|过|生活)|独自|孤寡|空巢|无儿无女", r"(?:lives?|living) alone|by (?:my|him|her)self"),
)

HARDSHIP: Final = "hardship"
"""The question whose yes asks for a visit at home."""

_HARDSHIP: Final = Question(
    HARDSHIP,
    AnswerKind.YES_NO,
    _said(
        "揭不开锅|吃不上饭|没钱(?:吃饭|看病|买药)",
        r"no money (?:for|to) (?:food|medicines?|eat)|can(?:'|no)t afford food",
    ),
)

QUESTIONS: Final[Mapping[str, tuple[Question, ...]]] = {
    WAGES: (
        Question("contract", AnswerKind.YES_NO, _said("合同", "contract"), photos=True),
        Question("company", AnswerKind.WORDS, _said("公司|集团|厂|项目部|有限", "company|ltd|inc|factory")),
        Question(
            "slips",
            AnswerKind.YES_NO,
            _said("考勤|打卡|工资[条单]|记工", "attendance|time ?sheets?|(?:pay|wage) ?slips?"),
            photos=True,
        ),
        Question(
            "transfers",
            AnswerKind.YES_NO,
            _said("转账|转帐|流水|聊天记录|微信", "transfers?|bank statements?|chats?"),
            photos=True,
        ),
        Question(
            "others",
            AnswerKind.NUMBER,
            _said(
                rf"{_NUMERAL}+[多来余]?(?:个|名|位)?(?:人|工友|工人|同事|民工)",
                r"\d+ (?:of us|others|people|workers|colleagues)",
            ),
        ),
        _SINCE,
        Question("amount", AnswerKind.NUMBER, _said(rf"{_NUMERAL}[多余]?(?:元|块|万|千)", r"yuan|rmb|¥ ?\d+")),
    ),
    "utilities": (
        Question(
            "reach",
            AnswerKind.CHOICE,
            _said(
                "整[条栋个]|全[村楼小组]|家家|大家|家里|我家|村口|路口",
                "street|whole|everyone|my house|our house|all of us",
            ),
            ("house", "street"),
        ),
        _SINCE,
    ),
    "environment": (
        Question(
            "hours",
            AnswerKind.CHOICE,
            _said("白天|[夜晚]|凌晨|清早|早上|中午|下午", "nights?|days?|daytime|mornings?|evenings?|noon"),
            ("day", "night"),
        ),
    ),
    "housing": (
        Question(
            "homes",
            AnswerKind.NUMBER,
            _said(
                rf"{_NUMERAL}+[多余]?(?:户|家)|全体|我家",
                r"\d+ (?:flats|homes|households|families)|my (?:flat|house|home)",
            ),
        ),
    ),
    "land": (
        Question(
            "document",
            AnswerKind.YES_NO,
            _said("合同|协议|公告|公示|文件|证书|[权地林]证", "contract|agreement|deed|document|notice|certificate"),
            photos=True,
        ),
    ),
    "health": (Question("ill", AnswerKind.YES_NO, _said("药|住院|病人|患者|病重", "ill|sick|patients?|medicines?")),),
    "roads": (
        Question(
            "passable",
            AnswerKind.CHOICE,
            _said(
                "断|塌|封|不通|过不去|堵|坑|洼|烂|破|车票|公交|班车",
                "blocked|closed|collapsed|holes?|potholes?|bus|jam",
            ),
            ("blocked", "bad"),
        ),
    ),
    "market": (
        Question(
            "receipt",
            AnswerKind.YES_NO,
            _said("小票|发票|付款记录|订单", "receipt|invoice|proof of payment"),
            photos=True,
        ),
    ),
    "eldercare": (_ALONE, _HARDSHIP),
    "social_security": (_ALONE, _HARDSHIP),
}
"""For each category that asks anything: its questions, in order."""

QUESTION_BY_ID: Final[Mapping[str, Question]] = {
    question.id: question for questions in QUESTIONS.values() for question in questions
}


def questions_for(kind: PetitionKind, category: str, words: str) -> tuple[Question, ...]:
    """Return what is still to be asked of a case with these words; nothing where nothing is to be looked into.

    Questions, suggestions and thanks are not asked about, and of work and wages only unpaid wages are.
    """
    if kind not in _ASKED or (category == WAGES and not of_wages(category, words)):
        return ()
    return tuple(question for question in QUESTIONS.get(category, ()) if not question.said.search(words))


def of_wages(category: str, words: str) -> bool:
    """Tell whether a case is about unpaid wages, for which labour arbitration has a limit of its own."""
    return category == WAGES and bool(_OF_WAGES.search(words))


def arbitration_until(since: date, days: int) -> date:
    """Return the day by which labour arbitration should be asked for: `days` (a year) after `since`, when wages began
    to lack.

    For unpaid wages the year may begin later, with the end of the work (Law on Mediation and Arbitration of Labour
    Disputes, article 27); whoever keeps this day keeps that one, too.
    """
    return since + timedelta(days=days)
