"""A person's own data: what the copy holds, and what erasing leaves, over both databases and a real folder of files."""

import io
import json
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.files.vault import Vault
from bot.owndata.works import own_works
from casework.actions.owndata import ERASE, EXPORT
from casework.broadcasts.subscriptions import Subscription, Topic
from casework.conversations import Conversation, Message
from casework.files import File, FileKind, FileState
from casework.joining import Joining, Supporter, supporter_key
from casework.kinds import PetitionKind
from casework.people import Address, Person
from casework.petitions import Case, Draft, DraftState, Event, Naming, Petition, State
from casework.replacing import replace
from casework.trail import LINES_ERASED
from casework.unit_of_work import Row, Rules
from storage.dialects import Write
from storage.store import Store
from storage.verifying import Verifying
from tests.bot.plain import NOW, StandingClock
from tests.casework.service import CALENDAR
from tests.storage.raw import every, select

ANN, BEN, CHAT = 501, 502, "tg:7"
WORDS = "我叫王小明，电话13800138000。路坏了。"
SECRETS = ("王小明", "13800138000")


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await Store.open(database_url, Rules(CALENDAR, secret=b"s" * 32), Random(1))
    yield store
    await store.close()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files")


async def put(store: Store, *rows: Row) -> None:
    async with store.turn(NOW) as uow:
        for row in rows:
            uow.put(row)


async def a_petition(store: Store, vault: Vault, *, state: State = State.WORKING) -> File:
    kept = await vault.keep(b"a letter")
    photo = File(
        601, ANN, FileKind.DOCUMENT, 1, NOW, name="信.txt", mime=kept.mime, size=kept.size, digest=kept.digest,
        state=FileState.KEPT, petition_id=511,
    )  # fmt: skip
    await put(
        store,
        Person(ANN, "王小明", "zh", CHAT, NOW, phone="13800138000"),
        Address(CHAT, ANN),
        Person(BEN, "", "zh", "tg:8", NOW),
        Address("tg:8", BEN),
        Petition(511, "260302-0000001", ANN, WORDS, "zh", NOW, "d1", naming=Naming.INTAKE, name="王小明"),
        Case(
            521, 511, "260302-0000001", 1, ANN, "roads", 1, "/1/", "", WORDS, NOW, NOW, NOW, state=state,
            kind=PetitionKind.REQUEST,
        ),
        Event(531, 521, NOW, ANN, "resident", "added", {"words": "再打13800138000"}),
        Draft(541, ANN, f"{CHAT}|{CHAT}", "还没交的话", NOW, NOW),
        Conversation(f"{CHAT}|{CHAT}", ANN),
        photo,
        File(602, ANN, FileKind.PHOTO, 1, NOW, digest="0" * 64, state=FileState.KEPT, draft_id=541),
        Subscription("501:policy:1", ANN, Topic.POLICY, 1, NOW),
        Subscription("502:policy:1", BEN, Topic.POLICY, 1, NOW),
    )  # fmt: skip
    sent = {
        "id": 554, "channel": "tg", "chat": "tg:8", "method": "sendMessage", "params": WORDS, "message_id": 552,
        "person_id": BEN, "card": "", "edit": 0, "priority": 1, "created_at": 0, "upload": "", "broadcast_id": None,
    }  # fmt: skip
    async with store.database.transaction() as session:
        await session.write_all([Write("outbox_insert", [sent])])
    await store.database.script("update outbox set state = 'sent'")
    async with store.batch() as batch:
        batch.put(Message(551, CHAT, True, NOW, WORDS))
        batch.put(Message(552, "tg:8", False, NOW, f"居民说：{WORDS}", case_id=521))
        batch.put(Message(553, "tg:8", True, NOW, "别人的话"))
        batch.join()
    return photo


async def do(store: Store, vault: Vault, kind: str) -> None:
    verb = await own_works(store, vault, StandingClock(NOW))[kind].do(ANN)
    async with store.turn(NOW) as uow:
        await verb(uow)


