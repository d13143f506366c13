"""Requests that are turned away: a status, and a reason in the person's language."""

import math
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.web.language import Languages
from bot.web.texts import texts

_KEYS = {404: "web-error-missing"}


class Refusal(Exception):
    """A request is turned away with a status; `key` is the text that says why, `wait` the seconds until it may be
    tried again.
    """

    def __init__(self, status: int, key: str, *, wait: float = 0) -> None:
        super().__init__(status, key)
        self.status = status
        self.key = key
        self.wait = wait


def refuse(languages: Languages, connection: HTTPConnection, refusal: Refusal) -> Response:
    """Return the answer: the text alone for someone who opened an address, else JSON `{"error": text}`."""
    text = texts(languages.of(connection))[refusal.key]
    headers = {"Retry-After": str(math.ceil(refusal.wait))} if refusal.wait else {}
    if "text/html" in connection.headers.get("accept", ""):
        return PlainTextResponse(text, refusal.status, headers)
    return JSONResponse({"error": text}, refusal.status, headers)


def handlers(languages: Languages) -> dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]:
    """Return the exception handlers of the application: for refusals, and for what the router does not know."""

    async def refused(request: Request, error: Exception) -> Response:
        if not isinstance(error, Refusal):
            raise error
        return refuse(languages, request, error)

    async def unknown(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        response = refuse(
            languages, request, Refusal(error.status_code, _KEYS.get(error.status_code, "web-error-request"))
        )
        response.headers.update(error.headers or {})
        return response

    return {Refusal: refused, HTTPException: unknown}
