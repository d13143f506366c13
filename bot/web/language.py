"""Which language a page, or an error, speaks: the one chosen, else the person's, else the browser's."""

import re

from starlette.requests import HTTPConnection
from starlette.responses import Response

_COOKIE = "doorstep-language"
_A_YEAR = 365 * 24 * 3600
_WEIGHTED = re.compile(r"^\s*([A-Za-z*]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?))?\s*$")


class Languages:
    """The languages of the service; the first one is for strangers."""

    def __init__(self, offered: tuple[str, ...]) -> None:
        self.offered = offered

    def of(self, connection: HTTPConnection) -> str:
        """Return the language of a request: what `settle` found, else what the request itself says."""
        return getattr(connection.state, "language", "") or self._find(connection, "")

    def settle(self, connection: HTTPConnection, persons: str) -> str:
        """Find the language of a request from the person's own language ("" where unknown), and keep it with it."""
        language = self._find(connection, persons)
        connection.state.language = language
        return language

    def choose(self, response: Response, language: str, *, secure: bool) -> None:
        """Let the browser keep the language that was chosen on the page."""
        response.set_cookie(_COOKIE, language, max_age=_A_YEAR, secure=secure, httponly=True, samesite="lax")

    def _find(self, connection: HTTPConnection, persons: str) -> str:
        chosen = connection.cookies.get(_COOKIE, "")
        wanted = (chosen, persons, *accepted(connection.headers.get("accept-language", "")))
        return next((each for each in wanted if each in self.offered), self.offered[0])


def accepted(header: str) -> list[str]:
    """Return the languages that an Accept-Language header names ("zh" for "zh-CN"), the most wanted first."""
    found = [match for part in header.split(",")[:20] if (match := _WEIGHTED.match(part))]
    weighted = [(float(match[2] or 1), match[1].lower()) for match in found]
    return [language for weight, language in sorted(weighted, key=lambda each: -each[0]) if weight > 0]
