"""The same matter: one's own that runs, a neighbour's to join, news for all who joined."""

from dataclasses import replace

import pytest

from casework.actions import drafting, filing
from casework.kinds import PetitionKind
from casework.people import Role
from casework.petitions import Case, Closing, Draft, DraftState, Naming, Petition, State
from casework.profile import Profile, Together
from tests.handlers.dialogue import COUNTY, ROADS, WATER, Actor, Town
from tests.handlers.staff_scene import word
from tests.handlers.together_scene import (
    FAR,
    LAMP,
    LAMP_TOO,
    ME_TOO,
    NEIGHBOURS,
    NEWPOND,
    SEND,
    answered,
    files,
    one_case,
)

PROFILE = NEIGHBOURS
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ALIKE = {"en": "Somebody near by has told us something alike", "zh": "差不多的事"}
NUMBER = {"en": "Your number", "zh": "号码"}


async def joined(town: Town, language: str) -> tuple[Actor, Actor, Case]:
    """Return who has filed, who has joined, and the case."""
    ann, bob = town.resident(language), town.resident(language)
    case = await files(ann, LAMP)
    await bob.says(LAMP_TOO[language])
    await bob.taps(SEND[language])
    await bob.taps(ME_TOO[language])
    return ann, bob, await one_case(town, case.id)


# ----- One's own, once more -----


@LANGUAGES
async def test_the_same_matter_again_shows_where_it_stands_and_is_added(town: Town, language: str) -> None:
    ann = town.resident(language)
    case = await files(ann, LAMP)
    await ann.says(LAMP_TOO[language])
    assert ann.hears(case.number)
    assert ann.hears({"en": "You've told us this already", "zh": "这件事您已经交过"}[language])
    assert ann.hears({"en": "waiting for someone to take it", "zh": "等人接手"}[language])
    assert len(ann.buttons) == 3
    await ann.taps({"en": "Add it to that one", "zh": "加进那一件"}[language])
    assert len(await ann.cases()) == 1
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "children stumble", "zh": "娃娃都看不见"}[language])


@LANGUAGES
async def test_it_is_something_else_after_all_and_is_not_asked_again(town: Town, language: str) -> None:
    ann = town.resident(language)
    await files(ann, LAMP)
    await ann.says(LAMP_TOO[language])
    await ann.taps({"en": "It's something else", "zh": "是别的事"}[language])
    await ann.taps(SEND[language])
    assert len(await ann.cases()) == 2


@LANGUAGES
async def test_the_same_in_another_village_is_another_matter(town: Town, language: str) -> None:
    ann = town.resident(language)
    await files(ann, LAMP)
    await ann.says(FAR[language])
    assert ann.hears_nothing_of({"en": "told us this already", "zh": "已经交过"}[language])


