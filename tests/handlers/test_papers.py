"""Notices on paper, as they are asked for in the chat: by residents, by staff, and for those without a chat."""

from dataclasses import replace

import pytest

from casework.actions import papers
from casework.files import File, FileState
from casework.papers import Handed, Paper
from casework.people import Role
from casework.unit_of_work import UnitOfWork
from handlers import service
from handlers.notices import render
from storage.codec import to_micros
from tests.handlers.after_scene import HOLE, filed
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, WATER, Town
from tests.handlers.staff_scene import at_work, taps
from tests.handlers.test_clerk import NAME, PHONE, WORDS, clerk_of, entered, enters
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ON_PAPER = {"en": "On paper", "zh": "要纸的"}
ACCEPTED = {"en": "Accepted", "zh": "受理告知"}
REGISTERED = {"en": "Registered", "zh": "登记告知"}
COMING = {"en": "being made", "zh": "正在做"}
MORE = {"en": "More", "zh": "更多"}
NOTICES = {"en": "Notices", "zh": "文书"}


async def all_papers(town: Town) -> list[Paper]:
    async with town.store.reading() as session:
        return await every(session, [Paper])


async def made(town: Town) -> None:
    """Let the jobs be done, as if every document had been made."""
    async with town.store.reading() as session:
        wanted = [file for file in await every(session, [File]) if file.state is FileState.WANTED]
    for file in wanted:
        async with town.store.batch() as batch:
            uow: UnitOfWork = town.store.unit_of_work(batch, town.now)
            await papers.copied(uow, file.id, "a" * 64, 9000, "application/x-word")
            outgoing = await render(uow, uow.notices, service.RENDERERS)
            batch.join()
        for chat in town.chats.values():
            chat.arrived.clear()
        town._arrive([town.next_ref() for _ in outgoing], outgoing)


