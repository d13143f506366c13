"""What people say on the web arrives, once, and is answered; nobody else sees it."""

import asyncio
import uuid

from casework.conversations import Message
from storage.codec import Codec
from tests.bot.web.service import WebService
from tests.handlers.dialogue import MONDAY


async def test_what_is_said_is_answered_over_the_stream(service: WebService) -> None:
    ann = await service.browser()
    async with ann.listening() as ear:
        client = await ann.says("The lamp on the bridge at Maple Village is dark")
        own, answer = (await ear.next())["data"], (await ear.next())["data"]
    assert (own["mine"], own["text"], own["client"]) == (
        True,
        "The lamp on the bridge at Maple Village is dark",
        client,
    )
    assert (own["at"], own["buttons"], own["replaces"]) == ("2026-03-02T01:00:00Z", [], None)
    assert answer["mine"] is False
    assert answer["client"] is None
    assert {button["kind"] for row in answer["buttons"] for button in row} <= {"tap", "place"}
    assert answer["buttons"][0][0].keys() == {"label", "data", "kind"}


async def test_a_tap_on_an_old_button_is_answered_below_it(service: WebService) -> None:
    ann = await service.browser()
    async with ann.listening() as ear:
        await ann.says("Hello")
        await ear.next()
        shown = (await ear.next())["data"]
        await ann.taps(shown["id"], "s.99.nothing.x")
        remark = await ear.next("remark")
    assert remark["data"]["message"] == shown["id"]
    assert remark["data"]["text"]
    assert "id" not in remark


async def test_a_tap_that_leads_to_a_message_is_no_line_of_the_history(service: WebService) -> None:
    ann = await service.browser()
    async with ann.listening() as ear:
        await ann.says("/language")
        await ear.next()
        question = (await ear.next())["data"]
        zh = next(button for row in question["buttons"] for button in row if button["data"] == "m.zh")
        await ann.taps(question["id"], zh["data"])
        assert "中文" in (await ear.next())["data"]["text"]
    assert [each["mine"] for each in (await ann.history())["messages"]] == [True, False, False]


async def test_a_place_arrives(service: WebService) -> None:
    ann = await service.browser()
    client = str(uuid.uuid4())
    assert await ann.posts({"id": client, "place": {"lat": 27.01, "lon": 118}}) == (202, {})
    own = (await ann.hears(1))[0]
    assert (own["text"], own["client"], own["mine"]) == ("📍 27.01000, 118.00000", client, True)


async def test_a_repeat_is_taken_once(service: WebService) -> None:
    ann = await service.browser()
    client = await ann.says("/help")
    await ann.says("/help", client)
    messages = await ann.hears(2)
    await asyncio.gather(*(ann.says("/help", client) for _ in range(5)))
    async with ann.listening(messages[-1]["id"]) as ear:
        assert await ear.quiet()
    assert len((await ann.history())["messages"]) == 2


async def test_two_people_may_give_the_same_name(service: WebService) -> None:
    ann, bob = await service.browser(), await service.browser()
    client = await ann.says("/help")
    await bob.says("/start", client)
    assert [(await each.hears(2))[0]["text"] for each in (ann, bob)] == ["/help", "/start"]


async def test_nobody_sees_anothers_messages(service: WebService) -> None:
    ann, bob = await service.browser(), await service.browser()
    async with ann.listening() as hers, bob.listening() as his:
        await ann.says("My neighbour Zhou takes bribes")
        await hers.next()
        assert await his.quiet()
        await bob.says("/help")
        assert (await his.next())["data"]["text"] == "/help"
    assert "Zhou" not in str(await bob.history())
    assert "Zhou" in str(await ann.history())


async def test_markup_stays_text(service: WebService) -> None:
    ann = await service.browser()
    text = "<script>alert(1)</script> & \"quotes\" 'and' </textarea>\u2028${x} {{ t }}"
    await ann.says(text)
    assert (await ann.hears(1))[0]["text"] == text.replace("\u2028", "\n")


