"""Files that people send arrive once, without traces; only those see them to whom a message shows them."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from email.message import Message as Headers
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest

from bot.web.channel import Sent
from casework.conversations import Message
from casework.files import LARGEST, File, FileKind, FileState
from storage.codec import Codec
from tests.bot.web.samples import HTML, PDF, PROGRAM, SVG, VOICE, WEBM, photo, size_of, takes_files, tells_where
from tests.bot.web.service import Answer, Browser, WebService
from tests.handlers.dialogue import MONDAY
from tests.patience import PATIENCE

__all__ = ["takes_files"]

pytestmark = pytest.mark.usefixtures("takes_files")

DIGEST = "a" * 64


@pytest.fixture
async def idle(tmp_path: Path) -> AsyncIterator[WebService]:
    """Give a service that stores what comes and leaves it there."""
    async with WebService.running(f"sqlite:///{tmp_path / 'idle.db'}", work=False) as service:
        yield service


async def sent(browser: Browser, content: bytes, **about: Any) -> dict[str, Any]:
    """Send a file that is taken; return the person's own message of it, as the chat shows it then."""
    client = str(uuid.uuid4())
    assert await browser.sends(content, id=client, **about) == (202, {})
    async with asyncio.timeout(PATIENCE):
        while True:
            for message in (await browser.history())["messages"]:
                if message["client"] == client:
                    found: dict[str, Any] = message
                    return found
            await asyncio.sleep(0.02)


async def stored(service: WebService) -> list[Sent]:
    return [msgspec.json.decode(body, type=Sent) for body in await service.waiting()]


def disposition(answer: Answer) -> tuple[str, str]:
    """Return how a browser is to show an answer, and under which name it is saved."""
    headers = Headers()
    headers["Content-Disposition"] = answer.headers["Content-Disposition"]
    return headers.get_content_disposition() or "", headers.get_filename() or ""


async def test_a_photo_is_shown_to_whoever_sent_it_without_the_place(service: WebService) -> None:
    ann = await service.browser()
    original = photo()
    assert tells_where(original)
    message = await sent(ann, original, name="IMG_1.jpg", caption="The channel has caved in")
    assert (message["mine"], message["text"]) == (True, "The channel has caved in")
    file = message["file"]
    answer = await ann.file(file["id"])
    assert file == {
        "id": file["id"],
        "kind": "photo",
        "name": "IMG_1.jpg",
        "size": len(answer.body),
        "seconds": 0,
        "state": "kept",
    }
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert disposition(answer) == ("inline", "IMG_1.jpg")
    assert not tells_where(answer.body)
    small = await ann.file(file["id"], query="?small=1")
    assert (small.status, small.headers["Content-Type"]) == (200, "image/jpeg")
    assert not tells_where(small.body)


async def test_the_smaller_copy_is_smaller(service: WebService) -> None:
    ann = await service.browser()
    message = await sent(ann, photo(4000, 3000, "PNG"), name="wall.png")
    whole = await ann.file(message["file"]["id"])
    small = await ann.file(message["file"]["id"], query="?small=1")
    assert size_of(whole.body) == (4000, 3000)
    assert max(size_of(small.body)) <= 1600
    assert (whole.headers["Content-Type"], small.headers["Content-Type"]) == ("image/png", "image/jpeg")
    assert whole.headers["ETag"] != small.headers["ETag"]


async def test_what_has_no_smaller_copy_comes_whole(service: WebService) -> None:
    ann = await service.browser()
    message = await sent(ann, PDF, name="contract.pdf")
    assert (await ann.file(message["file"]["id"], query="?small=1")).body == PDF


async def test_a_voice_message_plays_from_any_place(service: WebService) -> None:
    ann = await service.browser()
    message = await sent(ann, VOICE, seconds=7)
    file = message["file"]
    assert (file["kind"], file["seconds"], file["name"]) == ("voice", 7, "")
    answer = await ann.file(file["id"], Range="bytes=4-7")
    assert (answer.status, answer.body) == (206, VOICE[4:8])
    assert answer.headers["Content-Range"] == f"bytes 4-7/{len(VOICE)}"
    assert (await ann.file(file["id"], Range="bytes=99999-")).status == 416
    assert disposition(answer)[0] == "inline"


