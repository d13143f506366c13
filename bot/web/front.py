"""The chat page: it begins the session, and carries the choice of a language."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.channel import Sent
from bot.web.inbox import Inbox
from bot.web.language import Languages
from bot.web.limits import Limit
from bot.web.pages import Pages
from bot.web.refusals import Refusal
from bot.web.seats import network
from bot.web.sessions import SEAT, Session, Sessions


class Front:
    """The page at "/"."""

    def __init__(
        self,
        *,
        pages: Pages,
        sessions: Sessions,
        inbox: Inbox,
        languages: Languages,
        wall: Callable[[], datetime],
        monotonic: Callable[[], float],
        secure: bool,
    ) -> None:
        self._pages = pages
        self._sessions = sessions
        self._inbox = inbox
        self._languages = languages
        self._wall = wall
        self._monotonic = monotonic
        self._secure = secure
        self._new = Limit(60, 60)
        self._turns = Limit(10, 5)

    def route(self) -> Route:
        """Return the route."""
        return Route("/", self._page)

    async def _page(self, request: Request) -> Response:
        session = await self._sessions.of(request)
        wanted = request.query_params.get("lang", "")
        if wanted in self._languages.offered:
            return await self._speak(session, wanted)
        language = self._languages.settle(request, session.language if session is not None else "")
        page = self._pages.render("chat.html", language, seat=SEAT)
        if session is not None:
            await self._sessions.touch(session)
            self._sessions.renew(request, page)
        elif request.method == "GET":
            wait = self._new.take(network(request), self._monotonic())
            if wait:
                raise Refusal(429, "web-error-fast", wait=wait)
            await self._sessions.begin(page)
        return page

    async def _speak(self, session: Session | None, language: str) -> Response:
        """Turn the page to a language; and the conversation, where there is one, as by the button of /language."""
        spoken = session is not None and session.language not in ("", language)
        if session is not None and spoken and not self._turns.take(session.address, self._monotonic()):
            client = f"language {language} {self._wall().isoformat()}"
            await self._inbox.store(Sent(session.address, "tap", client, language, data=f"m.{language}"))
        response = RedirectResponse("/", 303)
        self._languages.choose(response, language, secure=self._secure)
        return response
