"""What the tests of surveys share: a survey that is out, and the words of both languages."""

import re
from datetime import timedelta
from typing import Final

from casework.actions import surveys
from casework.people import Role
from casework.surveys.model import Question, QuestionKind, Survey
from tests.handlers.dialogue import COUNTY, Actor, Town

QUESTIONS: Final = (
    Question(QuestionKind.SINGLE, "How do you get your water?", ("Tap", "Well", "River")),
    Question(QuestionKind.SEVERAL, "Is the water", ("clear", "enough")),
    Question(QuestionKind.SCALE, "How content are you?"),
    Question(QuestionKind.NUMBER, "How many hours a day is there water?"),
    Question(QuestionKind.TEXT, "What would help?"),
)

ZH: Final = {
    "Ask residents": "问哪里的居民",
    "Egret County": "白鹭县",
    "Willow Town": "柳河镇",
    "Pine Township": "松岗乡",
    "Anonymous": "不记名",
    "With names": "记名",
    "Skip": "跳过",
    "A question": "加一题",
    "One of several": "选一个",
    "In own words": "自己写",
    "A photo": "照片",
    "Hand it in": "交上去审",
    "Let it go out": "同意发出",
    "Give it back": "退回去",
    "Answer now": "现在就答",
    "Not for me": "不参加",
    "Somewhere else": "别的地方",
    "Yes": "是",
    "No": "不是",
    "Skip this one": "这题跳过",
    "Change my answers": "改我的回答",
    "Results": "看结果",
    "without your name": "不带您的名字",
    "read who said what": "谁答了什么",
    "I'd rather not say": "不想说",
    "Who answered what": "谁答了什么",
    "All of it as a file": "全部做成文件",
    "Next": "下一位",
    "The one before": "上一位",
    "It is recorded": "记下来",
    "no name given": "没留名字",
    "coming as a file": "文件一会儿就来",
    "opened a while ago": "早些时候打开的",
    "what may we call you": "怎么称呼",
    "no results before": "没截止前不出结果",
    "waits for your word": "等您同意",
    "goes out now": "现在发出",
    "handed in": "交上去了",
    "everything is put away": "都收好了",
    "You can change your answers until": "前都可以改",
    "You have answered that one already": "这份您答过了",
    "There is no way back here": "这里退不回去",
    "A reminder, the only one": "提醒一次",
    "we go on where you stopped": "接着上次的往下问",
    "That survey is over": "这份问卷结束了",
    "Put aside": "先放下",
    "Your number": "号码",
    "I can't find that here": "这里没找到",
    "gives your survey": "退回来了",
}


def said(actor: Actor, english: str) -> str:
    """Return a label or a text as this person reads it."""
    return english if actor.language == "en" else ZH[english]


async def taps(actor: Actor, label: str) -> None:
    """Tap the newest button of that label."""
    await actor.taps(said(actor, label))


def hears(actor: Actor, text: str) -> bool:
    """Return whether something with that text has arrived; fails else."""
    return actor.hears("(?i)" + re.escape(said(actor, text)))


async def out(
    town: Town, *, anonymous: bool = True, groups: tuple[str, ...] = (), area: int = COUNTY, language: str = "zh"
) -> Survey:
    """Return a survey that goes out to residents now, for two weeks."""
    author = await (await town.official(Role.DISPATCHER, language, area=area)).person()
    second = await (await town.official(Role.SUPERVISOR, language, area=area)).person()
    async with town.store.turn(town.now) as uow:
        survey = await surveys.write(uow, author.id, area, "Water", anonymous=anonymous, groups=groups)
    for question in QUESTIONS:
        async with town.store.turn(town.now) as uow:
            await surveys.add_question(uow, survey.id, author.id, question)
    async with town.store.turn(town.now) as uow:
        await surveys.hand_in(uow, survey.id, author.id, town.now + timedelta(days=14))
    async with town.store.turn(town.now) as uow:
        return await surveys.approve(uow, survey.id, second.id)


async def answers(
    actor: Actor, *, place: str = "Willow Town", words: str = "A new pump", name: str | None = None
) -> None:
    """Answer all questions of that survey, from the invitation on; with names it asks for `name`, "" for none."""
    await taps(actor, "Answer now")
    if name is not None:
        assert hears(actor, "read who said what"), "whoever answers is told so before anything is asked"
        assert hears(actor, "what may we call you")
        await (actor.says(name) if name else taps(actor, "I'd rather not say"))
    await taps(actor, place)
    await actor.taps("Well")
    await taps(actor, "Yes")
    await taps(actor, "No")
    await actor.taps("4")
    await actor.says("6")
    await actor.says(words)
