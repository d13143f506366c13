"""The words that hint at the kind of a petition, and how strongly; a minus speaks against it.

A table to read and to mend by hand: kind, weight, words. `request` is what is left where nothing else is strong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KIND_WORDS_ZH: Final[Mapping[str, Mapping[int, str]]] = {
    "question": {
        4: "请问 咨询 想问一下 想问下 想咨询 想了解 请教",
        2: "是否 什么时候 能否告知 有没有 如何办理 怎么办理 何时 多久",
    },
    "suggestion": {4: "建议 提议 献言 献策", 2: "希望能 可以考虑"},
    "request": {3: "要求 投诉 强烈要求 恳请 请求 求助", 1: "严重影响 无人 没人 至今 拖欠 处理"},
    "report": {4: "举报", 2: "非法 违法 违规 违章 无证 偷排"},
    "accusation": {2: "贪污 受贿 腐败"},
}

KIND_WORDS_EN: Final[Mapping[str, Mapping[int, str]]] = {
    "question": {4: "when how who where whether wondering", 2: "question ask know"},
    "suggestion": {4: "suggest suggestion propose idea"},
    "request": {3: "please fix repair stop complaint complain"},
    "report": {4: "illegal illegally dumping violation"},
}
