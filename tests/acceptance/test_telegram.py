"""The program as it runs: started from its settings, over real HTTP, with people at phones on the other side."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.acceptance import program
from tests.acceptance.conftest import TOKEN
from tests.acceptance.phones import Phone
from tests.acceptance.program import Program, invite
from tests.standin.service import Standin

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

GROUP = -1_001_000_001
NUMBER = re.compile(r"\d{6}-\d{7}")
QUICK = {"per_second": 1000, "per_chat_second": 1000, "per_group_minute": 1000}
"""No pacing, so that a dialogue of a hundred messages takes seconds; one test keeps to Telegram's own."""

WORDS = {
    "en": {
        "road": "Lorries have broken up the road in Shaiguping Village, there is a deep hole every few metres",
        "again": "Lorries have broken up the road in Shaiguping Village, there is a deep hole at every bend",
        "lamp": "The street lamp has been dark for a month",
        "question": "On which side of the bridge are the holes?",
        "answer": "On the north side, by the old mill",
        "more": "The school bus got stuck there this morning",
        "news": "We measured forty metres of broken surface",
        "found": "Forty metres of the surface are broken",
        "done": "Filled and rolled on Friday",
        "no photo": "It was dark when we were ready",
        "rule": "Rural road rules, article 9",
        "missing": "The bend behind the mill is still open",
    },
    "zh": {
        "road": "晒谷坪村的公路被大车压坏了，隔几米一个深坑",
        "again": "晒谷坪村的公路被大车压坏了，每个弯都有深坑",
        "lamp": "路灯坏了一个月没人修",
        "question": "坑在桥的哪一边？",
        "answer": "在北边，老磨坊旁边",
        "more": "今天早上校车陷在那里",
        "news": "量过了，路面坏了四十米",
        "found": "路面坏了四十米",
        "done": "周五填平压实了",
        "no photo": "完工时天黑了",
        "rule": "农村公路养护办法第九条",
        "missing": "磨坊后面那个弯还没填",
    },
}


@dataclass
class Office:
    """A running service, Telegram, and who has come so far."""

    program: Program
    telegram: Standin
    config: Path
    language: str

    def phone(self, person: int, name: str) -> Phone:
        """Return somebody who has never written yet."""
        return Phone(self.telegram, person, self.language, name)

    async def joins(self, person: int, name: str, role: str, *, by: str = "/start", grid: str = "") -> Phone:
        """Invite somebody to a post of Wanghuai by the command line, and let them take it up."""
        phone = self.phone(person, name)
        words = ["--role", role, "--unit", "wanghuai", *(["--grid", grid] if grid else [])]
        code = await invite(self.config, *words)
        phone.says(f"{by} {code}")
        await phone.hears("Welcome")
        return phone

    async def files(self, person: Phone, words: str) -> str:
        """Let somebody write and send a complaint whose place is known; return its number."""
        person.says(words)
        await person.hears("You're telling us")
        await person.taps("Send")
        found = NUMBER.search(await person.hears("We have it"))
        assert found
        return found[0]


@asynccontextmanager
async def running(folder: Path, database: str, telegram: Standin, language: str, **keys: Any) -> AsyncIterator[Office]:
    """Run a service that is set up with Telegram. At its end nothing may be amiss, on either side."""
    settings: dict[str, Any] = {"token": TOKEN, "api_base_url": telegram.url, **QUICK, **keys}
    async with program.office(folder, database, **settings) as service:
        await service.healthy(telegram="ok")
        yield Office(service, telegram, folder / "config.toml", language)
        unanswered = [tap for tap, answer in telegram.world.taps_answered.items() if answer is None]
        assert not unanswered, "a phone still shows its little circle"
        assert await service.stop() == 0
        assert not [line for line in service.log() if line["level"] in {"error", "critical"}]
        said = [str(text) for texts in WORDS.values() for text in texts.values()]
        names = [str(card["first_name"]) for card in telegram.world.people.values()]
        assert service.keeps_quiet_about([*said, *names, TOKEN, TOKEN.partition(":")[2]])
    assert telegram.violations == []


