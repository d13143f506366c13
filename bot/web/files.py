"""Files over HTTP: taken from browsers into the vault, and given to the chats that show them."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.files.names import file_name
from bot.files.types import inline, kind_of, risky
from bot.files.vault import TooLarge, Vault
from bot.web.body import FileBody
from bot.web.channel import Sent
from bot.web.inbox import Inbox
from bot.web.language import Languages
from bot.web.limits import Limit
from bot.web.refusals import Refusal
from bot.web.seats import Seats, network
from bot.web.wire import NUMBER, UUID, answer, decoded, words
from casework.files import File, FileKind, FileState, Kept
from handlers.messages import Attached
from storage.codec import Codec
from storage.store import Store

log = logging.getLogger(__name__)

AT_ONCE: Final = 3
"""Files that one person may be sending at the same time."""

_FILE: Final = Codec(File)
_SMALL: Final = "image/jpeg"
_UNKNOWN: Final = "application/octet-stream"
_SOUNDING: Final = frozenset({FileKind.VOICE, FileKind.VIDEO})


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a browser says of a file: its name of the message, the words that go with it, and what the file is called.

    `seconds` is how long a voice message is that was recorded on the page. Files with the same `album` are sent as one.
    """

    id: Annotated[str, msgspec.Meta(pattern=UUID)]
    caption: str = ""
    name: str = ""
    seconds: Annotated[int, msgspec.Meta(ge=0, le=3600)] = 0
    album: Annotated[str, msgspec.Meta(pattern=f"^$|{UUID}")] = ""


class Files:
    """The routes of files, for every seat."""

    def __init__(
        self,
        *,
        store: Store,
        vault: Vault,
        seats: Seats,
        inbox: Inbox,
        languages: Languages,
        monotonic: Callable[[], float],
    ) -> None:
        self._store = store
        self._vault = vault
        self._seats = seats
        self._inbox = inbox
        self._languages = languages
        self._monotonic = monotonic
        self._by_person = Limit(10, 20)
        self._by_network = Limit(60, 60)
        self._coming: Counter[str] = Counter()

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/chat/{seat}/files", self.take, methods=["POST"]),
            Route("/chat/{seat}/files/{file}", self.give),
        ]

    async def take(self, request: Request) -> Response:
        """Take a file that the person sends: kept safe before it is answered, and once however often it comes."""
        address, session = await self._seats.who(request)
        now = self._monotonic()
        wait = self._by_person.take(address, now) or self._by_network.take(network(request), now)
        if wait or self._coming[address] >= AT_ONCE:
            raise Refusal(429, "web-error-fast", wait=wait or 5)
        self._coming[address] += 1
        try:
            sent = await self._receive(address, request)
        finally:
            self._coming[address] -= 1
            self._coming += Counter()  # Forgets those who send nothing any more.
        await self._inbox.store(sent)
        await self._seats.used(session)
        return answer({}, 202)

    async def give(self, request: Request) -> Response:
        """Answer with a file that a message of the chat shows; with `small=1` a picture's smaller copy, if it has one.

        What our own look at its bytes did not find to be a picture, a sound or a film is only ever an attachment.
        """
        address, _ = await self._seats.who(request)
        file = await self._shown(address, request.path_params["file"])
        try:
            small = await self._vault.thumbnail(file.digest) if "small" in request.query_params else None
            path = small or self._vault.path(file.digest)
            await asyncio.to_thread(path.stat)
        except FileNotFoundError:
            log.error("a file that was kept is missing")
            raise Refusal(404, "web-error-missing") from None
        return _response(request, file, path, small=small is not None)

    async def _receive(self, address: str, request: Request) -> Sent:
        """Bring a file into the vault, and return what there is to say of it. Raises Refusal."""
        body = FileBody(request)
        about = decoded(await body.about(), About)
        caption = words(about.caption)
        try:
            kept = await self._vault.keep(body)
        except TooLarge:
            await body.drain()
            raise Refusal(413, "web-error-file-large") from None
        file = _attached(about, kept)
        language = self._languages.of(request)
        return Sent(address, "media", about.id, language, text=caption, files=(file,), album=about.album)

    async def _shown(self, chat: str, id_: str) -> File:
        """Return a kept file that a message of the chat shows. Raises the same Refusal for all others."""
        if NUMBER.fullmatch(id_):
            async with self._store.reading() as session:
                rows = await session.rows("file_of_chat", chat=chat, id=int(id_))
            files = [file for file in map(_FILE.decode, rows) if file.state is FileState.KEPT]
            if files:
                return files[0]
        raise Refusal(404, "web-error-missing")


def _attached(about: About, kept: Kept) -> Attached:
    """Return a file as it came. What was recorded on the page is a voice message, though in a film's container."""
    kind = kind_of(kept.mime)
    spoken = about.seconds > 0 and kind in _SOUNDING
    return Attached(
        kind=FileKind.VOICE if spoken else kind,
        name=file_name(about.name, kept.mime) if about.name else "",
        mime=kept.mime.replace("video/", "audio/") if spoken else kept.mime,
        size=kept.size,
        seconds=about.seconds if spoken else 0,
        digest=kept.digest,
    )


def _response(request: Request, file: File, path: Path, *, small: bool) -> Response:
    # The rights are asked again each time; only the bytes need not come twice.
    tag = f'"{file.digest}{"-small" if small else ""}"'
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "ETag": tag,
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    mime = _UNKNOWN if risky(file.name, file.mime) else file.mime
    return FileResponse(
        path,
        headers=headers,
        media_type=_SMALL if small else mime,
        filename=file_name(file.name, file.mime),
        content_disposition_type="inline" if small or inline(file.name, file.mime) else "attachment",
    )
