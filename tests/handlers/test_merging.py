"""The intake office merges cases of one matter, and takes them apart; every resident has the last word for oneself."""

from dataclasses import replace

import pytest

from casework.actions import outcomes
from casework.callbacks import Callback, Drawn
from casework.people import Role
from casework.petitions import Case, Closing, Outcome, OutcomeKind, State
from casework.profile import Callbacks
from tests.handlers.dialogue import COUNTY, RIVER, WATER, Actor, Town
from tests.handlers.staff_scene import word
from tests.handlers.together_scene import LAMP, LAMP_TOO, NEIGHBOURS, answered, files, one_case
from tests.storage.raw import every

PROFILE = NEIGHBOURS
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
MERGE = {"en": "Merge", "zh": "并案"}
MERGE_IT = {"en": "Merge", "zh": "并过去"}
MORE = {"en": "More", "zh": "更多"}


async def merged(town: Town, language: str) -> tuple[Actor, Actor, Actor, Actor, Case, Case]:
    """Return an intake officer, a cadre, two residents, and their cases: the second one merged into the first."""
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    wang = await town.cadre(WATER, language=language)
    ann, bob = town.resident(language), town.resident(language)
    first, second = await files(ann, LAMP), await files(bob, LAMP_TOO)
    await office.says(second.number)
    await office.taps(MORE[language])
    await office.taps(MERGE[language])
    assert office.hears(first.number)
    await office.taps(first.number)
    await office.taps(MERGE_IT[language])
    return office, wang, ann, bob, await one_case(town, first.id), await one_case(town, second.id)


@LANGUAGES
async def test_a_merged_case_stands_as_its_master_and_its_resident_hears_the_same(town: Town, language: str) -> None:
    _, wang, ann, bob, first, second = await merged(town, language)
    assert bob.hears({"en": "worked on together with theirs, for 2 people", "zh": "并在一起办，一共2个人"}[language])
    assert (second.merged_into, first.merged) == (first.id, (second.id,))
    await wang.sends_data(f"c.accept.{first.id}.{first.epoch}")
    for one, case in ((ann, first), (bob, second)):
        assert one.hears({"en": "is on it", "zh": "来办"}[language])
        assert (await one_case(town, case.id)).state is State.WORKING
    assert (await one_case(town, second.id)).cadre_id == (await wang.person()).id
    assert (await wang.person()).open_cases == 1
    await wang.says("/cases")
    assert wang.hears(first.number)
    assert wang.hears_nothing_of(second.number)
    await bob.says(second.number)
    assert bob.hears({"en": "worked on together with others", "zh": "并在一起办"}[language])
    assert bob.hears_nothing_of("well|桥头")
    await wang.says(first.number)
    assert wang.hears({"en": f"2 people; merged: {second.number}", "zh": f"并了 {second.number}"}[language])


@LANGUAGES
async def test_each_says_for_oneself_whether_it_was_done(town: Town, language: str) -> None:
    _, wang, ann, bob, first, second = await merged(town, language)
    await answered(town, wang, first.id)
    assert ann.hears(first.number)
    assert bob.hears(second.number)
    await bob.taps({"en": "Done", "zh": "办好了"}[language])
    assert (await one_case(town, second.id)).closing is Closing.SOLVED
    assert (await one_case(town, first.id)).state is State.PROPOSED
    await ann.taps({"en": "Not done", "zh": "没办"}[language])
    mine = await one_case(town, first.id)
    assert (mine.state, mine.merged, mine.reopened) == (State.WORKING, (), 1)
    assert (await one_case(town, second.id)).closing is Closing.SOLVED


@LANGUAGES
async def test_not_done_for_one_reopens_theirs_alone(town: Town, language: str) -> None:
    _, wang, ann, bob, first, second = await merged(town, language)
    await answered(town, wang, first.id)
    await bob.taps({"en": "Not done", "zh": "没办"}[language])
    theirs = await one_case(town, second.id)
    assert (theirs.state, theirs.merged_into) == (State.WORKING, None)
    assert (await one_case(town, first.id)).state is State.PROPOSED
    await ann.taps({"en": "Done", "zh": "办好了"}[language])
    assert (await one_case(town, first.id)).closing is Closing.SOLVED
    assert (await one_case(town, second.id)).is_open
    assert (await wang.person()).open_cases == 1