async def test_what_was_recorded_is_a_voice_message_whatever_holds_it(service: WebService) -> None:
    ann = await service.browser()
    file = (await sent(ann, WEBM, seconds=3))["file"]
    assert file["kind"] == "voice"
    assert (await ann.file(file["id"])).headers["Content-Type"] == "audio/webm"
    assert (await sent(ann, WEBM, name="yard.webm"))["file"]["kind"] == "video"
    assert (await sent(ann, photo(), seconds=3))["file"]["kind"] == "photo"


async def test_several_files_are_messages_in_order_with_one_album(idle: WebService) -> None:
    ann = await idle.browser()
    album = str(uuid.uuid4())
    for number in range(3):
        status, _ = await ann.sends(photo(100, 50 + number), caption="" if number else "All three", album=album)
        assert status == 202
    rows = await stored(idle)
    assert [row.text for row in rows] == ["All three", "", ""]
    assert {row.album for row in rows} == {album}
    assert all(row.files[0].kind is FileKind.PHOTO for row in rows)
    assert len({row.files[0].digest for row in rows}) == 3


async def test_the_whole_is_kept_before_it_is_answered(idle: WebService) -> None:
    ann = await idle.browser()
    status, _ = await ann.sends(PDF, name="letter.pdf")
    assert status == 202
    (row,) = await stored(idle)
    (file,) = row.files
    assert idle.vault.path(file.digest).read_bytes() == PDF
    assert (file.name, file.mime, file.size, file.kind) == (
        "letter.pdf",
        "application/pdf",
        len(PDF),
        FileKind.DOCUMENT,
    )


async def test_a_repeat_is_taken_once(service: WebService) -> None:
    ann = await service.browser()
    client = str(uuid.uuid4())
    answers = await asyncio.gather(*(ann.sends(PDF, id=client, name="a.pdf") for _ in range(3)))
    assert answers == [(202, {})] * 3
    await sent(ann, PDF, name="b.pdf")
    assert await ann.sends(PDF, id=client, name="a.pdf") == (202, {})
    await asyncio.sleep(0.3)
    own = [each for each in (await ann.history())["messages"] if each["mine"]]
    assert sorted(each["file"]["name"] for each in own) == ["a.pdf", "b.pdf"]
    assert len(service.kept()) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.pdf", "a.pdf"),
        ("a\r\nSet-Cookie: x=y.pdf", "aSet-Cookie_ x=y.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("\u0000", "file.pdf"),
        ('";filename="x.html', "_filename=_x.html"),
        ("渠道.pdf", "渠道.pdf"),
        ("..", "file.pdf"),
        ("x" * 500 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
async def test_a_name_is_only_a_name(service: WebService, name: str, kept: str) -> None:
    ann = await service.browser()
    message = await sent(ann, PDF, name=name)
    answer = await ann.file(message["file"]["id"])
    assert message["file"]["name"] == kept
    assert disposition(answer) == ("attachment", kept)
    assert "Set-Cookie" not in answer.headers
    assert answer.body == PDF


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (HTML, "page.html"),
        (HTML, "photo.jpg"),
        (SVG, "drawing.svg"),
        (SVG, "photo.png"),
        (PROGRAM, "setup.exe"),
        (PROGRAM, "voice.ogg"),
        (b"alert(1)", "x.js"),
        (photo(), "photo.html"),
        (b"GIF89a/*" + HTML, "a.gif"),
    ],
)
async def test_what_may_do_harm_is_only_ever_an_attachment(service: WebService, content: bytes, name: str) -> None:
    ann = await service.browser()
    file = (await sent(ann, content, name=name, seconds=5))["file"]
    answer = await ann.file(file["id"])
    assert answer.status == 200
    assert disposition(answer)[0] == "attachment"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert file["kind"] != "voice"


async def test_nobody_gets_what_no_message_of_theirs_shows(service: WebService, subtests: pytest.Subtests) -> None:
    ann, bob = await service.browser(), await service.browser()
    file = (await sent(ann, photo()))["file"]
    await sent(bob, PDF)
    digest = service.kept()[0].name
    for id_ in (file["id"], file["id"] + 1, 0, -1, "x", DIGEST, digest, "9" * 18, "9" * 40, "..%2f1", f"{file['id']}x"):
        for query in ("", "?small=1"):
            with subtests.test(id=id_, query=query):
                answer = await bob.file(id_, query=query)
                assert answer.status == 404
                assert answer.headers["Content-Type"] == "application/json"
    assert (await service.stranger().file(file["id"])).status == 401
    assert (await bob.file(file["id"], seat="resident")).status == 404
    assert (await ann.file(file["id"])).status == 200


