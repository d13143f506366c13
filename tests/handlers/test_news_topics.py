"""The county's own topics: chosen in /news, written to, told of policies about them, and taken away again."""

import pytest

from casework.actions.broadcasting import announce
from casework.actions.subscribing import wish
from casework.broadcasts.broadcast import WORDS, Audience
from casework.broadcasts.subscriptions import Wishes, wishes
from casework.broadcasts.topics import DEFAULT, NewsTopic
from casework.people import Role
from casework.profile import Policies, Profile, Together
from tests.handlers.broadcast_scene import offices
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.policy_scene import ALLOWANCE, shown

FARMING = NewsTopic("farming", "种田养殖", "farming")
OLD = NewsTopic("elders", "老年人的事", "for old people", ("social_security",))
PROFILE = Profile(together=Together(offers_a_day=0), policies=Policies(topics=(DEFAULT[0], DEFAULT[2], FARMING, OLD)))
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
PLACE = {"zh": "枫桥村", "en": "Maple Village"}
NAME = {"en": "farming", "zh": "种田养殖"}
OLD_NAME = {"en": "for old people", "zh": "老年人的事"}


async def follows(town: Town, language: str, *names: str) -> Actor:
    actor = town.resident(language)
    await actor.says("/news")
    await actor.sends_data("m.news.choose")
    await actor.says(PLACE[language])
    for name in names:
        await actor.taps(name)
    return actor


async def stored(town: Town, actor: Actor) -> set[str]:
    person = await actor.person()
    async with town.store.turn(town.now) as uow:
        return set(wishes(await uow.subscriptions_of(person.id)).topics)


@LANGUAGES
async def test_a_topic_of_the_county_is_chosen_by_its_name_and_written_to(town: Town, language: str) -> None:
    its = await offices(town, language)
    ann, other = await follows(town, language, NAME[language]), await follows(town, language, OLD_NAME[language])
    ticked = [label for label in ann.last.labels if label.startswith("✅")]
    assert ticked[0] == f"✅ {NAME[language]}"
    assert f"⬜ {OLD_NAME[language]}" in ann.last.labels
    await its.writer.sends_data("m.broadcast.new")
    await its.writer.taps(NAME[language])
    await its.writer.taps({"en": "Willow Town", "zh": "柳河镇"}[language])
    await its.writer.says({"en": "Seed is handed out on Monday.", "zh": "周一发稻种。"}[language])
    await its.writer.taps({"en": "Skip", "zh": "跳过"}[language])
    await its.writer.sends_data(next(b.data for r in its.writer.last.buttons for b in r if ".ask." in b.data))
    await its.second.sends_data(its.second.last.buttons[0][0].data)
    await its.second.sends_data(next(b.data for r in its.second.last.buttons for b in r if ".approve." in b.data))
    await its.goes_out()
    assert ann.hears({"en": "Seed is handed out", "zh": "周一发稻种"}[language])
    assert ann.hears(NAME[language])
    assert other.chat.arrived == []


@LANGUAGES
async def test_a_policy_about_it_is_told_to_whoever_follows_it_once(town: Town, language: str) -> None:
    its = await offices(town, language)
    writer = await town.official(Role.DISPATCHER, language, area=COUNTY)
    old = await follows(town, language, OLD_NAME[language])
    farmer = await follows(town, language, NAME[language])
    eager = await follows(town, language, OLD_NAME[language])
    await eager.sends_data("m.news.topic.policy.11")
    await shown(town, writer, its.second, ALLOWANCE)
    await its.goes_out()
    for reader in (old, eager):
        assert [("🔕" in "".join(each.labels)) for each in reader.chat.arrived] == [True]
    assert farmer.chat.arrived == []


@LANGUAGES
async def test_one_that_is_taken_away_is_told_to_nobody_and_breaks_nothing(town: Town, language: str) -> None:
    ann = await follows(town, language, NAME[language], OLD_NAME[language])
    person = await ann.person()
    async with town.store.turn(town.now) as uow:
        await wish(uow, person.id, Wishes(frozenset({"farming", "elders", "gone"}), (11,)))
    await ann.says("/news")
    assert ann.hears(NAME[language])
    assert ann.hears_nothing_of("gone")
    await ann.sends_data("m.news.topic.gone.11")
    assert ann.hears(NAME[language])
    await ann.sends_data("m.news.topic.farming.11")
    assert await stored(town, ann) == {"elders", "gone"}, "it may be offered again"
    await ann.sends_data("m.news.off")
    assert await stored(town, ann) == set()


async def test_what_was_on_its_way_to_it_can_be_looked_at_and_left(town: Town) -> None:
    its = await offices(town)
    ann = await follows(town, "zh", NAME["zh"])
    person = await ann.person()
    async with town.store.turn(town.now) as uow:
        await wish(uow, person.id, Wishes(frozenset({"farming", "gone"}), (11,)))
    async with town.store.turn(town.now) as uow:
        old = await announce(uow, "gone:1", WORDS, Audience(COUNTY, ("gone",)), None, {"zh": "旧消息"})
    await its.goes_out()
    assert ann.chat.arrived == []
    await its.second.sends_data(f"m.broadcast.show.{old.id}")
    assert its.second.hears("已经不再发的消息")
    await ann.sends_data(f"m.news.leave.{old.id}")
    assert await stored(town, ann) == {"farming"}