async def everything(store: Store, *kinds: type) -> str:
    async with store.reading() as session:
        return "\n".join(map(str, await every(session, kinds)))


async def test_a_copy_holds_words_answers_and_files_and_nothing_of_others(store: Store, vault: Vault) -> None:
    await a_petition(store, vault)
    await do(store, vault, EXPORT)
    async with store.reading() as session:
        (copy,) = [file for file in await every(session, [File]) if file.name == "doorstep.zip"]
    assert (copy.person_id, copy.case_id, copy.petition_id, copy.state) == (ANN, None, None, FileState.KEPT)
    with vault.open(copy.digest) as content, zipfile.ZipFile(io.BytesIO(content.read())) as packed:
        text = packed.read("doorstep.txt").decode()
        data = json.loads(packed.read("doorstep.json"))
        (letter,) = [name for name in packed.namelist() if name.startswith("files/")]
        assert packed.read(letter) == b"a letter"
    assert WORDS in text
    assert "别人的话" not in text
    assert [each["number"] for each in data["petitions"]] == ["260302-0000001"]
    assert data["events"][0]["data"] == {"words": "再打13800138000"}
    assert data["drafts"][0]["text"] == "还没交的话"
    assert "digest" not in data["files"][0]
    assert [(each["topic"], each["area_id"]) for each in data["subscriptions"]] == [("policy", 1)]


async def test_whoever_erases_their_data_hears_no_news_and_stands_in_no_list_of_who_was_told(
    store: Store, vault: Vault
) -> None:
    await a_petition(store, vault)
    async with store.database.transaction() as session:
        await session.write("told_insert", [{"thing": "policy:1", "person_id": each} for each in (ANN, BEN)])
    await do(store, vault, ERASE)
    async with store.reading() as session:
        assert [each.person_id for each in await every(session, [Subscription])] == [BEN]
        assert [tuple(row) for row in await select(session, "select person_id from told")] == [(BEN,)]


async def test_erasing_while_a_case_runs_leaves_the_way_to_its_person(store: Store, vault: Vault) -> None:
    await a_petition(store, vault)
    await do(store, vault, ERASE)
    left = await everything(store, Event, Message)
    assert not any(secret in left for secret in SECRETS)
    async with store.reading() as session:
        assert await select(session, "select params from outbox") == []
    assert "别人的话" in left
    async with store.reading() as session:
        assert [file.id for file in await every(session, [File])] == [601]
        (draft,) = await every(session, [Draft])
        assert (draft.text, draft.state) == ("", DraftState.DROPPED)
        assert {address.person_id for address in await every(session, [Address])} == {ANN, BEN}
        assert len(await every(session, [Conversation])) == 1


async def test_erasing_leaves_the_trail_whole_and_says_which_lines_have_lost_their_words(
    store: Store, vault: Vault
) -> None:
    await a_petition(store, vault)
    await do(store, vault, ERASE)
    await do(store, vault, ERASE)
    assert [flaw async for flaw in Verifying(store.database).flaws()] == []
    async with store.reading() as session:
        added, noted = sorted(await every(session, [Event]), key=lambda each: each.position)
    assert (added.salt, added.position, noted.position) == ("", 1, 2)
    assert (noted.kind, noted.data, noted.public) == (LINES_ERASED, {"lines": [531]}, False)


async def test_erasing_after_the_last_case_forgets_the_address(store: Store, vault: Vault) -> None:
    await a_petition(store, vault, state=State.CLOSED)
    await do(store, vault, ERASE)
    await do(store, vault, ERASE)
    async with store.reading() as session:
        assert {address.key: address.person_id for address in await every(session, [Address])} == {CHAT: 0, "tg:8": BEN}
        (ann,) = [person for person in await every(session, [Person]) if person.id == ANN]
        assert ann.home == ""
        assert await every(session, [Conversation]) == []


