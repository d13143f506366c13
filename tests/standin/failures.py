"""Failures that a test asks for: what the next calls of a method get instead of their answer."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

import msgspec
from aiohttp import web

How = Literal["400", "403", "429", "500", "502", "reset", "stall", "half", "not json"]
_UNSEEN = frozenset({"reset", "stall", "half"})
PASSING: tuple[How, ...] = ("429", "500", "502", "reset", "stall", "half", "not json")

_TEXTS = {
    "400": "Bad Request: scripted",
    "403": "Forbidden: bot was blocked by the user",
    "429": "Too Many Requests: retry after {}",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
}


@dataclass(frozen=True)
class Failure:
    """One failure.

    `applied`: the call takes effect and only its answer is lost. `seconds`: how long a 429 or a stall lasts.
    """

    how: How
    applied: bool = False
    seconds: float = 1
    description: str | None = None
    chat: int | None = None


@dataclass
class Weather:
    """Failures at random: of a `share` (0 to 1) of all calls, each in one of the ways that pass."""

    rng: Random
    share: float
    counts: Counter[str] = field(default_factory=Counter)

    def next(self) -> Failure | None:
        """The failure for a call that came in, if it is one of those."""
        if self.rng.random() >= self.share:
            return None
        how: How = self.rng.choice(PASSING)
        self.counts[how] += 1
        # Of a reset, a stall and half an answer it can't be seen whether the call took effect.
        applied = how in _UNSEEN and self.rng.random() < 0.5
        return Failure(how, applied=applied, seconds=1 if how == "429" else 0.05)


@dataclass
class Script:
    """The failures still to come, by method; "*" stands for any."""

    _coming: dict[str, deque[Failure]] = field(default_factory=dict)

    def add(self, method: str, failure: Failure, times: int) -> None:
        """Let the next `times` calls fail."""
        self._coming.setdefault(method, deque()).extend([failure] * times)

    def next(self, method: str, chat: Any) -> Failure | None:
        """The failure for a call that came in, if one is due."""
        for name in (method, "*"):
            for failure in self._coming.get(name, ()):
                if failure.chat in (None, chat):
                    self._coming[name].remove(failure)
                    return failure
        return None

    def clear(self) -> None:
        """Let everything succeed again."""
        self._coming.clear()


async def answer(failure: Failure, request: web.BaseRequest, body: bytes) -> web.StreamResponse:
    """The answer of a failed call. `body` is what would have been answered."""
    match failure.how:
        case "stall":
            await asyncio.sleep(failure.seconds)
            return _dropped(request)
        case "reset":
            return _dropped(request)
        case "half":
            response = web.StreamResponse(headers={"Content-Type": "application/json"})
            response.content_length = len(body)
            await response.prepare(request)
            await response.write(body[: len(body) // 2])
            if request.transport is not None:
                request.transport.close()
            return response
        case "not json":
            return web.Response(text="<html>Welcome to the hotel's network</html>", content_type="text/html")
        case "502":
            return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
        case code:
            text = failure.description or _TEXTS[code].format(int(failure.seconds))
            content: dict[str, Any] = {"ok": False, "error_code": int(code), "description": text}
            if code == "429":
                content["parameters"] = {"retry_after": int(failure.seconds)}
            return json_response(content, int(code))


def json_response(content: Any, status: int = 200) -> web.Response:
    """An answer in JSON."""
    body = content if isinstance(content, bytes) else msgspec.json.encode(content)
    return web.Response(body=body, status=status, content_type="application/json")


def _dropped(request: web.BaseRequest) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
