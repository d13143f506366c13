"""Photos and documents of the staff: with news, questions, visits and outcomes; and how they get the residents'."""

import pytest

from casework.files import LARGEST, FileKind
from casework.people import Role
from casework.petitions import OutcomeKind, State
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work, head, hears, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SEND = {"en": "Send", "zh": "交上去"}
DONE = {"en": "✅ Done", "zh": "✅ 完"}
HOLE = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}


async def to_the_proof(wang: Actor) -> None:
    """Have the cadre begin to write an outcome of work done, until a photo of it is asked for."""
    await taps(wang, "Propose outcome")
    await wang.says("1")
    await wang.says("A hole of 30 cm")
    await wang.says("Filled with asphalt")


@LANGUAGES
async def test_the_card_has_a_button_that_sends_the_files(town: Town, language: str) -> None:
    ann, wang = town.resident(language), await town.cadre(language=language)
    await ann.sends_album(12, HOLE[language])
    await ann.taps(SEND[language])
    label = {"en": "📎 Files (12)", "zh": "📎 看文件（12）"}[language]
    assert label in wang.buttons
    assert wang.shown_files == [], "the card alone comes unasked"
    await wang.taps(label)
    assert len(wang.shown_files) == 10
    (case,) = await ann.cases()
    assert all(shown.case_id == case.id for shown in wang.chat.arrived)
    assert wang.hears(f"{case.number} · 📷1$")
    await wang.taps("(2)" if language == "en" else "（2）")
    assert len(wang.shown_files) == 2


@LANGUAGES
async def test_a_card_without_words_says_so(town: Town, language: str) -> None:
    ann, wang = town.resident(language), await town.cadre(unit=21, language=language)
    await ann.sends_photo()
    await ann.shares(27.0101, 118.0)
    await ann.taps(SEND[language])
    assert wang.hears({"en": "Shown by files, without words", "zh": "照片反映，没有文字"}[language])