@LANGUAGES
async def test_taken_out_it_goes_its_own_way(town: Town, language: str) -> None:
    office, wang, _, bob, first, second = await merged(town, language)
    await wang.sends_data(f"c.accept.{first.id}.{first.epoch}")
    await office.says(second.number)
    await office.taps(MORE[language])
    await office.taps({"en": "Take out", "zh": "分出来"}[language])
    await office.taps({"en": "Take it out", "zh": "分出来"}[language])
    assert bob.hears({"en": "goes its own way again", "zh": "又单独办了"}[language])
    mine = await one_case(town, second.id)
    assert (mine.merged_into, mine.state, mine.cadre_id) == (None, State.WORKING, (await wang.person()).id)
    assert (await wang.person()).open_cases == 2


@LANGUAGES
async def test_the_rest_goes_on_where_the_master_is_withdrawn(town: Town, language: str) -> None:
    _, _, ann, _, first, second = await merged(town, language)
    await ann.says(first.number)
    await ann.taps({"en": "Withdraw", "zh": "撤回"}[language])
    await ann.taps({"en": "Yes, withdraw", "zh": "撤回"}[language])
    mine = await one_case(town, second.id)
    assert (mine.is_open, mine.merged_into, mine.unit_id) == (True, None, WATER)
    assert (await one_case(town, first.id)).closing is Closing.WITHDRAWN


@LANGUAGES
async def test_only_the_office_of_both_merges(town: Town, language: str) -> None:
    wang = await town.cadre(WATER, language=language)
    far = await town.official(Role.DISPATCHER, language, area=RIVER)
    ann, bob = town.resident(language), town.resident(language)
    first = await files(ann, LAMP)
    await bob.says({"en": "The street lamps in Cloudrest Village are dark", "zh": "云居村的路灯全都不亮"}[language])
    await bob.taps({"en": "Send", "zh": "交上去"}[language])
    (second,) = await bob.cases()
    for one in (wang, far, ann):
        await one.sends_data(f"c.merge.{second.id}.{second.epoch}")
    await far.says(first.number)
    await far.taps(MORE[language])
    await far.taps(MERGE[language])
    await far.says(second.number)
    assert far.hears({"en": "isn't yours to see", "zh": "不归您看"}[language])
    assert (await one_case(town, first.id)).merged_into is None


async def test_an_old_button_of_the_master_is_shown_as_stale(town: Town) -> None:
    _, wang, _, _, first, second = await merged(town, "en")
    await wang.sends_data(f"c.accept.{second.id}.{second.epoch}")
    assert (await one_case(town, second.id)).state is State.WAITING
    assert word(wang, "Accept") == "Accept"
    assert first.state is State.WAITING


async def called_about(town: Town) -> list[tuple[int, Drawn]]:
    """Return the cases that were drawn for a call-back, and from what."""
    async with town.store.reading() as session:
        return [(each.case_id, each.drawn) for each in await every(session, [Callback])]


def draws_merged(town: Town) -> None:
    """Let every case be drawn that was answered in its master, and no other."""
    shares = Callbacks(silence=0, withdrawn=0, merged=100, refused=0, kind=0, low_stars=0, five_stars=0)
    rules = town.store.rules
    town.store.rules = replace(rules, profile=replace(rules.profile, callbacks=shares))


async def test_whoever_was_answered_in_a_master_and_is_silent_is_called(town: Town) -> None:
    draws_merged(town)
    _, wang, ann, _, first, second = await merged(town, "en")
    await answered(town, wang, first.id)
    await ann.taps("Done")
    assert (await one_case(town, second.id)).merged_into is None, "the master has ended"
    await town.passes(days=15)
    assert (await one_case(town, second.id)).closing is Closing.NO_ANSWER
    assert await called_about(town) == [(second.id, Drawn.MERGED)]


async def test_whoever_was_answered_for_oneself_is_not_though_the_case_was_merged_once(town: Town) -> None:
    draws_merged(town)
    _, wang, ann, bob, first, second = await merged(town, "en")
    await answered(town, wang, first.id)
    await bob.taps("Not done")
    await ann.taps("Done")
    mine = await one_case(town, second.id)
    assert (mine.state, mine.merged_at) == (State.WORKING, None)
    by, outcome = (await wang.person()).id, Outcome(OutcomeKind.DONE, "dark", "new lamps", "the rules")
    async with town.store.turn(town.now) as uow:
        await outcomes.propose(uow, second.id, by, None, outcome)
    await town.passes(days=15)
    assert (await one_case(town, second.id)).closing is Closing.NO_ANSWER
    assert await called_about(town) == []
