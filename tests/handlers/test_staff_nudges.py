"""What the schedule brings to staff: nudges, lateness, and one digest a day."""

import pytest

from casework.people import Role
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work, complain, head, hears, offers, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


async def over(town: Town, role: Role, language: str) -> Actor:
    return await town.official(role, language, area=COUNTY, title="督办", title_en="Supervisor")


@LANGUAGES
async def test_a_week_without_news_brings_a_nudge_with_three_ways_on(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    await town.passes(days=8)
    expected = {
        "en": f"{case.number} (Maple Village, Willow Town, Roads and transport): 53 days left. What's in the way? "
        "Working · Remind me Thursday 12 March · Need help.",
        "zh": f"{case.number}（柳河镇枫桥村，道路交通）还有53天。"
        "卡在哪？点：在办 · 等到3月12日（周四）再提醒 · 要人帮。",
    }
    assert wang.last.text == expected[language]
    assert wang.last.labels[0] == word(wang, "Working")
    assert word(wang, "Remind me") in wang.last.labels[1]
    assert wang.last.labels[2] == word(wang, "Need help")


@LANGUAGES
async def test_working_asks_for_the_news_and_tells_the_resident(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await town.passes(days=8)
    await taps(wang, "Working")
    await wang.says("The roller is ordered")
    await taps(wang, "Skip")
    assert hears(wang, "Told the resident")
    assert ann.hears("The roller is ordered")


@LANGUAGES
async def test_remind_me_asks_only_why_and_is_silent_until_then(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await town.passes(days=8)
    await taps(wang, "Remind me")
    await wang.says("The roller comes on Wednesday")
    assert ann.hears("The roller comes on Wednesday")
    wang.chat.arrived.clear()
    await town.passes(days=1)
    assert offers(wang) == []
    await town.passes(days=8)
    assert hears(wang, "What's in the way")


@LANGUAGES
async def test_a_forged_day_on_remind_me_is_asked_for(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    for day in ("2020-01-01", "doomsday", ""):
        await wang.sends_data(f"c.remind.{case.id}.{case.epoch}.{day}".rstrip("."))
        assert word(wang, "Cancel") in wang.last.labels[-1]
        assert len(wang.last.labels) > 1, "days are offered"


@LANGUAGES
async def test_late_goes_to_the_head_with_the_reason_and_three_decisions(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, wang, case = await at_work(town, language)
    await town.passes(days=64)
    assert hears(chief, "hasn't said why")
    assert hears(chief, "The resident knows")
    assert word(wang, "Why it's late") == wang.last.labels[0], "one message, though two were due"
    late = next(shown for shown in chief.chat.messages if "⚠️" in shown.text)
    assert late.labels[:3] == [word(chief, label) for label in ("Reassign", "I'll take it", "Set a date")]
    await taps(wang, "Why it's late")
    await wang.says("The roller broke down")
    await chief.says(f"/case {case.number}")
    assert chief.hears("The roller broke down")


@LANGUAGES
async def test_the_reason_stands_in_what_those_above_read(town: Town, language: str) -> None:
    boss = await over(town, Role.SUPERVISOR, language)
    await head(town, language)
    _, wang, case = await at_work(town, language)
    await town.passes(days=63)
    await taps(wang, "Why it's late")
    await wang.says("The roller broke down")
    await town.passes(days=5)
    assert boss.hears(case.number)
    assert boss.hears("The roller broke down")


@LANGUAGES
async def test_a_cadre_who_keeps_silent_is_reminded_and_then_the_next_is_asked(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    _, case = await complain(town, language)
    await town.passes(days=1, hours=1)
    assert wang.last.labels[:2] == [word(wang, "Accept"), word(wang, "Decline")]
    assert case.number in wang.last.text
    await town.passes(days=1, hours=1)
    assert case.number in li.last.text


@LANGUAGES
async def test_one_digest_in_the_morning_is_grouped_and_opens_its_cases(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    cases = [(await complain(town, language))[1] for _ in range(6)]
    pushed = [case for case in cases if any(case.number in shown.text for shown in wang.chat.messages)]
    assert len(pushed) == 3, "three pushes a day, and no more"
    wang.chat.arrived.clear()
    await town.passes(hours=23, days=0.1)
    digest = next(shown for shown in wang.chat.messages if word(wang, "Good morning") in shown.text)
    assert word(wang, "Waiting for you") in digest.text
    for case in cases[3:]:
        assert case.number in digest.text
        assert case.number in digest.labels
    await wang.taps(cases[5].number)
    assert word(wang, "Accept") in wang.last.labels


@LANGUAGES
async def test_a_digest_opens_eight_cases_at_most(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    for _ in range(13):
        await complain(town, language)
    await town.passes(hours=23, days=0.1)
    digest = next(shown for shown in wang.chat.messages if word(wang, "Good morning") in shown.text)
    assert {"en": "13 waiting for you", "zh": "等您13件"}[language] in digest.text
    assert len(digest.text.splitlines()) == 1 + 1 + 8 + 1, "the numbers, one group, eight lines, and how many more"
    assert len(digest.labels) == 8 + 1
    await wang.taps({"en": "More", "zh": "更多"}[language])
    await wang.taps({"en": "More", "zh": "更多"}[language])
    assert len(wang.last.labels) == 13 - 8


@LANGUAGES
async def test_not_done_goes_back_to_the_cadre_with_the_resident_s_words(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("1")
    for words in ("A hole", "Filled", "My phone takes no photos", "Article 4"):
        await wang.says(words)
    await taps(wang, "Send it")
    await ann.taps({"en": "Not done", "zh": "没办"}[language])
    await ann.says("It is as deep as before")
    assert wang.hears({"en": "the resident says not done. It goes on", "zh": "居民说没办，接着办"}[language])
    assert word(wang, "Progress") in wang.last.labels
    assert case.number in wang.last.text


@LANGUAGES
async def test_what_staff_are_told_never_names_an_account(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, _ = await at_work(town, language)
    await town.passes(days=70)
    for actor in (chief, wang):
        for shown in actor.chat.messages:
            assert ann.address not in shown.text
            assert ann.address.removeprefix("tg:") not in shown.text.replace("-", "")
    for shown in ann.chat.messages:
        assert wang.address not in shown.text
