"""What browsers send and get: JSON of known shapes, ids, and words fit to keep."""

import re
from typing import Final, TypeVar

import msgspec
from starlette.responses import Response

from bot.web.refusals import Refusal
from casework.words import clean

LONGEST_TEXT: Final = 20_000
"""Characters of one message."""

NUMBER: Final = re.compile(r"[0-9]{1,18}")
"""An id of ours, as it stands in an address."""

UUID: Final = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z"
"""The pattern of the name that a browser gives to what it sends."""

T = TypeVar("T")


def decoded(body: bytes, kind: type[T]) -> T:
    """Return what JSON says, as an object of `kind`. Raises Refusal."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (ValueError, RecursionError):
        raise Refusal(400, "web-error-request") from None


def words(raw: str) -> str:
    """Return a text as it is kept. Raises Refusal where it is too long."""
    text = clean(raw)
    if len(text) > LONGEST_TEXT:
        raise Refusal(413, "web-error-long")
    return text


def answer(value: object, status: int = 200) -> Response:
    """Return JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")
