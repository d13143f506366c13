"""Whoever has no part in a case says yes or no to what they are asked: told as conversations."""

import pytest

from casework.petitions import Case, Closing, State
from tests.handlers.dialogue import Actor, Town
from tests.handlers.staff_scene import at_work
from tests.handlers.test_children import writes
from tests.handlers.test_meetings import chooses, says
from tests.handlers.together_scene import makes_links

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])

TERMS = "赔五百块，月底前给"
SIGNED = {"en": "The other side has signed", "zh": "对方签字了"}
LINK = {"en": "A link for the other side", "zh": "给对方的链接"}
YES = {"en": "Yes, that's it", "zh": "是这样"}
NO = {"en": "No, it isn't", "zh": "不是这样谈的"}


async def settled(town: Town, language: str) -> tuple[Actor, Actor, Case]:
    """Return a resident and a cadre who has just noted what was agreed, and the case."""
    ann, wang, case = await at_work(town, language)
    await wang.says(f"/case {case.number}")
    await chooses(wang, "More")
    await chooses(wang, "Settlement")
    await wang.says("居民和施工方" if language == "zh" else "The resident and the builder")
    await wang.says(TERMS)
    assert says(wang, "Has the other side signed", "对方签字了吗")
    return ann, wang, case


async def opened(town: Town, language: str) -> tuple[Actor, Actor, Actor, str]:
    """Return the same two, somebody from outside who has opened the link, and its code."""
    ann, wang, case = await settled(town, language)
    await wang.taps(LINK[language])
    (code,) = await makes_links(town, case)
    assert says(wang, "Give this link to that person alone", "这个链接只给他一个人")
    bob = town.resident(language)
    await bob.says(f"/start {code}")
    assert bob.hears(TERMS)
    return ann, wang, bob, code


@LANGUAGES
async def test_the_other_side_reads_the_agreed_words_and_nothing_else(town: Town, language: str) -> None:
    ann, wang, bob, _ = await opened(town, language)
    (case,) = await ann.cases()
    shown = "\n".join(each.text for each in bob.chat.arrived)
    for hidden in (case.number, "Maple", "枫桥", "hole", "坑"):
        assert hidden not in shown
    await bob.taps(YES[language])
    assert says(bob, "Thank you, that's noted", "谢谢，记下了")
    assert says(ann, "the other side has agreed", "对方也认了")
    assert says(wang, "the other side says yes", "对方说是这样谈的")
    await bob.says(f"/case {case.number}")
    assert bob.hears_nothing_of(TERMS)
    await ann.says("/case")
    await ann.taps(YES[language])
    assert (await ann.cases())[0].closing is Closing.SETTLED


@LANGUAGES
async def test_a_no_of_the_other_side_brings_both_together_again(town: Town, language: str) -> None:
    ann, wang, bob, _ = await opened(town, language)
    await bob.taps(NO[language])
    assert says(bob, "somebody will speak with both", "再跟双方谈")
    assert says(wang, "the other side says that isn't", "对方说不是这样谈的")
    (case,) = await ann.cases()
    assert case.state is State.WORKING
    assert says(ann, "No fault of yours.*a written answer comes by", "这不怪您.*给您书面答复")
    told = ann.last
    await ann.taps({"en": "Show it", "zh": "看一看"}[language])
    assert says(ann, "does not hold for both sides", "双方没能都认")
    for reveals in ("the other side says", "对方说"):
        assert ann.hears_nothing_of(reveals)
    await ann.says({"en": "The money matters, not the day", "zh": "钱要紧，哪天给都行"}[language], reply_to=told)
    assert says(wang, "The money matters", "钱要紧")


@LANGUAGES
async def test_a_signed_paper_is_kept_among_the_units(town: Town, language: str) -> None:
    ann, wang, _ = await settled(town, language)
    await wang.taps(SIGNED[language])
    await wang.says("signed")
    assert says(wang, "needs the document", "要有文书")
    await wang.sends_photo()
    await wang.taps({"en": "Done", "zh": "完"}[language])
    assert says(wang, "noted that the other side has signed", "对方签字记下了")
    assert says(ann, "the other side has agreed", "对方也认了")
    assert ann.shown_files == []
    await ann.says("/case")
    assert says(ann, "The other side has signed these words", "对方也签了字")


@LANGUAGES
async def test_a_link_that_was_used_opens_nothing(town: Town, language: str) -> None:
    _, _, bob, code = await opened(town, language)
    await bob.taps(YES[language])
    eve = town.resident(language)
    await eve.says(f"/start {code}")
    assert eve.hears_nothing_of(TERMS)
    await bob.says(f"/start {code}")
    assert says(bob, "You have answered this already", "您已经回过话了")
    assert bob.hears_nothing_of(TERMS)


