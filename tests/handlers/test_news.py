"""/news: residents choose what they hear of and where, by a few taps, and leave by one."""

import pytest

from casework.broadcasts.subscriptions import Topic, wishes
from tests.handlers.dialogue import COUNTY, HILL, Actor, Town

MAPLE = 11


async def heard_of(town: Town, actor: Actor) -> tuple[set[str], set[int]]:
    person = await actor.person()
    async with town.store.turn(town.now) as uow:
        mine = wishes(await uow.subscriptions_of(person.id))
    return set(mine.topics), set(mine.areas)


async def test_everything_in_three_taps(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    assert ann.hears("Nothing comes unless you tap")
    await ann.taps("Yes, all of it")
    assert ann.hears("Where do you live")
    await ann.says("Maple Village")
    assert ann.hears("You'll hear of Maple Village, Willow Town: all news")
    assert await heard_of(town, ann) == (set(Topic), {MAPLE})


async def test_in_chinese_with_a_button_for_the_county(town: Town) -> None:
    ann = town.resident("zh")
    await ann.says("你好")
    await ann.says("/news")
    await ann.taps("都要")
    await ann.taps("白鹭县")
    assert ann.hears("好。白鹭县的各种消息，有了就告诉您，晚上不吵您")
    assert await heard_of(town, ann) == (set(Topic), {COUNTY})


async def test_a_name_that_two_villages_share_is_asked_for(town: Town) -> None:
    ann = town.resident("zh")
    await ann.says("/news")
    await ann.taps("都要")
    await ann.says("新塘村")
    assert ann.hears("叫这个名的不止一处")
    assert ann.buttons[:2] == ["柳河镇新塘村", "松岗乡新塘村"]
    await ann.taps("松岗乡新塘村")
    assert await heard_of(town, ann) == (set(Topic), {13})


async def test_some_topics_are_ticked_one_by_one(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    await ann.taps("Let me choose")
    await ann.says("Maple Village")
    assert ann.hears("what would you like to hear of")
    assert await heard_of(town, ann) == (set(), set())
    await ann.taps("meeting leaders")
    await ann.taps("water, power")
    assert "✅ meeting leaders" in ann.last.labels
    await ann.taps("✅ meeting leaders")
    assert "⬜ meeting leaders" in ann.last.labels
    assert await heard_of(town, ann) == ({Topic.NOTICE}, {MAPLE})
    await ann.taps("Done")
    assert ann.hears("You hear of Maple Village, Willow Town: water, power, roads, weather")


async def test_several_places_up_to_the_limit_and_one_less(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    await ann.taps("Yes, all of it")
    await ann.says("Maple Village")
    for place in ("Pine Township", "Cloudrest Village"):
        await ann.says("/news")
        await ann.taps("Another place")
        await ann.says(place)
    assert await heard_of(town, ann) == (set(Topic), {MAPLE, HILL, 14})
    await ann.says("/news")
    await ann.taps("Another place")
    await ann.says("Egret County")
    assert ann.hears("3 places at most")
    await ann.says("/news")
    await ann.taps("No more of Pine Township")
    assert await heard_of(town, ann) == (set(Topic), {MAPLE, 14})


async def test_stopping_all_of_it_and_coming_back(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    await ann.taps("Yes, all of it")
    await ann.says("Maple Village")
    await ann.says("/news")
    await ann.taps("Stop all of it")
    assert ann.hears("none of that comes any more")
    assert await heard_of(town, ann) == (set(), set())
    await ann.taps("I'd like news again")
    await ann.taps("Yes, all of it")
    await ann.says("Maple Village")
    assert await heard_of(town, ann) == (set(Topic), {MAPLE})


async def test_where_one_has_complained_is_offered(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("The road in Maple Village is full of holes, the bus cannot pass")
    await ann.taps("Send")
    await ann.says("/news")
    await ann.taps("Yes, all of it")
    assert ann.buttons[:3] == ["Maple Village, Willow Town", "Willow Town", "Egret County"]


async def test_the_question_for_the_place_swallows_no_new_matter(town: Town) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    await ann.taps("Yes, all of it")
    await ann.says("xyz")
    assert ann.hears("I don't know that place")
    await ann.says("The street lamp in front of the school has been dark for a week now")
    assert ann.hears("You're telling us: The street lamp")


@pytest.mark.parametrize(
    ("language", "words", "card"),
    [
        ("zh", "枫桥村停水了", "您说的是：枫桥村停水了"),
        ("en", "In Maple Village the water is off", "You're telling us: In Maple"),
    ],
)
async def test_nor_one_that_names_its_place(town: Town, language: str, words: str, card: str) -> None:
    ann = town.resident(language)
    await ann.says("/news")
    await ann.taps({"zh": "都要", "en": "Yes, all of it"}[language])
    await ann.says(words)
    assert ann.hears(card)
    assert await heard_of(town, ann) == (set(), set())


@pytest.mark.parametrize("words", ["I live in Maple Village, Willow Town", "我家住在柳河镇枫桥村", "柳河镇枫桥村三组"])
async def test_what_is_said_beside_the_name_of_a_place_does_not_matter(town: Town, words: str) -> None:
    ann = town.resident("en")
    await ann.says("/news")
    await ann.taps("Yes, all of it")
    await ann.says(words)
    assert await heard_of(town, ann) == (set(Topic), {MAPLE})


@pytest.mark.parametrize("data", ["m.news.topic.notice.999", "m.news.topic.x.11", "m.news.leave.5", "m.news.less.x"])
async def test_forged_buttons_do_nothing(town: Town, data: str) -> None:
    ann = town.resident("en")
    await ann.says("Hello")
    await ann.sends_data(data)
    assert await heard_of(town, ann) == (set(), set())


async def test_a_forged_button_may_be_the_first_thing_that_somebody_sends(town: Town) -> None:
    ann = town.resident("en")
    await ann.sends_data("m.news.off")
    assert ann.hears("Nothing comes unless you tap")