@LANGUAGES
async def test_news_with_photos_reaches_the_resident(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.sends_album(2, "The first metres are done")
    assert wang.hears({"en": "2 photos here. Send more, or tap Done", "zh": "2张照片收到了。还有就接着发"}[language])
    await wang.taps(DONE[language])
    await taps(wang, "Skip")
    assert hears(wang, "Told the resident")
    assert ann.hears("The first metres are done")
    assert len(ann.shown_files) == 2
    assert (await ann.cases())[0].files == 2
    await ann.says(f"/case {case.number}")
    assert ann.hears("The first metres are done 📷 2")


@LANGUAGES
async def test_photos_alone_are_news(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.sends_photo()
    await wang.taps(DONE[language])
    await taps(wang, "Skip")
    assert ann.hears({"en": "see below", "zh": "见下面"}[language])
    assert len(ann.shown_files) == 1


@LANGUAGES
async def test_words_after_a_photo_end_the_news_and_both_are_told(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.sends_photo("Before")
    await wang.says("and it goes on tomorrow")
    await taps(wang, "Skip")
    assert ann.hears("Before\nand it goes on tomorrow")


@LANGUAGES
async def test_a_question_can_be_shown_but_needs_words(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.sends_photo()
    assert wang.hears({"en": "Now a word to it", "zh": "再写一句"}[language])
    assert wang.buttons == []
    await wang.says("Is it this one?")
    assert ann.hears("Is it this one?")
    assert len(ann.shown_files) == 1
    assert (await ann.cases())[0].question == "Is it this one?"


@LANGUAGES
async def test_a_visit_can_come_with_a_paper(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Visit")
    await wang.says({"en": "2026-03-05", "zh": "3月5日"}[language])
    await taps(wang, "Afternoon")
    await wang.sends_document("form.pdf", "Please fill this in")
    await wang.taps(DONE[language])
    assert ann.hears("Please fill this in")
    assert [shown.name for shown in ann.shown_files] == ["form.pdf"]


@LANGUAGES
async def test_a_photo_in_answer_to_a_message_is_offered_as_news(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    about = next(shown for shown in wang.chat.messages if shown.case_id == case.id)
    await wang.sends_album(3, reply_to=about)
    assert hears(wang, "Send this to the resident")
    assert wang.hears({"en": "3 photos here", "zh": "3张照片收到了"}[language])
    await wang.taps({"en": "Progress", "zh": "报进展"}[language])
    assert hears(wang, "Told the resident")
    assert len(ann.shown_files) == 3


@LANGUAGES
async def test_an_answer_to_a_photo_belongs_to_its_case(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.sends_photo()
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    photo = next(shown for shown in wang.chat.messages if shown.file is not None)
    assert photo.case_id == case.id
    await wang.says("We have seen it", reply_to=photo)
    await wang.taps({"en": "Progress", "zh": "报进展"}[language])
    assert ann.hears("We have seen it")


# ----- A proof -----


@LANGUAGES
async def test_work_that_can_be_seen_is_proved_by_a_photo(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await to_the_proof(wang)
    assert wang.hears({"en": "Send a photo of it as it is now", "zh": "拍一张办完的样子"}[language])
    await wang.sends_photo()
    await wang.taps(DONE[language])
    await wang.says("Road rules, article 4")
    assert wang.hears({"en": "With it: 1 photo", "zh": "附上1个照片"}[language])
    await taps(wang, "Send it")
    assert hears(ann, "Here is the answer")
    assert ann.hears({"en": "With it: 1 photo", "zh": "附上1个照片"}[language])
    assert [shown.kind for shown in ann.shown_files] == [FileKind.PHOTO]
    (case,) = await ann.cases()
    assert case.outcome is not None
    assert (case.state, len(case.outcome.files), case.outcome.unproved) == (State.PROPOSED, 1, "")
    await ann.says(f"/case {case.number}")
    assert [shown.kind for shown in ann.shown_files] == [FileKind.PHOTO], "it is judged by what is seen"


@LANGUAGES
async def test_why_there_is_no_photo_stands_in_the_outcome_for_head_and_resident(town: Town, language: str) -> None:
    chief = await head(town, language)
    ann, wang, case = await at_work(town, language)
    await to_the_proof(wang)
    await wang.says("It was dark by then")
    await wang.says("Road rules, article 4")
    await taps(wang, "Send it")
    why = {"en": "No photo, because: It was dark", "zh": "没有照片：It was dark"}[language]
    assert ann.hears(why)
    await chief.says(f"/case {case.number}")
    assert chief.hears(why)


@LANGUAGES
async def test_a_photo_that_came_with_the_words_is_not_asked_for_again(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says("1")
    await wang.says("A hole of 30 cm")
    await wang.sends_photo("Filled with asphalt")
    await wang.taps(DONE[language])
    assert wang.hears({"en": "By which rule", "zh": "依据哪条规定"}[language])
    await wang.says("Road rules, article 4")
    await taps(wang, "Send it")
    assert ann.hears("Filled with asphalt")
    (case,) = await ann.cases()
    assert case.outcome is not None
    assert (case.outcome.kind, case.outcome.done) == (OutcomeKind.DONE, "Filled with asphalt")


@LANGUAGES
async def test_where_nothing_can_be_seen_no_proof_is_asked(town: Town, language: str) -> None:
    _, wang, _ = await at_work(town, language)
    await taps(wang, "Propose outcome")
    await wang.says({"en": "Answered", "zh": "答复了"}[language])
    await wang.says("It is a private road")
    await wang.says("We told the owner")
    assert wang.hears({"en": "By which rule", "zh": "依据哪条规定"}[language])


@LANGUAGES
async def test_a_photo_where_a_day_is_asked_answers_nothing_and_becomes_no_complaint(town: Town, language: str) -> None:
    _, wang, _ = await at_work(town, language)
    await taps(wang, "Visit")
    await wang.sends_photo()
    assert wang.hears({"en": "couldn't read that as a day", "zh": "没看懂是哪天"}[language])
    assert wang.hears_nothing_of({"en": "As a resident", "zh": "作为居民"}[language])


@LANGUAGES
async def test_what_is_cancelled_reaches_nobody(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.sends_photo()
    await wang.says("/cancel")
    assert ann.shown_files == []
    (case,) = await ann.cases()
    assert case.files == 0
    await wang.sends_data(f"c.files.{case.id}.{case.epoch}")
    assert wang.hears({"en": "no files with it", "zh": "没有文件"}[language])


@LANGUAGES
async def test_a_document_on_its_way_is_said(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await ann.sends_document("contract.pdf")
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert wang.hears({"en": "📎1: still on its way", "zh": "📎1：还在路上"}[language])


@LANGUAGES
async def test_what_a_resident_has_called_a_file_is_for_the_intake_office_alone(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await ann.sends_document("Ann Miller.pdf")
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert wang.hears_nothing_of("Miller")
    assert [shown.name for shown in wang.shown_files] == [""]
    (case,) = await ann.cases()
    await office.sends_data(f"c.files.{case.id}.{case.epoch}")
    assert [shown.name for shown in office.shown_files] == ["Ann Miller.pdf"]


@LANGUAGES
async def test_words_to_a_file_that_is_too_large_still_count(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Progress")
    await wang.sends_video("We have begun", size=LARGEST + 1)
    assert wang.hears({"en": "too large", "zh": "太大了"}[language])
    assert wang.hears({"en": "Your words are here", "zh": "您的话收到了"}[language])
    await wang.taps(DONE[language])
    await taps(wang, "Skip")
    assert ann.hears("We have begun")
