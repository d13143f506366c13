"""A policy in the county's public channel: asked for by its writer, seen by the approver, posted once and nameless."""

from dataclasses import replace

import pytest

from casework.actions import broadcasting, policies
from casework.broadcasts.broadcast import Audience
from casework.broadcasts.public import tells_who
from casework.errors import Refused
from casework.people import Role
from casework.profile import Broadcasts, Profile, Together
from tests.handlers.broadcast_scene import Offices, offices
from tests.handlers.dialogue import COUNTY, HILL, RIVER, Actor, Chat, Town
from tests.handlers.policy_scene import ALLOWANCE, person_of, shown

CHANNEL = "tg:-1007"
PROFILE = Profile(together=Together(offers_a_day=0), broadcasts=Broadcasts(depth=4), public_channel=CHANNEL)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
SKIP = {"en": "Skip", "zh": "跳过"}
YES = {"en": "Yes, there too", "zh": "也发"}
NO = {"en": "No", "zh": "不发"}
NAMED = {"en": "Old people. My name is Zhang Wei, ask me.", "zh": "老人都有。联系人：李小明。"}
GOES_PUBLIC = {"en": "posted in the public channel, too", "zh": "也会发到公开频道"}


async def writes(writer: Actor, plain: str) -> None:
    """Write a policy up to the question for the public channel."""
    language = writer.language
    await writer.says("/policy")
    await writer.says({"en": "Firewood aid", "zh": "取暖补贴"}[language])
    await writer.says(plain)
    await writer.taps(SKIP[language])
    await writer.taps(SKIP[language])
    await writer.says("民政局〔2026〕9号")
    await writer.taps({"en": "Nothing in particular", "zh": "不分类"}[language])
    await writer.taps({"en": "Egret County", "zh": "白鹭县"}[language])
    await writer.taps({"en": "No end", "zh": "没有期限"}[language])
    assert writer.hears({"en": "public channel, too", "zh": "公开频道吗"}[language])


async def posted(its: Offices) -> list[str]:
    """Let go out what is on its way; return what stands in the channel."""
    its.town.chats.setdefault(CHANNEL, Chat())
    await its.goes_out()
    return [each.text for each in its.town.chats[CHANNEL].messages]


