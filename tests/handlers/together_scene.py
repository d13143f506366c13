"""A town in which neighbours are shown what is alike, and what they say there."""

from dataclasses import replace
from functools import partial
from typing import Final

from casework.actions import accepting, consents, gathering, outcomes
from casework.actions.links import Made
from casework.files import Job, JobState, Kept
from casework.links import Purpose
from casework.numbers import new_invite
from casework.petitions import Case, Outcome, OutcomeKind
from casework.profile import Profile, Together
from handlers import service
from handlers.messages import Outgoing
from handlers.notices import render
from storage.codec import to_micros
from tests.handlers.dialogue import Actor, Town

NEIGHBOURS: Final = Profile(together=Together(told_at_once=3))
"""Three are told at a time, so that few people show that it happens piece by piece."""

LAMP: Final = {
    "en": "The street lamps at Maple Village near the well are broken and dark every night since August",
    "zh": "枫桥村桥头的路灯坏了，从八月起每天晚上漆黑一片",
}
LAMP_TOO: Final = {
    "en": "At Maple Village the street lamps by the well are broken, it is dark, children stumble",
    "zh": "我们枫桥村桥头那几盏路灯坏了好久，晚上漆黑，娃娃都看不见",
}
NEWPOND: Final = {
    "en": "Street lamps at Newpond Village in Willow Town are broken and dark every night",
    "zh": "柳河镇新塘村的路灯坏了，每天晚上漆黑一片",
}
FAR: Final = {
    "en": "Street lamps at Cloudrest Village are broken and dark every night since August",
    "zh": "云居村桥头的路灯坏了，从八月起每天晚上漆黑一片",
}
SEND: Final = {"en": "Send", "zh": "交上去"}
ME_TOO: Final = {"en": "Me too", "zh": "我也是"}
SEND_MINE: Final = {"en": "Mine differs", "zh": "不一样"}
NO: Final = {"en": "No, thanks", "zh": "不用了"}


async def files(actor: Actor, words: dict[str, str]) -> Case:
    """Have somebody file a complaint, whatever is alike; return its case."""
    await actor.says(words[actor.language])
    await actor.taps(SEND[actor.language])
    if SEND_MINE[actor.language] in "".join(actor.buttons):
        await actor.taps(SEND_MINE[actor.language])
    return (await actor.cases())[0]


async def one_case(town: Town, case_id: int) -> Case:
    """Return a case as stored."""
    async with town.store.turn(town.now) as uow:
        case = await uow.get(Case, case_id)
    assert case is not None
    return case


async def answered(town: Town, officer: Actor, case_id: int) -> None:
    """Have an officer accept a case and answer it; what others are told by the schedule comes later."""
    by = (await officer.person()).id
    outcome = Outcome(OutcomeKind.DONE, "灯不亮，电话 13800138000", "换了灯泡", "供电条例")
    outgoing: list[Outgoing] = []
    async with town.store.batch() as batch:
        for verb in (partial(accepting.accept, epoch=None), partial(outcomes.propose, epoch=None, outcome=outcome)):
            uow = town.store.unit_of_work(batch, town.now)
            await verb(uow, case_id, by)
            batch.join()
            outgoing = await render(uow, uow.notices, service.RENDERERS)
    town.arrives(outgoing)


async def makes_links(town: Town, case: Case) -> list[str]:
    """Do the jobs that make links, as the program does but for the picture; return the codes."""
    codes = []
    async with town.store.batch() as batch:
        rows = await batch.session.rows(
            "jobs_ready", now=to_micros(town.now), kinds=[each.job for each in Purpose], most=10
        )
        for id_ in [row[0] for row in rows]:
            uow = town.store.unit_of_work(batch, town.now)
            job = await uow.get(Job, id_)
            assert job is not None
            codes.append(new_invite(uow.rng.randbytes(10)))
            made = Made(codes[-1], (f"https://town.example/#join={codes[-1]}",), Kept("a" * 64, 900, "image/png"))
            purpose = next(each for each in Purpose if each.job == job.kind)
            verbs = gathering if purpose in gathering.JOINING else consents
            await verbs.link_made(uow, case.id, made, purpose)
            outgoing = await render(uow, uow.notices, service.RENDERERS)
            uow.put(replace(job, state=JobState.DONE))
            batch.join()
            town.arrives(outgoing)
    return codes
