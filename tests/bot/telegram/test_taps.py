"""Answers to taps: at once, and let go where they fail."""

from collections.abc import AsyncIterator

import pytest

from bot.telegram import taps
from bot.telegram.api import TelegramApi
from bot.telegram.taps import TapAnswers
from tests.bot.telegram.office import TOKEN
from tests.standin.service import Standin
from tests.standin.spec import SPEC_FILE

pytestmark = pytest.mark.skipif(not SPEC_FILE.exists(), reason=f"{SPEC_FILE} is missing")


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(TOKEN, rates="off") as standin:
        yield standin


@pytest.fixture
async def answers(telegram: Standin) -> AsyncIterator[TapAnswers]:
    api = TelegramApi(TOKEN, telegram.url)
    yield TapAnswers(api)
    await api.close()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", {}),
        ("Yours", {"text": "Yours", "show_alert": False}),
        ("a" * 61, {"text": "a" * 61, "show_alert": True}),
        ("a" * 201, {"text": "a" * 200, "show_alert": True}),
    ],
)
async def test_the_phone_gets_a_short_word(
    telegram: Standin, answers: TapAnswers, text: str, shown: dict[str, object]
) -> None:
    tap = telegram.world.forges_tap(7, 1, "c.accept.7.0")
    answers.answer_tap(tap, text)
    await answers.close()
    assert telegram.world.taps_answered[tap] == {"callback_query_id": tap} | shown
    assert answers.counts == {"done": 1}
    assert telegram.violations == []


@pytest.mark.parametrize(("how", "kind"), [("400", "refused"), ("reset", "perhaps sent"), ("429", "retry after")])
async def test_what_fails_is_counted_and_not_repeated(
    telegram: Standin, answers: TapAnswers, how: str, kind: str
) -> None:
    telegram.fail("answerCallbackQuery", how)  # type: ignore[arg-type]
    answers.answer_tap(telegram.world.forges_tap(7, 1, "x"), "Yours")
    await answers.close()
    assert answers.counts == {kind: 1}
    assert telegram.counts["answerCallbackQuery"] == 1


async def test_a_tap_too_old_is_gone(telegram: Standin, answers: TapAnswers) -> None:
    answers.answer_tap("never-seen", "Yours")
    await answers.close()
    assert answers.counts == {"gone": 1}


async def test_nobody_is_answered_late(telegram: Standin, answers: TapAnswers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taps, "EXPIRES", 0.1)
    telegram.fail("answerCallbackQuery", "stall", seconds=3)
    answers.answer_tap("7", "Yours")
    await answers.close()
    assert answers.counts == {"perhaps sent": 1}


async def test_with_too_many_under_way_the_newest_is_dropped(
    telegram: Standin, answers: TapAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taps, "MOST", 2)
    for _ in range(3):
        answers.answer_tap(telegram.world.forges_tap(7, 1, "x"), "")
    await answers.close()
    assert answers.counts == {"done": 2, "dropped": 1}