@LANGUAGES
async def test_a_question_that_is_over_swallows_no_words(town: Town, language: str) -> None:
    ann, _, bob, _ = await opened(town, language)
    await bob.sends_photo()
    assert says(bob, "tap one of the buttons", "请点下面的按钮")
    assert len(bob.buttons) == 3, "one can leave it"
    await ann.says("/case")
    await ann.taps(NO[language])
    await bob.says("hm")
    assert bob.hears_nothing_of(TERMS)
    await bob.says({"en": "The lamp at my door is dark", "zh": "我家门口的路灯坏了"}[language])
    assert says(bob, "You're telling us", "您说的是")


@LANGUAGES
async def test_a_child_gives_the_link_to_the_grown_up_who_reads_none_of_its_words(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.says("王奶奶")
    (case,) = await tim.cases()
    await caller.says(f"/case {case.number}")
    assert says(caller, "that is not confirmed yet", "大人自己还没点头")
    await tim.taps({"en": "A link for the grown-up", "zh": "给大人的链接"}[language])
    (code,) = await makes_links(town, case)
    assert says(tim, "they don't see what you wrote", "看不到你写的话")
    await tim.says(f"/start {code}")
    assert says(tim, "for somebody else", "给别人的")
    grandma = town.resident(language)
    await grandma.says(f"/start {code}")
    assert says(grandma, "A child of your family", "您家的孩子")
    shown = "\n".join(each.text for each in grandma.chat.arrived)
    for hidden in (case.number, "Maple", "枫桥", "hole", "坑"):
        assert hidden not in shown
    await grandma.taps({"en": "Yes, I know and agree", "zh": "知道，同意"}[language])
    await caller.says(f"/case {case.number}")
    assert says(caller, "王奶奶 knows and agrees", "王奶奶知道，也同意")


@LANGUAGES
async def test_the_intake_office_notes_the_yes_or_hears_the_no(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.taps({"en": "Skip", "zh": "跳过"}[language])
    (case,) = await tim.cases()
    await tim.taps({"en": "A link for the grown-up", "zh": "给大人的链接"}[language])
    (code,) = await makes_links(town, case)
    grandma = town.resident(language)
    await grandma.says(f"/start {code}")
    await grandma.taps({"en": "No", "zh": "不"}[language])
    assert says(grandma, "will speak with the child", "跟孩子说说")
    assert says(caller, "does not agree. Please speak with the child", "不同意。请跟孩子说说")
    await caller.says(f"/case {case.number}")
    await caller.taps({"en": "I spoke with the grown-up: yes", "zh": "问过大人了，同意"}[language])
    assert says(caller, "knows and agrees", "知道，也同意")


@LANGUAGES
async def test_a_cadre_is_reminded_of_a_silent_other_side_and_notes_the_paper(town: Town, language: str) -> None:
    ann, wang, _, _ = await opened(town, language)
    await ann.says("/case")
    await ann.taps(YES[language])
    await town.passes(days=7)
    assert says(wang, "Paper does as well", "用纸也行")
    await wang.taps(SIGNED[language])
    await wang.sends_photo()
    await wang.taps({"en": "Done", "zh": "完"}[language])
    assert says(wang, "noted that the other side has signed", "对方签字记下了")


@LANGUAGES
async def test_a_child_is_told_how_else_the_grown_up_can_say_so(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.says("王奶奶")
    await tim.taps({"en": "A link for the grown-up", "zh": "给大人的链接"}[language])
    (case,) = await tim.cases()
    await makes_links(town, case)
    await town.passes(days=5)
    assert says(tim, "they tell the office", "打个电话")
    await tim.taps({"en": "A new link", "zh": "再要一个链接"}[language])
    assert len(await makes_links(town, case)) == 1
    await town.passes(days=58)
    assert says(caller, "Please call or visit them", "请打个电话或上门问问")
    await caller.taps({"en": "I spoke with the grown-up: yes", "zh": "问过大人了，同意"}[language])
    assert says(caller, "noted that a grown-up", "家里大人知道，也同意")


@LANGUAGES
async def test_a_grown_up_with_the_same_phone_says_so_by_a_step_of_their_own(town: Town, language: str) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.taps({"en": "Skip", "zh": "跳过"}[language])
    await tim.taps({"en": "The grown-up is here with me", "zh": "大人就在我旁边"}[language])
    assert says(tim, "hand the phone to the grown-up.*What is your name", "请把手机给大人.*您怎么称呼")
    await tim.says("李红")
    assert says(tim, "李红, are you the child's parent", "李红，您是孩子的家长")
    assert len(tim.buttons) == 3
    await tim.taps({"en": "I am the parent, and I agree", "zh": "我是家长，我同意"}[language])
    assert says(tim, "Now please give the phone back", "现在请把手机还给孩子")
    (case,) = await tim.cases()
    await caller.says(f"/case {case.number}")
    assert says(caller, "李红 says in the child's own chat", "李红在孩子的聊天里说知道")
    await caller.taps({"en": "I spoke with the grown-up: yes", "zh": "问过大人了，同意"}[language])
    await caller.says(f"/case {case.number}")
    assert says(caller, "李红 knows and agrees", "李红知道，也同意")


@LANGUAGES
async def test_a_link_serves_on_after_a_yes_in_the_childs_chat_and_no_longer_once_it_is_sure(
    town: Town, language: str
) -> None:
    tim, _, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.taps({"en": "Skip", "zh": "跳过"}[language])
    (case,) = await tim.cases()
    codes = []
    for _ in range(2):
        await tim.sends_data(f"c.ask_guardian.{case.id}.{case.epoch}")
        codes += await makes_links(town, case)
    await tim.taps({"en": "The grown-up is here with me", "zh": "大人就在我旁边"}[language])
    await tim.says("李红")
    await tim.taps({"en": "I am the parent, and I agree", "zh": "我是家长，我同意"}[language])
    grandma, grandpa = town.resident(language), town.resident(language)
    await grandma.says(f"/start {codes[0]}")
    await grandma.taps({"en": "Yes, I know and agree", "zh": "知道，同意"}[language])
    assert says(grandma, "that's noted", "记下了")
    await caller.says(f"/case {case.number}")
    assert says(caller, "李红 knows and agrees", "李红知道，也同意")
    await grandpa.says(f"/start {codes[1]}")
    assert says(grandpa, "has already said yes", "已经有大人说过同意")


@LANGUAGES
async def test_a_grown_up_beside_the_child_may_say_no_or_leave_it(town: Town, language: str) -> None:
    tim, wang, caller = await writes(town, language)
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.says("王奶奶")
    here = {"en": "The grown-up is here with me", "zh": "大人就在我旁边"}[language]
    await tim.taps(here)
    await tim.taps({"en": "Cancel", "zh": "取消"}[language])
    await tim.taps(here)
    await tim.says("李红")
    await tim.taps({"en": "I don't agree", "zh": "我不同意"}[language])
    assert says(tim, "will speak with the child", "跟孩子说说")
    assert says(caller, "does not agree. Please speak with the child", "不同意。请跟孩子说说")
    await wang.says(f"/case {(await tim.cases())[0].number}")
    assert wang.hears_nothing_of("李红")
    await tim.taps(here)
    assert says(tim, "can't be done just now", "现在")


@LANGUAGES
async def test_where_a_child_is_harmed_the_phone_is_handed_to_nobody(town: Town, language: str) -> None:
    await town.cadre(language=language)
    tim = town.resident(language)
    await tim.says(
        {
            "en": "I am 11 years old. My father beats me every night in Maple Village",
            "zh": "我今年11岁，枫桥村，爸爸天天打我，浑身是伤",
        }[language]
    )
    await tim.taps({"en": "Send", "zh": "交上去"}[language])
    await tim.taps({"en": "A grown-up knows", "zh": "大人知道"}[language])
    await tim.says("王奶奶")
    assert not any({"en": "here with me", "zh": "就在我旁边"}[language] in each for each in tim.buttons)
    (case,) = await tim.cases()
    await tim.sends_data(f"c.beside.{case.id}.{case.epoch}")
    assert says(tim, "can't be said in this chat", "不能在这个聊天里说")


@LANGUAGES
@pytest.mark.parametrize("word", [("ok", "好"), ("all right", "嗯"), ("yes?", "是？")])
async def test_nobody_agrees_by_a_word_said_in_passing(town: Town, language: str, word: tuple[str, str]) -> None:
    ann, _, bob, _ = await opened(town, language)
    await bob.says(word[language == "zh"])
    assert bob.buttons, "asked again, with the buttons"
    assert ann.hears_nothing_of("the other side has agreed")
    await bob.says(YES[language])
    assert says(bob, "Thank you, that's noted", "谢谢，记下了")
