"""Somebody writes for another one: with that person's yes it is recorded as theirs, without it the writer's own."""

from dataclasses import replace

import pytest

from casework.people import Role
from casework.petitions import Agreed, Behalf, Case, Naming, Petition, Relative
from tests.handlers.dialogue import COUNTY, ROADS, Actor, Town
from tests.handlers.test_pin import code_of

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
WORDS = {
    "en": "I am writing on behalf of my neighbour: the road at Maple Village is full of holes",
    "zh": "我替邻居反映一下，枫桥村的公路上全是坑",
}
OWN = {"en": "The road at Maple Village is full of holes", "zh": "枫桥村的公路上全是坑"}
NAME = {"en": "Granny Zhou", "zh": "周奶奶"}
SEND = {"en": "Send", "zh": "交上去"}
NEIGHBOUR = {"en": "a neighbour", "zh": "邻居"}
BESIDE = {"en": "Beside me, agrees", "zh": "就在旁边，同意"}
UNASKED = {"en": "Not asked yet", "zh": "还没问"}
SKIP = {"en": "Skip", "zh": "跳过"}


async def says_for_whom(ann: Actor, language: str, agreed: str, *, name: str = "") -> None:
    """Go from the card through Change to a card that says for whom it is."""
    await ann.taps({"en": "Change", "zh": "改一改"}[language])
    await ann.taps({"en": "For someone else", "zh": "替别人反映"}[language])
    await ann.taps(NEIGHBOUR[language])
    await (ann.says(name) if name else ann.taps(SKIP[language]))
    assert len(ann.buttons) == 3
    await ann.taps(agreed)


async def opened(town: Town, ann: Actor) -> Case:
    """Let the unit know the writer's name."""
    (case,) = await ann.cases()
    async with town.store.turn(town.now) as uow:
        petition = await uow.get(Petition, case.petition_id)
        assert petition is not None
        uow.put(replace(petition, naming=Naming.OPEN))
    return case


@LANGUAGES
async def test_words_for_somebody_else_are_noticed_and_one_line_says_how_to_say_so(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WORDS[language])
    assert ann.hears({"en": "Do you speak for someone else", "zh": "是替别人说的？"}[language])
    assert len(ann.buttons) == 3
    bob = town.resident(language)
    await bob.says(OWN[language])
    assert bob.hears_nothing_of({"en": "someone else", "zh": "替别人"}[language])


@LANGUAGES
async def test_with_the_persons_yes_it_is_recorded_and_the_name_is_for_intake_alone(town: Town, language: str) -> None:
    wang, office = await town.cadre(language=language), await town.official(Role.DISPATCHER, language, area=COUNTY)
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await says_for_whom(ann, language, BESIDE[language], name=NAME[language])
    assert ann.hears({"en": "For a neighbour, who agrees", "zh": "替邻居反映，本人同意了"}[language])
    assert ann.hears_nothing_of({"en": "Do you speak for someone else", "zh": "是替别人说的？"}[language])
    await ann.taps(SEND[language])
    (petition,) = await ann.petitions()
    assert petition.behalf == Behalf(NAME[language], Relative.NEIGHBOUR, Agreed.BESIDE)
    (case,) = await ann.cases()
    async with town.store.turn(town.now) as uow:
        (event,) = [each for each in await uow.events_of(case.id, public=True) if each.kind == "behalf"]
    assert event.data == {"relation": "neighbour", "agreed": "beside"}
    for_else = {"en": "Written for someone else", "zh": "替别人反映"}[language]
    assert wang.hears(for_else)
    assert wang.hears_nothing_of(NAME[language])
    await wang.says(f"/case {case.number}")
    assert wang.hears(for_else.casefold() if language == "zh" else "written for someone else, who agrees")
    assert wang.hears_nothing_of(NAME[language])
    assert wang.hears_nothing_of({"en": "for a neighbour", "zh": "替邻居反映，"}[language])
    await office.says(f"/case {case.number}")
    assert office.hears({"en": "Written for a neighbour", "zh": "替邻居反映"}[language])
    assert office.hears_nothing_of(NAME[language])
    await office.taps({"en": "Show the name", "zh": "看姓名"}[language])
    await office.taps({"en": "To call back", "zh": "给居民回电话"}[language])
    assert office.hears({"en": "was written for Granny Zhou", "zh": "是替 周奶奶 反映的"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "written for a neighbour", "zh": "替邻居反映"}[language])


