"""A policy's documents in chat: sent by its writer, read by whoever approves it, and one tap away for residents."""

from dataclasses import replace

import pytest

from casework.actions import files, policies
from casework.errors import NotYours
from casework.files import File, FileKind
from casework.people import Role
from casework.policies.policy import Policy
from storage.codec import to_micros
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.policy_scene import ALLOWANCE, person_of, shown

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
PDF = "application/pdf"
SKIP = {"en": "Skip", "zh": "跳过"}
DONE = {"en": "Done", "zh": "✅ 完"}
WHOLE = {"en": "Read it all", "zh": "看全文"}
DOCUMENT = {"en": "📎 The document", "zh": "📎 看原件"}
APPROVE = {"en": "Approve", "zh": "批准"}
SEND = {"en": "Have it approved", "zh": "交给别人批准"}
ASKED = {"en": "Is there a document", "zh": "有原件吗"}
WRONG = {"en": "I can take a PDF", "zh": "这里能收PDF"}


async def office(town: Town, language: str) -> tuple[Actor, Actor]:
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY, title="受理员", title_en="Intake officer")
    return writer, await town.official(Role.LEADER, language, area=COUNTY, title="县长", title_en="County head")


async def begins(writer: Actor) -> None:
    """Write a policy up to the question for its document."""
    await writer.says("/policy")
    await writer.says({"en": "Firewood aid", "zh": "取暖补贴"}[writer.language])
    await writer.says({"en": "300 yuan a household.", "zh": "每户三百元。"}[writer.language])
    await writer.taps(SKIP[writer.language])
    assert writer.hears(ASKED[writer.language])


async def ends(writer: Actor) -> None:
    """Write the rest of it, and have it approved."""
    await writer.says("民政局〔2026〕9号")
    await writer.taps({"en": "Nothing in particular", "zh": "不分类"}[writer.language])
    await writer.taps({"en": "Egret County", "zh": "白鹭县"}[writer.language])
    await writer.taps({"en": "No end", "zh": "没有期限"}[writer.language])
    await writer.taps(SEND[writer.language])


async def the_files(town: Town, actor: Actor) -> list[File]:
    """Return the files of the newest policy that waits for somebody's word."""
    by = await person_of(actor)
    async with town.store.turn(town.now) as uow:
        (policy, *_) = await policies.waiting(uow, by)
        return await uow.files_read(policy.content.documents)


async def arrive(town: Town, found: list[File], mime: str = PDF, size: int = 1000) -> None:
    """Let files be fetched, and be what their bytes say."""
    async with town.store.turn(town.now) as uow:
        for file in found:
            await files.kept(uow, file.id, f"{file.id:064x}", size, mime)