@LANGUAGES
async def test_a_complaint_from_the_first_word_to_the_stars(
    tmp_path: Path, database_url: str, telegram: Standin, language: str
) -> None:
    async with running(tmp_path, database_url, telegram, language) as office:
        said = WORDS[language]
        telegram.world.group(GROUP, "Wanghuai")
        head = await office.joins(8001, "Fang-Head", "head")
        cadre = await office.joins(8002, "Wang-Cadre", "cadre", grid="990101100201")
        other = await office.joins(8003, "Zhou-Cadre", "cadre", by="/join")
        head.says("/bind", GROUP)
        await head.hears({"en": "now belongs to", "zh": "这个群归"}[language], GROUP)

        # Two actions: the message, and Send.
        ann = office.phone(7001, "Ann-Resident")
        number = await office.files(ann, said["road"])
        assert {"en": "Wanghuai Town", "zh": "望槐镇"}[language] in " ".join(ann.arrived())
        assert said["road"] in await cadre.hears(number), "the cadre of the grid reads the words"

        # The group reads number, category, township and date; no words, no names, no village.
        card = await other.hears(number, GROUP)
        assert {"en": "Wanghuai Town", "zh": "望槐镇"}[language] in card
        for secret in (said["road"], ann.name, ann.word("Shaiguping Village"), "Shaiguping", str(ann.id)):
            assert secret not in card
        await other.taps("Accept", GROUP)
        assert await other.hears({"en": "has it", "zh": "接了"}[language], GROUP)
        assert office.telegram.world.sent(GROUP)[-1].get("reply_markup") is None, "the card has no button any more"
        await ann.hears("is on it")
        await cadre.taps("Accept")
        assert cadre.toast or cadre.arrived(), "the slower one is told"

        # A question and its answer; neither sees the other's account.
        await other.taps("Ask the resident")
        other.says(said["question"])
        await other.hears("Asked the resident")
        assert said["question"] in await ann.hears(re.escape(said["question"]))
        ann.says(said["answer"])
        await ann.hears("Passed on as your answer")
        await other.hears(re.escape(said["answer"]))

        await other.taps("Progress")
        other.says(said["news"])
        await other.taps("Skip")
        await other.hears("Told the resident")
        await ann.hears(re.escape(said["news"]))

        # Facts are added at any time, and a message is mended by changing it.
        ann.says(said["more"])
        await ann.taps("Add to " + number if language == "en" else f"加到 {number}")
        await other.hears(re.escape(said["more"]))
        ann.sends_photo()
        await ann.taps("Add to " + number if language == "en" else f"加到 {number}")
        await other.hears(number)
        await other.sees("photo")
        ann.says("/my")
        assert number in await ann.hears(number)

        await outcome(other, said)
        assert said["found"] in await ann.hears("Was it done")
        await ann.taps("Not done")
        await ann.hears("goes on")
        await ann.hears("What is still missing")
        ann.says(said["missing"])
        await other.hears(re.escape(said["missing"]))

        # The button under the first card is of the time before: it says so, and the card comes as it stands.
        await other.taps("Propose outcome")
        assert other.word("That button is from earlier") in other.toast
        await other.hears(number)
        await outcome(other, said)
        await ann.hears("Was it done")
        await ann.taps("Done")
        await ann.hears("Good to hear")
        await ann.taps("5⭐")
        await ann.hears("Thank you")
        await other.hears({"en": "settled", "zh": "办妥了"}[language])

        ann.says(f"/case {number}")
        history = await ann.hears(number)
        for part in (said["question"], said["answer"], said["news"]):
            assert part in history
        for phone in (ann, head, cadre, other):
            texts = " ".join(str(each.get("text")) for each in telegram.world.sent(phone.id))
            strangers = {each.name for each in (ann, head, cadre, other)} - {phone.name}
            assert not [name for name in strangers if name in texts], "nobody reads another's account"


async def outcome(cadre: Phone, said: dict[str, str]) -> None:
    """Propose that a case is done: what was found, what was done, by which rule; read, and sent."""
    await cadre.taps("Propose outcome")
    await cadre.hears("how did it end")
    await cadre.taps("Done")
    for key, question in (
        ("found", "What did you find"),
        ("done", "What was done"),
        ("no photo", "Send a photo"),
        ("rule", "By which rule"),
    ):
        await cadre.hears(question)
        cadre.says(said[key])
    await cadre.hears("The resident will read this")
    await cadre.taps("Send it")
    await cadre.hears("The resident says now whether it was done")