async def test_a_file_on_its_way_is_told_of_once_it_has_come(service: WebService) -> None:
    ann = await service.browser()
    kept = await service.vault.keep(PDF)
    files = [
        File(9001, 1, FileKind.DOCUMENT, 1, MONDAY, name="a.pdf", digest=kept.digest, state=FileState.WANTED),
        File(9002, 1, FileKind.PHOTO, 2, MONDAY, state=FileState.LOST),
        File(9003, 1, FileKind.DOCUMENT, 3, MONDAY, digest=kept.digest, state=FileState.KEPT),
    ]
    address = await ann.address()
    messages = [Message(9100 + at, address, False, MONDAY, "", file_id=file.id) for at, file in enumerate(files)]
    async with service.store.database.transaction() as session:
        await session.write("files_insert", [Codec(File).encode(file) for file in files])
        await session.write("messages_insert", [Codec(Message).encode(message) for message in messages])
    assert [each["file"]["state"] for each in (await ann.history())["messages"]] == ["wanted", "lost", "kept"]
    assert [(await ann.file(file.id)).status for file in files] == [404, 404, 200]
    async with ann.listening(after=9102) as ear:
        # What came between reading the history and listening is told, too.
        assert [(await ear.next("file"))["data"]["id"] for _ in range(2)] == [9002, 9003]
        row = Codec(File).encode(files[0]) | {"state": "kept", "size": len(PDF)}
        async with service.store.database.transaction() as session:
            await session.write("files_update", [row])
        come = await ear.next("file")
        assert come["data"] == {
            "id": 9001,
            "kind": "document",
            "name": "a.pdf",
            "size": len(PDF),
            "seconds": 0,
            "state": "kept",
        }
        assert "id" not in come, "the place in the stream is that of the messages"
        assert await ear.quiet()
    assert (await ann.file(9001)).body == PDF


async def test_a_picture_comes_over_the_line_once_but_the_rights_are_asked_each_time(service: WebService) -> None:
    ann, bob = await service.browser(), await service.browser()
    id_ = (await sent(ann, photo()))["file"]["id"]
    first = await ann.file(id_)
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = await ann.file(id_, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert (await bob.file(id_, If_None_Match=first.headers["ETag"])).status == 404


async def test_a_kept_file_that_is_missing_is_like_none(service: WebService, caplog: pytest.LogCaptureFixture) -> None:
    ann = await service.browser()
    id_ = (await sent(ann, photo(), name="IMG_secret.jpg"))["file"]["id"]
    for path in service.kept():
        path.unlink()
    assert [(await ann.file(id_, query=query)).status for query in ("", "?small=1")] == [404, 404]
    assert "missing" in caplog.text
    assert "secret" not in caplog.text


async def test_what_is_too_large_is_said_and_leaves_nothing(idle: WebService) -> None:
    ann = await idle.browser()
    for extra in (1, 8 * 1024 * 1024):
        status, said = await ann.sends(bytes(LARGEST + extra), headers={"Accept-Language": "en"})
        assert (status, said["error"]) == (
            413,
            "That's too large; we can take 20 MB. Send a shorter video, or a photo instead.",
        )
    assert (await ann.sends(bytes(LARGEST)))[0] == 202
    assert len(idle.kept()) == len(await stored(idle)) == 1


BROKEN: list[tuple[bytes, int]] = [
    (b"", 400),
    (b"\n", 400),
    (b"{}\n" + PDF, 400),
    (b'{"id": "x"}\n' + PDF, 400),
    (PDF, 400),
    (b'{"id": "%s"}' % str(uuid.uuid4()).encode(), 400),
    (b'{"id": "%s"}\n' % str(uuid.uuid4()).encode(), 400),
    (b'{"id": "%s", "digest": "%s"}\n' % (str(uuid.uuid4()).encode(), DIGEST.encode()) + PDF, 400),
    (b'{"id": "%s", "seconds": -1}\n' % str(uuid.uuid4()).encode() + PDF, 400),
    (b'{"id": "%s", "seconds": 1e9}\n' % str(uuid.uuid4()).encode() + PDF, 400),
    (b'{"id": "%s", "album": "all"}\n' % str(uuid.uuid4()).encode() + PDF, 400),
    (b'{"id": "%s", "caption": "%s"}\n' % (str(uuid.uuid4()).encode(), b"a" * 20_001) + PDF, 413),
    (b"[" * 100_000 + b"\n" + PDF, 400),
    (b"a" * 200_000 + b"\n" + PDF, 400),
]


async def test_what_cannot_be_read_leaves_nothing(idle: WebService, subtests: pytest.Subtests) -> None:
    for body, status in BROKEN:
        with subtests.test(body=body[:60]):
            ann = await idle.browser()
            answer = await ann.sends_body(body)
            assert (answer[0], bool(answer[1]["error"])) == (status, True)
    assert idle.kept() == []
    assert await stored(idle) == []


async def test_an_upload_that_breaks_off_leaves_nothing(idle: WebService) -> None:
    ann = await idle.browser()

    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"id": "%s"}\n' % str(uuid.uuid4()).encode()
        yield bytes(100_000)
        raise ConnectionResetError

    headers = {**ann.headers, "Content-Type": "application/octet-stream", "Content-Length": "5000000"}
    with suppress(aiohttp.ClientError, ConnectionResetError):
        async with ann.http.post("/chat/me/files", data=pieces(), headers=headers):
            pass
    async with asyncio.timeout(PATIENCE):
        while idle.kept():
            await asyncio.sleep(0.02)
    assert await stored(idle) == []
    assert (await ann.sends(PDF))[0] == 202