@LANGUAGES
async def test_a_resident_gets_the_notice_as_a_file_from_where_it_is_told(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, _ = await filed(town, language, HOLE)
    await taps(wang, "Accept")
    (paper,) = await all_papers(town)
    await ann.taps(ON_PAPER[language])
    assert ann.hears(paper.number)
    assert ann.buttons == [ACCEPTED[language], REGISTERED[language]]
    await ann.taps(ACCEPTED[language])
    assert ann.hears(COMING[language])
    await made(town)
    (shown,) = ann.shown_files
    assert (shown.name, shown.digest) == (f"{paper.number}.docx", "a" * 64)
    assert ann.hears(paper.number)


@LANGUAGES
async def test_before_anyone_has_accepted_there_is_the_registration(town: Town, language: str) -> None:
    ann, _ = await filed(town, language, HOLE)
    await ann.says("/papers")
    (number,) = ann.buttons
    await ann.taps(number)
    assert ann.buttons == [REGISTERED[language]]
    await ann.taps(REGISTERED[language])
    assert ann.hears(COMING[language])
    await ann.says("/papers")
    await ann.taps(number)
    assert ann.buttons == [REGISTERED[language]]
    assert len(await all_papers(town)) == 1, "given once"


@LANGUAGES
async def test_somebody_with_nothing_hears_so(town: Town, language: str) -> None:
    eve = town.resident(language)
    await eve.says("/papers")
    assert len(eve.chat.arrived) == 1
    wang = await town.cadre(language=language)
    await wang.says("/papers")
    assert wang.hears({"en": "No notice waits", "zh": "没有要送的文书"}[language])


@LANGUAGES
async def test_staff_have_them_behind_more_and_strangers_nowhere(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    (paper,) = await all_papers(town)
    await wang.says(f"/case {case.number}")
    await wang.taps(MORE[language])
    await wang.taps(NOTICES[language])
    await wang.taps(ACCEPTED[language])
    assert wang.hears(COMING[language])
    await made(town)
    assert len(wang.shown_files) == 1
    assert ann.chat.arrived == []
    water = await town.cadre(unit=WATER, language=language)
    for actor in (water, town.resident(language)):
        for data in (f"papers.{case.id}.0", f"paper.{case.id}.0.{paper.key}", f"handed.{case.id}.0.{paper.key}.self"):
            await actor.sends_data(f"c.{data}")
            assert actor.hears_nothing_of(paper.number)
            assert paper.number not in actor.toast
    async with town.store.reading() as session:
        assert len(await every(session, [File])) == 1


@LANGUAGES
@pytest.mark.parametrize("argument", ["", "x", "0-2026-10000", "22-2026-99999999999999999999", "registration.x"])
async def test_a_forged_key_leads_nowhere(town: Town, language: str, argument: str) -> None:
    ann, wang, case = await at_work(town, language)
    for actor in (ann, wang):
        await actor.sends_data(f"c.paper.{case.id}.{case.epoch}.{argument}")
        assert actor.hears_nothing_of(COMING[language])
        await actor.sends_data(f"c.handed.{case.id}.{case.epoch}.{argument}")
        assert actor.hears_nothing_of("〔")


@LANGUAGES
async def test_a_clerk_prints_and_hands_over_what_somebody_without_a_chat_is_told(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    await taps(wang, "Accept")
    (case,) = await entered(town)
    (paper,) = await all_papers(town)
    assert ON_PAPER[language] in clerk.buttons, "with the words to pass on"
    await town.passes(hours=24)
    assert clerk.hears({"en": "a notice to print and hand over", "zh": "有文书要打印送达"}[language])
    await clerk.says("/papers")
    assert clerk.hears(paper.number)
    assert clerk.hears(NAME[language])
    await clerk.taps({"en": "Print", "zh": "打印"}[language])
    assert clerk.hears(COMING[language])
    await made(town)
    assert len(clerk.shown_files) == 1
    await clerk.taps({"en": "Handed over", "zh": "送到了"}[language])
    await clerk.taps({"en": "By post", "zh": "邮寄"}[language])
    assert clerk.hears({"en": "noted", "zh": "记下了"}[language])
    (paper,) = await all_papers(town)
    assert (paper.handed_how, to_micros(paper.handed_at or town.now)) == (Handed.POST, to_micros(town.now))
    await clerk.says("/papers")
    assert clerk.hears({"en": "No notice waits", "zh": "没有要送的文书"}[language])
    await clerk.says(f"/case {case.number}")
    await clerk.taps({"en": "History", "zh": "经过"}[language])
    assert clerk.hears({"en": "was handed over", "zh": "已送到"}[language])


@LANGUAGES
async def test_where_the_clerk_is_gone_the_intake_office_has_the_queue(town: Town, language: str) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    await taps(wang, "Accept")
    await wang.says("/papers")
    assert wang.hears({"en": "No notice waits", "zh": "没有要送的文书"}[language]), "the unit passes nothing on"
    await office.says("/papers")
    assert office.hears("〔2026〕")


@LANGUAGES
async def test_a_locked_phone_shows_no_notices(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, case = await filed(town, language, HOLE)
    await taps(wang, "Accept")
    person = await ann.person()
    async with town.store.turn(town.now) as uow:
        uow.put(replace(person, pin_digest="x", pin_since=town.now))
    for deed in (f"c.papers.{case.id}.{case.epoch}", f"c.paper.{case.id}.{case.epoch}.registration", "m.papers"):
        await ann.sends_data(deed)
        assert ann.hears_nothing_of("〔")
        assert ann.hears_nothing_of(COMING[language])
        assert case.number not in " ".join(ann.buttons)


async def test_nothing_of_a_shielded_cases_notices_reaches_whom_it_accuses(town: Town) -> None:
    wang, chief = await town.cadre(), await town.official(Role.HEAD, unit=ROADS)
    office = await town.official(Role.DISPATCHER, area=COUNTY)
    county = await town.cadre(unit=GOVERNMENT)
    ann, case = await filed(town, "zh", {"zh": "白鹭县交通局局长收受贿赂，枫桥村修公路的工程都给了他亲戚"})
    assert case.shielded
    await office.says(f"/case {case.number}")
    await office.sends_data(f"c.send_to_unit.{case.id}.{case.epoch}.{GOVERNMENT}")
    await county.taps("我接")
    (paper,) = await all_papers(town)
    assert ann.hears("纪检监察")
    for actor in (wang, chief):
        assert actor.chat.messages == []
        await actor.sends_data(f"c.papers.{case.id}.0")
        await actor.sends_data(f"c.paper.{case.id}.0.{paper.key}")
        assert actor.hears_nothing_of("〔")
        await actor.says("/papers")
        assert actor.hears_nothing_of("〔")