@LANGUAGES
async def test_a_document_goes_to_the_approver_and_by_a_button_to_residents(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    ann = town.resident(language)
    await begins(writer)
    await writer.sends_document("firewood.pdf", "not part of it")
    await writer.taps(DONE[language])
    await ends(writer)
    found = await the_files(town, leader)
    await leader.taps(WHOLE[language])
    assert leader.hears({"en": "With the document itself", "zh": "附原件1份"}[language])
    assert leader.hears({"en": "still on its way", "zh": "还在路上"}[language])
    await leader.taps(APPROVE[language])
    assert leader.hears({"en": "open the policy again in a minute", "zh": "过一分钟再打开"}[language])

    await arrive(town, found)
    await leader.taps(WHOLE[language])
    assert [(each.name, each.digest) for each in leader.shown_files] == [("firewood.pdf", f"{found[0].id:064x}")]
    await leader.taps(APPROVE[language])
    assert leader.hears({"en": "Residents see it now", "zh": "居民现在看得到"}[language])
    await ann.says({"en": "/policies firewood aid", "zh": "/policies 取暖补贴"}[language])
    await ann.taps(WHOLE[language])
    assert ann.buttons == [DOCUMENT[language]]
    assert ann.hears_nothing_of("not part of it")
    await ann.taps(DOCUMENT[language])
    assert [each.digest for each in ann.shown_files] == [f"{found[0].id:064x}"]
    assert ann.hears({"en": "📎 Firewood aid$", "zh": "📎 取暖补贴$"}[language])


@LANGUAGES
async def test_pages_sent_as_an_album_stay_in_their_order(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.sends_album(3)
    await writer.taps(DONE[language])
    await ends(writer)
    found = await the_files(town, leader)
    await leader.taps(WHOLE[language])
    coming = {"en": "still on its way", "zh": "还在路上"}[language]
    assert sum(coming in each.text for each in leader.chat.arrived) == 1, "said once, not for each page"
    await arrive(town, found, "image/jpeg")
    await leader.taps(WHOLE[language])
    assert [each.file_id for each in leader.shown_files] == sorted(file.id for file in found)
    assert leader.hears({"en": r"Firewood aid \(3 of 3\)", "zh": "取暖补贴（第3份，共3份）"}[language])


@LANGUAGES
async def test_files_stay_when_the_question_is_put_again(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.sends_document("firewood.pdf")
    await writer.says("/back")
    await writer.taps(SKIP[language])
    assert [DONE[language] in label for label in writer.last.labels] == [True, False, False]
    await writer.taps(DONE[language])
    await ends(writer)
    assert [file.name for file in await the_files(town, leader)] == ["firewood.pdf"]


@LANGUAGES
async def test_what_can_be_no_document_is_said_and_the_question_stands(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.says({"en": "It is on my desk", "zh": "在我桌上"}[language])
    assert writer.hears(WRONG[language])
    assert writer.hears(ASKED[language])
    await writer.sends_voice()
    assert writer.hears(WRONG[language])
    await writer.sends(town.file(FileKind.DOCUMENT, name="setup.exe", mime="application/x-msdownload"))
    assert writer.hears(WRONG[language])
    await writer.sends(replace(town.file(FileKind.DOCUMENT, size=0), source="", digest="e" * 64))
    assert writer.hears({"en": "That file is empty", "zh": "这个文件是空的"}[language])
    await writer.sends(town.file(FileKind.DOCUMENT, mime=PDF, size=21 * 2**20))
    assert writer.hears({"en": "too large", "zh": "太大"}[language])
    for number in range(5):
        await writer.sends_document(f"{number}.pdf")
    await writer.sends_document("6.pdf")
    assert writer.hears({"en": "has 5 documents at most", "zh": "最多放5份原件"}[language])
    await writer.taps(DONE[language])
    await ends(writer)
    assert [each.name for each in await the_files(town, leader)] == [f"{number}.pdf" for number in range(5)]


@LANGUAGES
@pytest.mark.parametrize(
    ("mime", "size", "said"),
    [
        ("application/zip", 9, {"en": "neither PDF nor Word", "zh": "不是PDF、Word"}),
        (PDF, 0, {"en": "The document is empty", "zh": "原件是空的"}),
    ],
)
async def test_what_its_bytes_say_is_told_to_whoever_would_approve_it(
    town: Town, language: str, mime: str, size: int, said: dict[str, str]
) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.sends_document("firewood.pdf")
    await writer.taps(DONE[language])
    await ends(writer)
    await arrive(town, await the_files(town, leader), mime, size)
    await leader.taps(WHOLE[language])
    assert leader.shown_files == []
    await leader.taps(APPROVE[language])
    assert leader.hears(said[language])


@LANGUAGES
async def test_one_that_is_lost_is_sent_again_by_changing_the_policy(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.sends_document("firewood.pdf")
    await writer.taps(DONE[language])
    await ends(writer)
    (file,) = await the_files(town, leader)
    await town.loses(file)
    await leader.taps(WHOLE[language])
    await leader.taps(APPROVE[language])
    assert leader.hears({"en": "The document has not arrived", "zh": "原件没收到"}[language])
    await writer.taps(WHOLE[language])
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The document", "zh": "原件"}[language])
    await writer.sends_photo()
    await writer.taps(DONE[language])
    found = await the_files(town, leader)
    await arrive(town, found, "image/jpeg")
    await leader.taps(WHOLE[language])
    await leader.taps(APPROVE[language])
    assert leader.hears({"en": "Residents see it now", "zh": "居民现在看得到"}[language])

    await writer.taps(WHOLE[language])
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The document", "zh": "原件"}[language])
    await writer.taps({"en": "No document", "zh": "不要原件"}[language])
    assert await the_files(town, leader) == []


@LANGUAGES
async def test_nobody_gets_the_document_of_what_is_not_shown(town: Town, language: str) -> None:
    writer, leader = await office(town, language)
    await begins(writer)
    await writer.sends_document("firewood.pdf")
    await writer.taps(DONE[language])
    await ends(writer)
    await arrive(town, await the_files(town, leader))
    by = await person_of(leader)
    async with town.store.turn(town.now) as uow:
        (policy,) = await policies.waiting(uow, by)
    ann = town.resident(language)
    await ann.says("/my")
    await ann.sends_data(f"y.document.{policy.id}")
    assert ann.hears({"en": "can't find that", "zh": "没找到"}[language])
    assert ann.shown_files == []


async def test_nobody_makes_a_document_of_what_somebody_else_has_sent(town: Town) -> None:
    writer, _ = await office(town, "zh")
    other = await town.official(Role.DISPATCHER, "zh", area=COUNTY)
    by, theirs = await person_of(writer), await person_of(other)
    async with town.store.turn(town.now) as uow:
        file = files.receive(uow, File(uow.new_id(), theirs, FileKind.DOCUMENT, 0, uow.now, digest="d" * 64, size=9))
    with pytest.raises(NotYours):
        async with town.store.turn(town.now) as uow:
            await policies.write(uow, by, replace(ALLOWANCE, documents=(file.id,)))


async def test_the_document_of_a_policy_stays_when_its_writer_goes(town: Town) -> None:
    writer, leader = await office(town, "zh")
    by = await person_of(writer)
    async with town.store.turn(town.now) as uow:
        kept = File(uow.new_id(), by, FileKind.DOCUMENT, 0, uow.now, digest="d" * 64, size=9, mime=PDF)
        files.receive(uow, kept)
    policy: Policy = await shown(town, writer, leader, replace(ALLOWANCE, documents=(kept.id,)))
    async with town.store.batch() as batch:
        await batch.session.write("own_files_erase", [{"person": by, "before": to_micros(town.now)}])
    ann = town.resident("zh")
    await ann.says("/my")
    await ann.sends_data(f"y.document.{policy.id}")
    assert [each.digest for each in ann.shown_files] == ["d" * 64]