@LANGUAGES
async def test_a_shared_place_finds_the_village(tmp_path: Path, telegram: Standin, language: str) -> None:
    async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, language) as office:
        ann = office.phone(7001, "Ann-Resident")
        ann.says(WORDS[language]["lamp"])
        await ann.hears("Where is it")
        await ann.hears("📍")
        asked = [str(call.params) for call in telegram.calls("sendMessage", ann.id)]
        assert "request_location" in asked[-1], "the phone offers to share the place"
        ann.shares(27.0521, 118.4010)
        await ann.hears("Shaiguping Village")
        await ann.taps("Send")
        await ann.hears("We have it")


@LANGUAGES
async def test_a_changed_message_changes_the_card_and_later_the_case(
    tmp_path: Path, telegram: Standin, language: str
) -> None:
    async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, language) as office:
        said = WORDS[language]
        cadre = await office.joins(8002, "Wang-Cadre", "cadre")
        ann = office.phone(7001, "Ann-Resident")
        ann.says(said["road"])
        await ann.hears("You're telling us")
        ann.edits(said["again"])
        await ann.hears(re.escape(said["again"]))
        await ann.taps("Send")
        await ann.hears("We have it")
        ann.edits(said["road"])
        await ann.hears("Your correction")
        await cadre.hears(re.escape(said["road"]))


async def test_of_two_cadres_who_accept_at_once_one_wins_and_the_other_is_told(
    tmp_path: Path, database_url: str, telegram: Standin
) -> None:
    async with running(tmp_path, database_url, telegram, "en") as office:
        telegram.world.group(GROUP, "Wanghuai")
        head = await office.joins(8001, "Fang-Head", "head")
        cadres = [await office.joins(8002 + each, f"Cadre-{each}", "cadre") for each in range(3)]
        head.says("/bind", GROUP)
        await head.hears("now belongs to", GROUP)
        for round_ in range(3):
            ann = office.phone(7001 + round_, f"Resident-{round_}")
            number = await office.files(ann, WORDS["en"]["road"])
            await head.hears(number, GROUP)
            await asyncio.gather(*(cadre.taps("Accept", GROUP) for cadre in cadres))
            assert sorted("has already taken it" in cadre.toast for cadre in cadres) == [False, True, True]
            await ann.hears("is on it")
            assert len([text for text in ann.arrived() if "is on it" in text]) == 1


async def test_who_blocks_the_bot_is_visited_instead(tmp_path: Path, telegram: Standin) -> None:
    async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, "en") as office:
        cadre = await office.joins(8002, "Wang-Cadre", "cadre")
        ann, bob = office.phone(7001, "Ann-Resident"), office.phone(7002, "Bob-Resident")
        numbers = []
        for resident in (ann, bob):
            numbers.append(await office.files(resident, WORDS["en"]["road"]))
            await cadre.hears("Accept or decline")
            await cadre.taps("Accept")
            await resident.hears("is on it")
        # One says so by the menu; the other's phone is found closed by the next message.
        telegram.world.meets_bot(ann.id, "kicked")
        telegram.world.chat_of(bob.id, None).closed = "Forbidden: bot was blocked by the user"
        await cadre.taps("Ask the resident")
        cadre.says(WORDS["en"]["question"])
        await cadre.hears("Asked the resident")
        for number in numbers:
            await until_said(cadre, f"/case {number}", "can't be reached in chat")
        # Back again, she is written to again.
        telegram.world.meets_bot(ann.id, "member")
        ann.says("/my")
        await ann.hears(numbers[0])
        cadre.says(f"/case {numbers[0]}")
        assert "can't be reached" not in await cadre.hears(numbers[0])


async def until_said(phone: Phone, command: str, wanted: str) -> None:
    """Say something until the answer has the words: what makes it so is under way."""
    for _ in range(20):
        phone.says(command)
        if wanted in await phone.hears("Filed"):
            return
        await asyncio.sleep(0.2)
    raise AssertionError(f"{wanted!r} is not in {phone.arrived()}")


