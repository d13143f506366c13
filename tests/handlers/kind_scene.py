"""People with matters of every kind, for conversations about them: in few words, in either language."""

from typing import Final

from casework.answers import Answer
from casework.kinds import PetitionKind
from casework.petitions import Case
from storage.snapshot import ANSWER, ORGANISATION
from tests.handlers.dialogue import ROADS, Actor, Town

QUESTION, SUGGESTION, REQUEST = PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.REQUEST
REPORT, ACCUSATION, THANKS = PetitionKind.REPORT, PetitionKind.ACCUSATION, PetitionKind.THANKS

SEND: Final = {"en": "Send", "zh": "交上去"}
WORDS: Final = {"en": "The road at Maple Village, the old bus stop", "zh": "枫桥村公路边上的老车站"}
OF_KIND: Final = {
    "en": {
        QUESTION: "a question",
        SUGGESTION: "a suggestion",
        REQUEST: "something to be done",
        REPORT: "a report of a violation",
        ACCUSATION: "a complaint about an official or an office",
        THANKS: "thanks",
    },
    "zh": {
        QUESTION: "一个问题",
        SUGGESTION: "一个建议",
        REQUEST: "一件要办的事",
        REPORT: "举报",
        ACCUSATION: "反映干部或单位",
        THANKS: "道谢",
    },
}
STAFF: Final = {
    "Accept": {"en": "Accept", "zh": "我接"},
    "Propose": {"en": "Propose outcome", "zh": "写答复"},
    "Answer it": {"en": "Answer it", "zh": "答复"},
    "Done": {"en": "Done", "zh": "办好了"},
    "Adopted": {"en": "Adopted", "zh": "采纳"},
    "Adopted in part": {"en": "Adopted in part", "zh": "采纳一部分"},
    "Not adopted": {"en": "Not adopted", "zh": "不采纳"},
    "Send it": {"en": "Send it", "zh": "发给居民"},
    "Another kind": {"en": "Another kind", "zh": "改种类"},
    "Set a date": {"en": "Set a date", "zh": "定日期"},
}
CARD: Final = Answer(
    title="身份证补办",
    title_en="A new identity card",
    words=("身份证 补办", "身份证 丢", "identity card lost", "identity card new"),
    text="到任何一个派出所都能办，带户口本。补办四十元，二十天左右拿到。",
    text_en="Any police station will do; bring the household book. A lost card is 40 yuan and takes 20 days.",
    source="白鹭县公安局 2026-01",
)


async def chooses(ann: Actor, kind: PetitionKind, words: str = "") -> None:
    """Write something, and say of which kind it is; it is not sent yet."""
    language = ann.language
    await ann.says(words or WORDS[language])
    if {"en": "A new matter", "zh": "是新的事"}[language] in ann.buttons:
        await ann.taps({"en": "A new matter", "zh": "是新的事"}[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "Question, suggestion", "zh": "改种类"}[language])
    await ann.taps(OF_KIND[language][kind])


async def filed(town: Town, language: str, kind: PetitionKind, words: str = "") -> tuple[Actor, Case]:
    """Return somebody who has just sent something of a kind, and its case."""
    ann = town.resident(language)
    await chooses(ann, kind, words)
    await ann.taps(SEND[language])
    return ann, await case_of(ann)


async def case_of(ann: Actor) -> Case:
    """Return the person's only case as it stands."""
    (case,) = await ann.cases()
    return case


async def taps(wang: Actor, label: str) -> None:
    """Tap a button of the staff's that reads exactly so, in the person's language."""
    wanted = STAFF[label][wang.language]
    data = next(
        button.data
        for shown in reversed(wang.chat.messages)
        for row in shown.buttons
        for button in row
        if button.label == wanted
    )
    await wang.sends_data(data)


async def at_work(town: Town, language: str, kind: PetitionKind) -> tuple[Actor, Actor, Case]:
    """Return a resident, the cadre of the roads bureau who works their matter, and its case."""
    wang = await town.cadre(ROADS, language=language)
    ann, _ = await filed(town, language, kind)
    await taps(wang, "Accept")
    return ann, wang, await case_of(ann)


async def answers(wang: Actor, outcome: str, *words: str) -> None:
    """Have the cadre propose an outcome: tap it, write each of the words, and send it."""
    await taps(wang, "Propose")
    await taps(wang, outcome)
    for each in words:
        await wang.says(each)
    await taps(wang, "Send it")


async def answered(town: Town, language: str, kind: PetitionKind) -> tuple[Actor, Actor, Case]:
    """Return a resident whose matter has an answer of the kind that it needs."""
    ann, wang, _ = await at_work(town, language, kind)
    if kind is QUESTION:
        await answers(wang, "Answer it", "公交五月一日恢复", "县公交计划")
    elif kind is SUGGESTION:
        await answers(wang, "Adopted in part", "看了现场", "长椅五月装，路灯没有预算")
    else:
        await answers(wang, "Done", "查到三处", "已经清走", "天黑了，没拍照", "公路法第四十六条")
    return ann, wang, await case_of(ann)


async def knows(town: Town, *known: Answer) -> None:
    """Let the service have some answers."""
    async with town.store.batch() as batch:
        await batch.session.write("answer_insert", [ANSWER.encode(each) for each in known])
        await batch.session.write("organisation_changed", [{"id": ORGANISATION}])
