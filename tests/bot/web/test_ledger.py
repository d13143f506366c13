"""The public ledger as a page: for everybody, in both languages, by place and category, and only what was let out."""

from dataclasses import replace

from casework.ledger import LedgerEntry, LedgerState
from casework.petitions import Case, Closing, State
from storage.store import Store
from tests.bot.web.service import WebService
from tests.handlers.dialogue import HILL, MONDAY, RIVER, ROADS, WATER

PATHS = {RIVER: "/1/2/", HILL: "/1/3/", 11: "/1/2/11/"}


async def published(store: Store, number: int, area_id: int, category: str, done: str, **changes: object) -> None:
    """Put a case and its entry."""
    case = Case(
        number, number, f"n{number}", 1, 1, category, area_id, PATHS[area_id], "", "hole", MONDAY, MONDAY, MONDAY,
        state=State.CLOSED, closing=Closing.SOLVED, closed_at=MONDAY, proposed_at=MONDAY, unit_id=ROADS,
    )  # fmt: skip
    state = changes.pop("entry", LedgerState.PUBLISHED)
    async with store.turn(MONDAY) as uow:
        uow.put(replace(case, **changes))  # type: ignore[arg-type]
        uow.put(LedgerEntry(number, ROADS, 1, f"reported {number}", done, MONDAY, state, 1, MONDAY))  # type: ignore[arg-type]


async def seen(service: WebService, **asked: str) -> str:
    """Return the page as a stranger sees it."""
    async with service.stranger().http.get("/ledger", params=asked) as response:
        assert response.status == 200
        assert "Set-Cookie" not in response.headers or asked.get("lang")
        return await response.text()


async def test_everybody_reads_it_without_a_session(service: WebService) -> None:
    await published(service.store, 901, 11, "roads", "filled <b>it</b>")
    zh, en = await seen(service), await seen(service, lang="en")
    assert "柳河镇枫桥村 · 道路交通 · 2026年3月2日" in zh
    assert "Maple Village, Willow Town · Roads and transport · 2 March 2026" in en
    assert "Egret Roads Bureau</b>: filled &lt;b&gt;it&lt;/b&gt;" in en, "words are words"
    assert "n901" not in en


async def test_only_what_was_let_out_and_still_holds(service: WebService) -> None:
    waiting = (LedgerState.ASKED, LedgerState.CHECKING, LedgerState.DECLINED, LedgerState.TAKEN_BACK)
    for number, state in enumerate(waiting, 910):
        await published(service.store, number, RIVER, "roads", "secret", entry=state)
    await published(service.store, 920, RIVER, "roads", "secret", shielded=True, accused=(WATER,))
    await published(service.store, 921, RIVER, "roads", "secret", state=State.WORKING, closing=None)
    page = await seen(service, lang="en")
    assert "secret" not in page
    assert "Nothing stands here yet" in page


async def test_by_place_and_category_in_pages(service: WebService) -> None:
    for number in range(930, 955):
        await published(service.store, number, RIVER, "roads", f"filled {number}")
    await published(service.store, 960, HILL, "land", "measured it")
    first, second = await seen(service, place="990101100"), await seen(service, place="990101100", page="2")
    assert first.count("<article>") == 20
    assert second.count("<article>") == 5
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    assert "place=990101100" in first
    assert "measured it" not in first + second
    land = await seen(service, category="land")
    assert land.count("<article>") == 1
    for forged in (
        {"page": "x"},
        {"page": "-1"},
        {"page": "0"},
        {"page": "99999999"},
        {"place": "'"},
        {"category": "%"},
    ):
        await seen(service, **forged)


async def test_nobody_asks_without_end(service: WebService) -> None:
    stranger = service.stranger()
    statuses = []
    for _ in range(70):
        async with stranger.http.get("/ledger") as response:
            statuses.append(response.status)
    assert statuses[:60] == [200] * 60
    assert statuses[-1] == 429
