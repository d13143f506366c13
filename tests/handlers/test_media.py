"""What residents send besides words: photos, albums, videos, documents, a place first; before and after filing."""

import pytest

from casework.files import LARGEST, SIGN, FileKind, FileState
from casework.people import Role
from casework.petitions import Held
from tests.handlers.dialogue import COUNTY, GOVERNMENT, ROADS, Actor, Town
from tests.handlers.staff_scene import at_work, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
KERB = {"en": "The stones beside it are loose as well", "zh": "旁边的路边石也松了"}
LAMP = {"en": "The street lamp at Cloudrest Village is dark", "zh": "云居村的路灯不亮"}
SEND = {"en": "Send", "zh": "交上去"}
MAPLE = (27.0101, 118.0)
HOLE = {"en": "The road at Maple Village has a deep hole", "zh": "枫桥村的公路上有个大坑"}


def marked(*lines: str) -> str:
    """Return a text whose lines are marks where they begin with a sign of a file."""
    return "\n".join(f"{SIGN}{line}" if line[0] in "📷🎤🎬📎" else line for line in lines)


async def text_of(actor: Actor) -> str:
    """Return the text of what the person has sent last."""
    return (await actor.petitions())[0].text


# ----- Before filing -----


@LANGUAGES
async def test_a_photo_and_a_place_are_enough(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo()
    assert len(ann.chat.arrived) == 1
    assert ann.hears({"en": "1 photo. Where is it, and what is wrong", "zh": "1张照片。在哪儿，怎么了"}[language])
    assert ann.last.buttons[-1][0].kind == "place"
    assert len(ann.last.text) < 300
    await ann.shares(*MAPLE)
    assert ann.hears({"en": "Maple Village.*A word helps, but", "zh": "枫桥村.*写一句更好，光有"}[language])
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])
    (case,) = await ann.cases()
    assert (case.category, case.area_id, case.unit_id, case.held) == ("other", 11, GOVERNMENT, Held.NO_ROUTE)
    assert (case.summary, case.files) == ("", 1)
    (file,) = await ann.files()
    assert (file.petition_id, file.case_id, file.draft_id, file.number) == (case.petition_id, None, None, 1)
    assert await text_of(ann) == marked("📷1")