async def test_a_group_keeps_its_unit_when_it_moves(tmp_path: Path, telegram: Standin) -> None:
    async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, "en") as office:
        old, new = -5001, -1_001_000_777
        telegram.world.group(old, "Wanghuai", "group")
        head = await office.joins(8001, "Fang-Head", "head")
        head.says("/bind", old)
        await head.hears("now belongs to", old)
        first = await office.files(office.phone(7001, "Ann-Resident"), WORDS["en"]["road"])
        await head.hears(first, old)
        telegram.world.migrates(old, new)
        second = await office.files(office.phone(7002, "Bob-Resident"), WORDS["en"]["road"])
        await head.hears(second, new)
        # Whoever wins the race, the update or a message that Telegram turns back: nothing goes to the old chat.
        await head.taps("Accept", new)
        await head.hears("has it", new)


async def test_forged_and_worn_taps_are_answered_and_change_nothing(tmp_path: Path, telegram: Standin) -> None:
    async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, "en") as office:
        ann, eve = office.phone(7001, "Ann-Resident"), office.phone(7666, "Eve-Stranger")
        number = await office.files(ann, WORDS["en"]["road"])
        message = telegram.world.sent(ann.id)[0]["message_id"]
        ann.says(WORDS["en"]["lamp"])
        await ann.hears("A new matter|about")
        await ann.taps("A new matter")
        await ann.hears("Where is it")
        shown = [data for card in telegram.world.sent(ann.id) for data in _all_data(card)]
        draft = next(data for data in reversed(shown) if data.startswith("d.send"))
        eve.says("/start")
        await eve.hears("Hello")
        forged = (draft, "c.accept.1.0", f"c.withdraw.{10**17}.0", "x", "c.judge.1.0.done" * 3, "d.send.-1", "🙈")
        for data in forged:
            await eve.taps_data(data, message)
            assert eve.toast or eve.arrived(), f"{data!r} is answered with a word"
        eve.says(f"/case {number}")
        await eve.hears("I can't find that here")
        eve.says("/case 260101-0000001")
        await eve.hears("I can't find that here|One digit")
        # Her own card is untouched, and a second Send of the first complaint says that it is sent.
        await ann.taps("Send")
        await ann.hears("We have it")
        await ann.taps_data(draft, message)
        assert "already sent" in ann.toast
        assert len({text for text in _texts(telegram, ann) if "We have it" in text}) == 2


async def test_what_nobody_understands_holds_up_nobody(tmp_path: Path, database_url: str, telegram: Standin) -> None:
    async with running(tmp_path, database_url, telegram, "en") as office:
        telegram.world.push({"poll": {"id": "1"}})
        telegram.world.push({"message": {"message_id": "no number", "chat": {}}})
        telegram.world.push({"something_of_next_year": {"chat": {"id": 7001}, "text": WORDS["en"]["lamp"]}})
        ann = office.phone(7001, "Ann-Resident")
        for text in ("\u202e\u200b\u2066", "<b>&amp;</b> *_[x](y)" * 60, "/nonsense", "/case", "x" * 4096):
            ann.says(text)
            await ann.hears(".")
        ann.says("/cancel")
        await ann.hears("stays here|Stopped|Nothing")
        await office.files(office.phone(7002, "Bob-Resident"), WORDS["en"]["road"])


async def test_one_person_s_flood_keeps_nobody_waiting(tmp_path: Path, database_url: str, telegram: Standin) -> None:
    async with running(tmp_path, database_url, telegram, "en") as office:
        flood, ann = office.phone(7666, "Flood"), office.phone(7001, "Ann-Resident")
        for number in range(300):
            flood.says(f"The lamp number {number} in Shaiguping Village is dark")
        begun = office.program.worked()
        await office.files(ann, WORDS["en"]["road"])
        assert office.program.worked() - begun < 10
        # All of it becomes one complaint, shown as it stands: nobody gets three hundred cards to read.
        await flood.taps("Send")
        await flood.hears("We have it")
        flood.says("/my")
        assert len(NUMBER.findall(await flood.hears("Your matter"))) == 1


