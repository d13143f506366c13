"""Sessions begin with the page, last while they are used, and end sooner for staff."""

import asyncio

from casework.people import Address, Post, Role
from tests.bot.web.service import Browser, WebService
from tests.handlers.dialogue import MONDAY, ROADS
from tests.patience import PATIENCE


async def status(browser: Browser) -> int:
    async with browser.http.get("/chat/me/history") as response:
        return response.status


async def opens(browser: Browser) -> None:
    async with browser.http.get("/") as response:
        assert response.status == 200


async def make_officer(service: WebService, browser: Browser) -> None:
    await browser.says("/help")
    await browser.hears(2)
    async with service.store.batch() as batch:
        uow = service.store.unit_of_work(batch, MONDAY)
        address = await uow.get(Address, await browser.address())
        assert address is not None
        uow.put(Post(uow.new_id(), address.person_id, Role.CADRE, ROADS, None, "路政员", "Road officer"))
        batch.join()


async def test_the_page_keeps_the_session_that_there_is(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/help")
    await ann.hears(2)
    await opens(ann)
    assert len((await ann.history())["messages"]) == 2


async def test_a_resident_may_stay_away_for_a_month(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/help")
    await ann.hears(2)
    service.times.passes(days=29)
    assert await status(ann) == 200
    await opens(ann)
    service.times.passes(days=29)
    assert len((await ann.history())["messages"]) == 2
    service.times.passes(days=2)
    assert await status(ann) == 401
    await opens(ann)
    assert await ann.history() == {"messages": [], "earlier": False}


async def test_an_officer_may_stay_away_for_half_a_day(service: WebService) -> None:
    officer = await service.browser()
    await make_officer(service, officer)
    for _ in range(3):
        service.times.passes(hours=11)
        await officer.says("/help")
    service.times.passes(hours=11)
    assert await status(officer) == 200
    service.times.passes(hours=2)
    assert await status(officer) == 401


async def test_an_open_page_alone_keeps_no_session(service: WebService) -> None:
    officer = await service.browser()
    await make_officer(service, officer)
    answers = []
    for _ in range(13):
        service.times.passes(hours=1)
        async with officer.http.get("/chat/me/events") as response:
            answers.append(response.status)
    assert answers == [200] * 12 + [401]


async def test_a_line_is_drawn_anew_before_long(service: WebService) -> None:
    ann = await service.browser()
    async with ann.listening() as ear:
        assert await ear.block() == ": here\nretry: 1000"
        service.times.passes(minutes=2)
        async with asyncio.timeout(PATIENCE):
            while await ear.block():
                continue


async def test_sessions_that_nobody_used_are_forgotten(service: WebService) -> None:
    ann, passer_by = await service.browser(), await service.browser()
    await ann.says("/help")
    await ann.hears(2)
    service.times.passes(days=8)
    await service.browser()
    assert await status(ann) == 200
    assert await status(passer_by) == 401
    assert await ann.address()
    assert await passer_by.address() == ""
    service.times.passes(days=31)
    await service.browser()
    assert await ann.address() == ""


async def test_one_network_begins_so_many_sessions_and_no_more(service: WebService) -> None:
    for _ in range(60):
        await opens(service.stranger())
    async with service.stranger().http.get("/", headers={"Accept": "text/html", "Accept-Language": "en"}) as response:
        assert response.status == 429
        assert await response.text() == "That was a lot at once. Wait a minute, then send it again."
    service.times.passes(minutes=1)
    await opens(service.stranger())