@LANGUAGES
async def test_without_words_and_place_one_of_them_is_asked_for_and_nothing_blocks(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo()
    assert ann.buttons[:1] == [SEND[language]]
    await ann.taps(SEND[language])
    assert ann.hears({"en": "Your number", "zh": "号码"}[language])
    (case,) = await ann.cases()
    assert (case.area_id, case.files) == (COUNTY, 1)


@LANGUAGES
async def test_a_typed_village_is_the_place_of_a_photo(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo()
    await ann.says({"en": "Maple Village", "zh": "枫桥村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 11
    assert await text_of(ann) == marked("📷1")


@LANGUAGES
async def test_a_caption_is_what_is_said(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo(HOLE[language])
    assert len(ann.chat.arrived) == 1
    assert ann.hears({"en": "You're telling us: The road.*Roads", "zh": "您说的是：枫桥村.*道路"}[language])
    assert ann.hears({"en": "With it: 📷 1 photo", "zh": "附上：📷 1张照片"}[language])
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert (case.category, case.area_id, case.unit_id) == ("roads", 11, ROADS)
    assert case.summary == HOLE[language]
    assert await text_of(ann) == marked("📷1", HOLE[language])


@LANGUAGES
async def test_words_and_files_keep_their_order(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.sends_photo()
    await ann.says({"en": "It was like this in June", "zh": "六月就这样了"}[language])
    await ann.sends_document("letter.pdf", {"en": "We wrote", "zh": "写过信"}[language])
    await ann.sends_video()
    assert ann.hears(
        {"en": "📷 1 photo, 🎬 1 video, 📎 1 document", "zh": "📷 1张照片、🎬 1段视频、📎 1个文件"}[language]
    )
    await ann.taps(SEND[language])
    said = {"en": ("It was like this in June", "We wrote"), "zh": ("六月就这样了", "写过信")}[language]
    assert await text_of(ann) == marked(HOLE[language], "📷1", said[0], "📎2", said[1], "🎬3")
    assert [(file.kind, file.name) for file in await ann.files()] == [
        (FileKind.PHOTO, ""),
        (FileKind.DOCUMENT, "letter.pdf"),
        (FileKind.VIDEO, ""),
    ]


@LANGUAGES
async def test_an_album_is_one_card(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_album(4, HOLE[language])
    assert len(ann.chat.messages) == 1
    assert ann.hears({"en": "With it: 📷 4 photos", "zh": "附上：📷 4张照片"}[language])
    await ann.taps(SEND[language])
    assert await text_of(ann) == marked("📷1", HOLE[language], "📷2", "📷3", "📷4")
    assert (await ann.cases())[0].files == 4


@LANGUAGES
async def test_what_comes_of_an_album_after_send_goes_to_its_case(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends(town.file(FileKind.PHOTO), caption=HOLE[language], album="one")
    await ann.taps(SEND[language])
    await ann.sends(town.file(FileKind.PHOTO), album="one")
    assert [file.number for file in await ann.files()] == [1, 2]
    assert len(await ann.cases()) == 1


@LANGUAGES
async def test_a_changed_caption_changes_its_words_and_no_others(town: Town, language: str) -> None:
    ann = town.resident(language)
    photo = await ann.sends_photo()
    await ann.says({"en": "Since June", "zh": "六月起"}[language])
    await ann.edits("", HOLE[language], ref=photo)
    assert ann.hears({"en": "You're telling us: The road", "zh": "您说的是：枫桥村"}[language])
    await ann.taps(SEND[language])
    assert await text_of(ann) == marked("📷1", HOLE[language], {"en": "Since June", "zh": "六月起"}[language])


async def test_a_message_that_is_seen_twice_is_attached_once(town: Town) -> None:
    ann = town.resident("en")
    photo = town.file(FileKind.PHOTO)
    await ann.sends(photo, caption=HOLE["en"], ref="same")
    await ann.sends(photo, caption=HOLE["en"], ref="same")
    await ann.taps("Send")
    assert await text_of(ann) == marked("📷1", HOLE["en"])
    assert len(await ann.files()) == 1


@LANGUAGES
async def test_what_is_too_large_is_said_and_its_caption_kept(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_video(size=LARGEST + 1)
    assert ann.hears({"en": "more than 20 MB.*A photo, or a shorter video", "zh": "超过20兆.*短一点的视频"}[language])
    assert len(ann.chat.arrived) == 1
    await ann.sends_video(HOLE[language], size=LARGEST + 1)
    assert ann.hears({"en": "You're telling us: The road", "zh": "您说的是：枫桥村"}[language])
    await ann.taps(SEND[language])
    assert await text_of(ann) == HOLE[language]
    assert await ann.files() == []


@LANGUAGES
async def test_more_files_than_there_is_room_for_are_said(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    for _ in range(10):
        await ann.sends_album(5)
    await ann.sends_photo()
    assert ann.hears({"en": "more than 50 files", "zh": "超过50个"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].files == 50


@LANGUAGES
async def test_a_place_before_any_words_begins_the_complaint(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.shares(*MAPLE)
    assert ann.hears({"en": "Place: Maple Village.*What is wrong there", "zh": "地点：.*枫桥村。那里怎么了"}[language])
    assert ann.buttons == []
    await ann.sends_photo()
    assert ann.hears({"en": "1 photo. Place: Maple", "zh": "1张照片。地点：.*枫桥村"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].area_id == 11


@LANGUAGES
async def test_a_greeting_after_a_place_is_answered_and_the_place_stays(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.shares(*MAPLE)
    await ann.says({"en": "Hello!", "zh": "您好！"}[language])
    assert ann.hears({"en": "What is wrong", "zh": "有什么事"}[language])
    await ann.says({"en": "The lamp is dark", "zh": "路灯不亮"}[language])
    assert ann.hears({"en": "Place: Maple Village", "zh": "枫桥村"}[language])


@LANGUAGES
async def test_a_place_alone_is_brought_to_mind_and_cannot_be_sent(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.shares(*MAPLE)
    await ann.sends_data(f"d.send.{ann.last.card.partition(':')[2]}")
    assert ann.hears({"en": "nothing in it yet", "zh": "还什么都没有"}[language])
    await town.passes(days=2)
    assert ann.hears({"en": "You began to write: the place you shared", "zh": "您写了一半：您发的位置"}[language])


@LANGUAGES
async def test_changing_the_words_leaves_the_files(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo(HOLE[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "The words", "zh": "改话"}[language])
    await ann.says({"en": "No bus comes to Maple Village", "zh": "枫桥村不通公交了"}[language])
    assert ann.hears({"en": "No bus comes", "zh": "不通公交"}[language])
    await ann.taps(SEND[language])
    assert await text_of(ann) == marked(
        {"en": "No bus comes to Maple Village", "zh": "枫桥村不通公交了"}[language], "📷1"
    )


@LANGUAGES
async def test_a_photo_while_something_is_to_be_changed_goes_to_the_complaint(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(HOLE[language])
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.sends_album(2)
    assert ann.hears({"en": "With it: 📷 2 photos", "zh": "附上：📷 2张照片"}[language])
    await ann.taps(SEND[language])
    assert (await ann.cases())[0].files == 2


@LANGUAGES
async def test_matters_have_the_photos_that_stand_within_their_words(town: Town, language: str) -> None:
    ann = town.resident(language)
    roads, water, wages = {
        "en": (
            "1. The road at Maple Village has been full of holes for months and children fall.",
            "2. The tap water is brown each morning and nobody can drink it.",
            "3. The wages of the building site have not been paid to us since June.",
        ),
        "zh": (
            "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。",
            "二、自来水每天早上都是黄的，没法喝。",
            "三、工地上拖欠我们的工资，六月份到现在都没发。",
        ),
    }[language]
    more = {"en": "It is worst by the mill.", "zh": "磨坊那里最厉害。"}[language]
    await ann.says(roads)
    await ann.sends_photo(more)
    await ann.says(water)
    await ann.sends_photo()
    await ann.says(wages)
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    cases = sorted(await ann.cases(), key=lambda case: case.suffix)
    assert cases[0].text.endswith(marked(roads[-8:], "📷1", more))
    assert [SIGN in case.text for case in cases] == [True, False, False]
    own, between = await ann.files()
    assert (own.case_id, between.case_id) == (cases[0].id, None), "between two matters it may belong to either"
    assert [case.files for case in cases] == [2, 1, 1]


# ----- While a case runs -----


@LANGUAGES
async def test_a_photo_answers_the_question_of_the_cadre(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("How deep is it?")
    assert ann.hears({"en": "Type, speak or send a photo", "zh": "打字、说话、拍照都行"}[language])
    await ann.sends_album(3)
    assert ann.hears({"en": "Passed on as your answer", "zh": "当作 .* 的回答"}[language])
    assert len(ann.chat.arrived) == 1, "an album is answered once"
    (after,) = await ann.cases()
    assert (after.question, after.files) == ("", 3)
    files = await ann.files()
    assert [(file.case_id, file.number) for file in files] == [(case.id, 1), (case.id, 2), (case.id, 3)]
    came = [shown.file.file_id for shown in wang.chat.messages if shown.file is not None]
    assert came == [file.id for file in files]
    await ann.says("/my")
    await ann.taps(case.label)
    assert ann.hears({"en": "you answered: 📷 3", "zh": "您回答： ?📷 3"}[language])


@LANGUAGES
async def test_what_was_no_answer_becomes_a_new_complaint_with_its_files(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("How deep is it?")
    await ann.sends_album(2, LAMP[language])
    await ann.taps({"en": "That was something else", "zh": "说的是别的事"}[language])
    assert ann.hears({"en": "With it: 📷 2 photos", "zh": "附上：📷 2张照片"}[language])
    await ann.taps(SEND[language])
    new, old = await ann.cases()
    assert (new.files, old.files) == (2, 0)
    assert {file.petition_id for file in await ann.files()} == {new.petition_id}


@LANGUAGES
async def test_a_place_answers_the_question_of_the_cadre(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await taps(wang, "Ask the resident")
    await wang.says("Where exactly?")
    await ann.shares(*MAPLE)
    assert wang.hears("📍 .*27.01010, 118.00000")
    assert (await ann.cases())[0].question == ""


@LANGUAGES
async def test_a_photo_beside_a_running_case_is_asked_about_and_added_to_it(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.says(KERB[language])
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    await ann.sends_album(2, KERB[language])
    assert ann.hears({"en": "is it about", "zh": "说的是"}[language])
    assert len(ann.chat.arrived) == 1, "the rest of the album does not take the question away"
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert ann.hears({"en": "Added to", "zh": "加到"}[language])
    assert wang.hears("📷1\n")
    assert len(wang.shown_files) == 2
    files = await ann.files()
    assert [(file.case_id, file.draft_id, file.petition_id, file.number) for file in files] == [
        (case.id, None, None, 1),
        (case.id, None, None, 2),
    ]
    assert (await ann.cases())[0].files == 2


@LANGUAGES
async def test_marks_of_what_is_added_are_counted_on(town: Town, language: str) -> None:
    ann = town.resident(language)
    wang = await town.cadre(language=language)
    await ann.sends_photo(HOLE[language])
    await ann.taps(SEND[language])
    await ann.sends_photo({"en": "Here, too", "zh": "这里也是"}[language])
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert wang.hears("📷2\n")
    assert [file.number for file in await ann.files()] == [1, 2]


@LANGUAGES
async def test_a_photo_without_words_beside_a_running_case_is_called_what_it_is(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    await ann.sends_photo()
    assert ann.hears({"en": "“📷 1 photo”: is it about", "zh": "“📷 1张照片”，说的是"}[language])
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    assert wang.hears("📷1")


@LANGUAGES
async def test_a_reply_with_photos_belongs_to_the_case_of_the_message(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    about = next(shown for shown in ann.chat.messages if shown.case_id == case.id)
    await ann.sends_album(2, {"en": "At night", "zh": "晚上"}[language], reply_to=about)
    assert ann.hears({"en": "Added to", "zh": "加到"}[language])
    assert len(ann.chat.arrived) == 1
    assert [shown.file is not None for shown in wang.chat.messages[-3:]] == [False, True, True]
    assert (await ann.cases())[0].files == 2


@LANGUAGES
async def test_photos_can_reopen_a_closed_case(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    about = next(shown for shown in ann.chat.messages if shown.case_id == case.id)
    await ann.sends_album(2, reply_to=about)
    assert ann.hears({"en": "is closed", "zh": "已经结了"}[language])
    await ann.taps({"en": "Not done after all", "zh": "其实没办好"}[language])
    assert len(wang.shown_files) == 2
    (after,) = await ann.cases()
    assert (after.is_open, after.files) == (True, 2)


@LANGUAGES
async def test_what_is_still_missing_can_be_shown(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    await ann.sends_data(f"c.withdraw_yes.{case.id}.{case.epoch}")
    (closed,) = await ann.cases()
    await ann.sends_data(f"c.reopen.{case.id}.{closed.epoch}")
    assert ann.hears({"en": "What is still missing", "zh": "还差什么"}[language])
    await ann.sends_album(2)
    assert ann.hears({"en": "2 photos here. Send more, or tap Done", "zh": "2张照片收到了。还有就接着发"}[language])
    assert len({shown.ref for shown in ann.chat.arrived}) == 1
    await ann.taps({"en": "Done", "zh": "完"}[language])
    assert ann.hears({"en": "Added to", "zh": "加到"}[language])
    assert len(wang.shown_files) == 2


@LANGUAGES
async def test_an_edited_caption_after_filing_is_a_correction(town: Town, language: str) -> None:
    ann = town.resident(language)
    wang = await town.cadre(language=language)
    await ann.sends_photo(HOLE[language])
    await ann.taps(SEND[language])
    await ann.edits(HOLE[language], {"en": "Two holes", "zh": "两个坑"}[language])
    assert ann.hears({"en": "Your correction", "zh": "更正加到"}[language])
    assert wang.hears({"en": "Two holes", "zh": "两个坑"}[language])


# ----- What did not arrive -----


@LANGUAGES
async def test_what_did_not_arrive_is_said_to_its_sender_and_on_the_card(town: Town, language: str) -> None:
    ann = town.resident(language)
    wang = await town.cadre(language=language)
    await ann.sends_photo(HOLE[language])
    await ann.sends_photo()
    await ann.taps(SEND[language])
    _, second = await ann.files()
    await town.loses(second)
    assert ann.hears({"en": "One photo didn't reach us", "zh": "有一张照片没收到"}[language])
    (case,) = await ann.cases()
    assert (case.files, case.files_lost) == (2, 1)
    await taps(wang, "Accept")
    assert wang.hears({"en": "1 file did not arrive", "zh": "有1个文件没收到"}[language])
    await wang.taps("📎")
    assert [shown.file is not None for shown in wang.chat.arrived] == [True, False]
    assert wang.hears({"en": "📷2: did not arrive", "zh": "📷2：没收到"}[language])


@LANGUAGES
async def test_a_file_lost_before_filing_is_counted_then(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.sends_photo(HOLE[language])
    async with town.store.turn(town.now) as uow:
        (file,) = await uow.files_of_draft(int(ann.last.card.partition(":")[2]))
    await town.loses(file)
    await ann.taps(SEND[language])
    (case,) = await ann.cases()
    assert (case.files, case.files_lost) == (1, 1)
    assert (await ann.files())[0].state is FileState.LOST


# ----- Who sees them -----


@LANGUAGES
async def test_nobody_else_gets_the_files_of_a_case(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    stranger, eve = await town.cadre(unit=GOVERNMENT, language=language), town.resident(language)
    group = await town.group(ROADS)
    await ann.sends_photo()
    await ann.taps({"en": "Add to", "zh": "加到"}[language])
    (case,) = await ann.cases()
    await eve.says("/help")
    for nosy in (stranger, eve):
        await nosy.sends_data(f"c.files.{case.id}.{case.epoch}")
        assert nosy.shown_files == []
        assert nosy.hears({"en": "can't find that", "zh": "没找到"}[language])
    await wang.sends_data(f"c.files.{case.id}.{case.epoch}", group=group)
    assert group not in town.chats or not [each for each in town.chats[group].messages if each.file is not None]
    await wang.sends_data(f"c.files.{case.id}.{case.epoch}")
    assert len(wang.shown_files) == 1


@LANGUAGES
async def test_of_a_shielded_matter_no_photo_reaches_those_it_accuses(town: Town, language: str) -> None:
    """The unit that is accused in one matter works on the other; photos that may belong to either are not for it."""
    accused = await town.cadre(unit=ROADS, language=language)
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    holes, bribes = {
        "en": (
            "1. The road at Maple Village has been full of holes for months and children fall.",
            "2. The director of the Egret Roads Bureau takes bribes for the tap water works.",
        ),
        "zh": (
            "一、枫桥村的公路坑坑洼洼好几个月了，孩子老摔跤。",
            "二、白鹭县交通局局长收受贿赂，自来水工程都给了他亲戚。",
        ),
    }[language]
    await ann.says(holes)
    await ann.sends_photo()
    await ann.says(bribes)
    await ann.taps({"en": "Send each apart", "zh": "分开交上去"}[language])
    road, bribe = sorted(await ann.cases(), key=lambda case: case.suffix)
    assert (road.unit_id, bribe.shielded) == (ROADS, True)
    assert (road.files, bribe.files) == (0, 1)
    assert bribes[3:9] not in accused.last.text
    await accused.sends_data(f"c.files.{road.id}.{road.epoch}")
    assert accused.shown_files == []
    await accused.sends_data(f"c.files.{bribe.id}.{bribe.epoch}")
    assert accused.shown_files == []
    await office.sends_data(f"c.files.{bribe.id}.{bribe.epoch}")
    assert len(office.shown_files) == 1
