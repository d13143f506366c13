"""Random requests to the web chat: what its own page sends, bent and broken in every part."""

import json
import uuid
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from tests.fuzz.generate import TEXTS

METHODS: Final = ("GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")
PATHS: Final = (
    "/", "/chat/me/history", "/chat/me/send", "/chat/me/send", "/chat/me/send", "/chat/me/files", "/chat/me/files/1",
    "/chat/seat-2/send", "/chat/%00/history", "/healthz", "/readyz", "/static/base.css", "/static/../../config.toml",
    "/chat/me/files/" + "9" * 30, "/telegram", "/%ff%fe", "//", "/chat/me/send/more", "/chat/me/history?before=x",
    "/chat/me/history?before=" + "9" * 40, "/?lang=zh", "/?lang=%00",
)  # fmt: skip
HEADERS: Final = (
    ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Host", "elsewhere.example"), ("Host", ""),
    ("X-Doorstep", "0"), ("Content-Type", "text/plain"), ("Content-Type", "multipart/form-data; boundary=x"),
    ("Content-Encoding", "gzip"), ("Accept-Language", "zh;q=x,,;"), ("Accept-Language", "x" * 3000),
    ("Cookie", "doorstep=" + "A" * 43), ("Cookie", "doorstep"), ("Last-Event-ID", "-1"), ("Range", "bytes=5-1"),
    ("If-None-Match", "*"), ("X-Forwarded-For", "1.2.3.4, x"), ("X-Forwarded-For", "'"),
)  # fmt: skip


@dataclass
class Bent:
    """One request. `body` None: there is none."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Requests:
    """A source of requests. `proper` are the headers that the page sends; `shown` are buttons: message and data."""

    def __init__(self, rng: Random, proper: dict[str, str]) -> None:
        self._rng = rng
        self._proper = proper
        self.shown: list[tuple[int, str]] = []

    def next(self) -> Bent:
        """Return the next one: a third as the page would send it, the others bent."""
        if self._rng.random() < 1 / 3:
            return Bent("POST", "/chat/me/send", dict(self._proper), json.dumps(self._said()).encode())
        headers = dict(self._proper)
        for _ in range(self._rng.choice((0, 0, 1, 2))):
            name, value = self._rng.choice(HEADERS)
            headers[name] = value
        if self._rng.random() < 0.1:
            headers.pop(self._rng.choice(list(headers)))
        method = self._rng.choice(METHODS)
        body = None if method in {"GET", "HEAD"} else self._body()
        return Bent(method, self._rng.choice(PATHS), headers, body)

    def _said(self) -> dict[str, Any]:
        said: dict[str, Any] = {"id": str(uuid.UUID(int=self._rng.getrandbits(128), version=4))}
        match self._rng.randrange(4):
            case 0 if self.shown:
                said["message"], said["tap"] = self._rng.choice(self.shown)
            case 1:
                said["place"] = {"lat": self._rng.uniform(-90, 90), "lon": self._rng.uniform(-180, 180)}
            case _:
                said["text"] = self._rng.choice(TEXTS)
        return said

    def _body(self) -> bytes:
        said = self._said()
        others: tuple[Any, ...] = (None, 1, -1, 1e308, "x", "", [], {}, True, 10**30, "9" * 5000)
        for _ in range(self._rng.choice((0, 1, 2))):
            said[self._rng.choice(("id", "text", "tap", "message", "place", "new"))] = self._rng.choice(others)
        raw = json.dumps(said).encode()
        match self._rng.randrange(9):
            case 0:
                return raw[: self._rng.randrange(len(raw) + 1)]
            case 1:
                return bytes(self._rng.randrange(256) for _ in range(self._rng.choice((0, 1, 50, 3000))))
            case 2:
                return raw + b"\n" + bytes(self._rng.randrange(256) for _ in range(2000))
            case 3:
                return b"[" * 5000
            case 4:
                return b'{"id": "' + b"\xff" * 20 + b'"}'
        return raw
