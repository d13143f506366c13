"""The public ledger as a page: for everybody, without a session; by place and category, some entries at a time."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.language import Languages
from bot.web.limits import Limit
from bot.web.pages import Pages
from bot.web.refusals import Refusal
from bot.web.seats import network
from casework.areas import Area
from casework.categories import CATEGORIES, CATEGORY_BY_ID
from casework.ledger import Listed
from casework.organisation import Organisation
from handlers.case_words import category_label
from handlers.ledger.words import entry
from storage.codec import Codec
from storage.store import Store

LEDGER: Final = "/ledger"
PAGE: Final = 20
_LAST: Final = 1_000
_LISTED: Final = Codec(Listed)


class Ledger:
    """The page at "/ledger"."""

    def __init__(
        self, *, store: Store, pages: Pages, languages: Languages, monotonic: Callable[[], float], secure: bool
    ) -> None:
        self._store = store
        self._pages = pages
        self._languages = languages
        self._monotonic = monotonic
        self._secure = secure
        self._by_network = Limit(60, 60)

    def route(self) -> Route:
        """Return the route."""
        return Route(LEDGER, self._page)

    async def _page(self, request: Request) -> Response:
        wait = self._by_network.take(network(request), self._monotonic())
        if wait:
            raise Refusal(429, "web-error-fast", wait=wait)
        asked = request.query_params.get("lang", "")
        known = asked in self._languages.offered
        language = asked if known else self._languages.settle(request, "")
        org = (await self._store.snapshot()).organisation
        category = _category(request)
        area = _area(request, org)
        number = _number(request)
        found = await self._found(area, category, number)
        page = self._pages.render(
            "ledger.html",
            language,
            entries=[entry(org, self._store.rules.calendar, language, each) for each in found[:PAGE]],
            places=[(each.code, org.place_label(each, language)) for each in _places(org)],
            categories=[(each.id, category_label(language, each.id)) for each in CATEGORIES],
            place=area.code if area is not None else "",
            category=category,
            number=number,
            more=len(found) > PAGE,
        )
        if known:
            self._languages.choose(page, language, secure=self._secure)
        return page

    async def _found(self, area: Area | None, category: str, number: int) -> list[Listed]:
        """Return the entries of a page, and one more where there is a next one."""
        asked = {"path": area.path if area is not None else "/", "category": category}
        async with self._store.reading() as session:
            rows = await session.rows("ledger_page", **asked, start=(number - 1) * PAGE, most=PAGE + 1)
        return [_LISTED.decode(row) for row in rows]


def _category(request: Request) -> str:
    """Return the category that is asked for; "" for all, also where there is none of that name."""
    asked = request.query_params.get("category", "")
    return asked if asked in CATEGORY_BY_ID else ""


def _area(request: Request, org: Organisation) -> Area | None:
    return org.area_by_code(request.query_params.get("place", ""))


def _number(request: Request) -> int:
    """Return the number of the page, from 1."""
    asked = request.query_params.get("page", "")
    return min(int(asked), _LAST) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 6 and int(asked) else 1


def _places(org: Organisation) -> list[Area]:
    """Return the places that can be chosen, in the order of the organisation: below the whole, and in service."""
    return [area for area in sorted(org.areas.values(), key=lambda area: area.path) if area.parent_id and area.active]
