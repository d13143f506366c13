"""What stands in the documents of a policy is found: titles of all, and the text of plain text and Markdown."""

from pathlib import Path

import pytest

from bot.files.types import sniff
from bot.files.vault import Vault
from bot.jobs import Again
from bot.policy_documents import ENOUGH, policy_works, text_of
from casework.actions import files, policies
from casework.actions.policy_documents import READ
from casework.files import FileKind, Kept
from casework.policies.documents import LONGEST_TEXT, PLAIN_TEXT, Enclosure, readable, title_of
from casework.policies.policy import Content
from casework.replacing import replace
from tests.handlers.brief_scene import does_jobs
from tests.handlers.dialogue import Actor, Town
from tests.handlers.policy_scene import ALLOWANCE, person_of
from tests.handlers.test_policy_documents import APPROVE, DONE, WHOLE, begins, ends, office, the_files

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
MARKDOWN = {
    "en": "# Firewood\n\n- **Stoves**: paid for by [the county](https://example.org).\n- Chimney sweeping is free.\n",
    "zh": "# 取暖办法\n\n- **炉子**由[县里](https://example.org)出钱。\n- 清扫烟囱不收费。\n",
}
ASKED = {"en": "/policies chimney sweeping", "zh": "/policies 清扫烟囱"}
SAID = {"en": "Chimney sweeping is free", "zh": "清扫烟囱不收费"}


async def sends(writer: Actor, name: str, mime: str = "text/markdown") -> None:
    """Write a policy with a document."""
    await begins(writer)
    await writer.sends(writer.town.file(FileKind.DOCUMENT, name=name, mime=mime))
    await writer.taps(DONE[writer.language])
    await ends(writer)


async def arrive(town: Town, leader: Actor, folder: Path, content: bytes) -> None:
    """Let the document of the policy that waits be fetched into the vault."""
    (file,) = await the_files(town, leader)
    kept = await Vault(folder).keep(content)
    async with town.store.turn(town.now) as uow:
        await files.kept(uow, file.id, kept.digest, kept.size, kept.mime)


async def approves(leader: Actor) -> None:
    """Look at the policy that waits, and approve it."""
    await leader.taps(WHOLE[leader.language])
    await leader.taps(APPROVE[leader.language])


@LANGUAGES
async def test_the_text_of_a_document_is_found_once_it_is_approved(town: Town, language: str, tmp_path: Path) -> None:
    writer, leader = await office(town, language)
    ann = town.resident(language)
    await sends(writer, "firewood_rules.md")
    await arrive(town, leader, tmp_path, MARKDOWN[language].encode())
    # What is approved is complete: until it was read it is still coming.
    await approves(leader)
    assert leader.hears({"en": "open the policy again in a minute", "zh": "过一分钟再打开"}[language])
    assert await does_jobs(town, tmp_path) == 1
    await ann.says(ASKED[language])
    assert ann.hears_nothing_of(SAID[language])
    await approves(leader)
    assert leader.hears({"en": "Residents see it now", "zh": "居民现在看得到"}[language])
    await ann.says(ASKED[language])
    assert ann.hears(SAID[language])
    assert ann.hears({"en": "From the document “firewood rules”", "zh": "出自原件“firewood rules”"}[language])
    assert ann.hears_nothing_of(r"\*\*|example\.org")
    # The policy itself has its own words only: the document is one tap away.
    await ann.taps(WHOLE[language])
    assert ann.hears_nothing_of(SAID[language])


@LANGUAGES
async def test_a_pdf_is_found_by_its_title_alone_and_nothing_is_waited_for(
    town: Town, language: str, tmp_path: Path
) -> None:
    writer, leader = await office(town, language)
    name = {"en": "Chimney_sweeping.pdf", "zh": "清扫烟囱.pdf"}[language]
    await sends(writer, name, "application/pdf")
    await arrive(town, leader, tmp_path, b"%PDF-1.7 Stoves")
    assert await does_jobs(town, tmp_path) == 0
    await approves(leader)
    ann = town.resident(language)
    await ann.says(ASKED[language])
    assert ann.hears({"en": "Firewood aid", "zh": "取暖补贴"}[language])
    await ann.says("/policies stoves")
    assert ann.hears_nothing_of("Firewood aid|取暖补贴")


async def test_where_one_is_still_coming_all_stay_their_senders(town: Town) -> None:
    """A no changes nothing: what was refused goes with its sender, should they leave."""
    writer, leader = await office(town, "en")
    await begins(writer)
    await writer.sends_document("firewood.pdf")
    await writer.sends(town.file(FileKind.DOCUMENT, name="rules.txt", mime="text/plain"))
    await writer.taps(DONE["en"])
    await ends(writer)
    found = await the_files(town, leader)
    async with town.store.turn(town.now) as uow:
        for file, mime in zip(found, ("application/pdf", "text/plain"), strict=True):
            await files.kept(uow, file.id, f"{file.id:064x}", 1000, mime)
    await approves(leader)
    assert leader.hears("open the policy again in a minute")
    assert {file.person_id for file in await the_files(town, leader)} == {await person_of(writer)}


