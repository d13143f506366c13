"""Broadcasts: written with a preview, let out by a second person, told to those who asked, stopped and gone on."""

import pytest

from casework.actions import broadcasting
from casework.broadcasts.broadcast import WORDS, Audience
from casework.broadcasts.subscriptions import Topic
from casework.people import Role
from casework.profile import Broadcasts, Profile, Together
from tests.handlers.broadcast_scene import Offices, offices
from tests.handlers.dialogue import COUNTY, HILL, RIVER, ROADS, Actor, Town

PROFILE = Profile(together=Together(offers_a_day=0), broadcasts=Broadcasts(depth=4), public_channel="tg:-1007")


async def listener(town: Town, language: str = "zh", place: str = "枫桥村", topics: tuple[str, ...] = ()) -> Actor:
    """Return a resident who hears of these topics there; of all without any."""
    actor = town.resident(language)
    await actor.says("/news")
    await actor.sends_data("m.news.choose" if topics else "m.news.all")
    await actor.says(place)
    for topic in topics:
        await actor.sends_data(next(b.data for row in actor.last.buttons for b in row if f".{topic}." in b.data))
    return actor


async def written(its: Offices, topic: str = "停水停电", public: str = "不发") -> None:
    """Let the office write of tomorrow's water, for the township, and ask for a yes."""
    await its.writer.sends_data("m.broadcast.new")
    await its.writer.taps(topic)
    await its.writer.taps("柳河镇")
    await its.writer.says("明天上午八点到十二点停水，请先存一点。")
    await its.writer.says("No water tomorrow from eight to noon. Please fill a bucket.")
    await its.writer.taps(public)


async def sent(its: Offices, **others: str) -> None:
    await written(its, **others)
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    await its.second.taps("✅ 发")
    await its.goes_out()


async def test_a_message_reaches_those_who_asked_and_nobody_else(town: Town) -> None:
    its = await offices(town)
    zh, en = await listener(town), await listener(town, "en", "Maple Village")
    county = await listener(town, "zh", "白鹭县")
    hill = await listener(town, "zh", "云居村")
    other_topic = await listener(town, "zh", "枫桥村", ("policy",))
    never_asked = town.resident("zh")
    await never_asked.says("你好")
    await sent(its)
    for reader in (zh, county):
        assert reader.hears("📢 明天上午八点到十二点停水")
        assert reader.hears("您点过要听柳河镇的停水停电")
    assert en.hears("📢 No water tomorrow")
    assert en.hears("You asked to hear of Willow Town: water, power")
    for other in (hill, other_topic, never_asked):
        assert other.chat.arrived == []
    assert its.writer.hears("✅ 发完了.*3人收到")
    assert its.second.hears("✅ 发完了.*3人收到")


async def test_the_preview_is_exactly_what_arrives(town: Town) -> None:
    its = await offices(town)
    reader = await listener(town)
    await written(its)
    previews = [(shown.text, shown.labels) for shown in its.writer.chat.arrived]
    assert its.writer.hears("1人收得到，0人停用了")
    assert its.writer.hears("大约1分钟发完；现在开始，3月2日（周一） 09:00前发完")
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    assert [(shown.text, shown.labels) for shown in its.second.chat.arrived][:2] == previews[:2]
    await its.second.taps("✅ 发")
    await its.goes_out()
    assert [(shown.text, shown.labels) for shown in reader.chat.arrived] == [previews[0]]


async def test_in_english(town: Town) -> None:
    its = await offices(town, "en")
    reader = await listener(town, "en", "Maple Village")
    await its.writer.says("/broadcast")
    await its.writer.taps("Whoever asked for anything")
    await its.writer.taps("Willow Town")
    await its.writer.says("The ferry rests on Monday.")
    await its.writer.taps("Skip")
    await its.writer.taps("No")
    assert its.writer.hears("This is how it will look")
    assert its.writer.hears("To Willow Town, all news: it reaches 1; 0 have stopped the bot")
    await its.writer.taps("Ask for a yes")
    assert its.second.hears("A message waits for your yes: to Willow Town")
    await its.second.taps("Look")
    await its.second.taps("Send it")
    assert its.writer.hears("Your message was let out")
    await its.goes_out()
    assert reader.hears("The ferry rests on Monday")
    assert its.writer.hears("All sent: .* 1 have it")


async def test_leaving_is_one_tap_and_a_slip_is_taken_back(town: Town) -> None:
    its = await offices(town)
    reader = await listener(town)
    await sent(its)
    await reader.taps("不再收")
    assert reader.hears("停水停电、修路、天气不再发给您")
    await sent(its)
    assert reader.chat.arrived == []
    await reader.taps("点错了，还要")
    await sent(its)
    assert reader.hears("停水")
    await reader.taps("不再收")
    await its.writer.says("/broadcast")
    assert its.writer.hears("您这里的消息（3条）")
    await its.writer.taps("发完 · 明天上午")
    assert its.writer.hears("✅ 发完了：柳河镇.*1人收到了")


async def test_who_has_blocked_the_bot_or_left_is_counted_and_left_out(town: Town) -> None:
    its = await offices(town)
    readers = [await listener(town) for _ in range(9)]
    await readers[0].blocks()
    await written(its)
    assert its.writer.hears("8人收得到，1人停用了，不算在内")
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    await its.second.taps("✅ 发")
    await readers[1].says("/news")
    await readers[1].taps("都不听了")
    await its.goes_out()
    assert its.writer.hears("7人收到。停用的1人，退订的1人，没发成的0人")