@LANGUAGES
async def test_an_open_name_of_the_writer_opens_no_other_name(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await says_for_whom(ann, language, {"en": "Said yes", "zh": "说过同意"}[language], name=NAME[language])
    await ann.taps(SEND[language])
    case = await opened(town, ann)
    await wang.says(f"/case {case.number}")
    assert wang.hears({"en": "Written for a neighbour, who", "zh": "替邻居反映，本人"}[language])
    assert wang.hears_nothing_of(NAME[language])


@LANGUAGES
async def test_without_a_yes_it_is_filed_as_what_the_writer_has_seen(town: Town, language: str) -> None:
    wang = await town.cadre(language=language)
    ann = town.resident(language)
    await ann.says(WORDS[language])
    await says_for_whom(ann, language, UNASKED[language], name=NAME[language])
    assert ann.hears({"en": "ask them first", "zh": "先问一声"}[language])
    await ann.taps(SEND[language])
    (petition,) = await ann.petitions()
    assert petition.behalf is None
    assert wang.hears(petition.number)
    assert wang.hears_nothing_of({"en": "Written for", "zh": "替.*反映，本人"}[language])


@LANGUAGES
async def test_whoever_asked_meanwhile_says_so_by_a_command(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says("/for")
    assert ann.hears({"en": "First write what is wrong", "zh": "先写写是什么事"}[language])
    await ann.says(OWN[language])
    await ann.says("/for")
    await ann.taps(NEIGHBOUR[language])
    await ann.taps(SKIP[language])
    await ann.taps(UNASKED[language])
    await ann.says("/for")
    await ann.taps({"en": "a parent", "zh": "父母"}[language])
    await ann.taps(SKIP[language])
    await ann.taps({"en": "Said yes", "zh": "说过同意"}[language])
    await ann.taps(SEND[language])
    (petition,) = await ann.petitions()
    assert petition.behalf == Behalf("", Relative.PARENT, Agreed.SAID)


@LANGUAGES
async def test_it_can_be_ones_own_after_all(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(OWN[language])
    await says_for_whom(ann, language, BESIDE[language])
    await ann.says("/for")
    await ann.taps({"en": "It is my own matter", "zh": "就是我自己的事"}[language])
    assert ann.hears_nothing_of({"en": "who agrees", "zh": "本人同意"}[language])
    await ann.taps(SEND[language])
    (petition,) = await ann.petitions()
    assert petition.behalf is None


@LANGUAGES
async def test_the_person_follows_it_by_the_query_code(town: Town, language: str) -> None:
    ann, granny = town.resident(language), town.resident(language)
    await granny.says("/start")
    await ann.says(OWN[language])
    await says_for_whom(ann, language, BESIDE[language], name=NAME[language])
    await ann.taps(SEND[language])
    await granny.says(f"/case {code_of(ann)}")
    assert granny.hears((await ann.cases())[0].number)


@LANGUAGES
async def test_nobody_says_for_whom_a_draft_of_another_is(town: Town, language: str) -> None:
    ann, eve = town.resident(language), await town.official(Role.CADRE, language, unit=ROADS)
    await ann.says(OWN[language])
    draft = next(button.data for row in ann.last.buttons for button in row if ".change." in button.data)
    await eve.sends_data(draft)
    assert eve.chat.arrived == [] or eve.hears_nothing_of({"en": "For someone else", "zh": "替别人反映"}[language])