@LANGUAGES
async def test_what_was_begun_before_the_other_was_sent_is_held_against_it(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(LAMP_TOO[language])
    person = await ann.person()
    async with town.store.turn(town.now) as uow:
        draft = await drafting.write(uow, person.id, "web:1|web:1", None, LAMP[language])
    async with town.store.turn(town.now) as uow:
        filed = await filing.file(uow, draft.id, person.id)
    await ann.taps(SEND[language])
    assert ann.hears(filed.case.number)
    assert len(await ann.cases()) == 1


# ----- Me too -----


@LANGUAGES
async def test_a_neighbour_joins_and_hears_the_news_and_reads_no_words(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    ann, bob = town.resident(language), town.resident(language)
    case = await files(ann, LAMP)
    await bob.says(LAMP_TOO[language])
    await bob.taps(SEND[language])
    assert bob.hears(ALIKE[language])
    assert bob.hears({"en": "Maple Village.*this week.*one or two people", "zh": "枫桥村.*这一周.*一两个人"}[language])
    assert bob.hears_nothing_of("August|八月|well|桥头")
    assert len(bob.buttons) == 2
    await bob.taps(ME_TOO[language])
    assert bob.hears(case.number)
    assert await bob.cases() == []
    assert (await one_case(town, case.id)).supporters == 1
    await bob.says("/my")
    assert bob.hears({"en": "You are with one more", "zh": "您跟着的1件"}[language])
    await bob.taps(case.number)
    assert bob.hears({"en": "you are with it, 2 people", "zh": "您跟着，一共2个人"}[language])
    assert bob.hears_nothing_of("August|八月")
    bob.chat.arrived.clear()
    await wang.taps(word(wang, "Accept"))
    assert bob.chat.arrived == []
    await town.passes(days=1)
    assert bob.hears({"en": f"News of {case.number}", "zh": f"您跟着的 {case.number}"}[language])
    await ann.says(f"/case {case.number}")
    assert ann.hears({"en": "1 person is with you", "zh": "有1个人和您一起"}[language])


@LANGUAGES
async def test_a_word_is_added_for_the_officers_alone(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    ann, bob, case = await joined(town, language)
    await wang.taps(word(wang, "Accept"))
    await bob.taps({"en": "Let the officers read my words", "zh": "把我写的也给办事的看"}[language])
    assert wang.hears({"en": "children stumble", "zh": "娃娃都看不见"}[language])
    await bob.says(case.number)
    await bob.taps({"en": "Add a word", "zh": "补一句"}[language])
    await bob.says({"en": "The third lamp, too", "zh": "第三盏也坏了"}[language])
    assert wang.hears({"en": "The third lamp, too", "zh": "第三盏也坏了"}[language])
    await ann.says(case.number)
    assert ann.hears_nothing_of("stumble|third|娃娃|第三盏")


@LANGUAGES
async def test_not_done_for_a_neighbour_becomes_a_case_of_their_own(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    _, bob, case = await joined(town, language)
    await answered(town, wang, case.id)
    await town.passes(minutes=1)
    assert bob.hears({"en": "has its answer", "zh": "有答复了"}[language])
    assert bob.hears({"en": "Was it done, as you see it", "zh": "照您看，办好了吗"}[language])
    await bob.taps({"en": "Not done for me", "zh": "我这儿没办好"}[language])
    assert wang.hears({"en": "says that it isn't done", "zh": "有人说没办好"}[language])
    await bob.taps(SEND[language])
    (own,) = await bob.cases()
    assert own.state is State.WAITING
    master = await one_case(town, case.id)
    assert (master.state, master.not_done) == (State.PROPOSED, 1)


@LANGUAGES
async def test_leaving_ends_the_news(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    _, bob, case = await joined(town, language)
    await bob.says(case.number)
    await bob.taps({"en": "Leave it", "zh": "不跟了"}[language])
    await bob.taps({"en": "Yes, leave it", "zh": "对，不跟了"}[language])
    assert (await one_case(town, case.id)).supporters == 0
    await wang.taps(word(wang, "Accept"))
    bob.chat.arrived.clear()
    await town.passes(days=2)
    assert bob.chat.arrived == []
    await bob.says(case.number)
    assert bob.hears_nothing_of({"en": "you are with it", "zh": "您跟着"}[language])


@LANGUAGES
async def test_a_withdrawal_loses_nobody_who_joined(town: Town, language: str) -> None:
    ann, bob, case = await joined(town, language)
    await ann.says(case.number)
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes, withdraw", "zh": "撤回"}[language])
    await town.passes(minutes=1)
    assert bob.hears({"en": "is over", "zh": "结束了"}[language])
    await bob.taps({"en": "Not done for me", "zh": "我这儿没办好"}[language])
    await bob.taps(SEND[language])
    assert len(await bob.cases()) == 1


@LANGUAGES
async def test_five_at_most_are_offered_the_nearest_first(town: Town, language: str) -> None:
    for at in range(7):
        await files(town.resident(language), NEWPOND if at < 3 else LAMP)
    bob = town.resident(language)
    await bob.says(LAMP_TOO[language])
    await bob.taps(SEND[language])
    places = [line for line in bob.last.text.split("\n") if line[1:2] == "."]
    assert len(places) == 5
    near = {"en": "Maple Village", "zh": "枫桥村"}[language]
    assert [near in line for line in places] == [True, True, True, True, False]
    await bob.taps({"en": "It's one of these", "zh": "是其中一件"}[language])
    await bob.taps("2")
    assert bob.hears({"en": "You count, too", "zh": "算上您"}[language])


@LANGUAGES
async def test_what_is_far_old_or_ended_is_not_offered(town: Town, language: str) -> None:
    bob = town.resident(language)
    await files(town.resident(language), FAR)
    old = await files(town.resident(language), LAMP)
    await town.passes(days=40)
    await bob.says(LAMP_TOO[language])
    await bob.taps(SEND[language])
    assert len(await bob.cases()) == 1
    assert (await one_case(town, old.id)).is_open


# ----- What somebody could learn by asking around -----


async def sees_nothing(town: Town, language: str) -> None:
    bob = town.resident(language)
    await bob.says(LAMP_TOO[language])
    await bob.taps(SEND[language])
    assert bob.hears_nothing_of(ALIKE[language])
    assert len(await bob.cases()) == 1


@pytest.mark.parametrize(
    "hidden",
    [
        {"shielded": True},
        {"accused": (ROADS,)},
        {"kind": PetitionKind.ACCUSATION},
        {"merged_into": 1},
        {"state": State.CLOSED, "closing": Closing.SOLVED},
    ],
)
async def test_what_hides_accuses_or_has_ended_is_never_offered(town: Town, hidden: dict[str, object]) -> None:
    case = await files(town.resident("en"), LAMP)
    async with town.store.turn(town.now) as uow:
        uow.put(replace(await one_case_in(uow, case.id), **hidden))  # type: ignore[arg-type]
    await sees_nothing(town, "en")


async def one_case_in(uow: object, case_id: int) -> Case:
    case = await uow.get(Case, case_id)  # type: ignore[attr-defined]
    assert case is not None
    return case  # type: ignore[no-any-return]


async def test_whoever_stays_unknown_is_never_offered(town: Town) -> None:
    case = await files(town.resident("en"), LAMP)
    async with town.store.turn(town.now) as uow:
        petition = await uow.get(Petition, case.petition_id)
        assert petition is not None
        uow.put(replace(petition, naming=Naming.ANONYMOUS))
    await sees_nothing(town, "en")


@pytest.mark.parametrize(
    "words",
    [
        "枫桥村桥头的路灯坏了，漆黑一片，交通局的人收了钱不管",
        "枫桥村桥头的路灯坏了，漆黑一片，有人要自杀",
    ],
)
async def test_words_that_accuse_or_cry_for_help_are_never_offered(town: Town, words: str) -> None:
    ann = town.resident("zh")
    await ann.says(words)
    for label in ("没有，继续", SEND["zh"]):
        if any(label in shown for message in ann.chat.messages for shown in message.labels):
            await ann.taps(label)
    await sees_nothing(town, "zh")


async def test_asking_around_ends_after_some_times_a_day(town: Town) -> None:
    most = NEIGHBOURS.together.offers_a_day
    await files(town.resident("en"), LAMP)
    bob = town.resident("en")
    for _ in range(most):
        await bob.says(LAMP_TOO["en"])
        await bob.taps("Send")
        assert bob.hears(ALIKE["en"])
        draft = (await drafts_of(town, bob))[-1]
        await bob.sends_data(f"d.drop.{draft.id}")
    await bob.says(LAMP_TOO["en"])
    await bob.taps("Send")
    assert len(await bob.cases()) == 1


async def drafts_of(town: Town, actor: Actor) -> list[Draft]:
    from storage.tables import TABLE_OF
    from tests.storage.raw import select

    person = await actor.person()
    async with town.store.reading() as session:
        columns = ", ".join(TABLE_OF[Draft].codec.names)
        rows = await select(session, f"select {columns} from drafts where person_id = {person.id} order by id")
    return [TABLE_OF[Draft].codec.decode(row) for row in rows]


async def test_only_what_was_offered_can_be_joined(town: Town) -> None:
    case = await files(town.resident("en"), FAR)
    bob = town.resident("en")
    await bob.says(LAMP["en"])
    draft = (await drafts_of(town, bob))[-1]
    await bob.sends_data(f"d.metoo.{draft.id}.{case.id}")
    assert (await one_case(town, case.id)).supporters == 0
    assert (await drafts_of(town, bob))[-1].state is DraftState.OPEN


async def test_nobody_is_offered_a_case_that_they_work(town: Town) -> None:
    await files(town.resident("en"), LAMP)
    wang = await town.cadre(WATER, language="en")
    await wang.says(LAMP_TOO["en"])
    await wang.taps("Send")
    assert wang.hears_nothing_of(ALIKE["en"])


async def test_wages_and_the_like_are_shown_to_nobody(town: Town) -> None:
    words = {"en": "The company at Maple Village owes us wages for five months of work on the building site"}
    await files(town.resident("en"), words)
    bob = town.resident("en")
    await bob.says(words["en"])
    await bob.taps("Send")
    assert len(await bob.cases()) == 1


async def test_a_service_may_show_nothing_to_anybody(database_url: str) -> None:
    town = await Town.open(database_url, Profile(together=Together(offers_a_day=0)))
    try:
        await files(town.resident("en"), LAMP)
        await sees_nothing(town, "en")
    finally:
        await town.close()


async def test_joining_gives_no_sight_of_the_case_itself(town: Town) -> None:
    boss = await town.official(Role.SUPERVISOR, "en", area=COUNTY)
    _, bob, case = await joined(town, "en")
    for verb in ("history", "full", "files", "details", "withdraw", "propose", "judge"):
        await bob.sends_data(f"c.{verb}.{case.id}.{case.epoch}.done")
        assert bob.hears_nothing_of("August|near the well")
    await boss.says(case.number)
    assert boss.hears("A matter of 2 people")
