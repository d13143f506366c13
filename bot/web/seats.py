"""Whose conversation a request is about: that of its session, or a seat of the demo."""

from collections.abc import Callable

from starlette.requests import Request

from bot.web.language import Languages
from bot.web.refusals import Refusal
from bot.web.sessions import SEAT, Session, Sessions

SeatAddress = Callable[[Request, str], str | None]
"""Gives the address of a seat other than "me", or None where there is no such seat."""


class Seats:
    """Finds the address that the path of a request names by its `seat`."""

    def __init__(self, sessions: Sessions, languages: Languages, seat_address: SeatAddress) -> None:
        self._sessions = sessions
        self._languages = languages
        self._seat_address = seat_address

    async def who(self, request: Request) -> tuple[str, Session | None]:
        """Return the address that a seat stands for, with the session behind it. Raises Refusal."""
        seat = request.path_params["seat"]
        if seat != SEAT:
            address = self._seat_address(request, seat)
            if address is None:
                raise Refusal(404, "web-error-missing")
            return address, None
        session = await self._sessions.of(request)
        if session is None:
            raise Refusal(401, "web-error-session")
        self._languages.settle(request, session.language)
        return session.address, session

    async def used(self, session: Session | None) -> None:
        """Note that somebody has said something under a session."""
        if session is not None:
            await self._sessions.touch(session)


def network(request: Request) -> str:
    """Return what limits count as one network: an IPv4 address, or the half of an IPv6 address that is given out."""
    host = request.client.host if request.client is not None else ""
    return ":".join(host.split("%")[0].split(":")[:4]) if ":" in host else host
