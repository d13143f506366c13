"""Messages with files go out: by what Telegram has already, by their bytes, as documents, or in the end as words."""

import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from casework.files import FileKind
from handlers.messages import Button, Enclosed, Outgoing
from tests.bot.files import samples
from tests.bot.telegram.office import TOKEN, Office, open_office
from tests.standin.failures import How
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")

ANN, BO = 7, 8
YES = ((Button("Yes", "c.yes.1.0"),),)


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        for person in (ANN, BO):
            standin.world.says(person, "Hello")
        yield standin


@pytest.fixture
async def office(database_url: str, telegram: Standin, tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(database_url, telegram, tmp_path / "files") as office:
        office.start(office.sender().run())
        yield office


async def enclosed(
    office: Office, content: bytes, kind: FileKind = FileKind.PHOTO, name: str = "", source: str = ""
) -> Enclosed:
    kept = await office.vault.keep(content)
    return Enclosed(1, kind, name, kept.mime, source, kept.digest)


def to(chat: int, text: str, file: Enclosed, **others: Any) -> Outgoing:
    return Outgoing(f"tg:{chat}", text, file=file, **others)


def contents(telegram: Standin, chat: int) -> list[Any]:
    """Return what the bot's messages show: the kind of their file ("text" for none), and their words."""
    kinds = ("photo", "document", "voice", "audio", "video", "animation", "video_note")
    return [
        (next((kind for kind in kinds if kind in message), "text"), message.get("caption") or message.get("text", ""))
        for message in telegram.world.sent(chat)
    ]


def bytes_of(telegram: Standin, message: Any, kind: str) -> bytes:
    file = message[kind][-1] if kind == "photo" else message[kind]
    return telegram.world.files[file["file_id"]][1]


async def test_a_photo_of_the_vault_is_uploaded_smaller_with_words_and_buttons(
    office: Office, telegram: Standin
) -> None:
    file = await enclosed(office, samples.photo(size=(3000, 2000)), name="灯.jpg")
    await office.say(to(ANN, "灯坏了", file, buttons=YES))
    assert await office.settled() == ["sent"]
    (shown,) = telegram.world.sent(ANN)
    assert contents(telegram, ANN) == [("photo", "灯坏了")]
    assert shown["reply_markup"]["inline_keyboard"][0][0]["text"] == "Yes"
    with Image.open(io.BytesIO(bytes_of(telegram, shown, "photo"))) as sent:
        assert sent.size == (1600, 1067)
    assert await office.refs() == [str(shown["message_id"])]
    assert telegram.violations == []


async def test_what_was_sent_once_goes_by_its_name_the_next_time(
    database_url: str, telegram: Standin, tmp_path: Path
) -> None:
    async with open_office(database_url, telegram, tmp_path / "files") as office:
        office.start(office.sender().run())
        file = await enclosed(office, b"%PDF-1.7", FileKind.DOCUMENT, "答复.pdf")
        await office.say(to(ANN, "a", file))
        await office.settled()
        await office.say(to(BO, "b", file))
        await office.settled()
    async with open_office(database_url, telegram, tmp_path / "files") as office:
        office.start(office.sender().run())
        await office.say(to(BO, "c", file))
        await office.settled()
    calls = telegram.calls("sendDocument")
    assert [call.params.get("document") for call in calls] == [None, "file1", "file1"]
    assert calls[0].message is not None
    assert calls[0].message["document"]["file_name"] == "答复.pdf"
    assert bytes_of(telegram, calls[0].message, "document") == b"%PDF-1.7"
    assert telegram.violations == []


async def test_a_photo_that_telegram_has_is_not_uploaded(office: Office, telegram: Standin) -> None:
    photo = telegram.world.sends_photo(BO, b"jpeg")["photo"][-1]["file_id"]
    await office.say(to(ANN, "a", Enclosed(1, FileKind.PHOTO, source=f"tg:photo:{photo}")))
    assert await office.settled() == ["sent"]
    assert contents(telegram, ANN) == [("photo", "a")]
    assert telegram.calls("sendPhoto")[0].params["photo"] == photo


@pytest.mark.parametrize("kind", ["voice", "audio", "video", "animation", "video_note"])
async def test_everything_that_telegram_took_for_something_is_shown_as_that(
    office: Office, telegram: Standin, kind: str
) -> None:
    file_id = telegram.world.sends_media(BO, kind, b"sound")[kind]["file_id"]
    await office.say(to(ANN, "a", Enclosed(1, FileKind.VIDEO, source=f"tg:{kind}:{file_id}")))
    await office.settled()
    shown = [(kind, ""), ("text", "a")] if kind == "video_note" else [(kind, "a")]
    assert contents(telegram, ANN) == shown
    assert telegram.violations == []


async def test_a_name_that_telegram_does_not_know_any_more_is_replaced_by_the_bytes(
    office: Office, telegram: Standin
) -> None:
    file = await enclosed(office, samples.photo(), source="tg:photo:of-another-bot")
    await office.say(to(ANN, "a", file))
    await office.say(to(ANN, "b", file))
    assert await office.settled() == ["sent", "sent"]
    assert contents(telegram, ANN) == [("photo", "a"), ("photo", "b")]
    assert len(telegram.world.files) == 1


async def test_a_remembered_name_that_is_refused_is_replaced_by_the_bytes(office: Office, telegram: Standin) -> None:
    file = await enclosed(office, b"%PDF-1.7", FileKind.DOCUMENT)
    async with office.store.database.transaction() as session:
        await session.write("sent_file_keep", [{"digest": file.digest, "field": "document", "file_id": "old"}])
    await office.say(to(ANN, "a", file))
    assert await office.settled() == ["sent"]
    assert contents(telegram, ANN) == [("document", "a")]
    assert [tuple(row) for row in await office._rows("select file_id from sent_files")] == [("file1",)]


async def test_a_picture_that_is_too_long_for_a_photo_goes_as_a_document(office: Office, telegram: Standin) -> None:
    await office.say(to(ANN, "a", await enclosed(office, samples.photo("PNG", size=(30, 900)), name="长.png")))
    assert await office.settled() == ["sent"]
    assert contents(telegram, ANN) == [("document", "a")]
    assert telegram.world.sent(ANN)[0]["document"]["file_name"] == "长.png"
    assert telegram.violations == []


async def test_the_words_are_not_lost_with_the_file(office: Office, telegram: Standin) -> None:
    gone = Enclosed(1, FileKind.DOCUMENT, "a.pdf", "application/pdf", digest="ab" * 32)
    unknown = Enclosed(1, FileKind.VOICE, source="tg:voice:of-another-bot")
    await office.say(to(ANN, "a", gone, buttons=YES), to(ANN, "b", unknown), to(ANN, "", unknown), to(ANN, "", gone))
    assert await office.settled() == ["sent", "sent", "failed", "failed"]
    assert contents(telegram, ANN) == [("text", "a"), ("text", "b")]
    assert "reply_markup" in telegram.world.sent(ANN)[0]


async def test_a_picture_that_nobody_can_open_is_passed_on_as_it_is(office: Office, telegram: Standin) -> None:
    file = await enclosed(office, samples.photo(size=(600, 400))[:900], name="灯.jpg")
    await office.say(to(ANN, "a", file))
    await office.settled()
    assert contents(telegram, ANN) == [("document", "a")]


@pytest.mark.parametrize("how", ["429", "500", "502", "reset", "half", "not json"])
async def test_an_upload_that_fails_is_tried_again(office: Office, telegram: Standin, how: How) -> None:
    telegram.fail("sendPhoto", how)
    await office.say(to(ANN, "a", await enclosed(office, samples.photo())), Outgoing(f"tg:{ANN}", "b"))
    assert await office.settled() == ["sent", "sent"]
    assert contents(telegram, ANN) == [("photo", "a"), ("text", "b")]


async def test_an_upload_whose_answer_is_lost_is_sent_twice_at_most(office: Office, telegram: Standin) -> None:
    telegram.fail("sendPhoto", "reset", 5, applied=True)
    await office.say(to(ANN, "a", await enclosed(office, samples.photo())))
    assert await office.settled() == ["failed"]
    assert contents(telegram, ANN) == [("photo", "a")] * 2


async def test_an_upload_to_somebody_who_is_gone_is_not_tried_in_other_ways(office: Office, telegram: Standin) -> None:
    telegram.world.meets_bot(ANN, "kicked")
    await office.say(to(ANN, "a", await enclosed(office, samples.photo())))
    assert await office.settled() == ["unreachable"]
    assert telegram.counts["sendPhoto"] == 1
    assert telegram.counts["sendDocument"] == telegram.counts["sendMessage"] == 0


async def test_a_large_document_goes_out_whole(office: Office, telegram: Standin) -> None:
    content = b"%PDF-1.7" + bytes(range(256)) * 60_000
    await office.say(to(ANN, "a", await enclosed(office, content, FileKind.DOCUMENT, "大.pdf")))
    assert await office.settled(30) == ["sent"]
    assert bytes_of(telegram, telegram.world.sent(ANN)[0], "document") == content


async def test_a_dangerous_name_makes_no_header(office: Office, telegram: Standin) -> None:
    name = 'a"\r\nX-Evil: 1\u202egpj.exe'
    await office.say(to(ANN, "a", await enclosed(office, b"MZ\0", FileKind.PHOTO, name)))
    await office.settled()
    assert telegram.world.sent(ANN)[0]["document"]["file_name"] == "a_X-Evil_ 1gpj.exe"
