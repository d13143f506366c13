"""What the tests of what comes after filing share: petitions that are asked about, and a few labels."""

from typing import Final

from casework.actions import accepting, outcomes
from casework.petitions import Case, Outcome, OutcomeKind, Petition, Verdict
from tests.handlers.dialogue import Actor, Town

SEND: Final = {"en": "Send", "zh": "交上去"}
SKIP: Final = {"en": "Skip", "zh": "跳过"}
ALL_RIGHT: Final = {"en": "All right", "zh": "好，问吧"}
NO_THANKS: Final = {"en": "No, thanks", "zh": "不用了"}
ADD: Final = {"en": "Add details", "zh": "补充几句"}
NAME: Final = {"en": "Who sees my name", "zh": "名字给谁看"}
INTAKE_ONLY: Final = {"en": "Intake office only", "zh": "只让受理办公室知道"}
THEY_MAY: Final = {"en": "They may know", "zh": "让他们知道"}
NOBODY: Final = {"en": "Nobody", "zh": "谁也别知道"}
WAGES: Final = {
    "en": "The boss at Maple Village has not paid our wages, and he never answers",
    "zh": "枫桥村工地的老板拖欠工资，找他几次都不给",
}
TAP: Final = {
    "en": "No water comes from the tap at Maple Village",
    "zh": "枫桥村自来水停了，水龙头一滴水都没有",
}
HOLE: Final = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}
LAMP: Final = {
    "en": "The street lamp at Cloudrest Village is dark and the old people fall",
    "zh": "云居村的路灯不亮，老人都摔跤了",
}
OFFER: Final = {"en": "A few short questions", "zh": "还有几句想问您"}
NEW_MATTER: Final = {"en": "A new matter", "zh": "是新的事"}
SOMETHING_ELSE: Final = {"en": "It's something else", "zh": "是别的事"}


async def file(actor: Actor, words: str) -> Case:
    """File a petition, and return its case."""
    known = {case.id for case in await actor.cases()} if actor.chat.messages else set()
    await actor.says(words)
    for other in (NEW_MATTER[actor.language], SOMETHING_ELSE[actor.language]):
        if any(other in label for label in actor.buttons):
            await actor.taps(other)
    await actor.taps(SEND[actor.language])
    return next(case for case in await actor.cases() if case.id not in known)


async def filed(town: Town, language: str, words: dict[str, str]) -> tuple[Actor, Case]:
    """Return somebody who has just filed a petition, and its case."""
    ann = town.resident(language)
    return ann, await file(ann, words[language])


async def skips_to(actor: Actor, text: dict[str, str]) -> None:
    """Skip questions until the one that has `text` is asked."""
    for _ in range(10):
        if not actor.hears_nothing_of(text[actor.language]):
            return
        await actor.taps(SKIP[actor.language])
    raise AssertionError(f"nobody asks {text[actor.language]!r}")


async def contested(town: Town, ann: Actor, wang: Actor) -> Case:
    """Have a cadre answer somebody's newest case, who does not accept the answer; return the case."""
    case, cadre = (await ann.cases())[0], await wang.person()
    outcome = Outcome(OutcomeKind.DONE, "a hole", "filled with sand", "the road act")
    async with town.store.turn(town.now) as uow:
        await accepting.accept(uow, case.id, cadre.id, None)
    async with town.store.turn(town.now) as uow:
        await outcomes.propose(uow, case.id, cadre.id, None, outcome)
    async with town.store.turn(town.now) as uow:
        await outcomes.judge(uow, case.id, case.resident_id, None, Verdict.DISAGREE)
    return (await ann.cases())[0]


async def petition_of(actor: Actor) -> Petition:
    """Return the petition that somebody sent last."""
    return (await actor.petitions())[0]