async def test_what_no_database_takes_is_taken_out(service: WebService) -> None:
    ann = await service.browser()
    body = b'{"id": "%s", "text": "a\\u0000b\\u202e\\r\\nc \\ud83d\\ude00"}' % str(uuid.uuid4()).encode()
    assert await ann.posts(body) == (202, {})
    assert (await ann.hears(1))[0]["text"] == "ab\nc 😀"


async def test_the_longest_text_is_taken_whole(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("渠" * 20_000)
    assert (await ann.hears(1))[0]["text"] == "渠" * 20_000


async def test_the_stream_goes_on_after_the_last_event_id_without_loss_or_doubling(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/help")
    first, second = await ann.hears(2)
    await ann.says("/start")
    async with ann.listening(after=0, last_event_id=str(first["id"])) as ear:
        heard = [await ear.next() for _ in range(3)]
        assert await ear.quiet()
    assert heard[0]["data"]["id"] == second["id"]
    assert [int(each["id"]) for each in heard] == [each["data"]["id"] for each in heard]
    everything = [each["id"] for each in (await ann.history())["messages"]]
    assert [first["id"], *(each["data"]["id"] for each in heard)] == everything


async def test_a_last_event_id_that_is_no_number_counts_for_nothing(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/help")
    for mark in ("x", "-1", "9" * 40):
        async with ann.listening(after=0, last_event_id=mark) as ear:
            assert (await ear.next())["data"]["text"] == "/help"


async def _history(service: WebService, address: str, count: int, start: int = 1000) -> None:
    rows = [Codec(Message).encode(Message(start + at, address, False, MONDAY, f"no {at}")) for at in range(count)]
    async with service.store.database.transaction() as session:
        await session.write("messages_insert", rows)


async def test_history_comes_in_pages(database_url: str) -> None:
    async with WebService.running(database_url, work=False) as service:
        ann = await service.browser()
        await _history(service, await ann.address(), 120)
        newest = await ann.history()
        assert [each["id"] for each in newest["messages"]] == list(range(1070, 1120))
        assert newest["earlier"] is True
        middle = await ann.history(1070)
        assert [each["id"] for each in middle["messages"]] == list(range(1020, 1070))
        oldest = await ann.history(1020)
        assert [each["id"] for each in oldest["messages"]] == list(range(1000, 1020))
        assert oldest["earlier"] is False
        assert await ann.history(1000) == {"messages": [], "earlier": False}


async def test_a_long_absence_is_caught_up_in_order(database_url: str) -> None:
    async with WebService.running(database_url, work=False) as service:
        ann = await service.browser()
        await _history(service, await ann.address(), 120)
        assert [each["id"] for each in await ann.hears(100, after=1019)] == list(range(1020, 1120))


async def test_what_another_process_wrote_is_found_without_a_bell(database_url: str) -> None:
    async with WebService.running(database_url, work=False) as service:
        ann = await service.browser()
        address = await ann.address()
        async with ann.listening() as ear:
            assert await ear.quiet(0.2)
            await _history(service, address, 1, start=2000)
            assert (await ear.next())["data"]["id"] == 2000
            # A transaction that took its ids before and committed after.
            await _history(service, address, 1, start=1999)
            assert (await ear.next())["data"]["id"] == 1999
            assert await ear.quiet()


async def test_a_page_before_nothing_is_refused(service: WebService) -> None:
    ann = await service.browser()
    for before in ("x", "-1", "1e3", "9" * 30, "1 or 1=1"):
        async with ann.http.get("/chat/me/history", params={"before": before}) as response:
            assert (response.status, bool((await response.json())["error"])) == (400, True)


async def test_fifty_people_at_once(database_url: str) -> None:
    async with WebService.running(database_url) as service:
        people = [await service.browser() for _ in range(50)]

        async def talks(number: int) -> list[str]:
            async with people[number].listening() as ear:
                await people[number].says(f"I am number {number} and the well is dry")
                return [(await ear.next())["data"]["text"] for _ in range(2)]

        heard = await asyncio.gather(*(talks(number) for number in range(50)))
        assert [own for own, _ in heard] == [f"I am number {number} and the well is dry" for number in range(50)]
        assert all(answer for _, answer in heard)