async def test_who_sends_too_much_at_once_is_told_when_to_go_on(idle: WebService) -> None:
    ann, bob = await idle.browser(), await idle.browser()
    for _ in range(20):
        assert (await ann.sends(PDF))[0] == 202
    assert (await ann.sends(PDF))[0] == 429
    assert (await bob.sends(PDF))[0] == 202
    idle.times.passes(seconds=6)
    assert (await ann.sends(PDF))[0] == 202
    assert (await ann.sends(PDF))[0] == 429


async def test_one_network_sends_so_much_a_minute(idle: WebService) -> None:
    async def all_that_one_may(browser: Browser) -> int:
        return [(await browser.sends(PDF))[0] for _ in range(20)].count(202)

    people = [await idle.browser() for _ in range(6)]
    taken = sum(await asyncio.gather(*map(all_that_one_may, people)))
    assert 60 <= taken < 120, "one a second on top, however slow this machine is"


async def test_an_upload_that_stands_still_is_given_up(idle: WebService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.body._STALLED_SECONDS", 0.2)
    ann = await idle.browser()
    over = asyncio.Event()

    async def stops() -> AsyncIterator[bytes]:
        yield b'{"id": "%s"}\n' % str(uuid.uuid4()).encode()
        yield bytes(100_000)
        await over.wait()

    assert (await ann.sends_body(stops()))[0] == 408
    over.set()
    assert idle.kept() == []
    assert await stored(idle) == []


async def test_one_person_sends_three_files_at_the_same_time_at_most(idle: WebService) -> None:
    ann, bob = await idle.browser(), await idle.browser()
    go = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b'{"id": "%s"}\n' % str(uuid.uuid4()).encode()
        await go.wait()
        yield PDF

    sending = [asyncio.create_task(ann.sends_body(slowly())) for _ in range(3)]
    await asyncio.sleep(0.3)
    assert (await ann.sends(PDF))[0] == 429
    assert (await bob.sends(PDF))[0] == 202
    go.set()
    assert [status for status, _ in await asyncio.gather(*sending)] == [202] * 3
    assert (await ann.sends(PDF))[0] == 202


async def test_a_file_from_elsewhere_is_refused(idle: WebService, subtests: pytest.Subtests) -> None:
    ann = await idle.browser()
    for headers, status in (
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": ""}, 403),
        ({"X-Doorstep": "0"}, 403),
        ({"Content-Type": "multipart/form-data"}, 415),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "image/jpeg"}, 415),
        ({"Host": "evil.example"}, 400),
    ):
        with subtests.test(headers=headers):
            assert (await ann.sends(PDF, headers=headers))[0] == status
    assert (await idle.stranger().sends(PDF))[0] == 401
    assert (await ann.sends(PDF, seat="cadre"))[0] == 404
    assert idle.kept() == []