async def test_what_is_said_to_be_text_and_is_none_keeps_nobody_waiting(town: Town, tmp_path: Path) -> None:
    writer, leader = await office(town, "en")
    await sends(writer, "rules", "")
    await arrive(town, leader, tmp_path, b"%PDF-1.7 Stoves")
    await approves(leader)
    assert leader.hears("Residents see it now")
    # The job comes late, and changes nothing of what was approved.
    await does_jobs(town, tmp_path)


async def test_what_could_not_be_read_is_found_by_its_title(town: Town, tmp_path: Path) -> None:
    writer, leader = await office(town, "en")
    await sends(writer, "chimney sweeping.txt", "text/plain")
    by = await person_of(leader)
    async with town.store.turn(town.now) as uow:
        (policy,) = await policies.waiting(uow, by)
    work = policy_works(town.store, Vault(tmp_path))[READ]
    with pytest.raises(Again):
        await work.do(policy.id)
    await arrive(town, leader, tmp_path, b"Stoves")
    async with town.store.turn(town.now) as uow:
        await work.give_up(policy.id)(uow)
    await approves(leader)
    assert leader.hears("Residents see it now")
    ann = town.resident("en")
    await ann.says("/policies chimney sweeping")
    assert ann.hears("Firewood aid")


async def test_a_document_beside_a_file_is_found_and_the_same_again_is_left_alone(town: Town) -> None:
    _, leader = await office(town, "en")
    alone: Content = replace(ALLOWANCE, words={"en": ALLOWANCE.words["en"]})
    beside = Enclosure(Kept("d" * 64, 9, "text/plain"), FileKind.DOCUMENT, "chimneys.txt", "Chimney sweeping is free.")
    async with town.store.turn(town.now) as uow:
        (policy,) = await policies.load(uow, {"aid": alone}, {"aid": [beside]})
    by = await person_of(leader)
    async with town.store.turn(town.now) as uow:
        await policies.approve(uow, policy.id, by, policy.epoch)
    ann = town.resident("en")
    await ann.says(ASKED["en"])
    assert ann.hears(SAID["en"])
    async with town.store.turn(town.now) as uow:
        assert await policies.load(uow, {"aid": alone}, {"aid": [beside]}) == []


async def test_long_documents_are_said_to_be_searched_in_part(town: Town, tmp_path: Path) -> None:
    writer, leader = await office(town, "en")
    await sends(writer, "all.txt", "text/plain")
    await arrive(town, leader, tmp_path, b"Stoves are paid. " * 3000)
    await does_jobs(town, tmp_path)
    await leader.taps(WHOLE["en"])
    assert leader.hears("only the first 40,000 characters")


def test_texts_are_read_as_they_are_written_on_chinese_computers() -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert text_of("取暖办法".encode(encoding), "text/plain", "a.txt") == "取暖办法"
    assert text_of(b"%PDF", "application/pdf", "a.pdf") == ""
    assert text_of(b"\xff\xff\xff", "text/plain", "a.txt") == ""


def test_what_no_database_takes_and_nobody_sees_is_left_out() -> None:
    """Behind the beginning, by which a file is known to be text, anything may stand."""
    content = ("a line of text\n" * 500 + "Chimney\x00 sweeping \u202eis\u200b free").encode()
    assert sniff(content) == PLAIN_TEXT
    assert text_of(content, PLAIN_TEXT, "a.txt").splitlines()[-1] == "Chimney sweeping is free"


def test_signs_of_markdown_are_no_words_and_plain_text_stays_as_it_is() -> None:
    assert readable(MARKDOWN["en"], "a.MD").splitlines()[0] == "Firewood"
    assert "Stoves: paid for by the county." in readable(MARKDOWN["en"], "a.md")
    assert readable("| a | b |\n|---|---|\n3. **c**", "a.md") == "| a | b |\n\n3. c"
    assert readable("# 7 **x**", "a.txt") == "# 7 **x**"
    assert len(readable("x" * 50_000, "a.txt")) == LONGEST_TEXT


def test_a_title_is_the_name_in_words() -> None:
    assert title_of("Firewood_rules 2026.final.pdf") == "Firewood rules 2026.final"
    assert title_of("取暖办法.md") == "取暖办法"
    assert title_of("") == ""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_no_more_of_a_long_text_is_read_than_is_searched(encoding: str, before: str) -> None:
    """Its last letter may be cut in two, and what comes behind is not looked at."""
    words = before + "取暖办法" * (ENOUGH // 4)
    content = words.encode(encoding) + b"\xff\xff\xff"
    assert text_of(content, PLAIN_TEXT, "a.txt") == words[:LONGEST_TEXT]
    assert text_of(content[:ENOUGH], PLAIN_TEXT, "a.txt") == words[:LONGEST_TEXT]
