"""Bodies of posts: words as a whole, and files as they come.

What is too large is read to its end all the same, so that the answer is heard.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from starlette.requests import Request

from bot.web.refusals import Refusal

_LARGEST_BODY: Final = 256 * 1024
_DRAINED: Final = 4 * 1024 * 1024
_BODY_SECONDS: Final = 20

_LONGEST_LINE: Final = 128 * 1024
"""Bytes of the line that stands before a file."""

_DRAINED_FILE: Final = 64 * 1024 * 1024
_STALLED_SECONDS: Final = 30
_FILE_SECONDS: Final = 1800
"""20 MB over the slowest lines that villages have."""


async def read_body(request: Request) -> bytes:
    """Return the body of a post of words. Raises Refusal where it is too large or too slow."""
    body = bytearray()
    size = 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > _DRAINED:
                    break
                if size <= _LARGEST_BODY:
                    body += chunk
    except TimeoutError:
        raise Refusal(408, "web-failed") from None
    if size > _LARGEST_BODY:
        raise Refusal(413, "web-error-long")
    return bytes(body)


class FileBody:
    """The body of a post that brings a file: a line of JSON about it, then its bytes.

    Iterating yields what comes after the line, once `about` has been read, and raises Refusal where that is nothing.
    Every step raises Refusal where no more comes for a while, or all of it takes too long, and ClientDisconnect where
    the browser has gone.
    """

    def __init__(self, request: Request) -> None:
        self._stream = aiter(request.stream())
        self._ends_at = asyncio.get_running_loop().time() + _FILE_SECONDS
        self._read = b""
        self.size = 0
        """Bytes of the file that have come so far."""

    async def about(self) -> bytes:
        """Return the line, without its end. Raises Refusal where there is none."""
        while b"\n" not in self._read:
            piece = await self._next()
            if not piece or len(self._read) > _LONGEST_LINE:
                raise Refusal(400, "web-error-request")
            self._read += piece
        line, _, self._read = self._read.partition(b"\n")
        return line

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Return this: it is read once."""
        return self

    async def __anext__(self) -> bytes:
        """Return the next bytes of the file."""
        piece, self._read = self._read or await self._next(), b""
        if not piece:
            if not self.size:
                raise Refusal(400, "web-error-file-empty")
            raise StopAsyncIteration
        self.size += len(piece)
        return piece

    async def drain(self) -> None:
        """Read what is left of a file that is not taken, within reason."""
        async for _ in self:
            if self.size > _DRAINED_FILE:
                return

    async def _next(self) -> bytes:
        """Return the next bytes of the body; none at its end."""
        try:
            now = asyncio.get_running_loop().time()
            async with asyncio.timeout_at(min(now + _STALLED_SECONDS, self._ends_at)):
                async for piece in self._stream:
                    if piece:
                        return piece
        except TimeoutError:
            raise Refusal(408, "web-failed") from None
        return b""