async def test_what_is_said_after_erasing_was_asked_for_is_a_new_matter(store: Store, vault: Vault) -> None:
    await a_petition(store, vault, state=State.CLOSED)
    soon = NOW + timedelta(seconds=1)
    async with store.turn(NOW) as uow:
        ann = await uow.get(Person, ANN)
        assert ann is not None
        uow.put(replace(ann, erased_at=NOW))
    await put(
        store,
        Draft(542, ANN, f"{CHAT}|{CHAT}", "桥上的灯不亮", soon, soon),
        File(603, ANN, FileKind.PHOTO, 1, soon, digest="1" * 64, state=FileState.KEPT, draft_id=542),
        Subscription("501:survey:1", ANN, Topic.SURVEY, 1, soon),
    )
    async with store.batch() as batch:
        batch.put(Message(555, CHAT, True, soon, "桥上的灯不亮"))
        batch.join()
    await do(store, vault, ERASE)
    async with store.reading() as session:
        assert [each.text for each in await every(session, [Draft])] == ["", "桥上的灯不亮"]
        assert [each.id for each in await every(session, [Message]) if each.chat == CHAT] == [555]
        assert [each.id for each in await every(session, [File])] == [601, 603]
        assert [each.topic for each in await every(session, [Subscription]) if each.person_id == ANN] == ["survey"]
        assert len(await every(session, [Conversation])) == 1
        assert {address.person_id for address in await every(session, [Address])} == {ANN, BEN}


async def test_what_still_waits_to_be_shown_to_others_is_masked_as_the_history_is(store: Store, vault: Vault) -> None:
    await a_petition(store, vault)
    call = f'{{"chat_id":13800138000,"text":"{WORDS}"}}'
    await store.database.script(f"update outbox set state = 'pending', params = '{call}'")
    await do(store, vault, ERASE)
    async with store.reading() as session:
        ((params,),) = await select(session, "select params from outbox")
    shown = json.loads(params)
    assert shown["chat_id"] == 13800138000
    assert not any(secret in shown["text"] for secret in SECRETS)


@pytest.mark.parametrize(("erased", "kept"), [(NOW, False), (NOW - timedelta(hours=1), True)])
async def test_a_copy_that_comes_after_erasing_is_handed_to_nobody(
    store: Store, vault: Vault, erased: datetime, kept: bool
) -> None:
    await a_petition(store, vault)
    export = await own_works(store, vault, StandingClock(NOW))[EXPORT].do(ANN)
    async with store.turn(NOW) as uow:
        ann = await uow.get(Person, ANN)
        assert ann is not None
        uow.put(replace(ann, exported_at=NOW - timedelta(minutes=1), erased_at=erased))
    async with store.turn(NOW) as uow:
        await export(uow)
        assert bool(uow.notices) is kept
    async with store.reading() as session:
        assert ("doorstep.zip" in {each.name for each in await every(session, [File])}) is kept


async def test_what_somebody_has_said_in_a_case_that_they_joined_is_masked_too(store: Store, vault: Vault) -> None:
    await a_petition(store, vault)
    bens = Case(
        522, 511, "260302-0000001", 2, BEN, "roads", 1, "/1/", "", "别人的路", NOW, NOW, NOW, kind=PetitionKind.REQUEST
    )
    await put(
        store,
        bens,
        Supporter(supporter_key(522, ANN), 522, ANN, Joining.JOINED, NOW),
        Event(532, 522, NOW, ANN, "supporter", "supporter_added", {"words": "找我13800138000"}, public=False),
        Event(533, 522, NOW, BEN, "resident", "added", {"words": "找我13900139000"}),
    )
    await do(store, vault, ERASE)
    async with store.reading() as session:
        said = {each.id: each.data for each in await every(session, [Event]) if each.case_id == 522}
    assert "13800138000" not in said[532]["words"]
    assert said[533]["words"] == "找我13900139000"
    assert [flaw async for flaw in Verifying(store.database).flaws()] == []
