"""The work on a case in a cadre's private chat: from the card to the outcome, in both languages."""

import pytest

from casework.petitions import State
from handlers import texts
from tests.handlers.dialogue import Town
from tests.handlers.staff_scene import at_work, complain, head, hears, leaves, offers, taps, word

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
async def test_the_card_shows_the_words_and_the_limit_but_never_who_wrote(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, case = await complain(town, language)
    card = wang.last.text
    assert case.number in card
    assert {"en": "“There is a deep hole", "zh": "“枫桥村的路上有个大坑"}[language] in card
    assert {"en": "Maple Village, Willow Town", "zh": "柳河镇枫桥村"}[language] in card
    assert {"en": "Tuesday 17 March (15 days left)", "zh": "3月17日（周二）前要有人接（还有15天）"}[language] in card
    assert ann.address not in card
    assert offers(wang)[:2] == [word(wang, "Accept"), word(wang, "Decline")]


@LANGUAGES
async def test_accepting_turns_the_card_into_the_case_at_work(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann, _ = await complain(town, language)
    before = len(wang.chat.messages)
    await taps(wang, "Accept")
    assert word(wang, "It's yours") in wang.toast
    assert len(wang.chat.messages) == before, "the card is changed, not sent again"
    assert wang.last.labels[:7] == [
        word(wang, label)
        for label in ("Progress", "Visit", "Ask the resident", "Propose outcome", "Wait", "Need help", "Assign to")
    ]
    assert all(len(row) <= 2 for row in wang.last.buttons)
    assert ann.hears({"en": "Road officer of Egret Roads Bureau is on it", "zh": "白鹭县交通局路政员来办"}[language])
    assert (await ann.cases())[0].state is State.WORKING


@LANGUAGES
async def test_who_declines_says_why_and_the_next_one_is_asked(town: Town, language: str) -> None:
    chief = await head(town, language)
    wang = await town.cadre(language=language)
    li = await town.cadre(title="二号办事员", title_en="Second clerk", language=language)
    ann, case = await complain(town, language)
    await taps(wang, "Decline")
    await wang.says("I am ill")
    assert hears(wang, "The next one is asked")
    assert case.number in li.last.text
    assert ann.hears_nothing_of("I am ill"), "the reason is for the head alone"
    await town.passes(days=1)
    assert hears(chief, "Good morning")


@LANGUAGES
async def test_a_question_goes_to_the_resident_and_the_answer_comes_back(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("How deep is it?")
    assert hears(wang, "Asked the resident")
    assert ann.hears(r"How deep is it\?")
    await ann.says("Up to my knee", reply_to=ann.last)
    assert wang.hears("Up to my knee")
    assert case.number in wang.last.text
    assert word(wang, "Progress") in offers(wang)


@LANGUAGES
async def test_progress_with_the_next_step_and_its_day(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.says("We measured the hole")
    await wang.says("Fill it")
    await taps(wang, "Thursday 5 March")
    assert hears(wang, "Told the resident")
    assert ann.hears(
        {"en": r"We measured the hole\. Next: Fill it", "zh": "We measured the hole。下一步：Fill it"}[language]
    )
    assert ann.hears(word(ann, "Thursday 5 March").replace("（", ".").replace("）", "."))


@LANGUAGES
async def test_progress_needs_no_next_step(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.says("We measured the hole")
    await taps(wang, "Skip")
    assert hears(wang, "Told the resident"), "and no day is asked for a step that there is not"
    assert ann.hears("We measured the hole")


@LANGUAGES
async def test_a_visit_by_day_and_half_of_it(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Visit")
    await wang.says({"en": "2026-03-05", "zh": "3月5日"}[language])
    await taps(wang, "Afternoon")
    await wang.says("Please keep the gate open")
    assert hears(wang, "I'll remind you both the evening before")
    assert ann.hears("14:30")
    assert ann.hears("Please keep the gate open")
    await town.passes(days=2, hours=9)
    assert wang.hears("14:30")


@LANGUAGES
async def test_a_visit_today_offers_only_what_is_still_to_come(town: Town, language: str) -> None:
    _, wang, _ = await at_work(town, language)
    await town.passes(hours=4)
    await taps(wang, "Visit")
    await wang.says({"en": "today", "zh": "今天"}[language])
    assert offers(wang) == [word(wang, "Afternoon")]
    await taps(wang, "Afternoon")
    await taps(wang, "Skip")
    assert hears(wang, "Told the resident")


@LANGUAGES
async def test_waiting_until_a_day_says_why_and_leaves_the_limit(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Wait")
    await wang.says({"en": "last week", "zh": "上个月"}[language])
    assert wang.hears({"en": "couldn't read that as a day", "zh": "没看懂是哪天"}[language])
    await wang.says("2026-03-09")
    await wang.says("The asphalt comes on Sunday")
    assert hears(wang, "I'll ask again on Monday 9 March")
    assert ann.hears("The asphalt comes on Sunday")
    assert (await ann.cases())[0].limit_at == case.limit_at


@LANGUAGES
async def test_a_call_for_help_reaches_the_head_with_what_the_head_can_do(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Need help")
    await wang.says("A roller from the county")
    assert hears(wang, "Your head knows")
    assert chief.hears("A roller from the county")
    assert offers(chief)[:2] == [word(chief, "Reassign"), word(chief, "I'll take it")]
    assert ann.hears_nothing_of("roller")


@LANGUAGES
async def test_an_outcome_is_shown_as_the_resident_will_read_it_before_it_is_sent(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("1")
    for words in ("A hole of 30 cm", "Filled with asphalt", "It was dark by then", "Road rules, article 4"):
        await wang.says(words)
    assert hears(wang, "The resident will read this")
    reply = wang.last.text.split("\n\n", 1)[1]
    assert ann.hears_nothing_of("30 cm"), "nothing is sent before it is confirmed"
    await taps(wang, "Send it")
    assert hears(wang, "The resident says now whether it was done")
    assert hears(ann, "Here is the answer")
    assert reply in ann.last.text
    assert (await ann.cases())[0].state is State.PROPOSED


@LANGUAGES
async def test_an_outcome_can_be_mended_before_it_is_sent(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("1")
    for words in ("A hole", "Filled", "It was dark by then", "Road rules, article 99"):
        await wang.says(words)
    await taps(wang, "Back")
    await wang.says("Road rules, article 4")
    await taps(wang, "Send it")
    assert ann.hears("article 4")
    assert ann.hears_nothing_of("article 99")


@LANGUAGES
async def test_a_promise_asks_for_its_day_and_is_reminded_the_day_before(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("2")
    await wang.says("The hole needs asphalt")
    await wang.says("Fill it")
    await wang.says("2026-03-16")
    await wang.says("Road rules, article 4")
    await taps(wang, "Send it")
    assert hears(wang, "Promised by Monday 16 March")
    assert (await ann.cases())[0].state is State.PROMISED
    await town.passes(days=13)
    assert {"en": "you promised it by Monday 16 March", "zh": "您答应3月16日（周一）前办好"}[language] in wang.last.text


@LANGUAGES
async def test_a_matter_passed_on_names_the_body_that_took_it(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("5")
    for words in ("The provincial road office", "It is a provincial road", "We wrote to them", "Road law, article 8"):
        await wang.says(words)
    await taps(wang, "Send it")
    assert ann.hears("The provincial road office")


async def test_the_reply_is_shown_in_the_residents_language(town: Town) -> None:
    wang = await town.cadre(language="zh")
    await complain(town, "en")
    await taps(wang, "Accept")
    await taps(wang, "Propose outcome")
    await wang.says("1")
    for words in ("A hole", "Filled", "It was dark by then", "Article 4"):
        await wang.says(words)
    assert wang.hears("居民会看到"), "the frame is the cadre's"
    assert wang.hears("Found: A hole"), "the reply is the resident's"


@LANGUAGES
async def test_a_button_of_an_earlier_state_shows_the_present_one(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, wang, case = await at_work(town, language)
    await taps(wang, "Need help")
    await wang.says("A roller")
    await taps(chief, "I'll take it")
    await wang.sends_data(f"c.progress.{case.id}.{case.epoch}")
    assert word(wang, "That button is from earlier") in wang.toast
    assert case.number in wang.last.text
    assert word(wang, "Progress") not in offers(wang)


@LANGUAGES
async def test_a_case_handed_on_in_the_middle_of_a_flow_is_said_at_once(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Need help")
    await wang.says("A roller")
    await taps(wang, "Progress")
    await taps(chief, "I'll take it")
    await wang.says("We measured it")
    assert case.number in wang.last.text
    assert word(wang, "Progress") not in offers(wang)
    assert ann.hears_nothing_of("We measured it")


@LANGUAGES
async def test_a_post_taken_away_in_the_middle_of_a_flow_is_said_clearly(town: Town, language: str) -> None:
    await head(town, language)
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await leaves(town, wang)
    await wang.says("How deep is it?")
    assert hears(wang, "Your post for this case has ended")
    assert ann.hears_nothing_of("How deep")
    await wang.says(texts.plain(language, "button-back"))
    assert not (await ann.cases())[0].question, "the flow is over, and nothing was asked"


@LANGUAGES
async def test_a_flow_is_left_by_its_cancel_button(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await taps(wang, "Cancel")
    await wang.says("How deep is it?")
    assert not (await ann.cases())[0].question


@LANGUAGES
async def test_a_reply_to_a_message_about_a_case_goes_to_its_resident_by_one_tap(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await wang.says("How deep is it?", reply_to=wang.last)
    assert hears(wang, "Send this to the resident")
    await taps(wang, "Question")
    assert ann.hears(r"How deep is it\?")
    card = wang.chat.messages[0]
    await wang.says("We come on Friday", reply_to=card)
    await taps(wang, "Progress")
    assert hears(wang, "Told the resident")
    assert ann.hears("We come on Friday")


@LANGUAGES
async def test_a_reply_before_accepting_is_no_complaint_of_the_cadre(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    await complain(town, language)
    await wang.says("Which bridge is meant?", reply_to=wang.last)
    assert hears(wang, "nothing can be sent to the resident just now")
    assert not await wang.cases()


@LANGUAGES
async def test_strangers_and_residents_get_nothing_by_forged_buttons(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    eve = town.resident(language)
    await eve.says("/start")
    for verb in ("show", "history", "full", "progress", "accept", "take_over", "hand_to", "send_to_unit.21"):
        name, _, rest = verb.partition(".")
        await eve.sends_data(f"c.{name}.{case.id}.{case.epoch}.{rest}".rstrip("."))
        assert eve.hears_nothing_of(case.number), verb
    await ann.sends_data(f"c.history.{case.id}.{case.epoch}")
    assert ann.hears_nothing_of("History|经过"), "the staff's history is not the resident's"


async def test_a_long_letter_is_cut_on_the_card_and_can_be_read_whole(town: Town) -> None:
    wang = await town.cadre(language="en")
    ann = town.resident("en")
    sentences = " ".join(f"The road in Maple Village has hole number {count}." for count in range(80))
    await ann.says(sentences)
    await taps(ann, "Send")
    assert "hole number 79" not in wang.last.text
    await taps(wang, "Read it all")
    assert wang.hears("hole number 79")