async def test_its_writer_may_not_let_it_out_and_a_stranger_may_not_see_it(town: Town) -> None:
    its = await offices(town)
    await written(its)
    await its.writer.taps("请人点头")
    asked = its.second.last.buttons[0][0].data
    await its.writer.sends_data(asked.replace("show", "approve"))
    assert its.writer.hears("要第二个人点头")
    stranger = await town.official(Role.LEADER, area=HILL)
    cadre = await town.cadre(ROADS)
    resident = await listener(town)
    for other in (stranger, cadre, resident):
        for deed in ("show", "approve", "refuse", "stop", "look"):
            await other.sends_data(asked.replace("show", deed))
            assert other.hears("没找到")


async def test_nobody_writes_for_an_area_that_is_not_theirs(town: Town) -> None:
    its = await offices(town)
    await its.writer.says("/broadcast")
    await its.writer.taps("停水停电")
    await its.writer.says("白鹭县")
    assert its.writer.hears("不归您发")
    resident = town.resident("en")
    await resident.says("/broadcast")
    assert resident.hears("written by heads")


async def test_not_let_out_with_a_reason_and_thrown_away(town: Town) -> None:
    its = await offices(town)
    reader = await listener(town)
    await written(its)
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    await its.second.taps("不发")
    await its.second.says("时间写错了")
    assert its.writer.hears("没有发.*时间写错了")
    await written(its)
    await its.writer.taps("不发了")
    assert its.writer.hears("谁也没收到")
    await its.goes_out()
    assert reader.chat.arrived == []


async def test_stopped_gone_on_and_ended(town: Town) -> None:
    its = await offices(town)
    readers = [await listener(town) for _ in range(6)]
    await written(its)
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    await its.second.taps("✅ 发")
    await its.broadcasting.step()
    await its.second.says("/broadcast")
    await its.second.taps("在发")
    assert its.second.hears("6人里，4人收到了")
    await its.second.taps("停")
    await its.goes_out()
    assert all(reader.chat.arrived == [] for reader in readers)
    await its.writer.says("/broadcast")
    await its.writer.taps("停着")
    await its.writer.taps("接着发")
    await its.goes_out()
    assert its.writer.hears("6人收到")


async def test_ended_for_good(town: Town) -> None:
    its = await offices(town)
    for _ in range(6):
        await listener(town)
    await written(its)
    await its.writer.taps("请人点头")
    await its.second.taps("看看")
    await its.second.taps("✅ 发")
    await its.broadcasting.step()
    await its.second.says("/broadcast")
    await its.second.taps("在发")
    await its.second.taps("停")
    await its.second.taps("看看")
    await its.second.taps("到此为止")
    await its.goes_out()
    await its.second.says("/broadcast")
    await its.second.taps("中止")
    assert its.second.hears("4人收到了")
    await its.second.sends_data(its.second.last.card.replace("broadcast:", "m.broadcast.on."))
    assert its.second.hears("已经不是那个样子")


async def test_never_at_night(town: Town) -> None:
    its = await offices(town)
    reader = await listener(town)
    await town.passes(hours=13)
    await sent(its)
    assert reader.chat.arrived == []
    await its.second.says("/broadcast")
    await its.second.taps("在发")
    assert its.second.hears("夜里不发，天亮接着")
    await town.passes(hours=10)
    await its.goes_out()
    assert reader.hears("停水")


async def test_whoever_has_to_decide_is_reminded_each_working_morning(town: Town) -> None:
    its = await offices(town)
    await written(its)
    await its.writer.taps("请人点头")
    await town.passes(days=1)
    assert its.second.hears("还等着您定")
    await its.second.taps("看看")
    await its.second.taps("✅ 发")
    its.second.chat.arrived.clear()
    await town.passes(days=3)
    assert its.second.chat.arrived == []


async def test_nobody_is_told_of_the_same_thing_twice(town: Town) -> None:
    its = await offices(town)
    reader = await listener(town)
    late = town.resident("zh")
    for _ in range(2):
        async with town.store.turn(town.now) as uow:
            to = Audience(RIVER, (Topic.RECEPTION,))
            await broadcasting.announce(uow, "reception:7", WORDS, to, None, {"zh": "周三领导接访"})
        await its.goes_out()
        late = late if late.chat.messages else await listener(town)
    assert [shown.text.startswith("📢 周三领导接访") for shown in reader.chat.messages].count(True) == 1
    assert [shown.text.startswith("📢 周三领导接访") for shown in late.chat.messages].count(True) == 1


async def test_the_public_channel_gets_it_once_and_without_buttons(town: Town) -> None:
    its = await offices(town)
    town.chats["tg:-1007"] = type(its.writer.chat)()
    await sent(its, public="也发")
    shown = town.chats["tg:-1007"].messages
    assert [(each.text, each.labels) for each in shown] == [("📢 明天上午八点到十二点停水，请先存一点。", [])]


@pytest.mark.parametrize("area", [RIVER, COUNTY])
async def test_where_there_is_no_second_person_that_is_said(town: Town, area: int) -> None:
    alone = await town.official(Role.DISPATCHER, area=area)
    await alone.says("/broadcast")
    await alone.taps("停水停电")
    await alone.sends_data(alone.last.buttons[0][0].data)
    await alone.says("停水")
    await alone.says("No water")
    await alone.taps("不发")
    await alone.taps("请人点头")
    assert alone.hears("没有第二个人能点头")
