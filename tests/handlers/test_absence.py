"""A deputy stands in and gives back, a long absence and a leaving hand over, and everyone is told once."""

import pytest

from casework.people import Role
from casework.petitions import State
from tests.handlers.dialogue import COUNTY, Actor, Town
from tests.handlers.staff_scene import at_work, complain, head, taps

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
YES = {"en": "Yes, I stand in", "zh": "行，我来替"}
NO = {"en": "I can't", "zh": "替不了"}
PROGRESS = {"en": "Progress", "zh": "报进展"}


async def colleague(town: Town, language: str) -> Actor:
    """Return a second cadre of the roads bureau."""
    return await town.cadre(title="二号办事员", title_en="Second clerk", language=language)


async def goes_away(wang: Actor, until: str = "2026-03-09") -> None:
    """Be away, and name the second clerk."""
    await wang.says(f"/away {until}")
    await taps(wang, "Second clerk")


def says(actor: Actor, english: str, chinese: str) -> bool:
    """Return whether that text arrived; fails else."""
    return actor.hears(english if actor.language == "en" else chinese)


@LANGUAGES
async def test_a_deputy_says_yes_acts_for_the_absent_one_and_gives_back(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    li = await colleague(town, language)
    await goes_away(wang)
    assert says(wang, "asked Second clerk to stand in", "已请二号办事员替您")
    assert says(li, "Road officer is away until Monday 9 March", "路政员到3月9日")
    await li.taps(YES[language])
    assert says(wang, "Second clerk stands in for you", "二号办事员替您")
    await ann.says("It is deeper now", reply_to=ann.last)
    assert li.hears("It is deeper now"), "what is asked of the absent one reaches the deputy"
    await li.says("/cases")
    assert li.hears(case.number)
    await li.taps(case.number)
    await li.taps(PROGRESS[language])
    await li.says("The roller comes")
    await taps(li, "Skip")
    assert ann.hears("The roller comes")
    assert (await ann.cases())[0].cadre_id == (await wang.person()).id, "the case keeps its name"
    await li.says(f"/case {case.number}")
    assert says(li, "The roller comes .in the place of Road officer", "The roller comes（代路政员）")
    await town.passes(days=8)  # The morning of Tuesday 10 March
    assert (await wang.person()).deputy_id is None
    assert any({"en": "is back", "zh": "回来了"}[language] in shown.text for shown in li.chat.messages)
    await li.sends_data(f"c.progress.{case.id}.{case.epoch}")
    assert says(li, "someone else|That is for", "别的同志"), "and then no more"


@LANGUAGES
async def test_a_deputy_who_says_no_leaves_it_to_the_head(town: Town, language: str) -> None:
    chief = await head(town, language)
    _, wang, _ = await at_work(town, language)
    li = await colleague(town, language)
    await goes_away(wang)
    await li.taps(NO[language])
    assert says(wang, "can't stand in", "替不了您")
    assert says(chief, "with one open case.*nobody stands in", "1件没办完，没人替")
    await li.taps(YES[language])
    assert says(li, "isn't asked of you any more", "不用您答复了")


@LANGUAGES
async def test_coming_back_sooner_ends_it_at_once(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    li = await colleague(town, language)
    await goes_away(wang)
    await li.taps(YES[language])
    await wang.says("/away off")
    assert says(li, "is back", "回来了")
    await li.sends_data(f"c.progress.{case.id}.{case.epoch}")
    assert says(li, "someone else|That is for", "别的同志")


@LANGUAGES
async def test_whoever_is_away_for_long_hands_over_for_good(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    li = await colleague(town, language)
    await goes_away(wang, "2026-06-01")
    assert says(wang, "That is long", "时间长")
    await li.taps(YES[language])
    now = (await ann.cases())[0]
    assert (now.cadre_id, now.state) == ((await li.person()).id, State.WORKING)
    assert says(ann, "Second clerk of .* is on it now", "现在由.*二号办事员办")


@LANGUAGES
async def test_a_stranger_s_yes_counts_for_nothing(town: Town, language: str) -> None:
    _, wang, case = await at_work(town, language)
    eve = await colleague(town, language)
    await wang.says("/away 2026-03-09")
    await taps(wang, "Nobody")
    for forged in (f"m.deputy.yes.{(await wang.person()).id}", "m.deputy.yes.x", "m.deputy.", "m.deputy.yes.999"):
        await eve.sends_data(forged)
    await eve.sends_data(f"c.progress.{case.id}.{case.epoch}")
    assert says(eve, "someone else|That is for", "别的同志")


@LANGUAGES
async def test_a_head_lets_somebody_go_and_all_they_had_passes_on_in_one_message(town: Town, language: str) -> None:
    chief = await head(town, language)
    wang = await town.cadre(language=language)
    residents = []
    for _ in range(12):
        ann, _ = await complain(town, language)
        residents.append(ann)
        await wang.sends_data(f"c.accept.{(await ann.cases())[0].id}.{(await ann.cases())[0].epoch}")
    li = await colleague(town, language)
    await chief.says("/leave")
    await chief.taps({"en": "Road officer", "zh": "路政员"}[language])
    await taps(chief, "Second clerk")
    assert says(chief, "12 open cases", "手上有12件")
    await chief.taps({"en": "Hand over", "zh": "交接"}[language])
    assert says(chief, "12 open cases were handed over", "交接了12件")
    assert len(li.chat.messages) == 1, "one message with a count, not twelve"
    assert says(li, "has left 12 cases to you", "有12件转给您")
    assert len(li.last.labels) == 9
    for ann in residents:
        case = (await ann.cases())[0]
        assert (case.cadre_id, case.state) == ((await li.person()).id, State.WORKING)
        assert says(ann, "Second clerk of .* is on it now", "现在由.*二号办事员办")
    await wang.says("/cases")
    assert wang.hears("/join"), "who has left is staff no more"


@LANGUAGES
async def test_what_a_leader_and_a_supervisor_had_in_hand_passes_on_too(town: Town, language: str) -> None:
    admin = await town.official(Role.ADMIN, language, area=COUNTY, title="管理员", title_en="Admin")
    leader = await town.official(Role.LEADER, language, area=COUNTY, title="县领导", title_en="County leader")
    second = await town.official(Role.LEADER, language, area=COUNTY, title="二号领导", title_en="Second leader")
    boss = await town.official(Role.SUPERVISOR, language, area=COUNTY, title="督查员", title_en="Watch")
    ann, _, case = await at_work(town, language)
    await leader.sends_data(f"c.own.{case.id}.{case.epoch}")
    await boss.sends_data(f"c.press.{case.id}.{case.epoch}")
    await boss.says("Why?")
    await boss.says("2026-03-06")
    for title in ({"en": "County leader", "zh": "县领导"}, {"en": "Watch", "zh": "督查员"}):
        await admin.says(f"/leave {title[language]}")
        await admin.says("1")
        await admin.says("1")
        await admin.taps({"en": "Hand over", "zh": "交接"}[language])
    now = (await ann.cases())[0]
    assert now.owner_id == (await second.person()).id
    assert now.press is not None
    assert now.press.by == (await second.person()).id, "the next one above judges the answer"
    assert any(
        {"en": "Second leader answers", "zh": "二号领导亲自负责"}[language] in each.text for each in ann.chat.messages
    )


@LANGUAGES
async def test_cadres_and_residents_let_nobody_go(town: Town, language: str) -> None:
    ann, wang, _ = await at_work(town, language)
    for actor in (ann, wang):
        await actor.says("/leave")
        assert says(actor, "Heads let go", "负责人管本单位的人")