@LANGUAGES
async def test_it_is_posted_once_after_the_approver_has_seen_that_it_will_be(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await writes(writer, {"en": "300 yuan a household.", "zh": "每户三百元。"}[language])
    await writer.taps(YES[language])
    assert writer.hears(GOES_PUBLIC[language])
    await writer.taps({"en": "Have it approved", "zh": "交给别人批准"}[language])
    assert await posted(its) == []
    await its.second.taps({"en": "Read it all", "zh": "看全文"}[language])
    assert its.second.hears(GOES_PUBLIC[language])
    await its.second.taps({"en": "Approve", "zh": "批准"}[language])
    (text,) = await posted(its)
    assert {"en": "Firewood aid", "zh": "取暖补贴"}[language] in text
    assert "🔕" not in text
    assert await posted(its) == [text]


@LANGUAGES
async def test_words_that_name_somebody_are_not_posted_and_nothing_written_is_lost(town: Town, language: str) -> None:
    await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await writes(writer, NAMED[language])
    await writer.taps(YES[language])
    assert writer.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await writer.taps(NO[language])
    assert writer.hears({"en": "Residents will read this", "zh": "居民会看到"}[language])
    assert writer.hears_nothing_of(GOES_PUBLIC[language])


@LANGUAGES
async def test_a_broadcast_with_a_name_is_kept_from_the_channel_too(town: Town, language: str) -> None:
    its = await offices(town, language)
    await its.writer.sends_data("m.broadcast.new")
    await its.writer.sends_data(its.writer.last.buttons[0][0].data)
    await its.writer.taps({"en": "Willow Town", "zh": "柳河镇"}[language])
    await its.writer.says(NAMED[language])
    await its.writer.taps(SKIP[language])
    await its.writer.taps(YES[language])
    assert its.writer.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await its.writer.taps(NO[language])
    assert its.writer.hears({"en": "This is how it will look", "zh": "发出去"}[language])


@LANGUAGES
async def test_it_may_be_asked_for_later_and_says_where_it_holds(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await shown(town, writer, its.second, replace(ALLOWANCE, areas=(RIVER, HILL)))
    assert await posted(its) == []
    await writer.says("/policies")
    await writer.taps({"en": "Old-age allowance", "zh": "高龄津贴"}[language])
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The public channel", "zh": "公开频道"}[language])
    await writer.taps(YES[language])
    await its.second.taps({"en": "Read it all", "zh": "看全文"}[language])
    await its.second.taps({"en": "Approve", "zh": "批准"}[language])
    (text,) = await posted(its)
    assert "📖 高龄津贴" in text
    assert "适用：柳河镇" in text


async def test_the_verbs_refuse_what_names_somebody(town: Town) -> None:
    its = await offices(town)
    writer = await town.official(Role.DISPATCHER, area=COUNTY)
    by = await person_of(writer)
    named = {"zh": replace(ALLOWANCE.words["zh"], plain=NAMED["zh"])}
    with pytest.raises(Refused, match="public-names"):
        async with town.store.turn(town.now) as uow:
            await policies.write(uow, by, replace(ALLOWANCE, words=named, public=True))
    author = await person_of(its.writer)
    with pytest.raises(Refused, match="public-names"):
        async with town.store.turn(town.now) as uow:
            await broadcasting.write(uow, author, Audience(RIVER, public=True), NAMED)


def test_an_office_may_be_called_and_nobody_named() -> None:
    assert not tells_who("柳河镇明天停水，咨询电话 0593-5566778，或者 office@example.org。")
    assert tells_who(NAMED["zh"])
    assert tells_who(NAMED["en"])


@LANGUAGES
async def test_a_name_that_comes_later_is_refused_before_anything_is_lost(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    alone = replace(ALLOWANCE, words={language: ALLOWANCE.words[language]}, public=True)
    await shown(town, writer, its.second, alone)
    title = ALLOWANCE.words[language].title
    await writer.says("/policies")
    await writer.taps(title)
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The plain words", "zh": "大白话"}[language])
    await writer.says(NAMED[language])
    assert writer.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    assert writer.hears({"en": "What shall it say", "zh": "新的怎么写"}[language])
    await writer.says({"en": "200 yuan a month.", "zh": "每月两百元。"}[language])
    assert writer.hears({"en": "Somebody else is asked", "zh": "请别人批准"}[language])

    await writer.says("/policies")
    await writer.taps(title)
    await writer.taps({"en": "Add the Chinese", "zh": "加上英文"}[language])
    await writer.says({"en": "高龄津贴", "zh": "Old-age allowance"}[language])
    await writer.says(NAMED[{"en": "zh", "zh": "en"}[language]])
    assert writer.hears({"en": "It names a person", "zh": "里面有人名"}[language])
    await writer.says({"en": "每月一百元。", "zh": "100 yuan a month."}[language])
    await writer.taps(SKIP[language])
    assert writer.hears({"en": "Residents will read this", "zh": "居民会看到"}[language])


@LANGUAGES
async def test_what_is_too_long_is_said_while_the_question_stands(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    await shown(town, writer, its.second, ALLOWANCE)
    await writer.says("/policies")
    await writer.taps(ALLOWANCE.words[language].title)
    await writer.taps({"en": "Change something", "zh": "改一处"}[language])
    await writer.taps({"en": "The name", "zh": "名字"}[language])
    await writer.says("x" * 61)
    assert writer.hears({"en": "the name may have 60 characters", "zh": "名字 ?最多60个字"}[language])
    await writer.says({"en": "Allowance from eighty", "zh": "八十岁津贴"}[language])
    assert writer.hears({"en": "Somebody else is asked", "zh": "请别人批准"}[language])