async def test_it_keeps_to_telegram_s_own_limits(tmp_path: Path) -> None:
    async with Standin(TOKEN, rates="record") as telegram:
        pacing = {"per_second": 30, "per_chat_second": 1, "per_group_minute": 20}
        async with running(tmp_path, f"sqlite:///{tmp_path}/test.db", telegram, "en", **pacing) as office:
            people = [office.phone(7000 + each, f"Resident-{each}") for each in range(60)]
            for phone in people:
                phone.says(WORDS["en"]["road"])
            await asyncio.gather(*(phone.hears("You're telling us") for phone in people))
            for phone in people[:3]:
                for command in ("/help", "/my", "/help", "/my"):
                    phone.says(command)
            await asyncio.gather(*(phone.hears("You have no matters here yet") for phone in people[:3]))
            await asyncio.gather(*(phone.taps("Send") for phone in people[:20]))
            await asyncio.gather(*(phone.hears("Your query code") for phone in people[:20]))


async def test_a_webhook_is_set_and_takes_what_bears_the_secret(
    tmp_path: Path, database_url: str, telegram: Standin
) -> None:
    port, secret = program.free_port(), "only-Telegram-knows-this"
    url = f"http://127.0.0.1:{port}/telegram"
    keys: dict[str, Any] = {"mode": "webhook", "webhook_url": url, "webhook_secret": secret, "port": port}
    async with running(tmp_path, database_url, telegram, "en", **keys) as office:
        assert telegram.webhook.url == url
        ann = office.phone(7001, "Ann-Resident")
        await office.files(ann, WORDS["en"]["road"])
        assert {status for _, status in telegram.webhook.deliveries} == {200}
        body = {"update_id": 1, "message": {"text": "forged"}}
        async with aiohttp.ClientSession() as session:
            for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": secret[:-1] + "x"}):
                async with session.post(url, json=body, headers=headers) as response:
                    assert response.status == 401
        assert telegram.counts["getUpdates"] == 0
        assert office.program.keeps_quiet_about([secret])


async def test_the_web_chat_serves_while_telegram_is_out_of_reach(tmp_path: Path, telegram: Standin) -> None:
    port = int(telegram.url.rpartition(":")[2])
    await telegram.stop()
    keys: dict[str, Any] = {"token": TOKEN, "api_base_url": telegram.url, **QUICK}
    async with program.office(tmp_path, f"sqlite:///{tmp_path}/test.db", **keys) as service:
        assert (await service.health())["telegram"] == "connecting"
        async with aiohttp.ClientSession() as session, session.get(service.url) as response:
            assert response.status == 200
            assert "家门口" in await response.text()
        await telegram.start(port)
        ann = Phone(telegram, 7001, "en", "Ann-Resident")
        ann.says(WORDS["en"]["road"])
        await service.healthy(telegram="ok")
        await ann.hears("You're telling us")
        assert await service.stop() == 0
        assert service.keeps_quiet_about([WORDS["en"]["road"], ann.name, TOKEN.partition(":")[2]])
    assert telegram.violations == []


async def test_a_stop_in_the_middle_loses_nothing(tmp_path: Path, database_url: str, telegram: Standin) -> None:
    async with running(tmp_path, database_url, telegram, "en") as office:
        people = [office.phone(7000 + each, f"Resident-{each}") for each in range(40)]
        for words in ("A deep hole in the road at Shaiguping Village", "one more hole", "and a third one"):
            for phone in people:
                phone.says(words)
            await asyncio.sleep(0.1)
            assert await office.program.stop() == 0
            await office.program.start()
            await office.program.healthy()
        cards = await asyncio.gather(*(phone.hears("and a third one") for phone in people))
        assert all("deep hole" in card and "one more hole" in card for card in cards)
        for phone in people:
            await phone.taps("Send")
        await asyncio.gather(*(phone.hears("We have it") for phone in people))
        numbers = [NUMBER.findall(" ".join(_texts(telegram, phone))) for phone in people]
        assert len({number for found in numbers for number in found}) == len(people)


def _texts(telegram: Standin, phone: Phone) -> list[str]:
    return [str(message.get("text")) for message in telegram.world.sent(phone.id)]


def _all_data(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [str(button.get("callback_data")) for row in rows for button in row]
